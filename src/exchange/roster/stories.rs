//! Rosters as offices send them, in short.
use super::*;
use crate::exchange::sheet::{Cell, Merge};
use crate::text::Lang;

fn options() -> Options {
    Options { unit: None, as_of: None, today: NaiveDate::from_ymd_opt(2026, 5, 20).unwrap() }
}

fn roster_of(sheets: Vec<Sheet>) -> Roster {
    read_sheets("ds.xlsx", sheets, &options()).unwrap()
}

fn roster(rows: &[&[&str]]) -> Roster {
    roster_of(vec![Sheet::of("Sheet1", rows)])
}

/// name | born | sex | father | mother | unit
fn lines(roster: &Roster) -> Vec<String> {
    let line = |row: &Row| {
        let born = row.born.map(Born::iso).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let unit = row.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
        let sex = row.sex.map_or("", Sex::code);
        [row.name.clone(), born, sex.to_string(), text(&row.father), text(&row.mother), unit].join("|")
    };
    roster.rows.iter().map(line).collect()
}

/// row code column
fn refused(roster: &Roster) -> Vec<String> {
    roster.refused.iter().map(|refusal| format!("{} {} {}", refusal.row, refusal.code, refusal.column)).collect()
}

fn warned(roster: &Roster) -> Vec<String> {
    roster.warnings.iter().map(|warning| format!("{} {}", warning.row, warning.text.say(Lang::Vi))).collect()
}

#[test]
fn three_columns_of_one_date() {
    let roster = roster(&[
        &["STT", "Họ tên con", "Ngày sinh", "", "", "Phái", "Cha", "Phòng/ban"],
        &["", "", "Ngày", "Tháng", "Năm", "", "", ""],
        &["1", "Lê An", "4", "3", "2015", "Nam", "Lê Bình", "Văn phòng Sở"],
        &["2", "Vi Hoa", "", "", "2016", "nữ", "Vi Cao", "Văn phòng Sở"],
        &["3", "Vi Lan", "31", "2", "2016", "nữ", "Vi Cao", "Văn phòng Sở"],
    ]);
    assert_eq!(lines(&roster), ["Lê An|2015-03-04|nam|Lê Bình||Văn phòng Sở", "Vi Hoa|2016|nữ|Vi Cao||Văn phòng Sở"]);
    assert_eq!(refused(&roster), ["5 date Ngày sinh Ngày"]);
    assert_eq!(roster.refused[0].value, "31/2/2016");
    assert_eq!(roster.refused[0].cells[1], ("Họ tên con".to_string(), "Vi Lan".to_string()));
}

#[test]
fn columns_of_day_month_and_year_without_marks() {
    let roster =
        roster(&[&["HO VA TEN", "NGAY", "THANG", "NAM", "HO TEN BO"], &["Le An", "04", "03", "2015", "Le Binh"]]);
    assert_eq!(lines(&roster), ["Le An|2015-03-04||Le Binh||"]);
}

#[test]
fn the_date_stands_under_the_sex() {
    let roster = roster(&[
        &["TT", "Họ và tên", "Ngày, tháng, năm sinh", "", "Con ông", "Con bà"],
        &["", "", "Nam", "Nữ", "", ""],
        &["1", "Lê An", "04/03/2015", "", "Lê Bình", "Vi Hoa"],
        &["2", "Lê Mai", "", "2017", "Lê Bình", "Vi Hoa"],
        &["3", "Lê Na", "", "31/4/2017", "Lê Bình", "Vi Hoa"],
        &["4", "Lê Tú", "1/1/2016", "1/1/2017", "Lê Bình", "Vi Hoa"],
    ]);
    assert_eq!(lines(&roster), ["Lê An|2015-03-04|nam|Lê Bình|Vi Hoa|", "Lê Mai|2017|nữ|Lê Bình|Vi Hoa|"]);
    let columns = "Ngày, tháng, năm sinh";
    assert_eq!(refused(&roster), [format!("5 date {columns} Nữ"), format!("6 sex {columns} Nam")]);
}

