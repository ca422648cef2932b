//! Dates as they come in cells: whatever an office types or Excel makes of it → a birth date.
use chrono::{NaiveDate, TimeDelta};

use super::sheet::Cell;
use crate::domain::born::Born;
use crate::domain::clean::clean;
use crate::domain::day::YEARS;
use crate::domain::fold::fold;

/// What a cell that should hold a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing, or signs that stand for nothing ("-", "…").
    Blank,
    /// A date, as far as it is known.
    Born(Born),
    /// Something that is no date.
    Unreadable,
}

/// Reads a cell: a date, a serial number whose format was lost, a year as a number, or text as people write it.
#[must_use]
pub fn read(cell: &Cell) -> Read {
    match cell {
        Cell::Empty => Read::Blank,
        Cell::Date(date) => of_date(*date),
        Cell::Number(number) => of_number(*number),
        Cell::Text(text) => of_text(text),
        Cell::Bool(_) => Read::Unreadable,
    }
}

/// Day, month and year from three cells; a day or month that is blank is not known.
#[must_use]
pub fn read_parts(day: &Cell, month: &Cell, year: &Cell) -> Read {
    let (Some(day), Some(month)) = (small(day), small(month)) else { return Read::Unreadable };
    match read(year) {
        // One cell may hold the rest ("3/2015"), or the whole date.
        Read::Born(Born::Month(year, month)) if day != 0 => of_numbers(day, month.cast_signed(), year),
        Read::Born(Born::Year(year)) => of_numbers(day, month, year),
        Read::Blank if day != 0 || month != 0 => Read::Unreadable,
        other => other,
    }
}

/// The first date in a text, such as the rest of "Tính đến ngày 15 tháng 5 năm 2026)".
#[must_use]
pub fn first_in(text: &str) -> Option<Born> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let from = words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let mut numbers: Vec<&str> = Vec::new();
    for word in &words[from..] {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers.push(word);
        } else if !matches!(*word, "ngay" | "thang" | "nam") {
            break;
        }
        if word.len() == 4 || numbers.len() == 3 {
            break;
        }
    }
    match of_parts(&numbers) {
        Read::Born(born) => Some(born),
        Read::Blank | Read::Unreadable => None,
    }
}

fn of_date(date: NaiveDate) -> Read {
    // A year typed into a cell with a date's format shows as a day of 1905: its serial number is the year.
    let serial = date.signed_duration_since(epoch()).num_days();
    if let Some(year) = i32::try_from(serial).ok().filter(|year| (1950..=2100).contains(year)) {
        return Read::Born(Born::Year(year));
    }
    known(Some(Born::Day(date)))
}

fn of_number(number: f64) -> Read {
    if number == 0.0 {
        return Read::Blank;
    }
    if !(1.0..1e9).contains(&number) {
        return Read::Unreadable;
    }
    if number.fract() == 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "the range is checked above")]
        return of_digits(&(number as i64).to_string());
    }
    // "12.2020" typed for a month becomes the number 12.202.
    match format!("{number:.4}").split_once('.') {
        Some((month, year)) if number < 13.0 => of_parts(&[month, year]),
        // A day with a time of day.
        _ => of_serial(number.floor()),
    }
}

fn of_text(text: &str) -> Read {
    let text = clean(text);
    let folded = fold(&text);
    let folded = without_clock(&folded);
    if folded.bytes().all(|b| b.is_ascii_digit()) && !folded.is_empty() {
        return of_digits(folded);
    }
    let mut numbers: Vec<&str> = Vec::new();
    let mut letters = false;
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let end = if first.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            numbers.push(rest.get(..end).unwrap_or_default());
            end
        } else if first.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            letters = true;
            let word = rest.get(..end).unwrap_or_default();
            let known = matches!(word, "ngay" | "thang" | "nam" | "sinh" | "sn" | "ns" | "t" | "mung" | "mong");
            if !known && !word.bytes().all(|b| b == b'x') {
                return Read::Unreadable;
            }
            end
        } else if " /-.,–—_…:'’\\".contains(first) {
            first.len_utf8()
        } else {
            return Read::Unreadable;
        };
        rest = rest.get(end..).unwrap_or_default();
    }
    if numbers.is_empty() && !letters { Read::Blank } else { of_parts(&numbers) }
}

