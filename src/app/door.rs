//! The way into a locked store: its folder, and the screen that asks for the passphrase.
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Widget};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use crate::app::App;
use crate::store::clock::Clock;
use crate::store::open::Folder;
use crate::store::{Result, Store};
use crate::text::{screen as t, store as words};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit};

/// Where a store lives and who opens it.
pub struct Door {
    /// The data folder.
    pub path: PathBuf,
    /// Who signs the steps; the vault's only user where none is named.
    pub user: Option<String>,
    /// The clock.
    pub clock: Clock,
    /// Whether a passphrase opens it.
    pub locked: bool,
}

impl Door {
    /// Whether a passphrase opens the store.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.locked
    }

    /// Opens the store.
    ///
    /// # Errors
    /// If the passphrase is wrong, or the store cannot be opened.
    pub fn open(&self, passphrase: &str) -> Result<Store> {
        let folder = Folder::open(&self.path)?;
        let only = folder.vault.only_user().map(str::to_owned);
        let user = self.user.clone().or(only).ok_or_else(|| words::NO_USER.with([""]))?;
        let keys = folder.vault.unlock(&user, passphrase)?;
        Store::open(folder, &keys, &user, self.clock)
    }
}

/// What is typed to open the store.
#[derive(Default)]
pub struct Locked {
    typed: Editor,
    refused: Option<String>,
}

impl Locked {
    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.typed.insert(text.trim_end_matches(['\n', '\r']));
    }
}

impl App {
    pub(super) fn press_locked(&mut self, key: Key) {
        if self.press_overlay(key) {
            return;
        }
        match key {
            Key::Ctrl('q') => self.quit = true,
            Key::F(12) | Key::Ctrl('r') => self.open_hotline(),
            Key::Enter => {
                let passphrase = Zeroizing::new(self.locked.typed.text());
                self.locked.typed = Editor::default();
                match self.door.as_ref().map(|door| door.open(&passphrase)) {
                    Some(Ok(store)) => {
                        self.locked.refused = None;
                        self.enter(store);
                    }
                    Some(Err(error)) => self.locked.refused = Some(error.say(self.settings.lang)),
                    None => self.quit = true,
                }
            }
            _ => {
                self.locked.typed.press(key);
            }
        }
    }

    pub(super) fn draw_locked(&self, buf: &mut Buffer, area: Rect) -> Option<Position> {
        let (theme, lang) = (self.settings.theme, self.settings.lang);
        let wide = area.width.min(60);
        let high = area.height.min(9);
        let outer = Rect::new(area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2, wide, high);
        let title = format!(" {} · {} ", t::APP.say(lang), t::UNLOCK.say(lang));
        let block = Block::bordered().title(title).style(theme.text());
        let inner = block.inner(outer);
        block.render(outer, buf);
        if inner.height < 5 || inner.width < 20 {
            return None;
        }
        let cells = usize::from(inner.width - 2);
        let (x, y) = (inner.x + 1, inner.y + 1);
        buf.set_stringn(x, y, cut(t::PASSPHRASE.say(lang), cells), cells, theme.label());
        let dots = self.locked.typed.text().graphemes(true).count().min(cells - 1);
        buf.set_stringn(x, y + 1, fit(&"•".repeat(dots), cells), cells, theme.cursor());
        if let Some(refused) = &self.locked.refused {
            buf.set_stringn(x, y + 2, cut(&format!("! {refused}"), cells), cells, theme.bad());
        }
        buf.set_stringn(x, y + 4, cut(t::UNLOCK_KEYS.say(lang), cells), cells, theme.quiet());
        let cursor = Position::new(x + u16::try_from(dots).unwrap_or(0), y + 1);
        Some(self.draw_overlay(buf, area).unwrap_or(cursor))
    }
}
