//! A sheet as a workbook to print.
use super::super::sheet::Kind;
use super::super::width::Weight;
use super::super::{Cell, Lie, PaperError, Sheet};
use super::cell::{self, FONT, Look};
use super::frame::Frame;
use super::measure::{self, POINTS};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// A sheet as the bytes of a workbook set up for A4: typed and bordered cells, the header on every page, page numbers
/// below, everything in the print area. Texts that could run as a formula stay texts.
///
/// # Errors
/// [`PaperError::Xlsx`] if a text is longer than 32,767 characters or the file cannot be packed.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let mut book = cell::book()?;
    put(book.add_worksheet(), sheet)?;
    Ok(book.save_to_buffer()?)
}

/// Several sheets as one workbook, each under its name: at most 31 characters, none of `[]:*?/\`.
///
/// # Errors
/// [`PaperError::Xlsx`] as [`render`], or if a name is none or stands twice.
pub fn book(sheets: &[(String, Sheet)]) -> Result<Vec<u8>, PaperError> {
    let mut book = cell::book()?;
    for (name, sheet) in sheets {
        put(book.add_worksheet().set_name(name)?, sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

/// Writes a sheet on a page of its own.
fn put(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let mut widths = measure::widths(sheet);
    if widths.is_empty() {
        widths.push(measure::page(sheet.lie));
    }
    for (column, width) in (0..).zip(&widths) {
        page.set_column_width_pixels(column, measure::pixels(*width))?;
    }
    let last = u16::try_from(widths.len() - 1).unwrap_or(u16::MAX);
    let mut frame = Frame::new(page, &widths);
    frame.top(sheet)?;
    let header = frame.row;
    let below = rows(frame.page, sheet, &widths, header)?;
    frame.row = below;
    frame.bottom(sheet)?;
    let end = frame.row.saturating_sub(1);
    page.set_repeat_rows(header, header)?;
    page.set_print_area(0, 0, end, last)?;
    paper(page, sheet.lie);
    Ok(())
}

/// Writes header, rows and total from a row on; the row after them.
fn rows(page: &mut Worksheet, sheet: &Sheet, widths: &[f64], header: u32) -> Result<u32, XlsxError> {
    let base = Format::new().set_font_name(FONT).set_font_size(POINTS).set_border(FormatBorder::Thin).set_text_wrap();
    let base = base.set_align(FormatAlign::VerticalCenter);
    let bold = base.clone().set_bold();
    let head = Look::new(&bold.clone().set_align(FormatAlign::Center));
    let looks: Vec<Look> = sheet.columns.iter().map(|column| Look::new(&aligned(&base, column.kind))).collect();
    let totals: Vec<Look> = sheet.columns.iter().map(|column| Look::new(&aligned(&bold, column.kind))).collect();
    let heads = sheet.columns.iter().map(|column| column.head.as_str());
    page.set_row_height(header, measure::height(heads.clone().zip(widths.iter().copied()), Weight::Bold))?;
    for (column, words) in (0..).zip(heads) {
        cell::write(page, header, column, &Cell::Text(words.to_owned()), &head)?;
    }
    let floor = measure::floor(sheet);
    let mut row = header + 1;
    for cells in &sheet.rows {
        page.set_row_height(row, height(cells, widths, Weight::Plain).max(floor))?;
        for ((column, look), n) in (0..).zip(&looks).zip(0..) {
            cell::write(page, row, column, cells.get::<usize>(n).unwrap_or(&Cell::Empty), look)?;
        }
        row += 1;
    }
    if sheet.total.is_empty() {
        return Ok(row);
    }
    page.set_row_height(
        row,
        height(sheet.total.get(1..).unwrap_or_default(), widths.get(1..).unwrap_or_default(), Weight::Bold).max(floor),
    )?;
    let joined =
        (1..sheet.columns.len()).take_while(|n| matches!(sheet.total.get(*n), None | Some(Cell::Empty))).count();
    if joined > 0 {
        let words = sheet.total[0].shown();
        let format = bold.clone().set_align(FormatAlign::Center);
        page.merge_range(row, 0, row, u16::try_from(joined).unwrap_or(u16::MAX), &words, &format)?;
    }
    let from = if joined > 0 { joined + 1 } else { 0 };
    for (n, look) in totals.iter().enumerate().skip(from) {
        let column = u16::try_from(n).unwrap_or(u16::MAX);
        cell::write(page, row, column, sheet.total.get(n).unwrap_or(&Cell::Empty), look)?;
    }
    Ok(row + 1)
}

fn height(cells: &[Cell], widths: &[f64], weight: Weight) -> f64 {
    let words = cells.iter().zip(widths).map(|(cell, width)| match cell {
        Cell::Text(text) => (text.as_str(), *width),
        _ => ("", *width),
    });
    measure::height(words, weight)
}

fn aligned(base: &Format, kind: Kind) -> Format {
    let align = match kind {
        Kind::Text => FormatAlign::Left,
        Kind::Money => FormatAlign::Right,
        Kind::Date | Kind::Number | Kind::Check => FormatAlign::Center,
    };
    base.clone().set_align(align)
}

/// A4, the margins of the decree in inches, one page wide, the page number below.
fn paper(page: &mut Worksheet, lie: Lie) {
    page.set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    page.set_margins(1.18, 0.6, 0.79, 0.79, 0.4, 0.4);
    if lie == Lie::Landscape {
        page.set_landscape();
    }
    page.set_footer(format!("&C&\"{FONT},Regular\"&11&P/&N"));
}

#[cfg(test)]
mod tests {
    use super::super::super::sample;
    use super::*;
    use calamine::{Data, DataType, Reader, Xlsx};

    fn read(sheet: &Sheet) -> Vec<Vec<Data>> {
        let mut book = Xlsx::new(std::io::Cursor::new(render(sheet).unwrap())).unwrap();
        let names = book.sheet_names();
        book.worksheet_range(&names[0]).unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn a_gift_list_has_letterhead_typed_rows_total_words_and_signers() {
        let rows = read(&sample::gifts(12));
        let find = |word: &str| rows.iter().position(|row| row.iter().any(|cell| cell.get_string() == Some(word)));
        let header = find("Họ và tên cháu").unwrap();
        assert!(find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").unwrap() < header);
        assert!(matches!(rows[header + 1][2], Data::DateTime(_)), "{:?}", rows[header + 1]);
        assert_eq!(rows[header + 1][1], Data::String("=HYPERLINK(\"x\")".into()));
        let total = find("Tổng cộng").unwrap();
        assert_eq!(total, header + 13);
        assert_eq!(rows[total][5], Data::Float(6_000_000.0));
        assert!(total < find("NGƯỜI LẬP").unwrap());
    }

    #[test]
    fn few_columns_many_signers_and_nothing_at_all_still_print() {
        let mut sheet = sample::gifts(3);
        sheet.columns.truncate(1);
        sheet.total.truncate(1);
        let rows = read(&sheet);
        let titles = ["NGƯỜI LẬP", "CÔNG ĐOÀN", "LÃNH ĐẠO SỞ"];
        assert!(
            titles.iter().all(|title| rows.iter().flatten().any(|cell| cell.get_string() == Some(*title))),
            "{rows:?}"
        );
        assert!(render(&Sheet::default()).is_ok());
    }
}
