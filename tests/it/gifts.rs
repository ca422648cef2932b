//! Stories of gift lists: what a gift is worth, who decides, and what happens after the approval.
use vitreem::domain::campaign::Campaign;
use vitreem::domain::child::Child;
use vitreem::domain::contribution::{Contribution, Means};
use vitreem::domain::gift::Gift;
use vitreem::domain::money::Vnd;
use vitreem::domain::person::{Employed, Person};
use vitreem::domain::unit::Unit;
use vitreem::reports::gift_closure;
use vitreem::store::Store;
use vitreem::text::field as f;

use crate::harness;
use crate::typist::Typist;

/// An office with two units, a couple in both of them and two of their children, and the event of 1 June.
fn roster() -> Store {
    let mut store = harness::store();
    vitreem::acts::setup::run(&mut store).unwrap();
    let (office, forest) = (harness::unit(&mut store, "Văn phòng Sở"), harness::unit(&mut store, "Chi cục Kiểm lâm"));
    let parent = |store: &mut Store, name: &str, unit: &Unit| {
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
    store
}

fn office() -> Typist {
    Typist::over(roster())
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
    it.keys("<Del>").sees_no("Lý do:").sees("danh sách đã duyệt").sees("nhận 0/3");
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

#[test]
fn nothing_is_handed_out_that_is_not_there_and_the_account_closes_to_the_last_dong() {
    let mut store = roster();
    let mut campaign =
        Campaign { name: "Vui Tết Thiếu nhi".to_owned(), since: harness::day("2026-05-01"), ..Campaign::default() };
    let mut goods = Contribution {
        date: harness::day("2026-05-10"),
        donor: "Công ty Mẫu".to_owned(),
        means: Means::Goods,
        goods: "01 hộp bánh".to_owned(),
        amount: Vnd(70_001),
        ..Contribution::default()
    };
    store.save(&mut campaign).unwrap();
    goods.campaign = campaign.id;
    store.save(&mut goods).unwrap();
    let mut it = Typist::over(store);
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>70k<Ctrl+S><Enter><Ctrl+U><Esc>");
    it.keys("<F2>Quyết định 12<Enter>Giám đốc<Enter>").sees("nhận 0/2").keys("<Esc><Ctrl+W><↓><↓><Enter>");
    it.sees("Chưa có loại quà nào").keys("<Ins>Hộp bánh<Tab><Tab>hộp<Tab>1<Ctrl+S>").sees("Hộp bánh").keys("<Esc>");
    tick_early(it.keys("<↑><↑><Enter>"))
        .sees("Kho quà không còn đủ")
        .sees("nhận 0/2")
        .keys("<Esc><↓><↓><Enter><Enter>");
    it.sees("Chưa nhập gì").keys("<Ins>20/5<Tab><Tab>1<Tab>69.999<Tab>HĐ 15<Ctrl+S>").sees("69.999");
    it.keys("<Ctrl+U><↓><Enter>")
        .sees("Công ty Mẫu")
        .keys("<Enter>")
        .sees("được tặng")
        .sees("70.001")
        .keys("1<Ctrl+S>");
    it.sees("Công ty Mẫu: 01 hộp bánh").keys("<Ctrl+U>").sees("Không có hiện vật").keys("<Esc><Esc><↑><↑><Enter>");
    tick_early(&mut it).sees("nhận 1/2");
    // What went out cannot be taken back from what came in; one more than is left neither.
    it.keys("<Esc><↓><↓>").sees("mua 1, được tặng 1, đã phát 1, còn 1").keys("<Enter><Enter><Ctrl+A><Del><→><Enter>");
    it.sees("Kho quà không còn đủ").keys("<Esc><Esc><F2>").keys(&"<Tab>".repeat(4)).keys("0<Ctrl+S>").sees("ghi lý do");
    it.keys("Một hộp bị vỡ<Ctrl+S>").sees("Đã lưu");
    let event = it.store().all::<vitreem::domain::event::Event>().unwrap()[0].id;
    let printed = vitreem::paper::txt::render(&gift_closure::paper(it.store(), event).unwrap(), 240);
    for line in [
        "Hộp bánh: mua 1 + được tặng 1 − đã phát 1 = còn lại 1 (hộp).",
        "Kiểm kê Hộp bánh: thực tế 0, lệch -1 so với sổ; lý do: Một hộp bị vỡ.",
        "Tổng trị giá mua và được tặng: 140.000 đồng; đã phát: 70.000 đồng; còn lại: 70.000 đồng.",
    ] {
        assert!(printed.contains(line), "{line}\n{printed}");
    }
    assert!(it.store().check().unwrap().is_empty());
}

/// Ticks the gift under the cursor before the event's day, which is asked about.
fn tick_early(it: &mut Typist) -> &mut Typist {
    it.keys("<Space>").sees("Chương trình đến ngày 01/06/2026 mới diễn ra").keys("<→><Enter>")
}

#[test]
fn a_gift_ticked_before_its_day_is_asked_about_once() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>200k<Ctrl+S><Enter><Ctrl+U><Esc>");
    it.keys("<F2>Quyết định 12<Enter>Giám đốc<Enter>").sees("nhận 0/2");
    it.keys("<Space>").sees("Đã phát quà trước").keys("<Enter>").sees("nhận 0/2").sees_no("Đã phát quà");
    it.keys("<Ctrl+W>").sees("hôm nay là 20/05/2026").keys("<Esc><Home>");
    tick_early(&mut it).sees("nhận 1/2").keys("<Space>").sees("nhận 2/2");
    it.keys("lon<Ctrl+W>").sees("không có suất quà").sees_no("Người nhận thay");
}

#[test]
fn gifts_of_money_without_a_stock_close_to_the_last_dong() {
    let folder = tempfile::tempdir().unwrap();
    let mut it = office();
    let paper = |it: &mut Typist, name: &str, form: &str, file: &str| {
        let path = folder.path().join(file);
        it.keys("<F7>").chooses(name, form).at_path(&path).keys("<Enter>").keys("<Esc>");
        path
    };
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>150001<Ctrl+S>").sees("Đã lưu");
    // Nothing to close, nothing planned: what to do is said.
    it.keys("<Ctrl+W><F7>").chooses("Bảng quyết toán quà", ".txt").at_path(&folder.path().join("x.txt"));
    it.keys("<Enter>").sees("chưa có gì để quyết toán").keys("<Esc><Esc><F2>").keys(&"<Tab>".repeat(8)).keys("1tr");
    it.keys("<Ctrl+S><Enter><Ctrl+U><Esc><F2>Quyết định 12<Enter>Giám đốc<Enter>");
    tick_early(&mut it).sees("nhận 1/2");
    it.keys("<Esc><Ctrl+W>");
    let read = |path: std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    let closed = read(paper(&mut it, "Bảng quyết toán quà", ".txt", "dong.txt"));
    for line in [
        "2 suất; đã nhận 1 suất, trong đó nhận thay 0; chưa nhận 1 suất.",
        "Tiền quà theo danh sách 300.002 đồng = đã phát 150.001 đồng + chưa phát 150.001 đồng.",
        "nguồn ngân sách: dự toán 1.000.000 đồng, thực chi 0 đồng, còn lại 1.000.000 đồng.",
        "Một trăm năm mươi nghìn không trăm linh một đồng",
    ] {
        assert!(closed.split_whitespace().collect::<Vec<_>>().join(" ").contains(line), "{line}\n{closed}");
    }
    let planned = read(paper(&mut it, "Dự toán kinh phí", ".txt", "du-toan.txt"));
    assert!(planned.contains("1.000.000") && planned.contains("Kinh phí tổ chức"), "{planned}");
}

#[test]
fn rules_are_typed_one_after_another_and_blank_ages_are_blank() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>100k<Ctrl+S><Ctrl+W><↓><Enter>");
    // The second is of the same event and begins at the same field.
    it.keys("<Ins><Tab>0<Tab>6<Tab><Tab><Tab>150k<Ins>").sees_no("không còn nữa").sees("Tết Thiếu nhi");
    it.keys("<Tab>4<Tab>16<Tab><Tab><Tab>200k<Ctrl+S>").sees("Trùng tuổi với mức 150.000");
    // A rule by hardship has no ages; 0 is an age and stays one.
    it.keys("<Ins>hoan canh<↓><Enter>").keys(&"<Tab>".repeat(4)).keys("100k<Ctrl+S>").sees("3/3 mức");
    it.keys("<Home><F2><Tab><Tab>").sees("Từ đủ            0").keys("<Esc>");
    let lows: Vec<_> =
        it.store().all::<vitreem::domain::gift_rule::GiftRule>().unwrap().iter().map(|r| r.low).collect();
    assert_eq!(lows, [Some(0), Some(4), None]);
}