#[test]
fn one_column_for_both_parents() {
    let roster = roster(&[
        &["Tên cháu", "Năm sinh", "GT", "Họ tên bố, mẹ", "Bộ phận"],
        &["Lê An", "2015", "Nam", "Lê Văn Bình, Vi Thị Hoa", "Chi cục X"],
        &["Lê Mai", "2017", "Nữ", "Bố: Lê Văn Bình\nMẹ: Vi Thị Hoa", "Chi cục X"],
        &["Hà Vy", "2017", "Nữ", "Trần Bảo Anh", "Chi cục X"],
    ]);
    assert_eq!(
        lines(&roster),
        [
            "Lê An|2015|nam|Lê Văn Bình|Vi Thị Hoa|Chi cục X",
            "Lê Mai|2017|nữ|Lê Văn Bình|Vi Thị Hoa|Chi cục X",
            "Hà Vy|2017|nữ||Trần Bảo Anh|Chi cục X"
        ]
    );
    assert_eq!(warned(&roster), ["4 Chưa rõ \"Trần Bảo Anh\" là bố hay mẹ, tạm ghi là mẹ."]);
}

#[test]
fn family_and_given_name_stand_apart() {
    let roster = roster(&[
        &["Họ và tên", "", "Ngày sinh", "Giới tính"],
        &["Lê Minh", "An", "4/3/2015", "Nam"],
        &["Vi Thị", "Hoa", "5/3/2015", "Nữ"],
    ]);
    assert_eq!(lines(&roster), ["Lê Minh An|2015-03-04|nam|||", "Vi Thị Hoa|2015-03-05|nữ|||"]);
    let roster = self::roster(&[&["Họ đệm", "Tên", "Ngày sinh"], &["Lê Minh", "An", "4/3/2015"]]);
    assert_eq!(lines(&roster), ["Lê Minh An|2015-03-04||||"]);
}

#[test]
fn sections_name_the_unit_and_totals_are_no_children() {
    let roster = roster(&[
        &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "", "Bố"],
        &["", "", "", "Nam", "Nữ", ""],
        &["I", "Văn phòng Sở", "", "1", "1", ""],
        &["1", "Lê An", "4/3/2015", "x", "", "Lê Bình"],
        &["2", "Vi Hoa", "5/3/2015", "", "x", "Vi Cao"],
        &["", "Cộng", "", "1", "1", ""],
        &["Phòng: Kế hoạch - Tài chính", "", "", "", "", ""],
        &["1", "Bế Na", "6/3/2015", "", "x", "Bế Lâm"],
        &["III. THANH TRA SỞ (01 cháu)", "", "", "", "", ""],
        &["1", "Tống Công Minh", "6/3/2015", "x", "", "Tống Cộng"],
        &["Tổng cộng: 04 cháu", "", "", "2", "2", ""],
        &["", "", "Lạng Sơn, ngày 15 tháng 5 năm 2026", "", "", ""],
        &["", "NGƯỜI LẬP", "", "", "", "TRƯỞNG PHÒNG"],
        &["", "Nguyễn Văn Lập", "", "", "", "Trần Thị Trưởng"],
    ]);
    assert_eq!(
        lines(&roster),
        [
            "Lê An|2015-03-04|nam|Lê Bình||Văn phòng Sở",
            "Vi Hoa|2015-03-05|nữ|Vi Cao||Văn phòng Sở",
            "Bế Na|2015-03-06|nữ|Bế Lâm||Phòng Kế hoạch - Tài chính",
            "Tống Công Minh|2015-03-06|nam|Tống Cộng||Thanh tra Sở",
        ]
    );
    assert!(roster.rows[3].unit.as_ref().is_some_and(|unit| unit.caps) && !roster.rows[0].unit.as_ref().unwrap().caps);
    assert_eq!((warned(&roster), refused(&roster)), (vec![], vec![]));
}

#[test]
fn groups_by_age_are_no_units() {
    let roster = roster(&[
        &["Đơn vị: Chi cục Kiểm lâm"],
        &["STT", "Họ và tên", "Ngày sinh"],
        &["A", "Trẻ em dưới 6 tuổi", ""],
        &["1", "Lê An", "4/3/2022"],
        &["B", "Nhóm từ 6 đến dưới 16 tuổi", ""],
        &["1", "Vi Hoa", "4/3/2015"],
    ]);
    assert_eq!(lines(&roster), ["Lê An|2022-03-04||||Chi cục Kiểm lâm", "Vi Hoa|2015-03-04||||Chi cục Kiểm lâm"]);
}

