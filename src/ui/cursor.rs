//! A cursor in a list of lines and the window around it.
use crate::ui::key::Key;

/// The suggestion chosen after ↓ or ↑ among so many: none at first, then the first, and none again above it.
#[must_use]
pub fn turned(at: Option<usize>, down: bool, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (at, down) {
        (None, true) => Some(0),
        (None | Some(0), false) => None,
        (Some(at), true) => Some((at + 1).min(last)),
        (Some(at), false) => Some(at - 1),
    }
}

/// Which line is chosen, and which is the first one seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The chosen line.
    pub at: usize,
    /// The first line seen.
    pub top: usize,
    /// How many lines are seen.
    height: usize,
}

impl Cursor {
    /// Takes a moving key over a number of lines; `false` if it is none.
    pub fn press(&mut self, key: Key, count: usize) -> bool {
        let page = self.height.max(1);
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => self.at + 1,
            Key::PageUp => self.at.saturating_sub(page),
            Key::PageDown => self.at + page,
            Key::Home => 0,
            Key::End => count,
            _ => return false,
        };
        self.at = self.at.min(count.saturating_sub(1));
        true
    }

    /// Keeps the chosen line among a number of them, and within a window of a height.
    pub fn fit(&mut self, count: usize, height: usize) {
        self.height = height.max(1);
        self.at = self.at.min(count.saturating_sub(1));
        self.top = self.top.min(self.at).min(count.saturating_sub(self.height));
        self.top = self.top.max((self.at + 1).saturating_sub(self.height));
    }

    /// Where the chosen line stands in the window.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.at.saturating_sub(self.top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_line_is_always_seen() {
        let mut cursor = Cursor::default();
        cursor.fit(30, 10);
        assert!(cursor.press(Key::PageDown, 30) && cursor.press(Key::Down, 30));
        cursor.fit(30, 10);
        assert_eq!((cursor.at, cursor.top, cursor.row()), (11, 2, 9));
        cursor.press(Key::End, 30);
        cursor.fit(5, 10);
        assert_eq!((cursor.at, cursor.top), (4, 0));
        assert!(!cursor.press(Key::Enter, 5));
        cursor.press(Key::Down, 0);
        assert_eq!(cursor.at, 0);
    }
}
