//! Two rows made one, and one made two again: what points to a row is made to point to another, and what a step did is
//! put back where nobody has touched it since.
use rusqlite::{OptionalExtension, ffi, params};
use serde_json::Value as Json;

use crate::domain::record::Meta;
use crate::store::error::{Error, Result};
use crate::store::history::{Change, Values};
use crate::store::put::writable;
use crate::store::{Store, journal};
use crate::text::store as t;

impl Store {
    /// Makes every row that points to a row of a table point to another one, within the running step; tables in
    /// `spared` are left alone. A row that stands frozen keeps what it says. One that the other row has already, where
    /// there may be one only, is deleted.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn repoint(&mut self, table: &str, from: i64, to: i64, spared: &[&str]) -> Result<()> {
        for (pointing, column) in self.pointing(table)? {
            if spared.contains(&pointing.as_str()) {
                continue;
            }
            let mut found =
                self.conn.prepare(&format!("select id from \"{pointing}\" where \"{column}\" = ?1 order by id"))?;
            let rows: Vec<i64> = found.query_map([from], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            for row in rows {
                let update = format!("update \"{pointing}\" set \"{column}\" = ?1 where id = ?2");
                let done = self.alter(&update)?.execute(params![to, row]);
                if done.as_ref().is_err_and(|error| is_refused(error, ffi::SQLITE_CONSTRAINT_UNIQUE)) {
                    let delete = format!("delete from \"{pointing}\" where id = ?1");
                    unless_frozen(self.alter(&delete)?.execute([row]))?;
                } else {
                    unless_frozen(done)?;
                }
            }
        }
        Ok(())
    }

    /// Puts a row out of sight within the running step.
    ///
    /// # Errors
    /// If it is gone or out of sight already.
    pub fn put_away(&mut self, meta: &Meta, id: i64) -> Result<()> {
        writable(meta)?;
        let text = format!("update \"{}\" set trashed = ?1 where id = ?2 and trashed is null", meta.table);
        match self.alter(&text)?.execute(params![self.clock.moment(), id])? {
            0 => Err(t::GONE.into()),
            _ => Ok(()),
        }
    }

    /// Whether a row is there and not in the trash.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn is_alive(&self, meta: &Meta, id: i64) -> Result<bool> {
        let text = format!("select 1 from \"{}\" where id = ?1 and trashed is null", meta.table);
        Ok(self.conn.prepare_cached(&text)?.exists([id])?)
    }

    /// Writes into a row which step is running, to find what it did later on.
    ///
    /// # Errors
    /// If no step is running, or the table keeps no step.
    pub fn keep_step(&mut self, meta: &Meta, id: i64) -> Result<()> {
        writable(meta)?;
        let step = self.work.as_ref().ok_or(t::OUTSIDE_STEP)?.id;
        let text = format!("update \"{}\" set step = ?1 where id = ?2", meta.table);
        self.alter(&text)?.execute([step, id])?;
        Ok(())
    }

    /// The step that [`Store::keep_step`] wrote into a row.
    ///
    /// # Errors
    /// If the table keeps no step, or the row is gone.
    pub fn kept_step(&self, meta: &Meta, id: i64) -> Result<Option<i64>> {
        let text = format!("select step from \"{}\" where id = ?1", meta.table);
        Ok(self.conn.prepare_cached(&text)?.query_row([id], |row| row.get(0)).optional()?.flatten())
    }

    /// Puts back, within the running step, what an earlier step did, as far as it still stands as that step left it: of
    /// each row the values that nobody has changed since. Rows that are gone or stand frozen meanwhile stay so.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn put_step_back(&mut self, step: i64) -> Result<()> {
        for change in self.changes(step)?.into_iter().rev() {
            let done = match (&change.old, &change.new) {
                (None, Some(_)) => self.drop_row(&change),
                (Some(old), None) => self.bring_row(&change, old),
                (Some(old), Some(new)) => self.restore_values(&change, old, new),
                // What was erased by law is gone for good.
                (None, None) => Ok(()),
            };
            match done {
                Err(Error::Sql(error)) => unless_frozen(Err(error))?,
                other => other?,
            }
        }
        Ok(())
    }

    fn drop_row(&self, change: &Change) -> Result<()> {
        self.alter(&format!("delete from \"{}\" where id = ?1", change.table))?.execute([change.row])?;
        Ok(())
    }

    /// A deleted row comes back; under another number if its own has been given away since.
    fn bring_row(&self, change: &Change, old: &Values) -> Result<()> {
        let mut row = old.clone();
        if self.row_now(&change.table, change.row)?.is_some() {
            row.remove("id");
        }
        self.put_back(&change.table, change.row, None, Some(&row))
    }

    fn restore_values(&self, change: &Change, old: &Values, new: &Values) -> Result<()> {
        let Some(now) = self.row_now(&change.table, change.row)? else { return Ok(()) };
        let mut then = now.clone();
        for (column, value) in &mut then {
            let (before, after) = (old.get(column), new.get(column));
            if before != after && Some(&*value) == after {
                *value = before.cloned().unwrap_or(Json::Null);
            }
        }
        self.put_back(&change.table, change.row, Some(&now), Some(&then))
    }

    /// A row as the journal would hold it.
    fn row_now(&self, table: &str, row: i64) -> Result<Option<Values>> {
        let object = journal::json_object(&self.conn, table, "t")?;
        let text = format!("select {object} from \"{table}\" t where t.id = ?1");
        let found: Option<String> = self.conn.prepare_cached(&text)?.query_row([row], |row| row.get(0)).optional()?;
        Ok(found.map(|text| serde_json::from_str(&text)).transpose().map_err(std::io::Error::other)?)
    }

    /// The columns of all tables that point to a table.
    fn pointing(&self, table: &str) -> Result<Vec<(String, String)>> {
        let mut all = Vec::new();
        let mut keys = self.conn.prepare("select \"from\" from pragma_foreign_key_list(?1) where \"table\" = ?2")?;
        for name in journal::tables(&self.conn)? {
            let columns = keys.query_map([name.as_str(), table], |row| row.get::<_, String>(0))?;
            for column in columns {
                all.push((name.clone(), column?));
            }
        }
        Ok(all)
    }
}

/// Passes over what a trigger has refused: a row of a list that was approved stands as it is.
fn unless_frozen(done: rusqlite::Result<usize>) -> Result<()> {
    match done {
        Err(error) if !is_refused(&error, ffi::SQLITE_CONSTRAINT_TRIGGER) => Err(error.into()),
        _ => Ok(()),
    }
}

fn is_refused(error: &rusqlite::Error, code: i32) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == code)
}
