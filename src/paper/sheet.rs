//! A list to print from a spreadsheet: letterhead, title, columns, total, signers.
use chrono::NaiveDate;

use super::{Align, Cell, Head, Lie, Row, Signer, Table};

/// What a column holds; how its cells are typed and where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words, on the left, wrapped.
    #[default]
    Text,
    /// Days, in the middle.
    Date,
    /// Amounts in đồng, on the right, in groups of three.
    Money,
    /// Counts, in the middle.
    Number,
    /// A place for a tick or a signature: in the middle, and the rows are tall enough to write in.
    Check,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The words above it.
    pub head: String,
    /// What it holds.
    pub kind: Kind,
    /// Its width in characters; `None` lets its content decide.
    pub width: Option<u16>,
}

/// One printed list. It fills the width of A4 paper, with its header on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Issuing body on the left, the state's name on the right; `None` leaves both out.
    pub head: Option<Head>,
    /// The title, a centred bold line each.
    pub titles: Vec<String>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows; short ones end with empty cells.
    pub rows: Vec<Vec<Cell>>,
    /// The line of totals, a cell a column; empty for none. Empty cells after the first are joined to it.
    pub total: Vec<Cell>,
    /// The line under the table, as "Bằng chữ: …"; empty for none.
    pub words: String,
    /// Who signs, side by side.
    pub signers: Vec<Signer>,
    /// How the page lies.
    pub lie: Lie,
}

impl Sheet {
    /// The table of a paper as a list to print and to reckon with: numbers and days are typed, words stay words. The
    /// columns keep their parts of the width.
    #[must_use]
    pub fn of_table(table: &Table, titles: Vec<String>, lie: Lie) -> Self {
        let kind = |at: usize| match table.columns.get(at).map(|column| column.align) {
            Some(Align::Right) => Kind::Money,
            Some(Align::Centre) => Kind::Number,
            _ => Kind::Text,
        };
        let columns = table.columns.iter().enumerate().map(|(at, column)| Column {
            head: column.head.clone(),
            kind: kind(at),
            width: None,
        });
        let typed = |cells: &Vec<String>| cells.iter().enumerate().map(|(at, text)| typed(text, kind(at))).collect();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut total = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            match row {
                Row::Group(text) => rows.push(group(text, table.columns.len())),
                Row::Total(cells) if at + 1 == table.rows.len() => total = typed(cells),
                Row::Cells(cells) | Row::Total(cells) => rows.push(typed(cells)),
            }
        }
        Self { titles, columns: columns.collect(), rows, total, lie, ..Self::default() }
    }
}

/// The name of a group in the first column that is wide enough for words.
fn group(text: &str, columns: usize) -> Vec<Cell> {
    let at = usize::from(columns > 1);
    let mut cells = vec![Cell::Empty; columns];
    if let Some(slot) = cells.get_mut(at) {
        *slot = Cell::Text(text.to_owned());
    }
    cells
}

/// What a cell of a paper says, as a value: "1.250" and "+3" are numbers, "05/03/2015" is a day.
fn typed(text: &str, kind: Kind) -> Cell {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Cell::Empty;
    }
    if let Ok(day) = NaiveDate::parse_from_str(trimmed, "%d/%m/%Y") {
        return Cell::Date(day);
    }
    let (sign, digits) = match trimmed.strip_prefix(['+', '–', '-']) {
        Some(rest) => (if trimmed.starts_with('+') { 1 } else { -1 }, rest),
        None => (1, trimmed),
    };
    let grouped = digits.split('.').enumerate().all(|(n, part)| {
        let long = if n == 0 { (1..=3).contains(&part.len()) || !digits.contains('.') } else { part.len() == 3 };
        long && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let number = if grouped { digits.replace('.', "").parse::<i64>().ok() } else { None };
    match number {
        Some(number) if kind == Kind::Money => Cell::Money(sign * number),
        Some(number) => Cell::Int(sign * number),
        None => Cell::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_of_a_paper_become_values_and_words_stay() {
        let of = |text: &str| typed(text, Kind::Money);
        assert_eq!(
            (of("1.250"), of("12"), of("+3"), of("–1.000")),
            (Cell::Money(1250), Cell::Money(12), Cell::Money(3), Cell::Money(-1000))
        );
        assert_eq!(of("05/03/2015"), Cell::Date(NaiveDate::from_ymd_opt(2015, 3, 5).unwrap()));
        for text in ["dưới 3", "–", "II.1", "1.25", "12/2026", "=1+1", "1.2345", "3/4"] {
            assert_eq!(of(text), Cell::Text(text.to_owned()), "{text}");
        }
        assert_eq!(typed("2026", Kind::Number), Cell::Int(2026));
        assert_eq!(of(" "), Cell::Empty);
    }

    #[test]
    fn a_table_keeps_its_groups_and_its_total() {
        let row = |cells: [&str; 3]| cells.map(String::from).to_vec();
        let table = Table {
            columns: [("STT", Align::Centre), ("Đơn vị", Align::Left), ("Tiền", Align::Right)]
                .map(|(head, align)| super::super::Column::new(head, 1, align))
                .to_vec(),
            rows: vec![
                Row::Group("A".into()),
                Row::Cells(row(["1", "Văn phòng", "5.000"])),
                Row::Total(row(["Cộng", "", "5.000"])),
            ],
        };
        let sheet = Sheet::of_table(&table, vec!["Biểu".into()], Lie::Portrait);
        assert_eq!(sheet.rows[0], [Cell::Empty, Cell::Text("A".into()), Cell::Empty]);
        assert_eq!(sheet.rows[1], [Cell::Int(1), Cell::Text("Văn phòng".into()), Cell::Money(5000)]);
        assert_eq!(sheet.total, [Cell::Text("Cộng".into()), Cell::Empty, Cell::Money(5000)]);
    }
}
