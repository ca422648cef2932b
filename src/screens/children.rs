//! What the roster does beside every list: sheets taken in, a circumstance or support for the child under the cursor.
use crate::domain::circumstance::Circumstance;
use crate::domain::record::{Meta, Record};
use crate::domain::support::Support;
use crate::domain::value::Value;
use crate::screens::consents;
use crate::screens::import;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
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
    consents::OF_CHILD,
];

/// Opens a form of a record about the child under the cursor.
fn add(list: &mut List, cx: &mut Cx, meta: &'static Meta) -> Result<Flow> {
    let Some(child) = list.current_id() else { return Ok(Flow::Stay) };
    let form = List::new(meta, &[]).new_form(cx, &[("child", Value::Int(child))]);
    Ok(Flow::Open(Box::new(form.returning(child))))
}
