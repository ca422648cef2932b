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
        .map(|part| part.givers.iter().map(|giver| part.said(giver, Amounts::OfDonors, Lang::Vi)).collect())
        .collect();
    let wanted = [
        vec!["cả đơn vị (8 người) (800.000)"],
        // One of three is not named: the amounts of the others would tell that one's.
        vec!["Vũ Văn An", "An Thị Vy", "01 cán bộ"],
        vec!["Nhóm Mầm Xanh", "01 người không nêu tên"],
    ];
    assert_eq!(names, wanted);
    assert_eq!(
        (told.people(), told.total(), told.money, told.goods),
        (13, Vnd(7_650_000), Vnd(1_650_000), Vnd(6_000_000))
    );
    assert_eq!((told.left, told.spent.len()), (Vnd(1_650_000), 0));
}

#[test]
fn amounts_are_told_where_enough_are_not_named() {
    let (mut store, campaign) = begun();
    let unit = store.named::<Unit>("Văn phòng Sở").unwrap()[0].id;
    for name in ["Hà", "Lan"] {
        let person = add(&mut store, Person { name: name.into(), unit, ..Person::default() });
        let gift = Contribution { campaign, unit, person, amount: Vnd(10_000), ..Contribution::default() };
        give(&mut store, Contribution { anonymous: true, ..gift });
    }
    let told = statement(&store, &About::Campaign(campaign)).unwrap();
    let part = &told.parts[1];
    let names: Vec<String> = part.givers.iter().map(|giver| part.said(giver, Amounts::OfDonors, Lang::Vi)).collect();
    assert_eq!(names, ["Vũ Văn An (250.000)", "An Thị Vy (100.000)", "03 cán bộ (520.000)"]);
}

#[test]
fn in_a_period_who_gave_to_two_campaigns_counts_once() {
    let (mut store, campaign) = begun();
    let other = add(&mut store, Campaign { name: "Trung thu".into(), since: at("2026-01-01"), ..Campaign::default() });
    let unit = store.named::<Unit>("Văn phòng Sở").unwrap()[0].id;
    let line = Contribution { unit, people: 5, amount: Vnd(500_000), ..Contribution::default() };
    give(&mut store, Contribution { campaign: other, ..line });
    let people = |about| {
        let told = statement(&store, &about).unwrap();
        told.parts.iter().find(|part| part.id == unit).map(|part| part.people)
    };
    let period = Period::parse("2026").unwrap();
    assert_eq!(
        [About::Campaign(campaign), About::Campaign(other), About::Period(period)].map(people),
        [Some(3), Some(5), Some(5)]
    );
}

#[test]
fn what_was_brought_along_came_and_went_is_what_is_left() {
    let (mut store, _) = begun();
    let (last, this) = (Period::parse("2025").unwrap(), Period::parse("2026").unwrap());
    let old =
        Campaign { name: "Quỹ cũ".into(), since: at("2025-01-01"), opening: Vnd(4_000_000), ..Campaign::default() };
    let old = add(&mut store, old);
    let gift = Contribution {
        date: at("2025-06-01"),
        campaign: old,
        donor: "Nhóm cũ".into(),
        amount: Vnd(700_000),
        ..Contribution::default()
    };
    let gift = add(&mut store, gift);
    let meta = <Contribution as crate::domain::record::Record>::META;
    let step = || crate::domain::act::Step::new(crate::domain::act::Act::Post, "contribution", "");
    store.write(step(), |store| store.post_row(meta, gift.0, at("2025-06-01"))).unwrap();
    let sums = |store: &Store, about: &About| {
        let told = statement(store, about).unwrap();
        assert_eq!(told.brought + told.money - told.taken_back - told.spent.iter().map(|(_, it)| *it).sum(), told.left);
        assert_eq!(told.parts.iter().map(|part| part.amount).sum::<Vnd>(), told.money + told.goods);
        (told.brought.0, told.money.0, told.taken_back.0, told.left.0)
    };
    let about = [About::Period(last), About::Period(this), About::Campaign(old)];
    assert_eq!(sums(&store, &about[0]), (4_000_000, 700_000, 0, 4_700_000));
    assert_eq!(sums(&store, &about[1]), (4_700_000, 1_650_000, 0, 6_350_000));
    // What is taken back this year was told last year, and is told as taken back now.
    store
        .write(step(), |store| {
            let id = store.reverse_row(meta, gift.0, at("2026-03-01"), "nhầm")?;
            store.post_row(meta, id, at("2026-03-01"))
        })
        .unwrap();
    assert_eq!(sums(&store, &about[0]), (4_000_000, 700_000, 0, 4_700_000));
    assert_eq!(sums(&store, &about[1]), (4_700_000, 1_650_000, 700_000, 5_650_000));
    assert_eq!(sums(&store, &about[2]), (4_000_000, 0, 0, 4_000_000));
    let text = txt::render(&paper(&store, &about[1], Amounts::OfUnits).unwrap(), 100);
    assert!(text.contains("Số dư mang sang: 4.700.000 đồng.") && text.contains("kỳ trước: 700.000 đồng"), "{text}");
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
