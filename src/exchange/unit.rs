//! Names of units as sheets give them: in a column, a section row, a title, a tab or a file name, often in capitals.
use super::unit_case::{is_shouted, sentence};
use crate::domain::clean::clean;
use crate::domain::fold::{fold, lower};

/// A unit's name as a sheet gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The name; what was in capitals is given small letters as far as can be told.
    pub name: String,
    /// Whether its small letters are a guess, so that a known unit's spelling goes before this one.
    pub caps: bool,
}

/// What units are called by, as their names begin.
#[rustfmt::skip]
pub const KINDS: &[&str] = &[
    "văn phòng", "chi cục", "trung tâm", "thanh tra", "ban quản lý", "chi nhánh", "bộ phận", "công ty", "bệnh viện",
    "công đoàn", "xí nghiệp", "thư viện", "bảo tàng", "ủy ban", "uỷ ban", "đoàn thanh niên", "phòng", "cục", "ban",
    "viện", "trường", "hạt", "trạm", "đội", "quỹ", "tổ", "khối", "sở", "vp",
];
/// Those safe to know without marks.
pub const PLAIN_KINDS: &[&str] =
    &["van phong", "chi cuc", "trung tam", "thanh tra", "ban quan ly", "phong", "chi nhanh"];
/// Labels that stand before a unit's name.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "don vi", "ten don vi", "phong don vi", "phong ban", "phong ban don vi", "co quan", "don vi cong tac",
    "don vi bao cao", "bo phan", "don vi lap", "co quan don vi", "ten co quan", "ten co quan don vi",
    "phong ban don vi cong tac", "noi cong tac",
];

/// The unit a cell names, without its number ("I."), label ("Đơn vị:") and count ("(6 cháu)"); nothing when no name
/// is left.
#[must_use]
pub fn spelled(text: &str) -> Option<Unit> {
    let text = clean(text);
    let bare = without_count(without_number(&text));
    let name = match bare.split_once(':') {
        Some((label, rest)) if LABELS.contains(&label_words(label).as_str()) => without_count(rest).to_string(),
        Some((kind, rest)) if is_kind(kind) && !looks_like(rest) => format!("{} {}", kind.trim(), rest.trim()),
        Some((kind, rest)) if is_kind(kind) => rest.trim().to_string(),
        _ => bare.to_string(),
    };
    let name = name
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ';' | '-' | '–' | '…' | '_' | '*' | '"'))
        .to_string();
    if name.chars().filter(|c| c.is_alphabetic()).count() < 2 || name.chars().count() > 120 {
        return None;
    }
    Some(if is_shouted(&name) { Unit { name: sentence(&name), caps: true } } else { Unit { name, caps: false } })
}

/// Whether a text begins as units' names do, its number and label aside.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    let text = clean(text);
    let bare = without_number(&text);
    let bare = match bare.split_once(':') {
        Some((label, rest)) if LABELS.contains(&label_words(label).as_str()) => {
            return rest.chars().any(char::is_alphabetic);
        }
        Some((kind, _)) => kind,
        None => bare,
    };
    let starts = |hay: &str, kinds: &[&str]| {
        kinds.iter().any(|kind| hay.strip_prefix(kind).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    if bare.is_ascii() { starts(&fold(bare), PLAIN_KINDS) } else { starts(&lower(bare), KINDS) }
}

/// The unit a label names: "Đơn vị: Văn phòng Sở", "Phòng: Kế hoạch".
#[must_use]
pub fn labelled(text: &str) -> Option<Unit> {
    let text = clean(text);
    let (label, rest) = text.split_once(':')?;
    let named =
        rest.chars().any(char::is_alphabetic) && (LABELS.contains(&label_words(label).as_str()) || is_kind(label));
    if named { spelled(&text) } else { None }
}

/// The part of a text after its number: "I. Văn phòng", "2) Phòng A", "a/ Tổ 1", "IV Thanh tra".
#[must_use]
pub fn without_number(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let (head, inner) = first.rsplit_once('.').map_or((first, ""), |(head, inner)| (head, inner));
    let mark = rest.chars().next();
    if is_number(head) && first.contains('.') && !inner.bytes().any(|b| b.is_ascii_digit()) {
        // "I.Văn phòng" runs on without a space; its first letters may be ASCII.
        return text.split_at(head.len() + 1).1.trim_start_matches(['.', ' ', '-', ')']);
    }
    if is_number(first.trim_end_matches('.')) && matches!(mark, Some(')' | '/' | '-' | ':')) {
        return rest.trim_start_matches([')', '/', '-', ':', ' ']);
    }
    let roman = !first.is_empty() && first.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    if roman && mark == Some(' ') { rest.trim_start() } else { text }
}

/// Whether a text numbers a section or row: a roman number, a letter or digits.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let roman = !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
    let letter = text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphabetic());
    let digits =
        text.len() <= 6 && text.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    roman || letter || digits
}

