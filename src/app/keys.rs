//! The keys that every list, every form and the shell have in common, read from their tables of commands.
use crate::app::shell::SHELL;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::screen::Command;
use crate::text::Text;
use crate::ui::key::Key;

/// The keys of lists, of forms and of the shell, each with what it does; for the README.
#[must_use]
pub fn table() -> [Vec<(String, Text)>; 3] {
    let shell = SHELL.iter().map(|command| (command.keys, command.name));
    [named(of(List::COMMANDS)), named(of(Edit::COMMANDS)), named(shell)]
}

fn of<S>(commands: &'static [Command<S>]) -> impl Iterator<Item = (&'static [Key], Text)> {
    commands.iter().map(|command| (command.keys, command.name))
}

fn named(commands: impl Iterator<Item = (&'static [Key], Text)>) -> Vec<(String, Text)> {
    let spelled = |keys: &[Key]| keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(", ");
    commands.filter(|(keys, _)| !keys.is_empty()).map(|(keys, name)| (spelled(keys), name)).collect()
}
