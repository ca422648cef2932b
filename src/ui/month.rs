//! A month as a grid, weeks from Monday on: each day with its lunar day and what lies on it, by signs or by names.
use chrono::{Datelike, Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::ui::theme::Theme;
use crate::ui::width::{cut, fit, width, wrap};

/// From this width and height on a day's things are named in it; in smaller ones they are counted.
const NAMED: (u16, u16) = (14, 3);

/// Something on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// The sign of its sort.
    pub sign: char,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub style: Style,
}

/// A day as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// The day of the month.
    pub number: u32,
    /// The lunar day: "15", or "1/8" on the first of a month.
    pub lunar: String,
    /// What lies on it.
    pub things: Vec<Thing>,
    /// Whether it is the program's day: its number stands in brackets.
    pub today: bool,
    /// Whether it is the chosen one: a bar stands before it.
    pub chosen: bool,
    /// Whether it belongs to the month; those around it are quiet.
    pub inside: bool,
    /// Whether no work is done on it.
    pub free: bool,
}

/// The days of the whole weeks that hold a day's month: 28 to 42.
#[must_use]
pub fn weeks(day: NaiveDate) -> Vec<NaiveDate> {
    let first = day.with_day(1).unwrap_or(day);
    let start = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mondays = (0..6).map(|week| start + Days::new(week * 7));
    let begun = |monday: &NaiveDate| *monday <= first || monday.month() == first.month();
    mondays.take_while(begun).flat_map(|monday| monday.iter_days().take(7)).collect()
}

/// How many lines each week gets in a height that also holds the heads and a number of lines below: 1 to 5.
#[must_use]
pub fn lines(height: u16, weeks: u16, below: u16) -> u16 {
    (height.saturating_sub(1 + below) / weeks.max(1)).clamp(1, 5)
}

/// Draws the heads of seven columns, and the days below them, `high` lines each.
pub fn draw(buf: &mut Buffer, area: Rect, heads: &[&str], days: &[Day], high: u16, theme: Theme) {
    let wide = area.width / 7;
    if wide < 4 || area.height == 0 {
        return;
    }
    let indent = u16::from(wide > 8);
    for (x, head) in (area.x..).step_by(usize::from(wide)).zip(heads) {
        let cells = usize::from(wide - indent);
        buf.set_stringn(x + indent, area.y, cut(head, cells), cells, theme.label());
    }
    for (week, days) in (0_u16..).zip(days.chunks(7)) {
        let y = area.y + 1 + week * high;
        for (x, day) in (area.x..).step_by(usize::from(wide)).zip(days) {
            let height = high.min(area.bottom().saturating_sub(y));
            cell(buf, Rect { x, y, width: wide - 1, height }, day, theme);
        }
    }
}

fn cell(buf: &mut Buffer, area: Rect, day: &Day, theme: Theme) {
    if area.height == 0 {
        return;
    }
    let cells = usize::from(area.width);
    let ground = if day.chosen { theme.cursor() } else { theme.text() };
    let over = |style: Style| if day.chosen { theme.cursor() } else { style };
    for y in area.top()..area.bottom() {
        buf.set_stringn(area.x, y, fit(if day.chosen { "▌" } else { "" }, cells), cells, ground);
    }
    let number = if day.today { format!("[{}]", day.number) } else { format!(" {} ", day.number) };
    let style = match day {
        Day { inside: false, .. } => theme.quiet(),
        Day { today: true, .. } => theme.text().add_modifier(Modifier::BOLD),
        Day { free: true, .. } => theme.bad(),
        _ => theme.text(),
    };
    let mut x = area.x + 1;
    let right = area.right();
    put(buf, &mut x, area.y, right, &format!("{number:>4}"), over(style));
    if area.height == 1 {
        signs(buf, x, area.y, right, day, &over);
        return;
    }
    let lunar = cut(&day.lunar, usize::from(right.saturating_sub(x)));
    let at = right.saturating_sub(u16::try_from(width(&lunar)).unwrap_or(0));
    buf.set_stringn(at, area.y, &lunar, cells, over(theme.quiet()));
    if area.width < NAMED.0 || area.height < NAMED.1 {
        signs(buf, area.x + 2, area.y + 1, right, day, &over);
        return;
    }
    for (y, (text, style)) in (area.y + 1..).zip(named(day, cells - 1, usize::from(area.height - 1), theme)) {
        buf.set_stringn(area.x + 1, y, &text, cells - 1, over(style));
    }
}

