//! The keys of a store: random ones, each wrapped for every user under a key that Argon2id makes of the passphrase.
//! The file is JSON beside the store; more users, roles and keys fit in it without a new format. The sealed records have
//! a lock of their own in it.
use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::store::error::{Error, Result};
use crate::text::store as t;

/// The file's name in the data folder.
pub const FILE: &str = "vault.json";

const STORE_KEY: &str = "store";
const SEAL_KEY: &str = "seal";
const SEALED_KEY: &str = "sealed";
const KEY_BYTES: usize = 32;
/// The fewest characters of a passphrase.
pub const SHORTEST: usize = 8;

/// The keys of an open store; wiped from memory when dropped.
#[derive(Clone)]
pub struct Keys {
    /// The key of the whole file; none if it is not encrypted.
    pub file: Option<Zeroizing<[u8; KEY_BYTES]>>,
    /// The key that seals the journal's steps.
    pub seal: Zeroizing<[u8; KEY_BYTES]>,
}

impl Keys {
    /// Keys of a store that lives in memory only.
    ///
    /// # Errors
    /// If the machine gives no random bytes.
    pub fn random() -> Result<Self> {
        Ok(Self { file: None, seal: random()?.into() })
    }
}

/// The vault file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Vault {
    format: u32,
    id: String,
    users: Vec<User>,
    /// Keys that no passphrase guards, of a store that was made without encryption.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    open: BTreeMap<String, String>,
    /// The inner lock, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inner: Option<Inner>,
}

/// The lock of the sealed records: a key of its own under a passphrase of its own, whoever has the store open.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Inner {
    kdf: Kdf,
    key: Wrapped,
    /// What is said beside the question for the passphrase; blank but in a sample, whose passphrase is no secret.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
}

