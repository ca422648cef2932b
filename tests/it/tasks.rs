//! Incoming papers, the steps that they bring, and the next year's plan, at the keyboard.
use vitreem::domain::plan::{Clause, Plan};
use vitreem::domain::record::Record;
use vitreem::domain::task::Task;
use vitreem::text::{field as f, task as t};

use crate::typist::Typist;

#[test]
fn a_paper_comes_in_is_given_as_steps_and_each_is_done_with_one_key() {
    let mut typist = Typist::new();
    typist.size = (120, 30);
    typist.open(t::LETTERS).keys("<Ins>18/5<Tab>4521/UBND-KGVX<Tab>UBND tỉnh<Tab><Tab>Báo cáo công tác trẻ em<Tab>");
    typist.keys("Giám đốc<Tab>Văn phòng làm<Tab>10/6<Ctrl+S>").sees("4521/UBND-KGVX").sees("10/06/2026");
    // One paper, four steps; the second waits for the first.
    // The days are seen before they are kept: back from the paper's day, the last step on it.
    typist.keys("<Ctrl+U>").sees("10/06/2026").sees("dự thảo 04/06/2026 → rà soát 08/06/2026");
    typist.sees("đầu muộn nhất ngày 01/06/2026").keys("<Enter><Enter>").keys(&"<Backspace>".repeat(10));
    typist.sees("gửi 29/05/2026").keys("25/5").sees("Không kịp").keys("<Backspace><Backspace><Backspace><Backspace>");
    // Until the last field Enter leads on, and the line of keys says so; who does it is asked too.
    typist.sees("Ô tiếp").sees("Ctrl+S Đồng ý").keys("10/6<Enter>").sees("Enter Đồng ý").keys("Không ai<Enter>");
    typist
        .sees("chưa có trong danh sách")
        .keys(&"<Backspace>".repeat(8))
        .keys("<Enter>")
        .sees("Đã giao 4 việc; theo hạn từng bước thì xong ngày 10/06/2026");
    typist.keys("<Enter>").sees("▌ Dự thảo: Báo cáo").sees("04/06/2026").sees("phải làm").sees("chờ việc trước");
    typist.sees("10/06/2026");
    typist.keys("<Home> ").sees("Đã xong: Dự thảo").sees("Việc tiếp theo: Rà soát");
    typist.keys("<End><↑> ").sees("Chưa làm được").keys("<Ctrl+Z>").sees("hoàn tác: làm xong việc");
    assert!(typist.store().all::<Task>().unwrap().iter().all(|task| task.done_on.is_none()));
    assert_eq!(typist.store().check().unwrap(), []);
}

#[test]
fn a_step_that_is_typed_waits_for_another_and_says_what_is_missing() {
    let mut typist = Typist::new();
    typist.open(t::TASKS).keys("<Ins>Gửi báo cáo<Tab><Tab><Tab><Tab>").keys("<Tab>3 ngày sau khi xong<Ctrl+S>");
    typist.sees("chọn việc trước").keys("<Esc><Esc>");
    typist.keys("<Ins>Gửi báo cáo<Tab><Tab><Tab><Tab><Tab>khi nào tiện<Ctrl+S>").sees("Hạn nhập như 1/6");
    assert_eq!(typist.store().count(Task::META).unwrap(), 0);
}

#[test]
fn the_next_year_is_looked_at_and_opened_as_one_step() {
    let mut typist = Typist::new();
    typist.size = (120, 40);
    typist.open(f::CLAUSES).keys("<Ctrl+K>mở kế hoạch năm sau<Enter>").sees("Mở kế hoạch năm 2027 từ năm 2026");
    typist.sees("25/09/2026 15/09/2027").sees("01/06/2026 01/06/2027").keys("<Ctrl+S>").sees("Đã mở kế hoạch năm 2027");
    typist.sees("năm 2027").keys("<").sees("năm 2026").keys("<").sees("Không có kế hoạch của năm trước").keys(">");
    typist.sees("năm 2027").keys("<Ctrl+Z>").sees("Đã hoàn tác: mở");
    assert_eq!((typist.store().count(Plan::META).unwrap(), typist.store().count(Clause::META).unwrap()), (1, 20));
    // The year that is gone gives way to the one that is there.
    typist.sees("năm 2026").sees("II.1.a");
    // A year that is there already is not opened again.
    typist.keys("<Ctrl+Y>").sees("Đã làm lại").open(f::PLANS).keys("<End><Ctrl+U>").sees("Đã có kế hoạch năm 2027");
}

#[test]
fn a_task_whose_day_has_passed_is_late_and_has_whom_it_was_given_to() {
    let mut typist = Typist::new();
    typist.size = (120, 30);
    // A blank on a list that is empty looks for nothing.
    typist.open(t::TASKS).keys(" ").sees_no("lọc");
    typist.open(f::STAFF).keys("<Ins>Nông Văn Khánh<Ctrl+S>").open(t::LETTERS);
    typist.keys("<Ins>18/5<Tab>12/UBND<Tab>UBND tỉnh<Tab><Tab>Rà soát<Tab><Tab><Tab>10/6<Ctrl+S>");
    typist
        .keys("<Ctrl+U><Tab><Tab>")
        .keys(&"<Backspace>".repeat(10))
        .keys("19/5<Tab>khánh")
        .sees("Không kịp")
        .keys("<Ctrl+S>")
        .sees("Đã giao");
    typist.open(t::TASKS).sees("Nông Văn Khánh").sees("trễ hạn");
}
