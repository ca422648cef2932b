//! The Vietnamese lunar calendar, 1900 to 2100: new moons and solar terms at Hanoi's time, not Beijing's.
use std::sync::OnceLock;

use calendrical_calculations::chinese_based::{ChineseBased, YearBounds, month_structure_for_year};
use calendrical_calculations::gregorian::fixed_from_gregorian;
use calendrical_calculations::rata_die::RataDie;
use chrono::{Datelike, NaiveDate};

use super::fold::fold;
use super::written::{Written, written};
use crate::text::{Said, data};

/// The lunar years that are supported.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lunar {
    /// 1 to 30.
    pub day: u32,
    /// 1 to 12; a leap month has the number of the month before it.
    pub month: u32,
    /// Whether it is the second of two months with that number.
    pub leap: bool,
    /// The solar year in which the lunar year begins.
    pub year: i32,
}

impl Lunar {
    /// The lunar day of a solar one, or nothing outside the supported years.
    #[must_use]
    pub fn of(date: NaiveDate) -> Option<Self> {
        let year = Year::within(date)?;
        let start = year.start;
        let mut left = u32::try_from(date.signed_duration_since(start).num_days()).ok()?;
        for at in 0..year.months {
            let length = year.length(at);
            if left < length {
                let (month, leap) = year.name(at);
                return Some(Self { day: left + 1, month, leap, year: start.year() });
            }
            left -= length;
        }
        None
    }

    /// The solar day, or nothing where the year has no such month or the month no such day.
    #[must_use]
    pub fn to_solar(self) -> Option<NaiveDate> {
        let year = Year::of(self.year)?;
        let at = (0..year.months).find(|at| year.name(*at) == (self.month, self.leap))?;
        if !(1..=year.length(at)).contains(&self.day) {
            return None;
        }
        let before: u32 = (0..at).map(|at| year.length(at)).sum();
        year.start.checked_add_days(chrono::Days::new(u64::from(before + self.day - 1)))
    }

    /// "15/8/2026 (năm Bính Ngọ)"; a leap month is marked: "15/6 (nhuận)/2025 (năm Ất Tỵ)".
    #[must_use]
    pub fn show(self) -> String {
        let leap = if self.leap { " (nhuận)" } else { "" };
        format!("{}/{}{leap}/{} (năm {})", self.day, self.month, self.year, year_name(self.year))
    }

    /// Reads "15/8/2026", "15/6n/2025", "15/6 nhuận 2025" and what [`Self::show`] gives. Refuses days that are not
    /// in the lunar calendar.
    pub fn parse(text: &str) -> Result<Self, Said> {
        Self::read(text, |_| None)
    }

    /// Reads a lunar day; a missing year is asked for by its month.
    pub(super) fn read(text: &str, year: impl Fn(u32) -> Option<i32>) -> Result<Self, Said> {
        let folded = fold(text);
        let (digits, leap) = leap(folded.split("(nam").next().unwrap_or_default());
        let (day, month, year) = match written(&digits).ok_or_else(|| data::NOT_A_DATE.with([text]))? {
            Written::Day(year, month, day) => (day, month, Some(year)),
            Written::DayMonth(month, day) => (day, month, year(month)),
            Written::Month(..) | Written::Year(_) => (0, 0, None),
        };
        let year = year.ok_or_else(|| data::NOT_WHOLE_DAY.with([text]))?;
        let lunar = Self { day, month, leap, year };
        lunar.to_solar().map(|_| lunar).ok_or_else(|| data::NO_SUCH_DAY.with([text]))
    }
}

/// The name of a lunar year by stem and branch: 2026 is "Bính Ngọ".
#[must_use]
pub fn year_name(year: i32) -> String {
    const STEMS: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    const BRANCHES: [&str; 12] = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];
    // The year 4 was Giáp Tý. Both remainders lie inside their tables.
    let since = i64::from(year) - 4;
    format!("{} {}", STEMS[since.rem_euclid(10) as usize], BRANCHES[since.rem_euclid(12) as usize])
}

/// The day of tết Trung thu (15/8) of a lunar year.
#[must_use]
pub fn mid_autumn(year: i32) -> Option<NaiveDate> {
    Lunar { day: 15, month: 8, leap: false, year }.to_solar()
}

/// The first day of a lunar year, tết Nguyên đán.
#[must_use]
pub fn new_year(year: i32) -> Option<NaiveDate> {
    Year::of(year).map(|year| year.start)
}

/// The shape of one lunar year.
#[derive(Clone, Copy)]
struct Year {
    start: NaiveDate,
    /// 12 or 13.
    months: usize,
    /// Whether each month has 30 days.
    long: [bool; 13],
    /// Which month of the year, counted from 0, is the leap one.
    leap: Option<usize>,
}

