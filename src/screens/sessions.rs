//! What the list of sessions does beside every list: a new session by repeating one, in a few keys.
use crate::domain::value::Value;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('w')], name: t::REPEAT, ready: |list, _| list.has_row(), run: repeat }];

fn repeat(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(mut row) = list.current_id().and_then(|id| cx.store.row(list.meta, id).ok().flatten()) else {
        return Ok(Flow::Stay);
    };
    let above = row.clone();
    row.id = 0;
    list.meta.set(&mut row, "date", Value::Text(cx.store.today().to_string()));
    list.meta.set(&mut row, "attendance", Value::Int(0));
    Ok(Flow::Open(Box::new(Edit::new(cx, list.meta, row, Some(above)))))
}
