//! Rows of one table that came in one after the other: the journal takes them as one line, a sheaf, in which their
//! columns are named once.
use std::collections::HashMap;
use std::fmt::Write;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use rusqlite::params;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::domain::record::Meta;
use crate::domain::value::Value;
use crate::store::error::{Error, Result};
use crate::store::history::Values;
use crate::store::put::is_stored;
use crate::store::{Store, journal, vault};
use crate::text::store as t;

/// How many rows a sheaf has at most.
pub(super) const MOST: i64 = 256;
/// The bytes of a row's salt.
const SALT: usize = 12;

/// The sheaves that are being gathered, and how the rows of each table are written; `None` for tables whose rows are
/// journaled one by one.
#[derive(Default)]
pub(super) struct Sheaves {
    open: Vec<Sheaf>,
    shapes: HashMap<&'static str, Option<Rc<Shape>>>,
}

impl Sheaves {
    /// Forgets what was gathered.
    pub fn clear(&mut self) {
        self.open.clear();
    }
}

/// How a table's rows are written.
struct Shape {
    /// The names of its columns, as JSON.
    columns: String,
    cells: Vec<Cell>,
}

/// Where a column's value comes from.
enum Cell {
    /// The row's number.
    Id,
    /// The record's column of this place.
    Own(usize),
    /// What the schema gives it, as JSON.
    Given(String),
}

/// Rows that follow each other.
struct Sheaf {
    table: &'static str,
    shape: Rc<Shape>,
    first: i64,
    last: i64,
    /// A line for each row.
    text: String,
    salts: [u8; SALT * MOST as usize],
}

impl Sheaf {
    fn new(table: &'static str, shape: Rc<Shape>, first: i64) -> Result<Self> {
        Ok(Self { table, shape, first, last: first - 1, text: String::new(), salts: vault::random()? })
    }

    fn takes(&self, row: i64) -> bool {
        self.last + 1 == row && row - self.first < MOST
    }

    fn add(&mut self, row: i64, values: &[Value]) {
        let at = usize::try_from(row - self.first).unwrap_or_default() * SALT;
        self.last = row;
        let text = &mut self.text;
        text.push_str("[\"");
        STANDARD_NO_PAD.encode_string(self.salts.get(at..at + SALT).unwrap_or_default(), text);
        text.push('"');
        for cell in &self.shape.cells {
            text.push(',');
            match cell {
                Cell::Id => number(text, row),
                Cell::Given(json) => text.push_str(json),
                Cell::Own(at) => match values.get(*at) {
                    Some(Value::Int(n)) => number(text, *n),
                    Some(Value::Text(own)) => quote(text, own),
                    _ => text.push_str("null"),
                },
            }
        }
        text.push_str("]\n");
    }
}

impl Store {
    /// Takes a row that is new into the journal under the running step, with those of its table that came in just
    /// before it.
    ///
    /// # Errors
    /// If no step is running, or SQLite refuses.
    pub(super) fn journal_row(&self, meta: &'static Meta, row: i64, values: &[Value]) -> Result<()> {
        if self.work.is_none() {
            return Err(t::OUTSIDE_STEP.into());
        }
        let Some(shape) = self.shape(meta)? else { return self.journal_new(meta.table, row) };
        let mut sheaves = self.sheaves.borrow_mut();
        let found = sheaves.open.iter().position(|sheaf| sheaf.table == meta.table);
        let at = match found {
            Some(at) if sheaves.open[at].takes(row) => at,
            full => {
                if let Some(at) = full {
                    self.write_sheaf(&sheaves.open.remove(at))?;
                }
                sheaves.open.push(Sheaf::new(meta.table, shape, row)?);
                sheaves.open.len() - 1
            }
        };
        sheaves.open[at].add(row, values);
        self.watch.gather(true);
        Ok(())
    }

