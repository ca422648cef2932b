//! The books under work at random: what must hold of purposes, days, numbers and sums after every step, undone or not.
use chrono::Datelike;
use std::collections::HashMap;

use vitreem::acts::{closing, keep, posting, receipts, support};
use vitreem::domain::act::{Act, Step};
use vitreem::domain::batch::Batch;
use vitreem::domain::campaign::{Campaign, Purpose};
use vitreem::domain::cash_count::CashCount;
use vitreem::domain::child::Child;
use vitreem::domain::contribution::{Contribution, Means};
use vitreem::domain::disbursement::{Disbursement, Paid};
use vitreem::domain::donor::Donor;
use vitreem::domain::fund::FundLine;
use vitreem::domain::id::Id;
use vitreem::domain::money::Vnd;
use vitreem::domain::period::Period;
use vitreem::domain::posting::Standing;
use vitreem::domain::receipt::Receipt;
use vitreem::domain::record::Record;
use vitreem::domain::support::Support;
use vitreem::domain::unit::Unit;
use vitreem::domain::value::Cell;
use vitreem::reports::balances::{self, Balance};
use vitreem::reports::statement::{self, About};
use vitreem::reports::{figure, figures, monthly, progress};
use vitreem::store::{Result, Store};

use crate::harness::{Dice, day, ids, number, store, unit};

/// The purposes of the campaigns of the test.
const PURPOSES: [Purpose; 4] = [Purpose::Fund, Purpose::Event, Purpose::General, Purpose::Support];

struct Purse {
    store: Store,
    units: Vec<Unit>,
    campaigns: Vec<Id<Campaign>>,
    child: Id<Child>,
    dice: Dice,
    /// What the book had on each closed day when it was closed.
    closed: HashMap<i64, Vnd>,
}

fn begun(seed: u64) -> Purse {
    let mut store = store();
    let units = ["A", "B", "C"].iter().map(|name| unit(&mut store, name)).collect();
    let mut campaigns = Vec::new();
    for (at, purpose) in PURPOSES.into_iter().enumerate() {
        let opening = if at == 1 { Vnd(50_000) } else { Vnd(0) };
        let name = format!("Đợt {at}");
        let mut it = Campaign { name, purpose, since: day("2025-01-01"), opening, ..Campaign::default() };
        store.save(&mut it).unwrap();
        campaigns.push(it.id);
    }
    let mut child = Child { name: "Bế Văn Mẫu".into(), ..Child::default() };
    store.save(&mut child).unwrap();
    Purse { store, units, campaigns, child: child.id, dice: Dice::new(seed), closed: HashMap::new() }
}

impl Purse {
    fn amount(&mut self) -> Vnd {
        Vnd(1000 * (1 + self.dice.roll(60) as i64))
    }

    fn date(&mut self) -> chrono::NaiveDate {
        let year = [2025, 2026][self.dice.roll(2)];
        day(&format!("{year}-{:02}-{:02}", 1 + self.dice.roll(5), 1 + self.dice.roll(20)))
    }

    fn gift(&mut self) -> Contribution {
        let means = self.dice.pick(&[Means::Cash, Means::Transfer, Means::Goods]).unwrap();
        Contribution {
            date: self.date(),
            campaign: self.campaigns[self.dice.roll(4)],
            unit: self.units[self.dice.roll(3)].id,
            amount: self.amount(),
            means,
            goods: if means == Means::Goods { "sữa" } else { "" }.into(),
            ..Contribution::default()
        }
    }

    fn payment(&mut self) -> Disbursement {
        Disbursement {
            date: self.date(),
            campaign: self.campaigns[self.dice.roll(4)],
            purpose: PURPOSES[self.dice.roll(4)],
            means: Paid::Transfer,
            payee: "Nơi nhận".into(),
            agreement: if self.dice.roll(3) == 0 { "Biên bản" } else { "" }.into(),
            amount: self.amount(),
            ..Disbursement::default()
        }
    }

