//! Words: Vietnamese is polite and Vietnamese.
use vitreem::text::AREAS;

/// English words that a Vietnamese sentence never holds; the names of keys are no such words.
const ENGLISH: &[&str] = &[
    "the", "and", "of", "is", "are", "not", "this", "that", "with", "for", "please", "error", "save", "file", "row",
    "date", "name", "list", "cancel", "open", "close", "type", "press", "new", "from", "your", "you",
];

#[test]
fn vietnamese_is_calm_and_has_no_english_left() {
    for (area, phrases) in AREAS {
        for (name, text) in *phrases {
            // A mark of its own ("!" for what is missing) cries at nobody; a word before it does.
            let cries = text.vi.split('!').rev().skip(1).any(|before| before.ends_with(|c: char| !c.is_whitespace()));
            assert!(!cries, "{area}::{name}");
            assert!(!text.vi.is_empty() && !text.en.is_empty(), "{area}::{name}");
            // What is typed on a command line stands as it is typed there.
            let plain: Vec<&str> = text.vi.split(' ').filter(|word| !word.starts_with("--")).collect();
            let plain = plain.join(" ");
            let words: Vec<String> =
                plain.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_lowercase).collect();
            let english = words.iter().find(|word| ENGLISH.contains(&word.as_str()));
            assert_eq!(english, None, "{area}::{name}: {}", text.vi);
        }
    }
}

#[test]
fn tones_stand_in_the_old_place() {
    for (area, phrases) in AREAS {
        for (name, text) in *phrases {
            let lower = text.vi.to_lowercase();
            let new = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
            for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.starts_with("qu")) {
                assert!(!new.iter().any(|end| word.ends_with(end)), "{area}::{name}: {word}");
            }
        }
    }
}
