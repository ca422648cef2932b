//! A filter by a column: what a row must hold to be listed; the filters that a list has ready; ranges as they are typed.
use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::domain::born::Born;
use crate::domain::child::{AGE_LIMIT, ChildState};
use crate::domain::record::Meta;
use crate::domain::value::{Kind, Value};
use crate::domain::{cell, day};
use crate::text::{Text, sift as t};

/// What a column must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// This value.
    Is(Value),
    /// Nothing.
    Blank,
    /// Anything.
    Filled,
    /// A value from one to another, both within; an end that is missing is open. A birth date that is known in part
    /// is within if one of its days is.
    Between(Option<Value>, Option<Value>),
    /// A birth date: this many years completed at least, and not certainly that many.
    Aged(u32, Option<u32>),
    /// A birth date: so many years are completed during the year, on the last day that may be the birthday.
    Turns(u32),
}

/// A test of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The column.
    pub column: &'static str,
    /// What it must hold.
    pub test: Test,
}

/// Filters that a list has ready under a name; of a list's several, the first one holds until another is chosen.
#[derive(Debug)]
pub struct Ready {
    /// Its name.
    pub name: Text,
    /// Its filters.
    pub filters: fn() -> Vec<Filter>,
}

/// The roster: by themselves children leave it on the birthday that ends childhood (Điều 1 Luật Trẻ em), and stay
/// among those who have grown.
const CHILD: &[Ready] = &[
    Ready { name: t::READY_UNDER, filters: || vec![active(), aged(0, Some(AGE_LIMIT))] },
    Ready {
        name: t::READY_TURNING,
        filters: || vec![active(), Filter { column: "born", test: Test::Turns(AGE_LIMIT) }],
    },
    Ready { name: t::READY_GROWN, filters: || vec![aged(AGE_LIMIT, None)] },
    Ready { name: t::READY_LEFT, filters: || vec![state(ChildState::Left)] },
    Ready { name: t::READY_ALL, filters: Vec::new },
];

/// The plan: all of it, or what nothing proves yet.
const CLAUSE: &[Ready] = &[
    Ready { name: t::READY_CLAUSES, filters: Vec::new },
    Ready { name: t::READY_BARE, filters: || vec![Filter { column: "bare", test: Test::Is(Value::Int(1)) }] },
];

/// What a list has ready; mostly nothing.
#[must_use]
pub fn ready(table: &str) -> &'static [Ready] {
    match table {
        "child" => CHILD,
        "clause" => CLAUSE,
        _ => &[],
    }
}

fn active() -> Filter {
    state(ChildState::Active)
}

fn state(state: ChildState) -> Filter {
    Filter { column: "state", test: Test::Is(state.code().into()) }
}

const fn aged(least: u32, below: Option<u32>) -> Filter {
    Filter { column: "born", test: Test::Aged(least, below) }
}

impl Filter {
    /// As it is kept across restarts.
    #[must_use]
    pub fn json(&self) -> Json {
        let (kind, first, last) = match &self.test {
            Test::Is(value) => ("is", plain(value), Json::Null),
            Test::Blank => ("blank", Json::Null, Json::Null),
            Test::Filled => ("filled", Json::Null, Json::Null),
            Test::Between(from, to) => {
                let side = |value: &Option<Value>| value.as_ref().map_or(Json::Null, plain);
                ("between", side(from), side(to))
            }
            Test::Aged(least, below) => ("aged", json!(least), json!(below)),
            Test::Turns(age) => ("turns", json!(age), Json::Null),
        };
        json!([self.column, kind, first, last])
    }

    /// Reads what [`Self::json`] wrote; `None` if the column is gone.
    #[must_use]
    pub fn of_json(meta: &Meta, json: &Json) -> Option<Self> {
        let parts = json.as_array()?;
        let text = |at: usize| parts.get(at).and_then(Json::as_str);
        let number = |at: usize| parts.get(at).and_then(Json::as_u64).and_then(|n| u32::try_from(n).ok());
        let value = |at: usize| parts.get(at).and_then(held);
        let column = text(0).and_then(|name| meta.columns.iter().find(|column| column.name == name))?.name;
        let test = match text(1)? {
            "is" => Test::Is(value(2)?),
            "blank" => Test::Blank,
            "filled" => Test::Filled,
            "between" => Test::Between(value(2), value(3)),
            "aged" => Test::Aged(number(2)?, number(3)),
            "turns" => Test::Turns(number(2)?),
            _ => return None,
        };
        Some(Self { column, test })
    }
}

