//! Vận động: sessions and people reached by unit, the year's promises down the list with Space.
use vitreem::domain::commitment::{Commitment, CommitmentState};
use vitreem::domain::session::Session;
use vitreem::text::{appeal, field};

use crate::smoke::demo_store;
use crate::typist::Typist;

fn signed(typist: &Typist) -> usize {
    let all = typist.store().all::<Commitment>().unwrap();
    all.iter().filter(|line| line.state == CommitmentState::Signed).count()
}

#[test]
fn promises_are_noted_down_the_list() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    typist.open(appeal::SUB).sees("năm 2026 · vận động").sees("Cả cơ quan").sees("Cam kết").sees("Đến dự");
    // The last unit has not handed in its sheet.
    let before = signed(&typist);
    typist
        .keys("<Home><↓>")
        .sees("0/")
        .keys("<Enter>")
        .sees("Cam kết năm 2026: Chi cục Quản lý đất đai")
        .sees("· chưa ký");
    typist.keys("  ").sees("✓ đã ký").sees("23/11/2026");
    assert_eq!(signed(&typist), before + 2);
    typist.keys("<Ctrl+A>").sees("đánh dấu").keys("<Home> ");
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: ghi cam kết");
    assert_eq!(signed(&typist), before + 2);
    typist.keys("<Esc><Esc>").open(appeal::SUB).sees("2/");
    // Next year nothing is listed until it is asked for.
    typist.keys(">").sees("năm 2027").sees("0/0").keys("<Enter>").sees("chưa lập danh sách").keys("<Esc><Ctrl+U>");
    typist.sees("Đã lập danh sách cam kết năm 2027").keys("<Enter>").sees("· chưa ký");
}

#[test]
fn a_session_is_recorded_for_a_unit_and_counts_its_people_once() {
    let mut typist = Typist::over(demo_store());
    typist.open(appeal::SUB).keys("<Home><↓>").keys("<Ins>").sees("Thêm buổi").sees("tránh ấn phẩm bạo lực");
    typist.keys("<Ctrl+S>").sees("Đã lưu");
    let all = typist.store().all::<Session>().unwrap();
    assert!(all.iter().any(|it| it.appeal && it.name.starts_with("Vận động quan tâm con em")));
    typist.keys("<Ctrl+W>").sees("Vận động: Chi cục Quản lý đất đai").sees("1/1 buổi").keys("<Esc>");
    typist.keys("<F7>").sees("Bản cam kết để đơn vị ký").keys("<Esc>");
    // The kind of staff is said for many at once.
    typist
        .open(field::STAFF)
        .keys("<Home><Shift+↓><Shift+↓><Ctrl+K>loai vien chuc<Enter>")
        .sees("Đã xong: Ghi loại: viên chức · 3");
    typist.keys("<Home><F2>").sees("Loại CBCCVC").sees("viên chức");
}
