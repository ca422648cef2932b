//! The year as a strip for each month, above the chosen day's things.
use chrono::{Datelike, NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Calendar;
use super::signs::{self, sign, style};
use crate::reports::agenda::{Item, Sort, Standing};
use crate::screens::screen::Cx;
use crate::text::calendar as t;
use crate::ui::year::{self, Mark};

impl Calendar {
    /// Draws the year's strips, what the signs mean, and the chosen day.
    pub(super) fn draw_year(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let names: Vec<String> = (1..=12).map(|month| t::MONTH_NAME.with([month]).say(lang)).collect();
        let mark = |date: NaiveDate| {
            let things: Vec<&Item> = self.items.iter().filter(|item| item.day == date).collect();
            let shown = things.iter().filter(|item| item.sort != Sort::Holiday);
            // What is late is not hidden behind what is not.
            let first = shown.min_by_key(|item| (item.standing != Standing::Late, item.sort));
            let off = things.iter().any(|item| item.sort == Sort::Holiday);
            Mark {
                sign: first.map(|item| (sign(item.sort), style(item, theme))),
                free: off || matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
            }
        };
        let strips = Rect { height: year::LINES.min(area.height), ..area };
        year::draw(buf, strips, (self.day, cx.store.today()), &names, mark, theme);
        let mut y = area.y + strips.height;
        if area.height > year::LINES + 4 {
            signs::draw_legend(buf, Rect { y, height: 1, ..area }, cx);
            y += 1;
        }
        self.draw_day(buf, Rect { y, height: area.bottom().saturating_sub(y), ..area }, cx);
    }
}
