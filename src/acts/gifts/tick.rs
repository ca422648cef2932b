//! Handing gifts over: ticked off one by one or many at once.
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::supplement::Supplement;
use crate::store::{Result, Store};
use crate::text::{acts as t, event};

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
        if !gift.supplement.is_new() {
            let supplement: Supplement = store.get(gift.supplement)?;
            if supplement.approved_on.is_none() {
                return Err(event::SUPPLEMENT_OPEN.into());
            }
        }
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
