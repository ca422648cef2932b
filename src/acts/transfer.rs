//! A parent goes to another unit: the children who were in the old one with that parent follow on the same day, and
//! keep where they were before.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::record::{Meta, Record, Row};
use crate::domain::stay::Stay;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::store::{Result, Store};
use crate::text::family as t;

/// Moves a person to a unit from a day on, and the children who follow; how many they are. A move that was before one
/// already written down holds until that one: the person stays where it led.
///
/// # Errors
/// If the day has not come, the person is in that unit already, or the store refuses; then nothing was written.
pub fn run(store: &mut Store, person: Id<Person>, unit: Id<Unit>, day: NaiveDate) -> Result<usize> {
    if day > store.today() {
        return Err(t::TRANSFER_LATER.into());
    }
    let mut person = store.get(person)?;
    let later = before_another(store, &person, day)?;
    if !later.is_empty() {
        if later.iter().all(|stay| stay.unit == unit) {
            return Err(t::TRANSFER_SAME.into());
        }
        return store
            .write(Step::new(Act::Transfer, Person::TABLE, person.name), |store| between(store, later, unit, day));
    }
    if person.unit == unit {
        return Err(t::TRANSFER_SAME.into());
    }
    store.write(Step::new(Act::Transfer, Person::TABLE, person.name.clone()), |store| {
        let old = std::mem::replace(&mut person.unit, unit);
        store.put_record(&mut person)?;
        follow(store, &person, old, day)
    })
}

/// Where the children who are with a person were on a day, if they have left that unit since.
fn before_another(store: &Store, person: &Person, day: NaiveDate) -> Result<Vec<Stay>> {
    let mut found = Vec::new();
    for child in children_of(store, person.id)?.into_iter().filter(|child| child.unit == person.unit) {
        let stays = store.find::<Stay>("child", &Value::Int(child.id.0))?;
        found.extend(stays.into_iter().filter(|stay| day <= stay.until).min_by_key(|stay| (stay.until, stay.id.0)));
    }
    Ok(found)
}

/// Parts each stay on a day: before it the child was where it was, from then on in the unit.
fn between(store: &mut Store, stays: Vec<Stay>, unit: Id<Unit>, day: NaiveDate) -> Result<usize> {
    let moved = stays.len();
    for mut stay in stays {
        let until = day.pred_opt().unwrap_or(day);
        store.put_record(&mut Stay { child: stay.child, unit: stay.unit, until, ..Stay::default() })?;
        stay.unit = unit;
        store.put_record(&mut stay)?;
    }
    Ok(moved)
}

/// The unit that a person leaves by a row that was typed, which is not saved yet.
pub(super) fn left(store: &Store, meta: &Meta, row: &Row) -> Option<Id<Unit>> {
    if meta.table != Person::TABLE || row.id == 0 {
        return None;
    }
    let before = store.get::<Person>(Id::of(row.id)).ok()?;
    (!before.unit.is_new() && *meta.value(row, "unit") != Value::Int(before.unit.0)).then_some(before.unit)
}

/// The children of a person who were in the old unit: they go along, unless another parent stays there.
/// How many they are.
pub(super) fn follow(store: &mut Store, person: &Person, old: Id<Unit>, day: NaiveDate) -> Result<usize> {
    let mut moved = 0;
    for mut child in children_of(store, person.id)? {
        if child.unit != old || stays_with_another(store, &child, person.id, old)? {
            continue;
        }
        if !old.is_new() {
            let until = day.pred_opt().unwrap_or(day);
            store.put_record(&mut Stay { child: child.id, unit: old, until, ..Stay::default() })?;
        }
        child.unit = person.unit;
        store.put_record(&mut child)?;
        moved += 1;
    }
    Ok(moved)
}

fn children_of(store: &Store, person: Id<Person>) -> Result<Vec<Child>> {
    let mut found: Vec<Child> = Vec::new();
    for column in ["father", "mother", "carer"] {
        for child in store.find::<Child>(column, &Value::Int(person.0))? {
            if !found.iter().any(|it| it.id == child.id) {
                found.push(child);
            }
        }
    }
    Ok(found)
}