/// Drops a count of children after a section's name: "Văn phòng Sở (6 cháu)", "Thanh tra: 05 trẻ".
fn without_count(text: &str) -> &str {
    let counted = |part: &str| {
        let part = fold(part);
        let words = part.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut digits = false;
        let known = words.into_iter().all(|word| {
            digits |= word.bytes().all(|b| b.is_ascii_digit());
            word.bytes().all(|b| b.is_ascii_digit())
                || matches!(
                    word,
                    "chau"
                        | "tre"
                        | "em"
                        | "nguoi"
                        | "con"
                        | "co"
                        | "tong"
                        | "so"
                        | "hoc"
                        | "sinh"
                        | "thieu"
                        | "nhi"
                        | "nam"
                        | "nu"
                )
        });
        known && digits
    };
    let text = text.trim();
    for mark in ["(", ":", " - ", " – ", ",", "="] {
        if let Some((before, after)) = text.rsplit_once(mark).filter(|(_, after)| counted(after)) {
            return if before.trim().is_empty() || after.is_empty() { text } else { before.trim() };
        }
    }
    text
}

/// Whether a text is the word for a kind of unit and no more.
#[must_use]
pub fn is_kind(text: &str) -> bool {
    KINDS.contains(&lower(text.trim()).as_str())
}

fn label_words(label: &str) -> String {
    super::header::words(&fold(label)).trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(unit: Option<Unit>) -> String {
        unit.map_or_else(|| "none".to_string(), |unit| if unit.caps { format!("~{}", unit.name) } else { unit.name })
    }

    #[test]
    fn a_cell_names_a_unit() {
        for (text, unit) in [
            ("Văn phòng Sở", "Văn phòng Sở"),
            ("I. Văn phòng Sở", "Văn phòng Sở"),
            ("II) Thanh tra Sở", "Thanh tra Sở"),
            ("I.Phòng A", "Phòng A"),
            ("IV Thanh tra Sở", "Thanh tra Sở"),
            ("1. Phòng Kế hoạch", "Phòng Kế hoạch"),
            ("Đơn vị: Chi cục X", "Chi cục X"),
            ("Phòng: Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính"),
            ("Phòng: Phòng Kế hoạch", "Phòng Kế hoạch"),
            ("Văn phòng Sở (6 cháu)", "Văn phòng Sở"),
            ("Thanh tra Sở: 05 trẻ", "Thanh tra Sở"),
            ("Chi cục X (phía Bắc)", "Chi cục X (phía Bắc)"),
            ("VPS", "VPS"),
            ("VĂN PHÒNG SỞ", "~Văn phòng Sở"),
            ("…", "none"),
            ("Đơn vị: ……", "none"),
            ("-", "none"),
            ("TRUNG TÂM CÔNG NGHỆ THÔNG TIN", "~Trung tâm Công nghệ thông tin"),
            ("PHÒNG KẾ HOẠCH - TÀI CHÍNH", "~Phòng Kế hoạch - Tài chính"),
            ("BAN QUẢN LÝ DỰ ÁN", "~Ban Quản lý dự án"),
            ("CHI CỤC TNMT LẠNG SƠN", "~Chi cục TNMT Lạng Sơn"),
        ] {
            assert_eq!(name(spelled(text)), unit, "{text}");
        }
    }

    #[test]
    fn units_are_told_from_people_and_groups() {
        for unit in [
            "Văn phòng Sở",
            "I. Phòng Đo đạc",
            "Phòng: Kế hoạch",
            "Đơn vị: X",
            "Van phong So",
            "TỔ 1",
            "Chi cục Kiểm lâm",
        ] {
            assert!(looks_like(unit), "{unit}");
        }
        for other in ["Văn Phong", "Trương Văn A", "Tô Thị B", "Đoàn Văn C", "Trẻ dưới 6 tuổi", "Phongsavan"]
        {
            assert!(!looks_like(other), "{other}");
        }
    }
}
