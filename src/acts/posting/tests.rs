//! The books over anything that may happen to them: no number missing or twice, nothing lost between opening and
//! closing, nothing below nothing at the end of any day.
use proptest::prelude::*;

use super::*;
use crate::acts::{closing, sample};
use crate::domain::campaign::Campaign;
use crate::domain::cash_count::CashCount;
use crate::domain::contribution::Means;
use crate::domain::disbursement::Disbursement;
use crate::domain::fund::FundLine;
use crate::domain::unit::Unit;
use crate::reports::fixture;

const C: &Meta = Contribution::META;
const D: &Meta = Disbursement::META;

fn campaign(store: &mut Store, name: &str) -> Id<Campaign> {
    let mut campaign = Campaign { name: name.into(), since: sample::day("2025-01-01"), ..Campaign::default() };
    store.save(&mut campaign).unwrap();
    campaign.id
}

fn given(store: &mut Store, campaign: Id<Campaign>, unit: Id<Unit>, date: &str, amount: i64) -> i64 {
    let date = sample::day(date);
    let mut line = Contribution { date, campaign, unit, amount: Vnd(amount), ..Contribution::default() };
    store.save(&mut line).unwrap();
    line.id.0
}

fn paid(store: &mut Store, campaign: Id<Campaign>, date: &str, amount: i64) -> i64 {
    let mut line = Disbursement { date: sample::day(date), campaign, amount: Vnd(amount), ..Disbursement::default() };
    store.save(&mut line).unwrap();
    line.id.0
}

fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
    result.unwrap_err().say(Lang::Vi)
}

