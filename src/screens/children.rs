//! What the roster does beside every list: sheets taken in, a circumstance or support for the child under the cursor.
use crate::domain::circumstance::Circumstance;
use crate::domain::id::Id;
use crate::domain::record::{Meta, Record};
use crate::domain::support::Support;
use crate::domain::value::Value;
use crate::screens::ages;
use crate::screens::consents;
use crate::screens::import;
use crate::screens::list::List;
use crate::screens::page::Page;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::twins::Twins;
use crate::store::Result;
use crate::text::{family, screen as t, sift, twin};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: family::PAGE, ready: |list, _| list.has_row(), run: open },
    Command {
        keys: &[Key::Ctrl('u')],
        name: t::IMPORT,
        ready: |_, _| true,
        run: |_, cx| Ok(Flow::Open(import::ask(cx))),
    },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::ADD_CIRCUMSTANCE,
        ready: |list, _| list.has_row(),
        run: |list, cx| add(list, cx, Circumstance::META),
    },
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::ADD_SUPPORT,
        ready: |list, _| list.has_row(),
        run: |list, cx| add(list, cx, Support::META),
    },
    Command {
        keys: &[Key::Ctrl('d')],
        name: twin::SHOW,
        ready: |_, _| true,
        run: |list, _| Ok(Flow::Open(Box::new(Twins::about(list.current_id())))),
    },
    Command { keys: &[], name: sift::BANDS, ready: |_, _| true, run: |_, cx| ages::ask(cx) },
    consents::OF_CHILD,
];

/// Opens the page of the child under the cursor.
fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(child) = list.current_id() else { return Ok(Flow::Stay) };
    cx.store.looked("open", list.meta.table, Some(child), None)?;
    Ok(Flow::Open(Box::new(Page::new(Id::of(child)))))
}

/// Opens a form of a record about the child under the cursor.
fn add(list: &mut List, cx: &mut Cx, meta: &'static Meta) -> Result<Flow> {
    let Some(child) = list.current_id() else { return Ok(Flow::Stay) };
    let form = List::new(meta, &[]).new_form(cx, &[("child", Value::Int(child))]);
    Ok(Flow::Open(Box::new(form.returning(child))))
}
