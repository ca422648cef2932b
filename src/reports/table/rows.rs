//! Any list as it leaves the program, from its columns.
use serde_json::{Map, Value as Json};

use super::{Cover, initials};
use crate::domain::cell;
use crate::domain::record::{Column, Meta, Row};
use crate::domain::value::{Kind, Value};
use crate::paper::{Cell, Grid};
use crate::store::{Result, Store};
use crate::text::{Lang, field};

pub fn json(store: &Store, meta: &'static Meta, ids: &[i64], cover: Cover) -> Result<Json> {
    let line = |row: &Row| {
        let pairs = meta.columns.iter().zip(&row.values);
        let pairs = pairs.map(|(column, value)| (column.name.to_owned(), typed(store, column, value, cover)));
        Json::Object(pairs.collect::<Map<_, _>>())
    };
    Ok(store.lines(meta, ids)?.iter().map(line).collect())
}

pub fn grid(store: &Store, meta: &'static Meta, ids: &[i64], cover: Cover) -> Result<Grid> {
    let line = |row: &Row| {
        let shown = meta.columns.iter().zip(&row.values).filter(|(column, _)| is_head(column));
        shown.map(|(column, value)| printed(store, column, value, cover)).collect()
    };
    Ok(Grid {
        heads: meta.columns.iter().filter(|column| is_head(column)).map(|column| column.label.vi.to_owned()).collect(),
        rows: store.lines(meta, ids)?.iter().map(line).collect(),
        about: Vec::new(),
    })
}

/// A shown column that repeats typed ones has no place in a sheet.
fn is_head(column: &Column) -> bool {
    !(column.shown && matches!(column.name, "donor_name" | "campaign_name" | "documents_count"))
}

fn typed(store: &Store, column: &Column, value: &Value, cover: Cover) -> Json {
    let hidden = hide(column, value, cover);
    match (column.kind, &hidden) {
        (_, value) if value.is_blank() && !matches!(column.kind, Kind::Many(_)) => Json::Null,
        (Kind::Bool, Value::Int(n)) => (*n != 0).into(),
        (Kind::Many(link), Value::Ids(ids)) => ids.iter().map(|id| store.name_of(link.target, *id)).collect(),
        (Kind::Many(_), _) => Json::Array(Vec::new()),
        (_, Value::Int(n)) => (*n).into(),
        (_, value) => value.text().into(),
    }
}

fn printed(store: &Store, column: &Column, value: &Value, cover: Cover) -> Cell {
    let hidden = hide(column, value, cover);
    match (column.kind, &hidden) {
        (_, value) if value.is_blank() => Cell::Empty,
        (Kind::Money, Value::Int(amount)) => Cell::Money(*amount),
        (Kind::Bool, Value::Int(n)) => Cell::Text((if *n == 0 { field::NO } else { field::YES }).vi.to_owned()),
        (Kind::Many(link), Value::Ids(ids)) => {
            let names: Vec<String> = ids.iter().map(|id| store.name_of(link.target, *id)).collect();
            Cell::Text(names.join("; "))
        }
        (Kind::Date, Value::Text(iso)) => iso.parse().map_or_else(|_| Cell::Text(iso.clone()), Cell::Date),
        (_, Value::Int(n)) => Cell::Int(*n),
        (kind, value) => Cell::Text(cell::show(kind, value, store.today(), Lang::Vi)),
    }
}

/// What is left of a value: people's names become initials; what else could tell who they are is left out.
fn hide(column: &Column, value: &Value, cover: Cover) -> Value {
    let Value::Text(text) = value else { return value.clone() };
    let names_someone = match column.kind {
        Kind::Ref(table) => table == "person",
        _ => matches!(column.name, "donor" | "donor_name" | "speaker" | "approver") || names_person(column),
    };
    match column.name {
        _ if !cover.masked => value.clone(),
        "phone" | "note" => Value::Null,
        _ if names_someone => Value::Text(initials(text)),
        _ => value.clone(),
    }
}

/// Whether a record's own name is a person's.
fn names_person(column: &Column) -> bool {
    column.name == "name" && column.label == field::FULL_NAME
}
