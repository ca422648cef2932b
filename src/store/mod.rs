//! The one door to the data: the only place that knows SQLite. Every write is one named, journaled, durable step.
pub mod books;
mod bulk;
pub mod check;
pub mod clock;
mod derived;
pub mod error;
pub mod files;
pub mod history;
pub mod journal;
pub mod list;
pub mod memory;
pub mod merge;
pub mod migrate;
pub mod names;
mod near;
pub mod open;
pub mod put;
pub mod rows;
mod sealed;
mod seed;
mod sheaf;
mod sieve;
pub mod trash;
pub mod undo;
pub mod vault;
mod watch;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fs::File;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;

use crate::domain::act::Step;
use crate::domain::order::Order;
use clock::Clock;
use names::Searched;
use sealed::Sealing;
use sheaf::Sheaves;
use vault::Keys;
use watch::Watch;

pub use error::{Error, Result};

/// An open store.
pub struct Store {
    conn: Connection,
    watch: Watch,
    keys: Keys,
    /// The lock of the sealed columns.
    sealing: Sealing,
    user: String,
    clock: Clock,
    order: Order,
    /// Moves with every write, so that a screen knows when to read again.
    version: u64,
    /// Whether the journal's triggers are there, without which nothing is written.
    awake: Cell<bool>,
    /// The step that is being written.
    work: Option<journal::Line>,
    /// What is kept of the tables that were searched.
    names: RefCell<HashMap<&'static str, Searched>>,
    /// The rows that passed the filters asked for last.
    sifted: RefCell<Option<sieve::Sifted>>,
    /// The SQL that writes each table, spelled once.
    spelled: RefCell<HashMap<&'static str, Rc<put::Spelled>>>,
    /// The SQL that journals a new row of each table, spelled once.
    journaled: RefCell<HashMap<String, Rc<str>>>,
    /// The new rows that the journal is to take as one line.
    sheaves: RefCell<Sheaves>,
    /// The SQL of indexes that the running step makes anew when it ends.
    aside: Vec<String>,
    /// Whether the running step puts in so many rows that more of the file is kept in memory.
    is_bulk: bool,
    /// Where files lie while they are looked at; goes with the store.
    unpacked: RefCell<Option<tempfile::TempDir>>,
    _lock: Option<File>,
}

impl Store {
    fn new(
        mut conn: Connection,
        keys: Keys,
        sealing: Sealing,
        user: &str,
        clock: Clock,
        order: Order,
        lock: Option<File>,
    ) -> Result<Self> {
        Ok(Self {
            watch: Watch::new(&mut conn)?,
            conn,
            keys,
            sealing,
            user: user.to_owned(),
            clock,
            order,
            version: 1,
            awake: Cell::new(false),
            work: None,
            names: RefCell::default(),
            sifted: RefCell::default(),
            spelled: RefCell::default(),
            journaled: RefCell::default(),
            sheaves: RefCell::default(),
            aside: Vec::new(),
            is_bulk: false,
            unpacked: RefCell::default(),
            _lock: lock,
        })
    }

    /// The program's day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The program's day at the machine's time of day, at UTC+7.
    #[must_use]
    pub fn now(&self) -> NaiveDateTime {
        self.today().and_time((self.clock.now)().time())
    }

    /// Who signs the steps.
    #[must_use]
    pub fn user(&self) -> &str {
        &self.user
    }

    /// Moves with every write.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// The connection, for the queries of `reports`: read only by custom, since a write outside a step is refused.
    #[must_use]
    pub const fn reader(&self) -> &Connection {
        &self.conn
    }

    /// Takes a step: all that `work` writes becomes durable at once, under one name, or nothing does. A step that
    /// changes nothing leaves no trace.
    ///
    /// # Errors
    /// Whatever `work` or the commit fails with; then nothing was written.
    pub fn write<T>(&mut self, step: Step, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.begin(step)?;
        let done = work(self).and_then(|value| self.finish().map(|()| value));
        if done.is_err() {
            self.cancel();
        }
        done
    }
}

impl Drop for Store {
    /// A step that is still running is dropped while the connection is whole: closing it would take the step back too
    /// late, when those who watch it are gone.
    fn drop(&mut self) {
        self.cancel();
    }
}
