//! Children made one and two again.
use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::acts::gifts;
use crate::acts::sample::{self, day};
use crate::domain::circumstance::Hardship;
use crate::domain::gift::Gift;
use crate::domain::money::Vnd;
use crate::domain::support::Support;
use crate::domain::trashed::Trashed;
use crate::domain::unit::Unit;
use crate::store::journal;
use crate::store::list::Query;
use crate::text::Lang;

/// Two rows of one child, of different units.
fn twice(store: &mut Store) -> (Child, Child) {
    for at in 1..7 {
        let mut hardship = Hardship { name: format!("khó khăn {at}"), ..Hardship::default() };
        store.save(&mut hardship).unwrap();
    }
    let (office, inspectors) = (sample::unit(store, "Văn phòng"), sample::unit(store, "Thanh tra"));
    let father = sample::staff(store, "Lê Ân", office);
    let one = sample::child(store, "Lê Minh An", "2015-03-05", father, office);
    let other = sample::child(store, "Le Minh An", "2015-05-03", father, inspectors);
    (store.get(one).unwrap(), store.get(other).unwrap())
}

fn circumstance(store: &mut Store, child: &Child, hardship: i64, since: Option<&str>) -> Id<Circumstance> {
    let mut found =
        Circumstance { child: child.id, hardship: Id::of(hardship), since: since.map(day), ..Circumstance::default() };
    store.save(&mut found).unwrap();
    found.id
}

fn support(store: &mut Store, child: &Child) -> Support {
    let mut support = Support { date: day("2026-02-10"), child: child.id, amount: Vnd(500_000), ..Support::default() };
    store.save(&mut support).unwrap();
    support
}

/// All rows of the office's tables, as the journal would hold them.
fn all(store: &Store) -> Vec<String> {
    let mut rows = Vec::new();
    for table in journal::tables(store.reader()).unwrap() {
        let object = journal::json_object(store.reader(), &table, "t").unwrap();
        // A table of links is not searched.
        let known = "select count(*) from pragma_table_info(?1) where name = 'fold'";
        let searched: bool = store.reader().query_row(known, [&table], |row| row.get(0)).unwrap();
        let fold = if searched { " || t.fold" } else { "" };
        let text = format!("select '{table}' || {object}{fold} from \"{table}\" t order by t.id");
        let mut found = store.reader().prepare(&text).unwrap();
        rows.extend(found.query_map([], |row| row.get::<_, String>(0)).unwrap().map(|row| row.unwrap()));
    }
    rows
}

fn whole(store: &Store) {
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_belongs_to_the_merged_child_goes_to_the_kept_one_and_comes_back() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    let own = circumstance(&mut store, &one, 4, Some("2020-01-01"));
    let longer = circumstance(&mut store, &other, 4, None);
    let another = circumstance(&mut store, &other, 5, None);
    // Entered once more by the same hand: of one kind one stays.
    circumstance(&mut store, &other, 4, Some("2019-01-01"));
    let support = support(&mut store, &other);
    let before = all(&store);
    let kept = Child { note: "lớp 3A".into(), unit: other.unit, ..one.clone() };
    let id = merge(&mut store, &kept, other.id).unwrap();
    assert_eq!(store.all::<Child>().unwrap().iter().map(|it| it.id).collect::<Vec<_>>(), [one.id]);
    let held: Vec<_> = store.all::<Circumstance>().unwrap().iter().map(|it| (it.id, it.child)).collect();
    assert!(
        held.len() == 2
            && held.contains(&(longer, one.id))
            && held.contains(&(another, one.id))
            && !held.contains(&(own, one.id))
    );
    assert_eq!(store.get(support.id).unwrap().child, one.id);
    assert_eq!(store.get(one.id).unwrap().note, "lớp 3A");
    assert_eq!(store.ids(Trashed::META, &Query::default(), None).unwrap(), [] as [i64; 0]);
    whole(&store);
    separate(&mut store, id).unwrap();
    assert_eq!(all(&store), before);
    whole(&store);
    // Both steps are undone like any other.
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(all(&store), before);
    store.redo().unwrap();
    separate(&mut store, id).unwrap();
    assert_eq!(all(&store), before);
}

#[test]
fn what_was_changed_since_stays_and_what_was_added_since_stays_with_the_kept_child() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    let id = merge(&mut store, &Child { note: "a".into(), address: "b".into(), ..one.clone() }, other.id).unwrap();
    let mut kept = store.get(one.id).unwrap();
    kept.note = "sửa sau".into();
    store.save(&mut kept).unwrap();
    let later = support(&mut store, &kept);
    separate(&mut store, id).unwrap();
    let kept = store.get(one.id).unwrap();
    assert_eq!((kept.note.as_str(), kept.address.as_str()), ("sửa sau", ""));
    assert_eq!(store.get(later.id).unwrap().child, one.id);
    assert!(store.is_alive(Child::META, other.id.0).unwrap());
    whole(&store);
}

#[test]
fn an_approved_gift_list_stands_and_an_open_one_has_the_child_once() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    let (event, open) = (sample::event(&mut store), sample::event(&mut store));
    gifts::make(&mut store, event).unwrap();
    gifts::approve(&mut store, event, "QĐ 1", "Giám đốc", day("2026-05-20")).unwrap();
    gifts::make(&mut store, open).unwrap();
    let before = all(&store);
    let id = merge(&mut store, &one, other.id).unwrap();
    let children = |store: &Store, event| -> Vec<Id<Child>> {
        let mut found: Vec<Gift> = store.find("event", &Cell::value(&event)).unwrap();
        found.sort_by_key(|gift| gift.child);
        found.iter().map(|gift| gift.child).collect()
    };
    assert_eq!(children(&store, event), [one.id, other.id]);
    assert_eq!(children(&store, open), [one.id]);
    let made = gifts::make(&mut store, open).unwrap();
    assert_eq!((made.included, made.left_out), (1, 0));
    whole(&store);
    separate(&mut store, id).unwrap();
    assert_eq!(all(&store), before);
    whole(&store);
}