#[test]
fn the_head_is_repeated_on_each_page() {
    let head: &[&str] = &["STT", "Họ và tên", "Ngày sinh"];
    let roster =
        roster(&[head, &["(1)", "(2)", "(3)"], &["1", "Lê An", "4/3/2015"], &[], head, &["2", "Vi Hoa", "4/3/2015"]]);
    assert_eq!(lines(&roster), ["Lê An|2015-03-04||||", "Vi Hoa|2015-03-04||||"]);
    assert_eq!(roster.rows[1].row, 6);
}

#[test]
fn a_second_table_has_its_own_columns_and_unit() {
    let roster = roster(&[
        &["DANH SÁCH CON CBCCVC VĂN PHÒNG SỞ"],
        &["STT", "Họ và tên", "Ngày sinh", "Bố"],
        &["1", "Lê An", "4/3/2015", "Lê Bình"],
        &["", "NGƯỜI LẬP BIỂU", "", ""],
        &["", "Vi Văn Lập", "", ""],
        &["DANH SÁCH CON CBCCVC THANH TRA SỞ"],
        &["STT", "Ngày sinh", "Họ và tên", "Mẹ"],
        &["1", "5/3/2015", "Vi Hoa", "Bế Na"],
    ]);
    assert_eq!(lines(&roster), ["Lê An|2015-03-04||Lê Bình||Văn phòng Sở", "Vi Hoa|2015-03-05|||Bế Na|Thanh tra Sở"]);
}

#[test]
fn a_staff_list_with_children_merged_beside_it() {
    let mut sheet = Sheet::of(
        "Sheet1",
        &[
            &["STT", "Họ và tên cán bộ", "Đơn vị", "Họ tên con", "Năm sinh"],
            &["1", "Lê Văn Bình", "Văn phòng Sở", "Lê An", "2015"],
            &["", "", "", "Lê Mai", "2018"],
            &["2", "Vi Thị Hoa", "nt", "Hà Vy", "2019"],
        ],
    );
    sheet.merges = (0..3).map(|left| Merge { top: 1, left, bottom: 2, right: left }).collect();
    let roster = roster_of(vec![sheet]);
    assert_eq!(
        lines(&roster),
        [
            "Lê An|2015||Lê Văn Bình||Văn phòng Sở",
            "Lê Mai|2018||Lê Văn Bình||Văn phòng Sở",
            "Hà Vy|2019|||Vi Thị Hoa|Văn phòng Sở"
        ]
    );
}

#[test]
fn a_child_may_take_two_rows() {
    let mut sheet = Sheet::of(
        "Sheet1",
        &[
            &["STT", "Họ tên cháu", "Ngày sinh", "Họ tên bố mẹ"],
            &["1", "Lê An", "4/3/2015", "Lê Văn Bình"],
            &["", "", "", "Vi Thị Hoa"],
            &["2", "Bế Na", "4/3/2015", "Bế Văn Lâm"],
        ],
    );
    sheet.merges = (0..3).map(|left| Merge { top: 1, left, bottom: 2, right: left }).collect();
    let roster = roster_of(vec![sheet]);
    assert_eq!(lines(&roster), ["Lê An|2015-03-04||Lê Văn Bình|Vi Thị Hoa|", "Bế Na|2015-03-04||Bế Văn Lâm||"]);
    assert_eq!(refused(&roster), Vec::<String>::new());
}

#[test]
fn ages_are_judged_at_the_day_of_the_list() {
    let rows: &[&[&str]] = &[
        &["(Tính đến hết ngày 30/6/2025)"],
        &["Họ và tên", "Ngày sinh"],
        &["Vừa Đủ", "30/6/2009"],
        &["Còn Một Ngày", "1/7/2009"],
        &["Chưa Rõ", "2009"],
        &["Sang Năm", "1/1/2026"],
    ];
    let roster = roster(rows);
    assert_eq!(lines(&roster), ["Còn Một Ngày|2009-07-01||||", "Chưa Rõ|2009||||"]);
    assert_eq!(refused(&roster), ["3 adult Ngày sinh", "6 future Ngày sinh"]);
    assert!(
        warned(&roster).iter().any(|line| line.starts_with("5 Sinh 2009: chưa rõ đã đủ 16 tuổi vào ngày 30/06/2025"))
    );
    let later = Options { as_of: NaiveDate::from_ymd_opt(2026, 1, 1), ..options() };
    let roster = read_sheets("a.xlsx", vec![Sheet::of("a", rows)], &later).unwrap();
    assert_eq!(lines(&roster), ["Sang Năm|2026-01-01||||"]);
}

