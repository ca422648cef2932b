//! Contributions as bars: how far each campaign has come, and what came in by month and by unit, or beside the years
//! before; the same figures as a table are a key away.
mod beside;
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::contribution::Contribution;
use crate::domain::day;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::paper::{Cell, Grid};
use crate::reports::monthly::{self, Given, Progress};
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::print::Print;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{chart as t, screen as s};
use crate::ui::bars::{self, Bar, percent, progress};
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::fit_right;

/// The most campaigns seen at once.
const CAMPAIGNS: usize = 5;

/// How many years are seen beside each other.
const YEARS: i32 = 5;

/// What the charts below are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Face {
    /// Months and units of one year.
    #[default]
    Year,
    /// Its months beside those of the year before, and the last years.
    Years,
}

/// The screen.
pub struct Chart {
    year: i32,
    campaigns: Vec<Progress>,
    given: Vec<Given>,
    /// The same of the year before.
    before: Vec<Given>,
    /// The sums of the last years.
    years: Vec<(i32, Vnd)>,
    face: Face,
    read_at: Option<(u64, i32, usize)>,
    /// The line chosen: 0 for all campaigns.
    cursor: usize,
    top: usize,
    /// The first line of the charts that is seen.
    down: usize,
}

impl Chart {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: s::CONTRIBUTIONS_OF, ready: |_, _| true, run: Self::open },
        Command { keys: &[Key::Ctrl('d')], name: t::FIGURES, ready: |_, _| true, run: |it, _| Ok(it.figures()) },
        Command { keys: &[Key::Ctrl('u')], name: t::BESIDE, ready: |_, _| true, run: |it, _| Ok(it.switch()) },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command {
            keys: &[Key::Char('>'), Key::Right],
            name: t::NEXT_YEAR,
            ready: |_, _| true,
            run: |it, _| it.turn(1),
        },
        Command {
            keys: &[Key::Char('<'), Key::Left],
            name: t::LAST_YEAR,
            ready: |_, _| true,
            run: |it, _| it.turn(-1),
        },
    ];

    /// This year's contributions to all campaigns.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let year = cx.store.today().year();
        Box::new(Self {
            year,
            campaigns: Vec::new(),
            given: Vec::new(),
            before: Vec::new(),
            years: Vec::new(),
            face: Face::default(),
            read_at: None,
            cursor: 0,
            top: 0,
            down: 0,
        })
    }

    fn chosen(&self) -> Option<&Progress> {
        self.campaigns.get(self.cursor.checked_sub(1)?)
    }

    const fn switch(&mut self) -> Flow {
        self.face = match self.face {
            Face::Year => Face::Years,
            Face::Years => Face::Year,
        };
        self.down = 0;
        Flow::Stay
    }

    fn figures(&self) -> Flow {
        let campaign = self.chosen().map(|it| (it.campaign, it.name.clone()));
        Flow::Open(beside::Figures::screen(self.year, campaign))
    }

    fn turn(&mut self, by: i32) -> Result<Flow> {
        self.year = (self.year + by).clamp(*day::YEARS.start(), *day::YEARS.end());
        self.down = 0;
        Ok(Flow::Stay)
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(campaign) = self.chosen() else { return Ok(Flow::Tab(Contribution::META.title)) };
        let title = format!("{}: {}", cx.say(Contribution::META.title), campaign.name);
        let list = List::new(Contribution::META, &[]).scoped(title, "campaign", Value::Int(campaign.campaign.0));
        Ok(Flow::Open(Box::new(list)))
    }

    /// The months of the units as a table.
    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let mut heads = vec![cx.say(t::UNIT).to_owned()];
        heads.extend((1..=12).map(|month| t::MONTH.with([month]).say(lang)));
        heads.push(cx.say(t::TOTAL).to_owned());
        let row = |name: String, months: &[Vnd]| -> Vec<Cell> {
            let amounts = months.iter().copied().chain([months.iter().copied().sum::<Vnd>()]);
            std::iter::once(Cell::Text(name)).chain(amounts.map(|amount| Cell::Money(amount.0))).collect()
        };
        let mut rows: Vec<Vec<Cell>> = self.given.iter().map(|it| row(unit(it, cx), &it.months)).collect();
        rows.push(row(cx.say(t::TOTAL).to_owned(), &self.months()));
        let campaign = self.chosen().map_or_else(|| cx.say(t::EVERY).to_owned(), |it| it.name.clone());
        let about = vec![campaign, self.status(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(lang)];
        let grid = Grid { heads, rows, about };
        let stem = format!("ung-ho-{}", self.year);
        Ok(Flow::Open(Box::new(Print::of_grid(cx, &stem, t::SUB, grid, Contribution::TABLE))))
    }

    fn months(&self) -> [Vnd; 12] {
        monthly::months(&self.given)
    }
}

