//! What stands around the contributions: receipts with their numbers, letters, the public statement.
use std::path::Path;

use vitreem::acts::receipts;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::posting::Standing;
use vitreem::domain::receipt::Receipt;
use vitreem::text::{field as f, receipt, statement};

use crate::smoke::demo_store;
use crate::typist::Typist;

/// Chooses the output of a name and writes it to a path.
fn print(it: &mut Typist, name: &str, path: &Path) {
    it.keys("<F7>");
    for _ in 0..30 {
        if it.screen().contains(&format!("▌ {name}")) {
            break;
        }
        it.keys("<↓>");
    }
    it.keys("<Tab>").keys(&"<Backspace>".repeat(200)).keys(&path.display().to_string()).keys("<Enter>");
}

fn papers(it: &Typist) -> Vec<Receipt> {
    it.store().all().unwrap()
}

#[test]
fn receipts_take_numbers_once_and_say_when_they_are_printed_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut it = Typist::over(demo_store());
    it.open(f::CONTRIBUTIONS).keys("/rung hoi<↓><Home>");
    print(&mut it, "Giấy xác nhận ủng hộ, mỗi khoản một trang (PDF)", &folder.path().join("a.pdf"));
    it.sees("Đã ghi");
    assert_eq!(papers(&it).iter().map(|paper| (paper.number, paper.prints)).collect::<Vec<_>>(), [(1, 1)]);
    it.keys("<Esc>").open(receipt::RECEIPTS).sees("01/2026").sees("có hiệu lực");
    print(&mut it, "In lại giấy xác nhận đã chọn (Word", &folder.path().join("b.docx"));
    assert_eq!(papers(&it)[0].prints, 2);
    // What it confirms is one key away; a number that was given is not undone.
    it.keys("<Enter>").sees("Rừng Hồi").keys("<Esc><Ctrl+Z>").sees("Không hoàn tác");
    assert!(folder.path().join("a.pdf").exists() && folder.path().join("b.docx").exists());
}

#[test]
fn a_receipt_is_asked_for_by_line_campaign_year_or_donor() {
    let mut store = demo_store();
    let posted = |store: &vitreem::store::Store| {
        let mut all = store.all::<Contribution>().unwrap();
        all.retain(|gift| gift.standing == Standing::Posted);
        all
    };
    let gifts = posted(&store);
    let mut ask = |text: &str| receipts::print_asked(&mut store, Some(text)).map(|ids| ids.len()).ok();
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
    it.keys("<→>").sees("02 cán bộ").sees_no("(100.000)").keys("<Ctrl+W>").sees("(100.000)").keys("<Ctrl+W>");
    it.keys("<End>").sees("Hiệu sách Nắng Mai").keys("<F9>").sees("H.s.N.M.").keys("<F9>");
    it.keys("<Enter>").sees("Ủng hộ: Ngoài cơ quan").keys("<Esc>");
    it.keys("<F7>").sees("Thông báo công khai kết quả ủng hộ").keys("<Esc>");
    it.keys("<<>").sees("năm 2025").sees("Chưa có khoản ủng hộ nào");
}
