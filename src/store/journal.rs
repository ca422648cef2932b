//! The journal: every write is a change under a named step, and every step is sealed to the one before it.
use std::rc::Rc;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::domain::act::Step;
use crate::store::error::{Error, Result};
use crate::store::{Store, migrate, sheaf};
use crate::text::store as t;

/// Tables whose rows are no data of the office: the journal itself, who looked, lists' places, kept totals, the
/// wards, which are never written, and the bytes of files, which no words can hold.
const UNJOURNALED: &[&str] =
    &["step", "change", "look", "memory", "ward", "kept_balance", "kept_total", "kept_day", "file_bytes"];

/// Columns that the store derives from others, and so journals nowhere.
const DERIVED: &[&str] = &["fold", "sort"];

/// Whether a table's changes are journaled; one that is not is not written either, but by the store itself.
#[must_use]
pub fn is_journaled(table: &str) -> bool {
    !UNJOURNALED.contains(&table)
}

/// The journaled tables of a store, by its schema.
///
/// # Errors
/// If SQLite refuses.
pub fn tables(conn: &Connection) -> Result<Vec<String>> {
    let mut found =
        conn.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")?;
    let names = found.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| is_journaled(name)).collect())
}

/// The journaled columns of a table, the row number first.
///
/// # Errors
/// If SQLite refuses.
pub fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut found = conn.prepare_cached("select name from pragma_table_info(?1) order by cid")?;
    let names = found.query_map([table], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !DERIVED.contains(&name.as_str())).collect())
}

/// A table's row as JSON, its columns read from `row` ("new", "old" or a table's name).
///
/// # Errors
/// If SQLite refuses.
pub fn json_object(conn: &Connection, table: &str, row: &str) -> Result<String> {
    Ok(object_of(&columns(conn, table)?, row))
}

fn object_of(columns: &[String], row: &str) -> String {
    let pairs: Vec<String> = columns.iter().map(|name| format!("'{name}', {row}.\"{name}\"")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// Makes the temporary triggers that write each update and each deletion of each table under the running step. Made from
/// the schema, so that no table can be forgotten; a write outside a step has no step to stand under, and is refused.
/// Rows that are new have no trigger: with one SQLite copies every page it touches, so that it could take back the row
/// alone. They are journaled by `Store::journal_row` or `Store::journal_new`, and `Watch` refuses those that are not.
///
/// # Errors
/// If SQLite refuses.
pub fn install(conn: &Connection) -> Result<()> {
    conn.execute_batch("create temp table running (step integer primary key)")?;
    for table in tables(conn)? {
        let columns = columns(conn, &table)?;
        let (old, new) = (object_of(&columns, "old"), object_of(&columns, "new"));
        let own: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let differs: Vec<String> = own.iter().map(|name| format!("old.{name} is not new.{name}")).collect();
        let (own, differs) = (own.join(", "), differs.join(" or "));
        let write = "insert into change (step, kind, row, old, new) values ((select step from running)";
        conn.execute_batch(&format!(
            "create temp trigger journal_{table}_delete after delete on main.\"{table}\" begin
                 {write}, '{table}', old.id, {old}, null); end;
             create temp trigger journal_{table}_update after update of {own} on main.\"{table}\"
             when {differs} begin
                 {write}, '{table}', old.id, {old}, {new}); end;"
        ))?;
    }
    // The wards stand in no journal, so nothing may change them but their sort keys.
    for (name, write) in
        [("insert", "insert"), ("delete", "delete"), ("update", "update of name, province, code, trashed")]
    {
        conn.execute_batch(&format!(
            "create temp trigger ward_{name} before {write} on main.ward begin select raise(abort, 'journal'); end;"
        ))?;
    }
    Ok(())
}

impl Store {
    /// Begins a step; what is written until [`Store::finish`] belongs to it.
    ///
    /// # Errors
    /// If a step is being written already, or SQLite refuses.
    pub fn begin(&mut self, step: Step) -> Result<()> {
        self.begin_sense(step, "do", None)
    }

    pub(super) fn begin_sense(&mut self, step: Step, sense: &'static str, target: Option<i64>) -> Result<()> {
        if self.work.is_some() {
            return Err(t::OUTSIDE_STEP.into());
        }
        self.wake()?;
        self.conn.execute_batch("begin immediate")?;
        match self.start_step(step, sense, target) {
            Ok(line) => {
                self.work = Some(line);
                Ok(())
            }
            Err(error) => {
                let _ = self.conn.execute_batch("rollback");
                Err(error)
            }
        }
    }

