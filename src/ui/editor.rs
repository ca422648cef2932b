//! Text being typed: by characters as the user sees them, composed (NFC) whatever the input method sends, with undo.
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::ui::key::Key;
use crate::ui::width::width;

/// A text and the place in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    before: String,
    after: String,
    past: Vec<(String, String)>,
    future: Vec<(String, String)>,
}

impl Editor {
    /// An editor of a text, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { before: text.nfc().collect(), ..Self::default() }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after).nfc().collect()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Inserts pasted text where lines are not broken: breaks and tabs become spaces, those at its end go.
    pub fn insert_flat(&mut self, text: &str) {
        let text = text.trim_end_matches(['\n', '\r', '\t']).replace("\r\n", " ");
        self.insert(&text.replace(['\n', '\r'], " "));
    }

    /// Inserts what was typed or pasted. A tab becomes a space, other control characters are dropped, but for line
    /// breaks; a combining mark joins the letter before it.
    pub fn insert(&mut self, text: &str) {
        let typed = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let typed: String = typed.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        if typed.is_empty() {
            return;
        }
        self.keep();
        self.before.push_str(&typed);
        self.before = self.before.nfc().collect();
    }

    /// Replaces the whole text, the cursor at its end.
    pub fn replace(&mut self, text: &str) {
        self.keep();
        self.before = text.nfc().collect();
        self.after.clear();
    }

    /// Takes an editing key; `false` if it is none. Enter and Tab are the form's.
    pub fn press(&mut self, key: Key) -> bool {
        match key {
            Key::Char(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Key::Backspace => {
                if let Some(at) = last_boundary(&self.before) {
                    self.keep();
                    self.before.truncate(at);
                }
            }
            Key::Delete => {
                if let Some(at) = first_boundary(&self.after) {
                    self.keep();
                    self.after.drain(..at);
                }
            }
            Key::Left => {
                if let Some(at) = last_boundary(&self.before) {
                    let piece = self.before.split_off(at);
                    self.after.insert_str(0, &piece);
                }
            }
            Key::Right => {
                if let Some(at) = first_boundary(&self.after) {
                    let piece: String = self.after.drain(..at).collect();
                    self.before.push_str(&piece);
                }
            }
            Key::Home => {
                let at = self.before.rfind('\n').map_or(0, |at| at + 1);
                let line = self.before.split_off(at);
                self.after.insert_str(0, &line);
            }
            Key::End => {
                let at = self.after.find('\n').unwrap_or(self.after.len());
                let line: String = self.after.drain(..at).collect();
                self.before.push_str(&line);
            }
            Key::Ctrl('z') => {
                if let Some(past) = self.past.pop() {
                    self.future.push((self.before.clone(), self.after.clone()));
                    (self.before, self.after) = past;
                }
            }
            Key::Ctrl('y') => {
                if let Some(future) = self.future.pop() {
                    self.past.push((self.before.clone(), self.after.clone()));
                    (self.before, self.after) = future;
                }
            }
            _ => return false,
        }
        true
    }

    /// Moves to the line above or below in a text of several lines; `false` at the first or the last one.
    pub fn climb(&mut self, down: bool) -> bool {
        let column = self.before.rsplit('\n').next().map_or(0, width);
        let at = if down {
            let Some(end) = self.after.find('\n') else { return false };
            self.before.len() + end + 1
        } else {
            let Some(end) = self.before.rfind('\n') else { return false };
            self.before.get(..end).and_then(|above| above.rfind('\n')).map_or(0, |start| start + 1)
        };
        let whole = format!("{}{}", self.before, self.after);
        let mut place = at;
        let mut used = 0;
        for piece in whole.get(at..).unwrap_or_default().graphemes(true) {
            if piece == "\n" || used >= column {
                break;
            }
            used += width(piece);
            place += piece.len();
        }
        self.before = whole.get(..place).unwrap_or_default().to_owned();
        self.after = whole.get(place..).unwrap_or_default().to_owned();
        true
    }

    /// What fits on one line of a number of cells, and the cursor's column in it.
    #[must_use]
    pub fn line(&self, cells: usize) -> (String, usize) {
        let shown = |text: &str| text.replace('\n', "⏎");
        let (before, after) = (shown(&self.before), shown(&self.after));
        let mut skipped = 0;
        let room = cells.saturating_sub(1);
        let total = width(&before);
        let mut out = String::new();
        for piece in before.graphemes(true) {
            if total - skipped > room {
                skipped += width(piece);
            } else {
                out.push_str(piece);
            }
        }
        let column = width(&out);
        for piece in after.graphemes(true) {
            if width(&out) + width(piece) > cells {
                break;
            }
            out.push_str(piece);
        }
        (out, column)
    }

    /// The text wrapped to a width, and the cursor's line and column in it.
    #[must_use]
    pub fn page(&self, cells: usize) -> (Vec<String>, usize, usize) {
        let cells = cells.max(1);
        let (mut lines, mut place) = (vec![String::new()], (0, 0));
        let typed = |text: &str, lines: &mut Vec<String>| {
            for piece in text.graphemes(true) {
                let full = lines.last().is_some_and(|line| width(line) + width(piece) > cells);
                if piece == "\n" || full {
                    lines.push(String::new());
                }
                if piece != "\n"
                    && let Some(line) = lines.last_mut()
                {
                    line.push_str(piece);
                }
            }
        };
        typed(&self.before, &mut lines);
        place.0 = lines.len() - 1;
        place.1 = lines.last().map_or(0, |line| width(line));
        typed(&self.after, &mut lines);
        (lines, place.0, place.1)
    }

    fn keep(&mut self) {
        self.past.push((self.before.clone(), self.after.clone()));
        if self.past.len() > 200 {
            self.past.remove(0);
        }
        self.future.clear();
    }
}

fn last_boundary(text: &str) -> Option<usize> {
    text.grapheme_indices(true).next_back().map(|(at, _)| at)
}

fn first_boundary(text: &str) -> Option<usize> {
    text.graphemes(true).next().map(str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Key]) -> String {
        let mut editor = Editor::default();
        for key in keys {
            editor.press(*key);
        }
        editor.text()
    }

