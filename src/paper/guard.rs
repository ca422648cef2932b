//! Which texts a spreadsheet program could take for a formula.

/// Whether a text could run as a formula when a file is opened or a cell edited: it begins, perhaps after invisible
/// characters, with a sign that begins a formula or a field (or its full-width twin).
pub(super) fn risky(text: &str) -> bool {
    let first = text.chars().find(|letter| matches!(letter, '\t' | '\r') || !invisible(*letter));
    first.is_some_and(|letter| {
        matches!(letter, '=' | '+' | '-' | '@' | '%' | '|' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
    })
}

fn invisible(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_seen_behind_invisible_characters() {
        for text in [
            "=1+1",
            "+84 912",
            "-2",
            "@x",
            "%0",
            "|calc",
            "\tx",
            " =1",
            "\u{feff}=1",
            "\u{200b}\u{a0}@x",
            "＝1",
            "\n=1",
        ] {
            assert!(risky(text), "{text:?}");
        }
        for text in ["", "Lý A = B", "0912", "1-6", "\u{200b}An"] {
            assert!(!risky(text), "{text:?}");
        }
    }
}
