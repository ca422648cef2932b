//! The tables in the text of the report; none where there is nothing to tell. Never a child's name.
use super::draft::{count, dong};
use super::facts::Facts;
use crate::domain::{day, words};
use crate::paper::{Align, Column, Row, Table};
use crate::text::{Text, prose as t};

use super::lookups::EventLine;

pub fn sessions(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_NUMBER, 6, Align::Centre),
        (t::HEAD_UNIT, 36, Align::Left),
        (t::HEAD_SESSIONS, 10, Align::Centre),
        (t::HEAD_PEOPLE, 12, Align::Centre),
        (t::HEAD_HOTLINE, 20, Align::Centre),
        (t::HEAD_LEAFLETS, 16, Align::Centre),
    ];
    let rows = facts.sessions.iter().map(|line| {
        let counts = [line.sessions, line.attendances, line.hotline, line.leaflets];
        [line.unit.clone()].into_iter().chain(counts.map(count)).collect()
    });
    let sums = ["sessions", "attendances", "hotline_sessions", "leaflets"].map(|code| facts.get(code));
    table(&columns, rows, [String::new()].into_iter().chain(sums.map(count)))
}

pub fn events(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_NUMBER, 6, Align::Centre),
        (t::HEAD_EVENT, 26, Align::Left),
        (t::HEAD_PRESENT, 12, Align::Centre),
        (t::HEAD_GIFTS, 9, Align::Centre),
        (t::HEAD_VALUE, 13, Align::Right),
        (t::HEAD_SUM, 16, Align::Right),
        (t::HEAD_SOURCE, 16, Align::Left),
    ];
    let rows = facts.events.iter().map(|line| {
        vec![
            line.name.clone(),
            count(line.present),
            if line.approved { count(line.gifts) } else { t::DASH.vi.to_owned() },
            each(line),
            if line.approved { dong(line.value) } else { t::DASH.vi.to_owned() },
            words::capital(line.source.text().vi),
        ]
    });
    let total = [
        String::new(),
        count(facts.get("children_present")),
        count(facts.get("gifts")),
        String::new(),
        dong(facts.get("gifts_value")),
        String::new(),
    ];
    table(&columns, rows, total)
}

/// The value of a gift, or that it differs.
pub fn each(line: &EventLine) -> String {
    match line.each {
        (least, most) if least != most => t::DIFFERENT.vi.to_owned(),
        (0, _) => t::DASH.vi.to_owned(),
        (value, _) => dong(value),
    }
}

/// The statutory groups that have children, with the children of them all counted once.
pub fn groups(facts: &Facts) -> Option<Table> {
    let columns =
        [(t::HEAD_POINT, 10, Align::Centre), (t::HEAD_GROUP, 72, Align::Left), (t::HEAD_COUNT, 18, Align::Centre)];
    let mut rows = Vec::new();
    for (figure, value) in facts.now.iter() {
        if let Some(letter) = figure.code.strip_prefix("group_")
            && value > 0
        {
            rows.push(Row::Cells(vec![letter.to_owned(), figure.label.vi.to_owned(), facts.said(figure.code)]));
        }
    }
    if rows.is_empty() {
        return None;
    }
    rows.push(Row::Total(vec![t::TOTAL_CHILDREN.vi.to_owned(), String::new(), facts.said("special_children")]));
    Some(Table { columns: heads(&columns), rows })
}

/// Whether a child is in more than one statutory group.
pub fn is_overlapping(facts: &Facts) -> bool {
    let groups = facts.now.iter().filter(|(figure, _)| figure.code.starts_with("group_"));
    groups.map(|(_, value)| value).sum::<i64>() > facts.get("special_children")
}

pub fn campaigns(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_NUMBER, 6, Align::Centre),
        (t::HEAD_CAMPAIGN, 37, Align::Left),
        (t::HEAD_MONEY, 18, Align::Right),
        (t::HEAD_GOODS, 21, Align::Right),
        (t::HEAD_TOTAL, 18, Align::Right),
    ];
    let moved = facts.campaigns.iter().filter(|line| line.money + line.goods > 0);
    let rows =
        moved.map(|line| vec![line.name.clone(), dong(line.money), dong(line.goods), dong(line.money + line.goods)]);
    let sums = [facts.get("contributed_money"), facts.get("contributed_goods"), facts.get("contributed")];
    table(&columns, rows, [String::new()].into_iter().chain(sums.map(dong)))
}

/// Numbered rows and a line of totals, which has no cell for the number; nothing without rows.
pub fn table(
    columns: &[(Text, u32, Align)],
    rows: impl IntoIterator<Item = Vec<String>>,
    total: impl IntoIterator<Item = String>,
) -> Option<Table> {
    let numbered = |(n, mut cells): (usize, Vec<String>)| {
        cells.insert(0, (n + 1).to_string());
        Row::Cells(cells)
    };
    let mut rows: Vec<Row> = rows.into_iter().enumerate().map(numbered).collect();
    if rows.is_empty() {
        return None;
    }
    rows.push(Row::Total([t::TOTAL.vi.to_owned()].into_iter().chain(total).collect()));
    Some(Table { columns: heads(columns), rows })
}

pub fn heads(columns: &[(Text, u32, Align)]) -> Vec<Column> {
    columns.iter().map(|(head, share, align)| Column::new(head.vi, *share, *align)).collect()
}

/// A day, or nothing.
pub fn on(date: Option<chrono::NaiveDate>) -> String {
    date.map(day::show).unwrap_or_default()
}
