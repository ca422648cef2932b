//! The children at an event: Ctrl+U lists them from the roster, Space ticks who came.
use crate::acts::events;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::participant::Participant;
use crate::domain::record::Record;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::ticking;
use crate::store::Result;
use crate::text::{photo as t, session};
use crate::ui::key::Key;

const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Char(' ')], name: session::TICK_NAME, ready: |list, _| list.has_row(), run: tick },
    Command { keys: &[Key::Ctrl('u')], name: t::LIST_CHILDREN, ready: |_, _| true, run: list_them },
];

/// The list, not yet kept to an event.
pub fn list() -> List {
    List::new(Participant::META, COMMANDS).captioned(caption)
}

fn of(list: &List) -> Id<Event> {
    list.query.scope.first().map_or(Id::NEW, |(_, value)| Id::of(value.int()))
}

fn caption(list: &List, cx: &Cx) -> String {
    came(&events::participants(cx.store, of(list)).unwrap_or_default(), cx)
}

/// How many of those listed came, in words.
fn came(all: &[Participant], cx: &Cx) -> String {
    t::CAME_STATE.with([events::came(all), i64::try_from(all.len()).unwrap_or(0)]).say(cx.settings.lang)
}

fn list_them(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let event = of(list);
    let sentence = match events::list_children(cx.store, event)? {
        0 => t::NO_CHILDREN.with([cx.store.get(event)?.limit()]),
        lines => t::LISTED.with([lines]),
    };
    cx.good(sentence.say(cx.settings.lang));
    Ok(Flow::Stay)
}

fn tick(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    ticking::tick(list, cx, |line: &Participant| line.presence, events::tick_children)
}

/// How it stands with the children of an event, in words.
///
/// # Errors
/// If the store cannot be read.
pub fn state(cx: &Cx, event: &Event) -> Result<String> {
    let all = events::participants(cx.store, event.id)?;
    Ok(if all.is_empty() { t::CAME_COUNT.with([event.children_present]).say(cx.settings.lang) } else { came(&all, cx) })
}
