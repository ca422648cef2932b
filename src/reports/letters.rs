//! The letters to units as papers: the request with its outline, urging, a report sent back.
use chrono::Datelike;

use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterKind, Receivers};
use crate::domain::period::Period;
use crate::domain::plan::Plan;
use crate::domain::signer::Signed;
use crate::domain::submission::Item;
use crate::domain::unit::Unit;
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Cell, PeriodCode};
use crate::domain::{day, words, workday};
use crate::paper::kept;
use crate::paper::{Align, Annex, Block, Column, Foot, Level, Lie, Paper, Row, Table};
use crate::reports::consolidated::cited;
use crate::reports::late::{Late, late};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, units as u};

/// Who writes: what the agency calls itself for short, and who gathers what the units send.
struct From {
    short: &'static str,
    office: String,
}

/// A letter as it is printed: a draft until it has a number and a day, from then on as it was numbered.
///
/// # Errors
/// If the store cannot be read.
pub fn paper(store: &Store, letter: &Letter) -> Result<Paper> {
    match kept::taken(&letter.kept).filter(|_| letter.signed_on.is_some()) {
        Some(paper) => Ok(paper),
        None => written(store, letter),
    }
}

fn written(store: &Store, letter: &Letter) -> Result<Paper> {
    let day = letter.signed_on.or(letter.made_on).unwrap_or_else(|| store.today());
    let agency = letterhead::agency_on(store, day)?;
    let kind = match letter.kind {
        LetterKind::Request => Signed::Request,
        LetterKind::Urge => Signed::Urge,
        LetterKind::Return => Signed::Return,
    };
    let signer = letterhead::signer_of(store, kind)?;
    let head = letterhead::letter_head(&agency, &signer, &letter.number, letter.signed_on, day.year());
    let period = Period::parse(&letter.period.0)?;
    let reference = u::ANNEX_TO.with([head.citation(), agency.name.clone()]).say(Lang::Vi);
    let from = From { short: letterhead::short(&agency), office: letterhead::gatherer(store, &agency, &signer)? };
    let (body, annexes) = match letter.kind {
        LetterKind::Request => (request(store, letter, &period, &from)?, outline(&period, &reference)),
        LetterKind::Urge => (urge(store, letter, &period, &from)?, Vec::new()),
        LetterKind::Return => (send_back(store, letter, &period, &from)?, Vec::new()),
    };
    Ok(Paper {
        head: Some(head),
        addressee: addressees(store, letter, &period, from.short)?,
        kind: None,
        subject: letter.name.clone(),
        body,
        foot: Foot::Sign(letterhead::letter_sign(&agency, &signer)),
        annexes,
        ..Paper::default()
    })
}

/// The latest request for the reports of a period; where none was written, the one that would be.
///
/// # Errors
/// If the store cannot be read.
pub fn request_of(store: &Store, period: &Period) -> Result<Letter> {
    let mut kept = store.find::<Letter>("period", &PeriodCode(period.code.clone()).value())?;
    kept.retain(|letter| letter.kind == LetterKind::Request);
    let blank = || Letter {
        period: PeriodCode(period.code.clone()),
        name: subject(LetterKind::Request, period),
        due: Some(period.units_due_from(store.today())),
        ..Letter::default()
    };
    // The list is ordered by number, the latest first.
    Ok(kept.into_iter().next().unwrap_or_else(blank))
}

/// The subject a letter has unless another is typed.
#[must_use]
pub fn subject(kind: LetterKind, period: &Period) -> String {
    let text = match kind {
        LetterKind::Request => u::REQUEST_SUBJECT,
        LetterKind::Urge => u::URGE_SUBJECT,
        LetterKind::Return => u::RETURN_SUBJECT,
    };
    text.with([""]).saying(0, period.name()).say(Lang::Vi)
}

/// The letter that would urge the units of a period, not kept.
///
/// # Errors
/// If nobody owes anything.
pub fn urging_of(store: &Store, period: &Period, only: Option<Id<Unit>>) -> Result<Letter> {
    let today = store.today();
    let mut units: Vec<i64> = Vec::new();
    for it in late(store, period, today)?.iter().filter(|it| only.is_none_or(|only| it.unit == only)) {
        if !units.contains(&it.unit.0) {
            units.push(it.unit.0);
        }
    }
    if units.is_empty() {
        return Err(u::NOBODY_LATE.with([""]).saying(0, period.name()).into());
    }
    Ok(Letter {
        kind: LetterKind::Urge,
        period: PeriodCode(period.code.clone()),
        name: subject(LetterKind::Urge, period),
        due: Some(workday::add(today, GRACE, &workday::days_off(today.year()))),
        units: Receivers(units),
        made_on: Some(today),
        ..Letter::default()
    })
}

