//! The ledger of a unit: its children down, the purposes across. A signed sheet is entered with Space down the list.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{HEADS, ask_withdrawal, papers};
use crate::acts::consent::{self, Signed};
use crate::domain::child::Child;
use crate::domain::consent::{ConsentSheet, Purpose, Standing};
use crate::domain::id::Id;
use crate::domain::value::{Aged, Cell, Kind};
use crate::domain::{cell, day};
use crate::reports::consent::{Line, of_unit};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::{mask, pane};
use crate::store::Result;
use crate::text::{Text, consent as t, screen as s};
use crate::ui::key::Key;
use crate::ui::matrix::{self, Mark, Matrix, Tone, scrolled};
use crate::ui::width::wrap;

/// A unit's children with how their consents stand.
pub struct Ledger {
    sheet: ConsentSheet,
    unit: String,
    lines: Vec<Line>,
    read_at: Option<u64>,
    at: (usize, usize),
    top: (usize, usize),
    page: usize,
}

impl Ledger {
    /// The ledger of a sheet and its unit's name.
    pub const fn new(sheet: ConsentSheet, unit: String) -> Self {
        Self { sheet, unit, lines: Vec::new(), read_at: None, at: (0, 0), top: (0, 0), page: 1 }
    }

    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Char(' ')], name: t::TICK, ready: |it, _| it.line().is_some(), run: Self::tick },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::TICK_PARENT,
            ready: |it, _| it.line().is_some(),
            run: |it, cx| it.note(cx, Signed::Representative),
        },
        Command { keys: &[Key::Ctrl('a')], name: t::TICK_ALL, ready: |it, _| it.line().is_some(), run: Self::tick_all },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::WITHDRAW,
            ready: |it, _| it.line().is_some(),
            run: |it, cx| {
                it.line().map_or(Ok(Flow::Stay), |line| ask_withdrawal(cx, line.child.id, Some(it.purpose())))
            },
        },
        Command {
            keys: &[Key::F(7), Key::Ctrl('p')],
            name: s::PRINT,
            ready: |_, _| true,
            run: |it, cx| Ok(Flow::Open(Box::new(papers(cx, it.sheet.id)))),
        },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    fn purpose(&self) -> Purpose {
        Purpose::ALL.get(self.at.1).copied().unwrap_or_default()
    }

    fn line(&self) -> Option<&Line> {
        self.lines.get(self.at.0)
    }

    /// Ticks what the sheet says in full, from the child too where it must agree; a full tick goes.
    fn tick(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.line() else { return Ok(Flow::Stay) };
        let signed = match line.standings.get(self.at.1) {
            Some(standing) if standing.holds() => Signed::Nobody,
            _ => self.full(line),
        };
        self.note(cx, signed)
    }

    /// What a sheet that is signed in full says of a child.
    fn full(&self, line: &Line) -> Signed {
        if self.purpose().is_public() && line.must_agree { Signed::Both } else { Signed::Representative }
    }

    fn note(&mut self, cx: &mut Cx, signed: Signed) -> Result<Flow> {
        let Some(child) = self.line().map(|line| line.child.id) else { return Ok(Flow::Stay) };
        consent::note(cx.store, self.sheet.id, &[child], self.purpose(), signed)?;
        self.at.0 = (self.at.0 + 1).min(self.lines.len().saturating_sub(1));
        Ok(Flow::Stay)
    }

    /// Ticks everybody whose consent was never withdrawn, as one step.
    fn tick_all(&mut self, cx: &mut Cx) -> Result<Flow> {
        let purpose = self.purpose();
        for signed in [Signed::Representative, Signed::Both] {
            let open = |line: &&Line| {
                let standing = line.standings.get(self.at.1);
                self.full(line) == signed && matches!(standing, Some(Standing::None | Standing::Half))
            };
            let children: Vec<Id<Child>> = self.lines.iter().filter(open).map(|line| line.child.id).collect();
            if !children.is_empty() {
                consent::note(cx.store, self.sheet.id, &children, purpose, signed)?;
            }
        }
        Ok(Flow::Stay)
    }

    fn matrix(&self, cx: &Cx) -> Matrix {
        let today = cx.store.today();
        let name = |line: &Line| {
            if cx.settings.mask { mask::initials(&line.child.name) } else { line.child.name.clone() }
        };
        let age = |line: &Line| cell::show(Kind::Age, &Aged(line.child.born).value(), today, cx.settings.lang);
        let mark = |standing: &Standing| {
            let tone = if standing.holds() { Tone::Good } else { Tone::Bad };
            Mark { text: cx.say(sign(*standing)).to_owned(), tone }
        };
        let held = |at: usize| {
            self.lines.iter().filter(move |line| line.standings.get(at).is_some_and(|it| it.holds())).count()
        };
        Matrix {
            corner: [cx.say(t::CHILD), cx.say(t::AGE)],
            rows: self.lines.iter().map(|line| (name(line), age(line))).collect(),
            heads: HEADS.map(|head| cx.say(head).to_owned()).to_vec(),
            marks: self.lines.iter().map(|line| line.standings.iter().map(mark).collect()).collect(),
            foot: cx.say(t::HOLDING),
            feet: (0..Purpose::ALL.len()).map(|at| held(at).to_string()).collect(),
        }
    }
}

