//! What is told in public of what was given and where it went: by unit and given name, nobody named who does not want
//! to be, on one page.
use std::collections::HashMap;

use chrono::Datelike;
use rusqlite::params;

use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::day;
use crate::domain::donor::{self, Donor};
use crate::domain::few::{self, Shown};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::person::Person;
use crate::domain::unit::Unit;
use crate::domain::words;
use crate::paper::{Align, Annex, Block, Column, Foot, Lie, Paper, Row, Sign, Table, pdf};
use crate::reports::{guard, letterhead};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, statement as t};

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// One campaign, from its first to its last day.
    Campaign(Id<Campaign>),
    /// All campaigns in a period.
    Period(Period),
}

/// Whether each donor's amount is told too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amounts {
    /// Only that of each unit.
    #[default]
    OfUnits,
    /// That of each donor.
    OfDonors,
}

/// Who gave, as is said in public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giver {
    /// The name, or how many there are who are not named.
    pub name: Said,
    /// What was given in all, goods by their value.
    pub amount: Vnd,
}

/// What came from a unit; the last is what came from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The unit's name; blank for those from outside.
    pub unit: String,
    /// Who gave: by given name, those who are not named at the end.
    pub givers: Vec<Giver>,
    /// How many people.
    pub people: i64,
    /// What they gave.
    pub amount: Vnd,
    /// The unit.
    pub id: Id<Unit>,
    /// Whether no single amounts are told: so few are not named that what they gave would be said, or follow from the rest.
    pub is_covered: bool,
}

impl Part {
    /// Who gave as told, with the amounts where they are wanted and may be told.
    #[must_use]
    pub fn said(&self, giver: &Giver, amounts: Amounts, lang: Lang) -> String {
        let name = giver.name.say(lang);
        match amounts {
            Amounts::OfDonors if !self.is_covered => format!("{name} ({})", giver.amount.show()),
            Amounts::OfUnits | Amounts::OfDonors => name,
        }
    }
}

/// A statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// What it is about, as it is called.
    pub name: String,
    /// What came, unit by unit.
    pub parts: Vec<Part>,
    /// Money that came.
    pub money: Vnd,
    /// Goods that came, by their value.
    pub goods: Vnd,
    /// What was there before: of a campaign what it brought along, of a period what the book had on the day before it,
    /// with what the campaigns of the period brought along.
    pub brought: Vnd,
    /// Money of an earlier period that was taken back in this one.
    pub taken_back: Vnd,
    /// What was paid out, by what for; only what is not nothing.
    pub spent: Vec<(Purpose, Vnd)>,
    /// What was left of it all at the end: of the campaign today, of all campaigns on the period's last day.
    pub left: Vnd,
}

impl Statement {
    /// How many people gave.
    #[must_use]
    pub fn people(&self) -> i64 {
        self.parts.iter().map(|part| part.people).sum()
    }

    /// Money and goods.
    #[must_use]
    pub fn total(&self) -> Vnd {
        self.parts.iter().map(|part| part.amount).sum()
    }
}

