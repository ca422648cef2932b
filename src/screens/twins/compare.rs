//! Two children side by side, column by column: of each that differs one side is chosen; then they are merged, told
//! apart, or, if they were merged, made two again.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::field::{self, Field, Side};
use super::pair::{self, Pair, Stand};
use crate::acts::merge;
use crate::domain::child::Child;
use crate::domain::circumstance::Circumstance;
use crate::domain::gift::Gift;
use crate::domain::record::{Record, Row};
use crate::domain::support::Support;
use crate::domain::value::{Cell, Value};
use crate::screens::pane;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Text, field as f, store as words, twin as t};
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, width};

/// What belongs to a child and goes with it.
const BELONGINGS: [Text; 3] = [f::CIRCUMSTANCES, f::SUPPORTS, f::GIFTS];

/// The screen.
pub struct Compare {
    pair: Pair,
    rows: [Row; 2],
    fields: Vec<Field>,
    /// How many circumstances, supports and gifts each has.
    belongs: [[usize; 3]; 2],
    cursor: usize,
    top: usize,
}

impl Compare {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('s')], name: t::MERGE, ready: |it, _| it.is_suspected(), run: Self::merge },
        Command { keys: &[Key::Ctrl('x')], name: t::NOT_ONE, ready: |it, _| it.is_suspected(), run: Self::tell_apart },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::TAKE_APART,
            ready: |it, _| matches!(it.pair.stand, Stand::Merged(..)),
            run: Self::take_apart,
        },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::MAY_BE_ONE,
            ready: |it, _| matches!(it.pair.stand, Stand::Apart(_)),
            run: Self::doubt,
        },
        Command {
            keys: &[Key::Left],
            name: t::CHOOSE_LEFT,
            ready: |it, _| it.chooses(),
            run: |it, _| it.choose(Side::Left),
        },
        Command {
            keys: &[Key::Right],
            name: t::CHOOSE_RIGHT,
            ready: |it, _| it.chooses(),
            run: |it, _| it.choose(Side::Right),
        },
    ];

    /// Two children as they are now; a merged one as it was. That somebody looked is written down.
    ///
    /// # Errors
    /// If one of them is gone.
    pub fn new(cx: &Cx, pair: &Pair) -> Result<Self> {
        let ids = [pair.first.0, pair.second.0];
        let read = |id| -> Result<Row> { Ok(cx.store.row(Child::META, id)?.ok_or(words::GONE)?) };
        let rows = [read(ids[0])?, read(ids[1])?];
        let lines = cx.store.lines(Child::META, &ids)?;
        let lines = ids.map(|id| lines.iter().find(|line| line.id == id));
        let fields = field::all(cx, &rows, lines);
        for id in ids {
            cx.store.looked("open", Child::TABLE, Some(id), None)?;
        }
        let belongs = [belongings(cx, &pair.first.value())?, belongings(cx, &pair.second.value())?];
        let cursor = fields.iter().position(|field| field.differs).unwrap_or(0);
        Ok(Self { pair: pair.clone(), rows, fields, belongs, cursor, top: 0 })
    }

    const fn is_suspected(&self) -> bool {
        matches!(self.pair.stand, Stand::Suspected(_))
    }

    fn chooses(&self) -> bool {
        self.is_suspected() && self.fields.get(self.cursor).is_some_and(|field| field.differs)
    }

    fn choose(&mut self, side: Side) -> Result<Flow> {
        if let Some(field) = self.fields.get_mut(self.cursor) {
            field.side = side;
        }
        Ok(Flow::Stay)
    }

    /// The next column that differs, up or down.
    fn step(&mut self, down: bool) {
        let differs = |at: &usize| self.fields.get(*at).is_some_and(|field| field.differs);
        let next = if down {
            (self.cursor + 1..self.fields.len()).find(differs)
        } else {
            (0..self.cursor).rev().find(differs)
        };
        self.cursor = next.unwrap_or(self.cursor);
    }

    fn merge(&mut self, cx: &mut Cx) -> Result<Flow> {
        let mut row = self.rows[0].clone();
        for field in self.fields.iter().filter(|field| field.side == Side::Right) {
            let value = Child::META.value(&self.rows[1], field.column.name).clone();
            Child::META.set(&mut row, field.column.name, value);
        }
        let kept = Child::of(&row).ok_or(words::NOT_ALLOWED)?;
        merge::merge(cx.store, &kept, self.pair.second)?;
        done(cx)
    }

    fn tell_apart(&mut self, cx: &mut Cx) -> Result<Flow> {
        merge::tell_apart(cx.store, self.pair.first, self.pair.second)?;
        done(cx)
    }

    fn take_apart(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Stand::Merged(merge, _) = self.pair.stand else { return Ok(Flow::Stay) };
        merge::separate(cx.store, merge)?;
        done(cx)
    }

    fn doubt(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Stand::Apart(apart) = self.pair.stand else { return Ok(Flow::Stay) };
        merge::doubt(cx.store, apart)?;
        done(cx)
    }

    /// The labels above both sides.
    fn heads(&self, cx: &Cx) -> [String; 2] {
        let lang = cx.settings.lang;
        match self.pair.stand {
            Stand::Merged(..) => [t::WAS_LEFT, t::WAS_RIGHT].map(|text| cx.say(text).to_owned()),
            Stand::Suspected(_) => {
                [t::LEFT.with([self.pair.first.0]).say(lang), t::RIGHT.with([self.pair.second.0]).say(lang)]
            }
            Stand::Apart(_) => [t::FIRST, t::SECOND].map(|text| cx.say(text).to_owned()),
        }
    }
}

