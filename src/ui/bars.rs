//! Amounts as bars of text, to be read without colour.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::theme::Theme;
use crate::ui::width::{fit, width};

/// The width of an amount: "999.999.999".
const AMOUNT: usize = 13;

/// A line of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// How long its bar is beside the others.
    pub value: i64,
    /// The value as it is read.
    pub shown: String,
}

/// Draws a title and a line for each bar from `down` on: name, bar, and the value behind it. Where not all is seen, the
/// title says which lines are.
pub fn draw(buf: &mut Buffer, area: Rect, title: &str, bars: &[Bar], down: usize, theme: Theme) {
    let cells = usize::from(area.width.saturating_sub(3));
    let rows = usize::from(area.height.saturating_sub(1));
    if rows == 0 {
        return;
    }
    let down = down.min(bars.len().saturating_sub(rows));
    let seen = if bars.len() > rows {
        format!("{title} ({}–{}/{})", down + 1, (down + rows).min(bars.len()), bars.len())
    } else {
        title.to_owned()
    };
    buf.set_stringn(area.x + 2, area.y, fit(&seen, cells), cells, theme.label());
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    let longest = bars.iter().map(|bar| width(&bar.name)).max().unwrap_or(0);
    let name = longest.min(cells.saturating_sub(AMOUNT + 2) * 3 / 5);
    let long = cells.saturating_sub(name + AMOUNT + 2);
    for (it, y) in bars.iter().skip(down).zip(area.top() + 1..area.bottom()) {
        let drawn = bar(it.value, most, long);
        let gap = if drawn.is_empty() { "" } else { " " };
        buf.set_stringn(area.x + 2, y, fit(&it.name, name), cells, theme.text());
        let x = area.x + 2 + u16::try_from(name + 1).unwrap_or(0);
        let (x, _) = buf.set_stringn(x, y, &drawn, long, theme.good());
        buf.set_stringn(x, y, format!("{gap}{}", it.shown), AMOUNT, theme.text());
    }
}

/// A bar of at most a number of cells, as long as a value beside the greatest one; half a cell at least for what is not
/// nothing, and blank for nothing.
#[must_use]
pub fn bar(value: i64, most: i64, cells: usize) -> String {
    if value <= 0 || most <= 0 {
        return String::new();
    }
    let halves = share(value.min(most), most, cells * 2).max(1);
    format!("{}{}", "█".repeat(halves / 2), if halves % 2 == 1 { "▌" } else { "" })
}

/// How far a value has come towards a target, filled and empty cells: "▓▓▓░░"; full only once it is reached.
#[must_use]
pub fn progress(value: i64, target: i64, cells: usize) -> String {
    let full = if value <= 0 { 0 } else { share(value, target, cells).min(cells) };
    format!("{}{}", "▓".repeat(full), "░".repeat(cells - full))
}

/// How many in a hundred of a target, rounded down; `None` without a target.
#[must_use]
pub fn percent(value: i64, target: i64) -> Option<i64> {
    (target > 0).then(|| i64::try_from(i128::from(value) * 100 / i128::from(target)).unwrap_or(i64::MAX))
}

/// A value's part of a whole in steps, rounded down.
fn share(value: i64, whole: i64, steps: usize) -> usize {
    let steps = i128::try_from(steps).unwrap_or(0);
    usize::try_from(i128::from(value) * steps / i128::from(whole.max(1))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    #[test]
    fn bars_are_as_long_as_their_values() {
        assert_eq!(bar(0, 10, 5), "");
        assert_eq!(bar(10, 10, 5), "█████");
        assert_eq!(bar(5, 10, 5), "██▌");
        assert_eq!(bar(1, 1_000_000, 5), "▌");
        assert_eq!(bar(5, 0, 5), "");
    }

    #[test]
    fn progress_is_full_only_at_the_target() {
        assert_eq!(progress(0, 100, 5), "░░░░░");
        assert_eq!(progress(62, 100, 5), "▓▓▓░░");
        assert_eq!(progress(99, 100, 5), "▓▓▓▓░");
        assert_eq!(progress(140, 100, 5), "▓▓▓▓▓");
        assert_eq!((percent(62, 100), percent(999, 1000), percent(3, 0)), (Some(62), Some(99), None));
    }

    proptest::proptest! {
        #[test]
        fn no_bar_is_longer_than_its_place(value: i64, other: i64, cells in 1_usize..80) {
            proptest::prop_assert!(width(&bar(value, other, cells)) <= cells);
            proptest::prop_assert_eq!(width(&progress(value, other, cells)), cells);
        }
    }
}
