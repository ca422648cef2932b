//! Filters by column in SQL, and which rows pass them, kept for each version of the store.
use std::collections::HashSet;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use crate::domain::born::turned;
use crate::domain::filter::{Filter, Test};
use crate::domain::record::{Column, Meta};
use crate::domain::value::{Kind, Value};
use crate::store::Store;
use crate::store::error::Result;
use crate::store::list::Query;
use crate::store::rows::{alive, sql};

/// The rows that pass some filters: a bit for each row number, and one by one those that lie far out.
#[derive(Debug, Default)]
pub(super) struct Bits {
    near: Vec<u64>,
    far: HashSet<i64>,
}

/// Row numbers from here on are far out: a view of several tables keeps their rows apart by large steps.
const FAR: i64 = 1 << 28;

impl Bits {
    fn put(&mut self, id: i64) {
        if id >= FAR {
            self.far.insert(id);
            return;
        }
        let (word, bit) = place(id);
        if word >= self.near.len() {
            self.near.resize(word + 1, 0);
        }
        if let Some(word) = self.near.get_mut(word) {
            *word |= bit;
        }
    }

    /// Whether a row passes.
    pub(super) fn has(&self, id: i64) -> bool {
        let (word, bit) = place(id);
        id >= FAR && self.far.contains(&id) || self.near.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// What was sifted last: of which version, table, filters and day.
#[derive(Debug)]
pub(super) struct Sifted {
    of: (u64, &'static str, Vec<Filter>, NaiveDate),
    bits: Rc<Bits>,
}

impl Store {
    /// The rows of a list that pass its filters, read once for each version of the store.
    pub(super) fn sifted(&self, meta: &'static Meta, query: &Query) -> Result<Rc<Bits>> {
        let of = (self.version, meta.table, query.filters.clone(), self.day_of(query));
        if self.work.is_none()
            && let Some(sifted) = &*self.sifted.borrow()
            && sifted.of == of
        {
            return Ok(Rc::clone(&sifted.bits));
        }
        let mut binds = Vec::new();
        let passing = self.conditions(meta, query, "", &mut binds);
        let text = format!("select t.id from \"{}\" t where {}{passing}", source(meta, &query.filters), alive(meta));
        let mut statement = self.conn.prepare_cached(&text)?;
        let mut rows = statement.query(params_from_iter(binds))?;
        let mut bits = Bits::default();
        while let Some(row) = rows.next()? {
            bits.put(row.get(0)?);
        }
        let bits = Rc::new(bits);
        *self.sifted.borrow_mut() = Some(Sifted { of, bits: Rc::clone(&bits) });
        Ok(bits)
    }

    /// The values that stand in a column of a table, each once, in the order of rows; no more than a number of them,
    /// nothing if there are more.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn values(&self, meta: &'static Meta, column: &Column, most: usize) -> Result<Vec<Value>> {
        let name = column.name;
        let text = format!(
            "select distinct t.\"{name}\" from \"{}\" t where {} and t.\"{name}\" is not null and t.\"{name}\" <> '' limit {}",
            meta.table,
            alive(meta),
            most + 1
        );
        let mut statement = self.conn.prepare_cached(&text)?;
        let rows = statement.query_map([], |row| super::rows::value(column.kind, row.get(0)?))?;
        let values: Vec<Value> = rows.collect::<rusqlite::Result<_>>()?;
        Ok(if values.len() > most { Vec::new() } else { values })
    }

    /// What a list's filters ask for, in SQL, each with "and" before it. A plus before the columns keeps SQLite from
    /// looking the rows up by them.
    pub(super) fn conditions(&self, meta: &Meta, query: &Query, plus: &str, binds: &mut Vec<Sql>) -> String {
        let day = self.day_of(query);
        let known = |filter: &&Filter| meta.place(filter.column).is_some();
        let one = |filter: &Filter| format!(" and ({})", condition(meta, filter, day, plus, binds));
        query.filters.iter().filter(known).map(one).collect()
    }

    /// The day on which a list counts ages.
    fn day_of(&self, query: &Query) -> NaiveDate {
        query.day.unwrap_or_else(|| self.today())
    }
}

/// Where a list is read from: its table, or the view with its shown columns if one of them is asked about.
pub(super) fn source(meta: &Meta, filters: &[Filter]) -> &'static str {
    let shown = |filter: &Filter| meta.columns.iter().any(|column| column.shown && column.name == filter.column);
    if meta.is_view() || filters.iter().any(shown) { meta.source } else { meta.table }
}

fn condition(meta: &Meta, filter: &Filter, day: NaiveDate, plus: &str, binds: &mut Vec<Sql>) -> String {
    let Some(column) = meta.columns.iter().find(|column| column.name == filter.column) else { return "1".to_owned() };
    let name = format!("{plus}t.\"{}\"", column.name);
    let mut bind = |value: Sql| {
        binds.push(value);
        format!("?{}", binds.len())
    };
    let (first, last) = (first_day(&name), last_day(&name));
    match (&filter.test, column.kind) {
        (Test::Is(value), Kind::Many(link)) => {
            let value = bind(sql(value));
            let (table, from, to) = (link.table, link.from, link.to);
            format!("exists (select 1 from \"{table}\" l where l.\"{from}\" = t.id and l.\"{to}\" = {value})")
        }
        (Test::Blank | Test::Filled, Kind::Many(link)) => {
            let not = if filter.test == Test::Blank { "not " } else { "" };
            format!("{not}exists (select 1 from \"{}\" l where l.\"{}\" = t.id)", link.table, link.from)
        }
        (Test::Is(value), _) => format!("{name} is {}", bind(sql(value))),
        (Test::Blank, _) => format!("ifnull({name}, '') = ''"),
        (Test::Filled, _) => format!("ifnull({name}, '') <> ''"),
        (Test::Between(from, to), kind) => {
            let (low, high) = match kind {
                Kind::Born | Kind::Age => (last, first),
                Kind::Moment => (format!("substr({name}, 1, 10)"), format!("substr({name}, 1, 10)")),
                _ => (name.clone(), name),
            };
            let mut sides = Vec::new();
            if let Some(from) = from {
                sides.push(format!("{low} >= {}", bind(sql(from))));
            }
            if let Some(to) = to {
                sides.push(format!("{high} <= {}", bind(sql(to))));
            }
            if sides.is_empty() { "1".to_owned() } else { sides.join(" and ") }
        }
        (Test::Aged(least, below), _) => {
            let turned = |years: u32| Sql::Text(turned(years, day).to_string());
            let mut sides = Vec::new();
            if *least > 0 {
                sides.push(format!("{last} <= {}", bind(turned(*least))));
            }
            if let Some(below) = below {
                // Who has no birth date is taken for a child.
                let unknown = if *least == 0 { format!("{name} is null or ") } else { String::new() };
                sides.push(format!("({unknown}{last} > {})", bind(turned(*below))));
            }
            if sides.is_empty() { "1".to_owned() } else { sides.join(" and ") }
        }
        (Test::Turns(age), _) => {
            let year = i64::from(day.year()) - i64::from(*age);
            format!("substr({name}, 1, 4) = {}", bind(Sql::Text(format!("{year:04}"))))
        }
    }
}

/// The first day that a birth date may be, in SQL.
fn first_day(name: &str) -> String {
    format!("substr({name} || '-01-01', 1, 10)")
}

/// The last day that a birth date may be, in SQL.
fn last_day(name: &str) -> String {
    format!(
        "case length({name}) when 4 then {name} || '-12-31'
            when 7 then date({name} || '-01', '+1 month', '-1 day') else {name} end"
    )
}

/// The word of a row's bit, and the bit.
fn place(id: i64) -> (usize, u64) {
    (usize::try_from(id / 64).unwrap_or(0), 1 << (id.rem_euclid(64)))
}
