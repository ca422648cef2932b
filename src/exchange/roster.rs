//! A spreadsheet of children → typed rows, each with its faults. Knows what rosters look like, not what is stored.
mod children;
mod columns;
mod facts;
mod frame;
mod layout;
mod line;
mod people;
mod row;
mod table;
mod title;
mod twice;

use chrono::NaiveDate;

pub use self::frame::{File, Frame, ROLES, Shown};
use super::sheet::{self, Sheet};
pub use super::unit::Unit;
use super::watch::Watch;
use crate::domain::born::Born;
use crate::domain::sex::Sex;
use crate::text::Said;

/// What the reader of a roster is told beside the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The unit of rows for which the file names none; goes before the letterhead.
    pub unit: Option<String>,
    /// The day ages are judged at; goes before the day the sheet itself names ("Tính đến ngày …").
    pub as_of: Option<NaiveDate>,
    /// The day ages are judged at when neither is known.
    pub today: NaiveDate,
}

/// A roster as read: what can be taken, what cannot, and what deserves a look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Children, in the order of the file.
    pub rows: Vec<Row>,
    /// Rows that are not taken, one entry each.
    pub refused: Vec<Refusal>,
    /// Remarks on rows that are taken, and on sheets as a whole.
    pub warnings: Vec<Warning>,
}

/// One child. Texts are clean (see [`crate::domain::clean::clean`]) but otherwise as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The sheet's name; empty for text files.
    pub sheet: String,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
    /// The child's name.
    pub name: String,
    /// The birth date as far as it is known.
    pub born: Option<Born>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The father's name.
    pub father: Option<String>,
    /// The mother's name.
    pub mother: Option<String>,
    /// Who cares for the child, where the sheet names someone else.
    pub carer: Option<String>,
    /// The unit the parent works in.
    pub unit: Option<Unit>,
    /// Ward or address, as written.
    pub ward: Option<String>,
    /// Circumstances, as written.
    pub circumstance: Option<String>,
    /// Remarks, with what stood in brackets beside names.
    pub note: Option<String>,
    /// What came of the child's review: `None` where the sheet does not ask, blank where nothing was written.
    pub review: Option<String>,
    /// Columns of other meaning: head and value.
    pub extra: Vec<(String, String)>,
}

/// A row that is not taken, by the first of its faults in the order of columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The sheet's name.
    pub sheet: String,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
    /// The head of the column at fault, as written.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// "date", "future", "adult", "name" or "sex".
    pub code: &'static str,
    /// The fault as a sentence.
    pub reason: Said,
    /// The whole row, head and value, to be given back to the office.
    pub cells: Vec<(String, String)>,
}

/// A remark. Row 0 speaks of the sheet as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The sheet's name.
    pub sheet: String,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
    /// The remark as a sentence.
    pub text: Said,
}

/// Reads a roster from a file of any spreadsheet format.
///
/// # Errors
/// A sentence when the file cannot be read or holds no roster.
pub fn read(file_name: &str, bytes: &[u8], options: &Options) -> Result<Roster, Said> {
    read_sheets(file_name, sheet::read(file_name, bytes)?, options)
}

/// Reads a roster from sheets. Sheets without the head of a roster are passed over, hidden ones too.
///
/// # Errors
/// A sentence when no sheet holds a roster.
pub fn read_sheets(file_name: &str, sheets: Vec<Sheet>, options: &Options) -> Result<Roster, Said> {
    let file = File::of(file_name, sheets);
    file.read(&file.frames(options), options, &Watch::default())
}

#[cfg(test)]
mod offices;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod truth;
