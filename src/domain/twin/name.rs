//! How two names are alike: written otherwise, typed wrong, cut short; or names that a family gives to two children.
use super::given;
use crate::domain::fold::{fold, lower, one_tone_place};

/// How two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same but for case, spaces, the place of a tone (hoà, hòa) and i for y (Lý, Lí).
    Same,
    /// The same letters, one of them without any marks.
    Bare,
    /// The same letters with other marks. `two` says that the words that differ are both usual given names.
    Marks {
        /// Whether a family may have given both names.
        two: bool,
    },
    /// The same letters with spaces elsewhere.
    Spaced,
    /// One letter more, less, other or in the wrong place, in one word.
    Typo {
        /// Whether a family may have given both names.
        two: bool,
    },
    /// One has words that the other lacks or abbreviates; the given name is the same.
    Part,
    /// Two names.
    Other,
}

/// How many ways of writing a name are looked for.
const MOST_FOLDS: usize = 32;

/// A name taken apart, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    words: Vec<String>,
    folded: Vec<String>,
    joined: String,
    bare: bool,
}

impl Name {
    /// A name as it is written.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words: Vec<String> = one_tone_place(&lower(text)).split_whitespace().map(one_vowel).collect();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let bare = words.iter().all(|word| word.is_ascii());
        Self { joined: folded.concat(), words, folded, bare }
    }

    /// The letters without marks and spaces.
    #[must_use]
    pub fn joined(&self) -> &str {
        &self.joined
    }

    /// The name as search columns may hold it: folded, in each way of writing i and y; none if it is blank.
    #[must_use]
    pub fn folds(&self) -> Vec<String> {
        let mut folds: Vec<String> = Vec::new();
        for word in &self.folded {
            let stem = word.strip_suffix('i').filter(|stem| ends_in_consonant(stem));
            let ways = std::iter::once(word.clone()).chain(stem.map(|stem| format!("{stem}y")));
            let before = if folds.is_empty() { vec![String::new()] } else { std::mem::take(&mut folds) };
            let longer = |way: String| before.iter().map(move |text| format!("{text} {way}").trim_start().to_owned());
            // A name has few such words; a text that is no name may have many.
            folds = ways.flat_map(longer).take(MOST_FOLDS).collect();
        }
        folds
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// How it is like another name; the same whichever is asked.
    #[must_use]
    pub fn like(&self, other: &Self) -> Likeness {
        if self.is_blank() || other.is_blank() {
            return Likeness::Other;
        }
        if self.words == other.words {
            return Likeness::Same;
        }
        if self.folded == other.folded {
            return if self.bare || other.bare { Likeness::Bare } else { Likeness::Marks { two: self.two(other) } };
        }
        if self.joined == other.joined {
            return Likeness::Spaced;
        }
        if self.words.len() == other.words.len() {
            let mut pairs = self.folded.iter().zip(&other.folded).filter(|(a, b)| a != b);
            if let (Some((a, b)), None) = (pairs.next(), pairs.next())
                && is_typo(a, b)
            {
                return Likeness::Typo { two: self.two(other) };
            }
        }
        if self.is_part(other) || other.is_part(self) { Likeness::Part } else { Likeness::Other }
    }

    /// Whether the words that differ are usual given names in both, so that two children may bear them. The family name
    /// is the same for all children of a family.
    fn two(&self, other: &Self) -> bool {
        let pairs = self.words.iter().zip(&other.words).skip(1).filter(|(a, b)| a != b);
        pairs.into_iter().any(|(a, b)| given::is_given(a) && given::is_given(b))
    }

    /// Whether its words stand in the other in their order, some abbreviated; the first or all but the first of them,
    /// and the given name whole.
    fn is_part(&self, whole: &Self) -> bool {
        let (short, long) = (&self.folded, &whole.folded);
        if short.len() < 2 || short.len() > long.len() || short.last() != long.last() {
            return false;
        }
        let missing = long.len() - short.len();
        let begins = short.first().zip(long.first()).is_some_and(|(a, b)| stands_for(a, b));
        // The family name is missing, or words between.
        let tail = long.get(missing..).unwrap_or_default();
        if !begins && (missing == 0 || short.iter().zip(tail).any(|(a, b)| a != b)) {
            return false;
        }
        let mut rest = long.iter();
        short.iter().all(|word| rest.any(|it| stands_for(word, it)))
    }
}

/// Whether a word is another or its abbreviation: "ng." or "n" for "nguyen".
fn stands_for(word: &str, whole: &str) -> bool {
    let stem = word.trim_end_matches('.');
    word == whole || !stem.is_empty() && (stem != word || stem.len() == 1) && whole.starts_with(stem)
}

