//! Words: Vietnamese is polite and Vietnamese, and none is left unsaid.
use std::path::Path;

use vitreem::text::AREAS;

use crate::layers::sources;

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
            // Options of the command line are the same in both languages.
            let said: Vec<&str> = text.vi.split(' ').filter(|word| !word.starts_with("--")).collect();
            let words: Vec<String> =
                said.join(" ").split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_lowercase).collect();
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

/// The names under which a file knows areas: `t` for `use crate::text::{screen as t}`; every area by its own name.
fn aliases(source: &str) -> Vec<(String, &'static str)> {
    let area = |name: &str| AREAS.iter().map(|(area, _)| *area).find(|area| *area == name);
    let mut found: Vec<(String, &str)> = AREAS.iter().map(|(area, _)| ((*area).to_owned(), *area)).collect();
    for (_, tail) in source.match_indices("text::").map(|(at, it)| source.split_at(at + it.len())) {
        let statement = tail.split(';').next().unwrap_or_default();
        for part in statement.trim_matches(['{', '}']).split(',') {
            let part = part.trim();
            let (name, alias) = part.split_once(" as ").unwrap_or((part, part));
            found.extend(area(name.trim()).map(|area| (alias.trim().to_owned(), area)));
        }
    }
    found
}

/// Whether a word stands in a text by itself, not as a part of a longer one.
fn stands(text: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let pieces: Vec<&str> = text.split(word).collect();
    pieces.windows(2).any(|pair| !part(pair[0].chars().next_back()) && !part(pair[1].chars().next()))
}

#[test]
fn no_word_is_left_unsaid() {
    let sources = sources();
    let mut unsaid = Vec::new();
    for (area, phrases) in AREAS {
        let own = format!("src/text/{area}.rs");
        let users: Vec<(&str, Vec<String>)> = sources
            .iter()
            .map(|(_, text)| {
                let names = aliases(text).into_iter().filter(|(_, it)| it == area).map(|(alias, _)| alias);
                (text.as_str(), names.collect())
            })
            .collect();
        let (_, home) = sources.iter().find(|(path, _)| path == Path::new(&own)).unwrap();
        for (name, _) in *phrases {
            let elsewhere =
                users.iter().any(|(text, names)| names.iter().any(|it| stands(text, &format!("{it}::{name}"))));
            // An area's own lists name its words bare, outside of where they are declared.
            let declared = format!("    {name} = \"");
            let at_home = home.lines().filter(|line| !line.starts_with(&declared)).any(|line| stands(line, name));
            if !elsewhere && !at_home {
                unsaid.push(format!("{area}::{name}"));
            }
        }
    }
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

#[test]
fn an_unsaid_word_would_be_seen() {
    let found = aliases("use crate::text::{Lang, screen as t};\nuse crate::text::field;");
    assert!(found.contains(&("t".to_owned(), "screen")) && found.contains(&("field".to_owned(), "field")));
    assert!(stands("(t::OPEN)", "t::OPEN"));
    assert!(!stands("t::OPENED", "t::OPEN") && !stands("cat::OPEN", "t::OPEN"));
}
