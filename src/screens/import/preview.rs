//! What taking a sheet in would do: every child that is added or changed, with the values before and after, what is
//! refused or doubtful; then its good rows go in as one step.
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::columns::Columns;
use super::lines::{self, Choice, Choices, Item, Kind};
use super::{Next, Stage, Step, Work};
use crate::acts::roster::{Decisions, Outcome, Taking};
use crate::domain::child::Child;
use crate::domain::record::Record;
use crate::exchange::roster::Roster;
use crate::screens::pane;
use crate::screens::print::Print;
use crate::screens::screen::{Cx, Offer};
use crate::store::Result;
use crate::text::{import as t, screen};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit};

/// How many rows are taken in between two frames.
const PIECE: usize = 200;

/// How many lines below the list say the line under the cursor in full.
const BELOW: u16 = 3;

/// A roster that was read, and what taking it in would do.
pub struct Preview {
    pub(super) work: Work,
    roster: Arc<Roster>,
    outcome: Outcome,
    items: Vec<Item>,
    /// The kind that alone is shown.
    only: Option<Kind>,
    /// The places among the items that are shown.
    shown: Vec<usize>,
    choices: Choices,
    cursor: Cursor,
    taking: Option<(Taking, Aim)>,
    progress: (usize, usize),
    done: bool,
}

/// What the rows are gone through for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    /// To see what taking them in would do; all is dropped again.
    Look,
    /// To take them in.
    Take,
}

impl Preview {
    /// Begins to look at what a roster would do.
    pub fn new(cx: &mut Cx, work: Work, roster: Roster) -> Result<Self> {
        let progress = (0, roster.rows.len());
        let mut preview = Self {
            work,
            roster: Arc::new(roster),
            outcome: Outcome::default(),
            items: Vec::new(),
            only: None,
            shown: Vec::new(),
            choices: Choices::new(),
            cursor: Cursor::default(),
            taking: None,
            progress,
            done: false,
        };
        preview.start(cx, Aim::Look)?;
        Ok(preview)
    }

    fn start(&mut self, cx: &mut Cx, aim: Aim) -> Result<()> {
        self.progress = (0, self.roster.rows.len());
        let decisions = match aim {
            Aim::Look => Decisions::new(),
            Aim::Take => lines::decisions(&self.outcome, &self.choices),
        };
        let taking = Taking::decided(cx.store, &self.work.file.name, Arc::clone(&self.roster), decisions)?;
        self.taking = Some((taking, aim));
        Ok(())
    }

    fn show(&mut self) {
        let shows = |item: &Item| self.only.is_none_or(|only| only == item.kind);
        self.shown = (0..self.items.len()).filter(|at| self.items.get(*at).is_some_and(shows)).collect();
        self.cursor = Cursor::default();
    }

    fn item(&self) -> Option<Item> {
        self.items.get(*self.shown.get(self.cursor.at)?).copied()
    }

    /// The doubtful children about which nothing is decided.
    fn undecided(&self) -> Vec<usize> {
        let twins = self.items.iter().filter(|item| item.kind == Kind::Twin).map(|item| item.at);
        twins.filter(|at| !self.choices.contains_key(at)).collect()
    }

    fn take(&mut self, cx: &mut Cx) -> Result<Next> {
        let open = self.undecided();
        let Some(first) = open.first() else {
            self.start(cx, Aim::Take)?;
            return Ok(Next::Stay);
        };
        self.only = None;
        self.show();
        let place = self.items.iter().position(|item| item.kind == Kind::Twin && item.at == *first);
        self.cursor.at = place.unwrap_or(0);
        let sentence = t::UNDECIDED.with([open.len()]).say(cx.settings.lang);
        cx.bad(sentence);
        Ok(Next::Stay)
    }

    fn decide(&mut self) {
        let Some(item) = self.item() else { return };
        match lines::turned(item.kind, self.choices.get(&item.at).copied()) {
            Some(choice) => self.choices.insert(item.at, choice),
            None => self.choices.remove(&item.at),
        };
    }

