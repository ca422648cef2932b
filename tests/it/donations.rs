//! What stands around the contributions: receipts with their numbers, letters, the public statement.
use std::path::Path;

use vitreem::acts::{posting, receipts};
use vitreem::domain::campaign::{Campaign, Purpose};
use vitreem::domain::contribution::Contribution;
use vitreem::domain::disbursement::Disbursement;
use vitreem::domain::id::Id;
use vitreem::domain::money::Vnd;
use vitreem::domain::plan::{Clause, Evidence};
use vitreem::domain::pledge::Pledge;
use vitreem::domain::posting::Standing;
use vitreem::domain::receipt::Receipt;
use vitreem::domain::record::Record;
use vitreem::domain::stock::{GiftItem, Intake, Way};
use vitreem::domain::value::Value;
use vitreem::domain::work::{Work, WorkPart};
use vitreem::store::Store;
use vitreem::text::{chart, field as f, receipt, screen, statement, welfare};

use crate::smoke::demo_store;
use crate::typist::Typist;

/// Writes a thing in a form to a path.
fn print(it: &mut Typist, (name, form): (&str, &str), path: &Path) {
    it.keys("<F7>").chooses(name, form).at_path(path).keys("<Enter>");
}

fn papers(it: &Typist) -> Vec<Receipt> {
    it.store().all().unwrap()
}

#[test]
fn receipts_take_numbers_once_and_say_when_they_are_printed_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut it = Typist::over(demo_store());
    it.open(f::CONTRIBUTIONS).keys("/rung hoi<↓><Home>");
    print(&mut it, ("Giấy xác nhận ủng hộ, mỗi khoản một trang", "PDF"), &folder.path().join("a.pdf"));
    it.sees("Đã ghi");
    assert_eq!(papers(&it).iter().map(|paper| (paper.number, paper.prints)).collect::<Vec<_>>(), [(1, 1)]);
    it.keys("<Esc>").open(receipt::RECEIPTS).sees("01/2026").sees("có hiệu lực");
    print(&mut it, ("In lại giấy xác nhận đã chọn", "Word"), &folder.path().join("b.docx"));
    assert_eq!(papers(&it)[0].prints, 2);
    // What it confirms is one key away; a number that was given is not undone.
    it.keys("<Enter>").sees("Rừng Hồi").keys("<Esc><Ctrl+Z>").sees("Không hoàn tác");
    assert!(folder.path().join("a.pdf").exists() && folder.path().join("b.docx").exists());
}