#[test]
fn a_budget_that_forgets_the_gifts_is_said_before_it_is_put_forward() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>100k<Tab><Tab><Tab><Tab>2tr<Ctrl+S>");
    it.keys("<Enter><Ctrl+U><Esc><Esc><Ctrl+W>")
        .keys(&"<↓>".repeat(5))
        .keys("<Enter><Ins>Loa đài<Tab><Tab><Tab><Tab>600k<Ctrl+S>");
    it.keys("<Ctrl+W>").sees("Danh sách quà 200.000 đồng, các khoản quà trong dự toán 0 đồng");
    it.sees("2.000.000 đồng, tổng các khoản 600.000")
        .keys("<Esc><Ins>Quà các cháu<Tab><Tab><Tab>2<Tab>700k<Ctrl+S><Ctrl+W>");
    it.sees("Số tờ trình").sees_no("các khoản quà trong dự toán");
}

#[test]
fn undo_says_what_stands_in_its_way_and_where_it_was() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Tết Thiếu nhi<Tab><Tab>1/6<Tab><Tab>70k<Ctrl+S><Enter><Ctrl+U><Esc>");
    it.keys("<F2>Quyết định 12<Enter>Giám đốc<Enter>");
    tick_early(&mut it).sees("nhận 1/2").keys("<Esc><Ctrl+W><↓><↓><Enter><Ins>Hộp bánh<Tab><Tab>hộp<Tab>1<Ctrl+S>");
    it.keys("<Enter><Ins>20/5<Tab><Tab>2<Tab>140k<Ctrl+S>").sees("Đã lưu").keys("<Ctrl+Z>");
    it.sees("Chưa hoàn tác được lần nhập").sees("Bỏ ghi đã nhận");
    // As it says: the note is taken back, then the intake goes.
    it.keys("<Esc><Esc><↑><↑><Enter><Space>").sees("nhận 0/2").keys("<Esc><↓><↓><Enter><Enter><Del>").sees("Đã xóa");
    it.open(f::SESSIONS).keys("<Ctrl+Z>").sees("ở Hoạt động › Chương trình, quà");
    it.open(f::EVENTS).keys("<Ctrl+Y>").sees_no("ở Hoạt động ›");
}