/// What a letter that urges names: all that its units owe on the day it was made.
///
/// # Errors
/// If the store cannot be read.
pub fn owed_in(store: &Store, letter: &Letter, period: &Period) -> Result<Vec<Late>> {
    let mut owed = late(store, period, letter.made_on.unwrap_or_else(|| store.today()))?;
    owed.retain(|it| letter.units.0.contains(&it.unit.0));
    Ok(owed)
}

/// How many working days a unit that is late still gets.
const GRACE: i32 = 3;

/// All units by one name where the letter goes to all of them, else each by its own.
fn addressees(store: &Store, letter: &Letter, period: &Period, short: &str) -> Result<Vec<String>> {
    let there = |unit: &Unit| {
        unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.from)
    };
    let units = store.all::<Unit>()?;
    let all = units.iter().filter(|unit| there(unit)).all(|unit| letter.units.0.contains(&unit.id.0));
    if letter.kind == LetterKind::Request && (letter.units.0.is_empty() || all) {
        return Ok(vec![u::ALL_UNITS.with([short]).say(Lang::Vi)]);
    }
    Ok(units.into_iter().filter(|unit| letter.units.0.contains(&unit.id.0)).map(|unit| unit.name).collect())
}

fn request(store: &Store, letter: &Letter, period: &Period, from: &From) -> Result<Vec<Block>> {
    let named = period.name().say(Lang::Vi);
    let due = letter.due.unwrap_or_else(|| period.units_due());
    let opening = match plan(store, period)? {
        Some(plan) => u::REQUEST_OPENING.with([plan, from.short.to_owned(), named.clone()]),
        None => u::REQUEST_OPENING_BARE.with([from.short.to_owned(), named.clone()]),
    };
    let days = [period.from, period.to].map(day::show);
    let mut body = vec![
        Block::text(words::capital(&opening.say(Lang::Vi))),
        item(u::REQUEST_WHAT, &[]),
        item(u::REQUEST_SPAN, &days),
    ];
    if due <= period.to {
        body.push(Block::text(u::REQUEST_ESTIMATE.vi));
    }
    body.push(item(u::REQUEST_DUE, &[day::official(due), from.office.clone()]));
    body.push(Block::text(u::REQUEST_NOTHING.vi));
    body.extend(further(letter));
    body.push(Block::text(u::REQUEST_CLOSING.with([from.short]).say(Lang::Vi)));
    Ok(body)
}

fn item(text: Text, args: &[String]) -> Block {
    Block::text(words::capital(&text.with(args).say(Lang::Vi)))
}

/// What was typed beside what is written from the data, a paragraph a line.
fn further(letter: &Letter) -> impl Iterator<Item = Block> + '_ {
    letter.content.0.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::text)
}

/// The plan of the period's last day as it is cited, if there is one.
fn plan(store: &Store, period: &Period) -> Result<Option<String>> {
    let plans = store.all::<Plan>()?;
    let Some(plan) = plans.into_iter().find(|plan| plan.year == i64::from(period.to.year())) else { return Ok(None) };
    let issuer = letterhead::agency_on(store, plan.issued.unwrap_or(period.to))?;
    Ok(Some(cited(&plan, letterhead::name(&issuer))))
}

/// The outline that a unit's report follows, and the table of its figures.
fn outline(period: &Period, reference: &str) -> Vec<Annex> {
    let named = period.name().say(Lang::Vi);
    let line = |block: &str| match block.strip_prefix("- ") {
        Some(point) => Block::bullet(point),
        None if block.starts_with(|c: char| c.is_ascii_digit()) => Block::Heading(Level::Item, block.to_owned()),
        None => Block::Heading(Level::Part, block.to_owned()),
    };
    let outline = u::OUTLINE.vi.split('\n').map(line).collect();
    let columns = vec![
        Column::new(u::HEAD_NUMBER.vi, 6, Align::Centre),
        Column::new(u::ITEM.vi, 50, Align::Left),
        Column::new(u::HEAD_MEASURE.vi, 14, Align::Centre),
        Column::new(u::HEAD_RESULT.vi, 16, Align::Right),
        Column::new(u::HEAD_NOTE.vi, 16, Align::Left),
    ];
    let row = |(at, item): (usize, Item)| {
        let cells = [(at + 1).to_string(), item.text().vi.to_owned(), item.measure().vi.to_owned()];
        Row::Cells(cells.into_iter().chain([String::new(), String::new()]).collect())
    };
    let rows = Item::ALL.into_iter().enumerate().map(row).collect();
    let annex = |title: Text, blocks| Annex {
        title: title.with([&named]).say(Lang::Vi),
        reference: reference.to_owned(),
        lie: Lie::Portrait,
        blocks,
    };
    vec![annex(u::OUTLINE_TITLE, outline), annex(u::FIGURES_TITLE, vec![Block::Table(Table { columns, rows })])]
}

