//! Stock and flow agrees with the figures, with itself and with the days.
use proptest::prelude::*;

use super::*;
use crate::reports::figures::figures;
use crate::reports::fixture::{add, at, empty, h1, office};
use crate::text::Lang;

fn by_letter<'a>(lines: &'a [Line], letter: &str) -> &'a Line {
    lines.iter().find(|line| line.name.say(Lang::Vi).starts_with(&format!("{letter}) "))).unwrap()
}

fn counts(line: &Line) -> [usize; 4] {
    [0, 1, 2, 3].map(|column| line.count(column))
}

#[test]
fn the_office_moved_in_its_half_year() {
    let lines = movement(&office(), &h1()).unwrap();
    // Before: Đông and An, and Thu Hà until she was 16 on the last day. An's ended, Đức Anh's began.
    let disabled = by_letter(&lines, "d");
    assert_eq!(counts(disabled), [3, 1, 2, 2]);
    assert_eq!(disabled.reasons, Reasons { ended: 1, grown: 1, left: 0 });
    let hiv = by_letter(&lines, "đ");
    assert_eq!((counts(hiv), hiv.sensitive), ([0, 1, 0, 1], true));
    assert_eq!(counts(&lines[0]), [3, 1, 2, 2], "each child once");
    let own = lines.iter().find(|line| line.subject == Subject::Hardships).unwrap();
    assert_eq!(counts(own), [2, 0, 0, 2]);
    assert_eq!(lines.len(), 1 + 14 + 1 + 1);
}

#[test]
fn closing_is_what_the_report_says() {
    let store = office();
    for code in ["2025", "2026-H1", "2026-H2", "cal:2026-05", "2030"] {
        let period = Period::parse(code).unwrap();
        let (lines, figures) = (movement(&store, &period).unwrap(), figures(&store, &period).unwrap());
        for group in &group::GROUPS {
            let closing = by_letter(&lines, group.letter).count(3);
            assert_eq!(closing as i64, figures.get(&format!("group_{}", group.letter)), "{code} {}", group.letter);
        }
        assert_eq!(lines[0].count(3) as i64, figures.get("special_children"), "{code}");
        let own = lines.iter().find(|line| line.subject == Subject::Hardships).unwrap();
        assert_eq!(own.count(3) as i64, figures.get("hardship_children"), "{code}");
    }
}

#[test]
fn a_kind_in_the_trash_is_still_counted_where_children_had_it() {
    let mut store = office();
    let poor = store.named::<Hardship>("hộ cận nghèo").unwrap().remove(0);
    let before = movement(&store, &h1()).unwrap();
    store.trash(<Hardship as crate::domain::record::Record>::META, &[poor.id.0]).unwrap();
    assert_eq!(movement(&store, &h1()).unwrap(), before);
}

#[test]
fn a_child_that_leaves_changes_nothing_before() {
    let mut store = office();
    let before = movement(&store, &h1()).unwrap();
    let told = figures(&store, &h1()).unwrap();
    let mut child = store.all::<Child>().unwrap().into_iter().find(|it| it.name == "Nguyễn Thị Đông").unwrap();
    (child.state, child.left_on) = (ChildState::Left, Some(at("2026-06-20")));
    store.save(&mut child).unwrap();
    assert_eq!(movement(&store, &h1()).unwrap(), before);
    assert_eq!(figures(&store, &h1()).unwrap(), told);
    let later = movement(&store, &h1().next()).unwrap();
    assert_eq!(by_letter(&later, "đ").reasons, Reasons { ended: 0, grown: 0, left: 1 });
    assert_eq!(counts(by_letter(&later, "đ")), [1, 0, 1, 0]);
}

#[test]
fn the_paper_has_every_line() {
    let store = office();
    let lines = movement(&store, &h1()).unwrap();
    let printed = crate::paper::txt::render(&paper(&store, &h1(), &lines).unwrap(), 100);
    for word in ["BIỂU BIẾN ĐỘNG", "6 tháng đầu năm 2026", "Trẻ em khuyết tật", "hộ cận nghèo", "Giảm"]
    {
        assert!(printed.contains(word), "{word}: {printed}");
    }
    assert!(!printed.contains("Đông"), "{printed}");
    assert_eq!(grid(&lines, Vec::new(), Lang::Vi).rows.len(), lines.len());
}

/// A kind (of two of the law and one of the office's own), and days from 2026-01-01.
type Story = (usize, Option<u64>, Option<u64>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn random_histories_add_up(
        children in prop::collection::vec((2009i32..2012, 0u64..365, prop::option::weighted(0.3, 0u64..500),
            prop::collection::vec((0usize..3, prop::option::weighted(0.8, 0u64..500), prop::option::weighted(0.7, 0u64..500)), 0..4)), 1..8),
        from in 0u64..400, days in 0u64..200,
    ) {
        let mut store = empty();
        let start = at("2026-01-01");
        let day = |n: u64| start + chrono::Days::new(n);
        let kinds = ["d", "đ", ""].map(|letter| add(&mut store, Hardship { name: format!("loại {letter}"), letter: letter.into(), ..Hardship::default() }));
        for (n, (year, born, left, stories)) in children.into_iter().enumerate() {
            let born = chrono::NaiveDate::from_ymd_opt(year, 1, 1).map(|first| Born::Day(first + chrono::Days::new(born)));
            let state = if left.is_some() { ChildState::Left } else { ChildState::Active };
            let child: Id<Child> = add(&mut store, Child { name: format!("Trẻ {n}"), born, state, left_on: left.map(day), ..Child::default() });
            let stories: Vec<Story> = stories;
            for (kind, since, until) in stories.into_iter().filter(|(_, a, b)| a.zip(*b).is_none_or(|(a, b)| a <= b)) {
                let (since, until) = (since.map(day), until.map(day));
                add(&mut store, Circumstance { child, hardship: kinds[kind], since, until, ..Circumstance::default() });
            }
        }
        let period = Period::days(day(from), day(from + days));
        let next = Period::days(day(from + days + 1), day(from + days + 30));
        let (lines, later) = (movement(&store, &period).unwrap(), movement(&store, &next).unwrap());
        let told = figures(&store, &period).unwrap();
        for (line, after) in lines.iter().zip(&later) {
            let [opening, came, went, closing] = counts(line);
            prop_assert_eq!(opening + came, went + closing);
            prop_assert_eq!(&line.children[3], &after.children[0]);
            prop_assert_eq!(line.reasons.ended + line.reasons.grown + line.reasons.left, went);
        }
        prop_assert_eq!(lines[0].count(3) as i64, told.get("special_children"));
        prop_assert_eq!(by_letter(&lines, "đ").count(3) as i64, told.get("group_đ"));
    }
}
