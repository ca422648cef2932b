//! One row of a roster → a child with remarks, or the first fault that keeps it out.
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::layout::Layout;
use super::{Refusal, Row, Unit};
use crate::domain::fold::fold;
use crate::exchange::header::{Header, has_words, words};
use crate::exchange::person;
use crate::exchange::sheet::Cell;
use crate::exchange::tidy::{tidy, tidy_lines};
use crate::text::{Said, exchange as say};

/// The longest text kept from one cell, in characters.
const LONGEST: usize = 2000;

/// Where a row stands and what goes for it.
pub struct Place<'a> {
    /// The sheet's name.
    pub sheet: &'a str,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
    /// Where things stand.
    pub layout: &'a Layout,
    /// The head, for the words of refusals.
    pub header: &'a Header,
    /// The unit of the section or sheet.
    pub unit: Option<&'a Unit>,
    /// The child before, for "as above".
    pub previous: Option<&'a Row>,
    /// The day ages are judged at.
    pub at: NaiveDate,
    /// Units by how they are written; a sheet has few, on many rows.
    pub units: &'a RefCell<HashMap<String, Option<Unit>>>,
}

/// What became of a row.
pub enum Outcome {
    /// A child, with remarks.
    Taken(Box<Row>, Vec<Said>),
    /// A row that is not taken.
    Refused(Box<Refusal>),
}

impl Outcome {
    /// The child, if it is taken.
    pub fn row(&self) -> Option<&Row> {
        match self {
            Self::Taken(row, _) => Some(row),
            Self::Refused(_) => None,
        }
    }
}

/// A fault and the column it stands in.
pub struct Fault {
    column: usize,
    code: &'static str,
    reason: Said,
}

/// One row being read: its faults and remarks gather here.
pub struct Reader<'a, C> {
    /// Where the row stands.
    pub place: &'a Place<'a>,
    /// Gives the cell of a column.
    pub cell: C,
    /// What keeps the child out.
    pub faults: Vec<Fault>,
    /// What deserves a look.
    pub remarks: Vec<Said>,
    /// What stood beside names and goes to the child's remarks.
    pub notes: Vec<String>,
}

/// Reads a row. `cell` gives the cell of a column, `lines` the further texts where one child takes several rows.
pub fn read<'a>(place: &Place<'a>, cell: &dyn Fn(usize) -> &'a Cell, lines: &dyn Fn(usize) -> Vec<&'a str>) -> Outcome {
    let mut reader = Reader { place, cell, faults: Vec::new(), remarks: Vec::new(), notes: Vec::new() };
    let layout = place.layout;
    let previous = place.previous;
    let name = reader.name();
    let (born, sex) = reader.born_and_sex();
    let mut row = Row { sheet: place.sheet.to_string(), row: place.row, name, born, sex, ..Row::default() };
    row.father = reader.person(layout.father, previous.and_then(|row| row.father.as_ref()));
    row.mother = reader.person(layout.mother, previous.and_then(|row| row.mother.as_ref()));
    row.carer = reader.person(layout.carer, previous.and_then(|row| row.carer.as_ref()));
    let unit_beside = reader.parents(&mut row, lines);
    reader.parents_above(&mut row);
    row.unit = reader.unit(unit_beside);
    row.ward = reader.text(layout.ward, previous.and_then(|row| row.ward.as_ref()));
    row.circumstance = reader.text(layout.circumstance, None);
    let note = reader.text(layout.note, None);
    row.review = layout.review.map(|_| reader.text(layout.review, None).unwrap_or_default());
    row.extra = reader.extra();
    reader.orphan(&row);
    let notes: Vec<String> = note.into_iter().chain(std::mem::take(&mut reader.notes)).collect();
    row.note = (!notes.is_empty()).then(|| notes.join("; "));
    match reader.faults.iter().min_by_key(|fault| fault.column) {
        None => Outcome::Taken(Box::new(row), reader.remarks),
        Some(fault) => Outcome::Refused(Box::new(reader.refusal(fault))),
    }
}

impl<'a, C: Fn(usize) -> &'a Cell> Reader<'_, C> {
    fn text(&mut self, column: Option<usize>, above: Option<&String>) -> Option<String> {
        let text = self.kept(column?)?;
        if above.is_some() && person::is_ditto(&text) {
            above.cloned()
        } else {
            Some(on_one_line(&text)).filter(|text| !person::is_nothing(text))
        }
    }

    fn extra(&mut self) -> Vec<(String, String)> {
        let layout = self.place.layout;
        let kept = layout.extra.iter().filter_map(|(at, head)| Some((head.clone(), on_one_line(&self.kept(*at)?))));
        kept.collect()
    }

    /// A cell's text as it may be kept, line by line: clean, no formula, not endless.
    pub fn kept(&mut self, column: usize) -> Option<String> {
        let cell = (self.cell)(column);
        if cell.is_empty() {
            return None;
        }
        let shown = with_zeros(self.place.header.text(column), cell);
        if cell.as_text().is_some_and(person::is_formula) {
            self.remarks.push(say::FORMULA.with([self.place.header.text(column)]));
            return None;
        }
        let mut text = if shown.contains(['\n', '\r']) { tidy_lines(&shown) } else { tidy(&shown) };
        if let Some((end, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(end);
        }
        (!text.is_empty()).then_some(text)
    }

    /// Whether one of these faults was found.
    pub fn has_fault(&self, codes: &[&str]) -> bool {
        self.faults.iter().any(|fault| codes.contains(&fault.code))
    }

    /// Notes a fault.
    pub fn fault(&mut self, column: usize, code: &'static str, reason: Said) {
        self.faults.push(Fault { column, code, reason });
    }

    fn refusal(&self, fault: &Fault) -> Refusal {
        let place = self.place;
        let width = place.header.heads.last().map_or(0, |head| head.at + 1);
        let width = width.max(place.layout.extra.last().map_or(0, |(at, _)| at + 1));
        let cells = (0..width)
            .map(|at| (place.header.text(at).to_string(), tidy(&with_zeros(place.header.text(at), (self.cell)(at)))));
        let value = if place.layout.parts.is_some_and(|parts| parts.contains(&Some(fault.column))) {
            let parts = place.layout.parts.into_iter().flatten().flatten().map(|at| (self.cell)(at).shown());
            tidy(&parts.collect::<Vec<_>>().join("/"))
        } else {
            tidy(&(self.cell)(fault.column).shown())
        };
        Refusal {
            sheet: place.sheet.to_string(),
            row: place.row,
            column: place.header.text(fault.column).to_string(),
            value,
            code: fault.code,
            reason: fault.reason.clone(),
            cells: cells.collect(),
        }
    }
}

/// What a cell shows, with the zero back that a telephone or identity number loses where it is kept as a number.
fn with_zeros<'a>(head: &str, cell: &'a Cell) -> Cow<'a, str> {
    let shown = cell.shown();
    let digits = shown.len();
    if !matches!(cell, Cell::Number(_)) || !(9..12).contains(&digits) || !shown.bytes().all(|b| b.is_ascii_digit()) {
        return shown;
    }
    let words = words(&fold(head));
    let is = |heads: &[&str]| heads.iter().any(|head| has_words(&words, head));
    if digits == 9 && is(&["dien thoai", "sdt", "dt", "dd", "so dt", "phone"]) {
        Cow::Owned(format!("0{shown}"))
    } else if digits > 9 && is(&["cccd", "can cuoc", "dinh danh"]) {
        Cow::Owned(format!("{shown:0>12}"))
    } else {
        shown
    }
}

fn on_one_line(text: &str) -> String {
    text.replace('\n', ", ")
}
