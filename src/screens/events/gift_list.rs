//! The gift list of an event: made from the roster, changed by hand with reasons, approved, ticked off; and what changed
//! in the roster since it was approved. What it does is beside it.
mod acts;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::gifts;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::Gift;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Record, Row};
use crate::domain::value::Value;
use crate::reports::gift_list::{self, Drift};
use crate::screens::list::List;
use crate::screens::question::{Answer, Question};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{event as e, screen as t};
use crate::ui::key::Key;
use crate::ui::width::cut;

/// The screen: a list of gifts, and what it knows of its event.
pub struct Gifts {
    list: List,
    event: Id<Event>,
    drift: Drift,
    /// The version of the store that it was read at, or that a tick made: ticking gifts off does not change it.
    read_at: Option<u64>,
    /// Whether a supplement waits for its approval.
    supplement: bool,
    /// Asked before the first gift is ticked off ahead of the event's day.
    question: Option<Question>,
}

impl Gifts {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('u')], name: t::MAKE_LIST, ready: Self::is_open, run: Self::make },
        Command { keys: &[Key::Char(' ')], name: t::TICK, ready: Self::can_tick, run: Self::tick },
        Command { keys: &[Key::Ctrl('w')], name: t::TICK_PROXY, ready: Self::can_tick, run: Self::proxy },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: t::APPROVE,
            ready: |it, cx| it.list.has_row() && (it.supplement || it.is_open(cx)),
            run: Self::approve,
        },
        Command { keys: &[Key::Ctrl('x')], name: t::UNAPPROVE, ready: |it, cx| !it.is_open(cx), run: Self::unapprove },
        Command {
            keys: &[Key::Ctrl('u')],
            name: e::MAKE_SUPPLEMENT,
            ready: |it, cx| !it.is_open(cx),
            run: Self::follow_up,
        },
        Command { keys: &[Key::Enter], name: e::WHY, ready: |it, _| it.list.has_row(), run: Self::why },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: e::ADD_BY_HAND,
            ready: Self::is_unsettled,
            run: |it, cx| it.decide(cx, true),
        },
        Command {
            keys: &[Key::Delete, Key::F(8)],
            name: e::TAKE_BY_HAND,
            ready: Self::is_unsettled,
            run: |it, cx| it.decide(cx, false),
        },
        Command { keys: &[], name: e::BY_RULES, ready: Self::is_unsettled, run: Self::release },
        Command { keys: &[], name: e::SIDES_ASK, ready: Self::is_open, run: Self::ask_sides },
        Command { keys: &[], name: e::DRIFT_SHOW, ready: |it, cx| !it.is_open(cx), run: Self::show_drift },
        Command {
            keys: &[Key::F(7), Key::Ctrl('p')],
            name: t::PRINT,
            ready: |it, _| it.list.has_row(),
            run: Self::print,
        },
    ];

    /// The list of an event.
    ///
    /// # Errors
    /// If the event is gone.
    pub fn open(cx: &Cx, event: Id<Event>) -> Result<Flow> {
        let name = cx.store.get(event)?.name;
        let title = t::GIFTS_TITLE.with([name]).say(cx.settings.lang);
        let list = List::new(Gift::META, &[]).scoped(title, "event", Value::Int(event.0)).captioned(caption);
        let drift = Drift::default();
        Ok(Flow::Open(Box::new(Self { list, event, drift, read_at: None, supplement: false, question: None })))
    }

    fn is_open(&self, cx: &Cx) -> bool {
        cx.store.get(self.event).is_ok_and(|event| !event.is_frozen())
    }

    /// Whether the row may still be decided: its list is open, or it is on none and may come in by a supplement.
    fn is_unsettled(&self, cx: &Cx) -> bool {
        let Ok(Some(gift)) = self.current(cx) else { return false };
        self.is_open(cx) || !gift.included || self.supplement && !gift.supplement.is_new()
    }

    fn can_tick(&self, cx: &Cx) -> bool {
        self.list.has_row() && !self.is_open(cx)
    }

    /// The list's area, and what is said in the lines below it: that it costs more than planned, what changed since it
    /// was approved.
    fn split(&self, cx: &Cx, area: Rect) -> (Rect, Vec<String>) {
        let lang = cx.settings.lang;
        let mut said = Vec::new();
        if let Ok(event) = cx.store.get(self.event) {
            let over = event.gifts_value.0 - event.planned.0;
            if event.planned.0 > 0 && over > 0 {
                said.push(e::BUDGET_OVER.with([Vnd(over).show()]).say(lang));
            }
        }
        if self.drift != Drift::default() {
            said.push(e::DRIFT.with([self.drift.more.len(), self.drift.less.len()]).say(lang));
        }
        let lines = u16::try_from(said.len()).unwrap_or(0).min(area.height.saturating_sub(4));
        (Rect { height: area.height - lines, ..area }, said)
    }
}

