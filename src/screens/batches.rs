//! Sheets of contributions: Enter opens the grid of one, Ctrl+W posts it.
use crate::domain::batch::Batch;
use crate::domain::id::Id;
use crate::screens::gifts_in;
use crate::screens::grid::{self, Grid};
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::book as t;
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::ENTER_LINES, ready: |list, _| list.has_row(), run: open },
    Command {
        keys: &[Key::Ctrl('u')],
        name: t::IMPORT_SHEET,
        ready: |_, _| true,
        run: |_, cx| Ok(Flow::Open(gifts_in::ask(cx, None))),
    },
    Command { keys: &[Key::Ctrl('w')], name: t::POST_BATCH, ready: |list, _| list.has_row(), run: post },
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    Ok(Flow::Open(Box::new(Grid::of_batch(cx, Id::<Batch>::of(id))?)))
}

fn post(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    grid::ask_post(cx, Id::of(id))
}
