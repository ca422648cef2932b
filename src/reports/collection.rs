//! The lists of a campaign: on one people sign for what they hand in, on the other it is summed up and handed on.
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::day;
use crate::domain::disbursement::Disbursement;
use crate::domain::donor::{Donor, people};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::posting::Standing;
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::value::Cell;
use crate::domain::words;
use crate::domain::work::Work;
use crate::paper::{Align, Block, Column, Foot, Head, Paper, Row, Signer, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, collection as t, report as r};

/// How many empty lines a list has on which nobody stands yet.
const EMPTY_LINES: usize = 15;

/// The list of a campaign on which each signs for what is handed in, unit by unit; what is taken back is left out. A
/// campaign to which nothing has come gets empty lines to write on.
///
/// # Errors
/// If the campaign is gone or SQLite refuses.
pub fn to_sign(store: &Store, campaign: Id<Campaign>) -> Result<Paper> {
    let found = store.get(campaign)?;
    let mut rows = Vec::new();
    let (mut count, mut total) = (0, Vnd(0));
    for (unit, gifts) in by_unit(store, campaign)? {
        rows.push(Row::Group(if unit.is_empty() { t::OUTSIDE.vi.to_owned() } else { unit }));
        for gift in gifts {
            count += 1;
            total = total + gift.amount;
            let name = match Donor::of(&gift) {
                Donor::Unit(_) => t::WHOLE_UNIT.with([gift.people.max(1)]).say(Lang::Vi),
                _ => gift.donor_name.clone(),
            };
            let means = if gift.means == Means::Goods { gift.goods.clone() } else { gift.means.text().vi.to_owned() };
            rows.push(Row::Cells(vec![count.to_string(), name, means, gift.amount.show(), String::new()]));
        }
    }
    let blank = String::new;
    if rows.is_empty() {
        rows.extend((1..=EMPTY_LINES).map(|n| Row::Cells(vec![n.to_string()])));
        rows.push(Row::Total(vec![t::SUM.vi.into(), blank(), blank(), blank(), blank()]));
    } else {
        rows.push(Row::Total(vec![t::SUM.vi.into(), blank(), blank(), total.show(), blank()]));
    }
    let columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 6, Align::Centre),
        Column::new(t::HEAD_NAME.vi, 36, Align::Left),
        Column::new(t::HEAD_MEANS.vi, 20, Align::Left),
        Column::new(t::HEAD_AMOUNT.vi, 18, Align::Right),
        Column::to_sign(t::HEAD_SIGN.vi, 20),
    ];
    let mut body = vec![Block::Table(Table { columns, rows })];
    if total.0 > 0 {
        body.push(in_words(total));
    }
    let today = store.today();
    let signers = [t::COLLECTOR, t::UNIT_HEAD];
    internal(store, today, t::SIGN_KIND, t::SIGN_SUBJECT.with([&found.name]).say(Lang::Vi), body, &signers)
}

/// What came to a campaign, summed up by unit, and what of it was handed on to the fund by which slip.
///
/// # Errors
/// If the campaign is gone or SQLite refuses.
pub fn handed_on(store: &Store, campaign: Id<Campaign>) -> Result<Paper> {
    let found = store.get(campaign)?;
    let mut rows = Vec::new();
    let mut sums = [Vnd(0); 3];
    let mut all_people = 0;
    let mut posted = by_unit(store, campaign)?;
    for (_, gifts) in &mut posted {
        gifts.retain(|gift| gift.standing == Standing::Posted);
    }
    for (unit, gifts) in posted.iter().filter(|(_, gifts)| !gifts.is_empty()) {
        let of = |means: Means| gifts.iter().filter(|gift| gift.means == means).map(|gift| gift.amount).sum::<Vnd>();
        let parts = [of(Means::Cash), of(Means::Transfer), of(Means::Goods)];
        let people = people(gifts);
        all_people += people;
        for (sum, part) in sums.iter_mut().zip(parts) {
            *sum = *sum + part;
        }
        let name = if unit.is_empty() { t::OUTSIDE.vi.to_owned() } else { unit.clone() };
        let mut cells = vec![(rows.len() + 1).to_string(), name, people.to_string()];
        cells.extend(parts.iter().copied().chain([parts.iter().copied().sum()]).map(shown));
        rows.push(Row::Cells(cells));
    }
    let mut total = vec![t::SUM.vi.to_owned(), String::new(), all_people.to_string()];
    total.extend(sums.iter().copied().chain([sums.iter().copied().sum()]).map(shown));
    rows.push(Row::Total(total));
    let columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 5, Align::Centre),
        Column::new(t::HEAD_UNIT.vi, 27, Align::Left),
        Column::new(t::HEAD_PEOPLE.vi, 8, Align::Centre),
        Column::new(t::HEAD_CASH.vi, 15, Align::Right),
        Column::new(t::HEAD_TRANSFER.vi, 15, Align::Right),
        Column::new(t::HEAD_GOODS.vi, 15, Align::Right),
        Column::new(t::HEAD_SUM.vi, 15, Align::Right),
    ];
    let mut body = vec![Block::text(t::CAME.vi), Block::Table(Table { columns, rows })];
    let (slips, handed) = slips(store, campaign)?;
    if handed.0 > 0 {
        body.extend([Block::text(t::WENT.vi), slips, in_words(handed)]);
    } else {
        body.push(Block::text(t::WENT_NOTHING.vi));
    }
    let (received, left) = (sums[0] + sums[1], found.balance);
    let spent = found.opening + received - handed - left;
    let parts = [received.show(), handed.show(), spent.show(), left.show()];
    let told = if found.opening.0 > 0 {
        t::BALANCE_BROUGHT.with(parts.into_iter().chain([found.opening.show()]))
    } else {
        t::BALANCE.with(parts)
    };
    body.push(Block::text(told.say(Lang::Vi)));
    let subject = t::HANDED_SUBJECT.with([&found.name]).say(Lang::Vi);
    internal(store, store.today(), t::HANDED_KIND, subject, body, &[r::MAKER, t::ACCOUNTANT, t::AGENCY_HEAD])
}