const fn sign(standing: Standing) -> Text {
    match standing {
        Standing::None => t::MARK_NONE,
        Standing::Holds => t::MARK_HOLDS,
        Standing::HoldsBoth => t::MARK_BOTH,
        Standing::Half => t::MARK_HALF,
        Standing::Withdrawn => t::MARK_WITHDRAWN,
    }
}

const fn words(standing: Standing) -> Text {
    match standing {
        Standing::None => t::SAYS_NONE,
        Standing::Holds => t::SAYS_HOLDS,
        Standing::HoldsBoth => t::SAYS_BOTH,
        Standing::Half => t::SAYS_HALF,
        Standing::Withdrawn => t::SAYS_WITHDRAWN,
    }
}

impl Screen for Ledger {
    fn title(&self, cx: &Cx) -> String {
        t::TITLE.with([self.unit.clone(), day::show(self.sheet.date)]).say(cx.settings.lang)
    }

    fn status(&self, cx: &Cx) -> String {
        let held = self.lines.iter().filter(|line| line.standings.get(self.at.1).is_some_and(|it| it.holds())).count();
        let purpose = HEADS.get(self.at.1).map_or("", |head| cx.say(*head));
        t::STATUS.with([held.to_string(), self.lines.len().to_string(), purpose.to_owned()]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let (row, column) = self.at;
        self.at = match key {
            Key::Up => (row.saturating_sub(1), column),
            Key::Down => (row + 1, column),
            Key::PageUp => (row.saturating_sub(self.page), column),
            Key::PageDown => (row + self.page, column),
            Key::Home => (0, column),
            Key::End => (usize::MAX, column),
            Key::Left => (row, column.saturating_sub(1)),
            Key::Right => (row, column + 1),
            _ => return self.dispatch(cx, key),
        };
        self.at.0 = self.at.0.min(self.lines.len().saturating_sub(1));
        self.at.1 = self.at.1.min(Purpose::ALL.len() - 1);
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, _: Rect) -> Result<()> {
        if self.read_at != Some(cx.store.version()) {
            self.lines = of_unit(cx.store, self.sheet.unit, cx.store.today())?;
            self.at.0 = self.at.0.min(self.lines.len().saturating_sub(1));
            self.read_at = Some(cx.store.version());
        }
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let Some(line) = self.line() else {
            let text = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            pane::paragraph(buf, text, cx.say(t::NO_CHILDREN), theme.quiet());
            return None;
        };
        let standing = line.standings.get(self.at.1).copied().unwrap_or(Standing::None);
        let purpose = cx.say(self.purpose().text());
        let said = t::ABOUT.with([purpose, cx.say(words(standing))]).say(cx.settings.lang);
        let matrix = self.matrix(cx);
        let cells = usize::from(area.width);
        let name = matrix::names(matrix.rows.iter().map(|(name, _)| name.as_str()).chain([matrix.foot]), cells);
        let text = format!("{said}\n{}", cx.say(t::LEGEND));
        let below = u16::try_from(wrap(&text, cells.saturating_sub(4)).len()).unwrap_or(0) + 1;
        let place = Rect { height: area.height.saturating_sub(below.min(area.height / 2)), ..area };
        let shape = matrix.shape(name, place);
        self.top = (scrolled(self.top.0, self.at.0, shape.rows), scrolled(self.top.1, self.at.1, shape.columns));
        self.page = shape.rows;
        let y = matrix.draw(buf, place, &shape, self.at, self.top, theme) + 1;
        pane::paragraph(buf, Rect { y, height: area.bottom().saturating_sub(y), ..area }, &text, theme.quiet());
        None
    }
}
