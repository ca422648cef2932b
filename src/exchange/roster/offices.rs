//! Whole files as different units might send them, made here, each with the children it holds.
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::*;
use crate::text::Lang;

const TODAY: &str = "2026-05-20";

fn options() -> Options {
    Options { unit: None, as_of: None, today: TODAY.parse().unwrap() }
}

/// A cell as an office fills it.
#[derive(Clone, Copy)]
enum At<'a> {
    Text(&'a str),
    Number(f64),
    Day(u16, u8, u8),
}

impl<'a> From<&'a str> for At<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// Writes rows from a row on; blank texts leave their cell empty.
fn fill(sheet: &mut Worksheet, from: u32, rows: &[&[At<'_>]]) {
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (from..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell {
                At::Text("") => {}
                At::Text(text) => drop(sheet.write(row, column, *text).unwrap()),
                At::Number(number) => drop(sheet.write(row, column, *number).unwrap()),
                At::Day(year, month, day) => {
                    let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                    sheet.write_with_format(row, column, day, &date).unwrap();
                }
            }
        }
    }
}

fn texts(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) {
    let rows: Vec<Vec<At<'_>>> = rows.iter().map(|row| row.iter().map(|text| At::from(*text)).collect()).collect();
    fill(sheet, from, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
}

fn book(name: &str, make: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    make(book.add_worksheet().set_name(name).unwrap());
    book.save_to_buffer().unwrap()
}

fn merged(sheet: &mut Worksheet, area: (u32, u16, u32, u16), text: &str) {
    sheet.merge_range(area.0, area.1, area.2, area.3, text, &Format::new()).unwrap();
}

fn roster(file_name: &str, bytes: &[u8]) -> Roster {
    read(file_name, bytes, &options()).unwrap()
}

/// name | born | sex | father | mother | unit
fn lines(roster: &Roster) -> Vec<String> {
    let line = |row: &Row| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let unit = row.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
        let born = row.born.map(Born::iso).unwrap_or_default();
        let sex = row.sex.map_or("", Sex::code);
        [row.name.clone(), born, sex.to_owned(), text(&row.father), text(&row.mother), unit].join("|")
    };
    roster.rows.iter().map(line).collect()
}

fn refused(roster: &Roster) -> Vec<(u32, &'static str)> {
    roster.refused.iter().map(|refusal| (refusal.row, refusal.code)).collect()
}

fn warned(roster: &Roster, text: &str) -> bool {
    roster.warnings.iter().any(|warning| warning.text.say(Lang::Vi).contains(text))
}

#[test]
fn years_of_birth_stand_under_boys_and_girls() {
    let bytes = book("DS", |sheet| {
        texts(
            sheet,
            0,
            &[&["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"], &["CHI CỤC KIỂM LÂM"], &[], &["DANH SÁCH CON CBCCVC NHẬN QUÀ 1/6"]],
        );
        merged(sheet, (5, 0, 6, 0), "TT");
        merged(sheet, (5, 1, 6, 1), "Họ và tên cháu");
        merged(sheet, (5, 2, 5, 3), "Năm sinh");
        merged(sheet, (5, 4, 6, 4), "Họ và tên bố (mẹ)");
        texts(sheet, 6, &[&["", "", "Nam", "Nữ"]]);
        fill(
            sheet,
            7,
            &[
                &[At::Number(1.0), "Hoàng Gia Bảo".into(), At::Number(2015.0), "".into(), "Hoàng Văn Nam".into()],
                &[At::Number(2.0), "Hoàng Bảo Ngọc".into(), "".into(), At::Number(2018.0), "Hoàng Văn Nam".into()],
                &["".into(), "Tổng cộng".into(), At::Number(1.0), At::Number(1.0)],
            ],
        );
        texts(sheet, 11, &[&["", "NGƯỜI LẬP BIỂU", "", "", "CHI CỤC TRƯỞNG"]]);
    });
    assert_eq!(
        lines(&roster("ds.xlsx", &bytes)),
        [
            "Hoàng Gia Bảo|2015|nam|Hoàng Văn Nam||Chi cục Kiểm lâm",
            "Hoàng Bảo Ngọc|2018|nữ|Hoàng Văn Nam||Chi cục Kiểm lâm"
        ]
    );
}

#[test]
fn one_column_for_father_or_mother() {
    let bytes = book("Sheet1", |sheet| {
        texts(sheet, 0, &[&["Đơn vị: Văn phòng Sở"], &["STT", "Họ và tên con", "Ngày sinh", "Bố/Mẹ", "Ghi chú"]]);
        fill(
            sheet,
            2,
            &[
                &[At::Number(1.0), "Lộc Minh Khôi".into(), At::Day(2016, 7, 9), "Bố: Lộc Văn Tú".into()],
                &[
                    At::Number(2.0),
                    "Nông Thảo My".into(),
                    At::Day(2017, 1, 2),
                    "Mẹ: Vi Thị Lan".into(),
                    "Con riêng".into(),
                ],
                &[At::Number(3.0), "Bế Hải Đăng".into(), At::Day(2019, 3, 4), "Bế Văn Sơn/ Lý Thị Hoa".into()],
            ],
        );
    });
    let roster = roster("ds.xlsx", &bytes);
    assert_eq!(
        lines(&roster),
        [
            "Lộc Minh Khôi|2016-07-09||Lộc Văn Tú||Văn phòng Sở",
            "Nông Thảo My|2017-01-02|||Vi Thị Lan|Văn phòng Sở",
            "Bế Hải Đăng|2019-03-04||Bế Văn Sơn|Lý Thị Hoa|Văn phòng Sở"
        ]
    );
    assert_eq!(roster.rows[1].note.as_deref(), Some("Con riêng"));
}

#[test]
fn names_of_father_and_mother_in_brackets() {
    let bytes = book("Sheet1", |sheet| {
        texts(
            sheet,
            0,
            &[
                &["DANH SÁCH CÁC CHÁU THANH TRA SỞ"],
                &["Số TT", "Họ và tên trẻ", "Ngày tháng năm sinh", "Giới tính", "Họ và tên cha (mẹ)", "Chỗ ở hiện nay"],
                &["1", "Chu Văn Hiếu", "05/9/2014", "Nam", "Chu Văn Quý (Trần Thị Mai)", "Khối 2, phường Kỳ Lừa"],
                &["2", "Chu Minh Thư", "7.8.2019", "nữ", "Trần Thị Mai (mẹ)", "nt"],
            ],
        );
    });
    let roster = roster("ds.xlsx", &bytes);
    assert_eq!(
        lines(&roster),
        [
            "Chu Văn Hiếu|2014-09-05|nam|Chu Văn Quý|Trần Thị Mai|Thanh tra Sở",
            "Chu Minh Thư|2019-08-07|nữ||Trần Thị Mai|Thanh tra Sở"
        ]
    );
    assert_eq!(roster.rows[1].ward.as_deref(), Some("Khối 2, phường Kỳ Lừa"));
}

#[test]
fn families_are_merged_beside_their_children() {
    let bytes = book("Trung tâm Quan trắc", |sheet| {
        texts(sheet, 0, &[&["STT", "Họ tên bố", "Họ tên mẹ", "Phòng", "Họ tên con", "Ngày sinh", "Giới tính"]]);
        merged(sheet, (1, 0, 3, 0), "1");
        merged(sheet, (1, 1, 3, 1), "Triệu Văn Thành");
        merged(sheet, (1, 2, 3, 2), "Hà Thị Nga");
        merged(sheet, (1, 3, 3, 3), "Phòng Phân tích");
        texts(
            sheet,
            1,
            &[
                &["", "", "", "", "Triệu Minh Đức", "1/2/2013", "Nam"],
                &["", "", "", "", "Triệu Minh Anh", "1/2/2013", "Nữ"],
                &["", "", "", "", "Triệu Hà Vy", "20/11/2020", "Nữ"],
                &["2", "Đàm Văn Lực", "", "Phòng Phân tích", "Đàm Gia Hân", "9/9/2019", "Nữ"],
            ],
        );
    });
    assert_eq!(
        lines(&roster("ds.xlsx", &bytes)),
        [
            "Triệu Minh Đức|2013-02-01|nam|Triệu Văn Thành|Hà Thị Nga|Phòng Phân tích",
            "Triệu Minh Anh|2013-02-01|nữ|Triệu Văn Thành|Hà Thị Nga|Phòng Phân tích",
            "Triệu Hà Vy|2020-11-20|nữ|Triệu Văn Thành|Hà Thị Nga|Phòng Phân tích",
            "Đàm Gia Hân|2019-09-09|nữ|Đàm Văn Lực||Phòng Phân tích"
        ]
    );
}

#[test]
fn families_are_not_merged_but_left_blank_below() {
    let bytes = book("Sheet1", |sheet| {
        texts(
            sheet,
            0,
            &[
                &["Đơn vị: Chi cục Thủy lợi"],
                &["TT", "Họ và tên CBCCVC", "Họ và tên con", "Năm sinh", "Ghi chú"],
                &["1", "Lương Văn Hòa", "Lương Gia Huy", "2014", ""],
                &["", "", "Lương Gia Hân", "2017", ""],
                &["2", "Phùng Thị Thủy", "Dương Anh Tú", "2016", ""],
            ],
        );
    });
    assert_eq!(
        lines(&roster("ds.xlsx", &bytes)),
        [
            "Lương Gia Huy|2014||Lương Văn Hòa||Chi cục Thủy lợi",
            "Lương Gia Hân|2017||Lương Văn Hòa||Chi cục Thủy lợi",
            "Dương Anh Tú|2016|||Phùng Thị Thủy|Chi cục Thủy lợi"
        ]
    );
}

#[test]
fn day_month_and_year_have_a_column_each() {
    let bytes = book("Sheet1", |sheet| {
        merged(sheet, (2, 2, 2, 4), "Ngày, tháng, năm sinh");
        texts(
            sheet,
            0,
            &[
                &["Phòng: Kế hoạch - Tài chính"],
                &[],
                &["STT", "Họ và tên cháu", "", "", "", "Nam", "Nữ", "Con ông (bà)"],
            ],
        );
        texts(sheet, 3, &[&["", "", "Ngày", "Tháng", "Năm"]]);
        fill(
            sheet,
            4,
            &[
                &[
                    At::Number(1.0),
                    "Vy Quốc An".into(),
                    At::Number(3.0),
                    At::Number(12.0),
                    At::Number(2012.0),
                    "x".into(),
                    "".into(),
                    "Vy Văn Cường".into(),
                ],
                &[
                    At::Number(2.0),
                    "Vy Khánh Linh".into(),
                    "".into(),
                    "".into(),
                    At::Number(2018.0),
                    "".into(),
                    "x".into(),
                    "Vy Văn Cường".into(),
                ],
            ],
        );
    });
    assert_eq!(
        lines(&roster("ds.xlsx", &bytes)),
        [
            "Vy Quốc An|2012-12-03|nam|Vy Văn Cường||Phòng Kế hoạch - Tài chính",
            "Vy Khánh Linh|2018|nữ|Vy Văn Cường||Phòng Kế hoạch - Tài chính"
        ]
    );
}

#[test]
fn each_unit_has_a_sheet() {
    let mut book = Workbook::new();
    for (unit, child) in [("Văn phòng Sở", "Tô Minh"), ("Thanh tra Sở", "Tô Lan"), ("Tổng hợp", "")] {
        let sheet = book.add_worksheet().set_name(unit).unwrap();
        if child.is_empty() {
            texts(sheet, 0, &[&["STT", "Đơn vị", "Số cháu"], &["1", "Văn phòng Sở", "1"], &["2", "Thanh tra Sở", "1"]]);
        } else {
            texts(sheet, 0, &[&["STT", "Họ và tên", "Ngày sinh", "Bố"], &["1", child, "2/2/2016", "Tô Văn Kiên"]]);
        }
    }
    assert_eq!(
        lines(&roster("ds.xlsx", &book.save_to_buffer().unwrap())),
        ["Tô Minh|2016-02-02||Tô Văn Kiên||Văn phòng Sở", "Tô Lan|2016-02-02||Tô Văn Kiên||Thanh tra Sở"]
    );
}

#[test]
fn units_are_sections_with_totals_between() {
    let bytes = book("Sheet1", |sheet| {
        texts(
            sheet,
            0,
            &[
                &["", "DANH SÁCH TRẺ EM DƯỚI 16 TUỔI"],
                &["", "(Kèm theo Công văn số 12/VP ngày 10/5/2026)"],
                &["TT", "Họ và tên", "Ngày sinh", "Nữ", "Cha", "Mẹ"],
                &["A", "B", "1", "2", "3", "4"],
                &["I", "Phòng Quản lý đất đai"],
                &["1", "ĐINH GIA KHÁNH", "15-8-2013", "", "ĐINH VĂN THẮNG", "LÀNH THỊ HƯƠNG"],
                &["2", "ĐINH KHÁNH CHI", "15-8-2018", "x", "nt", "nt"],
                &["", "Cộng: 02 cháu"],
                &["II", "Phòng Khoáng sản"],
                &["1", "HỨA TUỆ LÂM", "1-1-2020", "x", "HỨA VĂN BÌNH", ""],
                &["", "Cộng: 01 cháu"],
                &["", "Tổng cộng: 03 cháu"],
                &["", "", "", "", "Lạng Sơn, ngày 10 tháng 5 năm 2026"],
            ],
        );
    });
    let roster = roster("ds.xlsx", &bytes);
    assert_eq!(
        lines(&roster),
        [
            "ĐINH GIA KHÁNH|2013-08-15|nam|ĐINH VĂN THẮNG|LÀNH THỊ HƯƠNG|Phòng Quản lý đất đai",
            "ĐINH KHÁNH CHI|2018-08-15|nữ|ĐINH VĂN THẮNG|LÀNH THỊ HƯƠNG|Phòng Quản lý đất đai",
            "HỨA TUỆ LÂM|2020-01-01|nữ|HỨA VĂN BÌNH||Phòng Khoáng sản"
        ]
    );
    assert!(warned(&roster, "Chỉ có cột nữ") && roster.refused.is_empty());
}

#[test]
fn staff_come_first_with_their_children_in_columns() {
    let bytes = book("Sheet1", |sheet| {
        texts(
            sheet,
            0,
            &[
                &["DANH SÁCH CBCC – CON CỦA CHI CỤC BẢO VỆ MÔI TRƯỜNG"],
                &["TT", "Họ và tên CBCC", "Chức vụ", "Họ và tên con", "Ngày sinh con", "Nam/Nữ", "Trường, lớp"],
                &["1", "Hoàng Thị Yến", "Chuyên viên", "Mã Thiên Phúc", "30/4/2017", "Nam", "TH Chi Lăng 3A"],
                &["2", "Mã Văn Tới", "Phó phòng", "Mã Thiên Phúc", "30/4/2017", "Nam", "TH Chi Lăng 3A"],
            ],
        );
    });
    let roster = roster("ds.xlsx", &bytes);
    assert_eq!(lines(&roster), ["Mã Thiên Phúc|2017-04-30|nam|Mã Văn Tới|Hoàng Thị Yến|Chi cục Bảo vệ môi trường"]);
    assert_eq!(roster.rows[0].extra[1], ("Trường, lớp".to_owned(), "TH Chi Lăng 3A".to_owned()));
}

#[test]
fn heads_carry_notes_and_numbers_skip() {
    let bytes = book("Sheet1", |sheet| {
        texts(
            sheet,
            0,
            &[
                &[
                    "STT\n(1)",
                    "Họ và tên con\n(viết chữ in hoa, có dấu)",
                    "Ngày, tháng, năm sinh (ghi đủ dd/mm/yyyy)",
                    "Giới tính\n(ghi Nam hoặc Nữ)",
                    "Họ tên bố hoặc mẹ\n(là CBCCVC của đơn vị)",
                    "Đơn vị công tác của bố, mẹ",
                    "Hoàn cảnh đặc biệt (nếu có)",
                ],
                &["1", "LA MINH TRÍ", "11/11/11", "Nam", "LA VĂN DŨNG", "Văn phòng Sở", ""],
                &[],
                &["4", "LA MINH TÂM", "1/6/20", "Nữ", "LA VĂN DŨNG", "Văn phòng Sở", "Khuyết tật"],
                &["7", "LA MINH ĐỨC", "1/13/20", "Nam", "LA VĂN DŨNG", "Văn phòng Sở", ""],
            ],
        );
    });
    let roster = roster("ds.xlsx", &bytes);
    assert_eq!(
        lines(&roster),
        ["LA MINH TRÍ|2011-11-11|nam|LA VĂN DŨNG||Văn phòng Sở", "LA MINH TÂM|2020-06-01|nữ|LA VĂN DŨNG||Văn phòng Sở"]
    );
    assert_eq!((refused(&roster), roster.rows[1].circumstance.as_deref()), (vec![(5, "date")], Some("Khuyết tật")));
}

#[test]
fn numbers_and_formulas_that_lost_their_form() {
    let bytes = book("Sheet1", |sheet| {
        texts(sheet, 0, &[&["Họ tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Số điện thoại"]]);
        fill(
            sheet,
            1,
            &[
                &[
                    "Lã Hoàng Nam".into(),
                    At::Number(5_032_015.0),
                    "Nam".into(),
                    "Lã Thị Hà".into(),
                    At::Number(912_345_678.0),
                ],
                &[
                    "Lã Hoàng Yến".into(),
                    At::Number(42_068.0),
                    "Nữ".into(),
                    "Lã Thị Hà".into(),
                    At::Number(912_345_678.0),
                ],
            ],
        );
        let formula = rust_xlsxwriter::Formula::new("=A2&\" Anh\"").set_result("Lã Hoàng Nam Anh");
        sheet.write(3, 0, formula).unwrap();
        sheet.write(3, 1, rust_xlsxwriter::Formula::new("=DATE(2019,1,2)").set_result("43467")).unwrap();
        sheet.write(3, 3, rust_xlsxwriter::Formula::new("=D3").set_result("Lã Thị Hà")).unwrap();
    });
    let roster = roster("ds.xlsx", &bytes);
    assert_eq!(
        lines(&roster),
        [
            "Lã Hoàng Nam|2015-03-05|nam||Lã Thị Hà|",
            "Lã Hoàng Yến|2015-03-05|nữ||Lã Thị Hà|",
            "Lã Hoàng Nam Anh|2019-01-02|||Lã Thị Hà|"
        ]
    );
    assert_eq!(roster.rows[0].extra[0].1, "0912345678");
}

#[test]
fn hidden_rows_and_sheets_are_left_out_and_said() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Chi cục Thủy sản").unwrap();
    texts(
        sheet,
        0,
        &[
            &["STT", "Họ và tên", "Ngày sinh"],
            &["1", "Nguyễn Hà An", "1/1/2016"],
            &["2", "Nguyễn Hà Bình", "1/1/2017"],
            &["3", "Nguyễn Hà Chi", "1/1/2018"],
        ],
    );
    sheet.set_row_hidden(2).unwrap();
    let old = book.add_worksheet().set_name("2024").unwrap();
    texts(old, 0, &[&["Họ và tên", "Ngày sinh"], &["Nguyễn Cũ", "1/1/2014"]]);
    old.set_hidden(true);
    let roster = roster("ds.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(
        lines(&roster),
        ["Nguyễn Hà An|2016-01-01||||Chi cục Thủy sản", "Nguyễn Hà Chi|2018-01-01||||Chi cục Thủy sản"]
    );
    assert!(warned(&roster, "1 dòng ẩn (dòng 3)") && warned(&roster, "Trang ẩn \"2024\""));
}