/// The name of a unit; those of no unit are from outside.
fn unit(given: &Given, cx: &Cx) -> String {
    if given.unit.is_empty() { cx.say(t::OUTSIDE).to_owned() } else { given.unit.clone() }
}

impl Screen for Chart {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let total: Vnd = self.months().into_iter().sum();
        t::STATUS.with([self.year.to_string(), total.show()]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let last = self.campaigns.len();
        let cursor = self.cursor;
        match key {
            Key::Up => self.cursor = self.cursor.saturating_sub(1),
            Key::Down => self.cursor = (self.cursor + 1).min(last),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = last,
            Key::PageDown => self.down += 5,
            Key::PageUp => self.down = self.down.saturating_sub(5),
            _ => return self.dispatch(cx, key),
        }
        if cursor != self.cursor {
            self.down = 0;
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, _: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.year, self.cursor);
        if self.read_at != Some(wanted) {
            self.campaigns = monthly::progress(cx.store)?;
            self.cursor = self.cursor.min(self.campaigns.len());
            let campaign = self.chosen().map(|it| it.campaign);
            self.given = monthly::given(cx.store, self.year, campaign)?;
            self.before = monthly::given(cx.store, self.year - 1, campaign)?;
            self.years = monthly::years(cx.store, self.year, YEARS, campaign)?;
            self.read_at = Some((wanted.0, wanted.1, self.cursor));
        }
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let all = self.campaigns.len() + 1;
        let rows = all.min(CAMPAIGNS).min(usize::from(area.height / 3)).max(1);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(rows));
        let above = u16::try_from(rows + 1).unwrap_or(1).min(area.height);
        self.draw_campaigns(buf, Rect { height: above, ..area }, cx);
        let below = Rect { y: area.y + above + 1, height: area.height.saturating_sub(above + 1), ..area };
        self.draw_charts(buf, below, cx);
        None
    }
}

impl Chart {
    fn draw_campaigns(&self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let lang = cx.settings.lang;
        let head =
            |label, width, right: bool, grows: bool| Head { label: cx.say(label).to_owned(), width, right, grows };
        // In a narrow window the bar is shorter, never left out.
        let cells = if area.width < 100 { 10 } else { 24 };
        let heads = [
            head(t::CAMPAIGN, 24, false, true),
            head(t::GIVEN, 12, true, false),
            head(t::TARGET, 12, true, false),
            head(t::PROGRESS, cells + 7, false, false),
        ];
        let line = |name: String, given: Vnd, target: Vnd, none: &str| {
            let state = match percent(given.0, target.0) {
                Some(percent) => format!(
                    "{} {}",
                    progress(given.0, target.0, usize::from(cells)),
                    fit_right(&t::PERCENT.with([percent]).say(lang), 6)
                ),
                None => none.to_owned(),
            };
            let target = if target.0 > 0 { target.show() } else { String::new() };
            Line { cells: vec![name, given.show(), target, state], marked: false }
        };
        let given = self.campaigns.iter().map(|it| it.given).sum();
        // A sum of targets is one only if each campaign has its own.
        let whole = self.campaigns.iter().all(|it| it.target.0 > 0);
        let aimed = self.campaigns.iter().filter(|_| whole).map(|it| it.target).sum();
        let lines: Vec<Line> = std::iter::once(line(cx.say(t::EVERY).to_owned(), given, aimed, ""))
            .chain(self.campaigns.iter().map(|it| line(it.name.clone(), it.given, it.target, cx.say(t::NO_TARGET))))
            .skip(self.top)
            .collect();
        table::draw(buf, area, &heads, &lines, Some(self.cursor - self.top), cx.settings.theme);
    }