impl Year {
    /// The year of a number. Finding its new moons is dear and always ends the same, so that it is done once.
    fn of(year: i32) -> Option<Self> {
        static SHAPES: [OnceLock<Option<Year>>; 201] = [const { OnceLock::new() }; 201];
        let shape = SHAPES.get(usize::try_from(year.checked_sub(*YEARS.start())?).ok()?)?;
        // Tết falls between 21 January and 20 February, so 1 July is always inside the lunar year of its number.
        *shape.get_or_init(|| Self::shaped(fixed_from_gregorian(year, 7, 1)))
    }

    /// The year that holds a day.
    fn within(day: NaiveDate) -> Option<Self> {
        match Self::of(day.year()) {
            Some(year) if year.start <= day => Some(year),
            _ => Self::of(day.year() - 1),
        }
    }

    fn shaped(day: RataDie) -> Option<Self> {
        let bounds = YearBounds::compute::<Hanoi>(day);
        let start = solar(bounds.new_year).filter(|start| YEARS.contains(&start.year()))?;
        let (long, leap) = month_structure_for_year::<Hanoi>(bounds.new_year, bounds.next_new_year);
        let leap = leap.and_then(|month| usize::from(month).checked_sub(1));
        let months = if leap.is_some() { 13 } else { 12 };
        Some(Self { start, months, long, leap })
    }

    fn length(&self, at: usize) -> u32 {
        if self.long.get(at) == Some(&true) { 30 } else { 29 }
    }

    /// The number of a month and whether it is the leap one.
    fn name(&self, at: usize) -> (u32, bool) {
        let after = self.leap.is_some_and(|leap| at >= leap);
        let number = u32::try_from(at).unwrap_or_default() + u32::from(!after);
        (number, self.leap == Some(at))
    }
}

/// The clock by which new moons are dated.
struct Hanoi;

impl ChineseBased for Hanoi {
    // Vietnam kept UTC+8 for its calendar until Decision 121/CP of 08/08/1967 made it UTC+7 from 1968 on.
    fn utc_offset(fixed: RataDie) -> f64 {
        let hours = if fixed < const { fixed_from_gregorian(1968, 1, 1) } { 8.0 } else { 7.0 };
        hours / 24.0
    }

    // The traditional first cycle; only elapsed-year counts use it, and this module does not.
    const EPOCH: RataDie = fixed_from_gregorian(-2636, 2, 15);
    const DEBUG_NAME: &'static str = "vietnamese";
}

fn solar(day: RataDie) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day.to_i64_date()).ok()?)
}

