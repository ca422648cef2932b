//! A birth date as far as it is known: a day, a month or only a year; and the ages that follow from it.
use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use super::clean::clean;
use super::day;
use super::fold::fold;
use super::written::{Written, written};
use crate::text::{Said, data};

/// A birth date. Months are 1 to 12 and years those of [`day::YEARS`]; [`Born::parse`] and [`Born::from_iso`] make
/// no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Born {
    /// The whole day is known.
    Day(NaiveDate),
    /// Year and month are known.
    Month(i32, u32),
    /// Only the year is known.
    Year(i32),
}

/// Whether someone is under an age, as far as the birth date tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Under {
    /// On every possible birthday.
    Yes,
    /// On none.
    No,
    /// It depends on the day that is not known.
    Unclear,
}

impl Born {
    /// The first day it may have been.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) => first_of(year, month),
            Self::Year(year) => first_of(year, 1),
        }
    }

    /// The last day it may have been.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        let next = match self {
            Self::Day(day) => return day,
            Self::Month(year, 12) | Self::Year(year) => first_of(year + 1, 1),
            Self::Month(year, month) => first_of(year, month + 1),
        };
        next.pred_opt().unwrap_or(next)
    }

    /// "2015-03-05", "2015-03" or "2015", as stored and exchanged.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
        }
    }

    /// Reads what [`Self::iso`] writes, nothing else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        Self::known(written(text)?).filter(|born| born.iso() == text)
    }

    /// "05/03/2015", "03/2015" or "2015".
    #[must_use]
    pub fn show(self) -> String {
        match self {
            Self::Day(day) => day::show(day),
            Self::Month(year, month) => format!("{month:02}/{year}"),
            Self::Year(year) => year.to_string(),
        }
    }

    /// Reads a birth date as people type it: 5/3/15, 05-03-2015, 5.3.2015, "ngày 5 tháng 3 năm 2015", 3/2015, 2015.
    /// Two digits of a year up to 69 are 20xx, above 19xx. Future days are read too; see [`Self::born_after`].
    pub fn parse(text: &str) -> Result<Self, Said> {
        match written(&fold(&clean(text))) {
            None => Err(data::NOT_A_DATE.with([text])),
            Some(Written::DayMonth(..)) => Err(data::NOT_WHOLE_DAY.with([text])),
            Some(found) => Self::known(found).ok_or_else(|| data::NO_SUCH_DAY.with([text])),
        }
    }

    /// Whether both may speak of the same birth: the days of one lie within those of the other.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        let within = |a: Self, b: Self| b.first() <= a.first() && a.last() <= b.last();
        within(self, other) || within(other, self)
    }

    /// The least and the greatest age in completed years on a day; nothing if certainly not born yet.
    #[must_use]
    pub fn age_span(self, at: NaiveDate) -> Option<(u32, u32)> {
        let oldest = age(self.first(), at)?;
        Some((age(self.last(), at).unwrap_or(0), oldest))
    }

    /// Whether the age in completed years is below `years` on a day. A child is someone under 16 (Luật Trẻ em 2016,
    /// Điều 1): to the end of the day before the sixteenth birthday.
    #[must_use]
    pub fn under(self, years: u32, at: NaiveDate) -> Under {
        if at < birthday(self.first(), years) {
            Under::Yes
        } else if at < birthday(self.last(), years) {
            Under::Unclear
        } else {
            Under::No
        }
    }

    /// The last day that may be the birthday on which `years` are completed.
    #[must_use]
    pub fn becomes(self, years: u32) -> NaiveDate {
        birthday(self.last(), years)
    }

    /// Whether the birth certainly lies after a day.
    #[must_use]
    pub fn born_after(self, at: NaiveDate) -> bool {
        self.first() > at
    }

    fn known(found: Written) -> Option<Self> {
        let born = match found {
            Written::Day(year, month, day) => Self::Day(NaiveDate::from_ymd_opt(year, month, day)?),
            Written::Month(year, month) => Self::Month(year, Some(month).filter(|month| (1..=12).contains(month))?),
            Written::Year(year) => Self::Year(year),
            Written::DayMonth(..) => return None,
        };
        day::YEARS.contains(&born.first().year()).then_some(born)
    }
}

/// By the first possible day; of those that begin alike, the better known comes first.
impl Ord for Born {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |born: &Self| match born {
            Self::Day(_) => 0,
            Self::Month(..) => 1,
            Self::Year(_) => 2,
        };
        (self.first(), rank(self)).cmp(&(other.first(), rank(other)))
    }
}

