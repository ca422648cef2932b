//! What a column holds and of what kind it is; how each Rust type becomes a value and comes back.
use chrono::{NaiveDate, NaiveTime};

use crate::domain::born::Born;
use crate::domain::hour;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::text::Text;

/// A value on its way between a record, the store, a form and a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    #[default]
    Null,
    /// A number, an amount in đồng, a row number or a yes (1) or no (0).
    Int(i64),
    /// Text, a date in ISO form or the code of a choice.
    Text(String),
    /// Row numbers of another table, for a column of kind [`Kind::Many`].
    Ids(Vec<i64>),
    /// The name of a row that does not exist yet, typed into a reference: made with the record that names it.
    New(String),
    /// Rows of another table, and the names of those that do not exist yet, for a column of kind [`Kind::Many`].
    Rows(Vec<i64>, Vec<String>),
}

impl Value {
    /// Whether there is nothing in it: null, no text, no rows.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::Ids(ids) => ids.is_empty(),
            Self::Int(_) | Self::New(_) | Self::Rows(..) => false,
        }
    }

    /// The text of a text value, else nothing.
    #[must_use]
    pub const fn text(&self) -> &str {
        match self {
            Self::Text(text) => text.as_str(),
            _ => "",
        }
    }

    /// The number of a number value, else 0.
    #[must_use]
    pub const fn int(&self) -> i64 {
        match self {
            Self::Int(n) => *n,
            _ => 0,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// One of the fixed answers of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub code: &'static str,
    /// What is shown.
    pub text: Text,
}

/// A column of many references: the table that links, its two columns, and the table at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The linking table.
    pub table: &'static str,
    /// Its column that names this record.
    pub from: &'static str,
    /// Its column that names the other record.
    pub to: &'static str,
    /// The table of the other record.
    pub target: &'static str,
}

/// How a column is typed, shown, compared and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Text of several lines.
    Lines,
    /// A whole number.
    Int,
    /// An amount in đồng.
    Money,
    /// A day.
    Date,
    /// A time of day to the minute.
    Clock,
    /// A birth date that may lack its day or month.
    Born,
    /// The age at the day of looking, from a birth date.
    Age,
    /// Yes or no.
    Bool,
    /// A fixed answer.
    Choice(&'static [Choice]),
    /// A row of another table.
    Ref(&'static str),
    /// Rows of another table.
    Many(Link),
    /// A reporting period.
    Period,
    /// Where a unit's report stands: `state|due|received`, read at the day of looking.
    Standing,
    /// A moment, in ISO form at UTC+7.
    Moment,
    /// A journal step as `sense|act|table|object`, shown in words.
    Step,
    /// A table, shown by what one of its rows is called.
    Table,
    /// What a child's record lacks, as column names.
    Lacks,
    /// A rule that gives a day for each year ([`crate::domain::due`]).
    Rule,
    /// The day of a rule and how far it is: `rule|year|state`, read at the day of looking.
    Deadline,
}

/// A Rust type that a column can hold.
pub trait Cell: Sized {
    /// How it is typed and shown.
    const KIND: Kind;
    /// Whether 0 is an answer of its own beside none.
    const ZERO: bool = false;
    /// The value that stands for it.
    fn value(&self) -> Value;
    /// The value read back; `None` if it cannot be of this type.
    fn take(value: &Value) -> Option<Self>;
}

impl Cell for String {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            Value::Null => Some(Self::new()),
            _ => None,
        }
    }
}

/// Text of several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines(pub String);

impl Cell for Lines {
    const KIND: Kind = Kind::Lines;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

impl Cell for i64 {
    const KIND: Kind = Kind::Int;
    fn value(&self) -> Value {
        Value::Int(*self)
    }
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Int(n) => Some(*n),
            Value::Null => Some(0),
            _ => None,
        }
    }
}

