//! A child's sex, as civil papers write it.
use super::fold::fold;

/// Male or female; an unknown sex is the absence of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

impl Sex {
    /// Both, in the order of forms.
    pub const ALL: [Self; 2] = [Self::Male, Self::Female];

    /// What is kept and exchanged: "nam" or "nữ".
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Male => "nam",
            Self::Female => "nữ",
        }
    }

    /// Reads what people write: nam, nữ, trai, gái, "bé gái", m, f, male, female. Marks and case do not matter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
        match word {
            "nam" | "trai" | "con trai" | "be trai" | "chau trai" | "nam gioi" | "gioi tinh nam" | "m" | "male"
            | "boy" => Some(Self::Male),
            "nu" | "gai" | "con gai" | "be gai" | "chau gai" | "nu gioi" | "gioi tinh nu" | "f" | "female" | "girl" => {
                Some(Self::Female)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_read() {
        for text in ["Nam", "NAM", " nam. ", "trai", "Con trai", "Bé trai", "M", "male"] {
            assert_eq!(Sex::parse(text), Some(Sex::Male), "{text}");
        }
        for text in ["Nữ", "NỮ", "nu", "Gái", "con gái", "F", "Nu\u{31b}\u{303}"] {
            assert_eq!(Sex::parse(text), Some(Sex::Female), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_sex() {
        for text in ["", "?", "x", "Nam Nữ", "khác", "1", "Nam Định"] {
            assert_eq!(Sex::parse(text), None, "{text}");
        }
    }

    #[test]
    fn codes_are_read_back() {
        assert_eq!(Sex::ALL.map(|sex| Sex::parse(sex.code())), Sex::ALL.map(Some));
    }
}
