//! People's names in cells: which text can be a name, and which parent a name in a shared column is.
use super::tidy::tidy;
use crate::domain::fold::{fold, lower};

/// The longest text taken for a name, in characters.
const LONGEST: usize = 80;
/// No longer text, in bytes, is worth comparing with the short words for "nothing" and "as above".
const SHORT: usize = 24;

/// The parents a cell or a row names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parents {
    /// The father.
    pub father: Option<String>,
    /// The mother.
    pub mother: Option<String>,
    /// What stood beside the names: a unit, a telephone number, a remark.
    pub rest: Vec<String>,
    /// Whether father or mother is a guess from the name alone.
    pub guessed: bool,
}

/// Whether a cleaned text can be someone's name: letters, with at most the signs names have.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let (mut letters, mut all) = (0, 0);
    for c in text.chars() {
        all += 1;
        match c {
            'a'..='z' | 'A'..='Z' => letters += 1,
            ' ' | '.' | '-' | '\'' | '’' | 'ʼ' if all > 1 => {}
            _ if c.is_alphabetic() => letters += 1,
            _ if all > 1 && unicode_normalization::char::is_combining_mark(c) => {}
            _ => return false,
        }
    }
    letters >= 2 && all <= LONGEST && !text.contains(" -") && !text.contains("- ")
}

/// Whether a name was masked: initials with stops alone, as "N.T.Đ.".
#[must_use]
pub fn is_masked(name: &str) -> bool {
    let mut letters = 0;
    let mut rest = name.split_whitespace().flat_map(str::chars);
    while let Some(letter) = rest.next() {
        if !letter.is_alphabetic() || rest.next() != Some('.') {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// Whether a text would be run by a spreadsheet, or is the error of a formula.
#[must_use]
pub fn is_formula(text: &str) -> bool {
    let text = text.trim_start();
    let runs = text.contains(['(', '|', '!']);
    match text.chars().next() {
        Some('=') => true,
        Some('+' | '-' | '@') => runs && text.chars().nth(1).is_some_and(char::is_alphanumeric),
        Some('#') => matches!(
            text.trim_end(),
            "#N/A" | "#REF!" | "#NAME?" | "#VALUE!" | "#DIV/0!" | "#NULL!" | "#NUM!" | "#DATA!"
        ),
        _ => false,
    }
}

/// Whether a text only says that there is nothing: "-", "không", "không có".
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
        || text.len() <= SHORT
            && matches!(
                fold(text).trim_end_matches('.'),
                "0" | "khong" | "khong co" | "k" | "ko" | "null" | "none" | "n/a" | "chua co" | "khong ro"
            )
}

/// Whether a text means "as above".
#[must_use]
pub fn is_ditto(text: &str) -> bool {
    if text.len() > SHORT {
        return false;
    }
    let text = text.trim();
    matches!(text, "\"" | "''" | "〃" | "”" | "“" | "-\"-" | "- \" -" | "“”")
        || matches!(fold(text).trim_matches(['-', ' ']), "nt" | "n.t" | "nhu tren")
}

/// A name and what stands beside it: its number in the list goes, brackets and lines after the first are remarks.
#[must_use]
pub fn split_name(text: &str) -> (String, Vec<String>) {
    let mut rest = Vec::new();
    let mut name = text.to_string();
    if let Some((before, after)) =
        text.split_once(['(', '[']).filter(|(before, _)| before.chars().any(char::is_alphabetic))
    {
        let (inner, tail) = after.split_once([')', ']']).unwrap_or((after, ""));
        rest.push(tidy(inner));
        name = format!("{before} {tail}");
    }
    let name = tidy(&name);
    let name = name.trim_end_matches([',', ';', ' ']).trim_start_matches(['-', '+', '•', '*', ' ']);
    let digits = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let (number, tail) = name.split_at(digits);
    let name =
        if number.is_empty() { name } else { tail.strip_prefix(['.', ')', '/', '-']).map_or(name, str::trim_start) };
    rest.retain(|part| !part.is_empty());
    (name.to_string(), rest)
}

/// The parents named in one cell: "Bố: A, mẹ: B", "A - B", two lines. Without labels the order of the head counts
/// (`mother_first`), and a "Thị" in the first name alone turns it. A single name is told by its label, by "Thị" or
/// "Văn", else by the child's family name, which is the father's.
#[must_use]
pub fn parents(text: &str, mother_first: bool, child: &str) -> Parents {
    let mut found = Parents::default();
    let mut unknown: Vec<String> = Vec::new();
    let parts = parts(text);
    let proper = parts.iter().any(|part| part.starts_with(char::is_uppercase));
    for part in parts {
        let (label, bare) = labelled(&part);
        let (name, mut beside) = split_name(bare);
        // Among names with capitals, words without are a remark: "Vi Thị Hoa, nghỉ hưu".
        if proper && label.is_none() && name.starts_with(char::is_lowercase) {
            found.rest.push(name);
            found.rest.append(&mut beside);
            continue;
        }
        let role = label.or_else(|| {
            let at = beside.iter().position(|beside| role_of(&fold(beside)).is_some())?;
            role_of(&fold(&beside.remove(at)))
        });
        let other = beside.iter().position(|beside| is_proper_name(beside)).map(|at| beside.remove(at));
        found.rest.append(&mut beside);
        if !is_name(&name) || super::unit::looks_like(&name) || is_nothing(&name) {
            found.rest.extend(Some(name).filter(|name| !is_nothing(name)));
            continue;
        }
        match role {
            Some(Role::Father) if found.father.is_none() => found.father = Some(name),
            Some(Role::Mother) if found.mother.is_none() => found.mother = Some(name),
            _ => unknown.push(name),
        }
        unknown.extend(other);
    }
    place(&mut found, unknown, mother_first, child);
    found
}

/// Whether words that stand beside a name are another one: "Lê Bình (Vi Thị Hoa)", but not "Lê Bình (đã mất)".
#[must_use]
pub fn is_proper_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let spelled = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase)
    };
    words.len() >= 2 && words.iter().all(spelled) && is_name(text) && !super::unit::looks_like(text)
}

