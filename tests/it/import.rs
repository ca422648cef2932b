//! Stories of a unit's sheet at the keyboard: the file, its columns, what it would do, the decisions.
use std::path::{Path, PathBuf};

use ratatui::layout::Rect;
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;
use vitreem::domain::child::Child;
use vitreem::domain::person::Person;
use vitreem::text::field as t;
use vitreem::ui::key::{Input, Key};

use crate::typist::Typist;

/// A workbook of one sheet for each name, in a folder.
fn book(folder: &Path, name: &str, sheets: &[(&str, &[&[&str]])]) -> PathBuf {
    let mut book = Workbook::new();
    for (tab, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*tab).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write(row, column, *cell).unwrap();
            }
        }
    }
    let path = folder.join(name);
    book.save(&path).unwrap();
    path
}

const HEADS: &[&str] = &["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên bố", "Đơn vị"];

/// A roster with one child.
fn begun() -> (Typist, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[HEADS, &["Lê Minh An", "2015", "", "Lê Văn Bình", "Văn phòng Sở"]];
    let path = book(folder.path(), "mot.xlsx", &[("Sheet1", rows)]);
    let mut it = Typist::new();
    it.open(t::CHILDREN)
        .keys(&format!("<Ctrl+U>{}<Enter><Enter><Enter>", path.display()))
        .sees("Đã nhập")
        .keys("<Esc>");
    it.sees("1/1 cháu");
    (it, folder)
}

fn children(it: &Typist) -> Vec<Child> {
    it.store().all().unwrap()
}

#[test]
fn a_file_is_found_by_folders_letters_and_completion() {
    let (mut it, folder) = begun();
    let units = folder.path().join("Đơn vị gửi");
    std::fs::create_dir(&units).unwrap();
    let rows: &[&[&str]] = &[HEADS, &["Vi Hoa", "2016", "Nữ", "Vi Văn Cao", "Thanh tra Sở"]];
    book(&units, "thanh-tra-so.xlsx", &[("Sheet1", rows)]);
    std::fs::write(units.join("ghi.docx"), "x").unwrap();
    // The folder used last is where it begins; the file used last stands first.
    it.keys("<Ctrl+U>").sees("mot.xlsx").sees("gần đây").sees("Đơn vị gửi").keys("gui").sees_no("mot.xlsx");
    it.keys("<Enter>").sees("thanh-tra-so.xlsx").sees_no("ghi.docx").keys("<←>").sees("mot.xlsx");
    it.keys(&format!("{}/thanh<Tab>", units.display()))
        .sees("thanh-tra-so.xlsx")
        .keys("<Enter>")
        .sees("Dòng tiêu đề: 1");
    it.keys("<Esc>")
        .sees("gần đây")
        .keys("khong-co-tep-nay<Enter>")
        .sees("Không thấy tệp")
        .keys("<Esc>")
        .sees("1/1 cháu");
}

#[test]
fn what_cannot_be_read_is_said_and_the_choice_stays() {
    let (mut it, folder) = begun();
    let cut = folder.path().join("hong.xlsx");
    let whole = std::fs::read(folder.path().join("mot.xlsx")).unwrap();
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    it.keys(&format!("<Ctrl+U>{}<Enter>", cut.display())).sees("bị hỏng, không đọc được").sees("Gõ đường dẫn");
}

#[test]
fn columns_are_shown_changed_and_remembered_for_the_unit() {
    let (mut it, folder) = begun();
    let file = |name: &str, unit: &str, child: &str| {
        let rows: &[&[&str]] =
            &[&[unit], &["Tên cháu", "Năm sinh", "Con nhà", "Lớp"], &[child, "2016", "Vi Văn Cao", "4A"]];
        book(folder.path(), name, &[("Sheet1", rows)])
    };
    let first = file("a.xlsx", "Đơn vị: Thanh tra Sở", "Vi Hoa");
    it.keys(&format!("<Ctrl+U>{}<Enter>", first.display()));
    it.sees("Dòng tiêu đề: 2 · 1 dòng bên dưới · đơn vị: Thanh tra Sở")
        .sees("Con nhà")
        .sees("Vi Văn Cao")
        .sees("bỏ qua");
    it.keys("<↓><↓><F2>").sees("Cột C \"Con nhà\" nhập vào").keys("bo<Enter>");
    it.keys("<Enter>")
        .sees("Thêm 1")
        .sees("Vi Hoa, 2016, Vi Văn Cao, Thanh tra Sở")
        .keys("<Enter>")
        .sees("Đã nhập a.xlsx");
    it.keys("<Enter>").sees("Vi Văn Cao");
    // The unit's next file is read so; another unit's is not.
    let next = file("b.xlsx", "Đơn vị: Thanh tra Sở", "Vi Lan");
    it.keys(&format!("<Ctrl+U>{}<Enter>", next.display())).sees("Ghép cột như lần trước").keys("<Enter>");
    it.sees("Vi Lan, 2016, Vi Văn Cao, Thanh tra Sở").keys("<Esc><Ctrl+X>").sees("Đã quên").keys("<Enter>");
    it.sees("Vi Lan, 2016, Thanh tra Sở").keys("<Esc><Esc><Esc>");
    let other = file("c.xlsx", "Đơn vị: Văn phòng Sở", "Bế Na");
    it.keys(&format!("<Ctrl+U>{}<Enter>", other.display())).sees_no("Ghép cột như lần trước");
    assert_eq!(children(&it).len(), 2);
}

