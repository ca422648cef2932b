//! What the list of agencies does beside every list: a form filled in with the Lạng Sơn preset.
use crate::acts::setup;
use crate::domain::record::Record;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('u')], name: t::PRESET, ready: |_, _| true, run: preset }];

fn preset(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let row = setup::preset(cx.store.today()).row();
    Ok(Flow::Open(Box::new(Edit::new(cx, list.meta, row, None).at("signer"))))
}
