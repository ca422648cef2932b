//! What a list of a tree does more: branches are folded away, and each row that has a branch says so.
use crate::domain::plan::Clause;
use crate::domain::record::{Column, Record};
use crate::reports::plan;
use crate::screens::list::List;
use crate::screens::screen::Cx;
use crate::store::Result;

impl List {
    /// Whether its rows stand under one another.
    fn is_tree(&self) -> bool {
        self.meta.table == Clause::TABLE
    }

    /// Whether rows stand under a row.
    #[must_use]
    pub fn has_branch(&self, row: i64) -> bool {
        self.above.iter().any(|(_, above)| *above == row)
    }

    /// Folds a row's branch away; where there is none, or it is folded, goes to the row it is under.
    pub fn fold(&mut self, row: i64) {
        if self.has_branch(row) && self.folded.insert(row) {
            self.read_at = None;
            return;
        }
        let above = self.above.iter().find(|(id, _)| *id == row).map_or(0, |(_, above)| *above);
        if let Some(at) = self.ids.iter().position(|id| *id == above) {
            self.cursor = at;
        }
    }

    /// Opens a row's branch; `false` if it is not folded.
    pub fn unfold(&mut self, row: i64) -> bool {
        self.read_at = None;
        self.folded.remove(&row)
    }

    /// Opens all that a row is under.
    pub(super) fn unfold_to(&mut self, row: i64) {
        for above in self.all_above(row) {
            self.folded.remove(&above);
        }
    }

    /// Leaves out the rows that are folded away; where something is filtered, all that is found is seen.
    pub(super) fn prune(&mut self, cx: &Cx) -> Result<()> {
        if !self.is_tree() {
            return Ok(());
        }
        self.above = plan::above(cx.store)?;
        if !self.folded.is_empty() && self.query.filter.is_empty() && self.query.filters.is_empty() {
            let shown = |id: &i64| !self.all_above(*id).iter().any(|above| self.folded.contains(above));
            let ids: Vec<i64> = self.ids.iter().copied().filter(shown).collect();
            self.ids = ids;
        }
        Ok(())
    }

    /// The text of a cell with the sign of a branch before its words, where the column is indented.
    pub(super) fn folding(&self, row: i64, column: &Column, text: String) -> String {
        if column.name != "line" || !self.is_tree() {
            return text;
        }
        let bare = text.trim_start();
        let indent = " ".repeat(text.len() - bare.len());
        let sign = match (self.has_branch(row), self.folded.contains(&row)) {
            (false, _) => " ",
            (true, true) => "▸",
            (true, false) => "▾",
        };
        format!("{indent}{sign} {bare}")
    }

    fn all_above(&self, row: i64) -> Vec<i64> {
        let mut found = Vec::new();
        let mut here = row;
        while let Some((_, above)) = self.above.iter().find(|(id, above)| *id == here && *above != 0) {
            if found.contains(above) {
                break;
            }
            found.push(*above);
            here = *above;
        }
        found
    }
}
