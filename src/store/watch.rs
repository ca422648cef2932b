//! Counts the rows that SQLite puts into journaled tables, so that none is committed which the journal lacks.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusqlite::Connection;
use rusqlite::hooks::Action;

use crate::store::error::Result;
use crate::store::journal::is_journaled;

/// The rows that were put in since the last commit and are not known to stand in the journal. While there are any,
/// SQLite refuses to commit.
#[derive(Debug)]
pub(super) struct Watch(Arc<AtomicUsize>);

impl Watch {
    /// Watches a connection from now on.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn new(conn: &mut Connection) -> Result<Self> {
        let rows = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&rows);
        conn.update_hook(Some(move |action, database: &str, table: &str, _| {
            if action == Action::SQLITE_INSERT && database == "main" && is_journaled(table) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        }))?;
        let open = Arc::clone(&rows);
        conn.commit_hook(Some(move || open.load(Ordering::Relaxed) > 0))?;
        let dropped = Arc::clone(&rows);
        conn.rollback_hook(Some(move || dropped.store(0, Ordering::Relaxed)))?;
        Ok(Self(rows))
    }

    /// Tells how many rows the journal holds of those put in; whether those are all of them, which may be committed now.
    pub fn settle(&self, journaled: usize) -> bool {
        self.0.compare_exchange(journaled, 0, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }
}
