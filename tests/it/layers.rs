//! Who may name whom: layers look down only.
use std::fs;
use std::path::{Path, PathBuf};

/// A word, and where it may stand: in paths that begin so, or (after `!`) anywhere but there.
const RULES: &[(&str, &[&str])] = &[
    ("rusqlite", &["src/store/", "src/reports/", "src/store.rs", "src/reports.rs"]),
    ("crossterm", &["src/app.rs", "src/app/", "src/ui/key.rs", "src/ui/key/"]),
    ("calamine", &["src/exchange/", "src/paper/"]),
    ("use csv", &["src/exchange/", "src/paper/"]),
    ("csv::Reader", &["src/exchange/", "src/paper/"]),
    ("csv::Writer", &["src/exchange/", "src/paper/"]),
    ("docx_rs", &["src/exchange/", "src/paper/"]),
    ("krilla", &["src/paper/"]),
    ("ttf_parser", &["src/paper/"]),
    ("rust_xlsxwriter", &["src/exchange/", "src/paper/"]),
    ("Local::now", &["src/main.rs"]),
    ("Utc::now", &["src/main.rs"]),
    ("SystemTime::now", &["src/main.rs"]),
    ("crate::screens", &["src/screens/", "src/app.rs", "src/app/"]),
    ("crate::app", &["src/app.rs", "src/app/", "src/main.rs"]),
    ("crate::store", &["!src/domain/", "!src/text/", "!src/paper/", "!src/ui/"]),
    ("crate::domain", &["!src/text/"]),
    ("crate::acts", &["!src/store/", "!src/domain/", "!src/text/", "!src/paper/", "!src/ui/", "!src/exchange/"]),
    ("crate::reports", &["!src/store/", "!src/domain/", "!src/text/", "!src/paper/", "!src/ui/"]),
    ("crate::exchange", &["!src/store/", "!src/domain/", "!src/text/", "!src/paper/", "!src/ui/"]),
    ("crate::ui", &["!src/store/", "!src/domain/", "!src/text/", "!src/paper/", "!src/exchange/", "!src/acts/"]),
    ("crate::paper", &["!src/store/", "!src/domain/", "!src/text/", "!src/ui/"]),
];

/// Every source file with its text.
pub fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.extension() {
                _ if entry.is_dir() => folders.push(entry),
                Some(ending) if ending == "rs" => found.push((entry.clone(), fs::read_to_string(&entry).unwrap())),
                _ => {}
            }
        }
    }
    found
}

fn allowed(path: &Path, places: &[&str]) -> bool {
    let path = path.to_string_lossy().replace('\\', "/");
    let barred = places.iter().any(|place| place.strip_prefix('!').is_some_and(|place| path.starts_with(place)));
    let only: Vec<&&str> = places.iter().filter(|place| !place.starts_with('!')).collect();
    !barred && (only.is_empty() || only.iter().any(|place| path.starts_with(**place)))
}

#[test]
fn layers_look_down_only() {
    let sources = sources();
    assert!(sources.len() > 50);
    let mut broken = Vec::new();
    for (path, text) in &sources {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for (word, _) in RULES.iter().filter(|(word, places)| line.contains(word) && !allowed(path, places)) {
                broken.push(format!("{}:{} names {word}", path.display(), number + 1));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_forbidden_word_would_be_seen() {
    let rule = |word: &str| RULES.iter().find(|(it, _)| *it == word).unwrap().1;
    assert!(!allowed(Path::new("src/ui/list.rs"), rule("rusqlite")));
    assert!(allowed(Path::new("src/store/rows.rs"), rule("rusqlite")));
    assert!(!allowed(Path::new("src/domain/child.rs"), rule("crate::store")));
    assert!(allowed(Path::new("src/screens/list.rs"), rule("crate::store")));
}
