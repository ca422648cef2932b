//! Widgets: values in, cells out. Knows no store and no record by name.
pub mod bars;
pub mod burst;
pub mod cursor;
pub mod editor;
pub mod finder;
pub mod key;
pub mod matrix;
pub mod month;
pub mod table;
pub mod telex;
pub mod theme;
pub mod width;
pub mod year;