/// One letter more, less or other, or two neighbours in each other's place.
fn is_typo(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let head = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let tail = |from: &[char], to: &[char]| from == to;
    let (s, l) = (short.get(head..).unwrap_or_default(), long.get(head..).unwrap_or_default());
    match (s, l) {
        _ if long.len() > short.len() + 1 => false,
        (s, [_, l @ ..]) if short.len() < long.len() => tail(s, l),
        ([a, b, s @ ..], [c, d, l @ ..]) if a == d && b == c => tail(s, l),
        ([_, s @ ..], [_, l @ ..]) => tail(s, l),
        _ => false,
    }
}

/// A word with "i" for each "y" after a consonant: "lý" is "lí", "quý" is "quí"; "thúy" stays. In "qúy" the tone has been
/// moved to the first vowel.
fn one_vowel(word: &str) -> String {
    if let Some(tone) = word.strip_prefix('q').and_then(|rest| rest.strip_suffix('y'))
        && let Some((_, i)) = "uùủũúụ".chars().zip(I.chars()).find(|(u, _)| tone.chars().eq([*u]))
    {
        return format!("qu{i}");
    }
    let mut before = ' ';
    let one = |letter: char| {
        let after = "bcdđghklmnpqrstvx".contains(before);
        before = letter;
        let i = "yỳỷỹýỵ".chars().zip(I.chars()).find(|(y, _)| *y == letter && after);
        i.map_or(letter, |(_, i)| i)
    };
    word.chars().map(one).collect()
}

/// Whether a folded stem may have "i" or "y" after it alike.
fn ends_in_consonant(stem: &str) -> bool {
    stem == "qu" || stem.ends_with(|c: char| "bcdghklmnpqrstvx".contains(c))
}

/// The letter i with each tone.
const I: &str = "iìỉĩíị";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn alike(a: &str, b: &str, likeness: Likeness) {
        let (one, other) = (Name::new(a), Name::new(b));
        assert_eq!((one.like(&other), other.like(&one)), (likeness, likeness), "{a} / {b}");
    }

    #[test]
    fn one_name_written_in_two_ways() {
        alike("Trần Thị Hoà", "TRẦN THỊ HÒA", Likeness::Same);
        alike("Vi Thuý Lý", "Vi Thúy Lí", Likeness::Same);
        alike("Nông Quý Mỹ", "Nông Quí Mĩ", Likeness::Same);
        alike("Nong Quy My", "Nông Quí Mĩ", Likeness::Bare);
        alike("Nguyễn Bảo Anh", "Nguyễn BảoAnh", Likeness::Spaced);
        alike("Nguyễn Thị Hồng", "Nguyễn Thị Hông", Likeness::Marks { two: false });
        alike("Nguyễn Minh Trang", "Nguyễn Minh Trnag", Likeness::Typo { two: false });
        alike("Nguyễn Minh Hoaf", "Nguyễn Minh Hòa", Likeness::Typo { two: false });
        alike("Nguyễn Minh Trang", "Nguyễn Min Trang", Likeness::Typo { two: false });
        alike("Nguyễn Trang", "Nguyễn Thị Thu Trang", Likeness::Part);
        alike("Ng. Thị Trang", "Nguyễn Thị Trang", Likeness::Part);
        alike("Thu Trang", "Nguyễn Thị Thu Trang", Likeness::Part);
    }

    #[test]
    fn a_name_is_looked_for_in_each_way_of_writing_it() {
        assert_eq!(
            Name::new("Vi Thị Lý").folds(),
            ["vi thi li", "vy thi li", "vi thy li", "vy thy li", "vi thi ly", "vy thi ly", "vi thy ly", "vy thy ly"]
        );
        assert_eq!(Name::new("Bế Quý").folds(), ["be qui", "be quy"]);
        assert_eq!(Name::new(" ").folds(), [] as [String; 0]);
    }

    #[test]
    fn names_of_two_children() {
        alike("Lê Ngọc Anh", "Lê Ngọc Ánh", Likeness::Marks { two: true });
        alike("Lê Thị Lan", "Lê Thị Lam", Likeness::Typo { two: true });
        alike("Lê Minh Anh", "Lê Bảo Anh", Likeness::Other);
        alike("Lê Minh Anh", "Lê Anh Minh", Likeness::Other);
        alike("Lê Trang", "Nguyễn Thị Trang", Likeness::Other);
        alike("Trang", "Nguyễn Thị Trang", Likeness::Other);
        alike("", "", Likeness::Other);
        alike("Lê Minh Duy", "Lê Minh Dui", Likeness::Typo { two: false });
    }
}