#[test]
fn the_first_fault_by_column_is_the_rows_fault() {
    let roster = roster(&[
        &["Ngày sinh", "Họ và tên", "Giới tính"],
        &["không nhớ", "123", "?"],
        &["4/3/2015", "=HYPERLINK(\"http://x\")", "Nam"],
        &["4/3/2015", "???", "Nam"],
        &["4/3/2015", "", "Nam"],
        &["4/3/2015", "Lê An, Lê Bình", "Nam"],
        &["", "Lê Cả", ""],
    ]);
    assert_eq!(
        refused(&roster),
        ["2 date Ngày sinh", "3 name Họ và tên", "4 name Họ và tên", "5 name Họ và tên", "6 name Họ và tên"]
    );
    assert_eq!(lines(&roster), ["Lê Cả|||||"]);
    assert_eq!(warned(&roster), ["7 Thiếu ngày sinh.", "7 Thiếu giới tính.", "0 Chưa rõ đơn vị của 1 trẻ."]);
}

#[test]
fn nothing_is_dropped_silently() {
    let roster = roster(&[
        &["STT", "Họ tên cháu", "Ngày sinh", "Bố", "Lớp", "Điện thoại", "", "Ghi chú"],
        &["1", "Lê An (sinh đôi)", "4/3/2015", "Lê Bình (đã mất)", "5A", "0912 345 678", "lẻ", "Học giỏi"],
        &["2", "Vi Hoa", "4/3/2015", "0987654321", "", "=1+1", "", "-"],
        &["", "Danh sách trên đã đối chiếu với hộ khẩu.", "", "", "", "", "", ""],
    ]);
    let row = &roster.rows[0];
    assert_eq!((row.name.as_str(), row.father.as_deref()), ("Lê An", Some("Lê Bình")));
    assert_eq!(row.note.as_deref(), Some("Học giỏi; sinh đôi; đã mất"));
    let pair = |head: &str, value: &str| (head.to_string(), value.to_string());
    assert_eq!(row.extra, [pair("Lớp", "5A"), pair("Điện thoại", "0912 345 678"), pair("", "lẻ")]);
    assert_eq!((roster.rows[1].note.as_deref(), roster.rows[1].extra.len()), (Some("0987654321"), 0));
    let warned = warned(&roster);
    assert!(warned.iter().any(|line| line.starts_with("3 \"0987654321\" không phải là họ tên bố")), "{warned:?}");
    assert!(warned.iter().any(|line| line.starts_with("3 Cột \"Điện thoại\" chứa công thức")), "{warned:?}");
    assert!(warned.iter().any(|line| line.starts_with("4 Bỏ qua dòng \"Danh sách trên")), "{warned:?}");
}

#[test]
fn an_orphan_with_a_named_parent_is_only_a_remark() {
    let roster = roster(&[
        &["Họ và tên cháu", "Năm sinh", "Cha", "Mẹ", "Hoàn cảnh", "Nơi ở"],
        &["Lê An", "2015", "Lê Bình", "Vi Hoa", "Mồ côi cha", "Xã Thất Khê"],
        &["Lê Na", "2016", "", "Vi Hoa", "Mồ côi bố", "-"],
        &["Lê Tú", "2017", "Lê Bình", "Vi Hoa", "Trẻ em mồ côi cả cha và mẹ", ""],
    ]);
    let orphans: Vec<String> = warned(&roster).into_iter().filter(|line| line.contains("Cần xác minh")).collect();
    assert_eq!(orphans.len(), 2);
    assert!(orphans[0].contains("Lê Bình") && orphans[1].contains("Lê Bình, Vi Hoa"));
    assert_eq!((roster.rows[0].ward.as_deref(), roster.rows[1].ward.as_deref()), (Some("Xã Thất Khê"), None));
    assert_eq!(roster.rows[1].circumstance.as_deref(), Some("Mồ côi bố"));
}

