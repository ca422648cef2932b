//! The shell: the loop, the frame, tabs, overlays, undo, lock. Knows no record.
mod door;
mod frame;
mod keys;
mod overlay;
mod shell;
mod start;
mod terminal;

use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::screens::screen::{Cx, Flow, Notice, Screen, Settings};
use crate::screens::tabs::{self, TABS};
use crate::store::{Result, Store};
use crate::text::{Lang, Text, screen as t};
use crate::ui::key::{Input, Key};

pub use door::{Door, Locked};
pub use keys::table as key_table;
pub use overlay::Overlay;
pub use start::start;
pub use terminal::run;

/// The program between two keys.
pub struct App {
    /// The data; none while it is locked.
    store: Option<Store>,
    /// Where the data lives and how it is opened again; none for what lives in memory.
    door: Option<Door>,
    locked: Locked,
    settings: Settings,
    notice: Notice,
    clipboard: Option<String>,
    tab: usize,
    subs: Vec<usize>,
    stacks: HashMap<(usize, usize), Vec<Box<dyn Screen>>>,
    overlay: Overlay,
    quit: bool,
    quit_warned: bool,
}

impl App {
    /// The program over an open store.
    #[must_use]
    pub fn new(store: Option<Store>, door: Option<Door>, settings: Settings) -> Self {
        let mut app = Self {
            store: None,
            door,
            locked: Locked::default(),
            settings,
            notice: Notice::Nothing,
            clipboard: None,
            tab: 0,
            subs: vec![0; TABS.len()],
            stacks: HashMap::new(),
            overlay: Overlay::None,
            quit: false,
            quit_warned: false,
        };
        if let Some(store) = store {
            app.enter(store);
        }
        app
    }

