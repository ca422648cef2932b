//! The columns of two children beside each other, and which side says more.
use super::pair;
use crate::domain::child::{Child, ChildState};
use crate::domain::record::{Column, Record, Row};
use crate::domain::value::Value;
use crate::screens::screen::Cx;

/// Which side a value is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// A column of both children.
pub struct Field {
    /// The column.
    pub column: &'static Column,
    /// What stands there on both sides.
    pub texts: [String; 2],
    /// Whether the values differ.
    pub differs: bool,
    /// The side it is taken from.
    pub side: Side,
}

/// The columns that are typed, from two rows and their lines with references by name; the side that says more is taken.
#[must_use]
pub fn all(cx: &Cx, rows: &[Row; 2], lines: [Option<&Row>; 2]) -> Vec<Field> {
    let field = |column: &'static Column| {
        let values = rows.each_ref().map(|row| Child::META.value(row, column.name));
        let mut texts = lines.map(|line| pair::plain(cx, line, column.name));
        let differs = values[0] != values[1];
        // Two people of one name are told from each other by their numbers.
        if differs && texts[0] == texts[1] {
            texts = [0, 1].map(|at| format!("{} (#{})", texts[at], values[at].int()));
        }
        Field { column, texts, differs, side: better(column, values) }
    };
    Child::META.columns.iter().filter(|column| column.typed).map(field).collect()
}

/// The side that says more: a value rather than none, a whole birth date, a name with its marks, a child that is still
/// looked after; else the left one.
fn better(column: &Column, [left, right]: [&Value; 2]) -> Side {
    let more = match column.name {
        _ if right.is_blank() => false,
        _ if left.is_blank() => true,
        "born" => right.text().len() > left.text().len(),
        "name" => left.text().is_ascii() && !right.text().is_ascii(),
        "state" => right.text() == ChildState::Active.code(),
        _ => false,
    };
    if more { Side::Right } else { Side::Left }
}
