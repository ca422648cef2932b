//! The annexes: all figures with those of a year ago, the units' reports, gifts and money.
use super::doubts::Clash;
use super::draft::{count, dong, vi};
use super::facts::Facts;
use super::lines::named;
use super::lookups::UnitLine;
use super::places::signed;
use super::tables;
use super::tables::{each, heads, on, table};
use crate::domain::submission::Item;
use crate::domain::unit_report::UnitReportState;
use crate::domain::{day, words};
use crate::paper::{Align, Block, Row, Table};
use crate::reports::figure::Figure;
use crate::reports::figures::PARTS;
use crate::text::{Lang, Text, issue, prose as t, units};

/// Phụ lục I: the figures that `figures --json` gives. A statutory group without children in either year is left out.
pub fn figures(facts: &Facts) -> Vec<Block> {
    let columns = [
        (t::HEAD_NUMBER, 6, Align::Centre),
        (t::HEAD_FIGURE, 46, Align::Left),
        (t::HEAD_MEASURE, 15, Align::Centre),
        (t::HEAD_NOW, 13, Align::Right),
        (t::HEAD_BEFORE, 13, Align::Right),
        (t::HEAD_CHANGE, 13, Align::Right),
    ];
    let mut rows = Vec::new();
    let mut number = 0;
    for (part, figures) in PARTS {
        let kept: Vec<Row> = figures
            .iter()
            .filter_map(|figure| {
                let (now, before) = (facts.get(figure.code), facts.before.as_ref().map(|it| it.get(figure.code)));
                if figure.code.starts_with("group_") && now == 0 && before.unwrap_or(0) == 0 {
                    return None;
                }
                number += 1;
                Some(row(number, facts, figure, before))
            })
            .collect();
        if !kept.is_empty() {
            rows.push(Row::Group(part.vi.to_owned()));
            rows.extend(kept);
        }
    }
    let mut blocks = vec![Block::Table(Table { columns: heads(&columns), rows })];
    if facts.report.is_guarded() {
        blocks.push(Block::italic(vi(issue::GUARD_NOTE, [facts.guard.minimum()])));
    }
    if facts.before.is_none() {
        blocks.push(Block::italic(vi(t::ANNEX_1_NOTE, [named(&facts.period.same_last_year())])));
    }
    blocks
}

fn row(number: usize, facts: &Facts, figure: &Figure, before: Option<i64>) -> Row {
    let known = facts.guard.is_full(figure.code) && facts.guard_before.is_full(figure.code);
    let change = before.filter(|_| known).map(|before| signed(facts.get(figure.code) - before));
    let dash = || t::DASH.vi.to_owned();
    Row::Cells(vec![
        number.to_string(),
        figure.label.vi.to_owned(),
        figure.unit.vi.to_owned(),
        facts.said(figure.code),
        before.map_or_else(dash, |before| facts.guard_before.said(figure.code, before)),
        change.unwrap_or_else(dash),
    ])
}

/// Phụ lục II: which unit reported when, and what it wrote.
pub fn units(facts: &Facts) -> Vec<Block> {
    let columns = [
        (t::HEAD_NUMBER, 6, Align::Centre),
        (t::HEAD_UNIT, 34, Align::Left),
        (t::HEAD_DUE, 13, Align::Centre),
        (t::HEAD_RECEIVED, 13, Align::Centre),
        (t::HEAD_STATE, 16, Align::Centre),
        (t::HEAD_SESSIONS, 9, Align::Centre),
        (t::HEAD_PEOPLE, 9, Align::Centre),
    ];
    let rows = facts.units.iter().map(|line| {
        let state = standing(line);
        let mark = if line.estimated { ESTIMATED } else { "" };
        let told = |n: i64| if came(line) { format!("{}{mark}", count(n)) } else { String::new() };
        vec![
            line.unit.clone(),
            day::show(line.due),
            on(line.received),
            state.vi.to_owned(),
            told(line.sessions),
            told(line.attendances),
        ]
    });
    let reported = |of: fn(&UnitLine) -> i64| count(facts.units.iter().filter(|line| came(line)).map(of).sum());
    let blank = String::new;
    let total = [blank(), blank(), blank(), blank(), reported(|line| line.sessions), reported(|line| line.attendances)];
    match table(&columns, rows, total) {
        Some(table) => {
            let mut blocks = vec![Block::Table(table), Block::italic(t::ANNEX_2_NOTE.vi)];
            if facts.units.iter().any(|line| came(line) && line.estimated) {
                blocks.push(Block::italic(t::ANNEX_2_ESTIMATED.with([ESTIMATED]).say(Lang::Vi)));
            }
            // The other figures that units tell are not printed, and so contradict nothing in the paper.
            let printed = |it: &&Clash| matches!(it.item, Item::Sessions | Item::Attendances);
            let clashes: Vec<String> =
                facts.clashes.iter().filter(printed).map(|clash| clash.said().say(Lang::Vi)).collect();
            blocks.extend(points(t::ANNEX_2_CLASHES, &clashes));
            blocks.extend(points(units::URGED_IN_PERIOD, &facts.urged));
            blocks.extend(points(units::ANSWERS, &facts.answers));
            blocks
        }
        None => vec![Block::text(t::NO_UNITS.vi)],
    }
}

