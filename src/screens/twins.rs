//! Pairs of children: those who may be one, those who were told apart, those who were merged; each with what to do.
pub mod compare;
mod field;
mod pair;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::merge;
use crate::domain::child::Child;
use crate::domain::day;
use crate::domain::record::Record;
use crate::paper::{Cell, Grid};
use crate::screens::pane;
use crate::screens::print::Print;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{screen as s, twin as t};
use crate::ui::key::Key;
use crate::ui::table;
use compare::Compare;
use pair::{Pair, Stand};

/// Up to this many children are compared before the frame; above it the frame comes first.
const FEW: i64 = 2_000;

/// The screen.
#[derive(Default)]
pub struct Twins {
    pairs: Vec<Pair>,
    read_at: Option<u64>,
    /// Whether the roster is still to be compared.
    looking: bool,
    /// The child whose pairs are gone to first.
    about: Option<i64>,
    /// Whether it lies on top of the roster.
    above: bool,
    cursor: usize,
    top: usize,
    height: usize,
}

impl Twins {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::COMPARE, ready: |it, _| it.current().is_some(), run: Self::compare },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::NOT_ONE,
            ready: |it, _| it.current().is_some_and(|pair| matches!(pair.stand, Stand::Suspected(_))),
            run: Self::tell_apart,
        },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::MAY_BE_ONE,
            ready: |it, _| it.current().is_some_and(|pair| matches!(pair.stand, Stand::Apart(_))),
            run: Self::doubt,
        },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::TAKE_APART,
            ready: |it, _| it.current().is_some_and(|pair| matches!(pair.stand, Stand::Merged(..))),
            run: Self::take_apart,
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::F(5)], name: s::REFRESH, ready: |_, _| true, run: Self::reread },
    ];

    /// The screen as a tab.
    #[must_use]
    pub fn screen(_: &mut Cx) -> Box<dyn Screen> {
        Box::new(Self::default())
    }

    /// The screen on top of another, at the pairs of a child.
    #[must_use]
    pub fn about(child: Option<i64>) -> Self {
        Self { about: child, above: true, ..Self::default() }
    }

    fn current(&self) -> Option<&Pair> {
        self.pairs.get(self.cursor)
    }

    fn compare(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(pair) = self.current() else { return Ok(Flow::Stay) };
        Ok(Flow::Open(Box::new(Compare::new(cx, pair)?)))
    }

    fn tell_apart(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(pair) = self.current() else { return Ok(Flow::Stay) };
        merge::tell_apart(cx.store, pair.first, pair.second)?;
        pair::say_done(cx)
    }

    fn doubt(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(Pair { stand: Stand::Apart(apart), .. }) = self.current() else { return Ok(Flow::Stay) };
        merge::doubt(cx.store, *apart)?;
        pair::say_done(cx)
    }

    fn take_apart(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(Pair { stand: Stand::Merged(merge, _), .. }) = self.current() else { return Ok(Flow::Stay) };
        merge::separate(cx.store, *merge)?;
        pair::say_done(cx)
    }

    fn reread(&mut self, _: &mut Cx) -> Result<Flow> {
        self.read_at = None;
        Ok(Flow::Stay)
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lines = pair::lines(cx, &self.pairs)?;
        let heads = pair::heads(cx).into_iter().map(|head| head.label).collect();
        let rows = lines.into_iter().map(|line| line.cells.into_iter().map(Cell::Text).collect()).collect();
        let about = vec![self.status(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(cx.settings.lang)];
        let grid = Grid { heads, rows, about };
        Ok(Flow::Open(Box::new(Print::of_grid(cx, "nghi-trung", t::SUB, grid, Child::TABLE))))
    }

    /// Compares the roster; the cursor stays on its pair though others come and go.
    fn read(&mut self, cx: &Cx) -> Result<()> {
        let here = self.current().map(|pair| (pair.first, pair.second));
        self.pairs = pair::all(cx)?;
        let same = |pair: &Pair| Some((pair.first, pair.second)) == here;
        let about = self.about.take();
        let asked = |pair: &Pair| about.is_some_and(|child| pair.first.0 == child || pair.second.0 == child);
        if let Some(at) = self.pairs.iter().position(asked).or_else(|| self.pairs.iter().position(same)) {
            self.cursor = at;
        }
        self.cursor = self.cursor.min(self.pairs.len().saturating_sub(1));
        self.looking = false;
        self.read_at = Some(cx.store.version());
        Ok(())
    }
}

impl Screen for Twins {
    fn title(&self, cx: &Cx) -> String {
        if self.above { cx.say(t::SUB).to_owned() } else { String::new() }
    }

    fn status(&self, cx: &Cx) -> String {
        let count = |which: fn(&Stand) -> bool| self.pairs.iter().filter(|pair| which(&pair.stand)).count();
        let counts = [
            count(|stand| matches!(stand, Stand::Suspected(_))),
            count(|stand| matches!(stand, Stand::Apart(_))),
            count(|stand| matches!(stand, Stand::Merged(..))),
        ];
        t::COUNT.with(counts).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let last = self.pairs.len().saturating_sub(1);
        self.cursor = match key {
            Key::Up => self.cursor.saturating_sub(1),
            Key::Down => (self.cursor + 1).min(last),
            Key::PageUp => self.cursor.saturating_sub(self.height),
            Key::PageDown => (self.cursor + self.height).min(last),
            Key::Home => 0,
            Key::End => last,
            Key::Esc if self.above => return Ok(Flow::Back),
            _ => return self.dispatch(cx, key),
        };
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, _: Rect) -> Result<()> {
        if self.read_at != Some(cx.store.version()) {
            if cx.store.count_to(Child::META, FEW)? < FEW {
                self.read(cx)?;
            } else {
                self.looking = true;
            }
        }
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let looked = self.looking;
        if looked {
            self.read(cx)?;
        }
        Ok(looked)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let below = if area.height > 8 { 3 } else { 0 };
        let list = Rect { height: area.height - below, ..area };
        if self.pairs.is_empty() {
            let text = if self.looking { t::LOOKING } else { t::NONE };
            let place = Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area };
            pane::paragraph(buf, place, cx.say(text), theme.quiet());
            return None;
        }
        self.height = usize::from(list.height.saturating_sub(1)).max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(self.height));
        let end = (self.top + self.height).min(self.pairs.len());
        let shown = self.pairs.get(self.top..end).unwrap_or_default();
        let lines = pair::lines(cx, shown).unwrap_or_default();
        table::draw(buf, list, &pair::heads(cx), &lines, Some(self.cursor - self.top), theme);
        if let Some(pair) = self.current().filter(|_| below > 0) {
            let place = Rect { y: list.bottom() + 1, height: below - 1, ..area };
            pane::paragraph(buf, place, &pair.reasons(cx), theme.quiet());
        }
        None
    }
}
