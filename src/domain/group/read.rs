//! What free words in a cell say about a child's circumstances.
use super::law::{groups, others, speaks};
use super::pieces::pieces;
use super::{Finding, HARDSHIPS, by_letter};
use crate::domain::fold::{fold, lower};

/// Reads a free cell: "Mồ côi cha; hộ cận nghèo", "Trẻ em khuyết tật nặng". Pieces stand apart by `; , + /`, lines or
/// "và". A group of the law is found only where the law's words are met and speak of the child; all else is a
/// hardship in the office's own words. Cells that say "không" give nothing. Nothing is given twice.
#[must_use]
pub fn read(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for piece in pieces(text).iter().flat_map(|piece| conjuncts(piece)) {
        for finding in piece_findings(&piece) {
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
    }
    joined(found)
}

const NOTHING: &[&str] = &[
    "khong",
    "khong co",
    "khong thuoc dien",
    "binh thuong",
    "khong co gi",
    "chua co",
    "none",
    "no",
    "0",
    "x",
    "k",
    "ko",
];

fn piece_findings(piece: &str) -> Vec<Finding> {
    let folded = fold(piece);
    if !folded.chars().any(char::is_alphanumeric) || NOTHING.contains(&folded.as_str()) {
        return Vec::new();
    }
    // Our own lists name a group by its letter; "k" and "x" mean "không" and a tick.
    if let Some(group) = by_letter(&lower(piece.trim())) {
        return vec![Finding::Group(group)];
    }
    let groups = groups(piece);
    if groups.is_empty() {
        return vec![Finding::Hardship(hardship(piece))];
    }
    groups.into_iter().map(Finding::Group).collect()
}

/// The office's words, or those of the list where they differ from it only by marks, case or "trẻ em", "thuộc".
fn hardship(piece: &str) -> String {
    let mut folded = fold(piece);
    for lead in ["tre em ", "tre ", "chau ", "con ", "gia dinh ", "thuoc dien ", "thuoc "] {
        folded = folded.strip_prefix(lead).map_or_else(|| folded.clone(), str::to_string);
    }
    if let Some(parent) = folded.strip_prefix("mo coi bo") {
        folded = format!("mo coi cha{parent}");
    }
    if let Some(known) = HARDSHIPS.iter().find(|known| fold(known) == folded) {
        return (*known).to_string();
    }
    let shouted = piece.contains(' ') && !piece.chars().any(char::is_lowercase);
    if shouted { lower(piece) } else { small(piece) }
}

/// The first letter in lower case, unless its word is an abbreviation.
fn small(piece: &str) -> String {
    let mut letters = piece.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return piece.to_string();
    }
    first.to_lowercase().chain(letters).collect()
}

/// What makes a group only together, though the cell names it apart: a dead father and a dead mother, a grave illness
/// and a poor household. The household stays a hardship of its own.
fn joined(found: Vec<Finding>) -> Vec<Finding> {
    let own = |finding: &Finding, words: &[&str]| match finding {
        Finding::Hardship(own) => !others(own) && words.iter().any(|word| speaks(&fold(own), word)),
        Finding::Group(_) => false,
    };
    let is = |finding: &Finding, known: &str| matches!(finding, Finding::Hardship(own) if own == known);
    let any = |test: &dyn Fn(&Finding) -> bool| found.iter().any(test);
    let both = any(&|finding| is(finding, "mồ côi cha")) && any(&|finding| is(finding, "mồ côi mẹ"));
    let poor = any(&|finding| own(finding, &["ho ngheo", "can ngheo"]));
    let mut out = Vec::new();
    for finding in found {
        let letter = if both && (is(&finding, "mồ côi cha") || is(&finding, "mồ côi mẹ")) {
            "a"
        } else if poor && own(&finding, &["benh hiem ngheo", "dieu tri dai ngay"]) {
            "n"
        } else {
            ""
        };
        let finding = by_letter(letter).map_or(finding, Finding::Group);
        if !out.contains(&finding) {
            out.push(finding);
        }
    }
    out
}

