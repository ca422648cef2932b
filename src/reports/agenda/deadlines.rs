//! Days by which something is asked for: cut-offs and reports of periods, units' reports, clauses of plans, tasks, papers
//! that came in, steps of events.
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use super::{Item, Leads, Sort, Standing};
use crate::domain::due::Due as Rule;
use crate::domain::event::Event;
use crate::domain::event_step::EventStep;
use crate::domain::incoming::Incoming;
use crate::domain::period::Period;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::domain::record::Record;
use crate::domain::report::Report;
use crate::domain::task::{Task, TaskState};
use crate::domain::unit_report::UnitReport;
use crate::domain::value::Value;
use crate::reports::letterhead::agency_on;
use crate::store::{Result, Store};
use crate::text::{Lang, calendar as t, programme, report, task};

/// The cut-offs of the half-years and years of report, and the days by which the agency reports on them. The year's
/// report takes the place of the second half's.
pub fn periods(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let within = |day: &NaiveDate| (from..=to).contains(day);
    let off_days = agency_on(store, store.today())?.off_days;
    let mut all = Vec::new();
    for code in (from.year()..=to.year()).flat_map(|year| [format!("{year}-H1"), format!("{year}")]) {
        let Ok(period) = Period::parse(&code) else { continue };
        let (cut_off, due) = (period.to, off_days.moved(period.default_due()));
        if !within(&cut_off) && !within(&due) {
            continue;
        }
        let reports = store.find::<Report>("period", &Value::from(code.as_str()))?;
        let row = reports.first().map_or(0, |report| report.id.0);
        let issued = reports.iter().any(|report| report.signed_on.is_some());
        let name = period.name().say(lang);
        let item = Item {
            day: cut_off,
            sort: Sort::CutOff,
            what: t::CUT_OFF.with([&name]).say(lang),
            state: String::new(),
            standing: Standing::Open,
            leads: Leads::Row(Report::TABLE, row),
        };
        let state = if issued { t::ISSUED.say(lang).to_owned() } else { String::new() };
        let standing = if issued { Standing::Done } else { Standing::Open };
        let what = t::OWN_REPORT.with([&name]).say(lang);
        let report = Item { day: due, sort: Sort::Deadline, what, state, standing, ..item.clone() };
        all.extend([item, report].into_iter().filter(|item| within(&item.day)));
    }
    Ok(all)
}

/// The units' reports: one thing for all that are due on a day for a period.
pub fn unit_reports(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let sql = "select r.due, r.period, json_group_array(r.id), sum(r.state in ('in', 'accepted', 'nothing'))
        from unit_report r where r.trashed is null and r.due between ?1 and ?2 group by r.due, r.period";
    let mut statement = store.reader().prepare_cached(sql)?;
    let mut rows = statement.query(params![from, to])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (day, code, ids): (NaiveDate, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let came: i64 = row.get(3)?;
        let ids: Vec<i64> = serde_json::from_str(&ids).unwrap_or_default();
        let name = Period::parse(&code).map_or(code, |period| period.name().say(lang));
        let complete = usize::try_from(came).is_ok_and(|came| came == ids.len());
        let standing = match (complete, day < store.today()) {
            (true, _) => Standing::Done,
            (false, true) => Standing::Late,
            (false, false) => Standing::Open,
        };
        let counts = [came.to_string(), ids.len().to_string()];
        let state = if complete { t::CAME_ALL.with([ids.len()]) } else { t::CAME.with(counts) };
        all.push(Item {
            day,
            sort: Sort::Deadline,
            what: t::UNIT_REPORTS.with([name]).say(lang),
            state: said(state.say(lang), standing, lang),
            standing,
            leads: Leads::Rows(UnitReport::TABLE, ids),
        });
    }
    Ok(all)
}

