//! The closing of a day after its money was counted, and its opening again.
use crate::domain::act::{Act, Step};
use crate::domain::cash_count::CashCount;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::store::{Result, Store};
use crate::text::book as t;

/// Closes the books up to the day of a count: nothing of that day or before is posted any more. Final; [`open`] takes
/// it back.
///
/// # Errors
/// If it is closed already, lies in the future, or the count differs from the book and nothing says why.
pub fn close(store: &mut Store, count: Id<CashCount>) -> Result<()> {
    let found = store.get(count)?;
    if found.closed_on.is_some() {
        return Err(t::CLOSED_ALREADY.into());
    }
    if found.date > store.today() {
        return Err(t::DAY_IN_FUTURE.into());
    }
    if found.difference.0 != 0 && found.note.trim().is_empty() {
        return Err(t::DIFFERENCE_UNTOLD.with([found.difference.show()]).into());
    }
    let today = store.today().value();
    store.write(Step::new(Act::CloseDay, CashCount::TABLE, day::show(found.date)), |store| {
        store.set(CashCount::META, count.0, "closed_on", &today)
    })
}

/// Opens the books again that were closed with a count. Final too, so that both stay in the journal.
///
/// # Errors
/// If it is not closed, or a later day is.
pub fn open(store: &mut Store, count: Id<CashCount>) -> Result<()> {
    let found = store.get(count)?;
    if found.closed_on.is_none() {
        return Err(t::NOT_CLOSED.into());
    }
    if let Some(later) = store.closed_up_to()?.filter(|closed| *closed > found.date) {
        return Err(t::LATER_CLOSED.with([day::show(later)]).into());
    }
    store.write(Step::new(Act::OpenDay, CashCount::TABLE, day::show(found.date)), |store| {
        store.set(CashCount::META, count.0, "closed_on", &Value::Null)
    })
}
