//! What the office decides by hand about gifts: a child added or left out with a reason, and with which parent's unit
//! a child gets them.
use super::supplement::open_within;
use crate::domain::act::{Act, Step};
use crate::domain::child::{Child, GiftSide};
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::reports::gift_list::{self, Roster};
use crate::store::{Result, Store};
use crate::text::event as e;

/// Gives a child so many gifts, or none (0), whatever the rules say; why is written down. On a list that is approved
/// the child comes in by a supplement.
///
/// # Errors
/// If there is no reason, the child has a gift on an approved list, or the store refuses.
pub fn decide(store: &mut Store, gift: Id<Gift>, count: i64, note: &str) -> Result<()> {
    let before = store.get(gift)?;
    let event = store.get(before.event)?;
    if is_settled(store, &event, &before)? || event.is_frozen() && count == 0 && before.supplement.is_new() {
        return Err(e::ALREADY_IN.with([before.name]).into());
    }
    let step = Step::new(Act::DecideGift, Gift::TABLE, before.name.clone());
    store.write(step, |store| {
        let (roster, rules) = (Roster::read(store)?, gift_list::rules(store, event.id)?);
        let child = store.get(before.child)?;
        let mut line = roster.decided(&child, &event, &rules, count, note.trim());
        line.id = before.id;
        if line.included {
            (line.state, line.receiver, line.received_on) = (before.state, before.receiver, before.received_on);
            if event.is_frozen() {
                line.supplement = open_within(store, &event)?;
            }
        }
        store.put_record(&mut line).map(drop)
    })
}

/// Takes such a decision back: the rules say again whether the child gets a gift.
///
/// # Errors
/// If there is none, or the child has a gift on an approved list.
pub fn release(store: &mut Store, gift: Id<Gift>) -> Result<()> {
    let before = store.get(gift)?;
    let event = store.get(before.event)?;
    if !before.reason.is_by_hand() {
        return Err(e::RULES_DECIDE.with([before.name]).into());
    }
    if is_settled(store, &event, &before)? {
        return Err(e::ALREADY_IN.with([before.name]).into());
    }
    let step = Step::new(Act::DecideGift, Gift::TABLE, before.name.clone());
    store.write(step, |store| {
        let (roster, rules) = (Roster::read(store)?, gift_list::rules(store, event.id)?);
        let child = store.get(before.child)?;
        let mut line = roster.line(&child, &event, &rules);
        line.id = before.id;
        if event.is_frozen() && line.included {
            line.supplement = open_within(store, &event)?;
        }
        store.put_record(&mut line).map(drop)
    })
}

/// Whether a line has a gift on a list that is approved: the event's, or that of its supplement.
fn is_settled(store: &Store, event: &Event, gift: &Gift) -> Result<bool> {
    if gift.supplement.is_new() {
        return Ok(event.is_frozen() && gift.included);
    }
    Ok(store.get(gift.supplement)?.approved_on.is_some())
}

/// Remembers with which parent's unit children get their gifts; lists that are not approved follow at once.
///
/// # Errors
/// If the store refuses.
pub fn side(store: &mut Store, children: &[Id<Child>], side: GiftSide) -> Result<()> {
    let object = match children {
        [only] => store.get(*only)?.name,
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::GiftSide, Child::TABLE, object), |store| {
        let mut events: Vec<Id<Event>> = Vec::new();
        for child in children {
            store.set(Child::META, child.0, "gift_side", &side.value())?;
            for gift in store.find::<Gift>("child", &Value::Int(child.0))? {
                if gift.state == GiftState::Pending && !events.contains(&gift.event) {
                    events.push(gift.event);
                }
            }
        }
        for event in events {
            if !store.get(event)?.is_frozen() {
                super::make_within(store, event)?;
            }
        }
        Ok(())
    })
}
