//! The department's report of a period in the form of Nghị định 30/2020/NĐ-CP: what people wrote, or else what the
//! figures say; tables; annexes.
mod annexes;
mod draft;
mod facts;
mod lines;
mod lookups;
mod part;
mod results;
mod tables;

use crate::domain::period::Period;
use crate::paper::{Annex, Block, Foot, Level, Lie, Paper, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, prose as t};
use chrono::Datelike;
use facts::Facts;
use lines::{closing, named, opening};

pub use lines::{cited, subject};
pub use part::Part;

/// What the figures say about a part, a paragraph a line; lines that begin with "- " are points. To be offered for
/// editing, and printed where nothing was written.
///
/// # Errors
/// If SQLite refuses.
pub fn draft_part(store: &Store, period: &Period, part: Part) -> Result<String> {
    Ok(draft::part(&Facts::read(store, period)?, part))
}

/// The whole report of a period with its annexes; a draft until it has a number and a day.
///
/// # Errors
/// If SQLite refuses.
pub fn paper(store: &Store, period: &Period) -> Result<Paper> {
    let facts = Facts::read(store, period)?;
    let report = &facts.report;
    let head = letterhead::head(&facts.agency, "BC", &report.number, report.signed_on, period.to.year());
    let reference = t::ANNEX_TO.with([head.citation(), facts.name().to_owned()]).say(Lang::Vi);
    let subject = if report.subject.is_empty() { subject(period) } else { report.subject.clone() };
    Ok(Paper {
        head: Some(head),
        addressee: letterhead::addressees(&facts.agency),
        kind: Some(t::KIND.vi.to_owned()),
        subject,
        body: body(&facts),
        foot: Foot::Sign(letterhead::sign(&facts.agency)),
        lie: Lie::Portrait,
        annexes: annexes(&facts, &reference),
    })
}

fn body(facts: &Facts) -> Vec<Block> {
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
        body.extend(if written.trim().is_empty() {
            paragraphs(&draft::part(facts, part))
        } else {
            paragraphs(written)
        });
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
    let (money, spent) = (annexes::gifts(facts), annexes::money(facts));
    let or_note = |table: Option<Table>, note: Text| table.map_or_else(|| Block::text(note.vi), Block::Table);
    vec![
        annex(t::ANNEX_1, Lie::Portrait, annexes::figures(facts)),
        annex(t::ANNEX_2, Lie::Portrait, annexes::units(facts)),
        annex(
            t::ANNEX_3,
            Lie::Landscape,
            vec![
                Block::Heading(Level::Item, t::ANNEX_3_GIFTS.vi.into()),
                or_note(money, t::NO_GIFTS),
                Block::Heading(Level::Item, t::ANNEX_3_MONEY.vi.into()),
                or_note(spent, t::NO_MONEY),
            ],
        ),
    ]
}

/// A written text as paragraphs and points.
fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.strip_prefix("- ").map_or_else(|| Block::text(line), Block::bullet)).collect()
}

#[cfg(test)]
mod tests;