#[test]
fn a_receipt_that_cannot_be_written_takes_no_number() {
    let folder = tempfile::tempdir().unwrap();
    let mut it = Typist::over(demo_store());
    it.open(f::CONTRIBUTIONS).keys("/rung hoi<↓><Home>");
    // Where a folder stands no file can be put.
    print(&mut it, ("Giấy xác nhận ủng hộ, mỗi khoản một trang", "PDF"), folder.path());
    it.sees_no("Đã ghi");
    assert!(papers(&it).is_empty());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_receipt_is_asked_for_by_line_campaign_year_or_donor() {
    let mut store = demo_store();
    let posted = |store: &Store| {
        let mut all = store.all::<Contribution>().unwrap();
        all.retain(|gift| gift.standing == Standing::Posted);
        all
    };
    let gifts = posted(&store);
    let mut ask = |text: &str| {
        let mut count = 0;
        let mut deliver = |_: &Store, papers: &[Id<Receipt>]| {
            count = papers.len();
            Ok(())
        };
        receipts::print_asked(&mut store, Some(text), &mut deliver).map(|()| count).ok()
    };
    assert_eq!(ask("T5/2026"), Some(1));
    assert_eq!(ask("01/2026"), Some(1));
    assert_eq!(ask("hop tac xa rung hoi xu lang"), Some(1));
    assert_eq!(ask("Hợp tác xã Rừng Hồi Xứ Lạng, 2025"), None);
    assert_eq!(ask("VD2"), Some(gifts.iter().filter(|gift| gift.campaign.0 == 2).count()));
    assert!(ask("2026").unwrap() > 80);
    assert_eq!((ask("ai đó"), ask("")), (None, None));
    let numbers: Vec<i64> = store.all::<Receipt>().unwrap().iter().rev().map(|paper| paper.number).collect();
    assert_eq!(numbers, (1..=i64::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn the_public_statement_names_who_wants_to_be_named() {
    let mut it = Typist::over(demo_store());
    it.size = (80, 24);
    it.open(statement::SUB).sees("Chi cục").sees("Còn lại").keys("<→>").sees("Trung thu cho em");
    it.keys("<→>").sees("02 cán bộ").sees_no("(200.000)").keys("<Ctrl+W>").sees("(200.000)");
    // The amounts of the others would tell what two who are not named gave.
    it.sees("không ghi số tiền từng người").sees_no("Nguyễn Bích Dung (").keys("<Ctrl+W>");
    it.keys("<End>").sees("Hiệu sách Nắng Mai").keys("<F9>").sees("H.s.N.M.").keys("<F9>");
    it.keys("<Enter>").sees("Ủng hộ: Ngoài cơ quan").keys("<Esc>");
    it.keys("<F7>").sees("Thông báo công khai kết quả ủng hộ").keys("<Esc>");
    it.keys("<<>").sees("năm 2025").sees("Chưa có khoản ủng hộ nào");
}

#[test]
fn a_campaign_tells_what_was_promised_came_and_went_on() {
    let mut it = Typist::over(demo_store());
    it.size = (80, 24);
    it.open(f::CAMPAIGNS).keys("/quy bao tro<↓><Home><Ctrl+D>").sees("Tiến độ: Ủng hộ Quỹ");
    it.sees("Đã đăng ký").sees("Đã thu").sees("Đã nộp Quỹ").sees("23.000.000").sees("% số đã thu").sees("▓");
    it.sees("1 nơi đã đăng ký, chưa nộp").keys("<Ctrl+U>").sees("Mầm Xanh").sees("1/1 lượt đăng ký");
    // What is promised is entered as given with one key, and is open no more.
    it.keys("<Ctrl+W>").sees("2.000.000").keys("<Ctrl+S>").sees("Đã lưu").sees("0/0 lượt đăng ký");
    it.keys("<Esc><Enter>").sees("Ủng hộ: ").keys("<Esc><F7>").sees("Danh sách ủng hộ, ký nộp").keys("<Esc><Esc>");
    it.open(welfare::PLEDGES).sees("● đã nộp").sees("◐ một phần").keys("<Ctrl+U>").sees("0/0");
    it.open(welfare::PLEDGES).keys("<Ins><Ctrl+S>").sees("Cần điền mục này");
}

#[test]
fn a_campaign_has_its_basis_and_what_it_brought_along() {
    let mut store = crate::harness::store();
    let mut campaign = Campaign {
        name: "Địa chỉ cụ thể".into(),
        since: "2026-03-01".parse().unwrap(),
        beneficiary: "Gia đình cháu Bế Văn Mẫu".into(),
        basis: "Công văn số 12".into(),
        suggested: "một ngày lương".into(),
        opening: Vnd(4_000_000),
        ..Campaign::default()
    };
    store.save(&mut campaign).unwrap();
    let mut it = Typist::over(store);
    it.open(f::CAMPAIGNS).sees("4.000.000").keys("<Ctrl+D>").sees("Căn cứ Công văn số 12");
    it.sees("mức gợi ý: một ngày lương").sees("gồm 4.000.000 đồng mang sang").sees("chưa có đăng ký");
    it.open(f::FUND_BOOK).sees("MS/2026").sees("4.000.000");
    it.keys("<Ctrl+D>").sees("Số dư theo mục đích, năm 2026").sees("Quỹ Bảo trợ trẻ em").sees("4.000.000");
    it.keys("<>>").sees("năm 2027").sees("4.000.000").keys("<Enter>").sees("MS/2026").keys("<Esc><<><<><<>");
    it.sees("Năm 2024 không có số dư");
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn a_welfare_work_has_money_goods_and_days_of_work() {
    let mut it = Typist::over(demo_store());
    it.open(welfare::WORKS).sees("Sân chơi điểm trường").sees("● đã bàn giao").sees("◐ đang làm").sees("8.000.000");
    it.keys("/tu sach<↓><Home><Enter>")
        .sees("Đóng góp: Tủ sách")
        .keys("<Ins><Tab>")
        .keys("<Ctrl+S>")
        .sees("Ghi số ngày công");
    it.keys("<Esc><Esc><Esc>");
    it.keys("<F2><Tab><Tab><Tab><Tab><Tab>120<Ctrl+S>").sees("Ghi số từ 0 đến 100").keys("<Esc><Esc>");
    let days: i64 = it.store().all::<WorkPart>().unwrap().iter().map(|part| part.days).sum();
    assert_eq!(it.store().all::<Work>().unwrap().iter().map(|work| work.days).sum::<i64>(), days);
    // From an event to its payments and back.
    it.open(f::EVENTS)
        .keys("/dem hoi<↓><Home><Ctrl+K>cac khoan chi<Enter>")
        .sees("PC 52")
        .keys("<Ctrl+U>")
        .sees("Đêm hội trăng rằm");
    // From the work to its payments, and from a payment to its work.
    it.open(welfare::WORKS).keys("/san choi<↓><Home><Ctrl+U>").sees("Khoản chi: Sân chơi").sees("UNC 12");
    it.keys("<Ctrl+U>").sees("Công trình phúc lợi").sees("Sân chơi điểm trường");
}

#[test]
fn gifts_and_the_payment_that_bought_them_are_linked_both_ways() {
    let mut it = Typist::over(demo_store());
    it.open(f::DISBURSEMENTS).keys("/pc 52<↓><Home><Ctrl+K>qua mua bang<Enter>").sees("Quà mua bằng khoản chi C4/2026");
    let before = it.store().all::<Intake>().unwrap().len();
    let item = it.store().all::<GiftItem>().unwrap().remove(0);
    // What is entered there was bought with it; what was given by somebody was not.
    let paid = it.store().all::<Disbursement>().unwrap().into_iter().find(|it| it.reference == "PC 52").unwrap();
    let intake = Intake {
        item: item.id,
        date: paid.date,
        quantity: 10,
        amount: Vnd(500_000),
        payment: paid.id,
        ..Intake::default()
    };
    let mut store = demo_store();
    store.save(&mut Intake { way: Way::Donated, ..intake.clone() }).unwrap_err();
    store.save(&mut intake.clone()).unwrap();
    assert_eq!(store.all::<Intake>().unwrap().len(), before + 1);
    // The payment is put right today, since its day is closed, and what it bought goes with it.
    let mut row = store.row(Disbursement::META, paid.id.0).unwrap().unwrap();
    Disbursement::META.set(&mut row, "amount", Value::Int(10_000_000));
    Disbursement::META.set(&mut row, "date", "2026-11-23".into());
    let done = posting::correct(&mut store, Disbursement::META, paid.id.0, &mut row).unwrap();
    let with = |payment: i64| store.find::<Intake>("payment", &Value::Int(payment)).unwrap().len();
    assert!(with(paid.id.0) == 0 && with(done.row) > 0);
}

#[test]
fn money_leaves_its_purpose_only_by_a_paper_that_says_so() {
    let mut store = demo_store();
    let work = store.all::<Campaign>().unwrap().into_iter().find(|it| it.purpose == Purpose::Work).unwrap();
    let mut payment = Disbursement {
        date: "2026-11-20".parse().unwrap(),
        campaign: work.id,
        purpose: Purpose::Event,
        payee: "Văn phòng Sở".into(),
        amount: Vnd(100_000),
        ..Disbursement::default()
    };
    store.save(&mut payment).unwrap();
    let mut it = Typist::over(store);
    it.size = (120, 40);
    it.open(screen::TAB_TODAY)
        .sees("1 khoản chi, khoản nộp chưa ghi sổ, 100.000 đồng")
        .sees("3 khoản ủng hộ chưa ghi sổ");
    it.open(f::DISBURSEMENTS).keys("<Home><Ctrl+W>");
    it.sees("(công trình phúc lợi)").sees("sổ từ 250.000 thành 150.000.");
    it.keys("<Tab><Enter>").sees("dành cho công trình phúc lợi, khoản này chi cho chương").keys("<Esc>");
    it.keys("<F2>").keys(&"<Tab>".repeat(9)).keys("Biên bản ngày 19/11/2026<Ctrl+S>").sees("Đã lưu");
    it.keys("<Home><Ctrl+W><Tab><Enter>").sees("Đã ghi sổ 1 khoản");
    // What the fund confirms is written after the posting; nothing else changes any more.
    it.keys("<F2>").keys(&"<Tab>".repeat(10)).keys("GXN 07<Ctrl+S>").sees("Đã lưu");
    it.keys("<F2>").keys(&"<Tab>".repeat(9)).keys("x<Ctrl+S>").sees("Đã ghi sổ nên không sửa").keys("<Esc><Esc>");
    let posted = it.store().get::<Disbursement>(payment.id).unwrap();
    assert_eq!((posted.confirmation.as_str(), posted.agreement.as_str()), ("GXN 07", "Biên bản ngày 19/11/2026"));
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn charts_stand_beside_the_year_before_and_their_figures_are_a_key_away() {
    let mut it = Typist::over(demo_store());
    it.size = (80, 24);
    it.open(chart::SUB).sees("Theo tháng, năm 2026").keys("<Ctrl+U>").sees("Tháng, 2026 và 2025").sees("Theo năm");
    it.keys("<Ctrl+D>").sees("Tất cả các đợt: 2026 so với 2025").sees("Tháng 5").keys("<F7>").sees("In, xuất");
    it.keys("<Esc><End>").sees("Ngoài cơ quan").keys("<Esc><Ctrl+U>").sees("Theo đơn vị, năm 2026");
}

#[test]
fn who_promised_nothing_is_on_no_list() {
    let store = demo_store();
    let promised: Vec<String> = store.all::<Pledge>().unwrap().into_iter().map(|it| it.donor_name).collect();
    assert_eq!(promised.len(), 4);
    let open = vitreem::reports::progress::of_campaign(&store, Id::of(1)).unwrap();
    assert_eq!(open.open, 1);
}

#[test]
fn works_prove_the_clause_that_asks_for_them() {
    let mut store = demo_store();
    let mut clause = store.all::<Clause>().unwrap().into_iter().find(|it| it.code == "I.2").unwrap();
    clause.evidence = Evidence::Work;
    store.save(&mut clause).unwrap();
    let sql = format!("select count(*) from clause_evidence where clause = {}", clause.id.0);
    assert_eq!(crate::harness::number(&store, &sql), 2);
}
