//! The department's report of a period in the form of Nghị định 30/2020/NĐ-CP: what people wrote, or else what the
//! figures say; tables; annexes.
mod annexes;
mod draft;
mod facts;
mod lookups;
mod results;
mod tables;

use crate::domain::period::{Kind, Period};
use crate::domain::plan::Plan;
use crate::domain::report::Report;
use crate::domain::{day, words};
use crate::paper::{Annex, Block, Foot, Level, Lie, Paper, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, prose as t};
use chrono::Datelike;
use facts::Facts;

/// A part of the report that people may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// I.
    Direction,
    /// II.1.
    Propaganda,
    /// II.2.
    Events,
    /// II.3.
    Circumstances,
    /// II.4.
    Contributions,
    /// II.5.
    Protection,
    /// III.1.
    Strengths,
    /// III.2.
    Limits,
    /// III.3.
    Causes,
    /// IV.
    Next,
    /// V.
    Proposals,
}

impl Part {
    /// The parts in order, each with its column of a [`Report`] and its heading.
    pub const ALL: [(Self, &'static str, Text); 11] = [
        (Self::Direction, "direction", t::PART_1),
        (Self::Propaganda, "propaganda", t::PART_2_1),
        (Self::Events, "events", t::PART_2_2),
        (Self::Circumstances, "circumstances", t::PART_2_3),
        (Self::Contributions, "contributions", t::PART_2_4),
        (Self::Protection, "protection", t::PART_2_5),
        (Self::Strengths, "strengths", t::PART_3_1),
        (Self::Limits, "limits", t::PART_3_2),
        (Self::Causes, "causes", t::PART_3_3),
        (Self::Next, "next", t::PART_4),
        (Self::Proposals, "proposals", t::PART_5),
    ];

    /// The part of a column of a [`Report`].
    #[must_use]
    pub fn of_column(column: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name, _)| *name == column).map(|(part, _, _)| *part)
    }

    fn written(self, report: &Report) -> &str {
        let lines = match self {
            Self::Direction => &report.direction,
            Self::Propaganda => &report.propaganda,
            Self::Events => &report.events,
            Self::Circumstances => &report.circumstances,
            Self::Contributions => &report.contributions,
            Self::Protection => &report.protection,
            Self::Strengths => &report.strengths,
            Self::Limits => &report.limits,
            Self::Causes => &report.causes,
            Self::Next => &report.next,
            Self::Proposals => &report.proposals,
        };
        &lines.0
    }
}

/// What the figures say about a part, a paragraph a line; lines that begin with "- " are points. To be offered for
/// editing, and printed where nothing was written.
///
/// # Errors
/// If SQLite refuses.
pub fn draft_part(store: &Store, period: &Period, part: Part) -> Result<String> {
    Ok(draft::part(&Facts::read(store, period)?, part))
}

/// The subject a report of a period has unless another was written.
#[must_use]
pub fn subject(period: &Period) -> String {
    let text = if matches!(period.kind, Kind::Action(_)) { t::SUBJECT_MONTH } else { t::SUBJECT };
    text.with([named(period)]).say(Lang::Vi)
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
        let level = if matches!(part, Part::Direction | Part::Next | Part::Proposals) { Level::Part } else { Level::Item };
        body.push(Block::Heading(level, heading.vi.into()));
        let written = part.written(&facts.report);
        body.extend(if written.trim().is_empty() { paragraphs(&draft::part(facts, part)) } else { paragraphs(written) });
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
    let several = part == Part::Circumstances && table.rows.len() > 1;
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

fn opening(facts: &Facts) -> String {
    let (from, to) = (day::show(facts.period.from), day::show(facts.period.to));
    let work = work(&facts.period);
    let work = if facts.period.kind == Kind::Days { work } else { t::SPAN.with([work, from, to]).say(Lang::Vi) };
    match &facts.plan {
        Some(plan) => t::OPENING.with([cited(plan, &facts.plan_issuer), facts.name().to_owned(), work]).say(Lang::Vi),
        None => t::OPENING_BARE.with([facts.name().to_owned(), work]).say(Lang::Vi),
    }
}

fn closing(facts: &Facts) -> String {
    let (work, name) = (work(&facts.period), facts.name().to_owned());
    let to = letterhead::addressees(&facts.agency).join(", ");
    if facts.agency.addressee.0.trim().is_empty() {
        t::CLOSING_BARE.with([work, name]).say(Lang::Vi)
    } else {
        t::CLOSING.with([work, name, to]).say(Lang::Vi)
    }
}

/// "công tác … trẻ em 6 tháng đầu năm 2026", or the Month of Action by its name.
fn work(period: &Period) -> String {
    match period.kind {
        Kind::Action(_) => named(period),
        _ => t::WORK.with([named(period)]).say(Lang::Vi),
    }
}

fn named(period: &Period) -> String {
    period.name().say(Lang::Vi)
}

/// A plan as it is cited: kind, number, day, issuer, subject (NĐ 30/2020, Phụ lục I, phần II, mục 5).
fn cited(plan: &Plan, issuer: &str) -> String {
    let word = crate::text::field::ONE_PLAN.vi;
    let named = words::capital(&plan.name);
    let Some(issued) = plan.issued.filter(|_| !plan.number.is_empty()).map(day::official) else { return named };
    let rest = named.strip_prefix(words::capital(word).as_str()).map(str::trim).unwrap_or_default();
    if rest.is_empty() || rest.starts_with(crate::text::period::YEAR.vi.trim_end_matches(" {0}")) {
        return t::PLAN_BARE.with([named.as_str(), &plan.number, &issued]).say(Lang::Vi);
    }
    // A noun follows "về", a verb "về việc".
    let text = if rest.starts_with(t::NOUN.vi) { t::PLAN_OF } else { t::PLAN_OF_DOING };
    text.with([plan.number.as_str(), &issued, issuer, rest]).say(Lang::Vi)
}

#[cfg(test)]
mod tests;
