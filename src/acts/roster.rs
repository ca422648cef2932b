//! Takes a roster in: its rows become children, parents, units and circumstances, all in one step or not at all. What
//! the roster leaves blank stays as it is, and nothing it leaves out is ended.
mod alike;
mod change;
mod child;
mod known;
mod ward;

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::act::{Act, Step};
use crate::domain::child::Child;
use crate::domain::circumstance::Circumstance;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::exchange::roster::{Refusal, Roster, Row, Warning};
use crate::store::{Result, Store};
use crate::text::{Said, acts as t, consent};

pub use change::{Change, Difference, Fate, Twin};
use known::Known;

/// How many rows are taken between two looks at the clock.
pub const CHUNK: usize = 500;

/// What became of a roster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Children that are new.
    pub added: usize,
    /// Children of whom something is new.
    pub updated: usize,
    /// Children of whom nothing is new.
    pub unchanged: usize,
    /// Rows that were not taken.
    pub refused: Vec<Refusal>,
    /// Remarks on rows that were taken, and on sheets as a whole.
    pub warnings: Vec<Warning>,
    /// How many rows the office left out.
    pub left: usize,
    /// What each row did, but for those that brought nothing new, in the order of the file; only where the office is to
    /// look at it ([`Taking::decided`]).
    pub changes: Vec<Change>,
}

/// What the office decided about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It speaks of this child.
    Same(Id<Child>),
    /// It speaks of a child that is not known yet.
    Other,
    /// It is left out.
    Leave,
}

/// The decisions by the row's place in the roster, from 0.
pub type Decisions = HashMap<usize, Decision>;

/// How far a long work is, in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows done.
    pub done: usize,
    /// Rows in all.
    pub total: usize,
}

impl Progress {
    /// Whether all is done.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.done >= self.total
    }
}

/// A roster on its way into the store, a few rows at a time. Between [`Taking::begin`] and [`Taking::finish`] or
/// [`Taking::cancel`] a step is running: nothing else may be written meanwhile.
#[derive(Debug)]
pub struct Taking {
    known: Known,
    roster: Arc<Roster>,
    /// How many rows were gone through.
    gone: usize,
    /// What the office decided, if it looks at the rows one by one.
    decisions: Option<Decisions>,
    outcome: Outcome,
}

