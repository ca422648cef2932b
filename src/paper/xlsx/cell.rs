//! Typed cells of a workbook.
use super::super::{Cell, guard};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

/// The font of everything printed.
pub(super) const FONT: &str = "Times New Roman";

/// Whole đồng with a dot after thousands, as Vietnam writes them, whatever the reader's own locale.
const MONEY: &str = "[$-42A]#,##0";

/// The format of a kind of value in a column, and the same for texts that could run as a formula.
pub(super) struct Look {
    pub text: Format,
    pub guarded: Format,
    pub date: Format,
    pub money: Format,
    pub int: Format,
}

impl Look {
    /// All formats of one base: font, borders, alignment.
    pub fn new(base: &Format) -> Self {
        // "@" keeps a text a text when it is edited; the quote prefix keeps it from becoming a formula.
        let text = base.clone().set_num_format("@");
        Self {
            guarded: text.clone().set_quote_prefix(),
            text,
            date: base.clone().set_num_format("dd/mm/yyyy"),
            money: base.clone().set_num_format(MONEY),
            int: base.clone().set_num_format("0"),
        }
    }
}

/// An empty workbook whose default font, which columns are measured by, is the one everything is printed in.
pub(super) fn book() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // A row of this font is 21 pixels high and a standard column 72 wide.
    book.set_default_format(&Format::new().set_font_name(FONT).set_font_size(12), 21, 72)?;
    Ok(book)
}

/// Writes a value with its type. A day before 1900, which a workbook cannot hold, is written as text.
pub(super) fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, look: &Look) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &look.text)?,
        Cell::Text(text) => {
            let format = if guard::risky(text) { &look.guarded } else { &look.text };
            sheet.write_string_with_format(row, column, text, format)?
        }
        Cell::Date(date) if chrono::Datelike::year(date) < 1900 => {
            sheet.write_string_with_format(row, column, cell.shown(), &look.text)?
        }
        Cell::Date(date) => sheet.write_datetime_with_format(row, column, date, &look.date)?,
        // Amounts stay far below 2^53, where a number of a workbook is exact.
        Cell::Money(amount) => sheet.write_number_with_format(row, column, *amount as f64, &look.money)?,
        Cell::Int(count) => sheet.write_number_with_format(row, column, *count as f64, &look.int)?,
    };
    Ok(())
}

/// The width of a value in characters.
pub(super) fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0),
        Cell::Date(_) => 10,
        Cell::Money(amount) => {
            let digits = amount.unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1;
            digits + (digits - 1) / 3 + usize::from(*amount < 0)
        }
        Cell::Int(count) => count.unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1 + usize::from(*count < 0),
    }
}