    /// Writes a step that is not sealed yet.
    fn start_step(&self, step: Step, sense: &'static str, target: Option<i64>) -> Result<Line> {
        let line = Line {
            id: self.conn.query_row("select ifnull(max(id), 0) + 1 from step", [], |row| row.get(0))?,
            at: self.clock.moment(),
            today: self.today().to_string(),
            user: self.user.clone(),
            act: step.act.code().to_owned(),
            kind: step.kind.to_owned(),
            object: step.object,
            sense: sense.to_owned(),
            target,
            is_final: sense == "do" && step.act.is_final(),
            schema: migrate::version(),
        };
        self.conn
            .prepare_cached(
                "insert into step (id, at, today, user, act, kind, object, sense, target, final, schema, seal)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, x'')",
            )?
            .execute(params![
                line.id,
                line.at,
                line.today,
                line.user,
                line.act,
                line.kind,
                line.object,
                line.sense,
                line.target,
                line.is_final,
                line.schema,
            ])?;
        self.conn.execute("insert into running values (?1)", [line.id])?;
        Ok(line)
    }

    /// Renames the running step, once it is known what it did ("12").
    pub fn name_step(&mut self, object: String) {
        if let Some(line) = &mut self.work {
            line.object = object;
        }
    }

    /// Seals and commits the running step: when this returns, it is on disk. A step without changes is dropped.
    ///
    /// # Errors
    /// If there is no step, or the commit fails; then [`Store::cancel`] is still owed.
    pub fn finish(&mut self) -> Result<()> {
        if self.work.is_some() {
            self.bind_sheaves()?;
            self.restore_indexes()?;
        }
        let Some(line) = &self.work else { return Err(t::OUTSIDE_STEP.into()) };
        let changed: bool =
            self.conn.query_row("select exists (select 1 from change where step = ?1)", [line.id], |row| row.get(0))?;
        if !changed {
            self.conn.execute_batch("rollback")?;
            self.work = None;
            self.end_bulk();
            return Ok(());
        }
        let last = last_seal(&self.conn, line.id)?;
        let (seal, new_rows) = seal(&self.conn, &*self.keys.seal, &last, line)?;
        if !self.watch.settle(new_rows) {
            return Err(t::NOT_JOURNALED.into());
        }
        self.conn.prepare_cached("update step set object = ?2, seal = ?3 where id = ?1")?.execute(params![
            line.id,
            line.object,
            seal
        ])?;
        self.conn.execute("delete from running", [])?;
        self.conn.execute_batch("commit")?;
        self.work = None;
        self.end_bulk();
        self.version += 1;
        Ok(())
    }

    /// The SQL of a change or a deletion of rows, ready to run. What was put in before is in the journal first.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn alter(&self, sql: &str) -> Result<CachedStatement<'_>> {
        self.bind_sheaves()?;
        Ok(self.conn.prepare_cached(sql)?)
    }

    /// Writes a row that is new to a table into the journal under the running step, as a line of its own.
    ///
    /// # Errors
    /// If no step is running, or SQLite refuses.
    pub(super) fn journal_new(&self, table: &str, row: i64) -> Result<()> {
        self.bind_sheaves()?;
        self.write_new(table, row)
    }

    /// The same, not looking at the rows that came in before.
    ///
    /// # Errors
    /// The same.
    pub(super) fn write_new(&self, table: &str, row: i64) -> Result<()> {
        let line = self.work.as_ref().ok_or(t::OUTSIDE_STEP)?;
        let text = self.journaled.borrow_mut().get(table).cloned();
        let text = match text {
            Some(text) => text,
            None => self.journal_text(table)?,
        };
        self.conn.prepare_cached(&text)?.execute(params![line.id, row])?;
        Ok(())
    }

    /// The SQL that journals a new row of a table, spelled once.
    fn journal_text(&self, table: &str) -> Result<Rc<str>> {
        let new = json_object(&self.conn, table, "t")?;
        let text: Rc<str> = format!(
            "insert into change (step, kind, row, old, new)
             values (?1, '{table}', ?2, null, (select {new} from \"{table}\" t where t.id = ?2))"
        )
        .into();
        self.journaled.borrow_mut().insert(table.to_owned(), Rc::clone(&text));
        Ok(text)
    }

    /// Drops the running step with all that it wrote.
    pub fn cancel(&mut self) {
        if self.work.take().is_some() {
            // A failed commit may have rolled back already; there is nothing else to undo then.
            let _ = self.conn.execute_batch("rollback");
            self.sheaves.borrow_mut().clear();
            self.aside.clear();
            self.end_bulk();
            self.watch.gather(false);
            self.version += 1;
        }
    }

    /// Makes the journal's triggers before the first write. They take as long as all else that opening does; until they
    /// are there the file refuses any write.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn wake(&self) -> Result<()> {
        if !self.awake.get() {
            self.conn.pragma_update(None, "query_only", "off")?;
            install(&self.conn)?;
            self.awake.set(true);
        }
        Ok(())
    }
}

