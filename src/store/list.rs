//! What lists need: the ids in an order, filtered without marks; the visible rows; names to choose from.
use std::rc::Rc;

use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use crate::domain::fold::{self, fold};
use crate::domain::record::{Meta, Order, Row};
use crate::domain::tables;
use crate::domain::value::{Kind, Value};
use crate::store::Store;
use crate::store::error::Result;
use crate::store::rows::{order_by, selected, sql, value};

/// What a list shows and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Columns that must hold a value.
    pub scope: Vec<(&'static str, Value)>,
    /// The column to sort by, and whether downwards; else the natural order.
    pub sort: Option<(&'static str, bool)>,
    /// What the rows' text must contain: marks count only if they are typed.
    pub filter: String,
}

/// The folded text of every row of a table that is not in the trash, in natural order: what typing searches.
#[derive(Debug, Default)]
pub struct Names {
    ids: Vec<i64>,
    /// Where each row's text begins; one more than there are rows.
    starts: Vec<usize>,
    text: String,
}

impl Names {
    /// The ids whose text contains a folded query, in natural order.
    #[must_use]
    pub fn search(&self, folded: &str) -> Vec<i64> {
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(at) = self.text.get(from..).and_then(|rest| rest.find(folded)) {
            // The row that holds the hit is the last one that begins at or before it.
            let row = self.starts.partition_point(|start| *start <= from + at) - 1;
            if let Some(id) = self.ids.get(row) {
                hits.push(*id);
            }
            match self.starts.get(row + 1) {
                Some(next) => from = *next,
                None => break,
            }
        }
        hits
    }

    fn push(&mut self, id: i64, text: &str) {
        self.ids.push(id);
        self.starts.push(self.text.len());
        self.text.push_str(text);
        // No query holds this letter, so that a hit never spans two rows.
        self.text.push('\u{1}');
    }
}

impl Store {
    /// The ids of a list, in its order, without those in the trash. `limit` keeps to the first ones.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn ids(&self, meta: &'static Meta, query: &Query, limit: Option<usize>) -> Result<Vec<i64>> {
        let (source, alive) = if meta.is_view() { (meta.source, "1 = 1") } else { (meta.table, "t.trashed is null") };
        let sorted = query.sort.and_then(|(name, _)| meta.columns.iter().find(|column| column.name == name));
        let source = if sorted.is_some_and(|column| column.shown) { meta.source } else { source };
        let order = match (sorted, query.sort) {
            (Some(column), Some((name, down))) => {
                let way = if down { "desc" } else { "asc" };
                match column.kind {
                    Kind::Ref(table) => {
                        let key = sort_key(table);
                        format!("(select {key} from \"{table}\" r where r.id = t.\"{name}\") {way}, t.id {way}")
                    }
                    Kind::Text if name == "name" && matches!(meta.order, Order::Person | Order::Plain) => {
                        format!("t.sort {way}, t.id {way}")
                    }
                    Kind::Many(_) => format!("t.id {way}"),
                    // Who is older has the earlier birth date.
                    Kind::Age => format!("t.\"{name}\" {}, t.id {way}", if down { "asc" } else { "desc" }),
                    _ => format!("t.\"{name}\" {way}, t.id {way}"),
                }
            }
            _ => order_by(meta),
        };
        let mut binds: Vec<Sql> = Vec::new();
        let mut scope = String::new();
        for (column, value) in &query.scope {
            binds.push(sql(value));
            scope.push_str(&format!(" and t.\"{column}\" is ?{}", binds.len()));
        }
        let limit = limit.map_or_else(String::new, |rows| format!(" limit {rows}"));
        let text = format!("select t.id from {source} t where {alive}{scope} order by {order}{limit}");
        let mut statement = self.conn.prepare_cached(&text)?;
        let ids: Vec<i64> =
            statement.query_map(params_from_iter(binds), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if query.filter.is_empty() { Ok(ids) } else { self.filtered(meta, ids, query) }
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
                Kind::Ref(table) => format!("(select r.name from \"{table}\" r where r.id = t.\"{}\")", column.name),
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
        let place: std::collections::HashMap<i64, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        rows.sort_by_key(|row| place.get(&row.id).copied());
        Ok(rows)
    }

    /// How many rows a table has outside the trash.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn count(&self, meta: &Meta) -> Result<i64> {
        let text = format!("select count(*) from \"{}\" where trashed is null", meta.table);
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

    /// The first rows of a table whose text contains what was typed: id, name, and what tells them apart.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn suggest(&self, table: &str, typed: &str, limit: usize) -> Result<Vec<(i64, String, String)>> {
        let Some(meta) = tables::by_name(table) else { return Ok(Vec::new()) };
        let query = Query { filter: typed.to_owned(), ..Query::default() };
        let ids = self.ids(meta, &query, if typed.is_empty() { Some(limit) } else { None })?;
        let folded = fold(typed);
        // Names that begin so come first; the order is kept otherwise.
        let lines = self.lines(meta, ids.get(..ids.len().min(200)).unwrap_or_default())?;
        let mut found: Vec<(i64, String, String)> = lines
            .iter()
            .map(|row| (row.id, meta.value(row, "name").text().to_owned(), self.aside(meta, row)))
            .collect();
        found.sort_by_key(|(_, name, _)| !fold(name).starts_with(&folded));
        found.truncate(limit);
        Ok(found)
    }

    /// The folded names of a table, read once for each version of the store.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn names(&self, meta: &'static Meta) -> Result<Rc<Names>> {
        if let Some((version, names)) = self.names.borrow().get(meta.table)
            && *version == self.version
        {
            return Ok(Rc::clone(names));
        }
        let mut names = Names::default();
        if meta.is_view() {
            let columns: Vec<String> = meta.search.iter().map(|name| format!("t.\"{name}\"")).collect();
            let text = format!("select t.id, concat_ws(char(10), {}) from {} t", columns.join(", "), meta.source);
            let mut statement = self.conn.prepare_cached(&text)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                names.push(row.get(0)?, &fold(row.get_ref(1)?.as_str().unwrap_or_default()));
            }
        } else {
            let text = format!(
                "select t.id, t.fold from \"{}\" t where t.trashed is null order by {}",
                meta.table,
                order_by(meta)
            );
            let mut statement = self.conn.prepare_cached(&text)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                names.push(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
            }
        }
        let names = Rc::new(names);
        self.names.borrow_mut().insert(meta.table, (self.version, Rc::clone(&names)));
        Ok(names)
    }

    fn filtered(&self, meta: &'static Meta, ids: Vec<i64>, query: &Query) -> Result<Vec<i64>> {
        let wanted = fold::Query::new(&query.filter);
        let mut hits = self.names(meta)?.search(wanted.folded());
        if wanted.has_marks() {
            hits = self.marked(meta, &hits, &wanted)?;
        }
        if query.scope.is_empty() && query.sort.is_none() && !meta.is_view() {
            return Ok(hits);
        }
        let hits: std::collections::HashSet<i64> = hits.into_iter().collect();
        Ok(ids.into_iter().filter(|id| hits.contains(id)).collect())
    }

    /// Of some ids, those whose text has the marks that were typed.
    fn marked(&self, meta: &'static Meta, ids: &[i64], wanted: &fold::Query) -> Result<Vec<i64>> {
        let rows = self.lines(meta, ids)?;
        let hit = |row: &Row| {
            let text: Vec<&str> = meta.search.iter().map(|column| meta.value(row, column).text()).collect();
            let text = text.join("\n");
            wanted.matches(&fold(&text), &text)
        };
        Ok(rows.iter().filter(|row| hit(row)).map(|row| row.id).collect())
    }

    /// What tells a row from others of the same name: its unit, number or province.
    fn aside(&self, meta: &Meta, row: &Row) -> String {
        let shown = ["unit", "unit_name", "number", "province", "letter", "date", "code"].iter().find_map(|name| {
            let at = meta.place(name)?;
            let (column, value) = (meta.columns.get(at)?, row.values.get(at)?);
            let text = crate::domain::cell::show(column.kind, value, self.today(), crate::text::Lang::Vi);
            (!text.is_empty()).then_some(text)
        });
        shown.unwrap_or_default()
    }
}

/// What a table that others refer to is sorted by.
fn sort_key(table: &str) -> &'static str {
    match tables::by_name(table).map(|meta| meta.order) {
        Some(Order::Person | Order::Plain) => "r.sort",
        _ => "r.name",
    }
}
