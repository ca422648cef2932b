//! All pairs of a roster that may be one, without comparing each child with each: only those who share a name, a parent
//! or a birthday are compared. Any pair with enough points shares one of them.
use std::collections::{HashMap, HashSet};

use chrono::Datelike;

use super::{Facts, Suspicion, compare};
use crate::domain::born::Born;

/// What children are found by: two who may be one have one of these in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The name without marks and spaces.
    Name(String),
    /// A parent's or carer's name without marks and spaces.
    Kin(String),
    /// The birth year with day and month, the smaller first, so that swapped ones meet.
    Day(i32, u32, u32),
}

/// The keys of a child.
pub fn keys(facts: &Facts) -> impl Iterator<Item = Key> + '_ {
    let named = (!facts.name.is_blank()).then(|| Key::Name(facts.name.joined().to_owned()));
    let kin = facts.kin.iter().filter(|name| !name.is_blank()).map(|name| Key::Kin(name.joined().to_owned()));
    let day = match facts.born {
        Some(Born::Day(day)) => Some(Key::Day(day.year(), day.day().min(day.month()), day.day().max(day.month()))),
        _ => None,
    };
    named.into_iter().chain(kin).chain(day)
}

/// Children by what they are found by, to which more can be added.
#[derive(Clone, Debug, Default)]
pub struct Index {
    all: Vec<Facts>,
    places: HashMap<Key, Vec<usize>>,
}

impl Index {
    /// Adds a child.
    pub fn push(&mut self, facts: Facts) {
        let at = self.all.len();
        for key in keys(&facts) {
            self.places.entry(key).or_default().push(at);
        }
        self.all.push(facts);
    }

    /// The children who may be this one, in the order they were added, each once.
    #[must_use]
    pub fn like(&self, facts: &Facts) -> Vec<(&Facts, Suspicion)> {
        let found: HashSet<usize> = keys(facts).filter_map(|key| self.places.get(&key)).flatten().copied().collect();
        let mut found: Vec<usize> = found.into_iter().collect();
        found.sort_unstable();
        let suspected = found.into_iter().filter_map(|at| Some((&self.all[at], compare(facts, &self.all[at])?)));
        suspected.collect()
    }

    /// Every pair that may be one: the children's numbers, the smaller first, and why; the likeliest pairs first.
    #[must_use]
    pub fn pairs(&self) -> Vec<(i64, i64, Suspicion)> {
        let mut seen = HashSet::new();
        let mut pairs = Vec::new();
        for places in self.places.values() {
            for (at, one) in places.iter().enumerate() {
                for other in places.iter().skip(at + 1) {
                    if one == other {
                        continue;
                    }
                    let Some(found) = compare(&self.all[*one], &self.all[*other]) else { continue };
                    let (a, b) = (self.all[*one].id, self.all[*other].id);
                    if seen.insert((a.min(b), a.max(b))) {
                        pairs.push((a.min(b), a.max(b), found));
                    }
                }
            }
        }
        pairs.sort_by_key(|(a, b, found)| (-found.points, *a, *b));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn child(id: i64, name: &str, born: &str, father: &str) -> Facts {
        Facts { id, ..Facts::new(name, Born::from_iso(born), None, [father, "", ""], "") }
    }

    #[test]
    fn each_pair_is_told_once_the_likeliest_first() {
        let mut index = Index::default();
        for facts in [
            child(1, "Lê An", "2015-03-05", "Lê Ân"),
            child(2, "Lê An", "2015-05-03", "Lê Ân"),
            child(3, "Le An", "2015-03-05", "Lê Ân"),
            child(4, "Lê Bình", "2015-03-05", "Lê Ân"),
        ] {
            index.push(facts);
        }
        let pairs: Vec<(i64, i64)> = index.pairs().into_iter().map(|(a, b, _)| (a, b)).collect();
        assert_eq!(pairs, [(1, 3), (1, 2), (2, 3)]);
        let like = index.like(&child(0, "Lê  an", "3/2015", ""));
        assert!(like.is_empty());
        let like = index.like(&child(0, "Lê  an", "2015-03", "Lê Ân"));
        assert_eq!(like.iter().map(|(facts, _)| facts.id).collect::<Vec<_>>(), [1, 3]);
    }
}
