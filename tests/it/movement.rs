//! Biến động: opening, in, out and closing on screen, and the children behind each number.
use vitreem::text::{field, movement};

use crate::smoke::demo_store;
use crate::typist::Typist;

fn typist() -> Typist {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    typist.open(movement::SUB);
    typist
}

#[test]
fn a_number_opens_its_children_and_periods_turn() {
    let mut typist = typist();
    typist.sees("6 tháng cuối năm 2026").sees("Đầu kỳ").sees("Cuối kỳ").sees("d) Trẻ em khuyết tật");
    // A year back from the half: in the year's window two circumstances of disabled and ill children began.
    typist.keys("+").sees("(15/12/2025–14/12/2026)").keys("<↓><↓><↓><↓>");
    typist.sees("d) Trẻ em khuyết tật · Cuối kỳ: 3 cháu").sees("[3]");
    typist.keys("<←><←>").sees("Tăng").keys("<←>").sees("d) Trẻ em khuyết tật · Đầu kỳ: 2 cháu").keys("<→>");
    typist.sees("Tăng: 1 cháu").keys("<Enter>").sees("d) Trẻ em khuyết tật: Tăng").sees("1/1 cháu").keys("<Esc>");
    // Further back there is less; narrower periods begin where the wider one did.
    typist.keys("<<>").sees("(15/12/2024–14/12/2025)").keys("-").sees("6 tháng đầu năm 2025");
}

#[test]
fn any_stretch_of_days_can_be_typed() {
    let mut typist = typist();
    typist.keys("<Ctrl+U>").sees("Kỳ hoặc khoảng ngày").sees("6 tháng cuối năm 2026");
    for _ in 0..21 {
        typist.keys("<Backspace>");
    }
    // What is no period is said, and can be typed on; digits are text here.
    typist.keys("1/3/2026..").keys("<Enter>").sees("không phải").keys("30/6/2026<Enter>");
    typist.sees("từ ngày 01/03/2026 đến ngày 30/06/2026").keys("<↓><↓><↓><↓><←><←>").sees("Tăng: 1 cháu");
    typist.keys("<Ctrl+U>x<Esc>").sees("từ ngày 01/03/2026").keys(">").sees("(01/07/2026–");
}

#[test]
fn children_in_sensitive_groups_are_masked_until_asked_for() {
    let mut typist = typist();
    typist.keys("+<↓><↓><↓><↓><↓>").sees("đ) Trẻ em nhiễm HIV/AIDS").sees("Ctrl+W");
    typist.keys("<Enter>").sees("1/1 cháu");
    let masked = typist.screen();
    let name = masked.lines().find(|line| line.contains('▌')).unwrap().to_owned();
    assert!(name.contains(".") && name.contains("•••"), "{name}");
    typist.keys("<Esc><Ctrl+W>").sees("sẽ hiện đủ").keys("<Enter>").sees("1/1 cháu");
    assert!(!typist.screen().contains(name.trim()), "{name}");
    typist.keys("<Esc><Ctrl+W>").sees("được che").keys("<Enter>").sees(name.trim());
}

#[test]
fn a_child_that_leaves_today_is_still_counted_yesterday() {
    let mut typist = typist();
    typist.keys("+<↓><↓><↓><↓><Enter><Enter>");
    // The form of the first of the three: Trạng thái is turned to "thôi theo dõi".
    for _ in 0..9 {
        typist.keys("<Tab>");
    }
    typist.keys(" <Ctrl+S>").sees("Đã lưu").keys("<Esc>");
    typist.sees("Cuối kỳ: 2 cháu").sees("thôi theo dõi 1");
    typist.keys("<<>").sees("Cuối kỳ: 2 cháu").keys("<Ctrl+Z>").sees("Đã hoàn tác").keys(">").sees("Cuối kỳ: 3 cháu");
    typist.open(field::CHILDREN).sees("cháu");
}

#[test]
fn it_goes_out_as_a_workbook_and_as_a_paper() {
    let folder = tempfile::tempdir().unwrap();
    let mut typist = typist();
    for (what, form, name) in [("Biểu biến động", "Word", "bien-dong.docx"), ("Danh sách", "Excel", "bien-dong.xlsx")]
    {
        let path = folder.path().join(name);
        typist.keys("<F7>").chooses(what, form).at_path(&path).keys("<Enter>").sees("Đã ghi");
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"PK"), "{name}");
    }
}
