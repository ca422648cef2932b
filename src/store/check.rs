//! Whether the store is whole: the file, the links, the journal's seals, the rows against the journal, all that is
//! kept beside them, and the fingerprints of what went out.
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value as Json;

use crate::domain::record::Record;
use crate::domain::report::Report;
use crate::domain::tables;
use crate::store::error::Result;
use crate::store::history::Values;
use crate::store::journal::{self, Line};
use crate::store::{Store, sheaf};
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
            for (id, _) in self.stale(meta)? {
                flaws.push(flaw(meta.table, t::FAULT_FOLD.with([id])));
            }
        }
        self.check_files(&mut flaws)?;
        self.check_totals(&mut flaws)?;
        self.check_books(&mut flaws)?;
        self.check_reports(&mut flaws)?;
        Ok(flaws)
    }

    /// A numbered report must be what its fingerprint says.
    fn check_reports(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        let changed = self.all::<Report>()?.into_iter().filter(|report| !report.is_whole());
        flaws.extend(changed.map(|it| flaw(Report::TABLE, t::FAULT_PRINT.with([it.number, it.period.0]))));
        Ok(())
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
            if journal::seal(&self.conn, &*self.keys.seal, &last, &line)?.0 != seal {
                flaws.push(flaw("journal", t::FAULT_SEAL.with([line.id])));
            }
            last = seal;
        }
        Ok(())
    }

    /// The last change of each row must say what the row says now.
    fn check_rows(&self, table: &str, flaws: &mut Vec<Flaw>) -> Result<()> {
        let mut expected: HashMap<i64, Told> = HashMap::new();
        let mut statement = self
            .conn
            .prepare("select row, new, digest is not null, columns from change where kind = ?1 order by id")?;
        let mut rows = statement.query([table])?;
        while let Some(row) = rows.next()? {
            let (first, new): (i64, Option<String>) = (row.get(0)?, row.get(1)?);
            match (row.get::<_, Option<String>>(3)?, new) {
                (Some(columns), Some(new)) => {
                    let columns = Rc::new(sheaf::names(&columns)?);
                    let told = |line: &str| Told::Line(Rc::clone(&columns), line.to_owned());
                    expected.extend(sheaf::lines(first, &new).map(|(row, line)| (row, told(line))));
                }
                _ if row.get(2)? => drop(expected.insert(first, Told::Erased)),
                (_, Some(new)) => drop(expected.insert(first, Told::Values(new))),
                (_, None) => drop(expected.insert(first, Told::Gone)),
            }
        }
        let object = journal::json_object(&self.conn, table, "t")?;
        let defaults = self.defaults(table)?;
        let mut statement = self.conn.prepare(&format!("select t.id, {object} from \"{table}\" t"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, now): (i64, String) = (row.get(0)?, row.get(1)?);
            match expected.remove(&id) {
                Some(told) if told.is(&now, &defaults)? => {}
                Some(_) => flaws.push(flaw(table, t::FAULT_ROW.with([id]))),
                None => flaws.push(flaw(table, t::FAULT_UNKNOWN_ROW.with([id]))),
            }
        }
        for (id, _) in expected.into_iter().filter(|(_, told)| told.stands()) {
            flaws.push(flaw(table, t::FAULT_LOST_ROW.with([id])));
        }
        Ok(())
    }

    /// What a row has in a column that it was not given, by column.
    pub(super) fn defaults(&self, table: &str) -> Result<Values> {
        let sql = "select name, ifnull(dflt_value, 'null') from pragma_table_info(?1)";
        let mut statement = self.conn.prepare(sql)?;
        let columns = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let columns: Vec<(String, String)> = columns.collect::<rusqlite::Result<_>>()?;
        let mut defaults = Values::new();
        for (name, sql) in columns {
            // What the schema itself says stands there as it is: a default is a constant, which SQLite works out.
            let value: String = self.conn.query_row(&format!("select json_array({sql})"), [], |row| row.get(0))?;
            let value = serde_json::from_str::<Vec<Json>>(&value).ok().and_then(|mut values| values.pop());
            defaults.insert(name, value.unwrap_or(Json::Null));
        }
        Ok(defaults)
    }

    /// What is kept must be what adding up gives: by campaign, unit and month, and of what is left.
    fn check_totals(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        let sql = "select campaign, sum(whole), sum(kept) from (
                select campaign, 'amount' || ifnull(unit, 0) || substr(date, 1, 7) as place, amount as whole, 0 as kept
                    from contribution where number is not null
                union all select campaign, 'in' || date, amount, 0
                    from contribution where number is not null and means <> 'goods'
                union all select id, 'in' || since, opening, 0 from campaign where opening <> 0
                union all select id, 'received', opening, 0 from campaign where opening <> 0
                union all select campaign, 'in' || date, 0, received from kept_day
                union all select campaign, 'out' || date, amount, 0 from disbursement where number is not null
                union all select campaign, 'out' || date, 0, spent from kept_day
                union all select campaign, 'amount' || unit || month, 0, amount from kept_total
                union all select campaign, 'received', amount, 0
                    from contribution where trashed is null and means <> 'goods'
                union all select campaign, 'received', 0, received from kept_balance
                union all select campaign, 'spent', amount, 0 from disbursement where trashed is null
                union all select campaign, 'spent', 0, spent from kept_balance
            ) group by campaign, place having sum(whole) <> sum(kept)";
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, whole, kept): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            flaws.push(flaw("campaign", t::FAULT_TOTAL.with([id, kept, whole])));
        }
        Ok(())
    }
}

/// What the last change of a row says.
enum Told {
    /// That it is gone.
    Gone,
    /// Nothing: its words were erased.
    Erased,
    /// Its values.
    Values(String),
    /// The same as the line of a sheaf, whose columns these are.
    Line(Rc<Vec<String>>, String),
}

impl Told {
    /// Whether the row is to be there.
    fn stands(&self) -> bool {
        match self {
            Self::Gone | Self::Erased => false,
            Self::Values(_) => true,
            Self::Line(_, line) => line.starts_with('['),
        }
    }

    /// Whether a row is what is said of it.
    fn is(&self, now: &str, defaults: &Values) -> Result<bool> {
        let said = match self {
            Self::Gone => return Ok(false),
            Self::Values(said) if said == now => return Ok(true),
            Self::Values(said) => serde_json::from_str(said).ok(),
            Self::Line(columns, line) if self.stands() => sheaf::values(columns, line)?,
            Self::Line(..) | Self::Erased => return Ok(true),
        };
        let now: Option<Values> = serde_json::from_str(now).ok();
        Ok(said.zip(now).is_some_and(|(said, now)| grown(&said, &now, defaults)))
    }
}

/// Whether a row is what is said of it, but for columns that a migration added since, which have their default.
fn grown(said: &Values, now: &Values, defaults: &Values) -> bool {
    let known = said.keys().all(|name| now.contains_key(name));
    known && now.iter().all(|(name, value)| said.get(name).or_else(|| defaults.get(name)) == Some(value))
}

pub(super) fn flaw(place: &str, said: Said) -> Flaw {
    Flaw { place: place.to_owned(), said }
}