impl PartialOrd for Born {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The day on which someone born on a day has completed a number of years. Who was born on 29/02 completes them on
/// 01/03 in common years: the day of birth has not come round before 28/02 is over, and for a child the reading that
/// protects longer is the safe one.
fn birthday(born: NaiveDate, years: u32) -> NaiveDate {
    let year = born.year().saturating_add(i32::try_from(years).unwrap_or(i32::MAX));
    let day = NaiveDate::from_ymd_opt(year, born.month(), born.day());
    day.or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}

/// The last day of birth of those who have completed a number of years on a day.
#[must_use]
pub fn turned(years: u32, at: NaiveDate) -> NaiveDate {
    let year = at.year().saturating_sub(i32::try_from(years).unwrap_or(i32::MAX));
    let day = NaiveDate::from_ymd_opt(year, at.month(), at.day());
    // On 29/02 of a leap year the years are counted from 28/02 of a common one.
    day.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap_or(NaiveDate::MIN)
}

/// Completed years, or nothing before the birth.
fn age(born: NaiveDate, at: NaiveDate) -> Option<u32> {
    let years = u32::try_from(at.year() - born.year()).ok()?;
    if at >= birthday(born, years) { Some(years) } else { years.checked_sub(1) }
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).expect("a birth date has a month of the calendar")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn born(text: &str) -> Born {
        Born::parse(text).unwrap()
    }

    #[test]
    fn every_way_of_typing_is_read() {
        let whole = Born::Day(day("2015-03-05"));
        for text in
            ["5/3/15", "05-03-2015", "5.3.2015", "ngày 5 tháng 3 năm 2015", "2015-03-05", " Sinh ngày 5/3/2015 "]
        {
            assert_eq!(Born::parse(text), Ok(whole), "{text}");
        }
        for text in ["3/2015", "03-2015", "2015-03", "tháng 3 năm 2015", "Tháng 3/2015"] {
            assert_eq!(Born::parse(text), Ok(Born::Month(2015, 3)), "{text}");
        }
        for text in ["2015", "năm 2015", "SN 2015"] {
            assert_eq!(Born::parse(text), Ok(Born::Year(2015)), "{text}");
        }
        assert_eq!(born("31/12/69"), Born::Day(day("2069-12-31")));
        assert_eq!(born("1/1/70"), Born::Day(day("1970-01-01")));
    }

