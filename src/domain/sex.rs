//! A child's sex as sheets and papers write it.
use crate::domain::fold::fold;
use crate::domain::record::choices;
use crate::domain::value::{Cell, Kind, Value};
use crate::text::field as t;

choices! {
    /// Boy or girl; not known is `None` around it.
    pub enum Sex {
        #[default] Male "nam" = t::MALE;
        Female "nữ" = t::FEMALE;
    }
}

impl Cell for Option<Sex> {
    const KIND: Kind = Kind::Choice(Sex::CHOICES);
    fn value(&self) -> Value {
        self.map_or(Value::Null, |sex| sex.value())
    }
    fn take(value: &Value) -> Option<Self> {
        if value.is_blank() { Some(None) } else { Sex::of_code(value.text()).map(Some) }
    }
}

impl Sex {
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
        assert_eq!([Sex::Male, Sex::Female].map(|sex| Sex::parse(sex.code())), [Some(Sex::Male), Some(Sex::Female)]);
    }
}
