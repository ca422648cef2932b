//! What an event costs: its budget, and the proposal that puts it forward.
use chrono::NaiveDate;

use super::{Around, filled};
use crate::domain::budget::BudgetLine;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::signer::Signed;
use crate::domain::value::Value;
use crate::domain::words;
use crate::paper::sheet::{self, Kind};
use crate::paper::{Block, Cell, Column, Foot, Head, Lie, Paper, Row, Sheet, Table};
use crate::store::{Result, Store};
use crate::text::{Text, event_paper as t, programme as p, report as r, stock};

/// The heads with what they hold and their part of the width.
const HEADS: [(Text, Kind, u32); 7] = [
    (r::GIFT_NUMBER, Kind::Number, 6),
    (p::LINE, Kind::Text, 32),
    (crate::text::field::SOURCE, Kind::Text, 16),
    (p::QUANTITY, Kind::Number, 9),
    (p::PRICE, Kind::Money, 13),
    (t::HEAD_SUM, Kind::Money, 14),
    (crate::text::field::NOTE, Kind::Text, 12),
];

/// The lines of an event's budget; where only its sum is known, that sum as its one line.
///
/// # Errors
/// If SQLite refuses.
pub fn budget_lines(store: &Store, event: &Event) -> Result<Vec<BudgetLine>> {
    let lines = store.find::<BudgetLine>("event", &Value::Int(event.id.0))?;
    if lines.is_empty() && event.budget.0 > 0 {
        let name = p::WHOLE_LINE.vi.to_owned();
        let (source, price, actual) = (event.source, event.budget, event.cost);
        return Ok(vec![BudgetLine {
            name,
            event: event.id,
            source,
            quantity: 1,
            price,
            actual,
            ..BudgetLine::default()
        }]);
    }
    Ok(lines)
}

fn lines(store: &Store, event: &Event) -> Result<Vec<BudgetLine>> {
    let lines = budget_lines(store, event)?;
    if lines.is_empty() { Err(p::NOTHING_PLANNED.with([&event.name]).into()) } else { Ok(lines) }
}

fn cells(lines: &[BudgetLine]) -> Vec<Vec<Cell>> {
    let row = |(n, line): (usize, &BudgetLine)| {
        vec![
            Cell::Int(i64::try_from(n + 1).unwrap_or(i64::MAX)),
            Cell::Text(line.name.clone()),
            Cell::Text(line.source.text().vi.to_owned()),
            Cell::Int(line.quantity),
            Cell::Money(line.price.0),
            Cell::Money(line.plan().0),
            Cell::Text(line.note.clone()),
        ]
    };
    lines.iter().enumerate().map(row).collect()
}

fn total(lines: &[BudgetLine]) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(r::TOTAL.vi.to_owned())];
    cells.extend((0..4).map(|_| Cell::Empty));
    cells.extend([Cell::Money(sum(lines).0), Cell::Empty]);
    cells
}

fn sum(lines: &[BudgetLine]) -> Vnd {
    lines.iter().map(BudgetLine::plan).sum()
}

fn in_words(lines: &[BudgetLine]) -> String {
    filled(r::IN_WORDS, &[&words::capital(&words::dong(sum(lines)))])
}

fn table(lines: &[BudgetLine]) -> Table {
    let shown = |cells: Vec<Cell>| cells.iter().map(Cell::shown).collect::<Vec<_>>();
    let mut rows: Vec<Row> = cells(lines).into_iter().map(|row| Row::Cells(shown(row))).collect();
    rows.push(Row::Total(shown(total(lines))));
    let column = |(head, kind, share): &(Text, Kind, u32)| Column::of(head.vi, *kind, *share);
    Table { columns: HEADS.iter().map(column).collect(), rows }
}

/// The budget of an event, line by line.
///
/// # Errors
/// If nothing is planned, the event is gone or SQLite refuses.
pub fn budget(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let lines = lines(store, &it.event)?;
    let mut body = vec![Block::Table(table(&lines)), Block::text(in_words(&lines))];
    body.extend(standing(&it.event).map(Block::italic));
    Ok(Paper {
        head: Some(it.list_head()),
        kind: Some(t::BUDGET_KIND.vi.to_owned()),
        subject: filled(t::BUDGET_SUBJECT, &[&it.event.name]),
        body,
        foot: Foot::Signers(it.signers(&[r::MAKER.vi, stock::ACCOUNTANT.vi, &it.leaders()])),
        ..Paper::default()
    })
}