/// The slip of one payment to the fund: what is handed on, by whom and to whom, by which voucher.
///
/// # Errors
/// If the payment is gone or SQLite refuses.
pub fn slip(store: &Store, payment: Id<Disbursement>) -> Result<Paper> {
    let paid = store.get(payment)?;
    let campaign = store.get(paid.campaign)?;
    let agency = letterhead::agency_on(store, paid.date)?;
    let line = |text: Text, value: &str| Block::text(text.with([value]).say(Lang::Vi));
    let mut body = vec![
        line(t::SLIP_FROM, letterhead::name(&agency)),
        line(t::SLIP_TO, &paid.payee),
        line(t::SLIP_FOR, &what_for(store, &paid)),
        line(t::SLIP_OF, &campaign.name),
        line(t::SLIP_MEANS, paid.means.text().vi),
        line(t::SLIP_AMOUNT, &paid.amount.show()),
        in_words(paid.amount),
    ];
    for (text, value) in [
        (t::SLIP_REFERENCE, &paid.reference),
        (t::SLIP_BOOK, &paid.voucher),
        (t::SLIP_AGREEMENT, &paid.agreement),
        (t::SLIP_CONFIRMED, &paid.confirmation),
    ] {
        if !value.is_empty() {
            body.push(line(text, value));
        }
    }
    let subject = t::SLIP_SUBJECT.with([day::show(paid.date)]).say(Lang::Vi);
    internal(store, paid.date, t::SLIP_KIND, subject, body, &[r::MAKER, t::ACCOUNTANT, t::RECEIVED_BY])
}

/// What a payment is for, with the event or the work if it names one.
fn what_for(store: &Store, paid: &Disbursement) -> String {
    let names = [store.name_of(Event::TABLE, paid.event.0), store.name_of(Work::TABLE, paid.work.0)];
    let purpose = paid.purpose.text().vi.to_owned();
    names.into_iter().filter(|name| !name.is_empty()).fold(purpose, |told, name| format!("{told} – {name}"))
}

/// What was handed on to the fund, with its sum.
fn slips(store: &Store, campaign: Id<Campaign>) -> Result<(Block, Vnd)> {
    let mut slips = store.find::<Disbursement>("campaign", &campaign.value())?;
    slips.retain(|slip| slip.purpose == Purpose::Fund && slip.standing == Standing::Posted);
    slips.sort_by_key(|slip| (slip.date, slip.id.0));
    let handed: Vnd = slips.iter().map(|slip| slip.amount).sum();
    let mut rows: Vec<Row> = slips
        .iter()
        .enumerate()
        .map(|(at, slip)| {
            let number = (at + 1).to_string();
            Row::Cells(vec![
                number,
                day::show(slip.date),
                slip.payee.clone(),
                slip.reference.clone(),
                slip.amount.show(),
            ])
        })
        .collect();
    rows.push(Row::Total(vec![t::SUM.vi.into(), String::new(), String::new(), String::new(), handed.show()]));
    let columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 6, Align::Centre),
        Column::new(t::HEAD_DATE.vi, 14, Align::Centre),
        Column::new(t::HEAD_PAYEE.vi, 40, Align::Left),
        Column::new(t::HEAD_SLIP.vi, 20, Align::Left),
        Column::new(t::HEAD_AMOUNT.vi, 20, Align::Right),
    ];
    Ok((Block::Table(Table { columns, rows }), handed))
}

