//! What the plan, the law and the office's own lists ask for by a day.
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{AHEAD, Due, State, dated};
use crate::domain::day;
use crate::domain::document::{self, Document};
use crate::domain::due::Due as Rule;
use crate::domain::event::Event;
use crate::domain::event_step::EventStep;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::incoming::Incoming;
use crate::domain::inspection::Inspection;
use crate::domain::money::Vnd;
use crate::domain::period::{Kind, Period};
use crate::domain::plan::{Clause, Plan};
use crate::domain::recommendation::Recommendation;
use crate::domain::record::Record;
use crate::domain::referral::{Referral, elapsed};
use crate::domain::report::Report;
use crate::domain::review::Round;
use crate::domain::session::Session;
use crate::domain::supplement::Supplement;
use crate::domain::task::{Task, TaskState};
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::Value;
use crate::reports::letterhead::agency_on;
use crate::store::{Result, Store};
use crate::text::{inspection as t_inspection, programme as p, report as t, review, task};

/// Concerns about a child that nobody has in hand: "at once" is late from the first minute (Điều 51 Luật Trẻ em).
pub fn referrals(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let now = today.and_time(store.now().time());
    let open = store.all::<Referral>()?.into_iter().filter(|it| it.state.is_open() && it.noted_on <= today);
    let one = |it: Referral| {
        let text = if it.handovers > 0 { t::DUE_REFERRAL_DECLINED } else { t::DUE_REFERRAL };
        let what = text.with([day::moment(it.noted()), String::new()]).saying(1, elapsed(it.noted(), now));
        let found = dated(what, it.noted_on, today, ("referral", it.id.0))?;
        Some(Due { state: State::Late, legal: true, ..found })
    };
    Ok(open.filter_map(one).collect())
}

/// The agency's own reports: the half-year's, and at the end of the year the year's. One is awaited where a plan of
/// its year or a unit's report of its period is there, until a report of the period is signed.
pub fn own_reports(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let reports = store.all::<Report>()?;
    let asked = store.all::<UnitReport>()?;
    let plans = store.all::<Plan>()?;
    let off_days = agency_on(store, today)?.off_days;
    let half = Period::of(today);
    let mut all = Vec::new();
    for half in [half.previous(), half] {
        // The year's report takes the place of the second half's.
        let year = half.wider().filter(|year| year.to == half.to);
        let codes: Vec<&str> = [Some(&half), year.as_ref()].into_iter().flatten().map(|it| it.code.as_str()).collect();
        let is_ours = |code: &str| codes.contains(&code);
        let Kind::Half(named, _) = half.kind else { continue };
        let awaited = plans.iter().any(|plan| plan.year == i64::from(named))
            || asked.iter().any(|report| is_ours(&report.period.0));
        let ours: Vec<&Report> = reports.iter().filter(|report| is_ours(&report.period.0)).collect();
        if !awaited || ours.iter().any(|report| report.signed_on.is_some()) {
            continue;
        }
        let period = year.as_ref().unwrap_or(&half);
        let what = t::DUE_OWN_REPORT.with([""]).saying(0, period.name());
        let row = ours.first().map_or(0, |report| report.id.0);
        let by = off_days.moved(period.default_due());
        all.extend(dated(what, by, today, ("report", row)).map(|it| Due { legal: true, ..it }));
    }
    Ok(all)
}

/// The units' reports that are not in.
pub fn unit_reports(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let open = store.all::<UnitReport>()?.into_iter();
    let open = open.filter(|it| matches!(it.state, UnitReportState::Expected | UnitReportState::Returned));
    let one = |it: UnitReport| {
        let unit = unit(store, it.unit.0);
        let period = Period::parse(&it.period.0).ok()?;
        let again = it.state == UnitReportState::Returned;
        let text = if again { t::DUE_UNIT_REPORT_AGAIN } else { t::DUE_UNIT_REPORT };
        let what = text.with([String::new(), unit.clone().unwrap_or_default()]).saying(0, period.name());
        let found = dated(what, it.due, today, ("unit_report", it.id.0))?;
        let state = if found.state == State::Late { State::Missing } else { found.state };
        Some(Due { unit, state, legal: true, ..found })
    };
    Ok(open.filter_map(one).collect())
}

/// Gift lists that are not approved although their event is near or over.
pub fn approvals(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let open = store.all::<Event>()?.into_iter();
    let open = open.filter(|it| !it.is_frozen() && (it.gift_value.0 > 0 || it.gifts > 0));
    let one = |it: Event| dated(t::DUE_APPROVAL.with([&it.name]), it.date, today, ("event", it.id.0));
    Ok(open.filter_map(one).collect())
}

