//! What the screens look like, kept beside the tests: a change of look is seen in review.
use vitreem::text::{field, screen};

use crate::smoke::demo_store;
use crate::typist::Typist;

#[test]
fn the_first_screen_at_80_by_24() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    insta::assert_snapshot!(typist.open(screen::TAB_TODAY).screen());
}

#[test]
fn the_roster_with_its_pane_at_120_by_40() {
    let mut typist = Typist::over(demo_store());
    typist.size = (120, 40);
    insta::assert_snapshot!(typist.open(field::CHILDREN).screen());
}

#[test]
fn a_gift_list_at_80_by_24() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    insta::assert_snapshot!(typist.open(field::EVENTS).keys("<↓><Enter>").screen());
}

#[test]
fn the_form_of_a_child_at_80_by_24() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    insta::assert_snapshot!(
        typist.open(field::CHILDREN).keys("<Ins>Nguyễn Thị Đông<Enter>5/3/15<Enter><Enter>ho").screen()
    );
}

#[test]
fn the_figures_of_an_issued_period_at_120_by_40() {
    let mut typist = Typist::over(demo_store());
    typist.size = (120, 40);
    // The fingerprint is another one with every change of the sample.
    let shown = typist.open(screen::SUB_FIGURES).keys("<<>").screen();
    let (before, print) = shown.split_once(" · mã ").unwrap();
    insta::assert_snapshot!(format!("{before} · mã ………{}", print.chars().skip(9).collect::<String>()));
}

#[test]
fn the_reports_of_all_units_at_80_by_24() {
    let mut typist = Typist::over(demo_store());
    typist.size = (80, 24);
    insta::assert_snapshot!(typist.open(field::UNIT_REPORTS).screen());
}

#[test]
fn one_units_report_at_120_by_40() {
    let mut typist = Typist::over(demo_store());
    typist.size = (120, 40);
    insta::assert_snapshot!(typist.open(field::UNIT_REPORTS).keys("<←><Enter>").screen());
}
