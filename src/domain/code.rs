//! The code of a clause, its place in the tree as "II.1.a": in what order codes stand, and which comes next.
/// The letters in the order in which a paper counts with them (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// How the last part of a code is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Count {
    Roman(u32),
    Number(u32),
    Letter(u32),
}

/// What sorts codes by their places: part by part, numbers by size, letters in their Vietnamese order.
#[must_use]
pub fn key(code: &str) -> Vec<u32> {
    code.split('.')
        .filter(|part| !part.trim().is_empty())
        .map(|part| count(part).map_or(u32::MAX, Count::size))
        .collect()
}

/// The code after another among its brothers: "II.2" after "II.1", "đ" after "d"; `None` if it is not counted.
#[must_use]
pub fn next(code: &str) -> Option<String> {
    let (stem, last) = code.rsplit_once('.').map_or(("", code), |(stem, last)| (stem, last));
    let last = match count(last)? {
        Count::Roman(n) => roman(n + 1),
        Count::Number(n) => (n + 1).to_string(),
        Count::Letter(n) => letter(n + 1)?,
    };
    Some(under(stem, &last))
}

/// A part of a code under another code.
#[must_use]
pub fn under(stem: &str, part: &str) -> String {
    if stem.is_empty() { part.to_owned() } else { format!("{stem}.{part}") }
}

/// The first code under another: "a" under what is lettered or numbered, "1" under a Roman number.
#[must_use]
pub fn first_under(stem: &str) -> String {
    let last = stem.rsplit('.').next().unwrap_or_default();
    match count(last) {
        None if stem.is_empty() => "I".to_owned(),
        Some(Count::Roman(_)) | None => under(stem, "1"),
        Some(_) => under(stem, "a"),
    }
}

/// The `n`th letter that papers count with, from 1.
#[must_use]
pub fn letter(n: u32) -> Option<String> {
    LETTERS.chars().nth(usize::try_from(n).ok()?.checked_sub(1)?).map(String::from)
}

impl Count {
    const fn size(self) -> u32 {
        match self {
            Self::Roman(n) | Self::Number(n) | Self::Letter(n) => n,
        }
    }
}

fn count(part: &str) -> Option<Count> {
    let part = part.trim();
    if let Ok(number) = part.parse() {
        return Some(Count::Number(number));
    }
    if let Some(number) = of_roman(part) {
        return Some(Count::Roman(number));
    }
    let mut letters = part.chars();
    if let (Some(one), None) = (letters.next(), letters.next()) {
        let one = one.to_lowercase().next()?;
        return LETTERS
            .chars()
            .position(|it| it == one)
            .and_then(|at| u32::try_from(at).ok())
            .map(|at| Count::Letter(at + 1));
    }
    // "Điều 3", "Phần II": what counts stands last.
    part.rsplit_once(' ').and_then(|(_, last)| last.parse().ok().or_else(|| of_roman(last))).map(Count::Number)
}

/// The number that Roman numerals of I, V and X write; `None` if they are not written so.
#[must_use]
pub fn of_roman(text: &str) -> Option<u32> {
    if text.is_empty() || !text.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) {
        return None;
    }
    (1..40).find(|n| roman(*n) == text)
}

fn roman(mut n: u32) -> String {
    let mut out = String::new();
    for (worth, letters) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while n >= worth {
            out.push_str(letters);
            n -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_the_order_of_the_paper() {
        let mut codes = ["II.2.đ", "II.10", "I", "II.2.e", "III", "II.2.d", "II.2", "IX", "II"];
        codes.sort_by_key(|code| key(code));
        assert_eq!(codes, ["I", "II", "II.2", "II.2.d", "II.2.đ", "II.2.e", "II.10", "III", "IX"]);
        assert!(key("Điều 2") < key("Điều 10") && key("") < key("I"));
    }

    #[test]
    fn the_next_code_counts_on() {
        for (code, after) in [("II", "III"), ("II.1", "II.2"), ("II.2.d", "II.2.đ"), ("III.c", "III.d"), ("VIII", "IX")]
        {
            assert_eq!(next(code).as_deref(), Some(after));
        }
        assert_eq!((next("x.y"), next("việc khác")), (None, None));
        assert_eq!(
            (first_under("II"), first_under("II.2"), first_under("")),
            ("II.1".into(), "II.2.a".into(), "I".into())
        );
    }

    #[test]
    fn only_well_written_numerals_are_roman() {
        assert_eq!((of_roman("XIV"), of_roman("IIII"), of_roman("C"), of_roman("")), (Some(14), None, None, None));
    }
}