#[test]
fn a_list_that_was_approved_since_keeps_its_lines() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    let event = sample::event(&mut store);
    let mut left = one.clone();
    store.trash(Child::META, &[one.id.0]).unwrap();
    gifts::make(&mut store, event).unwrap();
    store.restore(Child::META, &[one.id.0]).unwrap();
    left.note = "x".into();
    let id = merge(&mut store, &left, other.id).unwrap();
    gifts::approve(&mut store, event, "QĐ 1", "Giám đốc", day("2026-05-20")).unwrap();
    separate(&mut store, id).unwrap();
    let gifts = store.find::<Gift>("event", &Cell::value(&event)).unwrap();
    assert_eq!(gifts.iter().map(|gift| gift.child).collect::<Vec<_>>(), [one.id]);
    whole(&store);
}

#[test]
fn merges_on_top_of_each_other_are_taken_apart_from_the_top() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    let third = sample::child(&mut store, "Lê M. An", "2015", Id::NEW, Id::<Unit>::NEW);
    let before = all(&store);
    let first = merge(&mut store, &Child { note: "a".into(), ..one.clone() }, other.id).unwrap();
    let middle = all(&store);
    let kept = Child { note: "b".into(), ..store.get(one.id).unwrap() };
    let second = merge(&mut store, &kept, third).unwrap();
    let refused = separate(&mut store, first).unwrap_err().say(Lang::Vi);
    assert!(refused.contains("Lê M. An"), "{refused}");
    separate(&mut store, second).unwrap();
    assert_eq!(all(&store), middle);
    // Merged without a common change, either may go first.
    let kept = store.get(one.id).unwrap();
    merge(&mut store, &kept, third).unwrap();
    separate(&mut store, first).unwrap();
    assert_eq!(store.get(one.id).unwrap().note, "");
    store.undo().unwrap();
    store.undo().unwrap();
    // The kept child is merged in its turn.
    let third = store.get(third).unwrap();
    let on_top = merge(&mut store, &third, one.id).unwrap();
    assert!(separate(&mut store, first).is_err());
    separate(&mut store, on_top).unwrap();
    separate(&mut store, first).unwrap();
    assert_eq!(all(&store), before);
    whole(&store);
}

#[test]
fn what_is_no_pair_is_refused() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    assert!(merge(&mut store, &one, one.id).is_err());
    merge(&mut store, &one, other.id).unwrap();
    assert!(merge(&mut store, &one, other.id).is_err());
    assert!(merge(&mut store, &other, one.id).is_err());
    whole(&store);
}

#[test]
fn that_two_are_not_one_is_remembered_and_forgotten() {
    let mut store = sample::store();
    let (one, other) = twice(&mut store);
    let id = tell_apart(&mut store, other.id, one.id).unwrap();
    let apart = store.get(id).unwrap();
    assert_eq!((apart.first, apart.second, apart.name.as_str()), (one.id, other.id, "Lê Minh An, Le Minh An"));
    assert!(tell_apart(&mut store, one.id, other.id).is_err());
    doubt(&mut store, id).unwrap();
    store.undo().unwrap();
    assert_eq!(store.all::<Apart>().unwrap(), [apart]);
    store.undo().unwrap();
    assert_eq!(store.all::<Apart>().unwrap(), []);
    whole(&store);
}

/// A child's values by a number each.
fn chosen(one: &Child, other: &Child, which: u16) -> Child {
    let from = |bit: u16| if which >> bit & 1 == 0 { one } else { other };
    Child {
        name: from(0).name.clone(),
        born: from(1).born,
        sex: from(2).sex,
        unit: from(3).unit,
        note: from(4).note.clone(),
        address: from(5).address.clone(),
        ..one.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn taken_apart_is_as_it_was_before(
        which in 0_u16..64,
        held in proptest::collection::vec((any::<bool>(), 1_i64..6, 0_u32..4, any::<bool>()), 0..6),
        lists in 0_usize..3,
        approved in any::<bool>(),
        swap in any::<bool>(),
    ) {
        let mut store = sample::store();
        let (one, mut other) = twice(&mut store);
        other.note = "từ sổ cũ".into();
        other.address = "Khối 5".into();
        store.save(&mut other).unwrap();
        let (one, other) = if swap { (other, one) } else { (one, other) };
        for (first, hardship, since, help) in held {
            let child = if first { &one } else { &other };
            let since = NaiveDate::from_ymd_opt(2019 + i32::try_from(since).unwrap(), 5, 1).map(|it| it.to_string());
            circumstance(&mut store, child, hardship, since.as_deref());
            if help {
                support(&mut store, child);
            }
        }
        for at in 0..lists {
            let event = sample::event(&mut store);
            gifts::make(&mut store, event).unwrap();
            if approved && at == 0 {
                gifts::approve(&mut store, event, "1", "a", day("2026-05-20")).unwrap();
            }
        }
        let before = all(&store);
        let id = merge(&mut store, &chosen(&one, &other, which), other.id).unwrap();
        prop_assert_ne!(&all(&store), &before);
        prop_assert_eq!(store.check().unwrap(), []);
        separate(&mut store, id).unwrap();
        prop_assert_eq!(all(&store), before);
        prop_assert_eq!(store.check().unwrap(), []);
    }
}
