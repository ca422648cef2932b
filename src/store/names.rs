//! What typing searches: the folded text of a whole table, and the names that a reference offers.
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use memchr::memmem;

use crate::domain::agency::Agency;
use crate::domain::cell;
use crate::domain::fold::{self, fold};
use crate::domain::record::{Column, Meta, Record, Row};
use crate::domain::tables;
use crate::domain::value::{Kind, Value};
use crate::domain::ward::Ward;
use crate::store::Store;
use crate::store::error::Result;
use crate::store::list::Query;
use crate::store::rows::value;
use crate::text::Lang;

/// What typing searches: the text of every row of a table that is not in the trash, in natural order.
#[derive(Debug, Default)]
pub struct Names {
    ids: Vec<i64>,
    /// Where each row's text begins.
    starts: Vec<usize>,
    text: String,
}

impl Names {
    /// The ids whose text holds any of some words, in natural order.
    #[must_use]
    pub fn search(&self, words: &[&str]) -> Vec<i64> {
        self.hits(words).into_iter().map(|(row, _)| self.ids[row]).collect()
    }

    /// The same, with those first whose text begins with one of the words.
    #[must_use]
    pub fn ranked(&self, words: &[&str]) -> Vec<i64> {
        let (first, rest): (Vec<_>, Vec<_>) = self.hits(words).into_iter().partition(|(_, begins)| *begins);
        first.into_iter().chain(rest).map(|(row, _)| self.ids[row]).collect()
    }

    /// The places of the rows that hold any of some words, each with whether it begins so.
    fn hits(&self, words: &[&str]) -> Vec<(usize, bool)> {
        let mut hits: Vec<(usize, bool)> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if words[..at].contains(word) {
                continue;
            }
            let many = !hits.is_empty();
            self.each_hit(word, |row, begins| hits.push((row, begins)));
            if many {
                // Of a row that is hit twice, the better hit stays.
                hits.sort_unstable_by_key(|(row, begins)| (*row, !begins));
                hits.dedup_by_key(|(row, _)| *row);
            }
        }
        hits
    }

    fn each_hit(&self, word: &str, mut take: impl FnMut(usize, bool)) {
        let finder = memmem::Finder::new(word);
        let (mut row, mut from) = (0, 0);
        while let Some(at) = self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            // The row that holds the hit is the last one that begins at or before it; mostly one of the next few.
            while self.starts.get(row + 1).is_some_and(|start| *start <= at) {
                row += 1;
            }
            let Some(start) = self.starts.get(row) else { return };
            take(row, *start == at);
            let Some(next) = self.starts.get(row + 1) else { return };
            from = *next;
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The id of a row by its place.
    pub(super) fn id(&self, row: usize) -> Option<i64> {
        self.ids.get(row).copied()
    }

    /// The text of a row by its place.
    pub(super) fn line(&self, row: usize) -> &str {
        let end = self.starts.get(row + 1).copied().unwrap_or(self.text.len());
        let text = self.starts.get(row).and_then(|start| self.text.get(*start..end)).unwrap_or_default();
        text.strip_suffix('\u{1}').unwrap_or(text)
    }

    pub(super) fn push(&mut self, id: i64, text: &str) {
        self.ids.push(id);
        self.starts.push(self.text.len());
        self.text.push_str(text);
        // No query holds this letter, so that a hit never spans two rows.
        self.text.push('\u{1}');
    }

    /// The same texts in the order of some ids, those alone.
    fn ordered(&self, ids: &[i64]) -> Self {
        let places: HashMap<i64, usize> = self.ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut ordered = Self { text: String::with_capacity(self.text.len()), ..Self::default() };
        for (id, at) in ids.iter().filter_map(|id| Some((*id, *places.get(id)?))) {
            ordered.push(id, self.line(at));
        }
        ordered
    }
}

/// A row that is offered: its id, its name, and what tells it from others of that name.
pub type Suggestion = (i64, String, String);

/// Whether marks count in a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// They do not: "hoa" is found in "Hòa".
    Fold,
    /// They do: "hòa" is found in "Hòa" and "Hoà", not in "Hoa".
    Count,
}