/// What the list says above: whether it is approved, how many gifts, what they cost, how many were handed over.
fn caption(list: &List, cx: &Cx) -> String {
    let lang = cx.settings.lang;
    let id = Id::of(list.query.scope.first().map_or(0, |(_, value)| value.int()));
    let Ok(event) = cx.store.get::<Event>(id) else { return String::new() };
    let state = event
        .approved_on
        .map_or_else(|| cx.say(t::GIFTS_OPEN).to_owned(), |on| t::GIFTS_FROZEN.with([day::show(on)]).say(lang));
    let counts = [event.gifts.to_string(), event.gifts_value.show(), event.received.to_string()];
    format!("{state} · {}", t::GIFTS_COUNTS.with(counts).say(lang))
}

impl Screen for Gifts {
    fn title(&self, cx: &Cx) -> String {
        self.list.title(cx)
    }

    fn status(&self, cx: &Cx) -> String {
        self.list.status(cx)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        let mut all = offers(&[Self::COMMANDS], self, cx);
        let taken: Vec<Key> = all.iter().flat_map(|offer| offer.keys.iter().copied()).collect();
        let others = self.list.offers(cx).into_iter();
        let free = others.filter(|offer| offer.keys.is_empty() || !offer.keys.iter().all(|key| taken.contains(key)));
        all.extend(free.map(|offer| Offer { at: offer.at + Self::COMMANDS.len(), ..offer }));
        all
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match command(&[Self::COMMANDS], at) {
            Some(run) => run(self, cx),
            None => self.list.run(cx, at - Self::COMMANDS.len()),
        }
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some(question) = &mut self.question {
            let answer = question.press(key);
            self.question = self.question.take().filter(|_| answer == Answer::Open);
            return if answer == Answer::Yes { self.tick_now(cx) } else { Ok(Flow::Stay) };
        }
        if matches!(key, Key::Delete | Key::F(8)) && !self.list.is_asking() && !self.is_unsettled(cx) {
            // What is approved does not go silently untouched.
            return self.current(cx)?.map_or(Ok(Flow::Stay), |gift| Err(e::ALREADY_IN.with([gift.name]).into()));
        }
        let own = offers(&[Self::COMMANDS], self, cx).into_iter().find(|offer| offer.keys.contains(&key));
        match own {
            Some(offer) if !(self.list.is_asking() || self.list.typing() && key == Key::Char(' ')) => {
                self.run(cx, offer.at)
            }
            _ => self.list.press(cx, key),
        }
    }

    fn paste(&mut self, cx: &mut Cx, text: &str) -> Result<Flow> {
        self.list.paste(cx, text)
    }

    fn typing(&self) -> bool {
        self.question.is_some() || self.list.typing()
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let (list, _) = self.split(cx, area);
        self.list.refresh(cx, list)
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        if self.read_at != Some(cx.store.version()) {
            self.drift = gift_list::drift(cx.store, &cx.store.get(self.event)?)?;
            self.supplement = gifts::open_supplement(cx.store, self.event)?.is_some();
            self.read_at = Some(cx.store.version());
            return Ok(true);
        }
        self.list.settle(cx)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (list, said) = self.split(cx, area);
        let below = Rect { y: list.bottom(), height: area.height - list.height, ..area };
        for (line, y) in said.iter().zip(below.top()..below.bottom()) {
            let cells = usize::from(below.width);
            buf.set_stringn(below.x, y, cut(&format!("  {line}"), cells), cells, cx.settings.theme.label());
        }
        let cursor = self.list.draw(buf, list, cx);
        match &self.question {
            Some(question) => {
                question.draw(buf, area, cx);
                None
            }
            None => cursor,
        }
    }

    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        self.list.go(cx, row)
    }

    fn row(&self) -> Option<&Row> {
        self.list.row()
    }
}
