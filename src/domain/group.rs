//! Children in special circumstances (Luật Trẻ em 2016, Điều 10 khoản 1) and other hardships.
mod law;
mod pieces;
mod read;

pub use read::read;

use crate::text::{Text, group as names};

/// One of the fourteen groups of the law.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Group {
    /// The point of Điều 10 khoản 1, in the Vietnamese order of letters.
    pub letter: &'static str,
    /// The name in the law's words.
    pub name: &'static str,
    /// Whether it is hidden unless asked for, and never printed in gift lists.
    pub sensitive: bool,
}

impl Group {
    /// The name in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        GROUPS
            .iter()
            .zip(names::NAMES)
            .find(|(group, _)| group.letter == self.letter)
            .map_or(Text { vi: self.name, en: self.name }, |(_, text)| text)
    }
}

/// The groups in the order of the law.
pub static GROUPS: [Group; 14] = [
    open("a", names::ORPHAN),
    open("b", names::ABANDONED),
    open("c", names::NO_SUPPORT),
    open("d", names::DISABLED),
    hidden("đ", names::HIV),
    hidden("e", names::OFFENDING),
    hidden("g", names::ADDICTED),
    open("h", names::OUT_OF_SCHOOL),
    hidden("i", names::HARMED),
    hidden("k", names::EXPLOITED),
    hidden("l", names::ABUSED),
    hidden("m", names::TRAFFICKED),
    open("n", names::ILL_AND_POOR),
    open("o", names::MIGRANT),
];

/// Hardships outside the law's groups that offices count as "khó khăn khác"; a list to start from, settings may
/// change it. A child with one dead parent, or of a poor household, is in no group of Điều 10 for that alone.
pub const HARDSHIPS: &[&str] = &[
    "mồ côi cha",
    "mồ côi mẹ",
    "hộ nghèo",
    "hộ cận nghèo",
    "bố hoặc mẹ bệnh nặng",
    "bố hoặc mẹ đơn thân",
    "thiên tai",
];

/// What a cell about a child's circumstances speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// A group of the law.
    Group(&'static Group),
    /// Another hardship in the office's words.
    Hardship(String),
}

/// The group of a point of the law: "a" to "o", "đ" apart from "d".
#[must_use]
pub fn by_letter(letter: &str) -> Option<&'static Group> {
    GROUPS.iter().find(|group| group.letter == letter)
}

const fn open(letter: &'static str, text: Text) -> Group {
    Group { letter, name: text.vi, sensitive: false }
}

const fn hidden(letter: &'static str, text: Text) -> Group {
    Group { letter, name: text.vi, sensitive: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_in_the_order_of_the_law() {
        let letters: Vec<&str> = GROUPS.iter().map(|group| group.letter).collect();
        assert_eq!(letters.concat(), "abcdđeghiklmno");
        for (group, text) in GROUPS.iter().zip(names::NAMES) {
            assert_eq!((group.name, group.text()), (text.vi, text));
            assert_eq!(by_letter(group.letter), Some(group));
        }
    }

    #[test]
    fn the_most_private_groups_are_hidden() {
        let hidden: Vec<&str> = GROUPS.iter().filter(|group| group.sensitive).map(|group| group.letter).collect();
        assert_eq!(hidden.concat(), "đegiklm");
    }

    #[test]
    fn letters_are_told_apart() {
        assert_eq!(by_letter("d").map(|group| group.name), Some("Trẻ em khuyết tật"));
        assert_eq!(by_letter("đ").map(|group| group.name), Some("Trẻ em nhiễm HIV/AIDS"));
        assert!(by_letter("f").is_none() && by_letter("D").is_none() && by_letter("").is_none());
    }
}
