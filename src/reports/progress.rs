//! How far one campaign has come: what was promised, what came in, what was handed on; apart, and by unit.
use rusqlite::params;

use crate::domain::campaign::Campaign;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::unit::Unit;
use crate::store::{Result, Store};

/// What a unit promised and gave; the last is what is from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitProgress {
    /// The unit; new for those from outside.
    pub unit: Id<Unit>,
    /// Its name; blank for those from outside.
    pub name: String,
    /// What it and its people promised, in đồng.
    pub pledged: Vnd,
    /// What came from it, money and goods, posted, in đồng.
    pub given: Vnd,
}

/// How far a campaign has come. The sums stand beside each other; none is a debt of another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CampaignProgress {
    /// The campaign.
    pub campaign: Campaign,
    /// By unit, in the order of units.
    pub units: Vec<UnitProgress>,
    /// Of what came in, what goods are worth.
    pub goods: Vnd,
    /// What was paid to the province's fund, posted.
    pub handed_on: Vnd,
    /// What was paid for anything else, posted.
    pub spent: Vnd,
    /// Of what was handed on, what the fund has confirmed.
    pub confirmed: Vnd,
    /// How many promised and have handed in nothing yet.
    pub open: i64,
}

impl CampaignProgress {
    /// What was promised in all.
    #[must_use]
    pub fn pledged(&self) -> Vnd {
        self.units.iter().map(|it| it.pledged).sum()
    }

    /// What came in, money and goods.
    #[must_use]
    pub fn given(&self) -> Vnd {
        self.units.iter().map(|it| it.given).sum()
    }
}

/// How far a campaign has come.
///
/// # Errors
/// If it is gone or SQLite refuses.
pub fn of_campaign(store: &Store, campaign: Id<Campaign>) -> Result<CampaignProgress> {
    // What a person promised is the unit's where they work today.
    let sql = "with told as (
            select ifnull(p.unit, (select unit from person where id = p.person)) as unit, p.amount as pledged, 0 as given
                from pledge p where p.campaign = ?1 and p.trashed is null
            union all select nullif(unit, 0), 0, amount from kept_total where campaign = ?1
        )
        select ifnull(t.unit, 0), ifnull(u.name, ''), sum(t.pledged), sum(t.given) from told t
        left join unit u on u.id = t.unit group by 1 having sum(t.pledged) <> 0 or sum(t.given) <> 0
        order by u.id is null, u.sort, u.id";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map([campaign.0], |row| {
        Ok(UnitProgress {
            unit: Id::of(row.get(0)?),
            name: row.get(1)?,
            pledged: Vnd(row.get(2)?),
            given: Vnd(row.get(3)?),
        })
    })?;
    let units = rows.collect::<rusqlite::Result<_>>()?;
    let paid = |filter: &str| -> Result<Vnd> {
        let sql = format!(
            "select ifnull(sum(amount), 0) from disbursement where campaign = ?1 and number is not null and {filter}"
        );
        Ok(Vnd(store.reader().prepare_cached(&sql)?.query_row([campaign.0], |row| row.get(0))?))
    };
    let goods = "select ifnull(sum(amount), 0) from contribution
        where campaign = ?1 and means = 'goods' and number is not null";
    let open = "select count(*) from pledge_shown where campaign = ?1 and trashed is null and standing = 'open'";
    Ok(CampaignProgress {
        campaign: store.get(campaign)?,
        units,
        goods: Vnd(store.reader().prepare_cached(goods)?.query_row(params![campaign.0], |row| row.get(0))?),
        handed_on: paid("purpose = 'fund'")?,
        spent: paid("purpose <> 'fund'")?,
        confirmed: paid("purpose = 'fund' and confirmation <> ''")?,
        open: store.reader().prepare_cached(open)?.query_row(params![campaign.0], |row| row.get(0))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::domain::pledge::{Kept, Pledge};
    use crate::reports::fixture::{add, at, office};

    #[test]
    fn promised_collected_and_handed_on_stand_apart() {
        let mut store = office();
        let campaign = store.all::<Campaign>().unwrap().remove(0);
        let before = of_campaign(&store, campaign.id).unwrap();
        assert_eq!((before.pledged(), before.open), (Vnd(0), 0));
        let person = store.all::<Person>().unwrap().into_iter().find(|it| !it.unit.is_new()).unwrap();
        let pledge =
            Pledge { date: at("2026-05-02"), campaign: campaign.id, amount: Vnd(700_000), ..Pledge::default() };
        let one = add(&mut store, Pledge { person: person.id, ..pledge.clone() });
        add(&mut store, Pledge { donor: "Nhóm Mầm Xanh".into(), ..pledge });
        let now = of_campaign(&store, campaign.id).unwrap();
        assert_eq!((now.pledged(), now.given(), now.open), (Vnd(1_400_000), before.given(), 2));
        assert_eq!(now.units.iter().find(|it| it.unit == person.unit).unwrap().pledged, Vnd(700_000));
        // What is handed in in part is said so; nobody who promised nothing is anywhere.
        let gift = crate::domain::contribution::Contribution {
            date: at("2026-05-03"),
            campaign: campaign.id,
            person: person.id,
            unit: person.unit,
            amount: Vnd(200_000),
            ..Default::default()
        };
        add(&mut store, gift);
        let kept = store.get(one).unwrap();
        assert_eq!((kept.standing, kept.given, kept.left), (Kept::Part, Vnd(200_000), Vnd(500_000)));
        assert_eq!(of_campaign(&store, campaign.id).unwrap().open, 1);
    }
}