/// How much of the file is kept in memory, in KiB: enough to browse a large store.
pub(super) const PAGES: i64 = 16_000;

/// A step as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// The moment at UTC+7.
    pub at: String,
    /// The program's day.
    pub today: String,
    /// Who took it.
    pub user: String,
    /// The code of its act.
    pub act: String,
    /// The table it is about.
    pub kind: String,
    /// The name of what it is about.
    pub object: String,
    /// `do`, `undo` or `redo`.
    pub sense: String,
    /// The step undone or redone.
    pub target: Option<i64>,
    /// Whether undo stops here.
    pub is_final: bool,
    /// The store's shape at the time.
    pub schema: i64,
}

impl Line {
    /// Reads a step selected as `id, at, today, user, act, kind, object, sense, target, final, schema`.
    ///
    /// # Errors
    /// If a column is not of its type.
    pub fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            at: row.get("at")?,
            today: row.get("today")?,
            user: row.get("user")?,
            act: row.get("act")?,
            kind: row.get("kind")?,
            object: row.get("object")?,
            sense: row.get("sense")?,
            target: row.get("target")?,
            is_final: row.get("final")?,
            schema: row.get("schema")?,
        })
    }
}

/// The seal of the last step before one; blank before the first.
fn last_seal(conn: &Connection, before: i64) -> Result<Vec<u8>> {
    let seal = conn
        .prepare_cached("select seal from step where id < ?1 order by id desc limit 1")?
        .query_row([before], |row| row.get(0))
        .optional()?;
    Ok(seal.unwrap_or_default())
}

/// The seal of a step: an HMAC over the last seal, the step and the digest of each of its changes. A change's digest
/// is salted, so that it tells nothing of erased values. With it, how many rows the step's changes put in.
///
/// # Errors
/// If SQLite refuses.
pub fn seal(conn: &Connection, key: &[u8], last: &[u8], line: &Line) -> Result<(Vec<u8>, usize)> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| Error::from(t::NO_RANDOM))?;
    mac.update(last);
    let head = serde_json::json!([
        line.id,
        line.at,
        line.today,
        line.user,
        line.act,
        line.kind,
        line.object,
        line.sense,
        line.target,
        line.is_final,
        line.schema,
    ]);
    mac.update(head.to_string().as_bytes());
    let mut changes = conn.prepare_cached(
        "select kind, row, old, new, salt, digest, last, columns from change where step = ?1 order by id",
    )?;
    let mut rows = changes.query([line.id])?;
    let mut new_rows = 0;
    while let Some(row) = rows.next()? {
        if let Some(columns) = row.get_ref(7)?.as_str_or_null().map_err(std::io::Error::other)? {
            new_rows += seal_sheaf(&mut mac, row, columns)?;
            continue;
        }
        new_rows += usize::from(row.get_ref(2)? == ValueRef::Null && row.get_ref(3)? != ValueRef::Null);
        // A digest stands for values only once they are erased; beside values it vouches for nothing.
        let blank = row.get_ref(2)? == ValueRef::Null && row.get_ref(3)? == ValueRef::Null;
        let erased: Option<Vec<u8>> = row.get(5)?;
        let digest = match erased.filter(|_| blank) {
            Some(digest) => digest,
            None => {
                let mut hash = Sha256::new();
                hash.update(row.get_ref(4)?.as_blob().unwrap_or_default());
                hash.update(row.get_ref(0)?.as_str().unwrap_or_default());
                hash.update(row.get::<_, i64>(1)?.to_le_bytes());
                for at in [2, 3] {
                    let value = row.get_ref(at)?.as_str_or_null().ok().flatten();
                    hash.update([u8::from(value.is_some())]);
                    hash.update((value.map_or(0, str::len) as u64).to_le_bytes());
                    hash.update(value.unwrap_or_default());
                }
                hash.finalize().to_vec()
            }
        };
        mac.update(&digest);
    }
    Ok((mac.finalize().into_bytes().to_vec(), new_rows))
}

/// Takes a sheaf into a seal: what its columns are called, then each of its rows. How many there are.
fn seal_sheaf(mac: &mut Hmac<Sha256>, row: &rusqlite::Row<'_>, columns: &str) -> Result<usize> {
    let (table, first, last): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(6)?);
    let new = row.get_ref(3)?.as_str().map_err(std::io::Error::other)?;
    let mut hash = Sha256::new();
    hash.update(&table);
    hash.update(first.to_le_bytes());
    hash.update(last.to_le_bytes());
    hash.update(columns);
    mac.update(&hash.finalize());
    let mut rows = 0;
    for (row, line) in sheaf::lines(first, new) {
        mac.update(&sheaf::digest(&table, row, line));
        rows += 1;
    }
    Ok(rows)
}
