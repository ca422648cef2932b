//! What is due, late, missing or to be looked at again on a day: legal deadlines first.
mod duties;
mod setup;

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::snooze::Snooze;
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, report as t};

/// How many days ahead a deadline is shown.
pub const AHEAD: i64 = 30;

/// How it stands with something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its day has passed.
    Late,
    /// A unit's report is not in although its day has passed.
    Missing,
    /// Its day is today.
    Due,
    /// Its day is within [`AHEAD`] days.
    Soon,
    /// No deadline: something was done that should be looked at again.
    Check,
    /// No deadline: data that papers need are not entered.
    Lacking,
}

impl State {
    /// What JSON calls it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Missing => "missing",
            Self::Due => "due",
            Self::Soon => "soon",
            Self::Check => "check",
            Self::Lacking => "lacking",
        }
    }

    /// What screens call it.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Late => t::LATE,
            Self::Missing => t::MISSING,
            Self::Due => t::TODAY,
            Self::Soon => t::SOON,
            Self::Check => t::CHECK,
            Self::Lacking => t::LACKING,
        }
    }
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What it is, in words.
    pub what: Said,
    /// Its day; where there is no deadline, the day it came up.
    pub due: NaiveDate,
    /// How it stands.
    pub state: State,
    /// The unit it waits for.
    pub unit: Option<String>,
    /// Days until its day; negative once it has passed, 0 without a deadline.
    pub days: i64,
    /// The table and row to open; row 0 for a new one.
    pub open: (&'static str, i64),
    /// Whether law or a superior's paper sets the day.
    pub legal: bool,
}

impl Due {
    /// Which one it is, as [`Snooze`] keeps it.
    #[must_use]
    pub fn thing(&self) -> String {
        let (table, row) = self.open;
        let thing = format!("{table} {row} {}", self.due);
        // Of one row several things may be to be looked at again; their words tell them apart and do not change.
        if self.state == State::Check { format!("{thing} {}", self.what.say(Lang::Vi)) } else { thing }
    }

    /// Whether it may be put off: a child in danger may not.
    #[must_use]
    pub fn can_wait(&self) -> bool {
        self.open.0 != Referral::TABLE
    }
}

/// Everything there is to do on a day, but for what was put off: what has passed before what comes, legal deadlines
/// first.
///
/// # Errors
/// If SQLite refuses.
pub fn due(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    Ok(parted(store, today)?.0)
}

/// Something due that was put off, and the word that did it.
pub type PutOff = (Due, Snooze);

/// What [`due`] gives, and what was put off beyond the day, each with when and why.
///
/// # Errors
/// If SQLite refuses.
pub fn parted(store: &Store, today: NaiveDate) -> Result<(Vec<Due>, Vec<PutOff>)> {
    let snoozed = snoozed(store, today)?;
    let (mut open, mut off) = (Vec::new(), Vec::new());
    for it in all(store, today)? {
        match snoozed.get(&it.thing()) {
            Some(snooze) => off.push((it, snooze.clone())),
            None => open.push(it),
        }
    }
    Ok((open, off))
}

/// What is put off beyond a day, by what it is; the latest word counts.
fn snoozed(store: &Store, today: NaiveDate) -> Result<HashMap<String, Snooze>> {
    let mut all = store.all::<Snooze>()?;
    all.sort_by_key(|snooze| snooze.id);
    Ok(all.into_iter().filter(|it| it.until > today).map(|it| (it.thing.clone(), it)).collect())
}

fn all(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    all.extend(duties::referrals(store, today)?);
    all.extend(duties::own_reports(store, today)?);
    all.extend(duties::unit_reports(store, today)?);
    all.extend(duties::approvals(store, today)?);
    all.extend(duties::gifts(store, today)?);
    all.extend(duties::steps(store, today)?);
    all.extend(duties::reviews(store, today)?);
    all.extend(duties::clauses(store, today)?);
    all.extend(duties::sessions(store, today)?);
    all.extend(duties::inspections(store, today)?);
    all.extend(duties::tasks(store, today)?);
    all.extend(duties::incoming(store, today)?);
    all.extend(duties::expired(store, today)?);
    all.extend(duties::drafts(store, today)?);
    all.extend(setup::lacking(store, today)?);
    let past = |state| matches!(state, State::Late | State::Missing);
    // A child in danger comes before any paper.
    all.sort_by_key(|it| (!past(it.state), it.state >= State::Check, it.can_wait(), !it.legal, it.due, it.state));
    Ok(all)
}

/// `[{"what", "due", "state", "unit", "days"}]`, the words in a language.
#[must_use]
pub fn to_json(all: &[Due], lang: Lang) -> Json {
    let one = |it: &Due| {
        json!({
            "what": it.what.say(lang),
            "due": it.due.to_string(),
            "state": it.state.code(),
            "unit": it.unit,
            "days": it.days,
        })
    };
    all.iter().map(one).collect()
}

/// A thing with a deadline, if its day has come near.
fn dated(what: Said, due: NaiveDate, today: NaiveDate, open: (&'static str, i64)) -> Option<Due> {
    let days = (due - today).num_days();
    let state = match days {
        ..0 => State::Late,
        0 => State::Due,
        1..=AHEAD => State::Soon,
        _ => return None,
    };
    Some(Due { what, due, state, unit: None, days, open, legal: false })
}

#[cfg(test)]
mod tests;
