//! Totals of support by child, unit or source in a period; Enter opens the rows behind one.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::COMMANDS as OF_SUPPORT;
use crate::domain::day;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::support::Support;
use crate::paper::{Cell, Grid};
use crate::reports::support::{By, Line as Total, totals};
use crate::screens::list::List;
use crate::screens::period::{self, Periodic};
use crate::screens::print::Print;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::{mask, pane};
use crate::store::Result;
use crate::text::{Text, screen as s, support as t};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The totals of the year of report that holds today.
pub fn screen(cx: &Cx) -> Box<dyn Screen> {
    let half = Period::of(cx.store.today());
    let period = half.wider().unwrap_or(half);
    Box::new(Totals { period, by: By::default(), lines: Vec::new(), read_at: None, cursor: Cursor::default() })
}

struct Totals {
    period: Period,
    by: By,
    /// The totals, that of all last.
    lines: Vec<Total>,
    read_at: Option<(u64, String, By)>,
    cursor: Cursor,
}

impl Totals {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::ROWS, ready: |it, _| !it.lines.is_empty(), run: Self::open },
        Command { keys: &[Key::Right], name: t::TURN, ready: |_, _| true, run: |it, _| it.turn_by(1) },
        Command { keys: &[Key::Left], name: t::TURN, ready: |_, _| true, run: |it, _| it.turn_by(By::ALL.len() - 1) },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
    ];
    /// What comes after the period's keys.
    const OTHERS: &'static [Command<Self>] =
        &[Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) }];

    fn turn_by(&mut self, steps: usize) -> Result<Flow> {
        let at = By::ALL.iter().position(|by| *by == self.by).unwrap_or(0);
        self.by = By::ALL[(at + steps) % By::ALL.len()];
        self.cursor = Cursor::default();
        Ok(Flow::Stay)
    }

    fn named(&self, line: &Total, cx: &Cx) -> String {
        let name = line.name.say(cx.settings.lang);
        let private = self.by == By::Child && line.name.text != t::TOTAL;
        if private && cx.settings.mask { mask::initials(&name) } else { name }
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.lines.get(self.cursor.at) else { return Ok(Flow::Stay) };
        let title = t::TITLE.with([self.named(line, cx)]).say(cx.settings.lang);
        cx.store.looked("figure", Support::TABLE, None, i64::try_from(line.rows.len()).ok())?;
        Ok(Flow::Open(Box::new(List::new(Support::META, OF_SUPPORT).of_rows(title, line.rows.clone()))))
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let count = |n: usize| Cell::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let row = |line: &Total| {
            let money = [Cell::Money(line.given.0), Cell::Money(line.waiting_value.0)];
            let [given, waits] = money;
            vec![Cell::Text(self.named(line, cx)), count(line.times), given, count(line.waiting), waits]
        };
        let lang = cx.settings.lang;
        let about = vec![self.status(cx), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(lang)];
        let heads = HEADS.map(|(head, _)| head.say(lang).to_owned()).to_vec();
        let grid = Grid { heads, rows: self.lines.iter().map(row).collect(), about };
        let stem = period::stem("ho-tro", &self.period);
        Ok(Flow::Open(Box::new(Print::of_grid(cx, &stem, t::TOTALS, grid, Support::TABLE))))
    }
}

/// The heads with their widths.
const HEADS: [(Text, u16); 5] = [(t::NAME, 30), (t::TIMES, 5), (t::GIVEN, 17), (t::WAITING, 4), (t::WAITING_VALUE, 14)];

impl Periodic for Totals {
    fn period(&mut self) -> &mut Period {
        &mut self.period
    }
}

impl Screen for Totals {
    fn title(&self, cx: &Cx) -> String {
        t::TITLE.with([cx.say(self.by.text())]).say(cx.settings.lang)
    }

    fn status(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        t::STATUS.with([self.by.text().say(lang).to_owned(), self.period.name().say(lang)]).say(lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::PERIOD_COMMANDS, Self::OTHERS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::PERIOD_COMMANDS, Self::OTHERS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.lines.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.period.code.clone(), self.by);
        if self.read_at.as_ref() != Some(&wanted) {
            let (lines, all) = totals(cx.store, &self.period, self.by)?;
            self.lines = lines;
            if !self.lines.is_empty() {
                self.lines.push(all);
            }
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(2)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let heads = HEADS.map(|(head, width)| Head {
            label: cx.say(head).to_owned(),
            width,
            right: head != t::NAME,
            grows: head == t::NAME,
        });
        let cells = |line: &Total| Line {
            cells: vec![
                self.named(line, cx),
                line.times.to_string(),
                line.given.show(),
                line.waiting.to_string(),
                line.waiting_value.show(),
            ],
            marked: false,
        };
        let lines: Vec<Line> = self.lines.iter().skip(self.cursor.top).map(cells).collect();
        let list = Rect { height: area.height.saturating_sub(1), ..area };
        let cursor = (!lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &lines, cursor, theme);
        let below = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        pane::paragraph(buf, below, cx.say(if lines.is_empty() { t::NOTHING } else { t::KEYS }), theme.quiet());
        None
    }
}
