//! An event's gift list: made from the roster, approved, ticked off. Approved lines stay as they were on that day.
mod hand;
mod supplement;
mod tick;

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::supplement::Supplement;
use crate::domain::trashed::Trashed;
use crate::domain::value::{Cell, Value};
use crate::reports::gift_list::{self, Roster};
use crate::store::list::Query;
use crate::store::{Result, Store};
use crate::text::acts as t;

pub use hand::{decide, release, side};
pub use supplement::{approve_supplement, follow_up, open_supplement, unapprove_supplement};
pub use tick::{tick, tick_within};

/// How many children a list has in and out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Children who get a gift.
    pub included: usize,
    /// Children who get none, with a reason.
    pub left_out: usize,
}

/// Makes an event's gift list from the whole roster as one step: a line for each child, in or out, with the reason. What
/// was decided by hand stays decided.
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
    forget_trashed(store, event.id)?;
    let mut former = gift_list::former(store, event.id)?;
    let mut made = Made::default();
    for mut line in Roster::read(store)?.lines(&event, &gift_list::rules(store, event.id)?, &former) {
        made.included += usize::from(line.included);
        made.left_out += usize::from(!line.included);
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
    if let Some(open) = open_supplement(store, event.id)? {
        store.remove(Supplement::META, open.id.0)?;
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

/// Takes the latest approval back, that of a supplement before that of the list, as a step of its own that undo does not
/// pass.
///
/// # Errors
/// If the list is not approved, or a gift was handed over.
pub fn unapprove(store: &mut Store, event: Id<Event>) -> Result<()> {
    if unapprove_supplement(store, event)? {
        return Ok(());
    }
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
