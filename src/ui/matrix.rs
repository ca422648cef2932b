//! A grid of short marks: named rows with a sum each, headed columns with a foot each; scrolled both ways.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::theme::Theme;
use crate::ui::width::{fit, fit_right, width};

/// The width of a column headed by a number, its sign of choice included: "▸✓12".
const NARROW: usize = 4;
/// The widest head that stands above its column in full.
const WIDE: usize = 16;
/// The width of a row's sum: "12/20".
const SUM: usize = 6;

/// How a mark looks; what it means is said by its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is well.
    Good,
    /// It is a hole, or late.
    Bad,
    /// It is in between.
    Plain,
    /// It needs no look.
    Quiet,
}

/// A mark in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What stands in the cell.
    pub text: String,
    /// How it looks.
    pub tone: Tone,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The heads of names and sums.
    pub corner: [&'static str; 2],
    /// Each row's name and sum.
    pub rows: Vec<(String, String)>,
    /// Each column's head.
    pub heads: Vec<String>,
    /// The marks, row by row.
    pub marks: Vec<Vec<Mark>>,
    /// The name of the line under the grid.
    pub foot: &'static str,
    /// What stands under each column.
    pub feet: Vec<String>,
}

/// How the grid lies in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The width of a row's name.
    pub name: usize,
    /// The width of a column.
    pub column: usize,
    /// How many columns are seen.
    pub columns: usize,
    /// How many rows are seen.
    pub rows: usize,
}

/// Whether heads are short enough to stand above their columns in a width; else numbers must do.
#[must_use]
pub fn heads_fit(heads: &[String], name: usize, cells: usize) -> bool {
    let widest = heads.iter().map(|head| width(head)).max().unwrap_or(0);
    widest <= WIDE && (widest + 2) * heads.len() <= room(name, cells)
}

/// The width of the rows' names in a width: a third at most.
#[must_use]
pub fn names<'a>(names: impl Iterator<Item = &'a str>, cells: usize) -> usize {
    names.map(width).max().unwrap_or(0).min((cells / 3).max(12))
}

/// What is left for columns beside a name, its sum, and the signs that there is more to the left and right.
fn room(name: usize, cells: usize) -> usize {
    cells.saturating_sub(2 + name + 1 + SUM + 2)
}

/// The first of those seen, so that the chosen one is among them.
#[must_use]
pub fn scrolled(top: usize, at: usize, seen: usize) -> usize {
    top.min(at).max((at + 1).saturating_sub(seen))
}

impl Matrix {
    /// How it lies in a place, with its head and foot. Where all columns are seen, the room that they leave is the names'.
    #[must_use]
    pub fn shape(&self, name: usize, area: Rect) -> Shape {
        let cells = usize::from(area.width);
        let widest = self.heads.iter().map(|head| width(head)).max().unwrap_or(0);
        let column = if widest < NARROW { NARROW } else { widest + 2 };
        let rows = usize::from(area.height.saturating_sub(2)).clamp(1, self.rows.len().max(1));
        let spare = room(name, cells).saturating_sub(column * self.heads.len());
        let whole = self.rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let name = whole.min(name + spare).max(name);
        Shape { name, column, columns: (room(name, cells) / column).max(1), rows }
    }

    /// Draws it; `at` is the chosen row and column, `top` the first ones seen. Returns the line below it.
    pub fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        shape: &Shape,
        at: (usize, usize),
        top: (usize, usize),
        theme: Theme,
    ) -> u16 {
        let cells = usize::from(area.width);
        let [names, sums] = self.corner;
        let left = if top.1 > 0 { "‹" } else { " " };
        let head = format!("  {} {}{left}", fit(names, shape.name), fit_right(sums, SUM));
        buf.set_stringn(area.x, area.y, head, cells, theme.label());
        let last = (top.1 + shape.columns).min(self.heads.len());
        for column in top.1..last {
            let on = column == at.1;
            let text = format!("{}{}", if on { "▾" } else { " " }, self.head(column, shape));
            let style = if on { theme.cursor() } else { theme.label() };
            buf.set_stringn(x(area, shape, column - top.1), area.y, text, shape.column, style);
        }
        if last < self.heads.len() {
            buf.set_stringn(area.right().saturating_sub(1), area.y, "›", 1, theme.label());
        }
        let mut y = area.y + 1;
        for row in (top.0..self.rows.len()).take(shape.rows) {
            if y >= area.bottom() {
                return y;
            }
            self.draw_row(buf, Rect { y, height: 1, ..area }, shape, (row, at), (top.1, last), theme);
            y += 1;
        }
        if y < area.bottom() {
            let foot = format!("  {}", fit(self.foot, shape.name));
            buf.set_stringn(area.x, y, foot, cells, theme.quiet());
            for (place, text) in self.feet.iter().take(last).skip(top.1).enumerate() {
                let text = format!(" {}", fit(text, shape.column - 1));
                buf.set_stringn(x(area, shape, place), y, text, shape.column, theme.quiet());
            }
        }
        y + 1
    }

    fn head(&self, column: usize, shape: &Shape) -> String {
        fit(self.heads.get(column).map_or("", String::as_str), shape.column - 1)
    }

    fn draw_row(
        &self,
        buf: &mut Buffer,
        area: Rect,
        shape: &Shape,
        (row, at): (usize, (usize, usize)),
        (first, last): (usize, usize),
        theme: Theme,
    ) {
        let on = row == at.0;
        let (name, sum) = self.rows.get(row).map_or(("", ""), |(name, sum)| (name, sum));
        let lead = if on { "▌" } else { " " };
        let lead = format!("{lead} {} {}", fit(name, shape.name), fit_right(sum, SUM));
        let style = if on { theme.cursor() } else { theme.text() };
        buf.set_stringn(area.x, area.y, lead, usize::from(area.width), style);
        let marks = self.marks.get(row).map_or(&[][..], Vec::as_slice);
        for (column, mark) in marks.iter().enumerate().take(last).skip(first) {
            let chosen = on && column == at.1;
            let text = format!("{}{}", if chosen { "▸" } else { " " }, fit(&mark.text, shape.column - 1));
            let style = match (chosen, mark.tone) {
                (true, _) => theme.cursor(),
                (false, Tone::Good) => theme.good(),
                (false, Tone::Bad) => theme.bad(),
                (false, Tone::Plain) => theme.text(),
                (false, Tone::Quiet) => theme.quiet(),
            };
            buf.set_stringn(x(area, shape, column - first), area.y, text, shape.column, style);
        }
    }
}

