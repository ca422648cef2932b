//! What the list of movements does beside every list: the files of one.
use crate::screens::files;
use crate::screens::list::List;
use crate::screens::screen::Command;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[files::OF_ROW];
