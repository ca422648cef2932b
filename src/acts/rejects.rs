//! What a roster did not give: where it stands in the file, and the sheet of refused rows that goes back to be mended.
use crate::exchange::roster::Refusal;
use crate::paper::{Cell, Grid};
use crate::text::{Lang, Said, cli as t};

/// The refused rows as they were, under their own heads, so that they can be mended and taken in again; the reason and
/// the place stand behind.
#[must_use]
pub fn rejects(refused: &[&Refusal], lang: Lang) -> Grid {
    let mut heads: Vec<(String, usize)> = Vec::new();
    let mut rows = Vec::new();
    for refusal in refused {
        let mut cells = Vec::new();
        for (at, (head, value)) in refusal.cells.iter().enumerate() {
            // Heads may be the same twice, or blank: what tells them apart is which one of them it is.
            let nth = refusal.cells.iter().take(at).filter(|(other, _)| other == head).count();
            let known = heads.iter().position(|(name, n)| name == head && *n == nth);
            let column = known.unwrap_or_else(|| {
                heads.push((head.clone(), nth));
                heads.len() - 1
            });
            cells.resize(cells.len().max(column + 1), Cell::Empty);
            cells[column] = if value.is_empty() { Cell::Empty } else { Cell::Text(value.clone()) };
        }
        rows.push(cells);
    }
    for (cells, refusal) in rows.iter_mut().zip(refused) {
        cells.resize(heads.len(), Cell::Empty);
        cells.push(Cell::Text(refusal.reason.say(lang)));
        cells.push(Cell::Text(place(&refusal.sheet, refusal.row).map(|place| place.say(lang)).unwrap_or_default()));
    }
    let own = [t::REASON, t::ORIGIN].map(|text| text.say(lang).to_owned());
    Grid { heads: heads.into_iter().map(|(head, _)| head).chain(own).collect(), rows, about: Vec::new() }
}

/// Where something stands in a file; nothing if it speaks of the whole file.
#[must_use]
pub fn place(sheet: &str, row: u32) -> Option<Said> {
    match (sheet, row) {
        ("", 0) => None,
        ("", row) => Some(t::AT_ROW.with([row])),
        (sheet, 0) => Some(t::AT_SHEET.with([sheet])),
        (sheet, row) => Some(t::AT_SHEET_ROW.with([sheet.to_owned(), row.to_string()])),
    }
}
