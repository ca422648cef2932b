//! A form as a workbook: only the answers can be typed over, numbers must be numbers, the codes stand in a hidden column.
use super::super::slip::{CODES, Slip, VALUE};
use super::super::{Cell, PaperError};
use super::cell::{self, FONT, Look};
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet, XlsxError,
};

/// The widths of number, question, measure, answer and what is known, in characters.
const WIDTHS: [f64; 5] = [6.0, 46.0, 13.0, 24.0, 18.0];
/// The first and the last column that is seen.
const FIRST: u16 = 1;
const LAST: u16 = 5;
/// The height of a place for words, in points.
const TALL: f64 = 72.0;

/// A form as the bytes of a workbook.
///
/// # Errors
/// [`PaperError::Xlsx`] if a text is too long for a cell or the file cannot be packed.
pub fn slip(slip: &Slip, name: &str) -> Result<Vec<u8>, PaperError> {
    let mut book = cell::book()?;
    let page = book.add_worksheet();
    page.set_name(name)?;
    for (column, width) in (FIRST..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_column_hidden(CODES)?;
    let header = top(page, slip)?;
    let end = lines(page, slip, header)?;
    let end = foot(page, slip, end)?;
    page.set_repeat_rows(header, header)?;
    page.set_print_area(0, FIRST, end, LAST)?;
    page.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(1.0, 0.6, 0.7, 0.7, 0.3, 0.3);
    page.set_footer(format!("&C&\"{FONT},Regular\"&11&P/&N"));
    // Without a password: it keeps the labels from being typed over by chance, and no one out.
    page.protect_with_options(&ProtectionOptions {
        format_rows: true,
        format_columns: true,
        ..ProtectionOptions::default()
    });
    page.set_active(true);
    Ok(book.save_to_buffer()?)
}

fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

fn boxed() -> Format {
    base().set_border(FormatBorder::Thin)
}

/// An answer: it can be typed over, and is seen to be.
fn open() -> Format {
    boxed().set_unlocked().set_background_color("#FFF8DC")
}

/// Bodies, titles and how it is filled in; the row of the heads.
fn top(page: &mut Worksheet, slip: &Slip) -> Result<u32, XlsxError> {
    page.write_string_with_format(0, CODES, &slip.mark, &base())?;
    let mut row = 0;
    let centred = base().set_align(FormatAlign::Center).set_bold();
    for line in &slip.agency {
        page.merge_range(row, FIRST, row, FIRST + 1, line, &centred)?;
        row += 1;
    }
    row += 1;
    for title in &slip.titles {
        page.set_row_height(row, 22.0)?;
        page.merge_range(row, FIRST, row, LAST, title, &centred.clone().set_font_size(14))?;
        row += 1;
    }
    for line in &slip.how {
        page.set_row_height(row, 32.0)?;
        page.merge_range(row, FIRST, row, LAST, line, &base().set_italic())?;
        row += 1;
    }
    row += 1;
    for (column, head) in (FIRST..).zip(&slip.heads) {
        page.write_string_with_format(row, column, head, &boxed().set_bold().set_align(FormatAlign::Center))?;
    }
    Ok(row)
}

/// The lines below the heads; the row after them.
fn lines(page: &mut Worksheet, slip: &Slip, header: u32) -> Result<u32, XlsxError> {
    let mut row = header + 1;
    let (label, open, code) = (boxed(), open(), base());
    let answers = Look::new(&open.clone().set_align(FormatAlign::Right));
    let known = Look::new(&label.clone().set_align(FormatAlign::Right));
    let [no_number, no_answer] = &slip.refusals;
    for choice in &slip.choices {
        page.set_row_height(row, 20.0)?;
        page.write_string_with_format(row, CODES, &choice.code, &code)?;
        page.merge_range(row, FIRST, row, FIRST + 2, &choice.label, &label)?;
        cell::write(
            page,
            row,
            CODES + VALUE,
            &Cell::Text(choice.value.clone()),
            &Look::new(&open.clone().set_align(FormatAlign::Center)),
        )?;
        page.write_blank(row, LAST, &label)?;
        let list = DataValidation::new().allow_list_strings(&choice.answers)?.set_error_message(no_answer)?;
        page.add_data_validation(row, CODES + VALUE, row, CODES + VALUE, &list)?;
        row += 1;
    }
    let numbers = DataValidation::new()
        .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
        .set_error_message(no_number)?;
    for (at, figure) in slip.figures.iter().enumerate() {
        page.set_row_height(row, 20.0)?;
        page.write_string_with_format(row, CODES, &figure.code, &code)?;
        let number = Cell::Int(i64::try_from(at + 1).unwrap_or(0));
        cell::write(page, row, FIRST, &number, &Look::new(&label.clone().set_align(FormatAlign::Center)))?;
        page.write_string_with_format(row, FIRST + 1, &figure.label, &label)?;
        page.write_string_with_format(row, FIRST + 2, &figure.measure, &label.clone().set_align(FormatAlign::Center))?;
        let value = |value: Option<i64>| match value {
            None => Cell::Empty,
            Some(amount) if figure.is_money => Cell::Money(amount),
            Some(count) => Cell::Int(count),
        };
        // A blank answer that is typed into is a number at once.
        let blank = if figure.is_money { &answers.money } else { &answers.int };
        match figure.value {
            None => {
                page.write_blank(row, CODES + VALUE, blank)?;
            }
            Some(_) => cell::write(page, row, CODES + VALUE, &value(figure.value), &answers)?,
        }
        cell::write(page, row, LAST, &value(figure.known), &known)?;
        page.add_data_validation(row, CODES + VALUE, row, CODES + VALUE, &numbers)?;
        row += 1;
    }
    for words in &slip.words {
        page.set_row_height(row, TALL)?;
        page.write_string_with_format(row, CODES, &words.code, &code)?;
        // The answer begins where those above do and reaches over what is known.
        page.merge_range(row, FIRST, row, FIRST + 2, &words.label, &label)?;
        let place = Look::new(&open.clone().set_align(FormatAlign::Top));
        let format = if super::super::guard::risky(&words.value) { &place.guarded } else { &place.text };
        page.merge_range(row, CODES + VALUE, row, LAST, &words.value, format)?;
        row += 1;
    }
    Ok(row)
}

fn foot(page: &mut Worksheet, slip: &Slip, row: u32) -> Result<u32, XlsxError> {
    let row = row + 1;
    let centred = base().set_align(FormatAlign::Center).set_bold();
    let [left, right] = &slip.signers;
    page.merge_range(row, FIRST, row, FIRST + 1, left, &centred)?;
    page.merge_range(row, FIRST + 2, row, LAST, right, &centred)?;
    // Names are typed under the signatures.
    let names = centred.set_unlocked();
    page.set_row_height(row + 1, TALL)?;
    page.merge_range(row + 2, FIRST, row + 2, FIRST + 1, "", &names)?;
    page.merge_range(row + 2, FIRST + 2, row + 2, LAST, "", &names)?;
    Ok(row + 2)
}
