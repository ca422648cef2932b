//! The sealed columns: what concerns a child lies in them as ciphertext under a key of its own, in the row and in the
//! journal alike. Unsealed, they are read and written like all others, until the store is resealed or closed.
use std::borrow::Cow;
use std::path::PathBuf;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde_json::Value as Json;
use zeroize::Zeroizing;

use crate::domain::record::{Column, Meta, Row};
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::error::{Error, Result};
use crate::store::vault::{self, Cost, Vault};
use crate::text::store as t;

/// What the log of lookers says of an unsealing.
const UNSEALED: &str = "unseal";
/// What it says of a wrong passphrase.
const REFUSED: &str = "unseal-refused";
/// What it says of a passphrase that was set or changed.
const CHANGED: &str = "seal-passphrase";

/// Ciphertext begins so, with the version of how it was made.
const MARK: &str = "s1:";
/// Plain text is filled up to a multiple of so many bytes, so that its length tells little.
const BLOCK: usize = 64;
const NONCE: usize = 24;

/// The inner lock of an open store.
pub(super) struct Sealing {
    vault: Vault,
    /// Where the vault lies; none for a store in memory.
    path: Option<PathBuf>,
    /// The key, while it is unsealed; wiped when it is dropped.
    key: Option<Zeroizing<[u8; 32]>>,
}

impl Sealing {
    pub(super) const fn new(vault: Vault, path: Option<PathBuf>) -> Self {
        Self { vault, path, key: None }
    }

    /// The vault as it is now: whoever opens the store may have changed another passphrase meanwhile.
    fn vault(&self) -> Result<Vault> {
        self.path.as_ref().map_or_else(|| Ok(self.vault.clone()), |path| Vault::load(path))
    }

    fn keep(&mut self, vault: Vault) -> Result<()> {
        if let Some(path) = &self.path {
            vault.save(path)?;
        }
        self.vault = vault;
        Ok(())
    }
}

impl Store {
    /// Whether there is a passphrase for the sealed records yet.
    #[must_use]
    pub const fn has_inner_lock(&self) -> bool {
        self.sealing.vault.inner().is_some()
    }

    /// Whether the sealed records can be read now.
    #[must_use]
    pub const fn is_unsealed(&self) -> bool {
        self.sealing.key.is_some()
    }

    /// What is said beside the question for the passphrase; blank but in a sample.
    #[must_use]
    pub fn seal_hint(&self) -> &str {
        self.sealing.vault.inner().map_or("", |inner| inner.hint.as_str())
    }

    /// Makes the key of the sealed records under its first passphrase, and unseals.
    ///
    /// # Errors
    /// If there is one already, the passphrase is too short, or the key file cannot be written.
    pub fn found_inner_lock(&mut self, passphrase: &str, cost: Cost, hint: &str) -> Result<()> {
        let mut vault = self.sealing.vault()?;
        if vault.inner().is_some() {
            return Err(t::SEALED_ALREADY.into());
        }
        let key = Zeroizing::new(vault::random()?);
        vault.set_inner(&key, passphrase, cost, hint)?;
        self.sealing.keep(vault)?;
        self.sealing.key = Some(key);
        self.version += 1;
        self.looked(CHANGED, "", None, None)?;
        self.looked(UNSEALED, "", None, None)
    }

    /// Unseals, which is written down, as is a wrong passphrase.
    ///
    /// # Errors
    /// If the passphrase is wrong, or none was set.
    pub fn unseal(&mut self, passphrase: &str) -> Result<()> {
        let opened = self.sealing.vault()?.open_inner(passphrase);
        self.looked(if opened.is_ok() { UNSEALED } else { REFUSED }, "", None, None)?;
        self.sealing.key = Some(opened?);
        self.version += 1;
        Ok(())
    }

    /// Seals again: the key is wiped, and so is what searching keeps of the sealed columns.
    pub fn reseal(&mut self) {
        if self.sealing.key.take().is_some() {
            self.names.borrow_mut().clear();
            self.version += 1;
        }
    }

    /// Puts the same key under another passphrase; what was sealed stays as it is.
    ///
    /// # Errors
    /// If the old passphrase is wrong, the new one is too short, or the key file cannot be written.
    pub fn change_inner_lock(&mut self, old: &str, new: &str) -> Result<()> {
        let mut vault = self.sealing.vault()?;
        let opened = vault.open_inner(old);
        if opened.is_err() {
            self.looked(REFUSED, "", None, None)?;
        }
        vault.set_inner(&*opened?, new, Cost::Full, "")?;
        self.sealing.keep(vault)?;
        self.looked(CHANGED, "", None, None)
    }

    /// A text as it may be kept where anybody can read it; `None` while sealed.
    ///
    /// # Errors
    /// If the machine gives no random bytes.
    pub fn closed_text(&self, place: &str, text: &str) -> Result<Option<String>> {
        self.sealing.key.as_ref().map(|_| self.close(place, &Json::from(text))).transpose()
    }

