//! How stock and flow is drawn: the table with its chosen number, which is said in full below.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{BELOW, Movement};
use crate::domain::day;
use crate::reports::movement::{COLUMNS, Line as Row, Subject};
use crate::screens::mask::Veil;
use crate::screens::pane;
use crate::screens::screen::Cx;
use crate::text::movement as t;
use crate::ui::table::{self, Head, Line};

impl Movement {
    pub(super) fn show(&self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let days = format!("{}–{}", day::show(self.period.from), day::show(self.period.to));
        let name = Head { label: format!("{} ({days})", cx.say(t::GROUP)), width: 40, right: false, grows: true };
        let number =
            |text: crate::text::Text| Head { label: format!("{} ", cx.say(text)), width: 8, right: true, grows: false };
        let heads: Vec<Head> = std::iter::once(name).chain(COLUMNS.map(number)).collect();
        let shown = self.lines.iter().enumerate().skip(self.cursor.top);
        let lines: Vec<Line> =
            shown.map(|(at, line)| Line { cells: self.cells(at, line, cx), marked: false }).collect();
        let list = Rect { height: area.height.saturating_sub(BELOW), ..area };
        table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), theme);
        if let Some(asked) = &self.asked {
            let place = Rect { y: area.bottom().saturating_sub(BELOW), height: BELOW.min(area.height), ..area };
            return asked.draw(buf, place, cx);
        }
        let below = |line: u16| Rect { y: area.bottom().saturating_sub(BELOW - line), height: 1, ..area };
        let (Some((line, ids)), true) = (self.chosen(), area.height > BELOW) else { return None };
        let head = COLUMNS.get(self.column).map_or("", |head| head.say(lang));
        let chosen = t::CHOSEN.with([line.name.say(lang), head.to_owned(), ids.len().to_string()]).say(lang);
        pane::paragraph(buf, below(0), &chosen, theme.text());
        let why = line.reasons;
        let second = if line.count(2) > 0 {
            t::REASONS.with([why.ended, why.grown, why.left]).say(lang)
        } else if line.sensitive && self.veil == Veil::Drawn {
            cx.say(t::SENSITIVE).to_owned()
        } else {
            String::new()
        };
        pane::paragraph(buf, below(1), &second, theme.quiet());
        pane::paragraph(buf, below(2), cx.say(t::EQUATION), theme.quiet());
        None
    }

    /// A line's cells; the chosen number stands in brackets.
    fn cells(&self, at: usize, line: &Row, cx: &Cx) -> Vec<String> {
        let number = |column: usize| {
            let count = line.count(column);
            if at == self.cursor.at && column == self.column { format!("[{count}]") } else { format!("{count} ") }
        };
        let name = line.name.say(cx.settings.lang);
        let name = if matches!(line.subject, Subject::One(_)) { format!("  {name}") } else { name };
        std::iter::once(name).chain((0..COLUMNS.len()).map(number)).collect()
    }
}
