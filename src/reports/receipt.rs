//! The papers to those who gave: what was received is confirmed, and thanked for.
use crate::domain::agency::Agency;
use crate::domain::campaign::Campaign;
use crate::domain::contribution::{Contribution, Means};
use crate::domain::day;
use crate::domain::donor::Donor;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::receipt::Receipt;
use crate::domain::value::Cell;
use crate::domain::words;
use crate::paper::{Align, Block, Column, Foot, Head, Paper, Row, Sign, Span, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, receipt as t};

/// Some receipts as they were numbered, a page each; a reprint says so.
///
/// # Errors
/// If there is none, one is gone, or SQLite refuses.
pub fn receipts(store: &Store, ids: &[Id<Receipt>]) -> Result<Paper> {
    let papers: Vec<Paper> = ids.iter().map(|id| receipt(store, *id)).collect::<Result<_>>()?;
    Ok(Paper::together(papers).ok_or(t::NOTHING)?)
}

/// Letters to all who gave to a campaign from outside; to all its donors where nobody did.
///
/// # Errors
/// If nobody gave, or SQLite refuses.
pub fn letters_of(store: &Store, campaign: Id<Campaign>) -> Result<Paper> {
    let mut gifts = store.find::<Contribution>("campaign", &campaign.value())?;
    gifts.retain(|gift| gift.standing == Standing::Posted);
    gifts.sort_by_key(|gift| (gift.date, gift.id.0));
    let outside: Vec<Contribution> = gifts.iter().filter(|gift| !gift.donor.is_empty()).cloned().collect();
    letters(store, if outside.is_empty() { &gifts } else { &outside })
}

/// Letters that thank for some contributions, a page for each donor in the order given.
///
/// # Errors
/// If there is none, or SQLite refuses.
pub fn letters(store: &Store, gifts: &[Contribution]) -> Result<Paper> {
    let mut donors: Vec<(Donor, Vec<&Contribution>)> = Vec::new();
    for gift in gifts {
        let donor = Donor::of(gift);
        match donors.iter_mut().find(|(known, _)| *known == donor) {
            Some((_, all)) => all.push(gift),
            None => donors.push((donor, vec![gift])),
        }
    }
    let agency = letterhead::agency_on(store, store.today())?;
    let papers: Vec<Paper> = donors.iter().map(|(_, gifts)| letter(store, &agency, gifts)).collect::<Result<_>>()?;
    Ok(Paper::together(papers).ok_or(t::NOTHING)?)
}

fn receipt(store: &Store, id: Id<Receipt>) -> Result<Paper> {
    let paper = store.get(id)?;
    let agency = letterhead::agency_on(store, paper.date)?;
    let mut gifts = Vec::new();
    for line in &paper.lines.0 {
        gifts.push(store.get::<Contribution>(Id::of(*line))?);
    }
    gifts.sort_by_key(|gift| (gift.date, gift.id.0));
    let Some(last) = gifts.last() else { return Err(t::NOTHING.into()) };
    let mut body = Vec::new();
    if paper.prints > 1 {
        body.push(Block::Centred(vec![Span::italic(format!("({})", t::AGAIN.with([paper.prints]).say(Lang::Vi)))]));
    }
    body.push(Block::text(t::INTRO.with([letterhead::name(&agency)]).say(Lang::Vi)));
    body.extend(donor(store, last, &paper.donor_name));
    let subject = match paper.year {
        Some(year) => {
            body.extend(of_year(store, &gifts, year, paper.amount)?);
            t::SUBJECT_YEAR.with([year]).say(Lang::Vi)
        }
        None => {
            let campaign = store.get::<Campaign>(last.campaign)?.name;
            body.extend(single(last, &campaign));
            t::SUBJECT.with([campaign]).say(Lang::Vi)
        }
    };
    body.push(Block::text(t::THANKS_LINE.with([letterhead::name(&agency)]).say(Lang::Vi)));
    let sign = letterhead::sign(&agency);
    let filed = sign.recipients.last().cloned().into_iter();
    let recipients = std::iter::once(t::FOR_DONOR.vi.to_owned()).chain(filed).collect();
    let number = format!("{:02}", paper.number);
    Ok(Paper {
        head: Some(letterhead::head(&agency, "GXN", &number, Some(paper.date), 0)),
        kind: Some(t::KIND.vi.to_owned()),
        subject,
        body,
        foot: Foot::Sign(Sign { recipients, ..sign }),
        ..Paper::default()
    })
}

/// Who gave, and of which unit.
fn donor(store: &Store, gift: &Contribution, name: &str) -> Vec<Block> {
    let line = |text: Text, value: &str| Block::text(text.with([value]).say(Lang::Vi));
    let unit = store.name_of("unit", gift.unit.0);
    match Donor::of(gift) {
        Donor::Person(_) if unit.is_empty() => vec![line(t::PERSON, name)],
        Donor::Person(_) => vec![line(t::PERSON, name), line(t::OF_UNIT, &unit)],
        Donor::Outside(_) => vec![line(t::OUTSIDE, name)],
        Donor::Unit(_) => vec![line(t::UNIT_DONOR, name)],
    }
}