/// What is kept in memory of a table for searching: its folded texts, and those with marks once a query has marks.
#[derive(Debug, Default)]
pub(super) struct Searched {
    version: u64,
    folded: Option<Rc<Names>>,
    marked: Option<Rc<Names>>,
}

impl Store {
    /// The first rows of a table whose text contains what was typed: id, name, and what tells them apart. Those that
    /// begin so come first.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn suggest(&self, table: &str, typed: &str, limit: usize) -> Result<Vec<Suggestion>> {
        let Some(meta) = tables::by_name(table) else { return Ok(Vec::new()) };
        let wanted = fold::Query::new(typed);
        let mut ids = if wanted.is_empty() {
            self.ids(meta, &Query::default(), Some(limit))?
        } else {
            match wanted.marked() {
                Some(words) => self.names(meta, Marks::Count)?.ranked(&words),
                None => self.names(meta, Marks::Fold)?.ranked(&[wanted.folded()]),
            }
        };
        if meta.table == Ward::TABLE {
            ids = self.near_first(ids, wanted.is_empty())?;
        }
        ids.truncate(limit);
        self.suggestions(meta, &ids)
    }

    /// Rows by their ids, with their names and what tells them apart.
    pub(super) fn suggestions(&self, meta: &'static Meta, ids: &[i64]) -> Result<Vec<Suggestion>> {
        let lines = self.lines(meta, ids)?;
        let named = |row: &Row| (row.id, meta.value(row, "name").text().to_owned(), self.aside(meta, row));
        Ok(lines.iter().map(named).collect())
    }

    /// The place that the agency's papers are dated from, without marks: what its province is called. Blank if no
    /// agency was entered.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn home(&self) -> Result<String> {
        let today = self.today();
        let agency = self.all::<Agency>()?.into_iter().find(|agency| agency.since <= today);
        Ok(agency.map_or_else(String::new, |agency| fold(&agency.place)))
    }

    /// Wards with those of the agency's own province first; `all` begins from every ward.
    fn near_first(&self, ids: Vec<i64>, all: bool) -> Result<Vec<i64>> {
        let home = self.home()?;
        if home.is_empty() {
            return Ok(ids);
        }
        let ids = if all { self.ids(Ward::META, &Query::default(), None)? } else { ids };
        let names = self.names(Ward::META, Marks::Fold)?;
        // A ward's text is its name and, on a line of its own, its province.
        let own: HashSet<i64> =
            ["tinh", "thanh pho"].iter().flat_map(|kind| names.search(&[&format!("\n{kind} {home}")])).collect();
        let (near, far): (Vec<i64>, Vec<i64>) = ids.into_iter().partition(|id| own.contains(id));
        Ok(near.into_iter().chain(far).collect())
    }

    /// The names of a table, read once for each version of the store; anew each time within a step.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn names(&self, meta: &'static Meta, marks: Marks) -> Result<Rc<Names>> {
        if self.work.is_some() {
            return Ok(Rc::new(self.read_names(meta, marks)?));
        }
        let kept = |searched: &mut Searched| match marks {
            Marks::Fold => searched.folded.clone(),
            Marks::Count => searched.marked.clone(),
        };
        if let Some(searched) = self.names.borrow_mut().get_mut(meta.table)
            && searched.version == self.version
            && let Some(names) = kept(searched)
        {
            return Ok(names);
        }
        let names = Rc::new(self.read_names(meta, marks)?);
        let mut all = self.names.borrow_mut();
        let searched = all.entry(meta.table).or_default();
        if searched.version != self.version {
            *searched = Searched { version: self.version, ..Searched::default() };
        }
        match marks {
            Marks::Fold => searched.folded = Some(Rc::clone(&names)),
            Marks::Count => searched.marked = Some(Rc::clone(&names)),
        }
        Ok(names)
    }

    /// Reads one more piece of what typing will search, so that the first letter need not wait for it; whether there
    /// was one to read.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn prepare_search(&self, meta: &'static Meta) -> Result<bool> {
        if meta.is_view() || self.work.is_some() {
            return Ok(false);
        }
        let (folded, marked) = match self.names.borrow().get(meta.table) {
            Some(searched) if searched.version == self.version => {
                (searched.folded.is_some(), searched.marked.is_some())
            }
            _ => (false, false),
        };
        if folded && marked {
            return Ok(false);
        }
        self.names(meta, if folded { Marks::Count } else { Marks::Fold })?;
        Ok(true)
    }

    /// The rows that hold what was typed, in natural order: marks count only if they are typed.
    pub(super) fn hits(&self, meta: &'static Meta, wanted: &fold::Query) -> Result<Vec<i64>> {
        match wanted.marked() {
            Some(words) => Ok(self.names(meta, Marks::Count)?.search(&words)),
            None => Ok(self.names(meta, Marks::Fold)?.search(&[wanted.folded()])),
        }
    }

    fn read_names(&self, meta: &'static Meta, marks: Marks) -> Result<Names> {
        let mut names = Names::default();
        match marks {
            Marks::Fold if !meta.is_view() && !meta.is_sealed() => {
                // Where the folded texts have an index, it is read from end to end; by way of the natural order's index
                // each row would be looked up in the table.
                let mut statement = self.conn.prepare_cached(&format!("select id, fold from \"{}\"", meta.table))?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    names.push(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
                }
            }
            Marks::Fold => self.each_text(meta, |id, text| names.push(id, &fold(text)))?,
            Marks::Count => self.each_text(meta, |id, text| names.push(id, &fold::spellings(text)))?,
        }
        if meta.is_view() {
            return Ok(names);
        }
        Ok(names.ordered(&self.ids(meta, &Query::default(), None)?))
    }

    /// Hands over the text of each row that is searched, as it is shown.
    fn each_text(&self, meta: &Meta, mut take: impl FnMut(i64, &str)) -> Result<()> {
        // What is sealed is found only while it is not.
        let searched = |column: &&Column| meta.search.contains(&column.name) || column.sealed && self.is_unsealed();
        let mut columns: Vec<&Column> = meta.columns.iter().filter(searched).collect();
        columns.sort_by_key(|column| meta.search.iter().position(|name| *name == column.name).unwrap_or(usize::MAX));
        let names: Vec<String> = columns.iter().map(|column| format!("t.\"{}\"", column.name)).collect();
        let from = if meta.is_view() { meta.source } else { meta.table };
        let names: Vec<String> = std::iter::once("t.id".to_owned()).chain(names).collect();
        let text = format!("select {} from \"{from}\" t", names.join(", "));
        let mut statement = self.conn.prepare_cached(&text)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut text = String::new();
            for (at, column) in columns.iter().enumerate() {
                if at > 0 {
                    text.push('\n');
                }
                let mut value = value(column.kind, row.get(at + 1)?)?;
                if column.sealed {
                    value = self.opened(meta, column, value.text());
                }
                if let (Kind::Ref(table), Value::Int(id)) = (column.kind, &value) {
                    text.push_str(&self.name_of(table, *id));
                    continue;
                }
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
        assert_eq!(names.search(&["an"]), [1, 3, 4]);
        assert_eq!(names.search(&["nc"]), [] as [i64; 0]);
        assert_eq!(names.search(&[""]), [1, 2, 3, 4]);
        assert_eq!(Names::default().search(&[""]), [] as [i64; 0]);
    }

    #[test]
    fn a_row_that_holds_several_words_is_told_once() {
        let names = names(&["hoà\nhòa", "an", "hòa", "ba hoà"]);
        assert_eq!(names.search(&["hoà", "hòa"]), [1, 3, 4]);
        assert_eq!(names.search(&["an", "an"]), [2]);
        assert_eq!(names.ranked(&["hòa", "hoà"]), [1, 3, 4]);
    }

    #[test]
    fn an_order_of_ids_leaves_out_the_others() {
        let names = names(&["ba", "an", "ca"]).ordered(&[3, 1, 9]);
        assert_eq!(names.search(&["a"]), [3, 1]);
        assert_eq!(names.search(&["n"]), [] as [i64; 0]);
    }

    #[test]
    fn those_that_begin_so_come_first() {
        assert_eq!(names(&["ban", "an", "lan", "ann"]).ranked(&["an"]), [2, 4, 1, 3]);
    }
}
