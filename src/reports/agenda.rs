//! What lies on each day: sessions, events, inspections, deadlines, cut-offs of periods, public holidays and feasts.
mod days;
mod deadlines;
mod inspections;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::event::Event;
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::store::{Result, Store};
use crate::text::{Lang, calendar as t};

/// What sort of thing lies on a day, in the order in which a day's things are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A public holiday or a day off in its place: no work is done.
    Holiday,
    /// A children's feast on which work is done.
    Feast,
    /// The last day of a period of report.
    CutOff,
    /// Something is to be handed in or done by the day.
    Deadline,
    /// An event for children.
    Event,
    /// An inspection of a unit.
    Inspection,
    /// A propaganda session.
    Session,
}

/// How it stands with a thing that asks for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It asks for nothing, or its day is still to come.
    #[default]
    Open,
    /// What it asks for is there.
    Done,
    /// Its day has passed and what it asks for is not there.
    Late,
}

/// Where a thing leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Leads {
    /// Nowhere.
    #[default]
    Nowhere,
    /// To a row of a table; 0 where the row is not there yet.
    Row(&'static str, i64),
    /// To some rows of a table.
    Rows(&'static str, Vec<i64>),
}

/// A thing on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its day.
    pub day: NaiveDate,
    /// What sort of thing it is.
    pub sort: Sort,
    /// What it is, in words.
    pub what: String,
    /// How it stands, in words; may be empty.
    pub state: String,
    /// How it stands.
    pub standing: Standing,
    /// Where it leads.
    pub leads: Leads,
}

/// Everything from a day to a day, by day and sort. The words are those of a language; what is late is so on the
/// store's day.
///
/// # Errors
/// If the store cannot be read.
pub fn agenda(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let mut all = days::free(from, to, lang);
    all.extend(days::feasts(from, to, lang));
    all.extend(deadlines::periods(store, from, to, lang)?);
    all.extend(deadlines::unit_reports(store, from, to, lang)?);
    all.extend(deadlines::clauses(store, from, to, lang)?);
    all.extend(deadlines::tasks(store, from, to, lang)?);
    all.extend(deadlines::incoming(store, from, to, lang)?);
    all.extend(deadlines::steps(store, from, to, lang)?);
    all.extend(inspections::recommendations(store, from, to, lang)?);
    all.extend(events(store, from, to)?);
    all.extend(inspections::inspections(store, from, to, lang)?);
    all.extend(sessions(store, from, to, lang)?);
    all.sort_by_key(|item| (item.day, item.sort));
    Ok(all)
}

fn events(store: &Store, from: NaiveDate, to: NaiveDate) -> Result<Vec<Item>> {
    let sql = "select id, date, name, place from event where trashed is null and date between ?1 and ?2 order by id";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map(params![from, to], |row| {
        Ok(Item {
            day: row.get(1)?,
            sort: Sort::Event,
            what: row.get(2)?,
            state: row.get(3)?,
            standing: Standing::Open,
            leads: Leads::Row(Event::TABLE, row.get(0)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sessions(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let sql = "select s.id, s.date, s.name, ifnull(u.name, ''), s.attendance, s.state = 'held'
        from session s left join unit u on u.id = s.unit
        where s.trashed is null and s.date between ?1 and ?2 order by s.id";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map(params![from, to], |row| {
        let (name, unit): (String, String) = (row.get(2)?, row.get(3)?);
        let (came, held): (i64, bool) = (row.get(4)?, row.get(5)?);
        let day: NaiveDate = row.get(1)?;
        // One that was planned and whose day has passed waits for its result.
        let late = !held && day < store.today();
        let state = match (held, late) {
            (true, _) if came > 0 => t::ATTENDED.with([came]).say(lang),
            (true, _) => String::new(),
            (false, false) => t::PLANNED.say(lang).to_owned(),
            (false, true) => t::LATE.with([t::PLANNED.say(lang)]).say(lang),
        };
        Ok(Item {
            day,
            sort: Sort::Session,
            what: t::SESSION.with([unit, name]).say(lang),
            state,
            standing: if late { Standing::Late } else { Standing::Open },
            leads: Leads::Row(Session::TABLE, row.get(0)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests;
