//! Contributions by month and by unit, from the kept totals.
use chrono::{Datelike, Months, NaiveDate};
use rusqlite::params;

use crate::domain::campaign::Campaign;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::store::{Result, Store};

/// How far a campaign has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The campaign.
    pub campaign: Id<Campaign>,
    /// Its name.
    pub name: String,
    /// What was given from its first to its last day, money and goods, in đồng.
    pub given: Vnd,
    /// Its target in đồng; 0 where none was set.
    pub target: Vnd,
}

/// What a unit gave in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The unit's name; blank for those of no unit.
    pub unit: String,
    /// Its contributions of each month, money and goods, in đồng.
    pub months: [Vnd; 12],
}

impl Given {
    /// The sum of the year.
    #[must_use]
    pub fn total(&self) -> Vnd {
        self.months.iter().copied().sum()
    }
}

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
    let sql = "select ifnull(sum(k.received - k.spent), 0) from kept_day k
        join campaign c on c.id = k.campaign where c.trashed is null";
    Ok(Vnd(store.reader().prepare_cached(sql)?.query_row([], |row| row.get(0))?))
}

/// The campaigns, the latest first, each with what was given and its target.
///
/// # Errors
/// If the store cannot be read.
pub fn progress(store: &Store) -> Result<Vec<Progress>> {
    let sql = "select c.id, c.name, c.target, (select ifnull(sum(amount), 0) from kept_total where campaign = c.id)
        from campaign c where c.trashed is null order by c.since desc, c.id desc";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        let (campaign, target, given) = (Id::of(row.get(0)?), Vnd(row.get(2)?), Vnd(row.get(3)?));
        Ok(Progress { campaign, name: row.get(1)?, given, target })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The sums of each month over all units.
#[must_use]
pub fn months(given: &[Given]) -> [Vnd; 12] {
    let mut months = [Vnd(0); 12];
    for it in given {
        for (sum, amount) in months.iter_mut().zip(it.months) {
            *sum = *sum + amount;
        }
    }
    months
}

/// What was given in each of some years that end with one, to one campaign or to all: the year and its sum in đồng, the
/// latest first.
///
/// # Errors
/// If the store cannot be read.
pub fn years(store: &Store, last: i32, count: i32, campaign: Option<Id<Campaign>>) -> Result<Vec<(i32, Vnd)>> {
    let sql = "select ifnull(sum(amount), 0) from kept_total
        where substr(month, 1, 4) = ?1 and (?2 is null or campaign = ?2)";
    let mut sum = store.reader().prepare_cached(sql)?;
    let of = |year: i32| {
        let found = sum.query_row(params![format!("{year:04}"), campaign.map(|id| id.0)], |row| row.get(0))?;
        Ok((year, Vnd(found)))
    };
    (0..count).map(|back| last - back).map(of).collect()
}

/// What each unit gave in a year, to one campaign or to all; those who gave nothing are left out. The largest sum comes
/// first.
///
/// # Errors
/// If the store cannot be read.
pub fn given(store: &Store, year: i32, campaign: Option<Id<Campaign>>) -> Result<Vec<Given>> {
    let sql = "select k.unit, ifnull(u.name, ''), cast(substr(k.month, 6, 2) as integer), sum(k.amount)
        from kept_total k left join unit u on u.id = k.unit
        where substr(k.month, 1, 4) = ?1 and (?2 is null or k.campaign = ?2) and k.amount <> 0
        group by k.unit, k.month order by k.unit";
    let mut statement = store.reader().prepare_cached(sql)?;
    let mut rows = statement.query(params![format!("{year:04}"), campaign.map(|id| id.0)])?;
    let (mut all, mut last): (Vec<Given>, Option<i64>) = (Vec::new(), None);
    while let Some(row) = rows.next()? {
        let (unit, month, amount): (i64, u16, i64) = (row.get(0)?, row.get(2)?, row.get(3)?);
        if last != Some(unit) {
            all.push(Given { unit: row.get(1)?, months: [Vnd(0); 12] });
            last = Some(unit);
        }
        let slot = all.last_mut().and_then(|it| it.months.get_mut(usize::from(month).wrapping_sub(1)));
        if let Some(slot) = slot {
            *slot = *slot + Vnd(amount);
        }
    }
    all.sort_by_key(|it| std::cmp::Reverse(it.total()));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::{Act, Step};
    use crate::domain::contribution::Contribution;
    use crate::domain::record::Record;
    use crate::reports::fixture::{add, at, office};

    #[test]
    fn the_sums_of_units_and_campaigns_are_those_of_the_contributions() {
        let store = office();
        let rows = store.all::<Contribution>().unwrap();
        let sum = |keep: &dyn Fn(&&Contribution) -> bool| rows.iter().filter(keep).map(|it| it.amount).sum::<Vnd>();
        for progress in progress(&store).unwrap() {
            assert_eq!(progress.given, sum(&|it| it.campaign == progress.campaign), "{}", progress.name);
            let units = given(&store, 2026, Some(progress.campaign)).unwrap();
            let total: Vnd = units.iter().map(Given::total).sum();
            assert_eq!(total, sum(&|it| it.campaign == progress.campaign && it.date.year() == 2026));
        }
        let all = given(&store, 2026, None).unwrap();
        assert_eq!(all.iter().map(Given::total).sum::<Vnd>(), sum(&|it| it.date.year() == 2026));
        assert!(all.len() > 1 && all.windows(2).all(|pair| pair[0].total() >= pair[1].total()), "{all:?}");
        let may: Vnd = all.iter().map(|it| it.months[4]).sum();
        assert_eq!(may, sum(&|it| it.date >= at("2026-05-01") && it.date <= at("2026-05-31")));
        assert_eq!(given(&store, 1999, None).unwrap(), []);
    }

    #[test]
    fn a_draft_is_not_given() {
        let mut store = office();
        let mut first = store.all::<Contribution>().unwrap().remove(0);
        let before: Vnd =
            given(&store, first.date.year(), Some(first.campaign)).unwrap().iter().map(Given::total).sum();
        (first.id, first.amount) = (Id::NEW, Vnd(123_000));
        let (campaign, year) = (first.campaign, first.date.year());
        let id = add(&mut store, first);
        let sum = |store: &Store| given(store, year, Some(campaign)).unwrap().iter().map(Given::total).sum::<Vnd>();
        assert_eq!(sum(&store), before);
        let date = store.get(id).unwrap().date;
        let step = Step::new(Act::Edit, "contribution", "");
        store.write(step, |store| store.post_row(Contribution::META, id.0, date)).unwrap();
        assert_eq!(sum(&store), before + Vnd(123_000));
    }
}