fn urge(store: &Store, letter: &Letter, period: &Period, from: &From) -> Result<Vec<Block>> {
    let today = letter.made_on.unwrap_or_else(|| store.today());
    let named = period.name().say(Lang::Vi);
    let request = request_of(store, period)?;
    let opening = match (&request.signed_on, plan(store, period)?) {
        (Some(on), _) => {
            let mut head = letterhead::letter_head(
                &letterhead::agency_on(store, *on)?,
                &letterhead::signer_of(store, Signed::Request)?,
                &request.number,
                Some(*on),
                on.year(),
            );
            head.place.clear();
            u::URGE_BY_LETTER.with([head.citation(), from.short.to_owned(), named])
        }
        (None, Some(plan)) => u::URGE_BY_PLAN.with([plan, named]),
        (None, None) => u::URGE_BARE.with([named]),
    };
    let owed = owed_in(store, letter, period)?;
    let columns = vec![
        Column::new(u::HEAD_NUMBER.vi, 6, Align::Centre),
        Column::new(u::HEAD_UNIT.vi, 34, Align::Left),
        Column::new(u::HEAD_OWED.vi, 38, Align::Left),
        Column::new(u::HEAD_DUE.vi, 14, Align::Centre),
        Column::new(u::HEAD_URGED.vi, 12, Align::Centre),
    ];
    let mut rows: Vec<Row> = Vec::new();
    let mut last = None;
    for it in &owed {
        let fresh = last != Some(it.unit);
        let number = owed
            .iter()
            .map(|it| it.unit)
            .take_while(|unit| *unit != it.unit)
            .fold((0, None), |(n, last), unit| (n + usize::from(last != Some(unit)), Some(unit)));
        rows.push(Row::Cells(vec![
            if fresh { (number.0 + 1).to_string() } else { String::new() },
            if fresh { it.name.clone() } else { String::new() },
            words::capital(&it.what.say(Lang::Vi)),
            day::show(it.due),
            if it.urged == 0 { String::new() } else { u::TIMES.with([it.urged]).say(Lang::Vi) },
        ]));
        last = Some(it.unit);
    }
    let mut body = vec![Block::text(opening.say(Lang::Vi)), item(u::URGE_LIST, &[day::official(today)])];
    if !rows.is_empty() {
        body.push(Block::Table(Table { columns, rows }));
    }
    let due = letter.due.map(day::official).unwrap_or_default();
    body.push(item(u::URGE_DUE, &[from.short.to_owned(), due, from.office.clone()]));
    body.extend(further(letter));
    body.push(Block::text(u::URGE_CLOSING.with([from.short, &from.office]).say(Lang::Vi)));
    Ok(body)
}

fn send_back(store: &Store, letter: &Letter, period: &Period, from: &From) -> Result<Vec<Block>> {
    let named = period.name().say(Lang::Vi);
    let report = if letter.report.is_new() { UnitReport::default() } else { store.get(letter.report)? };
    let came = report.received_on.map(day::official).unwrap_or_default();
    let mut body = vec![item(u::RETURN_OPENING, &[from.short.to_owned(), named, came])];
    let reasons = report.reason.0.split(['\n', ';']).map(str::trim).filter(|reason| !reason.is_empty());
    body.extend(reasons.map(|reason| Block::bullet(format!("{};", reason.trim_end_matches(['.', ';'])))));
    body.extend(further(letter));
    let closing = match letter.due {
        Some(due) => u::RETURN_DUE.with([from.office.clone(), day::official(due)]),
        None => u::RETURN_SOON.with([&from.office]),
    };
    body.push(Block::text(closing.say(Lang::Vi)));
    Ok(body)
}
