//! One row of a roster → a child with remarks, or the first fault that keeps it out.
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::columns::Layout;
use super::{Refusal, Row, Unit};
use crate::domain::born::{Born, Under};
use crate::domain::fold::fold;
use crate::domain::sex::Sex;
use crate::exchange::birth::{self, Read};
use crate::exchange::header::{Header, has_words, words};
use crate::exchange::sheet::Cell;
use crate::exchange::tidy::{tidy, tidy_lines};
use crate::exchange::{person, unit};
use crate::text::{Said, exchange as say};

/// Children are under 16 (Luật Trẻ em 2016, Điều 1).
const CHILD_UNDER: u32 = 16;
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

/// A fault and the column it stands in.
struct Fault {
    column: usize,
    code: &'static str,
    reason: Said,
}

/// One row being read: its faults and remarks gather here.
struct Reader<'a, C> {
    place: &'a Place<'a>,
    cell: C,
    faults: Vec<Fault>,
    remarks: Vec<Said>,
    notes: Vec<String>,
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
    row.unit = reader.unit(unit_beside);
    row.ward = reader.text(layout.ward, previous.and_then(|row| row.ward.as_ref()));
    row.circumstance = reader.text(layout.circumstance, None);
    let note = reader.text(layout.note, None);
    row.extra = reader.extra();
    reader.orphan(&row);
    let notes: Vec<String> = note.into_iter().chain(std::mem::take(&mut reader.notes)).collect();
    row.note = (!notes.is_empty()).then(|| notes.join("; "));
    match reader.faults.iter().min_by_key(|fault| fault.column) {
        None => Outcome::Taken(Box::new(row), reader.remarks),
        Some(fault) => Outcome::Refused(Box::new(reader.refusal(fault))),
    }
}

/// Whether a cell is ticked.
#[must_use]
pub fn is_tick(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => *number == 1.0,
        Cell::Bool(ticked) => *ticked,
        Cell::Text(text) => {
            let text = text.trim();
            matches!(text, "*" | "+" | "✓" | "✔" | "√" | "☑" | "☒" | "×" | "✗" | "✘" | "ü" | "•")
                || matches!(fold(text).as_str(), "x" | "xx" | "v" | "1" | "co" | "true" | "х")
        }
        Cell::Empty | Cell::Date(_) => false,
    }
}

