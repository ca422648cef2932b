//! What a record is: a typed struct, its columns as data, and its rules. Lists, forms, SQL, search, export and
//! audit are derived from the columns.
use crate::domain::value::{Kind, Value};
use crate::text::{Said, Text, rule};

/// One column of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in SQL.
    pub name: &'static str,
    /// Its name on screen.
    pub label: Text,
    /// How it is typed and shown.
    pub kind: Kind,
    /// Whether 0 is an answer of its own beside none.
    pub zero: bool,
    /// Its width in a list, in terminal cells; 0 keeps it out of the list.
    pub width: u16,
    /// Whether it is derived by the store: shown, never typed or written.
    pub shown: bool,
    /// Whether a form asks for it; else only an act sets it.
    pub typed: bool,
    /// Whether it is stored as ciphertext under a key of its own.
    pub sealed: bool,
}

/// A rule that a record breaks, and at which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The column's name.
    pub column: &'static str,
    /// The column's name on screen, once the store has refused the record.
    pub label: Option<Text>,
    /// What is wrong and what to do.
    pub said: Said,
}

impl Fault {
    /// A fault at a column.
    pub fn at(column: &'static str, said: impl Into<Said>) -> Self {
        Self { column, label: None, said: said.into() }
    }

    /// Of columns that must be filled, those that are not; each is given with whether it is blank.
    pub fn needed<const N: usize>(columns: [(&'static str, bool); N]) -> Vec<Self> {
        columns.into_iter().filter(|(_, blank)| *blank).map(|(column, _)| Self::at(column, rule::NEEDED)).collect()
    }
}

/// The order of a table's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Given name, family name, middle names; CLDR `vi`.
    Person,
    /// Word by word; CLDR `vi`.
    Plain,
    /// By a column that sorts by itself, the latest first.
    Latest(&'static str),
    /// By row number.
    Row,
    /// By two columns that sort by themselves, one within the other: the place of a clause in its plan.
    Within(&'static str, &'static str),
}

/// A stored row: its number and its values in the order of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The row number; 0 until it is saved.
    pub id: i64,
    /// One value for each column.
    pub values: Vec<Value>,
}

/// A record type as data.
#[derive(Debug)]
pub struct Meta {
    /// The table.
    pub table: &'static str,
    /// What is read: the table, or a view of it with its shown columns.
    pub source: &'static str,
    /// The list's name.
    pub title: Text,
    /// One of them, as counted: "cháu", "buổi".
    pub one: Text,
    /// The columns, in the order of list and form.
    pub columns: &'static [Column],
    /// The columns that searching looks into.
    pub search: &'static [&'static str],
    /// The natural order.
    pub order: Order,
    /// A new record's values; a day that must be given is null.
    pub blank: fn() -> Vec<Value>,
    /// The row as its record holds it, what is null filled in, names of new rows kept; `None` if a value is not of its
    /// column's type.
    pub whole: fn(&Row) -> Option<Row>,
    /// The rules that a row breaks; a name of a new row is taken for a row.
    pub check: fn(&Row) -> Vec<Fault>,
}

