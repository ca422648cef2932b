//! The files of a row: Ins adds one by its path, Enter opens it with the program that the system has for it.
use std::path::Path;
use std::process::{Command as Process, Stdio};

use crate::acts::files;
use crate::domain::attachment::Attachment;
use crate::domain::id::Id;
use crate::domain::record::{Meta, Record};
use crate::domain::value::Value;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::path;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, shelf as t};
use crate::ui::key::Key;

/// What a list of rows that have files does about them.
pub const OF_ROW: Command<List> =
    Command { keys: &[Key::Ctrl('d')], name: t::OPEN_FILES, ready: |list, _| list.has_row(), run: open_list };

/// Opens the only file of a row at once, or the list of several.
pub const OPEN_ROW: Command<List> = Command {
    keys: &[Key::Enter],
    name: t::OPEN_FILE,
    ready: |list, _| list.current().is_some_and(|row| list.meta.value(row, "files").int() > 0),
    run: open_row,
};

/// The commands of the files of a row.
const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::OPEN_FILE, ready: |list, _| list.has_row(), run: open_chosen },
    Command { keys: &[Key::Insert, Key::Ctrl('n')], name: t::ADD_FILE, ready: |_, _| true, run: add },
];

fn open_list(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    Ok(list_of(cx, list.meta, id))
}

/// The files of a row of a table.
pub fn list_of(cx: &Cx, meta: &'static Meta, id: i64) -> Flow {
    let title = t::FILES_OF.with([cx.store.rows_name(meta, &[id])]).say(cx.settings.lang);
    Flow::Open(Box::new(List::new(Attachment::META, COMMANDS).scoped(title, meta.table, Value::Int(id))))
}

fn open_row(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    match files::of(cx.store, (list.meta.table, id))?.as_slice() {
        [only] => open(cx, only),
        _ => open_list(list, cx),
    }
}

fn open_chosen(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let file = cx.store.get::<Attachment>(Id::of(id))?;
    open(cx, &file)
}

/// Asks for the path of a file and adds it to the row that the list is of.
fn add(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some((owner, row)) = list.query.scope.first().map(|(owner, row)| (*owner, row.int())) else {
        return Ok(Flow::Stay);
    };
    Ok(ask(cx, t::ADD_FILE, cx.say(t::ADD_NOTE).to_owned(), move |cx, path| {
        let file = files::attach(cx.store, (owner, row), path)?;
        let file = cx.store.get(file)?;
        cx.good(t::ADDED.with([file.name, file.size.to_string()]).say(cx.settings.lang));
        Ok(Flow::Back)
    }))
}

/// Asks for the path of a file under a name, with a note, and does something with it.
pub fn ask(cx: &Cx, name: Text, note: String, done: impl Fn(&mut Cx, &Path) -> Result<Flow> + 'static) -> Flow {
    let done =
        move |cx: &mut Cx, answers: &[String]| done(cx, &path::typed(answers.first().map_or("", String::as_str)));
    Flow::Open(Box::new(Ask::new(cx.say(name).to_owned(), &[(t::ASK_PATH, "")], Box::new(done)).noted(note)))
}

fn open(cx: &mut Cx, file: &Attachment) -> Result<Flow> {
    cx.store.looked("open", Attachment::TABLE, Some(file.id.0), None)?;
    show(cx, file.file, &file.name)
}

/// Unpacks bytes under a name and hands them to the system; where nothing there opens files, says where they lie.
///
/// # Errors
/// If the bytes are gone or cannot be written.
pub fn show(cx: &mut Cx, file: i64, name: &str) -> Result<Flow> {
    let path = cx.store.unpack(file, name)?;
    let text = if start(&path) { t::OPENED } else { t::NO_OPENER };
    cx.good(text.with([name.to_owned(), path.display().to_string()]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

/// Starts the system's program for a file, apart from this terminal; whether there is one.
fn start(path: &Path) -> bool {
    // Without a desktop the Linux opener would take the terminal itself.
    let desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let mut opener = if cfg!(windows) {
        let mut opener = Process::new("cmd");
        opener.args(["/C", "start", ""]);
        opener
    } else if cfg!(target_os = "macos") {
        Process::new("open")
    } else if desktop {
        Process::new("xdg-open")
    } else {
        return false;
    };
    opener.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
