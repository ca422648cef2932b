//! The children that stand below each other in a roster, read by all cores at once where they are many, and as if they
//! had been read one after the other.
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::thread;

use super::row::{self, Outcome, Place};
use super::table::{Table, number};
use super::{Row, Unit};

/// How many children are found before they are read.
const MANY: usize = 4_000;
/// So few are not worth a thread.
const FEW: usize = 500;

impl Table<'_> {
    /// Notes the child that begins at a row; a name merged over several rows makes one child of them. Gives the row
    /// after it.
    pub(super) fn find(&mut self, at: usize) -> usize {
        let name = self.layout.name.first().copied().unwrap_or(0);
        let below =
            (at + 1..self.sheet.rows.len().min(at + 6)).take_while(|row| self.merged.get(&(*row, name)) == Some(&at));
        let next = below.last().unwrap_or(at) + 1;
        self.found.push(at..next);
        if self.found.len() >= MANY {
            self.read_found();
        }
        next
    }

    /// Takes in the children that were found. All of them have the head and the section that stand now.
    pub(super) fn read_found(&mut self) {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        self.read_in_shares(self.found.len().div_ceil(cores).max(FEW));
    }

    /// [`Table::read_found`], so many children to a thread.
    fn read_in_shares(&mut self, share: usize) {
        let found = std::mem::take(&mut self.found);
        let table = &*self;
        let last = || table.roster.rows.get(table.before..).and_then(<[Row]>::last);
        let read: Vec<Vec<Outcome>> = thread::scope(|scope| {
            let mut shares = found.chunks(share);
            let first = shares.next().unwrap_or_default();
            let others: Vec<_> = shares.map(|share| scope.spawn(|| table.children(share, None))).collect();
            let mut read = vec![table.children(first, last())];
            let joined =
                others.into_iter().map(|it| it.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            read.extend(joined);
            read
        });
        for (at, (rows, outcomes)) in found.chunks(share).zip(read).enumerate() {
            self.take(rows, outcomes, at == 0);
        }
    }

    /// Reads children, of whom the first stands below the one that was taken before.
    fn children(&self, found: &[Range<usize>], before: Option<&Row>) -> Vec<Outcome> {
        let units = RefCell::default();
        let mut read: Vec<Outcome> = Vec::with_capacity(found.len());
        let mut previous = None;
        for (at, rows) in found.iter().enumerate() {
            let above = previous.and_then(|at: usize| read.get(at)).and_then(Outcome::row).or(before);
            let outcome = self.child(rows, above, &units);
            if outcome.row().is_some() {
                previous = Some(at);
            }
            read.push(outcome);
        }
        read
    }

    fn child(
        &self,
        rows: &Range<usize>,
        previous: Option<&Row>,
        units: &RefCell<HashMap<String, Option<Unit>>>,
    ) -> Outcome {
        let at = rows.start;
        let cell = |column: usize| self.cell(at, column);
        let lines = |column: usize| {
            let below = (at + 1..rows.end).filter(|row| !self.merged.contains_key(&(*row, column)));
            below.filter_map(|row| self.sheet.cell(row, column).as_text()).collect::<Vec<_>>()
        };
        let place = Place {
            sheet: &self.sheet.name,
            row: number(at + 1),
            layout: &self.layout,
            header: &self.header,
            unit: self.section.as_ref().or(self.title.unit.as_ref()),
            previous,
            units,
            at: self.title.at,
        };
        row::read(&place, &cell, &lines)
    }

    /// Takes what became of children into the roster. If it is not `sure` because they were read without knowing who
    /// stands above the first, rows are read anew until one is taken and is what it was: then those below it are too.
    fn take(&mut self, found: &[Range<usize>], outcomes: Vec<Outcome>, mut sure: bool) {
        for (rows, outcome) in found.iter().zip(outcomes) {
            let outcome = if sure {
                outcome
            } else {
                let previous = self.roster.rows.get(self.before..).and_then(<[Row]>::last);
                let again = self.child(rows, previous, &RefCell::default());
                sure = outcome.row().is_some() && outcome.row() == again.row();
                again
            };
            match outcome {
                Outcome::Taken(row, remarks) => {
                    self.without_unit += usize::from(row.unit.is_none());
                    for text in remarks {
                        self.warn(rows.start + 1, text);
                    }
                    self.roster.rows.push(*row);
                }
                Outcome::Refused(refusal) => self.roster.refused.push(*refusal),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{File, Options, Roster, title::Title};
    use super::Table;
    use crate::exchange::sheet::Sheet;

    const HEAD: [&str; 6] = ["TT", "Họ và tên bố, mẹ", "Đơn vị", "Họ và tên trẻ", "Ngày sinh", "Địa chỉ"];

    /// The rows of a sheet: whole ones, those that say "as above" or leave blank what stands above, and faulty ones.
    fn row(at: usize, kind: usize) -> [String; 6] {
        let name = |at: usize| format!("Lê Thị {}", ["An", "Bình", "Chi", "Dung", "Hà"][at % 5]);
        let (parent, unit, place) = (name(at + 1), format!("Phòng {}", at % 7), "Lạng Sơn");
        let cells = match kind {
            0 => ["1", &parent, &unit, &name(at), "4/3/2015", place],
            1 => ["", "", "", &name(at), "4/3/2016", "nt"],
            2 => ["2", "-nt-", "nt", &name(at), "2016", ""],
            _ => ["3", "", &unit, &name(at), "31/02/2015", place],
        };
        cells.map(str::to_owned)
    }

    fn read(kinds: &[usize], share: usize) -> Roster {
        let rows: Vec<[String; 6]> = kinds.iter().enumerate().map(|(at, kind)| row(at, *kind)).collect();
        let cells: Vec<[&str; 6]> = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
        let cells: Vec<&[&str]> =
            std::iter::once(HEAD.as_slice()).chain(cells.iter().map(<[_; 6]>::as_slice)).collect();
        let file = File::of("a.xlsx", vec![Sheet::of("Sheet1", &cells)]);
        let today = chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        let options = Options { unit: None, as_of: None, today };
        let (frame, sheet) = (&file.frames(&options)[0], &file.sheets[0]);
        let title = Title::read(&file.name, sheet, 0, &options);
        let mut roster = Roster::default();
        let mut table = Table::new(sheet, frame, &title, &mut roster);
        for at in 1..=kinds.len() {
            table.find(at);
        }
        table.read_in_shares(share);
        roster
    }

    #[test]
    fn what_stands_above_is_known_across_shares() {
        let roster = read(&[0, 3, 2, 1, 1], 2);
        let parents: Vec<Option<&str>> = roster.rows.iter().map(|row| row.mother.as_deref()).collect();
        assert_eq!((parents.as_slice(), roster.refused.len()), ([Some("Lê Thị Bình"); 4].as_slice(), 1));
    }

    proptest! {
        #[test]
        fn many_hands_read_what_one_does(kinds in proptest::collection::vec(0_usize..4, 1..40), share in 1_usize..9) {
            prop_assert_eq!(read(&kinds, share), read(&kinds, kinds.len()));
        }
    }
}
