use super::*;
use crate::domain::event_step::EventStep;
use crate::domain::incoming::Incoming;
use crate::domain::inspection::{Inspection, InspectionState};
use crate::domain::period::Period;
use crate::domain::plan::Plan;
use crate::domain::recommendation::{Recommendation, RecommendationState};
use crate::domain::report::Report;
use crate::domain::unit::Unit;
use crate::domain::value::PeriodCode;
use crate::reports::fixture::{add, at, empty, office};

fn said(store: &Store, from: &str, to: &str) -> Vec<(String, Sort, String, String)> {
    let all = agenda(store, at(from), at(to), Lang::Vi).unwrap();
    all.into_iter().map(|it| (it.day.format("%d/%m").to_string(), it.sort, it.what, it.state)).collect()
}

fn has(all: &[(String, Sort, String, String)], day: &str, sort: Sort, what: &str) -> Option<String> {
    let found = all.iter().find(|it| it.0 == day && it.1 == sort && it.2.contains(what));
    found.map(|it| it.3.clone())
}

#[test]
fn an_empty_office_has_the_days_of_the_calendar() {
    let all = said(&empty(), "2026-01-01", "2026-12-31");
    assert_eq!(has(&all, "01/01", Sort::Holiday, "Tết Dương lịch"), Some(String::new()));
    assert!(has(&all, "16/02", Sort::Holiday, "Nguyên đán").is_some());
    assert!(has(&all, "26/04", Sort::Holiday, "Giỗ Tổ").is_some());
    assert!(has(&all, "27/04", Sort::Holiday, "Nghỉ bù").is_some());
    assert!(has(&all, "25/09", Sort::Feast, "rằm tháng Tám").is_some());
    assert!(has(&all, "14/06", Sort::CutOff, "6 tháng đầu năm 2026").is_some());
    assert!(has(&all, "15/06", Sort::Deadline, "6 tháng đầu năm 2026").is_some());
    assert!(has(&all, "14/12", Sort::CutOff, "năm 2026").is_some());
    assert!(all.iter().all(|it| it.1 < Sort::Event), "{all:?}");
    let mut days: Vec<&String> = all.iter().map(|it| &it.0).collect();
    days.dedup();
    assert!(days.windows(2).all(|pair| at_day(pair[0]) <= at_day(pair[1])));
}

fn at_day(day: &str) -> (&str, &str) {
    day.split_once('/').map(|(day, month)| (month, day)).unwrap()
}

#[test]
fn what_the_office_did_and_owes_lies_on_its_days() {
    let store = office();
    let all = said(&store, "2026-05-01", "2026-06-30");
    assert_eq!(has(&all, "05/05", Sort::Session, "Phòng Kế hoạch"), Some("18 lượt người".into()));
    assert_eq!(has(&all, "01/06", Sort::Event, "Thiếu nhi"), Some("Hội trường Sở".into()));
    assert_eq!(has(&all, "15/06", Sort::Deadline, "đơn vị nộp"), Some("! 3/4 đã nộp".into()), "{all:?}");
    assert_eq!(has(&all, "01/06", Sort::Deadline, "II.2.a"), Some("✓ có minh chứng".into()));
    assert_eq!(has(&all, "15/05", Sort::Deadline, "II.3"), Some("✓ có minh chứng".into()));
    assert_eq!(has(&all, "15/06", Sort::Deadline, "III Báo cáo"), Some("! chưa có minh chứng".into()));
    // Nothing of another month, and nothing from the trash.
    assert!(all.iter().all(|it| it.0.ends_with("/05") || it.0.ends_with("/06")));
    let mut store = store;
    let ids: Vec<i64> = store.all::<Session>().unwrap().iter().map(|it| it.id.0).collect();
    store.trash(Session::META, &ids).unwrap();
    assert!(said(&store, "2026-01-01", "2026-12-31").iter().all(|it| it.1 != Sort::Session));
}