    /// Whether it was told to quit.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.quit
    }

    /// The open store.
    #[must_use]
    pub const fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// Speaks a language that was asked for, whatever was kept.
    pub const fn speak(&mut self, lang: Lang) {
        self.settings.lang = lang;
    }

    /// Ends the program without a word, as a crash does; its store.
    #[must_use]
    pub fn into_store(self) -> Option<Store> {
        self.store
    }

    /// The text that shall go to the terminal's clipboard, once.
    pub fn clipboard(&mut self) -> Option<String> {
        self.clipboard.take()
    }

    /// Opens the tab of a name.
    pub fn open_tab(&mut self, name: Text) {
        if let Some(place) = tabs::of_name(name) {
            self.show(place);
        }
    }

    /// Takes what the terminal sent.
    pub fn input(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) => self.paste(&text),
            Input::Resize => {}
        }
    }

    /// Takes a key: the overlay first, then the screen on top, then the shell.
    pub fn press(&mut self, key: Key) {
        if self.working() && !matches!(key, Key::Esc | Key::Ctrl('q')) {
            return;
        }
        if key != Key::Ctrl('q') {
            self.quit_warned = false;
        }
        self.notice = Notice::Nothing;
        if self.store.is_none() {
            self.press_locked(key);
            return;
        }
        if self.press_overlay(key) {
            return;
        }
        let typing = self.top_typing();
        let flow = self.with_top(|top, cx| top.press(cx, key));
        match flow {
            Some(Ok(Flow::Pass)) => self.press_shell(key, typing),
            Some(Ok(flow)) => self.follow(flow),
            Some(Err(error)) => self.notice = Notice::Bad(error.say(self.settings.lang)),
            None => {}
        }
    }

    fn paste(&mut self, text: &str) {
        if self.store.is_none() {
            self.locked.paste(text);
            return;
        }
        if self.paste_overlay(text) {
            return;
        }
        match self.with_top(|top, cx| top.paste(cx, text)) {
            Some(Ok(flow)) => self.follow(flow),
            Some(Err(error)) => self.notice = Notice::Bad(error.say(self.settings.lang)),
            None => {}
        }
    }

    /// Draws a frame; returns where the cursor stands.
    pub fn draw(&mut self, buf: &mut Buffer, area: Rect) -> Option<Position> {
        frame::draw(self, buf, area)
    }

    /// Does what can wait until the frame is drawn; `true` if another frame is wanted.
    pub fn settle(&mut self) -> bool {
        match self.with_top(|top, cx| top.settle(cx)) {
            Some(Ok(again)) => again,
            Some(Err(error)) => {
                self.notice = Notice::Bad(error.say(self.settings.lang));
                true
            }
            None => false,
        }
    }

    /// Whether the screen on top does a long work piece by piece.
    #[must_use]
    pub fn working(&self) -> bool {
        self.stacks.get(&self.place()).and_then(|stack| stack.last()).is_some_and(|top| top.working())
    }

    fn enter(&mut self, store: Store) {
        if let Ok(Some(text)) = store.recall("settings") {
            shell::read_settings(&mut self.settings, &text);
        }
        if let Ok(Some(text)) = store.recall("tab") {
            let mut parts = text.split(' ').map(|part| part.parse::<usize>().unwrap_or(0));
            let (tab, sub) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
            if TABS.get(tab).is_some_and(|it| sub < it.subs.len()) {
                self.tab = tab;
                if let Some(slot) = self.subs.get_mut(tab) {
                    *slot = sub;
                }
            }
        }
        self.store = Some(store);
    }

    fn place(&self) -> (usize, usize) {
        (self.tab, self.subs.get(self.tab).copied().unwrap_or(0))
    }

    /// Runs something with the screen on top, which is made if its tab was never opened.
    fn with_top<T>(&mut self, run: impl FnOnce(&mut dyn Screen, &mut Cx) -> T) -> Option<T> {
        let place = self.place();
        let store = self.store.as_mut()?;
        let mut cx =
            Cx { store, settings: &mut self.settings, notice: &mut self.notice, clipboard: &mut self.clipboard };
        let stack = self.stacks.entry(place).or_default();
        if stack.is_empty() {
            let make = TABS.get(place.0)?.subs.get(place.1)?.make;
            stack.push(make(&mut cx));
        }
        stack.last_mut().map(|top| run(top.as_mut(), &mut cx))
    }

    fn top_typing(&self) -> bool {
        self.stacks.get(&self.place()).and_then(|stack| stack.last()).is_some_and(|top| top.typing())
    }

    /// Does what a screen answered.
    fn follow(&mut self, flow: Flow) {
        let place = self.place();
        match flow {
            Flow::Stay | Flow::Pass => {}
            Flow::Open(screen) => self.stacks.entry(place).or_default().push(screen),
            Flow::Replace(screen) => {
                let stack = self.stacks.entry(place).or_default();
                stack.pop();
                stack.push(screen);
            }
            Flow::Back => {
                self.pop();
            }
            Flow::Saved(row) => {
                self.pop();
                if let Some(Err(error)) = self.with_top(|top, cx| top.go(cx, row)) {
                    self.notice = Notice::Bad(error.say(self.settings.lang));
                }
            }
            Flow::Go(table, row) => self.go(table, row),
            Flow::Tab(name) => self.open_tab(name),
        }
    }

    fn pop(&mut self) {
        let place = self.place();
        if let Some(stack) = self.stacks.get_mut(&place)
            && stack.len() > 1
        {
            stack.pop();
        }
    }

    fn go(&mut self, table: &str, row: i64) {
        let Some(place) = tabs::of_table(table) else { return };
        self.show(place);
        // A form that is being filled in stays where it is; the list below it would not be seen.
        let unsaved = self.stacks.get(&place).is_some_and(|stack| stack.iter().any(|screen| screen.unsaved()));
        if !unsaved && let Some(stack) = self.stacks.get_mut(&place) {
            stack.truncate(1);
        }
        let gone = self.with_top(|top, cx| top.go(cx, row));
        if let Some(Err(error)) = gone {
            self.notice = Notice::Bad(error.say(self.settings.lang));
        }
    }

    fn show(&mut self, (tab, sub): (usize, usize)) {
        self.tab = tab;
        if let Some(slot) = self.subs.get_mut(tab) {
            *slot = sub;
        }
        self.overlay = Overlay::None;
        if let Some(store) = &self.store {
            // Where one was is a convenience: if it cannot be kept, work goes on.
            let _ = store.remember("tab", &format!("{tab} {sub}"));
        }
    }

    fn refresh(&mut self, area: Rect) -> Result<()> {
        self.with_top(|top, cx| top.refresh(cx, area)).unwrap_or(Ok(()))
    }

    fn said(&mut self, error: &crate::store::Error) {
        self.notice = Notice::Bad(error.say(self.settings.lang));
    }

    fn unsaved(&self) -> bool {
        self.stacks.values().flatten().any(|screen| screen.unsaved())
    }

    /// Quits, after a warning if something typed is not saved; the draft is kept either way.
    fn leave(&mut self) {
        if self.unsaved() && !self.quit_warned {
            self.quit_warned = true;
            self.notice = Notice::Bad(t::UNSAVED_QUIT.say(self.settings.lang).to_owned());
            return;
        }
        self.quit = true;
    }
}
