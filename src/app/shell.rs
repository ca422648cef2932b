//! The shell's own commands: screens, undo, help, mask, language, lock, quit. One table, like every screen's.
use crate::app::{App, Door, Overlay};
use crate::domain::act;
use crate::screens::screen::Notice;
use crate::screens::tabs::{self, TABS};
use crate::store::journal::Line;
use crate::text::{Lang, Text, screen as t};
use crate::ui::key::Key;
use crate::ui::telex::Telex;
use crate::ui::theme::Theme;

/// A command of the shell.
pub struct ShellCommand {
    /// Its keys.
    pub keys: &'static [Key],
    /// Its name.
    pub name: Text,
    /// Does it.
    pub run: fn(&mut App),
}

/// The shell's commands.
pub const SHELL: &[ShellCommand] = &[
    ShellCommand { keys: &[Key::Ctrl('k'), Key::F(6)], name: t::PALETTE, run: App::open_palette },
    ShellCommand { keys: &[Key::F(1), Key::Ctrl('t')], name: t::HELP, run: App::open_help },
    ShellCommand { keys: &[Key::Ctrl('q')], name: t::QUIT, run: App::leave },
    ShellCommand { keys: &[Key::Ctrl('z')], name: t::UNDO, run: App::undo },
    ShellCommand { keys: &[Key::Ctrl('y')], name: t::REDO, run: App::redo },
    ShellCommand { keys: &[Key::Ctrl('g'), Key::F(3)], name: t::GO_TO, run: App::open_go_to },
    ShellCommand { keys: &[Key::F(9), Key::Ctrl('b')], name: t::MASK, run: App::toggle_mask },
    ShellCommand { keys: &[Key::F(12), Key::Ctrl('r')], name: t::HOTLINE, run: App::open_hotline },
    ShellCommand { keys: &[Key::Ctrl('l')], name: t::LOCK, run: App::lock },
    ShellCommand { keys: &[Key::CtrlRight], name: t::NEXT_TAB, run: |app| app.turn_tab(1) },
    ShellCommand { keys: &[Key::CtrlLeft], name: t::LAST_TAB, run: |app| app.turn_tab(TABS.len() - 1) },
    ShellCommand { keys: &[Key::Tab], name: t::NEXT_SUB, run: |app| app.turn_sub(true) },
    ShellCommand { keys: &[Key::BackTab], name: t::LAST_SUB, run: |app| app.turn_sub(false) },
    ShellCommand { keys: &[], name: t::RESEAL, run: App::reseal },
    ShellCommand { keys: &[], name: t::THEME, run: App::next_theme },
    ShellCommand { keys: &[], name: t::LANGUAGE, run: App::next_language },
    ShellCommand { keys: &[], name: t::TELEX, run: App::toggle_telex },
];

