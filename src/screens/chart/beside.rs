//! The figures of the charts as a table: months, then units, this year beside the year before.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::unit;
use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::paper::{Cell, Grid};
use crate::reports::monthly;
use crate::screens::print::Print;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{chart as t, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// A line: what it is about, this year's sum and that of the year before.
type Figure = (String, Vnd, Vnd);

/// The screen.
pub(super) struct Figures {
    year: i32,
    /// One campaign, by its name too; all if none.
    campaign: Option<(Id<Campaign>, String)>,
    lines: Vec<Figure>,
    read_at: Option<(u64, i32)>,
    cursor: Cursor,
}

impl Figures {
    const COMMANDS: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Char('>'), Key::Right],
            name: t::NEXT_YEAR,
            ready: |_, _| true,
            run: |it, _| Ok(it.turn(1)),
        },
        Command {
            keys: &[Key::Char('<'), Key::Left],
            name: t::LAST_YEAR,
            ready: |_, _| true,
            run: |it, _| Ok(it.turn(-1)),
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::Esc, Key::Ctrl('d')], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    /// The figures of a year, of one campaign or of all.
    pub(super) fn screen(year: i32, campaign: Option<(Id<Campaign>, String)>) -> Box<dyn Screen> {
        Box::new(Self { year, campaign, lines: Vec::new(), read_at: None, cursor: Cursor::default() })
    }

    fn turn(&mut self, by: i32) -> Flow {
        self.year = (self.year + by).clamp(*day::YEARS.start(), *day::YEARS.end());
        Flow::Stay
    }

    fn read(&self, cx: &Cx) -> Result<Vec<Figure>> {
        let campaign = self.campaign.as_ref().map(|(id, _)| *id);
        let (now, before) =
            (monthly::given(cx.store, self.year, campaign)?, monthly::given(cx.store, self.year - 1, campaign)?);
        let (this, last) = (monthly::months(&now), monthly::months(&before));
        let lang = cx.settings.lang;
        let total = |months: [Vnd; 12]| -> Vnd { months.into_iter().sum() };
        let mut lines = vec![(cx.say(t::TOTAL).to_owned(), total(this), total(last))];
        let months = (1..=12).zip(this.into_iter().zip(last));
        lines.extend(months.map(|(n, (now, before))| (t::MONTH.with([n]).say(lang), now, before)));
        for it in &now {
            let old = before.iter().find(|old| old.unit == it.unit).map_or(Vnd(0), monthly::Given::total);
            lines.push((unit(it, cx), it.total(), old));
        }
        let gone = before.iter().filter(|old| !now.iter().any(|it| it.unit == old.unit));
        lines.extend(gone.map(|old| (unit(old, cx), Vnd(0), old.total())));
        Ok(lines)
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let row = |(name, now, before): &Figure| {
            vec![Cell::Text(name.clone()), Cell::Money(now.0), Cell::Money(before.0), Cell::Text(change(*now, *before))]
        };
        let heads = vec![
            cx.say(t::LINE).to_owned(),
            self.year.to_string(),
            (self.year - 1).to_string(),
            cx.say(t::CHANGE).to_owned(),
        ];
        let about = vec![self.title(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(cx.settings.lang)];
        let grid = Grid { heads, rows: self.lines.iter().map(row).collect(), about };
        let stem = format!("so-lieu-ung-ho-{}", self.year);
        Ok(Flow::Open(Box::new(Print::of_grid(cx, &stem, t::FIGURES, grid, Contribution::TABLE))))
    }
}

/// How many in a hundred more or less than before: "+12 %"; a word where there was nothing.
pub(super) fn change(now: Vnd, before: Vnd) -> String {
    match (now.0, before.0) {
        (_, 0) => String::new(),
        (now, before) => format!("{:+} %", (i128::from(now) - i128::from(before)) * 100 / i128::from(before)),
    }
}

impl Screen for Figures {
    fn title(&self, cx: &Cx) -> String {
        let name = self.campaign.as_ref().map_or_else(|| cx.say(t::EVERY), |(_, name)| name.as_str());
        t::FIGURES_OF.with([name.to_owned(), self.year.to_string(), (self.year - 1).to_string()]).say(cx.settings.lang)
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
            self.lines = self.read(cx)?;
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(1)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let head = |label: String, width, right, grows| Head { label, width, right, grows };
        let heads = [
            head(cx.say(t::LINE).to_owned(), 30, false, true),
            head(self.year.to_string(), 14, true, false),
            head((self.year - 1).to_string(), 14, true, false),
            head(cx.say(t::CHANGE).to_owned(), 10, true, false),
        ];
        let line = |(name, now, before): &Figure| Line {
            cells: vec![name.clone(), now.show(), before.show(), change(*now, *before)],
            marked: false,
        };
        let lines: Vec<Line> = self.lines.iter().skip(self.cursor.top).map(line).collect();
        table::draw(buf, area, &heads, &lines, Some(self.cursor.row()), cx.settings.theme);
        None
    }
}
