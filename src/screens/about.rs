//! What help says first in a form: the field under the cursor, its rule with its source, and how it is typed.
use crate::domain::record::Column;
use crate::domain::value::Kind;
use crate::text::{Lang, Said, Text, about as t};

/// What is said of a column of a table; `open` says that a name typed new may become a row.
#[must_use]
pub fn field(table: &str, column: &Column, open: bool, lang: Lang) -> Vec<Said> {
    let mut lines = vec![t::OF_FIELD.with([column.label.say(lang)])];
    lines.extend(t::field(table, column.name).map(Said::from));
    if table == "report" && column.kind == Kind::Lines {
        lines.push(t::REPORT_PART.into());
    }
    lines.extend(typed(column.kind).map(Said::from));
    if open {
        lines.push(t::TYPE_NEW.into());
    }
    lines
}

/// How a field of a kind is typed.
const fn typed(kind: Kind) -> Option<Text> {
    Some(match kind {
        Kind::Date => t::TYPE_DATE,
        Kind::Clock => t::TYPE_CLOCK,
        Kind::Born => t::TYPE_BORN,
        Kind::Money => t::TYPE_MONEY,
        Kind::Ref(_) => t::TYPE_REF,
        Kind::Many(_) => t::TYPE_MANY,
        Kind::Choice(_) | Kind::Bool => t::TYPE_CHOICE,
        Kind::Lines => t::TYPE_LINES,
        Kind::Period => t::TYPE_PERIOD,
        Kind::Rule => t::TYPE_RULE,
        _ => return None,
    })
}
