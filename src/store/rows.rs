//! Records in and out of their tables, spelled from their columns; the search and sort columns kept beside them.
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};

use crate::domain::act::{Act, Step};
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::record::{Column, Meta, Order, Record, Row};
use crate::domain::tables;
use crate::domain::value::{Kind, Link, Value};
use crate::store::Store;
use crate::store::error::{Error, Result};
use crate::text::{Lang, store as t};

impl Store {
    /// A record by its id.
    ///
    /// # Errors
    /// If there is no such row.
    pub fn get<R: Record>(&self, id: Id<R>) -> Result<R> {
        let row = self.row(R::META, id.0)?.ok_or(t::GONE)?;
        R::of(&row).ok_or_else(|| t::NOT_ALLOWED.into())
    }

    /// A row by its number, in the trash or not.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn row(&self, meta: &Meta, id: i64) -> Result<Option<Row>> {
        let sql = format!("{} where t.id = ?1", select(meta));
        let found = self.conn.prepare_cached(&sql)?.query_row([id], |row| read(meta, row)).optional()?;
        Ok(found)
    }

    /// Every record that is not in the trash, in natural order.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn all<R: Record>(&self) -> Result<Vec<R>> {
        self.found("1 = 1", &[])
    }

    /// The records whose column holds a value, in natural order.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn find<R: Record>(&self, column: &str, value: &Value) -> Result<Vec<R>> {
        self.found(&format!("t.\"{column}\" is ?1"), &[sql(value)])
    }

    /// The records of a table whose folded name column equals a folded text.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn named<R: Record>(&self, name: &str) -> Result<Vec<R>> {
        let folded = fold(name);
        let mut found =
            self.found::<R>("(t.fold = ?1 or t.fold like ?1 || char(10) || '%')", &[Sql::Text(folded.clone())])?;
        found.retain(|record| fold(R::META.value(&record.row(), "name").text()) == folded);
        Ok(found)
    }

    fn found<R: Record>(&self, filter: &str, binds: &[Sql]) -> Result<Vec<R>> {
        let meta = R::META;
        let sql = format!("{} where t.trashed is null and {filter} order by {}", select(meta), order_by(meta));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(binds), |row| read(meta, row))?;
        rows.map(|row| R::of(&row?).ok_or_else(|| t::NOT_ALLOWED.into())).collect()
    }

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
        let mut row = record.row();
        self.put_row(R::META, &mut row)?;
        if let Some(saved) = R::of(&row) {
            *record = saved;
        }
        Ok(Id::of(row.id))
    }

    /// Puts a row within the running step: adds it if it has no number, else changes what differs. New names in its
    /// references become rows of their own first.
    ///
    /// # Errors
    /// If it breaks its rules, or SQLite refuses.
    pub fn put_row(&mut self, meta: &'static Meta, row: &mut Row) -> Result<()> {
        self.make_named(meta, row)?;
        let faults = (meta.check)(row);
        if !faults.is_empty() {
            return Err(Error::Faults(faults));
        }
        if row.id == 0 {
            row.id = self.insert(meta, row)?;
        } else {
            let before = self.row(meta, row.id)?.ok_or(t::GONE)?;
            if !same(meta, &before, row) {
                self.update(meta, row)?;
            }
        }
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
    /// If SQLite refuses.
    pub fn set(&mut self, meta: &Meta, id: i64, column: &str, value: &Value) -> Result<()> {
        let sql_text = format!("update \"{}\" set \"{column}\" = ?1 where id = ?2", meta.table);
        self.conn.prepare_cached(&sql_text)?.execute(params![sql(value), id])?;
        Ok(())
    }

    /// Deletes a row for good within the running step; only undo brings it back. For lines that an act makes anew.
    ///
    /// # Errors
    /// If other rows point to it.
    pub fn remove(&mut self, meta: &Meta, id: i64) -> Result<()> {
        self.conn.prepare_cached(&format!("delete from \"{}\" where id = ?1", meta.table))?.execute([id])?;
        Ok(())
    }

    /// The name of a row in the journal and on the notice line: its name, else its first column in words.
    #[must_use]
    pub fn row_name(&self, meta: &Meta, row: &Row) -> String {
        if meta.place("name").is_some() {
            return meta.value(row, "name").text().to_owned();
        }
        let pairs = meta.columns.iter().zip(&row.values).filter(|(column, _)| column.width > 0);
        let shown =
            pairs.filter(|(_, value)| !value.is_blank()).take(2).map(|(column, value)| match (column.kind, value) {
                (Kind::Ref(table), Value::Int(id)) => self.name_of(table, *id),
                (kind, value) => crate::domain::cell::show(kind, value, self.today(), Lang::Vi),
            });
        shown.collect::<Vec<_>>().join(" · ")
    }

    /// The name of a row of a table; blank if it is gone.
    #[must_use]
    pub fn name_of(&self, table: &str, id: i64) -> String {
        let sql = format!("select name from \"{table}\" where id = ?1");
        self.conn
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([id], |row| row.get(0)))
            .unwrap_or_default()
    }

    /// Derives the search and sort columns of a row anew.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn derive(&self, table: &str, id: i64) -> Result<()> {
        let Some(meta) = tables::by_name(table) else { return Ok(()) };
        let Some(row) = self.row(meta, id)? else { return Ok(()) };
        let (folded, sort) = self.derived(meta, &row);
        let sql = format!("update \"{table}\" set fold = ?1, sort = ?2 where id = ?3");
        self.conn.prepare_cached(&sql)?.execute(params![folded, sort, id])?;
        Ok(())
    }

    /// The search and sort columns that a row should have.
    pub(super) fn derived(&self, meta: &Meta, row: &Row) -> (String, Option<Vec<u8>>) {
        let texts: Vec<String> = meta.search.iter().map(|column| fold(meta.value(row, column).text())).collect();
        let name = meta.value(row, "name").text();
        let sort = match meta.order {
            Order::Person => Some(self.order.person_key(name)),
            Order::Plain => Some(self.order.plain_key(name)),
            Order::Latest(_) | Order::Row => None,
        };
        (texts.join("\n"), sort)
    }

    fn insert(&self, meta: &Meta, row: &Row) -> Result<i64> {
        let stored = stored(meta, row);
        let names: Vec<String> = stored.iter().map(|(column, _)| format!("\"{}\"", column.name)).collect();
        let places: Vec<String> = (1..=stored.len() + 2).map(|at| format!("?{at}")).collect();
        let sql_text =
            format!("insert into \"{}\" ({}, fold, sort) values ({})", meta.table, names.join(", "), places.join(", "));
        let (folded, sort) = self.derived(meta, row);
        let binds = stored.iter().map(|(_, value)| sql(value)).chain([Sql::Text(folded), blob(sort)]);
        self.conn.prepare_cached(&sql_text)?.execute(params_from_iter(binds))?;
        Ok(self.conn.last_insert_rowid())
    }

    fn update(&self, meta: &Meta, row: &Row) -> Result<()> {
        let stored = stored(meta, row);
        let sets: Vec<String> =
            stored.iter().enumerate().map(|(at, (column, _))| format!("\"{}\" = ?{}", column.name, at + 1)).collect();
        let n = stored.len();
        let sql_text = format!(
            "update \"{}\" set {}, fold = ?{}, sort = ?{} where id = ?{}",
            meta.table,
            sets.join(", "),
            n + 1,
            n + 2,
            n + 3
        );
        let (folded, sort) = self.derived(meta, row);
        let binds =
            stored.iter().map(|(_, value)| sql(value)).chain([Sql::Text(folded), blob(sort), Sql::Integer(row.id)]);
        self.conn.prepare_cached(&sql_text)?.execute(params_from_iter(binds))?;
        Ok(())
    }

    /// Makes the rows that a reference names but that do not exist yet, with the unit of the row that names them.
    fn make_named(&mut self, meta: &'static Meta, row: &mut Row) -> Result<()> {
        for (at, column) in meta.columns.iter().enumerate() {
            let (Kind::Ref(table), Some(Value::New(name))) = (column.kind, row.values.get(at).cloned()) else {
                continue;
            };
            let Some(target) = tables::by_name(table) else { continue };
            let mut made = Row { id: 0, values: (target.blank)() };
            target.set(&mut made, "name", Value::Text(name));
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
        let sql = format!("select \"{to}\" from \"{table}\" where \"{from}\" = ?1");
        let has: Vec<i64> =
            self.conn.prepare_cached(&sql)?.query_map([row], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for gone in has.iter().filter(|id| !ids.contains(id)) {
            self.conn
                .prepare_cached(&format!("delete from \"{table}\" where \"{from}\" = ?1 and \"{to}\" = ?2"))?
                .execute([row, *gone])?;
        }
        for new in ids.iter().filter(|id| !has.contains(id)) {
            self.conn
                .prepare_cached(&format!("insert into \"{table}\" (\"{from}\", \"{to}\") values (?1, ?2)"))?
                .execute([row, *new])?;
        }
        Ok(())
    }
}

/// How a column is read: its value, or the numbers of the rows it links to.
pub(super) fn selected(column: &Column) -> String {
    match column.kind {
        Kind::Many(Link { table, from, to, .. }) => {
            format!("(select json_group_array(l.\"{to}\") from \"{table}\" l where l.\"{from}\" = t.id)")
        }
        _ => format!("t.\"{}\"", column.name),
    }
}

/// The natural order of a table in SQL.
pub(super) fn order_by(meta: &Meta) -> String {
    match meta.order {
        Order::Person | Order::Plain => "t.sort, t.id".to_owned(),
        Order::Latest("id") => "t.id desc".to_owned(),
        Order::Latest(column) => format!("t.\"{column}\" desc, t.id desc"),
        Order::Row => "t.id".to_owned(),
    }
}

fn select(meta: &Meta) -> String {
    let columns: Vec<String> = meta.columns.iter().map(selected).collect();
    format!("select t.id, {} from {} t", columns.join(", "), meta.source)
}

fn read(meta: &Meta, row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let values = meta
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| value(column.kind, row.get(at + 1)?))
        .collect::<rusqlite::Result<_>>()?;
    Ok(Row { id: row.get(0)?, values })
}