/// A single run of digits: a year, a serial number, or a date written without separators.
fn of_digits(digits: &str) -> Read {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<i32>().ok()).unwrap_or(0);
    match digits.len() {
        4 => of_parts(&[digits]),
        5 => digits.parse().map_or(Read::Unreadable, of_serial),
        // Excel drops the zero of 04032015.
        7 => of_numbers(part(0, 1), part(1, 3), part(3, 7)),
        8 => match of_numbers(part(0, 2), part(2, 4), part(4, 8)) {
            Read::Unreadable => of_numbers(part(6, 8), part(4, 6), part(0, 4)),
            read => read,
        },
        _ if digits.bytes().all(|b| b == b'0') => Read::Blank,
        _ => Read::Unreadable,
    }
}

/// Numbers in the order written: year first when it has four digits, else last. Zeros stand for what is not known.
fn of_parts(parts: &[&str]) -> Read {
    let number = |part: &str| if part.len() <= 4 { part.parse::<i32>().ok() } else { None };
    let numbers: Option<Vec<i32>> = parts.iter().map(|part| number(part)).collect();
    let long = |at: usize| parts.get(at).is_some_and(|part| part.len() == 4);
    let short =
        |from: usize, to: usize| parts.get(from..to).is_some_and(|parts| parts.iter().all(|part| part.len() <= 2));
    match numbers.as_deref() {
        Some([year]) if long(0) => of_numbers(0, 0, *year),
        Some([month, year]) if long(1) && short(0, 1) => of_numbers(0, *month, *year),
        Some([year, month]) if long(0) && short(1, 2) => of_numbers(0, *month, *year),
        Some([day, month, year]) if long(2) && short(0, 2) => of_numbers(*day, *month, *year),
        Some([year, month, day]) if long(0) && short(1, 3) => of_numbers(*day, *month, *year),
        Some([day, month, year]) if short(0, 3) && parts[2].len() == 2 => {
            of_numbers(*day, *month, if *year < 70 { 2000 + *year } else { 1900 + *year })
        }
        _ => Read::Unreadable,
    }
}

/// A zero is an unknown day or month; a day without its month says no more than the year.
fn of_numbers(day: i32, month: i32, year: i32) -> Read {
    let (Ok(day), Ok(month)) = (u32::try_from(day), u32::try_from(month)) else { return Read::Unreadable };
    known(match (day, month) {
        (0..=31, 0) => Some(Born::Year(year)),
        (0, 1..=12) => Some(Born::Month(year, month)),
        _ => NaiveDate::from_ymd_opt(year, month, day).map(Born::Day),
    })
}

