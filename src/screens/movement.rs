//! Stock and flow: every group and hardship with opening, in, out and closing; Enter on a number opens its children.
mod range;
mod show;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::child::Child;
use crate::domain::day;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::reports::movement::{self as report, COLUMNS, Line as Row, Subject};
use crate::screens::list::List;
use crate::screens::mask::Veil;
use crate::screens::period::{self, Periodic};
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{movement as t, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use range::{Range, Typed};

/// How many lines below the table say the chosen number in full.
const BELOW: u16 = 3;

/// The screen.
pub struct Movement {
    period: Period,
    lines: Vec<Row>,
    read_at: Option<(u64, String)>,
    cursor: Cursor,
    /// Which of the four numbers is chosen.
    column: usize,
    /// How names in sensitive groups are shown.
    veil: Veil,
    /// The period that is being typed.
    asked: Option<Range>,
}

impl Movement {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::BEHIND, ready: |it, _| !it.lines.is_empty(), run: Self::open },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
    ];
    /// What comes after the period's keys.
    const OTHERS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('u')], name: t::CHOOSE, ready: |_, _| true, run: Self::ask },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::SHOW_NAMES,
            ready: |it, _| it.veil == Veil::Drawn,
            run: Self::unveil,
        },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::HIDE_NAMES,
            ready: |it, _| it.veil != Veil::Drawn,
            run: Self::cover,
        },
    ];

    /// The half-year that is reported on now; names in sensitive groups are masked.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        Box::new(Self {
            period: Period::reported(cx.store.today()),
            lines: Vec::new(),
            read_at: None,
            cursor: Cursor::default(),
            column: COLUMNS.len() - 1,
            veil: Veil::Drawn,
            asked: None,
        })
    }

    fn ask(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.asked = Some(Range::new(&self.period, cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn chosen(&self) -> Option<(&Row, &[i64])> {
        let line = self.lines.get(self.cursor.at)?;
        Some((line, line.children.get(self.column)?))
    }

    /// The children of the chosen number; those of a sensitive group with masked names unless they were asked for.
    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some((line, ids)) = self.chosen() else { return Ok(Flow::Stay) };
        let lang = cx.settings.lang;
        let column = COLUMNS.get(self.column).map_or("", |head| head.say(lang));
        let title = t::TITLE.with([line.name.say(lang), column.to_owned()]).say(lang);
        // All groups at once hold the sensitive ones too.
        let private = line.sensitive || line.subject == Subject::Groups;
        let veil = if private { self.veil } else { Veil::Chosen };
        cx.store.looked("figure", Child::TABLE, None, i64::try_from(ids.len()).ok())?;
        Ok(Flow::Open(Box::new(List::new(Child::META, &[]).of_rows(title, ids.to_vec()).veiled(veil))))
    }

    fn unveil(&mut self, cx: &mut Cx) -> Result<Flow> {
        cx.store.looked("unmask", Child::TABLE, None, None)?;
        self.veil = Veil::Chosen;
        let sentence = cx.say(t::NAMES_SHOWN);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn cover(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.veil = Veil::Drawn;
        let sentence = cx.say(t::NAMES_HIDDEN);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let about = vec![self.period.name().say(lang), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(lang)];
        let grid = report::grid(&self.lines, about, lang);
        let (period, lines) = (self.period.clone(), self.lines.clone());
        let paper = Output::forms(t::OUT_PAPER, move |cx| report::paper(cx.store, &period, &lines));
        let stem = period::stem("bien-dong", &self.period);
        let print = Print::of_grid(cx, &stem, t::SUB, grid, Child::TABLE).with(cx, paper, &stem);
        Ok(Flow::Open(Box::new(print)))
    }
}

impl Periodic for Movement {
    fn period(&mut self) -> &mut Period {
        &mut self.period
    }
}

impl Screen for Movement {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        self.period.name().say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::PERIOD_COMMANDS, Self::OTHERS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::PERIOD_COMMANDS, Self::OTHERS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some(asked) = &mut self.asked {
            match asked.press(key)? {
                Typed::Open => {}
                Typed::Left => self.asked = None,
                Typed::Period(period) => (self.period, self.asked) = (period, None),
            }
            return Ok(Flow::Stay);
        }
        match key {
            Key::Left => self.column = self.column.saturating_sub(1),
            Key::Right => self.column = (self.column + 1).min(COLUMNS.len() - 1),
            _ if self.cursor.press(key, self.lines.len()) => {}
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn typing(&self) -> bool {
        self.asked.is_some()
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        let Some(asked) = &mut self.asked else { return Ok(Flow::Pass) };
        asked.paste(text);
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.period.code.clone());
        if self.read_at.as_ref() != Some(&wanted) {
            self.lines = report::movement(cx.store, &self.period)?;
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(1 + BELOW)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        self.show(buf, area, cx)
    }
}
