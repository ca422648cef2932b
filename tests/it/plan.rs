//! The plan as a tree at the keyboard: folding, new clauses, what proves them, what nothing proves yet.
use vitreem::domain::plan::Clause;
use vitreem::domain::record::Record;
use vitreem::text::field as f;

use crate::typist::Typist;

fn at_the_plan() -> Typist {
    let mut typist = Typist::new();
    typist.open(f::CLAUSES);
    typist
}

#[test]
fn branches_fold_and_come_back() {
    let mut typist = at_the_plan();
    typist.sees("▾ I Mục đích").sees("    ▾ II.1 Công tác").sees("II.1.a Tuyên truyền").sees("năm 2026");
    typist.keys("<↓><↓><↓><←>").sees("▸ II Nội dung").sees_no("II.1.a").sees("III.c Tổng hợp");
    typist.keys("<→>").sees("II.1.a Tuyên truyền");
    // What is looked for is found in folded branches too.
    typist.keys("<←>").sees_no("Trung thu").keys("trung thu").sees("II.2.c Vui chơi").keys("<Esc>").sees_no("II.2.c");
}

#[test]
fn a_new_clause_is_proposed_where_the_cursor_stands_and_a_partner_is_typed_new() {
    let mut typist = at_the_plan();
    typist.keys("trung thu<Enter><Esc>").keys("<Ins>").sees("II.2.g");
    typist.keys("Tặng sách cho các cháu<Tab><Tab><Tab>").sees("Chủ trì");
    typist.keys("Văn phòng Sở<Tab>Công đoàn; Hội Phụ nữ<↓><Enter>").sees("Công đoàn; Hội Phụ nữ");
    typist.keys("<Tab><Tab>10 ngày trước rằm tháng 8").sees("= thứ Sáu, 11/09/2026").keys("<Ctrl+S>");
    typist.sees("II.2.g Tặng sách").sees("11/09");
    let clause = typist.store().find::<Clause>("code", &"II.2.g".into()).unwrap().remove(0);
    assert_eq!((clause.due.0.as_str(), clause.partner_names.as_str()), ("15/8 âm -10", "Công đoàn, Hội Phụ nữ"));
    typist.keys("<Ctrl+Z>").sees_no("II.2.g Tặng sách");
    assert_eq!(typist.store().check().unwrap(), []);
}

#[test]
fn what_nothing_proves_shows_with_the_weeks_that_are_left_and_enter_opens_the_evidence() {
    let mut typist = at_the_plan();
    typist.keys("<Ctrl+U>").sees("mục chưa có minh chứng").sees("25/09, 18 tuần nữa").sees("01/06, 12 ngày nữa");
    typist.keys("<Home>").sees("I.1 Tuyên truyền");
    // Enter on a clause that asks for sessions opens those, and a new one there proves it.
    typist.keys("<Enter>").sees("I.1 Tuyên truyền: ").keys("<Esc>").sees_no("II Nội dung");
    typist.keys("<Ctrl+U>").sees("II Nội dung");
}

#[test]
fn a_clause_goes_to_the_trash_with_what_stands_under_it() {
    let mut typist = at_the_plan();
    let before = typist.store().count(Clause::META).unwrap();
    typist.keys("<↓><↓><↓><↓><←><Del>").sees("Xóa 5 mục").keys("<←><Enter>");
    assert_eq!(typist.store().count(Clause::META).unwrap(), before - 5);
    typist.keys("<Ctrl+Z>").sees("II.1.a");
    assert_eq!(typist.store().count(Clause::META).unwrap(), before);
}

#[test]
fn a_pasted_plan_is_looked_at_mended_and_kept_as_one_step() {
    let mut typist = at_the_plan();
    typist.size = (120, 40);
    let text = "KẾ HOẠCH\nBảo vệ trẻ em năm 2024\nCăn cứ Luật Trẻ em;\n\nI. MỤC ĐÍCH\n1. Tuyên truyền, phổ biến\n- Các phòng, đơn \
                vị tuyên truyền.\nII. TỔ CHỨC\n- Văn phòng Sở tổ chức Tết Trung thu./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC";
    typist.keys("<Ctrl+W>").sees("Dán kế hoạch").paste(text).sees("Căn cứ Luật Trẻ em").keys("<Ctrl+S>");
    typist.sees("tên kế hoạch").sees("    I.1.a Các phòng, đơn vị").sees("rằm tháng Tám").sees("người ký");
    // A line that was told wrongly is put one step out, and back in.
    typist.keys("<End><↑><↑><↑>").sees("- Văn phòng Sở tổ chức").keys("<←>").sees("▌ mục             a Văn phòng");
    typist.keys("<→>").sees("II.a Văn phòng Sở").keys("<Ctrl+S>").sees("Kế hoạch bảo vệ trẻ em năm 2024").sees("2024");
    typist.keys("<Ctrl+S>").sees("Đã lưu kế hoạch: 5 mục").sees("năm 2024").sees("II.a Văn phòng Sở tổ chức");
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: dán kế hoạch");
    assert_eq!(typist.store().count(Clause::META).unwrap(), 20);
}

