//! Records into their tables: rules first, then new names, then what differs; links last.
use std::fmt::Write;
use std::rc::Rc;

use rusqlite::types::{Null, ToSql, ToSqlOutput, Value as Sql};
use rusqlite::{Statement, params};

use crate::domain::act::{Act, Step};
use crate::domain::id::Id;
use crate::domain::record::{Column, Fault, Meta, Record, Row};
use crate::domain::tables;
use crate::domain::value::{Kind, Link, Value};
use crate::store::error::{Error, Result};
use crate::store::rows::sql;
use crate::store::{Store, journal};
use crate::text::{rule, store as t};

impl Store {
    /// Saves a record as a step of its own: adds it or changes it.
    ///
    /// # Errors
    /// If it breaks its rules, or a row it names is gone; then nothing was written.
    pub fn save<R: Record>(&mut self, record: &mut R) -> Result<()> {
        let mut row = record.row();
        self.save_row(R::META, &mut row)?;
        *record = self.get(Id::of(row.id))?;
        Ok(())
    }

    /// Saves a row as a step of its own, like [`Store::save`].
    ///
    /// # Errors
    /// The same.
    pub fn save_row(&mut self, meta: &'static Meta, row: &mut Row) -> Result<()> {
        let act = if row.id == 0 { Act::Add } else { Act::Edit };
        let name = self.row_name(meta, row);
        self.write(Step::new(act, meta.table, name), |store| store.put_row(meta, row))
    }

    /// Puts a record within the running step. Its id is set.
    ///
    /// # Errors
    /// If it breaks its rules, or SQLite refuses.
    pub fn put_record<R: Record>(&mut self, record: &mut R) -> Result<Id<R>> {
        writable(R::META)?;
        refuse(R::META, record.faults())?;
        let mut row = record.row();
        self.place(R::META, &mut row)?;
        record.number(row.id);
        Ok(Id::of(row.id))
    }

    /// Puts a row within the running step: adds it if it has no number, else changes what differs. New names in its
    /// references become rows of their own first; what is null is filled in as its record has it.
    ///
    /// # Errors
    /// If it breaks its rules, which all are told at once, if its table is only looked at, or SQLite refuses.
    pub fn put_row(&mut self, meta: &'static Meta, row: &mut Row) -> Result<()> {
        writable(meta)?;
        faultless(meta, row)?;
        row.values = (meta.whole)(row).ok_or_else(|| Error::Faults(meta.misfits(row)))?.values;
        self.make_named(meta, row)?;
        self.place(meta, row)
    }

    /// Writes a row that breaks no rule, and its links.
    fn place(&self, meta: &'static Meta, row: &mut Row) -> Result<()> {
        let closed = self.close_row(meta, row)?;
        let id = if row.id == 0 {
            self.insert(meta, &closed)?
        } else {
            self.update(meta, &closed)?;
            row.id
        };
        drop(closed);
        row.id = id;
        for (column, value) in meta.columns.iter().zip(&row.values) {
            if let (Kind::Many(link), Value::Ids(ids)) = (column.kind, value) {
                self.link(link, row.id, ids)?;
            }
        }
        Ok(())
    }

    /// Writes one column of a row within the running step, for what only an act may set.
    ///
    /// # Errors
    /// If the row is gone, or SQLite refuses.
    pub fn set(&mut self, meta: &Meta, id: i64, column: &str, value: &Value) -> Result<()> {
        writable(meta)?;
        let text = format!("update \"{}\" set \"{column}\" = ?1 where id = ?2", meta.table);
        let sealed = meta.columns.iter().find(|it| it.sealed && it.name == column);
        let value = sealed.map_or_else(|| Ok(value.clone()), |it| self.close_value(meta, it, value))?;
        if self.alter(&text)?.execute(params![sql(&value), id])? == 0 {
            return Err(t::GONE.into());
        }
        if column == "name" || meta.search.contains(&column) { self.derive(meta, id) } else { Ok(()) }
    }

