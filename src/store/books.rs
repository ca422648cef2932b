//! The books: an entry is posted under the next number of its year and stands still from then on; a posted entry is
//! taken back by its opposite. What must hold of numbers and balances is held by the file's own triggers.
use chrono::{Datelike, NaiveDate};
use rusqlite::params;

use crate::domain::record::Meta;
use crate::store::Store;
use crate::store::check::{Flaw, flaw};
use crate::store::error::Result;
use crate::text::store as t;

impl Store {
    /// Posts a draft of a table of entries within the running step, under the next number of the year of its date. The
    /// answer is the number.
    ///
    /// # Errors
    /// If it is posted already, its day is closed, or its campaign would be below nothing at the end of a day.
    pub fn post_row(&mut self, meta: &Meta, id: i64, date: NaiveDate) -> Result<i64> {
        let table = meta.table;
        let next = format!(
            "select ifnull(max(number), 0) + 1 from \"{table}\" where substr(date, 1, 4) = ?1 and number is not null"
        );
        let year = format!("{:04}", date.year());
        let number: i64 = self.conn.prepare_cached(&next)?.query_row([&year], |row| row.get(0))?;
        let text = format!(
            "update \"{table}\" set posted_on = ?1, number = ?2 where id = ?3 and number is null and trashed is null"
        );
        match self.alter(&text)?.execute(params![self.today().to_string(), number, id])? {
            0 => Err(t::POSTED.into()),
            _ => Ok(number),
        }
    }

    /// Puts in the opposite of a posted entry within the running step, as a draft: the same but for its day, its note,
    /// and its amount, which is the negative. The answer is its row number.
    ///
    /// # Errors
    /// If the entry is gone or reversed already.
    pub fn reverse_row(&mut self, meta: &Meta, id: i64, date: NaiveDate, note: &str) -> Result<i64> {
        let table = meta.table;
        let own = |name: &&str| {
            !matches!(*name, "date" | "note" | "amount" | "batch")
                && meta.columns.iter().any(|it| it.name == *name && !it.shown)
        };
        let names: Vec<&str> = meta.columns.iter().map(|column| column.name).filter(own).collect();
        let names = names.join(", ");
        let text = format!(
            "insert into \"{table}\" ({names}, date, note, amount, reverses, fold, sort)
             select {names}, ?2, ?3, -amount, id, fold, sort from \"{table}\" where id = ?1 and number is not null"
        );
        if self.alter(&text)?.execute(params![id, date.to_string(), note])? == 0 {
            return Err(t::GONE.into());
        }
        let made = self.conn.last_insert_rowid();
        self.journal_new(table, made)?;
        self.derive(meta, made)?;
        Ok(made)
    }

    /// Notes within the running step that an entry stands in the place of another that was taken back.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn replace_row(&mut self, meta: &Meta, id: i64, replaced: i64) -> Result<()> {
        let text = format!("update \"{}\" set replaces = ?1 where id = ?2", meta.table);
        self.alter(&text)?.execute([replaced, id])?;
        Ok(())
    }

    /// The day up to which the books are closed.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn closed_up_to(&self) -> Result<Option<NaiveDate>> {
        let text = "select max(date) from cash_count where closed_on is not null";
        let day: Option<String> = self.conn.prepare_cached(text)?.query_row([], |row| row.get(0))?;
        Ok(day.and_then(|day| day.parse().ok()))
    }

    /// Numbers must follow one another in each year, and no campaign may be below nothing at the end of a day.
    pub(super) fn check_books(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        for table in ["contribution", "disbursement"] {
            let text = format!(
                "select year, count, most from (select substr(date, 1, 4) as year, count(distinct number) as count,
                     max(number) as most, count(*) as whole from \"{table}\" where number is not null group by 1)
                 where most <> count or whole <> count"
            );
            let mut statement = self.conn.prepare(&text)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (year, count, most): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
                flaws.push(flaw(table, t::FAULT_NUMBER.with([year, most.to_string(), count.to_string()])));
            }
        }
        let text = "select campaign, date, -balance from (select campaign, date,
                sum(received - spent) over (partition by campaign order by date) as balance from kept_day)
            where balance < 0";
        let mut statement = self.conn.prepare(text)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (campaign, date, below): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            flaws.push(flaw("campaign", t::FAULT_BELOW.with([campaign.to_string(), date, below.to_string()])));
        }
        Ok(())
    }
}