/// Gifts of approved lists that were not handed over by the event's day.
pub fn gifts(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    for event in store.all::<Event>()?.into_iter().filter(|it| it.is_frozen() && it.date < today) {
        if event.received >= event.gifts {
            continue;
        }
        let gifts = store.find::<Gift>("event", &Value::Int(event.id.0))?;
        let supplements = store.find::<Supplement>("event", &Value::Int(event.id.0))?;
        // What waits for a supplement's approval cannot be handed out yet.
        let waits = |gift: &Gift| supplements.iter().any(|it| it.id == gift.supplement && it.approved_on.is_none());
        let pending = gifts.iter().filter(|gift| gift.included && gift.state == GiftState::Pending && !waits(gift));
        let left: i64 = pending.map(|gift| gift.count).sum();
        if left > 0 {
            let what = t::DUE_GIFTS.with([left.to_string(), event.name.clone()]);
            all.extend(dated(what, event.date, today, ("event", event.id.0)));
        }
    }
    Ok(all)
}

/// Steps of events that are not done, by their days.
pub fn steps(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let events: HashMap<i64, String> = store.all::<Event>()?.into_iter().map(|it| (it.id.0, it.name)).collect();
    let one = |step: EventStep| {
        let event = events.get(&step.event.0)?;
        let text = if step.who.is_empty() { p::DUE_STEP_ALONE } else { p::DUE_STEP };
        dated(text.with([event.clone(), step.name, step.who]), step.due?, today, ("event", step.event.0))
    };
    Ok(store.all::<EventStep>()?.into_iter().filter(|step| step.done_on.is_none()).filter_map(one).collect())
}

/// Rounds of review with children still to be looked at, by the day they should be done.
pub fn reviews(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let open = store.all::<Round>()?.into_iter();
    let open = open.filter(|it| it.since <= today && it.reviewed < it.children);
    let one = |it: Round| {
        let left = (it.children - it.reviewed).to_string();
        let what = review::DUE.with([it.name, left, it.children.to_string()]);
        dated(what, it.due?, today, ("round", it.id.0))
    };
    Ok(open.filter_map(one).collect())
}

/// Clauses of the year's plan whose day is near or over and that have no evidence. A clause that needs none is shown
/// until its day only.
pub fn clauses(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let off_days = agency_on(store, today)?.off_days;
    let mut all = Vec::new();
    // Whether a clause has any evidence is asked, and not how much: a year's contributions may be many.
    let mut asked = store.reader().prepare_cached(
        "select id, code, name, due, evidence = '', bare, lead_name from clause_shown
        where trashed is null and due <> '' and plan in (select id from plan where year = ?1 and trashed is null) order by plan, place",
    )?;
    // In December what is due in January shows already.
    for year in today.year()..=(today + TimeDelta::days(AHEAD)).year() {
        let mut rows = asked.query([year])?;
        while let Some(row) = rows.next()? {
            let Some(on) = Rule::parse(&row.get::<_, String>(3)?).and_then(|rule| rule.day(year)) else { continue };
            let on = off_days.moved(on);
            let (needless, bare): (bool, bool) = (row.get(4)?, row.get(5)?);
            let is_open = bare || needless && on >= today;
            if !is_open {
                continue;
            }
            let text = if needless { t::DUE_TASK } else { t::DUE_CLAUSE };
            let what = text.with([format!("{} {}", row.get::<_, String>(1)?, row.get::<_, String>(2)?).trim()]);
            let unit = Some(row.get::<_, String>(6)?).filter(|lead| !lead.is_empty());
            all.extend(dated(what, on, today, (Clause::TABLE, row.get(0)?)).map(|it| Due { unit, ..it }));
        }
    }
    Ok(all)
}

/// Planned sessions whose day has come, and those held that nobody is counted at, or of which the units' counts are not
/// the attendance.
pub fn sessions(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    for session in store.all::<Session>()?.into_iter().filter(|it| !it.is_held() || it.date.year() == today.year()) {
        let (open, unit) = (("session", session.id.0), unit(store, session.unit.0));
        if !session.is_held() {
            let what = t::DUE_PLANNED.with([&session.name]);
            all.extend(dated(what, session.date, today, open).map(|it| Due { unit, ..it }));
        } else if session.is_uncounted() {
            let what = t::DUE_UNCOUNTED.with([&session.name]);
            all.push(Due { what, due: session.date, state: State::Check, unit, days: 0, open, legal: false });
        } else if session.mark.is_uneven() {
            let what = t::DUE_UNEVEN.with([&session.name, &session.attendance.to_string(), &session.mark.0]);
            all.push(Due { what, due: session.date, state: State::Check, unit, days: 0, open, legal: false });
        }
    }
    Ok(all)
}

