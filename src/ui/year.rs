//! A year as a strip of days for each month: a sign where something lies, a dot on working days, nothing on the others.
use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::ui::theme::Theme;
use crate::ui::width::{cut, fit};

/// What is drawn for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The sign of the first thing on it; `None` if nothing lies on it.
    pub sign: Option<(char, Style)>,
    /// Whether no work is done on it.
    pub free: bool,
}

/// How wide the months' names are.
const NAME: u16 = 10;

/// How many lines a year takes: its head and its months.
pub const LINES: u16 = 13;

/// Draws the months of a year under the days of the month. The chosen day shows its number; today stands in `today`'s
/// colour and between dots of its own.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    (chosen, today): (NaiveDate, NaiveDate),
    names: &[String],
    mark: impl Fn(NaiveDate) -> Mark,
    theme: Theme,
) {
    let wide = (area.width.saturating_sub(NAME) / 31).min(4);
    if wide < 1 || area.height == 0 {
        return;
    }
    for day in [1_u16, 5, 10, 15, 20, 25, 30] {
        let x = area.x + NAME + (day - 1) * wide;
        buf.set_stringn(x, area.y, day.to_string(), 2, theme.label());
    }
    for (month, (y, name)) in (1_u32..).zip((area.y + 1..area.bottom()).zip(names)) {
        let cells = usize::from(NAME - 1);
        let style = if month == chosen.month() { theme.text() } else { theme.quiet() };
        buf.set_stringn(area.x + 1, y, fit(&cut(name, cells), cells), cells, style);
        let days =
            (1_u16..=31).filter_map(|day| Some((day, NaiveDate::from_ymd_opt(chosen.year(), month, u32::from(day))?)));
        for (day, date) in days {
            let x = area.x + NAME + (day - 1) * wide;
            if date == chosen {
                buf.set_stringn(x, y, day.to_string(), usize::from(wide.max(2)), theme.cursor());
                continue;
            }
            let Mark { sign, free } = mark(date);
            let (sign, style) = sign.unwrap_or_else(|| (if free { ' ' } else { '·' }, theme.quiet()));
            let sign = if date == today && sign == '·' { '+' } else { sign };
            buf.set_stringn(x, y, sign.to_string(), 1, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_month_is_a_strip_and_nothing_is_drawn_outside() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let names: Vec<String> = (1..=12).map(|month| format!("Tháng {month}")).collect();
        let mark = |date: NaiveDate| Mark {
            sign: (date == day("2026-06-01")).then_some(('★', Style::new())),
            free: date.weekday().num_days_from_monday() > 4,
        };
        for (width, height) in [(0, 0), (5, 3), (41, 4), (80, 13), (200, 40)] {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            draw(&mut buf, area, (day("2026-05-20"), day("2026-05-21")), &names, mark, Theme::default());
            if height < 13 || width < 80 {
                continue;
            }
            let line = |y: u16| -> String { (0..width).map(|x| buf[(x, y)].symbol()).collect() };
            assert!(line(5).starts_with(" Tháng 5 ") && line(5).contains("20") && line(5).contains('+'), "{}", line(5));
            assert!(line(6).contains('★') && !line(2).contains('★'));
        }
    }
}
