//! Counts the rows that SQLite puts into journaled tables, so that none is committed which the journal lacks.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rusqlite::Connection;
use rusqlite::hooks::Action;

use crate::store::error::Result;
use crate::store::journal::is_journaled;

/// The rows that were put in since the last commit and are not known to stand in the journal. While there are any,
/// SQLite refuses to commit.
#[derive(Debug)]
pub(super) struct Watch {
    rows: Arc<AtomicUsize>,
    /// Whether new rows are being gathered that the journal does not hold yet.
    gathering: Arc<AtomicBool>,
}

impl Watch {
    /// Watches a connection from now on.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn new(conn: &mut Connection) -> Result<Self> {
        let rows = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&rows);
        let gathering = Arc::new(AtomicBool::new(false));
        let gathers = Arc::clone(&gathering);
        conn.update_hook(Some(move |action, database: &str, table: &str, _| {
            // A change while new rows are being gathered would stand before them in the journal, which is never right.
            let counts = action == Action::SQLITE_INSERT || gathers.load(Ordering::Relaxed);
            if counts && database == "main" && is_journaled(table) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        }))?;
        let open = Arc::clone(&rows);
        conn.commit_hook(Some(move || open.load(Ordering::Relaxed) > 0))?;
        let dropped = Arc::clone(&rows);
        conn.rollback_hook(Some(move || dropped.store(0, Ordering::Relaxed)))?;
        Ok(Self { rows, gathering })
    }

    /// Tells how many rows the journal holds of those put in; whether those are all of them, which may be committed now.
    pub fn settle(&self, journaled: usize) -> bool {
        self.rows.compare_exchange(journaled, 0, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }

    /// Says whether new rows are being gathered for the journal; meanwhile no row may be changed or deleted.
    pub fn gather(&self, gathers: bool) {
        self.gathering.store(gathers, Ordering::Relaxed);
    }
}
