//! The store that a command works on: the office's own, or a sample in a throw-away folder.
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zeroize::Zeroizing;

use super::Cx;
use super::fail::Answer;
use crate::acts::found;
use crate::store::Store;
use crate::store::open::Folder;
use crate::text::{Lang, cli as t};

/// An open store, and the folder that goes when it is closed.
pub struct Office {
    /// The store.
    pub store: Store,
    _throwaway: Option<TempDir>,
}

impl Office {
    /// Opens the store that the command line names.
    ///
    /// # Errors
    /// If there is none, it is open elsewhere, or the passphrase is wrong or cannot be asked for.
    pub fn open(cx: &Cx<'_>, lang: Lang) -> Answer<Self> {
        if cx.demo {
            return Self::sample(cx);
        }
        let folder = Folder::open(&folder(cx)?)?;
        let named = cx.user.clone();
        if !folder.vault.is_locked() {
            let user = named.unwrap_or_else(|| cx.world.login.clone());
            let keys = folder.vault.unlock(&user, "")?;
            return Ok(Self { store: Store::open(folder, &keys, &user, cx.clock)?, _throwaway: None });
        }
        let user = named.or_else(|| folder.vault.only_user().map(str::to_owned)).ok_or(t::WHICH_USER)?;
        let passphrase = match written_passphrase(cx)? {
            Some(text) => Zeroizing::new(text),
            None if cx.world.keyboard => ask(t::ASK_PASSPHRASE.say(lang))?,
            None => return Err(t::NO_PASSPHRASE.into()),
        };
        let keys = folder.vault.unlock(&user, &passphrase)?;
        Ok(Self { store: Store::open(folder, &keys, &user, cx.clock)?, _throwaway: None })
    }

    fn sample(cx: &Cx<'_>) -> Answer<Self> {
        let user = cx.user.as_deref().unwrap_or(&cx.world.login);
        let (store, throwaway) = found::sample(user, cx.clock)?;
        Ok(Self { store, _throwaway: Some(throwaway) })
    }
}

/// The data folder.
///
/// # Errors
/// If neither the command line nor the machine names one.
pub fn folder(cx: &Cx<'_>) -> Answer<PathBuf> {
    Ok(cx.data.clone().or_else(|| cx.world.data.clone()).ok_or(t::NO_FOLDER)?)
}

/// The passphrase that a file holds, without the end of its line.
///
/// # Errors
/// If the file cannot be read.
pub fn written_passphrase(cx: &Cx<'_>) -> Answer<Option<String>> {
    cx.passphrase_file.as_deref().map(passphrase_in).transpose()
}

/// The passphrase in a file, without the end of its line.
///
/// # Errors
/// If it cannot be read.
pub fn passphrase_in(path: &Path) -> Answer<String> {
    let mut text = std::fs::read_to_string(path)
        .map_err(|error| t::UNREADABLE.with([path.display().to_string(), error.to_string()]))?;
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(text)
}

/// Asks for a passphrase on the terminal, unseen.
///
/// # Errors
/// If the terminal cannot be read.
pub fn ask(words: &str) -> Answer<Zeroizing<String>> {
    Ok(Zeroizing::new(rpassword::prompt_password(words).map_err(crate::store::Error::Io)?))
}
