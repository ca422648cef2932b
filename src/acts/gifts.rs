//! An event's gift list: made from the roster, approved, ticked off. Approved lines stay as they were on that day.
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::trashed::Trashed;
use crate::domain::value::{Cell, Value};
use crate::reports::gift_list;
use crate::store::list::Query;
use crate::store::{Result, Store};
use crate::text::acts as t;

/// How many children a list has in and out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Children who get a gift.
    pub included: usize,
    /// Children who get none, with a reason.
    pub left_out: usize,
}

/// Makes an event's gift list from the whole roster as one step: a line for each child, in or out, with the reason.
/// Lines that would be the same stay untouched, so that making a list twice changes nothing.
///
/// # Errors
/// If the list is approved, or the store refuses.
pub fn make(store: &mut Store, event: Id<Event>) -> Result<Made> {
    let name = store.get(event)?.name;
    store.write(Step::new(Act::MakeList, Event::TABLE, name), |store| make_within(store, event))
}

/// Makes an event's gift list within the running step; see [`make`].
///
/// # Errors
/// The same.
pub fn make_within(store: &mut Store, event: Id<Event>) -> Result<Made> {
    let event = store.get(event)?;
    if let Some(day) = event.approved_on {
        return Err(t::LIST_APPROVED.with([event.name, day::show(day)]).into());
    }
    let lines = gift_list::computed(store, &event)?;
    let made = Made {
        included: lines.iter().filter(|gift| gift.included).count(),
        left_out: lines.iter().filter(|gift| !gift.included).count(),
    };
    forget_trashed(store, event.id)?;
    let former = store.find::<Gift>("event", &event.id.value())?;
    let mut former: HashMap<i64, Gift> = former.into_iter().map(|gift| (gift.child.0, gift)).collect();
    for mut line in lines {
        if let Some(kept) = former.remove(&line.child.0) {
            line.id = kept.id;
            if line.included {
                (line.state, line.receiver, line.received_on) = (kept.state, kept.receiver.clone(), kept.received_on);
            }
            if line == kept {
                continue;
            }
        }
        store.put_record(&mut line)?;
    }
    for gone in former.into_values() {
        store.remove(Gift::META, gone.id.0)?;
    }
    Ok(made)
}

/// Approves an event's gift list, with the number of the paper, the one who approved and the day. Makes the list first
/// if there is none. Final: [`unapprove`] takes it back.
///
/// # Errors
/// If it is approved already, or nobody is on it.
pub fn approve(store: &mut Store, event: Id<Event>, number: &str, approver: &str, date: NaiveDate) -> Result<()> {
    let name = store.get(event)?.name;
    let step = Step::new(Act::Approve, Event::TABLE, name);
    store.write(step, |store| approve_within(store, event, number, approver, date))
}

/// Approves a gift list within the running step; see [`approve`].
///
/// # Errors
/// The same.
pub fn approve_within(
    store: &mut Store,
    event: Id<Event>,
    number: &str,
    approver: &str,
    date: NaiveDate,
) -> Result<()> {
    let found = store.get(event)?;
    if let Some(day) = found.approved_on {
        return Err(t::ALREADY_APPROVED.with([found.name, day::show(day)]).into());
    }
    let mut gifts = store.find::<Gift>("event", &event.value())?;
    if gifts.is_empty() {
        make_within(store, event)?;
        gifts = store.find::<Gift>("event", &event.value())?;
    }
    if !gifts.iter().any(|gift| gift.included) {
        return Err(t::NOBODY_ON_LIST.with([found.name]).into());
    }
    set_approval(store, event, &date.value(), number, approver)
}

/// Takes an approval back, as a step of its own that undo does not pass.
///
/// # Errors
/// If the list is not approved, or a gift was handed over.
pub fn unapprove(store: &mut Store, event: Id<Event>) -> Result<()> {
    let found = store.get(event)?;
    if !found.is_frozen() {
        return Err(t::NOT_APPROVED.with([found.name]).into());
    }
    let gifts = store.find::<Gift>("event", &event.value())?;
    let handed = gifts.iter().filter(|gift| gift.state != GiftState::Pending).count();
    if handed > 0 {
        return Err(t::HANDED_OVER.with([found.name, handed.to_string()]).into());
    }
    store.write(Step::new(Act::Unapprove, Event::TABLE, found.name), |store| {
        set_approval(store, event, &Value::Null, "", "")
    })
}

/// Notes that gifts were handed over, to the child, to someone in its place (`receiver`, then needed), or takes that
/// note back.
///
/// # Errors
/// If a list is not approved, a child is not on it, or a proxy has no name.
pub fn tick(store: &mut Store, gifts: &[Id<Gift>], state: GiftState, receiver: &str, date: NaiveDate) -> Result<()> {
    let object = match gifts {
        [only] => store.get(*only)?.name,
        many => many.len().to_string(),
    };
    let step = Step::new(Act::Tick, Gift::TABLE, object);
    store.write(step, |store| tick_within(store, gifts, state, receiver, date))
}

/// Notes gifts within the running step; see [`tick`].
///
/// # Errors
/// The same.
pub fn tick_within(
    store: &mut Store,
    gifts: &[Id<Gift>],
    state: GiftState,
    receiver: &str,
    date: NaiveDate,
) -> Result<()> {
    let mut frozen: HashSet<i64> = HashSet::new();
    for id in gifts {
        let mut gift = store.get(*id)?;
        if !frozen.contains(&gift.event.0) {
            let event = store.get(gift.event)?;
            if !event.is_frozen() {
                return Err(t::NOT_APPROVED.with([event.name]).into());
            }
            frozen.insert(gift.event.0);
        }
        if !gift.included {
            return Err(t::NOT_ON_LIST.with([gift.name]).into());
        }
        gift.state = state;
        gift.receiver = if state == GiftState::Proxy { receiver.trim().to_owned() } else { String::new() };
        gift.received_on = (state != GiftState::Pending).then_some(date);
        store.put_record(&mut gift)?;
    }
    Ok(())
}

/// A line in the trash still holds its child's place on the list; a list that is made anew has no use for it.
fn forget_trashed(store: &mut Store, event: Id<Event>) -> Result<()> {
    let query = Query { scope: vec![("kind", Value::from(Gift::TABLE))], ..Query::default() };
    let ids = store.ids(Trashed::META, &query, None)?;
    for row in store.lines(Trashed::META, &ids)? {
        let Some(trashed) = Trashed::of(&row) else { continue };
        if store.get(Id::<Gift>::of(trashed.row)).is_ok_and(|gift| gift.event == event) {
            store.remove(Gift::META, trashed.row)?;
        }
    }
    Ok(())
}

fn set_approval(store: &mut Store, event: Id<Event>, date: &Value, number: &str, approver: &str) -> Result<()> {
    for (column, value) in
        [("approved_on", date), ("approval", &Value::from(number.trim())), ("approver", &Value::from(approver.trim()))]
    {
        store.set(Event::META, event.0, column, value)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