/// Reads a range as it is typed: "1/2015 - 6/2016", "2015", "5/3/2015 –", "– hôm nay", "10 - 20"; one value alone is a
/// range of its own, a year or a month all its days. `None` if it is no range of this kind.
#[must_use]
pub fn range(kind: Kind, typed: &str, today: NaiveDate) -> Option<(Option<Value>, Option<Value>)> {
    let typed = format!(" {} ", typed.trim());
    let split = ["–", "..", " - "].iter().find_map(|dash| typed.split_once(dash));
    let (from, to) = split.unwrap_or((&typed, &typed));
    let side = |text: &str, last: bool| match text.trim() {
        "" => Some(None),
        text => one(kind, text, today, last).map(Some),
    };
    let (from, to) = (side(from, false)?, side(to, true)?);
    let backwards = matches!((&from, &to), (Some(from), Some(to)) if is_after(from, to));
    let open = from.is_none() && to.is_none();
    (!open && !backwards).then_some((from, to))
}

/// Whether ranges of a kind can be typed.
#[must_use]
pub const fn ranges(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::Born | Kind::Moment | Kind::Int | Kind::Money)
}

fn one(kind: Kind, text: &str, today: NaiveDate, last: bool) -> Option<Value> {
    if !matches!(kind, Kind::Date | Kind::Born | Kind::Moment) {
        return cell::parse(kind, text, today).ok();
    }
    let of_born = |born: Born| if last { born.last() } else { born.first() };
    let found = Born::parse(text).map(of_born).or_else(|_| day::parse(text, today)).ok()?;
    Some(Value::Text(found.to_string()))
}

fn is_after(from: &Value, to: &Value) -> bool {
    match (from, to) {
        (Value::Int(from), Value::Int(to)) => from > to,
        _ => from.text() > to.text(),
    }
}

fn plain(value: &Value) -> Json {
    match value {
        Value::Int(n) => json!(n),
        value => json!(value.text()),
    }
}

fn held(json: &Json) -> Option<Value> {
    match json {
        Json::Number(n) => n.as_i64().map(Value::Int),
        Json::String(text) => Some(Value::Text(text.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::child::Child;
    use crate::domain::record::Record;

    fn today() -> NaiveDate {
        "2026-05-20".parse().unwrap()
    }

    fn days(typed: &str) -> Option<(String, String)> {
        let text = |value: Option<Value>| value.map_or_else(String::new, |value| value.text().to_owned());
        range(Kind::Date, typed, today()).map(|(from, to)| (text(from), text(to)))
    }

    #[test]
    fn ranges_are_read_as_they_are_typed() {
        let is = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(days("2015"), is("2015-01-01", "2015-12-31"));
        assert_eq!(days("1/2015 - 6/2016"), is("2015-01-01", "2016-06-30"));
        assert_eq!(days("05-03-2015"), is("2015-03-05", "2015-03-05"));
        assert_eq!(days("5/3/2015–"), is("2015-03-05", ""));
        assert_eq!(days(".. hôm nay"), is("", "2026-05-20"));
        for text in ["", "–", "x", "2016 – 2015", "1/1/2015 – x"] {
            assert_eq!(days(text), None, "{text}");
        }
        let amount = |typed: &str| range(Kind::Money, typed, today());
        assert_eq!(amount("100k - 1tr"), Some((Some(Value::Int(100_000)), Some(Value::Int(1_000_000)))));
        assert_eq!(amount("500k –"), Some((Some(Value::Int(500_000)), None)));
        assert_eq!(range(Kind::Int, "7", today()), Some((Some(Value::Int(7)), Some(Value::Int(7)))));
    }

    #[test]
    fn filters_are_kept_and_read_back() {
        let tests = [
            ("unit", Test::Is(Value::Int(3))),
            ("sex", Test::Is("nam".into())),
            ("note", Test::Blank),
            ("note", Test::Filled),
            ("born", Test::Between(Some("2015-01-01".into()), None)),
            ("born", Test::Aged(6, Some(11))),
            ("born", Test::Aged(16, None)),
            ("born", Test::Turns(16)),
        ];
        for (column, test) in tests {
            let filter = Filter { column, test };
            assert_eq!(Filter::of_json(Child::META, &filter.json()), Some(filter));
        }
        assert_eq!(Filter::of_json(Child::META, &json!(["gone", "blank", null, null])), None);
        assert_eq!(Filter::of_json(Child::META, &json!("x")), None);
    }

    #[test]
    fn what_is_ready_names_columns_that_are_there() {
        for filter in ready("child").iter().flat_map(|ready| (ready.filters)()) {
            assert!(Child::META.place(filter.column).is_some());
        }
        assert!(ready("person").is_empty());
    }
}
