use super::*;
use crate::acts::sample::{self, day};
use crate::domain::child::Child;
use crate::domain::gift::Reason;
use crate::domain::money::Vnd;

fn office() -> (Store, Id<Event>) {
    let mut store = sample::store();
    let unit = sample::unit(&mut store, "Văn phòng");
    let father = sample::staff(&mut store, "Lê Anh Ân", unit);
    sample::child(&mut store, "Lê Minh Việt", "2015-03-04", father, unit);
    sample::child(&mut store, "Lê Minh An", "2005-03-04", father, unit);
    let event = sample::event(&mut store);
    (store, event)
}

fn gifts(store: &Store) -> Vec<Gift> {
    store.all::<Gift>().unwrap()
}

fn included(store: &Store) -> Id<Gift> {
    gifts(store).iter().find(|gift| gift.included).unwrap().id
}

#[test]
fn a_list_says_of_each_child_why() {
    let (mut store, event) = office();
    assert_eq!(make(&mut store, event).unwrap(), Made { included: 1, left_out: 1 });
    let list = gifts(&store);
    let told: Vec<_> = list.iter().map(|gift| (gift.name.as_str(), gift.value.0, gift.reason)).collect();
    assert_eq!(told, [("Lê Minh An", 0, Reason::TooOld), ("Lê Minh Việt", 200_000, Reason::Eligible)]);
    assert_eq!((list[1].parents.as_str(), list[1].unit.as_str()), ("Lê Anh Ân", "Văn phòng"));
}

#[test]
fn making_twice_changes_nothing_and_what_changed_keeps_its_line() {
    let (mut store, event) = office();
    make(&mut store, event).unwrap();
    let (before, last) = (gifts(&store), store.undoable().unwrap());
    make(&mut store, event).unwrap();
    assert_eq!((gifts(&store), store.undoable().unwrap()), (before.clone(), last));
    let mut changed = store.get(event).unwrap();
    changed.gift_value = Vnd(250_000);
    store.save(&mut changed).unwrap();
    let gone = before[0].child;
    store.trash(Child::META, &[gone.0]).unwrap();
    make(&mut store, event).unwrap();
    let after = gifts(&store);
    assert_eq!((after.len(), after[0].id, after[0].value), (1, before[1].id, Vnd(250_000)));
    store.undo().unwrap();
    assert_eq!(gifts(&store), before);
}

#[test]
fn a_line_in_the_trash_is_made_anew() {
    let (mut store, event) = office();
    make(&mut store, event).unwrap();
    let id = included(&store);
    store.trash(Gift::META, &[id.0]).unwrap();
    make(&mut store, event).unwrap();
    assert_eq!(gifts(&store).len(), 2);
}

#[test]
fn an_approved_list_stands_still_until_the_approval_is_withdrawn() {
    let (mut store, event) = office();
    approve(&mut store, event, "12/QĐ", "Giám đốc", day("2026-05-25")).unwrap();
    assert_eq!(gifts(&store).len(), 2);
    assert!(make(&mut store, event).is_err() && store.undo().is_err());
    assert!(approve(&mut store, event, "13/QĐ", "Giám đốc", day("2026-05-26")).is_err());
    let found = store.get(event).unwrap();
    assert_eq!((found.approval.as_str(), found.approver.as_str()), ("12/QĐ", "Giám đốc"));
    unapprove(&mut store, event).unwrap();
    assert!(unapprove(&mut store, event).is_err());
    make(&mut store, event).unwrap();
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn a_list_without_children_is_not_approved() {
    let mut store = sample::store();
    let event = sample::event(&mut store);
    assert!(approve(&mut store, event, "1", "Giám đốc", day("2026-05-25")).is_err());
    assert!(!store.get(event).unwrap().is_frozen());
}

#[test]
fn gifts_are_ticked_on_approved_lines_only() {
    let (mut store, event) = office();
    make(&mut store, event).unwrap();
    let given = day("2026-06-01");
    let id = included(&store);
    let out = gifts(&store).iter().find(|gift| !gift.included).unwrap().id;
    assert!(tick(&mut store, &[id], GiftState::Received, "", given).is_err());
    approve(&mut store, event, "12/QĐ", "Giám đốc", day("2026-05-25")).unwrap();
    assert!(tick(&mut store, &[id, out], GiftState::Received, "", given).is_err());
    assert!(tick(&mut store, &[id], GiftState::Proxy, " ", given).is_err());
    tick(&mut store, &[id], GiftState::Proxy, "Lý Thị Hà", given).unwrap();
    let gift = store.get(id).unwrap();
    assert_eq!((gift.receiver.as_str(), gift.received_on), ("Lý Thị Hà", Some(given)));
    assert!(unapprove(&mut store, event).is_err());
    tick(&mut store, &[id], GiftState::Pending, "Lý Thị Hà", given).unwrap();
    let gift = store.get(id).unwrap();
    assert_eq!((gift.receiver.as_str(), gift.received_on), ("", None));
    unapprove(&mut store, event).unwrap();
}
