//! Ticking off who came, in any list of names.
use crate::domain::attendee::Presence;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::screens::list::List;
use crate::screens::screen::{Cx, Flow};
use crate::store::{Result, Store};
use crate::text::{screen as s, session as t};

/// Notes lines as present or not, as one step.
type Tick<T> = fn(&mut Store, &[Id<T>], Presence) -> Result<()>;

/// Ticks the chosen as present; where the first of them is, they are all taken back.
///
/// # Errors
/// If a line is gone or the store refuses.
pub fn tick<T: Record>(list: &mut List, cx: &mut Cx, presence: fn(&T) -> Presence, act: Tick<T>) -> Result<Flow> {
    let chosen = list.chosen();
    let Some(first) = chosen.first() else { return Ok(Flow::Stay) };
    let after = presence(&cx.store.get(Id::of(*first))?).other();
    let lines: Vec<Id<T>> = chosen.iter().copied().map(Id::of).collect();
    act(cx.store, &lines, after)?;
    // Unticking says so by the mark in the row; a notice is for what was ticked.
    if after == Presence::Came {
        let said = format!("{} · {}", cx.store.rows_name(list.meta, &chosen), cx.say(t::TICK_NAME));
        cx.good(s::DONE.with([said]).say(cx.settings.lang));
    }
    list.unmark();
    list.step(1);
    Ok(Flow::Stay)
}