    /// One act at random; many are refused, which must leave no trace.
    fn step(&mut self) -> Result<()> {
        let gifts = ids(&self.store, "contribution");
        let payments = ids(&self.store, "disbursement");
        let some_gift = self.dice.pick(&gifts).unwrap_or(0);
        let some_payment = self.dice.pick(&payments).unwrap_or(0);
        match self.dice.roll(30) {
            0..=3 => {
                let mut gift = self.gift();
                self.store.save(&mut gift)
            }
            4 | 5 | 26 => {
                let mut payment = self.payment();
                self.store.save(&mut payment)
            }
            6 | 7 => posting::post(&mut self.store, Contribution::META, &gifts[gifts.len() / 2..]).map(drop),
            8 | 27 | 28 => posting::post(&mut self.store, Disbursement::META, &[some_payment]).map(drop),
            9 => posting::reverse(&mut self.store, Contribution::META, some_gift, "nhầm").map(drop),
            10 => posting::reverse(&mut self.store, Disbursement::META, some_payment, "nhầm").map(drop),
            11 => {
                let Some(mut row) = self.store.row(Contribution::META, some_gift)? else { return Ok(()) };
                let amount = self.amount().value();
                Contribution::META.set(&mut row, "amount", amount);
                posting::correct(&mut self.store, Contribution::META, some_gift, &mut row).map(drop)
            }
            12 => {
                let mut campaign = self.store.get(self.campaigns[self.dice.roll(4)])?;
                campaign.opening = Vnd(1000 * self.dice.roll(80) as i64);
                self.store.save(&mut campaign)
            }
            13 => {
                let it = Support {
                    date: day("2026-05-10"),
                    child: self.child,
                    content: "Học bổng".into(),
                    amount: self.amount(),
                    campaign: self.campaigns[2 + self.dice.roll(2)],
                    ..Support::default()
                };
                keep::save(&mut self.store, Support::META, &mut it.row()).map(drop)
            }
            14 => {
                let Some(id) = self.dice.pick(&ids(&self.store, "support")) else { return Ok(()) };
                let it = Support { amount: self.amount(), ..self.store.get(Id::of(id))? };
                match self.dice.roll(4) {
                    0 => support::take_back(&mut self.store, &[it.id]).map(drop),
                    _ => keep::save(&mut self.store, Support::META, &mut it.row()).map(drop),
                }
            }
            15 => receipts::print_each(&mut self.store, &[Id::of(some_gift)], &mut |_, _| Ok(())),
            16 => {
                let unit = self.units[self.dice.roll(3)].id;
                receipts::print_year(&mut self.store, &[Donor::Unit(unit)], 2026, &mut |_, _| Ok(()))
            }
            17 => {
                let Some(paper) = self.dice.pick(&ids(&self.store, "receipt")) else { return Ok(()) };
                receipts::print_again(&mut self.store, &[Id::of(paper)], &mut |_, _| Ok(()))
            }
            18 => self.close(),
            19 | 29 => {
                let closed = self.store.all::<CashCount>()?.into_iter().find(|it| it.closed_on.is_some());
                closed.map_or(Ok(()), |it| closing::open(&mut self.store, it.id))
            }
            20 | 21 => self.sheet(),
            22 => {
                let Some(mut row) = self.store.row(Disbursement::META, some_payment)? else { return Ok(()) };
                let (amount, date) = (self.amount().value(), self.date().value());
                Disbursement::META.set(&mut row, "amount", amount);
                Disbursement::META.set(&mut row, "date", date);
                posting::correct(&mut self.store, Disbursement::META, some_payment, &mut row).map(drop)
            }
            23 => {
                let mut campaign = self.store.get(self.campaigns[self.dice.roll(4)])?;
                campaign.purpose = PURPOSES[self.dice.roll(4)];
                self.store.save(&mut campaign)
            }
            24 => {
                let Some(it) = (some_payment > 0).then_some(Id::<Disbursement>::of(some_payment)) else {
                    return Ok(());
                };
                let paid = self.store.get(it)?;
                let confirmed_on = Some(paid.date);
                self.store.save(&mut Disbursement { confirmation: "GXN".into(), confirmed_on, ..paid })
            }
            _ => {
                let meta = [Contribution::META, Disbursement::META][self.dice.roll(2)];
                let of = if meta.table == Contribution::TABLE { some_gift } else { some_payment };
                if self.dice.roll(2) == 0 { self.store.trash(meta, &[of]) } else { self.store.restore(meta, &[of]) }
            }
        }
    }

    /// Counts the money of a day of the first year or of this one, and closes the books up to it.
    fn close(&mut self) -> Result<()> {
        let date = if self.dice.roll(6) == 0 { self.date() } else { day("2025-02-10") };
        let mut count = CashCount { date, note: "lệch".into(), ..CashCount::default() };
        self.store.save(&mut count)?;
        closing::close(&mut self.store, count.id)
    }

    /// A sheet with its lines, of which one in three says a wrong count or a wrong sum, and its posting.
    fn sheet(&mut self) -> Result<()> {
        let first = self.gift();
        let mut batch = Batch {
            name: "Bảng kê".into(),
            campaign: first.campaign,
            date: first.date,
            lines: 2,
            total: first.amount + first.amount,
            ..Batch::default()
        };
        match self.dice.roll(6) {
            0 => batch.lines = 3,
            1 => batch.total = first.amount,
            _ => {}
        }
        self.store.save(&mut batch)?;
        // The same donor gives the same twice on one day.
        for _ in 0..2 {
            self.store.save(&mut Contribution { batch: batch.id, ..first.clone() })?;
        }
        posting::post_batch(&mut self.store, batch.id).map(drop)
    }
}

