//! Bands of age: the ages that begin a new one, as the office sets them.
use chrono::{Days, NaiveDate};

use crate::domain::born::{Born, Under};
use crate::text::{Said, family as t};

/// A partial birth date is asked about this many days before an age may be reached.
const NOTICE: u64 = 60;

/// The ages at which a band ends and the next begins, upwards; at most six.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands(Vec<u32>);

impl Default for Bands {
    /// 6 and 11 are the ages of primary and secondary school, 16 ends childhood (Điều 1 Luật Trẻ em).
    fn default() -> Self {
        Self(vec![6, 11, 16])
    }
}

impl Bands {
    /// Reads ages as they are typed: "6 11 16", "6, 11, 16".
    ///
    /// # Errors
    /// If they are no ages of 1 to 100, or more than six.
    pub fn parse(text: &str) -> Result<Self, Said> {
        let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut ages: Vec<u32> = parts.map(|part| part.parse().unwrap_or(0)).collect();
        ages.sort_unstable();
        ages.dedup();
        let fits = (1..=6).contains(&ages.len()) && ages.iter().all(|age| (1..=100).contains(age));
        if fits { Ok(Self(ages)) } else { Err(t::NOT_BANDS.into()) }
    }

    /// The ages as they are typed.
    #[must_use]
    pub fn typed(&self) -> String {
        self.0.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
    }

    /// The ages at which a band ends.
    #[must_use]
    pub fn limits(&self) -> &[u32] {
        &self.0
    }

    /// The bands, each from an age up to below another.
    #[must_use]
    pub fn spans(&self) -> Vec<(u32, u32)> {
        let from = std::iter::once(0).chain(self.0.iter().copied());
        from.zip(self.0.iter().copied()).collect()
    }

    /// The band of a birth date on a day: as long as an age may not be reached yet, the younger one. None beyond the
    /// last, or before the birth.
    #[must_use]
    pub fn of(&self, born: Born, day: NaiveDate) -> Option<(u32, u32)> {
        if born.born_after(day) {
            return None;
        }
        self.spans().into_iter().find(|(_, below)| born.under(*below, day) != Under::No)
    }

    /// The age that a partial birth date leaves open on a day, or soon will.
    #[must_use]
    pub fn near(&self, born: Born, day: NaiveDate) -> Option<u32> {
        if matches!(born, Born::Day(_)) {
            return None;
        }
        let soon = day.checked_add_days(Days::new(NOTICE)).unwrap_or(day);
        let open = |age: &u32| born.under(*age, day) == Under::Unclear || born.under(*age, soon) == Under::Unclear;
        self.0.iter().copied().find(open)
    }
}

/// A band in words: "6–<11".
#[must_use]
pub fn words((from, below): (u32, u32)) -> String {
    format!("{from}–<{below}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::born;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ages_are_read_as_they_are_typed() {
        assert_eq!(Bands::parse("6 11 16"), Ok(Bands::default()));
        assert_eq!(Bands::parse("16, 6; 11, 6"), Ok(Bands::default()));
        assert_eq!(Bands::parse(&Bands::default().typed()), Ok(Bands::default()));
        assert_eq!(Bands::default().spans().into_iter().map(words).collect::<Vec<_>>(), ["0–<6", "6–<11", "11–<16"]);
        for text in ["", "x", "0", "101", "1 2 3 4 5 6 7"] {
            assert!(Bands::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_partial_date_is_asked_about_before_it_matters() {
        let bands = Bands::default();
        let near = |born: &str, on: &str| bands.near(Born::parse(born).unwrap(), day(on));
        assert_eq!(near("2010", "2025-10-01"), None);
        assert_eq!(near("2010", "2025-11-10"), Some(16));
        assert_eq!(near("2010", "2026-12-30"), Some(16));
        assert_eq!(near("2010", "2026-12-31"), None);
        assert_eq!(near("5/3/2010", "2026-03-01"), None);
        assert_eq!(near("6/2015", "2026-06-15"), Some(11));
    }

    fn born() -> impl Strategy<Value = Born> {
        (1990i32..2030, 1u32..13, 1u32..32, 0..3).prop_map(|(year, month, day, known)| match known {
            0 => Born::Year(year),
            1 => Born::Month(year, month),
            _ => NaiveDate::from_ymd_opt(year, month, day).map_or(Born::Month(year, month), Born::Day),
        })
    }

    proptest! {
        #[test]
        fn each_child_is_in_one_band_and_leaves_it_on_a_birthday(born in born(), days in 0u64..9_000) {
            let at = born.first() + Days::new(days);
            let bands = Bands::default();
            let within = |(from, below): &(u32, u32)| {
                let lower = *from == 0 || born.last() <= born::turned(*from, at);
                lower && born.last() > born::turned(*below, at)
            };
            let found: Vec<(u32, u32)> = bands.spans().into_iter().filter(within).collect();
            prop_assert!(found.len() <= 1);
            prop_assert_eq!(bands.of(born, at), found.first().copied());
            prop_assert_eq!(found.is_empty(), born.under(16, at) == Under::No);
        }
    }
}
