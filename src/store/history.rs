//! The journal as it is read: the steps, and what each changed, value by value.
use serde_json::{Map, Value as Json};

use crate::store::Store;
use crate::store::error::Result;
use crate::store::journal::Line;

/// A row's values by column.
pub type Values = Map<String, Json>;

/// What a step did to a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row.
    pub row: i64,
    /// Its values before; none if it was added.
    pub old: Option<Values>,
    /// Its values after; none if it was removed.
    pub new: Option<Values>,
}

impl Change {
    /// The columns whose values differ, each with the value before and after.
    #[must_use]
    pub fn differences(&self) -> Vec<(&str, &Json, &Json)> {
        let names = self.new.as_ref().or(self.old.as_ref()).into_iter().flat_map(|values| values.keys());
        names
            .map(|name| (name.as_str(), side(self.old.as_ref(), name), side(self.new.as_ref(), name)))
            .filter(|(name, old, new)| old != new && *name != "id")
            .collect()
    }
}

fn side<'a>(values: Option<&'a Values>, name: &str) -> &'a Json {
    values.and_then(|values| values.get(name)).unwrap_or(&Json::Null)
}

impl Store {
    /// Every step, the oldest first.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn steps(&self) -> Result<Vec<Line>> {
        let mut statement = self.conn.prepare_cached("select * from step order by id")?;
        Ok(statement.query_map([], Line::read)?.collect::<rusqlite::Result<_>>()?)
    }

    /// What a step changed, in order.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn changes(&self, step: i64) -> Result<Vec<Change>> {
        let mut statement =
            self.conn.prepare_cached("select kind, row, old, new from change where step = ?1 order by id")?;
        let read = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
        let changes = statement.query_map([step], |row| {
            Ok(Change { table: row.get(0)?, row: row.get(1)?, old: read(row.get(2)?), new: read(row.get(3)?) })
        })?;
        Ok(changes.collect::<rusqlite::Result<_>>()?)
    }
}
