//! Events: Enter opens an event's gift list, Ctrl+W the rest of what belongs to it.
mod dossier;
mod gift_list;
mod sides;
mod stock;

use crate::domain::id::Id;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{event as e, screen as t};
use crate::ui::key::Key;
use dossier::Dossier;
use gift_list::Gifts;

/// The commands of the list of events.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter, Key::Ctrl('u')], name: t::GIFT_LIST, ready: |list, _| list.has_row(), run: open },
    Command { keys: &[Key::Ctrl('w')], name: e::DOSSIER, ready: |list, _| list.has_row(), run: dossier },
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    list.current_id().map_or(Ok(Flow::Stay), |id| Gifts::open(cx, Id::of(id)))
}

fn dossier(list: &mut List, _: &mut Cx) -> Result<Flow> {
    Ok(list.current_id().map_or(Flow::Stay, |id| Flow::Open(Box::new(Dossier::of(Id::of(id))))))
}
