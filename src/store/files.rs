//! Files kept in the store: bytes by their hash, the same bytes once.
//!
//! They lie in the database and not beside it: so they are under the same key as all else, come and go in the same
//! transaction as the row that names them, are in every copy of the one data file, and no folder of ciphertext can lose
//! one of them. The papers of such an office are a few megabytes each; SQLite holds that well. Bytes are never taken
//! back by undo, so that what names them again finds them; they are no words of a row, and are not journaled.
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::store::check::Flaw;
use crate::store::error::Result;
use crate::store::{Store, vault};
use crate::text::store as t;

/// The largest file that is taken in, in MiB.
pub const LARGEST: u64 = 64;

impl Store {
    /// Reads a file and keeps its bytes within the running step; the number under which they lie.
    ///
    /// # Errors
    /// If it is no file, is empty or larger than [`LARGEST`] MiB, cannot be read, or SQLite refuses.
    pub fn take_file(&mut self, path: &Path) -> Result<i64> {
        let place = || path.display().to_string();
        let about = std::fs::metadata(path).map_err(|_| t::NO_FILE.with([place()]))?;
        if !about.is_file() {
            return Err(t::NO_FILE.with([place()]).into());
        }
        if about.len() == 0 {
            return Err(t::FILE_EMPTY.with([place()]).into());
        }
        if about.len() > LARGEST * 1024 * 1024 {
            return Err(t::FILE_LARGE.with([place(), LARGEST.to_string()]).into());
        }
        self.take_bytes(&std::fs::read(path)?)
    }

    /// Keeps bytes within the running step, as [`Store::take_file`] does those of a file.
    ///
    /// # Errors
    /// If no step is running, or SQLite refuses.
    pub fn take_bytes(&mut self, bytes: &[u8]) -> Result<i64> {
        if self.work.is_none() {
            return Err(t::OUTSIDE_STEP.into());
        }
        let hash = hash(bytes);
        let find = "select id from file_bytes where hash = ?1";
        if let Some(known) = self.conn.prepare_cached(find)?.query_row([&hash], |row| row.get(0)).optional()? {
            return Ok(known);
        }
        self.conn
            .prepare_cached("insert into file_bytes (hash, bytes) values (?1, ?2)")?
            .execute(params![hash, bytes])?;
        Ok(self.conn.last_insert_rowid())
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If they are not there, or are no longer those that were taken in.
    pub fn file(&self, id: i64) -> Result<Vec<u8>> {
        let find = "select hash, bytes from file_bytes where id = ?1";
        let found: Option<(String, Vec<u8>)> =
            self.conn.prepare_cached(find)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (known, bytes) = found.ok_or(t::FILE_GONE)?;
        if hash(&bytes) == known { Ok(bytes) } else { Err(t::FILE_CHANGED.into()) }
    }

    /// Writes a file's bytes under a name into a folder that only its owner can look into, and that goes when the store
    /// is closed or locked; where they are.
    ///
    /// # Errors
    /// If the bytes are gone or changed, or the folder for what passes cannot be written.
    pub fn unpack(&self, id: i64, name: &str) -> Result<PathBuf> {
        let bytes = self.file(id)?;
        let mut unpacked = self.unpacked.borrow_mut();
        let folder = match &mut *unpacked {
            Some(folder) => folder,
            none => none.insert(tempfile::Builder::new().prefix("vitreem-").tempdir()?),
        };
        // Each in a folder of its own: two files of one name do not write over each other.
        let own = tempfile::Builder::new().prefix("").tempdir_in(folder.path())?.keep();
        // What came from elsewhere names no folder.
        let bare: String = name.chars().map(|c| if matches!(c, '/' | '\\' | ':' | '\0') { '-' } else { c }).collect();
        let bare = bare.trim_start_matches('.');
        let path = own.join(if bare.is_empty() { "tep" } else { bare });
        let mut file = private(&path)?;
        file.write_all(&bytes)?;
        Ok(path)
    }

    /// Whether all files are as they were taken in.
    pub(super) fn check_files(&self, flaws: &mut Vec<Flaw>) -> Result<()> {
        let mut statement = self.conn.prepare("select id, hash, bytes from file_bytes order by id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, known): (i64, String) = (row.get(0)?, row.get(1)?);
            if hash(row.get_ref(2)?.as_blob().unwrap_or_default()) != known {
                flaws.push(Flaw { place: "file_bytes".to_owned(), said: t::FAULT_FILE.with([id]) });
            }
        }
        Ok(())
    }
}

fn hash(bytes: &[u8]) -> String {
    vault::hex(&Sha256::digest(bytes))
}

/// A new file that its owner alone can read.
fn private(path: &Path) -> Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}
