//! Walks the rows below a roster's head and tells what each is: a child, a section, a total, a signature, a remark.
use std::collections::HashMap;
use std::ops::Range;

use super::columns;
use super::frame::Frame;
use super::layout::Layout;
use super::line::Line;
use super::title::Title;
use super::{Roster, Unit, Warning};
use crate::exchange::header::{self, Header};
use crate::exchange::sheet::{Cell, Sheet};
use crate::exchange::tidy::tidy;
use crate::exchange::watch::Watch;
use crate::exchange::{unit, unit_case, unit_title};
use crate::text::{Said, exchange as say};

/// Merged areas taller than this are decoration.
const TALLEST: usize = 500;

/// One sheet being read.
pub struct Table<'a> {
    pub(super) sheet: &'a Sheet,
    frame: &'a Frame,
    pub(super) title: &'a Title,
    pub(super) roster: &'a mut Roster,
    pub(super) header: Header,
    pub(super) layout: Layout,
    /// Cells of merged areas below their first, with the row that holds the value.
    pub(super) merged: HashMap<(usize, usize), usize>,
    pub(super) section: Option<Unit>,
    /// The rows of the children that were found below each other, one or more for each, until they are read.
    pub(super) found: Vec<Range<usize>>,
    /// How many rows the roster had before this sheet.
    pub(super) before: usize,
    /// After the signatures nothing is a child until another head comes.
    ended: bool,
    pub(super) totalled: bool,
    pub(super) without_unit: usize,
    /// Filled rows that the office hid, as the spreadsheet numbers them.
    unseen: Vec<usize>,
}

impl<'a> Table<'a> {
    /// A sheet whose first head is known.
    pub fn new(sheet: &'a Sheet, frame: &'a Frame, title: &'a Title, roster: &'a mut Roster) -> Self {
        let header = &frame.header;
        let layout = Layout::of(sheet, header);
        let merged = merged_below(sheet);
        roster.rows.reserve(sheet.rows.len());
        Self {
            before: roster.rows.len(),
            sheet,
            frame,
            title,
            roster,
            header: header.clone(),
            layout,
            merged,
            section: None,
            found: Vec::new(),
            ended: false,
            totalled: false,
            without_unit: 0,
            unseen: Vec::new(),
        }
    }

    /// Reads every row to the end of the sheet into the roster, `before` being how many rows other sheets had; stops
    /// when it is told to.
    pub fn read(mut self, before: usize, watch: &Watch) {
        self.say_what_is_missing();
        let mut row = self.header.end;
        while row < self.sheet.rows.len() && !watch.is_stopped() {
            row = self.step(row);
            watch.pass(before + row);
        }
        self.read_found();
        self.say_what_is_hidden();
        if self.without_unit > 0 {
            self.warn(0, say::NO_UNIT.with([self.without_unit.to_string()]));
        }
    }

    /// Reads one row, or more where they belong together; gives the next.
    fn step(&mut self, at: usize) -> usize {
        let cells = &self.sheet.rows[at];
        if cells.iter().all(Cell::is_empty) {
            return at + 1;
        }
        if self.sheet.hidden_rows.binary_search(&at).is_ok() {
            self.unseen.push(at + 1);
            return at + 1;
        }
        if at < self.header.end + 2 && header::is_numbering(cells) {
            return at + 1;
        }
        if let Some(next) = self.another_head(at) {
            return next;
        }
        if self.ended {
            return at + 1;
        }
        let line = self.line(at);
        if !matches!(line, Line::Child) {
            self.read_found();
        }
        match line {
            Line::Child => return self.find(at),
            Line::Section(unit) => {
                self.section = Some(unit);
                self.totalled = false;
            }
            Line::Total => self.totalled = true,
            Line::End => self.ended = true,
            Line::Nothing => {}
            Line::Remark => {
                let text = cells.iter().find_map(Cell::as_text).map(tidy).unwrap_or_default();
                self.warn(at + 1, say::SKIPPED.with([text]));
            }
        }
        at + 1
    }

