//! Working days: Monday to Friday without public holidays.
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

use super::lunar::{self, Lunar};
use crate::domain::record::choices;
use crate::text::today as t;

choices! {
    /// What becomes of a deadline on a day without work, as the office decides.
    pub enum OffDays {
        #[default] Keep "keep" = t::OFF_KEEP;
        Before "before" = t::OFF_BEFORE;
        After "after" = t::OFF_AFTER;
    }
}

impl OffDays {
    /// The day of a deadline: itself on a working day, else where the office moves it.
    #[must_use]
    pub fn moved(self, date: NaiveDate) -> NaiveDate {
        let off: Vec<NaiveDate> = (date.year() - 1..=date.year() + 1).flat_map(days_off).collect();
        match self {
            _ if worked(date, &off) => date,
            Self::Keep => date,
            Self::Before => add(date, -1, &off),
            Self::After => add(date, 1, &off),
        }
    }
}

/// The day `n` working days after a date (before it, if negative); 0 is the date itself, worked on or not.
#[must_use]
pub fn add(date: NaiveDate, n: i32, holidays: &[NaiveDate]) -> NaiveDate {
    let mut day = date;
    let mut left = n.unsigned_abs();
    while left > 0 {
        let next = if n > 0 { day.succ_opt() } else { day.pred_opt() };
        let Some(next) = next else { break };
        day = next;
        left -= u32::from(worked(day, holidays));
    }
    day
}

/// Whether a date is a working day.
#[must_use]
pub fn worked(date: NaiveDate, holidays: &[NaiveDate]) -> bool {
    !weekend(date) && !holidays.contains(&date)
}

/// The public holidays of a solar year, in order: 01/01; tết (the last day of the old lunar year and the first four
/// of the new); Giỗ Tổ, 10/3 lunar; 30/4; 01/5; 02/9 and a day beside it (Bộ luật Lao động 2019, Điều 112 khoản 1).
/// Which five days tết has and whether 01/9 or 03/9 is free is decided each year (khoản 3): these are the defaults.
#[must_use]
pub fn holidays(year: i32) -> Vec<NaiveDate> {
    let fixed = [(1, 1), (4, 30), (5, 1), (9, 1), (9, 2)];
    let mut days: BTreeSet<NaiveDate> =
        fixed.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day)).collect();
    if let Some(first) = lunar::new_year(year).and_then(|first| first.pred_opt()) {
        days.extend(first.iter_days().take(5));
    }
    days.extend(Lunar { day: 10, month: 3, leap: false, year }.to_solar());
    days.into_iter().collect()
}

/// The days of a solar year without work beside weekends: its holidays, and for each that meets a weekend the next
/// working day (Bộ luật Lao động 2019, Điều 111 khoản 3). In order.
#[must_use]
pub fn days_off(year: i32) -> Vec<NaiveDate> {
    let holidays = holidays(year);
    let mut days = holidays.clone();
    for holiday in holidays.into_iter().filter(|day| weekend(*day)) {
        days.push(add(holiday, 1, &days));
    }
    days.sort_unstable();
    days
}

fn weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn all(days: &[&str]) -> Vec<NaiveDate> {
        days.iter().map(|text| day(text)).collect()
    }

    #[test]
    fn the_holidays_of_2026() {
        let days = [
            "2026-01-01",
            "2026-02-16",
            "2026-02-17",
            "2026-02-18",
            "2026-02-19",
            "2026-02-20",
            "2026-04-26",
            "2026-04-30",
            "2026-05-01",
            "2026-09-01",
            "2026-09-02",
        ];
        assert_eq!(holidays(2026), all(&days));
        assert_eq!(holidays(2200).len(), 5);
    }

    #[test]
    fn a_holiday_on_a_weekend_frees_the_next_working_day() {
        // 26/4/2026 is a Sunday, and so is 30/4/2023.
        assert!(days_off(2026).contains(&day("2026-04-27")));
        let off = days_off(2023);
        assert!(off.contains(&day("2023-05-02")) && !off.contains(&day("2023-05-04")));
        // Giỗ Tổ on Saturday 29/4/2023 takes the other day.
        assert!(off.contains(&day("2023-05-03")));
    }

    #[test]
    fn working_days_are_counted() {
        let off = days_off(2026);
        assert_eq!(add(day("2026-06-14"), 1, &off), day("2026-06-15"));
        assert_eq!(add(day("2026-06-12"), 1, &off), day("2026-06-15"));
        assert_eq!(add(day("2026-09-25"), -10, &off), day("2026-09-11"));
        assert_eq!(add(day("2026-09-03"), -1, &off), day("2026-08-31"));
        assert_eq!(add(day("2026-02-13"), 1, &off), day("2026-02-23"));
        assert_eq!(add(day("2026-06-14"), 0, &off), day("2026-06-14"));
        assert_eq!(add(NaiveDate::MAX, i32::MAX, &off), NaiveDate::MAX);
        assert_eq!(add(NaiveDate::MIN, i32::MIN, &off), NaiveDate::MIN);
    }

    #[test]
    fn a_deadline_on_a_day_without_work_moves_as_the_office_decides() {
        let moved = |rule: OffDays, date: &str| rule.moved(day(date)).to_string();
        // A Sunday; a working day; the holiday of 2/9 with the day before it.
        for (rule, sunday, holiday) in [
            (OffDays::Keep, "2026-06-14", "2026-09-02"),
            (OffDays::Before, "2026-06-12", "2026-08-31"),
            (OffDays::After, "2026-06-15", "2026-09-03"),
        ] {
            assert_eq!(moved(rule, "2026-06-14"), sunday);
            assert_eq!(moved(rule, "2026-06-16"), "2026-06-16");
            assert_eq!(moved(rule, "2026-09-02"), holiday);
        }
    }

    proptest! {
        #[test]
        fn the_way_back_is_as_long(days in 693_626i32..767_038, n in 0i32..60) {
            let mut date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let off: Vec<NaiveDate> = (date.year() - 1..=date.year() + 1).flat_map(days_off).collect();
            while !worked(date, &off) {
                date = date.succ_opt().unwrap();
            }
            let after = add(date, n, &off);
            prop_assert!(worked(after, &off));
            prop_assert_eq!(add(after, -n, &off), date);
        }
    }
}
