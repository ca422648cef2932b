//! What is left by purpose: a year's opening, in, out and closing, beside the year before. Enter opens the lines behind.
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::day;
use crate::domain::fund::FundLine;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::value::{Cell as _, Value};
use crate::paper::{Cell, Grid};
use crate::reports::balances::{self, Balance};
use crate::reports::fund_book;
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Text, balances as t, chart, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// What the fund book does beside every list: opens what is left by purpose.
pub const COMMANDS: &[Command<List>] = &[Command {
    keys: &[Key::Ctrl('d')],
    name: t::OPEN,
    ready: |_, _| true,
    run: |_, cx| Ok(Flow::Open(Balances::screen(cx))),
}];

/// The screen.
struct Balances {
    year: i32,
    lines: Vec<Balance>,
    read_at: Option<(u64, i32)>,
    cursor: Cursor,
}

impl Balances {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::LINES, ready: |it, _| !it.lines.is_empty(), run: Self::open },
        Command {
            keys: &[Key::Char('>'), Key::Right],
            name: chart::NEXT_YEAR,
            ready: |_, _| true,
            run: |it, _| Ok(it.turn(1)),
        },
        Command {
            keys: &[Key::Char('<'), Key::Left],
            name: chart::LAST_YEAR,
            ready: |_, _| true,
            run: |it, _| Ok(it.turn(-1)),
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    fn screen(cx: &Cx) -> Box<dyn Screen> {
        let year = cx.store.today().year();
        Box::new(Self { year, lines: Vec::new(), read_at: None, cursor: Cursor::default() })
    }

    fn turn(&mut self, by: i32) -> Flow {
        self.year = (self.year + by).clamp(*day::YEARS.start(), *day::YEARS.end());
        self.cursor = Cursor::default();
        Flow::Stay
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.lines.get(self.cursor.at) else { return Ok(Flow::Stay) };
        let title = t::LINES_OF.with([self.named(line, cx)]).say(cx.settings.lang);
        let list = List::new(FundLine::META, &[]);
        let list = match line.purpose {
            _ if !line.campaign.is_new() => list.scoped(title, "campaign", Value::Text(line.name.clone())),
            Some(purpose) => list.scoped(title, "purpose", purpose.value()),
            None => return Ok(Flow::Back),
        };
        Ok(Flow::Open(Box::new(list)))
    }

    /// A campaign is set in under its purpose.
    fn named(&self, line: &Balance, cx: &Cx) -> String {
        match line.purpose {
            None => cx.say(t::OF_ALL).to_owned(),
            Some(_) if !line.campaign.is_new() => line.name.clone(),
            Some(purpose) => cx.say(purpose.text()).to_owned(),
        }
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let row = |line: &Balance| {
            let sums = [line.opening, line.money_in, line.money_out, line.closing(), line.last_in, line.last_out];
            let name = if line.campaign.is_new() { self.named(line, cx) } else { format!("  {}", line.name) };
            std::iter::once(Cell::Text(name)).chain(sums.map(|sum| Cell::Money(sum.0))).collect()
        };
        let mut heads = HEADS.map(|(head, _)| cx.say(head).to_owned()).to_vec();
        heads.extend([t::LAST_IN, t::LAST_OUT].map(|head| cx.say(head).to_owned()));
        let about = vec![self.title(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(cx.settings.lang)];
        let grid = Grid { heads, rows: self.lines.iter().map(row).collect(), about };
        let stem = format!("so-du-{}", self.year);
        // The book of the purpose under the cursor, else of all.
        let period = Period::parse(&self.year.to_string())?;
        let only = self.lines.get(self.cursor.at).and_then(|line| line.purpose);
        let book = Output::forms(t::BOOK, move |cx| fund_book::paper(cx.store, &period, only));
        Ok(Flow::Open(Box::new(Print::of_grid(cx, &stem, t::OPEN, grid, FundLine::TABLE).also(book))))
    }

    /// The line under the cursor beside the year before.
    fn beside(&self, cx: &Cx) -> String {
        let Some(line) = self.lines.get(self.cursor.at) else { return String::new() };
        let change = |now: Vnd, before: Vnd| match before.0 {
            0 => String::new(),
            before => format!(" ({:+} %)", i128::from(now.0 - before) * 100 / i128::from(before)),
        };
        let (year, lang) = ((self.year - 1).to_string(), cx.settings.lang);
        let came = format!("{}{}", line.last_in.show(), change(line.money_in, line.last_in));
        let went = format!("{}{}", line.last_out.show(), change(line.money_out, line.last_out));
        t::BESIDE.with([year, came, went]).say(lang)
    }
}

/// The heads with their widths.
const HEADS: [(Text, u16); 5] = [(t::NAME, 22), (t::BEGINNING, 13), (t::CAME, 13), (t::WENT, 13), (t::END, 13)];

impl Screen for Balances {
    fn title(&self, cx: &Cx) -> String {
        t::TITLE.with([self.year]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.lines.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.year);
        if self.read_at != Some(wanted) {
            self.lines = balances::of_year(cx.store, self.year)?;
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(3)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        if self.lines.is_empty() {
            pane::paragraph(buf, area, &t::NOTHING.with([self.year]).say(cx.settings.lang), theme.quiet());
            return None;
        }
        let heads = HEADS.map(|(head, width)| Head {
            label: cx.say(head).to_owned(),
            width,
            right: head != t::NAME,
            grows: head == t::NAME,
        });
        let line = |it: &Balance| {
            let inset = if it.campaign.is_new() { "" } else { "  " };
            let sums = [it.opening, it.money_in, it.money_out, it.closing()].map(Vnd::show);
            let cells = std::iter::once(format!("{inset}{}", self.named(it, cx))).chain(sums);
            Line { cells: cells.collect(), marked: false }
        };
        let lines: Vec<Line> = self.lines.iter().skip(self.cursor.top).map(line).collect();
        let list = Rect { height: area.height.saturating_sub(2), ..area };
        table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), theme);
        let below = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        pane::paragraph(buf, below, &self.beside(cx), theme.quiet());
        None
    }
}