impl App {
    /// Runs the shell's command of a key that the screen has no use for.
    pub(super) fn press_shell(&mut self, key: Key, typing: bool) {
        match key {
            Key::Char(digit) if !typing && digit.is_ascii_digit() => {
                let tab = digit.to_digit(10).and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1));
                if let Some(tab) = tab.filter(|tab| *tab < TABS.len()) {
                    let sub = self.subs.get(tab).copied().unwrap_or(0);
                    self.show((tab, sub));
                }
            }
            Key::Char('?') if !typing => self.open_help(),
            Key::Ctrl('v') => self.notice = Notice::Good(t::PASTE_KEY.say(self.settings.lang).to_owned()),
            _ => {
                if let Some(command) = SHELL.iter().find(|command| command.keys.contains(&key)) {
                    (command.run)(self);
                }
            }
        }
    }

    fn undo(&mut self) {
        let Some(store) = &mut self.store else { return };
        match store.undo() {
            Ok(line) => self.notice = Notice::Good(self.replayed(&line, t::UNDONE, t::UNDONE_AT)),
            Err(error) => self.said(&error),
        }
    }

    fn redo(&mut self) {
        let Some(store) = &mut self.store else { return };
        match store.redo() {
            Ok(line) => self.notice = Notice::Good(self.replayed(&line, t::REDONE, t::REDONE_AT)),
            Err(error) => self.said(&error),
        }
    }

    /// What was undone or redone, and where it is if that is not the tab that is seen.
    fn replayed(&self, line: &Line, here: Text, elsewhere: Text) -> String {
        let (words, lang) = (self.words(line), self.settings.lang);
        match tabs::place(&line.kind, lang)
            .filter(|(at, _)| *at != (self.tab, self.subs.get(self.tab).copied().unwrap_or(0)))
        {
            Some((_, place)) => elsewhere.with([place, words]).say(lang),
            None => here.with([words]).say(lang),
        }
    }

    fn words(&self, line: &Line) -> String {
        act::words(&line.act, &line.kind, &line.object, self.settings.lang)
    }

    fn toggle_mask(&mut self) {
        self.settings.mask = !self.settings.mask;
        let text = if self.settings.mask { t::MASK_ON } else { t::MASK_OFF };
        self.notice = Notice::Good(text.say(self.settings.lang).to_owned());
        self.keep_settings();
    }

    fn next_theme(&mut self) {
        self.settings.theme = self.settings.theme.next();
        self.asked.1 = None;
        self.keep_settings();
    }

    fn next_language(&mut self) {
        self.settings.lang = match self.settings.lang {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        };
        self.asked.0 = None;
        self.keep_settings();
    }

    fn toggle_telex(&mut self) {
        self.telex = if self.telex.is_some() { None } else { Some(Telex::default()) };
        let text = if self.telex.is_some() { t::TELEX_ON } else { t::TELEX_OFF };
        self.notice = Notice::Good(text.say(self.settings.lang).to_owned());
        self.keep_settings();
    }

    fn keep_settings(&mut self) {
        let lang = if self.settings.lang == Lang::En { "en" } else { "vi" };
        let mask = if self.settings.mask { "mask" } else { "open" };
        let keys = if self.telex.is_some() { "telex" } else { "plain" };
        let text = format!("{lang} {} {mask} {keys}", self.settings.theme.name());
        if let Some(store) = &self.store
            && let Err(error) = store.remember("settings", &text)
        {
            self.said(&error);
        }
    }

    fn turn_tab(&mut self, by: usize) {
        let tab = (self.tab + by) % TABS.len();
        let sub = self.subs.get(tab).copied().unwrap_or(0);
        self.show((tab, sub));
    }

    fn turn_sub(&mut self, on: bool) {
        let (tab, sub) = self.place();
        let count = TABS.get(tab).map_or(1, |it| it.subs.len());
        let next = if on { sub + 1 } else { sub + count - 1 };
        self.show((tab, next % count));
    }

    /// Seals the sealed records again, and closes what shows them; a form's draft is kept as ciphertext.
    fn reseal(&mut self) {
        self.settle();
        if let Some(place) = tabs::of_table("referral")
            && let Some(stack) = self.stacks.get_mut(&place)
        {
            stack.truncate(1);
        }
        if let Some(store) = &mut self.store {
            store.reseal();
        }
        self.notice = Notice::Good(t::RESEALED.say(self.settings.lang).to_owned());
    }

    fn lock(&mut self) {
        if self.door.as_ref().is_some_and(Door::is_locked) {
            // The keys are wiped and the file is closed with the store; drafts are kept in it.
            self.close();
            self.stacks.clear();
            self.overlay = Overlay::None;
            self.store = None;
        } else {
            self.reseal();
            self.notice = Notice::Bad(t::NOT_ENCRYPTED.say(self.settings.lang).to_owned());
        }
    }

    /// Reads the settings as they are kept: language, theme, mask, Telex.
    pub(super) fn read_settings(&mut self, text: &str) {
        let settings = &mut self.settings;
        for word in text.split(' ') {
            match word {
                "vi" => settings.lang = Lang::Vi,
                "en" => settings.lang = Lang::En,
                "mask" => settings.mask = true,
                "open" => settings.mask = false,
                "telex" => self.telex = Some(Telex::default()),
                "plain" => self.telex = None,
                name => settings.theme = Theme::of_name(name).unwrap_or(settings.theme),
            }
        }
    }
}
