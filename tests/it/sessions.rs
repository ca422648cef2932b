//! Propaganda sessions: planned and held, repeated in a few keys, who came by unit and by name, the sheet to sign in on.
use vitreem::domain::session::Session;
use vitreem::domain::topic::Topic;
use vitreem::domain::unit::Unit;
use vitreem::text::{field as f, screen as s, session as t};

use crate::harness;
use crate::quick::count;
use crate::smoke::demo_store;
use crate::typist::Typist;

/// The most keys that repeating a session may take, counts of men and women with it: 25 seconds at not two keys a second.
const MOST: usize = 40;

/// An office with two units and one session held.
fn office() -> Typist {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S><Ins>Thanh tra Sở<Ctrl+S>");
    typist.open(f::SESSIONS).keys("<Ins>18/5<Tab>van phong<Tab><Tab>duoi<↓><Enter>tai nan<↓><Enter><Tab>102<↓><Enter>");
    typist.keys(&"<Tab>".repeat(6)).keys("30<Ctrl+S>").sees("Đã lưu");
    typist
}

fn sessions(typist: &Typist) -> Vec<Session> {
    let mut all = typist.store().all::<Session>().unwrap();
    all.sort_by_key(|session| session.id.0);
    all
}

/// What is to be done, in words.
fn due(typist: &Typist) -> String {
    let all = vitreem::reports::due::due(typist.store(), harness::day(harness::TODAY)).unwrap();
    all.iter().map(|it| it.what.say(vitreem::text::Lang::Vi)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_session_without_a_name_is_called_by_its_topics() {
    let typist = office();
    let held = sessions(&typist).remove(0);
    assert_eq!(held.name, "Đuối nước trẻ em; Tai nạn thương tích trẻ em");
    assert_eq!((held.topics.0.len(), held.documents.0.len(), held.attendance, held.is_held()), (2, 1, 30, true));
}

#[test]
fn repeating_the_last_session_takes_few_keys() {
    let mut typist = office();
    let keys = format!("<Ctrl+W>20/5<Tab>thanh tra<↓><Enter>{}12<Tab>5<Tab>7<Ctrl+S>", "<Tab>".repeat(8));
    assert!(count(&keys) <= MOST, "{} keys", count(&keys));
    typist.keys(&keys).sees("Đã lưu");
    let [first, second] = sessions(&typist).try_into().unwrap();
    assert_eq!((second.topics, second.documents, second.name), (first.topics, first.documents, first.name));
    assert_eq!((second.attendance, second.date), (12, harness::day("2026-05-20")));
    assert_eq!((second.men, second.women), (5, 7));
}

#[test]
fn a_session_nobody_was_counted_at_is_said_and_reaches_nobody_yet() {
    let mut typist = office();
    typist.keys(&format!("<Ctrl+W>20/5<Tab>thanh tra<↓><Enter>{}<Ctrl+S>", "<Tab>".repeat(8)));
    typist.sees("Chưa ghi số");
    assert!(due(&typist).contains("Buổi chưa ghi số người dự: Đuối nước"), "{}", due(&typist));
    typist.open(vitreem::text::coverage::SUB).keys("<Ctrl+U>").sees("?1").sees("✓1").sees("đã phổ biến");
    typist.keys("<Home><Right>").keys("<Enter>").keys("<Esc>");
    // Once they are counted it counts.
    typist.open(f::SESSIONS).keys("<Home><F2>").keys(&"<Tab>".repeat(10)).keys("12<Ctrl+S>").sees_no("Chưa ghi số");
    typist.open(vitreem::text::coverage::SUB).sees_no("?1");
    assert!(!due(&typist).contains("chưa ghi số người"));
}

#[test]
fn nothing_is_told_of_before_it_was_issued() {
    let mut typist = office();
    typist.keys("<F2>").keys("1/2/2016<Ctrl+S>").sees("đến 05/04/2016 mới ban hành");
    typist.keys(&"<Shift+Tab>".repeat(4)).keys("1/6/2016<Ctrl+S>").sees("Đã lưu");
}

#[test]
fn men_and_women_are_checked_against_the_attendance() {
    let mut typist = office();
    typist.keys("<F2>").keys(&"<Tab>".repeat(11)).keys("10<Tab>25<Ctrl+S>");
    typist.sees("Nam 10 và nữ 25 là 35").keys("35<Ctrl+S>").sees("Đã lưu");
    let held = sessions(&typist).remove(0);
    assert_eq!((held.attendance, held.men, held.women), (35, 10, 25));
}

#[test]
fn what_is_still_to_come_is_planned_and_counts_nowhere_until_it_is_held() {
    let mut typist = office();
    typist.open(f::SESSIONS).keys("<Ins>25/5<Tab>thanh tra<Tab>Họp giao ban<Ctrl+S>").sees("Ngày này chưa tới");
    typist.sees("▌ Trạng thái").keys(" <Ctrl+S>").sees("Đã lưu").sees("đã lên lịch");
    typist.open(s::SUB_FIGURES).sees("Số buổi tuyên truyền").sees(" 1 ");
    assert!(due(&typist).contains("tổ chức xong thì ghi kết quả: Họp giao ban"));
    // On its day only who came is left to write; too early it is refused.
    typist.open(f::SESSIONS).keys("<Home><Ctrl+W>").sees("▌ Lượt người").keys("18<Ctrl+S>").sees("Ngày này chưa tới");
    typist.keys(&"<Shift+Tab>".repeat(9)).keys("20/5<Ctrl+S>").sees("Đã lưu").sees_no("đã lên lịch");
    assert!(sessions(&typist).iter().all(Session::is_held));
}

#[test]
fn several_units_send_people_and_a_sum_that_does_not_fit_is_flagged() {
    let mut typist = office();
    typist.keys("<Ctrl+U>").sees("Người dự: Đuối nước").sees("Chưa ghi đơn vị nào");
    // Units stand by name: Thanh tra, Văn phòng. Their sum is not the thirty that were counted.
    typist.keys("<Home>12<Enter>8").sees("! Tổng các đơn vị 20 khác lượt người của buổi 30").keys("<Enter>");
    typist.sees("Đã ghi 2 đơn vị, 20 lượt người").sees("≠ 20");
    assert!(due(&typist).contains("Lượt người 30 ≠ 20 tổng các đơn vị"));
    typist.open(f::SESSIONS).keys("<Ctrl+U>18<Ctrl+S>").sees_no("≠").keys("<Ctrl+Z>").sees("≠ 20");
    typist.keys("<Ctrl+Y>").sees_no("≠");
    // From now on the attendance follows; Esc asks before it drops what was typed.
    typist.keys("<Ctrl+U><Home>1x5<Esc>").sees("15").sees("chưa lưu").keys("<Esc>").keys("<Ctrl+U><Home><Del><Ctrl+S>");
    assert_eq!(sessions(&typist)[0].attendance, 18);
}

#[test]
fn staff_are_ticked_by_name() {
    let mut typist = office();
    typist.open(f::SESSIONS).keys("<Ctrl+U><Ctrl+U>").sees("Chưa có cán bộ nào của đơn vị này");
    for name in ["Lê Văn An", "Hà Thị Bình"] {
        typist.open(f::STAFF).keys(&format!("<Ins>{name}<Tab>thanh tra<Ctrl+S>"));
    }
    typist.open(f::SESSIONS).keys("<Ctrl+U><Home><Ctrl+U>").sees("Điểm danh: Thanh tra Sở").sees("có mặt 0/2");
    typist.keys("<Space><Space>").sees("có mặt 2/2").sees("✓ có mặt").keys("<Space>").sees("có mặt 1/2");
    typist.keys("<Esc>").sees("Người dự: Đuối nước").keys("<Esc>").sees("≠ 1");
    let told =
        vitreem::reports::figures::figures(typist.store(), &vitreem::domain::period::Period::parse("2026-H1").unwrap());
    assert_eq!(told.unwrap().get("people_told"), 1);
}

#[test]
fn topics_are_the_plan_s_and_the_office_s_own() {
    let mut typist = Typist::new();
    typist.open(t::TOPICS).sees("Đuối nước trẻ em").keys("<Ins>Thuốc lá điện tử<Ctrl+S>").sees("Thuốc lá điện tử");
    typist.keys("<Ctrl+U>").sees("Đã thêm 0 chủ đề");
    let all = typist.store().all::<Topic>().unwrap().len();
    typist.keys("<Ctrl+A><Del><Tab><Enter>").sees("Chưa có chủ đề nào").keys("<Ctrl+U>").sees("chủ đề của kế hoạch");
    assert_eq!(typist.store().all::<Topic>().unwrap().len(), all - 1);
    typist.keys("<Ctrl+Z>").sees("lấy 13 chủ đề của kế hoạch");
}

#[test]
fn the_sheet_to_sign_in_on_is_printed_for_a_session() {
    let mut typist = Typist::over(demo_store());
    let folder = tempfile::tempdir().unwrap();
    typist.open(f::SESSIONS).keys("Hội nghị phổ biến<F7>").chooses("Danh sách điểm danh", "Word");
    let path = folder.path().join("diem-danh.docx");
    typist.at_path(&path).keys("<Enter>").sees("Đã ghi 1 dòng vào");
    assert!(std::fs::metadata(&path).unwrap().len() > 2000);
    let unit = typist.store().named::<Unit>("Văn phòng Sở").unwrap();
    assert_eq!(unit.len(), 1);
}

#[test]
fn a_session_repeated_and_kept_as_it_stands_is_not_counted_twice() {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S>");
    typist.open(f::SESSIONS).keys("<Ins>18/5/2026<Tab>van phong<Tab>Luật Trẻ em<Ctrl+S>").sees("Đã lưu");
    typist.keys("<Ctrl+W>18/5/2026<Ctrl+S>").sees("Buổi này đã có: cùng ngày, đơn vị, nội dung và hình thức");
    typist.keys(&"<Shift+Tab>".repeat(9)).keys("<Backspace>").keys("<Esc><Esc>");
    typist.keys("<Ctrl+W>19/5/2026<Ctrl+S>").sees("Đã lưu");
    assert_eq!(typist.store().all::<Session>().unwrap().len(), 2);
}
