//! A plain typed export: one header row, then the rows.
use super::super::{Cell, Grid, PaperError};
use super::cell::{self, FONT, Look};
use crate::text::paper as text;
use rust_xlsxwriter::{Color, Format, FormatAlign};
use unicode_width::UnicodeWidthStr;

/// A grid as the bytes of a workbook: the first sheet, called `name`, holds the header (frozen, with a filter) and the
/// typed rows; a second one, what the file is about. Characters a sheet's name may not hold are left out.
///
/// # Errors
/// [`PaperError::Xlsx`] if a text is longer than 32,767 characters or the file cannot be packed.
pub fn table(grid: &Grid, name: &str) -> Result<Vec<u8>, PaperError> {
    let base = Format::new().set_font_name(FONT).set_font_size(12);
    let head = base.clone().set_bold().set_background_color(Color::RGB(0x00E7_EEF5)).set_align(FormatAlign::Center);
    let head = Look::new(&head.set_align(FormatAlign::VerticalCenter).set_text_wrap());
    let look = Look::new(&base);
    let mut book = cell::book()?;
    // Rows go out as they come: a third faster at 50,000 rows than a sheet kept whole.
    let sheet = book.add_worksheet_with_constant_memory()?;
    let named = sheet_name(name);
    if !named.is_empty() {
        sheet.set_name(named)?;
    }
    let mut widths: Vec<usize> = grid.heads.iter().map(|head| head.width().min(24)).collect();
    for (column, words) in (0..).zip(&grid.heads) {
        cell::write(sheet, 0, column, &Cell::Text(words.clone()), &head)?;
    }
    for (row, cells) in (1..).zip(&grid.rows) {
        for ((column, cell), width) in (0..).zip(cells).zip(&mut widths) {
            if *cell != Cell::Empty {
                cell::write(sheet, row, column, cell, &look)?;
                *width = (*width).max(cell::width(cell));
            }
        }
    }
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, (width.min(60) + 3) as f64)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Ok(columns), Ok(rows)) = (u16::try_from(grid.heads.len()), u32::try_from(grid.rows.len()))
        && columns > 0
    {
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_footer("&C&\"Times New Roman,Regular\"&11&P/&N");
    if !grid.about.is_empty() {
        let sheet = book.add_worksheet().set_name(text::ABOUT_FILE.vi)?;
        for (row, words) in (0..).zip(&grid.about) {
            cell::write(sheet, row, 0, &Cell::Text(words.clone()), &look)?;
        }
        sheet.set_column_width(0, 90)?;
    }
    Ok(book.save_to_buffer()?)
}

/// At most 31 characters, without those that references use.
fn sheet_name(name: &str) -> String {
    let kept = name.chars().filter(|c| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\'));
    let short: String = kept.take(31).collect();
    short.trim().trim_matches('\'').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use chrono::NaiveDate;

    #[test]
    fn values_keep_their_types_and_formulas_stay_texts() {
        let day = NaiveDate::from_ymd_opt(2015, 3, 5).unwrap();
        let old = NaiveDate::from_ymd_opt(1899, 3, 5).unwrap();
        let texts = ["0912345678", "=1+1", "\u{feff}@x", "Đỗ Thị <b>&"];
        let mut row: Vec<Cell> = texts.map(|text| Cell::Text(text.into())).to_vec();
        row.extend([Cell::Date(day), Cell::Date(old), Cell::Money(-1_234_567), Cell::Int(3), Cell::Empty]);
        let grid = Grid {
            heads: (1..=9).map(|n| format!("Cột {n}")).collect(),
            rows: vec![row],
            about: vec!["Bộ lọc: Văn phòng".into()],
        };
        let bytes = table(&grid, "Trẻ em: 1/6 [lọc]").unwrap();
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["Trẻ em 16 lọc", "Về tệp này"]);
        let range = book.worksheet_range("Trẻ em 16 lọc").unwrap();
        let cells: Vec<&Data> = range.rows().nth(1).unwrap().iter().collect();
        for (cell, text) in cells.iter().zip(texts) {
            assert_eq!(**cell, Data::String(text.into()));
        }
        assert!(matches!(cells[4], Data::DateTime(_)), "{:?}", cells[4]);
        assert_eq!(*cells[5], Data::String("05/03/1899".into()));
        assert_eq!(*cells[6], Data::Float(-1_234_567.0));
        assert_eq!(*cells[7], Data::Float(3.0));
        let formulas = book.worksheet_formula("Trẻ em 16 lọc").unwrap();
        assert!(formulas.used_cells().all(|(.., formula)| formula.is_empty()));
    }

    #[test]
    fn an_empty_grid_is_still_a_workbook() {
        assert!(table(&Grid::default(), "").is_ok());
    }
}
