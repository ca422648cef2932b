//! The letterhead of a paper: issuing body, number, place and date.
use crate::text::paper as text;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The blank left for a number or a day that the clerical office writes in by hand.
const BLANK: &str = "      ";

/// Who issues a paper, under which number, where and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The body above, as "UBND tỉnh Lạng Sơn" (printed in capitals); may be empty.
    pub parent: String,
    /// The issuing body (printed in capitals, bold).
    pub agency: String,
    /// The number given by the clerical office, as "05"; empty while the paper is a draft.
    pub number: String,
    /// The symbol after the stroke, as "BC-SNNMT"; empty for lists, which carry no number line.
    pub symbol: String,
    /// The place, as "Lạng Sơn"; empty for a paper without a date line.
    pub place: String,
    /// The day of issue; `None` while the paper is a draft.
    pub date: Option<NaiveDate>,
    /// The year printed while `date` is `None`.
    pub year: i32,
    /// The fingerprint of an issued paper, which its file tells among its properties; empty for any other.
    #[serde(skip)]
    pub print: String,
}

impl Head {
    /// "Số: 05/BC-SNNMT"; the number is blank in a draft, and padded to two digits (Phụ lục I, mục II.3 of Nghị định
    /// 30/2020). Empty where there is no symbol.
    #[must_use]
    pub fn number_line(&self) -> String {
        if self.symbol.is_empty() {
            return String::new();
        }
        text::NUMBER.with([self.padded_number(), self.symbol.clone()]).say(crate::text::Lang::Vi)
    }

    /// "Lạng Sơn, ngày 05 tháng 01 năm 2026"; day and month are blank in a draft. Empty where there is no place.
    #[must_use]
    pub fn date_line(&self) -> String {
        if self.place.is_empty() { String::new() } else { format!("{}, {}", self.place, self.dated()) }
    }

    /// "ngày 05 tháng 01 năm 2026". Days below 10 and months 1 and 2 get a leading zero (Phụ lục I, mục II.4).
    #[must_use]
    pub fn dated(&self) -> String {
        let parts = match self.date {
            Some(date) => {
                let month = if date.month() < 3 { format!("0{}", date.month()) } else { date.month().to_string() };
                [format!("{:02}", date.day()), month, date.year().to_string()]
            }
            None => [BLANK.to_owned(), BLANK.to_owned(), self.year.to_string()],
        };
        text::DATED.with(parts).say(crate::text::Lang::Vi)
    }

    /// "số 05/BC-SNNMT ngày 05 tháng 01 năm 2026": how an annex names its paper.
    #[must_use]
    pub fn citation(&self) -> String {
        text::CITED.with([self.padded_number(), self.symbol.clone(), self.dated()]).say(crate::text::Lang::Vi)
    }

    fn padded_number(&self) -> String {
        match self.number.trim() {
            "" => BLANK.to_owned(),
            one if one.chars().count() == 1 && one.chars().all(|c| c.is_ascii_digit()) => format!("0{one}"),
            number => number.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        Head { symbol: "BC-SNNMT".into(), place: "Lạng Sơn".into(), year: 2026, ..Head::default() }
    }

    #[test]
    fn a_draft_leaves_number_day_and_month_blank() {
        assert_eq!(head().number_line(), "Số:       /BC-SNNMT");
        assert_eq!(head().date_line(), "Lạng Sơn, ngày        tháng        năm 2026");
        assert_eq!(Head::default().number_line(), "");
        assert_eq!(Head::default().date_line(), "");
    }

    #[test]
    fn numbers_days_and_the_first_two_months_are_padded() {
        let issued =
            |d, m, number: &str| Head { date: NaiveDate::from_ymd_opt(2026, m, d), number: number.into(), ..head() };
        assert_eq!(issued(5, 1, "5").citation(), "số 05/BC-SNNMT ngày 05 tháng 01 năm 2026");
        assert_eq!(issued(8, 3, "123").citation(), "số 123/BC-SNNMT ngày 08 tháng 3 năm 2026");
        assert_eq!(issued(29, 12, "07").number_line(), "Số: 07/BC-SNNMT");
    }
}
