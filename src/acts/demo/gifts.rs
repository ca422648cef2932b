//! The gift lists of the sample events, judged by the same rule as real ones, approved and handed over.
use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::{Office, date};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState, judge};
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::store::{Result, Store};

/// How a list was approved, and how many gifts nobody has fetched.
pub(super) struct Approval {
    paper: &'static str,
    on: NaiveDate,
    pending: usize,
}

impl Approval {
    /// By which paper, on which day; how many gifts still wait.
    pub(super) fn new(paper: &'static str, on: &str, pending: usize) -> Self {
        Self { paper, on: date(on), pending }
    }
}

/// Puts a line for each child, approves the list, and hands the gifts over; the answer is the lines.
pub(super) fn fill(store: &mut Store, office: &mut Office, event: &Event, approval: &Approval) -> Result<Vec<Gift>> {
    let people: HashMap<i64, Person> = store.all::<Person>()?.into_iter().map(|person| (person.id.0, person)).collect();
    let units: HashMap<i64, String> = office.units.iter().map(|unit| (unit.id.0, unit.name.clone())).collect();
    let mut gifts: Vec<Gift> = Vec::new();
    for child in office.families.iter().flatten() {
        gifts.push(line(child, event, &people, units.get(&child.unit.0)));
    }
    hand_over(office, event, approval, &mut gifts);
    for gift in &mut gifts {
        store.put_record(gift)?;
    }
    let id = event.id.0;
    store.set(Event::META, id, "approved_on", &approval.on.value())?;
    store.set(Event::META, id, "approval", &Value::from(approval.paper))?;
    store.set(Event::META, id, "approver", &Value::from(office.director().as_str()))?;
    Ok(gifts)
}

/// A child's line as it stands on the day of approval.
fn line(child: &Child, event: &Event, people: &HashMap<i64, Person>, unit: Option<&String>) -> Gift {
    let (father, mother) = (people.get(&child.father.0), people.get(&child.mother.0));
    let (included, reason) = judge(child, father, mother, event);
    let carer = people.get(&child.carer.0);
    let parents: Vec<&str> = [father, mother, carer].into_iter().flatten().map(|person| person.name.as_str()).collect();
    Gift {
        name: child.name.clone(),
        born: child.born,
        parents: parents.join(", "),
        unit: unit.cloned().unwrap_or_default(),
        event: event.id,
        child: child.id,
        included,
        reason,
        value: if included { event.gift_value } else { Vnd(0) },
        ..Gift::default()
    }
}

/// Most are handed over on the day, some to a colleague, some the day after; a few wait.
fn hand_over(office: &mut Office, event: &Event, approval: &Approval, gifts: &mut [Gift]) {
    let mut waiting = approval.pending;
    for (at, gift) in gifts.iter_mut().filter(|gift| gift.included).enumerate() {
        if waiting > 0 && at % 29 == 17 {
            waiting -= 1;
            continue;
        }
        gift.state = GiftState::Received;
        gift.received_on = Some(event.date);
        if office.dice.chance(8) {
            // The one who came for it works in the same unit as the parent.
            let colleagues: Vec<&Person> =
                office.staff.iter().map(|member| &member.person).filter(|person| person.serves(event.date)).collect();
            let colleague = office.dice.pick(&colleagues);
            gift.state = GiftState::Proxy;
            gift.receiver = colleague.name.clone();
            gift.received_on = event.date.checked_add_days(Days::new(if office.dice.chance(50) { 3 } else { 0 }));
        }
    }
}
