//! Vietnamese text compared without its marks, or with them but wherever the tone is written.
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::clean::composed;

/// The text without marks, in lower case, with single spaces: "Đỗ  Thị Hòa" is "do thi hoa".
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !out.is_empty();
            continue;
        }
        if c.is_ascii() {
            space(&mut out, &mut gap);
            out.push(c.to_ascii_lowercase());
            continue;
        }
        if let Some(letter) = letter(c) {
            space(&mut out, &mut gap);
            out.push(letter);
            continue;
        }
        // Marks are dropped, so their order is of no matter and each character can be taken apart alone.
        decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                space(&mut out, &mut gap);
                out.extend(part.to_lowercase().filter(|c| !is_combining_mark(*c)).map(bare));
            }
        });
    }
    out
}

/// Whether two texts are the same but for marks, case and spaces.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

/// Whether a query is found in a text (`hay`) whose fold is known. See [`Query`], which is cheaper for many texts.
#[must_use]
pub fn matches(folded_hay: &str, hay: &str, query: &str) -> bool {
    Query::new(query).matches(folded_hay, hay)
}

/// What someone typed to search for. Without marks it is found in any text with those letters; with marks
/// ("đ" is one) only where the text has them, the tone on either vowel (hòa, hoà).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    folded: String,
    /// The query with its marks, as typed and with the tone moved, when it has any.
    marked: Option<(String, String)>,
}

impl Query {
    /// Takes a query as typed.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let folded = fold(query);
        let lower = lower(query);
        let marked = (lower != folded).then(|| (one_tone_place(&lower), lower)).map(|(moved, lower)| (lower, moved));
        Self { folded, marked }
    }

    /// Whether nothing was typed, which every text matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The query without its marks.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The query with its marks where any were typed, as typed and with the tone moved: a text holds it if what
    /// [`spellings`] makes of the text holds either.
    #[must_use]
    pub fn marked(&self) -> Option<[&str; 2]> {
        self.marked.as_ref().map(|(typed, moved)| [typed.as_str(), moved.as_str()])
    }

    /// Whether a text with this fold holds the query.
    #[must_use]
    pub fn matches(&self, folded_hay: &str, hay: &str) -> bool {
        if !folded_hay.contains(&self.folded) {
            return false;
        }
        let Some((typed, moved)) = &self.marked else { return true };
        let hay = lower(hay);
        hay.contains(typed) || one_tone_place(&hay).contains(moved)
    }
}

/// Whether a text holds a query but for one slip at most: a letter wrong, missing, too many, or two changed about. Both
/// are in lower case with their marks, and another mark on the same letter is no slip but another word.
#[must_use]
pub fn slipped(hay: &str, query: &str) -> bool {
    let (hay, query): (Vec<char>, Vec<char>) = (hay.chars().collect(), query.chars().collect());
    let same_letter = |a: char, b: char| a != b && fold(&a.to_string()) == fold(&b.to_string());
    // Slips so far when the first letters of the query end at a letter of the text; it may begin at any.
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=query.len()).collect();
    for (at, letter) in hay.iter().enumerate() {
        let mut row = vec![0; query.len() + 1];
        for (n, wanted) in query.iter().enumerate() {
            let other = if letter == wanted { 0 } else { 1 + usize::from(same_letter(*letter, *wanted)) };
            let mut slips = (above[n] + other).min(above[n + 1] + 1).min(row[n] + 1);
            if at > 0 && n > 0 && hay[at - 1] == *wanted && query[n - 1] == *letter {
                slips = slips.min(before[n - 1] + 1);
            }
            row[n + 1] = slips;
        }
        if row[query.len()] <= 1 {
            return true;
        }
        before = std::mem::replace(&mut above, row);
    }
    query.len() <= 1
}

/// Lower case with marks and single spaces, composed.
#[must_use]
pub fn lower(text: &str) -> String {
    lower_plain(text).unwrap_or_else(|| lower_any(text))
}

/// [`lower`] of what most texts are made of: ASCII and the letters of Vietnamese, each one character.
fn lower_plain(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_ascii_whitespace() {
            gap = !out.is_empty();
            continue;
        }
        let small = match c {
            _ if c.is_ascii_graphic() => c.to_ascii_lowercase(),
            'à'..='ï' | 'ñ'..='ö' | 'ù'..='ý' => c,
            // In this part of the table each capital stands before its small letter.
            'Ạ'..='ỹ' => char::from_u32(c as u32 | 1)?,
            'Ă' | 'ă' => 'ă',
            'Đ' | 'đ' => 'đ',
            'Ĩ' | 'ĩ' => 'ĩ',
            'Ũ' | 'ũ' => 'ũ',
            'Ơ' | 'ơ' => 'ơ',
            'Ư' | 'ư' => 'ư',
            'À'..='Ï' | 'Ñ'..='Ö' | 'Ù'..='Ý' => char::from_u32(c as u32 + 32)?,
            _ => return None,
        };
        space(&mut out, &mut gap);
        out.push(small);
    }
    Some(out)
}

fn lower_any(text: &str) -> String {
    let text: String = text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ð' { 'đ' } else { c }).collect();
    text.split_whitespace().map(composed).collect::<Vec<_>>().join(" ")
}

/// A text in lower case with its marks, and once more with its tones in one place where that differs: what a query with
/// marks is looked for in.
#[must_use]
pub fn spellings(text: &str) -> String {
    let mut lower = lower(text);
    let moved = one_tone_place(&lower);
    if moved != lower {
        lower.push('\n');
        lower.push_str(&moved);
    }
    lower
}