fn stays_with_another(store: &Store, child: &Child, gone: Id<Person>, unit: Id<Unit>) -> Result<bool> {
    for id in [child.father, child.mother].into_iter().filter(|id| !id.is_new() && *id != gone) {
        let other = store.get(id)?;
        if other.unit == unit && other.staff != Employed::No {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::acts::keep::save;
    use crate::acts::sample::{child, day, staff, store, unit};
    use crate::domain::stay::unit_on;

    #[test]
    fn children_follow_on_the_day_and_undo_brings_them_back() {
        let mut store = store();
        let (office, forest) = (unit(&mut store, "Văn phòng"), unit(&mut store, "Kiểm lâm"));
        let father = staff(&mut store, "Lộc Văn Hà", office);
        let id = child(&mut store, "Lộc Văn Đông", "2015-03-05", father, office);
        assert_eq!(run(&mut store, father, forest, day("2026-04-01")).unwrap(), 1);
        assert_eq!(store.get(id).unwrap().unit, forest);
        let stays = store.find::<Stay>("child", &Value::Int(id.0)).unwrap();
        assert_eq!(stays.iter().map(|it| (it.unit, it.until)).collect::<Vec<_>>(), [(office, day("2026-03-31"))]);
        assert!(run(&mut store, father, forest, day("2026-04-01")).is_err());
        assert!(run(&mut store, father, office, day("2026-05-21")).is_err());
        store.undo().unwrap();
        assert_eq!((store.get(id).unwrap().unit, store.get(father).unwrap().unit), (office, office));
        assert!(store.all::<Stay>().unwrap().is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

        /// In whatever order the moves of a parent are written down, the child was where they led on each day.
        #[test]
        fn moves_written_down_in_any_order_lead_where_they_led(order in Just(vec![0usize, 1, 2, 3]).prop_shuffle(), kept in 1usize..=4) {
            let mut store = store();
            let office = unit(&mut store, "Văn phòng");
            let father = staff(&mut store, "Lộc Văn Hà", office);
            let id = child(&mut store, "Lộc Văn Đông", "2015-03-05", father, office);
            let days = ["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"].map(day);
            let units: Vec<_> = ["A", "B", "C", "D"].into_iter().map(|name| unit(&mut store, name)).collect();
            let told: Vec<usize> = order.into_iter().take(kept).collect();
            for at in &told {
                prop_assert_eq!(run(&mut store, father, units[*at], days[*at]).unwrap(), 1);
            }
            let stays = store.find::<Stay>("child", &Value::Int(id.0)).unwrap();
            let now = store.get(id).unwrap().unit;
            prop_assert_eq!(store.get(father).unwrap().unit, now);
            for on in (0..150).map(|n| day("2026-01-01") + chrono::Days::new(n)) {
                let led = told.iter().filter(|at| days[**at] <= on).max();
                prop_assert_eq!(unit_on(&stays, now, on), led.map_or(office, |at| units[*at]), "{} {:?}", on, &told);
            }
            for _ in &told {
                store.undo().unwrap();
            }
            prop_assert!(store.all::<Stay>().unwrap().is_empty());
        }
    }

    #[test]
    fn a_child_stays_with_the_parent_who_stays() {
        let mut store = store();
        let (office, forest) = (unit(&mut store, "Văn phòng"), unit(&mut store, "Kiểm lâm"));
        let (father, mother) = (staff(&mut store, "Lộc Văn Hà", office), staff(&mut store, "Vi Thị Lan", office));
        let id = child(&mut store, "Lộc Văn Đông", "2015-03-05", father, office);
        let mut both = store.get(id).unwrap();
        both.mother = mother;
        store.save(&mut both).unwrap();
        assert_eq!(run(&mut store, father, forest, day("2026-04-01")).unwrap(), 0);
        assert_eq!(store.get(id).unwrap().unit, office);
    }

    #[test]
    fn a_unit_typed_over_in_the_form_moves_them_today() {
        let mut store = store();
        let (office, forest) = (unit(&mut store, "Văn phòng"), unit(&mut store, "Kiểm lâm"));
        let father = staff(&mut store, "Lộc Văn Hà", office);
        let id = child(&mut store, "Lộc Văn Đông", "2015-03-05", father, office);
        let mut row = store.get(father).unwrap().row();
        Person::META.set(&mut row, "note", "x".into());
        assert_eq!(save(&mut store, Person::META, &mut row).unwrap(), 0);
        Person::META.set(&mut row, "unit", Value::Int(forest.0));
        assert_eq!(save(&mut store, Person::META, &mut row).unwrap(), 1);
        assert_eq!(store.get(id).unwrap().unit, forest);
        assert_eq!(store.all::<Stay>().unwrap()[0].until, day("2026-05-19"));
        assert_eq!(store.check().unwrap(), []);
    }
}