#[test]
fn a_signed_report_is_done_and_days_beyond_the_year_are_found() {
    let mut store = office();
    let code = Period::parse("2026-H1").unwrap().code;
    let signed = Report { period: PeriodCode(code), signed_on: Some(at("2026-06-16")), ..Report::default() };
    let row = add(&mut store, signed);
    let all = agenda(&store, at("2026-06-15"), at("2026-06-15"), Lang::En).unwrap();
    let own = all.iter().find(|it| it.what.contains("agency")).unwrap();
    assert_eq!((own.state.as_str(), own.standing), ("✓ issued", Standing::Done));
    assert_eq!(own.leads, Leads::Row("report", row.0));
    let plan = add(&mut store, Plan { name: "Kế hoạch".into(), year: 2027, ..Plan::default() });
    let clause = |due: &str| crate::domain::plan::Clause {
        name: due.into(),
        due: crate::domain::value::RuleCode(due.into()),
        plan,
        ..crate::domain::plan::Clause::default()
    };
    add(&mut store, clause("1/1 -5"));
    let all = said(&store, "2026-12-20", "2026-12-31");
    assert_eq!(has(&all, "25/12", Sort::Deadline, "1/1 -5"), Some(String::new()), "{all:?}");
}

#[test]
fn inspections_their_recommendations_steps_of_events_and_idle_papers_lie_on_their_days() {
    let mut store = office();
    let unit = store.all::<Unit>().unwrap()[0].clone();
    let visit = |date: &str, state| Inspection {
        date: at(date),
        unit: unit.id,
        name: "Việc thực hiện kế hoạch".into(),
        state,
        ..Inspection::default()
    };
    let held = add(&mut store, visit("2026-06-08", InspectionState::Held));
    add(&mut store, visit("2026-06-10", InspectionState::Planned));
    add(&mut store, visit("2026-07-02", InspectionState::Planned));
    let line = |due: &str| Recommendation {
        name: "Niêm yết số 111".into(),
        inspection: held,
        due: Some(at(due)),
        ..Recommendation::default()
    };
    add(&mut store, line("2026-06-18"));
    let done =
        Recommendation { state: RecommendationState::Done, closed_on: Some(at("2026-06-19")), ..line("2026-06-30") };
    add(&mut store, done);
    let event = store.all::<Event>().unwrap()[0].id;
    let step =
        EventStep { name: "Chốt danh sách".into(), event, due: Some(at("2026-07-03")), ..EventStep::default() };
    add(&mut store, step);
    let letter = Incoming {
        name: "Phòng, chống đuối nước".into(),
        number: "702/UBND".into(),
        arrived: at("2026-06-15"),
        due: Some(at("2026-07-06")),
        ..Incoming::default()
    };
    add(&mut store, letter);
    let all = said(&store, "2026-06-01", "2026-07-31");
    let on =
        |day: &str, sort, what: &str| has(&all, day, sort, what).unwrap_or_else(|| panic!("{day} {what}: {all:?}"));
    assert_eq!(on("08/06", Sort::Inspection, &unit.name), "✓ xong");
    assert_eq!(on("10/06", Sort::Inspection, "Việc thực hiện kế hoạch"), "! quá hạn");
    assert_eq!(on("02/07", Sort::Inspection, "Kiểm tra"), "đã lên lịch");
    assert_eq!(on("18/06", Sort::Deadline, "Niêm yết số 111"), "! quá hạn");
    assert_eq!(on("30/06", Sort::Deadline, "Niêm yết số 111"), "✓ xong");
    assert_eq!(on("03/07", Sort::Deadline, "Chốt danh sách"), "");
    assert_eq!(on("06/07", Sort::Deadline, "702/UBND chưa giao việc"), "");
    // In the trash an event takes its steps from the calendar with it.
    store.trash(Event::META, &[event.0]).unwrap();
    assert_eq!(has(&said(&store, "2026-07-03", "2026-07-03"), "03/07", Sort::Deadline, "Chốt danh sách"), None);
}