#[test]
fn two_tables_stand_side_by_side_in_time() {
    let bytes = book("Sheet1", |sheet| {
        texts(
            sheet,
            0,
            &[
                &["Đơn vị: Văn phòng Sở"],
                &["1. Trẻ em dưới 6 tuổi"],
                &["TT", "Họ tên cháu", "Ngày sinh", "Con ông", "Con bà"],
                &["1", "Ân Gia Minh", "3/3/2022", "Ân Văn Hải", "Lý Thị Mơ"],
                &[],
                &["2. Học sinh đạt thành tích"],
                &["TT", "Họ tên cháu", "Lớp", "Con ông", "Con bà", "Ngày sinh"],
                &["1", "Ân Gia Linh", "6B", "Ân Văn Hải", "Lý Thị Mơ", "4/4/2014"],
            ],
        );
    });
    assert_eq!(
        lines(&roster("ds.xlsx", &bytes)),
        [
            "Ân Gia Minh|2022-03-03||Ân Văn Hải|Lý Thị Mơ|Văn phòng Sở",
            "Ân Gia Linh|2014-04-04||Ân Văn Hải|Lý Thị Mơ|Văn phòng Sở"
        ]
    );
}

#[test]
fn text_files_in_every_encoding_and_with_every_separator() {
    let text = "Danh sách con CBCC\nĐơn vị: Văn phòng Sở\n\nSTT;Họ và tên;Ngày sinh;Giới tính;Họ tên mẹ\n\
        1;Nguyễn Thị Đào;5/3/2015;Nữ;Trần Thị Hường\n2;Lường Văn Tưởng;6/3/16;Nam;\"Vũ Thị Ngữ; nghỉ hưu\"\n";
    let wanted = [
        "Nguyễn Thị Đào|2015-03-05|nữ||Trần Thị Hường|Văn phòng Sở",
        "Lường Văn Tưởng|2016-03-06|nam||Vũ Thị Ngữ|Văn phòng Sở",
    ];
    let old = |charset| -> Vec<u8> {
        let western = bamboo_core::encode_charset(charset, text).into_owned();
        western.chars().map(western_byte).collect()
    };
    let wide = |mark: &str| format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let commas =
        text.replace("\"Vũ Thị Ngữ; nghỉ hưu\"", "\"Vũ Thị Ngữ| nghỉ hưu\"").replace(';', ",").replace('|', ";");
    let files: [(&str, Vec<u8>); 8] = [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with its mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("UTF-16", wide("")),
        ("UTF-16 with its mark", wide("\u{feff}")),
        ("Windows-1258", windows_1258(text)),
        ("TCVN3", old(bamboo_core::Charset::Tcvn3)),
        ("VNI", old(bamboo_core::Charset::VniWindows)),
        ("commas", commas.into_bytes()),
    ];
    for (name, bytes) in files {
        assert_eq!(lines(&roster("ds.csv", &bytes)), wanted, "{name}");
    }
    assert_eq!(lines(&roster("ds.txt", text.replace(';', "\t").replace("\t nghỉ", "; nghỉ").as_bytes())), wanted);
}

