//! The month as a grid of days with their lunar days and what lies on them, or the year as a strip for each month; the
//! chosen day's things below.
mod print;
mod signs;
mod year;

use chrono::{Datelike, Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::day;
use crate::domain::lunar::{self, Lunar};
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::tables;
use crate::domain::value::Value;
use crate::reports::agenda::{Item, Leads, Sort, agenda};
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::sessions;
use crate::store::Result;
use crate::text::{Lang, calendar as t, period as words, screen as s};
use crate::ui::key::Key;
use crate::ui::month::{self, Day, Thing};
use crate::ui::table::{self, Head, Line};
use signs::{lunar_day, sign, style};

/// How many lines the chosen day's things have at least: its name, and four of them.
const BELOW: u16 = 5;

/// The screen.
pub struct Calendar {
    /// The chosen day.
    day: NaiveDate,
    /// What lies on the days of the grid.
    items: Vec<Item>,
    read_at: Option<(u64, (NaiveDate, NaiveDate), Lang)>,
    /// Whether the arrow keys choose among the day's things rather than among days.
    picking: bool,
    cursor: usize,
    top: usize,
    span: Span,
}

/// How much is seen at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    #[default]
    Month,
    Year,
}

impl Calendar {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: s::OPEN, ready: |it, _| it.target().is_some(), run: Self::open },
        Command { keys: &[Key::Enter], name: t::CHOOSE, ready: |it, _| it.can_pick(), run: Self::pick },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::ADD_SESSION,
            ready: |_, _| true,
            run: Self::add_session,
        },
        Command { keys: &[Key::Home], name: t::TODAY, ready: |_, _| true, run: Self::home },
        Command { keys: &[Key::PageDown, Key::Char('>')], name: t::NEXT_MONTH, ready: |_, _| true, run: Self::next },
        Command { keys: &[Key::PageUp, Key::Char('<')], name: t::LAST_MONTH, ready: |_, _| true, run: Self::previous },
        Command {
            keys: &[Key::Char('-')],
            name: t::WHOLE_YEAR,
            ready: |it, _| it.span == Span::Month,
            run: Self::wider,
        },
        Command {
            keys: &[Key::Char('+')],
            name: t::ONE_MONTH,
            ready: |it, _| it.span == Span::Year,
            run: Self::narrower,
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
    ];

    /// The month of today.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let day = cx.store.today();
        Box::new(Self { day, items: Vec::new(), read_at: None, picking: false, cursor: 0, top: 0, span: Span::Month })
    }

    fn here(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.day == self.day)
    }

    fn count(&self) -> usize {
        self.here().count()
    }

    /// What Enter opens: the thing under the cursor, or the day's only one that leads anywhere.
    fn target(&self) -> Option<&Item> {
        let opens = |item: &&Item| item.leads != Leads::Nowhere;
        if self.picking {
            return self.here().nth(self.cursor).filter(opens);
        }
        let mut open = self.here().filter(opens);
        open.next().filter(|_| open.next().is_none())
    }

    fn can_pick(&self) -> bool {
        !self.picking && self.here().filter(|item| item.leads != Leads::Nowhere).count() > 1
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(item) = self.target() else { return Ok(Flow::Stay) };
        Ok(match &item.leads {
            Leads::Nowhere => Flow::Stay,
            Leads::Row(table, row) => Flow::Go(table, *row),
            Leads::Rows(table, rows) => match tables::by_name(table) {
                Some(meta) => {
                    cx.store.looked("figure", table, None, i64::try_from(rows.len()).ok())?;
                    Flow::Open(Box::new(List::new(meta, &[]).of_rows(item.what.clone(), rows.clone())))
                }
                None => Flow::Stay,
            },
        })
    }

    fn pick(&mut self, _: &mut Cx) -> Result<Flow> {
        self.picking = true;
        let first = self.here().position(|item| item.leads != Leads::Nowhere);
        self.cursor = first.unwrap_or(0);
        Ok(Flow::Stay)
    }

    fn add_session(&mut self, cx: &mut Cx) -> Result<Flow> {
        let date = Value::Text(self.day.to_string());
        let form = List::new(Session::META, sessions::COMMANDS).new_form(cx, &[("date", date)]);
        Ok(Flow::Open(Box::new(form)))
    }

    fn home(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.turn(Some(cx.store.today()))
    }

    fn next(&mut self, _: &mut Cx) -> Result<Flow> {
        self.turn(self.day.checked_add_months(Months::new(1)))
    }

    fn previous(&mut self, _: &mut Cx) -> Result<Flow> {
        self.turn(self.day.checked_sub_months(Months::new(1)))
    }

    fn wider(&mut self, _: &mut Cx) -> Result<Flow> {
        self.span = Span::Year;
        Ok(Flow::Stay)
    }

    fn narrower(&mut self, _: &mut Cx) -> Result<Flow> {
        self.span = Span::Month;
        Ok(Flow::Stay)
    }

    /// The first and the last day that are seen.
    fn seen(&self) -> (NaiveDate, NaiveDate) {
        let edge = |month, day| NaiveDate::from_ymd_opt(self.day.year(), month, day).unwrap_or(self.day);
        match (self.span, month::weeks(self.day).as_slice()) {
            (Span::Month, [first, .., last]) => (*first, *last),
            _ => (edge(1, 1), edge(12, 31)),
        }
    }

    /// The month or year that is seen, and the lunar year of the chosen day.
    fn status_words(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let seen = match self.span {
            Span::Month => words::MONTH.with([self.day.month().to_string(), self.day.year().to_string()]),
            Span::Year => words::YEAR.with([self.day.year()]),
        };
        let seen = seen.say(lang);
        match Lunar::of(self.day) {
            Some(now) => t::LUNAR_YEAR.with([seen, lunar::year_name(now.year)]).say(lang),
            None => seen,
        }
    }

    /// Chooses a day of the years that are known.
    fn turn(&mut self, day: Option<NaiveDate>) -> Result<Flow> {
        if let Some(day) = day.filter(|day| day::YEARS.contains(&day.year())) {
            self.day = day;
        }
        (self.picking, self.cursor, self.top) = (false, 0, 0);
        Ok(Flow::Stay)
    }

    fn cell(&self, date: NaiveDate, cx: &Cx) -> Day {
        let things = self.items.iter().filter(|item| item.day == date);
        let thing = |item: &Item| Thing {
            sign: sign(item.sort),
            name: item.what.clone(),
            style: style(item, cx.settings.theme),
        };
        Day {
            number: date.day(),
            lunar: Lunar::of(date).map_or_else(String::new, lunar_day),
            today: date == cx.store.today(),
            chosen: date == self.day,
            inside: date.month() == self.day.month(),
            free: things.clone().any(|item| item.sort == Sort::Holiday),
            things: things.map(thing).collect(),
        }
    }
}

