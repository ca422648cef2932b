//! Whole days: how they are typed, shown on screens and written in official papers.
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::clean::clean;
use super::fold::fold;
use super::lunar::Lunar;
use super::written::{Written, written};
use crate::text::{Lang, Said, data, period as words};

/// The years a typed date may have: outside them it is a slip of the finger.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads a day as people type it: 5/3/2015, 5-3-15, 5.3 (this year), 2015-03-05, "ngày 5 tháng 3 năm 2015",
/// hôm nay, mai, hôm qua, +10 and -3 (days from today), and lunar days: 15/8 âm (this year's), 15/8/2026 ÂL.
pub fn parse(text: &str, today: NaiveDate) -> Result<NaiveDate, Said> {
    let folded = fold(&clean(text));
    let from_today = match folded.as_str() {
        "hom nay" | "nay" | "today" => Some(0),
        "mai" | "ngay mai" | "tomorrow" => Some(1),
        "qua" | "hom qua" | "yesterday" => Some(-1),
        typed => step(typed),
    };
    if let Some(days) = from_today {
        let moved = TimeDelta::try_days(days).and_then(|step| today.checked_add_signed(step));
        return moved.filter(known).ok_or_else(|| data::NO_SUCH_DAY.with([text]));
    }
    if let Some(lunar) = lunar_part(&folded) {
        // The twelfth month lies in the solar year after its own, so there "this year's" is the lunar year that
        // is running; other months have the number of the solar year they fall in.
        let year = |month| if month == 12 { Lunar::of(today).map(|now| now.year) } else { Some(today.year()) };
        let day = Lunar::read(lunar, year).map_err(|said| said.text.with([text]))?;
        return day.to_solar().ok_or_else(|| data::NO_SUCH_DAY.with([text]));
    }
    let day = match written(&folded).ok_or_else(|| data::NOT_A_DATE.with([text]))? {
        Written::Day(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Written::DayMonth(month, day) => NaiveDate::from_ymd_opt(today.year(), month, day),
        Written::Month(..) | Written::Year(_) => return Err(data::NOT_WHOLE_DAY.with([text])),
    };
    day.filter(known).ok_or_else(|| data::NO_SUCH_DAY.with([text]))
}

/// "05/03/2015".
#[must_use]
pub fn show(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// "05/03/2015 14:05".
#[must_use]
pub fn moment(at: NaiveDateTime) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

/// Whether words that name a paper say its day already: "20/QĐ-SNNMT ngày 25/5/2026".
#[must_use]
pub fn is_said(paper: &str) -> bool {
    let day = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    fold(paper).match_indices("ngay").any(|(at, word)| fold(paper).get(at + word.len()..).is_some_and(day))
}

/// "ngày 05 tháng 01 năm 2020": days below 10 and months 1 and 2 take a zero, other months do not
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I).
#[must_use]
pub fn official(date: NaiveDate) -> String {
    let month = if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// "thứ Hai" to "thứ Bảy", "Chủ nhật" (capitals by Nghị định 30/2020/NĐ-CP, Phụ lục II).
#[must_use]
pub fn weekday_vi(date: NaiveDate) -> &'static str {
    weekday(date, Lang::Vi)
}

/// A day with its weekday and lunar date: "thứ Hai, 23/11/2026 (15/10 ÂL)" or "Mon 23/11/2026 (15/10 lunar)".
#[must_use]
pub fn day_line(date: NaiveDate, lang: Lang) -> String {
    let (weekday, day) = (weekday(date, lang).to_string(), show(date));
    let Some(lunar) = Lunar::of(date) else { return words::DAY_LINE.with([weekday, day]).say(lang) };
    let text = if lunar.leap { words::DAY_LINE_LEAP } else { words::DAY_LINE_LUNAR };
    text.with([weekday, day, format!("{}/{}", lunar.day, lunar.month)]).say(lang)
}

fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    let at = date.weekday().num_days_from_monday() as usize;
    words::WEEKDAYS[at].say(lang)
}

/// "+10" or "-3", in days.
fn step(folded: &str) -> Option<i64> {
    let digits = folded.strip_prefix(['+', '-'])?.trim_start();
    let days = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<i64>().ok())??;
    Some(if folded.starts_with('-') { -days } else { days })
}

/// What stands before the mark of a lunar date.
fn lunar_part(folded: &str) -> Option<&str> {
    ["am lich", "am", "al", "lunar"].iter().find_map(|mark| folded.strip_suffix(mark)).map(str::trim_end)
}