    /// Decides every doubtful child like the one under the cursor, or else as the same.
    fn decide_all(&mut self, cx: &mut Cx) {
        let own = self.item().filter(|item| item.kind == Kind::Twin).and_then(|item| self.choices.get(&item.at));
        let choice = own.copied().unwrap_or(Choice::Same);
        let twins: Vec<usize> = self.items.iter().filter(|item| item.kind == Kind::Twin).map(|item| item.at).collect();
        self.choices.extend(twins.iter().map(|at| (*at, choice)));
        let args = [twins.len().to_string(), cx.say(choice.name()).to_owned()];
        let sentence = t::DECIDED_ALL.with(args).say(cx.settings.lang);
        cx.good(sentence);
    }

    /// Goes to the next kind of which there is any, or to all.
    fn turn(&mut self, forward: bool) {
        let filled = Kind::ALL.into_iter().filter(|kind| self.items.iter().any(|item| item.kind == *kind));
        let ring: Vec<Option<Kind>> = std::iter::once(None).chain(filled.map(Some)).collect();
        let at = ring.iter().position(|kind| *kind == self.only).unwrap_or(0);
        let next = if forward { at + 1 } else { at + ring.len() - 1 };
        self.only = ring.get(next % ring.len()).copied().flatten();
        self.show();
    }

    /// Whether anything would be written.
    fn has_news(&self) -> bool {
        self.outcome.added + self.outcome.updated > 0
    }

    fn summary(&self, cx: &Cx) -> String {
        let (it, lang) = (&self.outcome, cx.settings.lang);
        let numbers = [it.added, it.updated, it.unchanged, it.refused.len(), it.warnings.len()];
        let mut summary = t::SUMMARY.with(numbers).say(lang);
        let open = if self.done { 0 } else { self.undecided().len() };
        let left = self.choices.values().filter(|choice| **choice == Choice::Leave).count();
        for (text, count) in [(t::SUMMARY_TWINS, open), (t::SUMMARY_LEFT, left)] {
            if count > 0 {
                summary.push_str(&text.with([count]).say(lang));
            }
        }
        summary
    }

    fn keys(&self, cx: &Cx) -> String {
        if self.taking.is_some() {
            let (done, total) = self.progress;
            return screen::WORKING.with([done, total]).say(cx.settings.lang);
        }
        if let Some(only) = self.only {
            let args = [cx.say(only.name()).to_owned(), self.shown.len().to_string()];
            return t::ONLY.with(args).say(cx.settings.lang);
        }
        let text = match (self.done, self.has_news()) {
            (true, _) => t::IN,
            (false, false) => t::NOTHING,
            _ => t::KEYS,
        };
        cx.say(text).to_owned()
    }
}