#[test]
fn an_event_begun_from_its_template_has_steps_programme_and_a_budget() {
    let mut it = office();
    it.open(f::EVENTS)
        .keys("<Ctrl+X>")
        .sees("28-05-2026")
        .sees("Tết Trung thu năm 2026 · 25-09-2026")
        .keys("trung thu<↓><Enter><Enter>");
    it.sees("Hồ sơ: Tết Trung thu năm 2026").sees("xong 0/11 việc").sees("4 tiết mục").keys("<↓><↓><↓><Enter>");
    it.sees("Chốt danh sách quà").sees("11/09/2026").sees("Văn phòng");
    it.keys("<Space>").sees("20/05/2026").keys("<Esc>").sees("xong 1/11 việc");
    // The steps follow the event's day; what is done stays.
    it.keys("<Esc><F2><Tab><Tab>2/10<Ctrl+S>").sees("02/10/2026").keys("<Ctrl+W><↓><↓><↓><Enter>").sees("18/09/2026");
    // Money: planned by lines, said before it is overspent, put forward, approved, taken back.
    it.keys("<Esc><↓><↓><Enter>").sees("Quà tặng các cháu").sees("đang lập");
    it.keys("<F2>")
        .keys(&"<Tab>".repeat(4))
        .keys("200k")
        .sees("Cả chương trình: dự toán 400.000 đồng")
        .keys("<Ctrl+S>");
    it.keys("<Ctrl+W><Enter>").sees("Ghi số tờ trình").keys("15/TTr<Enter>").sees("đã trình 20/05/2026");
    // What the paper says is what will be approved: nothing changes from the day it is put forward.
    it.keys("<F2>").keys(&"<Tab>".repeat(4)).keys("500k<Ctrl+S>").sees("Dự toán đã trình thì giữ nguyên");
    it.keys("<Esc><Esc>")
        .keys("<Ins>Nước uống<Tab><Tab><Tab>1<Tab>50k<Ctrl+S>")
        .sees("Dự toán đã trình thì giữ nguyên");
    it.keys("<Esc><Esc>");
    it.keys("<Ctrl+W>số 20 ngày 20/5<Enter>Giám đốc<Enter>").sees("đã duyệt 20/05/2026");
    it.keys("<F2>")
        .keys(&"<Tab>".repeat(4))
        .keys("300k<Ctrl+S>")
        .sees("Dự toán đã trình thì giữ nguyên")
        .keys("<Esc><Esc>");
    it.keys("<F2>").keys(&"<Tab>".repeat(5)).keys("500k").sees("vượt 100.000 đồng").keys("<Ctrl+S>").sees("500.000");
    it.keys("<Ctrl+Z>").keys("<Ctrl+Z>").sees("!").keys("<Ctrl+X>").sees("đang lập");
    it.keys("<Esc><Home>")
        .keys(&"<↓>".repeat(6))
        .sees("không áp dụng")
        .keys("<Enter><Ctrl+U>")
        .sees("Đã thêm 9 việc")
        .sees("Phụ lục II");
    assert!(it.store().check().unwrap().is_empty());
}

#[test]
fn a_programme_is_told_by_the_hour_and_no_hour_is_made_up() {
    let mut it = office();
    it.open(f::EVENTS).keys("<Ins>Trung thu<Tab><Tab>25/9<Ctrl+S><Ctrl+W>").keys(&"<↓>".repeat(4)).keys("<Enter>");
    it.keys("<Ins>8h<Tab>Phát quà<Ctrl+S><Ins>7h30<Tab>Đón trẻ<Ctrl+S><Ins><Tab>Dọn dẹp<Ctrl+S>");
    let screen = it.screen();
    let at = |what: &str| screen.find(what).unwrap_or_else(|| panic!("{what}: {screen}"));
    assert!(at("07:30") < at("08:00") && at("Đón trẻ") < at("Phát quà"), "{screen}");
    let items = it.store().all::<vitreem::domain::programme::ProgrammeItem>().unwrap();
    assert_eq!(items.iter().find(|item| item.name == "Dọn dẹp").unwrap().time, None);
}