/// Takes the mark of a leap month ("n", "nhuan") out of folded text.
fn leap(folded: &str) -> (String, bool) {
    let text = folded.replace("(nhuan)", " ").replace("nhuan", " ");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == 'n' && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push(' ');
        } else {
            out.push(c);
        }
    }
    let found = out != folded;
    (out, found)
}
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn leap_month(year: i32) -> u32 {
        let year = Year::of(year).unwrap();
        year.leap.map_or(0, |at| year.name(at).0)
    }

    #[test]
    fn the_printed_years_are_met() {
        let table = [
            (2015, "Ất Mùi", "2015-09-27", "2015-02-19", 0),
            (2016, "Bính Thân", "2016-09-15", "2016-02-08", 0),
            (2017, "Đinh Dậu", "2017-10-04", "2017-01-28", 6),
            (2018, "Mậu Tuất", "2018-09-24", "2018-02-16", 0),
            (2019, "Kỷ Hợi", "2019-09-13", "2019-02-05", 0),
            (2020, "Canh Tý", "2020-10-01", "2020-01-25", 4),
            (2021, "Tân Sửu", "2021-09-21", "2021-02-12", 0),
            (2022, "Nhâm Dần", "2022-09-10", "2022-02-01", 0),
            (2023, "Quý Mão", "2023-09-29", "2023-01-22", 2),
            (2024, "Giáp Thìn", "2024-09-17", "2024-02-10", 0),
            (2025, "Ất Tỵ", "2025-10-06", "2025-01-29", 6),
            (2026, "Bính Ngọ", "2026-09-25", "2026-02-17", 0),
            (2027, "Đinh Mùi", "2027-09-15", "2027-02-06", 0),
            (2028, "Mậu Thân", "2028-10-03", "2028-01-26", 5),
            (2029, "Kỷ Dậu", "2029-09-22", "2029-02-13", 0),
            (2030, "Canh Tuất", "2030-09-12", "2030-02-02", 0),
            (2031, "Tân Hợi", "2031-10-01", "2031-01-23", 3),
            (2032, "Nhâm Tý", "2032-09-19", "2032-02-11", 0),
            (2033, "Quý Sửu", "2033-09-08", "2033-01-31", 11),
            (2034, "Giáp Dần", "2034-09-26", "2034-02-19", 0),
            (2035, "Ất Mão", "2035-09-16", "2035-02-08", 0),
        ];
        for (year, name, autumn, first, leap) in table {
            assert_eq!(year_name(year), name);
            assert_eq!(mid_autumn(year), Some(day(autumn)), "{year}");
            assert_eq!(new_year(year), Some(day(first)), "{year}");
            assert_eq!(leap_month(year), leap, "{year}");
        }
    }

    #[test]
    fn every_month_is_that_of_the_ephemeris() {
        let table = include_str!("../../tests/data/lunar-months.txt");
        let mut months = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let [year, month, first] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let (month, leap) = (month.trim_end_matches('n').parse().unwrap(), month.ends_with('n'));
            let lunar = Lunar { day: 1, month, leap, year: year.parse().unwrap() };
            assert_eq!(lunar.to_solar(), first.parse().ok(), "{line}");
            assert_eq!(Lunar::of(first.parse().unwrap()), Some(lunar), "{line}");
            months += 1;
        }
        assert_eq!(months, 1643);
    }

    #[test]
    fn hanoi_differs_from_beijing() {
        for (year, first) in [
            (1968, "1968-01-29"),
            (1969, "1969-02-16"),
            (1985, "1985-01-21"),
            (2007, "2007-02-17"),
            (2030, "2030-02-02"),
            (2053, "2053-02-18"),
        ] {
            assert_eq!(new_year(year), Some(day(first)), "{year}");
        }
        assert_eq!((leap_month(1984), leap_month(1985), leap_month(1987)), (0, 2, 7));
        for autumn in ["1978-09-16", "2034-09-26", "2041-09-09", "2065-09-14", "2080-09-27", "2099-09-28"] {
            assert_eq!(mid_autumn(day(autumn).year()), Some(day(autumn)));
        }
        for start in ["2018-11-07", "2019-03-06", "2020-12-14", "2030-02-02", "2031-04-21", "2032-03-11", "2034-09-12"]
        {
            assert_eq!(Lunar::of(day(start)).unwrap().day, 1, "{start}");
        }
    }

    #[test]
    fn the_leap_month_is_the_right_one_in_crowded_years() {
        // In 2033 the eighth month lacks a solar term too, but its solar year has only twelve months.
        let leap = Lunar { day: 1, month: 11, leap: true, year: 2033 };
        assert_eq!(leap.to_solar(), Some(day("2033-12-22")));
        assert_eq!(Lunar { month: 8, ..leap }.to_solar(), None);
        assert_eq!(leap_month(2034), 0);
        // The whole range, counted once against an independent ephemeris.
        let leaps: Vec<(i32, u32)> = YEARS.map(|year| (year, leap_month(year))).filter(|(_, leap)| *leap > 0).collect();
        assert_eq!(leaps.len(), 74);
        let sum: i64 = leaps.iter().map(|(year, month)| i64::from(*year) * i64::from(*month)).sum();
        assert_eq!(sum, 746_304);
    }

    #[test]
    fn days_are_shown_and_read() {
        let leap = Lunar::of(day("2025-08-08")).unwrap();
        assert_eq!(leap, Lunar { day: 15, month: 6, leap: true, year: 2025 });
        assert_eq!(leap.show(), "15/6 (nhuận)/2025 (năm Ất Tỵ)");
        assert_eq!(Lunar::of(day("2026-09-25")).unwrap().show(), "15/8/2026 (năm Bính Ngọ)");
        for text in ["15/6n/2025", "15/6 nhuận 2025", "15/6 nhuận/2025", "15-6-2025 nhuận", &leap.show()] {
            assert_eq!(Lunar::parse(text), Ok(leap), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_lunar_day_is_refused() {
        for (text, why) in [
            ("rằm", data::NOT_A_DATE),
            ("15/8", data::NOT_WHOLE_DAY),
            ("8/2026", data::NOT_WHOLE_DAY),
            ("15/6n/2026", data::NO_SUCH_DAY),
            ("31/1/2026", data::NO_SUCH_DAY),
            ("1/13/2026", data::NO_SUCH_DAY),
            ("0/1/2026", data::NO_SUCH_DAY),
            ("1/1/2101", data::NO_SUCH_DAY),
        ] {
            assert_eq!(Lunar::parse(text), Err(why.with([text])), "{text}");
        }
        assert_eq!(Lunar::of(day("1900-01-30")), None);
        assert_eq!(Lunar::of(day("1900-01-31")).map(Lunar::show).unwrap(), "1/1/1900 (năm Canh Tý)");
        assert!(Lunar::of(day("2101-01-28")).is_some() && Lunar::of(day("2101-01-29")).is_none());
        assert!(Lunar::of(NaiveDate::MAX).is_none() && Lunar::of(NaiveDate::MIN).is_none());
    }

    #[test]
    fn days_follow_each_other() {
        let mut before = Lunar::of(day("2032-12-31")).unwrap();
        for date in day("2033-01-01").iter_days().take(800) {
            let now = Lunar::of(date).unwrap();
            assert_eq!(now.to_solar(), Some(date));
            assert!(now.day == before.day + 1 || (now.day == 1 && before.day >= 29), "{date}");
            before = now;
        }
    }

    proptest! {
        #[test]
        fn there_and_back(days in 693_626i32..767_038) {
            let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let lunar = Lunar::of(date).unwrap();
            prop_assert_eq!(lunar.to_solar(), Some(date));
            prop_assert_eq!(Lunar::parse(&lunar.show()), Ok(lunar));
        }
    }
}
