//! Searching with one slip of the hand: a letter wrong, missing, too many, or two changed about.
use crate::domain::fold;
use crate::domain::record::Meta;
use crate::domain::tables;
use crate::store::Store;
use crate::store::error::Result;
use crate::store::names::{Marks, Names, Suggestion};

/// What is typed must have this many letters before a slip in it is thought of: any shorter word is nearly any other.
const SHORTEST: usize = 4;

/// The longest text that is searched so: a bit for each byte of it in one word.
const LONGEST: usize = 63;

/// Texts that are looked at again because marks were typed.
const LOOKED_AT: usize = 500;

impl Store {
    /// The first rows of a table whose text holds what was typed but for one slip, without those that hold it as it
    /// is typed: id, name, and what tells them apart. Those that begin so come first. Where marks are typed they
    /// count: another mark is no slip.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn near(&self, table: &str, typed: &str, limit: usize) -> Result<Vec<Suggestion>> {
        let Some(meta) = tables::by_name(table) else { return Ok(Vec::new()) };
        let wanted = fold::Query::new(typed);
        if limit == 0 || wanted.folded().chars().count() < SHORTEST {
            return Ok(Vec::new());
        }
        let mut ids = self.near_ids(meta, &wanted)?;
        ids.truncate(limit);
        self.suggestions(meta, &ids)
    }

    fn near_ids(&self, meta: &'static Meta, wanted: &fold::Query) -> Result<Vec<i64>> {
        let names = self.names(meta, Marks::Fold)?;
        let mut rows = near_rows(&names, wanted.folded().as_bytes());
        rows.sort_by_key(|(row, begins)| (!begins, *row));
        let Some([typed, _]) = wanted.marked() else {
            return Ok(rows.into_iter().filter_map(|(row, _)| names.id(row)).collect());
        };
        let marked = self.names(meta, Marks::Count)?;
        let holds =
            |row: usize| marked.line(row).lines().any(|text| !text.contains(typed) && fold::slipped(text, typed));
        let kept = rows.into_iter().take(LOOKED_AT).filter(|(row, _)| holds(*row));
        Ok(kept.filter_map(|(row, _)| marked.id(row)).collect())
    }
}

/// The rows whose text holds a word with exactly one slip and nowhere without, each with whether it begins so.
/// Every letter of the whole text moves all beginnings of the word at once, a bit for each (Wu and Manber, 1992).
fn near_rows(names: &Names, word: &[u8]) -> Vec<(usize, bool)> {
    let word = word.get(..LONGEST).unwrap_or(word);
    let mut places = [0_u64; 256];
    for (at, byte) in word.iter().enumerate() {
        if let Some(bits) = places.get_mut(usize::from(*byte)) {
            *bits |= 1 << at;
        }
    }
    let last = 1_u64 << (word.len() - 1);
    let mut found = Vec::new();
    for row in 0..names.len() {
        let text = names.line(row).as_bytes();
        // Beginnings of the word that end here: as typed, with one slip, and waiting for the other of two letters
        // that are changed about.
        let (mut exact, mut slip, mut turned) = (0_u64, 1_u64, 0_u64);
        let mut first = None;
        let mut as_typed = false;
        for (at, byte) in text.iter().enumerate() {
            let here = places.get(usize::from(*byte)).copied().unwrap_or(0);
            let (before, slipped, waiting) = (exact, slip, turned);
            exact = (before << 1 | 1) & here;
            turned = (before << 1 | 1) & (here >> 1);
            slip = (slipped << 1) & here                  // no further slip
                | before                                  // a letter too many
                | before << 1 | 1                         // a wrong letter
                | exact << 1                              // a letter missing
                | (waiting & here) << 1; // two letters changed about
            if exact & last != 0 {
                as_typed = true;
                break;
            }
            if slip & last != 0 && first.is_none() {
                first = Some(at);
            }
        }
        if let Some(at) = first.filter(|_| !as_typed) {
            found.push((row, at <= word.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(texts: &[&str]) -> Names {
        let mut names = Names::default();
        for (at, text) in texts.iter().enumerate() {
            names.push(at as i64 + 1, text);
        }
        names
    }

    fn rows(texts: &[&str], word: &str) -> Vec<usize> {
        near_rows(&names(texts), word.as_bytes()).into_iter().map(|(row, _)| row).collect()
    }

    #[test]
    fn each_kind_of_slip_is_forgiven_once() {
        for word in ["nguyen tho dong", "nguyen th dong", "nguyenn thi dong", "nguyen hti dong", "ngyen thi dong"] {
            assert_eq!(rows(&["le van an", "nguyen thi dong", "hoang nguyen thi dong"], word), [1, 2], "{word}");
        }
        assert_eq!(rows(&["nguyen thi dong"], "nguyen thi dong"), [] as [usize; 0]);
        assert_eq!(rows(&["nguyen thi dong"], "nguyan tho dong"), [] as [usize; 0]);
        assert_eq!(rows(&["", "dong"], "dogn"), [1]);
    }

    #[test]
    fn a_slip_does_not_span_two_rows() {
        assert_eq!(rows(&["le van", "an binh"], "van an"), [] as [usize; 0]);
    }

    #[test]
    fn those_that_begin_so_are_known() {
        let found = near_rows(&names(&["ha dong anh", "dong anh"]), b"dong amh");
        assert_eq!(found, [(0, false), (1, true)]);
    }

    proptest! {
        #[test]
        fn whatever_slip_is_made_is_found(text in "[a-d]{4,20}", at in 0_usize..20, kind in 0..4, letter in "[a-d]") {
            let mut typed: Vec<char> = text.chars().collect();
            let at = at % typed.len();
            let letter = letter.chars().next().unwrap();
            match kind {
                0 => typed[at] = letter,
                1 => { typed.remove(at); }
                2 => typed.insert(at, letter),
                _ => if at + 1 < typed.len() { typed.swap(at, at + 1); },
            }
            let typed: String = typed.into_iter().collect();
            let line = format!("xx {text} yy");
            let found = !rows(&[&line], &typed).is_empty();
            prop_assert_eq!(found, !line.contains(&typed), "{} {}", line, typed);
            prop_assert!(fold::slipped(&line, &typed));
        }
    }
}
