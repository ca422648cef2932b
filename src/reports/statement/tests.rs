use super::*;
use crate::paper::{pdf, txt};
use crate::reports::fixture::{add, at, empty, h1};
use crate::store::Store;

fn give(store: &mut Store, gift: Contribution) {
    let id = add(store, Contribution { date: at("2026-06-18"), ..gift });
    let step = crate::domain::act::Step::new(crate::domain::act::Act::Post, "contribution", "");
    let meta = <Contribution as crate::domain::record::Record>::META;
    store.write(step, |store| store.post_row(meta, id.0, at("2026-06-18"))).unwrap();
}

/// A campaign with two units: of the first three people gave, one of them twice and one unnamed.
fn begun() -> (Store, Id<Campaign>) {
    let mut store = empty();
    let campaign =
        add(&mut store, Campaign { name: "Quỹ 2026".into(), since: at("2026-01-01"), ..Campaign::default() });
    let first = add(&mut store, Unit { name: "Chi cục Biển".into(), ..Unit::default() });
    let second = add(&mut store, Unit { name: "Văn phòng Sở".into(), ..Unit::default() });
    let mut person = |name: &str| add(&mut store, Person { name: name.into(), unit: second, ..Person::default() });
    let (vy, an, kin) = (person("An Thị Vy"), person("Vũ Văn An"), person("Đỗ Kín"));
    let gift = |unit, amount| Contribution { campaign, unit, amount: Vnd(amount), ..Contribution::default() };
    give(&mut store, Contribution { person: vy, ..gift(second, 100_000) });
    give(&mut store, Contribution { person: an, ..gift(second, 200_000) });
    give(&mut store, Contribution { person: an, ..gift(second, 50_000) });
    give(&mut store, Contribution { person: kin, anonymous: true, ..gift(second, 500_000) });
    give(&mut store, Contribution { people: 8, ..gift(first, 800_000) });
    let goods = Contribution { means: Means::Goods, goods: "sữa".into(), ..gift(Id::NEW, 3_000_000) };
    give(&mut store, Contribution { donor: "Nhóm Mầm Xanh".into(), ..goods.clone() });
    give(&mut store, Contribution { donor: "Người giấu tên".into(), anonymous: true, ..goods });
    add(&mut store, Contribution { date: at("2026-06-18"), ..gift(first, 9_999_000) });
    (store, campaign)
}

#[test]
fn donors_stand_by_unit_and_given_name_and_the_silent_are_counted() {
    let (store, campaign) = begun();
    let told = statement(&store, &About::Campaign(campaign)).unwrap();
    let names: Vec<Vec<String>> = told
        .parts
        .iter()
        .map(|part| part.givers.iter().map(|giver| said(giver, Amounts::OfDonors, Lang::Vi)).collect())
        .collect();
    let wanted = [
        vec!["cả đơn vị (8 người) (800.000)"],
        vec!["Vũ Văn An (250.000)", "An Thị Vy (100.000)", "01 cán bộ (500.000)"],
        vec!["Nhóm Mầm Xanh (3.000.000)", "01 người không nêu tên (3.000.000)"],
    ];
    assert_eq!(names, wanted);
    assert_eq!(
        (told.people(), told.total(), told.money, told.goods),
        (13, Vnd(7_650_000), Vnd(1_650_000), Vnd(6_000_000))
    );
    assert_eq!((told.left, told.spent.len()), (Vnd(1_650_000), 0));
}

#[test]
fn the_paper_is_one_page_and_names_nobody_who_does_not_want_it() {
    let (store, campaign) = begun();
    for about in [About::Campaign(campaign), About::Period(h1()), About::Period(Period::parse("2026").unwrap())] {
        let paper = paper(&store, &about, Amounts::OfUnits).unwrap();
        let text = txt::render(&paper, 100).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(pdf::layout(&paper).len(), 1);
        assert!(!text.contains("Đỗ Kín") && !text.contains("giấu tên") && !text.contains("(250.000)"), "{text}");
    }
}

#[test]
fn names_that_find_no_room_follow_in_an_annex() {
    let (mut store, campaign) = begun();
    for n in 0..200 {
        let donor = format!("Nhà hảo tâm thứ {n}");
        give(&mut store, Contribution { campaign, donor, amount: Vnd(1000), ..Contribution::default() });
    }
    let paper = paper(&store, &About::Campaign(campaign), Amounts::OfUnits).unwrap();
    assert_eq!(paper.annexes.len(), 1);
    assert_eq!(pdf::layout(&Paper { annexes: Vec::new(), ..paper }).len(), 1);
}
