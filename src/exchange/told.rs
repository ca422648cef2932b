//! What a file of a unit tells of a period: a form of ours that was filled in, or the unit's own sheet.
mod form;
mod meaning;
mod own;

use crate::domain::cell::parse;
use crate::domain::clean::clean;
use crate::domain::submission::Item;
use crate::domain::value::{Kind, Value};
use crate::exchange::legacy;
use crate::exchange::sheet::{self, Cell};
use crate::text::{Said, data as d, units as u};

pub use meaning::{Meaning, meaning_of};

/// What one unit tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whether it is a form of ours.
    pub is_form: bool,
    /// The period's code, if it names one.
    pub period: Option<String>,
    /// The unit's row number, as the form has it.
    pub unit_row: Option<i64>,
    /// The unit's name, if it names one.
    pub unit: Option<String>,
    /// How many versions there were when the form was made.
    pub versions: i64,
    /// Whether it says that there is nothing to report.
    pub is_nothing: bool,
    /// Whether its figures are estimates, if it says so.
    pub estimated: Option<bool>,
    /// Its figures.
    pub figures: Vec<(Item, i64)>,
    /// Its words, by the column of [`crate::domain::submission::WORDS`].
    pub words: Vec<(&'static str, String)>,
    /// What nobody knows the meaning of.
    pub unknown: Vec<Unknown>,
    /// What could not be read.
    pub faults: Vec<TellFault>,
}

/// A value under words that mean nothing yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The words.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A value that is not of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TellFault {
    /// The sheet's name.
    pub sheet: String,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
    /// What it should tell.
    pub label: String,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub reason: Said,
}

/// What words mean, as the office said it: the words, folded, and a code; a blank code for what is left out.
pub type Mapping = [(String, String)];

/// Reads what units tell in a file; a sheet of several units tells of each. `mapping` goes before what the words say by
/// themselves.
///
/// # Errors
/// If the file is no spreadsheet, or nothing in it tells of the work for children.
pub fn read(name: &str, bytes: &[u8], mapping: &Mapping) -> Result<Vec<Told>, Said> {
    let mut sheets = sheet::read(name, bytes)?;
    let forms: Vec<Told> = sheets.iter().filter_map(form::read).collect();
    if !forms.is_empty() {
        return Ok(forms);
    }
    legacy::decode_sheets(&mut sheets);
    let found: Vec<Told> =
        sheets.iter().filter(|sheet| !sheet.hidden).flat_map(|sheet| own::read(name, sheet, mapping)).collect();
    if found.is_empty() { Err(u::TELLS_NOTHING.with([name])) } else { Ok(found) }
}

/// A number in a cell: 12, "1.200", "12 buổi", for money "1,5 triệu"; `None` where there is nothing.
///
/// # Errors
/// If it is no whole number from 0.
fn number(cell: &Cell, item: Item) -> Result<Option<i64>, Said> {
    let shown = clean(&cell.shown());
    let refused = || d::NOT_A_NUMBER.with([shown.clone()]);
    let value = match cell {
        Cell::Empty => return Ok(None),
        // What cannot be held exactly is no count.
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => *number as i64,
        Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => return Err(refused()),
        Cell::Text(_) if matches!(shown.as_str(), "-" | "–" | "/" | "x" | "") => return Ok(None),
        Cell::Text(_) => text_number(&shown, item).ok_or_else(refused)?,
    };
    if value < 0 { Err(refused()) } else { Ok(Some(value)) }
}

fn text_number(text: &str, item: Item) -> Option<i64> {
    let kind = if item.is_money() { Kind::Money } else { Kind::Int };
    let day = chrono::NaiveDate::default();
    let read = |text: &str| match parse(kind, text, day) {
        Ok(Value::Int(value)) => Some(value),
        _ => None,
    };
    // "12 buổi": what is counted may stand behind the number.
    let bare = || {
        text.split_once(' ').filter(|(_, rest)| !rest.contains(|c: char| c.is_ascii_digit())).and_then(|(n, _)| read(n))
    };
    read(text).or_else(bare)
}