    fn draw_charts(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        if area.height < 2 {
            return;
        }
        if self.given.is_empty() && (self.face == Face::Year || self.before.is_empty()) {
            pane::paragraph(buf, area, &t::NOTHING.with([self.year]).say(lang), theme.quiet());
            return;
        }
        let line = |name: String, sum: Vnd| {
            let shown = if sum.0 == 0 { "·".to_owned() } else { sum.show() };
            Bar { name, value: sum.0, shown }
        };
        // Months have short names and need less than half of the width.
        let left = Rect { width: area.width * 2 / 5, ..area };
        let right = Rect { x: left.right(), width: area.width - left.width, ..area };
        if self.face == Face::Years {
            self.draw_years(buf, left, right, cx);
            return;
        }
        // The title names the year; a narrow place has no room to repeat it.
        let month = |n: u32| if left.width < 30 { format!("{n:02}") } else { format!("{n:02}/{}", self.year) };
        let months: Vec<Bar> = (1..=12).zip(self.months()).map(|(n, sum)| line(month(n), sum)).collect();
        let units: Vec<Bar> = self.given.iter().map(|it| line(unit(it, cx), it.total())).collect();
        let rows = usize::from(area.height - 1);
        self.down = self.down.min(months.len().max(units.len()).saturating_sub(rows));
        bars::draw(buf, left, &t::BY_MONTH.with([self.year]).say(lang), &months, self.down, theme);
        bars::draw(buf, right, &t::BY_UNIT.with([self.year]).say(lang), &units, self.down, theme);
    }

    /// Each month above that of the year before, and the years as wholes.
    fn draw_years(&mut self, buf: &mut Buffer, left: Rect, right: Rect, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let line = |name: String, sum: Vnd| {
            let shown = if sum.0 == 0 { "·".to_owned() } else { sum.show() };
            Bar { name, value: sum.0, shown }
        };
        let last = monthly::months(&self.before);
        let months: Vec<Bar> = (1..=12)
            .zip(self.months().into_iter().zip(last))
            .flat_map(|(n, (now, before)): (u32, (Vnd, Vnd))| {
                let name = |year: i32| format!("{n:02}/{:02}", year % 100);
                [line(name(self.year), now), line(name(self.year - 1), before)]
            })
            .collect();
        let years: Vec<Bar> = self.years.iter().map(|(year, sum)| line(year.to_string(), *sum)).collect();
        self.down = self.down.min(months.len().saturating_sub(usize::from(left.height - 1)));
        let pair = [self.year.to_string(), (self.year - 1).to_string()];
        bars::draw(buf, left, &t::MONTHS_BESIDE.with(pair).say(lang), &months, self.down, theme);
        bars::draw(buf, right, cx.say(t::BY_YEAR), &years, 0, theme);
        if let [(year, now), (_, before), ..] = self.years.as_slice() {
            let change = beside::change(*now, *before);
            let y = right.y + u16::try_from(years.len()).unwrap_or(0) + 2;
            if !change.is_empty() && y < right.bottom() {
                let below = Rect { y, height: right.bottom() - y, ..right };
                let said = t::CHANGED.with([year.to_string(), change]).say(lang);
                pane::paragraph(buf, below, &said, theme.text());
            }
        }
    }
}
