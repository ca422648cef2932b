//! Sheets of contributions come in as units send them: by keys, and by the command line.
use std::fmt::Write;

use serde_json::json;
use vitreem::domain::campaign::Campaign;
use vitreem::domain::contribution::Contribution;
use vitreem::paper::{Cell, Grid, xlsx};
use vitreem::store::Store;
use vitreem::text::{book as b, field as f};

use crate::cli::Desk;
use crate::harness::{day, reopen_plain, store, unit};
use crate::typist::Typist;

const SHEET: &str = "Đơn vị: Thanh tra Sở;;;
Ngày 12 tháng 5 năm 2026;;;
STT;Họ và tên;Số tiền;Ghi chú
1;Nguyễn Văn An;200.000đ;
2;Lê Thị Bình;500k;không nêu tên
3;Lê Thị Bình;500k;
4;Vi Văn Đức;;
;Tổng cộng;1.400.000;
";

fn campaign(store: &mut Store) {
    let mut campaign =
        Campaign {
            name: "Quỹ Bảo trợ trẻ em 2026".to_owned(), since: day("2026-01-01"), ..Campaign::default()
        };
    store.save(&mut campaign).unwrap();
}

#[test]
fn a_sheet_is_looked_at_taken_in_mended_and_posted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Bảng kê thanh tra.csv");
    std::fs::write(&path, SHEET).unwrap();
    let mut store = store();
    unit(&mut store, "Thanh tra Sở");
    campaign(&mut store);
    let mut it = Typist::over(store);
    it.open(b::BATCHES).keys("<Ctrl+U>").paste(&path.display().to_string()).keys("<Enter>");
    it.sees("Quỹ Bảo trợ trẻ em 2026").keys("<Enter>").sees("Khoản mới 3 · đã có 0 · từ chối 1");
    it.sees("Thiếu số tiền").keys("<↓>").sees("cộng lại là 1.200.000").keys("<↓>").sees("giữ cả các dòng");
    assert!(it.store().all::<Contribution>().unwrap().is_empty(), "looking writes nothing");
    it.keys("<Enter>").sees("Đã nhập").keys("<Ctrl+U>").sees("đã vào 3/4 dòng · 1.200.000/1.400.000 đồng");
    it.keys("vi van duc").keys("<↓><↓><↓>").keys("<Enter>").keys("200k<Enter>").sees("đã vào 4/4 dòng").sees("khớp");
    it.keys("<Ctrl+W><Tab><Enter>").sees("T1/2026–T4/2026").keys("<Esc>");
    // The same file once more brings nothing.
    it.keys("<Ctrl+U>").paste(&path.display().to_string()).keys("<Enter><Enter>").sees("đã có 3");
    it.sees("không có khoản nào mới").keys("<Esc>");
    it.open(f::CONTRIBUTIONS).sees("4 khoản");
    let lines = it.store().all::<Contribution>().unwrap();
    assert_eq!(lines.iter().filter(|line| line.anonymous).count(), 1);
    assert_eq!(it.store().check().unwrap(), []);
}

#[test]
fn the_command_line_takes_sheets_in_and_posts_those_that_fit() {
    let desk = Desk::new();
    let mut store = reopen_plain(desk.path("data"));
    campaign(&mut store);
    drop(store);
    let path = desk.path("bang-ke.csv");
    std::fs::write(&path, SHEET).unwrap();
    let import = |more: &[&str]| desk.tell(&[&["import", "contributions", &path, "--campaign"], more].concat());
    assert_eq!(import(&["không có"]).code, 1);
    let rejects = desk.path("tra-lai.xlsx");
    let dry = import(&["VD1", "--dry-run", "--json"]).json();
    assert_eq!(
        (&dry["added"], &dry["refused"][0]["code"], &dry["refused"][0]["row"]),
        (&json!(3), &json!("amount"), &json!(7))
    );
    assert_eq!(import(&["quy bao tro", "--json", "--rejects", &rejects]).json()["added"], json!(3));
    assert!(std::fs::metadata(&rejects).unwrap().len() > 1000);
    let again = import(&["VD1", "--json"]).json();
    assert_eq!((&again["added"], &again["unchanged"]), (&json!(0), &json!(3)));
    let exported = desk.json(&["export", "contributions", "--out", "-"]);
    assert_eq!(exported.as_array().unwrap().len(), 3);
    // Nothing is posted yet, and so nothing is reported.
    assert_eq!(desk.json(&["figures", "2026-H1", "--json"])["figures"]["contributed"], json!(0));

    let heads = ["TT", "Đơn vị", "Số người", "Số tiền (nghìn đồng)", "Ngày nộp"].map(str::to_owned).to_vec();
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows = vec![
        vec![Cell::Int(1), text("Văn phòng Sở"), Cell::Int(25), Cell::Int(2_500), Cell::Date(day("2026-05-12"))],
        vec![Cell::Int(2), text("Công ty Mẫu"), Cell::Empty, Cell::Int(1_000), Cell::Date(day("2026-05-13"))],
        vec![Cell::Empty, text("Tổng cộng"), Cell::Int(25), Cell::Int(3_500), Cell::Empty],
    ];
    let book = xlsx::table(&Grid { heads, rows, about: Vec::new() }, "Bảng kê").unwrap();
    let file = desk.path("cac-don-vi.xlsx");
    std::fs::write(&file, book).unwrap();
    let told = desk.tell(&["import", "contributions", &file, "--campaign", "VD1", "--post"]);
    assert!(told.code == 0 && told.answer.contains("T1/2026–T2/2026"), "{} {}", told.answer, told.aside);
    assert_eq!(desk.json(&["figures", "2026-H1", "--json"])["figures"]["contributed"], json!(3_500_000));
    let mut said = String::new();
    let undone = desk.tell(&["undo"]);
    let _ = write!(said, "{}{}", undone.answer, undone.aside);
    assert!(undone.code == 1 && said.contains("Ctrl+X"), "{said}");
    assert_eq!(desk.json(&["check", "--json"]), json!({ "ok": true, "faults": [] }));
}