#[test]
fn a_posted_line_stands_still_and_is_put_right_by_its_opposite() {
    let mut store = sample::store();
    let (unit, campaign) = (sample::unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ"));
    let id = given(&mut store, campaign, unit, "2026-05-04", 5_000_000);
    assert_eq!(store.get(campaign).unwrap().balance, Vnd(0), "a draft is in no sum");
    assert_eq!(post(&mut store, C, &[id]).unwrap().numbers, "T1/2026");
    assert!(said(post(&mut store, C, &[id])).contains("chưa ghi sổ"));
    let mut line = store.get(Id::<Contribution>::of(id)).unwrap();
    line.amount = Vnd(500_000);
    assert!(said(store.save(&mut line)).contains("Đã ghi sổ"));
    assert!(said(store.trash(C, &[id])).contains("Đã ghi sổ"));
    let removed = store.write(Step::new(Act::Edit, C.table, ""), |store| store.remove(C, id));
    assert!(said(removed).contains("Đã ghi sổ"));
    assert!(said(store.undo()).contains("Ctrl+X"));
    // Whether the donor is named in public is no part of the book.
    let mut hidden = store.get(Id::<Contribution>::of(id)).unwrap();
    hidden.anonymous = true;
    store.save(&mut hidden).unwrap();

    let mut new = store.row(C, id).unwrap().unwrap();
    C.set(&mut new, "amount", Value::Int(500_000));
    let done = correct(&mut store, C, id, &mut new).unwrap();
    assert_eq!((done.old.as_str(), done.new.as_str(), done.opposite.as_str()), ("T1/2026", "T2/2026", "T3/2026"));
    let lines = store.all::<Contribution>().unwrap();
    let shown: Vec<_> =
        lines.iter().map(|it| (it.voucher.as_str(), it.amount.0, it.standing, it.linked.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("T3/2026", -5_000_000, Standing::Reversal, "T1/2026"),
            ("T2/2026", 500_000, Standing::Posted, "T1/2026"),
            ("T1/2026", 5_000_000, Standing::Reversed, "T3/2026"),
        ]
    );
    assert!(lines[0].note.contains("T1/2026"));
    assert_eq!(store.get(campaign).unwrap().balance, Vnd(500_000));
    for id in [lines[0].id.0, id] {
        assert!(said(reverse(&mut store, C, id, "nhầm")).contains("đã ghi âm"));
    }
    assert_eq!(said(reverse(&mut store, C, new.id, " ")), t::REASON_NEEDED.vi);
    assert_eq!(reverse(&mut store, C, new.id, "trả lại").unwrap().opposite, "T4/2026");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_correction_is_refused_only_if_its_result_would_be() {
    let mut store = sample::store();
    let (unit, campaign) = (sample::unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ"));
    let (came, went) =
        (given(&mut store, campaign, unit, "2026-05-04", 500), paid(&mut store, campaign, "2026-05-06", 400));
    post(&mut store, C, &[came]).unwrap();
    post(&mut store, D, &[went]).unwrap();
    let change = |store: &mut Store, meta: &'static Meta, id: i64, column: &str, value: Value| {
        let mut row = store.row(meta, id).unwrap().unwrap();
        meta.set(&mut row, column, value);
        correct(store, meta, id, &mut row).map(|done| done.row)
    };
    // Most of it is paid out; the reversal alone would be too much, and so would the larger payment beside the old one.
    let came = change(&mut store, C, came, "amount", Value::Int(450)).unwrap();
    let went = change(&mut store, D, went, "amount", Value::Int(450)).unwrap();
    assert!(said(change(&mut store, C, came, "amount", Value::Int(449))).contains("lớn hơn"));
    assert!(said(change(&mut store, D, went, "amount", Value::Int(451))).contains("lớn hơn"));
    // The money would come after it went.
    assert!(said(change(&mut store, C, came, "date", "2026-05-07".into())).contains("lớn hơn"));
    assert!(said(change(&mut store, D, went, "date", "2026-05-03".into())).contains("lớn hơn"));
    change(&mut store, C, came, "date", "2026-05-06".into()).unwrap();
    assert_eq!(store.check().unwrap(), []);
    assert!(store.all::<FundLine>().unwrap().iter().all(|line| line.balance.0 >= 0));
}

#[test]
fn money_given_for_somebody_goes_to_nobody_else_without_a_paper() {
    let mut store = sample::store();
    let unit = sample::unit(&mut store, "Phòng A");
    let mut named = Campaign {
        name: "Địa chỉ cụ thể".into(),
        since: sample::day("2026-01-01"),
        purpose: Purpose::General,
        beneficiary: "Gia đình cháu Bế Văn Mẫu".into(),
        ..Campaign::default()
    };
    store.save(&mut named).unwrap();
    let came = given(&mut store, named.id, unit, "2026-05-04", 900);
    post(&mut store, C, &[came]).unwrap();
    let pay = |store: &mut Store, payee: &str, agreement: &str| {
        let id = paid(store, named.id, "2026-05-06", 100);
        let line = store.get(Id::<Disbursement>::of(id)).unwrap();
        store.save(&mut Disbursement { payee: payee.into(), agreement: agreement.into(), ..line }).unwrap();
        post(store, D, &[id]).map(drop)
    };
    pay(&mut store, "Bế Văn Mẫu", "").unwrap();
    pay(&mut store, "Ông bà của gia đình cháu Bế Văn Mẫu", "").unwrap();
    assert!(said(pay(&mut store, "Cháu Nông Văn Thử", "")).contains("đích danh Gia đình cháu Bế Văn Mẫu"));
    assert!(said(pay(&mut store, "", "")).contains("đích danh"));
    pay(&mut store, "Cháu Nông Văn Thử", "Giấy đồng ý của người ủng hộ ngày 05/5/2026").unwrap();
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_posted_money_is_for_is_not_changed_by_the_campaign() {
    let mut store = sample::store();
    let (unit, id) = (sample::unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ"));
    let change = |store: &mut Store, purpose| {
        let mut found = store.get(id).unwrap();
        found.purpose = purpose;
        store.save(&mut found)
    };
    change(&mut store, Purpose::Event).unwrap();
    let came = given(&mut store, id, unit, "2026-05-04", 900);
    change(&mut store, Purpose::Fund).unwrap();
    post(&mut store, C, &[came]).unwrap();
    assert!(said(change(&mut store, Purpose::General)).contains("không đổi mục đích"));
    let mut found = store.get(id).unwrap();
    found.note = "ghi thêm".into();
    store.save(&mut found).unwrap();
}

#[test]
fn a_campaign_with_money_stays_and_has_a_name_of_its_own() {
    let mut store = sample::store();
    let (unit, id) = (sample::unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ"));
    let mut same = Campaign { name: "Quỹ".into(), since: sample::day("2026-01-01"), ..Campaign::default() };
    assert!(said(store.save(&mut same)).contains("Đã có đợt vận động tên này"));
    let came = given(&mut store, id, unit, "2026-05-04", 900);
    assert!(said(store.trash(Campaign::META, &[id.0])).contains("không bỏ được"));
    store.trash(C, &[came]).unwrap();
    store.trash(Campaign::META, &[id.0]).unwrap();
    assert!(said(store.restore(C, &[came])).contains("thùng rác"));
    // Its name is free meanwhile, and then it does not come back under it.
    same.id = Id::NEW;
    store.save(&mut same).unwrap();
    assert!(said(store.restore(Campaign::META, &[id.0])).contains("Đã có đợt vận động tên này"));
    let mut brought = Campaign { name: "Quỹ cũ".into(), opening: Vnd(5), ..same };
    brought.id = Id::NEW;
    store.save(&mut brought).unwrap();
    assert!(said(store.trash(Campaign::META, &[brought.id.0])).contains("không bỏ được"));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_closed_day_takes_nothing_until_it_is_opened() {
    let mut store = sample::store();
    let (unit, campaign) = (sample::unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ"));
    let first = given(&mut store, campaign, unit, "2026-05-04", 700);
    post(&mut store, C, &[first]).unwrap();
    let mut count = CashCount { date: sample::day("2026-05-05"), cash: Vnd(600), ..CashCount::default() };
    store.save(&mut count).unwrap();
    assert_eq!((count.book, count.difference), (Vnd(700), Vnd(-100)));
    assert!(said(closing::close(&mut store, count.id)).contains("-100"));
    count.note = "thiếu 100 đồng, đang tìm".into();
    store.save(&mut count).unwrap();
    closing::close(&mut store, count.id).unwrap();
    assert!(said(store.undo()).contains("Mở lại"));
    count = store.get(count.id).unwrap();
    count.cash = Vnd(700);
    assert!(said(store.save(&mut count)).contains("khóa"));

    let late = given(&mut store, campaign, unit, "2026-05-05", 50);
    assert!(said(post(&mut store, C, &[late])).contains("khóa"));
    // What stands on a closed day is taken back today.
    reverse(&mut store, C, first, "nhầm đợt").unwrap();
    assert_eq!(store.all::<Contribution>().unwrap().iter().find(|it| it.amount.0 < 0).unwrap().date, store.today());
    assert_eq!(store.get(count.id).unwrap().book, Vnd(700));
    closing::open(&mut store, count.id).unwrap();
    assert!(closing::open(&mut store, count.id).is_err());
    post(&mut store, C, &[late]).unwrap();
    assert_eq!(store.get(count.id).unwrap().difference, Vnd(-150));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_sheet_is_posted_as_a_whole_and_only_if_it_fits() {
    let mut store = sample::store();
    let (unit, campaign) = (sample::unit(&mut store, "Phòng A"), campaign(&mut store, "Quỹ"));
    let mut batch = Batch {
        name: "Bảng kê 1".into(),
        campaign,
        date: sample::day("2026-05-04"),
        lines: 2,
        total: Vnd(300),
        ..Batch::default()
    };
    store.save(&mut batch).unwrap();
    for amount in [100, 100] {
        let id = given(&mut store, campaign, unit, "2026-05-04", amount);
        let mut line = store.get(Id::<Contribution>::of(id)).unwrap();
        line.batch = batch.id;
        store.save(&mut line).unwrap();
        assert!(said(post(&mut store, C, &[id])).contains("Bảng kê 1"));
    }
    let unfit = said(post_batch(&mut store, batch.id));
    assert!(unfit.contains("300") && unfit.contains("200"), "{unfit}");
    let mut line = store.all::<Contribution>().unwrap().remove(0);
    line.amount = Vnd(200);
    store.save(&mut line).unwrap();
    let gone = given(&mut store, campaign, unit, "2026-05-04", 9);
    let mut line = Contribution { batch: batch.id, ..store.get(Id::of(gone)).unwrap() };
    store.save(&mut line).unwrap();
    store.trash(C, &[gone]).unwrap();
    let posted = post_batch(&mut store, batch.id).unwrap();
    assert!(said(store.restore(C, &[gone])).contains("bảng kê"));
    assert_eq!((posted.lines, posted.sum, posted.numbers.as_str()), (2, Vnd(300), "T1/2026–T2/2026"));
    assert!(store.undo().is_err() && post_batch(&mut store, batch.id).is_err());
    let mut batch = store.get(batch.id).unwrap();
    batch.lines = 3;
    assert!(said(store.save(&mut batch)).contains("Đã ghi sổ"));
    let late = given(&mut store, campaign, unit, "2026-05-04", 5);
    let mut line = Contribution { batch: batch.id, ..store.get(Id::of(late)).unwrap() };
    assert!(said(store.save(&mut line)).contains("bảng kê"), "a posted sheet takes no further line");
    assert_eq!(store.check().unwrap(), []);
}

/// One thing done to the books.
#[derive(Clone, Debug)]
enum Work {
    Give(usize, u32, i64, bool),
    Pay(usize, u32, i64),
    Post(bool, usize),
    PostAll(bool),
    Reverse(bool, usize),
    Correct(bool, usize, i64, u32),
    Trash(bool, usize),
    Close(u32),
    Open,
    Undo,
    Redo,
}

fn work() -> impl Strategy<Value = Work> {
    let (two, days, amount) = (0..2_usize, 0..500_u32, 1..60_i64);
    prop_oneof![
        4 => (two.clone(), days.clone(), amount.clone(), prop::bool::weighted(0.2)).prop_map(|(a, b, c, d)| Work::Give(a, b, c, d)),
        3 => (two, days.clone(), amount.clone()).prop_map(|(a, b, c)| Work::Pay(a, b, c)),
        4 => (any::<bool>(), 0..40_usize).prop_map(|(a, b)| Work::Post(a, b)),
        1 => any::<bool>().prop_map(Work::PostAll),
        2 => (any::<bool>(), 0..40_usize).prop_map(|(a, b)| Work::Reverse(a, b)),
        3 => (any::<bool>(), 0..40_usize, amount, days.clone()).prop_map(|(a, b, c, d)| Work::Correct(a, b, c, d)),
        1 => (any::<bool>(), 0..40_usize).prop_map(|(a, b)| Work::Trash(a, b)),
        1 => days.prop_map(Work::Close),
        1 => Just(Work::Open),
        2 => Just(Work::Undo),
        1 => Just(Work::Redo),
    ]
}

/// A day of 2025 or 2026 up to the sample store's.
fn day_of(days: u32) -> NaiveDate {
    sample::day("2025-01-06") + chrono::Days::new(u64::from(days))
}

fn ids(store: &Store, meta: &'static Meta) -> Vec<i64> {
    let mut ids = store.ids(meta, &crate::store::list::Query::default(), None).unwrap();
    ids.sort_unstable();
    ids
}

fn try_work(store: &mut Store, campaigns: &[Id<Campaign>], unit: Id<Unit>, work: &Work) -> Result<()> {
    let meta = |contribution: bool| if contribution { C } else { D };
    let pick = |store: &Store, meta: &'static Meta, at: usize| {
        let ids = ids(store, meta);
        ids.get(at % ids.len().max(1)).copied().unwrap_or(0)
    };
    match work {
        Work::Give(campaign, days, amount, goods) => {
            let means = if *goods { Means::Goods } else { Means::Cash };
            store.save(&mut Contribution {
                date: day_of(*days),
                campaign: campaigns[*campaign],
                unit,
                amount: Vnd(*amount),
                means,
                goods: "sữa".into(),
                ..Contribution::default()
            })
        }
        Work::Pay(campaign, days, amount) => store.save(&mut Disbursement {
            date: day_of(*days),
            campaign: campaigns[*campaign],
            amount: Vnd(*amount),
            ..Disbursement::default()
        }),
        Work::Post(kind, at) => {
            let id = pick(store, meta(*kind), *at);
            post(store, meta(*kind), &[id]).map(drop)
        }
        Work::PostAll(kind) => {
            let all = ids(store, meta(*kind));
            post(store, meta(*kind), &all).map(drop)
        }
        Work::Reverse(kind, at) => {
            let id = pick(store, meta(*kind), *at);
            reverse(store, meta(*kind), id, "nhầm").map(drop)
        }
        Work::Correct(kind, at, amount, days) => {
            let id = pick(store, meta(*kind), *at);
            let Some(mut row) = store.row(meta(*kind), id)? else { return Ok(()) };
            meta(*kind).set(&mut row, "amount", Value::Int(*amount));
            meta(*kind).set(&mut row, "date", day_of(*days).value());
            correct(store, meta(*kind), id, &mut row).map(drop)
        }
        Work::Trash(kind, at) => {
            let id = pick(store, meta(*kind), *at);
            store.trash(meta(*kind), &[id])
        }
        Work::Close(days) => {
            let mut count = CashCount { date: day_of(*days), note: "lệch".into(), ..CashCount::default() };
            store.save(&mut count)?;
            closing::close(store, count.id)
        }
        Work::Open => {
            let closed = store.all::<CashCount>()?.into_iter().find(|count| count.closed_on.is_some());
            closed.map_or(Ok(()), |count| closing::open(store, count.id))
        }
        // The campaigns and the unit stay: all else is about them.
        Work::Undo => match store.undoable()? {
            Some(line) if line.kind == "campaign" => Ok(()),
            _ => store.undo().map(drop),
        },
        Work::Redo => store.redo().map(drop),
    }
}

fn numbers_follow(store: &Store) {
    let mut numbers: Vec<(String, i64)> = store
        .all::<Contribution>()
        .unwrap()
        .into_iter()
        .map(|it| it.voucher)
        .chain(store.all::<Disbursement>().unwrap().into_iter().map(|it| it.voucher))
        .filter(|voucher| !voucher.is_empty())
        .map(|voucher| {
            let (number, year) = voucher.split_once('/').unwrap();
            let (letter, number) = number.split_at(1);
            (format!("{letter}{year}"), number.parse().unwrap())
        })
        .collect();
    numbers.sort();
    let mut last: Option<(String, i64)> = None;
    for (book, number) in numbers {
        let expected = last.filter(|(last, _)| *last == book).map_or(1, |(_, last)| last + 1);
        assert_eq!(number, expected, "{book}");
        last = Some((book, number));
    }
}

fn balances_hold(store: &Store, campaigns: &[Id<Campaign>]) {
    // The book in the order in which it is read, from its start: each line's balance is the last one's with its own.
    let mut book = store.all::<FundLine>().unwrap();
    book.reverse();
    let mut whole = Vnd(0);
    for campaign in campaigns {
        let campaign = store.get(*campaign).unwrap();
        let mut balance = Vnd(0);
        for line in book.iter().filter(|line| line.campaign == campaign.name) {
            balance = balance + line.money_in - line.money_out;
            assert_eq!(line.balance, balance, "{line:?}");
            assert!(balance.0 >= 0, "{line:?}");
        }
        assert_eq!(campaign.received - campaign.spent, balance);
        assert_eq!(campaign.balance, balance);
        whole = whole + balance;
    }
    assert_eq!(crate::reports::monthly::balance(store).unwrap(), whole);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_books_hold_whatever_is_done(works in prop::collection::vec(work(), 1..70)) {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Phòng A");
        let campaigns = [campaign(&mut store, "Một"), campaign(&mut store, "Hai")];
        for work in &works {
            let before = store.version();
            if try_work(&mut store, &campaigns, unit, work).is_ok() && store.version() > before {
                balances_hold(&store, &campaigns);
            }
        }
        numbers_follow(&store);
        balances_hold(&store, &campaigns);
        prop_assert_eq!(store.check().unwrap(), []);
        // What the report says of any days is what the book says of them.
        for (from, to) in [("2025-01-01", "2025-12-31"), ("2026-01-01", "2026-05-20"), ("2025-06-01", "2026-02-01")] {
            fixture::opening_and_flows_close(&store, sample::day(from), sample::day(to));
        }
    }
}
