//! A cheap look at two names before they are taken apart: whether it is worth while.

/// The letters of a folded name at a glance: cheaper to compare than a [`super::name::Name`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    letters: Vec<u8>,
    /// Where the given name begins.
    given: usize,
}

impl Glance {
    /// A folded name's.
    #[must_use]
    pub fn new(folded: &str) -> Self {
        let letters = |text: &str| -> Vec<u8> {
            text.bytes().filter(|c| *c != b' ').map(|c| if c == b'y' { b'i' } else { c }).collect()
        };
        let given = folded.rfind(' ').map_or(0, |at| letters(folded.get(..at).unwrap_or_default()).len());
        Self { letters: letters(folded), given }
    }

    /// Its letters without spaces, i for y.
    #[must_use]
    pub fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// Its letters before the given name, and those of the given name.
    #[must_use]
    pub fn parts(&self) -> (&[u8], &[u8]) {
        self.letters.split_at(self.given.min(self.letters.len()))
    }

    /// Whether two names may be alike at all: if [`super::name::Name::like`] finds them alike, this does too. The given name is the
    /// same, or all letters but one, or two neighbours.
    #[must_use]
    pub fn may_be_like(&self, other: &Self) -> bool {
        let (a, b) = (&self.letters, &other.letters);
        if a.get(self.given..) == b.get(other.given..) {
            return true;
        }
        // What is no plain letter takes up to four bytes.
        let slack = if a.is_ascii() && b.is_ascii() { 1 } else { 4 };
        let most = a.len().max(b.len());
        if a.len().abs_diff(b.len()) > slack {
            return false;
        }
        let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
        head + tail + 2 * slack >= most
    }
}
