//! What typing searches: the folded text of a whole table, and the names that a reference offers.
use std::collections::HashSet;
use std::rc::Rc;

use rusqlite::params_from_iter;

use crate::domain::cell;
use crate::domain::fold::{self, fold};
use crate::domain::record::{Column, Meta, Row};
use crate::domain::tables;
use crate::store::Store;
use crate::store::error::Result;
use crate::store::list::Query;
use crate::store::rows::{alive, order_by, value};
use crate::text::Lang;

/// The folded text of every row of a table that is not in the trash, in natural order: what typing searches.
#[derive(Debug, Default)]
pub struct Names {
    ids: Vec<i64>,
    /// Where each row's text begins.
    starts: Vec<usize>,
    text: String,
}

impl Names {
    /// The ids whose text contains a folded query, in natural order.
    #[must_use]
    pub fn search(&self, folded: &str) -> Vec<i64> {
        self.hits(folded).map(|(id, _)| id).collect()
    }

    /// The same, with those first whose text begins with the query.
    #[must_use]
    pub fn ranked(&self, folded: &str) -> Vec<i64> {
        let (mut first, rest): (Vec<_>, Vec<_>) = self.hits(folded).partition(|(_, begins)| *begins);
        first.extend(rest);
        first.into_iter().map(|(id, _)| id).collect()
    }

    /// The rows that contain a folded query, each with whether it begins so.
    fn hits(&self, folded: &str) -> impl Iterator<Item = (i64, bool)> {
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let start = from?;
            let at = start + self.text.get(start..)?.find(folded)?;
            // The row that holds the hit is the last one that begins at or before it.
            let row = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
            from = self.starts.get(row + 1).copied();
            Some((*self.ids.get(row)?, self.starts.get(row) == Some(&at)))
        })
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
    /// The first rows of a table whose text contains what was typed: id, name, and what tells them apart. Those that
    /// begin so come first.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn suggest(&self, table: &str, typed: &str, limit: usize) -> Result<Vec<(i64, String, String)>> {
        let Some(meta) = tables::by_name(table) else { return Ok(Vec::new()) };
        let wanted = fold::Query::new(typed);
        let mut ids = if wanted.is_empty() {
            self.ids(meta, &Query::default(), Some(limit))?
        } else {
            let hits = self.names(meta)?.ranked(wanted.folded());
            if wanted.has_marks() { self.marked(meta, hits, &wanted)? } else { hits }
        };
        ids.truncate(limit);
        let lines = self.lines(meta, &ids)?;
        let named = |row: &Row| (row.id, meta.value(row, "name").text().to_owned(), self.aside(meta, row));
        Ok(lines.iter().map(named).collect())
    }

    /// The folded names of a table, read once for each version of the store; anew each time within a step.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn names(&self, meta: &'static Meta) -> Result<Rc<Names>> {
        if let Some((version, names)) = self.names.borrow().get(meta.table)
            && *version == self.version
            && self.work.is_none()
        {
            return Ok(Rc::clone(names));
        }
        let mut names = Names::default();
        if meta.is_view() {
            self.each_text(meta, "1 = 1", &[], |id, text| names.push(id, &fold(text)))?;
        } else {
            let (table, order) = (meta.table, order_by(meta));
            let text = format!("select t.id, t.fold from \"{table}\" t where {} order by {order}", alive(meta));
            let mut statement = self.conn.prepare_cached(&text)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                names.push(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
            }
        }
        let names = Rc::new(names);
        if self.work.is_none() {
            self.names.borrow_mut().insert(meta.table, (self.version, Rc::clone(&names)));
        }
        Ok(names)
    }

    /// The rows that hold what was typed, in natural order: marks count only if they are typed.
    pub(super) fn hits(&self, meta: &'static Meta, wanted: &fold::Query) -> Result<Vec<i64>> {
        let hits = self.names(meta)?.search(wanted.folded());
        if wanted.has_marks() { self.marked(meta, hits, wanted) } else { Ok(hits) }
    }

    /// Of some ids, those whose text has the marks that were typed.
    fn marked(&self, meta: &Meta, mut ids: Vec<i64>, wanted: &fold::Query) -> Result<Vec<i64>> {
        let list = serde_json::to_string(&ids).map_err(std::io::Error::other)?;
        let mut marked = HashSet::new();
        self.each_text(meta, "t.id in (select value from json_each(?1))", &[&list], |id, text| {
            if wanted.matches(&fold(text), text) {
                marked.insert(id);
            }
        })?;
        ids.retain(|id| marked.contains(id));
        Ok(ids)
    }

    /// Hands over the text of each row that is searched, as it is shown.
    fn each_text(&self, meta: &Meta, filter: &str, binds: &[&str], mut take: impl FnMut(i64, &str)) -> Result<()> {
        let columns: Vec<&Column> = meta.search.iter().filter_map(|name| meta.columns.get(meta.place(name)?)).collect();
        let names: Vec<String> = columns.iter().map(|column| format!("t.\"{}\"", column.name)).collect();
        let from = if meta.is_view() { meta.source } else { meta.table };
        let text = format!("select t.id, {} from \"{from}\" t where {filter}", names.join(", "));
        let mut statement = self.conn.prepare_cached(&text)?;
        let mut rows = statement.query(params_from_iter(binds))?;
        while let Some(row) = rows.next()? {
            let mut text = String::new();
            for (at, column) in columns.iter().enumerate() {
                if at > 0 {
                    text.push('\n');
                }
                let value = value(column.kind, row.get(at + 1)?)?;
                text.push_str(&cell::show(column.kind, &value, self.today(), Lang::Vi));
            }
            take(row.get(0)?, &text);
        }
        Ok(())
    }

    /// What tells a row from others of the same name: its unit, number or province.
    fn aside(&self, meta: &Meta, row: &Row) -> String {
        let shown = ["unit", "unit_name", "number", "province", "letter", "date", "code"].iter().find_map(|name| {
            let at = meta.place(name)?;
            let (column, value) = (meta.columns.get(at)?, row.values.get(at)?);
            let text = cell::show(column.kind, value, self.today(), Lang::Vi);
            (!text.is_empty()).then_some(text)
        });
        shown.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(texts: &[&str]) -> Names {
        let mut names = Names::default();
        for (at, text) in texts.iter().enumerate() {
            names.push(at as i64 + 1, text);
        }
        names
    }

    #[test]
    fn a_hit_lies_within_one_row_and_is_told_once() {
        let names = names(&["an an", "", "ban\nca", "can"]);
        assert_eq!(names.search("an"), [1, 3, 4]);
        assert_eq!(names.search("nc"), [] as [i64; 0]);
        assert_eq!(names.search(""), [1, 2, 3, 4]);
        assert_eq!(Names::default().search(""), [] as [i64; 0]);
    }

    #[test]
    fn those_that_begin_so_come_first() {
        assert_eq!(names(&["ban", "an", "lan", "ann"]).ranked("an"), [2, 4, 1, 3]);
    }
}
