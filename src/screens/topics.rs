//! What the list of topics does beside every list: takes those that the plan names.
use crate::acts::topics;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::session as t;
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('u')], name: t::SEED_TOPICS, ready: |_, _| true, run: seed }];

fn seed(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let added = topics::seed(cx.store)?;
    cx.good(t::TOPICS_TAKEN.with([added]).say(cx.settings.lang));
    Ok(Flow::Stay)
}
