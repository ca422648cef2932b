//! The form after a form: what stays when row after row is entered, as from a pile of papers, and where typing goes on.
use chrono::{NaiveDateTime, NaiveTime};

use crate::domain::person::{Employed, Person};
use crate::domain::record::{Meta, Record, Row};
use crate::domain::schooling::school_year;
use crate::domain::value::{Cell, Kind, Value};
use crate::store::Store;

/// Columns that mostly stay the same from one new row to the next.
const KEPT: &[&str] = &["date", "campaign", "means", "unit", "ward", "since", "plan", "period", "due"];

/// What a row is a part of: the next one is a part of the same, and is typed from the same field on.
const PARENTS: &[&str] = &["event", "item", "inspection", "work"];

/// Who a contribution may come from, in the order of its form.
const DONORS: &[&str] = &["unit", "person", "donor"];

/// Times of day that are mostly now: of what is written down as it is heard and passed on. Any other stands on a paper
/// only if somebody looked at a clock for it.
const NOW: &[&str] = &["noted_time", "sent_time"];

/// The moment that a new row begins at; the time of day is looked up only where a column asks for it.
#[must_use]
pub fn moment(meta: &Meta, store: &Store) -> NaiveDateTime {
    let asked = meta.columns.iter().any(|column| NOW.contains(&column.name));
    if asked { store.now() } else { store.today().and_time(NaiveTime::MIN) }
}

/// A new row's values as a form first shows them: the day of what is entered is mostly today, the time of what is heard
/// now; other days and times are blank.
#[must_use]
pub fn blank(meta: &Meta, now: NaiveDateTime) -> Row {
    let mut row = Row { id: 0, values: (meta.blank)() };
    for (column, value) in meta.columns.iter().zip(&mut row.values).filter(|(column, _)| column.kind == Kind::Clock) {
        *value = if NOW.contains(&column.name) { Some(now.time()).value() } else { Value::Null };
    }
    if meta.table == "budget_line" {
        meta.set(&mut row, "quantity", Value::Int(1));
    }
    if meta.table == "schooling" {
        meta.set(&mut row, "year", Value::Text(school_year(now.date())));
    }
    let day = match meta.table {
        "session" | "contribution" | "disbursement" | "support" | "consent_sheet" | "pledge" | "work_part" => "date",
        "referral" => "noted_on",
        "handover" => "sent_on",
        "round" => "since",
        _ => return row,
    };
    meta.set(&mut row, day, now.date().value());
    row
}

/// The unit of a person, for a child of theirs; none of somebody from outside.
#[must_use]
pub fn unit_of(person: &Row) -> Value {
    let outside = Person::META.value(person, "staff").text() == Employed::No.code();
    if outside { Value::Null } else { Person::META.value(person, "unit").clone() }
}

/// The new row that follows one which was just saved, and the column where typing goes on.
#[must_use]
pub fn after(meta: &Meta, saved: &Row, now: NaiveDateTime) -> (Row, usize) {
    let mut row = blank(meta, now);
    // A line of a unit is followed by that of another unit, a line of a person by one of the same unit.
    let given = |column: &str| !is_blank(meta.value(saved, column));
    let last_donor = DONORS.iter().rev().find(|column| given(column)).filter(|_| meta.table == "contribution");
    for column in KEPT {
        let replaced = last_donor.is_some_and(|donor| donor == column);
        let of_outsider = *column == "unit" && last_donor == Some(&"donor");
        if !replaced && !of_outsider && given(column) {
            meta.set(&mut row, column, meta.value(saved, column).clone());
        }
    }
    // A campaign names an event or a work without being a part of it.
    for parent in PARENTS.iter().filter(|_| meta.table != "campaign") {
        meta.set(&mut row, parent, meta.value(saved, parent).clone());
    }
    let typed = |at: usize| meta.columns.get(at).is_some_and(|column| column.typed);
    let open = |at: &usize| typed(*at) && row.values.get(*at).is_some_and(is_blank);
    let donor = last_donor.and_then(|column| meta.place(column));
    let mut fields = meta.columns.iter().enumerate().filter(|(_, column)| column.typed);
    let parent = fields.next().filter(|(_, column)| PARENTS.contains(&column.name) && given(column.name));
    let second = parent.and_then(|_| fields.next()).map(|(at, _)| at);
    let at = donor.or(second).or_else(|| (0..meta.columns.len()).find(open)).unwrap_or(0);
    (row, at)
}

/// Whether nothing was chosen or written.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Int(n) => *n == 0,
        Value::Text(text) => text.is_empty(),
        Value::Ids(ids) => ids.is_empty(),
        Value::New(_) | Value::Rows(..) => false,
    }
}

/// Whether the first key typed into a field just entered takes the place of what stands there, as in a spreadsheet: a
/// day, a number or one of a list is given anew, not typed on.
#[must_use]
pub const fn is_replaced(kind: Kind) -> bool {
    !matches!(kind, Kind::Text | Kind::Lines | Kind::Many(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contribution::Contribution;
    use crate::domain::id::Id;
    use crate::domain::money::Vnd;
    use crate::domain::record::Record;

    fn now() -> NaiveDateTime {
        "2026-06-16T08:30:00".parse().unwrap()
    }

    fn next(last: &Contribution) -> (Contribution, &'static str) {
        let (row, at) = after(Contribution::META, &last.row(), now());
        (Contribution::of(&row).unwrap(), Contribution::META.columns[at].name)
    }

    #[test]
    fn a_line_keeps_its_day_campaign_and_unit() {
        let line = Contribution {
            date: "2026-04-02".parse().unwrap(),
            campaign: Id::of(3),
            unit: Id::of(5),
            amount: Vnd(200_000),
            ..Contribution::default()
        };
        let (of_unit, at) = next(&line);
        assert_eq!((of_unit.date, of_unit.campaign, of_unit.amount), (line.date, line.campaign, Vnd(0)));
        assert_eq!((of_unit.unit, at), (Id::default(), "unit"));
        let (of_person, at) = next(&Contribution { person: Id::of(9), ..line.clone() });
        assert_eq!((of_person.unit, of_person.person, at), (Id::of(5), Id::default(), "person"));
        let (of_outsider, at) = next(&Contribution { donor: "Công ty A".to_owned(), ..line });
        assert_eq!((of_outsider.unit, at), (Id::default(), "donor"));
    }
}