    /// The row after a head that is repeated on each page, or that starts another table.
    fn another_head(&mut self, at: usize) -> Option<usize> {
        if self.header.repeats(self.sheet, at) {
            self.ended = false;
            return Some(at + self.header.end - self.header.top);
        }
        let cells = &self.sheet.rows[at];
        let words = |cell: &Cell| cell.as_text().is_some_and(|text| !text.bytes().any(|b| b.is_ascii_digit()));
        if !cells.iter().all(|cell| cell.is_empty() || words(cell))
            || cells.iter().filter(|cell| words(cell)).count() < 2
        {
            return None;
        }
        let mut header = Header::at(self.sheet, at, columns::COLUMNS).filter(columns::is_roster)?;
        self.frame.tell(self.sheet, &mut header);
        // Names may hold a head's word ("Trần Văn Bố"); a head is known words for the most part.
        let known = header.heads.iter().filter(|head| head.code.is_some()).count();
        if known * 2 <= header.heads.len() || known < 2 {
            return None;
        }
        self.read_found();
        let between = self.header.end..at;
        let rows = between
            .rev()
            .map(|row| &self.sheet.rows[row])
            .take_while(|cells| cells.iter().filter(|cell| !cell.is_empty()).count() <= 2);
        if self.ended {
            self.section = None;
        }
        let titles: Vec<&str> = rows.flatten().filter_map(Cell::as_text).collect();
        if let Some(unit) = titles.iter().find_map(|text| unit::labelled(text).or_else(|| unit_title::in_title(text))) {
            self.section = Some(unit_case::cased(unit, &[self.sheet.name.as_str()]));
        }
        self.layout = Layout::of(self.sheet, &header);
        self.header = header;
        (self.ended, self.totalled) = (false, false);
        Some(self.header.end)
    }

    /// A cell, or the one its merged area shows.
    pub(super) fn cell(&self, at: usize, column: usize) -> &Cell {
        let cell = self.sheet.cell(at, column);
        match self.merged.get(&(at, column)) {
            Some(top) if cell.is_empty() && !self.layout.name.contains(&column) => self.sheet.cell(*top, column),
            _ => cell,
        }
    }

    /// A column that is not there is said once for the sheet, not for each row.
    fn say_what_is_missing(&mut self) {
        let layout = &self.layout;
        let no_birth = layout.born.is_none() && layout.parts.is_none();
        let no_sex = layout.sex.is_none() && layout.male.is_none() && layout.female.is_none();
        let girls_only = layout.ticks_girls_only;
        if no_birth && no_sex {
            self.warn(0, say::NO_BIRTH_COLUMN.into());
        }
        if no_sex {
            self.warn(0, say::NO_SEX_COLUMN.into());
        }
        if girls_only {
            self.warn(0, say::GIRLS_ONLY.into());
        }
    }

    fn say_what_is_hidden(&mut self) {
        if !self.unseen.is_empty() {
            let rows = spans(&self.unseen);
            self.warn(0, say::HIDDEN_ROWS.with([self.unseen.len().to_string(), rows]));
        }
    }

    pub(super) fn warn(&mut self, row: usize, text: Said) {
        self.roster.warnings.push(Warning { sheet: self.sheet.name.clone(), row: number(row), text });
    }
}

/// A row as the spreadsheet numbers it.
pub(super) fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

/// Rising numbers as "3, 5–9, 12"; of many only the first.
fn spans(rows: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => spans.push((*row, *row)),
        }
    }
    let more = if spans.len() > 8 { ", …" } else { "" };
    let span = |(from, to): &(usize, usize)| if from == to { from.to_string() } else { format!("{from}–{to}") };
    format!("{}{more}", spans.iter().take(8).map(span).collect::<Vec<_>>().join(", "))
}

fn merged_below(sheet: &Sheet) -> HashMap<(usize, usize), usize> {
    let tall = sheet.merges.iter().filter(|merge| merge.bottom > merge.top && merge.bottom - merge.top <= TALLEST);
    let cells = tall.flat_map(|merge| (merge.top + 1..=merge.bottom).map(move |row| ((row, merge.left), merge.top)));
    cells.take(200_000).collect()
}
