//! A double at the keyboard: warned of while it is typed, looked at side by side, merged, taken apart, told apart.
use vitreem::domain::apart::Apart;
use vitreem::domain::child::Child;
use vitreem::domain::merge::Merge;
use vitreem::text::field;
use vitreem::text::twin as t;

use crate::typist::Typist;

/// A typist with a child on the roster, and in whose form the same child is typed once more.
fn typing() -> Typist {
    let mut typist = Typist::new();
    typist
        .open(field::CHILDREN)
        .keys("<Ins>Nguyễn Thị Hòa<Enter>5/3/15<Enter>nữ<Enter>")
        .keys("Nguyễn Văn An<↓><Enter>Trần Thị Lan<↓><Enter><Tab>Văn phòng Sở<↓><Enter><Ctrl+S>");
    typist.keys("<Ins>Nguyễn Thị Hoà<Enter>");
    typist
}

/// The same with the double saved and its pair shown.
fn paired() -> Typist {
    let mut typist = typing();
    typist.keys("3/5/15<Enter>nữ<Enter>nguyen van an<↓><Enter>tran thi lan<↓><Enter><Ctrl+S>").open(t::SUB);
    typist
}

#[test]
fn a_double_is_said_while_it_is_typed_and_never_in_the_way() {
    let mut typist = typing();
    typist.sees_no(t::LIKE_ONE.vi).keys("5/3/15").sees(t::LIKE_ONE.vi);
    typist.sees("≈ Nguyễn Thị Hòa, 05/03/2015, Văn phòng Sở: cùng họ tên, cùng ngày sinh").sees("nghi trùng: 1");
    typist.keys("<Backspace><Backspace>16").sees("cùng họ tên").sees_no("cùng ngày sinh");
    typist.keys("<Ctrl+S>").sees("Đã lưu");
    assert_eq!(typist.store().all::<Child>().unwrap().len(), 2);
}

#[test]
fn a_child_in_its_own_form_and_a_twin_are_not_said() {
    let mut typist = typing();
    typist.keys("<Esc><Esc><F2>").sees("Nguyễn Văn An").sees_no(t::LIKE_ONE.vi).keys("<Esc>");
    typist.keys("<Ins>Nguyễn Thị Hoa<Enter>5/3/15<Enter>nữ<Enter>nguyen van an<↓><Enter>").sees_no(t::LIKE_ONE.vi);
    typist.keys("<Ctrl+S>").open(t::SUB).sees(t::NONE.vi);
}

#[test]
fn at_most_three_are_named() {
    let mut typist = typing();
    typist.keys("5/3/15<Ctrl+S>");
    for _ in 0..3 {
        typist.keys("<Ins>Nguyễn Thị Hòa<Enter>5/3/15<Ctrl+S>");
    }
    typist.keys("<Ins>Nguyễn Thị Hòa<Enter>5/3/15").sees("nghi trùng: 3");
    assert_eq!(typist.screen().matches('≈').count(), 3);
}

#[test]
fn a_pair_is_merged_side_by_side_and_taken_apart_later() {
    let mut typist = paired();
    typist.sees("nghi trùng 1").sees("Nguyễn Thị Hòa").sees("Nguyễn Thị Hoà").sees("ngày và tháng sinh đảo chỗ");
    typist.keys("<Enter>").sees("Giữ lại (số 1)").sees("05/03/2015").sees("03/05/2015").sees("2 ô khác nhau");
    // The birth date is the right one's, the name the left one's.
    typist
        .keys("<↓><→>")
        .sees("▸ 03/05/2015")
        .keys("<Ctrl+S>")
        .sees("Đã xong: gộp hai dòng của cháu \"Nguyễn Thị Hòa\"");
    typist.sees("đã gộp 1").sees("Ngày gộp 20/05/2026");
    let children = typist.store().all::<Child>().unwrap();
    assert_eq!(children.len(), 1);
    assert_eq!((children[0].born.unwrap().iso(), children[0].unit.0), ("2015-05-03".to_owned(), 1));
    // Something else is done meanwhile; the merge is still there to be taken back.
    typist.open(field::CHILDREN).sees("1/1 cháu").keys("<Ins>Lộc Văn Đông<Ctrl+S>");
    typist.open(t::SUB).keys("<Enter>").sees("Đã gộp, bản gốc").sees("Nguyễn Thị Hoà").keys("<Ctrl+X>");
    typist.sees("Đã xong: tách cháu \"Nguyễn Thị Hoà\" đã gộp").sees("nghi trùng 1");
    assert_eq!(typist.store().all::<Child>().unwrap().len(), 3);
    typist.keys("<Ctrl+Z>").sees("đã gộp 1").keys("<Ctrl+Y>").sees("nghi trùng 1");
    assert_eq!(typist.store().all::<Merge>().unwrap().len(), 0);
    assert!(typist.store().check().unwrap().is_empty());
}

#[test]
fn a_merged_child_is_not_in_the_trash() {
    let mut typist = paired();
    typist.keys("<Enter><Ctrl+S>").open(field::TRASH).sees("0/0");
}

#[test]
fn that_two_are_not_one_is_remembered_until_it_is_doubted() {
    let mut typist = paired();
    typist.keys("<Ctrl+X>").sees("ghi nhớ không phải một").sees("nghi trùng 0  không phải một 1");
    typist.open(field::CHILDREN).keys("<Home><F2>").sees_no(t::LIKE_ONE.vi).keys("<Esc>");
    typist.open(t::SUB).keys("<Ctrl+X>").sees("nghi trùng 1  không phải một 0").keys("<Ctrl+Z>");
    typist.sees("nghi trùng 0  không phải một 1");
    assert_eq!(typist.store().all::<Apart>().unwrap().len(), 1);
    typist.keys("<Enter>").sees("không phải một").keys("<Esc>");
}

#[test]
fn the_roster_leads_to_the_pairs_of_a_child() {
    let mut typist = paired();
    typist.open(field::CHILDREN).keys("<Ctrl+D>").sees("ngày và tháng sinh đảo chỗ").keys("<Esc>").sees("2/2 cháu");
}

#[test]
fn what_stands_side_by_side_fits_every_window() {
    let mut typist = paired();
    typist.keys("<Enter>");
    for size in [(60, 15), (61, 16), (80, 24), (120, 40), (200, 60)] {
        typist.size = size;
        typist.keys("<↓><↑>").sees("05/03/2015");
    }
    typist.keys("<F9>").sees_no("Nguyễn").sees("N.T.H.").keys("<F9><←>");
}