    /// Writes the sheaves that are open: whatever else is journaled comes after them, so that the journal tells things
    /// in the order in which they were done.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub(super) fn bind_sheaves(&self) -> Result<()> {
        let open = std::mem::take(&mut self.sheaves.borrow_mut().open);
        self.watch.gather(false);
        open.iter().try_for_each(|sheaf| self.write_sheaf(sheaf))
    }

    fn write_sheaf(&self, sheaf: &Sheaf) -> Result<()> {
        if sheaf.first == sheaf.last {
            return self.write_new(sheaf.table, sheaf.first);
        }
        let step = self.work.as_ref().ok_or(t::OUTSIDE_STEP)?.id;
        let Sheaf { table, shape, first, last, text, .. } = sheaf;
        self.conn
            .prepare_cached("insert into change (step, kind, row, last, columns, new) values (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![step, table, first, last, shape.columns, text])?;
        Ok(())
    }

    /// How a table's rows are written. Where the schema does more when a row comes in, rows are journaled one by one:
    /// then it matters between which others each came.
    fn shape(&self, meta: &'static Meta) -> Result<Option<Rc<Shape>>> {
        if let Some(known) = self.sheaves.borrow().shapes.get(meta.table) {
            return Ok(known.clone());
        }
        let acts = self
            .conn
            .prepare("select 1 from sqlite_schema where type = 'trigger' and tbl_name = ?1 and sql like '%insert on%'")?
            .exists([meta.table])?;
        let shape = if acts { None } else { Some(Rc::new(self.new_shape(meta)?)) };
        self.sheaves.borrow_mut().shapes.insert(meta.table, shape.clone());
        Ok(shape)
    }

    fn new_shape(&self, meta: &Meta) -> Result<Shape> {
        let names = journal::columns(&self.conn, meta.table)?;
        let given = self.defaults(meta.table)?;
        let own = |name: &str| meta.columns.iter().position(|column| is_stored(&column) && column.name == name);
        let cell = |name: &String| match own(name) {
            _ if name == "id" => Cell::Id,
            Some(at) => Cell::Own(at),
            None => Cell::Given(given.get(name).unwrap_or(&Json::Null).to_string()),
        };
        Ok(Shape { cells: names.iter().map(cell).collect(), columns: Json::from(names).to_string() })
    }
}

/// The rows of a sheaf with their lines.
pub(super) fn lines(first: i64, new: &str) -> impl Iterator<Item = (i64, &str)> {
    (first..).zip(new.lines())
}

/// The values of a row by its line; `None` once they are erased.
///
/// # Errors
/// If it is no line of a sheaf.
pub(super) fn values(columns: &[String], line: &str) -> Result<Option<Values>> {
    if !line.starts_with('[') {
        return Ok(None);
    }
    let cells: Vec<Json> = serde_json::from_str(line).map_err(std::io::Error::other)?;
    Ok(Some(columns.iter().cloned().zip(cells.into_iter().skip(1)).collect()))
}

/// The names of a sheaf's columns.
///
/// # Errors
/// If they are none.
pub(super) fn names(columns: &str) -> Result<Vec<String>> {
    serde_json::from_str(columns).map_err(std::io::Error::other).map_err(Error::from)
}

/// The digest of a row's line, which stands in the line's place, in hexadecimal digits, once its values are erased.
pub(super) fn digest(table: &str, row: i64, line: &str) -> Vec<u8> {
    if !line.starts_with('[') {
        return vault::bytes(line).unwrap_or_default();
    }
    let mut hash = Sha256::new();
    hash.update(table);
    hash.update(row.to_le_bytes());
    hash.update(line);
    hash.finalize().to_vec()
}

fn number(text: &mut String, n: i64) {
    // Writing to a string cannot fail.
    let _ = write!(text, "{n}");
}

/// Writes a text as JSON; most have nothing to be escaped.
fn quote(text: &mut String, own: &str) {
    if own.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        text.push_str(&Json::from(own).to_string());
    } else {
        text.push('"');
        text.push_str(own);
        text.push('"');
    }
}
