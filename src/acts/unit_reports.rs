//! The units' reports of a period: expected from units, taken in version by version, accepted, sent back, closed.
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::check_rule::{CheckKind, CheckRule, Explanation, Warning};
use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterKind, Receivers};
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::submission::{Item, Submission};
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Move, UnitReport, UnitReportState};
use crate::domain::value::{Cell, Lines, PeriodCode};
use crate::reports::unit_reports as said;
use crate::store::{Result, Store};
use crate::text::{Lang, acts as t, units as u};

/// Expects a report from every unit active in a period that has none yet, due on a day, or else on the period's own
/// ([`Period::units_due`]). Returns how many are new; where none is, no step is taken.
///
/// # Errors
/// If no unit is active in the period.
pub fn open_period(store: &mut Store, period: &Period, due: Option<NaiveDate>) -> Result<usize> {
    let step = Step::new(Act::OpenPeriod, UnitReport::TABLE, period.name().say(Lang::Vi));
    let due = due.unwrap_or_else(|| period.units_due());
    store.write(step, |store| {
        let units = active(store, period)?;
        open_within(store, period, due, &units)
    })
}

/// Expects reports of a period from some units within the running step; those expected already have their day moved.
/// Returns how many are new.
///
/// # Errors
/// If there is no unit, or the period is closed.
pub fn open_within(store: &mut Store, period: &Period, due: NaiveDate, units: &[Id<Unit>]) -> Result<usize> {
    if units.is_empty() {
        return Err(t::NO_UNITS.with([""]).saying(0, period.name()).into());
    }
    let code = PeriodCode(period.code.clone());
    let known = store.find::<UnitReport>("period", &code.value())?;
    let has: HashSet<i64> = known.iter().map(|report| report.unit.0).collect();
    let awaited = known.into_iter().filter(|it| it.state == UnitReportState::Expected && units.contains(&it.unit));
    for mut report in awaited.filter(|report| report.due != due) {
        report.due = due;
        store.put_record(&mut report)?;
    }
    let fresh: Vec<Id<Unit>> = units.iter().copied().filter(|unit| !has.contains(&unit.0)).collect();
    for unit in &fresh {
        store.put_record(&mut UnitReport { period: code.clone(), unit: *unit, due, ..UnitReport::default() })?;
    }
    Ok(fresh.len())
}

/// The units that are there in a period.
///
/// # Errors
/// If the store cannot be read.
pub fn active(store: &Store, period: &Period) -> Result<Vec<Id<Unit>>> {
    Ok(store.all::<Unit>()?.into_iter().filter(|unit| is_active(unit, period)).map(|unit| unit.id).collect())
}

/// The report of a unit and a period; a new one, expected by the period's own day, if there is none.
///
/// # Errors
/// If the store cannot be read.
pub fn of_unit(store: &Store, unit: Id<Unit>, period: &Period) -> Result<UnitReport> {
    let code = PeriodCode(period.code.clone());
    let mut known = store.find::<UnitReport>("period", &code.value())?;
    known.retain(|report| report.unit == unit);
    let blank = || UnitReport { period: code.clone(), unit, due: period.units_due(), ..UnitReport::default() };
    Ok(known.pop().unwrap_or_else(blank))
}

/// Takes in a version of a unit's report, on the day it says, as a step of its own; see [`receive_within`].
///
/// # Errors
/// The same.
pub fn receive(store: &mut Store, report: &UnitReport, version: Submission) -> Result<bool> {
    let step = Step::new(Act::Receive, UnitReport::TABLE, name(store, report));
    store.write(step, |store| receive_within(store, report.clone(), version))
}

/// Takes in a version of a unit's report within the running step. Where the latest version says the same, nothing is
/// written; `false` then. The report's line is made if nothing was expected.
///
/// # Errors
/// If the report is accepted or its period closed, or the version says nothing or breaks its rules.
pub fn receive_within(store: &mut Store, mut report: UnitReport, mut version: Submission) -> Result<bool> {
    if version.is_blank() {
        return Err(u::NOTHING_SAID.into());
    }
    let latest = said::versions(store, report.id)?.pop();
    let came = report.state != UnitReportState::Nothing;
    if came && latest.as_ref().is_some_and(|latest| latest.says_as(&version)) {
        return Ok(false);
    }
    report.make(Move::Receive, version.received_on)?;
    store.put_record(&mut report)?;
    version.id = Id::NEW;
    version.report = report.id;
    version.version = latest.map_or(0, |latest| latest.version) + 1;
    store.put_record(&mut version)?;
    Ok(true)
}