/// What must hold whatever was done.
fn holds(purse: &mut Purse) {
    let store = &purse.store;
    // Opening + in − out is what is left; a year opens with what the last one closed with; purposes add up to all.
    let mut last: Vec<Balance> = Vec::new();
    for year in 2024..=2027 {
        let lines = balances::of_year(store, year).unwrap();
        for line in lines.iter().filter(|it| !it.campaign.is_new()) {
            let campaign = store.get(line.campaign).unwrap();
            let brought = if campaign.since.year() == year { campaign.opening } else { Vnd(0) };
            let before = last.iter().find(|it| it.campaign == line.campaign).map_or(Vnd(0), Balance::closing);
            assert_eq!(line.opening, before + brought, "{} {year}", line.name);
        }
        let whole = |keep: &dyn Fn(&&Balance) -> bool| lines.iter().filter(keep).map(Balance::closing).sum::<Vnd>();
        let all = lines.last().map_or(Vnd(0), Balance::closing);
        assert_eq!(whole(&|it| !it.campaign.is_new()), all);
        assert_eq!(whole(&|it| it.campaign.is_new() && it.purpose.is_some()), all);
        last = lines;
    }
    assert_eq!(last.last().map_or(Vnd(0), Balance::closing), monthly::balance(store).unwrap());
    // No campaign, and so no purpose, is below nothing at the end of any day, nor after any line of the book.
    let below = "select count(*) from (select sum(received - spent) over (partition by campaign order by date) as left
        from kept_day) where left < 0";
    assert_eq!(number(store, below), 0);
    let book = store.all::<FundLine>().unwrap();
    assert!(book.iter().all(|line| line.balance.0 >= 0), "{book:#?}");
    let sum: i64 = book.iter().map(|line| line.money_in.0 - line.money_out.0).sum();
    assert_eq!(sum, monthly::balance(store).unwrap().0);
    // What a closed day had it has as long as it is closed.
    for count in store.all::<CashCount>().unwrap().iter().filter(|it| it.closed_on.is_some()) {
        assert_eq!(*purse.closed.entry(count.id.0).or_insert(count.book), count.book, "{}", count.date);
    }
    let closed: Vec<i64> =
        store.all::<CashCount>().unwrap().iter().filter(|it| it.closed_on.is_some()).map(|it| it.id.0).collect();
    purse.closed.retain(|id, _| closed.contains(id));
    // A sheet was posted only as its paper says.
    let unlike = "select count(*) from batch b where posted_on is not null and (lines, total) is not (
        select count(*), sum(amount) from contribution c where c.batch = b.id and c.number is not null)";
    assert_eq!(number(store, unlike), 0);
    // A receipt says what its lines sum up to.
    for paper in store.all::<Receipt>().unwrap() {
        let lines = paper.lines.0.iter().map(|id| store.get(Id::<Contribution>::of(*id)).unwrap().amount);
        assert_eq!(paper.amount, lines.sum(), "{}", paper.code);
    }
    // Money left its purpose only with a paper.
    for paid in store.all::<Disbursement>().unwrap().iter().filter(|it| it.standing == Standing::Posted) {
        let purpose = store.get(paid.campaign).unwrap().purpose;
        assert!(purpose == Purpose::General || purpose == paid.purpose || !paid.agreement.is_empty(), "{paid:?}");
    }
    // No number is missing or there twice.
    for table in ["contribution", "disbursement", "receipt"] {
        let holes = format!(
            "select count(*) from (select count(distinct number) as n, max(number) as most, count(*) as all_of_them
             from {table} where number is not null group by substr(date, 1, 4)) where n <> most or n <> all_of_them"
        );
        assert_eq!(number(store, &holes), 0, "{table}");
    }
    // A support is covered by what was paid for it.
    let uncovered = "select count(*) from support_cover c join disbursement d on d.id = c.disbursement
        where d.amount < c.needed or d.trashed is not null";
    assert_eq!(number(store, uncovered), 0);
}