impl Meta {
    /// Where a column stands.
    #[must_use]
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.name == column)
    }

    /// A row's value by its column's name; null if there is none.
    #[must_use]
    pub fn value<'a>(&self, row: &'a Row, column: &str) -> &'a Value {
        self.place(column).and_then(|at| row.values.get(at)).unwrap_or(&Value::Null)
    }

    /// Sets a row's value by its column's name.
    pub fn set(&self, row: &mut Row, column: &str, value: Value) {
        if let Some(slot) = self.place(column).and_then(|at| row.values.get_mut(at)) {
            *slot = value;
        }
    }

    /// The values that the columns cannot hold, as faults: what is wrong with a row that is no record.
    #[must_use]
    pub fn misfits(&self, row: &Row) -> Vec<Fault> {
        let blank = Row { id: row.id, values: (self.blank)() };
        let misfit = |(at, column): (usize, &Column)| {
            let mut alone = blank.clone();
            let value = row.values.get(at).cloned().unwrap_or_default();
            self.set(&mut alone, column.name, value);
            (self.whole)(&alone).is_none().then(|| Fault::at(column.name, rule::NOT_OF_KIND))
        };
        self.columns.iter().enumerate().filter_map(misfit).collect()
    }

    /// Whether a form asks for any of it; else only acts write it, or it is a view.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.columns.iter().any(|column| column.typed)
    }

    /// Whether any column is sealed.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.columns.iter().any(|column| column.sealed)
    }

    /// Whether rows are only looked at: no column can be typed.
    #[must_use]
    pub fn is_view(&self) -> bool {
        self.columns.iter().all(|column| column.shown)
    }
}

/// A typed record.
pub trait Record: Sized + Clone + Default {
    /// The table.
    const TABLE: &'static str;
    /// The record type as data.
    const META: &'static Meta;
    /// The record as a row.
    fn row(&self) -> Row;
    /// The record of a row; `None` if a value is not of its column's type.
    fn of(row: &Row) -> Option<Self>;
    /// The rules that the record breaks.
    fn faults(&self) -> Vec<Fault>;
    /// Gives the record its row number.
    fn number(&mut self, id: i64);
}

/// A new record's values: a day that is not given yet is null, not the first day of counting.
pub(crate) fn blank<R: Record>(record: &R) -> Vec<Value> {
    let values = record.row().values;
    let open = |(column, value): (&Column, Value)| if column.kind == Kind::Date { Value::Null } else { value };
    R::META.columns.iter().zip(values).map(open).collect()
}

/// The row as rules see it: a name of a row that does not exist yet stands for another row than all that do.
pub(crate) fn known(row: &Row) -> Row {
    let other = |(at, value): (usize, &Value)| match value {
        Value::New(_) => Value::Int(-1 - at as i64),
        Value::Rows(ids, _) => Value::Ids(ids.clone()),
        value => value.clone(),
    };
    Row { id: row.id, values: row.values.iter().enumerate().map(other).collect() }
}

/// A row with the names of rows that do not exist yet put back where they stood in another.
pub(crate) fn renamed(mut row: Row, named: &Row) -> Row {
    for (slot, value) in row.values.iter_mut().zip(&named.values) {
        if matches!(value, Value::New(_) | Value::Rows(..)) {
            *slot = value.clone();
        }
    }
    row
}

