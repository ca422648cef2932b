//! Opening a store: its folder, lock, keys and pragmas; a new one, one in memory.
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::domain::order::Order;
use crate::store::clock::Clock;
use crate::store::error::{Error, Result};
use crate::store::sealed::Sealing;
use crate::store::vault::{self, Keys, Vault};
use crate::store::{Store, journal, migrate, seed, trash};
use crate::text::store as t;

/// The data file's name in the data folder.
pub const FILE: &str = "store.db";
const LOCK: &str = "lock";

/// A data folder whose lock is held: no other program can open it meanwhile.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    lock: File,
    /// Its vault.
    pub vault: Vault,
}

impl Folder {
    /// Whether a folder holds a store.
    #[must_use]
    pub fn exists(path: &Path) -> bool {
        path.join(FILE).is_file()
    }

    /// Whether a passphrase opens the store of a folder.
    #[must_use]
    pub fn is_locked(path: &Path) -> bool {
        Vault::load(&path.join(vault::FILE)).is_ok_and(|vault| vault.is_locked())
    }

    /// Takes the lock of an existing store's folder and reads its vault.
    ///
    /// # Errors
    /// If there is no store, or another program has it open.
    pub fn open(path: &Path) -> Result<Self> {
        if !Self::exists(path) {
            return Err(t::NO_STORE.with([path.display()]).into());
        }
        let lock = lock(path)?;
        let vault = Vault::load(&path.join(vault::FILE))?;
        Ok(Self { path: path.to_owned(), lock, vault })
    }

    /// Makes a new store in a new or empty folder; without a passphrase it is not encrypted. Returns it with its keys.
    ///
    /// # Errors
    /// If the folder holds files, or cannot be written.
    pub fn create(path: &Path, user: &str, passphrase: Option<&str>) -> Result<(Self, Keys)> {
        make_private(path)?;
        let strange = fs::read_dir(path)?.filter_map(std::result::Result::ok).any(|entry| entry.file_name() != LOCK);
        if strange {
            return Err(t::STORE_EXISTS.with([path.display()]).into());
        }
        let (vault, keys) = Vault::create(user, passphrase)?;
        let lock = lock(path)?;
        vault.save(&path.join(vault::FILE))?;
        Ok((Self { path: path.to_owned(), lock, vault }, keys))
    }
}

impl Store {
    /// Opens the store of a folder with its keys; the folder's lock is held until the store is dropped.
    ///
    /// # Errors
    /// If the key is wrong, the file is damaged or from a newer version, or its disk cannot be written safely.
    pub fn open(folder: Folder, keys: &Keys, user: &str, clock: Clock) -> Result<Self> {
        let conn = Connection::open(folder.path.join(FILE))?;
        if let Some(key) = &keys.file {
            // Without this, SQLCipher writes its errors to the terminal. SQLite alone does not answer, and would write
            // the file in the clear.
            conn.query_row("pragma cipher_log_level = NONE", [], |_| Ok(())).map_err(|_| t::NO_CIPHER)?;
            let raw = Zeroizing::new(format!("x'{}'", vault::hex(&**key)));
            conn.pragma_update(None, "key", &*raw)?;
        }
        // Before the first look at the file: a file held exclusively needs no memory shared with other programs.
        conn.pragma_update_and_check(None, "locking_mode", "exclusive", |_| Ok(()))?;
        conn.query_row("select count(*) from sqlite_schema", [], |_| Ok(())).map_err(|_| t::STORE_BROKEN)?;
        let mode: String = conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
        if mode != "wal" {
            return Err(t::NOT_DURABLE.with([mode]).into());
        }
        let sealing = Sealing::new(folder.vault, Some(folder.path.join(vault::FILE)));
        Self::start(conn, keys, sealing, user, clock, Some(folder.lock))
    }

    /// A store in memory, for tests and for looking at a file before it is taken in.
    ///
    /// # Errors
    /// If SQLite or the machine's random numbers fail.
    pub fn memory(user: &str, clock: Clock) -> Result<Self> {
        let sealing = Sealing::new(Vault::create(user, None)?.0, None);
        Self::start(Connection::open_in_memory()?, &Keys::random()?, sealing, user, clock, None)
    }

    fn start(
        mut conn: Connection,
        keys: &Keys,
        sealing: Sealing,
        user: &str,
        clock: Clock,
        lock: Option<File>,
    ) -> Result<Self> {
        // FULL, not NORMAL: what the screen says is saved survives a power cut.
        conn.pragma_update(None, "synchronous", "full")?;
        // On macOS only this reaches the disk itself; elsewhere it changes nothing.
        conn.pragma_update(None, "fullfsync", "on")?;
        conn.pragma_update(None, "checkpoint_fullfsync", "on")?;
        conn.pragma_update(None, "foreign_keys", "on")?;
        conn.pragma_update(None, "cache_size", -journal::PAGES)?;
        conn.pragma_update(None, "temp_store", "memory")?;
        conn.pragma_update(None, "trusted_schema", "off")?;
        conn.set_prepared_statement_cache_capacity(128);
        let synchronous: i64 = conn.query_row("pragma synchronous", [], |row| row.get(0))?;
        if synchronous != 2 {
            return Err(t::NOT_DURABLE.with([synchronous]).into());
        }
        migrate::run(&mut conn)?;
        let order = Order::new();
        let is_new = seed::run(&mut conn, &order)?;
        trash::install(&conn)?;
        let store = Self::new(conn, keys.clone(), sealing, user, clock, order, lock)?;
        if is_new {
            store.keep_order()?;
        } else {
            store.renew_order()?;
        }
        store.conn.pragma_update(None, "query_only", "on")?;
        Ok(store)
    }
}

/// Makes a folder that only its owner can look into; one that exists stays as it is.
fn make_private(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(path)?)
}

fn lock(path: &Path) -> Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(t::STORE_BUSY.with([path.display()]).into()),
        Err(TryLockError::Error(error)) => Err(Error::Io(error)),
    }
}
