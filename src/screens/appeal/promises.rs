//! The promises of a unit's staff in a year: Space notes the chosen ones as signed, and takes that back.
use crate::acts::commitments;
use crate::domain::commitment::{Commitment, CommitmentState};
use crate::domain::id::Id;
use crate::screens::list::List;
use crate::screens::mask;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{appeal as t, screen as s};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] =
    &[Command { keys: &[Key::Char(' '), Key::Enter], name: t::SIGN, ready: |list, _| list.has_row(), run: sign }];

fn sign(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let chosen: Vec<Id<Commitment>> = list.chosen().into_iter().map(Id::of).collect();
    let Some(first) = chosen.first() else { return Ok(Flow::Stay) };
    let state = match cx.store.get(*first)?.state {
        CommitmentState::Open => CommitmentState::Signed,
        CommitmentState::Signed => CommitmentState::Open,
    };
    let today = cx.store.today();
    commitments::mark(cx.store, &chosen, state, today)?;
    let name = cx.store.rows_name(list.meta, &chosen.iter().map(|id| id.0).collect::<Vec<_>>());
    let name = if cx.settings.mask && chosen.len() == 1 { mask::initials(&name) } else { name };
    list.unmark();
    if chosen.len() == 1 {
        list.step(1);
    }
    let lang = cx.settings.lang;
    cx.good(s::DONE.with([format!("{name}: {}", state.text().say(lang))]).say(lang));
    Ok(Flow::Stay)
}