    /// The text that [`Store::closed_text`] closed; `None` while sealed, or if it is anything else.
    #[must_use]
    pub fn opened_text(&self, place: &str, text: &str) -> Option<String> {
        self.open_json(place, text)?.as_str().map(str::to_owned)
    }

    /// A sealed column's value out of what is stored; null while sealed.
    #[must_use]
    pub fn opened(&self, meta: &Meta, column: &Column, stored: &str) -> Value {
        match self.open_json(&place(meta, column), stored) {
            Some(Json::String(text)) => Value::Text(text),
            Some(Json::Number(n)) => n.as_i64().map_or(Value::Null, Value::Int),
            _ => Value::Null,
        }
    }

    /// Opens the sealed columns of a row as it was read.
    pub(super) fn open_row(&self, meta: &Meta, mut row: Row) -> Row {
        for (column, value) in meta.columns.iter().zip(&mut row.values).filter(|(column, _)| column.sealed) {
            *value = self.opened(meta, column, value.text());
        }
        row
    }

    /// The row as it is stored: sealed columns as ciphertext. What is unchanged keeps the ciphertext it has, so that the
    /// journal tells of real changes only.
    pub(super) fn close_row<'a>(&self, meta: &Meta, row: &'a Row) -> Result<Cow<'a, Row>> {
        if !meta.is_sealed() {
            return Ok(Cow::Borrowed(row));
        }
        let blank = (meta.blank)();
        let mut closed = row.clone();
        for (at, column) in meta.columns.iter().enumerate().filter(|(_, column)| column.sealed) {
            let Some(slot) = closed.values.get_mut(at) else { continue };
            let stored = self.stored_text(meta, column, row.id)?;
            if !self.is_unsealed() {
                // Rows are read as blank while sealed; whatever else stands there was typed.
                let untouched = slot.is_blank() || blank.get(at) == Some(slot);
                *slot = Value::Text(stored.filter(|_| untouched).ok_or(t::IS_SEALED)?);
                continue;
            }
            let kept = stored.filter(|text| !text.is_empty() && self.opened(meta, column, text) == *slot);
            *slot = Value::Text(match kept {
                Some(text) => text,
                None => self.close(&place(meta, column), &json(slot))?,
            });
        }
        Ok(Cow::Owned(closed))
    }

    /// A value of a sealed column as it is stored.
    pub(super) fn close_value(&self, meta: &Meta, column: &Column, value: &Value) -> Result<Value> {
        self.close(&place(meta, column), &json(value)).map(Value::Text)
    }

    fn stored_text(&self, meta: &Meta, column: &Column, id: i64) -> Result<Option<String>> {
        if id == 0 {
            return Ok(None);
        }
        let sql = format!("select \"{}\" from \"{}\" where id = ?1", column.name, meta.table);
        let found = self.conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0));
        found.map(Some).map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => t::GONE.into(),
            error => Error::Sql(error),
        })
    }

    fn close(&self, place: &str, json: &Json) -> Result<String> {
        let key = self.sealing.key.as_ref().ok_or(t::IS_SEALED)?;
        let mut plain = Zeroizing::new(json.to_string());
        let whole = plain.len().div_ceil(BLOCK).max(1) * BLOCK;
        let missing = whole - plain.len();
        plain.push_str(&" ".repeat(missing));
        let nonce: [u8; NONCE] = vault::random()?;
        let label = self.label(place);
        let payload = Payload { msg: plain.as_bytes(), aad: label.as_bytes() };
        let cipher = XChaCha20Poly1305::new((&**key).into());
        let closed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| t::NO_RANDOM)?;
        Ok(format!("{MARK}{}{}", vault::hex(&nonce), vault::hex(&closed)))
    }

    fn open_json(&self, place: &str, text: &str) -> Option<Json> {
        let key = self.sealing.key.as_ref()?;
        let bytes = vault::bytes(text.strip_prefix(MARK)?)?;
        let (nonce, closed) = bytes.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let label = self.label(place);
        let payload = Payload { msg: closed, aad: label.as_bytes() };
        let cipher = XChaCha20Poly1305::new((&**key).into());
        let plain = Zeroizing::new(cipher.decrypt(&XNonce::from(nonce), payload).ok()?);
        serde_json::from_slice(&plain).ok()
    }

    /// What ciphertext is bound to, so that it cannot be moved to another column or store.
    fn label(&self, place: &str) -> String {
        format!("vitreem sealed 1\n{}\n{place}", self.sealing.vault.id())
    }
}

fn place(meta: &Meta, column: &Column) -> String {
    format!("{}\n{}", meta.table, column.name)
}

fn json(value: &Value) -> Json {
    match value {
        Value::Int(n) => (*n).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Null | Value::Ids(_) | Value::New(_) | Value::Rows(..) => Json::Null,
    }
}
