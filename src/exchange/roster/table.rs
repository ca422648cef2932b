//! Walks the rows below a roster's head and tells what each is: a child, a section, a total, a signature, a remark.
use std::cell::RefCell;
use std::collections::HashMap;

use super::columns::{self, Layout};
use super::row::{self, Outcome, Place};
use super::title::Title;
use super::{Roster, Row, Unit, Warning};
use crate::domain::fold::fold;
use crate::exchange::header::{self, Header};
use crate::exchange::sheet::{Cell, Sheet};
use crate::exchange::tidy::tidy;
use crate::exchange::{person, unit};
use crate::text::{Said, exchange as say};

/// Merged areas taller than this are decoration.
const TALLEST: usize = 500;

/// One sheet being read.
pub struct Table<'a> {
    sheet: &'a Sheet,
    title: &'a Title,
    roster: &'a mut Roster,
    header: Header,
    layout: Layout,
    /// Cells of merged areas below their first, with the row that holds the value.
    merged: HashMap<(usize, usize), usize>,
    section: Option<Unit>,
    /// How many rows the roster had before this sheet.
    before: usize,
    units: RefCell<HashMap<String, Option<Unit>>>,
    /// After the signatures nothing is a child until another head comes.
    ended: bool,
    totalled: bool,
    without_unit: usize,
}

/// What a row is.
enum Line {
    Child,
    Section(Unit),
    Total,
    End,
    Nothing,
    Remark,
}

impl<'a> Table<'a> {
    /// A sheet whose first head is known.
    pub fn new(sheet: &'a Sheet, header: &Header, title: &'a Title, roster: &'a mut Roster) -> Self {
        let layout = Layout::of(sheet, header);
        let merged = merged_below(sheet);
        Self {
            before: roster.rows.len(),
            sheet,
            title,
            roster,
            header: header.clone(),
            layout,
            merged,
            section: None,
            units: RefCell::default(),
            ended: false,
            totalled: false,
            without_unit: 0,
        }
    }

