//! The program at a terminal of 120×40 that nobody sees: the frames are made and compared, and their bytes counted.
use std::io;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};
use vitreem::app::App;
use vitreem::screens::screen::Settings;
use vitreem::store::Store;
use vitreem::text::Text;
use vitreem::ui::key::{Input, Key};

/// The window of all benchmarks.
pub const WINDOW: Rect = Rect { x: 0, y: 0, width: 120, height: 40 };

/// A terminal that forgets what is written to it.
pub type Sink = Terminal<CrosstermBackend<io::Sink>>;

/// A terminal that forgets what is written to it.
pub fn sink() -> Sink {
    let options = TerminalOptions { viewport: Viewport::Fixed(WINDOW) };
    Terminal::with_options(CrosstermBackend::new(io::sink()), options).unwrap()
}

/// The program at its terminal.
pub struct Screen {
    app: App,
    terminal: Sink,
}

impl Screen {
    /// The program over a store, with its first frame drawn.
    pub fn start(store: Store) -> Self {
        let mut screen = Self { app: App::new(Some(store), None, Settings::default()), terminal: sink() };
        screen.frame();
        screen
    }

    /// The tab of a name, drawn, and with nothing left that could wait.
    pub fn open(store: Store, tab: Text) -> Self {
        let mut screen = Self { app: App::new(Some(store), None, Settings::default()), terminal: sink() };
        screen.app.open_tab(tab);
        screen.frame();
        screen.rest();
        screen
    }

    /// Presses a key and draws.
    pub fn key(&mut self, key: Key) {
        self.app.input(Input::Key(key));
        self.frame();
    }

    /// Types letters, each with its frame.
    pub fn letters(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(Key::Char(letter));
        }
    }

    /// Does what waits until no key does.
    pub fn rest(&mut self) {
        while self.app.settle() {
            self.frame();
        }
    }

    fn frame(&mut self) {
        let app = &mut self.app;
        self.terminal
            .draw(|frame| {
                let area = frame.area();
                let cursor: Option<Position> = app.draw(frame.buffer_mut(), area);
                if let Some(cursor) = cursor {
                    frame.set_cursor_position(cursor);
                }
            })
            .unwrap();
    }
}

/// Runs a task many times, each time after something that is not measured.
pub fn measure<S>(
    bencher: divan::Bencher<'_, '_>,
    mut state: S,
    mut before: impl FnMut(&mut S),
    mut task: impl FnMut(&mut S),
) {
    let state = std::cell::RefCell::new(&mut state);
    bencher.with_inputs(|| before(&mut state.borrow_mut())).bench_local_values(|()| task(&mut state.borrow_mut()));
}