/// Notes that units have nothing to report, as of a day, as one step.
///
/// # Errors
/// If a report of theirs has come already, or its period is closed.
pub fn nothing(store: &mut Store, reports: &[UnitReport], day: NaiveDate) -> Result<()> {
    let step = Step::new(Act::Receive, UnitReport::TABLE, named(store, reports));
    make(store, step, reports, Move::Nothing, day)
}

/// Accepts reports, as one step.
///
/// # Errors
/// If one has not come, or a warning about it is neither mended nor explained.
pub fn accept(store: &mut Store, reports: &[UnitReport]) -> Result<()> {
    for report in reports.iter().filter(|report| report.may(Move::Accept)) {
        let open = said::checked(store, report)?.into_iter().find(|it| it.answer.is_none());
        if let Some(open) = open {
            let unit = store.name_of(Unit::TABLE, report.unit.0);
            return Err(u::WARNING_OPEN.with([unit, String::new()]).saying(1, open.warning.said).into());
        }
    }
    let (step, day) = (Step::new(Act::AcceptReport, UnitReport::TABLE, named(store, reports)), store.today());
    make(store, step, reports, Move::Accept, day)
}

/// Sends a report back with a reason, and drafts the letter that says so; the letter.
///
/// # Errors
/// If there is no reason, or nothing that could be sent back.
pub fn send_back(store: &mut Store, report: &UnitReport, reason: &str) -> Result<Id<Letter>> {
    if reason.is_empty() {
        return Err(u::REASON_NEEDED.into());
    }
    let (day, name) = (store.today(), name(store, report));
    let mut report = report.clone();
    report.make(Move::Return, day)?;
    report.reason = Lines(reason.to_owned());
    let subject = u::RETURN_SUBJECT.with([""]).saying(0, period(&report)?.name()).say(Lang::Vi);
    let mut letter = Letter {
        kind: LetterKind::Return,
        period: report.period.clone(),
        name: subject,
        units: Receivers(vec![report.unit.0]),
        made_on: Some(day),
        report: report.id,
        ..Letter::default()
    };
    store.write(Step::new(Act::ReturnReport, UnitReport::TABLE, name), |store| {
        store.put_record(&mut report)?;
        store.put_record(&mut letter)
    })
}

/// Keeps what a unit answered to a warning.
///
/// # Errors
/// If the answer is blank, or the period is closed.
pub fn explain(store: &mut Store, report: &UnitReport, warning: &Warning, text: &str) -> Result<()> {
    if report.closed_on.is_some() {
        return Err(u::PERIOD_CLOSED.into());
    }
    let said = warning.said.say(Lang::Vi);
    let mut known = store.find::<Explanation>("report", &report.id.value())?.into_iter();
    let mut answer = known.rfind(|it| it.rule == warning.rule && it.said == said).unwrap_or_default();
    (answer.report, answer.rule, answer.said) = (report.id, warning.rule, said);
    (answer.text, answer.noted_on) = (Lines(text.to_owned()), Some(store.today()));
    let name = name(store, report);
    store.write(Step::new(Act::Explain, Explanation::TABLE, name), |store| store.put_record(&mut answer).map(|_| ()))
}

/// Closes a period: its reports stand still. Reports that came must be accepted or sent back before.
///
/// # Errors
/// If one is neither, or nothing was expected.
pub fn close(store: &mut Store, period: &Period) -> Result<()> {
    let (reports, today) = (of_period(store, period)?, store.today());
    let open = reports.iter().filter(|report| report.state == UnitReportState::Sent).count();
    if open > 0 {
        return Err(u::STILL_OPEN.with([open]).into());
    }
    stamp(store, Act::ClosePeriod, period, reports.into_iter().filter(|it| it.closed_on.is_none()), Some(today))
}

