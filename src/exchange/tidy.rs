//! Cleans the text of cells; most of it is clean already, which is seen without taking it apart.
use crate::domain::clean;

/// As [`clean::clean`], at the cost of a copy where nothing is to be cleaned.
#[must_use]
pub fn tidy(text: &str) -> String {
    if is_tidy(text) { text.to_string() } else { clean::clean(text) }
}

/// As [`clean::clean_lines`], likewise.
#[must_use]
pub fn tidy_lines(text: &str) -> String {
    if is_tidy(text) { text.to_string() } else { clean::clean_lines(text) }
}

/// Whether a text has single inner spaces, visible ASCII and composed Latin letters alone.
fn is_tidy(text: &str) -> bool {
    let mut space = true;
    for c in text.chars() {
        match c {
            ' ' if space => return false,
            ' ' => space = true,
            '!'..='~' | '\u{C0}'..='\u{24F}' | '\u{1EA0}'..='\u{1EF9}' => space = false,
            _ => return false,
        }
    }
    !space || text.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tidy_is_clean(text in "\\PC{0,8}|[a-zA-Z \u{c0}-\u{24f}\u{1ea0}-\u{1ef9}\u{300}-\u{323}\u{ad}\t\n]{0,10}") {
            prop_assert_eq!(tidy(&text), clean::clean(&text));
            prop_assert_eq!(tidy_lines(&text), clean::clean_lines(&text));
        }
    }

    #[test]
    fn every_letter_taken_for_tidy_is_clean() {
        for c in ('\u{C0}'..='\u{24F}').chain('\u{1EA0}'..='\u{1EF9}') {
            assert_eq!(clean::clean(&c.to_string()), c.to_string());
        }
    }
}
