//! Stories of files that leave the program: what is on screen and no more, covered by choice, each with its log line.
use std::path::Path;

use vitreem::domain::born::Born;
use vitreem::domain::child::Child;
use vitreem::exchange::sheet::{self, Sheet};
use vitreem::text::field as t;

use crate::harness;
use crate::typist::Typist;

/// Three children, one of them with a sensitive circumstance.
fn with_children() -> (Typist, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ds.csv");
    let text = "Họ và tên,Ngày sinh,Giới tính,Họ tên mẹ,Đơn vị,Hoàn cảnh\n\
        Vi Ngọc Hoa,5/3/2015,Nữ,Bế Thị Lan,Văn phòng Sở,Trẻ em khuyết tật; Trẻ em nhiễm HIV/AIDS\n\
        Lê Minh An,2016,Nam,Đỗ Thị Hà,Thanh tra Sở,\nVi Văn Bình,7/2018,Nam,Bế Thị Lan,Văn phòng Sở,hộ nghèo\n";
    std::fs::write(&path, text).unwrap();
    let mut it = Typist::new();
    it.open(t::CHILDREN).keys(&format!("<Ctrl+U>{}<Enter><Enter><Enter><Enter>", path.display())).sees("/3 cháu");
    (it, folder)
}

/// Writes the list in a form to a path, after some keys.
fn print(it: &mut Typist, form: &str, keys: &str, path: &Path) {
    it.keys("<F7>").chooses("Danh sách đang hiện", form).keys(keys).at_path(path).keys("<Enter>").sees("Đã ghi");
}

fn read(path: &Path) -> Vec<Sheet> {
    sheet::read("a", &std::fs::read(path).unwrap()).unwrap()
}

fn lines(sheet: &Sheet) -> Vec<String> {
    sheet.rows.iter().map(|row| row.iter().map(|cell| cell.shown()).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn the_file_holds_what_is_filtered_and_sorted_and_says_so() {
    let (mut it, folder) = with_children();
    let path = folder.path().join("vi.xlsx");
    it.keys("vi <F4>ngay sinh<↓><Enter>")
        .sees("lọc: vi")
        .sees("1/2 cháu")
        .keys("<F7>")
        .sees("danh-sach-loc-vi-")
        .keys("<Esc>");
    print(&mut it, "Excel", "", &path);
    it.sees("Đã ghi 2 dòng vào");
    let sheets = read(&path);
    let rows = lines(&sheets[0]);
    assert!(rows[0].starts_with("Họ và tên|Ngày sinh|Giới|Tuổi|"), "{}", rows[0]);
    assert!(
        rows[1].starts_with("Vi Văn Bình|07/2018|nam|7") && rows[2].starts_with("Vi Ngọc Hoa|05/03/2015|nữ|11"),
        "{rows:?}"
    );
    let about = lines(&sheets[1]).join("\n");
    for line in ["Danh sách (cháu)", "Đang lọc: vi", "Sắp xếp: Ngày sinh ▼ giảm", "Số dòng: 2"] {
        assert!(about.contains(line), "{line}: {about}");
    }
}

#[test]
fn names_are_in_full_unless_covered_and_sensitive_groups_only_on_purpose() {
    let (mut it, folder) = with_children();
    let (full, covered, whole) = ("du.csv", "che.csv", "nhay-cam.csv");
    let text = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    it.keys("<F7>").sees("Họ tên: đầy đủ").sees("Hoàn cảnh nhạy cảm (đ e g i k l m): không ghi").keys("<Esc>");
    print(&mut it, "CSV", "", &folder.path().join(full));
    assert!(
        text(full).contains("Vi Ngọc Hoa") && text(full).contains(",d\r\n") && !text(full).contains('đ'),
        "{}",
        text(full)
    );
    print(&mut it, "CSV", "<F9>", &folder.path().join(covered));
    assert!(text(covered).contains("V.N.H.") && !text(covered).contains("Ngọc"), "{}", text(covered));
    print(&mut it, "CSV", "<F4>", &folder.path().join(whole));
    assert!(text(whole).contains("\"d, đ\""), "{}", text(whole));
    // The screen itself is as it was.
    it.sees("Vi Ngọc Hoa");
    assert_eq!(
        harness::number(it.store(), "select count(*) from look where what = 'print' and kind = 'child' and count = 3"),
        3
    );
}

#[test]
fn json_and_the_whole_roster_are_written_and_the_roster_reads_back() {
    let (mut it, folder) = with_children();
    let (json, roster) = (folder.path().join("a.json"), folder.path().join("b.xlsx"));
    print(&mut it, "JSON", "", &json);
    let read: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
    assert_eq!(
        (read["rows"].as_array().unwrap().len(), read["rows"][0]["Họ và tên"].as_str()),
        (3, Some("Lê Minh An"))
    );
    it.keys("<F7>").chooses("Danh sách đủ cột", "Excel").keys("<F4>").at_path(&roster).keys("<Enter>").sees("Đã ghi");
    it.keys(&format!("<Ctrl+U>{}<Enter><Enter>", roster.display()))
        .sees("Thêm 0 · cập nhật 0 · không đổi 3 · từ chối 0");
    it.sees("Tệp không có gì mới để nhập").keys("<Enter>").sees("/3 cháu");
    let mut other = Typist::new();
    other
        .open(t::CHILDREN)
        .keys(&format!("<Ctrl+U>{}<Enter><Enter>", roster.display()))
        .sees("Thêm 3 ·")
        .keys("<Enter>");
    let names = |it: &Typist| -> Vec<(String, Option<_>)> {
        let children: Vec<Child> = it.store().all().unwrap();
        let mut names: Vec<_> = children.into_iter().map(|child| (child.name, child.born.map(Born::iso))).collect();
        names.sort();
        names
    };
    assert_eq!(names(&it), names(&other));
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_nothing_is_left() {
    let (mut it, folder) = with_children();
    let path = folder.path().join("ds.csv").join("a.xlsx");
    it.keys("<F7><Tab>").keys(&"<Backspace>".repeat(200)).keys(&path.display().to_string()).keys("<Enter>");
    it.sees_no("Đã ghi").sees("In, xuất tệp");
}
