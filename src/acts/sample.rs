//! A small store for the tests of acts.
use chrono::NaiveDate;

use crate::domain::born::Born;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::{Employed, Person};
use crate::domain::unit::Unit;
use crate::store::Store;
use crate::store::clock::Clock;

/// A day in ISO form.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// An empty store whose day is 20 May 2026.
pub fn store() -> Store {
    let now = || day("2026-05-20").and_hms_opt(8, 0, 0).unwrap();
    Store::memory("thu", Clock { day: None, now }).unwrap()
}

/// A unit by its name.
pub fn unit(store: &mut Store, name: &str) -> Id<Unit> {
    let mut unit = Unit { name: name.into(), ..Unit::default() };
    store.save(&mut unit).unwrap();
    unit.id
}

/// A member of a unit's staff.
pub fn staff(store: &mut Store, name: &str, unit: Id<Unit>) -> Id<Person> {
    let mut person = Person { name: name.into(), unit, staff: Employed::Yes, ..Person::default() };
    store.save(&mut person).unwrap();
    person.id
}

/// A child of a father.
pub fn child(store: &mut Store, name: &str, born: &str, father: Id<Person>, unit: Id<Unit>) -> Id<Child> {
    let born = Born::from_iso(born);
    let mut child = Child { name: name.into(), born, father, unit, ..Child::default() };
    store.save(&mut child).unwrap();
    child.id
}

/// Children's day 2026 with gifts of 200.000 đồng.
pub fn event(store: &mut Store) -> Id<Event> {
    let mut event =
        Event {
            name: "Tết Thiếu nhi".into(), date: day("2026-06-01"), gift_value: Vnd(200_000), ..Event::default()
        };
    store.save(&mut event).unwrap();
    event.id
}
