//! The words by which the law's groups are known.
use super::{Group, by_letter};
use crate::domain::fold::{fold, lower};

/// The groups whose words a piece holds.
pub(super) fn groups(piece: &str) -> Vec<&'static Group> {
    if let Some(group) = pointed(piece) {
        return vec![group];
    }
    let folded = fold(piece);
    if others(piece) || speaks(&folded, "anh huong") || folded.starts_with("khong phai") {
        return Vec::new();
    }
    let mut letters: Vec<&str> = Vec::new();
    if orphan(&folded) {
        letters.push("a");
    }
    letters.extend(
        WORDS
            .iter()
            .filter(|(_, rows)| rows.iter().any(|row| row.iter().all(|word| met(&folded, word))))
            .map(|(letter, _)| *letter),
    );
    letters.into_iter().filter_map(by_letter).collect()
}

/// "điểm d", "nhóm đ", "điểm n khoản 1 Điều 10". A letter alone is not read: "K" mostly says "không".
fn pointed(piece: &str) -> Option<&'static Group> {
    let text = lower(piece);
    let rest = text.strip_prefix("điểm ").or_else(|| text.strip_prefix("nhóm "))?;
    let (letter, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    by_letter(letter).filter(|_| rest.is_empty() || rest.starts_with("khoản 1"))
}

/// Whether the piece speaks of someone around the child.
pub(super) fn others(piece: &str) -> bool {
    let text = lower(piece);
    let bare = text == fold(piece);
    // Without marks "bo" before these is "bỏ", else most likely "bố".
    if bare && ["bo roi", "bo hoc", "bo mac"].iter().any(|words| text.starts_with(words)) {
        return false;
    }
    let begins =
        |who: &str| text.strip_prefix(who).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/', ',']));
    OTHERS.iter().any(|who| begins(who) || (bare && begins(&fold(who))))
}

/// Whether both parents are said to be dead: "mồ côi cả cha và mẹ", "mồ côi cha mẹ", "mồ côi bố, mẹ". "Cha hoặc mẹ",
/// "cha/mẹ" are one of them.
fn orphan(folded: &str) -> bool {
    let Some((_, after)) = folded.split_once("mo coi").filter(|_| speaks(folded, "mo coi")) else { return false };
    let words: Vec<&str> = after.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let both = words.iter().any(|word| matches!(*word, "cha" | "bo" | "ba"))
        && words.iter().any(|word| matches!(*word, "me" | "ma"));
    match words.first() {
        Some(&"ca") if both || words.get(1).is_some_and(|word| matches!(*word, "hai" | "2")) => true,
        // Without "cả" nothing may follow the parents: in "mồ côi cha mẹ đi làm xa" the mother lives.
        _ => both && words.iter().all(|word| matches!(*word, "cha" | "bo" | "ba" | "me" | "ma" | "va" | "lan")),
    }
}

fn met(folded: &str, word: &str) -> bool {
    match word {
        POOR => ["ho ngheo", "can ngheo"].iter().any(|word| speaks(folded, word)),
        ALONE => ["chua xac dinh duoc cha me", "khong co nguoi cham soc"].iter().any(|word| speaks(folded, word)),
        _ => match word.strip_prefix('=') {
            Some(whole) => folded == whole,
            None => speaks(folded, word),
        },
    }
}

/// Whether whole words stand in folded text, and are not denied.
pub(super) fn speaks(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let (before, after) =
            (folded.get(..at).unwrap_or_default(), folded.get(at + words.len()..).unwrap_or_default());
        let apart = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let denied = ["khong ", "khong bi ", "chua ", "khong thuoc ", "thoat "].iter().any(|no| before.ends_with(no));
        apart && !denied
    })
}

/// The law's words for a group, folded. Each inner list is a row of words that must all be met.
const WORDS: &[(&str, &[&[&str]])] = &[
    ("b", &[&["bi bo roi"], &["tre bo roi"], &["tre em bo roi"], &["=bo roi"]]),
    ("c", &[&["khong noi nuong tua"], &["khong co noi nuong tua"]]),
    ("d", &[&["khuyet tat"]]),
    ("đ", &[&["hiv"], &["aids"]]),
    ("e", &[&["vi pham phap luat"]]),
    ("g", &[&["nghien ma tuy"]]),
    ("h", &[&["bo hoc", "kiem song"]]),
    ("i", &[&["ton hai", "bao luc"]]),
    ("k", &[&["bi boc lot"], &["tre em boc lot"], &["=boc lot"]]),
    ("l", &[&["xam hai tinh duc"]]),
    ("m", &[&["bi mua ban"], &["nan nhan mua ban"]]),
    ("n", &[&["benh hiem ngheo", POOR], &["dieu tri dai ngay", POOR]]),
    ("o", &[&["di cu", ALONE], &["lanh nan", ALONE], &["ti nan", ALONE], &["ty nan", ALONE]]),
];

/// Stands for any word of a poor or near-poor household.
const POOR: &str = "?poor";
/// Stands for any word of a child whose parents are not known or who has no carer.
const ALONE: &str = "?alone";

/// Who else a cell may speak of, in lower case with marks, because "bố" and "bỏ" fold alike.
const OTHERS: &[&str] = &[
    "bố",
    "mẹ",
    "cha",
    "ba",
    "má",
    "ông",
    "bà",
    "anh",
    "chị",
    "gia đình",
    "nhà",
    "người",
    "em trai",
    "em gái",
    "con của",
    "con bố",
    "con mẹ",
    "con ông",
    "con bà",
    "con người",
    "con gia đình",
    "có bố",
    "có mẹ",
    "có cha",
    "có ông",
    "có bà",
    "có anh",
    "có chị",
    "có em",
];