    /// Deletes a row with its links for good within the running step; only undo brings it back. For lines that an act
    /// makes anew.
    ///
    /// # Errors
    /// If the row is gone, or other rows point to it.
    pub fn remove(&mut self, meta: &Meta, id: i64) -> Result<()> {
        writable(meta)?;
        for column in meta.columns {
            if let Kind::Many(link) = column.kind {
                self.link(link, id, &[])?;
            }
        }
        match self.alter(&format!("delete from \"{}\" where id = ?1", meta.table))?.execute([id])? {
            0 => Err(t::GONE.into()),
            _ => Ok(()),
        }
    }

    fn insert(&self, meta: &'static Meta, row: &Row) -> Result<i64> {
        let mut insert = self.conn.prepare_cached(&self.spelled(meta).insert)?;
        self.bind(meta, row, &mut insert)?;
        insert.raw_execute()?;
        let id = self.conn.last_insert_rowid();
        self.journal_row(meta, id, &row.values)?;
        Ok(id)
    }

    /// Writes a row's columns if one differs from what is stored.
    fn update(&self, meta: &'static Meta, row: &Row) -> Result<()> {
        let spelled = self.spelled(meta);
        let mut select = self.conn.prepare_cached(&spelled.select)?;
        let mut found = select.query([row.id])?;
        let before = found.next()?.ok_or(t::GONE)?;
        let mut same = true;
        for (at, value) in stored(meta, &row.values).enumerate() {
            same = same && before.get::<_, Sql>(at)? == sql(value);
        }
        if same {
            return Ok(());
        }
        let mut update = self.alter(&spelled.update)?;
        let id = self.bind(meta, row, &mut update)?;
        update.raw_bind_parameter(id, row.id)?;
        update.raw_execute()?;
        Ok(())
    }

    /// Binds a row's columns and those derived from them; the place after them.
    fn bind(&self, meta: &'static Meta, row: &Row, statement: &mut Statement<'_>) -> Result<usize> {
        let (folded, sort) = self.derived(meta, &row.values);
        let mut at = 1;
        for value in stored(meta, &row.values) {
            statement.raw_bind_parameter(at, Bound(value))?;
            at += 1;
        }
        statement.raw_bind_parameter(at, folded)?;
        statement.raw_bind_parameter(at + 1, sort)?;
        Ok(at + 2)
    }

    /// Makes the rows that a reference names but that do not exist yet: first the unit, then whoever belongs to it.
    fn make_named(&mut self, meta: &'static Meta, row: &mut Row) -> Result<()> {
        let unit = meta.place("unit");
        let mut places: Vec<usize> = (0..meta.columns.len()).collect();
        places.sort_by_key(|at| Some(*at) != unit);
        for at in places {
            let Some(target) = target(meta, at) else { continue };
            if let Some(Value::Rows(ids, names)) = row.values.get(at) {
                let mut ids = ids.clone();
                for name in names.clone() {
                    let mut made = named(target, &name);
                    self.put_row(target, &mut made)?;
                    ids.push(made.id);
                }
                if let Some(slot) = row.values.get_mut(at) {
                    *slot = Value::Ids(ids);
                }
                continue;
            }
            let Some(Value::New(name)) = row.values.get(at) else { continue };
            let mut made = named(target, name);
            if let Value::Int(unit) = meta.value(row, "unit") {
                target.set(&mut made, "unit", Value::Int(*unit));
            }
            self.put_row(target, &mut made)?;
            if let Some(slot) = row.values.get_mut(at) {
                *slot = Value::Int(made.id);
            }
        }
        Ok(())
    }

