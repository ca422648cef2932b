//! The periods around one: before and after it, wider and narrower, a year ago.
use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Basis, Kind, Period};

impl Period {
    /// The period after this one, of the same kind; days move on by their number, whole months by months.
    #[must_use]
    pub fn next(&self) -> Self {
        self.moved(1)
    }

    /// The period before this one, of the same kind.
    #[must_use]
    pub fn previous(&self) -> Self {
        self.moved(-1)
    }

    /// The next wider period that holds this one: month, quarter, half, year.
    #[must_use]
    pub fn wider(&self) -> Option<Self> {
        let kind = match self.kind {
            Kind::Month(year, month) => Kind::Quarter(year, month.div_ceil(3)),
            Kind::Quarter(year, quarter) => Kind::Half(year, quarter.div_ceil(2)),
            Kind::Half(year, _) => Kind::Year(year),
            // The Month is reported within the office's own year.
            Kind::Action(year) => return Some(Self::new(Kind::Year(year), Basis::Decree)),
            Kind::Year(_) | Kind::Days => return None,
        };
        Some(Self::new(kind, self.basis))
    }

    /// The first of the next narrower periods in this one: half, quarter, month.
    #[must_use]
    pub fn narrower(&self) -> Option<Self> {
        let kind = match self.kind {
            Kind::Year(year) => Kind::Half(year, 1),
            Kind::Half(year, half) => Kind::Quarter(year, half * 2 - 1),
            Kind::Quarter(year, quarter) => Kind::Month(year, quarter * 3 - 2),
            Kind::Month(..) | Kind::Action(_) | Kind::Days => return None,
        };
        Some(Self::new(kind, self.basis))
    }

    /// The same period a year before.
    #[must_use]
    pub fn same_last_year(&self) -> Self {
        let kind = match self.kind {
            Kind::Year(year) => Kind::Year(year - 1),
            Kind::Half(year, half) => Kind::Half(year - 1, half),
            Kind::Quarter(year, quarter) => Kind::Quarter(year - 1, quarter),
            Kind::Month(year, month) => Kind::Month(year - 1, month),
            Kind::Action(year) => Kind::Action(year - 1),
            Kind::Days => return self.by_months(-12),
        };
        Self::new(kind, self.basis)
    }

    fn moved(&self, steps: i32) -> Self {
        let within = |year: i32, part: u32, parts: i32| {
            let at = year * parts + i32::try_from(part).unwrap_or(1) - 1 + steps;
            (at.div_euclid(parts), at.rem_euclid(parts).unsigned_abs() + 1)
        };
        let kind = match self.kind {
            Kind::Year(year) => Kind::Year(year + steps),
            Kind::Action(year) => Kind::Action(year + steps),
            Kind::Half(year, half) => {
                let (year, half) = within(year, half, 2);
                Kind::Half(year, half)
            }
            Kind::Quarter(year, quarter) => {
                let (year, quarter) = within(year, quarter, 4);
                Kind::Quarter(year, quarter)
            }
            Kind::Month(year, month) => {
                let (year, month) = within(year, month, 12);
                Kind::Month(year, month)
            }
            Kind::Days => return self.days_moved(steps),
        };
        Self::new(kind, self.basis)
    }

    fn days_moved(&self, steps: i32) -> Self {
        let after = self.to + Days::new(1);
        if self.from.day() == 1 && after.day() == 1 {
            let months = (after.year() - self.from.year()) * 12 + after.month0() as i32 - self.from.month0() as i32;
            return self.by_months(months * steps);
        }
        let length = (after - self.from) * steps;
        Self::days(self.from + length, self.to + length)
    }

