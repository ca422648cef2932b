//! The periods reports speak of, by the windows of Nghị định 09/2019/NĐ-CP or by the calendar.
mod near;
mod said;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::born::Born;
use super::{day, workday};
use crate::text::{Said, period as words};

/// A stretch of days with a code that can be typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// "2026-H1", "cal:2026-05", "2026-01-01..2026-03-31": what [`Period::parse`] reads.
    pub code: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, the cut-off.
    pub to: NaiveDate,
    /// Which kind it is.
    pub kind: Kind,
    /// Which windows it follows.
    pub basis: Basis,
}

/// How many working days lie between the day on which units hand in and the day on which the agency reports.
pub const AHEAD: i32 = 3;

/// What a period is called after; the year is the one in its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A year.
    Year(i32),
    /// Half 1 or 2 of a year.
    Half(i32, u32),
    /// Quarter 1 to 4 of a year.
    Quarter(i32, u32),
    /// Month 1 to 12 of a year.
    Month(i32, u32),
    /// The Month of Action for Children, June (Luật Trẻ em 2016, Điều 11).
    Action(i32),
    /// From a day to a day.
    Days,
}

/// Where a month begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// On day 15 of the month before, and it ends on day 14 (Nghị định 09/2019/NĐ-CP, Điều 12).
    Decree,
    /// On day 1.
    Calendar,
}

impl Period {
    /// Reads "2026", "2026-H1", "2026-Q1", "2026-05" (decree windows), the same after "cal:" (calendar),
    /// "2026-thang-hanh-dong" and "2026-01-01..2026-03-31". Case does not matter.
    pub fn parse(code: &str) -> Result<Self, Said> {
        let refused = || words::NOT_A_PERIOD.with([code]);
        let text = code.trim().to_lowercase();
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (whole_day(from).ok_or_else(refused)?, whole_day(to).ok_or_else(refused)?);
            return if from <= to { Ok(Self::days(from, to)) } else { Err(words::PERIOD_BACKWARDS.with([code])) };
        }
        let (basis, text) = text.strip_prefix("cal:").map_or((Basis::Decree, text.as_str()), |t| (Basis::Calendar, t));
        let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
        let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year = digits.then(|| year.parse().ok()).flatten().filter(|year| day::YEARS.contains(year));
        kind(year.ok_or_else(refused)?, part).map(|kind| Self::new(kind, basis)).ok_or_else(refused)
    }

    /// The half-year by the decree that holds a day.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        // From day 15 on a day counts for the next month, and so does the year.
        let (year, month) = shifted(date);
        Self::new(Kind::Half(year, if month <= 6 { 1 } else { 2 }), Basis::Decree)
    }

    /// The half-year that an office reports on around a day: the last one until 45 days after its end, while units'
    /// reports still come in and the department's own is written; from then on the running one.
    #[must_use]
    pub fn reported(date: NaiveDate) -> Self {
        Self::of(date - chrono::Days::new(45))
    }

    /// A period from a day to a day, which must not lie before it.
    #[must_use]
    pub fn days(from: NaiveDate, to: NaiveDate) -> Self {
        Self { code: format!("{from}..{to}"), from, to, kind: Kind::Days, basis: Basis::Calendar }
    }

    /// "6 tháng đầu năm 2026", "quý I năm 2026", "từ ngày 01/01/2026 đến ngày 31/03/2026".
    #[must_use]
    pub fn name(&self) -> Said {
        match self.kind {
            Kind::Year(year) => words::YEAR.with([year]),
            Kind::Half(year, 1) => words::FIRST_HALF.with([year]),
            Kind::Half(year, _) => words::SECOND_HALF.with([year]),
            Kind::Quarter(year, quarter) => words::QUARTER.with([roman(quarter).to_string(), year.to_string()]),
            Kind::Month(year, month) => words::MONTH.with([month.to_string(), year.to_string()]),
            Kind::Action(year) => words::ACTION_MONTH.with([year]),
            Kind::Days => words::FROM_TO.with([day::show(self.from), day::show(self.to)]),
        }
    }

    /// When the agency itself reports by default: the first working day after the cut-off, since at least one working
    /// day must lie between (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5).
    #[must_use]
    pub fn default_due(&self) -> NaiveDate {
        workday::add(self.to, 1, &self.days_off())
    }

    /// When units hand in by default: [`AHEAD`] working days before the agency itself reports, so that what they send can
    /// be looked at, asked for again, added up and signed. What then is still to come is estimated, and marked so.
    #[must_use]
    pub fn units_due(&self) -> NaiveDate {
        workday::add(self.default_due(), -AHEAD, &self.days_off())
    }

    /// The day by which a request that is written on a day asks for the units' reports: their default, or as many working
    /// days from then on if that leaves them fewer.
    #[must_use]
    pub fn units_due_from(&self, today: NaiveDate) -> NaiveDate {
        let off: Vec<NaiveDate> = [today.year(), today.year() + 1].into_iter().flat_map(workday::days_off).collect();
        self.units_due().max(workday::add(today, AHEAD, &off))
    }

    fn days_off(&self) -> Vec<NaiveDate> {
        let year = self.to.year();
        [year, year + 1].into_iter().flat_map(workday::days_off).collect()
    }

    /// Whether a day lies in the period.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }

    fn new(kind: Kind, basis: Basis) -> Self {
        let (year, first, months, part) = match kind {
            Kind::Year(year) => (year, 1, 12, String::new()),
            Kind::Half(year, half) => (year, half * 6 - 5, 6, format!("-H{half}")),
            Kind::Quarter(year, quarter) => (year, quarter * 3 - 2, 3, format!("-Q{quarter}")),
            Kind::Month(year, month) => (year, month, 1, format!("-{month:02}")),
            Kind::Action(year) => (year, 6, 1, "-thang-hanh-dong".to_string()),
            Kind::Days => (0, 1, 1, String::new()),
        };
        let begin = NaiveDate::from_ymd_opt(year, first, 1).expect("a kind names a month of the calendar");
        let end = begin + Months::new(months);
        // The Month of Action is June whatever windows reports follow.
        let basis = if matches!(kind, Kind::Action(_)) { Basis::Calendar } else { basis };
        let (from, to, mark) = match (kind, basis) {
            (Kind::Action(_), _) => (begin, end - Days::new(1), ""),
            (_, Basis::Calendar) => (begin, end - Days::new(1), "cal:"),
            (_, Basis::Decree) => {
                let mid = |month: NaiveDate| month - Months::new(1) + Days::new(14);
                (mid(begin), mid(end) - Days::new(1), "")
            }
        };
        Self { code: format!("{mark}{year:04}{part}"), from, to, kind, basis }
    }
}

