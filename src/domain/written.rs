//! The numbers of a date as people write them, before they are a day of any calendar.

/// What the numbers of a typed date stand for; not yet a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Year, month, day.
    Day(i32, u32, u32),
    /// Month and day.
    DayMonth(u32, u32),
    /// Year and month.
    Month(i32, u32),
    /// A year of four digits.
    Year(i32),
}

/// Reads the numbers of a date from folded text: day first, or year first when it has four digits. They stand apart
/// by one of `/ - .`, by spaces or by the words "ngày", "tháng", "năm". Two digits of a year up to 69 are 20xx.
pub(super) fn written(folded: &str) -> Option<Written> {
    let numbers = numbers(without_clock(folded))?;
    let digits: Vec<&str> = numbers.iter().map(|(_, digits)| *digits).collect();
    let (found, roles): (Written, &[&str]) = match digits.as_slice() {
        [y] => (Written::Year(year(y)?), &["nam"]),
        [y, m] if y.len() == 4 => (Written::Month(year(y)?, short(m)?), &["nam", "thang"]),
        [m, y] if y.len() == 4 => (Written::Month(year(y)?, short(m)?), &["thang", "nam"]),
        [d, m] => (Written::DayMonth(short(m)?, short(d)?), &["ngay", "thang"]),
        [y, m, d] if y.len() == 4 => (Written::Day(year(y)?, short(m)?, short(d)?), &["nam", "thang", "ngay"]),
        [d, m, y] => (Written::Day(year(y).or_else(|| century(y))?, short(m)?, short(d)?), &["ngay", "thang", "nam"]),
        _ => return None,
    };
    numbers.iter().zip(roles).all(|((word, _), role)| word.is_none_or(|word| word == *role)).then_some(found)
}

/// Numbers of a date with the word before each; nothing if there is anything else.
fn numbers(folded: &str) -> Option<Vec<(Option<&str>, &str)>> {
    let mut found: Vec<(Option<&str>, &str)> = Vec::new();
    let mut rest = folded.trim();
    let mut word = None;
    let mut marks = 0;
    while let Some(first) = rest.chars().next() {
        if first == ' ' {
            rest = rest.trim_start();
        } else if matches!(first, '/' | '-' | '.') {
            marks += 1;
            rest = rest.get(1..)?;
            // A date neither begins nor ends with a mark, nor has two in a row.
            if found.is_empty() || marks > 1 || rest.is_empty() {
                return None;
            }
        } else if first.is_ascii_digit() {
            let (digits, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
            found.push((word.take(), digits));
            (rest, marks) = (after, 0);
        } else {
            let (letters, after) = rest.split_at(rest.find([' ', ':']).unwrap_or(rest.len()));
            match letters {
                "ngay" | "thang" | "nam" if word.is_none() => word = Some(letters),
                "mung" | "mong" if found.is_empty() => word = Some("ngay"),
                "sinh" | "sn" if found.is_empty() => word = None,
                _ => return None,
            }
            rest = after.strip_prefix(':').unwrap_or(after);
        }
    }
    (word.is_none() && marks == 0).then_some(found)
}

/// Spreadsheets give days with a time: "2015-03-05 00:00:00", "2015-03-05T00:00:00".
fn without_clock(folded: &str) -> &str {
    match folded.split_once([' ', 't']) {
        Some((day, clock)) if clock.contains(':') && clock.starts_with(|c: char| c.is_ascii_digit()) => day,
        _ => folded,
    }
}

fn short(digits: &str) -> Option<u32> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn year(digits: &str) -> Option<i32> {
    (digits.len() == 4).then(|| digits.parse().ok()).flatten()
}

fn century(digits: &str) -> Option<i32> {
    let year: i32 = (digits.len() == 2).then(|| digits.parse().ok()).flatten()?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_by_length_and_words() {
        for (text, found) in [
            ("5/3/2015", Written::Day(2015, 3, 5)),
            ("2015-3-5", Written::Day(2015, 3, 5)),
            ("05.03.69", Written::Day(2069, 3, 5)),
            ("sinh ngay: 5/3/70", Written::Day(1970, 3, 5)),
            ("5/3", Written::DayMonth(3, 5)),
            ("mung 5 thang 3", Written::DayMonth(3, 5)),
            ("3/2015", Written::Month(2015, 3)),
            ("2015-03", Written::Month(2015, 3)),
            ("thang 3 nam 2015", Written::Month(2015, 3)),
            ("sn 2015", Written::Year(2015)),
            ("99/99/9999", Written::Day(9999, 99, 99)),
        ] {
            assert_eq!(written(text), Some(found), "{text}");
        }
    }

    #[test]
    fn words_in_the_wrong_place_and_strange_marks_are_refused() {
        for text in
            ["", "x", "15", "5--3", "-5/3", "5/3.", "ngay 3/2015", "nam 2015 ngay 3", "5/3/2015 t", "1 2 3 4", "5,3"]
        {
            assert_eq!(written(text), None, "{text}");
        }
    }
}
