//! The legal shelf: files kept with documents and sessions; what has expired is said and replaced by one key.
use std::path::Path;

use vitreem::acts::files;
use vitreem::domain::attachment::Attachment;
use vitreem::domain::document::Document;
use vitreem::domain::session::Session;
use vitreem::store::Store;
use vitreem::store::open::{FILE, Folder};
use vitreem::text::field as f;

use crate::harness::{clock, file_store, said};
use crate::typist::Typist;

fn number(typist: &Typist, id: i64) -> String {
    typist.store().all::<Document>().unwrap().into_iter().find(|it| it.id.0 == id).unwrap().number
}

#[test]
fn a_file_is_added_by_its_path_and_opened_by_enter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Chi thi 28.pdf");
    std::fs::write(&path, b"%PDF-1.7 chi thi").unwrap();
    let mut typist = Typist::new();
    typist.open(f::DOCUMENTS).keys("Chỉ thị 28<Ctrl+D>").sees("Chưa có tệp nào").keys("<Ins>khong-co.pdf<Enter>");
    typist.sees("Không thấy tệp khong-co.pdf").keys("<Ctrl+A>").keys(&"<Backspace>".repeat(20));
    typist.paste(&path.display().to_string()).keys("<Enter>").sees("Đã thêm tệp Chi thi 28.pdf (1 KB)").sees("pdf");
    // The same bytes are there already, whatever the file is called.
    let twin = folder.path().join("ban sao.pdf");
    std::fs::copy(&path, &twin).unwrap();
    typist.keys("<Ins>").paste(&twin.display().to_string()).keys("<Enter>").sees("Tệp này đã có: Chi thi 28.pdf");
    typist.keys("<Esc><Enter>").sees("Chi thi 28.pdf").keys("<Esc>");
    // On the shelf Enter opens the file itself; the original may go meanwhile.
    std::fs::remove_file(&path).unwrap();
    typist.keys("<Enter>").sees("Chi thi 28.pdf").sees("[Văn bản]");
    typist.keys("<Ctrl+Z>").sees("Đã hoàn tác: thêm tệp").keys("<Enter>").sees("Sửa văn bản");
}

#[test]
fn a_document_that_does_not_hold_is_said_at_once_and_replaced_by_one_key() {
    let mut typist = Typist::new();
    typist.open(f::UNITS).keys("<Ins>Văn phòng Sở<Ctrl+S>");
    typist.open(f::SESSIONS).keys("<Ins>18/5/2026<Tab>van phong<Tab>Quán triệt<Tab><Tab>20-CT<↓><Enter>102<↓><Enter>");
    typist.sees("! Chỉ thị 20-CT/TW hết hiệu lực từ 25/12/2023. Ctrl+U thay bằng").sees("thị 28-CT/TW.");
    typist.keys("<Ctrl+U>").sees("Đã thay 1 văn bản").sees_no("hết hiệu lực").keys("<Ctrl+S>").sees("Đã lưu");
    let held = typist.store().all::<Session>().unwrap().remove(0);
    let mut numbers: Vec<String> = held.documents.0.iter().map(|id| number(&typist, *id)).collect();
    numbers.sort();
    assert_eq!(numbers, ["102/2016/QH13", "28-CT/TW"]);
    // On a day on which the old one held, it is the right one.
    typist.keys("<Ins>18/5/2020<Tab>van phong<Tab>Quán triệt<Tab><Tab>20-CT<↓><Enter>").sees_no("hết hiệu lực");
    typist.keys(&"<Shift+Tab>".repeat(4)).keys("18/5/2026").sees("hết hiệu lực từ 25/12/2023");
}

#[test]
fn what_takes_a_document_s_place_came_after_it() {
    let mut typist = Typist::new();
    let successor = "<Tab>".repeat(8);
    typist.open(f::DOCUMENTS).keys("Luật Trẻ em<F2>").sees("102/2016/QH13").keys(&successor);
    typist
        .keys("20-CT/TW<↓><Enter><Ctrl+S>")
        .sees("Ban hành ngày 05/11/2012, trước văn bản mà nó thay thế")
        .keys("<Esc><Esc>");
    // One that is newer may.
    typist.keys("<Esc>Chỉ thị 20-CT<F2>").sees("Sửa văn bản").keys(&successor).keys(&"<Backspace>".repeat(40));
    typist.keys("1591<↓><Enter><Ctrl+S>").sees("Đã lưu");
}

#[test]
fn what_was_damaged_behind_the_program_s_back_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, b"giay").unwrap();
    let mut document = Document { name: "Kế hoạch".to_owned(), ..Document::default() };
    store.save(&mut document).unwrap();
    let id = files::attach(&mut store, ("document", document.id.0), &file).unwrap();
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    let conn = rusqlite::Connection::open(path.join(FILE)).unwrap();
    conn.execute_batch("update file_bytes set bytes = x'00'").unwrap();
    drop(conn);
    let store = Store::open(Folder::open(&path).unwrap(), &keys, "vân", clock()).unwrap();
    let file = store.get::<Attachment>(id).unwrap();
    assert!(said(store.unpack(file.file, &file.name)).contains("không còn như lúc thêm vào"));
    assert!(store.check().unwrap().iter().any(|flaw| flaw.place == "file_bytes"));
}

#[test]
fn in_an_encrypted_store_a_file_lies_nowhere_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (made, keys) = Folder::create(&path, "vân", Some("mật khẩu dài")).unwrap();
    let mut store = Store::open(made, &keys, "vân", clock()).unwrap();
    let file = folder.path().join("a.txt");
    let secret = "điều chỉ cơ quan biết ".repeat(500);
    std::fs::write(&file, &secret).unwrap();
    let mut document = Document { name: "Kế hoạch".to_owned(), ..Document::default() };
    store.save(&mut document).unwrap();
    files::attach(&mut store, ("document", document.id.0), &file).unwrap();
    let lies = |path: &Path| {
        let bytes = std::fs::read(path).unwrap_or_default();
        bytes.windows(20).any(|window| window == &secret.as_bytes()[..20])
    };
    for entry in std::fs::read_dir(&path).unwrap() {
        assert!(!lies(&entry.as_ref().unwrap().path()), "{entry:?}");
    }
}
