//! The table of stock and flow as it is printed. Numbers only: it names no child.
use chrono::Datelike;

use super::{COLUMNS, Line, Subject};
use crate::domain::day;
use crate::domain::period::Period;
use crate::paper::{Align, Block, Cell, Column, Foot, Grid, Head, Paper, Row, Signer, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, movement as t, report as r};

/// The table as a sheet of rows.
#[must_use]
pub fn grid(lines: &[Line], about: Vec<String>, lang: Lang) -> Grid {
    let count = |line: &Line, column| Cell::Int(i64::try_from(line.count(column)).unwrap_or(i64::MAX));
    let row = |line: &Line| {
        let numbers = (0..COLUMNS.len()).map(|column| count(line, column));
        std::iter::once(Cell::Text(line.name.say(lang))).chain(numbers).collect()
    };
    let heads = std::iter::once(t::GROUP).chain(COLUMNS).map(|head| head.say(lang).to_owned()).collect();
    Grid { heads, rows: lines.iter().map(row).collect(), about }
}

/// The table of a paper.
#[must_use]
pub fn table(lines: &[Line]) -> Table {
    let mut columns = vec![Column::new(t::NUMBER.vi, 5, Align::Centre), Column::new(t::GROUP.vi, 51, Align::Left)];
    columns.extend(COLUMNS.map(|head| Column::new(head.vi, 11, Align::Right)));
    let mut rows = Vec::new();
    let mut number = 0;
    for line in lines {
        let numbers = (0..COLUMNS.len()).map(|column| line.count(column).to_string());
        let name = line.name.say(Lang::Vi);
        if matches!(line.subject, Subject::One(_)) {
            number += 1;
            rows.push(Row::Cells([number.to_string(), name].into_iter().chain(numbers).collect()));
        } else {
            // A total stands above its parts, and takes the place of the number too.
            rows.push(Row::Total([name, String::new()].into_iter().chain(numbers).collect()));
        }
    }
    Table { columns, rows }
}

/// The table as a paper under the agency's letterhead, as a unit's head and the maker sign it.
///
/// # Errors
/// If the store cannot be read.
pub fn paper(store: &Store, period: &Period, lines: &[Line]) -> Result<Paper> {
    let agency = letterhead::agency_on(store, store.today())?;
    let head = letterhead::head(&agency, "", "", None, store.today().year());
    let signer =
        |title: String, dated: String| Signer { dated, title, note: r::SIGN_NOTE.vi.to_owned(), name: String::new() };
    let dated = head.date_line();
    let leaders = r::LEADERS.with([letterhead::short(&agency)]).say(Lang::Vi);
    let days = r::GIFT_DATE.with([format!("{} – {}", day::show(period.from), day::show(period.to))]);
    Ok(Paper {
        head: Some(Head { place: String::new(), ..head }),
        kind: Some(t::PAPER_TITLE.vi.to_owned()),
        subject: format!("{} {}", period.name().say(Lang::Vi), days.say(Lang::Vi)),
        body: vec![Block::Table(table(lines))],
        foot: Foot::Signers(vec![signer(r::MAKER.vi.to_owned(), String::new()), signer(leaders, dated)]),
        ..Paper::default()
    })
}
