//! How every unit stands in every period of a year.
use chrono::{Datelike, NaiveDate};

use crate::domain::id::Id;
use crate::domain::period::{Kind, Period};
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Stand, UnitReport};
use crate::store::{Result, Store};

/// Units, periods, and their reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standings {
    /// The units with their names, in their order.
    pub units: Vec<(Id<Unit>, String)>,
    /// The periods, the earlier first; of those that begin together the shorter first.
    pub periods: Vec<Period>,
    reports: Vec<Vec<Option<UnitReport>>>,
}

/// The units that a period's year has, and their reports in its periods that any report is expected of; the period itself is
/// always among them.
///
/// # Errors
/// If the store cannot be read.
pub fn standings(store: &Store, period: &Period) -> Result<Standings> {
    let reports = store.all::<UnitReport>()?;
    let mut periods: Vec<Period> = vec![period.clone()];
    for report in &reports {
        let Ok(known) = Period::parse(&report.period.0) else { continue };
        if year(&known) == year(period) && !periods.contains(&known) {
            periods.push(known);
        }
    }
    periods.sort_by_key(|it| (it.from, it.to));
    let (first, last) = (periods.iter().map(|it| it.from).min(), periods.iter().map(|it| it.to).max());
    let shown = |report: &UnitReport| periods.iter().any(|it| it.code == report.period.0);
    let there = |unit: &Unit| {
        let within =
            unit.since.is_none_or(|since| Some(since) <= last) && unit.until.is_none_or(|until| Some(until) >= first);
        within || reports.iter().any(|report| report.unit == unit.id && shown(report))
    };
    let units: Vec<(Id<Unit>, String)> =
        store.all::<Unit>()?.into_iter().filter(there).map(|unit| (unit.id, unit.name)).collect();
    let of = |unit: Id<Unit>, code: &str| reports.iter().find(|it| it.unit == unit && it.period.0 == code).cloned();
    let line = |unit: &(Id<Unit>, String)| periods.iter().map(|it| of(unit.0, &it.code)).collect();
    let reports = units.iter().map(line).collect();
    Ok(Standings { units, periods, reports })
}

impl Standings {
    /// The report of a unit and a period, by their places.
    #[must_use]
    pub fn report(&self, unit: usize, period: usize) -> Option<&UnitReport> {
        self.reports.get(unit)?.get(period)?.as_ref()
    }

    /// Where it stands on a day.
    #[must_use]
    pub fn stand(&self, unit: usize, period: usize, today: NaiveDate) -> Option<Stand> {
        self.report(unit, period)?.standing.on(today)
    }

    /// The reports of a period.
    pub fn of_period(&self, period: usize) -> impl Iterator<Item = &UnitReport> {
        self.reports.iter().filter_map(move |line| line.get(period)?.as_ref())
    }

    /// How many units have reported in a period, and how many were asked. A unit counts once; "nothing to report" is a
    /// report, one that was sent back is none.
    #[must_use]
    pub fn reported(&self, period: usize) -> (usize, usize) {
        (self.of_period(period).filter(|report| report.is_in()).count(), self.of_period(period).count())
    }
}

/// The year that a period is named after.
fn year(period: &Period) -> i32 {
    match period.kind {
        Kind::Year(year) | Kind::Half(year, _) | Kind::Quarter(year, _) | Kind::Month(year, _) | Kind::Action(year) => {
            year
        }
        Kind::Days => period.to.year(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::PeriodCode;
    use crate::reports::fixture::{add, at, h1, office};

    #[test]
    fn a_unit_counts_once_and_only_when_its_report_is_in() {
        let mut store = office();
        let all = standings(&store, &h1()).unwrap();
        assert_eq!((all.units.len(), all.periods.len(), all.reported(0)), (4, 1, (3, 4)));
        let unit = all.units[3].0;
        let code = PeriodCode("2026-Q1".into());
        add(&mut store, UnitReport { period: code, unit, due: at("2026-03-16"), ..UnitReport::default() });
        let all = standings(&store, &h1()).unwrap();
        let codes: Vec<&str> = all.periods.iter().map(|it| it.code.as_str()).collect();
        assert_eq!((codes, all.reported(0), all.reported(1)), (vec!["2026-Q1", "2026-H1"], (0, 1), (3, 4)));
        assert_eq!(all.stand(3, 0, at("2026-06-20")), Some(Stand::Missing));
        assert_eq!(all.stand(0, 0, at("2026-06-20")), None, "never asked is not missing");
    }
}