    #[test]
    fn what_is_no_birth_date_is_refused() {
        for (text, why) in [
            ("", data::NOT_A_DATE),
            ("chưa rõ", data::NOT_A_DATE),
            ("15", data::NOT_A_DATE),
            ("5/3", data::NOT_WHOLE_DAY),
            ("3/15", data::NOT_WHOLE_DAY),
            ("31/02/2015", data::NO_SUCH_DAY),
            ("13/2015", data::NO_SUCH_DAY),
            ("0/2015", data::NO_SUCH_DAY),
            ("1815", data::NO_SUCH_DAY),
            ("9999", data::NO_SUCH_DAY),
        ] {
            assert_eq!(Born::parse(text), Err(why.with([text])), "{text}");
        }
        for text in ["5/3/2015", "2015-3", "2015-02-30", "2015-13", "2015-00", " 2015", "0015", "15", ""] {
            assert_eq!(Born::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn the_possible_days_are_bounded() {
        assert_eq!((born("2/2016").first(), born("2/2016").last()), (day("2016-02-01"), day("2016-02-29")));
        assert_eq!((born("12/2015").first(), born("12/2015").last()), (day("2015-12-01"), day("2015-12-31")));
        assert_eq!((born("2015").first(), born("2015").last()), (day("2015-01-01"), day("2015-12-31")));
        let mut order = [born("2016"), born("2015"), born("1/2015"), born("2/1/2015"), born("1/1/2015")];
        order.sort();
        assert_eq!(order.map(Born::show), ["01/01/2015", "01/2015", "2015", "02/01/2015", "2016"]);
    }

    #[test]
    fn childhood_ends_the_day_before_the_sixteenth_birthday() {
        let child = born("15/6/2010");
        assert_eq!(child.under(16, day("2026-06-14")), Under::Yes);
        assert_eq!(child.under(16, day("2026-06-15")), Under::No);
        assert_eq!(child.becomes(16), day("2026-06-15"));
        assert_eq!(child.age_span(day("2026-06-14")), Some((15, 15)));
        assert_eq!(child.age_span(day("2026-06-15")), Some((16, 16)));
        assert_eq!(child.age_span(day("2010-06-15")), Some((0, 0)));
        assert_eq!(child.age_span(day("2010-06-14")), None);
        assert!(child.born_after(day("2010-06-14")) && !child.born_after(day("2010-06-15")));
    }

    #[test]
    fn a_birthday_on_29_february_comes_on_1_march() {
        let child = born("29/2/2012");
        assert_eq!(child.becomes(16), day("2028-02-29"));
        assert_eq!(child.becomes(7), day("2019-03-01"));
        assert_eq!(child.under(7, day("2019-02-28")), Under::Yes);
        assert_eq!(child.age_span(day("2019-02-28")), Some((6, 6)));
        assert_eq!(child.age_span(day("2019-03-01")), Some((7, 7)));
    }

    #[test]
    fn every_birthday_of_four_years_ends_childhood_on_its_day() {
        let mut birth = day("2007-01-01");
        while birth < day("2011-01-01") {
            let child = Born::Day(birth);
            let leaves = child.becomes(16);
            let expected = NaiveDate::from_ymd_opt(birth.year() + 16, birth.month(), birth.day()).unwrap();
            assert_eq!(leaves, expected, "{birth}");
            let eve = leaves.pred_opt().unwrap();
            assert_eq!((child.under(16, eve), child.under(16, leaves)), (Under::Yes, Under::No), "{birth}");
            assert!(turned(16, eve) < birth && birth <= turned(16, leaves), "{birth}");
            birth = birth.succ_opt().unwrap();
        }
        assert_eq!(turned(1, day("2024-02-29")), day("2023-02-28"));
        assert_eq!(turned(7, day("2019-02-28")), day("2012-02-28"));
        assert_eq!(turned(7, day("2019-03-01")), day("2012-03-01"));
    }

    #[test]
    fn unknown_days_leave_the_age_unclear() {
        let year = born("2010");
        assert_eq!(year.under(16, day("2025-12-31")), Under::Yes);
        assert_eq!(year.under(16, day("2026-01-01")), Under::Unclear);
        assert_eq!(year.under(16, day("2026-12-30")), Under::Unclear);
        assert_eq!(year.under(16, day("2026-12-31")), Under::No);
        assert_eq!(year.age_span(day("2026-06-01")), Some((15, 16)));
        assert_eq!(year.age_span(day("2010-06-01")), Some((0, 0)));
        assert_eq!(born("6/2010").under(16, day("2026-06-29")), Under::Unclear);
        assert_eq!(born("6/2010").becomes(16), day("2026-06-30"));
        assert!(!year.born_after(day("2010-01-01")) && year.born_after(day("2009-12-31")));
    }

    #[test]
    fn dates_known_unequally_may_agree() {
        assert!(born("2015").agrees(born("5/3/2015")) && born("5/3/2015").agrees(born("3/2015")));
        assert!(born("2015").agrees(born("2015")));
        assert!(!born("4/2015").agrees(born("5/3/2015")) && !born("5/3/2015").agrees(born("6/3/2015")));
    }

    fn some() -> impl Strategy<Value = Born> {
        (1900i32..2200, 1u32..13, 1u32..32, 0..3).prop_map(|(year, month, day, known)| match known {
            0 => Born::Year(year),
            1 => Born::Month(year, month),
            _ => NaiveDate::from_ymd_opt(year, month, day).map_or(Born::Month(year, month), Born::Day),
        })
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read(born in some()) {
            prop_assert_eq!(Born::parse(&born.show()), Ok(born));
            prop_assert_eq!(Born::parse(&born.iso()), Ok(born));
            prop_assert_eq!(Born::from_iso(&born.iso()), Some(born));
            prop_assert!(born.first() <= born.last());
        }

        #[test]
        fn age_and_limit_tell_the_same(born in some(), days in 0i64..50_000, years in 0u32..40) {
            let at = born.first() + chrono::TimeDelta::days(days);
            let (youngest, oldest) = born.age_span(at).unwrap();
            prop_assert!(youngest <= oldest && oldest <= youngest + 1);
            if at >= born.last() {
                let expected = if oldest < years { Under::Yes } else if youngest >= years { Under::No } else { Under::Unclear };
                prop_assert_eq!(born.under(years, at), expected);
            }
            prop_assert_eq!(born.under(years, born.becomes(years)), Under::No);
        }

        #[test]
        fn the_last_day_of_birth_tells_who_has_completed_years(born in some(), days in -400i64..50_000, years in 0u32..40) {
            let at = born.first() + chrono::TimeDelta::days(days);
            let last = turned(years, at);
            prop_assert_eq!(born.under(years, at) == Under::No, born.last() <= last);
            prop_assert_eq!(born.under(years, at) == Under::Yes, born.first() > last);
        }

        #[test]
        fn agreeing_is_mutual(a in some(), b in some()) {
            prop_assert_eq!(a.agrees(b), b.agrees(a));
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,16}|[0-9/. thángnăm-]{0,12}") {
            let _ = Born::parse(&text).map(|born| (born.first(), born.last(), born.becomes(u32::MAX)));
            let _ = Born::from_iso(&text);
        }
    }
}
