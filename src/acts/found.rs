//! Founding a store: a new one in a folder with its first data, or the sample office in a throw-away folder.
use std::path::Path;

use tempfile::TempDir;

use crate::acts::{demo, setup};
use crate::store::clock::Clock;
use crate::store::open::Folder;
use crate::store::{Result, Store};

/// Makes a new store in a new or empty folder, with its first data; without a passphrase it is not encrypted.
///
/// # Errors
/// If the folder holds files or cannot be written, or the passphrase is too short.
pub fn found(path: &Path, user: &str, passphrase: Option<&str>, clock: Clock) -> Result<Store> {
    let (folder, keys) = Folder::create(path, user, passphrase)?;
    let mut store = Store::open(folder, &keys, user, clock)?;
    setup::run(&mut store)?;
    Ok(store)
}

/// The sample office, unencrypted, in a folder that goes when it is dropped. Its clock stands at its own day unless
/// another is asked for.
///
/// # Errors
/// If the folder cannot be written.
pub fn sample(user: &str, clock: Clock) -> Result<(Store, TempDir)> {
    let folder = tempfile::tempdir()?;
    let clock = Clock { day: clock.day.or_else(|| Some(demo::day())), ..clock };
    let mut store = found(folder.path(), user, None, clock)?;
    demo::fill(&mut store)?;
    Ok((store, folder))
}
