//! Events and their gift lists: Enter on an event opens its list; there it is made, approved and ticked off.
use crate::acts::gifts;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::reports::papers::Subject;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::welfare;
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;

/// The commands of the list of events.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter, Key::Ctrl('u')], name: t::GIFT_LIST, ready: |list, _| list.has_row(), run: open },
    welfare::OF_EVENT,
];

/// The commands of a gift list.
const GIFT_COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('u')], name: t::MAKE_LIST, ready: is_open, run: make },
    Command { keys: &[Key::Char(' ')], name: t::TICK, ready: can_tick, run: tick },
    Command { keys: &[Key::Ctrl('w')], name: t::TICK_PROXY, ready: can_tick, run: proxy },
    Command {
        keys: &[Key::F(2), Key::Ctrl('e')],
        name: t::APPROVE,
        ready: |list, cx| is_open(list, cx) && list.has_row(),
        run: approve,
    },
    Command { keys: &[Key::Ctrl('x')], name: t::UNAPPROVE, ready: |list, cx| !is_open(list, cx), run: unapprove },
    Command { keys: &[Key::F(7), Key::Ctrl('p')], name: t::PRINT, ready: |list, _| list.has_row(), run: print_list },
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let event = cx.store.get::<Event>(Id::of(id))?;
    let title = t::GIFTS_TITLE.with([event.name]).say(cx.settings.lang);
    let gifts = List::new(Gift::META, GIFT_COMMANDS).scoped(title, "event", Value::Int(id)).captioned(caption);
    Ok(Flow::Open(Box::new(gifts)))
}

/// The event that a gift list is of.
fn event_of(list: &List) -> Id<Event> {
    Id::of(list.query.scope.first().map_or(0, |(_, value)| value.int()))
}

fn event(list: &List, cx: &Cx) -> Option<Event> {
    cx.store.get(event_of(list)).ok()
}

fn is_open(list: &List, cx: &Cx) -> bool {
    event(list, cx).is_some_and(|event| !event.is_frozen())
}

fn can_tick(list: &List, cx: &Cx) -> bool {
    list.has_row() && !is_open(list, cx)
}

/// What a gift list says above: whether it is approved, how many gifts, what they cost, how many were handed over.
fn caption(list: &List, cx: &Cx) -> String {
    let lang = cx.settings.lang;
    let Some(event) = event(list, cx) else { return String::new() };
    let state = event
        .approved_on
        .map_or_else(|| cx.say(t::GIFTS_OPEN).to_owned(), |on| t::GIFTS_FROZEN.with([day::show(on)]).say(lang));
    let amount = Vnd(event.gifts.saturating_mul(event.gift_value.0)).show();
    let counts = t::GIFTS_COUNTS.with([event.gifts.to_string(), amount, event.received.to_string()]).say(lang);
    format!("{state} · {counts}")
}

fn make(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    gifts::make(cx.store, event_of(list))?;
    let words = cx.say(t::MAKE_LIST);
    cx.good(t::DONE.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

fn approve(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let event = event_of(list);
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let answer = |at: usize| clean(answers.get(at).map_or("", String::as_str));
        // Undo does not pass an approval: it is not given by two blank lines.
        if answer(0).is_empty() || answer(1).is_empty() {
            return Err(t::APPROVAL_NEEDED.into());
        }
        gifts::approve(cx.store, event, &answer(0), &answer(1), cx.store.today())?;
        let sentence = cx.say(t::APPROVED);
        cx.good(sentence);
        Ok(Flow::Back)
    };
    list.unmark();
    let fields = [(t::ASK_APPROVAL, ""), (t::ASK_APPROVER, "")];
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::APPROVE).to_owned(), &fields, Box::new(done)))))
}

fn unapprove(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    gifts::unapprove(cx.store, event_of(list))?;
    let words = cx.say(t::UNAPPROVE);
    cx.good(t::DONE_FINAL.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

/// Ticks the chosen gifts as received; one that is ticked already becomes not received again.
fn tick(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let chosen = list.chosen();
    let first = match chosen.first() {
        Some(id) => cx.store.get::<Gift>(Id::of(*id))?,
        None => return Ok(Flow::Stay),
    };
    let state = if first.state == GiftState::Pending { GiftState::Received } else { GiftState::Pending };
    hand_over(list, cx, &chosen, state, "")?;
    Ok(Flow::Stay)
}

fn proxy(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let chosen: Vec<Id<Gift>> = list.chosen().into_iter().map(Id::of).collect();
    list.unmark();
    list.step(1);
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let receiver = clean(answers.first().map_or("", String::as_str));
        gifts::tick(cx.store, &chosen, GiftState::Proxy, &receiver, cx.store.today())?;
        let words = cx.say(t::TICK_PROXY);
        cx.good(t::DONE.with([words]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let ask = Ask::new(cx.say(t::TICK_PROXY).to_owned(), &[(t::ASK_PROXY, "")], Box::new(done));
    Ok(Flow::Open(Box::new(ask)))
}

fn hand_over(list: &mut List, cx: &mut Cx, chosen: &[i64], state: GiftState, receiver: &str) -> Result<()> {
    let ids: Vec<Id<Gift>> = chosen.iter().copied().map(Id::of).collect();
    gifts::tick(cx.store, &ids, state, receiver, cx.store.today())?;
    let name = cx.store.rows_name(list.meta, chosen);
    let sentence = format!("{} · {name}", cx.say(state.text()));
    cx.good(t::DONE.with([sentence]).say(cx.settings.lang));
    list.unmark();
    list.step(1);
    Ok(())
}

fn print_list(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let print = Print::of_list(cx, list).with(cx, Output::papers(&Subject::Row(Event::TABLE, event_of(list).0)), "");
    Ok(Flow::Open(Box::new(print)))
}
