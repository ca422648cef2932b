//! The trash: a row goes there with all its links and comes back with them.
use rusqlite::{Connection, params};

use crate::domain::act::{Act, Step};
use crate::domain::record::Meta;
use crate::domain::tables;
use crate::store::Store;
use crate::store::error::Result;
use crate::text::store as t;

/// Makes the view of all that lies in the trash.
///
/// # Errors
/// If SQLite refuses.
pub fn install(conn: &Connection) -> Result<()> {
    let parts: Vec<String> = tables::TABLES
        .iter()
        .enumerate()
        .map(|(at, meta)| {
            let name = if meta.place("name").is_some() { "name" } else { "''" };
            format!(
                "select id * 100 + {at} as id, trashed as at, {name} as name, '{}' as kind, id as row
                 from main.\"{}\" where trashed is not null",
                meta.table, meta.table
            )
        })
        .collect();
    conn.execute_batch(&format!("create temp view trash as {}", parts.join(" union all ")))?;
    Ok(())
}

impl Store {
    /// Puts rows in the trash, as one step named after the only one or their number.
    ///
    /// # Errors
    /// If a row is gone.
    pub fn trash(&mut self, meta: &'static Meta, ids: &[i64]) -> Result<()> {
        let moment = self.clock.moment();
        let step = Step::new(Act::Trash, meta.table, self.rows_name(meta, ids));
        self.write(step, |store| store.mark(meta, ids, Some(&moment)))
    }

    /// Takes rows out of the trash.
    ///
    /// # Errors
    /// If a row is gone, or another has taken its place meanwhile.
    pub fn restore(&mut self, meta: &'static Meta, ids: &[i64]) -> Result<()> {
        let step = Step::new(Act::Restore, meta.table, self.rows_name(meta, ids));
        self.write(step, |store| store.mark(meta, ids, None))
    }

    /// The name of the only row, or how many there are.
    #[must_use]
    pub fn rows_name(&self, meta: &'static Meta, ids: &[i64]) -> String {
        match ids {
            [only] => self.row(meta, *only).ok().flatten().map_or_else(String::new, |row| self.row_name(meta, &row)),
            many => many.len().to_string(),
        }
    }

    fn mark(&self, meta: &Meta, ids: &[i64], moment: Option<&str>) -> Result<()> {
        let sql = format!("update \"{}\" set trashed = ?1 where id = ?2", meta.table);
        let mut update = self.conn.prepare_cached(&sql)?;
        for id in ids {
            if update.execute(params![moment, id])? == 0 {
                return Err(t::GONE.into());
            }
        }
        Ok(())
    }
}