/// The clauses of plans by their rules. One that needs no evidence is never late.
pub fn clauses(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let off_days = agency_on(store, store.today())?.off_days;
    let mut all = Vec::new();
    // Working days added to or taken from the end of a year may lie in the next or the last one.
    for year in from.year() - 1..=to.year() + 1 {
        for plan in store.find::<Plan>("year", &Value::Int(i64::from(year)))? {
            for clause in store.find::<Clause>("plan", &Value::Int(plan.id.0))? {
                let day = Rule::parse(&clause.due.0).and_then(|rule| rule.day(year)).map(|day| off_days.moved(day));
                let Some(day) = day.filter(|day| (from..=to).contains(day)) else { continue };
                let needless = clause.evidence == Evidence::Nothing;
                let standing = match clause.proofs() {
                    1.. => Standing::Done,
                    _ if !needless && day < store.today() => Standing::Late,
                    _ => Standing::Open,
                };
                let state = match standing {
                    Standing::Done => t::EVIDENCED.say(lang),
                    _ if needless => "",
                    _ => t::UNPROVED.say(lang),
                };
                all.push(Item {
                    day,
                    sort: Sort::Deadline,
                    what: t::CLAUSE.with([format!("{} {}", clause.code, clause.name).trim()]).say(lang),
                    state: said(state.to_owned(), standing, lang),
                    standing,
                    leads: Leads::Row(Clause::TABLE, clause.id.0),
                });
            }
        }
    }
    Ok(all)
}

/// Tasks on the days that they are due.
pub fn tasks(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let mut all = Vec::new();
    for it in store.all::<Task>()? {
        let Some(day) = it.due_on.filter(|day| (from..=to).contains(day)) else { continue };
        let standing = match it.state {
            TaskState::Done => Standing::Done,
            _ if day < store.today() => Standing::Late,
            _ => Standing::Open,
        };
        all.push(Item {
            day,
            sort: Sort::Deadline,
            what: task::IN_CALENDAR.with([&it.name]).say(lang),
            state: said(it.state.text().say(lang).to_owned(), standing, lang),
            standing,
            leads: Leads::Row(Task::TABLE, it.id.0),
        });
    }
    Ok(all)
}

/// Papers that came in with a day and that nobody was given as a task: a task has a day of its own.
pub fn incoming(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let idle = store.all::<Incoming>()?.into_iter().filter(|it| it.tasks == 0);
    let one = |it: Incoming| {
        let day = it.due.filter(|day| (from..=to).contains(day))?;
        let what = task::DUE_LETTER.with([it.number, it.name]).say(lang);
        let leads = Leads::Row(Incoming::TABLE, it.id.0);
        Some(asked(store, day, what, false, leads, lang))
    };
    Ok(idle.filter_map(one).collect())
}

/// What is to be done for events, step by step.
pub fn steps(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let events: HashMap<i64, String> = store.all::<Event>()?.into_iter().map(|it| (it.id.0, it.name)).collect();
    let one = |it: EventStep| {
        let day = it.due.filter(|day| (from..=to).contains(day))?;
        let event = events.get(&it.event.0)?.clone();
        let text = if it.who.is_empty() { programme::DUE_STEP_ALONE } else { programme::DUE_STEP };
        let what = text.with([event, it.name, it.who]).say(lang);
        Some(asked(store, day, what, it.done_on.is_some(), Leads::Row(Event::TABLE, it.event.0), lang))
    };
    Ok(store.all::<EventStep>()?.into_iter().filter_map(one).collect())
}

/// Something that is to be done by a day.
pub(super) fn asked(store: &Store, day: NaiveDate, what: String, done: bool, leads: Leads, lang: Lang) -> Item {
    let (standing, state) = match (done, day < store.today()) {
        (true, _) => (Standing::Done, t::DONE.say(lang)),
        (false, true) => (Standing::Late, report::LATE.say(lang)),
        (false, false) => (Standing::Open, ""),
    };
    Item { day, sort: Sort::Deadline, what, state: said(state.to_owned(), standing, lang), standing, leads }
}

/// What is late is marked by a sign as well.
fn said(state: String, standing: Standing, lang: Lang) -> String {
    if standing == Standing::Late { t::LATE.with([state]).say(lang) } else { state }
}
