//! Stories of gift lists: what a gift is worth, who decides, and what happens after the approval.
use vitreem::domain::child::Child;
use vitreem::domain::gift::Gift;
use vitreem::domain::person::{Employed, Person};
use vitreem::domain::unit::Unit;
use vitreem::text::field as f;

use crate::harness;
use crate::typist::Typist;

/// An office with two units, a couple in both of them and two of their children, and the event of 1 June.
fn office() -> Typist {
    let mut store = harness::store();
    vitreem::acts::setup::run(&mut store).unwrap();
    let (office, forest) = (harness::unit(&mut store, "Văn phòng Sở"), harness::unit(&mut store, "Chi cục Kiểm lâm"));
    let parent = |store: &mut vitreem::store::Store, name: &str, unit: &Unit| {
        let mut person = Person { name: name.to_owned(), unit: unit.id, staff: Employed::Yes, ..Person::default() };
        store.save(&mut person).unwrap();
        person.id
    };
    let father = parent(&mut store, "Nguyễn Văn Bình", &office);
    let mother = parent(&mut store, "Lý Thị Hạnh", &forest);
    for (name, born) in
        [("Nguyễn Thị Đông", "2015-03-05"), ("Nguyễn Minh An", "2021-11-30"), ("Nguyễn Lớn", "2008-01-01")]
    {
        let born = vitreem::domain::born::Born::from_iso(born);
        let child = Child { name: name.to_owned(), born, father, mother, unit: office.id, ..Child::default() };
        store.save(&mut child.clone()).unwrap();
    }
    let mut it = Typist::over(store);
    it.size = (100, 30);
    it
}

#[test]
fn a_gift_is_worth_what_the_rules_say_and_the_form_says_it_before() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Ngày Quốc tế Thiếu nhi 1-6<Tab><Tab>1/6<Tab><Tab>200k");
    it.sees("Dự kiến 2 suất, 400.000 đồng").keys(&"<Tab>".repeat(4)).keys("300k");
    it.sees("vượt dự toán 100.000 đồng").keys("<Ctrl+S>").sees("Đã lưu");
    it.keys("<Ctrl+W>").sees("Hồ sơ: Ngày Quốc tế").sees("mức chung 200.000 đ").keys("<↓><Enter>");
    it.sees("Chưa có mức riêng").keys("<Ins><Tab>6<Tab>16<Tab><Tab><Tab>250k").sees("Dự kiến 2 suất, 450.000 đồng");
    it.keys("<Ctrl+S>").sees("độ tuổi: mức quà");
    it.keys("<Ins><Tab>9<Tab>6<Ctrl+S>").sees("Phải lớn hơn tuổi bắt đầu").keys("<Esc><Esc>").sees("1/1 mức");
    it.keys("<Esc>").sees("1 mức riêng").keys("<↑><Enter><Ctrl+U>").sees("Bố, mẹ ở hai đơn vị");
    it.sees("còn 3 cháu chưa chọn").keys("<→>").sees("còn 2 cháu").sees("theo mẹ").keys("<←><←><Esc>");
    it.sees("450.000").sees("250.000").sees("vượt dự toán của chương trình 150.000 đồng");
    it.keys("dong<Enter>")
        .sees("Có quà")
        .sees("từ đủ 6 đến dưới 16 tuổi: 250.000 đồng")
        .sees("11 tuổi vào ngày 01/06/2026");
    it.sees("Bố Nguyễn Văn Bình: đang công tác, Văn phòng Sở").keys("<Esc><Esc><Ctrl+U>").sees_no("hai đơn vị");
}

#[test]
fn a_decision_by_hand_has_a_reason_and_late_comers_a_supplement() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>200k<Ctrl+S><Enter><Ctrl+U><Esc>");
    it.keys("lon<Del><Enter>").sees("Ghi lý do").keys("<Esc>");
    it.keys("<Ins><Tab>").keys("Học sinh nghèo vượt khó<Enter>").sees("thêm theo q");
    it.keys("<Esc><F2>Quyết định 12<Enter>Giám đốc<Enter>").sees("nhận 0/3");
    it.keys("<Del>").sees_no("Lý do:").sees("nhận 0/3");
    let father = it.store().all::<Person>().unwrap().into_iter().find(|it| it.name == "Nguyễn Văn Bình").unwrap();
    assert_eq!(father.staff, Employed::Yes);
    it.open(f::CHILDREN).keys("<Ins>Nguyễn Thị Na<Tab>5/3/22<Tab><Tab>binh<↓><Enter><Ctrl+S>").sees("Đã lưu");
    it.open(f::EVENTS)
        .keys("<F5>")
        .sees("Từ khi duyệt: thêm 1 cháu đủ điều kiện, bớt 0")
        .keys("<Ctrl+U>")
        .sees("Đã thêm 1 cháu");
    it.keys("<Home>na<Enter>").keys("<Esc><Esc>");
    it.keys("<F2>Quyết định 15<Enter>Giám đốc<Enter>").sees("Đã duyệt").sees_no("Từ khi duyệt: thêm");
    assert_eq!(it.store().all::<Gift>().unwrap().iter().filter(|gift| gift.included).count(), 4);
    it.keys("<Ctrl+Z>").sees("!");
}
