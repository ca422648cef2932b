//! The matrix of units and documents or topics: ✓ with the number of sessions held, ? where nobody is counted at one, L where
//! one is planned, or a hole; Enter on a hole plans a session for it.
mod legend;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::day;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::session::{Session, SessionState};
use crate::domain::value::{Cell as _, Value};
use crate::paper::{Cell, Grid};
use crate::reports::coverage::{By, Coverage, Met, Told, coverage, percent};
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::period::{self, Periodic};
use crate::screens::print::Print;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::sessions;
use crate::store::Result;
use crate::text::{coverage as t, screen as s};
use crate::ui::key::Key;
use crate::ui::matrix::{self, Mark, Tone, scrolled};
use legend::{name, number, short};

/// The screen.
pub struct Matrix {
    period: Period,
    by: By,
    matrix: Coverage,
    read_at: Option<(u64, String, By)>,
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
            keys: &[Key::Enter],
            name: t::PLAN,
            ready: |it, _| it.unit().is_some() && it.here().is_empty(),
            run: |it, cx| it.form(cx, SessionState::Planned),
        },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::RECORD,
            ready: |it, _| it.unit().is_some(),
            run: |it, cx| it.form(cx, SessionState::Held),
        },
        Command { keys: &[Key::Ctrl('u')], name: t::TO_TOPICS, ready: |it, _| it.by == By::Documents, run: Self::turn },
        Command { keys: &[Key::Ctrl('u')], name: t::TO_DOCUMENTS, ready: |it, _| it.by == By::Topics, run: Self::turn },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
    ];

    /// The year of report that holds today.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let half = Period::of(cx.store.today());
        let period = half.wider().unwrap_or(half);
        Box::new(Self {
            period,
            by: By::Documents,
            matrix: Coverage::default(),
            read_at: None,
            at: (0, 0),
            top: (0, 0),
            page: 1,
        })
    }

    fn unit(&self) -> Option<&(i64, String)> {
        self.matrix.units.get(self.at.0)
    }

    /// The sessions of the chosen cell: those held, those that nobody is counted at, then those planned.
    fn here(&self) -> Vec<i64> {
        let met = self.matrix.met(self.at.0, self.at.1);
        met.map_or_else(Vec::new, |met| met.held.iter().chain(&met.uncounted).chain(&met.planned).copied().collect())
    }

    /// Turns between documents and topics.
    fn turn(&mut self, _: &mut Cx) -> Result<Flow> {
        self.by = if self.by == By::Documents { By::Topics } else { By::Documents };
        Ok(Flow::Stay)
    }

    /// The sessions of the chosen cell.
    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (Some((_, unit)), Some(item)) = (self.unit(), self.matrix.items.get(self.at.1)) else {
            return Ok(Flow::Stay);
        };
        let title = t::TITLE.with([unit.clone(), name(item, cx)]).say(cx.settings.lang);
        let list = List::new(Session::META, sessions::COMMANDS).of_rows(title, self.here());
        Ok(Flow::Open(Box::new(list)))
    }

    /// A form for a session of the chosen unit on what the column stands for; of a planned one the day is asked for.
    fn form(&mut self, cx: &mut Cx, state: SessionState) -> Result<Flow> {
        let (Some((unit, _)), Some(item)) = (self.unit(), self.matrix.items.get(self.at.1)) else {
            return Ok(Flow::Stay);
        };
        let told = match item.told {
            Told::Document(id) => ("documents", Value::Ids(vec![id])),
            Told::Topic(id) => ("topics", Value::Ids(vec![id])),
            Told::Hotline => ("hotline", Value::Int(1)),
        };
        let mut given = vec![("unit", Value::Int(*unit)), told];
        if state == SessionState::Planned {
            given.extend([("state", state.value()), ("date", Value::Null)]);
        }
        let list = List::new(Session::META, sessions::COMMANDS);
        Ok(Flow::Open(Box::new(list.new_form(cx, &given))))
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
        let stem = period::stem("pho-bien", &self.period);
        let print = Print::of_grid(cx, &stem, t::SUB, Grid { heads, rows, about }, Session::TABLE);
        Ok(Flow::Open(Box::new(print)))
    }
}

