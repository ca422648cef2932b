//! Stories of the roster at the keyboard.
use vitreem::domain::child::Child;
use vitreem::domain::person::Person;
use vitreem::text::field as t;

use crate::typist::Typist;

/// A typist with one child on the roster, its parents and unit typed in the same form.
fn with_a_child() -> Typist {
    let mut typist = Typist::new();
    typist
        .open(t::CHILDREN)
        .keys("<Ins>Nguyễn Thị Đông<Enter>5/3/15<Enter>nữ<Enter>")
        .keys("Nguyễn Văn An<↓><Enter>Trần Thị Lan<↓><Enter><Tab>Văn phòng Sở<↓><Enter><Ctrl+S>");
    typist
}

#[test]
fn a_child_is_entered_with_parents_and_unit_in_one_form() {
    let mut typist = with_a_child();
    typist.sees("Đã lưu. Ctrl+Z hoàn tác: thêm cháu \"Nguyễn Thị Đông\"");
    typist.sees("Nguyễn Văn An, Trần Thị");
    typist.sees("05/03/2015");
    let children = typist.store().all::<Child>().unwrap();
    assert_eq!(children.len(), 1);
    assert_eq!(typist.store().all::<Person>().unwrap().len(), 2);
}

#[test]
fn enter_takes_a_new_name_where_nothing_else_is_offered() {
    let mut typist = Typist::new();
    typist.open(t::CHILDREN).keys("<Ins>Vũ Thị Hoa<Enter>5/3/15<Enter>nữ<Enter>Vũ Văn Thành").sees("+ thêm mới");
    typist.keys("<Enter>").sees_no("chưa có trong danh sách").keys("Lê Thị Mai<Enter>").keys("<Ctrl+S>").sees("Đã lưu");
    let names =
        |typist: &Typist| typist.store().all::<Person>().unwrap().into_iter().map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(names(&typist).len(), 2, "{:?}", names(&typist));
    // Where somebody there fits too, the new one is still chosen.
    typist.keys("<Ins>Vũ Văn Nam<Enter>5/3/16<Enter>nam<Enter>Vũ Văn<Enter>").keys("<Ctrl+S>").sees("Đã lưu");
    assert_eq!(names(&typist).len(), 2, "{:?}", names(&typist));
}

#[test]
fn a_second_unit_of_one_name_is_refused_under_its_field() {
    let mut typist = Typist::new();
    typist.open(t::UNITS).keys("<Ins>Thanh tra Sở<Tab>TTR<Ctrl+S>").sees("Đã lưu");
    typist.keys("<Ins>thanh tra sở<Tab>TT2<Ctrl+S>").sees("Đã có đơn vị tên này: Thanh tra Sở (TTR)");
    typist.keys("<Esc><Esc>").keys("<F2><Tab>TTS<Ctrl+S>").sees("Đã lưu");
}

#[test]
fn undo_takes_the_whole_form_back_and_redo_brings_it_again() {
    let mut typist = with_a_child();
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: thêm cháu").sees("0/0 cháu");
    assert_eq!(typist.store().all::<Person>().unwrap().len(), 0);
    typist.keys("<Ctrl+Y>").sees("Đã làm lại").sees("Nguyễn Thị Đông");
}

#[test]
fn any_letter_filters_and_marks_count_only_if_typed() {
    let mut typist = with_a_child();
    typist.keys("dong").sees("lọc: dong").sees("Nguyễn Thị Đông");
    typist.keys("<Esc>đông").sees("Nguyễn Thị Đông");
    typist.keys("<Esc>dồng").sees("Không có dòng nào khớp");
    typist.keys("<Esc>").sees("1/1 cháu");
}

#[test]
fn a_wrong_date_is_said_under_its_field_and_nothing_is_saved() {
    let mut typist = Typist::new();
    typist.open(t::CHILDREN).keys("<Ins>Lộc Văn Đông<Enter>31/2/2015<Ctrl+S>");
    typist.sees("Chưa lưu: còn 1 ô cần sửa.").sees("31/2/2015");
    assert_eq!(typist.store().all::<Child>().unwrap().len(), 0);
    // The field at fault is mended where it stands.
    typist.keys("<Backspace><Backspace><Backspace><Backspace>2016<Ctrl+S>").sees("!");
}

#[test]
fn escape_warns_once_and_the_draft_is_kept_until_then() {
    let mut typist = Typist::new();
    typist.open(t::CHILDREN).keys("<Ins>Lộc Văn Đông<Esc>").sees("Có phần chưa lưu");
    typist.keys("<Esc>").sees("0/0 cháu");
    typist.keys("<Ins>").sees_no("Lộc Văn Đông");
}

#[test]
fn what_was_typed_comes_back_after_a_crash() {
    let mut typist = Typist::new();
    typist.open(t::CHILDREN).keys("<Ins>Lộc Văn Đông");
    // The program ends without a word; the store is opened again.
    let Typist { app, .. } = typist;
    let mut again = Typist::over(app.into_store().unwrap());
    again.open(t::CHILDREN).keys("<Ins>").sees("Lộc Văn Đông").sees("Đã lấy lại phần nhập dở");
}

#[test]
fn one_row_goes_to_the_trash_at_once_and_comes_back_from_there() {
    let mut typist = with_a_child();
    typist.keys("<Del>").sees("Đã xóa cháu \"Nguyễn Thị Đông\". Ctrl+Z hoàn tác.").sees("0/0 cháu");
    typist.open(t::TRASH).sees("Nguyễn Thị Đông").keys("<Enter>");
    typist.open(t::CHILDREN).sees("Nguyễn Văn An, Trần Thị");
}

#[test]
fn many_rows_are_asked_about_and_enter_means_no() {
    let mut typist = with_a_child();
    typist.keys("<Ins>Lộc Văn Hà<Ctrl+S><Ctrl+A><Del>").sees("Xóa 2 cháu?").keys("<Enter>").sees("Lộc Văn Hà");
    typist.keys("<Del><→><Enter>").sees("0/0 cháu").keys("<Ctrl+Z>").sees("Lộc Văn Hà");
}

#[test]
fn the_mask_turns_names_into_initials_everywhere() {
    let mut typist = with_a_child();
    typist.keys("<F9>").sees("N.T.Đ.").sees_no("Nguyễn Thị Đông").sees_no("Nguyễn Văn An");
    typist.open(t::JOURNAL).sees_no("Nguyễn Thị Đông");
    typist.keys("<Ctrl+G>dong").sees("N.T.Đ.").sees_no("Nguyễn Thị Đông");
}

#[test]
fn a_list_takes_no_paste_and_a_form_takes_it_as_text() {
    let mut typist = with_a_child();
    typist.paste("xóa\nhết\n").sees("Đã bỏ qua nội dung dán").sees("Nguyễn Thị Đông");
    typist.keys("<Ins>").paste("Lăng\u{7} Anh\nViệt").sees("Lăng Anh Việt");
}

#[test]
fn where_a_list_was_left_is_kept_across_restarts() {
    let mut typist = with_a_child();
    typist.keys("<Ins>Lộc Văn Hà<Ctrl+S>loc").sees("lọc: loc");
    let Typist { app, .. } = typist;
    let mut again = Typist::over(app.into_store().unwrap());
    again.sees("lọc: loc").sees("Lộc Văn Hà").sees_no("Nguyễn Thị Đông");
}