/// Where a column begins.
fn x(area: Rect, shape: &Shape, place: usize) -> u16 {
    let cells = 2 + shape.name + 1 + SUM + 1 + place * shape.column;
    u16::try_from(cells).unwrap_or(u16::MAX).saturating_add(area.x).min(area.right().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: usize, columns: usize) -> Matrix {
        let mark = |row: usize, column: usize| Mark {
            text: if (row + column).is_multiple_of(2) { "✓2".to_owned() } else { "·".to_owned() },
            tone: if (row + column).is_multiple_of(2) { Tone::Good } else { Tone::Bad },
        };
        Matrix {
            corner: ["Đơn vị", "Đạt"],
            rows: (0..rows).map(|row| (format!("Phòng {row}"), "1/2".to_owned())).collect(),
            heads: (0..columns).map(|column| column.to_string()).collect(),
            marks: (0..rows).map(|row| (0..columns).map(|column| mark(row, column)).collect()).collect(),
            foot: "%",
            feet: (0..columns).map(|_| "100".to_owned()).collect(),
        }
    }

    fn drawn(matrix: &Matrix, area: Rect, at: (usize, usize)) -> String {
        let shape = matrix.shape(names(matrix.rows.iter().map(|row| row.0.as_str()), usize::from(area.width)), area);
        let top = (scrolled(0, at.0, shape.rows), scrolled(0, at.1, shape.columns));
        let mut buf = Buffer::empty(area);
        matrix.draw(&mut buf, area, &shape, at, top, Theme::Mono);
        let line = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_chosen_cell_is_marked_and_always_seen() {
        let near = drawn(&matrix(4, 30), Rect::new(0, 0, 60, 8), (1, 2));
        assert!(near.contains("▾2") && near.contains("▌ Phòng 1") && near.contains("▸·"), "{near}");
        assert!(near.contains('›') && !near.contains('‹'), "{near}");
        let far = drawn(&matrix(40, 30), Rect::new(0, 0, 60, 8), (39, 29));
        assert!(far.contains("▾29") && far.contains("▌ Phòng 39") && far.contains("▸✓2"), "{far}");
        assert!(far.contains('‹') && !far.contains('›'), "{far}");
    }

    #[test]
    fn a_name_is_cut_only_where_its_columns_need_the_room() {
        let long = "Phòng Tài nguyên nước và Khoáng sản";
        let with = |columns: usize| {
            let mut matrix = matrix(2, columns);
            matrix.rows[1].0 = long.to_owned();
            drawn(&matrix, Rect::new(0, 0, 80, 8), (0, 0))
        };
        assert!(with(2).contains(long), "{}", with(2));
        assert!(!with(12).contains(long) && with(12).contains("▾0"), "{}", with(12));
    }

    #[test]
    fn short_heads_stand_above_their_columns() {
        let heads = ["Luật Trẻ em".to_owned(), "111".to_owned()];
        assert!(heads_fit(&heads, 20, 80));
        assert!(!heads_fit(&heads, 20, 50));
        assert!(!heads_fit(&["Quyết định 34/2014/QĐ-TTg".to_owned()], 20, 200));
    }

    proptest::proptest! {
        #[test]
        fn any_place_is_drawn(size in (1_u16..150, 1_u16..40), rows in 1_usize..20, columns in 1_usize..30, at in (0_usize..20, 0_usize..30)) {
            let at = (at.0.min(rows - 1), at.1.min(columns - 1));
            drawn(&matrix(rows, columns), Rect::new(0, 0, size.0, size.1), at);
        }
    }
}