#[test]
fn the_unit_of_a_file_that_names_none_is_chosen() {
    let (mut it, folder) = begun();
    let rows: &[&[&str]] = &[&["Tên cháu", "Năm sinh"], &["Vi Hoa", "2016"]];
    let path = book(folder.path(), "khong-ten.xlsx", &[("Sheet1", rows)]);
    it.keys(&format!("<Ctrl+U>{}<Enter>", path.display())).sees("đơn vị: chưa rõ").keys("<Ctrl+U>van phong<Enter>");
    it.sees("đơn vị: Văn phòng Sở").keys("<Enter>").sees("Vi Hoa, 2016, Văn phòng Sở").keys("<Enter>").sees("Đã nhập");
}

#[test]
fn the_head_and_the_sheets_are_chosen() {
    let (mut it, folder) = begun();
    let list: &[&[&str]] = &[&["A", "B"], &["Tên cháu", "Năm sinh"], &["Vi Hoa", "2016"]];
    let path =
        book(folder.path(), "nhieu.xlsx", &[("Thanh tra Sở", list), ("Chi cục X", list), ("Ghi chú", &[&["x"]])]);
    it.keys(&format!("<Ctrl+U>{}<Enter>", path.display()));
    it.sees("[x] Thanh tra Sở").sees("[x] Chi cục X").sees("[ ] Ghi chú").sees("Dòng tiêu đề: 2");
    it.keys("<")
        .sees("Dòng tiêu đề: 1")
        .sees("Chưa thấy danh sách trẻ")
        .keys("<Enter>")
        .sees("chưa rõ cột nào là họ tên trẻ");
    it.keys(">").sees("Dòng tiêu đề: 2").keys("<Tab> ").sees("[ ] Chi cục X").sees("Trang này không được nhập");
    it.keys("<Enter>").sees("Thêm 1 ·").keys("<Enter><Enter>").sees("/2 cháu");
}

#[test]
fn differences_are_seen_before_they_are_taken_in() {
    let (mut it, folder) = begun();
    let rows: &[&[&str]] = &[
        HEADS,
        &["Lê Minh An", "4/3/2015", "Nam", "Lê Văn Bình", "Văn phòng Sở"],
        &["Vi Hoa", "2016", "Nữ", "", "Thanh tra Sở"],
        &["Bế Na", "31/2/2016", "Nữ", "", "Thanh tra Sở"],
    ];
    let path = book(folder.path(), "hai.xlsx", &[("Sheet1", rows)]);
    it.keys(&format!("<Ctrl+U>{}<Enter><Enter>", path.display()));
    it.sees("Thêm 1 · cập nhật 1 · không đổi 0 · từ chối 1").sees("Ngày sinh: 2015 → 04/03/2015; Giới: trống → nam");
    it.keys("<Tab>").sees("Đang xem: từ chối (1)").sees_no("Vi Hoa").keys("<Tab>").sees("Đang xem: cập nhật (1)");
    // A row can be left out; the others go in.
    it.keys("<Tab>").sees("Đang xem: thêm (1)").keys(" ").sees("[bỏ qua] Vi Hoa").sees("bỏ qua 1").keys("<Enter>");
    it.sees("Đã nhập hai.xlsx: thêm 0, cập nhật 1").keys("<Enter>").sees("/1 cháu").sees("04/03/2015");
    it.keys("<Ctrl+Z>").sees("Đã hoàn tác: nhập tệp");
    assert_eq!(children(&it)[0].sex, None);
}

