//! Telex typing where no input method exists: like one, it takes letters and sends Backspaces and composed letters.
use bamboo_core::{Engine, InputMethod, Mode};

use crate::ui::key::Key;

/// The most letters of a word that are composed: no syllable is longer, and the engine's room for one is bounded.
const LONGEST: usize = 16;

/// The word that is being typed.
pub struct Telex {
    engine: Engine,
    /// The word as it stands in the text.
    word: String,
}

impl Default for Telex {
    fn default() -> Self {
        Self { engine: Engine::new(InputMethod::telex()), word: String::new() }
    }
}

impl Telex {
    /// Takes a key; returns those that the text field gets instead.
    pub fn press(&mut self, key: Key) -> Vec<Key> {
        match key {
            Key::Char(letter) if letter.is_ascii_alphabetic() => {
                if self.word.chars().count() >= LONGEST {
                    self.rest();
                }
                self.engine.process_key(letter, Mode::Vietnamese);
                self.follow()
            }
            Key::Backspace if !self.word.is_empty() => {
                self.engine.remove_last_output_char();
                self.follow()
            }
            _ => {
                self.rest();
                vec![key]
            }
        }
    }

    /// Ends the word: what is typed next begins a new one.
    pub fn rest(&mut self) {
        self.engine.reset();
        self.word.clear();
    }

    /// The keys that make the word in the text what it is in the engine.
    fn follow(&mut self) -> Vec<Key> {
        let next = self.engine.output().into_owned();
        let same = self.word.chars().zip(next.chars()).take_while(|(old, new)| old == new).count();
        let gone = self.word.chars().count() - same;
        let keys = vec![Key::Backspace; gone].into_iter().chain(next.chars().skip(same).map(Key::Char)).collect();
        self.word = next;
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::editor::Editor;

    /// What stands in a field after some letters; `⌫` is Backspace.
    fn typed(letters: &str) -> String {
        let (mut telex, mut editor) = (Telex::default(), Editor::default());
        for letter in letters.chars() {
            let key = if letter == '⌫' { Key::Backspace } else { Key::Char(letter) };
            for key in telex.press(key) {
                editor.press(key);
            }
        }
        editor.text()
    }

    #[test]
    fn names_are_typed_with_their_marks() {
        assert_eq!(typed("Nguyeenx Thij DDoong"), "Nguyễn Thị Đông");
        assert_eq!(typed("Loocj Vawn Thawngs"), "Lộc Văn Thắng");
        assert_eq!(typed("dder hoas"), "đẻ hóa");
        assert_eq!(typed("5/3/2015"), "5/3/2015");
    }

    #[test]
    fn tones_stand_in_the_old_place() {
        assert_eq!(typed("hoaf khoas xoas thuyr"), "hòa khóa xóa thủy");
    }

    #[test]
    fn backspace_takes_one_letter_and_the_word_goes_on() {
        assert_eq!(typed("tieengs⌫⌫"), "tiế");
        assert_eq!(typed("An ⌫⌫⌫Bas"), "Bá");
        assert_eq!(typed("⌫⌫A"), "A");
    }

    #[test]
    fn any_length_of_letters_is_kept() {
        let long = "bcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbcbc";
        assert_eq!(typed(long), long);
    }

    proptest::proptest! {
        #[test]
        fn the_text_is_always_what_the_word_is(letters in "[a-zA-Z⌫]{0,40}") {
            let (mut telex, mut editor) = (Telex::default(), Editor::default());
            for letter in letters.chars() {
                let key = if letter == '⌫' { Key::Backspace } else { Key::Char(letter) };
                for key in telex.press(key) {
                    editor.press(key);
                }
                let text = editor.text();
                proptest::prop_assert!(text.ends_with(&telex.word));
            }
        }
    }
}
