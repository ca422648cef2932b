//! The gift lists of the sample events, judged by the same rule as real ones, approved and handed over.
use chrono::{Days, NaiveDate};

use super::{Office, date};
use crate::acts::gifts;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::value::Cell;
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

/// Makes the list, approves it, and hands the gifts over; the answer is the lines.
pub(super) fn fill(store: &mut Store, office: &mut Office, event: &Event, approval: &Approval) -> Result<Vec<Gift>> {
    gifts::make_within(store, event.id)?;
    gifts::approve_within(store, event.id, approval.paper, &office.director(), approval.on)?;
    let mut lines = store.find::<Gift>("event", &event.id.value())?;
    hand_over(office, event, approval, &mut lines);
    for line in &mut lines {
        store.put_record(line)?;
    }
    Ok(lines)
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
        // A colleague of the parent's unit took some of them along.
        let colleague = if office.dice.chance(8) { colleague(office, event, gift) } else { None };
        if let Some(name) = colleague {
            gift.state = GiftState::Proxy;
            gift.receiver = name;
            gift.received_on = event.date.checked_add_days(Days::new(if office.dice.chance(50) { 3 } else { 0 }));
        }
    }
}

/// Someone else in service in the unit of a gift's family.
fn colleague(office: &mut Office, event: &Event, gift: &Gift) -> Option<String> {
    let unit = office.units.iter().find(|unit| unit.name == gift.unit)?.id;
    let found: Vec<&str> = office
        .staff
        .iter()
        .map(|member| &member.person)
        .filter(|person| person.unit == unit && person.serves(event.date) && !gift.parents.contains(&person.name))
        .map(|person| person.name.as_str())
        .collect();
    (!found.is_empty()).then(|| office.dice.pick(&found).to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::acts::demo::{day, tests::sample};
    use crate::domain::gift::Reason;
    use crate::domain::value::Value;

    #[test]
    fn the_gift_lists_are_frozen_and_show_every_reason() {
        let store = sample();
        let mut reasons: HashSet<Reason> = HashSet::new();
        let mut approved = 0;
        for event in store.all::<Event>().unwrap().iter().filter(|event| event.gift_value.0 > 0 && event.date < day()) {
            assert!(
                event.approved_on.is_some_and(|on| on < event.date) && !event.approver.is_empty(),
                "{}",
                event.name
            );
            let gifts = store.find::<Gift>("event", &Value::Int(event.id.0)).unwrap();
            assert_eq!(gifts.len(), 140);
            reasons.extend(gifts.iter().map(|gift| gift.reason));
            assert!(gifts.iter().any(|gift| gift.state == GiftState::Proxy && !gift.receiver.is_empty()));
            assert!(gifts.iter().any(|gift| gift.included && gift.state == GiftState::Pending));
            let value: i64 = gifts.iter().map(|gift| gift.value.0).sum();
            assert_eq!(value, event.gift_value.0 * event.gifts);
            assert!(
                event.cost.0 > value && event.cost <= event.budget,
                "{} {:?} {:?}",
                event.name,
                event.cost,
                event.budget
            );
            assert!((60..=event.gifts).contains(&event.children_present), "{}", event.children_present);
            approved += 1;
        }
        assert_eq!((approved, reasons.len()), (2, 8), "{reasons:?}");
    }
}