/// What marks a figure that a unit estimated.
const ESTIMATED: &str = "*";

/// A sentence and its points; nothing where there are none.
fn points(title: Text, lines: &[String]) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let points = lines.iter().map(|line| Block::bullet(format!("{}.", line.trim_end_matches('.'))));
    std::iter::once(Block::text(title.vi)).chain(points).collect()
}

fn came(line: &UnitLine) -> bool {
    matches!(line.state, UnitReportState::Sent | UnitReportState::Accepted | UnitReportState::Nothing)
}

fn standing(line: &UnitLine) -> Text {
    match line.state {
        UnitReportState::Expected => t::MISSING,
        UnitReportState::Returned => t::RETURNED,
        // As in the figures: that there is nothing to report is said whenever it is said.
        UnitReportState::Nothing => t::NOTHING,
        _ if line.received.is_some_and(|day| day > line.due) => t::LATE,
        UnitReportState::Sent | UnitReportState::Accepted => t::ON_TIME,
    }
}

/// Phụ lục III, 1: the gifts of each event.
pub fn gifts(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_NUMBER, 5, Align::Centre),
        (t::HEAD_EVENT, 32, Align::Left),
        (t::HEAD_DAY, 11, Align::Centre),
        (t::HEAD_GIFTS, 8, Align::Centre),
        (t::HEAD_GIVEN, 8, Align::Centre),
        (t::HEAD_VALUE, 12, Align::Right),
        (t::HEAD_SUM, 14, Align::Right),
        (t::HEAD_SOURCE, 16, Align::Left),
    ];
    let approved = facts.events.iter().filter(|line| line.gifts > 0);
    let rows = approved.map(|line| {
        vec![
            line.name.clone(),
            day::show(line.date),
            count(line.gifts),
            count(line.given),
            each(line),
            dong(line.value),
            words::capital(line.source.text().vi),
        ]
    });
    let blank = String::new;
    let total = [
        blank(),
        blank(),
        count(facts.get("gifts")),
        count(facts.get("gifts_received")),
        blank(),
        dong(facts.get("gifts_value")),
        blank(),
    ];
    table(&columns, rows, total)
}

/// Phụ lục III, 2: what came in and went out of each campaign; opening + in − out = closing, goods apart.
pub fn money(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_NUMBER, 5, Align::Centre),
        (t::HEAD_CAMPAIGN, 33, Align::Left),
        (t::HEAD_OPENING, 15, Align::Right),
        (t::HEAD_IN, 15, Align::Right),
        (t::HEAD_OUT, 15, Align::Right),
        (t::HEAD_CLOSING, 15, Align::Right),
        (t::HEAD_GOODS, 15, Align::Right),
    ];
    let rows = facts.campaigns.iter().map(|line| {
        let amounts = [line.opening, line.money, line.paid, line.closing(), line.goods];
        [line.name.clone()].into_iter().chain(amounts.map(dong)).collect()
    });
    let sums = ["fund_opening", "contributed_money", "disbursed", "fund_balance", "contributed_goods"];
    let total = [String::new()].into_iter().chain(sums.map(|code| dong(facts.get(code))));
    tables::table(&columns, rows, total)
}

/// Phụ lục III, 3: who gave, by unit; nobody is named.
pub fn donors(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_NUMBER, 5, Align::Centre),
        (t::HEAD_UNIT, 39, Align::Left),
        (t::HEAD_TIMES, 10, Align::Centre),
        (t::HEAD_DONORS, 10, Align::Centre),
        (t::HEAD_MONEY, 12, Align::Right),
        (t::HEAD_GOODS, 12, Align::Right),
        (t::HEAD_TOTAL, 12, Align::Right),
    ];
    let rows = facts.donors.iter().map(|line| {
        vec![
            line.unit.clone().unwrap_or_else(|| t::OUTSIDE.vi.to_owned()),
            count(line.times),
            count(line.people),
            dong(line.money),
            dong(line.goods),
            dong(line.money + line.goods),
        ]
    });
    let counts = ["contributions", "contributors"].map(|code| count(facts.get(code)));
    let sums = ["contributed_money", "contributed_goods", "contributed"].map(|code| dong(facts.get(code)));
    table(&columns, rows, [String::new()].into_iter().chain(counts).chain(sums))
}
