//! A box that is typed into to find one of many: the palette, help, go-to, the order of a list.
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

use crate::domain::fold::fold;
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::theme::Theme;
use crate::ui::width::{cut, fit, width};

/// One of the things to find, and what stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<T> {
    /// What is shown and searched.
    pub label: String,
    /// What stands to the right: a key, a unit.
    pub aside: String,
    /// What is found.
    pub pick: T,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// Nothing is decided.
    Open,
    /// The box was left.
    Left,
    /// One was chosen.
    Pick(T),
}

/// The box.
#[derive(Clone, Debug)]
pub struct Finder<T> {
    title: String,
    items: Vec<Item<T>>,
    typed: Editor,
    hits: Vec<usize>,
    cursor: usize,
    /// Whether what is typed picks among the items; else the owner brings new ones.
    fuzzy: bool,
    /// What is said where nothing is found of what is typed.
    nothing: String,
}

impl<T: Clone> Finder<T> {
    /// A box over all its items, found without marks and with gaps.
    #[must_use]
    pub fn new(title: String, items: Vec<Item<T>>) -> Self {
        let hits = (0..items.len()).collect();
        Self { title, items, typed: Editor::default(), hits, cursor: 0, fuzzy: true, nothing: String::new() }
    }

    /// A box whose items its owner finds anew after each key.
    #[must_use]
    pub fn asking(title: String) -> Self {
        Self { fuzzy: false, ..Self::new(title, Vec::new()) }
    }

    /// The same box with what it says where nothing is found of what is typed.
    #[must_use]
    pub fn saying(mut self, nothing: &str) -> Self {
        nothing.clone_into(&mut self.nothing);
        self
    }

    /// What is typed.
    #[must_use]
    pub fn typed(&self) -> String {
        self.typed.text()
    }

    /// Brings new items.
    pub fn bring(&mut self, items: Vec<Item<T>>) {
        self.items = items;
        self.search();
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Found<T> {
        match key {
            Key::Esc => return Found::Left,
            Key::Enter => {
                let at = self.hits.get(self.cursor).and_then(|at| self.items.get(*at));
                return at.map_or(Found::Open, |item| Found::Pick(item.pick.clone()));
            }
            Key::Up => self.cursor = self.cursor.saturating_sub(1),
            Key::Down => self.cursor += 1,
            Key::PageUp => self.cursor = self.cursor.saturating_sub(10),
            Key::PageDown => self.cursor += 10,
            _ => {
                if self.typed.press(key) {
                    self.cursor = 0;
                    self.search();
                }
            }
        }
        self.cursor = self.cursor.min(self.hits.len().saturating_sub(1));
        Found::Open
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.typed.insert_flat(text);
        self.cursor = 0;
        self.search();
    }

    /// Draws the box in the middle of an area and says where the cursor stands.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: Theme) -> Position {
        let wide = area.width.saturating_sub(4).min(84);
        let high = area.height.saturating_sub(2).min(22);
        let outer = Rect::new(area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2, wide, high);
        Clear.render(outer, buf);
        let block = Block::bordered()
            .title(format!(" {} ", cut(&self.title, usize::from(wide.saturating_sub(4)))))
            .style(theme.text());
        let inner = block.inner(outer);
        block.render(outer, buf);
        if inner.width < 4 || inner.height < 2 {
            return Position::new(outer.x, outer.y);
        }
        let cells = usize::from(inner.width);
        let (line, column) = self.typed.line(cells - 2);
        buf.set_stringn(inner.x, inner.y, fit(&format!("> {line}"), cells), cells, theme.label());
        if self.hits.is_empty() && !self.typed.text().trim().is_empty() {
            buf.set_stringn(inner.x, inner.y + 1, fit(&self.nothing, cells), cells, theme.quiet());
        }
        let rows = usize::from(inner.height - 1);
        let top = (self.cursor + 1).saturating_sub(rows);
        for (y, at) in self.hits.iter().enumerate().skip(top).take(rows) {
            let Some(item) = self.items.get(*at) else { continue };
            let aside = width(&item.aside).min(cells / 2);
            let text = format!("{} {}", fit(&item.label, cells.saturating_sub(aside + 1)), cut(&item.aside, aside));
            let style = if y == self.cursor { theme.cursor() } else { theme.text() };
            let row = inner.y + 1 + u16::try_from(y - top).unwrap_or(0);
            buf.set_stringn(inner.x, row, fit(&text, cells), cells, style);
        }
        Position::new(inner.x + 2 + u16::try_from(column).unwrap_or(0), inner.y)
    }

    fn search(&mut self) {
        let typed = fold(&self.typed.text());
        if !self.fuzzy || typed.is_empty() {
            self.hits = (0..self.items.len()).collect();
            return;
        }
        let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Never);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = self
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| {
                let text = fold(&item.label);
                pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher).map(|score| (score, at))
            })
            .collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.hits = scored.into_iter().map(|(_, at)| at).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_without_marks() {
        let item = |label: &str| Item { label: label.to_owned(), aside: String::new(), pick: label.to_owned() };
        let mut finder = Finder::new(String::new(), vec![item("Hoàn tác"), item("Đổi giao diện"), item("Thoát")]);
        for letter in "doi".chars() {
            finder.press(Key::Char(letter));
        }
        assert_eq!(finder.press(Key::Enter), Found::Pick("Đổi giao diện".to_owned()));
    }
}