#[test]
fn the_same_child_twice_is_one() {
    let roster = roster(&[
        &["Họ và tên", "Ngày sinh", "Giới tính", "Bố", "Mẹ", "Đơn vị"],
        &["Lê An", "2015", "", "Lê Bình", "", "Văn phòng Sở"],
        &["LÊ AN", "4/3/2015", "Nam", "Lê Bình", "Vi Hoa", "Thanh tra Sở"],
        &["Lê An", "4/3/2015", "Nam", "Lê Cao", "Vi Mai", "Văn phòng Sở"],
        &["Lê An", "4/3/2012", "Nam", "Lê Bình", "Vi Hoa", "Văn phòng Sở"],
    ]);
    assert_eq!(
        lines(&roster),
        [
            "Lê An|2015-03-04|nam|Lê Bình|Vi Hoa|Văn phòng Sở",
            "Lê An|2015-03-04|nam|Lê Cao|Vi Mai|Văn phòng Sở",
            "Lê An|2012-03-04|nam|Lê Bình|Vi Hoa|Văn phòng Sở",
        ]
    );
    assert!(warned(&roster).contains(&"3 \"LÊ AN\" trùng với dòng 2, đã gộp.".to_string()));
}

#[test]
fn only_girls_are_ticked() {
    let roster = roster(&[&["Họ và tên", "Nữ", "Năm sinh"], &["Lê An", "", "2015"], &["Vi Hoa", "x", "2016"]]);
    assert_eq!(lines(&roster), ["Lê An|2015|nam|||", "Vi Hoa|2016|nữ|||"]);
}

#[test]
fn sheets_that_are_no_rosters_are_passed_over() {
    let staff = Sheet::of(
        "Cán bộ",
        &[&["STT", "Họ và tên", "Ngày sinh", "Chức vụ"], &["1", "Lê Văn Bình", "1/1/1980", "Trưởng phòng"]],
    );
    let list = Sheet::of("Thanh tra Sở", &[&["Họ và tên", "Ngày sinh"], &["Lê An", "4/3/2015"]]);
    let old = Sheet { hidden: true, name: "Cũ".to_string(), ..list.clone() };
    let roster = roster_of(vec![Sheet::default(), staff.clone(), list, old]);
    assert_eq!(lines(&roster), ["Lê An|2015-03-04||||Thanh tra Sở"]);
    assert!(warned(&roster)[1].starts_with("0 Trang ẩn \"Cũ\""), "{:?}", warned(&roster));
    let none = read_sheets("ds.xlsx", vec![Sheet::default(), staff], &options()).unwrap_err();
    assert!(none.say(Lang::Vi).starts_with("Không tìm thấy danh sách trẻ trong tệp \"ds.xlsx\""));
}

#[test]
fn a_unit_may_come_from_many_places() {
    let unit = |file_name: &str, sheet: Sheet, unit: Option<&str>| {
        let options = Options { unit: unit.map(ToString::to_string), ..options() };
        let roster = read_sheets(file_name, vec![sheet], &options).unwrap();
        roster.rows[0].unit.clone().map(|unit| (unit.name, unit.caps))
    };
    let plain: &[&[&str]] = &[&["Họ và tên", "Ngày sinh"], &["Lê An", "4/3/2015"]];
    assert_eq!(unit("a.xlsx", Sheet::of("Sheet1", plain), None), None);
    assert_eq!(unit("a.xlsx", Sheet::of("Sheet1", plain), Some("Văn phòng")), Some(("Văn phòng".to_string(), false)));
    let by_file = |option: Option<&str>| unit("con-cbcc-van-phong-so.csv", Sheet::of("", plain), option);
    assert_eq!(by_file(None), Some(("Van phong So".to_string(), true)));
    assert_eq!(by_file(Some("Văn phòng Sở")), Some(("Văn phòng Sở".to_string(), false)));
    let column: &[&[&str]] =
        &[&["DANH SÁCH PHÒNG A B"], &["Họ và tên", "Ngày sinh", "Đơn vị"], &["Lê An", "4/3/2015", "Chi cục X"]];
    assert_eq!(unit("a.xlsx", Sheet::of("Phòng C", column), Some("Y")), Some(("Chi cục X".to_string(), false)));
}

#[test]
fn one_spelling_of_a_unit_serves_the_file() {
    let list = |name: &str, title: &str| {
        Sheet::of(name, &[&[title], &["Họ và tên", "Ngày sinh", "Đơn vị"], &["Lê An", "4/3/2015", ""]])
    };
    let mut second = list("2", "DANH SÁCH");
    second.rows[2] = ["Vi Hoa", "4/3/2015", "Phòng Đo đạc, Bản đồ"].iter().map(|text| Cell::of(text)).collect();
    let roster = roster_of(vec![list("1", "DANH SÁCH PHÒNG ĐO ĐẠC, BẢN ĐỒ"), second]);
    assert_eq!(roster.rows[0].unit, Some(Unit { name: "Phòng Đo đạc, Bản đồ".to_string(), caps: false }));
}

