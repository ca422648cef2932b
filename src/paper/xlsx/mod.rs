//! Sheets and grids as XLSX. Knows rust_xlsxwriter.
mod cell;
mod frame;
mod measure;
mod print;
mod table;

pub use print::{book, render};
pub use table::table;
