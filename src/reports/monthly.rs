//! Contributions by month and by unit, from the kept totals.
use chrono::{Datelike, Months, NaiveDate};
use rusqlite::params;

use crate::domain::money::Vnd;
use crate::store::{Result, Store};

/// The contributions, money and goods, of the twelve months that end with a day's month: each month's first day and
/// its sum in đồng.
///
/// # Errors
/// If the store cannot be read.
pub fn twelve(store: &Store, day: NaiveDate) -> Result<Vec<(NaiveDate, Vnd)>> {
    let last = day.with_day(1).unwrap_or(day);
    let months = (0..12).rev().filter_map(|back| last.checked_sub_months(Months::new(back)));
    let mut sum = store.reader().prepare_cached("select ifnull(sum(amount), 0) from kept_total where month = ?1")?;
    months
        .map(|month| {
            let name = month.format("%Y-%m").to_string();
            let amount = sum.query_row(params![name], |row| row.get(0))?;
            Ok((month, Vnd(amount)))
        })
        .collect()
}

/// What all campaigns have left, in đồng.
///
/// # Errors
/// If the store cannot be read.
pub fn balance(store: &Store) -> Result<Vnd> {
    let sql = "select ifnull(sum(k.received - k.spent), 0) from kept_balance k
        join campaign c on c.id = k.campaign where c.trashed is null";
    Ok(Vnd(store.reader().prepare_cached(sql)?.query_row([], |row| row.get(0))?))
}
