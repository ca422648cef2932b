//! The way into the data: its folder, the screen that asks for the passphrase, and the one that founds a new store.
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Widget};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use crate::acts::found;
use crate::app::App;
use crate::store::clock::Clock;
use crate::store::open::Folder;
use crate::store::vault::SHORTEST;
use crate::store::{Result, Store};
use crate::text::{screen as t, store as words};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{fit, wrap};

/// Where the data lives and who opens it.
#[derive(Clone, Debug)]
pub struct Door {
    /// The data folder.
    pub path: PathBuf,
    /// Who signs the steps, if named; else the vault's only user, or who is logged in.
    pub user: Option<String>,
    /// Who is logged in.
    pub login: String,
    /// The clock.
    pub clock: Clock,
}

impl Door {
    /// Whether there is no data yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        !Folder::exists(&self.path)
    }

    /// Opens the store; the passphrase is ignored where none is needed.
    ///
    /// # Errors
    /// If the passphrase is wrong, or the store cannot be opened.
    pub fn open(&self, passphrase: &str) -> Result<Store> {
        let folder = Folder::open(&self.path)?;
        let only = folder.vault.only_user().map(str::to_owned);
        let open = (!folder.vault.is_locked()).then(|| self.login.clone());
        let user = self.user.clone().or(only).or(open).ok_or_else(|| words::NO_USER.with([""]))?;
        let keys = folder.vault.unlock(&user, passphrase)?;
        Store::open(folder, &keys, &user, self.clock)
    }

    /// Founds a new store; a blank passphrase leaves it unencrypted.
    ///
    /// # Errors
    /// If the folder holds files or cannot be written, or the passphrase is too short.
    pub fn found(&self, passphrase: &str) -> Result<Store> {
        let user = self.user.as_ref().unwrap_or(&self.login);
        found::found(&self.path, user, (!passphrase.is_empty()).then_some(passphrase), self.clock)
    }

    /// Whether a passphrase opens the data.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        Folder::is_locked(&self.path)
    }
}

/// What is typed before the data is open.
#[derive(Default)]
pub struct Locked {
    typed: Editor,
    /// The first of the two times that a new passphrase is typed.
    first: Option<Zeroizing<String>>,
    refused: Option<String>,
}

impl Locked {
    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.typed.insert_flat(text);
    }
}

impl App {
    pub(super) fn press_locked(&mut self, key: Key) {
        if self.press_overlay(key) {
            return;
        }
        match key {
            Key::F(12) | Key::Ctrl('r') => self.open_hotline(),
            Key::Enter => self.submit(),
            Key::Esc if self.locked.first.is_some() => self.locked = Locked::default(),
            _ => {
                self.locked.typed.press(key);
            }
        }
    }

    fn submit(&mut self) {
        let Some(door) = self.door.clone() else { return };
        let typed = Zeroizing::new(self.locked.typed.text());
        self.locked.typed = Editor::default();
        let opened = if door.is_new() {
            match self.locked.first.take() {
                // What is too short is said at once, not after it was typed twice.
                None if !typed.is_empty() && typed.chars().count() < SHORTEST => Err(words::WEAK_PASSPHRASE.into()),
                None => {
                    self.locked.refused = None;
                    self.locked.first = Some(typed);
                    return;
                }
                Some(first) if first != typed => Err(t::FOUND_DIFFER.into()),
                Some(_) => door.found(&typed),
            }
        } else {
            door.open(&typed)
        };
        match opened {
            Ok(store) => {
                self.locked = Locked::default();
                self.enter(store);
            }
            Err(error) => self.locked.refused = Some(error.say(self.settings.lang)),
        }
    }

    pub(super) fn draw_locked(&self, buf: &mut Buffer, area: Rect) -> Option<Position> {
        let (theme, lang) = (self.settings.theme, self.settings.lang);
        let new = self.door.as_ref().filter(|door| door.is_new());
        let wide = area.width.min(76);
        let high = area.height.min(13);
        let outer = Rect::new(area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2, wide, high);
        let name = if new.is_some() { t::FOUND } else { t::UNLOCK };
        let title = format!(" {} · {} ", t::APP.say(lang), name.say(lang));
        let block = Block::bordered().title(title).style(theme.text());
        let inner = block.inner(outer);
        block.render(outer, buf);
        let cells = usize::from(inner.width.saturating_sub(2));
        let mut lines: Vec<(String, ratatui::style::Style)> = Vec::new();
        if let Some(door) = new {
            lines.push((t::FOUND_PLACE.with([door.path.display()]).say(lang), theme.text()));
            lines.push((t::FOUND_KEEP.say(lang).to_owned(), theme.quiet()));
        }
        let label = match (&self.locked.first, new) {
            (_, None) => t::PASSPHRASE,
            (None, _) => t::FOUND_PASSPHRASE,
            (Some(first), _) if first.is_empty() => t::FOUND_AGAIN_BLANK,
            (Some(_), _) => t::FOUND_AGAIN,
        };
        lines.push((label.say(lang).to_owned(), theme.label()));
        let mut y = inner.y;
        let mut put = |y: &mut u16, text: &str, style| {
            for line in wrap(text, cells) {
                if *y < inner.bottom() {
                    buf.set_stringn(inner.x + 1, *y, fit(&line, cells), cells, style);
                }
                *y += 1;
            }
        };
        for (text, style) in &lines {
            put(&mut y, text, *style);
        }
        let field = y;
        let dots = self.locked.typed.text().graphemes(true).count().min(cells.saturating_sub(1));
        put(&mut y, &format!("{} ", "•".repeat(dots)), theme.cursor());
        if let Some(refused) = &self.locked.refused {
            put(&mut y, &format!("! {refused}"), theme.bad());
        }
        y += 1;
        put(&mut y, t::UNLOCK_KEYS.say(lang), theme.quiet());
        let cursor =
            Position::new(inner.x + 1 + u16::try_from(dots).unwrap_or(0), field.min(area.bottom().saturating_sub(1)));
        Some(self.draw_overlay(buf, area).unwrap_or(cursor))
    }
}
