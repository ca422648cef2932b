//! What was pressed, freed from the terminal's spellings.
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key as commands name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A printable character.
    Char(char),
    /// A letter with Ctrl.
    Ctrl(char),
    /// A function key.
    F(u8),
    /// Enter.
    Enter,
    /// Tab.
    Tab,
    /// Shift+Tab.
    BackTab,
    /// Escape.
    Esc,
    /// Backspace, also as Ctrl+H, which some input methods send.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Shift+Up.
    ShiftUp,
    /// Shift+Down.
    ShiftDown,
    /// Ctrl+Left.
    CtrlLeft,
    /// Ctrl+Right.
    CtrlRight,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// What the terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The window's size changed.
    Resize,
}

impl Input {
    /// Reads a terminal event; `None` for releases and what nothing listens to.
    #[must_use]
    pub fn read(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Key::read(key).map(Self::Key),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::Resize(..) => Some(Self::Resize),
            _ => None,
        }
    }
}

impl Key {
    fn read(event: KeyEvent) -> Option<Self> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        Some(match event.code {
            // Terminals send these control letters for the keys they stand for.
            KeyCode::Char('h' | 'H') if ctrl => Self::Backspace,
            KeyCode::Char('j' | 'J' | 'm' | 'M') if ctrl => Self::Enter,
            KeyCode::Char('i' | 'I') if ctrl => Self::Tab,
            KeyCode::Char(letter) if ctrl && !alt => Self::Ctrl(letter.to_ascii_lowercase()),
            KeyCode::Char(_) if alt && !ctrl => return None,
            KeyCode::Char(letter) => Self::Char(letter),
            KeyCode::F(n) => Self::F(n),
            KeyCode::Enter => Self::Enter,
            KeyCode::Tab if shift => Self::BackTab,
            KeyCode::Tab => Self::Tab,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Esc => Self::Esc,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            KeyCode::Insert => Self::Insert,
            KeyCode::Up if shift => Self::ShiftUp,
            KeyCode::Down if shift => Self::ShiftDown,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left if ctrl => Self::CtrlLeft,
            KeyCode::Right if ctrl => Self::CtrlRight,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            _ => return None,
        })
    }

    /// How the key is written on screen.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Char(' ') => "Space".to_owned(),
            Self::Char(letter) => letter.to_string(),
            Self::Ctrl(letter) => format!("Ctrl+{}", letter.to_ascii_uppercase()),
            Self::F(n) => format!("F{n}"),
            Self::Enter => "Enter".to_owned(),
            Self::Tab => "Tab".to_owned(),
            Self::BackTab => "Shift+Tab".to_owned(),
            Self::Esc => "Esc".to_owned(),
            Self::Backspace => "Backspace".to_owned(),
            Self::Delete => "Del".to_owned(),
            Self::Insert => "Ins".to_owned(),
            Self::Up => "↑".to_owned(),
            Self::Down => "↓".to_owned(),
            Self::Left => "←".to_owned(),
            Self::Right => "→".to_owned(),
            Self::ShiftUp => "Shift+↑".to_owned(),
            Self::ShiftDown => "Shift+↓".to_owned(),
            Self::CtrlLeft => "Ctrl+←".to_owned(),
            Self::CtrlRight => "Ctrl+→".to_owned(),
            Self::Home => "Home".to_owned(),
            Self::End => "End".to_owned(),
            Self::PageUp => "PgUp".to_owned(),
            Self::PageDown => "PgDn".to_owned(),
        }
    }

    /// Reads a spelling like `Ins`, `F2`, `Ctrl+E`, `Space` or `a`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        if let Some(letter) = name.strip_prefix("Ctrl+").filter(|rest| matches!(rest.as_bytes(), [b'A'..=b'Z'])) {
            return letter.chars().next().map(|letter| Self::Ctrl(letter.to_ascii_lowercase()));
        }
        if let Some(n) = name.strip_prefix('F').and_then(|n| n.parse().ok()) {
            return Some(Self::F(n));
        }
        let named = [
            Self::Enter,
            Self::Tab,
            Self::BackTab,
            Self::Esc,
            Self::Backspace,
            Self::Delete,
            Self::Insert,
            Self::Up,
            Self::Down,
            Self::Left,
            Self::Right,
            Self::ShiftUp,
            Self::ShiftDown,
            Self::CtrlLeft,
            Self::CtrlRight,
            Self::Home,
            Self::End,
            Self::PageUp,
            Self::PageDown,
            Self::Char(' '),
        ];
        named.into_iter().find(|key| key.name() == name).or_else(|| {
            let mut letters = name.chars();
            letters.next().filter(|_| letters.next().is_none()).map(Self::Char)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_read_back() {
        let keys =
            [Key::Ctrl('s'), Key::CtrlLeft, Key::F(12), Key::ShiftUp, Key::Char('ế'), Key::Char(' '), Key::PageUp];
        for key in keys {
            assert_eq!(Key::of_name(&key.name()), Some(key));
        }
    }

    #[test]
    fn input_methods_and_terminals_have_other_spellings() {
        let read = |code, modifiers| Input::read(Event::Key(KeyEvent::new(code, modifiers)));
        assert_eq!(read(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Input::Key(Key::Backspace)));
        assert_eq!(read(KeyCode::Char('J'), KeyModifiers::CONTROL), Some(Input::Key(Key::Enter)));
        assert_eq!(read(KeyCode::Char('x'), KeyModifiers::ALT), None);
        let right_alt = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(read(KeyCode::Char('@'), right_alt), Some(Input::Key(Key::Char('@'))));
        let up = KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::from(KeyCode::Char('a')) };
        assert_eq!(Input::read(Event::Key(up)), None);
    }
}
