//! Which units owe something in a period: their report, a review, an answer to what was recommended to them; and, as long
//! as they have not reported, a session. Whether one that has reported held its sessions is for its report to say.
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::period::Period;
use crate::domain::recommendation::{Recommendation, RecommendationState};
use crate::domain::review::Round;
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Stand, UnitReport};
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
    /// The row of the thing among several of its kind: the round of review, the recommendation; else 0.
    pub thing: i64,
    /// In words: "chưa nộp báo cáo".
    pub what: Said,
    /// Since when it is owed.
    pub due: NaiveDate,
    /// How many times the unit was urged about it.
    pub urged: usize,
}

/// The kind, the row, the words and the day of what is owed.
type Owed = (About, i64, Said, NaiveDate);

/// What units owe in a period on a day, unit by unit in their order. A session is owed once the period's reports are
/// due, or the period is over, by whoever has not reported. Urging counts for the thing that it was about.
///
/// # Errors
/// If the store cannot be read.
pub fn late(store: &Store, period: &Period, today: NaiveDate) -> Result<Vec<Late>> {
    let code = PeriodCode(period.code.clone());
    let reports = store.find::<UnitReport>("period", &code.value())?;
    let urgings = store.find::<Urging>("period", &code.value())?;
    let (units, advice) = (store.all::<Unit>()?, open_advice(store)?);
    let mut all = Vec::new();
    for unit in &units {
        let report = reports.iter().find(|report| report.unit == unit.id);
        let sessions = sessions_end(report, period);
        let there =
            unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.to);
        let mut owed: Vec<Owed> = Vec::new();
        if let Some(report) = report {
            owed.extend(of_report(report, today).map(|said| (About::Report, 0, said, report.due)));
        }
        let silent = report.is_none_or(|report| !report.is_in());
        if there && silent && sessions < today && !has_session(store, unit.id, period)? {
            owed.push((About::Session, 0, u::LATE_SESSION.into(), sessions));
        }
        owed.extend(of_reviews(store, unit.id, period, today)?);
        owed.extend(of_advice(&advice, unit.id, period, today));
        all.extend(owed.into_iter().map(|(about, thing, what, due)| {
            let urged = urgings.iter().filter(|it| it.unit == unit.id && it.is_about(about, thing)).count();
            Late { unit: unit.id, name: unit.name.clone(), about, thing, what, due, urged }
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
            // Once is once, however many things of a kind it named.
            let own = all.iter().filter(|it| it.unit == unit.id && it.about == about);
            let count = own.map(|it| (it.date, it.means as u8, it.letter)).collect::<HashSet<_>>().len();
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
fn of_reviews(store: &Store, unit: Id<Unit>, period: &Period, today: NaiveDate) -> Result<Vec<Owed>> {
    let mut owed = Vec::new();
    for round in store.all::<Round>()? {
        let Some(due) = round.due.filter(|due| period.contains(*due) && *due < today) else { continue };
        let (standings, _) = review::standings(store, round.id)?;
        let left = standings.iter().find(|it| it.unit == unit).map_or(0, |it| it.children - it.reviewed);
        if left > 0 {
            owed.push((About::Review, round.id.0, u::LATE_REVIEW.with([left.to_string(), round.name]), due));
        }
    }
    Ok(owed)
}

/// What was recommended and not answered yet, with the unit it was recommended to.
fn open_advice(store: &Store) -> Result<Vec<(Id<Unit>, Recommendation)>> {
    let inspections = store.all::<Inspection>()?;
    let unit = |of: Id<Inspection>| inspections.iter().find(|it| it.id == of).map(|it| it.unit);
    let open = store.all::<Recommendation>()?.into_iter().filter(|it| it.state == RecommendationState::Open);
    Ok(open.filter_map(|it| Some((unit(it.inspection)?, it))).collect())
}

/// What a unit has not answered by its day, up to the period's end, the earliest first.
fn of_advice(open: &[(Id<Unit>, Recommendation)], unit: Id<Unit>, period: &Period, today: NaiveDate) -> Vec<Owed> {
    let is_late = |due: &NaiveDate| *due <= period.to && *due < today;
    let own = open.iter().filter(|(of, _)| *of == unit);
    let one = |(_, it): &(Id<Unit>, Recommendation)| {
        let said = u::LATE_ADVICE.with([it.name.trim_end_matches('.')]);
        Some((About::Recommendation, it.id.0, said, it.due.filter(is_late)?))
    };
    let mut all: Vec<Owed> = own.filter_map(one).collect();
    all.sort_by_key(|(.., due)| *due);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::unit_report::UnitReportState;
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
    fn what_was_recommended_is_owed_until_it_is_answered() {
        let mut store = office();
        let unit = store.all::<Unit>().unwrap()[0].clone();
        let inspection =
            Inspection { date: at("2026-04-10"), unit: unit.id, name: "Kiểm tra".into(), ..Inspection::default() };
        let inspection = add(&mut store, inspection);
        for (name, due) in
            [("Niêm yết số 111", "2026-06-01"), ("Lập sổ theo dõi.", "2026-05-20"), ("Sau này", "2026-07-01")]
        {
            add(
                &mut store,
                Recommendation { name: name.into(), inspection, due: Some(at(due)), ..Recommendation::default() },
            );
        }
        let owed = |store: &Store| {
            let all = late(store, &h1(), at("2026-06-10")).unwrap().into_iter();
            all.filter(|it| it.about == About::Recommendation)
                .map(|it| (it.unit, it.what.say(Lang::Vi), it.due))
                .collect::<Vec<_>>()
        };
        let what = |name: &str| format!("chưa trả lời kiến nghị sau kiểm tra: {name}");
        let both = [("Lập sổ theo dõi", "2026-05-20"), ("Niêm yết số 111", "2026-06-01")];
        assert_eq!(owed(&store), both.map(|(name, due)| (unit.id, what(name), at(due))));
        for mut it in store.all::<Recommendation>().unwrap() {
            (it.state, it.closed_on) = (RecommendationState::Answered, Some(at("2026-06-09")));
            store.save(&mut it).unwrap();
        }
        assert_eq!(owed(&store), []);
    }

    #[test]
    fn a_unit_that_has_reported_owes_no_session_whatever_the_office_noted() {
        let mut store = office();
        let sent = |store: &Store| {
            let all = store.all::<UnitReport>().unwrap().into_iter();
            all.filter(|it| it.period.0 == "2026-H1" && it.is_in()).map(|it| it.unit).collect::<Vec<_>>()
        };
        let new = add(&mut store, Unit { name: "Ban mới".into(), code: "BM".into(), ..Unit::default() });
        let owes = |store: &Store| {
            let all = late(store, &h1(), at("2026-06-20")).unwrap().into_iter();
            all.filter(|it| it.about == About::Session).map(|it| it.unit).collect::<Vec<_>>()
        };
        assert!(owes(&store).contains(&new), "whoever has not reported is asked about sessions too");
        let report = UnitReport {
            period: PeriodCode("2026-H1".into()),
            unit: new,
            due: at("2026-06-15"),
            state: UnitReportState::Sent,
            received_on: Some(at("2026-06-12")),
            ..UnitReport::default()
        };
        add(&mut store, report);
        let (owing, sent) = (owes(&store), sent(&store));
        assert!(owing.iter().all(|unit| !sent.contains(unit)), "{owing:?}");
    }

    #[test]
    fn urging_counts_for_what_it_named_and_for_nothing_else_of_its_kind() {
        let mut store = office();
        let unit = store.all::<Unit>().unwrap()[0].clone();
        let inspection =
            Inspection { date: at("2026-04-10"), unit: unit.id, name: "K".into(), ..Inspection::default() };
        let inspection = add(&mut store, inspection);
        let advice = |name: &str, due: &str| Recommendation {
            name: name.into(),
            inspection,
            due: Some(at(due)),
            ..Recommendation::default()
        };
        let first = add(&mut store, advice("Niêm yết số 111", "2026-05-20"));
        add(&mut store, advice("Lập sổ theo dõi", "2026-06-01"));
        let (about, period) = (About::Recommendation, PeriodCode("2026-H1".into()));
        let urging =
            Urging { date: at("2026-05-25"), unit: unit.id, about, period, thing: first.0, ..Urging::default() };
        add(&mut store, urging);
        let all = late(&store, &h1(), at("2026-06-10")).unwrap();
        let urged: Vec<usize> = all.iter().filter(|it| it.about == about).map(|it| it.urged).collect();
        assert_eq!(urged, [1, 0]);
    }

    #[test]
    fn a_unit_with_nothing_to_report_owes_no_session() {
        let store = office();
        let owed = late(&store, &h1(), at("2026-06-20")).unwrap();
        let nothing = store.all::<UnitReport>().unwrap().into_iter().find(|it| it.state == UnitReportState::Nothing);
        assert!(owed.iter().all(|it| Some(it.unit) != nothing.as_ref().map(|report| report.unit)), "{owed:?}");
    }
}
