//! Stories of finding anything: whatever its marks, with one slip of the hand, masked where names are.
use vitreem::domain::campaign::Campaign;
use vitreem::domain::child::Child;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::money::Vnd;
use vitreem::text::field as t;

use crate::harness::{day, store, unit};
use crate::typist::Typist;

/// An office with children, a donor, a campaign and a unit.
fn office() -> Typist {
    let mut store = store();
    for name in ["Nguyễn Thị Đông", "Nguyễn Thị Đồng", "Lộc Văn Hòa", "Hoàng Nguyễn Thị Đông"] {
        store.save(&mut Child { name: name.to_owned(), ..Child::default() }).unwrap();
    }
    unit(&mut store, "Chi cục Kiểm lâm");
    let mut campaign =
        Campaign {
            name: "Ủng hộ Quỹ Bảo trợ trẻ em".to_owned(), since: day("2026-05-01"), ..Campaign::default()
        };
    store.save(&mut campaign).unwrap();
    for day_of in ["2026-05-02", "2026-05-03"] {
        let mut given = Contribution {
            date: day(day_of),
            campaign: campaign.id,
            donor: "Công ty Xi măng Đồng Bành".to_owned(),
            amount: Vnd(1_000_000),
            ..Contribution::default()
        };
        store.save(&mut given).unwrap();
    }
    Typist::over(store)
}

#[test]
fn one_slip_is_forgiven_and_what_was_typed_comes_first() {
    let mut typist = office();
    for typed in ["nguyen tho dong", "nguyn thi dong", "nguyeen thi dong", "nguyen thi dogn"] {
        typist.keys(&format!("<Ctrl+G>{typed}")).sees("Nguyễn Thị Đông").sees("Hoàng Nguyễn Thị Đông").keys("<Esc>");
    }
    typist.keys("<Ctrl+G>nguyan tho dong").sees_no("Nguyễn Thị Đông").sees("Không tìm thấy").keys("<Esc>");
    typist.keys("<Ctrl+G>kiem lma").sees("Chi cục Kiểm lâm").keys("<Esc>");
    // Letters that are there come before those that are nearly there.
    typist.keys("<Ctrl+G>hoang").sees("Hoàng Nguyễn Thị Đông").keys("<Enter>").sees("[Danh sách]");
    typist.sees("▌ Hoàng Nguyễn Thị Đông");
}

#[test]
fn marks_that_are_typed_count_with_a_slip_too() {
    let mut typist = office();
    typist.keys("<Ctrl+G>thị đông").sees("Nguyễn Thị Đông").sees_no("Nguyễn Thị Đồng").keys("<Esc>");
    typist.keys("<Ctrl+G>thj đông").sees("Nguyễn Thị Đông").sees_no("Nguyễn Thị Đồng").keys("<Esc>");
    typist.keys("<Ctrl+G>nguyễn thì đông").sees_no("Nguyễn Thị Đông");
}

#[test]
fn a_donor_is_found_once_and_leads_to_the_latest_gift() {
    let mut typist = office();
    typist.keys("<Ctrl+G>xi mang dong banh").sees("Công ty Xi măng Đồng Bành").sees("nhà tài trợ");
    assert_eq!(typist.screen().matches("Công ty Xi măng").count(), 1);
    typist.keys("<Enter>").sees("[Khoản ủng hộ]").sees("▌ 03/05/2026");
}

#[test]
fn names_are_masked_where_they_are_found_too() {
    let mut typist = office();
    typist.keys("<F9><Ctrl+G>nguyen tho dong").sees("N.T.Đ.").sees_no("Nguyễn").keys("<Esc>");
    typist.keys("<Ctrl+G>xi mang").sees_no("Xi măng");
}

#[test]
fn everything_is_found_from_anywhere() {
    let mut typist = office();
    for tab in [t::UNITS, t::DOCUMENTS, t::CAMPAIGNS] {
        typist.open(tab).keys("<Ctrl+G>quy bao tro<Enter>").sees("▌ ").sees("Ủng hộ Quỹ Bảo trợ");
    }
}