/// A day's things by name in so many lines: broken into lines if all fit, else each cut to one, and how many are left.
fn named(day: &Day, cells: usize, lines: usize, theme: Theme) -> Vec<(String, Style)> {
    let text = |thing: &Thing| format!("{} {}", thing.sign, thing.name);
    let whole =
        |thing: &Thing| wrap(&text(thing), cells).into_iter().map(|line| (line, thing.style)).collect::<Vec<_>>();
    let all: Vec<(String, Style)> = day.things.iter().flat_map(whole).collect();
    if all.len() <= lines {
        return all;
    }
    if let [only] = day.things.as_slice() {
        let mut all = all;
        let rest: Vec<String> = all.split_off(lines - 1).into_iter().map(|(line, _)| line).collect();
        all.push((cut(&rest.join(" "), cells), only.style));
        return all;
    }
    let shown = if day.things.len() > lines { lines - 1 } else { lines };
    let mut each: Vec<(String, Style)> =
        day.things.iter().take(shown).map(|thing| (cut(&text(thing), cells), thing.style)).collect();
    if day.things.len() > lines {
        each.push((format!("+{}", day.things.len() - shown), theme.quiet()));
    }
    each
}

/// The signs of a day's things, each once with their number: "●2 ▲".
fn signs(buf: &mut Buffer, x: u16, y: u16, right: u16, day: &Day, over: &dyn Fn(Style) -> Style) {
    let mut x = x;
    let mut rest = day.things.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|thing| thing.sign == first.sign).count();
        let text = if same > 1 { format!("{}{same}", first.sign) } else { first.sign.to_string() };
        if x + u16::try_from(width(&text)).unwrap_or(0) > right {
            return;
        }
        put(buf, &mut x, y, right, &text, over(first.style));
        x += 1;
        rest = rest.get(same..).unwrap_or_default();
    }
}

fn put(buf: &mut Buffer, x: &mut u16, y: u16, right: u16, text: &str, style: Style) {
    let cells = usize::from(right.saturating_sub(*x));
    buf.set_stringn(*x, y, cut(text, cells), cells, style);
    *x += u16::try_from(width(text).min(cells)).unwrap_or(0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(area: Rect, high: u16, things: usize) -> String {
        let thing = |sign, name: &str| Thing { sign, name: name.to_owned(), style: Style::new() };
        let mut days: Vec<Day> =
            (1..=7).map(|number| Day { number, lunar: number.to_string(), inside: true, ..Day::default() }).collect();
        days[1].things = (0..things).map(|n| thing('●', &format!("Buổi {n}"))).collect();
        days[1].things.push(thing('▲', "Hạn"));
        (days[2].today, days[2].chosen) = (true, true);
        let mut buf = Buffer::empty(area);
        draw(&mut buf, area, &["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN"], &days, high, Theme::Mono);
        let line = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn low_cells_count_and_high_ones_name() {
        let low = drawn(Rect::new(0, 0, 80, 3), 2, 2);
        assert!(low.contains("●2 ▲") && low.contains("▌ [3]"), "{low}");
        let high = drawn(Rect::new(0, 0, 119, 5), 4, 2);
        assert!(high.contains("● Buổi 1") && high.contains("▲ Hạn"), "{high}");
        let full = drawn(Rect::new(0, 0, 119, 5), 4, 5);
        assert!(full.contains("● Buổi 1") && full.contains("+4"), "{full}");
        let one = drawn(Rect::new(0, 0, 60, 2), 1, 2);
        assert!(one.contains(" 2 ") && one.contains("[3]"), "{one}");
    }

    #[test]
    fn whole_weeks_hold_the_month() {
        let days = |text: &str| weeks(text.parse().unwrap());
        assert_eq!(days("2026-11-23").len(), 42);
        assert_eq!(days("2026-02-28").len(), 35);
        assert_eq!(days("2027-02-01").len(), 28);
        assert_eq!(days("2026-11-23").first().map(ToString::to_string).as_deref(), Some("2026-10-26"));
    }

    #[test]
    fn weeks_share_the_height() {
        assert_eq!((lines(20, 5, 6), lines(20, 6, 6), lines(11, 6, 4), lines(36, 5, 8)), (2, 2, 1, 5));
    }

    proptest::proptest! {
        #[test]
        fn any_place_is_drawn(width in 1_u16..200, height in 1_u16..40, high in 1_u16..5, things in 0_usize..30) {
            drawn(Rect::new(0, 0, width, height), high, things);
        }
    }
}
