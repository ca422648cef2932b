//! The command line: arguments in, an answer and an exit code out. Each command is a few lines over the acts, reports
//! and papers below.
mod args;
mod collect;
mod contributions;
mod export;
mod fail;
mod import;
mod init;
mod journal;
mod office;
mod out;
mod paper;
mod print;
mod tell;
mod tools;
mod words;
mod wrong;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::domain::day;
use crate::store::clock::Clock;
use crate::text::{Lang, cli as t};

use args::{Args, Command};
use fail::{Answer, Failure};
use out::Out;

/// What the program finds around it; gathered in `main`, so that nothing below asks the machine.
#[derive(Clone, Debug)]
pub struct World {
    /// The command line, the program's name first.
    pub args: Vec<OsString>,
    /// The data folder by `VITREEM_DATA`, else the platform's.
    pub data: Option<PathBuf>,
    /// The passphrase's file by `VITREEM_PASSPHRASE_FILE`.
    pub passphrase_file: Option<PathBuf>,
    /// The name that the user is logged in by.
    pub login: String,
    /// The moment now, at UTC+7.
    pub now: fn() -> NaiveDateTime,
    /// Whether keys can be asked for.
    pub keyboard: bool,
    /// Whether a screen can be drawn too.
    pub terminal: bool,
}

/// What the command line wants.
#[derive(Debug)]
pub enum Wanted {
    /// The interface.
    Interface(Start),
    /// Nothing more: all is done, with this exit code (0 done, 1 refused, 2 wrong usage).
    Done(u8),
}

/// What the interface starts with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The data folder.
    pub data: PathBuf,
    /// Whether it is to be a sample office, in a folder of its own.
    pub demo: bool,
    /// The clock.
    pub clock: Clock,
    /// The language, if one was asked for.
    pub lang: Option<Lang>,
    /// Who signs the steps, if named.
    pub user: Option<String>,
    /// The name that the user is logged in by: who signs where nobody is named.
    pub login: String,
    /// The passphrase, if a file holds it.
    pub passphrase: Option<String>,
}

/// Does what the command line says. The answer goes to `answer`, all else to `aside`.
pub fn run(world: &World, answer: &mut dyn Write, aside: &mut dyn Write) -> Wanted {
    let lang = early_lang(&world.args);
    let mut out = Out { answer, aside, lang: lang.unwrap_or_default() };
    match take(world, lang, &mut out) {
        Ok(wanted) => wanted,
        Err(failure) => Wanted::Done(out.fail(&failure)),
    }
}

/// What all commands share.
struct Cx<'a> {
    world: &'a World,
    /// The options that stand before any command.
    data: Option<PathBuf>,
    demo: bool,
    user: Option<String>,
    passphrase_file: Option<PathBuf>,
    clock: Clock,
}

fn take(world: &World, lang: Option<Lang>, out: &mut Out<'_>) -> Answer<Wanted> {
    let parsed =
        words::command(out.lang).try_get_matches_from(&world.args).and_then(|found| Args::from_arg_matches(&found));
    let args = match parsed {
        Ok(args) => args,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            out.raw(words::localised(&error.render().to_string(), out.lang).as_bytes())?;
            return Ok(Wanted::Done(0));
        }
        Err(error) => return Err(Failure::Usage(wrong::said(&error))),
    };
    if let Some(lang) = args.lang.as_deref().filter(|lang| !matches!(*lang, "vi" | "en")) {
        return Err(Failure::Usage(t::NOT_A_LANGUAGE.with([lang])));
    }
    if args.demo && args.data.is_some() {
        return Err(Failure::Usage(t::DEMO_AND_DATA.into()));
    }
    let mut clock = Clock { day: None, now: world.now };
    clock.day = args.today.as_deref().map(|text| date(text, clock.today())).transpose()?;
    let cx = Cx {
        world,
        data: args.data,
        demo: args.demo,
        user: args.user,
        passphrase_file: args.passphrase_file.or_else(|| world.passphrase_file.clone()),
        clock,
    };
    match args.command {
        Some(command) => dispatch(&cx, command, out).map(Wanted::Done),
        None if world.terminal => Ok(Wanted::Interface(Start {
            data: if cx.demo { PathBuf::new() } else { office::folder(&cx)? },
            demo: cx.demo,
            clock: cx.clock,
            lang,
            user: cx.user.clone(),
            login: world.login.clone(),
            passphrase: office::written_passphrase(&cx)?,
        })),
        None => Err(Failure::Usage(t::NO_TERMINAL.into())),
    }
}

fn dispatch(cx: &Cx<'_>, command: Command, out: &mut Out<'_>) -> Answer<u8> {
    match command {
        Command::Init { no_encryption, preset } => init::init(cx, no_encryption, preset, out)?,
        Command::Import { what: args::Import::Children { files, unit, as_of, dry_run, strict, rejects, json } } => {
            let asked = import::Asked { files, unit, as_of, dry_run, strict, rejects, json };
            import::children(cx, &asked, out)?;
        }
        Command::Import { what: args::Import::Contributions { files, campaign, dry_run, post, rejects, json } } => {
            let asked = contributions::Asked { files, campaign, dry_run, post, rejects, json };
            contributions::contributions(cx, &asked, out)?;
        }
        Command::Export { what, filter, masked, without_sensitive, out: file } => {
            let asked = export::Asked { what, filter, masked, without_sensitive, file };
            export::export(cx, &asked, out)?;
        }
        Command::Gifts { event, out: file } => print::gifts(cx, &event, &file, out)?,
        Command::Forms { period, out: folder } => collect::forms(cx, &period, &folder, out)?,
        Command::Papers { period, out: folder } => print::papers(cx, &period, &folder, out)?,
        Command::Collect { files, unit, period, dry_run, json } => {
            collect::collect(cx, &collect::Asked { files, unit, period, dry_run, json }, out)?;
        }
        Command::Report { period, out: file } => print::report(cx, &period, &file, out)?,
        Command::Paper { kind, about, sealing, out: file } => {
            paper::paper(cx, &paper::Asked { kind, about, sealing, file }, out)?;
        }
        Command::Figures { period, json } => tell::figures(cx, &period, json, out)?,
        Command::Due { json } => tell::due(cx, json, out)?,
        Command::Journal { json } => journal::journal(cx, json, out)?,
        Command::Undo => journal::undo(cx, out)?,
        Command::Redo => journal::redo(cx, out)?,
        Command::Check { json } => return journal::check(cx, json, out),
        Command::Lunar { date, to_solar } => tools::lunar(cx, &date, to_solar, out)?,
        Command::Words { amount } => tools::words(&amount.join(" "), out)?,
        Command::Completions { shell } => tools::completions(shell, out)?,
        Command::Man => tools::man(out)?,
    }
    Ok(0)
}

/// A day as it was typed.
fn date(text: &str, today: NaiveDate) -> Answer<NaiveDate> {
    day::parse(text, today).map_err(Failure::Usage)
}

/// The language that the command line asks for, known before it is read: wrong usage is said in it too.
fn early_lang(args: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = args.iter().map(|arg| arg.to_str().unwrap_or_default()).collect();
    let after = texts.iter().position(|text| *text == "--lang").and_then(|at| texts.get(at + 1).copied());
    match after.or_else(|| texts.iter().find_map(|text| text.strip_prefix("--lang=")))? {
        "vi" => Some(Lang::Vi),
        "en" => Some(Lang::En),
        _ => None,
    }
}
