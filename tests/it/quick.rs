//! Stories of quick entry: how few keys a child takes, and how the next one goes on.
use vitreem::domain::child::Child;
use vitreem::domain::unit::Unit;
use vitreem::domain::ward::Ward;
use vitreem::text::field as t;

use crate::typist::Typist;

/// The most keys that a child with known parents may take.
const MOST: usize = 60;

/// The most keys that fit into a quarter of a minute, at five a second.
const NEW_PARENTS: usize = 75;

/// How many keys are pressed: those in angles are one each.
pub fn count(keys: &str) -> usize {
    let mut rest = keys;
    let mut found = 0;
    while let Some(letter) = rest.chars().next() {
        found += 1;
        rest = match rest.strip_prefix('<').and_then(|tail| tail.split_once('>')) {
            Some((_, tail)) => tail,
            None => rest.split_at(letter.len_utf8()).1,
        };
    }
    found
}

/// An office in Lạng Sơn with two units, a couple that works in one of them, and others of like names.
fn office() -> Typist {
    let mut typist = Typist::new();
    typist.open(t::AGENCY).keys("<Ctrl+U>Nguyễn Văn Mẫu<Ctrl+S>");
    typist.open(t::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S><Ins>Chi cục Kiểm lâm<Ctrl+S>");
    for (name, unit) in [
        ("Hoàng Văn An", "kiem lam"),
        ("Hoàng Văn Ân", "van phong"),
        ("Vi Thị Lan", "van phong"),
        ("Lộc Thị Lan", "kiem lam"),
        ("Nông Thị Hòa", "kiem lam"),
    ] {
        typist.open(t::STAFF).keys(&format!("<Ins>{name}<Tab>{unit}<Ctrl+S>"));
    }
    typist
}

/// The last child that was entered.
fn last(typist: &Typist) -> Child {
    typist.store().all::<Child>().unwrap().into_iter().max_by_key(|child| child.id.0).unwrap()
}

fn unit_of(typist: &Typist, child: &Child) -> String {
    typist.store().get::<Unit>(child.unit).unwrap().name
}

#[test]
fn a_child_of_known_parents_takes_few_keys() {
    let mut typist = office();
    typist.open(t::CHILDREN);
    // A few letters are enough where one person fits them; the unit is the parent's, the ward is at home.
    let keys =
        "<Ins>Hoàng Thị Đông<Enter>5/3/15<Enter>nữ<Enter>van an<↓><Enter>vi thi<Enter><Enter><Enter>tam thanh<Ctrl+S>";
    assert!(count(keys) <= MOST, "{} keys", count(keys));
    typist.keys(keys).sees("Đã lưu").sees("Hoàng Thị Đông");
    let child = last(&typist);
    let name = |id: i64| typist.store().name_of("person", id);
    assert_eq!((name(child.father.0), name(child.mother.0)), ("Hoàng Văn An".to_owned(), "Vi Thị Lan".to_owned()));
    assert_eq!(unit_of(&typist, &child), "Chi cục Kiểm lâm");
    let ward = typist.store().get::<Ward>(child.ward).unwrap();
    assert_eq!((ward.name.as_str(), ward.province.as_str()), ("Phường Tam Thanh", "Tỉnh Lạng Sơn"));
}

#[test]
fn a_child_of_new_parents_fits_into_a_quarter_of_a_minute() {
    let mut typist = office();
    typist.open(t::CHILDREN);
    let keys = "<Ins>Mã Thị Đông<Enter>5/3/15<Enter>nữ<Enter>Mã Văn Hà<↓><Enter>Bế Thị Nga<↓><Enter><Enter>van phong<Enter>tam thanh<Ctrl+S>";
    assert!(count(keys) <= NEW_PARENTS, "{} keys", count(keys));
    typist.keys(keys).sees("Đã lưu").sees("Mã Văn Hà, Bế Thị Nga");
    assert_eq!(unit_of(&typist, &last(&typist)), "Văn phòng Sở");
}

#[test]
fn the_next_child_keeps_unit_and_ward_and_copies_what_it_is_told() {
    let mut typist = office();
    typist
        .open(t::CHILDREN)
        .keys("<Ins>Hoàng Thị Đông<Enter>5/3/15<Enter>nữ<Enter>van an<↓><Enter>vi thi<Enter><Tab><Tab>tam thanh<Ins>");
    typist.sees("Thêm cháu").sees("Đã lưu").sees("Phường Tam Thanh").sees("Chi cục Kiểm lâm");
    // A sister: Ctrl+D takes the parents from the row above.
    typist.keys("Hoàng Thị Thu<Enter>2/9/18<Enter><Ctrl+D><Enter><Ctrl+D><Enter><Ctrl+D><Ins>");
    let sister = last(&typist);
    let first = typist.store().named::<Child>("Hoàng Thị Đông").unwrap().remove(0);
    assert_eq!((sister.father, sister.mother, sister.sex), (first.father, first.mother, first.sex));
    assert_eq!((sister.unit, sister.ward), (first.unit, first.ward));
    // Another family: the unit goes with its parent, the ward stays.
    typist.keys("Vi Văn Nam<Enter>2016<Enter>nam<Enter>văn ân<Enter><Ctrl+S>");
    let other = last(&typist);
    assert_eq!((unit_of(&typist, &other).as_str(), other.ward), ("Văn phòng Sở", first.ward));
    assert_eq!(typist.store().all::<Child>().unwrap().len(), 3);
}

#[test]
fn a_unit_that_was_typed_stands_whoever_the_parents_are() {
    let mut typist = office();
    typist.open(t::CHILDREN).keys("<Ins>Hoàng Thị Đông<Tab><Tab><Tab><Tab><Tab><Tab>van phong<Tab>");
    typist.keys("<Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab>van an<↓><Enter><Ctrl+S>").sees("Đã lưu");
    assert_eq!(unit_of(&typist, &last(&typist)), "Văn phòng Sở");
}

#[test]
fn wards_of_the_own_province_are_offered_first_and_an_age_is_said_at_once() {
    let mut typist = office();
    typist
        .open(t::CHILDREN)
        .keys("<Ins>Vi An<Tab>5/3/15")
        .sees("= 05/03/2015 · 11 tuổi")
        .keys("<Tab><Tab><Tab><Tab><Tab><Tab>");
    typist.keys("tan").sees("Tỉnh Lạng Sơn");
    let screen = typist.screen();
    let offered: Vec<&str> =
        screen.lines().filter(|line| line.contains("Tỉnh ") || line.contains("Thành phố ")).collect();
    assert!(offered.first().is_some_and(|line| line.contains("Tỉnh Lạng Sơn")), "{screen}");
}
