//! Arguments in, exit code out.
use std::io::{IsTerminal, Write, stderr, stdin, stdout};
use std::panic;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use chrono::{FixedOffset, NaiveDateTime, Utc};
use vitreem::app;
use vitreem::cli::{self, Start, Wanted, World};
use vitreem::exchange::book::READER;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    keep_readers_silent();
    let world = World {
        args: std::env::args_os().collect(),
        data: data_folder(),
        passphrase_file: variable("VITREEM_PASSPHRASE_FILE").map(PathBuf::from),
        login: variable("USER").or_else(|| variable("USERNAME")).unwrap_or_else(|| "vitreem".to_owned()),
        now,
        keyboard: stdin().is_terminal(),
        terminal: stdin().is_terminal() && stdout().is_terminal(),
    };
    let mut answer = std::io::BufWriter::new(stdout());
    let wanted = cli::run(&world, &mut answer, &mut stderr());
    let flushed = answer.flush();
    match wanted {
        Wanted::Done(0) if flushed.is_err() => ExitCode::FAILURE,
        Wanted::Done(code) => ExitCode::from(code),
        Wanted::Interface(start) => interface(start),
    }
}

/// Runs the interface; what cannot be opened at all is said on the terminal as it was.
fn interface(start: Start) -> ExitCode {
    let lang = start.lang.unwrap_or_default();
    match app::start(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", error.say(lang));
            ExitCode::FAILURE
        }
    }
}

/// A broken workbook may panic the thread that reads it; what is said of it is a sentence, said elsewhere.
fn keep_readers_silent() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(READER) {
            before(info);
        }
    }));
}

/// The moment at UTC+7: Vietnam has one time and no summer time.
fn now() -> NaiveDateTime {
    let zone = FixedOffset::east_opt(7 * 3600).expect("seven hours are a zone");
    Utc::now().with_timezone(&zone).naive_local()
}

fn data_folder() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let platform = || etcetera::choose_base_strategy().ok().map(|folders| folders.data_dir().join("vitreem"));
    variable("VITREEM_DATA").map(PathBuf::from).or_else(platform)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
