//! Inspections from the year's plan to what was carried out; movements that units joined; the clauses both prove.
use vitreem::domain::inspection::Inspection;
use vitreem::domain::period::Period;
use vitreem::domain::plan::Clause;
use vitreem::domain::rally::Rally;
use vitreem::reports::consolidated;
use vitreem::reports::due::{State, due};
use vitreem::reports::figures::figures;
use vitreem::text::{Lang, field as f, inspection as t, rally as r};

use crate::harness::{TODAY, day};
use crate::smoke::demo_store;
use crate::typist::Typist;

fn proofs(typist: &Typist, code: &str) -> i64 {
    typist.store().all::<Clause>().unwrap().into_iter().find(|it| it.code == code).unwrap().evidences.unwrap()
}

#[test]
fn the_year_is_planned_one_is_held_and_what_it_recommends_is_followed_up() {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S><Ins>Thanh tra Sở<Ctrl+S>");
    typist.open(t::INSPECTIONS).sees("Ctrl+X lập kế hoạch năm").keys("<Ctrl+X>18/5<Enter>Kế hoạch 5/KH-SNNMT<Enter>");
    typist
        .sees("Đã thêm 2 cuộc kiểm tra năm 2026")
        .sees("theo kế hoạch")
        .keys("<Ctrl+X>18/5<Enter><Enter>")
        .sees("Đã thêm 0");
    let all = due(typist.store(), day(TODAY)).unwrap();
    assert_eq!(all.iter().filter(|it| it.open.0 == "inspection" && it.state == State::Late).count(), 2);
    assert_eq!(proofs(&typist, "III.b"), 0, "what is only planned proves nothing");
    // The result: a time that ends before it begins is refused.
    typist
        .keys("<Ctrl+W>")
        .sees("▌ Bắt đầu lúc")
        .keys("8h30<Tab>8h<Ctrl+S>")
        .sees("Kết thúc phải sau lúc bắt đầu")
        .keys("8h30<Ctrl+S>")
        .sees("Kết thúc phải sau lúc bắt đầu")
        .keys("11h<Ctrl+S>");
    typist
        .sees("đã kiểm tra")
        .keys("<Enter>")
        .sees("chưa có kiến nghị nào")
        .keys("<Ins>Niêm yết số 111<Tab><Tab>10/5<Ctrl+S>")
        .sees("trước ngày kiểm tra 18/05/2026")
        .keys("19/5<Ctrl+S>");
    typist.sees("! chưa thực hiện");
    let all = due(typist.store(), day(TODAY)).unwrap();
    let open = all.iter().find(|it| it.what.say(Lang::Vi).contains("Niêm yết số 111")).unwrap();
    assert_eq!((open.state, open.unit.as_deref().is_some()), (State::Late, true));
    let told = figures(typist.store(), &Period::parse("2026-H1").unwrap()).unwrap();
    assert_eq!((told.get("inspections"), told.get("recommendations_open"), proofs(&typist, "III.b")), (1, 1, 1));
    typist.keys("<Space>").sees("✓ đã thực hiện").sees("20/05/2026");
    let told = figures(typist.store(), &Period::parse("2026-H1").unwrap()).unwrap();
    assert_eq!((told.get("recommendations"), told.get("recommendations_open")), (1, 0));
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: ghi thực hiện kiến nghị").sees("! chưa thực hiện");
}

#[test]
fn an_inspection_that_is_still_to_come_is_not_held() {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S>");
    typist.open(t::INSPECTIONS).keys("<Ins>25/5<Tab>van phong<Tab>Đột xuất<Tab> <Ctrl+S>").sees("Ngày này chưa tới");
    typist.keys(" <Ctrl+S>").sees("Đã lưu");
    assert!(!typist.store().all::<Inspection>().unwrap()[0].is_held());
}

#[test]
fn an_hour_that_nobody_wrote_down_is_no_hour() {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S>");
    typist.open(t::INSPECTIONS).keys("<Ins>18/5<Tab>van phong<Tab>Đột xuất<Ctrl+S>").sees("Đã lưu");
    let it = typist.store().all::<Inspection>().unwrap().remove(0);
    assert_eq!((it.begun, it.ended), (None, None));
}

#[test]
fn the_minutes_are_printed_from_the_list() {
    let mut typist = Typist::over(demo_store());
    typist.open(t::INSPECTIONS).keys("<F7>").chooses("Biên bản kiểm tra", "PDF");
}

#[test]
fn a_movement_proves_its_clause_and_is_told_in_the_report() {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S><Ins>Thanh tra Sở<Ctrl+S>");
    let keys = "<Ins>1/5<Tab>Hè an toàn cho trẻ em<Tab>Tỉnh đoàn<Tab><Tab>15/5<Tab>van phong<↓><Enter>thanh tra<↓><Enter><Tab>Dạy bơi<Tab>40<Ctrl+S>";
    typist.open(r::RALLIES).sees("Chưa có phong trào nào").keys(keys).sees("Đã lưu").sees("Hè an toàn cho trẻ em");
    let rally = typist.store().all::<Rally>().unwrap().remove(0);
    assert_eq!((rally.joined, rally.people, proofs(&typist, "II.1.c")), (2, 40, 1));
    let period = Period::parse("2026-H1").unwrap();
    let told = figures(typist.store(), &period).unwrap();
    assert_eq!((told.get("rallies"), told.get("rally_units")), (1, 2));
    let text = vitreem::paper::txt::render(&consolidated::paper(typist.store(), &period).unwrap(), 100);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("(Hè an toàn cho trẻ em, Tỉnh đoàn phát động), 2 đơn vị tham gia"), "{text}");
}
