//! The department's report of a period in the form of Nghị định 30/2020/NĐ-CP: what people wrote, or else what the
//! figures say; tables; annexes.
//!
//! # Whose figures it takes
//!
//! The office's own records, whether or not a unit's report was accepted: each number in the body and in the annexes opens
//! the rows behind it, and what a unit tells has none. Only Phụ lục II, which is about the units' reports, has the sessions
//! and attendances that each unit told, and says so beneath its table. Where a unit tells another figure than the office
//! has and gave no reason ([`Clash`]), the check before the signature names unit, figure and both numbers, and Phụ lục II
//! names those of its own two columns. Where it gave a reason, the reason is printed. The office mends its records, has
//! the unit mend its report, or asks for the reason; whoever submits all the same was asked.
mod annexes;
mod clauses;
mod doubts;
mod draft;
mod facts;
mod lines;
mod lookups;
pub mod own;
mod part;
mod places;
mod results;
pub mod start;
mod tables;
mod typed;
mod writing;

use crate::domain::period::{Kind, Period};
use crate::domain::report::Report;
use crate::domain::value::Value;
use crate::paper::{Annex, Block, Foot, Level, Lie, Paper, Sheet, Table, kept};
use crate::reports::{citations, letterhead};
use crate::store::{Result, Store};
use crate::text::{Lang, Text, prose as t};
use chrono::Datelike;
use facts::Facts;
use lines::{closing, named, opening};

pub use doubts::{Clash, Concern, Doubt, clashes};
pub use lines::{cited, subject};
pub use part::Part;
pub use places::{Gap, Place, Places};
pub use writing::{Faults, Writing, faults, writing};

/// The whole report of a period with its annexes: made of the data as they are, until it is signed; from then on the
/// paper that was signed, under the number and the day that it was given.
///
/// # Errors
/// If SQLite refuses.
pub fn paper(store: &Store, period: &Period) -> Result<Paper> {
    let report = store.find::<Report>("period", &Value::Text(period.code.clone()))?.pop().unwrap_or_default();
    let signed = report.standing().is_frozen().then(|| kept::taken(&report.content)).flatten();
    match signed {
        Some(paper) => Ok(as_numbered(paper, report)),
        None => written(store, period),
    }
}

/// A signed paper with its number and day, in its head and on its annexes.
fn as_numbered(mut paper: Paper, report: Report) -> Paper {
    let Some(head) = &mut paper.head else { return paper };
    head.number = report.number;
    head.date = report.signed_on;
    head.print = report.print;
    let reference = t::ANNEX_TO.with([head.citation(), head.agency.clone()]).say(Lang::Vi);
    for annex in &mut paper.annexes {
        annex.reference.clone_from(&reference);
    }
    paper
}

fn written(store: &Store, period: &Period) -> Result<Paper> {
    let facts = Facts::read(store, period)?;
    let report = &facts.report;
    let head = letterhead::head(&facts.agency, "BC", &report.number, report.signed_on, period.to.year());
    let reference = t::ANNEX_TO.with([head.citation(), facts.name().to_owned()]).say(Lang::Vi);
    let subject = if report.subject.is_empty() { subject(period) } else { report.subject.clone() };
    let mut body = body(&facts);
    citations::settle(store, &mut body)?;
    Ok(Paper {
        head: Some(head),
        addressee: letterhead::addressees(&facts.agency),
        kind: Some(t::KIND.vi.to_owned()),
        subject,
        body,
        foot: Foot::Sign(letterhead::sign(&facts.agency)),
        annexes: annexes(&facts, &reference),
        ..Paper::default()
    })
}