/// Days since the end of 1899. Only days of the people on a roster are taken for such, not any large number.
fn of_serial(serial: f64) -> Read {
    if !(20_000.0..75_000.0).contains(&serial) {
        return Read::Unreadable;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked above")]
    let days = TimeDelta::try_days(serial as i64);
    known(days.and_then(|days| epoch().checked_add_signed(days)).map(Born::Day))
}

fn known(born: Option<Born>) -> Read {
    use chrono::Datelike;
    let year = born.map(|born| match born {
        Born::Day(day) => day.year(),
        Born::Month(year, _) | Born::Year(year) => year,
    });
    match (born, year) {
        (Some(born), Some(year)) if YEARS.contains(&year) => Read::Born(born),
        _ => Read::Unreadable,
    }
}

/// A day or month in a cell of its own; 0 when blank, nothing when it is no such number.
fn small(cell: &Cell) -> Option<i32> {
    match cell {
        Cell::Empty => Some(0),
        #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
        Cell::Number(number) => (number.fract() == 0.0 && (0.0..=31.0).contains(number)).then_some(*number as i32),
        Cell::Text(text) => {
            let text = clean(text);
            let digits = text.trim_matches(|c: char| !c.is_alphanumeric());
            if digits.is_empty() { Some(0) } else { digits.parse().ok().filter(|number| (0..=31).contains(number)) }
        }
        Cell::Date(_) | Cell::Bool(_) => None,
    }
}

fn without_clock(folded: &str) -> &str {
    match folded.split_once([' ', 't']) {
        Some((day, clock)) if clock.contains(':') && clock.starts_with(|c: char| c.is_ascii_digit()) => day,
        _ => folded,
    }
}

/// Day 0 of Excel's serial numbers, for days after its leap-year slip of February 1900.
fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day of the calendar")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(text: &str) -> String {
        shown(read(&Cell::of(text)))
    }

    fn number(number: f64) -> String {
        shown(read(&Cell::Number(number)))
    }

    fn shown(read: Read) -> String {
        match read {
            Read::Blank => "blank".to_string(),
            Read::Born(born) => born.iso(),
            Read::Unreadable => "unreadable".to_string(),
        }
    }

    #[test]
    fn every_spelling_of_a_day() {
        for spelling in [
            "04/03/2015",
            "4/3/2015",
            "4-3-2015",
            "04.03.2015",
            "4,3,2015",
            "4 - 3 - 2015",
            "4/3/15",
            "2015-03-04",
            "2015/3/4",
            "2015-03-04T00:00:00",
            "2015-03-04 00:00:00",
            "04/03/2015 0:00",
            "ngày 4 tháng 3 năm 2015",
            "Ngày 04 tháng 03 năm 2015",
            "'04/03/2015",
            "04/03/2015.",
            "04032015",
            "20150304",
            "sinh 4/3/2015",
            "42067",
        ] {
            assert_eq!(text(spelling), "2015-03-04", "{spelling}");
        }
    }

    #[test]
    fn dates_known_in_part() {
        for spelling in [
            "3/2015",
            "03-2015",
            "03.2015",
            "tháng 3/2015",
            "T3/2015",
            "…/3/2015",
            "00/03/2015",
            "2015-03",
            "xx/03/2015",
        ] {
            assert_eq!(text(spelling), "2015-03", "{spelling}");
        }
        for spelling in
            ["2015", "năm 2015", "SN 2015", "Sinh năm 2015", "00/00/2015", "../../2015", "__/__/2015", "--/--/2015"]
        {
            assert_eq!(text(spelling), "2015", "{spelling}");
        }
    }

    #[test]
    fn numbers_are_years_serials_or_digits() {
        assert_eq!(number(2015.0), "2015");
        assert_eq!(number(42067.0), "2015-03-04");
        assert_eq!(number(42067.5), "2015-03-04");
        assert_eq!(number(4_032_015.0), "2015-03-04");
        assert_eq!(number(3.2015), "2015-03");
        assert_eq!(number(12.202), "2020-12");
        assert_eq!(number(0.0), "blank");
        for odd in [5.0, -3.0, 300.0, 9999.0, 1e12, f64::NAN, f64::INFINITY] {
            assert_eq!(number(odd), "unreadable", "{odd}");
        }
        let year = NaiveDate::from_ymd_opt(1905, 7, 7).unwrap();
        assert_eq!(shown(read(&Cell::Date(year))), "2015");
    }

    #[test]
    fn signs_alone_are_blank_and_other_text_is_unreadable() {
        for sign in ["", "-", "…", "...", "../../....", "_", "—"] {
            assert_eq!(text(sign), "blank", "{sign}");
        }
        for odd in [
            "31/02/2015",
            "15/13/2016",
            "05/13/2016",
            "không nhớ",
            "?",
            "15",
            "3/15",
            "2015?",
            "1/2/3/2015",
            "15/8 âm",
            "#VALUE!",
            "1820",
            "khoảng 2015",
        ] {
            assert_eq!(text(odd), "unreadable", "{odd}");
        }
    }

    #[test]
    fn three_cells_make_a_date() {
        let parts =
            |day: &str, month: &str, year: &str| shown(read_parts(&Cell::of(day), &Cell::of(month), &Cell::of(year)));
        assert_eq!(parts("4", "03", "2015"), "2015-03-04");
        assert_eq!(parts("", "3", "2015"), "2015-03");
        assert_eq!(parts("", "", "2015"), "2015");
        assert_eq!(parts("", "", ""), "blank");
        assert_eq!(parts("4", "3", ""), "unreadable");
        assert_eq!(parts("31", "2", "2015"), "unreadable");
        assert_eq!(parts("4", "", "3/2015"), "2015-03-04");
    }

    #[test]
    fn a_date_within_a_sentence() {
        let found = |text: &str| first_in(text).map(Born::iso);
        assert_eq!(found("ngày 15 tháng 5 năm 2026)"), Some("2026-05-15".to_string()));
        assert_eq!(found("hết ngày 31/12/2025 của đơn vị 3"), Some("2025-12-31".to_string()));
        assert_eq!(found("tháng 5/2026"), Some("2026-05".to_string()));
        assert_eq!(found("ngày … tháng … năm …"), None);
    }

    proptest! {
        #[test]
        fn days_are_read_back(days in 0i64..73_000, mark in "[/.-]") {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + TimeDelta::days(days);
            let spelling = day.format(&format!("%-d{mark}%m{mark}%Y")).to_string();
            prop_assert_eq!(read(&Cell::of(&spelling)), Read::Born(Born::Day(day)));
        }

        #[test]
        fn any_cell_can_be_read(text in "\\PC{0,12}|[0-9./ -]{0,12}", number in any::<f64>()) {
            let _ = read(&Cell::of(&text));
            let _ = read(&Cell::Number(number));
            let _ = read_parts(&Cell::of(&text), &Cell::Number(number), &Cell::of(&text));
            let _ = first_in(&text);
        }
    }
}
