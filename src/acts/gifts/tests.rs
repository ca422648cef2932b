use super::*;
use crate::acts::sample::{self, day};
use crate::acts::transfer;
use crate::domain::child::Child;
use crate::domain::gift::Reason;
use crate::domain::money::Vnd;
use crate::domain::stay::{Stay, unit_on};
use proptest::prelude::*;

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

#[test]
fn what_is_decided_by_hand_stays_decided_and_can_be_given_back() {
    let (mut store, event) = office();
    make(&mut store, event).unwrap();
    let (grown, young) = (gifts(&store)[0].id, gifts(&store)[1].id);
    assert!(decide(&mut store, grown, 1, " ").is_err(), "a decision has its reason");
    decide(&mut store, grown, 1, "Đang học lớp 12, hoàn cảnh khó khăn").unwrap();
    decide(&mut store, young, 2, "Sinh đôi, một cháu chưa có tên").unwrap();
    make(&mut store, event).unwrap();
    let told: Vec<_> =
        gifts(&store).iter().map(|gift| (gift.included, gift.count, gift.value.0, gift.reason)).collect();
    assert_eq!(told, [(true, 1, 200_000, Reason::AddedByHand), (true, 2, 400_000, Reason::AddedByHand)]);
    assert_eq!((store.get(event).unwrap().gifts, store.get(event).unwrap().gifts_value), (3, Vnd(600_000)));
    decide(&mut store, young, 0, "Gia đình không nhận").unwrap();
    assert_eq!((gifts(&store)[1].included, gifts(&store)[1].reason), (false, Reason::TakenByHand));
    release(&mut store, young).unwrap();
    assert!(release(&mut store, young).is_err());
    assert_eq!((gifts(&store)[1].value, gifts(&store)[1].reason), (Vnd(200_000), Reason::Eligible));
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn who_comes_late_comes_in_by_a_supplement_with_an_approval_of_its_own() {
    let (mut store, event) = office();
    assert!(follow_up(&mut store, event).is_err(), "nothing follows a list that is not approved");
    approve(&mut store, event, "12/QĐ", "Giám đốc", day("2026-05-18")).unwrap();
    assert!(follow_up(&mut store, event).is_err(), "nobody is new");
    let (unit, father) =
        (store.all::<crate::domain::unit::Unit>().unwrap()[0].id, store.all::<Child>().unwrap()[0].father);
    sample::child(&mut store, "Lê Bảo Châu", "2020-01-05", father, unit);
    let frozen = store.get(event).unwrap();
    let drift = crate::reports::gift_list::drift(&store, &frozen).unwrap();
    assert_eq!((drift.more.len(), drift.less.len(), drift.more[0].1.as_str()), (1, 0, "Lê Bảo Châu"));
    assert_eq!(follow_up(&mut store, event).unwrap(), 1);
    let late = gifts(&store).into_iter().find(|gift| gift.name == "Lê Bảo Châu").unwrap();
    assert!(tick(&mut store, &[late.id], GiftState::Received, "", day("2026-06-01")).is_err(), "not approved yet");
    // The grown child, left out of the list, is let in by hand: by the same supplement.
    let grown = gifts(&store).into_iter().find(|gift| !gift.included).unwrap();
    decide(&mut store, grown.id, 1, "Con thương binh").unwrap();
    assert_eq!(store.get(grown.id).unwrap().supplement, late.supplement);
    store.undo().unwrap();
    assert_eq!(store.get(grown.id).unwrap(), grown);
    approve_supplement(&mut store, event, "15/QĐ", "Giám đốc", day("2026-05-20")).unwrap();
    assert!(decide(&mut store, late.id, 0, "x").is_err() && store.undo().is_err());
    tick(&mut store, &[late.id], GiftState::Received, "", day("2026-06-01")).unwrap();
    assert!(unapprove(&mut store, event).is_err(), "its gift was handed over");
    tick(&mut store, &[late.id], GiftState::Pending, "", day("2026-06-01")).unwrap();
    unapprove(&mut store, event).unwrap();
    assert!(store.get(event).unwrap().is_frozen(), "the supplement goes first, the list still stands");
    unapprove(&mut store, event).unwrap();
    make(&mut store, event).unwrap();
    assert!(
        gifts(&store).iter().all(|gift| gift.supplement.is_new()) && open_supplement(&store, event).unwrap().is_none()
    );
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn a_child_of_two_units_gets_its_gift_where_it_was_said_once() {
    let (mut store, event) = office();
    let forest = sample::unit(&mut store, "Kiểm lâm");
    let mother = sample::staff(&mut store, "Vi Thị Hoa", forest);
    let mut child = store.all::<Child>().unwrap().into_iter().find(|child| child.name == "Lê Minh Việt").unwrap();
    child.mother = mother;
    store.save(&mut child).unwrap();
    make(&mut store, event).unwrap();
    let unit = |store: &Store| store.find::<Gift>("child", &Value::Int(child.id.0)).unwrap()[0].unit.clone();
    assert_eq!(unit(&store), "Văn phòng");
    side(&mut store, &[child.id], crate::domain::child::GiftSide::Mother).unwrap();
    assert_eq!((unit(&store).as_str(), gifts(&store).len()), ("Kiểm lâm", 2), "open lists follow, one gift as before");
    store.undo().unwrap();
    assert_eq!(unit(&store), "Văn phòng");
}

#[test]
fn a_transfer_on_the_day_counts_for_the_day() {
    for (moved, unit_of_gift) in [("2026-06-01", "Kiểm lâm"), ("2026-06-02", "Văn phòng")] {
        let (mut store, event) = office();
        let forest = sample::unit(&mut store, "Kiểm lâm");
        let child = store.all::<Child>().unwrap().into_iter().find(|child| child.name == "Lê Minh Việt").unwrap();
        let mut stay = crate::domain::stay::Stay {
            child: child.id,
            unit: child.unit,
            until: day(moved).pred_opt().unwrap(),
            ..crate::domain::stay::Stay::default()
        };
        store.save(&mut stay).unwrap();
        store.save(&mut Child { unit: forest, ..child }).unwrap();
        make(&mut store, event).unwrap();
        assert_eq!(store.get(included(&store)).unwrap().unit, unit_of_gift, "{moved}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whenever the parent went to other units, before the event, on its day or after, twice on one day even: the child is
    /// in one unit on each day, and its one gift is where it was on the event's day.
    #[test]
    fn a_gift_is_where_the_child_was_on_the_day(moves in proptest::collection::vec((-3i64..=3, 0usize..3), 0..5)) {
        let (mut store, event) = office();
        let held = day("2026-05-10");
        let date = |offset: i64| held + chrono::Days::new(10) - chrono::Days::new(u64::try_from(10 - offset).unwrap());
        let mut moved = store.get(event).unwrap();
        moved.date = held;
        store.save(&mut moved).unwrap();
        let child = store.all::<Child>().unwrap().into_iter().find(|child| child.name == "Lê Minh Việt").unwrap();
        let units = [child.unit, sample::unit(&mut store, "Kiểm lâm"), sample::unit(&mut store, "Thanh tra")];
        let mut moves = moves;
        moves.sort_by_key(|(offset, _)| *offset);
        let mut was = vec![(-9, child.unit)];
        for (offset, unit) in moves {
            if was.last().is_some_and(|(_, last)| *last == units[unit]) {
                continue;
            }
            transfer::run(&mut store, child.father, units[unit], date(offset)).unwrap();
            was.push((offset, units[unit]));
        }
        let expected = |on: i64| was.iter().rfind(|(offset, _)| *offset <= on).unwrap().1;
        let stays = store.find::<Stay>("child", &Value::Int(child.id.0)).unwrap();
        let now = store.get(child.id).unwrap().unit;
        for on in -5..=5 {
            prop_assert_eq!(unit_on(&stays, now, date(on)), expected(on), "{} {:?}", on, &was);
        }
        make(&mut store, event).unwrap();
        let its: Vec<Gift> = gifts(&store).into_iter().filter(|gift| gift.child == child.id).collect();
        prop_assert_eq!(its.len(), 1);
        prop_assert_eq!(&its[0].unit, &store.get(expected(0)).unwrap().name);
    }
}