fn kind(year: i32, part: Option<&str>) -> Option<Kind> {
    let Some(part) = part else { return Some(Kind::Year(year)) };
    if part == "thang-hanh-dong" {
        return Some(Kind::Action(year));
    }
    let number = |text: &str, most: u32| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten().filter(|n| (1..=most).contains(n))
    };
    if let Some(half) = part.strip_prefix('h') {
        return Some(Kind::Half(year, number(half, 2)?));
    }
    if let Some(quarter) = part.strip_prefix('q') {
        return Some(Kind::Quarter(year, number(quarter, 4)?));
    }
    Some(Kind::Month(year, number(part, 12)?))
}

/// The year and month a day counts for by the decree.
fn shifted(date: NaiveDate) -> (i32, u32) {
    match (date.day(), date.month()) {
        (15.., 12) => (date.year() + 1, 1),
        (15.., month) => (date.year(), month + 1),
        (_, month) => (date.year(), month),
    }
}

fn whole_day(text: &str) -> Option<NaiveDate> {
    match Born::parse(text) {
        Ok(Born::Day(date)) => Some(date),
        _ => None,
    }
}

fn roman(quarter: u32) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Lang;

    fn period(code: &str) -> Period {
        Period::parse(code).unwrap()
    }

    #[test]
    fn windows_are_those_of_the_decree() {
        for (code, from, to) in [
            ("2026", "2025-12-15", "2026-12-14"),
            ("2026-H1", "2025-12-15", "2026-06-14"),
            ("2026-h2", "2026-06-15", "2026-12-14"),
            ("2026-Q1", "2025-12-15", "2026-03-14"),
            ("2026-Q2", "2026-03-15", "2026-06-14"),
            ("2026-q4", "2026-09-15", "2026-12-14"),
            ("2026-01", "2025-12-15", "2026-01-14"),
            ("2026-05", "2026-04-15", "2026-05-14"),
            ("2026-5", "2026-04-15", "2026-05-14"),
            ("cal:2026", "2026-01-01", "2026-12-31"),
            ("CAL:2026-H1", "2026-01-01", "2026-06-30"),
            ("cal:2026-Q4", "2026-10-01", "2026-12-31"),
            ("cal:2024-02", "2024-02-01", "2024-02-29"),
            ("2026-thang-hanh-dong", "2026-06-01", "2026-06-30"),
            ("2026-01-01..2026-03-31", "2026-01-01", "2026-03-31"),
            ("1/1/2026 .. 31/3/2026", "2026-01-01", "2026-03-31"),
        ] {
            let period = period(code);
            assert_eq!((period.from.to_string().as_str(), period.to.to_string().as_str()), (from, to), "{code}");
            assert_eq!(Period::parse(&period.code), Ok(period), "{code}");
        }
        assert_eq!(period(" cal:2026-h1 ").code, "cal:2026-H1");
        assert_eq!(period("cal:2026-thang-hanh-dong"), period("2026-thang-hanh-dong"));
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for code in [
            "",
            "26",
            "2026-",
            "2026-H0",
            "2026-H3",
            "2026-Q5",
            "2026-13",
            "2026-00",
            "2026-+5",
            "2026-005",
            "0026",
            "+026",
            "2026-thang",
            "cal:",
            "cal:cal:2026",
            "2026-01-01..",
            "2026..2027",
            "2026-02-30..2026-03-01",
        ] {
            assert_eq!(Period::parse(code), Err(words::NOT_A_PERIOD.with([code])), "{code}");
        }
        let code = "2026-03-31..2026-01-01";
        assert_eq!(Period::parse(code), Err(words::PERIOD_BACKWARDS.with([code])));
    }

    #[test]
    fn periods_have_names() {
        for (code, name, english) in [
            ("2026", "năm 2026", "2026"),
            ("2026-H1", "6 tháng đầu năm 2026", "first half of 2026"),
            ("cal:2026-H2", "6 tháng cuối năm 2026", "second half of 2026"),
            ("2026-Q1", "quý I năm 2026", "quarter I of 2026"),
            ("2026-Q4", "quý IV năm 2026", "quarter IV of 2026"),
            ("2026-05", "tháng 5 năm 2026", "month 5 of 2026"),
            ("2026-thang-hanh-dong", "Tháng hành động vì trẻ em năm 2026", "Month of Action for Children 2026"),
            ("2026-01-01..2026-03-31", "từ ngày 01/01/2026 đến ngày 31/03/2026", "from 01/01/2026 to 31/03/2026"),
        ] {
            assert_eq!(period(code).name().say(Lang::Vi), name);
            assert_eq!(period(code).name().say(Lang::En), english);
        }
    }

    #[test]
    fn a_day_has_its_half_year() {
        for (day, code) in [
            ("2025-12-14", "2025-H2"),
            ("2025-12-15", "2026-H1"),
            ("2026-06-14", "2026-H1"),
            ("2026-06-15", "2026-H2"),
            ("2026-11-23", "2026-H2"),
        ] {
            assert_eq!(Period::of(day.parse().unwrap()).code, code);
        }
    }

    #[test]
    fn reports_are_due_on_the_next_working_day() {
        for (code, due) in [
            ("2026-H1", "2026-06-15"),
            ("2026", "2026-12-15"),
            ("2024-H2", "2024-12-16"),
            ("2026-thang-hanh-dong", "2026-07-01"),
            ("cal:2026", "2027-01-04"),
            ("cal:2023-04", "2023-05-04"),
        ] {
            assert_eq!(period(code).default_due().to_string(), due, "{code}");
        }
    }

    #[test]
    fn units_hand_in_some_working_days_before_the_agency_reports() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (code, due) in [("2026-H1", "2026-06-10"), ("2026", "2026-12-10"), ("cal:2023-04", "2023-04-26")] {
            assert_eq!(period(code).units_due(), day(due), "{code}");
        }
        let half = period("2026-H1");
        assert_eq!(half.units_due_from(day("2026-05-20")), day("2026-06-10"));
        assert_eq!(half.units_due_from(day("2026-06-09")), day("2026-06-12"), "a request that is late leaves days too");
        assert_eq!(half.units_due_from(day("2026-07-03")), day("2026-07-08"));
    }

    proptest! {
        #[test]
        fn a_day_lies_in_its_half_year(days in 693_626i32..803_000) {
            let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let period = Period::of(date);
            prop_assert!(period.contains(date));
            prop_assert!(!period.next().contains(date) && !period.previous().contains(date));
            prop_assert!(period.default_due() > period.to && period.units_due() < period.default_due());
        }

        #[test]
        fn nothing_typed_panics(code in "\\PC{0,16}|(cal:)?[0-9]{4}-?[hq]?[0-9]{0,2}(\\.\\.)?[0-9/-]{0,10}") {
            if let Ok(period) = Period::parse(&code) {
                prop_assert!(period.from <= period.to);
                prop_assert_eq!(Period::parse(&period.code), Ok(period));
            }
        }
    }
}
