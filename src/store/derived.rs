//! The search and sort columns, which the store keeps beside a row's own and no journal holds.
use std::collections::HashMap;

use rusqlite::params;
use rusqlite::types::Value as Sql;

use crate::domain::fold::fold;
use crate::domain::order;
use crate::domain::record::{Meta, Order};
use crate::domain::tables;
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::error::Result;

/// Under which key it is remembered how the sort keys were made.
const MADE_BY: &str = "order";

/// A row's search text and sort key.
pub(super) type Derived = (String, Option<Vec<u8>>);

impl Store {
    /// The search and sort columns that a row with these values should have.
    pub(super) fn derived(&self, meta: &Meta, values: &[Value]) -> Derived {
        let text = |column: &str| meta.place(column).and_then(|at| values.get(at)).map_or("", Value::text);
        self.derived_of(meta, text)
    }

    /// The same, with the text of each column asked for.
    pub(super) fn derived_of<'a>(&self, meta: &Meta, text: impl Fn(&str) -> &'a str) -> Derived {
        let folded: Vec<String> = meta.search.iter().map(|column| fold(text(column))).collect();
        let sort = match meta.order {
            _ if meta.place("name").is_none() => None,
            Order::Person => Some(self.order.person_key(text("name"))),
            Order::Plain | Order::Latest(_) | Order::Row | Order::Within(..) => {
                Some(self.order.plain_key(text("name")))
            }
        };
        (folded.join("\n"), sort)
    }

    /// Derives the search and sort columns of a row anew.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn derive(&self, meta: &Meta, id: i64) -> Result<()> {
        self.derive_where(meta, "where id = ?1", &[id])
    }

    /// The rows whose search or sort column is not what it should be.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn stale(&self, meta: &Meta) -> Result<Vec<(i64, Derived)>> {
        self.stale_where(meta, "", &[])
    }

    /// Makes all sort keys anew where they were made by other collation data than this version's.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn renew_order(&self) -> Result<()> {
        if self.recall(MADE_BY)?.as_deref() == Some(order::Order::DATA) {
            return Ok(());
        }
        let tx = self.conn.unchecked_transaction()?;
        for meta in tables::TABLES {
            self.derive_where(meta, "", &[])?;
        }
        self.keep_order()?;
        tx.commit()?;
        Ok(())
    }

    /// Remembers that all sort keys were made by this version's collation data.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn keep_order(&self) -> Result<()> {
        self.conn
            .prepare_cached("insert into memory values (?1, ?2) on conflict do update set value = excluded.value")?
            .execute([MADE_BY, order::Order::DATA])?;
        Ok(())
    }

    fn derive_where(&self, meta: &Meta, filter: &str, binds: &[i64]) -> Result<()> {
        let text = format!("update \"{}\" set fold = ?1, sort = ?2 where id = ?3", meta.table);
        let mut update = self.conn.prepare_cached(&text)?;
        for (id, (folded, sort)) in self.stale_where(meta, filter, binds)? {
            update.execute(params![folded, sort, id])?;
        }
        Ok(())
    }

    fn stale_where(&self, meta: &Meta, filter: &str, binds: &[i64]) -> Result<Vec<(i64, Derived)>> {
        let mut columns: Vec<&str> = meta.search.to_vec();
        if meta.place("name").is_some() {
            columns.push("name");
        }
        let own = ["id", "fold", "sort"].iter();
        let names: Vec<String> = own.chain(&columns).map(|name| format!("\"{name}\"")).collect();
        let text = format!("select {} from \"{}\" {filter}", names.join(", "), meta.table);
        let mut select = self.conn.prepare_cached(&text)?;
        let mut rows = select.query(rusqlite::params_from_iter(binds))?;
        let mut stale = Vec::new();
        while let Some(row) = rows.next()? {
            let mut texts: HashMap<&str, String> = HashMap::new();
            for (at, name) in columns.iter().enumerate() {
                if let Sql::Text(text) = row.get(at + 3)? {
                    texts.insert(name, text);
                }
            }
            let should = self.derived_of(meta, |column| texts.get(column).map_or("", String::as_str));
            if (row.get::<_, String>(1)?, row.get::<_, Option<Vec<u8>>>(2)?) != should {
                stale.push((row.get(0)?, should));
            }
        }
        Ok(stale)
    }
}
