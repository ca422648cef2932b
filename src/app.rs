//! The shell: the loop, the frame, tabs, overlays, undo, lock. Knows no record.
mod door;
mod frame;
mod keys;
mod overlay;
mod painter;
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
use crate::ui::telex::Telex;
use crate::ui::theme::Theme;

pub use door::{Door, Locked};
pub use keys::table as key_table;
pub use overlay::{Overlay, Pick};
pub use start::start;
pub use terminal::run;

/// The program between two keys.
pub struct App {
    /// The data; none while it is locked.
    store: Option<Store>,
    /// Where the data lives and how it is opened again; none for what lives in memory.
    door: Option<Door>,
    locked: Locked,
    /// Whether the data is a sample that goes when the program quits.
    sample: bool,
    settings: Settings,
    /// The language and the colours that were asked for at the start, whatever was kept.
    asked: (Option<Lang>, Option<Theme>),
    /// Composes what is typed, where no input method does.
    telex: Option<Telex>,
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
            sample: false,
            settings,
            asked: (None, None),
            telex: None,
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

    /// Says on every screen that the data is a sample that goes when the program quits.
    pub fn throw_away(&mut self) {
        self.sample = true;
        self.notice = Notice::Good(t::SAMPLE_GOES.say(self.settings.lang).to_owned());
    }

    /// Speaks a language that was asked for, whatever was kept.
    pub const fn speak(&mut self, lang: Lang) {
        self.asked.0 = Some(lang);
        self.settings.lang = lang;
    }

    /// Shows itself in colours that were asked for, whatever was kept.
    pub const fn dress(&mut self, theme: Theme) {
        self.asked.1 = Some(theme);
        self.settings.theme = theme;
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

    /// Takes a key as it is typed: where Telex is on, letters are composed first. A passphrase is typed as it is.
    pub fn press(&mut self, key: Key) {
        let keys = match &mut self.telex {
            Some(telex) if self.store.is_some() => telex.press(key),
            _ => vec![key],
        };
        for key in keys {
            self.press_plain(key);
        }
    }

    /// Takes a key: the overlay first, then the screen on top, then the shell. Only quitting works everywhere.
    fn press_plain(&mut self, key: Key) {
        if self.working() && !matches!(key, Key::Esc | Key::Ctrl('q')) {
            return;
        }
        self.notice = Notice::Nothing;
        if key == Key::Ctrl('q') {
            self.overlay = Overlay::None;
            self.leave();
            return;
        }
        self.quit_warned = false;
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
        if self.working() {
            return;
        }
        if let Some(telex) = &mut self.telex {
            telex.rest();
        }
        self.notice = Notice::Nothing;
        self.quit_warned = false;
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

    /// Keeps what is typed and not saved, before the data is closed.
    pub fn close(&mut self) {
        let Some(store) = &mut self.store else { return };
        let mut cx =
            Cx { store, settings: &mut self.settings, notice: &mut self.notice, clipboard: &mut self.clipboard };
        for screen in self.stacks.values_mut().flatten().filter(|screen| screen.unsaved()) {
            // What cannot be kept now is lost either way; the rest is kept.
            let _ = screen.settle(&mut cx);
        }
        if !self.working() {
            self.settle();
        }
    }

    /// Whether the screen on top does a long work piece by piece.
    #[must_use]
    pub fn working(&self) -> bool {
        self.stacks.get(&self.place()).and_then(|stack| stack.last()).is_some_and(|top| top.working())
    }

    fn enter(&mut self, store: Store) {
        if let Ok(Some(text)) = store.recall("settings") {
            self.read_settings(&text);
        }
        self.settings.lang = self.asked.0.unwrap_or(self.settings.lang);
        self.settings.theme = self.asked.1.unwrap_or(self.settings.theme);
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