/// Says what was done, and goes back to the pairs.
fn done(cx: &mut Cx) -> Result<Flow> {
    pair::say_done(cx)?;
    Ok(Flow::Back)
}

/// How many circumstances, supports and gifts a child has.
fn belongings(cx: &Cx, child: &Value) -> Result<[usize; 3]> {
    Ok([
        cx.store.find::<Circumstance>("child", child)?.len(),
        cx.store.find::<Support>("child", child)?.len(),
        cx.store.find::<Gift>("child", child)?.iter().filter(|gift| gift.included).count(),
    ])
}

impl Screen for Compare {
    fn title(&self, cx: &Cx) -> String {
        cx.say(t::TITLE).to_owned()
    }

    fn status(&self, cx: &Cx) -> String {
        let differ = self.fields.iter().filter(|field| field.differs).count();
        let said = if differ == 0 { t::ALIKE.into() } else { t::DIFFERING.with([differ]) };
        format!("{}  {}", cx.say(self.pair.state()), said.say(cx.settings.lang))
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match key {
            Key::Up | Key::Down => self.step(key == Key::Down),
            Key::Esc => return Ok(Flow::Back),
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, cells) = (cx.settings.theme, usize::from(area.width));
        let names = self.fields.iter().map(|field| cx.say(field.column.label));
        let label = names.map(width).max().unwrap_or(0).min(cells / 4);
        let side = cells.saturating_sub(label + 8) / 2;
        let line = |lead: &str, name: &str, texts: [&str; 2], chosen: Option<Side>| {
            let mark = |at: Side| if chosen == Some(at) { "▸ " } else { "  " };
            let (left, right) = (fit(texts[0], side), cut(texts[1], side));
            format!("{lead}{} {}{left} {}{right}", fit(name, label), mark(Side::Left), mark(Side::Right))
        };
        let mut put = |y: u16, text: String, style| {
            if y < area.bottom() {
                buf.set_stringn(area.x, y, fit(&text, cells), cells, style);
            }
        };
        let heads = self.heads(cx);
        put(area.y, line("  ", "", [&heads[0], &heads[1]], None), theme.label());
        let high = usize::from(area.height.saturating_sub(4)).clamp(1, self.fields.len());
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(high));
        let mut y = area.y + 1;
        for (at, field) in self.fields.iter().enumerate().skip(self.top).take(high) {
            let on = at == self.cursor && field.differs;
            let chosen = (field.differs && self.is_suspected()).then_some(field.side);
            let texts = [0, 1].map(|at| pair::masked(cx, field.column, field.texts[at].clone()));
            let texts = [texts[0].as_str(), texts[1].as_str()];
            let lead = if on {
                "▌ "
            } else if field.differs {
                "≠ "
            } else {
                "  "
            };
            let style = match (on, field.differs) {
                (true, _) => theme.cursor(),
                (_, true) => theme.text(),
                _ => theme.quiet(),
            };
            put(y, line(lead, cx.say(field.column.label), texts, chosen), style);
            y += 1;
        }
        for (at, label) in BELONGINGS.into_iter().enumerate() {
            let counts = self.belongs.map(|counts| counts[at].to_string());
            put(y, line("  ", cx.say(label), [&counts[0], &counts[1]], None), theme.label());
            y += 1;
        }
        y += 1;
        for text in
            [self.pair.reasons(cx), if self.is_suspected() { cx.say(t::ABOUT_MERGE).to_owned() } else { String::new() }]
        {
            let height = area.bottom().saturating_sub(y);
            pane::paragraph(buf, Rect { y: y.min(area.bottom()), height, ..area }, &text, theme.quiet());
            y += u16::from(!text.is_empty()) * 2;
        }
        None
    }
}
