//! What is kept beside the office's data and never undone: where lists were left, and who looked at what.
use rusqlite::{OptionalExtension, params};

use crate::store::Store;
use crate::store::error::Result;

impl Store {
    /// What was remembered under a key.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn recall(&self, key: &str) -> Result<Option<String>> {
        let found = self
            .conn
            .prepare_cached("select value from memory where key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// Remembers a value under a key.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn remember(&self, key: &str, value: &str) -> Result<()> {
        if self.recall(key)?.as_deref() == Some(value) {
            return Ok(());
        }
        self.wake()?;
        self.conn
            .prepare_cached("insert into memory values (?1, ?2) on conflict do update set value = excluded.value")?
            .execute([key, value])?;
        Ok(())
    }

    /// Forgets a key.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn forget(&self, key: &str) -> Result<()> {
        self.wake()?;
        self.conn.prepare_cached("delete from memory where key = ?1")?.execute([key])?;
        Ok(())
    }

    /// Writes down that somebody looked at, exported or printed rows of a table: one row, or a number of them.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn looked(&self, what: &str, table: &str, row: Option<i64>, count: Option<i64>) -> Result<()> {
        self.wake()?;
        self.conn
            .prepare_cached("insert into look (at, user, what, kind, row, count) values (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![self.clock.moment(), self.user, what, table, row, count])?;
        Ok(())
    }
}
