//! The plan: what its clauses stand under, and the rows that prove each.
use rusqlite::params;

use crate::domain::circumstance::Circumstance;
use crate::domain::contribution::Contribution;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::domain::rally::Rally;
use crate::domain::record::{Column, Meta, Record};
use crate::domain::report::Report;
use crate::domain::review::Review;
use crate::domain::session::Session;
use crate::domain::support::Support;
use crate::domain::tables::TABLES;
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Cell, Kind};
use crate::domain::work::Work;
use crate::store::{Result, Store};
use crate::text::Text;

/// Every clause with the one it is under; 0 at the top, and where that one is in the trash.
///
/// # Errors
/// If SQLite refuses.
pub fn above(store: &Store) -> Result<Vec<(i64, i64)>> {
    let sql = "select c.id, ifnull(p.id, 0) from clause c left join clause p on p.id = c.parent and p.trashed is null
        where c.trashed is null";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The table of what proves a clause, and its rows: as many as the plan counts. `None` if the clause asks for nothing.
///
/// # Errors
/// If SQLite refuses.
pub fn evidence(store: &Store, clause: Id<Clause>) -> Result<Option<(&'static Meta, Vec<i64>)>> {
    let meta = match store.get(clause)?.evidence {
        Evidence::Nothing => return Ok(None),
        Evidence::Session => Session::META,
        Evidence::Event => Event::META,
        Evidence::Circumstance if reviewed(store, clause)? => Review::META,
        Evidence::Circumstance => Circumstance::META,
        Evidence::Support => Support::META,
        Evidence::Contribution => Contribution::META,
        Evidence::Work => Work::META,
        Evidence::UnitReport => UnitReport::META,
        Evidence::Report => Report::META,
        Evidence::Inspection => Inspection::META,
        Evidence::Rally => Rally::META,
    };
    let mut statement =
        store.reader().prepare_cached("select row from clause_evidence where clause = ?1 order by row")?;
    let rows = statement.query_map(params![clause.0], |row| row.get(0))?;
    Ok(Some((meta, rows.collect::<rusqlite::Result<_>>()?)))
}

/// A plan as the text that it is taken in from: grounds, clauses by their marks, recipients, signer.
///
/// # Errors
/// If the store cannot be read.
pub fn text(store: &Store, plan: Id<Plan>) -> Result<String> {
    let clauses = store.find::<Clause>("plan", &plan.value())?;
    let plan = store.get(plan)?;
    let clause = |clause: &Clause| [clause.mark.as_str(), clause.wording()].join(" ").trim().to_owned();
    let mut lines = vec![plan.name.clone(), plan.basis.0.clone()];
    lines.extend(clauses.iter().map(clause));
    lines.extend([plan.recipients.0, plan.signer.0]);
    Ok(lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// What hangs on a plan's clauses: tables, each with how many of its rows do.
///
/// # Errors
/// If SQLite refuses.
pub fn hanging(store: &Store, plan: Id<Plan>) -> Result<Vec<(Text, i64)>> {
    let hangs = |meta: &&&Meta| {
        let by = |column: &Column| column.name == "clause" && column.kind == Kind::Ref(Clause::TABLE);
        !meta.is_view() && meta.columns.iter().any(by)
    };
    let mut all = Vec::new();
    for meta in TABLES.iter().filter(hangs) {
        let sql = format!(
            "select count(*) from \"{}\" where trashed is null and clause in (select id from clause where plan = ?1)",
            meta.table
        );
        let count: i64 = store.reader().query_row(&sql, params![plan.0], |row| row.get(0))?;
        if count > 0 {
            all.push((meta.one, count));
        }
    }
    Ok(all)
}

/// The clauses that went to the trash with their plan, not before it.
///
/// # Errors
/// If SQLite refuses.
pub fn trashed_with(store: &Store, plan: Id<Plan>) -> Result<Vec<i64>> {
    let sql = "select c.id from clause c join plan p on p.id = c.plan where p.id = ?1 and c.trashed >= p.trashed";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map(params![plan.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether children were reviewed in the year of a clause's plan.
fn reviewed(store: &Store, clause: Id<Clause>) -> Result<bool> {
    let sql = "select exists (select 1 from clause c join plan y on y.id = c.plan
        join review v on substr(v.reviewed_on, 1, 4) = cast(y.year as text) join round r on r.id = v.round
        where c.id = ?1 and v.trashed is null and r.trashed is null)";
    Ok(store.reader().prepare_cached(sql)?.query_row(params![clause.0], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::fixture::office;

    #[test]
    fn the_rows_that_prove_a_clause_are_as_many_as_it_counts() {
        let store = office();
        let mut proved = 0;
        for clause in store.all::<Clause>().unwrap() {
            let (meta, rows) = evidence(&store, clause.id).unwrap().unwrap();
            assert_eq!(rows.len() as i64, clause.proofs(), "{}", clause.name);
            assert!(rows.iter().all(|row| store.row(meta, *row).unwrap().is_some()), "{}", clause.name);
            proved += rows.len();
        }
        assert!(proved > 3, "{proved}");
    }
}
