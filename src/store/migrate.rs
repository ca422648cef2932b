//! Brings a store to this version's shape, one numbered step at a time.
use rusqlite::{Connection, TransactionBehavior};

use crate::store::error::Result;
use crate::text::store as t;

/// The steps in order; a step that has shipped is never edited.
const STEPS: &[&str] = &[
    include_str!("../../assets/migrations/001-foundation.sql"),
    include_str!("../../assets/migrations/002-open-steps.sql"),
    include_str!("../../assets/migrations/003-twins.sql"),
    include_str!("../../assets/migrations/004-family.sql"),
    include_str!("../../assets/migrations/005-sealed.sql"),
    include_str!("../../assets/migrations/006-rounds.sql"),
    include_str!("../../assets/migrations/007-books.sql"),
    include_str!("../../assets/migrations/008-sessions.sql"),
    include_str!("../../assets/migrations/009-units.sql"),
    include_str!("../../assets/migrations/010-issue.sql"),
    include_str!("../../assets/migrations/011-plan-tree.sql"),
    include_str!("../../assets/migrations/012-tasks.sql"),
    include_str!("../../assets/migrations/013-events.sql"),
    include_str!("../../assets/migrations/014-programmes.sql"),
    include_str!("../../assets/migrations/015-reminders.sql"),
    include_str!("../../assets/migrations/016-money.sql"),
    include_str!("../../assets/migrations/017-welfare.sql"),
    include_str!("../../assets/migrations/018-inspections.sql"),
    include_str!("../../assets/migrations/019-bound.sql"),
    include_str!("../../assets/migrations/020-campaigns.sql"),
    include_str!("../../assets/migrations/021-sheaves.sql"),
    include_str!("../../assets/migrations/022-guests.sql"),
    include_str!("../../assets/migrations/023-bought.sql"),
    include_str!("../../assets/migrations/024-open-points.sql"),
    include_str!("../../assets/migrations/025-lists.sql"),
    include_str!("../../assets/migrations/026-submitted.sql"),
];

/// The shape that this version works with.
#[must_use]
pub const fn version() -> i64 {
    STEPS.len() as i64
}

/// Takes the steps that a store lacks.
///
/// # Errors
/// If the store is from a newer version, or SQLite refuses.
pub fn run(conn: &mut Connection) -> Result<()> {
    let has: i64 = conn.query_row("pragma user_version", [], |row| row.get(0))?;
    if has > version() {
        return Err(t::STORE_NEWER.with([has]).into());
    }
    for (at, sql) in STEPS.iter().enumerate().skip(usize::try_from(has).unwrap_or(0)) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", at as i64 + 1)?;
        tx.commit()?;
    }
    Ok(())
}
