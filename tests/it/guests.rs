//! Stories of who came to an event, and of its photos.
use vitreem::domain::body::Body;
use vitreem::domain::born::Born;
use vitreem::domain::child::Child;
use vitreem::domain::event::Event;
use vitreem::domain::id::Id;
use vitreem::domain::person::{Employed, Person};
use vitreem::text::field as f;

use crate::harness::{self, PNG, day};
use crate::typist::Typist;

/// An office with two children and the event of 1 June; the trade union was there until 15/06/2025.
fn office() -> Typist {
    let mut store = harness::store();
    vitreem::acts::setup::run(&mut store).unwrap();
    let unit = harness::unit(&mut store, "Văn phòng Sở");
    let mut father =
        Person { name: "Nguyễn Văn Bình".into(), unit: unit.id, staff: Employed::Yes, ..Person::default() };
    store.save(&mut father).unwrap();
    for (name, born) in [("Nguyễn Thị Đông", "2015-03-05"), ("Nguyễn Minh An", "2021-11-30")] {
        let born = Born::from_iso(born);
        let mut child = Child { name: name.into(), born, father: father.id, unit: unit.id, ..Child::default() };
        store.save(&mut child).unwrap();
    }
    store.save(&mut Event { name: "Tết Thiếu nhi".into(), date: day("2026-06-01"), ..Event::default() }).unwrap();
    let until = Some(day("2025-06-15"));
    store.save(&mut Body { name: "Công đoàn Sở".into(), until, ..Body::default() }).unwrap();
    Typist::over(store)
}

#[test]
fn the_children_are_ticked_off_by_name_and_counted() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ctrl+W>").keys(&"<↓>".repeat(7)).sees("0 cháu, chưa ghi tên");
    it.keys("<Enter>").sees("Ctrl+U lập danh sách trẻ").keys("<Ctrl+U>").sees("Danh sách có 2 cháu");
    it.keys("<Space>").sees("có mặt 1/2").keys("<Space>").sees("có mặt 2/2").keys("<Esc>").sees("có mặt 2/2");
    assert_eq!(it.store().get(Id::<Event>::of(1)).unwrap().children_present, 2);
    it.keys("<Ctrl+Z>").sees("có mặt 1/2");
    assert!(it.store().check().unwrap().is_empty());
}

#[test]
fn a_photo_is_made_public_only_when_who_is_seen_has_agreed() {
    let mut it = office();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("san-khau.png");
    std::fs::write(&path, PNG).unwrap();
    it.open(f::EVENTS).keys("<Ctrl+W>").keys(&"<↓>".repeat(8)).keys("<Enter>").sees("Chưa có ảnh nào");
    it.keys("<Ins>").keys(&format!("{}<Enter>", path.display())).sees("Đã thêm ảnh san-khau (2 × 1 điểm)");
    // Nobody has said who is seen; then a child is, who has not agreed; then it is looked at again.
    it.keys("<Space>").sees("! chưa ghi ai trong ảnh").sees("chưa ghi cháu nào có trong ảnh");
    it.keys("<F2><Tab>dong<↓><Enter><Ctrl+S>").keys("<Space>").sees("Nguyễn Thị Đông: chưa có đồng ý");
    it.keys("<F2><Tab>")
        .keys(&"<Backspace>".repeat(30))
        .keys("<Tab><Space><Ctrl+S>")
        .sees_no("! chưa ghi ai trong ảnh");
    it.keys("<Space>").sees("Công khai").keys("<Esc>").sees("1 ảnh · 1 trên trang công khai");
    // What is no photo is refused by name.
    let note = folder.path().join("ghi-chu.jpg");
    std::fs::write(&note, "không phải ảnh").unwrap();
    it.keys("<Enter><Ins>").keys(&format!("{}<Enter>", note.display())).sees("ghi-chu.jpg không phải ảnh");
    assert!(it.store().check().unwrap().is_empty());
}

#[test]
fn a_partner_that_is_no_more_is_refused_at_its_field() {
    let mut it = office();
    it.open(f::EVENTS).keys("<F2>");
    let there = |it: &mut Typist| it.screen().contains("▌ Cùng tổ chức");
    let _ = (0..30).any(|_| there(&mut it) || it.keys("<Tab>").screen().is_empty());
    it.keys("cong doan so<↓><Enter><Ctrl+S>").sees("Công đoàn Sở hoạt động đến 15/06/2025");
}
