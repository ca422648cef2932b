//! A table of the visible rows only: heads, cells cut at characters, the cursor's row, marks.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

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

/// The widths that columns get in a number of cells, from the left; those that find no room get 0. Room that is left
/// goes to the columns that grow.
#[must_use]
pub fn widths(heads: &[Head], cells: u16) -> Vec<u16> {
    let mut left = cells;
    let mut widths: Vec<u16> = Vec::with_capacity(heads.len());
    for (at, head) in heads.iter().enumerate() {
        let gap = u16::from(at > 0);
        let width = if at == 0 { head.width.min(left) } else { head.width };
        if width > 0 && width + gap <= left {
            left -= width + gap;
            widths.push(width);
        } else if left > gap + 8 && head.grows && widths.last().is_some_and(|last| *last > 0) {
            widths.push(left - gap);
            left = 0;
        } else {
            widths.push(0);
            left = 0;
        }
    }
    let growing: Vec<usize> = (0..heads.len())
        .filter(|at| heads.get(*at).is_some_and(|head| head.grows) && widths.get(*at).is_some_and(|w| *w > 0))
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
        let style = if on { theme.cursor() } else { theme.text() };
        row(buf, area, y, lead, &line.cells, heads, &widths, style);
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
        let cell = cell.replace(['\n', '\r', '\t'], " ");
        let width = usize::from(*width);
        text.push_str(&if head.right { fit_right(&cell, width) } else { fit(&cell, width) });
    }
    buf.set_stringn(area.x, y, fit(&text, usize::from(area.width)), usize::from(area.width), style);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(width: u16, grows: bool) -> Head {
        Head { label: String::new(), width, right: false, grows }
    }

    #[test]
    fn what_finds_no_room_is_left_out_and_the_rest_grows() {
        let heads = [head(10, true), head(5, false), head(20, false)];
        assert_eq!(widths(&heads, 40), [13, 5, 20]);
        assert_eq!(widths(&heads, 20), [10, 5, 0]);
        assert_eq!(widths(&heads, 4), [4, 0, 0]);
        assert_eq!(widths(&[], 4), Vec::<u16>::new());
    }
}
