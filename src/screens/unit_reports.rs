//! The units' reports: every unit in every period of a year, and what is done with one or all of them.
mod outgoing;
mod page;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::unit_reports as acts;
use crate::domain::id::Id;
use crate::domain::period::{Kind, Period};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Move, Stand, UnitReport};
use crate::domain::{cell, day};
use crate::paper::{Cell, Grid};
use crate::reports::late;
use crate::reports::papers::Subject;
use crate::reports::unit_reports::{Standings, standings};
use crate::screens::collect;
use crate::screens::edit::Edit;
use crate::screens::pane;
use crate::screens::period::{self, Periodic};
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Said, Text, screen as s, units as t};
use crate::ui::key::Key;
use crate::ui::matrix::{self, Mark, Tone, scrolled};
use crate::ui::width::{cut, wrap};
use page::Page;

/// The screen.
pub struct UnitReports {
    /// The period of the chosen column.
    period: Period,
    all: Standings,
    /// How many times each unit was urged about its report of the period.
    urged: Vec<usize>,
    read_at: Option<(u64, String)>,
    unit: usize,
    top: (usize, usize),
    page: usize,
}

impl UnitReports {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::OPEN, ready: |it, _| it.report().is_some(), run: Self::open },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::NOTHING,
            ready: |it, _| it.report().is_some_and(|report| report.may(Move::Nothing)),
            run: Self::nothing,
        },
        Command { keys: &[Key::Ctrl('u')], name: t::REQUEST, ready: |_, _| true, run: Self::request },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: t::EDIT_LINE,
            ready: |it, _| it.report().is_some_and(|report| report.closed_on.is_none()),
            run: Self::edit,
        },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::COLLECT,
            ready: |it, _| !it.all.units.is_empty(),
            run: |it, cx| Ok(Flow::Open(collect::ask(cx, it.period.clone()))),
        },
        Command {
            keys: &[Key::Ctrl('d')],
            name: t::PUT_FORMS,
            ready: |it, _| !it.all.units.is_empty(),
            run: Self::forms,
        },
        Command {
            keys: &[Key::Char(' ')],
            name: t::REMIND,
            ready: |it, _| !it.all.units.is_empty(),
            run: Self::remind,
        },
        Command { keys: &[Key::Ctrl('x')], name: t::URGE, ready: |it, _| !it.all.units.is_empty(), run: Self::urge },
        Command { keys: &[], name: t::URGE_ONE, ready: |it, _| !it.all.units.is_empty(), run: Self::urge_one },
        Command { keys: &[], name: t::URGE_EACH, ready: |it, _| !it.all.units.is_empty(), run: Self::urge_each },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[], name: t::ACCEPT_ALL, ready: |it, _| it.has_in(), run: Self::accept_all },
        Command { keys: &[], name: t::CLOSE_PERIOD, ready: |it, _| it.is_closed() == Some(false), run: Self::close },
        Command { keys: &[], name: t::REOPEN_PERIOD, ready: |it, _| it.is_closed() == Some(true), run: Self::reopen },
    ];

    /// The half-year that units report now.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let period = Period::reported(cx.store.today());
        Box::new(Self {
            period,
            all: Standings::default(),
            urged: Vec::new(),
            read_at: None,
            unit: 0,
            top: (0, 0),
            page: 1,
        })
    }

    fn column(&self) -> usize {
        self.all.periods.iter().position(|it| *it == self.period).unwrap_or(0)
    }

    fn report(&self) -> Option<&UnitReport> {
        self.all.report(self.unit, self.column())
    }

    fn has_in(&self) -> bool {
        self.all.of_period(self.column()).any(|report| report.may(Move::Accept))
    }

    /// Whether the period is closed; nothing if no report is expected of it.
    fn is_closed(&self) -> Option<bool> {
        let mut reports = self.all.of_period(self.column()).peekable();
        reports.peek()?;
        Some(reports.all(|report| report.closed_on.is_some()))
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(report) = self.report() else { return Ok(Flow::Stay) };
        cx.store.looked("open", UnitReport::TABLE, Some(report.id.0), None)?;
        Ok(Flow::Open(Box::new(Page::new(report.id))))
    }

    fn nothing(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(report) = self.report().cloned() else { return Ok(Flow::Stay) };
        let today = cx.store.today();
        let unit = cx.store.name_of(Unit::TABLE, report.unit.0);
        acts::nothing(cx.store, &[report], today)?;
        self.unit = (self.unit + 1).min(self.all.units.len().saturating_sub(1));
        let sentence = t::NOTED.with([unit]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn edit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(report) = self.report().cloned() else { return Ok(Flow::Stay) };
        let id = report.id.0;
        Ok(Flow::Open(Box::new(Edit::new(cx, UnitReport::META, report.row(), None).at("due").returning(id))))
    }

    fn accept_all(&mut self, cx: &mut Cx) -> Result<Flow> {
        let reports: Vec<UnitReport> =
            self.all.of_period(self.column()).filter(|report| report.may(Move::Accept)).cloned().collect();
        acts::accept(cx.store, &reports)?;
        let words = cx.say(t::ACCEPT_ALL);
        cx.good(s::DONE.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn close(&mut self, cx: &mut Cx) -> Result<Flow> {
        acts::close(cx.store, &self.period)?;
        self.tell(cx, t::IS_CLOSED);
        Ok(Flow::Stay)
    }

    fn reopen(&mut self, cx: &mut Cx) -> Result<Flow> {
        acts::reopen(cx.store, &self.period)?;
        self.tell(cx, t::IS_OPEN);
        Ok(Flow::Stay)
    }

    fn tell(&self, cx: &mut Cx, text: Text) {
        let sentence = text.with([""]).saying(0, self.period.name()).say(cx.settings.lang);
        cx.good(sentence);
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (today, lang) = (cx.store.today(), cx.settings.lang);
        let mut heads = vec![cx.say(t::UNIT).to_owned()];
        heads.extend(self.all.periods.iter().map(|period| period.name().say(lang)));
        let stand = |unit, period| match self.all.stand(unit, period, today) {
            Some(stand) => cx.say(cell::stand_text(stand)).to_owned(),
            None => String::new(),
        };
        let line = |(at, (_, name)): (usize, &(Id<Unit>, String))| {
            let stands = (0..self.all.periods.len()).map(|period| Cell::Text(stand(at, period)));
            std::iter::once(Cell::Text(name.clone())).chain(stands).collect()
        };
        let rows = self.all.units.iter().enumerate().map(line).collect();
        let about = vec![self.status(cx), s::ABOUT_DAY.with([day::show(today)]).say(lang)];
        let stem = period::stem("bao-cao-don-vi", &self.period);
        let grid = Grid { heads, rows, about };
        let papers = Output::papers(&Subject::Period(self.period.clone()));
        let print = Print::of_grid(cx, &stem, UnitReport::META.title, grid, UnitReport::TABLE);
        let print = print.with(cx, papers, &stem);
        Ok(Flow::Open(Box::new(print)))
    }

    fn step(&mut self, by: isize) {
        let last = self.all.periods.len().saturating_sub(1);
        if let Some(period) = self.all.periods.get(self.column().saturating_add_signed(by).min(last)) {
            self.period = period.clone();
        }
    }

    fn grid(&self, cx: &Cx) -> matrix::Matrix {
        let (today, lang) = (cx.store.today(), cx.settings.lang);
        let mark = |unit, period| {
            let (text, tone) = sign(self.all.stand(unit, period, today));
            Mark { text: cx.say(text).to_owned(), tone }
        };
        let columns = self.all.periods.len();
        let row = |(at, (_, name)): (usize, &(Id<Unit>, String))| {
            let reports = || (0..columns).filter_map(|period| self.all.report(at, period));
            (name.clone(), format!("{}/{}", reports().filter(|report| report.is_in()).count(), reports().count()))
        };
        let foot = |period| {
            let (came, asked) = self.all.reported(period);
            format!("{came}/{asked}")
        };
        matrix::Matrix {
            corner: [cx.say(t::UNIT), cx.say(t::IN)],
            rows: self.all.units.iter().enumerate().map(row).collect(),
            heads: self.all.periods.iter().map(|period| short(period).say(lang)).collect(),
            marks: (0..self.all.units.len()).map(|unit| (0..columns).map(|it| mark(unit, it)).collect()).collect(),
            foot: cx.say(t::IN),
            feet: (0..columns).map(foot).collect(),
        }
    }

    /// The chosen report in words, then what the signs mean.
    fn draw_below(&self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(3));
        let Some((_, unit)) = self.all.units.get(self.unit) else { return };
        let said = match self.report() {
            Some(report) => {
                let stand = report.standing.on(cx.store.today()).map_or("", |stand| cx.say(cell::stand_text(stand)));
                let line = t::CELL.with([unit.clone(), stand.to_owned(), day::show(report.due)]).say(lang);
                let urged = Some(self.urged.get(self.unit).copied().unwrap_or(0)).filter(|times| *times > 0);
                let line =
                    urged.map_or_else(|| line.clone(), |it| format!("{line} · {}", t::URGED.with([it]).say(lang)));
                let notes = [report.reason.0.replace('\n', " "), report.note.clone()];
                notes.into_iter().filter(|note| !note.is_empty()).fold(line, |line, note| format!("{line} · {note}"))
            }
            None if self.is_closed().is_none() => cx.say(t::NONE).to_owned(),
            None => t::CELL_NONE.with([unit]).say(lang),
        };
        let lines = wrap(&said, cells).into_iter().map(|line| (line, theme.text()));
        let legend = [t::KEYS, t::LEGEND].into_iter().flat_map(|text| wrap(cx.say(text), cells));
        let legend = legend.map(|line| (line, theme.quiet()));
        for ((line, style), y) in lines.chain(legend).zip(area.top()..area.bottom()) {
            buf.set_stringn(area.x + 2, y, cut(&line, cells), cells, style);
        }
    }
}

/// A sign and a short word for where a report stands, and how it looks.
const fn sign(stand: Option<Stand>) -> (Text, Tone) {
    match stand {
        None => (t::SIGN_NONE, Tone::Quiet),
        Some(Stand::NotDue) => (t::SIGN_NOT_DUE, Tone::Quiet),
        Some(Stand::Missing) => (t::SIGN_MISSING, Tone::Bad),
        Some(Stand::OnTime) => (t::SIGN_ON_TIME, Tone::Good),
        Some(Stand::Late) => (t::SIGN_LATE, Tone::Plain),
        Some(Stand::Returned) => (t::SIGN_RETURNED, Tone::Bad),
        Some(Stand::Accepted) => (t::SIGN_ACCEPTED, Tone::Good),
        Some(Stand::Nothing) => (t::SIGN_NOTHING, Tone::Good),
        Some(Stand::Closed) => (t::SIGN_CLOSED, Tone::Quiet),
    }
}

/// A period's name within its year.
fn short(period: &Period) -> Said {
    match period.kind {
        Kind::Year(_) => t::HEAD_YEAR.into(),
        Kind::Half(_, 1) => t::HEAD_FIRST.into(),
        Kind::Half(..) => t::HEAD_SECOND.into(),
        Kind::Quarter(_, quarter) => t::HEAD_QUARTER.with([quarter]),
        Kind::Month(_, month) => t::HEAD_MONTH.with([month]),
        Kind::Action(_) => t::HEAD_ACTION.into(),
        Kind::Days => t::HEAD_DAYS.with([period.from.format("%d/%m"), period.to.format("%d/%m")]),
    }
}

impl Periodic for UnitReports {
    fn period(&mut self) -> &mut Period {
        &mut self.period
    }
}

impl Screen for UnitReports {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let (came, asked) = self.all.reported(self.column());
        let percent = (came * 100).checked_div(asked).unwrap_or(0);
        let numbers = [came, asked, percent].map(|n| n.to_string());
        let parts = std::iter::once(String::new()).chain(numbers);
        t::STATUS.with(parts).saying(0, self.period.name()).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::PERIOD_COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::PERIOD_COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let last = self.all.units.len().saturating_sub(1);
        self.unit = match key {
            Key::Up => self.unit.saturating_sub(1),
            Key::Down => self.unit + 1,
            Key::PageUp => self.unit.saturating_sub(self.page),
            Key::PageDown => self.unit + self.page,
            Key::Home => 0,
            Key::End => last,
            Key::Left | Key::Right => {
                self.step(if key == Key::Left { -1 } else { 1 });
                return Ok(Flow::Stay);
            }
            _ => return self.dispatch(cx, key),
        }
        .min(last);
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, _: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.period.code.clone());
        if self.read_at.as_ref() != Some(&wanted) {
            self.all = standings(cx.store, &self.period)?;
            let urged = |(unit, _): &(Id<Unit>, String)| late::urged(cx.store, *unit, &self.period);
            self.urged = self.all.units.iter().map(urged).collect::<Result<_>>()?;
            self.unit = self.unit.min(self.all.units.len().saturating_sub(1));
            self.read_at = Some(wanted);
        }
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        if self.all.units.is_empty() {
            let text = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            pane::paragraph(buf, text, cx.say(t::NO_UNITS), cx.settings.theme.quiet());
            return None;
        }
        let name = matrix::names(self.all.units.iter().map(|unit| unit.1.as_str()), usize::from(area.width));
        let grid = self.grid(cx);
        let place = Rect { height: area.height - (6).min(area.height / 2), ..area };
        let at = (self.unit, self.column());
        let shape = grid.shape(name, place);
        self.top = (scrolled(self.top.0, at.0, shape.rows), scrolled(self.top.1, at.1, shape.columns));
        self.page = shape.rows;
        let y = grid.draw(buf, place, &shape, at, self.top, cx.settings.theme);
        self.draw_below(buf, Rect { y, height: area.bottom().saturating_sub(y), ..area }, cx);
        None
    }

    /// Goes to a report.
    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        let Ok(report) = cx.store.get::<UnitReport>(Id::of(row)) else { return Ok(()) };
        if let Ok(period) = Period::parse(&report.period.0) {
            self.period = period;
        }
        self.all = standings(cx.store, &self.period)?;
        self.unit = self.all.units.iter().position(|(id, _)| *id == report.unit).unwrap_or(0);
        Ok(())
    }
}
