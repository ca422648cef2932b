//! Opening: keys, locks, and files that are not what they should be.
use std::path::Path;
use std::process::Command;

use vitreem::domain::unit::Unit;
use vitreem::store::open::{FILE, Folder};
use vitreem::store::vault::Keys;
use vitreem::store::{Store, vault};
use vitreem::text::{Lang, store as t};

use crate::harness::{clock, file_store, reopen, said, unit};

const PASSPHRASE: &str = "mật khẩu của phòng";
/// Where the child process of this test looks for a store.
const PLACE: &str = "VITREEM_TEST_WRONG_KEY";

fn locked_store(path: &Path) -> (Store, Keys) {
    let (folder, keys) = Folder::create(path, "vân", Some(PASSPHRASE)).unwrap();
    (Store::open(folder, &keys, "vân", clock()).unwrap(), keys)
}

fn holds(path: &Path, text: &str) -> bool {
    let mut files = std::fs::read_dir(path).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    files.any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

#[test]
fn an_encrypted_store_opens_by_its_passphrase_only_and_shows_no_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, _) = locked_store(&path);
    unit(&mut store, "Phòng Truyền thông");
    assert!(!holds(&path, "Truyền thông") && !holds(&path, "SQLite format"));
    drop(store);
    assert!(!holds(&path, "Truyền thông") && !holds(&path, "SQLite format"));

    let opened = Folder::open(&path).unwrap();
    assert_eq!(opened.vault.only_user(), Some("vân"));
    assert_eq!(said(opened.vault.unlock("vân", "mật khẩu khác")), t::WRONG_PASSPHRASE.vi);
    assert_eq!(said(opened.vault.unlock("hà", PASSPHRASE)), t::NO_USER.with(["hà"]).say(Lang::Vi));
    let keys = opened.vault.unlock("vân", PASSPHRASE).unwrap();
    let store = Store::open(opened, &keys, "vân", clock()).unwrap();
    assert_eq!(store.all::<Unit>().unwrap().len(), 1);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn without_encryption_the_store_opens_without_a_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, _) = file_store(&path);
    unit(&mut store, "Phòng Truyền thông");
    drop(store);
    assert!(holds(&path, "Truyền thông"));
    let opened = Folder::open(&path).unwrap();
    assert!(!opened.vault.is_locked());
    let keys = opened.vault.unlock("", "").unwrap();
    assert_eq!(Store::open(opened, &keys, "vân", clock()).unwrap().all::<Unit>().unwrap().len(), 1);
}

/// The other half of the next test: opens the store of a folder with a wrong key, in a process of its own.
#[test]
fn wrong_key_child() {
    let Ok(path) = std::env::var(PLACE) else { return };
    let mut keys = Keys::random().unwrap();
    keys.file = Some(vault::random().unwrap().into());
    println!("{}", said(Store::open(Folder::open(Path::new(&path)).unwrap(), &keys, "vân", clock())));
}

#[test]
fn a_wrong_key_is_said_in_words_and_nothing_else_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    drop(locked_store(&path));
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "vault::wrong_key_child", "--nocapture"])
        .env(PLACE, &path)
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains(t::STORE_BROKEN.vi), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn who_comes_second_is_refused_until_the_first_has_gone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (store, keys) = file_store(&path);
    assert_eq!(said(Folder::open(&path)), t::STORE_BUSY.with([path.display()]).say(Lang::Vi));
    drop(store);
    drop(reopen(&path, &keys));
}

#[test]
fn a_new_store_is_made_only_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    assert_eq!(said(Folder::open(path)), t::NO_STORE.with([path.display()]).say(Lang::Vi));
    std::fs::write(path.join("ảnh.png"), "x").unwrap();
    assert_eq!(said(Folder::create(path, "vân", None)), t::STORE_EXISTS.with([path.display()]).say(Lang::Vi));
    std::fs::remove_file(path.join("ảnh.png")).unwrap();
    assert_eq!(said(Folder::create(path, "vân", Some("ngắn"))), t::WEAK_PASSPHRASE.vi);
    drop(file_store(path));
    assert_eq!(said(Folder::create(path, "vân", None)), t::STORE_EXISTS.with([path.display()]).say(Lang::Vi));
}

#[test]
fn a_damaged_file_is_said_in_words() {
    for encrypted in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data");
        let (store, keys) = if encrypted { locked_store(&path) } else { file_store(&path) };
        drop(store);
        std::fs::write(path.join(FILE), "không phải dữ liệu ".repeat(500)).unwrap();
        let opened = Store::open(Folder::open(&path).unwrap(), &keys, "vân", clock());
        assert_eq!(said(opened), t::STORE_BROKEN.vi);
        let file = path.join(vault::FILE);
        let sentence = t::VAULT_BROKEN.with([file.display()]).say(Lang::Vi);
        std::fs::write(&file, "{").unwrap();
        assert_eq!(said(Folder::open(&path)), sentence);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(said(Folder::open(&path)), sentence);
    }
}

#[test]
fn what_is_saved_survives_a_power_cut() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    for (store, _) in [file_store(&path), locked_store(&folder.path().join("locked"))] {
        let text = |pragma: &str| -> String {
            store.reader().query_row(&format!("select * from pragma_{pragma}"), [], |row| row.get(0)).unwrap()
        };
        assert_eq!((text("journal_mode"), text("locking_mode")), ("wal".to_owned(), "exclusive".to_owned()));
        for (pragma, value) in [
            ("synchronous", 2),
            ("fullfsync", 1),
            ("checkpoint_fullfsync", 1),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
        ] {
            let sql = format!("pragma {pragma}");
            let found: i64 = store.reader().query_row(&sql, [], |row| row.get(0)).unwrap();
            assert_eq!(found, value, "{pragma}");
        }
    }
    assert!(!path.join("store.db-shm").exists());
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_look_into_a_new_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    drop(file_store(&path));
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&path.join(vault::FILE))), (0o700, 0o600));
}
