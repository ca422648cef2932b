//! A child's school year: school, class, and the result at its end.
use chrono::{Datelike, NaiveDate};

use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{family as t, field};

choices! {
    /// The result of a school year: of primary schools by Thông tư 27/2020/TT-BGDĐT (hoàn thành xuất sắc, tốt, hoàn
    /// thành, chưa hoàn thành), of secondary schools by Thông tư 22/2021/TT-BGDĐT (tốt, khá, đạt, chưa đạt).
    pub enum Result {
        #[default] Unknown "" = t::RESULT_UNKNOWN;
        Excellent "excellent" = t::RESULT_EXCELLENT;
        Good "good" = t::RESULT_GOOD;
        Fair "fair" = t::RESULT_FAIR;
        Passed "passed" = t::RESULT_PASSED;
        Failed "failed" = t::RESULT_FAILED;
    }
}

record! {
    /// One row for each child and school year, "2025-2026".
    pub struct Schooling {
        table: "schooling", source: "schooling", title: t::SCHOOLINGS, one: t::ONE_SCHOOLING,
        search: &["school", "prize"], order: Order::Latest("year"),
    }
    columns {
        child: Id<Child> => field::CHILD, 20;
        year: String => t::SCHOOL_YEAR, 9;
        school: String => t::SCHOOL, 24;
        class: String => t::CLASS, 6;
        result: Result => t::RESULT, 12;
        prize: String => t::PRIZE, 18;
        note: String => field::NOTE, 0;
    }
}

impl Schooling {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("child", self.child.is_new())]);
        if !is_school_year(&self.year) {
            faults.push(Fault::at("year", t::NOT_A_SCHOOL_YEAR));
        }
        faults
    }
}

/// The school year of a day; from August on it is the coming one.
#[must_use]
pub fn school_year(day: NaiveDate) -> String {
    let first = if day.month() >= 8 { day.year() } else { day.year() - 1 };
    format!("{first}-{}", first + 1)
}

fn is_school_year(text: &str) -> bool {
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() == 4);
    let years = text.split_once('-').and_then(|(first, last)| Some((number(first)?, number(last)?)));
    years.is_some_and(|(first, last)| last == first + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_begins_with_august() {
        let year = |day: &str| school_year(day.parse().unwrap());
        assert_eq!([year("2026-07-31"), year("2026-08-01")], ["2025-2026", "2026-2027"]);
        for text in ["2026", "2025-2027", "25-26", "2025-26", "", "2025–2026"] {
            assert!(!is_school_year(text), "{text}");
        }
        assert!(is_school_year("2025-2026"));
    }
}
