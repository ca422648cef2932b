//! What a spreadsheet is once read, whatever its format: sheets of rows of cells.
use std::borrow::Cow;

use chrono::NaiveDate;

use super::watch::Watch;
use super::{book, plain};
use crate::text::{Said, exchange as say};

/// The largest file taken in, in bytes.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;
/// The most filled cells of one file.
pub const MOST_CELLS: usize = 1_000_000;
/// Columns beyond this hold no office's table; they are not read, so that one stray cell does not cost a million.
pub const MOST_COLUMNS: usize = 256;

/// One sheet of a file. `rows[i]` is the row the spreadsheet numbers `i + 1`; cells start at column A and stop at the
/// last filled one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name on its tab; empty for text files.
    pub name: String,
    /// Whether the office hid it.
    pub hidden: bool,
    /// The rows it hid, counted from 0 and rising.
    pub hidden_rows: Vec<usize>,
    /// Rows, empty ones included.
    pub rows: Vec<Vec<Cell>>,
    /// Merged areas; the value stands in their first cell only.
    pub merges: Vec<Merge>,
}

/// A merged area, its corners included, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: usize,
    /// First column.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
}

/// What one cell holds. Of a formula, only its last result is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Text, as written.
    Text(String),
    /// A number without a date's format.
    Number(f64),
    /// A date; its time of day is dropped.
    Date(NaiveDate),
    /// TRUE or FALSE.
    Bool(bool),
}

impl Cell {
    /// A text cell, or an empty one where the text has nothing to see.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text.to_string()) }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text, when it is text.
    #[must_use]
    pub const fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// What a reader sees in the cell: dates as day/month/year, whole numbers without a point.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.format("%d/%m/%Y").to_string()),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }
}

impl Sheet {
    /// A sheet of text cells, empty strings being empty cells.
    #[must_use]
    pub fn of(name: &str, rows: &[&[&str]]) -> Self {
        let rows = rows.iter().map(|row| row.iter().map(|text| Cell::of(text)).collect()).collect();
        Self { name: name.to_string(), rows, ..Self::default() }
    }

    /// The cell at a row and a column, both from 0; empty beyond the edge.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }

    /// Whether no cell is filled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.iter().flatten().all(Cell::is_empty)
    }
}

/// Every sheet of a file, told by its content first and its ending after: xlsx, xlsm, xlsb, xls, ods, csv, tsv, txt.
///
/// # Errors
/// A sentence when the file is too big, broken, locked by a password or no spreadsheet.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Said> {
    read_watched(file_name, bytes, &Watch::default())
}

/// As [`read`]: the watch is told of rows and may stop the reading.
///
/// # Errors
/// The same, or that it was stopped.
pub fn read_watched(file_name: &str, bytes: &[u8], watch: &Watch) -> Result<Vec<Sheet>, Said> {
    if bytes.len() > MOST_BYTES {
        return Err(say::TOO_BIG.with([file_name]));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(say::EMPTY_FILE.with([file_name]));
    }
    match book::Kind::of(bytes) {
        book::Kind::Text => plain::read(file_name, bytes, watch).map(|sheet| vec![sheet]),
        book::Kind::Other => Err(say::NOT_A_SHEET.with([file_name])),
        book::Kind::Page => Err(say::A_WEB_PAGE.with([file_name])),
        kind => book::read(kind, file_name, bytes, watch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn sentence(file_name: &str, bytes: &[u8]) -> String {
        read(file_name, bytes).unwrap_err().say(Lang::Vi)
    }

    #[test]
    fn what_is_no_spreadsheet_is_said() {
        assert!(sentence("a.xlsx", b"  \n").contains("trống"));
        assert!(sentence("a.xlsx", b"%PDF-1.7 ...").contains("không phải là bảng tính"));
        assert!(sentence("a.xls", b"<html><table><tr><td>a</td></tr></table></html>").contains("trang web"));
        assert!(sentence("a.xlsx", b"PK\x03\x04 and nothing more").contains("hỏng"));
        assert!(sentence("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut short").contains("hỏng"));
        assert!(sentence("a.csv", &vec![b'a'; MOST_BYTES + 1]).contains("quá lớn"));
    }

    #[test]
    fn cells_are_shown_as_read() {
        assert_eq!(Cell::Number(2015.0).shown(), "2015");
        assert_eq!(Cell::Date(NaiveDate::from_ymd_opt(2015, 3, 4).unwrap()).shown(), "04/03/2015");
        assert_eq!(Cell::of(" \u{a0} "), Cell::Empty);
    }
}
