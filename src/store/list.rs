//! What lists need: the ids in an order, filtered without marks; the visible rows.
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use crate::domain::filter::Filter;
use crate::domain::fold;
use crate::domain::record::{Column, Meta, Order, Row};
use crate::domain::tables;
use crate::domain::value::{Choice, Kind, Value};
use crate::store::Store;
use crate::store::error::Result;
use crate::store::rows::{alive, order_by, selected, sql, value};
use crate::store::sieve;

pub use crate::store::names::{Marks, Names};

/// What a list shows and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Columns that must hold a value.
    pub scope: Vec<(&'static str, Value)>,
    /// The column to sort by, and whether downwards; else the natural order.
    pub sort: Option<(&'static str, bool)>,
    /// What the rows' text must contain: marks count only if they are typed.
    pub filter: String,
    /// What columns must hold.
    pub filters: Vec<Filter>,
    /// The day on which ages are counted, if not today.
    pub day: Option<NaiveDate>,
}

impl Store {
    /// The ids of a list, in its order, without those in the trash. `limit` keeps to the first ones.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn ids(&self, meta: &'static Meta, query: &Query, limit: Option<usize>) -> Result<Vec<i64>> {
        let wanted = fold::Query::new(&query.filter);
        let filtered = !wanted.is_empty();
        let most = limit.unwrap_or(usize::MAX);
        if filtered && query.scope.is_empty() && query.sort.is_none() && !meta.is_view() {
            let mut hits = self.hits(meta, &wanted)?;
            if !query.filters.is_empty() {
                let passing = self.sifted(meta, query)?;
                hits.retain(|id| passing.has(*id));
            }
            hits.truncate(most);
            return Ok(hits);
        }
        let sorted = query.sort.and_then(|(name, down)| Some((meta.columns.get(meta.place(name)?)?, down)));
        let words = sorted.is_some_and(|(column, _)| in_words(meta, column));
        let early = if filtered || words { None } else { limit };
        let mut ids = self.listed(meta, query, sorted, early)?;
        // The first rows alone are looked at one by one; of all rows it is kept which of them pass.
        if early.is_none() && !query.filters.is_empty() {
            let passing = self.sifted(meta, query)?;
            ids.retain(|id| passing.has(*id));
        }
        if filtered {
            let hits: HashSet<i64> = self.hits(meta, &wanted)?.into_iter().collect();
            ids.retain(|id| hits.contains(id));
        }
        if let Some((column, down)) = sorted.filter(|_| words) {
            self.sort_words(meta, column, down, &mut ids)?;
        }
        ids.truncate(most);
        Ok(ids)
    }

    /// The rows of some ids in their order, as a list shows them: references by name.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn lines(&self, meta: &'static Meta, ids: &[i64]) -> Result<Vec<Row>> {
        let columns: Vec<String> = meta
            .columns
            .iter()
            .map(|column| match column.kind {
                Kind::Ref(table) if !tables::by_name(table).is_none_or(is_called) => "null".to_owned(),
                Kind::Ref(table) if !column.sealed => {
                    format!("(select r.name from \"{table}\" r where r.id = t.\"{}\")", column.name)
                }
                _ => selected(column),
            })
            .collect();
        let text = format!(
            "select t.id, {} from {} t where t.id in (select value from json_each(?1))",
            columns.join(", "),
            meta.source
        );
        let list = serde_json::to_string(ids).map_err(std::io::Error::other)?;
        let mut statement = self.conn.prepare_cached(&text)?;
        let mut rows: Vec<Row> = statement
            .query_map([list], |row| {
                let values = meta
                    .columns
                    .iter()
                    .enumerate()
                    .map(|(at, column)| value(column.kind, row.get(at + 1)?))
                    .collect::<rusqlite::Result<_>>()?;
                Ok(Row { id: row.get(0)?, values })
            })?
            .collect::<rusqlite::Result<_>>()?;
        if meta.is_sealed() {
            rows = rows.into_iter().map(|row| self.name_sealed(meta, self.open_row(meta, row))).collect();
        }
        let place: std::collections::HashMap<i64, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        rows.sort_by_key(|row| place.get(&row.id).copied());
        Ok(rows)
    }

    /// A row with the references of its sealed columns by name.
    fn name_sealed(&self, meta: &Meta, mut row: Row) -> Row {
        for (column, value) in meta.columns.iter().zip(&mut row.values).filter(|(column, _)| column.sealed) {
            if let (Kind::Ref(table), Value::Int(id)) = (column.kind, &*value) {
                *value = Value::Text(self.name_of(table, *id));
            }
        }
        row
    }

    /// How many rows a table has outside the trash.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn count(&self, meta: &Meta) -> Result<i64> {
        let from = if meta.is_view() { meta.source } else { meta.table };
        let text = format!("select count(*) from \"{from}\" t where {}", alive(meta));
        Ok(self.conn.prepare_cached(&text)?.query_row([], |row| row.get(0))?)
    }

    /// How many rows a table has outside the trash, counted up to a number.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn count_to(&self, meta: &Meta, limit: i64) -> Result<i64> {
        let text = format!("select count(*) from (select 1 from \"{}\" where trashed is null limit ?1)", meta.table);
        Ok(self.conn.prepare_cached(&text)?.query_row([limit], |row| row.get(0))?)
    }

    fn listed(
        &self,
        meta: &Meta,
        query: &Query,
        sorted: Option<(&Column, bool)>,
        limit: Option<usize>,
    ) -> Result<Vec<i64>> {
        let order = sorted.map_or_else(|| order_by(meta), |(column, down)| order_of(meta, column, down));
        let mut binds: Vec<Sql> = Vec::new();
        let mut scope = String::new();
        for (column, value) in &query.scope {
            binds.push(sql(value));
            scope.push_str(&format!(" and t.\"{column}\" is ?{}", binds.len()));
        }
        if limit.is_some() {
            // The first rows are met soonest on the way through their order.
            scope.push_str(&self.conditions(meta, query, "+", &mut binds));
        }
        let mut named = query.scope.iter().map(|(name, _)| *name).chain(sorted.map(|(column, _)| column.name));
        let first_only = if limit.is_some() { query.filters.as_slice() } else { &[] };
        let shown = |name: &str| meta.columns.iter().any(|column| column.name == name && column.shown);
        let source = if meta.is_view() || named.any(shown) { meta.source } else { sieve::source(meta, first_only) };
        let limit = limit.map_or_else(String::new, |rows| format!(" limit {rows}"));
        // The index of the natural order holds the rows outside the trash; for another order it would look each of them
        // up. The plus keeps SQLite from that.
        let plus = if !meta.is_view() && sorted.is_some_and(|(column, _)| !in_index(meta, column)) { "+" } else { "" };
        let text =
            format!("select t.id from \"{source}\" t where {plus}{}{scope} order by {order}{limit}", alive(meta));
        let mut statement = self.conn.prepare_cached(&text)?;
        Ok(statement.query_map(params_from_iter(binds), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Sorts ids by the words of a column: Vietnamese order, and numbers within words by their size.
    fn sort_words(&self, meta: &Meta, column: &Column, down: bool, ids: &mut [i64]) -> Result<()> {
        let text = format!("select t.id, t.\"{}\" from \"{}\" t", column.name, meta.source);
        let mut statement = self.conn.prepare_cached(&text)?;
        let mut rows = statement.query([])?;
        let asked: HashSet<i64> = ids.iter().copied().collect();
        // Many rows share their words: each is compared once.
        let mut words: HashMap<String, Vec<i64>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if asked.contains(&id) {
                let text = row.get_ref(1)?.as_str_or_null().ok().flatten().unwrap_or_default();
                match words.get_mut(text) {
                    Some(same) => same.push(id),
                    None => drop(words.insert(text.to_owned(), vec![id])),
                }
            }
        }
        let mut keyed: Vec<(Vec<u8>, Vec<i64>)> =
            words.into_iter().map(|(text, same)| (self.order.plain_key(&padded(&text)), same)).collect();
        keyed.sort();
        let mut ranks: HashMap<i64, usize> = HashMap::with_capacity(ids.len());
        let mut rank = 0;
        let mut last: &[u8] = &[];
        for (key, same) in &keyed {
            rank += usize::from(key != last);
            last = key;
            ranks.extend(same.iter().map(|id| (*id, rank)));
        }
        ids.sort_by_key(|id| (ranks.get(id).copied(), *id));
        if down {
            ids.reverse();
        }
        Ok(())
    }
}

/// Whether rows of a table are called something where others refer to them: a name, or the number of a book's entry.
fn is_called(target: &Meta) -> bool {
    target.place("name").is_some() || target.place("voucher").is_some()
}

/// The order that sorting by a column gives, in SQL.
fn order_of(meta: &Meta, column: &Column, down: bool) -> String {
    let (name, way) = (column.name, if down { "desc" } else { "asc" });
    match column.kind {
        Kind::Ref(table) => {
            let key =
                if tables::by_name(table).is_some_and(|target| target.place("name").is_some()) { "sort" } else { "id" };
            format!("(select r.{key} from \"{table}\" r where r.id = t.\"{name}\") {way}, t.id {way}")
        }
        Kind::Text if name == "name" && !meta.is_view() => format!("t.sort {way}, t.id {way}"),
        Kind::Choice(choices) => format!("{} {way}, t.id {way}", place_of(name, choices)),
        Kind::Many(link) => {
            let count = format!("select count(*) from \"{}\" l where l.\"{}\" = t.id", link.table, link.from);
            format!("({count}) {way}, t.id {way}")
        }
        // Who is older has the earlier birth date.
        Kind::Age => format!("t.\"{name}\" {}, t.id {way}", if down { "asc" } else { "desc" }),
        _ => format!("t.\"{name}\" {way}, t.id {way}"),
    }
}

/// Whether the index of the natural order serves a column's order too.
fn in_index(meta: &Meta, column: &Column) -> bool {
    column.name == "name" || matches!(meta.order, Order::Latest(latest) if latest == column.name)
}

/// Whether a column is sorted by its words, which SQLite cannot do.
fn in_words(meta: &Meta, column: &Column) -> bool {
    matches!(column.kind, Kind::Text | Kind::Lines) && (column.name != "name" || meta.is_view())
}

/// A choice's place in its list, in SQL.
fn place_of(name: &str, choices: &[Choice]) -> String {
    let cases: Vec<String> =
        choices.iter().enumerate().map(|(at, choice)| format!("when '{}' then {at}", choice.code)).collect();
    format!("case t.\"{name}\" {} end", cases.join(" "))
}

/// A text whose numbers have the same length, so that II.2 stands before II.10.
fn padded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            out.push_str(&format!("{digits:0>9}"));
            digits.clear();
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_compared_by_their_size() {
        assert!(padded("II.2") < padded("II.10"));
        assert_eq!(padded("CT7 "), "CT000000007");
        assert_eq!(padded(""), "");
    }
}
