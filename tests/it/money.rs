//! Money: what is kept is what adding up gives, and no campaign pays out what it has not.
use vitreem::acts::posting;
use vitreem::domain::act::{Act, Step};
use vitreem::domain::campaign::Campaign;
use vitreem::domain::contribution::{Contribution, Means};
use vitreem::domain::disbursement::Disbursement;
use vitreem::domain::fund::FundLine;
use vitreem::domain::money::Vnd;
use vitreem::domain::record::Record;
use vitreem::domain::unit::Unit;
use vitreem::store::Store;
use vitreem::store::list::Query;
use vitreem::text::store as t;

use crate::harness::{Dice, TODAY, day, ids, number, said, store, unit};

fn campaign(store: &mut Store, name: &str) -> Campaign {
    let mut campaign = Campaign { name: name.to_owned(), since: day("2026-01-01"), ..Campaign::default() };
    store.save(&mut campaign).unwrap();
    campaign
}

fn gift(campaign: &Campaign, unit: &Unit, amount: i64, means: Means) -> Contribution {
    let goods = if means == Means::Goods { "sữa" } else { "" }.to_owned();
    Contribution {
        date: day(TODAY),
        campaign: campaign.id,
        unit: unit.id,
        amount: Vnd(amount),
        means,
        goods,
        ..Contribution::default()
    }
}

fn payment(campaign: &Campaign, amount: i64) -> Disbursement {
    Disbursement { date: day(TODAY), campaign: campaign.id, amount: Vnd(amount), ..Disbursement::default() }
}

/// What is left of a campaign by all that is entered, posted or not.
fn balance(store: &Store, campaign: &Campaign) -> i64 {
    let campaign = store.get(campaign.id).unwrap();
    campaign.balance.0 + campaign.pending.0
}

fn post_all(store: &mut Store) {
    for meta in [Contribution::META, Disbursement::META] {
        let all = store.ids(meta, &Query::default(), None).unwrap();
        posting::post(store, meta, &all).unwrap();
    }
}

