//! A cheap look at two names before they are taken apart: whether it is worth while.

/// The letters of a folded name at a glance: cheaper to compare than a [`super::name::Name`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    letters: Box<[u8]>,
    /// Where the given name begins.
    given: usize,
    /// Which letters there are, and the given name in one number: most names are told apart without a look at them.
    set: u32,
    sum: u32,
}

impl Glance {
    /// A folded name's.
    #[must_use]
    pub fn new(folded: &str) -> Self {
        let mut letters = Vec::with_capacity(folded.len());
        let mut given = 0;
        for byte in folded.bytes() {
            match byte {
                b' ' => given = letters.len(),
                b'y' => letters.push(b'i'),
                other => letters.push(other),
            }
        }
        let set = letters.iter().fold(0, |set, byte| set | bit(*byte));
        let own = letters.get(given..).unwrap_or_default();
        let sum = own.iter().fold(0, |sum: u32, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
        Self { letters: letters.into(), given, set, sum }
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
        // One letter more, less or for another one is two of the set at most.
        let plain = (self.set | other.set) & STRANGE == 0;
        if plain && self.sum != other.sum && (self.set ^ other.set).count_ones() > 2 {
            return false;
        }
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

/// What is no plain letter has one bit for all.
const STRANGE: u32 = 1 << 31;

fn bit(byte: u8) -> u32 {
    if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { STRANGE }
}
