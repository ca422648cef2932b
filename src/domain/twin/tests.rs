//! What must hold of any two children, and the cases that the points were weighed by.
use proptest::prelude::*;

use super::glance::Glance;
use super::*;

fn facts(name: &str, born: &str, father: &str, mother: &str, unit: &str) -> Facts {
    Facts::new(name, Born::from_iso(born), None, [father, mother, ""], unit)
}

#[track_caller]
fn suspected(a: &Facts, b: &Facts, yes: bool) {
    assert_eq!(compare(a, b).is_some(), yes, "{:?} / {:?}", a.text, b.text);
}

#[test]
fn one_child_written_in_two_ways() {
    let child = facts("Nguyễn Thị Hòa", "2015-03-05", "Nguyễn Văn An", "Trần Thị Lan", "Văn phòng");
    for other in [
        facts("Nguyễn Thị Hoà", "2015-03-05", "", "", ""),
        facts("NGUYEN THI HOA", "2015", "", "Trần Thị Lan", ""),
        facts("Nguyễn Thị Hòa", "2015-05-03", "Nguyễn Văn An", "", "Thanh tra"),
        facts("Nguyễn Thị Hòaf", "2015-03-05", "Nguyễn Văn An", "", ""),
        facts("Nguyễn Hòa", "2015-03-05", "Nguyễn Văn An", "Trần Thị Lan", ""),
        facts("Nguyễn Thị Hòa", "2015-03-06", "", "Tran Thi Lan", ""),
        // The mother's name stands in the father's place.
        facts("Nguyễn Thị Hòa", "2015", "Trần Thị Lan", "", ""),
        facts("Nguyễn Thị Hòa", "2012", "Nguyễn Văn An", "Trần Thị Lan", "Văn phòng"),
    ] {
        suspected(&child, &other, true);
    }
}

#[test]
fn twins_brothers_and_namesakes_are_two() {
    let child = facts("Lê Ngọc Anh", "2015-03-05", "Lê Ân", "Vũ Hà", "Văn phòng");
    for other in [
        facts("Lê Ngọc Ánh", "2015-03-05", "Lê Ân", "Vũ Hà", "Văn phòng"),
        facts("Lê Bảo Anh", "2015-03-05", "Lê Ân", "Vũ Hà", "Văn phòng"),
        facts("Lê Ngọc Lan", "2015-03-05", "", "", "Văn phòng"),
        facts("Lê Ngọc Ánh", "2018-07-09", "Lê Ân", "Vũ Hà", "Văn phòng"),
        facts("Lê Ngọc Anh", "2015-03-05", "Hoàng Nam", "Bế Thị Na", "Văn phòng"),
        facts("Lê Ngọc Anh", "2015", "", "", "Thanh tra"),
        facts("Lê Ngọc Anh", "2012-11-20", "", "", "Văn phòng"),
        facts("", "2015-03-05", "Lê Ân", "Vũ Hà", "Văn phòng"),
    ] {
        suspected(&child, &other, false);
    }
}

#[test]
fn reasons_are_told_in_words() {
    let one = facts("Lê Ngọc Anh", "2015-03-05", "Lê Ân", "Vũ Hà", "Văn phòng");
    let other = facts("Le Ngoc Anh", "2015-05-03", "Lê Ân", "", "Văn phòng");
    let found = compare(&one, &other).unwrap();
    assert_eq!(found.reasons, [t::NAME_BARE, t::BORN_SWAPPED, t::KIN_ONE, t::UNIT_SAME]);
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let word = "(Nguyễn|Lê|nguyen|Hoà|Hòa|Hoa|Anh|Ánh|Lan|Lam|Thị|[a-eđơ]{1,3})";
    let name = proptest::collection::vec(word, 0..4).prop_map(|words| words.join(" "));
    let born = "(|2015|2015-03|2015-03-05|2015-05-03|2015-03-06|2018-01-01)";
    let sex = prop_oneof![Just(None), Just(Some(Sex::Male)), Just(Some(Sex::Female))];
    (name.clone(), born, sex, name.clone(), name.clone(), name, "(|A|B)").prop_map(
        |(name, born, sex, father, mother, carer, unit)| {
            Facts::new(&name, Born::from_iso(&born), sex, [&father, &mother, &carer], &unit)
        },
    )
}

proptest! {
    #[test]
    fn it_is_the_same_whichever_is_asked(a in any_facts(), b in any_facts()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a));
    }

    #[test]
    fn a_child_may_be_itself_if_it_has_a_name(a in any_facts()) {
        prop_assert_eq!(compare(&a, &a).is_some(), !a.name.is_blank());
    }

    #[test]
    fn a_glance_never_misses_names_that_are_alike(a in any_facts(), b in any_facts()) {
        if a.name.like(&b.name) != Likeness::Other {
            prop_assert!(Glance::new(&fold(&a.text)).may_be_like(&Glance::new(&fold(&b.text))), "{:?} {:?}", a.text, b.text);
        }
    }

    #[test]
    fn who_may_be_one_is_found_by_a_key(a in any_facts(), b in any_facts(), kin in proptest::array::uniform6(0_usize..4)) {
        // Names of parents that are not written wrong.
        let kin = kin.map(|at| Name::new(["", "Lê Ân", "Vũ Hà", "Hoàng Nam"][at]));
        let [one, two, three, four, five, six] = kin;
        let (a, b) = (Facts { kin: [one, two, three], ..a }, Facts { kin: [four, five, six], ..b });
        if compare(&a, &b).is_some() {
            let folds = |facts: &Facts| facts.kin.each_ref().map(|name| name.joined().to_owned());
            let (own, others) = (folds(&a), folds(&b));
            let mut index = pairs::Index::default();
            index.note(0, &fold(&b.text), others.each_ref().map(String::as_str), b.born);
            let found = index.like(1, &fold(&a.text), own.each_ref().map(String::as_str), a.born);
            prop_assert_eq!(found, [0], "{:?} {:?}", a, b);
        }
    }
}
