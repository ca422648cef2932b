//! What is done on a gift list: making, deciding by hand, approving, ticking off, printing.
use super::Gifts;
use crate::acts::gifts;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::reports::gift_list;
use crate::reports::papers::Subject;
use crate::screens::ask::Ask;
use crate::screens::events::sides::Sides;
use crate::screens::mask;
use crate::screens::print::{Output, Print};
use crate::screens::question::Question;
use crate::screens::reading::Reading;
use crate::screens::screen::{Cx, Flow};
use crate::store::Result;
use crate::text::{acts as words, event as e, screen as t};

impl Gifts {
    /// The gift under the cursor.
    pub(super) fn current(&self, cx: &Cx) -> Result<Option<Gift>> {
        self.list.current_id().map(|id| cx.store.get(Id::of(id))).transpose()
    }

    pub(super) fn make(&mut self, cx: &mut Cx) -> Result<Flow> {
        gifts::make(cx.store, self.event)?;
        let words = cx.say(t::MAKE_LIST);
        cx.good(t::DONE.with([words]).say(cx.settings.lang));
        let sides = Sides::read(cx, self.event)?;
        Ok(if sides.is_empty() { Flow::Stay } else { Flow::Open(Box::new(sides)) })
    }

    pub(super) fn ask_sides(&mut self, cx: &mut Cx) -> Result<Flow> {
        let sides = Sides::read(cx, self.event)?;
        if sides.is_empty() {
            let sentence = cx.say(e::SIDES_NONE);
            cx.good(sentence);
            return Ok(Flow::Stay);
        }
        Ok(Flow::Open(Box::new(sides)))
    }

    pub(super) fn follow_up(&mut self, cx: &mut Cx) -> Result<Flow> {
        let added = gifts::follow_up(cx.store, self.event)?;
        cx.good(e::SUPPLEMENT_MADE.with([added]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    pub(super) fn approve(&mut self, cx: &mut Cx) -> Result<Flow> {
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

    pub(super) fn unapprove(&mut self, cx: &mut Cx) -> Result<Flow> {
        gifts::unapprove(cx.store, self.event)?;
        let words = cx.say(t::UNAPPROVE);
        cx.good(t::DONE_FINAL.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    pub(super) fn why(&mut self, cx: &mut Cx) -> Result<Flow> {
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
    pub(super) fn decide(&mut self, cx: &mut Cx, add: bool) -> Result<Flow> {
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

    pub(super) fn release(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(gift) = self.current(cx)? else { return Ok(Flow::Stay) };
        gifts::release(cx.store, gift.id)?;
        let words = cx.say(e::BY_RULES);
        cx.good(t::DONE.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    pub(super) fn show_drift(&mut self, cx: &mut Cx) -> Result<Flow> {
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

    /// That the event is still to come, while none of its gifts is ticked off: asked before the first.
    fn early(&self, cx: &Cx) -> Result<Option<String>> {
        let event = cx.store.get(self.event)?;
        let early = event.received == 0 && cx.store.today() < event.date;
        Ok(early.then(|| e::TICK_EARLY.with([event.date, cx.store.today()].map(day::show)).say(cx.settings.lang)))
    }

    /// Ticks the chosen gifts as received, see [`Self::tick_now`]; asks before the first that is ahead of the event's day.
    pub(super) fn tick(&mut self, cx: &mut Cx) -> Result<Flow> {
        if let Some(asked) = self.early(cx)? {
            self.question = Some(Question::new(asked).named(e::TICK_YES));
            return Ok(Flow::Stay);
        }
        self.tick_now(cx)
    }

    /// Ticks the chosen gifts as received; one that is ticked already becomes not received again.
    pub(super) fn tick_now(&mut self, cx: &mut Cx) -> Result<Flow> {
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

    pub(super) fn proxy(&mut self, cx: &mut Cx) -> Result<Flow> {
        let early = self.early(cx)?.unwrap_or_default();
        // Who has no gift is said before a name is typed for nothing.
        for id in self.list.chosen() {
            let gift: Gift = cx.store.get(Id::of(id))?;
            if !gift.included {
                return Err(words::NOT_ON_LIST.with([gift.name]).into());
            }
        }
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
        Ok(Flow::Open(Box::new(ask.noted(early))))
    }

    pub(super) fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.list.read_all(cx)?;
        let papers = Output::papers(&Subject::Row(Event::TABLE, self.event.0));
        let print = Print::of_list(cx, &self.list).with(cx, papers, "");
        Ok(Flow::Open(Box::new(print)))
    }
}
