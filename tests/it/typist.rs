//! Somebody at the keyboard: keys in, screen out, over a store in memory with a fixed day.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use vitreem::acts::setup;
use vitreem::app::App;
use vitreem::screens::screen::Settings;
use vitreem::store::Store;
use vitreem::text::Text;
use vitreem::ui::key::{Input, Key};

use crate::harness;

/// The program with somebody at its keyboard.
pub struct Typist {
    pub app: App,
    pub size: (u16, u16),
}

impl Typist {
    /// Over a store that was just set up.
    pub fn new() -> Self {
        let mut store = harness::store();
        setup::run(&mut store).unwrap();
        Self::over(store)
    }

    /// Over a store.
    pub fn over(store: Store) -> Self {
        Self { app: App::new(Some(store), None, Settings::default()), size: (100, 30) }
    }

    /// Goes to the tab of a name.
    pub fn open(&mut self, name: Text) -> &mut Self {
        self.app.open_tab(name);
        self.screen();
        self
    }

    /// Chooses what is to be written by its name, then its form, as "PDF".
    ///
    /// # Panics
    /// If either is not offered.
    pub fn chooses(&mut self, name: &str, form: &str) -> &mut Self {
        let shown = |it: &mut Self, parts: &[&str]| {
            it.screen().lines().any(|line| parts.iter().all(|part| line.contains(part)))
        };
        let (marked, chosen) = (format!("▌ {name}"), format!("[{form}]"));
        let _ = (0..60).any(|_| shown(self, &[&marked]) || self.keys("<↓>").screen().is_empty());
        let _ = (0..10).any(|_| shown(self, &[&marked, &chosen]) || self.keys("<→>").screen().is_empty());
        assert!(shown(self, &[&marked, &chosen]), "{name} as {form}: {}", self.screen());
        self
    }

    /// Types a path over the one that is suggested for what is written.
    pub fn at_path(&mut self, path: &std::path::Path) -> &mut Self {
        self.keys("<Tab>").keys(&"<Backspace>".repeat(200)).keys(&path.display().to_string())
    }

    /// Types: letters as they are, keys in angles (`<Ins>`, `<Ctrl+S>`). The screen is drawn after each key, and
    /// what can wait is done, as in the real loop.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let named = named.and_then(|(name, tail)| Key::of_name(name).map(|key| (key, tail)));
            let (key, tail) = named.unwrap_or_else(|| (Key::Char(letter), rest.split_at(letter.len_utf8()).1));
            self.app.input(Input::Key(key));
            self.screen();
            while self.app.settle() {
                self.screen();
            }
            rest = tail;
        }
        self
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.app.input(Input::Paste(text.to_owned()));
        self.screen();
        self
    }

    /// The screen as text, and where the cursor stands.
    pub fn frame(&mut self) -> (String, Option<Position>) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let cursor = self.app.draw(&mut buffer, area);
        let lines = (0..area.height).map(|y| {
            let mut line = String::new();
            let mut x = 0;
            while x < area.width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).unwrap();
            }
            line.trim_end().to_owned()
        });
        (lines.collect::<Vec<_>>().join("\n"), cursor)
    }

    /// The screen as text.
    pub fn screen(&mut self) -> String {
        self.frame().0
    }

    /// The screen shows a text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
        self
    }

    /// The screen does not show a text.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
        self
    }

    /// How the first cell looks: another theme looks otherwise.
    pub fn theme(&mut self) -> String {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        self.app.draw(&mut buffer, area);
        format!("{:?} {:?}", buffer[(0, 0)].style(), buffer[(20, 5)].style())
    }

    /// The data.
    pub fn store(&self) -> &Store {
        self.app.store().unwrap()
    }
}
