//! The steps of an event and what safety asks of it: Space says that one is done.
use crate::acts::events;
use crate::domain::event::Event;
use crate::domain::event_step::EventStep;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{programme as t, screen as s};
use crate::ui::key::Key;

/// Says that a step is done.
const DO: Command<List> =
    Command { keys: &[Key::Char(' ')], name: t::DO_STEP, ready: |list, _| list.has_row(), run: done };

/// The commands of the list of steps.
const STEPS: &[Command<List>] = &[DO];

/// The commands of the list of what safety asks.
const SAFETY: &[Command<List>] =
    &[DO, Command { keys: &[Key::Ctrl('u')], name: t::SAFETY_LIST, ready: |_, _| true, run: list_safety }];

fn done(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let ids: Vec<Id<EventStep>> = list.chosen().into_iter().map(Id::of).collect();
    events::do_steps(cx.store, &ids, cx.store.today())?;
    let name = cx.store.rows_name(list.meta, &list.chosen());
    let sentence = format!("{} · {name}", cx.say(t::DO_STEP));
    cx.good(s::DONE.with([sentence]).say(cx.settings.lang));
    list.unmark();
    list.step(1);
    Ok(Flow::Stay)
}

fn list_safety(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let event = list.query.scope.first().map_or(0, |(_, value)| value.int());
    let added = events::list_safety(cx.store, Id::of(event))?;
    cx.good(t::SAFETY_ADDED.with([added]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

/// How the steps of an event stand, of all or of those that safety asks for.
///
/// # Errors
/// If the store cannot be read.
pub fn state(cx: &Cx, event: &Event, safety: bool) -> Result<String> {
    let lang = cx.settings.lang;
    let mut steps = cx.store.find::<EventStep>("event", &Value::Int(event.id.0))?;
    steps.retain(|step| !safety || step.safety);
    if safety && steps.is_empty() {
        return Ok(cx.say(if event.alone { t::SAFETY_NEEDED } else { t::SAFETY_NOT_NEEDED }).to_owned());
    }
    let done = steps.iter().filter(|step| step.done_on.is_some()).count();
    let late = |step: &&EventStep| step.done_on.is_none() && step.due.is_some_and(|due| due < cx.store.today());
    Ok(match steps.iter().filter(late).count() {
        0 => t::STEPS_STATE.with([done, steps.len()]).say(lang),
        late => t::STEPS_LATE.with([done, steps.len(), late]).say(lang),
    })
}

/// The list of an event's steps.
#[must_use]
pub fn list(safety: bool) -> List {
    if !safety {
        return List::new(EventStep::META, STEPS);
    }
    let mut list = List::new(EventStep::META, SAFETY);
    list.query.scope.push(("safety", Value::Int(1)));
    list
}
