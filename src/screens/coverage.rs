//! The matrix of units and documents: ✓ with the number of sessions, or a hole to be filled by recording one.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::day;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::value::Value;
use crate::paper::{Cell, Grid};
use crate::reports::coverage::{Coverage, Item, Told, coverage, percent};
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::period::{self, Turn};
use crate::screens::print::Print;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::sessions;
use crate::store::Result;
use crate::text::{coverage as t, screen as s};
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, fit_right, width, wrap};

/// The width of a column headed by its number: "▸✓12".
const NARROW: usize = 4;
/// The widest column headed by its name.
const WIDE: usize = 16;
/// The width of a unit's sum: "12/20".
const SUM: usize = 6;

/// The screen.
pub struct Matrix {
    period: Period,
    matrix: Coverage,
    read_at: Option<(u64, String)>,
    /// The chosen unit and column.
    at: (usize, usize),
    /// The first unit and column shown.
    top: (usize, usize),
    page: usize,
}

impl Matrix {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::BEHIND, ready: |it, _| !it.here().is_empty(), run: Self::open },
        Command {
            keys: &[Key::Enter, Key::Insert, Key::Ctrl('n')],
            name: t::RECORD,
            ready: |it, _| it.unit().is_some(),
            run: Self::record,
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command {
            keys: &[Key::Char('>')],
            name: s::NEXT_PERIOD,
            ready: |_, _| true,
            run: |it, _| it.turn(period::NEXT),
        },
        Command {
            keys: &[Key::Char('<')],
            name: s::LAST_PERIOD,
            ready: |_, _| true,
            run: |it, _| it.turn(period::LAST),
        },
        Command { keys: &[Key::Char('+')], name: s::WIDER, ready: |_, _| true, run: |it, _| it.turn(period::WIDER) },
        Command {
            keys: &[Key::Char('-')],
            name: s::NARROWER,
            ready: |_, _| true,
            run: |it, _| it.turn(period::NARROWER),
        },
    ];

    /// The year of report that holds today.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let half = Period::of(cx.store.today());
        let period = half.wider().unwrap_or(half);
        Box::new(Self { period, matrix: Coverage::default(), read_at: None, at: (0, 0), top: (0, 0), page: 1 })
    }

    fn unit(&self) -> Option<&(i64, String)> {
        self.matrix.units.get(self.at.0)
    }

    fn here(&self) -> &[i64] {
        self.matrix.sessions(self.at.0, self.at.1)
    }

    fn turn(&mut self, turn: Turn) -> Result<Flow> {
        if let Some(period) = turn(&self.period) {
            self.period = period;
        }
        Ok(Flow::Stay)
    }

    /// The sessions of the chosen cell.
    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (Some((_, unit)), Some(item)) = (self.unit(), self.matrix.items.get(self.at.1)) else {
            return Ok(Flow::Stay);
        };
        let title = t::TITLE.with([unit.clone(), name(item, cx)]).say(cx.settings.lang);
        let list = List::new(Session::META, sessions::COMMANDS).of_rows(title, self.here().to_vec());
        Ok(Flow::Open(Box::new(list)))
    }

    /// A form for a session of the chosen unit on the chosen document.
    fn record(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (Some((unit, _)), Some(item)) = (self.unit(), self.matrix.items.get(self.at.1)) else {
            return Ok(Flow::Stay);
        };
        let told = match item.told {
            Told::Document(id) => ("documents", Value::Ids(vec![id])),
            Told::Hotline => ("hotline", Value::Int(1)),
        };
        let list = List::new(Session::META, sessions::COMMANDS);
        Ok(Flow::Open(Box::new(list.new_form(cx, &[("unit", Value::Int(*unit)), told]))))
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (matrix, lang) = (&self.matrix, cx.settings.lang);
        let count = |n: usize| Cell::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let mut heads = vec![cx.say(t::UNIT).to_owned()];
        heads.extend(matrix.items.iter().map(|item| name(item, cx)));
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (at, (_, unit)) in matrix.units.iter().enumerate() {
            let held = (0..matrix.items.len()).map(|item| count(matrix.sessions(at, item).len()));
            rows.push(std::iter::once(Cell::Text(unit.clone())).chain(held).collect());
        }
        let reached = (0..matrix.items.len()).map(|item| count(percent(matrix.reached(item), matrix.units.len())));
        rows.push(std::iter::once(Cell::Text(cx.say(t::PERCENT).to_owned())).chain(reached).collect());
        let about = vec![self.status(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(lang)];
        let stem = format!("pho-bien-{}", self.period.code.replace([':', '.'], "-"));
        let print = Print::of_grid(cx, &stem, t::SUB, Grid { heads, rows, about }, Session::TABLE);
        Ok(Flow::Open(Box::new(print)))
    }
}

