//! Files added to documents and sessions, each as one step.
use std::path::Path;

use crate::domain::act::{Act, Step};
use crate::domain::attachment::Attachment;
use crate::domain::clean::clean;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::store::{Result, Store};
use crate::text::shelf as t;

/// Adds the file of a path to a row, named by the column of [`Attachment`] that points to it and its number.
///
/// # Errors
/// If the file cannot be taken in, or the row has it already.
pub fn attach(store: &mut Store, owner: (&'static str, i64), path: &Path) -> Result<Id<Attachment>> {
    let name = path.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
    store.write(Step::new(Act::Attach, Attachment::TABLE, name.clone()), |store| {
        let file = store.take_file(path)?;
        put_within(store, owner, name, file)
    })
}

/// Names bytes that the store holds as a file of a row, within the running step.
///
/// # Errors
/// If the row has it already or the store refuses.
pub fn put_within(
    store: &mut Store,
    (column, row): (&'static str, i64),
    name: String,
    file: i64,
) -> Result<Id<Attachment>> {
    if let Some(same) = of(store, (column, row))?.into_iter().find(|it| it.file == file) {
        return Err(t::HAS_ALREADY.with([same.name]).into());
    }
    let file = Attachment { name, file, added_on: store.today(), ..Attachment::default() };
    let mut values = file.row();
    Attachment::META.set(&mut values, column, Value::Int(row));
    store.put_row(Attachment::META, &mut values)?;
    Ok(Id::of(values.id))
}

/// The files of a row.
///
/// # Errors
/// If the store cannot be read.
pub fn of(store: &Store, owner: (&'static str, i64)) -> Result<Vec<Attachment>> {
    store.find(owner.0, &Value::Int(owner.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;
    use crate::domain::document::Document;
    use crate::text::Lang;

    fn document(store: &mut Store, name: &str) -> i64 {
        let mut document = Document { name: name.into(), ..Document::default() };
        store.save(&mut document).unwrap();
        document.id.0
    }

    fn bytes_kept(store: &Store) -> i64 {
        store.reader().query_row("select count(*) from file_bytes", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn the_same_file_is_kept_once_and_comes_back_as_it_was() {
        let mut store = sample::store();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Chỉ thị 28.pdf");
        std::fs::write(&path, b"%PDF-1.7 giay").unwrap();
        let (first, second) = (document(&mut store, "Chỉ thị 28-CT/TW"), document(&mut store, "Sao y"));
        let id = attach(&mut store, ("document", first), &path).unwrap();
        attach(&mut store, ("document", second), &path).unwrap();
        let again = attach(&mut store, ("document", first), &path).unwrap_err();
        assert!(again.say(Lang::Vi).contains("Chỉ thị 28.pdf"));
        assert_eq!(bytes_kept(&store), 1);
        let file = store.get(id).unwrap();
        assert_eq!((file.ending.as_str(), file.size), ("pdf", 1));
        let out = store.unpack(file.file, &file.name).unwrap();
        assert_eq!(std::fs::read(&out).unwrap(), b"%PDF-1.7 giay");
        assert!(out.ends_with("Chỉ thị 28.pdf"));
        assert_eq!(store.check().unwrap(), []);
        drop(store);
        assert!(!out.exists(), "what was unpacked goes with the store");
    }

    #[test]
    fn undo_takes_the_row_back_and_redo_finds_its_bytes_again() {
        let mut store = sample::store();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.docx");
        std::fs::write(&path, b"giay").unwrap();
        let row = document(&mut store, "Kế hoạch");
        attach(&mut store, ("document", row), &path).unwrap();
        store.undo().unwrap();
        assert!(of(&store, ("document", row)).unwrap().is_empty());
        store.redo().unwrap();
        let file = of(&store, ("document", row)).unwrap().remove(0);
        assert_eq!(store.file(file.file).unwrap(), b"giay");
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_is_no_file_is_refused_and_names_from_elsewhere_name_no_folder() {
        let mut store = sample::store();
        let folder = tempfile::tempdir().unwrap();
        let row = document(&mut store, "Kế hoạch");
        let empty = folder.path().join("rong.pdf");
        std::fs::write(&empty, b"").unwrap();
        for path in [folder.path().to_path_buf(), empty, folder.path().join("khong-co.pdf")] {
            assert!(attach(&mut store, ("document", row), &path).is_err(), "{}", path.display());
        }
        let path = folder.path().join("a.pdf");
        std::fs::write(&path, b"giay").unwrap();
        let id = attach(&mut store, ("document", row), &path).unwrap();
        let out = store.unpack(store.get(id).unwrap().file, "../../etc/passwd").unwrap();
        assert!(out.ends_with("-..-etc-passwd"), "{}", out.display());
        assert!(store.file(99).is_err());
    }
}
