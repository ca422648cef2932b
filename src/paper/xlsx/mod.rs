//! Sheets and grids as XLSX. Knows rust_xlsxwriter.
mod cell;
mod frame;
mod measure;
mod print;
mod slip;
mod table;

pub use print::{book, render};
pub use slip::slip;
pub use table::table;
