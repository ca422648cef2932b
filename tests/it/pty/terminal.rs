//! The program in a pseudo-terminal: bytes in, the parsed screen out, each wait with a deadline.
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

use crate::harness::TODAY;

/// How long a wait may last: the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(20);

/// What the terminal has been sent so far.
struct Seen {
    parser: Parser,
    raw: Vec<u8>,
    /// Whether nobody looks any more.
    closed: bool,
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;

/// A terminal with a program in it.
pub struct Terminal {
    seen: Shared,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Option<Box<dyn Write + Send>>,
    master: Option<Box<dyn MasterPty + Send>>,
}

impl Terminal {
    /// The program on a data folder, 120×30, on the day of all tests.
    pub fn over(data: &Path) -> Self {
        let data = data.display().to_string();
        Self::with(&["--data", &data, "--today", TODAY], &[])
    }

    /// The program with arguments and variables of its environment.
    pub fn with(args: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::of(Path::new(env!("CARGO_BIN_EXE_vitreem")), args, variables)
    }

    /// Any program.
    pub fn of(program: &Path, args: &[&str], variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(cells(120, 30)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        command.env_remove("VITREEM_PASSPHRASE_FILE");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = Parser::new(number(30), number(120), 0);
        let seen: Shared = Arc::new((Mutex::new(Seen { parser, raw: Vec::new(), closed: false }), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let told = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 1 << 14];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 {
                    return;
                }
                let mut seen = told.0.lock().unwrap();
                seen.parser.process(&bytes[..count]);
                seen.raw.extend_from_slice(&bytes[..count]);
                if seen.closed {
                    return;
                }
                told.1.notify_all();
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { seen, child, keyboard: Some(keyboard), master: Some(pair.master) }
    }

    /// Sends bytes in one write.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(bytes.as_ref()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    /// Sends bytes in one write and waits until something comes back for them.
    pub fn send_and_see(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let before = self.count();
        self.send(bytes);
        self.wait("an answer", |seen| seen.raw.len() > before);
        self
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("{text:?}"), |seen| screen(seen).contains(text));
        self
    }

    /// Waits until the screen does not show a text.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("no {text:?}"), |seen| !screen(seen).contains(text));
        self
    }

    /// The screen as it is now.
    pub fn screen(&self) -> String {
        screen(&self.seen.0.lock().unwrap())
    }

    /// Every byte sent to the terminal so far.
    pub fn raw(&self) -> String {
        self.since(0)
    }

    /// Every byte sent to the terminal after a number of them.
    pub fn since(&self, count: usize) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().raw[count..]).into_owned()
    }

    /// How many bytes were sent to the terminal so far.
    pub fn count(&self) -> usize {
        self.seen.0.lock().unwrap().raw.len()
    }

    /// Waits until nothing is sent to the terminal for a while.
    pub fn settles(&mut self) -> &mut Self {
        let mut count = self.count();
        let deadline = Instant::now() + DEADLINE;
        loop {
            thread::sleep(Duration::from_millis(300));
            if std::mem::replace(&mut count, self.count()) == self.count() {
                return self;
            }
            assert!(Instant::now() < deadline, "the screen never rests:\n{}", self.screen());
        }
    }

    /// Makes the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(number(rows), number(columns));
        self.master.as_ref().unwrap().resize(cells(columns, rows)).unwrap();
        self
    }

    /// The number of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let sent = std::process::Command::new("kill").args([name, &self.process().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Closes the terminal as a window is closed, the program still in it.
    pub fn hang_up(&mut self) {
        self.seen.0.lock().unwrap().closed = true;
        // The keyboard says goodbye with a line end; the frame that follows wakes the reader, which closes its side.
        self.keyboard = None;
        self.master = None;
    }

    /// Waits until the program ended; its exit code.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        let deadline = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "the program does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the terminal is as it was before the program: other screen left, cursor shown, no marked pastes.
    #[track_caller]
    pub fn is_whole(&mut self) -> &mut Self {
        self.wait("a whole terminal", |seen| {
            let screen = seen.parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        for begun in ["\u{1b}[?1049h", "\u{1b}[?25l", "\u{1b}[?2004h"] {
            assert!(self.raw().contains(begun), "{begun:?} was never sent");
        }
        self
    }

    #[track_caller]
    fn wait(&self, what: &str, done: impl Fn(&Seen) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().unwrap();
        // What is seen in the midst of a frame is neither the old screen nor the new one.
        while !is_whole_frame(&seen.raw) || !done(&seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let shown = screen(&seen);
                drop(seen);
                panic!("{what} never came:\n{shown}");
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether every frame that began has come to its end.
fn is_whole_frame(raw: &[u8]) -> bool {
    let last = |mark: &[u8]| raw.windows(mark.len()).rposition(|bytes| bytes == mark);
    last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
}

fn screen(seen: &Seen) -> String {
    seen.parser.screen().contents()
}

fn number(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap()
}

fn cells(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}
