//! The yearly Kế hoạch as a paper: its tree in the agency's letterhead, and who does what by when as an annex.
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};

use super::outdated::outdated;
use super::{citations, letterhead};
use crate::domain::agency::Agency;
use crate::domain::day;
use crate::domain::due::{self, Due};
use crate::domain::fold::{fold, same};
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Plan};
use crate::domain::value::Cell;
use crate::paper::table::Column;
use crate::paper::{Align, Annex, Block, Foot, Head, Level, Lie, Paper, Row, Sign, Span, Table};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, plan_paper as t};

/// The paper of a plan, by the agency as it was on the plan's day; while it has none, as it is today or was
/// at the end of the plan's year.
///
/// # Errors
/// If the plan is gone, or the store cannot be read.
pub fn paper(store: &Store, id: Id<Plan>) -> Result<Paper> {
    let plan = store.get(id)?;
    let clauses = store.find::<Clause>("plan", &id.value())?;
    let agency = letterhead::agency_on(store, day_of(store, &plan))?;
    let annexes = annex(&clauses, &plan).map_or_else(Vec::new, |annex| vec![annex]);
    let mut body = basis(&plan, &agency);
    body.extend((0..clauses.len()).filter_map(|at| block(&clauses, at)));
    if !annexes.is_empty() {
        body.push(Block::text(t::SEE_ANNEX.vi));
    }
    citations::settle(store, &mut body)?;
    let head = head(&plan, &agency);
    let annexes =
        annexes.into_iter().map(|it| Annex { reference: t::WITH_PLAN.with([head.citation()]).say(Lang::Vi), ..it });
    Ok(Paper {
        annexes: annexes.collect(),
        kind: Some(t::KIND.vi.to_owned()),
        subject: subject(&plan.name),
        body,
        foot: Foot::Sign(sign(&plan, &agency)),
        head: Some(head),
        ..Paper::default()
    })
}

/// The letterhead; the plan's own number brings its symbol: "15/KH-SNNMT".
fn head(plan: &Plan, agency: &Agency) -> Head {
    let year = i32::try_from(plan.year).unwrap_or_default();
    let (number, symbol) = plan.number.split_once('/').unwrap_or((&plan.number, ""));
    let head = letterhead::head(agency, t::ABBREVIATION.vi, number.trim(), plan.issued, year);
    if symbol.is_empty() { head } else { Head { symbol: symbol.trim().to_owned(), ..head } }
}

/// The name without the kind that stands above it, beginning in a capital.
fn subject(name: &str) -> String {
    let bare = name.strip_prefix(t::KIND.vi).map_or(name, str::trim_start);
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// The grounds, in italics where they are "Căn cứ" lines; a plan without any says who makes it.
fn basis(plan: &Plan, agency: &Agency) -> Vec<Block> {
    let lines: Vec<&str> = plan.basis.0.lines().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return vec![introduction(plan, agency)];
    }
    let is_ground = |line: &str| line.starts_with(t::GROUND.vi) || line.ends_with(';');
    let block = |line: &&str| if is_ground(line) { Block::italic(*line) } else { Block::text(*line) };
    let mut blocks: Vec<Block> = lines.iter().map(block).collect();
    // Grounds alone do not say yet who makes the plan.
    if lines.last().is_some_and(|line| !line.ends_with(':')) {
        blocks.push(introduction(plan, agency));
    }
    blocks
}

fn introduction(plan: &Plan, agency: &Agency) -> Block {
    Block::text(t::INTRODUCTION.with([letterhead::name(agency), &plan.name]).say(Lang::Vi))
}

/// A clause as it is printed: a heading by its mark where something stands under it, else a paragraph or a dash.
fn block(clauses: &[Clause], at: usize) -> Option<Block> {
    let clause = clauses.get(at)?;
    let words = clause.wording().replace('\n', " ");
    let words = words.trim_end_matches("./.").to_owned();
    let branch = clauses.iter().any(|it| it.parent == clause.id);
    let marked = if clause.mark.is_empty() { words.clone() } else { format!("{} {words}", clause.mark) };
    let first = clause.mark.chars().next();
    let level = match first {
        Some('I' | 'V' | 'X' | 'P' | 'A'..='H') => Some(Level::Part),
        Some(c) if c.is_ascii_digit() || c == 'Đ' => Some(Level::Item),
        Some(c) if c.is_alphabetic() => Some(Level::Point),
        _ => None,
    };
    let short = !words.ends_with(['.', ';']) && words.chars().count() <= 120;
    Some(match (level, first) {
        (Some(level), _) if branch && short || level == Level::Part => Block::Heading(level, marked),
        (None, Some('-' | '–' | '•')) => Block::Bullet(vec![Span::plain(ended(&words))]),
        _ => Block::text(ended(&marked)),
    })
}