impl Periodic for Matrix {
    fn period(&mut self) -> &mut Period {
        &mut self.period
    }
}

impl Screen for Matrix {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let by = if self.by == By::Documents { t::BY_DOCUMENTS } else { t::BY_TOPICS };
        let filled = self.matrix.percent().to_string();
        t::STATUS.with([self.period.name().say(lang), filled, by.say(lang).to_owned()]).say(lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::PERIOD_COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::PERIOD_COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
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
        let wanted = (cx.store.version(), self.period.code.clone(), self.by);
        if self.read_at.as_ref() != Some(&wanted) {
            // The cursor stays on its unit and document though others come and go.
            let unit = self.unit().map(|unit| unit.0);
            let told = self.matrix.items.get(self.at.1).map(|item| item.told);
            self.matrix = coverage(cx.store, &self.period, self.by)?;
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
        let cells = usize::from(area.width);
        let units = self.matrix.units.iter().map(|unit| unit.1.as_str());
        let name = matrix::names(units.chain([cx.say(t::PERCENT)]), cells);
        let names: Vec<String> = self.matrix.items.iter().map(|item| short(item, cx)).collect();
        let named = matrix::heads_fit(&names, name, cells);
        // Below the grid the chosen cell and column are said in full; where names do not fit, numbers are explained.
        let legend = if named { 1 } else { self.legend(cells, 0, cx).len().clamp(2, 6) };
        let proof = usize::from(self.proof(cx.settings.lang).is_some());
        let below = u16::try_from(2 + proof + legend).unwrap_or(0).min(area.height / 2);
        let grid = self.grid(if named { names } else { self.numbers(cx) }, cx);
        let place = Rect { height: area.height - below, ..area };
        let shape = grid.shape(name, place);
        self.top = (scrolled(self.top.0, self.at.0, shape.rows), scrolled(self.top.1, self.at.1, shape.columns));
        self.page = shape.rows;
        let y = grid.draw(buf, place, &shape, self.at, self.top, theme);
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        self.draw_legend(buf, rest, named, cx);
        None
    }
}

impl Matrix {
    fn keep_inside(&mut self) {
        self.at.0 = self.at.0.min(self.matrix.units.len().saturating_sub(1));
        self.at.1 = self.at.1.min(self.matrix.items.len().saturating_sub(1));
    }

    /// The matrix as it is drawn, under heads.
    fn grid(&self, heads: Vec<String>, cx: &Cx) -> matrix::Matrix {
        let (columns, units) = (self.matrix.items.len(), self.matrix.units.len());
        let lang = cx.settings.lang;
        let mark = |met: Option<&Met>| {
            let none = Met::default();
            let met = met.unwrap_or(&none);
            let (text, tone) = match (met.held.len(), met.uncounted.len(), met.planned.len()) {
                (0, 0, 0) => (cx.say(t::HOLE).to_owned(), Tone::Bad),
                (0, 0, planned) => (t::TO_COME.with([planned]).say(lang), Tone::Plain),
                (0, uncounted, _) => (t::UNCOUNTED.with([uncounted]).say(lang), Tone::Plain),
                (held, ..) => (t::DONE.with([held]).say(lang), Tone::Good),
            };
            Mark { text, tone }
        };
        let marks = |unit| (0..columns).map(|item| mark(self.matrix.met(unit, item))).collect();
        let sum = |unit| format!("{}/{columns}", self.matrix.of_unit(unit));
        matrix::Matrix {
            corner: [cx.say(t::UNIT), cx.say(t::SUM)],
            rows: self.matrix.units.iter().enumerate().map(|(at, (_, name))| (name.clone(), sum(at))).collect(),
            heads,
            marks: (0..units).map(marks).collect(),
            foot: cx.say(t::PERCENT),
            feet: (0..columns).map(|item| percent(self.matrix.reached(item), units).to_string()).collect(),
        }
    }

    fn numbers(&self, cx: &Cx) -> Vec<String> {
        self.matrix.items.iter().enumerate().map(|(at, item)| number(at, item, cx)).collect()
    }
}
