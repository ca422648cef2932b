//! Events: Enter opens an event's gift list, Ctrl+W the rest of what belongs to it.
mod budget;
mod dossier;
mod gift_list;
mod participants;
mod photos;
mod sides;
mod steps;
pub mod stock;

use crate::acts::events;
use crate::domain::day;
use crate::domain::id::Id;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::welfare;
use crate::store::Result;
use crate::text::{event as e, programme as p, screen as t};
use crate::ui::key::Key;
use dossier::Dossier;
use gift_list::Gifts;

/// The commands of the list of events.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter, Key::Ctrl('u')], name: t::GIFT_LIST, ready: |list, _| list.has_row(), run: open },
    Command { keys: &[Key::Ctrl('x')], name: p::FROM_TEMPLATE, ready: |_, _| true, run: ask_template },
    Command { keys: &[Key::Ctrl('w')], name: e::DOSSIER, ready: |list, _| list.has_row(), run: dossier },
    welfare::OF_EVENT,
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    list.current_id().map_or(Ok(Flow::Stay), |id| Gifts::open(cx, Id::of(id)))
}

fn dossier(list: &mut List, _: &mut Cx) -> Result<Flow> {
    Ok(list.current_id().map_or(Flow::Stay, |id| Flow::Open(Box::new(Dossier::of(Id::of(id))))))
}

/// Asks which of the year's events begins, and opens all that belongs to it.
fn ask_template(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let coming = events::coming(cx.store.today());
    let lang = cx.settings.lang;
    // Choices are offered by what stands after their last stroke, as files are: these have none.
    let line =
        |it: &events::Planned| p::TEMPLATE_LINE.with([it.name.clone(), day::show(it.date)]).say(lang).replace('/', "-");
    let lines: Vec<String> = coming.iter().map(line).collect();
    let known = lines.clone();
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let typed = answers.first().map_or("", String::as_str);
        let at = known.iter().position(|line| line == typed);
        let Some(planned) = at.and_then(|at| coming.get(at)) else { return Err(p::TEMPLATE_UNKNOWN.into()) };
        let event = events::make(cx.store, planned)?;
        cx.good(p::MADE.with([&planned.name]).say(cx.settings.lang));
        Ok(Flow::Replace(Box::new(Dossier::of(event))))
    };
    let ask = Ask::new(cx.say(p::FROM_TEMPLATE).to_owned(), &[(p::ASK_TEMPLATE, "")], Box::new(done)).among(lines);
    Ok(Flow::Open(Box::new(ask)))
}
