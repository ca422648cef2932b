//! Photos of events: taken in as they are; put on the public page only where everybody seen has agreed.
use std::path::Path;

use crate::domain::act::{Act, Step};
use crate::domain::clean::clean;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::photo::Photo;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::paper::Picture;
use crate::reports::photos;
use crate::store::{Result, Store};
use crate::text::{photo as t, shelf};

/// Adds a photo to an event, as one step; its caption is the file's name until another is written.
///
/// # Errors
/// If it is no JPEG or PNG, cannot be taken in, or the event has it already.
pub fn add(store: &mut Store, event: Id<Event>, path: &Path) -> Result<Id<Photo>> {
    let file_name = path.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
    let name = path.file_stem().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
    store.write(Step::new(Act::Attach, Photo::TABLE, file_name.clone()), |store| {
        let file = store.take_file(path)?;
        if Picture::read(store.file(file)?).is_none() {
            return Err(t::NOT_A_PHOTO.with([file_name]).into());
        }
        let mut photo = Photo { name, event, file, file_name, added_on: store.today(), ..Photo::default() };
        if let Some(same) = of(store, event)?.into_iter().find(|it| it.file == file) {
            return Err(shelf::HAS_ALREADY.with([same.name]).into());
        }
        store.put_record(&mut photo)
    })
}

/// The photos of an event.
///
/// # Errors
/// If the store cannot be read.
pub fn of(store: &Store, event: Id<Event>) -> Result<Vec<Photo>> {
    store.find("event", &event.value())
}

/// Puts a photo on the page of public photos, or takes it off, as one step.
///
/// # Errors
/// Who has not agreed, where it may not be public.
pub fn choose(store: &mut Store, id: Id<Photo>, chosen: bool) -> Result<()> {
    let photo = store.get(id)?;
    if let (true, Some(why)) = (chosen, photos::Consents::read(store, store.today())?.against(&photo)) {
        return Err(why.into());
    }
    let act = if chosen { Act::ChoosePhoto } else { Act::DropPhoto };
    store.write(Step::new(act, Photo::TABLE, photo.name), |store| {
        store.set(Photo::META, id.0, "chosen", &Value::Int(i64::from(chosen)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::consent::{Signed, note, withdraw};
    use crate::acts::sample;
    use crate::domain::consent::{ConsentSheet, Purpose};
    use crate::domain::photo::Seen;
    use crate::paper::sample::PNG;
    use crate::text::Lang;

    #[test]
    fn a_photo_is_public_only_while_everybody_on_it_agrees() {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Văn phòng");
        let father = sample::staff(&mut store, "Lộc Văn Hà", unit);
        let old = sample::child(&mut store, "Lộc Văn Đông", "2014-03-12", father, unit);
        let small = sample::child(&mut store, "Lộc Thị Na", "2021-03-12", father, unit);
        let event = sample::event(&mut store);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Rước đèn.png");
        std::fs::write(&path, PNG).unwrap();
        let id = add(&mut store, event, &path).unwrap();
        assert_eq!(store.get(id).unwrap().name, "Rước đèn");
        assert!(add(&mut store, event, &path).is_err(), "the same photo is not taken twice");
        let refused = |store: &mut Store| choose(store, id, true).unwrap_err().say(Lang::Vi);
        assert!(refused(&mut store).contains("chưa ghi cháu nào"));
        let seen = Photo { seen: Seen(vec![old.0, small.0]), ..store.get(id).unwrap() };
        store.save(&mut seen.clone()).unwrap();
        let mut sheet = ConsentSheet { date: sample::day("2026-05-04"), unit, ..ConsentSheet::default() };
        store.save(&mut sheet).unwrap();
        let said = refused(&mut store);
        assert!(said.contains("Lộc Văn Đông") && said.contains("Lộc Thị Na: chưa có đồng ý"), "{said}");
        note(&mut store, sheet.id, &[old, small], Purpose::Photo, Signed::Representative).unwrap();
        let said = refused(&mut store);
        assert!(said.contains("Lộc Văn Đông: cháu từ đủ 7 tuổi chưa đồng ý") && !said.contains("Na"), "{said}");
        note(&mut store, sheet.id, &[old], Purpose::Photo, Signed::Both).unwrap();
        choose(&mut store, id, true).unwrap();
        assert!(photos::page(&store, event).is_ok());
        // What is withdrawn stops the page at once, until the photo is taken off it.
        withdraw(&mut store, &[small], None, sample::day("2026-05-20")).unwrap();
        let said = photos::page(&store, event).unwrap_err().say(Lang::Vi);
        assert!(said.contains("Lộc Thị Na: đã rút đồng ý"), "{said}");
        choose(&mut store, id, false).unwrap();
        assert!(photos::page(&store, event).unwrap_err().say(Lang::Vi).contains("chưa có ảnh nào"));
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_is_no_picture_is_refused_and_leaves_nothing() {
        let mut store = sample::store();
        let event = sample::event(&mut store);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ghi chú.jpg");
        std::fs::write(&path, b"khong phai anh").unwrap();
        let said = add(&mut store, event, &path).unwrap_err().say(Lang::Vi);
        assert!(said.contains("ghi chú.jpg không phải ảnh"), "{said}");
        assert!(of(&store, event).unwrap().is_empty());
    }

    #[test]
    fn a_photo_on_which_nobody_is_recognised_needs_no_consent() {
        let mut store = sample::store();
        let event = sample::event(&mut store);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("san khau.png");
        std::fs::write(&path, PNG).unwrap();
        let id = add(&mut store, event, &path).unwrap();
        let looked = Photo { nobody: true, ..store.get(id).unwrap() };
        store.save(&mut looked.clone()).unwrap();
        choose(&mut store, id, true).unwrap();
        assert!(store.get(id).unwrap().chosen);
        store.undo().unwrap();
        assert!(!store.get(id).unwrap().chosen);
    }
}
