//! A form of ours: lines are known by their codes, which stand in the column of the mark.
use super::{TellFault, Told, Unknown, number};
use crate::domain::clean::{clean, clean_lines};
use crate::domain::fold::fold;
use crate::domain::submission::{Item, WORDS};
use crate::exchange::sheet::Sheet;
use crate::paper::slip::{MARK, VALUE};
use crate::text::units as u;

/// What a form tells; nothing if the sheet is none.
pub fn read(sheet: &Sheet) -> Option<Told> {
    let (top, codes, mark) = marked(sheet)?;
    let mut parts = mark.split('|');
    let (_, _) = (parts.next(), parts.next());
    let mut told = Told { is_form: true, ..Told::default() };
    told.period = parts.next().map(str::to_owned);
    told.unit_row = parts.next().and_then(|part| part.parse().ok());
    told.versions = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    told.unit = parts.next().map(str::to_owned);
    let value = codes + usize::from(VALUE);
    for row in top + 1..sheet.rows.len() {
        let (code, cell) = (clean(&sheet.cell(row, codes).shown()), sheet.cell(row, value));
        let shown = clean(&cell.shown());
        // The question stands before its measure, or where it reaches over its number.
        let label = [2, 1].map(|at| clean(&sheet.cell(row, codes + at).shown()));
        let label = label.into_iter().find(|label| label.chars().any(char::is_alphabetic)).unwrap_or_default();
        match code.as_str() {
            "basis" => told.estimated = Some(fold(&shown) == fold(u::BASIS_ESTIMATE.vi)),
            "nothing" => told.is_nothing = !shown.is_empty(),
            code => {
                if let Some(item) = Item::of_code(code).filter(|item| *item != Item::Any) {
                    match number(cell, item) {
                        Ok(value) => told.figures.extend(value.map(|value| (item, value))),
                        Err(reason) => told.faults.push(TellFault {
                            sheet: sheet.name.clone(),
                            row: u32::try_from(row + 1).unwrap_or(0),
                            label,
                            value: shown,
                            reason,
                        }),
                    }
                } else if let Some((column, _)) = WORDS.iter().find(|(column, _)| *column == code) {
                    told.words.push((column, clean_lines(&cell.shown())));
                } else if !shown.is_empty() && !label.is_empty() && told.has_begun() {
                    // A line that somebody put in.
                    told.unknown.push(Unknown { label, value: shown });
                }
            }
        }
    }
    Some(told)
}

impl Told {
    /// Whether a line of the form has been read: what stands above are titles and heads.
    const fn has_begun(&self) -> bool {
        self.estimated.is_some()
    }
}

/// The row and column of the mark, and the mark.
fn marked(sheet: &Sheet) -> Option<(usize, usize, String)> {
    sheet.rows.iter().take(40).enumerate().find_map(|(row, cells)| {
        let (at, cell) = cells.iter().take(8).enumerate().find(|(_, cell)| cell.shown().starts_with(MARK))?;
        Some((row, at, clean(&cell.shown())))
    })
}
