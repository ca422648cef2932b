//! Stories of the child's page: what is known of a child, section by section, and the units that follow a parent.
use vitreem::domain::child::Child;
use vitreem::domain::circumstance::Circumstance;
use vitreem::domain::person::Person;
use vitreem::domain::schooling::Schooling;
use vitreem::domain::stay::Stay;
use vitreem::domain::support::Support;
use vitreem::text::field as t;

use crate::smoke::demo_store;
use crate::typist::Typist;

/// A typist on the page of a child with two parents and a unit.
fn on_a_page() -> Typist {
    let mut typist = Typist::new();
    typist
        .open(t::CHILDREN)
        .keys("<Ins>Nguyễn Thị Đông<Enter>5/3/15<Enter>nữ<Enter>")
        .keys("Nguyễn Văn An<↓><Enter>Trần Thị Lan<↓><Enter><Tab>Văn phòng Sở<↓><Enter><Ctrl+S><Enter>");
    typist
}

#[test]
fn enter_opens_the_page_and_f2_still_edits() {
    let mut typist = on_a_page();
    typist.sees("Cháu Nguyễn Thị Đông").sees("05/03/2015 · 11 tuổi · nhóm 11–<16").sees("đủ 16 tuổi ngày 05/03/2031");
    typist.sees("Bố   ").sees("Nguyễn Văn An · chưa rõ có phải cán bộ · Văn phòng Sở");
    for section in ["Hoàn cảnh (0)", "Hỗ trợ (0)", "Quà (0)", "Học tập (0)", "Đồng ý", "Đơn vị trước đây (0)"]
    {
        typist.sees(section);
    }
    typist.keys("<End>").sees("thêm cháu \"Nguyễn Thị Đông\"");
    typist.keys("<Esc>").sees("1/1 cháu").keys("<F2>").sees("Sửa cháu").keys("<Esc>");
    // From the page the form opens where the cursor stands, and Enter on a parent opens the parent.
    typist.keys("<Enter><↓><F2>").sees("Sửa cháu").sees("▌ Ngày sinh").keys("<Esc>");
    typist.keys("<Home><↓><↓><↓><Enter>").sees("Sửa người").sees("Nguyễn Văn An").keys("<Esc>");
    typist.sees("Cháu Nguyễn Thị Đông");
}

#[test]
fn each_section_adds_edits_and_trashes_its_rows() {
    let mut typist = on_a_page();
    typist.keys("<Tab><Ins>").sees("Thêm hoàn cảnh").sees("▌ Hoàn cảnh");
    typist.keys("hộ nghèo<↓><Enter>1/1/26<Enter><Enter>Giấy chứng nhận 12<Ctrl+S>");
    typist.sees("Hoàn cảnh (1)").sees("▌").sees("Giấy chứng nhận 12").sees("Cháu Nguyễn Thị Đông");
    assert_eq!(typist.store().all::<Circumstance>().unwrap().len(), 1);
    typist.keys("<Tab><Ins>").sees("Thêm lần hỗ trợ").keys("<Tab>").sees("Nguyễn Thị Đông").keys("<Shift+Tab>");
    typist.keys("<Tab><Tab>Sách vở<Enter>500k<Ctrl+S>").sees("Hỗ trợ (1)").sees("500.000");
    assert_eq!(typist.store().all::<Support>().unwrap().len(), 1);
    // Nothing is typed into a gift: it is shown only.
    typist.keys("<Tab><Ins>").sees("Cháu Nguyễn Thị Đông").sees_no("Thêm suất");
    typist.keys("<Tab><Ins>").sees("2025-2026").keys("<Enter>THCS Chi Lăng<Enter>6A<Enter>xuat sac<Ctrl+S>");
    typist.sees("Học tập (1)").sees("THCS Chi Lăng").sees("xuất sắc");
    typist.keys("<F2><Tab><Tab><Tab>kha<Ctrl+S>").sees("khá").sees("sửa năm học");
    assert_eq!(typist.store().all::<Schooling>().unwrap().len(), 1);
    typist.keys("<Del>").sees("Học tập (0)").sees("Đã xóa").keys("<Ctrl+Z>").sees("Học tập (1)");
    typist.keys("<End>").sees("Lịch sử (").keys("<Enter>").sees("Thao tác").keys("<Esc>").sees("Cháu Nguyễn");
    assert!(typist.store().check().unwrap().is_empty());
}

