//! The journal as it is read back: the steps, and what each changed, value by value.
use std::collections::BTreeSet;

use rusqlite::params;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value as Json};

use crate::store::error::Result;
use crate::store::journal::Line;
use crate::store::{Store, sheaf};

/// A row's values by column.
pub type Values = Map<String, Json>;

/// What a step did to a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row.
    pub row: i64,
    /// Its values before; none if it was added, or erased by law.
    pub old: Option<Values>,
    /// Its values after; none if it was removed, or erased by law.
    pub new: Option<Values>,
}

impl Change {
    /// The columns whose values differ, each with the value before and after; null where the row was not there.
    #[must_use]
    pub fn differences(&self) -> Vec<(&str, &Json, &Json)> {
        let names = self.new.as_ref().or(self.old.as_ref()).into_iter().flat_map(|values| values.keys());
        names
            .map(|name| (name.as_str(), side(self.old.as_ref(), name), side(self.new.as_ref(), name)))
            .filter(|(name, old, new)| old != new && *name != "id")
            .collect()
    }

    /// What a line of the journal tells, selected as [`COLUMNS`]: one change, or a sheaf's rows that are new.
    ///
    /// # Errors
    /// If it is no such line.
    pub(super) fn read(row: &rusqlite::Row<'_>) -> Result<Vec<Self>> {
        let table: String = row.get("changed")?;
        let first: i64 = row.get("row")?;
        let new = row.get_ref("new")?;
        let Some(columns) = row.get::<_, Option<String>>("columns")? else {
            return Ok(vec![Self { table, row: first, old: values(row.get_ref("old")?)?, new: values(new)? }]);
        };
        let columns = sheaf::names(&columns)?;
        let rows = sheaf::lines(first, new.as_str().map_err(std::io::Error::other)?);
        let change =
            |(row, line)| Ok(Self { table: table.clone(), row, old: None, new: sheaf::values(&columns, line)? });
        rows.map(change).collect()
    }
}

/// The columns of a line of the journal.
pub(super) const COLUMNS: &str = "c.kind as changed, c.row, c.columns, c.old, c.new";

impl Store {
    /// Gives every change with its step to `tell`, the newest step first, the changes of a step in their order.
    ///
    /// # Errors
    /// What `tell` fails with, or if SQLite refuses.
    pub fn each_change(&self, mut tell: impl FnMut(&Line, &Change) -> Result<()>) -> Result<()> {
        let mut changes = self.conn.prepare(&format!(
            "select s.id, s.at, s.today, s.user, s.act, s.kind, s.object, s.sense, s.target, s.final, s.schema, {COLUMNS}
             from step s join change c on c.step = s.id order by s.id desc, c.id",
        ))?;
        let mut rows = changes.query([])?;
        while let Some(row) = rows.next()? {
            let line = Line::read(row)?;
            for change in Change::read(row)? {
                tell(&line, &change)?;
            }
        }
        Ok(())
    }

    /// What a step changed, in order.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn changes(&self, step: i64) -> Result<Vec<Change>> {
        let sql = format!("select {COLUMNS} from change c where c.step = ?1 order by c.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let (mut rows, mut changes) = (statement.query([step])?, Vec::new());
        while let Some(row) = rows.next()? {
            changes.append(&mut Change::read(row)?);
        }
        Ok(changes)
    }

    /// The latest steps that changed a row, or a row of another table that names it in a column, the newest first.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn steps_about(&self, row: (&str, i64), named_in: &[(&str, &str)], limit: usize) -> Result<Vec<Line>> {
        let (table, id) = row;
        let mut found: BTreeSet<i64> = BTreeSet::new();
        let own = steps_of("(select ?2 as id)");
        let others = named_in.iter().map(|(table, column)| {
            (*table, steps_of(&format!("(select id from \"{table}\" where \"{column}\" = ?2)")))
        });
        for (table, sql) in std::iter::once((table, own)).chain(others) {
            let mut steps = self.conn.prepare_cached(&sql)?;
            for step in steps.query_map(params![table, id], |row| row.get(0))? {
                found.insert(step?);
            }
        }
        let mut line = self.conn.prepare_cached("select * from step where id = ?1")?;
        let lines = found.into_iter().rev().take(limit).map(|step| line.query_row([step], Line::read));
        Ok(lines.collect::<rusqlite::Result<_>>()?)
    }

    /// The steps with the number of their changes, the newest first; `limit` keeps to the latest ones.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn steps(&self, limit: Option<usize>) -> Result<Vec<(Line, i64)>> {
        let limit = limit.map_or(-1, |steps| i64::try_from(steps).unwrap_or(i64::MAX));
        let mut found = self.conn.prepare_cached(
            "select s.*, (select ifnull(sum(ifnull(last, row) - row + 1), 0) from change where step = s.id) as changes
             from step s order by s.id desc limit ?1",
        )?;
        let steps = found.query_map([limit], |row| Ok((Line::read(row)?, row.get("changes")?)))?;
        Ok(steps.collect::<rusqlite::Result<_>>()?)
    }
}

/// The SQL of the steps that changed some rows of the table `?1`; those that came in together are found by the last of
/// their sheaf, which is never far.
fn steps_of(rows: &str) -> String {
    let most = sheaf::MOST;
    format!(
        "select c.step from {rows} r join change c on c.kind = ?1 and c.row = r.id
         union select c.step from {rows} r
            join change c on c.kind = ?1 and c.last between r.id and r.id + {most} and c.row <= r.id"
    )
}

/// A row's values as a change of its own holds them.
fn values(json: ValueRef<'_>) -> Result<Option<Values>> {
    let Some(text) = json.as_str_or_null().map_err(std::io::Error::other)? else { return Ok(None) };
    Ok(Some(serde_json::from_str(text).map_err(std::io::Error::other)?))
}

fn side<'a>(values: Option<&'a Values>, name: &str) -> &'a Json {
    values.and_then(|values| values.get(name)).unwrap_or(&Json::Null)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::unit::Unit;
    use crate::store::clock::Clock;

    #[test]
    fn changes_come_newest_step_first_with_what_differs_only() {
        let now = || chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap().and_hms_opt(8, 0, 0).unwrap();
        let mut store = Store::memory("thu", Clock { day: None, now }).unwrap();
        let mut unit = Unit { name: "Văn phòng".into(), ..Unit::default() };
        store.save(&mut unit).unwrap();
        unit.name = "Văn phòng Sở".into();
        store.save(&mut unit).unwrap();
        let mut told = Vec::new();
        store
            .each_change(|line, change| {
                told.push((line.act.clone(), change.clone()));
                Ok(())
            })
            .unwrap();
        assert_eq!(told.iter().map(|(act, _)| act.as_str()).collect::<Vec<_>>(), ["edit", "add"]);
        let (before, after) = (Json::from("Văn phòng"), Json::from("Văn phòng Sở"));
        assert_eq!(told[0].1.differences(), [("name", &before, &after)]);
        assert_eq!(told[1].1.old, None);
        assert_eq!(store.steps(Some(1)).unwrap().len(), 1);
        let about = |limit| {
            let lines = store.steps_about(("unit", unit.id.0), &[("person", "unit")], limit).unwrap();
            lines.into_iter().map(|line| line.act).collect::<Vec<_>>()
        };
        assert_eq!((about(9), about(1)), (vec!["edit".to_owned(), "add".to_owned()], vec!["edit".to_owned()]));
        assert_eq!(store.changes(2).unwrap(), [told[0].1.clone()]);
    }
}
