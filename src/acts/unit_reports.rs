//! The units' reports of a period: expected from every unit, and taken in as they come.
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::{Cell, Lines, PeriodCode};
use crate::store::{Result, Store};
use crate::text::{Lang, acts as t};

/// What a unit wrote in its report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// Sessions held.
    pub sessions: i64,
    /// Attendances at them.
    pub attendances: i64,
    /// Children in special circumstances.
    pub special_children: i64,
    /// Children who got support.
    pub supported: i64,
    /// What else it says.
    pub content: String,
    /// The office's remark.
    pub note: String,
}

/// Expects a report from every unit active in a period that has none yet, due on a day, or else on the period's own
/// ([`Period::default_due`]). Returns how many are new; where none is, no step is taken.
///
/// # Errors
/// If no unit is active in the period.
pub fn open_period(store: &mut Store, period: &Period, due: Option<NaiveDate>) -> Result<usize> {
    let step = Step::new(Act::OpenPeriod, UnitReport::TABLE, period.code.clone());
    store.write(step, |store| open_period_within(store, period, due))
}

/// Expects the reports of a period within the running step; see [`open_period`].
///
/// # Errors
/// The same.
pub fn open_period_within(store: &mut Store, period: &Period, due: Option<NaiveDate>) -> Result<usize> {
    let units: Vec<Unit> = store.all::<Unit>()?.into_iter().filter(|unit| is_active(unit, period)).collect();
    if units.is_empty() {
        return Err(t::NO_UNITS.with([""]).saying(0, period.name()).into());
    }
    let code = PeriodCode(period.code.clone());
    let known: HashSet<i64> =
        store.find::<UnitReport>("period", &code.value())?.into_iter().map(|report| report.unit.0).collect();
    let due = due.unwrap_or_else(|| period.default_due());
    let mut opened = 0;
    for unit in units.iter().filter(|unit| !known.contains(&unit.id.0)) {
        store.put_record(&mut UnitReport { period: code.clone(), unit: unit.id, due, ..UnitReport::default() })?;
        opened += 1;
    }
    Ok(opened)
}

/// Takes in a unit's report that came on a day: its state and what it says. The line is made if nothing was expected.
///
/// # Errors
/// If the record breaks its rules.
pub fn receive(
    store: &mut Store,
    unit: Id<Unit>,
    period: &Period,
    date: NaiveDate,
    state: UnitReportState,
    reported: &Reported,
) -> Result<Id<UnitReport>> {
    let name = format!("{} · {}", store.get(unit)?.name, period.name().say(Lang::Vi));
    let step = Step::new(Act::Receive, UnitReport::TABLE, name);
    store.write(step, |store| receive_within(store, unit, period, date, state, reported))
}

/// Takes in a unit's report within the running step; see [`receive`].
///
/// # Errors
/// The same.
pub fn receive_within(
    store: &mut Store,
    unit: Id<Unit>,
    period: &Period,
    date: NaiveDate,
    state: UnitReportState,
    reported: &Reported,
) -> Result<Id<UnitReport>> {
    let code = PeriodCode(period.code.clone());
    let mut known = store.find::<UnitReport>("period", &code.value())?;
    known.retain(|report| report.unit == unit);
    let blank = || UnitReport { period: code.clone(), unit, due: period.default_due(), ..UnitReport::default() };
    let mut report = known.pop().unwrap_or_else(blank);
    report.state = state;
    report.received_on = (state != UnitReportState::Expected).then_some(date);
    report.sessions = reported.sessions;
    report.attendances = reported.attendances;
    report.special_children = reported.special_children;
    report.supported = reported.supported;
    report.content = Lines(reported.content.clone());
    report.note.clone_from(&reported.note);
    store.put_record(&mut report)
}

fn is_active(unit: &Unit, period: &Period) -> bool {
    unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;

    #[test]
    fn every_active_unit_owes_one_report() {
        let mut store = sample::store();
        let period = Period::parse("2026-H1").unwrap();
        assert!(open_period(&mut store, &period, None).is_err());
        sample::unit(&mut store, "Văn phòng");
        let mut gone = Unit { name: "Phòng cũ".into(), until: Some(sample::day("2025-06-30")), ..Unit::default() };
        store.save(&mut gone).unwrap();
        assert_eq!(open_period(&mut store, &period, None).unwrap(), 1);
        let version = store.version();
        assert_eq!(open_period(&mut store, &period, None).unwrap(), 0);
        sample::unit(&mut store, "Thanh tra");
        assert_eq!(open_period(&mut store, &period, Some(sample::day("2026-06-20"))).unwrap(), 1);
        let dues: Vec<NaiveDate> = store.all::<UnitReport>().unwrap().iter().map(|report| report.due).collect();
        assert_eq!(dues, [period.default_due(), sample::day("2026-06-20")]);
        assert!(store.version() > version);
    }

    #[test]
    fn a_report_fills_the_line_that_was_expected() {
        let mut store = sample::store();
        let period = Period::parse("2026-H1").unwrap();
        let unit = sample::unit(&mut store, "Văn phòng");
        open_period(&mut store, &period, None).unwrap();
        let reported = Reported { sessions: 2, attendances: 40, ..Reported::default() };
        let day = sample::day("2026-06-12");
        receive(&mut store, unit, &period, day, UnitReportState::Sent, &reported).unwrap();
        let all = store.all::<UnitReport>().unwrap();
        assert_eq!((all.len(), all[0].sessions, all[0].received_on), (1, 2, Some(day)));
        assert_eq!(store.undo().unwrap().act, "receive");
        assert_eq!(store.all::<UnitReport>().unwrap()[0].state, UnitReportState::Expected);
    }
}
