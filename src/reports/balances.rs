//! What is left by purpose: opening, in, out and closing of a calendar year, campaign by campaign, beside the year
//! before. A year opens with what the last one closed with.
use rusqlite::params;

use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::store::{Result, Store};

/// A line: a campaign, the sum of a purpose, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// The campaign; new for a sum.
    pub campaign: Id<Campaign>,
    /// Its name; blank for a sum.
    pub name: String,
    /// The purpose; `None` for the sum of all.
    pub purpose: Option<Purpose>,
    /// What was there when the year began, with what a campaign of the year brought along.
    pub opening: Vnd,
    /// What came in, without goods.
    pub money_in: Vnd,
    /// What was paid out.
    pub money_out: Vnd,
    /// What came in during the year before.
    pub last_in: Vnd,
    /// What was paid out during the year before.
    pub last_out: Vnd,
}

impl Balance {
    /// What is left at the end of the year.
    #[must_use]
    pub fn closing(&self) -> Vnd {
        self.opening + self.money_in - self.money_out
    }

    fn add(&mut self, other: &Self) {
        self.opening = self.opening + other.opening;
        self.money_in = self.money_in + other.money_in;
        self.money_out = self.money_out + other.money_out;
        self.last_in = self.last_in + other.last_in;
        self.last_out = self.last_out + other.last_out;
    }
}

/// The lines of a year as posted: each purpose with its sum and then its campaigns, the sum of all last. A campaign in
/// which nothing moved and of which nothing is left is left out.
///
/// # Errors
/// If SQLite refuses.
pub fn of_year(store: &Store, year: i32) -> Result<Vec<Balance>> {
    let sql = "with moved as (
            select k.campaign,
                sum(iif(k.date < ?1 || '-01-01', k.received - k.spent, 0)) as opening,
                sum(iif(substr(k.date, 1, 4) = ?1, k.received, 0)) as money_in,
                sum(iif(substr(k.date, 1, 4) = ?1, k.spent, 0)) as money_out,
                sum(iif(substr(k.date, 1, 4) = ?2, k.received, 0)) as last_in,
                sum(iif(substr(k.date, 1, 4) = ?2, k.spent, 0)) as last_out
            from kept_day k group by k.campaign)
        select c.id, c.name, c.purpose, m.opening + iif(substr(c.since, 1, 4) = ?1, c.opening, 0),
            m.money_in - iif(substr(c.since, 1, 4) = ?1, c.opening, 0), m.money_out,
            m.last_in - iif(substr(c.since, 1, 4) = ?2, c.opening, 0), m.last_out
        from moved m join campaign c on c.id = m.campaign and c.trashed is null order by c.since, c.id";
    let mut statement = store.reader().prepare_cached(sql)?;
    let years = params![format!("{year:04}"), format!("{:04}", year - 1)];
    let rows = statement.query_map(years, |row| {
        let code: String = row.get(2)?;
        Ok(Balance {
            campaign: Id::of(row.get(0)?),
            name: row.get(1)?,
            purpose: Purpose::of_code(&code),
            opening: Vnd(row.get(3)?),
            money_in: Vnd(row.get(4)?),
            money_out: Vnd(row.get(5)?),
            last_in: Vnd(row.get(6)?),
            last_out: Vnd(row.get(7)?),
        })
    })?;
    let mut campaigns: Vec<Balance> = rows.collect::<rusqlite::Result<_>>()?;
    campaigns
        .retain(|it| [it.opening, it.money_in, it.money_out, it.last_in, it.last_out].iter().any(|sum| sum.0 != 0));
    campaigns.sort_by_key(|it| it.purpose);
    let mut lines = Vec::new();
    let mut all = Balance::default();
    for group in campaigns.chunk_by(|a, b| a.purpose == b.purpose) {
        let mut sum = Balance { purpose: group.first().and_then(|it| it.purpose), ..Balance::default() };
        group.iter().for_each(|it| sum.add(it));
        all.add(&sum);
        lines.push(sum);
        lines.extend(group.iter().cloned());
    }
    if !lines.is_empty() {
        lines.push(all);
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::fixture::{add, at, office};

    #[test]
    fn a_year_opens_with_what_the_last_one_closed_with() {
        let mut store = office();
        let brought =
            Campaign {
                name: "Quỹ cũ".into(), since: at("2026-03-01"), opening: Vnd(7_000_000), ..Campaign::default()
            };
        add(&mut store, brought);
        for year in 2024..=2027 {
            let (last, this) = (of_year(&store, year).unwrap(), of_year(&store, year + 1).unwrap());
            for line in this.iter().filter(|line| !line.campaign.is_new()) {
                let before = last.iter().find(|it| it.campaign == line.campaign);
                let brought = store.get(line.campaign).unwrap();
                let new = i64::from(brought.since.to_string().starts_with(&(year + 1).to_string())) * brought.opening.0;
                assert_eq!(line.opening.0, before.map_or(0, |it| it.closing().0) + new, "{} {year}", line.name);
                if let Some(before) = before {
                    assert_eq!((line.last_in, line.last_out), (before.money_in, before.money_out));
                }
            }
            let sum = |lines: &[Balance], single: bool| -> i64 {
                lines
                    .iter()
                    .filter(|it| it.campaign.is_new() != single && it.purpose.is_some())
                    .map(|it| it.closing().0)
                    .sum()
            };
            let all = this.last().map_or(0, |it| it.closing().0);
            assert_eq!((sum(&this, true), sum(&this, false)), (all, all));
        }
        let lines = of_year(&store, 2026).unwrap();
        let line = lines.iter().find(|it| it.name == "Quỹ cũ").unwrap();
        assert_eq!((line.opening, line.money_in, line.closing()), (Vnd(7_000_000), Vnd(0), Vnd(7_000_000)));
    }
}