#[test]
fn old_fonts_are_decoded_with_a_warning() {
    let roster = roster(&[
        &["Hoï vaø teân", "Ngaøy sinh", "Giôùi tính", "Hoï teân meï"],
        &["Nguyeãn Thò Aùnh", "4/3/2015", "Nöõ", "Traàn Thò Hoa"],
    ]);
    assert_eq!(lines(&roster), ["Nguyễn Thị Ánh|2015-03-04|nữ||Trần Thị Hoa|"]);
    assert!(warned(&roster)[0].starts_with("0 Tệp gõ bằng phông VNI cũ"));
}

#[test]
fn text_files_of_every_encoding_give_the_same_children() {
    let text = "DANH SÁCH CHÁU\n\nHọ tên cháu;Ngày sinh;GT\nLê Ánh;4/3/2015;Nữ\n";
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let apart: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    for bytes in [text.as_bytes().to_vec(), wide, apart.into_bytes(), text.replace(';', "\t").into_bytes()] {
        let roster = read("a.csv", &bytes, &options()).unwrap();
        assert_eq!(lines(&roster), ["Lê Ánh|2015-03-04|nữ|||"]);
        assert_eq!(roster.rows[0].row, 4);
    }
}

#[test]
fn a_template_with_empty_numbered_rows_adds_nothing() {
    let roster = roster(&[
        &["STT", "Họ và tên", "Ngày sinh", "Đơn vị"],
        &["1", "Lê An", "4/3/2015", "Chi cục X"],
        &["2", "", "", "Chi cục X"],
        &["3"],
    ]);
    assert_eq!((roster.rows.len(), roster.refused.len(), roster.warnings.len()), (1, 0, 1));
}

#[test]
fn a_unit_written_once_goes_for_the_rows_below() {
    let roster =
        roster(&[&["Đơn vị", "Họ và tên", "Năm sinh"], &["Chi cục X", "Lê An", "2015"], &["", "Vi Hoa", "2016"]]);
    assert_eq!(lines(&roster), ["Lê An|2015||||Chi cục X", "Vi Hoa|2016||||Chi cục X"]);
    assert!(warned(&roster).contains(&"3 Đơn vị để trống, lấy theo dòng trên: Chi cục X.".to_string()));
}

#[test]
fn a_unit_may_head_its_rows_across_the_table() {
    let mut sheet = Sheet::of(
        "Sheet1",
        &[
            &["Họ và tên", "Năm sinh", "Bố"],
            &["Đo đạc và bản đồ"],
            &["Lê An", "2015", "Lê Bình"],
            &["Vi Hoa", "2016", "Vi Cao"],
        ],
    );
    sheet.merges.push(Merge { top: 1, left: 0, bottom: 1, right: 2 });
    let roster = roster_of(vec![sheet]);
    assert_eq!(lines(&roster), ["Lê An|2015||Lê Bình||Đo đạc và bản đồ", "Vi Hoa|2016||Vi Cao||Đo đạc và bản đồ"]);
}

#[test]
fn people_whose_names_sound_like_signatures_are_children_still() {
    let roster = roster(&[
        &["Họ và tên cháu", "Cha", "Mẹ"],
        &["Trương Phong Vũ", "Trương Phong Ba", "Vi Hoa"],
        &["Tống Cộng Hòa", "Tống Công", ""],
        &["Lê An", "Lê Bình - Văn phòng Sở", "Vi Hoa"],
    ]);
    let wanted =
        ["Trương Phong Vũ|||Trương Phong Ba|Vi Hoa|", "Tống Cộng Hòa|||Tống Công||", "Lê An|||Lê Bình|Vi Hoa|"];
    assert_eq!(lines(&roster), wanted);
    assert_eq!(roster.rows[2].note.as_deref(), Some("Văn phòng Sở"));
}