/// How much work it is to try a passphrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cost {
    /// 64 MiB and three passes of Argon2id (RFC 9106's second choice).
    #[default]
    Full,
    /// As little as there can be: for samples and tests, which guard nothing.
    Least,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct User {
    name: String,
    role: String,
    kdf: Kdf,
    keys: BTreeMap<String, Wrapped>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kdf {
    algorithm: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Wrapped {
    nonce: String,
    key: String,
}

impl Vault {
    /// A new vault with random keys; with no passphrase the store will not be encrypted.
    ///
    /// # Errors
    /// If the passphrase is shorter than eight characters or the machine gives no random bytes.
    pub fn create(user: &str, passphrase: Option<&str>) -> Result<(Self, Keys)> {
        let id = hex(&random::<16>()?);
        let seal = Zeroizing::new(random()?);
        let mut vault = Self { format: 1, id, users: Vec::new(), open: BTreeMap::new(), inner: None };
        let Some(passphrase) = passphrase else {
            vault.open.insert(SEAL_KEY.to_owned(), hex(&*seal));
            return Ok((vault, Keys { file: None, seal }));
        };
        if passphrase.chars().count() < SHORTEST {
            return Err(t::WEAK_PASSPHRASE.into());
        }
        let keys = Keys { file: Some(Zeroizing::new(random()?)), seal };
        vault.add_user(user, "officer", passphrase, &keys)?;
        Ok((vault, keys))
    }

    /// Whether a passphrase is needed.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        !self.users.is_empty()
    }

    /// The user that opens it where none is named: the only one, if there is one only.
    #[must_use]
    pub fn only_user(&self) -> Option<&str> {
        match self.users.as_slice() {
            [only] => Some(&only.name),
            _ => None,
        }
    }

    /// The keys, for a user and a passphrase; both are ignored where nothing is locked.
    ///
    /// # Errors
    /// If there is no such user, the passphrase is wrong or the file is damaged.
    pub fn unlock(&self, user: &str, passphrase: &str) -> Result<Keys> {
        if !self.is_locked() {
            let seal = self.open.get(SEAL_KEY).and_then(|text| unhex(text)).ok_or_else(broken)?;
            return Ok(Keys { file: None, seal: seal.into() });
        }
        let found = self.users.iter().find(|it| it.name == user).ok_or_else(|| t::NO_USER.with([user]))?;
        let wrap = found.kdf.derive(passphrase)?;
        let key = |name: &str| -> Result<Zeroizing<[u8; KEY_BYTES]>> {
            let wrapped = found.keys.get(name).ok_or_else(broken)?;
            wrapped.open(&wrap, &self.label(user, name))
        };
        Ok(Keys { file: Some(key(STORE_KEY)?), seal: key(SEAL_KEY)? })
    }

    /// Reads a vault file.
    ///
    /// # Errors
    /// If it cannot be read or is no vault of a known format.
    pub fn load(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::InvalidData => t::VAULT_BROKEN.with([path.display()]).into(),
            _ => Error::Io(error),
        })?;
        let vault: Self = serde_json::from_str(&text).map_err(|_| t::VAULT_BROKEN.with([path.display()]))?;
        if vault.format == 1 { Ok(vault) } else { Err(t::STORE_NEWER.with([vault.format]).into()) }
    }

    /// Writes the file whole or not at all, readable by its owner only, and waits until it is on disk.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        let text = serde_json::to_string_pretty(self).map_err(std::io::Error::other)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        #[cfg(unix)]
        std::fs::File::open(folder)?.sync_all()?;
        Ok(())
    }

    /// The lock of the sealed records, if there is one.
    #[must_use]
    pub const fn inner(&self) -> Option<&Inner> {
        self.inner.as_ref()
    }

    /// Puts a key for the sealed records under a passphrase, in the place of the lock that was there.
    ///
    /// # Errors
    /// If the passphrase is too short or the machine gives no random bytes.
    pub fn set_inner(&mut self, key: &[u8; KEY_BYTES], passphrase: &str, cost: Cost, hint: &str) -> Result<()> {
        if passphrase.chars().count() < SHORTEST {
            return Err(t::WEAK_PASSPHRASE.into());
        }
        let kdf = Kdf::new(cost)?;
        let wrap = kdf.derive(passphrase)?;
        let key = Wrapped::seal(key, &wrap, &self.label("", SEALED_KEY))?;
        self.inner = Some(Inner { kdf, key, hint: hint.to_owned() });
        Ok(())
    }

    /// The key of the sealed records, for their passphrase.
    ///
    /// # Errors
    /// If there is no such lock yet, or the passphrase is wrong.
    pub fn open_inner(&self, passphrase: &str) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
        let inner = self.inner.as_ref().ok_or(t::NOT_SEALED_YET)?;
        let wrap = inner.kdf.derive(passphrase)?;
        inner.key.open(&wrap, &self.label("", SEALED_KEY))
    }

    /// The store's own name, which nobody chose.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    fn add_user(&mut self, name: &str, role: &str, passphrase: &str, keys: &Keys) -> Result<()> {
        let kdf = Kdf::new(Cost::Full)?;
        let wrap = kdf.derive(passphrase)?;
        let mut wrapped = BTreeMap::new();
        for (key_name, key) in [(STORE_KEY, keys.file.as_ref()), (SEAL_KEY, Some(&keys.seal))] {
            if let Some(key) = key {
                wrapped.insert(key_name.to_owned(), Wrapped::seal(key, &wrap, &self.label(name, key_name))?);
            }
        }
        self.users.push(User { name: name.to_owned(), role: role.to_owned(), kdf, keys: wrapped });
        Ok(())
    }

    /// What a wrapped key is bound to, so that it cannot be moved to another user, name or store.
    fn label(&self, user: &str, key: &str) -> String {
        format!("vitreem vault 1\n{}\n{user}\n{key}", self.id)
    }
}

impl Kdf {
    fn new(cost: Cost) -> Result<Self> {
        let (memory_kib, passes) = match cost {
            Cost::Full => (64 * 1024, 3),
            Cost::Least => (Params::MIN_M_COST, Params::MIN_T_COST),
        };
        Ok(Self { algorithm: "argon2id".to_owned(), memory_kib, passes, lanes: 1, salt: hex(&random::<16>()?) })
    }

    fn derive(&self, passphrase: &str) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_BYTES)).map_err(|_| broken())?;
        let salt: [u8; 16] = unhex(&self.salt).ok_or_else(broken)?;
        let mut composed = Zeroizing::new(passphrase.nfc().collect::<String>());
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
            composed.as_bytes(),
            &salt,
            &mut *key,
        );
        composed.zeroize();
        done.map_err(|_| broken())?;
        Ok(key)
    }
}