#[test]
fn doubtful_children_are_decided_one_by_one_or_all_alike() {
    let (mut it, folder) = begun();
    let rows: &[&[&str]] = &[
        HEADS,
        &["Lê Minh An", "2015", "Nam", "Lê Văn Khác", "Thanh tra Sở"],
        &["Vi Hoa", "2016", "Nữ", "", "Thanh tra Sở"],
    ];
    let path = book(folder.path(), "ngo.xlsx", &[("Sheet1", rows)]);
    let open = format!("<Ctrl+U>{}<Enter><Enter>", path.display());
    it.keys(&open).sees("nghi trùng 1").sees("[chưa quyết] Lê Minh An").sees("có thể là cháu Lê Minh An đã có");
    it.keys("<Enter>").sees("Còn 1 cháu nghi trùng chưa quyết");
    assert_eq!(children(&it).len(), 1);
    it.keys(" ").sees("[cùng cháu]").keys(" ").sees("[cháu khác]").keys(" ").sees("[bỏ qua]").keys("<Enter>");
    it.sees("Đã nhập ngo.xlsx: thêm 1, cập nhật 0").keys("<Enter>").sees("/2 cháu").keys("<Ctrl+Z>").sees("/1 cháu");
    it.keys(&open).keys("<Ctrl+A>").sees("Đã quyết 1 cháu: cùng cháu").keys("<Enter>").sees("thêm 1, cập nhật 1");
    it.keys("<Enter>").sees("/2 cháu").keys("<Ctrl+Z>");
    it.keys(&open).keys("  <Enter>").sees("thêm 2, cập nhật 0");
    assert_eq!(children(&it).len(), 3);
    assert!(it.store().all::<Person>().unwrap().iter().any(|person| person.name == "Lê Văn Khác"));
}

#[test]
fn a_big_file_shows_its_progress_and_stops_at_once() {
    let (mut it, folder) = begun();
    let mut text = "Họ và tên,Ngày sinh,Giới tính,Họ tên bố,Đơn vị\n".to_owned();
    for n in 0..50_000 {
        let letters = |mut n: usize| {
            let mut name = String::from("An");
            while n > 0 {
                name.push(char::from(b'a' + u8::try_from(n % 26).unwrap()));
                n /= 26;
            }
            name
        };
        text.push_str(&format!(
            "Lê {},{}/3/2015,Nam,Lê Văn {},Chi cục {}\n",
            letters(n),
            n % 28 + 1,
            letters(n / 2),
            n % 9
        ));
    }
    let path = folder.path().join("lon.csv");
    std::fs::write(&path, text).unwrap();
    let area = Rect::new(0, 0, 100, 30);
    let press = |it: &mut Typist, key: Key| it.app.input(Input::Key(key));
    let pieces = |it: &mut Typist, count: usize| {
        for _ in 0..count {
            assert!(it.app.settle());
            it.app.draw(&mut ratatui::buffer::Buffer::empty(area), area);
        }
    };
    it.keys("<Ctrl+U>").paste(&path.display().to_string());
    press(&mut it, Key::Enter);
    pieces(&mut it, 1);
    it.sees("Đang đọc tệp:");
    press(&mut it, Key::Esc);
    it.sees("Đã dừng, không có gì thay đổi.").sees("lon.csv");
    it.keys("<Enter>").sees("50000 dòng bên dưới");
    press(&mut it, Key::Enter);
    pieces(&mut it, 1);
    press(&mut it, Key::Esc);
    it.sees("Đã dừng, không có gì thay đổi.").sees("Dòng tiêu đề: 1");
    press(&mut it, Key::Enter);
    while !it.screen().contains("Đang làm") {
        pieces(&mut it, 1);
    }
    pieces(&mut it, 3);
    it.sees("/50000. Esc dừng");
    press(&mut it, Key::Esc);
    it.sees("Đã dừng, không có gì thay đổi.").sees("Dòng tiêu đề: 1");
    assert_eq!(children(&it).len(), 1);
}

#[test]
fn the_mask_covers_names_in_the_preview_too() {
    let (mut it, folder) = begun();
    let rows: &[&[&str]] = &[HEADS, &["Vi Ngọc Hoa", "2016", "Nữ", "Vi Văn Cao", "Thanh tra Sở"]];
    let path = book(folder.path(), "che.xlsx", &[("Sheet1", rows)]);
    it.keys("<F9>").keys(&format!("<Ctrl+U>{}<Enter>", path.display())).sees("V.N.H.").sees_no("Vi Ngọc Hoa");
    it.keys("<Enter>").sees("V.N.H., 2016, nữ, V.V.C., Thanh tra Sở").sees_no("Vi Văn Cao");
}
