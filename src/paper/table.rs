//! Tables inside a paper: columns, rows, and how wide each column gets.
use super::sheet::Kind;
use super::width::{self, Weight};
use serde::{Deserialize, Serialize};

/// Where the words of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    /// On the left: names, notes.
    #[default]
    Left,
    /// In the middle: counts, dates, ticks.
    Centre,
    /// On the right: money.
    Right,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The words above it.
    pub head: String,
    /// Its part of the width, in any unit.
    pub share: u32,
    /// Where its words stand.
    pub align: Align,
    /// Whether people sign in it: its rows are then tall enough to write in.
    pub signed: bool,
}

impl Column {
    /// A column with its part of the width.
    pub fn new(head: impl Into<String>, share: u32, align: Align) -> Self {
        Self { head: head.into(), share, align, signed: false }
    }

    /// A column of what a sheet holds, aligned as sheets align it, with its part of the width.
    pub fn of(head: impl Into<String>, kind: Kind, share: u32) -> Self {
        let align = match kind {
            Kind::Text => Align::Left,
            Kind::Money => Align::Right,
            _ => Align::Centre,
        };
        Self::new(head, share, align)
    }

    /// An empty column to sign in, with its part of the width.
    pub fn to_sign(head: impl Into<String>, share: u32) -> Self {
        Self { signed: true, ..Self::new(head, share, Align::Centre) }
    }
}

/// A row of a table. Missing cells print empty; cells too many are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Row {
    /// A cell a column.
    Cells(Vec<String>),
    /// A bold line across all columns, as the name of a unit above its people.
    Group(String),
    /// Bold cells; empty ones after the first are joined to it, so that "Tổng cộng" has room.
    Total(Vec<String>),
}

/// A table with borders, whose header is repeated on every page and whose rows are never split.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

/// A cell as printed: its words, how many columns it takes, and where its words stand.
pub(super) struct Printed<'a> {
    pub text: &'a str,
    pub span: usize,
    pub align: Align,
    pub bold: bool,
}

impl<'a> Printed<'a> {
    /// The cell above a column.
    pub fn head(column: &'a Column) -> Self {
        Self { text: &column.head, span: 1, align: Align::Centre, bold: true }
    }
}

impl Table {
    /// The size of its letters in points: smaller the more columns there are.
    #[must_use]
    pub const fn points(&self) -> u32 {
        match self.columns.len() {
            0..=5 => 13,
            6..=9 => 12,
            _ => 11,
        }
    }

    /// Whether its rows must be tall enough to sign in.
    pub(super) fn is_signed(&self) -> bool {
        self.columns.iter().any(|column| column.signed)
    }

    /// The columns' widths, of the same unit as `total` (twips) and summing up to it. Shares are kept as far as no
    /// word must be broken; `side` is the empty space on either side of a cell.
    pub(super) fn widths(&self, total: u32, side: u32) -> Vec<u32> {
        let shares: u32 = self.columns.iter().map(|column| column.share.max(1)).sum();
        let wished = self.columns.iter().map(|column| total * column.share.max(1) / shares);
        let mut widths: Vec<u32> = wished.collect();
        let needed = self.needed(side);
        if needed.iter().sum::<u32>() <= total {
            for (width, need) in widths.iter_mut().zip(&needed) {
                *width = (*width).max(*need);
            }
            give_back(&mut widths, &needed, total);
        }
        let given: u32 = widths.iter().sum();
        if let Some(last) = widths.last_mut() {
            *last = *last + total - given;
        }
        widths
    }

    /// The cells of a row as printed.
    pub(super) fn printed<'a>(&'a self, row: &'a Row) -> Vec<Printed<'a>> {
        let columns = self.columns.len();
        let cell = |cells: &'a [String], n: usize| cells.get(n).map_or("", String::as_str);
        let plain = |cells: &'a [String], from: usize, bold: bool| {
            let one = move |(n, column): (usize, &Column)| Printed {
                text: cell(cells, n),
                span: 1,
                align: column.align,
                bold,
            };
            self.columns.iter().enumerate().skip(from).map(one).collect::<Vec<_>>()
        };
        match row {
            Row::Cells(cells) => plain(cells, 0, false),
            Row::Group(text) => vec![Printed { text, span: columns, align: Align::Left, bold: true }],
            Row::Total(cells) => {
                let span = 1 + (1..columns).take_while(|n| cell(cells, *n).is_empty()).count();
                let mut out = vec![Printed { text: cell(cells, 0), span, align: Align::Centre, bold: true }];
                out.extend(plain(cells, span, true));
                out
            }
        }
    }

    /// The least width of each column: its widest word.
    fn needed(&self, side: u32) -> Vec<u32> {
        let points = self.points();
        let head = |column: &Column| width::of_widest_word(&column.head, points, Weight::Bold);
        let mut needed: Vec<u32> = self.columns.iter().map(head).collect();
        for row in &self.rows {
            let mut at = 0;
            for cell in self.printed(row) {
                let weight = if cell.bold { Weight::Bold } else { Weight::Plain };
                if cell.span == 1 {
                    needed[at] = needed[at].max(width::of_widest_word(cell.text, points, weight));
                }
                at += cell.span;
            }
        }
        // A hair more than the words, for the borders.
        needed.iter().map(|need| need + 2 * side + 40).collect()
    }
}

/// Takes what the widths are over `total` from the columns that have more than they need, in proportion.
fn give_back(widths: &mut [u32], needed: &[u32], total: u32) {
    let over = widths.iter().sum::<u32>().saturating_sub(total);
    let spare: u32 = widths.iter().zip(needed).map(|(width, need)| width - need).sum();
    if over == 0 || spare == 0 {
        return;
    }
    for (width, need) in widths.iter_mut().zip(needed) {
        *width -= (*width - need) * over / spare;
    }
    // What the divisions left over comes from the widest.
    while widths.iter().sum::<u32>() > total {
        let Some(widest) = widths.iter_mut().max() else { return };
        *widest -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            columns: vec![
                Column::new("STT", 1, Align::Centre),
                Column::new("Họ và tên", 10, Align::Left),
                Column::new("Số tiền", 2, Align::Right),
            ],
            rows: vec![
                Row::Cells(vec!["1".into(), "Nguyễn An".into(), "1.234.567.000".into()]),
                Row::Total(vec!["Tổng cộng".into(), String::new(), "1.234.567.000".into()]),
            ],
        }
    }

    #[test]
    fn no_column_is_narrower_than_its_widest_word() {
        let widths = table().widths(9354, 70);
        assert_eq!(widths.iter().sum::<u32>(), 9354);
        assert!(widths[0] >= width::of("STT", 13, Weight::Bold) + 140, "{widths:?}");
        assert!(widths[2] >= width::of("1.234.567.000", 13, Weight::Bold) + 140, "{widths:?}");
    }

    #[test]
    fn a_table_too_wide_for_its_words_keeps_the_shares_and_an_empty_one_has_no_widths() {
        assert_eq!(table().widths(130, 70), [10, 100, 20]);
        assert!(Table::default().widths(9354, 70).is_empty());
    }

    #[test]
    fn the_word_total_takes_the_empty_cells_after_it() {
        let table = table();
        let spans = |row: &Row| table.printed(row).iter().map(|cell| cell.span).collect::<Vec<_>>();
        assert_eq!(spans(&table.rows[0]), [1, 1, 1]);
        assert_eq!(spans(&table.rows[1]), [2, 1]);
        assert_eq!(spans(&Row::Group("Văn phòng".into())), [3]);
        assert_eq!(spans(&Row::Cells(vec![])), [1, 1, 1]);
    }
}