fn single(gift: &Contribution, campaign: &str) -> Vec<Block> {
    let line = |text: Text, parts: &[&str]| Block::text(text.with(parts).say(Lang::Vi));
    let mut lines = Vec::new();
    if gift.people > 1 {
        lines.push(line(t::PEOPLE, &[&gift.people.to_string()]));
    }
    lines.push(line(t::DID, &[campaign]));
    let amount = gift.amount.show();
    if gift.means == Means::Goods {
        lines.extend([line(t::BY_GOODS, &[&gift.goods]), line(t::WORTH, &[&amount])]);
    } else {
        lines.extend([line(t::BY, &[gift.means.text().vi]), line(t::AMOUNT, &[&amount])]);
    }
    lines.push(line(t::IN_WORDS, &[&in_words(gift.amount)]));
    let on = day::show(gift.date);
    lines.push(match gift.accounting.as_str() {
        "" => line(t::BOOKED, &[&on, &gift.voucher]),
        accounting => line(t::BOOKED_VOUCHER, &[&on, &gift.voucher, accounting]),
    });
    lines
}

fn of_year(store: &Store, gifts: &[Contribution], year: i64, total: Vnd) -> Result<Vec<Block>> {
    let mut rows = Vec::new();
    for (at, gift) in gifts.iter().enumerate() {
        let means = if gift.means == Means::Goods { gift.goods.clone() } else { gift.means.text().vi.to_owned() };
        rows.push(Row::Cells(vec![
            (at + 1).to_string(),
            day::show(gift.date),
            gift.voucher.clone(),
            store.get::<Campaign>(gift.campaign)?.name,
            means,
            gift.amount.show(),
        ]));
    }
    let blank = String::new;
    rows.push(Row::Total(vec![t::SUM.vi.to_owned(), blank(), blank(), blank(), blank(), total.show()]));
    let columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 6, Align::Centre),
        Column::new(t::HEAD_DATE.vi, 13, Align::Centre),
        Column::new(t::HEAD_VOUCHER.vi, 12, Align::Centre),
        Column::new(t::HEAD_CAMPAIGN.vi, 34, Align::Left),
        Column::new(t::HEAD_MEANS.vi, 18, Align::Left),
        Column::new(t::HEAD_AMOUNT.vi, 17, Align::Right),
    ];
    let count = gifts.len().to_string();
    let mut blocks = vec![
        Block::text(t::YEAR_DID.with([year.to_string(), count]).say(Lang::Vi)),
        Block::Table(Table { columns, rows }),
        Block::text(t::IN_WORDS.with([in_words(total)]).say(Lang::Vi)),
    ];
    let goods: Vnd = gifts.iter().filter(|gift| gift.means == Means::Goods).map(|gift| gift.amount).sum();
    if goods.0 > 0 {
        blocks.push(Block::text(t::WITH_GOODS.with([goods.show()]).say(Lang::Vi)));
    }
    Ok(blocks)
}

/// A letter carries no number (thư công, Điều 7 Nghị định 30/2020/NĐ-CP).
fn letter(store: &Store, agency: &Agency, gifts: &[&Contribution]) -> Result<Paper> {
    let Some(first) = gifts.first() else { return Err(t::NOTHING.into()) };
    let money: Vnd = gifts.iter().filter(|gift| gift.means != Means::Goods).map(|gift| gift.amount).sum();
    let mut given = Vec::new();
    if money.0 > 0 {
        given.push(t::LETTER_MONEY.with([money.show(), words::dong(money)]).say(Lang::Vi));
    }
    let goods = gifts.iter().filter(|gift| gift.means == Means::Goods);
    given.extend(goods.map(|gift| t::LETTER_GOODS.with([gift.goods.clone(), gift.amount.show()]).say(Lang::Vi)));
    let (name, given) = (letterhead::name(agency).to_owned(), given.join("; "));
    let told = if gifts.iter().all(|gift| gift.campaign == first.campaign) {
        t::LETTER_ONE.with([name, store.get::<Campaign>(first.campaign)?.name, given])
    } else {
        t::LETTER_MANY.with([name, given])
    };
    let today = store.today();
    let sign = letterhead::sign(agency);
    Ok(Paper {
        head: Some(Head { symbol: String::new(), ..letterhead::head(agency, "", "", Some(today), 0) }),
        kind: Some(t::LETTER.vi.to_owned()),
        body: vec![
            Block::Paragraph(vec![Span::bold(t::DEAR.with([&first.donor_name]).say(Lang::Vi))]),
            Block::text(told.say(Lang::Vi)),
            Block::text(t::LETTER_USE.vi),
            Block::text(t::LETTER_THANKS.vi),
        ],
        foot: Foot::Sign(Sign { recipients: Vec::new(), ..sign }),
        ..Paper::default()
    })
}

fn in_words(amount: Vnd) -> String {
    words::capital(&words::dong(amount))
}

#[cfg(test)]
mod tests;
