//! The books by keys: posted with a question, put right by reversing, a day closed after its money is counted.
use vitreem::acts::posting;
use vitreem::domain::campaign::Campaign;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::money::Vnd;
use vitreem::domain::record::Record;
use vitreem::domain::unit::Unit;
use vitreem::text::{book as b, field as f};

use crate::harness::{day, store, unit};
use crate::typist::Typist;

/// A campaign of two units, one of which gave 5 million by mistake.
fn begun() -> Typist {
    let mut store = store();
    let mut campaign =
        Campaign {
            name: "Quỹ Bảo trợ trẻ em 2026".to_owned(), since: day("2026-01-01"), ..Campaign::default()
        };
    store.save(&mut campaign).unwrap();
    for (name, amount) in [("Thanh tra Sở", 5_000_000), ("Văn phòng Sở", 1_200_000)] {
        let unit: Unit = unit(&mut store, name);
        let mut line = Contribution {
            date: day("2026-05-18"),
            campaign: campaign.id,
            unit: unit.id,
            people: 8,
            amount: Vnd(amount),
            ..Contribution::default()
        };
        store.save(&mut line).unwrap();
    }
    Typist::over(store)
}

#[test]
fn posting_asks_first_and_enter_means_no() {
    let mut it = begun();
    it.open(f::CONTRIBUTIONS).keys("<Ctrl+A><Ctrl+W>").sees("Ghi sổ 2 khoản, 6.200.000 đồng?");
    it.keys("<Enter>").sees_no("T1/2026").keys("<Ctrl+A><Ctrl+W><Tab><Enter>").sees("Đã ghi sổ 2 khoản");
    it.sees("T1/2026").sees("T2/2026");
    // Nothing changes it any more, and undo says the way.
    it.keys("<F2><Tab><Tab><Tab><Tab><Tab>9tr<Ctrl+S>").sees("Đã ghi sổ nên không sửa").keys("<Esc><Esc>");
    it.keys("<Del>").sees("Đã ghi sổ nên không sửa").keys("<Ctrl+Z>").sees("Ghi âm, nhập lại (Ctrl+X)");
    it.keys("<Ctrl+W>").sees("Không có khoản nào chưa ghi sổ");
    it.open(f::FUND_BOOK).sees("6.200.000");
}

#[test]
fn a_wrong_amount_is_reversed_and_entered_again_in_one_form() {
    let mut it = begun();
    it.open(f::CONTRIBUTIONS).keys("<Ctrl+A><Ctrl+W><Tab><Enter><End>").sees("5.000.000");
    it.keys("<Ctrl+X>").sees("Ghi âm T1/2026 và nhập lại").keys("500k<Ctrl+S>");
    it.sees("Đã ghi âm T1/2026 và nhập lại thành T3/2026").sees("-5.000.000").sees("500.000").sees("T4/2026");
    it.size = (140, 40);
    it.keys("<End>").sees("đã ghi âm").sees("T4/2026");
    // What is taken back is not taken back twice.
    let lines = it.store().all::<Contribution>().unwrap();
    assert_eq!(lines.iter().map(|line| line.amount.0).sum::<i64>(), 1_700_000);
    it.keys("<Ctrl+X>").sees_no("và nhập lại");
    it.open(f::FUND_BOOK).sees("1.700.000");
}

#[test]
fn a_line_is_taken_back_with_a_reason() {
    let mut it = begun();
    it.open(f::CONTRIBUTIONS).keys("<Home><Ctrl+W><Tab><Enter>").sees("T1/2026");
    it.keys("<Ctrl+K>chi ghi am<Enter>").sees("Lý do ghi âm").keys("<Enter>").sees("Nêu lý do");
    it.keys("đơn vị rút lại<Enter>").sees("Đã ghi âm T1/2026 bằng số T2/2026").sees("-1.200.000");
    assert!(it.store().all::<Contribution>().unwrap().iter().any(|line| line.note.contains("đơn vị rút lại")));
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn money_is_counted_and_the_day_is_closed() {
    let mut it = begun();
    it.open(f::CONTRIBUTIONS).keys("<Ctrl+A><Ctrl+W><Tab><Enter>");
    it.open(b::CASH_COUNTS).keys("<Ins>19/5<Tab>1tr2<Tab>4tr9<Ctrl+S>").sees("6.200.000").sees("-100.000");
    it.keys("<Ctrl+W>").sees("Khóa sổ đến hết ngày 19/05/2026?").keys("<Tab><Enter>").sees("lệch sổ -100.000");
    it.keys("<Esc><F2><Tab><Tab><Tab>ngân hàng trừ phí<Ctrl+S><Ctrl+W><Tab><Enter>")
        .sees("Đã khóa sổ đến hết ngày 19/05/2026");
    it.keys("<Ctrl+Z>").sees("Dùng lệnh Mở lại (Ctrl+X)");
    it.open(f::CONTRIBUTIONS).keys("<Ins>18/5<Tab><↓><Enter>van phong<↓><Enter><Tab><Tab>50k<Ctrl+S>").sees("Đã lưu");
    it.keys("<Ctrl+W><Tab><Enter>").sees("Sổ đã khóa đến ngày này").keys("<Esc>");
    it.open(b::CASH_COUNTS).keys("<Ctrl+X>").sees("Đã mở lại sổ của ngày 19/05/2026");
    it.open(f::CONTRIBUTIONS).keys("<Ctrl+A><Ctrl+W><Tab><Enter>").sees("T3/2026");
    assert!(posting::asked(it.store(), Contribution::META, &[1, 2, 3]).unwrap().lines == 0);
}