    #[test]
    fn an_input_method_replays_backspaces_and_letters() {
        use Key::{Backspace, Char};
        assert_eq!(typed(&[Char('t'), Char('e'), Backspace, Char('ê'), Char('n')]), "tên");
        assert_eq!(typed(&[Char('e'), Char('\u{202f}'), Backspace, Backspace, Char('ê')]), "ê");
        assert_eq!(typed(&[Char('e'), Char('\u{302}'), Char('\u{303}')]), "ễ");
        assert_eq!(typed(&[Char('e'), Char('\u{302}'), Backspace]), "");
    }

    #[test]
    fn pasted_text_is_one_line_where_lines_are_not_broken() {
        let mut editor = Editor::default();
        editor.insert_flat("Lăng\r\nAnh\tViệt\r");
        assert_eq!(editor.text(), "Lăng Anh Việt");
        editor.replace("");
        editor.insert("Lăng\rAnh\tViệt\u{7}");
        assert_eq!(editor.text(), "Lăng\nAnh Việt");
    }

    #[test]
    fn typing_is_undone_and_redone() {
        let mut editor = Editor::new("an");
        editor.insert("h");
        editor.press(Key::Ctrl('z'));
        assert_eq!(editor.text(), "an");
        editor.press(Key::Ctrl('y'));
        assert_eq!(editor.text(), "anh");
    }

    #[test]
    fn the_cursor_stays_in_view() {
        let editor = Editor::new("Nguyễn Thị Đông");
        assert_eq!(editor.line(8), ("hị Đông".to_owned(), 7));
        assert_eq!(Editor::new("một\nhai").page(10), (vec!["một".to_owned(), "hai".to_owned()], 1, 3));
    }

    #[test]
    fn several_lines_are_climbed() {
        let mut editor = Editor::new("một hai\nba");
        assert!(editor.climb(false));
        editor.insert("X");
        assert_eq!(editor.text(), "mộXt hai\nba");
        assert!(editor.climb(true));
        assert!(!editor.climb(true));
    }

    proptest::proptest! {
        #[test]
        fn any_typing_keeps_the_text_composed(keys in "\\PC*") {
            let mut editor = Editor::default();
            for letter in keys.chars() {
                editor.press(Key::Char(letter));
            }
            let text = editor.text();
            let composed: String = text.nfc().collect();
            proptest::prop_assert_eq!(text, composed);
        }
    }
}