/// A value as it was stored.
pub(super) fn value(kind: Kind, sql: Sql) -> rusqlite::Result<Value> {
    Ok(match (kind, sql) {
        (_, Sql::Null) => Value::Null,
        (_, Sql::Integer(n)) => Value::Int(n),
        (Kind::Many(_), Sql::Text(json)) => Value::Ids(serde_json::from_str(&json).unwrap_or_default()),
        (_, Sql::Text(text)) => Value::Text(text),
        (_, Sql::Real(_) | Sql::Blob(_)) => Value::Null,
    })
}

/// A value as it is bound.
pub(super) fn sql(value: &Value) -> Sql {
    match value {
        Value::Int(n) => Sql::Integer(*n),
        Value::Text(text) => Sql::Text(text.clone()),
        Value::Null | Value::Ids(_) | Value::New(_) => Sql::Null,
    }
}

fn blob(bytes: Option<Vec<u8>>) -> Sql {
    bytes.map_or(Sql::Null, Sql::Blob)
}

fn stored<'a>(meta: &'a Meta, row: &'a Row) -> Vec<(&'a Column, &'a Value)> {
    meta.columns
        .iter()
        .zip(&row.values)
        .filter(|(column, _)| !column.shown && !matches!(column.kind, Kind::Many(_)))
        .collect()
}

fn same(meta: &Meta, before: &Row, after: &Row) -> bool {
    stored(meta, before) == stored(meta, after)
}