#[test]
fn no_campaign_pays_out_more_than_it_has() {
    let mut store = store();
    let (unit, campaign) = (unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ 2026"));
    let mut money = gift(&campaign, &unit, 500_000, Means::Cash);
    store.save(&mut money).unwrap();
    let mut paid = payment(&campaign, 300_000);
    store.save(&mut paid).unwrap();
    assert_eq!(balance(&store, &campaign), 200_000);

    assert_eq!(said(store.save(&mut payment(&campaign, 200_001))), t::FUND_NEGATIVE.vi);
    assert_eq!(said(store.trash(Contribution::META, &[money.id.0])), t::FUND_NEGATIVE.vi);
    assert_eq!(said(store.save(&mut Disbursement { amount: Vnd(500_001), ..paid.clone() })), t::FUND_NEGATIVE.vi);
    assert_eq!(said(store.save(&mut Contribution { amount: Vnd(299_999), ..money.clone() })), t::FUND_NEGATIVE.vi);
    let goods = Contribution { means: Means::Goods, goods: "sữa".to_owned(), ..money.clone() };
    assert_eq!(said(store.save(&mut goods.clone())), t::FUND_NEGATIVE.vi);
    assert_eq!(balance(&store, &campaign), 200_000);
    store.trash(Disbursement::META, &[paid.id.0]).unwrap();
    store.trash(Contribution::META, &[money.id.0]).unwrap();
    assert_eq!(said(store.restore(Disbursement::META, &[paid.id.0])), t::FUND_NEGATIVE.vi);
    assert_eq!(balance(&store, &campaign), 0);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn goods_are_counted_but_cannot_be_paid_out() {
    let mut store = store();
    let (unit, campaign) = (unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ 2026"));
    store.save(&mut gift(&campaign, &unit, 900_000, Means::Goods)).unwrap();
    assert_eq!(balance(&store, &campaign), 0);
    let count = "select ifnull(sum(amount), 0) from kept_total";
    assert_eq!(number(&store, count), 0, "a draft is in no sum");
    assert_eq!(said(store.save(&mut payment(&campaign, 1))), t::FUND_NEGATIVE.vi);
    store.save(&mut gift(&campaign, &unit, 100_000, Means::Transfer)).unwrap();
    store.save(&mut payment(&campaign, 40_000)).unwrap();
    assert_eq!(store.all::<FundLine>().unwrap(), []);
    post_all(&mut store);
    assert_eq!(number(&store, count), 1_000_000);
    let lines = store.all::<FundLine>().unwrap();
    let amounts: Vec<(i64, i64, i64)> =
        lines.iter().map(|line| (line.money_in.0, line.money_out.0, line.balance.0)).collect();
    assert_eq!(amounts, [(0, 40_000, 60_000), (100_000, 0, 100_000)]);
}

#[test]
fn kept_totals_hold_after_any_work() {
    let mut store = store();
    let units: Vec<Unit> = ["A", "B", "C"].iter().map(|name| unit(&mut store, name)).collect();
    let campaigns: Vec<Campaign> = ["Một", "Hai"].iter().map(|name| campaign(&mut store, name)).collect();
    let mut dice = Dice::new(3);
    let mut refused = 0;
    for _ in 0..500 {
        let (unit, campaign) = (&units[dice.roll(3)], &campaigns[dice.roll(2)]);
        let means = dice.pick(&[Means::Cash, Means::Transfer, Means::Goods]).unwrap();
        let mut money = gift(campaign, unit, 1000 * (1 + dice.roll(50) as i64), means);
        money.date = day(&format!("2026-{:02}-01", 1 + dice.roll(4)));
        let mut paid = payment(campaign, 1000 * (1 + dice.roll(50) as i64));
        let old = dice.pick(&ids(&store, "contribution"));
        let old_paid = dice.pick(&ids(&store, "disbursement"));
        let done = match (dice.roll(10), old, old_paid) {
            (0, Some(id), _) => store.trash(Contribution::META, &[id]),
            (1, Some(id), _) => store.restore(Contribution::META, &[id]),
            (2, Some(id), _) => {
                money.id = vitreem::domain::id::Id::of(id);
                store.save(&mut money)
            }
            (3, Some(id), _) => {
                store.write(Step::new(Act::Edit, "contribution", ""), |store| store.remove(Contribution::META, id))
            }
            (4, _, Some(id)) => store.trash(Disbursement::META, &[id]),
            (5, _, Some(id)) => {
                paid.id = vitreem::domain::id::Id::of(id);
                store.save(&mut paid)
            }
            (6, ..) => store.save(&mut paid),
            (7, ..) => store.undo().map(|_| ()),
            (8, Some(id), _) if dice.roll(4) == 0 => posting::post(&mut store, Contribution::META, &[id]).map(|_| ()),
            (8, _, Some(id)) => posting::post(&mut store, Disbursement::META, &[id]).map(|_| ()),
            _ => store.save(&mut money),
        };
        refused += i32::from(done.is_err());
        assert_eq!(number(&store, "select count(*) from kept_balance where spent > received"), 0);
    }
    assert!((1..400).contains(&refused), "{refused}");
    assert_eq!(store.check().unwrap(), []);
    for campaign in &campaigns {
        let id = campaign.id.0;
        let left = number(
            &store,
            &format!(
                "select (select ifnull(sum(amount), 0) from contribution where campaign = {id} and trashed is null and means <> 'goods')
                      - (select ifnull(sum(amount), 0) from disbursement where campaign = {id} and trashed is null)"
            ),
        );
        assert_eq!(balance(&store, campaign), left);
        let by_month = format!(
            "select count(*) from (
                 select ifnull(unit, 0), substr(date, 1, 7), sum(amount) from contribution
                     where campaign = {id} and number is not null group by 1, 2
                 except select unit, month, amount from kept_total where campaign = {id})"
        );
        assert_eq!(number(&store, &by_month), 0);
        let last = number(
            &store,
            &format!(
                "select ifnull((select balance from fund_line where campaign = '{}' order by date desc, id desc limit 1), 0)",
                campaign.name
            ),
        );
        assert_eq!(last, store.get(campaign.id).unwrap().balance.0);
    }
}

#[test]
fn a_kept_total_that_does_not_fit_is_found() {
    let mut store = store();
    let (unit, campaign) = (unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ 2026"));
    store.save(&mut gift(&campaign, &unit, 500_000, Means::Cash)).unwrap();
    let all = store.ids(Contribution::META, &Query::default(), None).unwrap();
    posting::post(&mut store, Contribution::META, &all).unwrap();
    for sql in [
        "update kept_day set received = received + 1",
        "update kept_total set month = '2026-04'",
        "update kept_total set amount = amount + 1",
        "update kept_balance set received = received + 1, spent = spent + 1",
    ] {
        store.reader().execute_batch(&format!("begin; {sql}")).unwrap();
        assert!(!store.check().unwrap().is_empty(), "{sql}");
        store.reader().execute_batch("rollback").unwrap();
    }
    assert_eq!(store.check().unwrap(), []);
}