/// The byte of a letter that an old font showed, as Windows-1252 writes it.
fn western_byte(letter: char) -> u8 {
    u8::try_from(u32::from(letter)).unwrap_or(match letter {
        'Œ' => 0x8C,
        'œ' => 0x9C,
        _ => b'?',
    })
}

/// Windows-1258 writes a tone after its vowel, and a few letters whole.
fn windows_1258(text: &str) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization;
    let mut out = Vec::new();
    for letter in text.chars() {
        let mut marks: Vec<char> = std::iter::once(letter).nfd().collect();
        let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let tone = marks.iter().position(is_tone).map(|at| marks.remove(at));
        let base: String = marks.into_iter().nfc().collect();
        out.extend(base.chars().chain(tone).map(|c| match c {
            'Ă' => 0xC3,
            'ă' => 0xE3,
            'Đ' => 0xD0,
            'đ' => 0xF0,
            'Ơ' => 0xD5,
            'ơ' => 0xF5,
            'Ư' => 0xDD,
            'ư' => 0xFD,
            '\u{300}' => 0xCC,
            '\u{309}' => 0xD2,
            '\u{303}' => 0xDE,
            '\u{301}' => 0xEC,
            '\u{323}' => 0xF2,
            other => u8::try_from(u32::from(other)).unwrap(),
        }));
    }
    out
}

