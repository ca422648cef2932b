use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::domain::act::{Act, Step};
use crate::domain::born::{Born, Under};
use crate::domain::child::{AGE_LIMIT, Child};
use crate::domain::contribution::Contribution;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::support::Support;
use crate::domain::tables;
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::Value;
use crate::reports::figure::{Measure, rows_behind};
use crate::reports::fixture::{add, at, h1, office};

#[test]
fn every_figure_has_the_value_that_was_counted_by_hand() {
    let found = figures(&office(), &h1()).unwrap();
    let by_hand = [
        ("sessions", 4),
        ("attendances", 145),
        ("units_with_sessions", 3),
        ("documents_told", 3),
        ("hotline_sessions", 3),
        ("leaflets", 160),
        ("events", 2),
        ("children_present", 10),
        ("event_budget", 10_000_000),
        ("event_cost", 3_200_000),
        ("gifts", 8),
        ("gifts_value", 1_600_000),
        ("gifts_received", 6),
        ("gifts_pending", 2),
        ("children", 7),
        ("children_male", 4),
        ("children_female", 2),
        ("children_sex_unknown", 1),
        ("children_under_6", 1),
        ("children_6_to_10", 1),
        ("children_11_to_15", 4),
        ("children_age_unknown", 1),
        ("special_children", 2),
        ("hardship_children", 2),
        ("group_d", 2),
        ("group_đ", 1),
        ("supported_children", 2),
        ("supports", 3),
        ("support_value", 1_800_000),
        ("contributed", 18_000_000),
        ("contributed_money", 15_500_000),
        ("contributed_goods", 2_500_000),
        ("contributions", 3),
        ("contributors", 25),
        ("disbursed", 18_000_000),
        ("transferred", 15_000_000),
        ("disbursed_event", 0),
        ("disbursed_support", 0),
        ("disbursed_work", 3_000_000),
        ("fund_opening", 4_000_000),
        ("fund_balance", 1_500_000),
        ("incidents", 2),
        ("incidents_sent", 1),
        ("incidents_unsent", 1),
        ("units_without_sessions", 1),
        ("units_expected", 4),
        ("units_on_time", 2),
        ("units_late", 1),
        ("units_missing", 1),
        ("units_nothing", 1),
    ];
    for (figure, value) in found.iter() {
        let wanted = by_hand.iter().find(|(code, _)| *code == figure.code).map_or(0, |(_, value)| *value);
        assert_eq!(value, wanted, "{}", figure.code);
    }
    assert!(by_hand.iter().all(|(code, _)| by_code(code).is_some()));
}

#[test]
fn every_figure_is_made_of_exactly_the_rows_it_opens() {
    let store = office();
    let periods = ["2026-H1", "2026", "2025", "cal:2026-H1", "2026-thang-hanh-dong", "2026-Q1", "2026-H2"];
    for period in periods.map(|code| Period::parse(code).unwrap()) {
        for figure in FIGURES {
            let rows = rows_behind(&store, figure, &period).unwrap();
            let unique: HashSet<_> = rows.iter().collect();
            assert_eq!(unique.len(), rows.len(), "{}: a row twice", figure.code);
            let mut value = 0;
            for id in &rows {
                value += match figure.measure {
                    Measure::Count => 1,
                    Measure::Sum(of) | Measure::Kept(_, of) => {
                        let sql = format!("select {of} from \"{}\" where id = ?1", figure.table);
                        store.reader().query_row(&sql, [id], |row| row.get::<_, i64>(0)).unwrap()
                    }
                };
            }
            assert_eq!(figure.value(&store, &period).unwrap(), value, "{} {}", figure.code, period.code);
        }
    }
}

#[test]
fn figures_fit_together() {
    let store = office();
    for period in ["2026-H1", "2026", "2025", "2026-H2"].map(|code| Period::parse(code).unwrap()) {
        let all = figures(&store, &period).unwrap();
        let sum = |codes: &[&str]| codes.iter().map(|code| all.get(code)).sum::<i64>();
        assert_eq!(all.get("children"), sum(&["children_male", "children_female", "children_sex_unknown"]));
        let ages = ["children_under_6", "children_6_to_10", "children_11_to_15", "children_age_unknown"];
        assert_eq!(all.get("children"), sum(&ages));
        assert_eq!(all.get("gifts"), sum(&["gifts_received", "gifts_pending"]));
        assert_eq!(all.get("contributed"), sum(&["contributed_money", "contributed_goods"]));
        let paid = ["transferred", "disbursed_event", "disbursed_support", "disbursed_work"];
        assert_eq!(all.get("disbursed"), sum(&paid));
        assert_eq!(all.get("units_expected"), sum(&["units_on_time", "units_late", "units_missing"]));
        assert_eq!(
            all.get("fund_opening") + all.get("contributed_money") - all.get("disbursed"),
            all.get("fund_balance")
        );
    }
}

#[test]
fn codes_are_unique_and_tables_are_known() {
    let codes: HashSet<_> = FIGURES.iter().map(|figure| figure.code).collect();
    assert_eq!(codes.len(), FIGURES.len());
    assert!(FIGURES.iter().all(|figure| tables::by_name(figure.table).is_some()));
}

#[test]
fn json_has_the_codes_of_the_command_line() {
    let json = figures(&office(), &h1()).unwrap().to_json();
    assert_eq!((json["period"].as_str(), json["from"].as_str()), (Some("2026-H1"), Some("2025-12-15")));
    assert_eq!(json["to"], "2026-06-14");
    for code in [
        "sessions",
        "attendances",
        "events",
        "children",
        "gifts",
        "gifts_value",
        "special_children",
        "supported_children",
        "support_value",
        "contributed",
        "transferred",
        "incidents",
        "units_expected",
        "units_on_time",
        "units_late",
        "units_missing",
    ] {
        assert!(json["figures"][code].is_i64(), "{code}");
    }
}