fn known(date: &NaiveDate) -> bool {
    YEARS.contains(&date.year())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2026-11-23")
    }

    #[test]
    fn a_paper_that_says_its_day_needs_no_other() {
        assert!(is_said("20/QĐ-SNNMT ngày 25/5/2026") && is_said("Quyết định số 3, Ngày 05 tháng 6"));
        assert!(!is_said("20/QĐ-SNNMT") && !is_said("Quyết định về ngày trẻ em") && !is_said(""));
    }

    #[test]
    fn every_way_of_typing_is_read() {
        for text in [
            "5/3/2015",
            "05/03/2015",
            "5/3/15",
            "05-03-2015",
            "5.3.2015",
            "5 / 3 / 2015",
            "5 3 2015",
            "ngày 5 tháng 3 năm 2015",
            "Ngày 05/3/2015",
            "5 thang 3 2015",
            "2015-03-05",
            "2015/3/5",
            "2015-03-05 00:00:00",
            "2015-03-05T07:00:00",
        ] {
            assert_eq!(parse(text, today()), Ok(day("2015-03-05")), "{text}");
        }
        assert_eq!(parse("5/3", today()), Ok(day("2026-03-05")));
        assert_eq!(parse("5/3/69", today()), Ok(day("2069-03-05")));
        assert_eq!(parse("5/3/70", today()), Ok(day("1970-03-05")));
    }

    #[test]
    fn days_are_counted_from_today() {
        for (text, date) in [
            ("hôm nay", "2026-11-23"),
            ("Hom  NAY", "2026-11-23"),
            ("today", "2026-11-23"),
            ("mai", "2026-11-24"),
            ("ngày mai", "2026-11-24"),
            ("hôm qua", "2026-11-22"),
            ("+10", "2026-12-03"),
            ("+ 10", "2026-12-03"),
            ("-3", "2026-11-20"),
            ("+0", "2026-11-23"),
        ] {
            assert_eq!(parse(text, today()), Ok(day(date)), "{text}");
        }
    }

    #[test]
    fn lunar_days_are_read() {
        for text in ["15/8 âm", "15/8/2026 âm", "15/8 ÂL", "15-8 âm lịch", "15/8al", "15/8/26 am"] {
            assert_eq!(parse(text, today()), Ok(day("2026-09-25")), "{text}");
        }
        assert_eq!(parse("15/6n/2025 âm", today()), Ok(day("2025-08-08")));
        assert_eq!(parse("mùng 1 tháng 1 âm", today()), Ok(day("2026-02-17")));
        // Before tết, "23/12" is that of the year running out and "15/8" that of the year on the wall.
        assert_eq!(parse("23/12 âm", day("2026-01-20")), Ok(day("2026-02-10")));
        assert_eq!(parse("23/12 âm", today()), Ok(day("2027-01-30")));
        assert_eq!(parse("15/8 âm", day("2026-01-20")), Ok(day("2026-09-25")));
        assert_eq!(parse("30/8 âm", day("2025-11-23")).unwrap_err(), data::NO_SUCH_DAY.with(["30/8 âm"]));
        assert_eq!(parse("âm", today()), Err(data::NOT_A_DATE.with(["âm"])));
    }

    #[test]
    fn what_is_no_day_is_refused_with_its_reason() {
        for (text, why) in [
            ("", data::NOT_A_DATE),
            ("chưa rõ", data::NOT_A_DATE),
            ("5//3/2015", data::NOT_A_DATE),
            ("/3/2015", data::NOT_A_DATE),
            ("5/3/", data::NOT_A_DATE),
            ("5/3/015", data::NOT_A_DATE),
            ("5/3/2015/1", data::NOT_A_DATE),
            ("tháng 5 ngày 3 năm 2015", data::NOT_A_DATE),
            ("ngày 3/2015", data::NOT_A_DATE),
            ("5/3/2015 ngày", data::NOT_A_DATE),
            ("12", data::NOT_A_DATE),
            ("+", data::NOT_A_DATE),
            ("3/2015", data::NOT_WHOLE_DAY),
            ("2015", data::NOT_WHOLE_DAY),
            ("năm 2015", data::NOT_WHOLE_DAY),
            ("31/2/2015", data::NO_SUCH_DAY),
            ("29/2", data::NO_SUCH_DAY),
            ("3/25/2015", data::NO_SUCH_DAY),
            ("5/3/0015", data::NO_SUCH_DAY),
            ("0/3/2015", data::NO_SUCH_DAY),
            ("+99999999", data::NO_SUCH_DAY),
            ("+9999999999999999", data::NO_SUCH_DAY),
        ] {
            assert_eq!(parse(text, today()), Err(why.with([text])), "{text}");
        }
    }

    #[test]
    fn official_papers_take_zeros_by_rule() {
        assert_eq!(official(day("2020-01-05")), "ngày 05 tháng 01 năm 2020");
        assert_eq!(official(day("2020-02-29")), "ngày 29 tháng 02 năm 2020");
        assert_eq!(official(day("2020-03-08")), "ngày 08 tháng 3 năm 2020");
        assert_eq!(official(day("2020-10-29")), "ngày 29 tháng 10 năm 2020");
    }

    #[test]
    fn a_day_is_told_with_its_weekday_and_moon() {
        assert_eq!(day_line(today(), Lang::Vi), "thứ Hai, 23/11/2026 (15/10 ÂL)");
        assert_eq!(day_line(today(), Lang::En), "Mon 23/11/2026 (15/10 lunar)");
        assert_eq!(day_line(day("2025-08-08"), Lang::Vi), "thứ Sáu, 08/08/2025 (15/6 nhuận ÂL)");
        assert_eq!(day_line(day("2150-01-04"), Lang::Vi), "Chủ nhật, 04/01/2150");
        assert_eq!(weekday_vi(day("2026-11-28")), "thứ Bảy");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read(days in 693_596i32..803_169) {
            let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            prop_assert_eq!(parse(&show(date), today()), Ok(date));
            prop_assert_eq!(parse(&official(date), today()), Ok(date));
            prop_assert_eq!(parse(&date.to_string(), today()), Ok(date));
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,16}|[0-9/. +âmngày-]{0,12}") {
            if let Ok(date) = parse(&text, today()) {
                prop_assert!(YEARS.contains(&date.year()));
            }
        }
    }
}
