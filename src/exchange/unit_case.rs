//! Small letters for units' names that sheets give in capitals.
use super::unit::{KINDS, PLAIN_KINDS, Unit};
use crate::domain::clean::clean;
use crate::domain::fold::{fold, lower};

/// The unit with its small letters taken from a text that spells the same name, or the beginning of it: tabs are cut
/// at 31 letters.
#[must_use]
pub fn cased(unit: Unit, sources: &[&str]) -> Unit {
    if !unit.caps {
        return unit;
    }
    let letters: Vec<char> = unit.name.chars().collect();
    for source in sources.iter().map(|source| clean(source)).filter(|source| !is_shouted(source)) {
        let start: Vec<char> = source.chars().collect();
        let same = start.len() <= letters.len() && start.iter().zip(&letters).all(|(a, b)| folded(*a) == folded(*b));
        if same && start.len() == letters.len() {
            return Unit { name: source, caps: false };
        }
        if same && start.len() >= 12 {
            let rest: String = letters[start.len()..].iter().collect();
            return Unit { name: format!("{source}{}", rest.to_lowercase()), caps: true };
        }
    }
    unit
}

/// Whether a text has capitals only; a single short word is an abbreviation and stays.
#[must_use]
pub fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0 && !text.chars().any(char::is_lowercase) && (text.contains(' ') || letters > 7)
}

/// A name in capitals as the office writes it: the kind and the first word of the rest with a capital, likewise after
/// a dash (Nghị định 30/2020/NĐ-CP, Phụ lục II).
#[must_use]
pub fn sentence(shouted: &str) -> String {
    let small = lower(shouted);
    let kind = KINDS
        .iter()
        .chain(PLAIN_KINDS)
        .find(|kind| small.strip_prefix(*kind).is_some_and(|rest| rest.starts_with(' ')));
    let kind_words = kind.map_or(0, |kind| kind.split(' ').count());
    let kind_words =
        if kind.is_some_and(|kind| *kind == "ban quản lý" || *kind == "ban quan ly") { 1 } else { kind_words };
    let old: Vec<&str> = shouted.split(' ').collect();
    let words: Vec<&str> = small.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let after_dash = at > 0 && matches!(words[at - 1], "-" | "–");
        let place = matches!(*word, "sở") || place(&words, at);
        let consonants = word.len() > 1
            && word.chars().all(|c| c.is_ascii_lowercase() && !"aeiouy".contains(c) || c.is_ascii_digit());
        let roman = at > 0 && old.get(at).is_some_and(|word| matches!(*word, "I" | "II" | "III" | "IV" | "V" | "VI"));
        out.push(match word {
            _ if consonants || roman => old.get(at).map_or_else(|| word.to_uppercase(), ToString::to_string),
            _ if at == 0 || at == kind_words || after_dash || place => capital(word),
            _ => (*word).to_string(),
        });
    }
    out.join(" ")
}

/// The province's own name within a unit's.
fn place(words: &[&str], at: usize) -> bool {
    let pair = |first: usize| words.get(first) == Some(&"lạng") && words.get(first + 1) == Some(&"sơn");
    pair(at) || at.checked_sub(1).is_some_and(pair)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn folded(c: char) -> String {
    fold(c.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::super::unit::spelled;
    use super::*;

    #[test]
    fn small_letters_come_from_a_cut_tab() {
        let unit = spelled("TRUNG TÂM QUAN TRẮC TÀI NGUYÊN VÀ MÔI TRƯỜNG").unwrap();
        assert_eq!(
            cased(unit.clone(), &["Trung tâm Quan trắc tài nguy"]).name,
            "Trung tâm Quan trắc tài nguyên và môi trường"
        );
        assert_eq!(cased(unit.clone(), &["Sheet1", "DANH SÁCH"]), unit);
        let unit = spelled("PHÒNG ĐO ĐẠC, BẢN ĐỒ VÀ VIỄN THÁM").unwrap();
        assert_eq!(cased(unit, &["Phòng Đo đạc, Bản đồ và Viễn"]).name, "Phòng Đo đạc, Bản đồ và Viễn thám");
    }
}
