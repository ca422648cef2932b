//! The trash: a row goes there with all its links and comes back with them.
use rusqlite::{Connection, params};

use crate::domain::act::{Act, Step};
use crate::domain::child::Child;
use crate::domain::record::{Meta, Record};
use crate::domain::tables;
use crate::domain::value::Kind;
use crate::store::Store;
use crate::store::error::Result;
use crate::store::put::writable;
use crate::text::store as t;

/// A child that was merged into another is not in the trash: it comes back when both are taken apart.
const MERGED: &str = " and t.id not in (select gone from main.merge)";

/// Makes the view of all that lies in the trash.
///
/// # Errors
/// If SQLite refuses.
pub fn install(conn: &Connection) -> Result<()> {
    let parts: Vec<String> = tables::TABLES
        .iter()
        .enumerate()
        .map(|(at, meta)| {
            format!(
                "select t.id * 100 + {at} as id, t.trashed as at, {} as name, '{}' as kind, t.id as row
                 from main.\"{}\" t where t.trashed is not null{}",
                name_of(meta),
                meta.table,
                meta.table,
                if meta.table == Child::TABLE { MERGED } else { "" }
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
        let step = Step::new(Act::Trash, meta.table, self.rows_name(meta, ids));
        self.write(step, |store| store.trash_within(meta, ids))
    }

    /// Puts rows in the trash within the running step.
    ///
    /// # Errors
    /// If a row is gone.
    pub fn trash_within(&mut self, meta: &'static Meta, ids: &[i64]) -> Result<()> {
        let moment = self.clock.moment();
        self.mark(meta, ids, Some(&moment))
    }

    /// Takes rows out of the trash.
    ///
    /// # Errors
    /// If a row is gone, or another has taken its place meanwhile.
    pub fn restore(&mut self, meta: &'static Meta, ids: &[i64]) -> Result<()> {
        let step = Step::new(Act::Restore, meta.table, self.rows_name(meta, ids));
        self.write(step, |store| store.restore_within(meta, ids))
    }

    /// Takes rows out of the trash within the running step.
    ///
    /// # Errors
    /// The same.
    pub fn restore_within(&mut self, meta: &'static Meta, ids: &[i64]) -> Result<()> {
        self.mark(meta, ids, None)
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
        writable(meta)?;
        // What lies in the trash already keeps its moment.
        let place = "case when ?1 is null then null else ifnull(trashed, ?1) end";
        let text = format!("update \"{}\" set trashed = {place} where id = ?2", meta.table);
        let mut update = self.alter(&text)?;
        for id in ids {
            if update.execute(params![moment, id])? == 0 {
                return Err(t::GONE.into());
            }
        }
        Ok(())
    }
}

/// What a row is called in SQL: its name, else its first two columns, like [`Store::row_name`].
fn name_of(meta: &Meta) -> String {
    if meta.place("name").is_some() {
        return "t.name".to_owned();
    }
    let listed = meta.columns.iter().filter(|column| column.width > 0 && !column.shown && !column.sealed).take(2);
    let parts: Vec<String> = listed
        .map(|column| match column.kind {
            Kind::Ref(table) => format!("(select r.name from main.\"{table}\" r where r.id = t.\"{}\")", column.name),
            Kind::Date => format!("strftime('%d/%m/%Y', t.\"{}\")", column.name),
            _ => format!("t.\"{}\"", column.name),
        })
        .collect();
    format!("concat_ws(' · ', {})", parts.join(", "))
}