impl Wrapped {
    fn seal(key: &[u8; KEY_BYTES], wrap: &[u8; KEY_BYTES], label: &str) -> Result<Self> {
        let nonce: [u8; 24] = random()?;
        let cipher = XChaCha20Poly1305::new(wrap.into());
        let sealed =
            cipher.encrypt(&XNonce::from(nonce), Payload { msg: key, aad: label.as_bytes() }).map_err(|_| broken())?;
        Ok(Self { nonce: hex(&nonce), key: hex(&sealed) })
    }

    fn open(&self, wrap: &[u8; KEY_BYTES], label: &str) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
        let nonce: [u8; 24] = unhex(&self.nonce).ok_or_else(broken)?;
        let sealed: [u8; KEY_BYTES + 16] = unhex(&self.key).ok_or_else(broken)?;
        let opened = XChaCha20Poly1305::new(wrap.into())
            .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: label.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| Error::from(t::WRONG_PASSPHRASE))?;
        let key: [u8; KEY_BYTES] = opened.as_slice().try_into().map_err(|_| broken())?;
        Ok(Zeroizing::new(key))
    }
}

/// Random bytes from the system.
///
/// # Errors
/// If the system has none.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| t::NO_RANDOM)?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The bytes of hexadecimal digits; `None` if it is anything else.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits = text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.then(|| text.as_bytes().chunks(2).map(pair).collect()).flatten()
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    bytes(text)?.try_into().ok()
}

fn broken() -> Error {
    t::VAULT_BROKEN.with([FILE]).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passphrase_opens_what_it_closed_and_nothing_else_does() {
        let (vault, keys) = Vault::create("vân", Some("mật khẩu của tôi")).unwrap();
        let text = serde_json::to_string(&vault).unwrap();
        let vault: Vault = serde_json::from_str(&text).unwrap();
        let opened = vault.unlock("vân", "mật khẩu của tôi").unwrap();
        assert_eq!(opened.file, keys.file);
        assert_eq!(opened.seal, keys.seal);
        assert!(vault.unlock("vân", "mật khẩu của ai").is_err());
        assert!(vault.unlock("hà", "mật khẩu của tôi").is_err());
        assert!(!text.contains(&hex(&*keys.seal)));
    }

    #[test]
    fn the_inner_lock_opens_by_its_own_passphrase_and_is_kept_in_the_same_file() {
        let (mut vault, _) = Vault::create("a", Some("mật khẩu ngoài")).unwrap();
        assert!(vault.inner().is_none() && vault.open_inner("mật khẩu trong").is_err());
        let key = random().unwrap();
        assert!(vault.set_inner(&key, "ngắn", Cost::Least, "").is_err());
        vault.set_inner(&key, "mật khẩu trong", Cost::Least, "").unwrap();
        let text = serde_json::to_string(&vault).unwrap();
        let mut vault: Vault = serde_json::from_str(&text).unwrap();
        assert_eq!(*vault.open_inner("mật khẩu trong").unwrap(), key);
        assert!(vault.open_inner("mật khẩu ngoài").is_err());
        assert!(!text.contains(&hex(&key)));
        vault.set_inner(&key, "mật khẩu mới", Cost::Least, "").unwrap();
        assert!(vault.open_inner("mật khẩu trong").is_err());
        assert_eq!(*vault.open_inner("mật khẩu mới").unwrap(), key);
        assert_eq!(Kdf::new(Cost::Full).unwrap().memory_kib, 65_536);
    }

    #[test]
    fn a_decomposed_passphrase_is_the_same_one() {
        let (vault, _) = Vault::create("a", Some("mật khẩu một")).unwrap();
        let decomposed: String = "mật khẩu một".nfd().collect();
        assert!(vault.unlock("a", &decomposed).is_ok());
    }

    #[test]
    fn a_short_passphrase_is_refused_and_none_leaves_the_store_open() {
        assert!(Vault::create("a", Some("ngắn")).is_err());
        let (vault, keys) = Vault::create("a", None).unwrap();
        assert!(keys.file.is_none() && !vault.is_locked());
        assert_eq!(vault.unlock("", "").unwrap().seal, keys.seal);
    }
}
