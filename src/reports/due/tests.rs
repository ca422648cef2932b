use super::*;
use crate::acts::task;
use crate::domain::event::Event;
use crate::domain::incoming::Incoming;
use crate::domain::money::Vnd;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::domain::report::Report;
use crate::domain::task::Task;
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::{PeriodCode, RuleCode, Value};
use crate::domain::workday::OffDays;
use crate::reports::fixture::{add, at, empty, office};
use crate::reports::letterhead::agency_on;

fn said(store: &Store, day: &str) -> Vec<(State, String, i64)> {
    let all = due(store, at(day)).unwrap();
    all.iter().map(|it| (it.state, it.what.say(Lang::Vi), it.days)).collect()
}

#[test]
fn what_has_passed_comes_first_and_legal_deadlines_before_others() {
    let store = office();
    let all = said(&store, "2026-06-20");
    let states: Vec<State> = all.iter().map(|(state, ..)| *state).collect();
    let late = State::Late;
    assert_eq!(states, [late, late, State::Missing, late, late, late, State::Check, State::Lacking]);
    assert!(all[7].1.contains("chưa có họ tên Chánh Văn phòng"), "{all:?}");
    assert!(all[0].1.contains("Điều 51") && all[0].2 == -7, "{all:?}");
    assert!(all[1].1.starts_with("Báo cáo của cơ quan 6 tháng đầu năm 2026"), "{all:?}");
    assert!(all[2].1.contains("Trung tâm Khuyến nông"), "{all:?}");
    assert!(all.iter().any(|(_, what, _)| what.starts_with("Còn 2 suất quà")), "{all:?}");
    assert!(all.iter().any(|(_, what, _)| what.contains("nay là Chỉ thị số 28-CT/TW")), "{all:?}");
}

#[test]
fn a_deadline_shows_ahead_on_its_day_and_after_it() {
    let store = office();
    let mid_autumn = |day: &str| {
        let all = said(&store, day);
        all.into_iter()
            .find(|(_, what, _)| what.contains("tết Trung thu cho trẻ em"))
            .map(|(state, _, days)| (state, days))
    };
    assert_eq!(mid_autumn("2026-08-25"), None);
    assert_eq!(mid_autumn("2026-08-26"), Some((State::Soon, 30)));
    assert_eq!(mid_autumn("2026-09-25"), Some((State::Due, 0)));
    assert_eq!(mid_autumn("2026-09-27"), Some((State::Late, -2)));
}

#[test]
fn a_deadline_on_a_day_off_moves_as_the_office_decides() {
    let mut store = office();
    let plan = store.all::<Plan>().unwrap()[0].id;
    let (name, due_rule) = ("Kiểm tra hè".to_owned(), RuleCode("30/8".to_owned()));
    add(&mut store, Clause { name, plan, due: due_rule, evidence: Evidence::Session, ..Clause::default() });
    for (rule, by) in [(OffDays::Keep, "2026-08-30"), (OffDays::Before, "2026-08-28"), (OffDays::After, "2026-08-31")] {
        let mut agency = agency_on(&store, at("2026-08-20")).unwrap();
        agency.off_days = rule;
        store.save(&mut agency).unwrap();
        let all = due(&store, at("2026-08-20")).unwrap();
        let found = all.iter().find(|it| it.what.say(Lang::Vi).contains("Kiểm tra hè")).unwrap();
        assert_eq!(found.due, at(by));
    }
}

#[test]
fn what_was_done_is_not_asked_for_again() {
    let mut store = office();
    let signed =
        Report { period: PeriodCode("2026-H1".into()), signed_on: Some(at("2026-06-16")), ..Report::default() };
    add(&mut store, signed);
    let mut open = store.find::<UnitReport>("state", &Value::from("expected")).unwrap();
    (open[0].state, open[0].received_on) = (UnitReportState::Nothing, Some(at("2026-06-19")));
    store.save(&mut open[0]).unwrap();
    let all = said(&store, "2026-06-20");
    assert!(!all.iter().any(|(state, what, _)| *state == State::Missing || what.starts_with("Báo cáo")), "{all:?}");
    assert!(!all.iter().any(|(_, what, _)| what.contains("III Báo cáo")), "{all:?}");
}

#[test]
fn the_year_is_reported_instead_of_its_second_half() {
    let store = office();
    let all = said(&store, "2026-12-14");
    let own: Vec<&String> =
        all.iter().map(|(_, what, _)| what).filter(|it| it.starts_with("Báo cáo của cơ quan")).collect();
    assert_eq!(own, ["Báo cáo của cơ quan 6 tháng đầu năm 2026", "Báo cáo của cơ quan năm 2026"]);
}

#[test]
fn an_empty_office_is_told_what_it_lacks() {
    let mut store = empty();
    let all = said(&store, "2026-06-20");
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|(state, _, days)| *state == State::Lacking && *days == 0), "{all:?}");
    // An event without gifts asks for no list.
    let event = Event { name: "Diễn đàn".into(), date: at("2026-06-21"), ..Event::default() };
    add(&mut store, event.clone());
    assert_eq!(said(&store, "2026-06-20").len(), 3);
    add(&mut store, Event { gift_value: Vnd(100_000), ..event });
    assert_eq!(said(&store, "2026-06-20")[0], (State::Soon, "Duyệt danh sách quà \"Diễn đàn\"".to_owned(), 1));
}

#[test]
fn json_has_the_keys_of_the_command_line() {
    let json = to_json(&due(&office(), at("2026-06-20")).unwrap(), Lang::Vi);
    let missing = json.as_array().unwrap().iter().find(|it| it["state"] == "missing").unwrap();
    let keys: Vec<&String> = missing.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["what", "due", "state", "unit", "days"]);
    assert_eq!((missing["unit"].as_str(), missing["days"].as_i64()), (Some("Trung tâm Khuyến nông"), Some(-5)));
    assert_eq!(missing["due"], "2026-06-15");
}

#[test]
fn tasks_are_due_one_after_another_and_a_paper_nobody_was_given_is_told() {
    let mut store = office();
    let incoming = Incoming {
        name: "Báo cáo công tác trẻ em".into(),
        number: "12/UBND".into(),
        arrived: at("2026-06-15"),
        due: Some(at("2026-06-30")),
        ..Incoming::default()
    };
    let incoming = add(&mut store, incoming);
    let tasks = |store: &Store, day: &str| {
        let all = due(store, at(day)).unwrap().into_iter();
        all.filter(|it| matches!(it.open.0, "task" | "incoming"))
            .map(|it| (it.what.say(Lang::Vi), it.days))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        tasks(&store, "2026-06-20"),
        [("Công văn đến 12/UBND chưa giao việc: Báo cáo công tác trẻ em".to_owned(), 10)]
    );
    let steps = task::steps("dự thảo 3; gửi 2").unwrap();
    let origin = task::Origin { incoming, ..task::Origin::default() };
    task::assign(&mut store, origin, "Báo cáo", &steps, task::Lay::From(at("2026-06-15"))).unwrap();
    // The second step is not due before the first is done.
    assert_eq!(tasks(&store, "2026-06-20"), [("Việc: Dự thảo: Báo cáo".to_owned(), -2)]);
    let first = store.all::<Task>().unwrap().into_iter().find(|task| task.former.is_new()).unwrap();
    task::finish(&mut store, &[first.id], at("2026-06-19")).unwrap();
    assert_eq!(tasks(&store, "2026-06-20"), [("Việc: Gửi: Báo cáo".to_owned(), 3)]);
}
