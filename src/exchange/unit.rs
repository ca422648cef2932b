//! Names of units as sheets give them: in a column, a section row, a title, a tab or a file name, often in capitals.
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
const KINDS: &[&str] = &[
    "văn phòng",
    "chi cục",
    "trung tâm",
    "thanh tra",
    "ban quản lý",
    "chi nhánh",
    "bộ phận",
    "công ty",
    "bệnh viện",
    "công đoàn",
    "xí nghiệp",
    "thư viện",
    "bảo tàng",
    "ủy ban",
    "uỷ ban",
    "đoàn thanh niên",
    "phòng",
    "cục",
    "ban",
    "viện",
    "trường",
    "hạt",
    "trạm",
    "đội",
    "quỹ",
    "tổ",
    "khối",
    "sở",
    "vp",
];
/// Those that name a unit within a title; the others are common words there.
const TITLE_KINDS: &[&str] = &[
    "văn phòng",
    "chi cục",
    "trung tâm",
    "thanh tra",
    "ban quản lý",
    "chi nhánh",
    "bệnh viện",
    "công ty",
    "phòng",
    "viện",
    "trường",
    "hạt",
    "trạm",
];
/// Those safe to know without marks.
const PLAIN_KINDS: &[&str] = &["van phong", "chi cuc", "trung tam", "thanh tra", "ban quan ly", "phong", "chi nhanh"];
/// Labels that stand before a unit's name.
const LABELS: &[&str] = &[
    "don vi",
    "ten don vi",
    "phong don vi",
    "phong ban",
    "phong ban don vi",
    "co quan",
    "don vi cong tac",
    "don vi bao cao",
    "bo phan",
    "don vi lap",
    "co quan don vi",
    "ten co quan",
    "ten co quan don vi",
    "phong ban don vi cong tac",
    "noi cong tac",
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

/// The unit named within a title: "DANH SÁCH CON CBCCVC PHÒNG ĐO ĐẠC NĂM 2026". The agency itself is none.
#[must_use]
pub fn in_title(text: &str) -> Option<Unit> {
    const ENDS: &[&str] = &[
        "(",
        " năm 2",
        " năm học",
        " tính đến",
        " tại ",
        " nhân ",
        " đợt ",
        " dịp ",
        " quý ",
        ";",
        " được ",
        " có ",
        " đề nghị ",
        " nhận ",
    ];
    let text = clean(text);
    let small = lower(&text);
    if small.chars().count() != text.chars().count() {
        return None;
    }
    let from = TITLE_KINDS.iter().filter_map(|kind| kind_at(&small, kind)).min()?;
    let rest: String = small.chars().skip(from).collect();
    let length = ENDS.iter().filter_map(|end| rest.split_once(end)).map(|(before, _)| before.chars().count()).min();
    let part: String = text.chars().skip(from).take(length.unwrap_or(usize::MAX)).collect();
    // A year at the end is the list's, not the unit's.
    let part = part.trim_end_matches(|c: char| c.is_ascii_digit() || " -–_".contains(c));
    let unit = spelled(part)?;
    // A kind alone names no unit.
    (unit.name.split(' ').count() > 1 && !is_kind(&unit.name)).then_some(unit)
}

/// The unit a file's name tells, with marks or as a slug: "DS con CBCC Phòng Đo đạc.xlsx", "chi-cuc-dat-dai.xls".
#[must_use]
pub fn in_file_name(file_name: &str) -> Option<Unit> {
    let stem = std::path::Path::new(file_name).file_stem()?.to_str()?;
    let spaced = if stem.contains(' ') { stem.replace('_', " ") } else { stem.replace(['_', '-', '.'], " ") };
    if !spaced.is_ascii() {
        return in_title(&spaced);
    }
    let words: Vec<String> = fold(&spaced).split(' ').map(ToString::to_string).collect();
    let from = (0..words.len()).find(|from| {
        let rest = words[*from..].join(" ");
        let after = |kind: &str| rest.strip_prefix(kind).filter(|rest| rest.starts_with(' ')).map(str::trim);
        PLAIN_KINDS
            .iter()
            .any(|kind| after(kind).is_some_and(|rest| !rest.starts_with("chong") && !rest.starts_with("trao")))
    })?;
    let end = words[from..]
        .iter()
        .position(|word| word.bytes().any(|b| b.is_ascii_digit()) || word == "nam" || word == "thang");
    let name = words[from..end.map_or(words.len(), |end| from + end)].join(" ");
    (!is_kind(&name) && !PLAIN_KINDS.contains(&name.as_str())).then(|| Unit { name: sentence(&name), caps: true })
}

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

/// Where a kind stands in a title as whole words, counted in characters; not within words that only sound alike.
fn kind_at(small: &str, kind: &str) -> Option<usize> {
    small.match_indices(kind).find_map(|(at, found)| {
        let (before, rest) = (small.get(..at)?, small.get(at + found.len()..)?);
        let whole = !before.ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
        let next = rest.trim_start();
        let other = match kind {
            "phòng" => ["chống", "ngừa", "tránh", "trào"].iter().any(|word| next.starts_with(word)),
            "trường" => {
                ["môi", "thị", "hiện", "nhà", "đến", "tới"].iter().any(|word| before.trim_end().ends_with(word))
            }
            _ => false,
        };
        (whole && !other).then(|| before.chars().count())
    })
}

fn is_kind(text: &str) -> bool {
    KINDS.contains(&lower(text.trim()).as_str())
}

fn label_words(label: &str) -> String {
    super::header::words(&fold(label)).trim().to_string()
}

/// Whether a text has capitals only; a single short word is an abbreviation and stays.
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0 && !text.chars().any(char::is_lowercase) && (text.contains(' ') || letters > 7)
}

/// A name in capitals as the office writes it: the kind and the first word of the rest with a capital, likewise after
/// a dash (Nghị định 30/2020/NĐ-CP, Phụ lục II).
fn sentence(shouted: &str) -> String {
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

    #[test]
    fn a_title_names_a_unit() {
        for (text, unit) in [
            ("DANH SÁCH CON CBCCVC PHÒNG ĐO ĐẠC, BẢN ĐỒ VÀ VIỄN THÁM", "~Phòng Đo đạc, bản đồ và viễn thám"),
            ("Danh sách con CBCCVC Văn phòng Sở năm 2026", "Văn phòng Sở"),
            ("DANH SÁCH TRẺ EM LÀ CON CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG", "none"),
            ("Danh sách trẻ em Sở Tài nguyên và Môi trường", "none"),
            ("Phòng chống tai nạn", "none"),
            ("Trung tâm", "none"),
            ("Danh sách các cháu Thanh tra Sở (đợt 1)", "Thanh tra Sở"),
        ] {
            assert_eq!(name(in_title(text)), unit, "{text}");
        }
    }

    #[test]
    fn a_file_name_tells_a_unit() {
        assert_eq!(name(in_file_name("DS con CBCC Văn phòng Sở 2026.xlsx")), "Văn phòng Sở");
        assert_eq!(name(in_file_name("danh-sach-chi-cuc-dat-dai-2026.xls")), "~Chi cuc Dat dai");
        for other in ["01-hai-dong-tieu-de.xlsx", "phong-chong-ma-tuy.csv", "ds.xlsx", "van_phong.xlsx", ""] {
            assert_eq!(name(in_file_name(other)), "none", "{other}");
        }
    }

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
