//! Text as it is kept: composed (NFC), without unseen characters, with single spaces.
use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// One line of text as the store keeps it: NFC, control characters and zero-width or direction marks dropped, every
/// kind of space squeezed to one ASCII space, both ends trimmed. Old encodings must be converted before: in TCVN3
/// the letter "ư" is a soft hyphen, which this drops.
#[must_use]
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.chars().filter(|c| !unseen(*c)).collect::<String>().split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&composed(word));
    }
    out
}

/// Whether a text is surely clean as it is, at one look; most are.
fn is_clean(text: &str) -> bool {
    text.chars().all(plain) && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

/// Whether a character is a letter of Latin script or of Vietnamese that is composed already, or printed ASCII.
const fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}')
}

/// Several lines, each [`clean`]; lines end with `\n` alone and there is no blank line at either end.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    let lines: Vec<String> =
        text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}']).map(clean).collect();
    lines.join("\n").trim_matches('\n').to_string()
}

/// NFC, without copying what is composed already.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Whether a character has no width and no meaning in Vietnamese text. Tabs and line ends are spaces, not unseen.
fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    ) || (c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn decomposed_text_is_composed() {
        assert_eq!(clean("Nguye\u{302}\u{303}n Thu\u{301}y"), "Nguyễn Thúy");
        assert_eq!(clean("A\u{200b}\u{301}nh"), "Ánh");
    }

    #[test]
    fn unseen_characters_go() {
        assert_eq!(clean("\u{feff}Lê\u{200d} \u{202a}A\u{ad}n\u{202c}\u{0}\u{7}"), "Lê An");
    }

    #[test]
    fn every_space_is_one_space() {
        assert_eq!(clean(" \u{a0}Lương\u{202f}\u{2003} Đức\t\r\n Quân\u{3000}"), "Lương Đức Quân");
        assert_eq!(clean(" \u{200b} \t"), "");
    }

    #[test]
    fn lines_are_kept() {
        assert_eq!(clean_lines("\r\n  một\t hai \r\n\r\nba\rbốn\n \n"), "một hai\n\nba\nbốn");
        assert_eq!(clean_lines("\n\u{200b}\n"), "");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC{0,20}|.{0,20}|[a-zâạ\u{300}-\u{304}\u{323}\u{200b} \u{a0}\n\r]{0,20}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(unicode_normalization::is_nfc(&once));
            prop_assert!(!is_clean(&text) || once == text);
            prop_assert!(!once.contains("  ") && once.trim() == once && !once.chars().any(char::is_control));
            let lines = clean_lines(&text);
            prop_assert_eq!(clean_lines(&lines), lines.clone());
            prop_assert!(lines.split('\n').all(|line| clean(line) == line));
        }
    }
}
