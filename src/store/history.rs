//! The journal read back, change by change, for those who ask who changed what.
use crate::store::Store;
use crate::store::error::Result;
use crate::store::journal::Line;

/// One change of one row, under its step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The step.
    pub line: Line,
    /// The table.
    pub table: String,
    /// The row number.
    pub row: i64,
    /// The row before as a JSON object; `None` where it is new, or erased by law.
    pub old: Option<String>,
    /// The row after; `None` where it is gone, or erased by law.
    pub new: Option<String>,
}

impl Store {
    /// Gives every change to `tell`, the newest step first, the changes of a step in their order.
    ///
    /// # Errors
    /// What `tell` fails with, or if SQLite refuses.
    pub fn each_change(&self, mut tell: impl FnMut(Past) -> Result<()>) -> Result<()> {
        let mut changes = self.conn.prepare(
            "select s.id, s.at, s.today, s.user, s.act, s.kind, s.object, s.sense, s.target, s.final, s.schema,
                c.kind as changed, c.row, c.old, c.new
             from step s join change c on c.step = s.id order by s.id desc, c.id",
        )?;
        let mut rows = changes.query([])?;
        while let Some(row) = rows.next()? {
            tell(Past {
                line: Line::read(row)?,
                table: row.get("changed")?,
                row: row.get("row")?,
                old: row.get("old")?,
                new: row.get("new")?,
            })?;
        }
        Ok(())
    }

    /// The steps with the number of their changes, the newest first; `limit` keeps to the latest ones.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn steps(&self, limit: Option<usize>) -> Result<Vec<(Line, i64)>> {
        let limit = limit.map_or(-1, |steps| i64::try_from(steps).unwrap_or(i64::MAX));
        let mut found = self.conn.prepare_cached(
            "select s.*, (select count(*) from change where step = s.id) as changes
             from step s order by s.id desc limit ?1",
        )?;
        let steps = found.query_map([limit], |row| Ok((Line::read(row)?, row.get("changes")?)))?;
        Ok(steps.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::unit::Unit;
    use crate::store::clock::Clock;

    #[test]
    fn changes_come_newest_step_first() {
        let now = || chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap().and_hms_opt(8, 0, 0).unwrap();
        let mut store = Store::memory("thu", Clock { day: None, now }).unwrap();
        let mut unit = Unit { name: "Văn phòng".into(), ..Unit::default() };
        store.save(&mut unit).unwrap();
        unit.name = "Văn phòng Sở".into();
        store.save(&mut unit).unwrap();
        let mut told = Vec::new();
        store
            .each_change(|past| {
                told.push(past);
                Ok(())
            })
            .unwrap();
        let acts: Vec<&str> = told.iter().map(|past| past.line.act.as_str()).collect();
        assert_eq!((acts, told[1].old.as_ref()), (vec!["edit", "add"], None));
        assert!(told[0].new.as_ref().is_some_and(|new| new.contains("Văn phòng Sở")));
        assert_eq!(store.steps(Some(1)).unwrap().len(), 1);
    }
}