    fn link(&self, link: Link, row: i64, ids: &[i64]) -> Result<()> {
        let Link { table, from, to, .. } = link;
        let text = format!("select \"{to}\" from \"{table}\" where \"{from}\" = ?1");
        let mut has: Vec<i64> =
            self.conn.prepare_cached(&text)?.query_map([row], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for gone in has.iter().filter(|id| !ids.contains(id)) {
            self.alter(&format!("delete from \"{table}\" where \"{from}\" = ?1 and \"{to}\" = ?2"))?
                .execute([row, *gone])?;
        }
        for id in ids {
            // The same row may have been chosen twice; it is linked once.
            if has.contains(id) {
                continue;
            }
            has.push(*id);
            self.conn
                .prepare_cached(&format!("insert into \"{table}\" (\"{from}\", \"{to}\") values (?1, ?2)"))?
                .execute([row, *id])?;
            self.journal_new(table, self.conn.last_insert_rowid())?;
        }
        Ok(())
    }

    fn spelled(&self, meta: &'static Meta) -> Rc<Spelled> {
        Rc::clone(self.spelled.borrow_mut().entry(meta.table).or_insert_with(|| Rc::new(Spelled::new(meta))))
    }
}

/// The SQL that writes a table, spelled once.
#[derive(Debug)]
pub(super) struct Spelled {
    insert: String,
    update: String,
    select: String,
}

impl Spelled {
    fn new(meta: &Meta) -> Self {
        let table = meta.table;
        let names: Vec<String> = meta.columns.iter().filter(is_stored).map(|it| format!("\"{}\"", it.name)).collect();
        let (mut places, mut sets) = (String::new(), String::new());
        for (at, name) in names.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(places, "?{}, ", at + 1);
            let _ = write!(sets, "{name} = ?{}, ", at + 1);
        }
        let (n, names) = (names.len(), names.join(", "));
        let (fold, sort, id) = (n + 1, n + 2, n + 3);
        Self {
            insert: format!("insert into \"{table}\" ({names}, fold, sort) values ({places}?{fold}, ?{sort})"),
            update: format!("update \"{table}\" set {sets}fold = ?{fold}, sort = ?{sort} where id = ?{id}"),
            select: format!("select {names} from \"{table}\" where id = ?1"),
        }
    }
}

/// Refuses tables that are only looked at.
///
/// # Errors
/// If the table is a view, or one that is never written.
pub(super) fn writable(meta: &Meta) -> Result<()> {
    if meta.is_view() || !journal::is_journaled(meta.table) { Err(t::ONLY_LOOKED_AT.into()) } else { Ok(()) }
}

/// Refuses a row that breaks rules, or whose new names fit no table.
fn faultless(meta: &'static Meta, row: &Row) -> Result<()> {
    let mut faults = Vec::new();
    for (at, (column, value)) in meta.columns.iter().zip(&row.values).enumerate() {
        let names = match value {
            Value::New(name) => std::slice::from_ref(name),
            Value::Rows(_, names) => names,
            _ => continue,
        };
        for name in names {
            let fits = |it: &Meta| writable(it).is_ok() && (it.check)(&named(it, name)).is_empty();
            if !target(meta, at).is_some_and(fits) {
                faults.push(Fault::at(column.name, rule::NOT_IN_LIST.with([name])));
            }
        }
    }
    faults.extend((meta.check)(row));
    refuse(meta, faults)
}

/// Refuses what breaks rules, each with its column's name on screen.
fn refuse(meta: &Meta, mut faults: Vec<Fault>) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    for fault in &mut faults {
        fault.label = meta.columns.iter().find(|column| column.name == fault.column).map(|column| column.label);
    }
    Err(Error::Faults(faults))
}

/// A new row of a table with its name.
fn named(meta: &Meta, name: &str) -> Row {
    let mut row = Row { id: 0, values: (meta.blank)() };
    meta.set(&mut row, "name", Value::Text(name.to_owned()));
    row
}

/// The table that a column refers to, if its rows have names.
fn target(meta: &Meta, at: usize) -> Option<&'static Meta> {
    match meta.columns.get(at)?.kind {
        Kind::Ref(table) | Kind::Many(Link { target: table, .. }) => {
            tables::by_name(table).filter(|target| target.place("name").is_some())
        }
        _ => None,
    }
}

pub(super) fn is_stored(column: &&Column) -> bool {
    !column.shown && !matches!(column.kind, Kind::Many(_))
}

fn stored<'a>(meta: &'static Meta, values: &'a [Value]) -> impl Iterator<Item = &'a Value> {
    meta.columns.iter().zip(values).filter(|(column, _)| is_stored(column)).map(|(_, value)| value)
}

/// A value as it is bound, without a copy.
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Int(n) => ToSqlOutput::from(*n),
            Value::Text(text) => ToSqlOutput::from(text.as_str()),
            Value::Null | Value::Ids(_) | Value::New(_) | Value::Rows(..) => ToSqlOutput::from(Null),
        })
    }
}