/// The full name of a column: a document's name, with its number where the name does not hold it, and its end.
fn name(item: &Item, cx: &Cx) -> String {
    if item.told == Told::Hotline {
        return cx.say(t::HOTLINE).to_owned();
    }
    let known = item.number.is_empty() || item.name.contains(&item.number);
    let name = if known { item.name.clone() } else { format!("{}, {}", item.name, item.number) };
    match item.expired {
        Some(until) => t::EXPIRED.with([name, day::show(until)]).say(cx.settings.lang),
        None => name,
    }
}

/// The short head of a column: its place in the legend.
fn number(at: usize, item: &Item, cx: &Cx) -> String {
    if item.told == Told::Hotline { cx.say(t::HOTLINE_HEAD).to_owned() } else { at.to_string() }
}

impl Screen for Matrix {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        t::STATUS.with([self.period.name().say(lang), self.matrix.percent().to_string()]).say(lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let (unit, item) = self.at;
        self.at = match key {
            Key::Up => (unit.saturating_sub(1), item),
            Key::Down => (unit + 1, item),
            Key::PageUp => (unit.saturating_sub(self.page), item),
            Key::PageDown => (unit + self.page, item),
            Key::Left => (unit, item.saturating_sub(1)),
            Key::Right => (unit, item + 1),
            Key::Home => (unit, 0),
            Key::End => (unit, usize::MAX),
            _ => return self.dispatch(cx, key),
        };
        self.keep_inside();
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, _: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.period.code.clone());
        if self.read_at.as_ref() != Some(&wanted) {
            // The cursor stays on its unit and document though others come and go.
            let unit = self.unit().map(|unit| unit.0);
            let told = self.matrix.items.get(self.at.1).map(|item| item.told);
            self.matrix = coverage(cx.store, &self.period)?;
            let same = |at: usize, found: Option<usize>| found.unwrap_or(at);
            self.at = (
                same(self.at.0, self.matrix.units.iter().position(|it| Some(it.0) == unit)),
                same(self.at.1, self.matrix.items.iter().position(|it| Some(it.told) == told)),
            );
            self.keep_inside();
            self.read_at = Some(wanted);
        }
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        if self.matrix.units.is_empty() {
            let text = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            pane::paragraph(buf, text, cx.say(t::NO_UNITS), theme.quiet());
            return None;
        }
        let shape = self.shape(area, cx);
        self.top.0 = scrolled(self.top.0, self.at.0, shape.rows);
        self.top.1 = scrolled(self.top.1, self.at.1, shape.columns);
        self.page = shape.rows;
        self.draw_heads(buf, area, &shape, cx);
        let mut y = area.y + 1;
        for unit in (self.top.0..self.matrix.units.len()).take(shape.rows) {
            self.draw_unit(buf, area, y, unit, &shape, cx);
            y += 1;
        }
        self.draw_percent(buf, area, y, &shape, cx);
        let below = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
        self.draw_legend(buf, below, &shape, cx);
        None
    }
}

/// Where things stand: how much fits.
struct Shape {
    /// The width of a unit's name.
    name: usize,
    /// The width of a column.
    column: usize,
    /// Whether columns are headed by their names.
    named: bool,
    /// How many columns and units are seen.
    columns: usize,
    rows: usize,
}

/// The first of those seen, so that the chosen one is among them.
fn scrolled(top: usize, at: usize, seen: usize) -> usize {
    top.min(at).max((at + 1).saturating_sub(seen))
}

impl Matrix {
    fn keep_inside(&mut self) {
        self.at.0 = self.at.0.min(self.matrix.units.len().saturating_sub(1));
        self.at.1 = self.at.1.min(self.matrix.items.len().saturating_sub(1));
    }

    fn shape(&self, area: Rect, cx: &Cx) -> Shape {
        let cells = usize::from(area.width);
        let longest = self.matrix.units.iter().map(|unit| width(&unit.1)).max().unwrap_or(0);
        let name = longest.max(width(cx.say(t::PERCENT))).min((cells / 3).max(12));
        let room = cells.saturating_sub(2 + name + 1 + SUM);
        let widest = self.matrix.items.iter().map(|item| width(&name_of(item, cx))).max().unwrap_or(0);
        let named = widest <= WIDE && (widest + 2) * self.matrix.items.len() <= room;
        let column = if named { widest + 2 } else { NARROW };
        // Heads, percentages, two lines on the chosen cell; where names do not fit, at least two of legend.
        let legend = if named { 1 } else { self.legend(cells, 0, cx).len().clamp(2, 6) };
        let height = usize::from(area.height);
        let rows = height.saturating_sub(4 + legend).clamp(1, self.matrix.units.len().max(1));
        Shape { name, column, named, columns: (room / column).max(1), rows }
    }

    fn draw_heads(&self, buf: &mut Buffer, area: Rect, shape: &Shape, cx: &Cx) {
        let theme = cx.settings.theme;
        let lead = format!("  {} {}", fit(cx.say(t::UNIT), shape.name), fit_right(cx.say(t::SUM), SUM));
        let cells = usize::from(area.width);
        buf.set_stringn(area.x, area.y, &lead, cells, theme.label());
        for (x, at) in self.columns(area, shape) {
            let Some(item) = self.matrix.items.get(at) else { continue };
            let label = if shape.named { name_of(item, cx) } else { number(at, item, cx) };
            let on = at == self.at.1;
            let text = format!("{}{}", if on { "▾" } else { " " }, fit(&label, shape.column - 1));
            let style = if on { theme.cursor() } else { theme.label() };
            buf.set_stringn(x, area.y, &text, shape.column, style);
        }
    }

