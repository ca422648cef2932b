//! How two birth dates are alike: the same, known in part, or written wrong.
use chrono::{Datelike, NaiveDate};

use crate::domain::born::Born;

/// How two birth dates are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    /// The same day.
    Same,
    /// They may be the same day: of one or both only the month or the year is known.
    Within,
    /// Day and month are in each other's place.
    Swapped,
    /// One digit is another, or two neighbours are in each other's place.
    Digit,
    /// One or both are not known.
    Unknown,
    /// Two days.
    Other,
}

impl Birth {
    /// How two birth dates are alike; the same whichever comes first.
    #[must_use]
    pub fn of(a: Option<Born>, b: Option<Born>) -> Self {
        let (Some(a), Some(b)) = (a, b) else { return Self::Unknown };
        match (a, b) {
            (Born::Day(a), Born::Day(b)) if a == b => Self::Same,
            (Born::Day(a), Born::Day(b)) if swapped(a) == Some(b) => Self::Swapped,
            (Born::Day(a), Born::Day(b)) if is_slip(a, b) => Self::Digit,
            _ if a.agrees(b) => Self::Within,
            _ => Self::Other,
        }
    }

    /// Whether it may be another child's of the same family: born the same day, or on a day that is not known.
    #[must_use]
    pub const fn may_be_siblings(self) -> bool {
        !matches!(self, Self::Swapped | Self::Digit)
    }
}

/// The day with day and month in each other's place, if there is such a day.
#[must_use]
pub fn swapped(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
}

fn is_slip(a: NaiveDate, b: NaiveDate) -> bool {
    let (a, b) = (digits(a), digits(b));
    let mut differ = (0..a.len()).filter(|at| a[*at] != b[*at]);
    match (differ.next(), differ.next(), differ.next()) {
        (Some(_), None, _) => true,
        // 12 for 21 is a slip within the day, the month or the year.
        (Some(first), Some(second), None) => {
            second - first == 1 && a[first] == b[second] && a[second] == b[first] && !matches!(first, 1 | 3)
        }
        _ => false,
    }
}

/// A day as it is written, digit by digit: 05032015.
fn digits(day: NaiveDate) -> [u32; 8] {
    let (date, month, year) = (day.day(), day.month(), day.year().unsigned_abs());
    [date / 10, date % 10, month / 10, month % 10, year / 1000, year / 100 % 10, year / 10 % 10, year % 10]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn births_are_compared_as_people_write_them_wrong() {
        for (a, b, birth) in [
            ("2015-03-05", "2015-03-05", Birth::Same),
            ("2015-03-05", "2015", Birth::Within),
            ("2015-03", "2015-03-05", Birth::Within),
            ("2015", "2015", Birth::Within),
            ("2015-03-05", "2015-05-03", Birth::Swapped),
            ("2015-03-05", "2015-03-15", Birth::Digit),
            ("2015-03-05", "2016-03-05", Birth::Digit),
            ("2015-03-12", "2015-03-21", Birth::Digit),
            ("2015-03-05", "2015-03-17", Birth::Other),
            ("2015", "2016", Birth::Other),
            ("2015-03-05", "", Birth::Unknown),
        ] {
            let (a, b) = (Born::from_iso(a), Born::from_iso(b));
            assert_eq!((Birth::of(a, b), Birth::of(b, a)), (birth, birth), "{a:?} {b:?}");
        }
    }
}
