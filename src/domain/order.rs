//! Vietnamese order (CLDR "vi"): names by given name first, other text in reading order.
use std::cell::RefCell;
use std::collections::HashMap;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::fold::{lower, one_tone_place};

/// Makes keys that, compared as bytes, sort text as Vietnamese lists do: letters a ă â b c d đ e ê …, then tones
/// ngang, huyền, hỏi, ngã, sắc, nặng; case and the place of a tone are of no matter. Syllable goes before syllable:
/// "An Bình" stands before "Án An". Keys are to be made anew when the collation data changes ([`Order::DATA`]).
#[derive(Debug)]
pub struct Order {
    collator: CollatorBorrowed<'static>,
    /// Keys of words that were met: names are made of few words, and a key takes longer to make than to find.
    met: RefCell<HashMap<String, Box<[u8]>>>,
}

/// How many words are kept before they are forgotten; the syllables of Vietnamese are fewer.
const KEPT: usize = 20_000;

impl Order {
    /// The version of the data and of the way keys are made; keys of another version do not sort with these.
    pub const DATA: &'static str = "icu 2 vi 1";

    /// Loads the collation, which is part of the program.
    #[must_use]
    pub fn new() -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Secondary);
        let collator = Collator::try_new(locale!("vi").into(), options).expect("the collation is compiled in");
        Self { collator, met: RefCell::default() }
    }

    /// The key of a person's name: given name (the last word), then family name (the first), then the words between.
    /// One word alone is the given name.
    #[must_use]
    pub fn person_key(&self, name: &str) -> Vec<u8> {
        let mut words = name.split_whitespace();
        let given = words.next_back();
        self.key(given.into_iter().chain(words))
    }

    /// The key of any other text, word by word.
    #[must_use]
    pub fn plain_key(&self, text: &str) -> Vec<u8> {
        self.key(text.split_whitespace())
    }

    fn key<'a>(&self, words: impl Iterator<Item = &'a str>) -> Vec<u8> {
        let mut key = Vec::with_capacity(32);
        for (at, word) in words.enumerate() {
            if at > 0 {
                // No collation key holds a zero, so a shorter word comes before a longer one.
                key.push(0);
            }
            self.add_word(word, &mut key);
        }
        key
    }

    fn add_word(&self, word: &str, key: &mut Vec<u8>) {
        let mut met = self.met.borrow_mut();
        if let Some(known) = met.get(word) {
            key.extend_from_slice(known);
            return;
        }
        let start = key.len();
        let Ok(()) = self.collator.write_sort_key_to(&one_tone_place(&lower(word)), key);
        if met.len() == KEPT {
            met.clear();
        }
        met.insert(word.to_owned(), key[start..].into());
    }
}

impl Default for Order {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::fold::fold;

    fn sorted<'a>(texts: &[&'a str], key: impl Fn(&str) -> Vec<u8>) -> Vec<&'a str> {
        let mut texts = texts.to_vec();
        texts.reverse();
        texts.sort_by_cached_key(|text| key(text));
        texts
    }

    #[test]
    fn letters_and_tones_have_their_order() {
        let order = Order::new();
        let words = ["Ái", "An", "Anh", "Ánh", "Ân", "Bình", "Dung", "Dũng", "Đăng", "Đức", "Hanh", "Hảnh", "Hạnh"];
        assert_eq!(sorted(&words, |text| order.plain_key(text)), words);
        assert_eq!(sorted(&words, |text| order.person_key(text)), words);
        let letters: Vec<&str> =
            "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(' ').collect();
        assert_eq!(sorted(&letters, |text| order.plain_key(text)), letters);
        let tones = ["a", "à", "ả", "ã", "á", "ạ"];
        assert_eq!(sorted(&tones, |text| order.plain_key(text)), tones);
    }

    #[test]
    fn syllables_are_compared_one_by_one() {
        let order = Order::new();
        let texts = ["An", "An Bình", "An Cường", "Án An", "Anh"];
        assert_eq!(sorted(&texts, |text| order.plain_key(text)), texts);
    }

    #[test]
    fn people_go_by_given_family_and_middle_name() {
        let order = Order::new();
        let people = [
            "An",
            "Bế An",
            "Đỗ An",
            "Đỗ Bảo An",
            "Đỗ Văn An",
            "Nguyễn Thị An",
            "Ánh",
            "Lê Ánh",
            "Vi Văn Dũng",
            "Lê Đình Đăng",
        ];
        assert_eq!(sorted(&people, |text| order.person_key(text)), people);
    }

    #[test]
    fn case_composition_and_tone_place_are_of_no_matter() {
        let order = Order::new();
        let key = order.person_key("Nguyễn Thị Hòa");
        for name in ["NGUYỄN THỊ HOÀ", "nguyễn  thị hòa ", "Nguye\u{302}\u{303}n Thi\u{323} Ho\u{300}a"] {
            assert_eq!(order.person_key(name), key, "{name}");
        }
        assert!(order.person_key("").is_empty() && order.plain_key(" ").is_empty());
    }

    proptest! {
        #[test]
        fn keys_follow_letters(a in "[a-zđ]{1,6}( [a-zđ]{1,6}){0,2}", b in "[a-zđ]{1,6}( [a-zđ]{1,6}){0,2}") {
            let order = Order::new();
            prop_assert_eq!(order.plain_key(&a) == order.plain_key(&b), a == b);
            prop_assert_eq!(order.person_key(&a) == order.person_key(&b), a == b);
            if !a.contains('đ') && !b.contains('đ') {
                let words = |text: &str| text.split(' ').map(str::to_string).collect::<Vec<_>>();
                prop_assert_eq!(order.plain_key(&a).cmp(&order.plain_key(&b)), words(&a).cmp(&words(&b)));
            }
            prop_assert!(!order.plain_key(&fold(&a)).is_empty());
        }
    }
}
