//! What the list of documents does beside every list: opens the document's own file.
use crate::screens::files;
use crate::screens::list::List;
use crate::screens::screen::Command;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[files::OPEN_ROW, files::OF_ROW];