/// Planned inspections whose day has come, and what inspections recommended and is not carried out.
pub fn inspections(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    let inspections = store.all::<Inspection>()?;
    for it in inspections.iter().filter(|it| !it.is_held()) {
        let (what, open) = (t_inspection::DUE_INSPECTION.with([&it.name]), ("inspection", it.id.0));
        all.extend(dated(what, it.date, today, open).map(|due| Due { unit: unit(store, it.unit.0), ..due }));
    }
    for line in store.all::<Recommendation>()?.into_iter().filter(Recommendation::is_open) {
        let Some(it) = inspections.iter().find(|it| it.id == line.inspection) else { continue };
        let (what, open) = (t_inspection::DUE_RECOMMENDATION.with([&line.name]), ("inspection", it.id.0));
        let unit = unit(store, it.unit.0);
        match line.due {
            Some(day) => all.extend(dated(what, day, today, open).map(|due| Due { unit, ..due })),
            None => all.push(Due { what, due: it.date, state: State::Check, unit, days: 0, open, legal: false }),
        }
    }
    Ok(all)
}

/// Tasks that can be done, by the day of their rule; those that wait for a unit name it.
pub fn tasks(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let open = store.all::<Task>()?.into_iter().filter(|it| matches!(it.state, TaskState::Open | TaskState::Asked));
    let one = |it: Task| {
        let unit = unit(store, it.unit.0).filter(|_| it.state == TaskState::Asked);
        let legal = !it.incoming.is_new();
        dated(task::DUE_TASK.with([&it.name]), it.due_on?, today, ("task", it.id.0)).map(|it| Due { unit, legal, ..it })
    };
    Ok(open.filter_map(one).collect())
}

/// Papers that came in with a day and that nobody was given as a task.
pub fn incoming(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let idle = store.all::<Incoming>()?.into_iter().filter(|it| it.tasks == 0);
    let one = |it: Incoming| {
        let what = task::DUE_LETTER.with([it.number, it.name]);
        dated(what, it.due?, today, ("incoming", it.id.0)).map(|it| Due { legal: true, ..it })
    };
    Ok(idle.filter_map(one).collect())
}

/// Sessions of the running year that told a document which did not hold on their day.
pub fn expired(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let documents = store.all::<Document>()?;
    let mut all = Vec::new();
    for session in store.all::<Session>()?.into_iter().filter(|it| it.date.year() == today.year() && it.is_held()) {
        let told = documents.iter().filter(|document| session.documents.0.contains(&document.id.0));
        for document in told.filter(|document| !document.holds(session.date)) {
            let on = day::show(session.date);
            let successor = document::latest(&documents, document.id, session.date);
            let what = match successor {
                Some(next) => t::DUE_EXPIRED_SUCCESSOR.with([on, document.name.clone(), next.name.clone()]),
                None => t::DUE_EXPIRED.with([on, document.name.clone()]),
            };
            let open = ("session", session.id.0);
            let unit = unit(store, session.unit.0);
            all.push(Due { what, due: session.date, state: State::Check, unit, days: 0, open, legal: false });
        }
    }
    Ok(all)
}

/// Contributions and payments that wait to be posted; the earliest is opened.
pub fn drafts(store: &Store, today: NaiveDate) -> Result<Vec<Due>> {
    let mut all = Vec::new();
    for (table, text) in [("contribution", t::DUE_DRAFTS_IN), ("disbursement", t::DUE_DRAFTS_OUT)] {
        let sql = format!(
            "select count(*) over (), sum(amount) over (), id, date from \"{table}\"
             where number is null and trashed is null and date <= ?1 order by date, id limit 1"
        );
        let mut statement = store.reader().prepare_cached(&sql)?;
        let mut rows = statement.query([today.to_string()])?;
        let Some(row) = rows.next()? else { continue };
        let (count, sum, id, date): (i64, i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let what = text.with([count.to_string(), Vnd(sum).show()]);
        let due = date.parse().unwrap_or(today);
        all.push(Due { what, due, state: State::Check, unit: None, days: 0, open: (table, id), legal: false });
    }
    Ok(all)
}

fn unit(store: &Store, id: i64) -> Option<String> {
    Some(store.name_of("unit", id)).filter(|name| !name.is_empty())
}
