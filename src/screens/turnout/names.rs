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
use crate::screens::ticking;
use crate::store::Result;
use crate::text::session as t;
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

fn tick(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    ticking::tick(list, cx, |line: &Attendee| line.presence, attendance::tick)
}