impl Screen for Calendar {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        self.status_words(cx)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let by = |days: i64| self.day.checked_add_signed(chrono::TimeDelta::days(days));
        // In the year's strips a month stands under the other.
        let (up, down) = match self.span {
            Span::Month => (by(-7), by(7)),
            Span::Year => (self.day.checked_sub_months(Months::new(1)), self.day.checked_add_months(Months::new(1))),
        };
        match (key, self.picking) {
            (Key::Up, true) => self.cursor = self.cursor.saturating_sub(1),
            (Key::Down, true) => self.cursor = (self.cursor + 1).min(self.count().saturating_sub(1)),
            (Key::Esc, true) => self.picking = false,
            (Key::Up, false) => return self.turn(up),
            (Key::Down, false) => return self.turn(down),
            (Key::Left, _) => return self.turn(by(-1)),
            (Key::Right, _) => return self.turn(by(1)),
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, _: Rect) -> Result<()> {
        let seen = self.seen();
        let wanted = (cx.store.version(), seen, cx.settings.lang);
        if self.read_at != Some(wanted) {
            self.items = agenda(cx.store, seen.0, seen.1, cx.settings.lang)?;
            self.read_at = Some(wanted);
        }
        self.cursor = self.cursor.min(self.count().saturating_sub(1));
        self.picking = self.picking && self.count() > 0;
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        if self.span == Span::Year {
            self.draw_year(buf, area, cx);
            return None;
        }
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let days: Vec<Day> = month::weeks(self.day).into_iter().map(|date| self.cell(date, cx)).collect();
        let weeks = u16::try_from(days.len() / 7).unwrap_or(6);
        let legend = u16::from(area.height > 1 + 2 * weeks + BELOW);
        let high = month::lines(area.height, weeks, BELOW + legend);
        let heads = words::WEEKDAYS.map(|name| name.say(lang));
        month::draw(buf, Rect { height: (1 + weeks * high).min(area.height), ..area }, &heads, &days, high, theme);
        let mut y = area.y + 1 + weeks * high;
        if legend == 1 {
            signs::draw_legend(buf, Rect { y, height: 1, ..area }, cx);
            y += 1;
        }
        let list = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        self.draw_day(buf, list, cx);
        None
    }
}

impl Calendar {
    /// The chosen day's name and its things.
    fn draw_day(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let rows = usize::from(area.height.saturating_sub(1)).max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(rows));
        let lines: Vec<Line> = self
            .here()
            .skip(self.top)
            .map(|item| Line {
                cells: vec![format!("{} {}", sign(item.sort), item.what), item.state.clone()],
                marked: false,
            })
            .collect();
        let name = t::COUNT.with([day::day_line(self.day, lang), self.count().to_string()]).say(lang);
        let heads = [
            Head { label: name, width: 44, right: false, grows: true },
            Head { label: String::new(), width: 20, right: false, grows: false },
        ];
        table::draw(buf, area, &heads, &lines, self.picking.then(|| self.cursor - self.top), theme);
        if lines.is_empty() && area.height > 1 {
            let text = format!("{} {}", cx.say(t::NOTHING), cx.say(t::KEYS));
            pane::paragraph(buf, Rect { y: area.y + 1, height: area.height - 1, ..area }, &text, theme.quiet());
        }
    }
}
