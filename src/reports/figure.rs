//! One figure of a report as data: what it is called, how it is measured, and the rows behind it.
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::tables;
use crate::domain::unit::Unit;
use crate::domain::value::Kind;
use crate::store::list::Query;
use crate::store::{Result, Store};
use crate::text::Text;

/// How a figure is made of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Their number.
    Count,
    /// The sum of a column, or of an expression over their columns.
    Sum(&'static str),
    /// The sum of an expression as the store keeps it, by SQL with the same places: over more rows than can be added up
    /// each time.
    Kept(&'static str, &'static str),
}

/// A figure. Its rows are selected with `:from`, `:to` (the period's days), `:period` (its code) and `:under6`,
/// `:under11`, `:under16` (who is born after that day is under that age at the period's end).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What JSON calls it.
    pub code: &'static str,
    /// What papers and screens call it.
    pub label: Text,
    /// What is counted: "buổi", "đồng".
    pub unit: Text,
    /// How it is made of its rows.
    pub measure: Measure,
    /// A number or an amount in đồng.
    pub kind: Kind,
    /// The table or view its rows are of.
    pub table: &'static str,
    /// SQL that selects the ids of its rows, each once.
    pub rows: &'static str,
}

impl Figure {
    /// A number of rows.
    #[must_use]
    pub const fn count(code: &'static str, label: Text, unit: Text, table: &'static str, rows: &'static str) -> Self {
        Self { code, label, unit, measure: Measure::Count, kind: Kind::Int, table, rows }
    }

    /// A sum of numbers over rows.
    #[must_use]
    pub const fn sum(
        code: &'static str,
        label: Text,
        unit: Text,
        table: &'static str,
        of: &'static str,
        rows: &'static str,
    ) -> Self {
        Self { code, label, unit, measure: Measure::Sum(of), kind: Kind::Int, table, rows }
    }

    /// A sum of money over rows, in đồng.
    #[must_use]
    pub const fn money(
        code: &'static str,
        label: Text,
        table: &'static str,
        of: &'static str,
        rows: &'static str,
    ) -> Self {
        let unit = crate::text::report::OF_MONEY;
        Self { code, label, unit, measure: Measure::Sum(of), kind: Kind::Money, table, rows }
    }

    /// Its value for a period, as the data stand now.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn value(&self, store: &Store, period: &Period) -> Result<i64> {
        let sql = match self.measure {
            Measure::Count => format!("select count(*) from ({})", self.rows),
            Measure::Kept(sql, _) => sql.to_owned(),
            Measure::Sum(of) => {
                format!("select ifnull(sum({of}), 0) from \"{}\" where id in ({})", self.table, self.rows)
            }
        };
        Ok(numbers(store, &sql, period)?.first().copied().unwrap_or(0))
    }
}

impl Figure {
    /// Its value for a period and one unit: of the rows behind it those that are the unit's.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn of_unit(&self, store: &Store, period: &Period, unit: Id<Unit>) -> Result<i64> {
        let owner = match self.table {
            "contribution" => "ifnull(unit, (select p.unit from person p where p.id = person))",
            "support" => "(select c.unit from child c where c.id = child)",
            _ => "unit",
        };
        let sum = match self.measure {
            Measure::Count => "count(*)".to_owned(),
            Measure::Sum(of) | Measure::Kept(_, of) => format!("ifnull(sum({of}), 0)"),
        };
        let (table, rows, unit) = (self.table, self.rows, unit.0);
        let sql = match (table, self.measure) {
            // A session is of every unit that it reached, with the people of that unit.
            ("session", Measure::Count | Measure::Sum("attendance")) => {
                let sum = sum.replace("attendance", "people");
                format!("select {sum} from session_unit where session in ({rows}) and unit = {unit}")
            }
            _ => format!("select {sum} from \"{table}\" where id in ({rows}) and {owner} = {unit}"),
        };
        Ok(numbers(store, &sql, period)?.first().copied().unwrap_or(0))
    }
}

/// The exact rows behind a figure, in the natural order of their table.
///
/// # Errors
/// If SQLite refuses.
pub fn rows_behind(store: &Store, figure: &Figure, period: &Period) -> Result<Vec<i64>> {
    let found: HashSet<i64> = numbers(store, figure.rows, period)?.into_iter().collect();
    let Some(meta) = tables::by_name(figure.table) else { return Ok(Vec::new()) };
    let mut ids = store.ids(meta, &Query::default(), None)?;
    ids.retain(|id| found.contains(id));
    Ok(ids)
}

/// Runs a query with whichever of a period's places it has; the first column of every row.
pub(super) fn numbers(store: &Store, sql: &str, period: &Period) -> Result<Vec<i64>> {
    let mut statement = store.reader().prepare_cached(sql)?;
    let places = [
        (":from", period.from.to_string()),
        (":to", period.to.to_string()),
        (":period", period.code.clone()),
        (":under6", cut(period.to, 6).to_string()),
        (":under11", cut(period.to, 11).to_string()),
        (":under16", cut(period.to, 16).to_string()),
    ];
    for (name, value) in places {
        if let Some(at) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(at, value)?;
        }
    }
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(row.get(0)?);
    }
    Ok(found)
}

/// The last day of birth on which `years` are completed on a day; who is born later is under that age. Who is born on
/// 29/02 completes them on 01/03 in common years, as [`crate::domain::born::Born::under`] has it.
fn cut(at: NaiveDate, years: i32) -> NaiveDate {
    let year = at.year() - years;
    let day = NaiveDate::from_ymd_opt(year, at.month(), at.day());
    day.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::born::{Born, Under};

    proptest! {
        #[test]
        fn the_cut_is_that_of_the_birthday(born in 733_000i32..740_000, age in 0i32..7_000, years in prop::sample::select(vec![6u32, 11, 16])) {
            let born = NaiveDate::from_num_days_from_ce_opt(born).unwrap();
            let at = NaiveDate::from_num_days_from_ce_opt(born.num_days_from_ce() + age).unwrap();
            let under = Born::Day(born).under(years, at) == Under::Yes;
            prop_assert_eq!(born > cut(at, i32::try_from(years).unwrap()), under, "{} {} {}", born, at, years);
        }
    }

    #[test]
    fn leap_days_are_birthdays_too() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(day("2012-02-29") > cut(day("2028-02-28"), 16));
        assert!(day("2012-02-29") <= cut(day("2028-02-29"), 16));
        assert!(day("2018-03-01") > cut(day("2024-02-29"), 6));
        assert!(day("2020-02-29") > cut(day("2026-02-28"), 6));
        assert!(day("2020-02-29") <= cut(day("2026-03-01"), 6));
    }
}
