//! Sheets of contributions in the shapes in which units send them.
use super::*;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn listing(rows: &[&[&str]]) -> Listing {
    read_sheets("bang-ke.xlsx", vec![Sheet::of("Trang1", rows)], day("2026-06-30")).unwrap()
}

fn brief(listing: &Listing) -> Vec<(&str, &str, i64)> {
    listing.rows.iter().map(|row| (row.unit.as_str(), row.donor.as_str(), row.amount.0)).collect()
}

#[test]
fn people_of_one_unit_with_a_title_a_total_and_signatures() {
    let found = listing(&[
        &["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"],
        &["DANH SÁCH ỦNG HỘ QUỸ BẢO TRỢ TRẺ EM"],
        &["Đơn vị: Thanh tra Sở"],
        &["Ngày 16 tháng 6 năm 2026"],
        &["STT", "Họ và tên", "Số tiền", "Ký nộp", "Ghi chú"],
        &["1", "Nguyễn Văn An", "200.000đ", "", ""],
        &["2", "Lê Thị Bình", "500k", "", "xin giấu tên"],
        &["3", "Vi Văn Đức", "", "", ""],
        &["4", "Hà Thị Hoa", "abc", "", ""],
        &["", "Tổng cộng", "700.000 đồng", "", ""],
        &["Bằng chữ: Bảy trăm nghìn đồng"],
        &["", "", "Người lập", "Thủ trưởng"],
        &["", "", "Trần Văn Sơn", "Lê Văn Hải"],
    ]);
    assert_eq!(brief(&found), [("Thanh tra Sở", "Nguyễn Văn An", 200_000), ("Thanh tra Sở", "Lê Thị Bình", 500_000)]);
    assert!(found.rows.iter().all(|row| row.date == Some(day("2026-06-16"))));
    assert!(found.rows[1].anonymous && !found.rows[0].anonymous);
    let refused: Vec<(u32, &str)> = found.refused.iter().map(|it| (it.row, it.code)).collect();
    assert_eq!(refused, [(8, "amount"), (9, "amount")]);
    assert_eq!(found.warnings, []);
}

#[test]
fn units_with_their_number_of_people_and_a_total_that_does_not_fit() {
    let found = listing(&[
        &["TT", "Đơn vị", "Số người", "Số tiền (đồng)", "Ngày nộp", "Hình thức"],
        &["1", "Văn phòng Sở", "25", "2.500.000", "12/6/2026", "CK"],
        &["2", "Chi cục Kiểm lâm", "120 người", "6.000.000", "15.6.2026", "tiền mặt"],
        &["3", "Công ty TNHH Mẫu", "", "1.000.000", "31/12/2026", ""],
        &["4", "Công ty TNHH Hai", "", "5.000.000", "", ""],
        &["", "Cộng", "145", "9.500.000", "", ""],
    ]);
    assert_eq!(
        brief(&found),
        [("Văn phòng Sở", "", 2_500_000), ("Chi cục Kiểm lâm", "", 6_000_000), ("", "Công ty TNHH Hai", 5_000_000)]
    );
    assert_eq!((found.rows[0].people, found.rows[1].people), (25, 120));
    assert_eq!((found.rows[0].means, found.rows[1].means), (Means::Transfer, Means::Cash));
    assert_eq!((found.refused[0].code, found.refused[0].row), ("future", 4));
    assert_eq!(found.warnings.len(), 1);
    assert!(found.warnings[0].text.say(crate::text::Lang::Vi).contains("13.500.000"));
}

#[test]
fn sections_with_their_sums_goods_and_thousands() {
    let found = listing(&[
        &["BẢNG KÊ ỦNG HỘ (ĐVT: nghìn đồng)"],
        &["STT", "Họ tên", "Tiền mặt", "Chuyển khoản", "Hiện vật", "Hiện vật quy ra tiền", "Tổng cộng"],
        &["I", "Phòng Kế hoạch", "", "", "", "", ""],
        &["1", "Nguyễn Văn An", "200", "", "", "", "200"],
        &["2", "Lê Thị Bình", "100", "300", "", "", "400"],
        &["II", "Chi cục Thủy lợi", "", "", "", "", ""],
        &["1", "Hà Thị Hoa", "", "", "20 hộp sữa", "150", "150"],
        &["", "Tổng", "300", "300", "", "150", "750"],
    ]);
    assert_eq!(
        brief(&found),
        [
            ("Phòng Kế hoạch", "Nguyễn Văn An", 200_000),
            ("Phòng Kế hoạch", "Lê Thị Bình", 100_000),
            ("Phòng Kế hoạch", "Lê Thị Bình", 300_000),
            ("Chi cục Thủy lợi", "Hà Thị Hoa", 150_000)
        ]
    );
    assert_eq!((found.rows[3].means, found.rows[3].goods.as_str()), (Means::Goods, "20 hộp sữa"));
    assert_eq!(found.warnings, []);
}

#[test]
fn what_is_no_listing_is_refused_in_words() {
    let sheet = Sheet::of("A", &[&["STT", "Họ tên cháu", "Ngày sinh"], &["1", "Lê An", "2015"]]);
    assert!(read_sheets("a.xlsx", vec![sheet], day("2026-06-30")).is_err());
}

proptest::proptest! {
    #[test]
    fn nothing_makes_it_stumble(rows in proptest::collection::vec(proptest::collection::vec("[a-zđ0-9.,() ]{0,12}", 0..7), 0..12)) {
        let mut all = vec![vec!["STT".to_owned(), "Họ tên".to_owned(), "Đơn vị".to_owned(), "Số tiền".to_owned(), "Ngày".to_owned()]];
        all.extend(rows);
        let rows: Vec<Vec<&str>> = all.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        if let Ok(found) = read_sheets("x.csv", vec![Sheet::of("x", &rows)], day("2026-06-30")) {
            proptest::prop_assert!(found.rows.iter().all(|row| row.amount.0 > 0));
        }
    }
}

#[test]
fn goods_say_how_many_they_are() {
    let found = listing(&[
        &["STT", "Đơn vị, cá nhân", "Tên hàng", "ĐVT", "Số lượng", "Đơn giá", "Trị giá (đồng)"],
        &["1", "Công ty TNHH Mẫu", "sữa tươi", "hộp", "20", "30.000", "600.000"],
        &["2", "Hiệu sách Nắng Mai", "12 bộ sách", "bộ", "12", "50.000", "600.000"],
        &["3", "Nhóm Mầm Xanh", "vở", "", "100", "", "1.000.000"],
    ]);
    let goods: Vec<(&str, Means)> = found.rows.iter().map(|row| (row.goods.as_str(), row.means)).collect();
    assert_eq!(goods, [("20 hộp sữa tươi", Means::Goods), ("12 bộ sách", Means::Goods), ("100 vở", Means::Goods)]);
    assert!(found.rows.iter().all(|row| row.people == 0));
}