/// Gives names without a label their place.
fn place(found: &mut Parents, mut unknown: Vec<String>, mother_first: bool, child: &str) {
    if found.father.is_none() && found.mother.is_none() && unknown.len() >= 2 {
        let (first, second) = (unknown.remove(0), unknown.remove(0));
        let turned = match (is_womans(&first), is_womans(&second)) {
            (true, false) => true,
            (false, true) => false,
            _ => mother_first,
        };
        let (father, mother) = if turned { (second, first) } else { (first, second) };
        (found.father, found.mother) = (Some(father), Some(mother));
    }
    for name in unknown {
        let family = |name: &str| fold(name).split(' ').next().map(ToString::to_string);
        match (found.father.is_none(), found.mother.is_none()) {
            (true, false) => found.father = Some(name),
            (false, true) => found.mother = Some(name),
            (false, false) => found.rest.push(name),
            (true, true) => {
                let womans = is_womans(&name);
                let mans = lower(&name).split(' ').any(|word| word == "văn");
                found.guessed = !womans && !mans;
                if womans || found.guessed && family(&name) != family(child) {
                    found.mother = Some(name);
                } else {
                    found.father = Some(name);
                }
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Role {
    Father,
    Mother,
}

fn role_of(folded: &str) -> Option<Role> {
    match folded.trim().trim_end_matches(['.', ':']) {
        "bo" | "cha" | "ba" | "ong" | "bo de" | "ho ten bo" | "ten bo" | "anh" => Some(Role::Father),
        "me" | "ma" | "chi" | "me de" | "ho ten me" | "ten me" => Some(Role::Mother),
        _ => None,
    }
}

/// A label before a name: with a colon any, without one only in small letters, since "Bà" may be a name.
fn labelled(part: &str) -> (Option<Role>, &str) {
    if let Some((label, name)) = part.split_once(':') {
        // "Bà" folds like "Ba", which is a father.
        let role = if lower(label.trim()) == "bà" { Some(Role::Mother) } else { role_of(&fold(label)) };
        return role.map_or((None, part), |role| (Some(role), name));
    }
    let Some((word, name)) = part.trim().split_once(' ') else { return (None, part) };
    match lower(word).as_str() {
        "bố" | "cha" | "ông" if name.contains(' ') => (Some(Role::Father), name),
        "mẹ" | "bà" if name.contains(' ') => (Some(Role::Mother), name),
        _ => (None, part),
    }
}

fn is_womans(name: &str) -> bool {
    lower(name).split(' ').skip(1).any(|word| word == "thị")
}

/// Splits a cell into the names it may hold.
fn parts(text: &str) -> Vec<String> {
    let mut out = text.replace([';', '/', '&', '\n', '\r', '+', ',', '|', '–', '—'], ";");
    // Most cells hold one name: looking costs less than a copy for each word.
    for word in [" - ", " và ", " VÀ ", " Và "] {
        if out.contains(word) {
            out = out.replace(word, ";");
        }
    }
    for label in [" mẹ", " Mẹ:", " Mẹ :", " bố", " Bố:", " cha ", " Cha:", " vợ"] {
        if out.contains(label) {
            out = out.replace(label, &label.replacen(' ', ";", 1));
        }
    }
    out.split(';').map(tidy).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, child: &str) -> (String, String, bool) {
        let found = parents(text, false, child);
        (found.father.unwrap_or_default(), found.mother.unwrap_or_default(), found.guessed)
    }

    #[test]
    fn names_are_letters() {
        for name in ["Nguyễn Văn An", "H'Hen Niê", "Lê A. Tú", "Vi Thị Mai-Anh", "An", "ÁNH", "Ng. Văn B"] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "",
            "A",
            "123",
            "Nguyễn Văn A1",
            "=A1",
            "???",
            "Nguyễn Văn An, Nguyễn Văn Bình",
            "-",
            "<b>",
            "0912345678",
            &"An ".repeat(40),
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn masked_names_are_known() {
        assert!(is_masked("N.T.Đ.") && is_masked("L. A."));
        assert!(!["Ng. Văn B", "Lê A. Tú", "A.", "", "Lê An"].iter().any(|name| is_masked(name)));
    }

    #[test]
    fn formulas_are_known() {
        for text in ["=HYPERLINK(\"x\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3(4)", "#N/A", " =1"] {
            assert!(is_formula(text), "{text}");
        }
        for text in ["+84 912", "- Con thương binh", "-", "Nguyễn", "#1", "-Con liệt sĩ"] {
            assert!(!is_formula(text), "{text}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_is_kept_apart() {
        assert_eq!(split_name("1. Nguyễn Văn An"), ("Nguyễn Văn An".to_string(), vec![]));
        assert_eq!(split_name("Nguyễn Văn An (sinh đôi)"), ("Nguyễn Văn An".to_string(), vec!["sinh đôi".to_string()]));
        assert_eq!(split_name("- Lê B,"), ("Lê B".to_string(), vec![]));
        assert_eq!(split_name("12"), ("12".to_string(), vec![]));
    }

    #[test]
    fn two_names_in_a_cell() {
        let pair = ("Lê Văn An".to_string(), "Vi Thị Hoa".to_string(), false);
        for text in [
            "Lê Văn An, Vi Thị Hoa",
            "Lê Văn An\nVi Thị Hoa",
            "Lê Văn An - Vi Thị Hoa",
            "Vi Thị Hoa / Lê Văn An",
            "Lê Văn An và Vi Thị Hoa",
            "Bố: Lê Văn An; Mẹ: Vi Thị Hoa",
            "Bố: Lê Văn An Mẹ: Vi Thị Hoa",
            "mẹ Vi Thị Hoa, bố Lê Văn An",
            "Ông Lê Văn An và bà Vi Thị Hoa",
            "Vi Thị Hoa (mẹ) & Lê Văn An (bố)",
            "Lê Văn An (Vi Thị Hoa)",
        ] {
            assert_eq!(told(text, "Lê Minh"), pair, "{text}");
        }
        let turned = parents("Vi Hoa, Lê An", true, "");
        assert_eq!((turned.father.as_deref(), turned.mother.as_deref()), (Some("Lê An"), Some("Vi Hoa")));
    }

    #[test]
    fn one_name_in_a_cell() {
        assert_eq!(told("Vi Thị Hoa", "Lê Minh"), (String::new(), "Vi Thị Hoa".to_string(), false));
        assert_eq!(told("Lê Văn An", "Lê Minh"), ("Lê Văn An".to_string(), String::new(), false));
        assert_eq!(told("Lê Anh Tú", "Lê Minh"), ("Lê Anh Tú".to_string(), String::new(), true));
        assert_eq!(told("Trần Bảo Anh", "Lê Minh"), (String::new(), "Trần Bảo Anh".to_string(), true));
        assert_eq!(told("Bà: Trần Bảo Anh", "Trần Minh"), (String::new(), "Trần Bảo Anh".to_string(), false));
        let found = parents("Lê Văn An - Văn phòng Sở, 0912 345 678", false, "Lê Minh");
        assert_eq!(found.rest, ["Văn phòng Sở", "0912 345 678"]);
        assert_eq!(parents("-", false, ""), Parents::default());
        let found = parents("Vũ Thị Ngữ; nghỉ hưu", false, "Lê Minh");
        assert_eq!(
            (found.mother.as_deref(), found.father, found.rest),
            (Some("Vũ Thị Ngữ"), None, vec!["nghỉ hưu".into()])
        );
    }

    #[test]
    fn signs_of_nothing_and_of_the_same() {
        assert!(["-", "Không có", "…", "0", "không"].iter().all(|text| is_nothing(text)) && !is_nothing("Không Văn A"));
        assert!(["\"", "nt", "-nt-", "Như trên", "〃"].iter().all(|text| is_ditto(text)) && !is_ditto("Ant"));
    }
}
