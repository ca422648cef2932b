//! The staff of a unit at a session: Space ticks who came.
use crate::acts::attendance;
use crate::domain::attendee::{Attendee, Presence};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::unit::Unit;
use crate::domain::value::Cell;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{screen as s, session as t};
use crate::ui::key::Key;

const COMMANDS: &[Command<List>] =
    &[Command { keys: &[Key::Char(' ')], name: t::TICK_NAME, ready: |list, _| list.has_row(), run: tick }];

/// The list of a unit's staff at a session.
pub fn list(title: String, session: Id<Session>, unit: Id<Unit>) -> List {
    let mut list = List::new(Attendee::META, COMMANDS).scoped(title, "session", session.value()).captioned(caption);
    list.query.scope.push(("unit", unit.value()));
    list
}

fn caption(list: &List, cx: &Cx) -> String {
    let of = |column: &str| list.query.scope.iter().find(|(name, _)| *name == column).map_or(0, |(_, it)| it.int());
    let all = attendance::of_unit(cx.store, Id::of(of("session")), Id::of(of("unit"))).unwrap_or_default();
    let came = all.iter().filter(|it| it.presence == Presence::Came).count();
    t::NAMES_CAPTION.with([came, all.len()]).say(cx.settings.lang)
}

/// Ticks the chosen as present; where the first of them is, they are all taken back.
fn tick(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let chosen: Vec<Id<Attendee>> = list.chosen().into_iter().map(Id::of).collect();
    let Some(first) = chosen.first() else { return Ok(Flow::Stay) };
    let presence = match cx.store.get(*first)?.presence {
        Presence::Away => Presence::Came,
        Presence::Came => Presence::Away,
    };
    attendance::tick(cx.store, &chosen, presence)?;
    let ids: Vec<i64> = chosen.iter().map(|id| id.0).collect();
    let said = format!("{} · {}", cx.store.rows_name(list.meta, &ids), cx.say(t::TICK_NAME));
    // Unticking says so by the mark in the row; a notice is for what was ticked.
    if presence == Presence::Came {
        cx.good(s::DONE.with([said]).say(cx.settings.lang));
    }
    list.unmark();
    list.step(1);
    Ok(Flow::Stay)
}
