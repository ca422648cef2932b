//! A table of the visible rows only: heads, cells cut at characters, the cursor's row, marks.
use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::ui::theme::Theme;
use crate::ui::width::{fit, fit_right};

/// A column as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its label, with ▲ or ▼ if the list is sorted by it.
    pub label: String,
    /// Its wished width in cells.
    pub width: u16,
    /// Whether its cells stand to the right, as amounts do.
    pub right: bool,
    /// Whether it takes the room that is left.
    pub grows: bool,
}

/// A row as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// A cell for each column.
    pub cells: Vec<String>,
    /// Whether it is marked.
    pub marked: bool,
}

/// A column that grows is never narrower than this.
const NARROW: u16 = 12;

/// The widths that columns get in a number of cells. Columns that grow give way to the others, down to a narrow width;
/// what then finds no room is left out from the right, and room that is left goes to the columns that grow.
#[must_use]
pub fn widths(heads: &[Head], cells: u16) -> Vec<u16> {
    let least = |head: &Head| if head.grows { head.width.min(NARROW) } else { head.width };
    let mut used = 0;
    let mut widths = vec![0; heads.len()];
    for (at, (head, width)) in heads.iter().zip(&mut widths).enumerate() {
        let wanted = least(head) + u16::from(at > 0);
        if used + wanted > cells {
            if at == 0 {
                *width = cells;
                used = cells;
            }
            break;
        }
        *width = least(head);
        used += wanted;
    }
    let mut left = cells - used;
    // First what was given up comes back, from the left; then the growing columns share the rest.
    for (head, width) in heads.iter().zip(&mut widths).filter(|(_, width)| **width > 0) {
        let more = head.width.saturating_sub(*width).min(left);
        *width += more;
        left -= more;
    }
    let growing: Vec<usize> = (0..heads.len())
        .filter(|at| heads.get(*at).is_some_and(|head| head.grows) && widths.get(*at).is_some_and(|width| *width > 0))
        .collect();
    if let Ok(count) = u16::try_from(growing.len())
        && count > 0
    {
        for (turn, at) in growing.iter().enumerate() {
            let more = left / count + u16::from(turn < usize::from(left % count));
            if let Some(width) = widths.get_mut(*at) {
                *width += more;
            }
        }
    }
    widths
}

/// Draws heads and rows; `cursor` is the row of the cursor among those drawn.
pub fn draw(buf: &mut Buffer, area: Rect, heads: &[Head], lines: &[Line], cursor: Option<usize>, theme: Theme) {
    if area.width < 3 || area.height == 0 {
        return;
    }
    let widths = widths(heads, area.width - 2);
    let labels: Vec<String> = heads.iter().map(|head| head.label.clone()).collect();
    row(buf, area, area.y, "  ", &labels, heads, &widths, theme.label());
    for (at, line) in lines.iter().enumerate() {
        let y = area.y + 1 + u16::try_from(at).unwrap_or(u16::MAX);
        if y >= area.bottom() {
            break;
        }
        let on = cursor == Some(at);
        let lead = match (on, line.marked) {
            (true, true) => "▌*",
            (true, false) => "▌ ",
            (false, true) => " *",
            (false, false) => "  ",
        };
        // What is marked as bad by its sign is bad by its colour too.
        let bad = line.cells.iter().any(|cell| cell.starts_with("! "));
        let style = match (on, bad) {
            (true, _) => theme.cursor(),
            (false, true) => theme.bad(),
            (false, false) => theme.text(),
        };
        row(buf, area, y, lead, &line.cells, heads, &widths, style);
    }
}

/// Gives each column whose cells stand to the right what its widest cell needs; the rest of the room is the others'.
pub fn snug(heads: &mut [Head], lines: &[Line]) {
    for (at, head) in heads.iter_mut().enumerate().filter(|(_, head)| head.right) {
        let cells = lines.iter().filter_map(|line| line.cells.get(at)).map(|cell| cell.width());
        let widest = cells.chain([head.label.width()]).max().unwrap_or(0);
        head.width = u16::try_from(widest).unwrap_or(head.width);
    }
}

#[expect(clippy::too_many_arguments, reason = "one row of one table: all of it is needed")]
fn row(
    buf: &mut Buffer,
    area: Rect,
    y: u16,
    lead: &str,
    cells: &[String],
    heads: &[Head],
    widths: &[u16],
    style: Style,
) {
    let mut text = String::from(lead);
    let mut first = true;
    for ((cell, head), width) in cells.iter().zip(heads).zip(widths) {
        if *width == 0 {
            continue;
        }
        if !first {
            text.push(' ');
        }
        first = false;
        let flat = |c: char| matches!(c, '\n' | '\r' | '\t');
        let cell = if cell.contains(flat) { Cow::Owned(cell.replace(flat, " ")) } else { Cow::Borrowed(cell.as_str()) };
        let width = usize::from(*width);
        text.push_str(&if head.right { fit_right(&cell, width) } else { fit(&cell, width) });
    }
    buf.set_stringn(area.x, y, text, usize::from(area.width), style);
    buf.set_style(Rect { y, height: 1, ..area }, style);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(width: u16, grows: bool) -> Head {
        Head { label: String::new(), width, right: false, grows }
    }

    #[test]
    fn columns_give_way_before_any_is_left_out_and_share_what_is_left() {
        let heads = [head(10, false), head(24, true), head(20, true), head(13, false)];
        assert_eq!(widths(&heads, 80), [10, 29, 25, 13]);
        assert_eq!(widths(&heads, 60), [10, 22, 12, 13]);
        assert_eq!(widths(&heads, 49), [10, 24, 13, 0]);
        assert_eq!(widths(&heads, 4), [4, 0, 0, 0]);
        assert_eq!(widths(&[], 4), Vec::<u16>::new());
    }

    #[test]
    fn amounts_take_what_they_need() {
        let mut heads = [head(10, true), Head { label: "Số".into(), right: true, ..head(13, false) }];
        let line =
            |amount: &str| Line { cells: vec!["Một tên dài hơn cột".into(), amount.into()], marked: false };
        snug(&mut heads, &[line("1"), line("1.000")]);
        assert_eq!(heads.map(|head| head.width), [10, 5]);
    }

    proptest::proptest! {
        #[test]
        fn no_row_is_wider_than_its_window(sizes in proptest::collection::vec((1_u16..60, proptest::bool::ANY), 0..12), cells in 1_u16..200) {
            let heads: Vec<Head> = sizes.iter().map(|(width, grows)| head(*width, *grows)).collect();
            let widths = widths(&heads, cells);
            let shown: Vec<u16> = widths.into_iter().filter(|width| *width > 0).collect();
            let gaps = shown.len().saturating_sub(1);
            proptest::prop_assert!(usize::from(shown.iter().sum::<u16>()) + gaps <= usize::from(cells));
        }
    }
}