impl Cell for Option<i64> {
    const KIND: Kind = Kind::Int;
    const ZERO: bool = true;
    fn value(&self) -> Value {
        self.map_or(Value::Null, Value::Int)
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { i64::take(value).map(Some) }
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Bool;
    fn value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn take(value: &Value) -> Option<Self> {
        i64::take(value).map(|n| n != 0)
    }
}

impl Cell for Vnd {
    const KIND: Kind = Kind::Money;
    fn value(&self) -> Value {
        Value::Int(self.0)
    }
    fn take(value: &Value) -> Option<Self> {
        i64::take(value).map(Self)
    }
}

impl Cell for Option<Vnd> {
    const KIND: Kind = Kind::Money;
    const ZERO: bool = true;
    fn value(&self) -> Value {
        self.map_or(Value::Null, |amount| amount.value())
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { Vnd::take(value).map(Some) }
    }
}

impl Cell for NaiveDate {
    const KIND: Kind = Kind::Date;
    fn value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => text.parse().ok(),
            Value::Null => Some(Self::default()),
            _ => None,
        }
    }
}

impl Cell for Option<NaiveDate> {
    const KIND: Kind = Kind::Date;
    fn value(&self) -> Value {
        self.map_or(Value::Null, |day| day.value())
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { NaiveDate::take(value).map(Some) }
    }
}

impl Cell for Option<NaiveTime> {
    const KIND: Kind = Kind::Clock;
    fn value(&self) -> Value {
        self.map_or(Value::Null, |time| Value::Text(hour::show(time)))
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { NaiveTime::parse_from_str(value.text(), "%H:%M").ok().map(Some) }
    }
}

impl Cell for Option<Born> {
    const KIND: Kind = Kind::Born;
    fn value(&self) -> Value {
        self.map_or(Value::Null, |born| Value::Text(born.iso()))
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { Born::from_iso(value.text()).map(Some) }
    }
}

/// The age that a birth date gives at the day of looking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aged(pub Option<Born>);

impl Cell for Aged {
    const KIND: Kind = Kind::Age;
    fn value(&self) -> Value {
        self.0.value()
    }
    fn take(value: &Value) -> Option<Self> {
        <Option<Born> as Cell>::take(value).map(Self)
    }
}

/// Where a unit's report stands, as `state|due|received|closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing(pub String);

impl Cell for Standing {
    const KIND: Kind = Kind::Standing;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// A table by its name in SQL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableName(pub String);

impl Cell for TableName {
    const KIND: Kind = Kind::Table;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// What a child's record lacks: names of columns with a space between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacks(pub String);

impl Cell for Lacks {
    const KIND: Kind = Kind::Lacks;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// A rule that gives a day for each year, as it is kept ([`crate::domain::due::Due::code`]); may be blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleCode(pub String);

impl Cell for RuleCode {
    const KIND: Kind = Kind::Rule;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// A deadline as `rule|year|state`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadline(pub String);

impl Cell for Deadline {
    const KIND: Kind = Kind::Deadline;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// A moment in ISO form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment(pub String);

impl Cell for Moment {
    const KIND: Kind = Kind::Moment;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// A step of the journal, as `sense|act|table|object`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepCode(pub String);

impl Cell for StepCode {
    const KIND: Kind = Kind::Step;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        String::take(value).map(Self)
    }
}

/// The code of a reporting period, as the command line spells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodCode(pub String);

impl Cell for PeriodCode {
    const KIND: Kind = Kind::Period;
    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        let code = String::take(value)?;
        (code.is_empty() || Period::parse(&code).is_ok()).then_some(Self(code))
    }
}

impl<R: Record> Cell for Id<R> {
    const KIND: Kind = Kind::Ref(R::TABLE);
    fn value(&self) -> Value {
        if self.is_new() { Value::Null } else { Value::Int(self.0) }
    }
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Int(row) => Some(Self::of(*row)),
            Value::Null => Some(Self::NEW),
            _ => None,
        }
    }
}