    /// Reads every row to the end of the sheet into the roster.
    pub fn read(mut self) {
        self.say_what_is_missing();
        let mut row = self.header.end;
        while row < self.sheet.rows.len() {
            row = self.step(row);
        }
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
        if at < self.header.end + 2 && header::is_numbering(cells) {
            return at + 1;
        }
        if let Some(next) = self.another_head(at) {
            return next;
        }
        if self.ended {
            return at + 1;
        }
        match self.line(at) {
            Line::Child => return self.child(at),
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
        let header = Header::at(self.sheet, at, columns::COLUMNS).filter(columns::is_roster)?;
        // Names may hold a head's word ("Trần Văn Bố"); a head is known words for the most part.
        let known = header.heads.iter().filter(|head| head.code.is_some()).count();
        if known * 2 <= header.heads.len() || known < 2 {
            return None;
        }
        let between = self.header.end..at;
        let rows = between
            .rev()
            .map(|row| &self.sheet.rows[row])
            .take_while(|cells| cells.iter().filter(|cell| !cell.is_empty()).count() <= 2);
        let titles: Vec<&str> = rows.flatten().filter_map(Cell::as_text).collect();
        if let Some(unit) = titles.iter().find_map(|text| unit::labelled(text).or_else(|| unit::in_title(text))) {
            self.section = Some(unit::cased(unit, &[self.sheet.name.as_str()]));
        }
        self.layout = Layout::of(self.sheet, &header);
        self.header = header;
        (self.ended, self.totalled) = (false, false);
        Some(self.header.end)
    }

    fn line(&self, at: usize) -> Line {
        let layout = &self.layout;
        let cells = &self.sheet.rows[at];
        let number = layout.number.map_or(&Cell::Empty, |column| self.sheet.cell(at, column));
        let numbered = match number {
            Cell::Number(_) => true,
            Cell::Text(text) => text.trim().trim_end_matches('.').parse::<u32>().is_ok(),
            _ => false,
        };
        let named = layout.name.iter().any(|column| !self.cell(at, *column).is_empty());
        let (facts, counts) = self.facts(at);
        // Most rows are children with a number, a name and a date; they are told at once.
        if numbered && named && facts > counts {
            return Line::Child;
        }
        let texts: Vec<&str> = cells.iter().filter_map(Cell::as_text).collect();
        let first =
            texts.iter().copied().find(|text| !unit::is_number(text.trim().trim_end_matches('.'))).unwrap_or_default();
        let folded = fold(first);
        if facts == counts && is_total(&folded) {
            return Line::Total;
        }
        if !numbered && !self.has_birth_or_sex(at) && texts.iter().any(|text| is_end(text)) {
            return Line::End;
        }
        if facts == counts
            && let Some(line) = self.section_line(at, first, numbered)
        {
            return line;
        }
        if facts > 0 {
            return Line::Child;
        }
        if named {
            let name = self.name(at);
            let likely = numbered || layout.number.is_none() && !self.totalled;
            return if likely && (numbered || person::is_name(&name)) { Line::Child } else { Line::Remark };
        }
        let about = [layout.ward, layout.circumstance].into_iter().flatten();
        if numbered && about.into_iter().any(|column| !self.sheet.cell(at, column).is_empty()) {
            return Line::Child;
        }
        let unit = |column: &usize| layout.unit.contains(column) || layout.number == Some(*column);
        let only_template = cells
            .iter()
            .enumerate()
            .all(|(column, cell)| cell.is_empty() || unit(&column) || !matches!(cell, Cell::Text(_)));
        let note = ["ghi chu", "luu y", "chu thich", "*", "(*"].iter().any(|start| folded.starts_with(start));
        if only_template || note { Line::Nothing } else { Line::Remark }
    }

    /// A row with one text and no child's facts: the unit or group of the rows below.
    fn section_line(&self, at: usize, first: &str, numbered: bool) -> Option<Line> {
        let layout = &self.layout;
        let texts = self.sheet.rows[at].iter().filter_map(Cell::as_text);
        let others = texts.filter(|text| *text != first && !unit::is_number(text.trim().trim_end_matches('.'))).count();
        if first.is_empty() || others > 0 {
            return None;
        }
        let column = self.sheet.rows[at].iter().position(|cell| cell.as_text() == Some(first))?;
        let in_front = column <= layout.name.iter().copied().max().unwrap_or(0)
            || self.sheet.merges.iter().any(|merge| merge.top == at && merge.left == column && merge.right > column);
        if !in_front {
            return None;
        }
        let letter = layout.number.and_then(|column| self.sheet.cell(at, column).as_text()).is_some_and(|text| {
            let text = text.trim().trim_end_matches('.');
            unit::is_number(text) && !text.bytes().all(|b| b.is_ascii_digit())
        });
        let own_letter = unit::without_number(first) != first.trim()
            && !first.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if unit::looks_like(first) {
            return unit::spelled(first).map(|unit| Line::Section(unit::cased(unit, &[self.sheet.name.as_str()])));
        }
        if (letter || own_letter) && !numbered {
            let group = is_group(&fold(first));
            return if group { Some(Line::Nothing) } else { unit::spelled(first).map(Line::Section) };
        }
        (is_group(&fold(first)) && !numbered && !person::is_name(first)).then_some(Line::Nothing)
    }

    /// How many cells only children's rows fill, and how many of them hold a mere count.
    fn facts(&self, at: usize) -> (usize, usize) {
        let (mut facts, mut counts) = (0, 0);
        for column in self.layout.facts() {
            match self.cell(at, column) {
                Cell::Empty => {}
                Cell::Number(number) => {
                    facts += 1;
                    counts += usize::from(*number < 1000.0);
                }
                Cell::Text(text) => {
                    facts += 1;
                    counts += usize::from(text.trim().parse::<u32>().is_ok_and(|number| number < 1000));
                }
                Cell::Date(_) | Cell::Bool(_) => facts += 1,
            }
        }
        (facts, counts)
    }

    fn has_birth_or_sex(&self, at: usize) -> bool {
        let layout = &self.layout;
        let columns = [layout.born, layout.sex, layout.male, layout.female].into_iter().flatten();
        let parts = layout.parts.into_iter().flatten().flatten();
        columns.chain(parts).any(|column| match self.sheet.cell(at, column) {
            Cell::Empty => false,
            // A date's line or a signature may stand across these columns.
            Cell::Text(text) => !is_end(text),
            _ => true,
        })
    }

    fn name(&self, at: usize) -> String {
        let parts = self.layout.name.iter().map(|column| self.cell(at, *column).shown());
        tidy(&parts.collect::<Vec<_>>().join(" "))
    }

    /// A cell, or the one its merged area shows.
    fn cell(&self, at: usize, column: usize) -> &Cell {
        let cell = self.sheet.cell(at, column);
        match self.merged.get(&(at, column)) {
            Some(top) if cell.is_empty() && !self.layout.name.contains(&column) => self.sheet.cell(*top, column),
            _ => cell,
        }
    }

    /// Takes a child in; a name merged over several rows makes one child of them.
    fn child(&mut self, at: usize) -> usize {
        let name = self.layout.name.first().copied().unwrap_or(0);
        let span = self.sheet.merges.iter().find(|merge| merge.top == at && merge.left == name && merge.bottom > at);
        let last = span.map_or(at, |merge| merge.bottom.min(at + 5).min(self.sheet.rows.len() - 1));
        let unit = self.section.as_ref().or(self.title.unit.as_ref());
        let cell = |column: usize| self.cell(at, column);
        let lines = |column: usize| {
            let below = (at + 1..=last).filter(|row| !self.merged.contains_key(&(*row, column)));
            below.filter_map(|row| self.sheet.cell(row, column).as_text()).collect::<Vec<_>>()
        };
        let place = Place {
            sheet: &self.sheet.name,
            row: number(at + 1),
            layout: &self.layout,
            header: &self.header,
            unit,
            previous: self.roster.rows.get(self.before..).and_then(<[Row]>::last),
            units: &self.units,
            at: self.title.at,
        };
        match row::read(&place, &cell, &lines) {
            Outcome::Taken(row, remarks) => {
                self.without_unit += usize::from(row.unit.is_none());
                for text in remarks {
                    self.warn(at + 1, text);
                }
                self.roster.rows.push(*row);
            }
            Outcome::Refused(refusal) => self.roster.refused.push(*refusal),
        }
        last + 1
    }

    /// A column that is not there is said once for the sheet, not for each row.
    fn say_what_is_missing(&mut self) {
        let layout = &self.layout;
        let no_birth = layout.born.is_none() && layout.parts.is_none();
        let no_sex = layout.sex.is_none() && layout.male.is_none() && layout.female.is_none();
        if no_birth && no_sex {
            self.warn(0, say::NO_BIRTH_COLUMN.into());
        }
        if no_sex {
            self.warn(0, say::NO_SEX_COLUMN.into());
        }
    }

    fn warn(&mut self, row: usize, text: Said) {
        self.roster.warnings.push(Warning { sheet: self.sheet.name.clone(), row: number(row), text });
    }
}

fn merged_below(sheet: &Sheet) -> HashMap<(usize, usize), usize> {
    let tall = sheet.merges.iter().filter(|merge| merge.bottom > merge.top && merge.bottom - merge.top <= TALLEST);
    let cells = tall.flat_map(|merge| (merge.top + 1..=merge.bottom).map(move |row| ((row, merge.left), merge.top)));
    cells.take(200_000).collect()
}

fn is_total(folded: &str) -> bool {
    let words = header::words(folded);
    ["tong cong", "tong so", "cong", "tong", "cong chung", "tong chung"].iter().any(|start| {
        words.strip_prefix(' ').is_some_and(|words| words.strip_prefix(start).is_some_and(|rest| rest.starts_with(' ')))
    })
}

/// Whether a text belongs to the signatures below a table.
fn is_end(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "nguoi lap",
        "nguoi tong hop",
        "lanh dao",
        "thu truong",
        "truong phong",
        "giam doc",
        "pho giam doc",
        "pho truong phong",
        "chi cuc truong",
        "chanh van phong",
        "chanh thanh tra",
        "chu tich",
        "xac nhan",
        "ky ten",
        "ky ghi ro",
        "ky va ghi",
        "nguoi kiem tra",
        "ke toan truong",
        "thu quy",
        "noi nhan",
        "tm",
        "kt",
        "tl",
        "t m",
        "k t",
        "t l",
        "can bo lap",
    ];
    if text.len() > 200 {
        return false;
    }
    let words = header::words(&fold(text));
    let words = words.trim_start();
    let starts = |start: &&str| words.strip_prefix(*start).is_some_and(|rest| rest.starts_with(' '));
    let dated = header::has_words(&format!(" {words}"), "ngay")
        && words.contains(" thang ")
        && words.contains(" nam ")
        && !words.starts_with("ngay sinh");
    STARTS.iter().any(starts) || dated
}

/// Whether a heading within the table names a group of children, not a unit.
fn is_group(folded: &str) -> bool {
    const WORDS: &[&str] = &[
        "tuoi",
        "tre",
        "chau",
        "hoc sinh",
        "dien",
        "hoan canh",
        "con",
        "mam non",
        "tieu hoc",
        "thcs",
        "thpt",
        "nhom",
        "lop",
        "cap",
        "thieu nhi",
        "thieu nien",
        "doi tuong",
        "danh sach",
        "nam",
        "nu",
        "be",
    ];
    let words = header::words(folded);
    WORDS.iter().any(|word| header::has_words(&words, word))
}

fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
