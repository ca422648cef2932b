//! What somebody typed into a report that is to say no small count of children: counts and names that would give a
//! family away. Figures are guarded where they are made; words are looked at here.
use super::facts::Facts;
use crate::reports::figures::FIGURES;

/// What of a report for the public nobody is to type.
#[derive(Clone, Debug, Default)]
pub struct Forbidden {
    /// Counts from 1 up to this one are not said; 0 where nothing is guarded.
    under: i64,
    /// Counts that are kept back because others would follow from them, and that are no other figure.
    withheld: Vec<i64>,
    /// The full names of children.
    names: Vec<String>,
}

/// What follows a number that counts children.
const CHILDREN: &[&str] = &["trẻ", "cháu", "em", "bé", "con", "vụ", "hộ", "nam", "nữ"];
/// The same in two words.
const CASES: &[(&str, &str)] = &[("trường", "hợp"), ("gia", "đình")];

/// Small numbers in words.
const WORDS: &[&str] = &["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

impl Forbidden {
    /// What is forbidden in a report; nothing unless it is guarded. `names` are those of all children.
    pub fn of(facts: &Facts, names: impl FnOnce() -> crate::store::Result<Vec<String>>) -> crate::store::Result<Self> {
        if !facts.report.is_guarded() {
            return Ok(Self::default());
        }
        let full = |code: &str| facts.guard.is_full(code);
        let of = |said: bool| FIGURES.iter().filter(move |it| full(it.code) == said).map(|it| facts.get(it.code));
        let said: Vec<i64> = of(true).collect();
        let withheld = of(false).filter(|value| !said.contains(value)).collect();
        Ok(Self { under: facts.guard.minimum(), withheld, names: names()? })
    }

    /// The small or withheld counts of children in a text, as they are written: "02 cháu", "hai trẻ".
    pub fn counts(&self, text: &str) -> Vec<String> {
        if self.under == 0 {
            return Vec::new();
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let said = |at: usize| words.get(at).map(|word| bare(word).to_lowercase()).unwrap_or_default();
        let is_of_children = |at: usize| {
            CASES.contains(&(said(at).as_str(), said(at + 1).as_str())) || CHILDREN.contains(&said(at).as_str())
        };
        let told = words.windows(2).enumerate().filter(|(at, _)| is_of_children(at + 1)).map(|(_, two)| two);
        let few = told.filter(|two| {
            let word = bare(two[0]).to_lowercase();
            let in_words = WORDS.iter().position(|it| *it == word).and_then(|at| i64::try_from(at + 1).ok());
            let value = word.replace('.', "").parse::<i64>().ok().or(in_words);
            value.is_some_and(|value| (1..self.under).contains(&value) || self.withheld.contains(&value))
        });
        few.map(|two| format!("{} {}", bare(two[0]), bare(two[1]))).collect()
    }

    /// The children that a text names in full.
    pub fn named(&self, text: &str) -> Vec<&str> {
        let lower =
            format!(" {} ", text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ").to_lowercase());
        let named = |name: &&String| lower.contains(&format!(" {} ", name.to_lowercase()));
        self.names.iter().filter(named).map(String::as_str).collect()
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_of_children_and_their_names_are_found_and_nothing_else() {
        let it = Forbidden { under: 3, withheld: vec![7], names: vec!["Lộc Văn Đông".into(), "Bế An".into()] };
        assert_eq!(it.counts("Hỗ trợ 02 cháu, một trẻ khuyết tật; 7 nam."), ["02 cháu", "một trẻ", "7 nam"]);
        assert_eq!(
            it.counts("Tổ chức 2 buổi; 45 cháu; năm 2026 trẻ em; 1 chương trình; 2 trường."),
            Vec::<String>::new()
        );
        assert_eq!(it.counts("Có hai trường hợp."), ["hai trường"]);
        assert_eq!(it.named("Tặng quà cháu lộc văn đông, bế anh."), ["Lộc Văn Đông"]);
        assert!(Forbidden::default().counts("1 cháu").is_empty());
    }
}