/// What the reports say is the sum of the rows behind it.
fn told(purse: &Purse) {
    let store = &purse.store;
    for code in ["2025", "2026", "2026-H1"] {
        let period = Period::parse(code).unwrap();
        for (name, table) in
            [("contributed", "contribution"), ("disbursed", "disbursement"), ("transferred", "disbursement")]
        {
            let it = figures::by_code(name).unwrap();
            let rows = figure::rows_behind(store, it, &period).unwrap();
            let list = rows.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
            let sum = number(store, &format!("select ifnull(sum(amount), 0) from {table} where id in ({list})"));
            assert_eq!(it.value(store, &period).unwrap(), sum, "{name} {code}");
        }
        let told = statement::statement(store, &About::Period(period.clone())).unwrap();
        let stands = format!(
            "select ifnull(sum(amount), 0) from contribution c where number is not null and reverses is null
             and date between '{0}' and '{1}' and not exists (select 1 from contribution r
             where r.reverses = c.id and r.number is not null and r.date <= '{1}')",
            period.from, period.to
        );
        let all = Vnd(number(store, &stands));
        assert_eq!((told.total(), told.money + told.goods), (all, all));
        let spent: Vnd = told.spent.iter().map(|(_, sum)| *sum).sum();
        assert_eq!(told.brought + told.money - told.taken_back - spent, told.left, "{code}");
        for part in &told.parts {
            assert_eq!(part.amount, part.givers.iter().map(|it| it.amount).sum());
        }
    }
    for campaign in &purse.campaigns {
        let it = progress::of_campaign(store, *campaign).unwrap();
        let given: Vnd = store
            .find::<Contribution>("campaign", &campaign.value())
            .unwrap()
            .iter()
            .filter(|it| it.standing != Standing::Draft)
            .map(|it| it.amount)
            .sum();
        assert_eq!(it.given(), given);
        let goods = "select ifnull(sum(amount), 0) from contribution where means = 'goods' and number is not null
            and campaign = ";
        let goods = Vnd(number(store, &format!("{goods}{}", campaign.0)));
        assert_eq!(given - goods + it.campaign.opening - it.handed_on - it.spent, it.campaign.balance);
    }
}

#[test]
fn the_books_hold_whatever_is_done_and_undone() {
    for seed in [7, 19] {
        let mut purse = begun(seed);
        let (mut refused, mut done, mut undone) = (0, 0, 0);
        for at in 0..320 {
            match purse.step() {
                Ok(()) => done += 1,
                Err(_) => refused += 1,
            }
            if purse.dice.roll(5) == 0 && purse.store.undo().is_ok() {
                undone += 1;
                if purse.dice.roll(2) == 0 {
                    purse.store.redo().unwrap();
                }
            }
            if at % 4 == 0 {
                holds(&mut purse);
            }
            if at % 40 == 0 {
                told(&purse);
            }
        }
        holds(&mut purse);
        told(&purse);
        assert!(refused > 20 && done > 100 && undone > 5, "{done} {refused} {undone}");
        assert_eq!(purse.store.check().unwrap(), []);
        let posted = number(&purse.store, "select count(*) from contribution where reverses is not null");
        assert!(posted > 0 && number(&purse.store, "select count(*) from receipt") > 0);
        let done = |what: &str| number(&purse.store, &format!("select count(*) from {what}"));
        assert!(done("disbursement where number is not null") > 3);
        assert!(done("disbursement where number is not null and agreement <> ''") > 0);
        assert!(done("batch where posted_on is not null") > 1 && done("batch where posted_on is null") > 0);
        assert!(done("step where act = 'close-day'") > 0 && done("disbursement where confirmation <> ''") > 0);
    }
}

#[test]
fn a_payment_dated_back_is_refused_where_a_later_day_would_be_below_nothing() {
    let mut purse = begun(1);
    let (campaign, unit) = (purse.campaigns[2], purse.units[0].id);
    let gift = |date: &str, amount| Contribution {
        date: day(date),
        campaign,
        unit,
        amount: Vnd(amount),
        ..Contribution::default()
    };
    let paid = |date: &str, amount| Disbursement {
        date: day(date),
        campaign,
        purpose: Purpose::Event,
        amount: Vnd(amount),
        ..Disbursement::default()
    };
    let store = &mut purse.store;
    for mut it in [gift("2026-01-05", 100_000), gift("2026-03-05", 100_000)] {
        store.save(&mut it).unwrap();
        posting::post(store, Contribution::META, &[it.id.0]).unwrap();
    }
    let mut first = paid("2026-02-01", 80_000);
    store.save(&mut first).unwrap();
    posting::post(store, Disbursement::META, &[first.id.0]).unwrap();
    // Two hundred came in all, but on that day only twenty were left.
    let mut second = paid("2026-01-20", 30_000);
    store.save(&mut second).unwrap();
    assert!(posting::post(store, Disbursement::META, &[second.id.0]).is_err());
    let later = Disbursement { date: day("2026-03-06"), ..store.get(second.id).unwrap() };
    store.write(Step::new(Act::Edit, "disbursement", ""), |store| store.put_record(&mut later.clone())).unwrap();
    posting::post(store, Disbursement::META, &[second.id.0]).unwrap();
    holds(&mut purse);
}
