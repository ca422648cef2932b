//! Which units owe something in a period: a report, a session, a review.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::review::Round;
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Stand, UnitReport, UnitReportState};
use crate::domain::urging::{About, Urging};
use crate::domain::value::{Cell, PeriodCode};
use crate::reports::review;
use crate::store::{Result, Store};
use crate::text::{Said, units as u};

/// Something that a unit owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// The unit.
    pub unit: Id<Unit>,
    /// Its name.
    pub name: String,
    /// What kind of thing.
    pub about: About,
    /// In words: "chưa nộp báo cáo".
    pub what: Said,
    /// Since when it is owed.
    pub due: NaiveDate,
    /// How many times the unit was urged about it.
    pub urged: usize,
}

/// What units owe in a period on a day, unit by unit in their order. A session is owed once the period's reports are
/// due, or the period is over.
///
/// # Errors
/// If the store cannot be read.
pub fn late(store: &Store, period: &Period, today: NaiveDate) -> Result<Vec<Late>> {
    let code = PeriodCode(period.code.clone());
    let reports = store.find::<UnitReport>("period", &code.value())?;
    let urgings = store.find::<Urging>("period", &code.value())?;
    let units = store.all::<Unit>()?;
    let mut all = Vec::new();
    for unit in &units {
        let report = reports.iter().find(|report| report.unit == unit.id);
        let sessions = sessions_end(report, period);
        let there =
            unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.to);
        let mut owed: Vec<(About, Said, NaiveDate)> = Vec::new();
        if let Some(report) = report {
            owed.extend(of_report(report, today).map(|said| (About::Report, said, report.due)));
        }
        let silent = report.is_some_and(|report| report.state == UnitReportState::Nothing);
        if there && !silent && sessions < today && !has_session(store, unit.id, period)? {
            owed.push((About::Session, u::LATE_SESSION.into(), sessions));
        }
        owed.extend(of_reviews(store, unit.id, period, today)?);
        all.extend(owed.into_iter().map(|(about, what, due)| {
            let urged = urgings.iter().filter(|it| it.unit == unit.id && it.about == about).count();
            Late { unit: unit.id, name: unit.name.clone(), about, what, due, urged }
        }));
    }
    Ok(all)
}

/// How many times a unit was urged about its report of a period.
///
/// # Errors
/// If the store cannot be read.
pub fn urged(store: &Store, unit: Id<Unit>, period: &Period) -> Result<usize> {
    let all = store.find::<Urging>("period", &PeriodCode(period.code.clone()).value())?;
    Ok(all.iter().filter(|it| it.unit == unit && it.about == About::Report).count())
}

/// Which units were urged in a period and how often, for the department's report: "Thanh tra Sở: 2 lần về việc nộp báo cáo".
///
/// # Errors
/// If the store cannot be read.
pub fn told(store: &Store, period: &Period) -> Result<Vec<Said>> {
    let all = store.find::<Urging>("period", &PeriodCode(period.code.clone()).value())?;
    let mut lines = Vec::new();
    for unit in store.all::<Unit>()? {
        for (about, text) in About::CHOICES.iter().filter_map(|it| Some((About::of_code(it.code)?, it.text))) {
            let count = all.iter().filter(|it| it.unit == unit.id && it.about == about).count();
            if count > 0 {
                let said = u::URGED_TOLD.with([unit.name.clone(), count.to_string(), String::new()]);
                lines.push(said.saying(2, text.into()));
            }
        }
    }
    Ok(lines)
}

fn of_report(report: &UnitReport, today: NaiveDate) -> Option<Said> {
    match report.standing.on(today)? {
        Stand::Missing => Some(u::LATE_REPORT.into()),
        Stand::Returned if today > report.due => Some(u::LATE_RETURNED.into()),
        _ => None,
    }
}

fn sessions_end(report: Option<&UnitReport>, period: &Period) -> NaiveDate {
    report.map_or(period.to, |report| report.due.min(period.to))
}

fn has_session(store: &Store, unit: Id<Unit>, period: &Period) -> Result<bool> {
    let sql = "select exists (select 1 from session_unit w join session s on s.id = w.session where w.unit = ?1
        and s.trashed is null and s.state = 'held' and s.date between ?2 and ?3)";
    let places = rusqlite::params![unit.0, period.from.to_string(), period.to.to_string()];
    Ok(store.reader().prepare_cached(sql)?.query_row(places, |row| row.get(0))?)
}

/// Rounds of review that were to be done within the period.
fn of_reviews(
    store: &Store,
    unit: Id<Unit>,
    period: &Period,
    today: NaiveDate,
) -> Result<Vec<(About, Said, NaiveDate)>> {
    let mut owed = Vec::new();
    for round in store.all::<Round>()? {
        let Some(due) = round.due.filter(|due| period.contains(*due) && *due < today) else { continue };
        let (standings, _) = review::standings(store, round.id)?;
        let left = standings.iter().find(|it| it.unit == unit).map_or(0, |it| it.children - it.reviewed);
        if left > 0 {
            owed.push((About::Review, u::LATE_REVIEW.with([left.to_string(), round.name]), due));
        }
    }
    Ok(owed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::urging::Means;
    use crate::reports::fixture::{add, at, h1, office};
    use crate::text::Lang;

    fn said(store: &Store, day: &str) -> Vec<(String, String, usize)> {
        let all = late(store, &h1(), at(day)).unwrap();
        all.into_iter().map(|it| (it.name, it.what.say(Lang::Vi), it.urged)).collect()
    }

    #[test]
    fn nothing_is_owed_before_its_day_and_each_time_of_urging_is_counted() {
        let mut store = office();
        assert_eq!(said(&store, "2026-06-10"), []);
        let missing = "Trung tâm Khuyến nông".to_owned();
        let owed = said(&store, "2026-06-20");
        assert!(owed.contains(&(missing.clone(), "chưa nộp báo cáo".into(), 0)), "{owed:?}");
        let unit = store.all::<Unit>().unwrap().into_iter().find(|unit| unit.name == missing).unwrap().id;
        for (date, means) in [("2026-06-16", Means::Call), ("2026-06-18", Means::Letter)] {
            let period = PeriodCode("2026-H1".into());
            add(&mut store, Urging { date: at(date), unit, period, means, ..Urging::default() });
        }
        assert!(said(&store, "2026-06-20").contains(&(missing, "chưa nộp báo cáo".into(), 2)));
        let turns: Vec<i64> = store.all::<Urging>().unwrap().iter().map(|it| it.turn).collect();
        assert_eq!(turns, [2, 1]);
        assert_eq!(told(&store, &h1()).unwrap()[0].say(Lang::Vi), "Trung tâm Khuyến nông: 2 lần về việc nộp báo cáo");
    }

    #[test]
    fn a_unit_with_nothing_to_report_owes_no_session() {
        let store = office();
        let owed = late(&store, &h1(), at("2026-06-20")).unwrap();
        let nothing = store.all::<UnitReport>().unwrap().into_iter().find(|it| it.state == UnitReportState::Nothing);
        assert!(owed.iter().all(|it| Some(it.unit) != nothing.as_ref().map(|report| report.unit)), "{owed:?}");
    }
}