#[test]
fn what_is_trashed_does_not_count() {
    let mut store = office();
    let before = figures(&store, &h1()).unwrap();
    for (figure, _) in before.iter().filter(|(figure, _)| ["sessions", "children", "supports"].contains(&figure.code)) {
        let rows = rows_behind(&store, figure, &h1()).unwrap();
        store.trash(tables::by_name(figure.table).unwrap(), &rows[..1]).unwrap();
        assert_eq!(figure.value(&store, &h1()).unwrap(), before.get(figure.code) - 1, "{}", figure.code);
    }
}

#[test]
fn only_what_is_posted_counts_and_what_is_taken_back_does_not() {
    let mut store = office();
    let before = figures(&store, &h1()).unwrap();
    let mut line = store.all::<Contribution>().unwrap().into_iter().find(|it| it.date == at("2026-02-03")).unwrap();
    let (number, people, amount) = (line.id, line.people, line.amount);
    line.id = Id::NEW;
    store.save(&mut line).unwrap();
    assert_eq!(figures(&store, &h1()).unwrap(), before, "a draft is in no sum");
    let step = || Step::new(Act::Edit, "contribution", "");
    store.write(step(), |store| store.post_row(Contribution::META, line.id.0, line.date)).unwrap();
    let more = figures(&store, &h1()).unwrap();
    assert_eq!(more.get("contributed"), before.get("contributed") + amount.0);
    assert_eq!(more.get("contributors"), before.get("contributors") + people);
    for (number, date) in [(line.id, at("2026-02-03")), (number, at("2026-08-01"))] {
        let taken = store.write(step(), |store| {
            let row = store.reverse_row(Contribution::META, number.0, date, "nhầm")?;
            store.post_row(Contribution::META, row, date)
        });
        // Most of it was paid out since: the second one stays.
        assert_eq!(taken.is_ok(), number == line.id);
        assert_eq!(figures(&store, &h1()).unwrap(), before);
    }
}

#[test]
fn a_returned_report_is_missing_and_nothing_to_report_is_on_time() {
    let mut store = office();
    let mut all = store.find::<UnitReport>("state", &Value::from("nothing")).unwrap();
    all[0].received_on = Some(at("2026-06-16"));
    store.save(&mut all[0]).unwrap();
    let found = figures(&store, &h1()).unwrap();
    assert_eq!((found.get("units_on_time"), found.get("units_late"), found.get("units_missing")), (2, 1, 1));
    all[0].state = UnitReportState::Returned;
    store.save(&mut all[0]).unwrap();
    let found = figures(&store, &h1()).unwrap();
    assert_eq!((found.get("units_on_time"), found.get("units_late"), found.get("units_missing")), (1, 1, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn later_data_change_nothing_before(days in 1u64..900, amount in 1i64..9_000_000) {
        let mut store = office();
        let before = figures(&store, &h1()).unwrap();
        let later = h1().to + chrono::Days::new(days);
        let session = store.all::<Session>().unwrap().remove(0);
        add(&mut store, Session { id: Default::default(), date: later, ..session });
        let support = store.all::<Support>().unwrap().remove(0);
        add(&mut store, Support { id: Default::default(), date: later, amount: crate::domain::money::Vnd(amount), ..support });
        let mut event = store.all::<crate::domain::event::Event>().unwrap().remove(0);
        event.id = Default::default();
        event.date = later;
        let event = add(&mut store, event);
        let step = crate::domain::act::Step::new(crate::domain::act::Act::Approve, "event", "");
        store.write(step, |store| crate::reports::fixture::approve(store, event, &later.to_string())).unwrap();
        add(&mut store, crate::domain::unit::Unit { name: "Đội mới".into(), since: Some(later), ..Default::default() });
        let mut contribution = store.all::<crate::domain::contribution::Contribution>().unwrap().remove(0);
        contribution.id = Default::default();
        contribution.date = later;
        add(&mut store, contribution);
        let mut ill = store.all::<crate::domain::circumstance::Circumstance>().unwrap().remove(0);
        ill.id = Default::default();
        (ill.since, ill.until) = (Some(later), None);
        add(&mut store, ill);
        add(&mut store, Child { name: "Bé Út".into(), born: Some(Born::Day(later)), ..Child::default() });
        prop_assert_eq!(figures(&store, &h1()).unwrap(), before);
    }

    #[test]
    fn who_is_a_child_is_what_the_law_says(
        births in prop::collection::vec((2005i32..2028, 1u32..13, 1u32..29, 0u8..3), 12), day in 0u64..700,
    ) {
        let mut store = crate::reports::fixture::empty();
        let to = at("2025-06-01") + chrono::Days::new(day);
        let period = Period::days(at("2025-01-01"), to);
        let mut wanted = 0;
        for (n, (year, month, date, known)) in births.into_iter().enumerate() {
            let born = match known {
                0 => Born::Year(year),
                1 => Born::Month(year, month),
                _ => Born::Day(chrono::NaiveDate::from_ymd_opt(year, month, date).unwrap()),
            };
            wanted += i64::from(born.under(AGE_LIMIT, to) != Under::No && !born.born_after(to));
            add(&mut store, Child { name: format!("Trẻ {n}"), born: Some(born), ..Child::default() });
        }
        let found = figures(&store, &period).unwrap();
        prop_assert_eq!(found.get("children"), wanted);
        let ages = ["children_under_6", "children_6_to_10", "children_11_to_15"];
        prop_assert_eq!(ages.iter().map(|code| found.get(code)).sum::<i64>(), wanted);
        prop_assert_eq!(store.count(Child::META).unwrap(), 12);
    }
}