/// The text with the tone of an open "oa", "oe", "uy" on its first vowel: "hoà" is "hòa", "thuý" is "thúy".
/// Takes lower case.
#[must_use]
pub(crate) fn one_tone_place(lower: &str) -> String {
    if lower.is_ascii() {
        return lower.to_string();
    }
    let lower = composed(lower);
    // Few texts have such a pair; the others are taken as they are.
    let pair = |(first, second): (char, char)| matches!(first, 'o' | 'u') && moved(first, second).is_some();
    if !lower.chars().zip(lower.chars().skip(1)).any(pair) {
        return lower.into_owned();
    }
    let letters: Vec<char> = lower.chars().collect();
    let mut out: Vec<char> = letters.clone();
    for at in 1..letters.len() {
        let closed = letters.get(at + 1).is_some_and(|c| c.is_alphabetic());
        if let Some((first, second)) = moved(letters[at - 1], letters[at]).filter(|_| !closed) {
            out[at - 1] = first;
            out[at] = second;
        }
    }
    out.into_iter().collect()
}

/// A pair of vowels with the tone on the second, given back with the tone on the first.
fn moved(first: char, second: char) -> Option<(char, char)> {
    const TONED: [(char, &str); 3] = [('a', "àảãáạ"), ('e', "èẻẽéẹ"), ('y', "ỳỷỹýỵ")];
    let (bare, tone) =
        TONED.iter().find_map(|(bare, toned)| Some((*bare, toned.chars().position(|c| c == second)?)))?;
    let firsts = match (first, bare) {
        ('o', 'a' | 'e') => "òỏõóọ",
        ('u', 'y') => "ùủũúụ",
        _ => return None,
    };
    Some((firsts.chars().nth(tone)?, bare))
}

/// The bare small letter of a letter of Vietnamese that is one character; `None` of all others, which are taken apart.
const fn letter(c: char) -> Option<char> {
    Some(match c {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' => 'd',
        _ => return None,
    })
}

/// "đ" has no decomposition; the others are letters that look like it in capitals.
fn bare(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' => 'd',
        other => other,
    }
}

fn space(out: &mut String, gap: &mut bool) {
    if std::mem::take(gap) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn found(hay: &str, query: &str) -> bool {
        matches(&fold(hay), hay, query)
    }

    #[test]
    fn marks_case_and_spaces_are_folded() {
        assert_eq!(fold(" ĐỖ  Thị\u{a0}Hoà "), "do thi hoa");
        assert_eq!(fold("Ðặng ƯỚC Nguye\u{302}\u{303}n"), "dang uoc nguyen");
        assert_eq!(fold("Van AN  99"), "van an 99");
        assert_eq!(fold("\u{301}"), "");
    }

    #[test]
    fn same_ignores_marks() {
        assert!(same("Phòng  Đất đai", "phong dat dai"));
        assert!(!same("Đất", "Đát đai"));
    }

    #[test]
    fn a_plain_query_finds_marked_text() {
        assert!(found("Nguyễn Đức Ánh", "duc anh"));
        assert!(found("Nguyễn Đức Ánh", "  NGUYEN "));
        assert!(!found("Nguyễn Đức Ánh", "nguyen anh"));
        assert!(found("Nguyễn", ""));
    }

    #[test]
    fn a_marked_query_finds_only_its_marks() {
        assert!(found("Nguyễn Ánh", "Ánh"));
        assert!(!found("Nguyễn Anh", "ánh"));
        assert!(found("Đan", "đan") && !found("Dan", "đan") && found("Ðan", "đan"));
        assert!(found("Nguye\u{302}\u{303}n", "nguyễn") && found("Nguyễn", "nguye\u{302}\u{303}n"));
    }

    #[test]
    fn the_tone_may_stand_on_either_vowel() {
        for (one, other) in [("Hòa", "hoà"), ("Thúy", "thuý"), ("Khỏe", "khoẻ"), ("Qúy", "quý"), ("Thụy An", "thuỵ")]
        {
            assert!(found(one, other), "{one} {other}");
            assert!(found(other, one.split(' ').next().unwrap()), "{other} {one}");
        }
        assert!(found("Hoà", "hò") && found("Hoàn", "àn") && found("Hoàn", "hoà"));
        assert!(!found("Hoàn", "hò") && !found("Hóa", "hoà"));
    }

    #[test]
    fn letters_that_are_known_are_what_taking_apart_gives() {
        let apart = |c: char| -> String {
            let mut parts = String::new();
            decompose_canonical(c, |part| parts.push(part));
            parts.chars().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(bare).collect()
        };
        let known = ('\0'..='\u{24ff}').filter_map(|c| Some((c, letter(c)?)));
        assert_eq!(known.clone().count(), 150);
        known.for_each(|(c, letter)| assert_eq!(apart(c), letter.to_string(), "{c}"));
        for c in '\0'..='\u{24ff}' {
            let text = format!(" {c} A {c}{c} ");
            assert!(lower_plain(&text).is_none_or(|plain| plain == lower_any(&text)), "{c:?}");
        }
        assert_eq!(lower_plain("Nguyễn  THỊ Ước ĐẶNG\tỸ").as_deref(), Some("nguyễn thị ước đặng ỹ"));
    }

    #[test]
    fn every_character_folds_to_a_fold() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_ascii()) {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_found(text in "[a-zàáâăđêôơưạảãA-ZĐ ]{1,24}", from in 0usize..8, len in 1usize..8) {
            let part: String = text.chars().skip(from).take(len).collect();
            prop_assert!(matches(&fold(&text), &text, &part) || part.trim() != part || part.contains("  ") );
            prop_assert!(matches(&fold(&text), &text, &fold(&part)) || part.trim() != part || part.contains("  "));
        }

        #[test]
        fn folding_ignores_composition(text in "\\PC{0,20}") {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&apart), fold(&text));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
