//! The name, birth date and sex of a row's child.
use std::borrow::Cow;

use super::row::Reader;
use crate::domain::born::{Born, Under};
use crate::domain::fold::fold;
use crate::domain::sex::Sex;
use crate::exchange::birth::{self, Read};
use crate::exchange::person;
use crate::exchange::sheet::Cell;
use crate::exchange::tidy::tidy;
use crate::text::exchange as say;

/// Children are under 16 (Luật Trẻ em 2016, Điều 1).
const CHILD_UNDER: u32 = 16;

impl<'a, C: Fn(usize) -> &'a Cell> Reader<'_, C> {
    /// The child's name, without its number in the list.
    pub fn name(&mut self) -> String {
        let columns = &self.place.layout.name;
        let column = columns.first().copied().unwrap_or(0);
        let shown: Vec<Cow<'_, str>> = columns.iter().map(|column| (self.cell)(*column).shown()).collect();
        let (name, beside) = person::split_name(&shown.join(" "));
        if name.is_empty() {
            self.fault(column, "name", say::NAME_BLANK.into());
        } else if person::is_formula(&shown[0]) || !person::is_name(&name) {
            self.fault(column, "name", say::NAME_ODD.with([name.as_str()]));
        } else if person::is_masked(&name) {
            self.fault(column, "name", say::NAME_MASKED.with([name.as_str()]));
        }
        self.notes.extend(beside);
        name
    }

    /// Birth date and sex, which may share columns.
    pub fn born_and_sex(&mut self) -> (Option<Born>, Option<Sex>) {
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
