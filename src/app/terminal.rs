//! The real terminal: raw mode, one write per frame, all queued events before the next, whole again at the end.
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::{SIGHUP, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::app::App;
use crate::ui::key::Input;

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Runs the program on the terminal until it quits or is told to end.
///
/// # Errors
/// If the terminal cannot be read or written.
pub fn run(app: &mut App) -> io::Result<()> {
    let ended = watch_signals()?;
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // A broken workbook may panic its reader, which is dealt with there.
        if thread::current().name() != Some(crate::exchange::book::READER) {
            let _ = leave();
            before(info);
        }
    }));
    enter()?;
    let mut screen = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout())))?;
    let done = turn(app, &mut screen, &ended);
    let left = leave();
    // Back to the hook that was there before ours.
    let _ = panic::take_hook();
    done.and(left)
}

fn turn(app: &mut App, screen: &mut Screen, ended: &AtomicBool) -> io::Result<()> {
    while !app.is_done() && !ended.load(Ordering::Relaxed) {
        frame(app, screen)?;
        if let Some(text) = app.clipboard() {
            execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
        }
        // What can wait is done when no key waits.
        if !event::poll(Duration::ZERO)? && app.settle() {
            continue;
        }
        if app.working() && !event::poll(Duration::ZERO)? {
            continue;
        }
        loop {
            if let Some(input) = Input::read(event::read()?) {
                app.input(input);
            }
            if app.is_done() || ended.load(Ordering::Relaxed) || !event::poll(Duration::ZERO)? {
                break;
            }
        }
    }
    Ok(())
}

fn frame(app: &mut App, screen: &mut Screen) -> io::Result<()> {
    crossterm::queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
    screen.draw(|frame| {
        let area = frame.area();
        if let Some(cursor) = app.draw(frame.buffer_mut(), area) {
            frame.set_cursor_position(cursor);
        }
    })?;
    crossterm::queue!(screen.backend_mut(), EndSynchronizedUpdate)?;
    screen.backend_mut().flush()
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

fn leave() -> io::Result<()> {
    let shown = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, crossterm::cursor::Show);
    disable_raw_mode().and(shown)
}

/// A thread that waits for the signals that end the program, and wakes the blocked read by a change of size.
fn watch_signals() -> io::Result<Arc<AtomicBool>> {
    let ended = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&ended);
    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    thread::spawn(move || {
        for _ in &mut signals {
            flag.store(true, Ordering::Relaxed);
            // The read is retried on an interrupt alone, so that a flag would not be seen.
            let _ = signal_hook::low_level::raise(SIGWINCH);
        }
    });
    Ok(ended)
}