    /// Days moved by months; a last day of a month stays one.
    fn by_months(&self, months: i32) -> Self {
        let moved = |date: NaiveDate| {
            let step = Months::new(months.unsigned_abs());
            if months < 0 { date - step } else { date + step }
        };
        let after = self.to + Days::new(1);
        let to = if after.day() == 1 { moved(after) - Days::new(1) } else { moved(self.to) };
        Self::days(moved(self.from), to)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(period: &Period) -> &str {
        &period.code
    }

    fn period(code: &str) -> Period {
        Period::parse(code).unwrap()
    }

    #[test]
    fn neighbours_are_of_the_same_kind() {
        for (one, next) in [
            ("2026", "2027"),
            ("2026-H1", "2026-H2"),
            ("2026-H2", "2027-H1"),
            ("2026-Q4", "2027-Q1"),
            ("2026-12", "2027-01"),
            ("cal:2026-02", "cal:2026-03"),
            ("2026-thang-hanh-dong", "2027-thang-hanh-dong"),
            ("2026-01-01..2026-03-31", "2026-04-01..2026-06-30"),
            ("2026-05-15..2026-05-24", "2026-05-25..2026-06-03"),
        ] {
            assert_eq!(code(&period(one).next()), next);
            assert_eq!(code(&period(next).previous()), one);
        }
    }

    #[test]
    fn periods_hold_each_other() {
        for (narrow, wide) in [
            ("2026-05", Some("2026-Q2")),
            ("2026-Q2", Some("2026-H1")),
            ("cal:2026-Q3", Some("cal:2026-H2")),
            ("2026-H2", Some("2026")),
            ("2026-thang-hanh-dong", Some("2026")),
            ("2026", None),
            ("2026-01-01..2026-03-31", None),
        ] {
            assert_eq!(period(narrow).wider().as_ref().map(code), wide, "{narrow}");
        }
        for (wide, narrow) in [
            ("2026", Some("2026-H1")),
            ("2026-H2", Some("2026-Q3")),
            ("cal:2026-Q4", Some("cal:2026-10")),
            ("2026-05", None),
            ("2026-thang-hanh-dong", None),
        ] {
            assert_eq!(period(wide).narrower().as_ref().map(code), narrow, "{wide}");
        }
    }

    #[test]
    fn last_year_is_found() {
        for (one, before) in [
            ("2026", "2025"),
            ("2026-H1", "2025-H1"),
            ("2026-Q1", "2025-Q1"),
            ("cal:2026-05", "cal:2025-05"),
            ("2026-thang-hanh-dong", "2025-thang-hanh-dong"),
            ("2025-02-01..2025-02-28", "2024-02-01..2024-02-29"),
            ("2024-02-29..2024-03-10", "2023-02-28..2023-03-10"),
        ] {
            assert_eq!(code(&period(one).same_last_year()), before);
        }
    }

    proptest! {
        #[test]
        fn neighbours_meet(year in 1901i32..2198, part in prop::sample::select(vec![
            "", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-01", "-02", "-03", "-06", "-11", "-12",
        ]), mark in prop::sample::select(vec!["", "cal:"])) {
            let one = period(&format!("{mark}{year}{part}"));
            prop_assert_eq!(one.next().from, one.to + Days::new(1));
            prop_assert_eq!(one.previous().to + Days::new(1), one.from);
            prop_assert_eq!(one.next().previous(), one.clone());
            prop_assert_eq!(Period::parse(&one.next().code), Ok(one.next()));
            if let Some(wide) = one.wider() {
                prop_assert!(wide.from <= one.from && one.to <= wide.to);
            }
            if let Some(narrow) = one.narrower() {
                prop_assert!(narrow.from == one.from && narrow.to < one.to);
                prop_assert_eq!(narrow.wider(), Some(one));
            }
        }

        #[test]
        fn days_meet(from in 700_000i32..750_000, length in 0u64..500) {
            let from = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
            let one = Period::days(from, from + Days::new(length));
            prop_assert_eq!(one.next().from, one.to + Days::new(1));
            prop_assert_eq!(one.previous().to + Days::new(1), one.from);
            // Days that come to be whole months go back by months, so only the end is sure to return.
            prop_assert_eq!(one.next().previous().to, one.to);
            prop_assert!(one.same_last_year().from < one.from);
            prop_assert_eq!(Period::parse(&one.code), Ok(one));
        }
    }
}
