//! The gift list of an event: made from the roster, changed by hand with reasons, approved, ticked off; and what changed
//! in the roster since it was approved.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::sides::Sides;
use crate::acts::gifts;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Record, Row};
use crate::domain::value::Value;
use crate::reports::gift_list::{self, Drift};
use crate::reports::papers::Subject;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::mask;
use crate::screens::print::{Output, Print};
use crate::screens::reading::Reading;
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
        Ok(Flow::Open(Box::new(Self { list, event, drift: Drift::default(), read_at: None, supplement: false })))
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

    /// The gift under the cursor.
    fn current(&self, cx: &Cx) -> Result<Option<Gift>> {
        self.list.current_id().map(|id| cx.store.get(Id::of(id))).transpose()
    }

    fn make(&mut self, cx: &mut Cx) -> Result<Flow> {
        gifts::make(cx.store, self.event)?;
        let words = cx.say(t::MAKE_LIST);
        cx.good(t::DONE.with([words]).say(cx.settings.lang));
        let sides = Sides::read(cx, self.event)?;
        Ok(if sides.is_empty() { Flow::Stay } else { Flow::Open(Box::new(sides)) })
    }

    fn ask_sides(&mut self, cx: &mut Cx) -> Result<Flow> {
        let sides = Sides::read(cx, self.event)?;
        if sides.is_empty() {
            let sentence = cx.say(e::SIDES_NONE);
            cx.good(sentence);
            return Ok(Flow::Stay);
        }
        Ok(Flow::Open(Box::new(sides)))
    }

    fn follow_up(&mut self, cx: &mut Cx) -> Result<Flow> {
        let added = gifts::follow_up(cx.store, self.event)?;
        cx.good(e::SUPPLEMENT_MADE.with([added]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn approve(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (event, supplement) = (self.event, !self.is_open(cx));
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let answer = |at: usize| clean(answers.get(at).map_or("", String::as_str));
            // Undo does not pass an approval: it is not given by two blank lines.
            if answer(0).is_empty() || answer(1).is_empty() {
                return Err(t::APPROVAL_NEEDED.into());
            }
            let approve = if supplement { gifts::approve_supplement } else { gifts::approve };
            approve(cx.store, event, &answer(0), &answer(1), cx.store.today())?;
            let sentence = cx.say(t::APPROVED);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        self.list.unmark();
        let fields = [(t::ASK_APPROVAL, ""), (t::ASK_APPROVER, "")];
        Ok(Flow::Open(Box::new(Ask::new(cx.say(t::APPROVE).to_owned(), &fields, Box::new(done)))))
    }

    fn unapprove(&mut self, cx: &mut Cx) -> Result<Flow> {
        gifts::unapprove(cx.store, self.event)?;
        let words = cx.say(t::UNAPPROVE);
        cx.good(t::DONE_FINAL.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn why(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(gift) = self.current(cx)? else { return Ok(Flow::Stay) };
        // What is added for hardship is as private as the hardship: the mask covers it.
        let lines = gift_list::why(cx.store, gift.id, !cx.settings.mask)?;
        cx.store.looked("open", Gift::TABLE, Some(gift.id.0), None)?;
        let name = if cx.settings.mask { mask::initials(&gift.name) } else { gift.name };
        let title = e::WHY_TITLE.with([name]).say(cx.settings.lang);
        let lines = lines.iter().map(|line| line.say(cx.settings.lang)).collect();
        Ok(Flow::Open(Box::new(Reading::new(title, lines))))
    }

    /// Asks how many gifts and why, or only why there shall be none.
    fn decide(&mut self, cx: &mut Cx, add: bool) -> Result<Flow> {
        let Some(gift) = self.current(cx)? else { return Ok(Flow::Stay) };
        let id = gift.id;
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let answer = |at: usize| clean(answers.get(at).map_or("", String::as_str));
            let (count, note) = if add { (answer(0).parse::<i64>().unwrap_or(-1), answer(1)) } else { (0, answer(0)) };
            if add && !(1..=9).contains(&count) {
                return Err(e::COUNT_RANGE.into());
            }
            if note.is_empty() {
                return Err(e::NOTE_NEEDED.into());
            }
            gifts::decide(cx.store, id, count, &note)?;
            let words = cx.say(if add { e::ADD_BY_HAND } else { e::TAKE_BY_HAND });
            cx.good(t::DONE.with([words]).say(cx.settings.lang));
            Ok(Flow::Back)
        };
        let count = if gift.included { "2" } else { "1" };
        let fields: &[_] = if add { &[(e::ASK_COUNT, count), (e::ASK_REASON, "")] } else { &[(e::ASK_REASON, "")] };
        let title = cx.say(if add { e::ADD_BY_HAND } else { e::TAKE_BY_HAND });
        Ok(Flow::Open(Box::new(Ask::new(title.to_owned(), fields, Box::new(done)))))
    }

    fn release(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(gift) = self.current(cx)? else { return Ok(Flow::Stay) };
        gifts::release(cx.store, gift.id)?;
        let words = cx.say(e::BY_RULES);
        cx.good(t::DONE.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn show_drift(&mut self, cx: &mut Cx) -> Result<Flow> {
        let drift = gift_list::drift(cx.store, &cx.store.get(self.event)?)?;
        let lang = cx.settings.lang;
        let names = |of: &[(_, String)]| {
            let shown = |(_, name): &(_, String)| if cx.settings.mask { mask::initials(name) } else { name.clone() };
            of.iter().map(shown).collect::<Vec<_>>().join(", ")
        };
        let mut lines = Vec::new();
        if !drift.more.is_empty() {
            lines.push(e::DRIFT_MORE.with([names(&drift.more)]).say(lang));
        }
        if !drift.less.is_empty() {
            lines.push(e::DRIFT_LESS.with([names(&drift.less)]).say(lang));
        }
        if lines.is_empty() {
            lines.push(cx.say(e::DRIFT_NONE).to_owned());
        }
        self.drift = drift;
        Ok(Flow::Open(Box::new(Reading::new(cx.say(e::DRIFT_SHOW).to_owned(), lines))))
    }

    /// Ticks the chosen gifts as received; one that is ticked already becomes not received again.
    fn tick(&mut self, cx: &mut Cx) -> Result<Flow> {
        let chosen = self.list.chosen();
        let Some(first) = chosen.first() else { return Ok(Flow::Stay) };
        let first: Gift = cx.store.get(Id::of(*first))?;
        let state = if first.state == GiftState::Pending { GiftState::Received } else { GiftState::Pending };
        let ids: Vec<Id<Gift>> = chosen.iter().copied().map(Id::of).collect();
        gifts::tick(cx.store, &ids, state, "", cx.store.today())?;
        self.read_at = self.read_at.map(|_| cx.store.version());
        let name = cx.store.rows_name(self.list.meta, &chosen);
        let sentence = format!("{} · {name}", cx.say(state.text()));
        cx.good(t::DONE.with([sentence]).say(cx.settings.lang));
        self.list.unmark();
        self.list.step(1);
        Ok(Flow::Stay)
    }

    fn proxy(&mut self, cx: &mut Cx) -> Result<Flow> {
        let chosen: Vec<Id<Gift>> = self.list.chosen().into_iter().map(Id::of).collect();
        self.list.unmark();
        self.list.step(1);
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

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.list.read_all(cx)?;
        let papers = Output::papers(&Subject::Row(Event::TABLE, self.event.0));
        let print = Print::of_list(cx, &self.list).with(cx, papers, "");
        Ok(Flow::Open(Box::new(print)))
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
        self.list.typing()
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
        self.list.draw(buf, list, cx)
    }

    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        self.list.go(cx, row)
    }

    fn row(&self) -> Option<&Row> {
        self.list.row()
    }
}