/// What stands of a campaign's contributions, drafts too, by unit in the order of units; within one by given name.
fn by_unit(store: &Store, campaign: Id<Campaign>) -> Result<Vec<(String, Vec<Contribution>)>> {
    let mut gifts = store.find::<Contribution>("campaign", &campaign.value())?;
    gifts.retain(|gift| matches!(gift.standing, Standing::Draft | Standing::Posted));
    let units: Vec<Unit> = store.all()?;
    let place: HashMap<i64, usize> = store.all::<Person>()?.iter().enumerate().map(|(at, it)| (it.id.0, at)).collect();
    let home = |gift: &Contribution| units.iter().position(|unit| unit.id == gift.unit).unwrap_or(units.len());
    gifts.sort_by_key(|gift| (home(gift), place.get(&gift.person.0).copied(), gift.donor_name.clone(), gift.id.0));
    let groups = gifts.chunk_by(|a, b| home(a) == home(b));
    let named = |group: &[Contribution]| {
        let name = group.first().map(|gift| store.name_of("unit", gift.unit.0)).unwrap_or_default();
        (name, group.to_vec())
    };
    Ok(groups.map(named).collect())
}

fn shown(amount: Vnd) -> String {
    if amount.0 == 0 { String::new() } else { amount.show() }
}

fn in_words(amount: Vnd) -> Block {
    Block::text(t::IN_WORDS.with([words::capital(&words::dong(amount))]).say(Lang::Vi))
}

/// A paper of the office's own: without a number, and signed by several.
pub(super) fn internal(
    store: &Store,
    day: NaiveDate,
    kind: Text,
    subject: String,
    body: Vec<Block>,
    signers: &[Text],
) -> Result<Paper> {
    let agency = letterhead::agency_on(store, day)?;
    let head = letterhead::head(&agency, "", "", None, day.year());
    let dated = head.date_line();
    let last = signers.len().saturating_sub(1);
    let signer = |(at, title): (usize, &Text)| Signer {
        dated: if at == last { dated.clone() } else { String::new() },
        title: title.vi.to_owned(),
        note: r::SIGN_NOTE.vi.to_owned(),
        name: String::new(),
    };
    Ok(Paper {
        head: Some(Head { place: String::new(), ..head }),
        kind: Some(kind.vi.to_owned()),
        subject,
        body,
        foot: Foot::Signers(signers.iter().enumerate().map(signer).collect()),
        ..Paper::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::txt;
    use crate::reports::fixture::{add, at, office};

    fn text(paper: &Paper) -> String {
        txt::render(paper, 110).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn everybody_signs_for_what_is_handed_in() {
        let mut store = office();
        let campaign = store.all::<Campaign>().unwrap().remove(0);
        let paper = text(&to_sign(&store, campaign.id).unwrap());
        let gifts = store.find::<Contribution>("campaign", &campaign.id.value()).unwrap();
        let stands = |gift: &&Contribution| matches!(gift.standing, Standing::Draft | Standing::Posted);
        let total: Vnd = gifts.iter().filter(stands).map(|gift| gift.amount).sum();
        assert!(paper.contains("KÝ NỘP") && paper.contains(&total.show()), "{paper}");
        let new = add(&mut store, Campaign { name: "Mới".into(), since: at("2026-06-01"), ..Campaign::default() });
        let paper = text(&to_sign(&store, new).unwrap());
        assert!(paper.contains("│ 15 │"), "{paper}");
    }

    #[test]
    fn what_was_brought_along_is_neither_received_nor_spent() {
        let mut store = office();
        let brought =
            Campaign {
                name: "Quỹ cũ".into(), since: at("2026-03-01"), opening: Vnd(7_000_000), ..Campaign::default()
            };
        let campaign = add(&mut store, brought);
        let paper = text(&handed_on(&store, campaign).unwrap());
        assert!(paper.contains("Số dư mang sang 7.000.000 đồng; tiền đã thu 0 đồng"), "{paper}");
        assert!(paper.contains("đã chi việc khác 0 đồng; còn lại 7.000.000 đồng"), "{paper}");
    }

    #[test]
    fn what_came_is_what_was_handed_on_spent_and_left() {
        let store = office();
        for campaign in store.all::<Campaign>().unwrap() {
            let paper = text(&handed_on(&store, campaign.id).unwrap());
            let sum = |gifts: Vec<Contribution>| -> Vnd {
                let money = |gift: &&Contribution| gift.standing == Standing::Posted && gift.means != Means::Goods;
                gifts.iter().filter(money).map(|gift| gift.amount).sum()
            };
            let received = sum(store.find("campaign", &campaign.id.value()).unwrap());
            let left = store.get(campaign.id).unwrap().balance;
            let line = format!("Tiền đã thu {} đồng", received.show());
            assert!(paper.contains(&line) && paper.contains(&format!("còn lại {} đồng", left.show())), "{paper}");
        }
    }
}