/// Declares a record: `record! { /// doc  pub struct Unit { table: "unit", … } columns { name: String => LABEL, 20; } }`.
/// Columns that lie under a key of their own are `sealed`, those that only an act sets are `stamped`, derived ones are `shown`. The columns become the struct's fields, its [`Meta`] and its way to and from a [`Row`]; the file adds `fn rules`.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            table: $table:literal, source: $source:literal, title: $title:expr, one: $one:expr,
            search: $search:expr, order: $order:expr $(,)?
        }
        columns { $( $(#[$cdoc:meta])* $column:ident : $kind:ty => $label:expr, $width:literal; )* }
        $( sealed { $( $(#[$edoc:meta])* $ecolumn:ident : $ekind:ty => $elabel:expr, $ewidth:literal; )* } )?
        $( stamped { $( $(#[$tdoc:meta])* $tcolumn:ident : $tkind:ty => $tlabel:expr, $twidth:literal; )* } )?
        $( shown { $( $(#[$sdoc:meta])* $scolumn:ident : $skind:ty => $slabel:expr, $swidth:literal; )* } )?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            /// The row number.
            pub id: $crate::domain::id::Id<$name>,
            $( #[doc = concat!("The column `", stringify!($column), "`.")] $(#[$cdoc])* pub $column: $kind, )*
            $($( #[doc = concat!("The sealed column `", stringify!($ecolumn), "`.")] $(#[$edoc])* pub $ecolumn: $ekind, )*)?
            $($( #[doc = concat!("The column `", stringify!($tcolumn), "`, which only an act sets.")] $(#[$tdoc])* pub $tcolumn: $tkind, )*)?
            $($( #[doc = concat!("The shown column `", stringify!($scolumn), "`.")] $(#[$sdoc])* pub $scolumn: $skind, )*)?
        }

        impl $crate::domain::record::Record for $name {
            const TABLE: &'static str = $table;
            const META: &'static $crate::domain::record::Meta = &$crate::domain::record::Meta {
                table: $table,
                source: $source,
                title: $title,
                one: $one,
                columns: &[
                    $( $crate::domain::record::Column {
                        name: stringify!($column), label: $label, width: $width, shown: false, typed: true, sealed: false,
                        kind: <$kind as $crate::domain::value::Cell>::KIND,
                        zero: <$kind as $crate::domain::value::Cell>::ZERO,
                    }, )*
                    $($( $crate::domain::record::Column {
                        name: stringify!($ecolumn), label: $elabel, width: $ewidth, shown: false, typed: true, sealed: true,
                        kind: <$ekind as $crate::domain::value::Cell>::KIND,
                        zero: <$ekind as $crate::domain::value::Cell>::ZERO,
                    }, )*)?
                    $($( $crate::domain::record::Column {
                        name: stringify!($tcolumn), label: $tlabel, width: $twidth, shown: false, typed: false, sealed: false,
                        kind: <$tkind as $crate::domain::value::Cell>::KIND,
                        zero: <$tkind as $crate::domain::value::Cell>::ZERO,
                    }, )*)?
                    $($( $crate::domain::record::Column {
                        name: stringify!($scolumn), label: $slabel, width: $swidth, shown: true, typed: false, sealed: false,
                        kind: <$skind as $crate::domain::value::Cell>::KIND,
                        zero: <$skind as $crate::domain::value::Cell>::ZERO,
                    }, )*)?
                ],
                search: $search,
                order: $order,
                blank: || $crate::domain::record::blank(&$name::default()),
                whole: |row| {
                    <$name as $crate::domain::record::Record>::of(&$crate::domain::record::known(row))
                        .map(|record| $crate::domain::record::renamed($crate::domain::record::Record::row(&record), row))
                },
                check: |row| match <$name as $crate::domain::record::Record>::of(&$crate::domain::record::known(row)) {
                    Some(record) => $crate::domain::record::Record::faults(&record),
                    None => <$name as $crate::domain::record::Record>::META.misfits(row),
                },
            };

            fn row(&self) -> $crate::domain::record::Row {
                use $crate::domain::value::Cell;
                $crate::domain::record::Row {
                    id: self.id.0,
                    values: vec![ $( self.$column.value(), )* $($( self.$ecolumn.value(), )*)? $($( self.$tcolumn.value(), )*)? $($( self.$scolumn.value(), )*)? ],
                }
            }

            fn faults(&self) -> Vec<$crate::domain::record::Fault> {
                self.rules()
            }

            fn number(&mut self, id: i64) {
                self.id = $crate::domain::id::Id::of(id);
            }

            fn of(row: &$crate::domain::record::Row) -> Option<Self> {
                let mut values = row.values.iter();
                Some(Self {
                    id: $crate::domain::id::Id::of(row.id),
                    $( $column: <$kind as $crate::domain::value::Cell>::take(values.next()?)?, )*
                    $($( $ecolumn: <$ekind as $crate::domain::value::Cell>::take(values.next()?)?, )*)?
                    $($( $tcolumn: <$tkind as $crate::domain::value::Cell>::take(values.next()?)?, )*)?
                    $($( $scolumn: <$skind as $crate::domain::value::Cell>::take(values.next()?)?, )*)?
                })
            }
        }
    };
}
pub(crate) use record;

/// Declares a fixed list of answers: an enum, its codes, its words, and its way to and from a value.
macro_rules! choices {
    ($(#[$doc:meta])* pub enum $name:ident { $( $(#[$vdoc:meta])* $variant:ident $code:literal = $text:expr; )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( #[doc = concat!("Stored as `", $code, "`.")] $(#[$vdoc])* $variant, )*
        }

        impl $name {
            /// Every answer, in order.
            pub const CHOICES: &'static [$crate::domain::value::Choice] =
                &[$( $crate::domain::value::Choice { code: $code, text: $text } ),*];

            /// What is stored.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )* }
            }

            /// What is shown.
            #[must_use]
            pub const fn text(self) -> $crate::text::Text {
                match self { $( Self::$variant => $text, )* }
            }

            /// The answer of a code.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )* _ => None }
            }
        }

        impl $crate::domain::value::Cell for $name {
            const KIND: $crate::domain::value::Kind = $crate::domain::value::Kind::Choice(Self::CHOICES);
            fn value(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::Text(self.code().to_owned())
            }
            fn take(value: &$crate::domain::value::Value) -> Option<Self> {
                if value.is_blank() { Some(Self::default()) } else { Self::of_code(value.text()) }
            }
        }
    };
}
pub(crate) use choices;

/// Declares the rows of another table that a record names many of: a column whose values stand in a table of links.
macro_rules! links {
    ($(#[$doc:meta])* pub struct $name:ident { table: $table:literal, from: $from:literal, to: $to:literal, target: $target:literal }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name(pub Vec<i64>);

        impl $crate::domain::value::Cell for $name {
            const KIND: $crate::domain::value::Kind = $crate::domain::value::Kind::Many($crate::domain::value::Link {
                table: $table,
                from: $from,
                to: $to,
                target: $target,
            });
            fn value(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::Ids(self.0.clone())
            }
            fn take(value: &$crate::domain::value::Value) -> Option<Self> {
                match value {
                    $crate::domain::value::Value::Ids(ids) => Some(Self(ids.clone())),
                    $crate::domain::value::Value::Null => Some(Self::default()),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use links;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::child::Child;
    use crate::domain::tables::TABLES;

    fn row(values: &[(&str, Value)]) -> Row {
        let mut row = Row { id: 0, values: (Child::META.blank)() };
        for (column, value) in values {
            Child::META.set(&mut row, column, value.clone());
        }
        row
    }

    #[test]
    fn a_record_comes_back_from_its_row() {
        for meta in TABLES {
            let blank = Row { id: 7, values: (meta.blank)() };
            let whole = (meta.whole)(&blank).unwrap();
            assert_eq!((meta.whole)(&whole), Some(whole.clone()), "{}", meta.table);
            assert_eq!((meta.check)(&blank), (meta.check)(&whole), "{}", meta.table);
            assert_eq!(meta.misfits(&blank), [], "{}", meta.table);
            let null = Row { id: 7, values: vec![Value::Null; meta.columns.len()] };
            assert_eq!((meta.whole)(&null), Some(whole), "{}", meta.table);
        }
    }

    #[test]
    fn new_names_break_no_rule_and_are_kept() {
        let new = |name: &str| Value::New(name.to_owned());
        let row = row(&[("name", "Lê An".into()), ("father", new("Lê Bình")), ("mother", new("Hà Hoa"))]);
        assert_eq!((Child::META.check)(&row), []);
        assert_eq!(Child::META.value(&(Child::META.whole)(&row).unwrap(), "father"), &new("Lê Bình"));
    }

    #[test]
    fn what_no_record_holds_is_told_by_column() {
        let row = row(&[("sex", "x".into()), ("unit", "Phòng A".into())]);
        let columns: Vec<&str> = (Child::META.check)(&row).iter().map(|fault| fault.column).collect();
        assert_eq!(columns, ["sex", "unit"]);
    }
}
