//! Numbers that look thrown but fall the same way every time, so that the sample office is always the same.
use chrono::{Datelike, Days, NaiveDate};

use crate::domain::workday;

/// A generator after SplitMix64 (Steele, Lea and Flood, 2014): small, and well spread from any seed.
#[derive(Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that fall by a seed.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to below `n`, which is not 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % n as u64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both within.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = usize::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// One of a list that is not empty.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// Yes in so many of a hundred throws.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A working day from a day to a day.
    pub(super) fn workday(&mut self, from: NaiveDate, to: NaiveDate) -> NaiveDate {
        let off = workday::days_off(from.year());
        let days: Vec<NaiveDate> =
            from.iter_days().take_while(|day| *day <= to).filter(|day| workday::worked(*day, &off)).collect();
        if days.is_empty() { from } else { self.pick(&days) }
    }

    /// A day of a year.
    pub(super) fn day_of(&mut self, year: i32) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        first.checked_add_days(Days::new(self.below(365) as u64)).unwrap_or(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_fall_the_same_way_every_time_and_within_bounds() {
        let throw = |seed| {
            let mut dice = Dice::new(seed);
            (0..200).map(|_| dice.between(3, 8)).collect::<Vec<_>>()
        };
        assert_eq!(throw(1), throw(1));
        assert_ne!(throw(1), throw(2));
        for side in 3..=8 {
            assert!(throw(1).contains(&side));
        }
        assert!(throw(1).iter().all(|side| (3..=8).contains(side)));
    }

    #[test]
    fn workdays_are_worked_on() {
        let mut dice = Dice::new(7);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for _ in 0..50 {
            let found = dice.workday(day("2026-04-24"), day("2026-05-05"));
            assert!(workday::worked(found, &workday::days_off(2026)), "{found}");
        }
    }
}
