//! Stock and flow of every group of Điều 10 and every hardship of the office's own: opening, in, out, closing, with the
//! children behind each number. It depends on dates alone, so that a past period says the same whenever it is asked.
mod paper;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::domain::born::Born;
use crate::domain::child::{AGE_LIMIT, Child, ChildState};
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::domain::group;
use crate::domain::id::Id;
use crate::domain::movement::{Span, moved};
use crate::domain::period::Period;
use crate::store::{Result, Store};
use crate::text::{Said, Text, movement as t};

pub use paper::{grid, paper, table};

/// The four numbers of a line, in order.
pub const COLUMNS: [Text; 4] = [t::OPENING, t::CAME, t::WENT, t::CLOSING];

/// What a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Every group of the law, each child once.
    Groups,
    /// Every hardship of the office's own, each child once.
    Hardships,
    /// One kind of circumstance, by its row.
    One(i64),
}

/// Why children went, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// The circumstance ended.
    pub ended: usize,
    /// It turned 16.
    pub grown: usize,
    /// It left the roster.
    pub left: usize,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it counts.
    pub subject: Subject,
    /// Its name: "d) Trẻ em khuyết tật".
    pub name: Said,
    /// Whether its children are shown with masked names unless asked for.
    pub sensitive: bool,
    /// The children of opening, in, out and closing; each once in each.
    pub children: [Vec<i64>; 4],
    /// Why those that went did.
    pub reasons: Reasons,
}

impl Line {
    /// A number of the line; 0 outside.
    #[must_use]
    pub fn count(&self, column: usize) -> usize {
        self.children.get(column).map_or(0, Vec::len)
    }
}

/// The table of a period: all groups, each group in the order of the law, all hardships, each hardship.
///
/// # Errors
/// If the store cannot be read.
pub fn movement(store: &Store, period: &Period) -> Result<Vec<Line>> {
    let children = children(store)?;
    let mut kinds = kinds(store)?;
    kinds.sort_by_key(|kind| group::GROUPS.iter().position(|group| group.letter == kind.letter));
    // By kind, then by child: the days on which the child had it while it was a child on the roster.
    let mut held: HashMap<i64, BTreeMap<i64, Vec<Span>>> = HashMap::new();
    for it in store.all::<Circumstance>()? {
        let Some(stay) = children.get(&it.child.0).and_then(Child::stay) else { continue };
        let days = Span { from: it.since, to: it.until }.filled().and_then(|days| days.within(stay));
        if let Some(days) = days {
            held.entry(it.hardship.0).or_default().entry(it.child.0).or_default().push(days);
        }
    }
    let (law, own): (Vec<Hardship>, Vec<Hardship>) = kinds.into_iter().partition(|kind| !kind.letter.is_empty());
    let mut lines = Vec::new();
    for (subject, name, kinds) in [(Subject::Groups, t::ALL_GROUPS, law), (Subject::Hardships, t::ALL_HARDSHIPS, own)] {
        let mut all: BTreeMap<i64, Vec<Span>> = BTreeMap::new();
        for (child, spans) in kinds.iter().filter_map(|kind| held.get(&kind.id.0)).flatten() {
            all.entry(*child).or_default().extend(spans);
        }
        lines.push(line(subject, name.into(), false, &all, &children, period));
        for kind in kinds {
            let empty = BTreeMap::new();
            let spans = held.get(&kind.id.0).unwrap_or(&empty);
            lines.push(line(Subject::One(kind.id.0), named(&kind), kind.sensitive, spans, &children, period));
        }
    }
    Ok(lines)
}

/// The kinds of circumstance; of those in the trash the ones that children had.
fn kinds(store: &Store) -> Result<Vec<Hardship>> {
    let sql = "select h.id, h.name, h.letter, h.sensitive from hardship h where h.trashed is null
        or exists (select 1 from circumstance x where x.hardship = h.id and x.trashed is null) order by h.id";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Hardship { id: Id::of(row.get(0)?), name: row.get(1)?, letter: row.get(2)?, sensitive: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The children who have a circumstance, with what tells how long they stay.
fn children(store: &Store) -> Result<HashMap<i64, Child>> {
    let sql = "select c.id, c.born, c.state, c.left_on from child c
        where c.trashed is null and c.id in (select x.child from circumstance x where x.trashed is null)";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        let (born, state, left): (Option<String>, String, Option<String>) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let child = Child {
            born: born.and_then(|iso| Born::from_iso(&iso)),
            state: ChildState::of_code(&state).unwrap_or_default(),
            left_on: left.and_then(|iso| iso.parse().ok()),
            ..Child::default()
        };
        Ok((row.get(0)?, child))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A kind's name, that of a group of the law after its letter.
fn named(kind: &Hardship) -> Said {
    match group::by_letter(&kind.letter) {
        Some(group) => t::GROUP_LINE.with([kind.letter.as_str(), ""]).saying(1, group.text().into()),
        None => t::PLAIN.with([&kind.name]),
    }
}

fn line(
    subject: Subject,
    name: Said,
    sensitive: bool,
    held: &BTreeMap<i64, Vec<Span>>,
    children: &HashMap<i64, Child>,
    period: &Period,
) -> Line {
    let mut line = Line { subject, name, sensitive, children: Default::default(), reasons: Reasons::default() };
    for (id, spans) in held {
        let it = moved(spans, period.from, period.to);
        for (column, counted) in line.children.iter_mut().zip([it.opening, it.came, it.went, it.closing]) {
            if counted {
                column.push(*id);
            }
        }
        if let (true, Some(day), Some(child)) = (it.went, it.gone_on, children.get(id)) {
            *why(&mut line.reasons, child, day) += 1;
        }
    }
    line
}

/// Why a child did not belong any more from a day on.
fn why<'a>(reasons: &'a mut Reasons, child: &Child, day: NaiveDate) -> &'a mut usize {
    if child.born.is_some_and(|born| born.becomes(AGE_LIMIT) == day) {
        &mut reasons.grown
    } else if child.left_on == Some(day) {
        &mut reasons.left
    } else {
        &mut reasons.ended
    }
}

#[cfg(test)]
mod tests;
