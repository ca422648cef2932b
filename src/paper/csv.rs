//! A grid as CSV: UTF-8 with a byte order mark, commas, CRLF.
use super::{Cell, Grid, PaperError, guard};

/// A grid as the bytes of a CSV file. Days are written dd/mm/yyyy, amounts as bare digits in đồng. A text that could
/// run as a formula gets an apostrophe before it.
///
/// # Errors
/// [`PaperError::Csv`] if the text cannot be written.
pub fn render(grid: &Grid) -> Result<Vec<u8>, PaperError> {
    // Without the mark, Excel takes the file for the system's old code page.
    let mut out = String::from("\u{feff}").into_bytes();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(&mut out);
    writer.write_record(grid.heads.iter().map(|head| guarded(head)))?;
    for row in &grid.rows {
        let missing = grid.heads.len().saturating_sub(row.len());
        let blanks = std::iter::repeat_n(String::new(), missing);
        writer.write_record(row.iter().map(field).chain(blanks))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(out)
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Money(amount) => amount.to_string(),
        other => other.shown(),
    }
}

fn guarded(text: &str) -> String {
    if guard::risky(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_file_is_marked_quoted_and_guarded() {
        let grid = Grid {
            heads: vec!["Họ tên".into(), "Ngày sinh".into(), "Số tiền".into()],
            rows: vec![
                vec![
                    Cell::Text("Lý, \"An\"".into()),
                    Cell::Date(NaiveDate::from_ymd_opt(2015, 3, 5).unwrap()),
                    Cell::Money(-500_000),
                ],
                vec![Cell::Text("\u{feff}=1+1".into())],
            ],
            about: Vec::new(),
        };
        let text = String::from_utf8(render(&grid).unwrap()).unwrap();
        let rows = "\"Lý, \"\"An\"\"\",05/03/2015,-500000\r\n'\u{feff}=1+1,,\r\n";
        assert_eq!(text, format!("\u{feff}Họ tên,Ngày sinh,Số tiền\r\n{rows}"));
    }
}