/// Opens a closed period again.
///
/// # Errors
/// If the store refuses.
pub fn reopen(store: &mut Store, period: &Period) -> Result<()> {
    let reports = of_period(store, period)?;
    stamp(store, Act::ReopenPeriod, period, reports.into_iter().filter(|it| it.closed_on.is_some()), None)
}

/// Puts the rules that most offices want, where there is none.
///
/// # Errors
/// If the store refuses.
pub fn put_rules_within(store: &mut Store) -> Result<()> {
    let rule = |name: crate::text::Text, kind, item, other, percent| CheckRule {
        name: name.vi.to_owned(),
        kind,
        item,
        other,
        percent,
        active: true,
        ..CheckRule::default()
    };
    let any = Item::Any;
    for mut rule in [
        rule(u::RULE_SESSIONS, CheckKind::Present, Item::Sessions, any, 0),
        rule(u::RULE_ATTENDANCES, CheckKind::Present, Item::Attendances, any, 0),
        rule(u::RULE_HOTLINE, CheckKind::AtMost, Item::Hotline, Item::Sessions, 0),
        rule(u::RULE_REVIEWED, CheckKind::AtMost, Item::Reviewed, Item::Children, 0),
        rule(u::RULE_SPECIAL, CheckKind::AtMost, Item::Special, Item::Children, 0),
        rule(u::RULE_SUPPORTED, CheckKind::AtMost, Item::Supported, Item::Children, 0),
        rule(u::RULE_LAST_PEOPLE, CheckKind::Last, Item::Attendances, any, 50),
        rule(u::RULE_LAST_CHILDREN, CheckKind::Last, Item::Children, any, 30),
        rule(u::RULE_LAST_MONEY, CheckKind::Last, Item::Contributed, any, 100),
        rule(u::RULE_OWN_SESSIONS, CheckKind::Own, Item::Sessions, any, 0),
        rule(u::RULE_OWN_SPECIAL, CheckKind::Own, Item::Special, any, 0),
        rule(u::RULE_OWN_MONEY, CheckKind::Own, Item::Contributed, any, 0),
    ] {
        store.put_record(&mut rule)?;
    }
    Ok(())
}

/// The reports of a period.
///
/// # Errors
/// If the store cannot be read.
pub fn of_period(store: &Store, period: &Period) -> Result<Vec<UnitReport>> {
    store.find("period", &PeriodCode(period.code.clone()).value())
}

fn stamp(
    store: &mut Store,
    act: Act,
    period: &Period,
    reports: impl Iterator<Item = UnitReport>,
    day: Option<NaiveDate>,
) -> Result<()> {
    let reports: Vec<UnitReport> = reports.collect();
    if reports.is_empty() {
        return Err(u::NOTHING_TO_CLOSE.into());
    }
    store.write(Step::new(act, UnitReport::TABLE, period.name().say(Lang::Vi)), |store| {
        reports
            .into_iter()
            .try_for_each(|report| store.put_record(&mut UnitReport { closed_on: day, ..report }).map(|_| ()))
    })
}

fn make(store: &mut Store, step: Step, reports: &[UnitReport], kind: Move, day: NaiveDate) -> Result<()> {
    store.write(step, |store| {
        for mut report in reports.iter().cloned() {
            report.make(kind, day)?;
            store.put_record(&mut report)?;
        }
        Ok(())
    })
}

fn period(report: &UnitReport) -> Result<Period> {
    Ok(Period::parse(&report.period.0)?)
}

/// "Thanh tra Sở · 6 tháng đầu năm 2026".
fn name(store: &Store, report: &UnitReport) -> String {
    let unit = store.name_of(Unit::TABLE, report.unit.0);
    Period::parse(&report.period.0).map_or_else(|_| unit.clone(), |it| format!("{unit} · {}", it.name().say(Lang::Vi)))
}

fn named(store: &Store, reports: &[UnitReport]) -> String {
    match reports {
        [only] => name(store, only),
        many => many.len().to_string(),
    }
}

fn is_active(unit: &Unit, period: &Period) -> bool {
    unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.from)
}

#[cfg(test)]
mod tests;
