//! Who is to be compared with whom, so that not each child is compared with each: those who share a name, a birthday, or
//! a parent and a part of the name. Two who may be one share one of them, unless the name, the birth date and the parents
//! were all written wrong at once.
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::num::NonZeroU32;

use chrono::Datelike;

use super::birth::Birth;
use super::glance::Glance;
use crate::domain::born::Born;

/// What children are found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key<'a> {
    /// The letters of the name.
    Name(&'a [u8]),
    /// A parent's or carer's name, and the given name.
    KinGiven(&'a [u8], &'a [u8]),
    /// A parent's or carer's name, and the name without the given name: a slip is in the one or in the other.
    KinFamily(&'a [u8], &'a [u8]),
    /// The birth year with day and month, the smaller first, so that swapped ones meet.
    Day(i32, u32, u32),
}

/// What is looked at before two are compared.
type Known = (Glance, Option<Born>);

/// Takes keys that are hashes as they are.
#[derive(Clone, Copy, Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 ^= hash;
    }
}

/// Children by what they are found by. Each has a place, which the caller gives.
#[derive(Clone, Debug, Default)]
pub struct Index {
    known: Vec<Known>,
    /// By the hash of a key: the last link of its chain. Keys of one hash share a chain, which costs a comparison and
    /// no more.
    lasts: HashMap<u64, Nth, BuildHasherDefault<Hashed>>,
    links: Vec<Link>,
}

/// Which link, from 1: many are kept, so they are small.
type Nth = NonZeroU32;

/// A child's place, and the link before it.
type Link = (u32, Option<Nth>);

impl Index {
    /// Notes what the child at a place is found by, from folded names; once more if something has changed.
    pub fn note(&mut self, at: usize, name: &str, kin: [&str; 3], born: Option<Born>) {
        if self.known.len() <= at {
            self.known.resize(at + 1, Known::default());
        }
        let known = (Glance::new(name), born);
        each_key(&known, kin, |key, _| {
            add(&mut self.links, &mut self.lasts, key, at);
        });
        self.known[at] = known;
    }

    /// The places of children to be compared with one at a place, which is or is not among those noted.
    #[must_use]
    pub fn like(&self, at: usize, name: &str, kin: [&str; 3], born: Option<Born>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let own = (Glance::new(name), born);
        each_key(&own, kin, |key, is_name| {
            let others = chain(&self.links, self.lasts.get(&key).copied());
            found.extend(others.filter(|other| *other != at && is_near(is_name, &own, &self.known[*other])));
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    /// [`Index::like`], and then [`Index::note`]: cheaper in one go.
    pub fn meet(&mut self, at: usize, name: &str, kin: [&str; 3], born: Option<Born>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let own = (Glance::new(name), born);
        each_key(&own, kin, |key, is_name| {
            let before = add(&mut self.links, &mut self.lasts, key, at);
            let others = chain(&self.links, before);
            found.extend(others.filter(|other| *other != at && is_near(is_name, &own, &self.known[*other])));
        });
        if self.known.len() <= at {
            self.known.resize(at + 1, Known::default());
        }
        self.known[at] = own;
        found.sort_unstable();
        found.dedup();
        found
    }

    /// All pairs to be compared, each once, the smaller place first.
    #[must_use]
    pub fn pairs(&self) -> HashSet<(usize, usize)> {
        let mut pairs = HashSet::new();
        for (key, last) in &self.lasts {
            let mut next = Some(*last);
            while let Some((one, before)) = link(&self.links, next) {
                let own = &self.known[one];
                let others = chain(&self.links, before).filter(|other| *other != one);
                let near = others.filter(|other| is_near(is_of_name(*key), own, &self.known[*other]));
                pairs.extend(near.map(|other| (other.min(one), other.max(one))));
                next = before;
            }
        }
        pairs
    }
}

/// Adds a link for a place to the chain of a key; gives the last one before it.
fn add(
    links: &mut Vec<Link>,
    lasts: &mut HashMap<u64, Nth, BuildHasherDefault<Hashed>>,
    key: u64,
    at: usize,
) -> Option<Nth> {
    let small = |count: usize| u32::try_from(count).expect("there are fewer children than people on earth");
    let nth = Nth::MIN.saturating_add(small(links.len()));
    let before = lasts.insert(key, nth);
    links.push((small(at), before));
    before
}

/// A link's place, and the link before it.
fn link(links: &[Link], nth: Option<Nth>) -> Option<(usize, Option<Nth>)> {
    let (place, before) = *links.get(nth?.get() as usize - 1)?;
    Some((place as usize, before))
}

/// The places of a chain from a link on.
fn chain(links: &[Link], from: Option<Nth>) -> impl Iterator<Item = usize> + '_ {
    let mut next = from;
    std::iter::from_fn(move || {
        let (place, before) = link(links, next)?;
        next = before;
        Some(place)
    })
}

/// Whether a hash is that of a name.
const fn is_of_name(hash: u64) -> bool {
    hash & 1 == 1
}

/// Whether two who share a key are to be compared. Two of one name who were born on different days may be one only if
/// they share a parent too, and then they are found by that one.
fn is_near(name: bool, one: &Known, other: &Known) -> bool {
    if name { Birth::of(one.1, other.1) != Birth::Other } else { one.0.may_be_like(&other.0) }
}

/// Hands over the hashes of the keys of a child, and whether each is that of its name.
fn each_key(known: &Known, kin: [&str; 3], mut take: impl FnMut(u64, bool)) {
    let mut hashed = |key: Key| {
        let mut hash = DefaultHasher::new();
        key.hash(&mut hash);
        let is_name = matches!(key, Key::Name(_));
        take(hash.finish() & !1 | u64::from(is_name), is_name);
    };
    let (family, given) = known.0.parts();
    if known.0.letters().is_empty() {
        return;
    }
    hashed(Key::Name(known.0.letters()));
    for name in kin.into_iter().filter(|name| !name.is_empty()) {
        let kin = Glance::new(name);
        hashed(Key::KinGiven(kin.letters(), given));
        hashed(Key::KinFamily(kin.letters(), family));
    }
    if let Some(Born::Day(day)) = known.1 {
        hashed(Key::Day(day.year(), day.day().min(day.month()), day.day().max(day.month())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_share_a_name_a_parent_or_a_birthday() {
        let mut index = Index::default();
        let children = [
            ("le an", "2015-03-05", "le an"),
            ("lean", "2015", ""),
            ("le thi an", "2011-01-01", "le an"),
            ("le am", "2015-05-03", ""),
            ("le binh", "2015-03-05", "le an"),
            ("le an", "", ""),
        ];
        for (at, (name, born, father)) in children.into_iter().enumerate() {
            index.note(at, name, [father, "", ""], Born::from_iso(born));
        }
        let mut pairs: Vec<_> = index.pairs().into_iter().collect();
        pairs.sort_unstable();
        assert_eq!(pairs, [(0, 1), (0, 2), (0, 3), (0, 5), (1, 5)]);
        assert_eq!(index.like(usize::MAX, "le an", ["", "", ""], None), [0, 1, 5]);
        assert_eq!(index.meet(5, "le an", ["le an", "", ""], None), [0, 1, 2]);
        assert_eq!(index.like(5, "le an", ["le an", "", ""], None), [0, 1, 2]);
    }
}
