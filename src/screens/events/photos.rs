//! The photos of an event: Ins adds one by its path, F2 says who is seen, Space puts it on the public page.
use crate::acts::photos;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::photo::Photo;
use crate::domain::record::Record;
use crate::paper::Picture;
use crate::reports::photos::Consents;
use crate::screens::files;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{photo as t, screen as s, shelf};
use crate::ui::key::Key;

const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::OPEN_PHOTO, ready: |list, _| list.has_row(), run: open },
    Command { keys: &[Key::Char(' ')], name: t::CHOOSE, ready: |list, _| list.has_row(), run: choose },
    Command { keys: &[Key::Insert, Key::Ctrl('n')], name: t::ADD, ready: |_, _| true, run: add },
];

/// The list, not yet kept to an event.
pub fn list() -> List {
    List::new(Photo::META, COMMANDS).captioned(caption)
}

/// That nobody has said yet who is seen on the photo under the cursor.
fn caption(list: &List, cx: &Cx) -> String {
    let of = |column: &str| list.current().map_or(1, |row| list.meta.value(row, column).int());
    if of("children") == 0 && of("nobody") == 0 { cx.say(t::UNSEEN_YET).to_owned() } else { String::new() }
}

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let photo = cx.store.get::<Photo>(Id::of(id))?;
    cx.store.looked("open", Photo::TABLE, Some(id), None)?;
    files::show(cx, photo.file, &photo.file_name)
}

fn choose(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let photo = cx.store.get::<Photo>(Id::of(id))?;
    photos::choose(cx.store, photo.id, !photo.chosen)?;
    if !photo.chosen {
        let said = format!("{} · {}", photo.name, cx.say(t::CHOSEN));
        cx.good(s::DONE.with([said]).say(cx.settings.lang));
    }
    list.step(1);
    Ok(Flow::Stay)
}

/// Asks for the path of a photo and adds it to the event that the list is of.
fn add(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(event) = list.query.scope.first().map(|(_, value)| Id::<Event>::of(value.int())) else {
        return Ok(Flow::Stay);
    };
    let note = [cx.say(shelf::ADD_NOTE), cx.say(t::UPRIGHT)].join(" ");
    Ok(files::ask(cx, t::ADD, note, move |cx, path| {
        let id = photos::add(cx.store, event, path)?;
        let photo = cx.store.get(id)?;
        let size = Picture::read(cx.store.file(photo.file)?).map_or((0, 0), |it| (it.width, it.height));
        let parts = [photo.name, size.0.to_string(), size.1.to_string()];
        cx.good(t::ADDED.with(parts).say(cx.settings.lang));
        Ok(Flow::Saved(id.0))
    }))
}

/// How it stands with the photos of an event, in words.
///
/// # Errors
/// If the store cannot be read.
pub fn state(cx: &Cx, event: &Event) -> Result<String> {
    let all = photos::of(cx.store, event.id)?;
    let consents = Consents::read(cx.store, cx.store.today())?;
    let chosen: Vec<&Photo> = all.iter().filter(|photo| photo.chosen).collect();
    let lacking = chosen.iter().filter(|photo| consents.against(photo).is_some()).count();
    let lang = cx.settings.lang;
    Ok(match lacking {
        0 => t::STATE.with([all.len(), chosen.len()]).say(lang),
        lacking => t::STATE_LACKS.with([all.len(), chosen.len(), lacking]).say(lang),
    })
}
