//! A plain table of typed values: what an export is made of.
use super::width::{self, Weight};
use super::{Align, Block, Column, Lie, Paper, Row, Span, Table};
use chrono::NaiveDate;

/// No column of a printed list wishes to be wider or narrower, in twips: words wrap.
const WIDEST: u32 = 3400;
const NARROWEST: u32 = 400;

/// One value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, and everything that must keep its zeros: phone numbers, identity numbers.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// An amount in đồng.
    Money(i64),
    /// A count.
    Int(i64),
}

impl Cell {
    /// The value as a person reads it: "05/03/2015", "1.234.567", "12".
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Date(date) => date.format("%d/%m/%Y").to_string(),
            Self::Money(amount) => grouped(*amount),
            Self::Int(count) => count.to_string(),
        }
    }
}

/// Rows under their heads, in the order of the screen they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The rows; short ones end with empty cells.
    pub rows: Vec<Vec<Cell>>,
    /// What the file is: filter, number of rows, day. A workbook shows it on a sheet of its own; csv has no place for it.
    pub about: Vec<String>,
}

impl Grid {
    /// The same to print, on lying pages: a title, what the list is, a table whose columns are as wide as their words
    /// wish.
    #[must_use]
    pub fn paper(&self, title: &str) -> Paper {
        let columns = (0..self.heads.len()).map(|at| self.column(at)).collect();
        let rows = self.rows.iter().map(|row| Row::Cells(row.iter().map(Cell::shown).collect())).collect();
        let about = Block::Centred(vec![Span::italic(self.about.join(" · "))]);
        let body = [about].into_iter().filter(|_| !self.about.is_empty());
        Paper {
            kind: Some(title.to_owned()),
            body: body.chain([Block::Table(Table { columns, rows })]).collect(),
            lie: Lie::Landscape,
            ..Paper::default()
        }
    }

    fn column(&self, at: usize) -> Column {
        let cells = || self.rows.iter().filter_map(|row| row.get(at));
        let wide = |text: &str| width::of(text, 11, Weight::Plain).min(WIDEST);
        let share = cells().map(|cell| wide(&cell.shown())).max().unwrap_or(0).max(NARROWEST);
        let align = match cells().find(|cell| **cell != Cell::Empty) {
            Some(Cell::Money(_)) => Align::Right,
            Some(Cell::Date(_) | Cell::Int(_)) => Align::Centre,
            _ => Align::Left,
        };
        Column::new(self.heads.get(at).map_or("", String::as_str), share, align)
    }
}

/// Digits in groups of three, with dots (Điều 11 Luật Kế toán 88/2015/QH13).
fn grouped(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut out = if amount < 0 { String::from("-") } else { String::new() };
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_printed_with_what_it_is_and_columns_as_wide_as_their_words() {
        let grid = Grid {
            heads: vec!["Họ và tên".into(), "Số tiền".into(), "Ghi chú".into()],
            rows: vec![vec![Cell::Text("Nguyễn Thị Minh Anh".into()), Cell::Money(500_000)]],
            about: vec!["Số dòng: 1".into(), "Đang lọc: anh".into()],
        };
        let paper = grid.paper("Trẻ em");
        assert_eq!((paper.lie, paper.kind.as_deref()), (Lie::Landscape, Some("Trẻ em")));
        assert_eq!(paper.body[0], Block::Centred(vec![Span::italic("Số dòng: 1 · Đang lọc: anh")]));
        let Block::Table(table) = &paper.body[1] else { panic!("{paper:?}") };
        assert_eq!(table.rows, [Row::Cells(vec!["Nguyễn Thị Minh Anh".into(), "500.000".into()])]);
        let [name, money, note] = table.columns.as_slice() else { panic!("{table:?}") };
        assert!(name.share > money.share && money.share > note.share, "{table:?}");
        assert_eq!((name.align, money.align, note.share), (Align::Left, Align::Right, NARROWEST));
    }

    #[test]
    fn values_read_as_the_office_writes_them() {
        let day = NaiveDate::from_ymd_opt(2015, 3, 5).unwrap();
        assert_eq!(Cell::Date(day).shown(), "05/03/2015");
        assert_eq!([0, 999, 1_000, -1_234_567].map(grouped), ["0", "999", "1.000", "-1.234.567"]);
    }
}
