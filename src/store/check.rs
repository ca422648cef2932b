//! Whether the store is whole: the file, the links, the journal's seals, the rows against the journal, and all that
//! is kept beside them.
use std::collections::HashMap;

use crate::domain::tables;
use crate::store::Store;
use crate::store::error::Result;
use crate::store::journal::{self, Line};
use crate::text::{Said, store as t};

/// Something that is not as it should be: in which table, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The table, or "file" or "journal".
    pub place: String,
    /// What is wrong.
    pub said: Said,
}

impl Store {
    /// Looks at everything that must hold. An empty answer means that all is well.
    ///
    /// # Errors
    /// If SQLite cannot read the file at all.
    pub fn check(&self) -> Result<Vec<Flaw>> {
        let mut flaws = Vec::new();
        self.check_file(&mut flaws)?;
        self.check_seals(&mut flaws)?;
        for table in journal::tables(&self.conn)? {
            self.check_rows(&table, &mut flaws)?;
        }
        for meta in tables::TABLES {
            for row in self.every(meta)? {
                let kept: (String, Option<Vec<u8>>) = self.conn.query_row(
                    &format!("select fold, sort from \"{}\" where id = ?1", meta.table),
                    [row.id],
                    |kept| Ok((kept.get(0)?, kept.get(1)?)),
                )?;
                if kept != self.derived(meta, &row) {
                    flaws.push(flaw(meta.table, t::FAULT_FOLD.with([row.id])));
                }
            }
        }
        self.check_totals(&mut flaws)?;
        Ok(flaws)
    }

    fn check_file(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        let mut statement = self.conn.prepare("pragma integrity_check(20)")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            if text != "ok" {
                flaws.push(flaw("file", t::FAULT_INTEGRITY.with([text])));
            }
        }
        let mut statement = self.conn.prepare("pragma foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (table, id, target): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let id = id.unwrap_or_default().to_string();
            flaws.push(flaw(&table, t::FAULT_LINK.with([table.clone(), id, target])));
        }
        Ok(())
    }

    fn check_seals(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        let mut statement = self.conn.prepare("select * from step order by id")?;
        let steps: Vec<(Line, Vec<u8>)> = statement
            .query_map([], |row| Ok((Line::read(row)?, row.get("seal")?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut last = Vec::new();
        for (line, seal) in steps {
            if journal::seal(&self.conn, &*self.keys.seal, &last, &line)? != seal {
                flaws.push(flaw("journal", t::FAULT_SEAL.with([line.id])));
            }
            last = seal;
        }
        Ok(())
    }

    /// The last change of each row must say what the row says now.
    fn check_rows(&self, table: &str, flaws: &mut Vec<Flaw>) -> Result<()> {
        let mut expected: HashMap<i64, Option<String>> = HashMap::new();
        let mut statement =
            self.conn.prepare("select row, new, digest is not null from change where kind = ?1 order by id")?;
        let mut rows = statement.query([table])?;
        let mut erased = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            expected.insert(id, row.get(1)?);
            if row.get(2)? {
                erased.push(id);
            }
        }
        let object = journal::json_object(&self.conn, table, "t")?;
        let mut statement = self.conn.prepare(&format!("select t.id, {object} from \"{table}\" t"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, now): (i64, String) = (row.get(0)?, row.get(1)?);
            match expected.remove(&id) {
                Some(Some(said)) if said == now => {}
                Some(_) if erased.contains(&id) => {}
                Some(_) => flaws.push(flaw(table, t::FAULT_ROW.with([id]))),
                None => flaws.push(flaw(table, t::FAULT_UNKNOWN_ROW.with([id]))),
            }
        }
        for (id, said) in expected {
            if said.is_some() {
                flaws.push(flaw(table, t::FAULT_LOST_ROW.with([id])));
            }
        }
        Ok(())
    }

    fn check_totals(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        let sql = "select c.id,
                ifnull((select sum(amount) from contribution where campaign = c.id and trashed is null), 0)
                    as whole,
                ifnull((select sum(amount) from kept_total where campaign = c.id), 0) as kept,
                ifnull((select sum(amount) from contribution where campaign = c.id and trashed is null and means <> 'goods'), 0)
                    - ifnull((select sum(amount) from disbursement where campaign = c.id and trashed is null), 0) as left_whole,
                ifnull((select received - spent from kept_balance where campaign = c.id), 0) as left_kept
            from campaign c";
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, whole, kept, left, left_kept): (i64, i64, i64, i64, i64) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            for (whole, kept) in [(whole, kept), (left, left_kept)] {
                if whole != kept {
                    flaws.push(flaw("campaign", t::FAULT_TOTAL.with([id, kept, whole])));
                }
            }
        }
        Ok(())
    }

    fn every(&self, meta: &crate::domain::record::Meta) -> Result<Vec<crate::domain::record::Row>> {
        let mut statement = self.conn.prepare(&format!("select id from \"{}\"", meta.table))?;
        let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if meta.table == "ward" {
            return Ok(Vec::new());
        }
        ids.into_iter().filter_map(|id| self.row(meta, id).transpose()).collect()
    }
}

fn flaw(place: &str, said: Said) -> Flaw {
    Flaw { place: place.to_owned(), said }
}
