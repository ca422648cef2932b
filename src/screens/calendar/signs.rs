//! The signs and colours of what lies on a day, the same in grid, list and legend.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::lunar::Lunar;
use crate::reports::agenda::{Item, Sort, Standing};
use crate::screens::screen::Cx;
use crate::text::{Text, calendar as t};
use crate::ui::theme::Theme;
use crate::ui::width::cut;

/// "15"; on the first of a lunar month "1/8", in a leap month "1/6n".
pub(super) fn lunar_day(lunar: Lunar) -> String {
    match lunar {
        Lunar { day: 1, month, leap: true, .. } => format!("1/{month}n"),
        Lunar { day: 1, month, .. } => format!("1/{month}"),
        Lunar { day, .. } => day.to_string(),
    }
}

/// The sign of a sort of things.
pub(super) const fn sign(sort: Sort) -> char {
    match sort {
        Sort::Holiday | Sort::Feast => '★',
        Sort::CutOff => '■',
        Sort::Deadline => '▲',
        Sort::Event => '◆',
        Sort::Inspection => '◇',
        Sort::Session => '●',
    }
}

/// What the signs stand for.
const LEGEND: [(Sort, Text); 6] = [
    (Sort::Session, t::SESSIONS),
    (Sort::Event, t::EVENTS),
    (Sort::Inspection, t::INSPECTIONS),
    (Sort::Deadline, t::DEADLINES),
    (Sort::CutOff, t::CUT_OFFS),
    (Sort::Feast, t::FEASTS),
];

/// Draws what the signs stand for, in one line.
pub(super) fn draw_legend(buf: &mut Buffer, area: Rect, cx: &Cx) {
    let say = |(sort, name): &(Sort, Text)| format!("{} {}", sign(*sort), cx.say(*name));
    let signs: Vec<String> = LEGEND.iter().map(say).collect();
    let cells = usize::from(area.width.saturating_sub(2));
    buf.set_stringn(area.x + 1, area.y, cut(&signs.join("  "), cells), cells, cx.settings.theme.quiet());
}

/// The colour of a thing; what is late or done says so in words as well.
pub(super) const fn style(item: &Item, theme: Theme) -> Style {
    match (item.standing, item.sort) {
        (Standing::Late, _) | (_, Sort::Holiday | Sort::Feast) => theme.bad(),
        (Standing::Done, _) | (_, Sort::Event) => theme.good(),
        (_, Sort::Session | Sort::Inspection) => theme.label(),
        _ => theme.text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_of_a_lunar_month_names_it() {
        let on = |text: &str| Lunar::of(text.parse().unwrap()).map(lunar_day).unwrap();
        assert_eq!((on("2026-11-23"), on("2026-11-09"), on("2025-07-25")), ("15".into(), "1/10".into(), "1/6n".into()));
    }
}
