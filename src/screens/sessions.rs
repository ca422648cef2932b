//! What the list of sessions does beside every list: a new session by repeating one, in a few keys; the result of one
//! that was planned; who came.
use crate::domain::id::Id;
use crate::domain::session::SessionState;
use crate::domain::value::{Cell, Value};
use crate::screens::edit::Edit;
use crate::screens::files;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::turnout::Turnouts;
use crate::store::Result;
use crate::text::{screen as s, session as t};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('w')], name: s::REPEAT, ready: |list, _| is(list, SessionState::Held), run: repeat },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::NOTE_RESULT,
        ready: |list, _| is(list, SessionState::Planned),
        run: note_result,
    },
    Command { keys: &[Key::Ctrl('u')], name: t::OPEN_TURNOUT, ready: |list, _| list.has_row(), run: turnout },
    files::OF_ROW,
];

fn is(list: &List, state: SessionState) -> bool {
    list.current().is_some_and(|row| list.meta.value(row, "state") == &state.value())
}

fn repeat(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(mut row) = list.current_id().and_then(|id| cx.store.row(list.meta, id).ok().flatten()) else {
        return Ok(Flow::Stay);
    };
    let above = row.clone();
    row.id = 0;
    list.meta.set(&mut row, "date", Value::Text(cx.store.today().to_string()));
    for count in ["attendance", "men", "women"] {
        list.meta.set(&mut row, count, Value::Int(0));
    }
    Ok(Flow::Open(Box::new(Edit::new(cx, list.meta, row, Some(above)))))
}

/// The form of a planned session as one that was held: only who came is left to write.
fn note_result(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(mut row) = list.current_id().and_then(|id| cx.store.row(list.meta, id).ok().flatten()) else {
        return Ok(Flow::Stay);
    };
    list.meta.set(&mut row, "state", SessionState::Held.value());
    Ok(Flow::Open(Box::new(Edit::new(cx, list.meta, row, None).at("attendance"))))
}

fn turnout(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    Ok(Flow::Open(Box::new(Turnouts::new(cx, Id::of(id))?)))
}