#[test]
fn a_workbook_written_by_a_spreadsheet_is_read_whole() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let mut book = Workbook::new();
    let format = Format::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet().set_name("Văn phòng Sở").unwrap();
    for (column, head) in ["Họ tên bố", "Họ tên con", "Ngày sinh"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *head).unwrap();
    }
    sheet.merge_range(1, 0, 2, 0, "Lê Bình", &format).unwrap();
    sheet.write(1, 1, "Lê An").unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2015, 3, 4).unwrap(), &date).unwrap();
    sheet.write(2, 1, "Lê Mai").unwrap();
    sheet.write_with_format(2, 2, 2016, &date).unwrap();
    sheet.write(3, 1, rust_xlsxwriter::Formula::new("=\"Lê\"&\" Na\"").set_result("Lê Na")).unwrap();
    sheet.write(3, 2, 42067).unwrap();
    sheet.write(1_000_000, 16_383, "lạc").unwrap();
    let hidden = book.add_worksheet().set_name("Cũ").unwrap();
    hidden.write(0, 0, "Tên cháu").unwrap().write(0, 1, "Năm sinh").unwrap().set_hidden(true);
    let roster = read("a.xlsx", &book.save_to_buffer().unwrap(), &options()).unwrap();
    let wanted = [
        "Lê An|2015-03-04||Lê Bình||Văn phòng Sở",
        "Lê Mai|2016||Lê Bình||Văn phòng Sở",
        "Lê Na|2015-03-04||||Văn phòng Sở",
    ];
    assert_eq!(lines(&roster), wanted);
    assert!(warned(&roster).iter().any(|line| line.starts_with("0 Trang ẩn \"Cũ\"")));
}

mod any {
    use proptest::prelude::*;

    use super::*;

    fn cell() -> impl Strategy<Value = Cell> {
        let word = prop::sample::select(vec![
            "STT",
            "Họ và tên",
            "Họ tên cháu",
            "Ngày sinh",
            "Nam",
            "Nữ",
            "Giới tính",
            "Bố",
            "Mẹ",
            "Đơn vị",
            "I",
            "Văn phòng Sở",
            "x",
            "Lê An",
            "4/3/2015",
            "Tổng cộng",
            "NGƯỜI LẬP",
            "nt",
            "=A1",
            "Mồ côi cha",
            "Tính đến ngày",
            "Ngày",
            "Tháng",
            "Năm",
            "(1)",
        ]);
        prop_oneof![
            2 => Just(Cell::Empty),
            6 => word.prop_map(Cell::of),
            1 => "\\PC{0,10}".prop_map(|text| Cell::of(&text)),
            1 => any::<f64>().prop_map(Cell::Number),
            1 => (-900_000i32..2_000_000).prop_filter_map("a day", |days| NaiveDate::from_num_days_from_ce_opt(days).map(Cell::Date)),
            1 => any::<bool>().prop_map(Cell::Bool),
        ]
    }

    fn sheet() -> impl Strategy<Value = Sheet> {
        let rows = prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..14);
        let merge = (0usize..14, 0usize..7, 0usize..4, 0usize..4);
        (rows, prop::collection::vec(merge, 0..4), "\\PC{0,12}").prop_map(|(rows, merges, name)| {
            let merges = merges.into_iter();
            let merges =
                merges.map(|(top, left, down, right)| Merge { top, left, bottom: top + down, right: left + right });
            Sheet { name, rows, merges: merges.collect(), ..Sheet::default() }
        })
    }

    proptest! {
        #[test]
        fn sheets_are_read_without_a_panic(sheets in prop::collection::vec(sheet(), 0..3)) {
            if let Ok(roster) = read_sheets("\u{1b5}.xlsx", sheets, &options()) {
                for row in &roster.rows {
                    let texts = [Some(&row.name), row.father.as_ref(), row.mother.as_ref(), row.note.as_ref(), row.ward.as_ref()];
                    for text in texts.into_iter().flatten() {
                        prop_assert!(!text.starts_with('=') && !text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
                    }
                    prop_assert!(!row.name.is_empty());
                }
                let mut places: Vec<(&str, u32)> = roster.refused.iter().map(|refusal| (refusal.sheet.as_str(), refusal.row)).collect();
                let all = places.len();
                places.dedup();
                prop_assert_eq!(all, places.len());
            }
        }

        #[test]
        fn bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read("a.csv", &bytes, &options());
            let _ = read("a.csv", &[b"H\xE4 t\xEAn,Ngay sinh,Bo\n".as_slice(), &bytes].concat(), &options());
        }
    }
}
