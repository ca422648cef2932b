//! The words of the help, in one language.
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Args;
use crate::reports::papers;
use crate::text::{Lang, Text, bundle, cli as t, units as u};

/// What each command does, by its name and those of the commands above it.
const COMMANDS: &[(&str, Text)] = &[
    ("init", t::INIT),
    ("import", t::IMPORT),
    ("import children", t::IMPORT_CHILDREN),
    ("import contributions", t::IMPORT_CONTRIBUTIONS),
    ("export", t::EXPORT),
    ("gifts", t::GIFTS),
    ("forms", u::FORMS),
    ("collect", u::COLLECT_FILES),
    ("report", t::REPORT),
    ("paper", t::PAPERS),
    ("papers", bundle::OUT),
    ("figures", t::FIGURES),
    ("due", t::DUE),
    ("journal", t::JOURNAL),
    ("undo", t::UNDO),
    ("redo", t::REDO),
    ("check", t::CHECK),
    ("lunar", t::LUNAR),
    ("words", t::WORDS),
    ("completions", t::COMPLETIONS),
    ("man", t::MAN),
];

/// What each argument means, in every command that has it.
const ARGUMENTS: &[(&str, Text)] = &[
    ("data", t::DATA),
    ("demo", t::DEMO),
    ("today", t::TODAY),
    ("lang", t::LANG),
    ("passphrase_file", t::PASSPHRASE_FILE),
    ("user", t::USER),
    ("help", t::HELP),
    ("version", t::VERSION),
    ("no_encryption", t::NO_ENCRYPTION),
    ("preset", t::PRESET),
    ("files", t::FILES),
    ("unit", t::UNIT),
    ("campaign", t::CAMPAIGN),
    ("post", t::POST),
    ("as_of", t::AS_OF),
    ("dry_run", t::DRY_RUN),
    ("strict", t::STRICT),
    ("rejects", t::REJECTS),
    ("json", t::JSON),
    ("what", t::WHAT),
    ("filter", t::FILTER),
    ("masked", t::MASKED),
    ("without_sensitive", t::WITHOUT_SENSITIVE),
    ("out", t::OUT),
    ("event", t::EVENT),
    ("kind", t::PAPER_KIND),
    ("about", t::PAPER_ABOUT),
    ("sealing", t::SEALING),
    ("period", t::PERIOD),
    ("of_period", u::OF_PERIOD),
    ("folder", u::FORMS_FOLDER),
    ("new_folder", bundle::FOLDER),
    ("date", t::DATE),
    ("to_solar", t::TO_SOLAR),
    ("amount", t::AMOUNT),
    ("shell", t::SHELL),
];

/// The whole command line with its words.
pub fn command(lang: Lang) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Args::command().arg(help).arg(version).about(t::ABOUT.say(lang));
    worded(command, "", lang)
}

/// The help that was asked for, with the words that clap has in English only.
pub fn localised(help: &str, lang: Lang) -> String {
    [("[OPTIONS]", t::SOME_OPTIONS), ("[COMMAND]", t::SOME_COMMAND), ("<COMMAND>", t::ONE_COMMAND)]
        .iter()
        .fold(help.to_owned(), |help, (english, text)| help.replace(english, text.say(lang)))
}

fn worded(mut command: Command, path: &str, lang: Lang) -> Command {
    let about = find(COMMANDS, path);
    if let Some(about) = about {
        command = command.about(about.say(lang));
    }
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let path = format!("{path} {name}");
        command = command.mut_subcommand(&name, |sub| worded(sub, path.trim(), lang));
    }
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        let Some(text) = find(ARGUMENTS, &id) else { continue };
        command = command.mut_arg(&id, |arg| {
            let heading = if arg.is_positional() { t::ARGUMENTS } else { t::OPTIONS };
            let valued = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
            let arg = if arg.is_global_set() { arg.display_order(100) } else { arg };
            let text = text.with([papers::codes().join(", ")]).say(lang);
            arg.help(text).help_heading(heading.say(lang)).hide_possible_values(valued)
        });
    }
    let template = format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}", t::USAGE.say(lang));
    command.help_template(template).subcommand_help_heading(t::COMMANDS.say(lang))
}

fn find(words: &[(&str, Text)], name: &str) -> Option<Text> {
    words.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unworded(command: &Command, path: &str, missing: &mut Vec<String>) {
        if !path.is_empty() && find(COMMANDS, path).is_none() {
            missing.push(path.to_owned());
        }
        for arg in command.get_arguments().filter(|arg| find(ARGUMENTS, arg.get_id().as_str()).is_none()) {
            missing.push(format!("{path}: {}", arg.get_id()));
        }
        for sub in command.get_subcommands() {
            unworded(sub, format!("{path} {}", sub.get_name()).trim(), missing);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_words() {
        let mut missing = Vec::new();
        unworded(&command(Lang::Vi), "", &mut missing);
        assert!(missing.is_empty(), "{missing:?}");
        command(Lang::En).debug_assert();
    }

    #[test]
    fn the_help_speaks_one_language() {
        let help = command(Lang::Vi).render_long_help().to_string();
        for english in ["Usage", "Options", "Commands", "Print help", "possible values", "Arguments"] {
            assert!(!help.contains(english), "{english}: {help}");
        }
        assert!(command(Lang::En).render_help().to_string().contains("Usage"));
    }
}
