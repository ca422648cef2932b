//! Many rows at once: while a step puts in more rows of a table than there are, its indexes are set aside, and made anew
//! when the step ends, which costs less than keeping them row by row. They are part of the step: if it is dropped, they
//! are as they were. Meanwhile more of the file is kept in memory, since what is written back too early is read again.
use crate::store::error::Result;
use crate::store::{Store, journal};

/// Fewer rows are not worth it.
const MANY: i64 = 5_000;

/// How much of the file is kept in memory while many rows come in, in KiB: 50,000 children with all that is theirs.
const PAGES: i64 = 40_000;

impl Store {
    /// Makes ready for so many rows that the running step is to put into some tables.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn expect_rows(&mut self, rows: usize, tables: &[&str]) -> Result<()> {
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        for table in tables.iter().filter(|_| rows >= MANY) {
            let has: i64 = self.conn.query_row(&format!("select count(*) from \"{table}\""), [], |row| row.get(0))?;
            if rows < has {
                continue;
            }
            // A unique index is a rule, which each row must keep.
            let mut found = self.conn.prepare(
                "select name, sql from sqlite_schema where type = 'index' and tbl_name = ?1 and sql like 'create index %'",
            )?;
            let indexes = found.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let indexes: Vec<(String, String)> = indexes.collect::<rusqlite::Result<_>>()?;
            for (name, sql) in indexes {
                self.conn.execute_batch(&format!("drop index \"{name}\""))?;
                self.aside.push(sql);
            }
            self.conn.pragma_update(None, "cache_size", -PAGES)?;
            self.is_bulk = true;
        }
        Ok(())
    }

    /// Makes the indexes anew that were set aside.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn restore_indexes(&mut self) -> Result<()> {
        for sql in std::mem::take(&mut self.aside) {
            self.conn.execute_batch(&sql)?;
        }
        Ok(())
    }

    /// Keeps as much of the file in memory again as before many rows came in.
    pub(super) fn end_bulk(&mut self) {
        if std::mem::take(&mut self.is_bulk) {
            // The rows are safe or dropped by now; all that failing costs is memory.
            let _ = self.conn.pragma_update(None, "cache_size", -journal::PAGES);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::{Act, Step};
    use crate::domain::unit::Unit;
    use crate::store::clock::Clock;

    fn store() -> Store {
        let now = || chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap().and_hms_opt(8, 0, 0).unwrap();
        Store::memory("thu", Clock { day: None, now }).unwrap()
    }

    fn indexes(store: &Store) -> Vec<String> {
        let sql = "select name || sql from sqlite_schema where type = 'index' and sql is not null order by name";
        let mut found = store.conn.prepare(sql).unwrap();
        let names = found.query_map([], |row| row.get(0)).unwrap();
        names.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn indexes_are_as_they_were_when_the_step_has_ended() {
        let mut store = store();
        let kept = |store: &Store| store.conn.query_row("pragma cache_size", [], |row| row.get::<_, i64>(0)).unwrap();
        let (before, in_memory) = (indexes(&store), kept(&store));
        for whole in [true, false] {
            store.begin(Step::new(Act::Import, "unit", "ds.xlsx")).unwrap();
            store.expect_rows(10, &["person"]).unwrap();
            assert_eq!(indexes(&store), before);
            store.expect_rows(9_000, &["unit", "person"]).unwrap();
            assert!(kept(&store) < in_memory, "more is kept, which SQLite counts below 0");
            assert!(!indexes(&store).iter().any(|index| index.starts_with("unit_sort")));
            store.put_record(&mut Unit { name: "Văn phòng".into(), ..Unit::default() }).unwrap();
            if whole {
                store.finish().unwrap();
            } else {
                store.cancel();
            }
            assert_eq!(indexes(&store), before);
            assert_eq!(kept(&store), in_memory);
            assert_eq!((store.check().unwrap(), store.all::<Unit>().unwrap().len()), (vec![], 1));
        }
    }

    #[test]
    fn rows_of_which_many_are_put_in_open_no_table_beside_their_own() {
        let store = store();
        for table in ["child", "person", "circumstance", "contribution", "gift", "review"] {
            let mut told = store.conn.prepare(&format!("explain insert into \"{table}\" default values")).unwrap();
            let codes = told.query_map([], |row| row.get::<_, String>("opcode")).unwrap();
            let codes: Vec<String> = codes.collect::<rusqlite::Result<_>>().unwrap();
            assert!(codes.iter().any(|code| code == "Insert"), "{table}");
            assert!(!codes.iter().any(|code| code == "OpenEphemeral"), "{table}");
        }
    }
}