    fn draw_unit(&self, buf: &mut Buffer, area: Rect, y: u16, unit: usize, shape: &Shape, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let on = unit == self.at.0;
        let name = self.matrix.units.get(unit).map_or("", |it| it.1.as_str());
        let sum = format!("{}/{}", self.matrix.of_unit(unit), self.matrix.items.len());
        let lead = format!("{} {} {}", if on { "▌" } else { " " }, fit(name, shape.name), fit_right(&sum, SUM));
        buf.set_stringn(area.x, y, &lead, usize::from(area.width), if on { theme.cursor() } else { theme.text() });
        for (x, at) in self.columns(area, shape) {
            let held = self.matrix.sessions(unit, at).len();
            let text = if held == 0 { cx.say(t::HOLE).to_owned() } else { t::DONE.with([held]).say(lang) };
            let chosen = on && at == self.at.1;
            let text = format!("{}{}", if chosen { "▸" } else { " " }, fit(&text, shape.column - 1));
            let style = match (chosen, held) {
                (true, _) => theme.cursor(),
                (false, 0) => theme.bad(),
                (false, _) => theme.good(),
            };
            buf.set_stringn(x, y, &text, shape.column, style);
        }
    }

    fn draw_percent(&self, buf: &mut Buffer, area: Rect, y: u16, shape: &Shape, cx: &Cx) {
        if y >= area.bottom() {
            return;
        }
        let theme = cx.settings.theme;
        let label = format!("  {}", fit(cx.say(t::PERCENT), shape.name));
        buf.set_stringn(area.x, y, label, usize::from(area.width), theme.quiet());
        for (x, at) in self.columns(area, shape) {
            let reached = percent(self.matrix.reached(at), self.matrix.units.len());
            let text = format!(" {}", fit(&reached.to_string(), shape.column - 1));
            buf.set_stringn(x, y, &text, shape.column, theme.quiet());
        }
    }

    /// What the chosen cell and column are in full, and what the numbers stand for.
    fn draw_legend(&self, buf: &mut Buffer, area: Rect, shape: &Shape, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let (Some((_, unit)), Some(item)) = (self.unit(), self.matrix.items.get(self.at.1)) else { return };
        let (held, all) = (self.here().len(), self.matrix.units.len());
        let cell = if held == 0 { t::CELL_HOLE.with([unit]) } else { t::CELL_DONE.with([unit, &held.to_string()]) };
        let reached = self.matrix.reached(self.at.1);
        let told = [
            number(self.at.1, item, cx),
            name(item, cx),
            reached.to_string(),
            all.to_string(),
            percent(reached, all).to_string(),
        ];
        let cells = usize::from(area.width.saturating_sub(3));
        let chosen = [(t::COLUMN.with(told).say(lang), theme.text()), (cell.say(lang), theme.text())];
        let legend = if shape.named { vec![cx.say(t::KEYS).to_owned()] } else { self.legend(cells, self.top.1, cx) };
        let legend = legend.into_iter().map(|line| (line, theme.quiet()));
        for ((line, style), y) in chosen.into_iter().chain(legend).zip(area.top()..area.bottom()) {
            buf.set_stringn(area.x + 2, y, cut(&line, cells), cells, style);
        }
    }

    /// The numbers of the columns with their names, beginning with the first one seen.
    fn legend(&self, cells: usize, from: usize, cx: &Cx) -> Vec<String> {
        let lang = cx.settings.lang;
        let entries = self.matrix.items.iter().enumerate().filter(|(_, item)| item.told != Told::Hotline);
        // No entry is broken: it keeps its spaces until the lines are made.
        let glued: Vec<String> = entries
            .skip_while(|(at, _)| *at < from)
            .map(|(at, item)| t::LEGEND.with([at.to_string(), name_of(item, cx)]).say(lang).replace(' ', "\u{a0}"))
            .collect();
        wrap(&glued.join(" · "), cells.saturating_sub(3)).iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }

    /// The columns seen, each with where it stands.
    fn columns(&self, area: Rect, shape: &Shape) -> impl Iterator<Item = (u16, usize)> {
        let first = 2 + shape.name + 1 + SUM;
        let (top, count, column) = (self.top.1, shape.columns, shape.column);
        (top..self.matrix.items.len())
            .take(count)
            .enumerate()
            .map(move |(place, at)| (area.x + u16::try_from(first + place * column).unwrap_or(u16::MAX - area.x), at))
    }
}

/// The name by which a column is told from the others.
fn name_of(item: &Item, cx: &Cx) -> String {
    match item.told {
        Told::Hotline => cx.say(t::HOTLINE_HEAD).to_owned(),
        Told::Document(_) => item.name.clone(),
    }
}