impl<'a, C: Fn(usize) -> &'a Cell> Reader<'_, C> {
    fn name(&mut self) -> String {
        let columns = &self.place.layout.name;
        let column = columns.first().copied().unwrap_or(0);
        let shown: Vec<Cow<'_, str>> = columns.iter().map(|column| (self.cell)(*column).shown()).collect();
        let (name, beside) = person::split_name(&shown.join(" "));
        if name.is_empty() {
            self.fault(column, "name", say::NAME_BLANK.into());
        } else if person::is_formula(&shown[0]) || !person::is_name(&name) {
            self.fault(column, "name", say::NAME_ODD.with([name.as_str()]));
        }
        self.notes.extend(beside);
        name
    }

    fn born_and_sex(&mut self) -> (Option<Born>, Option<Sex>) {
        let layout = self.place.layout;
        let mut born = None;
        let columns = layout.parts.map(|parts| parts.into_iter().flatten().min().unwrap_or(0));
        if let Some([day, month, year]) = layout.parts {
            let cell = |column: Option<usize>| column.map_or(&Cell::Empty, |column| (self.cell)(column));
            let read = birth::read_parts(cell(day), cell(month), cell(year));
            born = self.judge(columns.unwrap_or(0), read);
        } else if let Some(column) = layout.born {
            born = self.judge(column, birth::read((self.cell)(column)));
        }
        let mut sex = layout.sex.and_then(|column| self.sex_word(column));
        // A date under "Nam" or "Nữ" tells both.
        let mut ticked = Vec::new();
        for (column, meant) in [(layout.male, Sex::Male), (layout.female, Sex::Female)] {
            let Some(column) = column else { continue };
            let cell = (self.cell)(column);
            if is_tick(cell) {
                ticked.push((column, meant));
                continue;
            }
            let said = cell.as_text().and_then(Sex::parse);
            match birth::read(cell) {
                Read::Blank => {}
                _ if cell.as_text().is_some_and(person::is_nothing) => {}
                _ if said == Some(meant) => ticked.push((column, meant)),
                Read::Born(found) if layout.born.is_none() || born.is_none() => {
                    born = self.judge(column, Read::Born(found)).or(born);
                    ticked.push((column, meant));
                }
                Read::Unreadable
                    if layout.born.is_none()
                        && cell.as_text().is_none_or(|text| text.contains(|c: char| c.is_ascii_digit())) =>
                {
                    self.judge(column, Read::Unreadable);
                    ticked.push((column, meant));
                }
                Read::Born(_) | Read::Unreadable => self.fault(column, "sex", say::SEX_ODD.with([cell.shown()])),
            }
        }
        match ticked.as_slice() {
            [] if sex.is_none() && layout.ticks_girls_only => sex = Some(Sex::Male),
            [] => {}
            [(_, meant)] if sex.is_none() || sex == Some(*meant) => sex = Some(*meant),
            [(column, _), ..] => self.fault(*column, "sex", say::SEX_BOTH.into()),
        }
        self.say_blank(born, sex);
        (born, sex)
    }

    /// Says what is blank, unless the column is not there at all or a fault tells more.
    fn say_blank(&mut self, born: Option<Born>, sex: Option<Sex>) {
        let layout = self.place.layout;
        let dated = layout.born.is_some() || layout.parts.is_some();
        let sexed = layout.sex.is_some() || layout.male.is_some() || layout.female.is_some();
        if born.is_none() && (dated || sexed) && !self.has_fault(&["date", "future", "adult"]) {
            self.remarks.push(say::BIRTH_BLANK.into());
        }
        if sex.is_none() && sexed && !self.has_fault(&["sex"]) {
            self.remarks.push(say::SEX_BLANK.into());
        }
    }

    fn sex_word(&mut self, column: usize) -> Option<Sex> {
        let shown = (self.cell)(column).shown();
        let text = tidy(&shown);
        if text.is_empty() || matches!(text.as_str(), "-" | "–" | "…" | "...") {
            return None;
        }
        let sex = Sex::parse(&text);
        if sex.is_none() {
            self.fault(column, "sex", say::SEX_ODD.with([text]));
        }
        sex
    }

    /// The birth date, if it is that of a child on the day of the list.
    fn judge(&mut self, column: usize, read: Read) -> Option<Born> {
        let at = self.place.at;
        let day = at.format("%d/%m/%Y").to_string();
        let born = match read {
            Read::Blank => return None,
            Read::Born(born) => born,
            Read::Unreadable => {
                let shown = tidy(&(self.cell)(column).shown());
                self.fault(column, "date", say::DATE_ODD.with([shown]));
                return None;
            }
        };
        if born.born_after(at) {
            self.fault(column, "future", say::FUTURE.with([born.show(), day]));
            return None;
        }
        match born.under(CHILD_UNDER, at) {
            Under::Yes => {}
            Under::No => self.fault(column, "adult", say::ADULT.with([born.show(), day])),
            Under::Unclear => self.remarks.push(say::AGE_UNCLEAR.with([born.show(), day])),
        }
        Some(born)
    }

    /// One person's name; what cannot be one is not kept as such but as a remark.
    fn person(&mut self, column: Option<usize>, above: Option<&String>) -> Option<String> {
        let text = self.kept(column?)?;
        if person::is_ditto(&text) {
            return above.cloned();
        }
        let (name, beside) = person::split_name(&text);
        if person::is_name(&name) {
            self.notes.extend(beside);
            return Some(name);
        }
        let found = person::parents(&text, false, "");
        let only = match (found.father, found.mother) {
            (Some(name), None) | (None, Some(name)) => Some(name),
            (Some(first), Some(second)) => {
                self.notes.push(second);
                Some(first)
            }
            (None, None) => None,
        };
        if only.is_none() {
            self.remarks.push(say::PERSON_ODD.with([text.as_str()]));
        }
        self.notes.extend(found.rest);
        only
    }

    /// The parents of a shared column; gives a unit that stands beside their names.
    fn parents(&mut self, row: &mut Row, lines: &dyn Fn(usize) -> Vec<&'a str>) -> Option<String> {
        let column = self.place.layout.parents?;
        let mut text = (self.cell)(column).shown().into_owned();
        for line in lines(column) {
            text = format!("{text}\n{line}");
        }
        if person::is_formula(&text) {
            self.remarks.push(say::FORMULA.with([self.place.header.text(column)]));
            return None;
        }
        if person::is_ditto(&text) {
            let previous = self.place.previous?;
            row.father = row.father.take().or_else(|| previous.father.clone());
            row.mother = row.mother.take().or_else(|| previous.mother.clone());
            return None;
        }
        let found = person::parents(&text, self.place.layout.mother_first, &row.name);
        // A staff member named beside both parents is one of them.
        let known =
            |name: &String| [&row.father, &row.mother].into_iter().flatten().any(|known| fold(known) == fold(name));
        let (father, mother) = (found.father.filter(|name| !known(name)), found.mother.filter(|name| !known(name)));
        if found.guessed
            && let Some(name) = father.as_ref().or(mother.as_ref())
        {
            let text = if father.is_some() { say::GUESSED_FATHER } else { say::GUESSED_MOTHER };
            self.remarks.push(text.with([name.as_str()]));
        }
        for (place, name) in [(&mut row.father, father), (&mut row.mother, mother)] {
            match (place.is_some(), name) {
                (false, name) => *place = name,
                (true, Some(name)) => self.notes.push(name),
                (true, None) => {}
            }
        }
        let mut rest = found.rest;
        let at = rest.iter().position(|part| unit::looks_like(part));
        let unit = at.map(|at| rest.remove(at));
        self.notes.extend(rest);
        unit
    }

    fn unit(&mut self, beside: Option<String>) -> Option<Unit> {
        let columns = &self.place.layout.unit;
        let texts: Vec<String> = columns.iter().filter_map(|column| self.kept(*column)).collect();
        let previous = self.place.previous.and_then(|row| row.unit.as_ref());
        let mut found = None;
        for text in texts {
            let unit = if person::is_ditto(&text) { previous.cloned() } else { self.spelled(text) };
            match (&found, unit) {
                (None, unit) => found = unit,
                (Some(Unit { name, .. }), Some(unit)) if fold(name) != fold(&unit.name) => self.notes.push(unit.name),
                _ => {}
            }
        }
        if found.is_none() {
            found = beside.as_deref().and_then(unit::spelled);
        } else {
            self.notes.extend(beside);
        }
        if found.is_some() || self.place.unit.is_some() {
            return found.or_else(|| self.place.unit.cloned());
        }
        // A unit written once for the rows below it.
        let above = previous.filter(|_| !columns.is_empty());
        if let Some(unit) = above {
            self.remarks.push(say::UNIT_AS_ABOVE.with([unit.name.as_str()]));
        }
        above.cloned()
    }

    fn spelled(&self, text: String) -> Option<Unit> {
        let mut units = self.place.units.borrow_mut();
        if let Some(unit) = units.get(&text) {
            return unit.clone();
        }
        let unit = unit::spelled(&text);
        units.insert(text, unit.clone());
        unit
    }

    fn text(&mut self, column: Option<usize>, above: Option<&String>) -> Option<String> {
        let text = self.kept(column?)?;
        if above.is_some() && person::is_ditto(&text) {
            above.cloned()
        } else {
            Some(text).filter(|text| !person::is_nothing(text))
        }
    }

    fn extra(&mut self) -> Vec<(String, String)> {
        let layout = self.place.layout;
        let kept = layout.extra.iter().filter_map(|(column, head)| Some((head.clone(), self.kept(*column)?)));
        kept.collect()
    }

    /// A living parent beside "mồ côi" is worth a look, not a fault: the name may be that of the dead.
    fn orphan(&mut self, row: &Row) {
        let Some(circumstance) = &row.circumstance else { return };
        let folded = fold(circumstance);
        if !folded.contains("mo coi") {
            return;
        }
        let words = words(&folded);
        let both =
            ["cha me", "cha va me", "bo me", "bo va me", "ca cha", "ca bo"].iter().any(|word| has_words(&words, word));
        let father = both || has_words(&words, "cha") || has_words(&words, "bo");
        let mother = both || has_words(&words, "me");
        let named = [(father, &row.father), (mother, &row.mother)];
        let names: Vec<&str> =
            named.into_iter().filter(|(dead, _)| *dead).filter_map(|(_, name)| name.as_deref()).collect();
        if !names.is_empty() {
            self.remarks.push(say::ORPHAN.with([circumstance.clone(), names.join(", ")]));
        }
    }

    /// A cell's text as it may be kept: clean, no formula, not endless.
    fn kept(&mut self, column: usize) -> Option<String> {
        let cell = (self.cell)(column);
        if cell.is_empty() {
            return None;
        }
        let shown = cell.shown();
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

    fn has_fault(&self, codes: &[&str]) -> bool {
        self.faults.iter().any(|fault| codes.contains(&fault.code))
    }

    fn fault(&mut self, column: usize, code: &'static str, reason: Said) {
        self.faults.push(Fault { column, code, reason });
    }

    fn refusal(&self, fault: &Fault) -> Refusal {
        let place = self.place;
        let width = place.header.heads.last().map_or(0, |head| head.at + 1);
        let width = width.max(place.layout.extra.last().map_or(0, |(at, _)| at + 1));
        let cells = (0..width).map(|at| (place.header.text(at).to_string(), tidy(&(self.cell)(at).shown())));
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