/// What is told of a campaign or a period: what is posted and stands.
///
/// # Errors
/// If the campaign is gone or SQLite refuses.
pub fn statement(store: &Store, about: &About) -> Result<Statement> {
    let gifts = gifts(store, about)?;
    let sum = |goods: bool| -> Vnd {
        gifts.iter().filter(|gift| (gift.means == Means::Goods) == goods).map(|gift| gift.amount).sum()
    };
    let (name, last) = match about {
        About::Campaign(id) => (store.get(*id)?.name, store.today()),
        About::Period(period) => (period.name().say(Lang::Vi), period.to),
    };
    let (campaign, from, to) = bounds(about);
    let text =
        "select purpose, sum(amount) from disbursement where number is not null and (?1 is null or campaign = ?1)
        and date between ?2 and ?3 group by purpose having sum(amount) <> 0";
    let mut statement = store.reader().prepare_cached(text)?;
    let rows = statement.query_map(params![campaign, from, to], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut spent = Vec::new();
    for row in rows {
        let (code, amount) = row?;
        spent.extend(Purpose::of_code(&code).map(|purpose| (purpose, Vnd(amount))));
    }
    spent.sort_by_key(|(purpose, _)| *purpose);
    let text =
        "select ifnull(sum(received - spent), 0) from kept_day where date <= ?1 and (?2 is null or campaign = ?2)";
    let left = store.reader().prepare_cached(text)?.query_row(params![last.to_string(), campaign], |row| row.get(0))?;
    let (money, goods) = (sum(false), sum(true));
    let parts = parts(store, &gifts, guard::minimum(store)?)?;
    let brought = brought(store, about)?;
    let text = "select ifnull(-sum(r.amount), 0) from contribution r join contribution c on c.id = r.reverses
        where r.number is not null and r.means <> 'goods' and r.date between ?1 and ?2 and c.date < ?1 and ?3 is null";
    let mut statement = store.reader().prepare_cached(text)?;
    let taken_back = Vnd(statement.query_row(params![from, to, campaign], |row| row.get(0))?);
    Ok(Statement { name, parts, money, goods, brought, taken_back, spent, left: Vnd(left) })
}

fn brought(store: &Store, about: &About) -> Result<Vnd> {
    let (campaign, from, to) = bounds(about);
    let text = "select (select ifnull(sum(received - spent), 0) from kept_day where date < ?2 and ?1 is null)
        + (select ifnull(sum(opening), 0) from campaign where (?1 is null or id = ?1) and since between ?2 and ?3
            and trashed is null)";
    let mut statement = store.reader().prepare_cached(text)?;
    Ok(Vnd(statement.query_row(params![campaign, from, to], |row| row.get(0))?))
}

/// The contributions behind a part: those of a unit, or those from outside.
///
/// # Errors
/// If SQLite refuses.
pub fn rows(store: &Store, about: &About, unit: Id<Unit>) -> Result<Vec<i64>> {
    let (campaign, from, to) = bounds(about);
    let text = format!("select c.id {STANDING} and ifnull(c.unit, 0) = ?4 order by c.date desc, c.id desc");
    let mut statement = store.reader().prepare_cached(&text)?;
    let rows = statement.query_map(params![campaign, from, to, unit.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is posted of a campaign and between two days, and was not taken back by the last of them.
const STANDING: &str = "from contribution c where c.number is not null and c.reverses is null
    and (?1 is null or c.campaign = ?1) and c.date between ?2 and ?3
    and not exists (select 1 from contribution r where r.reverses = c.id and r.number is not null and r.date <= ?3)";

fn bounds(about: &About) -> (Option<i64>, String, String) {
    match about {
        About::Campaign(id) => (Some(id.0), "0000".to_owned(), "9999".to_owned()),
        About::Period(period) => (None, period.from.to_string(), period.to.to_string()),
    }
}

/// What each donor gave to each campaign, money and goods apart, what is named apart from what is not; summed up by
/// SQLite, since there may be very many.
fn gifts(store: &Store, about: &About) -> Result<Vec<Contribution>> {
    let (campaign, from, to) = bounds(about);
    let text = format!(
        "select g.*, coalesce(p.name, nullif(g.donor, ''), u.name, '') from (
            select c.unit, c.person, c.donor, c.anonymous, c.means = 'goods', sum(c.amount), max(c.people), c.campaign
            {STANDING} group by 1, 2, 3, 4, 5, 8) g
        left join person p on p.id = g.person left join unit u on u.id = g.unit"
    );
    let mut statement = store.reader().prepare_cached(&text)?;
    let rows = statement.query_map(params![campaign, from, to], |row| {
        let id = |at: usize| row.get::<_, Option<i64>>(at).map(Option::unwrap_or_default);
        Ok(Contribution {
            unit: Id::of(id(0)?),
            person: Id::of(id(1)?),
            donor: row.get(2)?,
            anonymous: row.get(3)?,
            means: if row.get(4)? { Means::Goods } else { Means::Cash },
            amount: Vnd(row.get(5)?),
            people: row.get(6)?,
            campaign: Id::of(id(7)?),
            donor_name: row.get(8)?,
            ..Contribution::default()
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The parts of some contributions, in the order of units and given names.
fn parts(store: &Store, gifts: &[Contribution], minimum: i64) -> Result<Vec<Part>> {
    let units: Vec<Unit> = store.all()?;
    let place: HashMap<i64, usize> = store.all::<Person>()?.iter().enumerate().map(|(at, it)| (it.id.0, at)).collect();
    let home = |id: Id<Unit>| units.iter().position(|unit| unit.id == id).unwrap_or(units.len());
    let mut ordered: Vec<&Contribution> = gifts.iter().collect();
    ordered.sort_by_key(|gift| {
        let (kind, at) = match Donor::of(gift) {
            Donor::Unit(_) => (0, 0),
            Donor::Person(id) => (1, place.get(&id.0).copied().unwrap_or(usize::MAX)),
            Donor::Outside(_) => (2, 0),
        };
        (home(gift.unit), kind, at, gift.donor_name.clone(), gift.id.0)
    });
    let mut parts = Vec::new();
    for of_unit in ordered.chunk_by(|a, b| home(a.unit) == home(b.unit)) {
        let id = of_unit.first().map_or(Id::NEW, |gift| gift.unit);
        parts.push(part(id, store.name_of("unit", id.0), of_unit, minimum));
    }
    Ok(parts)
}

fn part(id: Id<Unit>, unit: String, gifts: &[&Contribution], minimum: i64) -> Part {
    let sum = |gifts: &[&Contribution]| gifts.iter().map(|gift| gift.amount).sum::<Vnd>();
    let (silent, named): (Vec<&Contribution>, Vec<&Contribution>) = gifts.iter().partition(|gift| gift.anonymous);
    let mut donors: Vec<(Donor, Vec<&Contribution>)> = Vec::new();
    for gift in named {
        let donor = Donor::of(gift);
        match donors.iter_mut().find(|(known, _)| *known == donor) {
            Some((_, all)) => all.push(gift),
            None => donors.push((donor, vec![gift])),
        }
    }
    let giver = |(donor, gifts): (Donor, Vec<&Contribution>)| {
        let name = match donor {
            Donor::Unit(_) => t::WHOLE_UNIT.with([donor::people(gifts.iter().copied())]),
            _ => t::NAMED.with(gifts.first().map(|gift| &gift.donor_name)),
        };
        Giver { name, amount: sum(&gifts) }
    };
    let mut givers: Vec<Giver> = donors.into_iter().map(giver).collect();
    let count = donor::people(silent.iter().copied());
    if count > 0 {
        let text = if unit.is_empty() { t::UNNAMED_OUTSIDE } else { t::UNNAMED_STAFF };
        givers.push(Giver { name: text.with([format!("{count:02}")]), amount: sum(&silent) });
    }
    let is_covered = !matches!(few::alone(count, minimum), Shown::Full(_));
    Part { unit, id, givers, people: donor::people(gifts.iter().copied()), amount: sum(gifts), is_covered }
}

/// The statement as a paper to be put up: one page. Where the names find no room on it they follow in an annex.
///
/// # Errors
/// If the campaign is gone or SQLite refuses.
pub fn paper(store: &Store, about: &About, amounts: Amounts) -> Result<Paper> {
    let told = statement(store, about)?;
    let whole = filled(store, about, &told, Some(amounts))?;
    if pdf::layout(&whole).len() < 2 {
        return Ok(whole);
    }
    let paper = filled(store, about, &told, None)?;
    let head = paper.head.clone().unwrap_or_default();
    let annex = Annex {
        title: t::ANNEX.vi.to_owned(),
        reference: t::ANNEX_TO.with([head.citation(), head.agency]).say(Lang::Vi),
        lie: Lie::Portrait,
        blocks: vec![Block::Table(table(&told, Some(amounts)))],
    };
    Ok(Paper { annexes: vec![annex], ..paper })
}

/// What came by unit; with the names of who gave, unless they stand elsewhere.
fn table(told: &Statement, names: Option<Amounts>) -> Table {
    let row = |(at, part): (usize, &Part)| {
        let unit = if part.unit.is_empty() { t::OUTSIDE.vi } else { &part.unit };
        let givers = names.map(|amounts| {
            part.givers.iter().map(|giver| part.said(giver, amounts, Lang::Vi)).collect::<Vec<_>>().join("; ")
        });
        let first = [(at + 1).to_string(), unit.to_owned()].into_iter();
        Row::Cells(first.chain(givers).chain([part.people.to_string(), part.amount.show()]).collect())
    };
    let mut rows: Vec<Row> = told.parts.iter().enumerate().map(row).collect();
    let blanks = 1 + usize::from(names.is_some());
    let sum = std::iter::once(t::SUM.vi.to_owned()).chain(vec![String::new(); blanks]);
    rows.push(Row::Total(sum.chain([told.people().to_string(), told.total().show()]).collect()));
    let mut columns =
        vec![Column::new(t::HEAD_NUMBER.vi, 5, Align::Centre), Column::new(t::HEAD_UNIT.vi, 22, Align::Left)];
    if names.is_some() {
        columns.push(Column::new(t::HEAD_GIVERS.vi, 47, Align::Left));
    }
    columns.push(Column::new(t::HEAD_PEOPLE.vi, 9, Align::Centre));
    columns.push(Column::new(t::HEAD_AMOUNT.vi, 17, Align::Right));
    Table { columns, rows }
}

/// The paper, with the names of who gave unless they stand in its annex.
fn filled(store: &Store, about: &About, told: &Statement, names: Option<Amounts>) -> Result<Paper> {
    let today = store.today();
    let agency = letterhead::agency_on(store, today)?;
    let intro = if names.is_some() { t::INTRO } else { t::INTRO_ANNEX };
    let intro = intro.with([letterhead::name(&agency)]).say(Lang::Vi);
    let mut body = vec![Block::text(intro), Block::Table(table(told, names))];
    let worded = words::capital(&words::dong(told.total()));
    body.push(Block::text(t::IN_WORDS.with([worded]).say(Lang::Vi)));
    if told.goods.0 > 0 {
        body.push(Block::text(t::GOODS.with([told.money.show(), told.goods.show()]).say(Lang::Vi)));
    }
    let spent: Vec<String> = told
        .spent
        .iter()
        .map(|(purpose, amount)| t::SPENT_FOR.with([purpose.text().vi.to_owned(), amount.show()]).say(Lang::Vi))
        .collect();
    let spent = if spent.is_empty() { t::SPENT_NOTHING.vi.to_owned() } else { spent.join("; ") };
    let on = match about {
        About::Campaign(_) => today,
        About::Period(period) => period.to.min(today),
    };
    if told.brought.0 > 0 {
        body.push(Block::text(t::BROUGHT.with([told.brought.show()]).say(Lang::Vi)));
    }
    if told.taken_back.0 > 0 {
        body.push(Block::text(t::TAKEN_BACK.with([told.taken_back.show()]).say(Lang::Vi)));
    }
    body.push(Block::text(t::USED.with([spent, day::show(on), told.left.show()]).say(Lang::Vi)));
    let subject = match about {
        About::Campaign(_) => t::SUBJECT.with([&told.name]),
        About::Period(_) => t::SUBJECT_PERIOD.with([&told.name]),
    };
    let sign = letterhead::sign(&agency);
    let filed = sign.recipients.last().cloned();
    let recipients = std::iter::once(t::TO_UNITS.vi.to_owned()).chain(filed).collect();
    Ok(Paper {
        head: Some(letterhead::head(&agency, "TB", "", None, today.year())),
        kind: Some(t::KIND.vi.to_owned()),
        subject: subject.say(Lang::Vi),
        body,
        foot: Foot::Sign(Sign { recipients, ..sign }),
        ..Paper::default()
    })
}

#[cfg(test)]
mod tests;
