//! A plain table of typed values: what an export is made of.
use chrono::NaiveDate;

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
    fn values_read_as_the_office_writes_them() {
        let day = NaiveDate::from_ymd_opt(2015, 3, 5).unwrap();
        assert_eq!(Cell::Date(day).shown(), "05/03/2015");
        assert_eq!([0, 999, 1_000, -1_234_567].map(grouped), ["0", "999", "1.000", "-1.234.567"]);
    }
}
