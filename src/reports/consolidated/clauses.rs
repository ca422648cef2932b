//! The plan clause by clause: what proves in the period that it is carried out. Knows which evidence is the period's.
use super::draft::{count, vi};
use super::facts::Facts;
use super::tables::heads;
use crate::domain::day;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::{Clause, Plan};
use crate::paper::{Align, Row, Table};
use crate::store::{Result, Store};
use crate::text::prose as t;
use chrono::{Datelike, NaiveDate};

/// What proves a clause within a period.
#[derive(Clone, Copy, Debug, Default)]
pub struct Proof {
    pub count: i64,
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
}

/// What proves each clause of a plan within a period: by day, or by period where a row speaks of one. The view says what
/// proves; the plan's own list asks it for a year.
const PROOFS: &str = "select e.clause, count(*), min(e.day), max(e.day) from clause_proof e
    where e.clause in (select id from clause where plan = ?1 and trashed is null)
    and iif(e.period is null, e.day between ?2 and ?3, e.period = ?4) group by e.clause";

pub fn proofs(store: &Store, plan: Id<Plan>, period: &Period) -> Result<Vec<(Id<Clause>, Proof)>> {
    let mut statement = store.reader().prepare_cached(PROOFS)?;
    let binds = rusqlite::params![plan.0, period.from.to_string(), period.to.to_string(), period.code];
    let rows = statement.query_map(binds, |row| {
        Ok((Id::of(row.get(0)?), Proof { count: row.get(1)?, first: row.get(2)?, last: row.get(3)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Phụ lục IV: each clause with its lead, its day and its evidence; headings of the plan as groups.
pub fn table(facts: &Facts) -> Option<Table> {
    let columns = [
        (t::HEAD_CLAUSE, 8, Align::Centre),
        (t::HEAD_CONTENT, 40, Align::Left),
        (t::HEAD_LEAD, 18, Align::Left),
        (t::HEAD_LIMIT, 12, Align::Centre),
        (t::HEAD_RESULT, 22, Align::Left),
    ];
    let row = |clause: &Clause| {
        if !super::draft::is_task(clause) {
            return Row::Group(vi(t::CLAUSE_HEADING, [&clause.code, &clause.flat()]));
        }
        let due = due(facts, clause);
        Row::Cells(vec![
            clause.code.clone(),
            clause.flat(),
            clause.lead_name.clone(),
            due.map(day::show).unwrap_or_default(),
            result(facts, clause, due),
        ])
    };
    let rows: Vec<Row> = facts.clauses.iter().map(row).collect();
    (!rows.is_empty()).then(|| Table { columns: heads(&columns), rows })
}

/// The number and the days of the evidence; where there is none, whether it was due.
fn result(facts: &Facts, clause: &Clause, due: Option<NaiveDate>) -> String {
    let proof = facts.proofs.iter().find(|(id, _)| *id == clause.id).map(|(_, proof)| *proof).unwrap_or_default();
    let named = clause.evidence.text().vi;
    match (proof.first, proof.last) {
        (Some(first), Some(last)) if first == last => {
            vi(t::PROVED_ON, [count(proof.count), named.to_owned(), day::show(first)])
        }
        (Some(first), Some(last)) => {
            vi(t::PROVED, [count(proof.count), named.to_owned(), day::show(first), day::show(last)])
        }
        _ if due.is_some_and(|due| due > facts.period.to) => t::NOT_DUE.vi.to_owned(),
        _ => t::NOT_PROVED.vi.to_owned(),
    }
}

/// The day of a clause in the plan's year.
fn due(facts: &Facts, clause: &Clause) -> Option<NaiveDate> {
    let year =
        facts.plan.as_ref().and_then(|plan| i32::try_from(plan.year).ok()).unwrap_or_else(|| facts.period.to.year());
    Due::parse(&clause.due.0)?.day(year)
}
