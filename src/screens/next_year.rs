//! The next year's plan beside this year's, before it is kept: each clause and programme with both its days, and whoever
//! is no longer there.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::clause;
use crate::acts::next_year::{self, Change, NextYear};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::plan::Plan;
use crate::screens::pane;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{next_year as t, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The year as it would be kept, with a cursor.
pub struct Ahead {
    next: NextYear,
    cursor: Cursor,
}

/// Shows the year after a plan's.
///
/// # Errors
/// If there is a plan of that year already, or the store cannot be read.
pub fn open(cx: &Cx, plan: Id<Plan>) -> Result<Flow> {
    let next = next_year::draft(cx.store, plan)?;
    Ok(Flow::Open(Box::new(Ahead { next, cursor: Cursor::default() })))
}

impl Screen for Ahead {
    fn title(&self, cx: &Cx) -> String {
        t::TITLE.with([self.next.plan.year, self.next.plan.year - 1]).say(cx.settings.lang)
    }

    fn status(&self, cx: &Cx) -> String {
        let dropped: usize = self.next.changes.iter().map(|change| change.dropped.len()).sum();
        t::COUNTS.with([self.next.clauses.len(), self.next.events.len(), dropped]).say(cx.settings.lang)
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        vec![
            Offer { keys: &[Key::Ctrl('s')], name: t::KEEP, at: 0 },
            Offer { keys: &[Key::Esc], name: s::LEAVE, at: 1 },
        ]
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        if at != 0 {
            return Ok(Flow::Back);
        }
        let plan = next_year::keep(cx.store, &self.next)?;
        let counts = [self.next.plan.year, self.next.clauses.len() as i64, self.next.events.len() as i64];
        cx.good(t::KEPT.with(counts).say(cx.settings.lang));
        let first = clause::of_plan(cx.store, plan)?.first().map(|clause| clause.id.0);
        Ok(Flow::Go("clause", first.unwrap_or_default()))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.next.changes.len()) {
            return Ok(Flow::Stay);
        }
        self.dispatch(cx, key)
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.cursor.fit(self.next.changes.len(), usize::from(area.height.saturating_sub(4)).max(1));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let lang = cx.settings.lang;
        let head = |label: crate::text::Text, width, grows| Head {
            label: cx.say(label).to_owned(),
            width,
            right: false,
            grows,
        };
        let heads = [
            head(t::WHAT, 36, true),
            head(t::THIS_YEAR, 10, false),
            head(t::NEXT_YEAR, 10, false),
            head(t::LEFT_OUT, 30, true),
        ];
        let on = |day: Option<chrono::NaiveDate>| day.map(day::show).unwrap_or_default();
        let line = |change: &Change| {
            let dropped = change.dropped.iter().map(|(text, name)| text.with([name]).say(lang));
            let dropped = dropped.collect::<Vec<_>>().join("; ");
            Line { cells: vec![change.what.clone(), on(change.before), on(change.after), dropped], marked: false }
        };
        let below = 3.min(area.height);
        let list = Rect { height: area.height - below, ..area };
        let rows = usize::from(list.height);
        let lines: Vec<Line> = self.next.changes.iter().skip(self.cursor.top).take(rows).map(line).collect();
        table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), cx.settings.theme);
        let foot = Rect { y: list.bottom() + 1, height: below.saturating_sub(1), ..area };
        pane::paragraph(buf, foot, cx.say(t::NOTE), cx.settings.theme.quiet());
        None
    }
}
