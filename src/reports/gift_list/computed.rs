//! The list an event would have: every child judged.
use std::collections::HashMap;

use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, judge};
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::stay::{Stay, unit_on};
use crate::domain::unit::Unit;
use crate::store::{Result, Store};

/// The list an event would have today: a line for every child on the roster, in given-name order, with whether it
/// gets a gift and why. Not saved.
///
/// # Errors
/// If SQLite refuses.
pub fn computed(store: &Store, event: &Event) -> Result<Vec<Gift>> {
    let people: HashMap<i64, Person> = store.all::<Person>()?.into_iter().map(|it| (it.id.0, it)).collect();
    let units: HashMap<i64, String> = store.all::<Unit>()?.into_iter().map(|it| (it.id.0, it.name)).collect();
    let mut stays: HashMap<i64, Vec<Stay>> = HashMap::new();
    for stay in store.all::<Stay>()? {
        stays.entry(stay.child.0).or_default().push(stay);
    }
    let line = |child: Child| {
        let parents = [child.father, child.mother].map(|id| people.get(&id.0));
        let (included, reason) = judge(&child, parents[0], parents[1], event);
        let serving: Vec<&Person> = parents.into_iter().flatten().filter(|person| person.serves(event.date)).collect();
        let named: Vec<&Person> =
            if serving.is_empty() { parents.into_iter().flatten().collect() } else { serving.clone() };
        let before = stays.get(&child.id.0).map_or(&[][..], Vec::as_slice);
        let unit = [unit_on(before, child.unit, event.date)]
            .into_iter()
            .chain(serving.iter().map(|person| person.unit))
            .find(|id| !id.is_new());
        Gift {
            name: child.name,
            born: child.born,
            parents: named.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", "),
            unit: unit.and_then(|id| units.get(&id.0)).cloned().unwrap_or_default(),
            event: event.id,
            child: child.id,
            included,
            reason,
            value: if included { event.gift_value } else { Vnd(0) },
            ..Gift::default()
        }
    };
    Ok(store.all::<Child>()?.into_iter().map(line).collect())
}
