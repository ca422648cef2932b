//! Money in whole đồng.
mod read;

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

pub use read::parse;

/// An amount in đồng. Adding and subtracting stop at the ends of `i64` (nine billion billion), far from any budget,
/// so that they cannot wrap to the other sign; [`Vnd::total`] tells when that happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vnd(pub i64);

impl Vnd {
    /// "1.234.567": a dot after thousands, millions, billions (Luật Kế toán 2015, Điều 11).
    #[must_use]
    pub fn show(self) -> String {
        let digits = self.0.unsigned_abs().to_string();
        let mut out = String::from(if self.0 < 0 { "-" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push('.');
            }
            out.push(digit);
        }
        out
    }

    /// The sum, or nothing if it does not fit.
    #[must_use]
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self(0), |sum, amount| sum.0.checked_add(amount.0).map(Self))
    }
}

impl Add for Vnd {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Vnd {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Vnd {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Vnd {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thousands_are_marked() {
        for (amount, text) in [(0, "0"), (999, "999"), (1_000, "1.000"), (-1_234_567, "-1.234.567"), (-100, "-100")] {
            assert_eq!(Vnd(amount).show(), text);
        }
    }

    #[test]
    fn sums_never_wrap() {
        assert_eq!(Vnd(3) + Vnd(4) - Vnd(10), -Vnd(3));
        assert_eq!([Vnd(1), Vnd(2)].into_iter().sum::<Vnd>(), Vnd(3));
        assert_eq!(Vnd::total([Vnd(1), Vnd(2)]), Some(Vnd(3)));
        assert_eq!(Vnd::total([Vnd(i64::MAX), Vnd(1)]), None);
        assert_eq!(Vnd(i64::MAX) + Vnd(1), Vnd(i64::MAX));
        assert_eq!(-Vnd(i64::MIN), Vnd(i64::MAX));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read(amount: i64) {
            prop_assert_eq!(parse(&Vnd(amount).show()), Ok(Vnd(amount)));
            prop_assert_eq!(parse(&format!("{} đồng", Vnd(amount).show())), Ok(Vnd(amount)));
            prop_assert_eq!(parse(&amount.to_string()), Ok(Vnd(amount)));
        }

    }
}