#[test]
fn what_cannot_be_read_is_refused_by_its_kind() {
    let whole = book("Sheet1", |sheet| texts(sheet, 0, &[&["Họ và tên", "Ngày sinh"], &["Lê An", "1/1/2015"]]));
    let said = |name: &str, bytes: &[u8]| read(name, bytes, &options()).unwrap_err().say(Lang::Vi);
    assert!(said("a.xlsx", &whole[..whole.len() / 2]).contains("hỏng"));
    assert!(said("a.xls", &include_bytes!("../../../tests/data/rosters/02-font-tcvn3.xls")[..3000]).contains("hỏng"));
    assert!(said("a.pdf", b"%PDF-1.4").contains("không phải là bảng tính"));
    assert!(said("a.docx", &docx()).contains("không phải là bảng tính"));
    assert!(said("a.xls", b"<html><body>").contains("trang web"));
    assert!(said("a.csv", b"").contains("trống"));
    assert!(said("a.csv", "Tên hàng,Giá\nbút,3000\n".as_bytes()).contains("Không tìm thấy danh sách trẻ"));
}

/// A paper of another program in the same kind of archive.
fn docx() -> Vec<u8> {
    let mut bytes = Vec::new();
    docx_rs::Docx::new().build().pack(std::io::Cursor::new(&mut bytes)).unwrap();
    bytes
}
