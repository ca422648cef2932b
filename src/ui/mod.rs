//! Widgets: values in, cells out. Knows no store and no record by name.
pub mod bars;
pub mod editor;
pub mod finder;
pub mod key;
pub mod month;
pub mod table;
pub mod theme;
pub mod width;
