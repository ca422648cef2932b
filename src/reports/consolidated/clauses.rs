//! The plan clause by clause: what proves in the period that it is carried out. Knows the SQL of the evidence.
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

/// The rows that prove each clause of a plan, each with its day: sessions, events and campaigns name their clause,
/// the rest counts for every clause that asks for its kind.
/// What was only planned, drafted or taken back proves nothing, as in the plan's own list.
const PROOFS: &str = "with proof as (
    select clause, 'session' as kind, date as day from session
        where trashed is null and state = 'held' and date between ?2 and ?3
    union all select clause, 'event', date from event where trashed is null and date between ?2 and ?3
        and (approved_on is not null or children_present > 0 or cost > 0)
    union all select p.clause, 'contribution', c.date from contribution c join campaign p on p.id = c.campaign
        where c.number is not null and c.reverses is null and p.trashed is null
        and not exists (select 1 from contribution r where r.reverses = c.id and r.number is not null) and c.date between ?2 and ?3
    union all select null, 'circumstance', v.reviewed_on from review v join round r on r.id = v.round
        where v.trashed is null and r.trashed is null and v.reviewed_on between ?2 and ?3
    union all select null, 'support', date from support
        where trashed is null and state = 'given' and date between ?2 and ?3
    union all select null, 'unit_report', received_on from unit_report
        where trashed is null and period = ?4 and state in ('in', 'accepted', 'nothing')
    union all select null, 'report', signed_on from report
        where trashed is null and period = ?4 and signed_on is not null
    ), counted as (select clause, kind, count(*) as n, min(day) as first, max(day) as last from proof group by clause, kind)
    select c.id, sum(p.n), min(p.first), max(p.last) from clause c join counted p
        on p.kind = c.evidence and (p.clause = c.id or p.clause is null and p.kind not in ('session', 'event', 'contribution'))
    where c.plan = ?1 and c.trashed is null group by c.id";

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
            return Row::Group(vi(t::CLAUSE_HEADING, [&clause.code, &clause.name]));
        }
        let due = due(facts, clause);
        Row::Cells(vec![
            clause.code.clone(),
            clause.name.clone(),
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
