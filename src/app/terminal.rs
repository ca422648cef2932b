//! The real terminal: raw mode, keys and signals as they come, all of them before the next frame, whole again at the
//! end.
use std::io;
use std::panic;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

use crate::app::App;
use crate::app::painter::Painter;
use crate::ui::burst;
use crate::ui::key::Input;

/// Whether the terminal marks what is pasted. The Windows console does not: there, keys that come in one go are looked
/// at instead.
const MARKS_PASTES: bool = cfg!(not(windows));

/// How long the rest of a paste that comes as keys is waited for.
const REST: Duration = Duration::from_millis(20);

/// How long is waited for what is there already: asked with no time at all, crossterm does not look.
const AT_ONCE: Duration = Duration::from_micros(50);

/// What the program waits for.
enum Told {
    /// What came in one go.
    Inputs(Vec<Input>),
    /// The program shall end: a signal, or the keyboard is gone.
    End(io::Result<()>),
}

/// Runs the program on the terminal until it quits or is told to end.
///
/// # Errors
/// If the terminal cannot be read or written.
pub fn run(app: &mut App) -> io::Result<()> {
    let (tell, told) = mpsc::channel();
    #[cfg(unix)]
    watch_signals(tell.clone())?;
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // A broken workbook may panic its reader, which is dealt with there.
        if thread::current().name() != Some(crate::exchange::book::READER) {
            let _ = leave();
        }
        before(info);
    }));
    enter()?;
    // A thread of its own: a terminal that hangs up keeps its reader busy for ever, and the program must end all the
    // same.
    thread::Builder::new().name("keys".to_owned()).spawn(move || listen(&tell))?;
    let done = turn(app, &told);
    app.close();
    let left = leave();
    // Back to the hook that was there before ours.
    let _ = panic::take_hook();
    match done? {
        // A terminal that hung up cannot be made whole.
        Ended::Told => Ok(()),
        Ended::Quit => left,
    }
}

/// Why the program ended.
enum Ended {
    Quit,
    Told,
}

fn turn(app: &mut App, told: &Receiver<Told>) -> io::Result<Ended> {
    let mut painter = Painter::default();
    while !app.is_done() {
        painter.paint(app)?;
        if let Some(text) = app.clipboard() {
            execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
        }
        let mut next = told.try_recv().ok();
        if next.is_none() {
            // What can wait is done when no key waits.
            if app.settle() || app.working() {
                continue;
            }
            next = told.recv().ok();
        }
        while let Some(it) = next {
            match it {
                Told::End(why) => return why.map(|()| Ended::Told),
                Told::Inputs(inputs) => inputs.into_iter().for_each(|input| app.input(input)),
            }
            next = told.try_recv().ok();
        }
    }
    Ok(Ended::Quit)
}

/// Reads the keyboard for ever; what comes in one go is told in one go.
fn listen(tell: &Sender<Told>) {
    loop {
        let told = match read() {
            Ok(inputs) if inputs.is_empty() => continue,
            Ok(inputs) if MARKS_PASTES => Told::Inputs(inputs),
            Ok(inputs) => Told::Inputs(burst::gather(inputs)),
            Err(error) => Told::End(Err(error)),
        };
        let last = matches!(told, Told::End(_));
        if tell.send(told).is_err() || last {
            return;
        }
    }
}

fn read() -> io::Result<Vec<Input>> {
    let mut inputs: Vec<Input> = Input::read(event::read()?).into_iter().collect();
    loop {
        let rest = if !MARKS_PASTES && burst::begins(&inputs) { REST } else { AT_ONCE };
        if !event::poll(rest)? {
            return Ok(inputs);
        }
        inputs.extend(Input::read(event::read()?));
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)
}

fn leave() -> io::Result<()> {
    let shown = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    disable_raw_mode().and(shown)
}

/// A thread that waits for the signals that end the program.
#[cfg(unix)]
fn watch_signals(tell: Sender<Told>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP])?;
    thread::spawn(move || {
        for _ in &mut signals {
            if tell.send(Told::End(Ok(()))).is_err() {
                return;
            }
        }
    });
    Ok(())
}
