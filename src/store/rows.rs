//! Records out of their tables, spelled from their columns.
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params_from_iter};

use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::record::{Column, Meta, Order, Record, Row};
use crate::domain::value::{Kind, Link, Value};
use crate::store::Store;
use crate::store::error::Result;
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
        Ok(found.map(|row| self.open_row(meta, row)))
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
        // The search column begins with the name where that is searched first; a line ends before the next one.
        let mut found = self.found::<R>(
            "(t.fold = ?1 or (t.fold >= ?1 || char(10) and t.fold < ?1 || char(11)))",
            &[Sql::Text(folded.clone())],
        )?;
        found.retain(|record| fold(R::META.value(&record.row(), "name").text()) == folded);
        Ok(found)
    }

    /// Those of some rows that are there and not in the trash, in their order.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn alive(&self, meta: &Meta, ids: &[i64]) -> Result<Vec<i64>> {
        let text = format!("select 1 from \"{}\" where id = ?1 and trashed is null", meta.table);
        let mut statement = self.conn.prepare_cached(&text)?;
        let mut kept = Vec::new();
        for id in ids {
            if statement.exists([id])? {
                kept.push(*id);
            }
        }
        Ok(kept)
    }

    fn found<R: Record>(&self, filter: &str, binds: &[Sql]) -> Result<Vec<R>> {
        let meta = R::META;
        let sql = format!("{} where {} and {filter} order by {}", select(meta), alive(meta), order_by(meta));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(binds), |row| read(meta, row))?;
        rows.map(|row| R::of(&self.open_row(meta, row?)).ok_or_else(|| t::NOT_ALLOWED.into())).collect()
    }

    /// The name of a row in the journal and on the notice line: its name, else its first column in words.
    #[must_use]
    pub fn row_name(&self, meta: &Meta, row: &Row) -> String {
        if meta.place("name").is_some() {
            return meta.value(row, "name").text().to_owned();
        }
        // What is sealed never becomes the name of a step.
        let pairs = meta.columns.iter().zip(&row.values).filter(|(column, _)| column.width > 0 && !column.sealed);
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
}

/// How a column is read: its value, or the numbers of the rows it links to.
pub(super) fn selected(column: &Column) -> String {
    match column.kind {
        Kind::Many(Link { table, from, to, .. }) => {
            format!("(select json_group_array(l.\"{to}\" order by l.id) from \"{table}\" l where l.\"{from}\" = t.id)")
        }
        _ => format!("t.\"{}\"", column.name),
    }
}

/// What holds for rows that are not in the trash.
pub(super) fn alive(meta: &Meta) -> &'static str {
    if meta.is_view() { "1 = 1" } else { "t.trashed is null" }
}

/// The natural order of a table in SQL.
pub(super) fn order_by(meta: &Meta) -> String {
    match meta.order {
        Order::Person | Order::Plain => "t.sort, t.id".to_owned(),
        Order::Latest("id") => "t.id desc".to_owned(),
        Order::Latest(column) => format!("t.\"{column}\" desc, t.id desc"),
        Order::Row => "t.id".to_owned(),
        Order::Within(outer, inner) => format!("t.\"{outer}\", t.\"{inner}\" is null, t.\"{inner}\", t.id"),
    }
}

pub(super) fn select(meta: &Meta) -> String {
    let columns: Vec<String> = meta.columns.iter().map(selected).collect();
    format!("select t.id, {} from {} t", columns.join(", "), meta.source)
}

pub(super) fn read(meta: &Meta, row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
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
        (_, Sql::Integer(n)) => Value::Int(n),
        (Kind::Many(_), Sql::Text(json)) => Value::Ids(serde_json::from_str(&json).unwrap_or_default()),
        (_, Sql::Text(text)) => Value::Text(text),
        (_, Sql::Null | Sql::Real(_) | Sql::Blob(_)) => Value::Null,
    })
}

/// A value as it is bound.
pub(super) fn sql(value: &Value) -> Sql {
    match value {
        Value::Int(n) => Sql::Integer(*n),
        Value::Text(text) => Sql::Text(text.clone()),
        Value::Null | Value::Ids(_) | Value::New(_) | Value::Rows(..) => Sql::Null,
    }
}
