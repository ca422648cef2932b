//! What a list reads: its ids in their order, the rows in its window, and where it was left.
use std::collections::{HashMap, HashSet};

use ratatui::layout::Rect;

use crate::domain::record::Row;
use crate::screens::list::List;
use crate::screens::list::views::View;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::ui::editor::Editor;

/// Up to this many rows a list reads all its ids before the frame; above it, the first window comes first.
pub(super) const LARGE: usize = 5_000;

impl List {
    /// Reads what the next frame needs.
    pub(super) fn read(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        if self.remembered.is_none() && self.is_own_tab() && self.period.is_none() {
            self.recall(cx)?;
        }
        if self.read_at.is_none() {
            let (cursor, top) = (self.cursor, self.top);
            self.sift_changed();
            (self.cursor, self.top) = (cursor, top);
        }
        self.height = usize::from(area.height.saturating_sub(1)).max(1);
        if self.read_at.as_ref().is_some_and(|(version, _)| *version != cx.store.version())
            && let Some(to_scope) = self.to_scope
        {
            // What it is kept to may be gone.
            to_scope(self, cx, 0);
        }
        let current = self
            .read_at
            .as_ref()
            .is_some_and(|(version, query)| *version == cx.store.version() && *query == self.query);
        if !current {
            let small = self.only.is_some()
                || self.meta.is_view()
                || !self.query.filter.is_empty()
                || self.query.sort.is_some();
            let first = if small || !self.ids.is_empty() && self.whole || !self.is_large(cx)? {
                None
            } else {
                Some(self.cursor + self.height * 2)
            };
            self.read_ids(cx, first)?;
            if !self.marked.is_empty() {
                let here: HashSet<i64> = self.ids.iter().copied().collect();
                self.marked.retain(|id| here.contains(id));
            }
        }
        if self.cursor < self.top {
            self.top = self.cursor;
        }
        if self.cursor >= self.top + self.height {
            self.top = self.cursor + 1 - self.height;
        }
        self.top = self.top.min(self.ids.len().saturating_sub(self.height));
        let end = (self.top + self.height).min(self.ids.len());
        let wanted = self.ids.get(self.top..end).unwrap_or_default();
        let same = current
            && self.window.len() == wanted.len()
            && self.window.iter().map(|row| row.id).eq(wanted.iter().copied());
        if !same {
            // What was in the window and stays in it is not read again.
            let mut kept: HashMap<i64, Row> =
                if current { self.window.drain(..).map(|row| (row.id, row)).collect() } else { HashMap::new() };
            let missing: Vec<i64> = wanted.iter().copied().filter(|id| !kept.contains_key(id)).collect();
            kept.extend(cx.store.lines(self.meta, &missing)?.into_iter().map(|row| (row.id, row)));
            self.window = wanted.iter().filter_map(|id| kept.remove(id)).collect();
        }
        Ok(())
    }

    fn is_large(&self, cx: &Cx) -> Result<bool> {
        let limit = i64::try_from(LARGE).unwrap_or(i64::MAX);
        Ok(cx.store.count_to(self.meta, limit)? == limit)
    }

    /// Reads all its ids, however many.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn read_all(&mut self, cx: &mut Cx) -> Result<()> {
        if !self.whole {
            self.read_ids(cx, None)?;
        }
        Ok(())
    }

    pub(super) fn read_ids(&mut self, cx: &mut Cx, limit: Option<usize>) -> Result<()> {
        let here = self.current_id();
        self.ids = cx.store.ids(self.meta, &self.query, limit)?;
        if let Some(only) = &self.only {
            let only: HashSet<i64> = only.iter().copied().collect();
            self.ids.retain(|id| only.contains(id));
        }
        self.prune(cx)?;
        self.whole = limit.is_none();
        self.stale = false;
        self.read_at = Some((cx.store.version(), self.query.clone()));
        if let Some(at) = here.and_then(|id| self.ids.iter().position(|it| *it == id)) {
            self.cursor = at;
        }
        self.cursor = self.cursor.min(self.ids.len().saturating_sub(1));
        Ok(())
    }

    pub(super) fn filter_changed(&mut self) {
        self.query.filter = self.filter.text();
        self.cursor = 0;
        self.top = 0;
    }

    pub(super) fn memory_key(&self) -> String {
        format!("list {}", self.meta.table)
    }

    fn sift_key(&self) -> String {
        format!("sift {}", self.meta.table)
    }

    pub(super) fn recall(&mut self, cx: &Cx) -> Result<()> {
        self.remembered = Some(String::new());
        if let Some(text) = cx.store.recall(&self.sift_key())? {
            let view = View::of_json(self.meta, &serde_json::from_str(&text).unwrap_or_default());
            (self.ready, self.chips) = (view.ready, view.chips);
        }
        let Some(text) = cx.store.recall(&self.memory_key())? else { return Ok(()) };
        let mut parts = text.splitn(4, '\t');
        let row = parts.next().and_then(|row| row.parse::<i64>().ok());
        let sort = parts.next().unwrap_or_default().to_owned();
        let down = parts.next() == Some("down");
        self.filter = Editor::new(parts.next().unwrap_or_default().trim());
        self.query.filter = self.filter.text();
        self.query.sort = self.meta.columns.iter().find(|column| column.name == sort).map(|column| (column.name, down));
        self.remembered = Some(text);
        if let Some(row) = row {
            self.ids = vec![row];
        }
        Ok(())
    }

    pub(super) fn remember(&mut self, cx: &Cx) -> Result<()> {
        let (sort, down) = self.query.sort.unwrap_or_default();
        let way = if down { "down" } else { "up" };
        // What was looked for among sealed rows may be a child's name.
        let filter = if self.meta.is_sealed() { "" } else { &self.query.filter };
        let text = format!("{}\t{sort}\t{way}\t{filter}", self.current_id().unwrap_or_default());
        let view = View { ready: self.ready, chips: self.chips.clone(), ..View::default() };
        let sifted = view.json().to_string();
        let left = format!("{text}\n{sifted}");
        if self.remembered.as_ref() != Some(&left) {
            cx.store.remember(&self.memory_key(), &text)?;
            if view != View::default() || cx.store.recall(&self.sift_key())?.is_some() {
                cx.store.remember(&self.sift_key(), &sifted)?;
            }
            self.remembered = Some(left);
        }
        Ok(())
    }
}