/// That it was approved, by whom and by which paper; or put forward.
fn standing(event: &Event) -> Option<String> {
    match (event.budget_on, event.submitted_on) {
        (Some(_), _) if day::is_said(&event.budget_paper) => {
            Some(filled(t::BUDGET_BY_PAPER, &[&event.budget_paper, &event.budget_by]))
        }
        (Some(on), _) => Some(filled(t::BUDGET_BY, &[&event.budget_paper, &event.budget_by, &day::show(on)])),
        (None, Some(_)) if day::is_said(&event.submitted) => Some(filled(t::BUDGET_FORWARD_PAPER, &[&event.submitted])),
        (None, Some(on)) => Some(filled(t::BUDGET_FORWARD, &[&event.submitted, &day::show(on)])),
        (None, None) => None,
    }
}

/// The budget as a workbook's sheet.
///
/// # Errors
/// The same.
pub fn budget_sheet(store: &Store, event: Id<Event>) -> Result<Sheet> {
    let it = Around::read(store, event)?;
    let lines = lines(store, &it.event)?;
    let column = |(head, kind, share): &(Text, Kind, u32)| sheet::Column {
        head: head.vi.to_owned(),
        kind: *kind,
        width: (*kind == Kind::Text).then(|| u16::try_from(*share).unwrap_or(12)),
    };
    Ok(Sheet {
        head: Some(it.list_head()),
        titles: vec![t::BUDGET_KIND.vi.to_uppercase(), filled(t::BUDGET_SUBJECT, &[&it.event.name])],
        columns: HEADS.iter().map(column).collect(),
        rows: cells(&lines),
        total: total(&lines),
        words: in_words(&lines),
        signers: it.signers(&[r::MAKER.vi, stock::ACCOUNTANT.vi, &it.leaders()]),
        lie: Lie::Portrait,
    })
}

/// The proposal that puts the budget forward.
///
/// # Errors
/// The same.
pub fn proposal(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let lines = lines(store, &it.event)?;
    let mut sources: Vec<&str> = lines.iter().map(|line| line.source.text().vi).collect();
    sources.dedup();
    sources.sort_unstable();
    sources.dedup();
    let body = vec![
        Block::text(filled(
            t::PROPOSAL_INTRO,
            &[&it.event.name, &it.moment(), it.place(), &it.gatherer(store, Signed::Submission)?],
        )),
        Block::text(filled(t::PROPOSAL_SUM, &[&sum(&lines).show(), &words::dong(sum(&lines)), &sources.join(", ")])),
        Block::Table(table(&lines)),
        Block::text(filled(t::PROPOSAL_END, &[&it.event.name])),
    ];
    let (number, symbol, day) = typed(&it.event.submitted, it.today);
    let head = it.head("TTr", &number, day.or(it.event.submitted_on));
    let symbol = if symbol.is_empty() { head.symbol.clone() } else { symbol };
    Ok(Paper {
        head: Some(Head { symbol, ..head }),
        addressee: vec![it.leaders()],
        kind: Some(t::PROPOSAL_KIND.vi.to_owned()),
        subject: filled(t::PROPOSAL_SUBJECT, &[&it.event.name]),
        body,
        foot: Foot::Sign(it.petition(store)?),
        ..Paper::default()
    })
}

/// The number, symbol and day of a paper as somebody typed them: "số 12/TTr-VP ngày 20/5/2026". Symbol and day may be
/// missing; what begins with no digit is no number.
fn typed(paper: &str, today: NaiveDate) -> (String, String, Option<NaiveDate>) {
    let whole = paper.replace(" /", "/").replace("/ ", "/");
    let word = whole.split_whitespace().find(|word| word.contains(|c: char| c.is_ascii_digit())).unwrap_or_default();
    let (number, symbol) = word.split_once('/').unwrap_or((word, ""));
    let number: String = number.chars().take_while(char::is_ascii_digit).collect();
    let symbol = if number.is_empty() { "" } else { symbol.trim_end_matches([',', ';', '.']) };
    let day = paper.find("ngày").and_then(|at| paper.get(at..)).and_then(|said| day::parse(said, today).ok());
    (number, symbol.to_owned(), day)
}