/// A duty ends as a sentence does.
fn ended(words: &str) -> String {
    if words.ends_with(['.', ';', ':', '…', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

/// Who does what by when; `None` where nobody leads anything.
fn annex(clauses: &[Clause], plan: &Plan) -> Option<Annex> {
    let columns = [
        (t::HEAD_CODE, 9, Align::Centre),
        (t::HEAD_WORK, 45, Align::Left),
        (t::HEAD_LEAD, 18, Align::Left),
        (t::HEAD_PARTNERS, 20, Align::Left),
        (t::HEAD_DUE, 16, Align::Left),
    ];
    let head = |(text, share, align): (Text, u32, Align)| Column::new(text.vi, share, align);
    let year = i32::try_from(plan.year).unwrap_or_default();
    let row = |clause: &Clause| {
        let words = [
            place(clauses, clause),
            clause.flat(),
            clause.lead_name.clone(),
            clause.partner_names.clone(),
            by(&clause.due.0, year),
        ];
        Row::Cells(words.to_vec())
    };
    let is_work = |clause: &&Clause| !clause.lead.is_new() || !clause.due.0.is_empty();
    let rows: Vec<Row> = clauses.iter().filter(is_work).map(row).collect();
    let table = Table { columns: columns.map(head).to_vec(), rows };
    (!table.rows.is_empty()).then(|| Annex {
        title: t::ANNEX_TITLE.with([plan.year]).say(Lang::Vi),
        lie: Lie::Landscape,
        blocks: vec![Block::Table(table)],
        ..Annex::default()
    })
}

/// Where a clause stands as the paper itself marks it: its code where it has a mark to be found by; a dash or a
/// paragraph is counted under what it stands under, "II.2, ý 1".
fn place(clauses: &[Clause], clause: &Clause) -> String {
    if clause.mark.is_empty() && clauses.iter().all(|it| it.mark.is_empty()) || is_marked(clause) {
        return clause.code.clone();
    }
    let brothers = clauses.iter().filter(|it| it.parent == clause.parent && !is_marked(it));
    let at = brothers.take_while(|it| it.id != clause.id).count() + 1;
    match clauses.iter().find(|it| it.id == clause.parent) {
        Some(above) => t::POINT_UNDER.with([place(clauses, above), at.to_string()]).say(Lang::Vi),
        None => t::POINT_ALONE.with([at]).say(Lang::Vi),
    }
}

/// Whether a reader finds a clause by a number or a letter before it.
fn is_marked(clause: &Clause) -> bool {
    clause.mark.chars().any(char::is_alphanumeric)
}

/// A rule as its day, and in words where those say more: "25/9/2026 (rằm tháng Tám)".
fn by(rule: &str, year: i32) -> String {
    let Some(due) = Due::parse(rule) else { return rule.to_owned() };
    let plain = |on: NaiveDate| rule == format!("{}/{}", on.day(), on.month());
    match due.day(year) {
        Some(on) if plain(on) => day::show(on),
        Some(on) => format!("{} ({})", day::show(on), due::show(rule, Lang::Vi)),
        None => due::show(rule, Lang::Vi),
    }
}

/// The plan's own signer and recipients where its text named them, else the agency's. A plan addresses nobody, so that
/// "Như trên" is none of its recipients.
fn sign(plan: &Plan, agency: &Agency) -> Sign {
    let usual = letterhead::sign(agency);
    let bare = |line: &str| line.trim().trim_start_matches(['-', '–']).trim().trim_end_matches([';', '.']).to_owned();
    let own =
        plan.recipients.0.lines().map(bare).filter(|line| !line.is_empty() && !line.starts_with(t::RECIPIENTS.vi));
    let own: Vec<String> = own.collect();
    let recipients = if own.is_empty() {
        let mut recipients: Vec<String> = usual.recipients.iter().skip(1).cloned().collect();
        if !recipients.iter().any(|line| line.starts_with(t::ALL_UNITS.vi)) {
            recipients.insert(recipients.len().saturating_sub(1), t::ALL_UNITS.vi.to_owned());
        }
        recipients
    } else {
        own
    };
    let (office, name) = signer(&plan.signer.0);
    // A place for a name is none: whoever signs for the agency signs, in the office that is his.
    let no_one = office.is_empty() || name.is_none() && !agency.signer.trim().is_empty();
    if no_one {
        return Sign { recipients, ..usual };
    }
    Sign { office, name: name.unwrap_or(usual.name), recipients }
}

/// Office and name as the text of a plan had them; no name where only the place for one stands: "(họ tên người ký)".
fn signer(text: &str) -> (Vec<String>, Option<String>) {
    let lines = text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    let (office, mut names): (Vec<String>, Vec<String>) = lines.partition(|line| *line == line.to_uppercase());
    names.retain(|name| !is_place_for_a_name(name));
    let office = office.into_iter().filter(|line| line.chars().any(char::is_alphabetic)).collect();
    (office, names.pop())
}

fn is_place_for_a_name(line: &str) -> bool {
    let folded = fold(line);
    let says = ["ho ten", "ho va ten", "ky ten", "nguoi ky", "da ky", "ky, "].iter().any(|it| folded.contains(it));
    says || line.starts_with(['(', '[', '<', '…', '.', '_'])
}

/// What is to be looked at before a plan is signed: what its words say of the past, and who signs it.
///
/// # Errors
/// If the plan is gone, or the store cannot be read.
pub fn remarks(store: &Store, id: Id<Plan>) -> Result<Vec<Said>> {
    let plan = store.get(id)?;
    remarks_on(store, &super::plan::text(store, id)?, &plan)
}

/// The same of a plan that is not kept yet, with its text.
///
/// # Errors
/// If the store cannot be read.
pub fn remarks_on(store: &Store, text: &str, plan: &Plan) -> Result<Vec<Said>> {
    let on = day_of(store, plan);
    let agency = letterhead::agency_on(store, on)?;
    let mut all = outdated(store, text, on)?;
    let own = agency.signer.trim();
    match signer(&plan.signer.0).1 {
        Some(name) if !own.is_empty() && !same(&name, own) => {
            all.push(t::SIGNER_OTHER.with([name.as_str(), own]));
        }
        None if own.is_empty() => all.push(t::SIGNER_NAMELESS.into()),
        None if plan.signer.0.lines().any(is_place_for_a_name) => all.push(t::SIGNER_PLACE.with([own])),
        _ => {}
    }
    Ok(all)
}

/// The day that a plan is of: its own; while it has none today, or the end of its year.
fn day_of(store: &Store, plan: &Plan) -> NaiveDate {
    let last = i32::try_from(plan.year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    plan.issued.unwrap_or_else(|| last.map_or_else(|| store.today(), |last| store.today().min(last)))
}