impl Stage for Preview {
    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let (open, twins) = (!self.done, self.items.iter().any(|item| item.kind == Kind::Twin));
        let child = self.item().is_some_and(|item| !matches!(item.kind, Kind::Refused | Kind::Warning));
        let all = [
            (&[Key::Enter, Key::Ctrl('s')][..], screen::TAKE_IN, open && self.has_news()),
            (&[Key::Char(' ')], t::DECIDE, open && child),
            (&[Key::Ctrl('a')], t::DECIDE_ALL, open && twins),
            (&[Key::Tab], t::NEXT_KIND, !self.items.is_empty()),
            (&[Key::BackTab], t::LAST_KIND, !self.items.is_empty()),
            (&[Key::F(7), Key::Ctrl('p')], screen::REJECTS, !self.outcome.refused.is_empty()),
            (&[Key::Esc], t::BACK, open),
            (&[Key::Esc, Key::Enter], screen::CLOSE, self.done || !self.has_news()),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Next> {
        match at {
            0 => return self.take(cx),
            1 => self.decide(),
            2 => self.decide_all(cx),
            3 => self.turn(true),
            4 => self.turn(false),
            5 => {
                return Ok(Next::Open(Box::new(Print::of_rejects(
                    cx,
                    &self.work.file.name,
                    &self.outcome.refused,
                    Child::TABLE,
                ))));
            }
            6 => return Ok(Next::To(Step::Columns(Box::new(Columns::new(self.work.clone()))))),
            _ => {
                if !self.done {
                    let sentence = cx.say(t::NOTHING);
                    cx.good(sentence);
                }
                return Ok(Next::Leave);
            }
        }
        Ok(Next::Stay)
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Next> {
        if self.taking.is_some() {
            if key != Key::Esc {
                return Ok(Next::Stay);
            }
            if let Some((taking, aim)) = self.taking.take() {
                taking.cancel(cx.store);
                let sentence = cx.say(screen::STOPPED);
                cx.bad(sentence);
                // Of a look that was stopped there is nothing to see.
                if aim == Aim::Look {
                    return Ok(Next::To(Step::Columns(Box::new(Columns::new(self.work.clone())))));
                }
            }
            return Ok(Next::Stay);
        }
        if self.cursor.press(key, self.shown.len()) { Ok(Next::Stay) } else { self.dispatch(cx, key) }
    }

    fn paste(&mut self, _: &str) {}

    fn working(&self) -> bool {
        self.taking.is_some()
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<Option<Next>> {
        let Some((mut taking, aim)) = self.taking.take() else { return Ok(None) };
        let progress = match taking.step(cx.store, PIECE) {
            Ok(progress) => progress,
            Err(error) => {
                taking.cancel(cx.store);
                return Err(error);
            }
        };
        self.progress = (progress.done, progress.total);
        if !progress.is_whole() {
            self.taking = Some((taking, aim));
            return Ok(Some(Next::Stay));
        }
        match aim {
            Aim::Look => {
                self.outcome = taking.cancel(cx.store);
                self.items = lines::items(&self.outcome);
                self.show();
            }
            Aim::Take => {
                let outcome = taking.finish(cx.store)?;
                let [added, updated, refused] =
                    [outcome.added, outcome.updated, outcome.refused.len()].map(|n| n.to_string());
                let args = [self.work.file.name.clone(), added, updated, refused];
                let sentence = t::TAKEN.with(args).say(cx.settings.lang);
                cx.good(sentence);
                (self.outcome.added, self.outcome.updated) = (outcome.added, outcome.updated);
                self.outcome.unchanged = outcome.unchanged;
                self.done = true;
            }
        }
        Ok(Some(Next::Stay))
    }

    fn fit(&mut self, area: Rect) {
        self.cursor.fit(self.shown.len(), usize::from(area.height.saturating_sub(3 + BELOW)));
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let cells = usize::from(area.width.saturating_sub(4));
        buf.set_stringn(area.x + 2, area.y, cut(&self.summary(cx), cells), cells, theme.label());
        buf.set_stringn(area.x + 2, area.y + 1, fit(&self.keys(cx), cells), cells, theme.quiet());
        let head = |width, grows| Head { label: String::new(), width, right: false, grows };
        let several = self.work.frames.iter().filter(|frame| frame.taken).count() > 1;
        let heads = [head(10, false), head(if several { 22 } else { 10 }, false), head(40, true)];
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + BELOW), ..area };
        let rows = self.shown.get(self.cursor.top..).unwrap_or_default().iter().take(usize::from(list.height));
        let cells = |at: &usize| {
            let item = self.items.get(*at)?;
            Some(lines::cells(*item, &self.outcome, &self.roster, (&self.choices, several), cx))
        };
        let shown: Vec<Line> = rows.filter_map(cells).map(|cells| Line { cells, marked: false }).collect();
        let cursor = (!shown.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &shown, cursor, theme);
        // What is cut in its row is said in full below.
        if let Some(text) = shown.get(self.cursor.row()).and_then(|line| line.cells.last()) {
            let below = Rect { y: area.bottom().saturating_sub(BELOW), height: BELOW, ..area };
            pane::paragraph(buf, below, text, theme.text());
        }
        None
    }
}