#[test]
fn a_wrong_school_year_is_told_at_its_field() {
    let mut typist = on_a_page();
    typist.keys("<Tab><Tab><Tab><Tab><Ins><Home>x<Ctrl+S>").sees("Nhập năm học như 2025-2026.");
    assert!(typist.store().all::<Schooling>().unwrap().is_empty());
}

#[test]
fn a_parent_who_moves_takes_the_child_along_on_the_day() {
    let mut typist = on_a_page();
    typist.open(t::UNITS).keys("<Ins>Chi cục Kiểm lâm<Ctrl+S>");
    typist.open(t::STAFF).keys("an<Ctrl+U>").sees("Đơn vị mới của Nguyễn Văn An").keys("kiem lam<Enter>");
    typist.sees("Nguyễn Văn An → Chi cục Kiểm lâm").sees("Chuyển từ ngày");
    // The mother is not known to be outside and stays in the unit: so does the child.
    typist.keys("<Ctrl+S>").sees("0 cháu chuyển theo").keys("<Ctrl+Z>");
    typist.keys("<Esc>lan<Ctrl+X><Esc>van an<Ctrl+U>kiem lam<Enter>");
    for _ in 0..10 {
        typist.keys("<Backspace>");
    }
    typist.keys("1/4/26<Enter>").sees("Chi cục Kiểm lâm từ 01/04/2026; 1 cháu chuyển theo");
    let stays = typist.store().all::<Stay>().unwrap();
    assert_eq!((stays.len(), stays[0].until.to_string().as_str()), (1, "2026-03-31"));
    typist.open(t::CHILDREN).sees("Chi cục Kiểm lâm · trước: Văn phòng Sở (đến 31/03/2026)");
    typist.sees("Đơn vị trước đây (1)");
    typist.open(t::STAFF).keys("<Ctrl+Z>").sees("Đã hoàn tác: chuyển đơn vị");
    typist.open(t::CHILDREN).sees("Đơn vị trước đây (0)").sees_no("Kiểm lâm");
}

#[test]
fn a_day_to_come_and_an_unknown_unit_are_refused() {
    let mut typist = on_a_page();
    typist.open(t::STAFF).keys("an<Ctrl+U>kiem lam<Enter>").sees("chưa có trong danh sách");
    typist.keys("<Esc>").open(t::UNITS).keys("<Ins>Chi cục Kiểm lâm<Ctrl+S>");
    typist.open(t::STAFF).keys("<Ctrl+U>kiem lam<Enter>");
    for _ in 0..10 {
        typist.keys("<Backspace>");
    }
    typist.keys("+3<Enter>").sees("Chưa đến ngày chuyển").keys("<Esc>");
    assert!(
        typist
            .store()
            .all::<Person>()
            .unwrap()
            .iter()
            .all(|person| typist.store().name_of("unit", person.unit.0) == "Văn phòng Sở")
    );
}

#[test]
fn a_partial_birth_date_is_marked_and_flagged_near_a_limit() {
    let mut typist = Typist::new();
    typist.open(t::CHILDREN).keys("<Ins>Lộc Văn Đông<Enter>2015<Ctrl+S><Enter>");
    typist.sees("2015 · chưa rõ ngày sinh").sees("! Có thể đủ 11 tuổi từ 01/01/2026").sees("chậm nhất ngày 31/12/2031");
    typist.keys("<Esc><F2><Tab>2013<Ctrl+S><Enter>").sees("chưa rõ ngày sinh").sees_no("Có thể đủ");
    assert_eq!(typist.store().all::<Child>().unwrap().len(), 1);
}

#[test]
fn the_mask_hides_names_and_circumstances_on_the_page() {
    let mut typist = on_a_page();
    typist.keys("<Tab><Ins>hộ nghèo<↓><Enter><Ctrl+S><F9>");
    typist.sees("N.T.Đ.").sees("N.V.A.").sees("•••").sees_no("Nguyễn").sees_no("hộ nghèo").sees_no("Trần Thị Lan");
}

#[test]
fn the_page_fits_every_size() {
    let mut typist = Typist::over(demo_store());
    for size in [(80, 24), (120, 40), (60, 15), (200, 60)] {
        typist.size = size;
        typist.open(t::CHILDREN).keys("<Home><Enter><Tab><Tab><Tab><Tab><Tab><Tab><Tab><End><Home><PgDn><PgUp><Esc>");
    }
}