/// A piece cut at "và" where both sides are known by themselves.
fn conjuncts(piece: &str) -> Vec<String> {
    let known = |part: &str| {
        piece_findings(part).iter().all(|finding| match finding {
            Finding::Group(_) => true,
            Finding::Hardship(own) => HARDSHIPS.contains(&own.as_str()),
        })
    };
    let cut = piece.match_indices(" và ").find_map(|(at, mark)| {
        let (left, right) = (piece.get(..at)?, piece.get(at + mark.len()..)?);
        (known(left) && known(right)).then(|| (left.to_string(), right.to_string()))
    });
    match cut {
        Some((left, right)) => [vec![left], conjuncts(&right)].concat(),
        None => vec![piece.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::group::GROUPS;

    fn told(text: &str) -> Vec<String> {
        read(text)
            .into_iter()
            .map(|finding| match finding {
                Finding::Group(group) => group.letter.to_string(),
                Finding::Hardship(own) => own,
            })
            .collect()
    }

    #[test]
    fn the_names_of_the_law_are_read() {
        for group in &GROUPS {
            assert_eq!(told(group.name), [group.letter], "{}", group.name);
            assert_eq!(told(&fold(group.name)), [group.letter], "{}", group.name);
            assert_eq!(told(&group.name.to_uppercase()), [group.letter], "{}", group.name);
            assert_eq!(told(&format!("điểm {}", group.letter)), [group.letter]);
        }
        let all: Vec<&str> = GROUPS.iter().map(|group| group.name).collect();
        let letters: Vec<&str> = GROUPS.iter().map(|group| group.letter).collect();
        for mark in ["; ", ", ", "\n", " + ", " / "] {
            assert_eq!(told(&all.join(mark)), letters, "{mark}");
        }
    }

    #[test]
    fn groups_are_read_from_an_offices_words() {
        for (text, letters) in [
            ("Mồ côi cả cha lẫn mẹ", &["a"][..]),
            ("mồ côi cả bố và mẹ, sống với bà", &["a", "sống với bà"]),
            ("mồ côi cả hai", &["a"]),
            ("Mồ côi bố mẹ", &["a"]),
            ("mồ côi cha, mẹ", &["a"]),
            ("mồ côi cả cha và mẹ và hộ nghèo", &["a", "hộ nghèo"]),
            ("mồ côi cha và mẹ và khuyết tật", &["a", "d"]),
            ("mồ côi cha; mồ côi mẹ; hộ nghèo", &["a", "hộ nghèo"]),
            ("bỏ rơi", &["b"]),
            ("bo roi", &["b"]),
            ("Khuyết tật nặng", &["d"]),
            ("khuyết tật đặc biệt nặng (vận động)", &["d"]),
            ("nhiễm HIV", &["đ"]),
            ("HIV/AIDS", &["đ"]),
            ("bỏ học, kiếm sống", &["bỏ học", "kiếm sống"]),
            ("bỏ học đi kiếm sống", &["h"]),
            ("khuyết tật nặng; hộ cận nghèo", &["d", "hộ cận nghèo"]),
            ("Khuyết tật và mồ côi cha", &["d", "mồ côi cha"]),
            ("Trẻ em bị khuyết tật/Trẻ em bị bỏ rơi", &["d", "b"]),
            ("bệnh hiểm nghèo thuộc hộ nghèo", &["n"]),
            ("Bệnh hiểm nghèo; hộ cận nghèo", &["n", "hộ cận nghèo"]),
            ("điểm d khoản 1 Điều 10", &["d"]),
            ("điểm d; điểm đ", &["d", "đ"]),
        ] {
            assert_eq!(told(text), letters, "{text}");
        }
    }

    #[test]
    fn what_the_law_does_not_name_is_a_hardship() {
        for (text, hardships) in [
            ("Mồ côi cha", &["mồ côi cha"][..]),
            ("mồ côi bố", &["mồ côi cha"]),
            ("Trẻ em mồ côi mẹ", &["mồ côi mẹ"]),
            ("Mồ côi cha; hộ cận nghèo", &["mồ côi cha", "hộ cận nghèo"]),
            ("Mồ côi cha và hộ nghèo", &["mồ côi cha", "hộ nghèo"]),
            ("mồ côi cha/mẹ", &["mồ côi cha/mẹ"]),
            ("mồ côi cha hoặc mẹ", &["mồ côi cha hoặc mẹ"]),
            ("mồ côi cha, mẹ bệnh nặng", &["mồ côi cha", "mẹ bệnh nặng"]),
            ("mồ côi cha mẹ đi làm xa", &["mồ côi cha mẹ đi làm xa"]),
            ("Mồ côi", &["mồ côi"]),
            ("HỘ NGHÈO", &["hộ nghèo"]),
            ("Thuộc hộ cận nghèo", &["hộ cận nghèo"]),
            ("Ho can ngheo", &["hộ cận nghèo"]),
            ("Bố khuyết tật", &["bố khuyết tật"]),
            ("Bố/mẹ nhiễm HIV", &["bố/mẹ nhiễm HIV"]),
            ("Con của người khuyết tật", &["con của người khuyết tật"]),
            ("bị ảnh hưởng bởi HIV/AIDS", &["bị ảnh hưởng bởi HIV/AIDS"]),
            ("Bệnh hiểm nghèo", &["bệnh hiểm nghèo"]),
            ("bệnh hiểm nghèo, hộ mới thoát nghèo", &["bệnh hiểm nghèo", "hộ mới thoát nghèo"]),
            ("mẹ bệnh hiểm nghèo, hộ nghèo", &["mẹ bệnh hiểm nghèo", "hộ nghèo"]),
            ("bị bạo lực", &["bị bạo lực"]),
            ("Di cư", &["di cư"]),
            ("mẹ bỏ rơi", &["mẹ bỏ rơi"]),
            ("không khuyết tật", &["không khuyết tật"]),
            ("không mồ côi cha mẹ", &["không mồ côi cha mẹ"]),
            ("NHÀ BỊ CHÁY", &["nhà bị cháy"]),
            ("TNTT do đuối nước", &["TNTT do đuối nước"]),
            ("1. Hộ nghèo\n2. Mồ côi cha.", &["hộ nghèo", "mồ côi cha"]),
            ("hộ nghèo, Hộ Nghèo", &["hộ nghèo"]),
            ("me khuyet tat", &["me khuyet tat"]),
            ("bo khuyet tat", &["bo khuyet tat"]),
        ] {
            assert_eq!(told(text), hardships, "{text}");
        }
    }

    #[test]
    fn empty_words_say_nothing() {
        for text in ["", " \n", "-", "0", "K", "Không", "không có", "Bình thường", ";;,/"] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_group_is_named_by_its_letter_alone() {
        assert_eq!(told("d, đ; hộ nghèo"), told("Trẻ em khuyết tật; Trẻ em nhiễm HIV/AIDS; hộ nghèo"));
        assert_eq!(told("Đ"), told("đ"));
    }

    #[test]
    fn listed_hardships_come_back_as_listed() {
        for known in HARDSHIPS {
            assert_eq!(told(known), [*known]);
            assert_eq!(told(&known.to_uppercase()), [*known]);
        }
    }

    proptest! {
        #[test]
        fn findings_are_read_again(picks in prop::collection::vec(0usize..14, 0..4), own in "[a-zà-ỹ]{3,8} [a-z]{2,6}") {
            let mut wanted: Vec<Finding> = Vec::new();
            for finding in picks.iter().filter_map(|at| by_letter(GROUPS[*at].letter)).map(Finding::Group) {
                if !wanted.contains(&finding) {
                    wanted.push(finding);
                }
            }
            let mut cell: Vec<&str> = picks.iter().map(|at| GROUPS[*at].name).collect();
            cell.push(&own);
            let again = read(&cell.join("; "));
            prop_assert!(again.starts_with(&wanted));
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,24}|[a-zàđ,;/+ .0-9]{0,24}") {
            for finding in read(&text) {
                if let Finding::Hardship(own) = finding {
                    prop_assert!(!own.trim().is_empty());
                    prop_assert_eq!(read(&own), [Finding::Hardship(own)]);
                }
            }
        }
    }
}