/// The tables of the report's annexes, each as a sheet to print and to reckon with, under the annex's number.
///
/// # Errors
/// If SQLite refuses.
pub fn sheets(store: &Store, period: &Period) -> Result<Vec<(String, Sheet)>> {
    let paper = paper(store, period)?;
    let mut sheets = Vec::new();
    for (n, annex) in paper.annexes.iter().enumerate() {
        let mark = t::SHEET.with([Level::Part.mark(n + 1).trim_end_matches('.')]).say(Lang::Vi);
        let several = annex.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count() > 1;
        let (mut heading, mut count) = (None, 0);
        for block in &annex.blocks {
            match block {
                Block::Heading(_, text) => heading = Some(text.clone()),
                Block::Table(table) => {
                    count += 1;
                    let name = if several { format!("{mark}.{count}") } else { mark.clone() };
                    let titles = [Annex::mark(n, paper.annexes.len()), annex.title.to_uppercase()];
                    let titles = titles.into_iter().chain(heading.take()).collect();
                    let sheet = Sheet::of_table(table, titles, annex.lie);
                    // What the annex belongs to stands under it: a title would be bold.
                    sheets.push((name, Sheet { words: annex.reference.clone(), ..sheet }));
                }
                _ => {}
            }
        }
    }
    Ok(sheets)
}

fn body(facts: &Facts) -> Vec<Block> {
    let places = Places::of(facts);
    let mut body = vec![Block::text(opening(facts))];
    for (part, _, heading) in Part::ALL {
        match part {
            Part::Propaganda => body.push(Block::Heading(Level::Part, t::PART_2.vi.into())),
            Part::Strengths => body.push(Block::Heading(Level::Part, t::PART_3.vi.into())),
            _ => {}
        }
        let level =
            if matches!(part, Part::Direction | Part::Next | Part::Proposals) { Level::Part } else { Level::Item };
        body.push(Block::Heading(level, heading.vi.into()));
        let written = part.written(&facts.report);
        let drafted = if written.trim().is_empty() { draft::part(facts, part) } else { written.to_owned() };
        body.extend(paragraphs(&places.fill(&drafted)));
        body.extend(table(facts, part));
    }
    body.push(Block::text(closing(facts)));
    body
}

/// The table under a part, and its note.
fn table(facts: &Facts, part: Part) -> Vec<Block> {
    let table = match part {
        Part::Propaganda => tables::sessions(facts),
        Part::Events => tables::events(facts),
        Part::Circumstances => tables::groups(facts),
        Part::Contributions => tables::campaigns(facts),
        _ => None,
    };
    let Some(table) = table else { return Vec::new() };
    let several = part == Part::Circumstances && tables::is_overlapping(facts);
    let mut blocks = vec![Block::Table(table)];
    if several {
        blocks.push(Block::italic(t::GROUP_NOTE.vi));
    }
    blocks
}

fn annexes(facts: &Facts, reference: &str) -> Vec<Annex> {
    let annex = |title: Text, lie: Lie, blocks: Vec<Block>| Annex {
        title: title.with([named(&facts.period)]).say(Lang::Vi),
        reference: reference.to_owned(),
        lie,
        blocks,
    };
    let or_note = |table: Option<Table>, note: Text| table.map_or_else(|| Block::text(note.vi), Block::Table);
    let item = |text: Text| Block::Heading(Level::Item, text.vi.into());
    let mut all = vec![
        annex(t::ANNEX_1, Lie::Portrait, annexes::figures(facts)),
        annex(t::ANNEX_2, Lie::Portrait, annexes::units(facts)),
        annex(
            t::ANNEX_3,
            Lie::Landscape,
            vec![
                item(t::ANNEX_3_GIFTS),
                or_note(annexes::gifts(facts), t::NO_GIFTS),
                item(t::ANNEX_3_MONEY),
                or_note(annexes::money(facts), t::NO_MONEY),
                item(t::ANNEX_3_DONORS),
                or_note(annexes::donors(facts), t::NO_DONORS),
            ],
        ),
    ];
    // The Month of Action is one clause of the plan among many.
    if !matches!(facts.period.kind, Kind::Action(_))
        && let Some(table) = clauses::table(facts)
    {
        all.push(annex(t::ANNEX_4, Lie::Landscape, vec![Block::Table(table), Block::italic(t::ANNEX_4_NOTE.vi)]));
    }
    if let Some(table) = &facts.movement {
        all.push(annex(t::ANNEX_5, Lie::Landscape, vec![Block::Table(table.clone())]));
    }
    all
}

/// A written text as paragraphs and points.
fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.strip_prefix("- ").map_or_else(|| Block::text(line), Block::bullet)).collect()
}

#[cfg(test)]
mod tests;