#[test]
fn a_plan_of_the_year_on_which_nothing_hangs_gives_way_to_the_office_s_own() {
    let mut typist = at_the_plan();
    let text = "KẾ HOẠCH\nBảo vệ trẻ em năm 2026\nI. MỤC ĐÍCH\n1. Tuyên truyền\n";
    typist.keys("<Ctrl+W>").paste(text).keys("<Ctrl+S><Ctrl+S>").sees("Đã có kế hoạch năm 2026, chưa gắn việc nào");
    typist.keys("<Ctrl+S>").sees("Đã lưu kế hoạch: 2 mục").sees("mọi mục").sees("I.1 Tuyên truyền");
    assert_eq!(typist.store().count(Clause::META).unwrap(), 2);
    typist.keys("<Ctrl+Z>").sees("II.1.a").sees("năm 2026");
    // What hangs on it keeps it; that is said before it is kept.
    typist.open(vitreem::text::field::EVENTS).keys("<Ins>Trại hè<Tab><Tab>1/7<Ctrl+S>").sees("Đã lưu");
    typist.open(vitreem::text::field::CLAUSES).keys("<Ctrl+W>").paste(text).keys("<Ctrl+S><Ctrl+S>").sees("đã gắn 1");
    typist.keys("<Ctrl+S>").sees("đã gắn 1").keys("<Tab><Shift+Tab><Backspace>7").sees_no("đã gắn");
}

#[test]
fn a_plan_that_is_undone_shows_the_running_year_s_again() {
    let mut typist = at_the_plan();
    typist.keys("<Ctrl+K>mo ke hoach nam sau<Enter><Ctrl+S>").sees("năm 2027").keys("<Ctrl+Z>");
    typist.sees("năm 2026").sees("II.1.a");
}

#[test]
fn text_without_a_clause_is_refused_in_words() {
    let mut typist = at_the_plan();
    typist.keys("<Ctrl+W>Kính gửi<Ctrl+S>").sees("Không thấy mục nào").sees("Kính gửi");
    // Nothing pasted is lost by leaving: it is there again, until it is cleared.
    typist.keys("<Esc>").sees("được giữ lại").sees("I Mục đích").keys("<Ctrl+W>").sees("Kính gửi").sees("lần trước");
    // The question for a file goes back to the text.
    typist.keys("<Ctrl+W>").sees("Tệp .txt").keys("<Esc>").sees("Kính gửi").keys("<Ctrl+X>").sees_no("Kính gửi");
    typist.keys("<Esc><Ctrl+W>").sees_no("Kính gửi");
}

/// The office's own plan, as it was issued in 2020.
const PLAN: &str = include_str!("../data/plan.txt");

#[test]
fn a_pasted_plan_takes_the_place_of_the_one_that_setting_up_planted() {
    let mut typist = at_the_plan();
    typist.keys("<Ctrl+W>").sees("Đã có kế hoạch năm 2026, chưa gắn việc nào").paste(PLAN).keys("<Ctrl+S>");
    // What is past in it is said here already.
    typist.sees("cần xem lại").keys("<Ctrl+U>").sees("18001567").sees("28-CT/TW").sees("1/6, Trung thu").keys("<Esc>");
    typist.keys("<Ctrl+S>").sees("kế hoạch này thay vào").sees("18001567").keys("<Ctrl+S>");
    typist.sees("Đã lưu kế hoạch: 12 mục").keys("<F7>").sees("Cần xem lại trước khi ký").sees("20-CT/TW").keys("<Esc>");
    assert_eq!(typist.store().count(Clause::META).unwrap(), 12);
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: dán kế hoạch").sees("II.1.d");
    assert_eq!(typist.store().count(Clause::META).unwrap(), 20);
    assert_eq!(typist.store().check().unwrap(), []);
}

#[test]
fn a_plan_that_is_used_is_not_replaced_and_the_pasted_text_stays() {
    let mut typist = at_the_plan();
    typist.keys("<Ctrl+X><Ctrl+S>").sees("Đã giao");
    typist.keys("<Ctrl+W>").sees("đã gắn 4 việc").paste(PLAN).keys("<Ctrl+S><Ctrl+S><Ctrl+S>");
    typist.sees("đã gắn 4 việc").keys("<Esc><Esc><Esc>").sees("II.1.d").keys("<Ctrl+W>").sees("GIÁM ĐỐC");
}