impl Taking {
    /// Reads what the store knows and begins the step, which is named after the file.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn begin(store: &mut Store, file_name: &str, roster: Roster) -> Result<Self> {
        Self::deciding(store, file_name, Arc::new(roster), None)
    }

    /// As [`Taking::begin`], with what the office decided about some rows; what each row did is told.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn decided(store: &mut Store, file_name: &str, roster: Arc<Roster>, decisions: Decisions) -> Result<Self> {
        Self::deciding(store, file_name, roster, Some(decisions))
    }

    fn deciding(store: &mut Store, file_name: &str, roster: Arc<Roster>, decisions: Option<Decisions>) -> Result<Self> {
        let mut roster = roster;
        // A roster that nobody else looks at gives up what it says; it may be much.
        let (refused, mut warnings) = match Arc::get_mut(&mut roster) {
            Some(own) => (std::mem::take(&mut own.refused), std::mem::take(&mut own.warnings)),
            None => (roster.refused.clone(), roster.warnings.clone()),
        };
        warnings.extend(columns_left(&roster.rows));
        let mut known = Known::read(store, &roster.rows)?;
        for decision in decisions.iter().flat_map(Decisions::values) {
            if let Decision::Same(child) = decision {
                known.reserve(*child);
            }
        }
        if let Some(row) = roster.rows.iter().find(|row| row.review.is_some()).filter(|_| !known.reviews.is_open()) {
            warnings.push(Warning { sheet: row.sheet.clone(), row: 0, text: t::NO_ROUND.into() });
        }
        store.begin(Step::new(Act::Import, Child::TABLE, file_name))?;
        let tables = [Child::TABLE, Person::TABLE, Circumstance::TABLE];
        store.expect_rows(roster.rows.len(), &tables).inspect_err(|_| store.cancel())?;
        let outcome = Outcome { refused, warnings, ..Outcome::default() };
        Ok(Self { known, roster, gone: 0, decisions, outcome })
    }

    /// Takes some more rows.
    ///
    /// # Errors
    /// If the store refuses; then the step is dropped with all it wrote.
    pub fn step(&mut self, store: &mut Store, rows: usize) -> Result<Progress> {
        let total = self.roster.rows.len();
        for at in self.gone..total.min(self.gone.saturating_add(rows)) {
            // A roster that nobody else looks at is used up row by row: what became of a row needs its room.
            let own = Arc::get_mut(&mut self.roster).map(|own| std::mem::take(&mut own.rows[at]));
            let row = own.as_ref().unwrap_or_else(|| &self.roster.rows[at]);
            let mut remarks = Vec::new();
            let decision = self.decisions.as_ref().and_then(|decisions| decisions.get(&at)).copied();
            let taken = child::take(store, &mut self.known, row, decision, &mut remarks);
            let taken = taken.inspect_err(|_| store.cancel())?;
            let fate = taken.as_ref().map_or(Fate::Left, |taken| taken.fate);
            *match fate {
                Fate::Added => &mut self.outcome.added,
                Fate::Updated => &mut self.outcome.updated,
                Fate::Unchanged => &mut self.outcome.unchanged,
                Fate::Left => &mut self.outcome.left,
            } += 1;
            if self.decisions.is_some() && fate != Fate::Unchanged {
                let change = taken.map_or_else(|| Change::of(fate), |it| child::change(store, &self.known, row, &it));
                self.outcome.changes.push(Change { at, ..change });
            }
            let warn = |text: Said| Warning { sheet: row.sheet.clone(), row: row.row, text };
            self.outcome.warnings.extend(remarks.into_iter().map(warn));
            self.gone = at + 1;
        }
        Ok(Progress { done: self.gone, total })
    }

    /// Makes what was taken durable. A roster that brought nothing new leaves no step.
    ///
    /// # Errors
    /// If the commit fails; then nothing was written.
    pub fn finish(self, store: &mut Store) -> Result<Outcome> {
        store.finish().inspect_err(|_| store.cancel())?;
        Ok(self.outcome)
    }

    /// Drops the step with all it wrote; what would have become of the roster.
    pub fn cancel(self, store: &mut Store) -> Outcome {
        store.cancel();
        self.outcome
    }

    fn run(store: &mut Store, file_name: &str, roster: Roster) -> Result<Self> {
        let mut taking = Self::begin(store, file_name, roster)?;
        while !taking.step(store, CHUNK)?.is_whole() {}
        Ok(taking)
    }
}

/// Says what would become of a roster; the store stays as it is.
///
/// # Errors
/// If the store refuses.
pub fn plan(store: &mut Store, file_name: &str, roster: Roster) -> Result<Outcome> {
    let taking = Taking::run(store, file_name, roster)?;
    Ok(taking.cancel(store))
}

/// Takes a roster in as one step named after its file.
///
/// # Errors
/// If the store refuses; then nothing was written.
pub fn take(store: &mut Store, file_name: &str, roster: Roster) -> Result<Outcome> {
    let taking = Taking::run(store, file_name, roster)?;
    taking.finish(store)
}

/// One remark for each sheet with filled columns that have no place here.
fn columns_left(rows: &[Row]) -> Vec<Warning> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in rows.iter().filter(|row| !row.extra.is_empty()) {
        let at = found.iter().position(|(sheet, _)| *sheet == row.sheet).unwrap_or_else(|| {
            found.push((&row.sheet, Vec::new()));
            found.len() - 1
        });
        for (head, _) in &row.extra {
            // What an own export remarks on consents is told by signed sheets, not by a roster.
            let own = head == consent::SHORT_PUBLISH.vi;
            if !own && !head.is_empty() && !found[at].1.contains(&head.as_str()) {
                found[at].1.push(head);
            }
        }
    }
    let named = found.into_iter().filter(|(_, heads)| !heads.is_empty());
    let warn = |(sheet, heads): (&str, Vec<&str>)| Warning {
        sheet: sheet.to_owned(),
        row: 0,
        text: t::NOT_TAKEN.with([heads.join(", ")]),
    };
    named.map(warn).collect()
}

#[cfg(test)]
mod tests;
