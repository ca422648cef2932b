//! A time of day to the minute, as people type it.
use chrono::NaiveTime;

use crate::text::{Said, data};

/// Reads a time: `14:05`, `14h05`, `14 giờ 5`, `1405`, `14h`.
///
/// # Errors
/// What is wrong with it and how to type it.
pub fn parse(text: &str) -> Result<NaiveTime, Said> {
    let wrong = || data::NOT_A_TIME.with([text]);
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match numbers.as_slice() {
        [hour] if hour.len() <= 2 => (*hour, "0"),
        [all] if all.len() <= 4 => all.split_at(all.len() - 2),
        [hour, minute] => (*hour, *minute),
        _ => return Err(wrong()),
    };
    let number = |part: &str| part.parse::<u32>().ok();
    number(hour)
        .zip(number(minute))
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
        .ok_or_else(wrong)
}

/// "14:05".
#[must_use]
pub fn show(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_typed() {
        for (text, time) in [
            ("14:05", "14:05"),
            ("14h05", "14:05"),
            ("9 giờ 5", "09:05"),
            ("905", "09:05"),
            ("1405", "14:05"),
            ("7h", "07:00"),
        ] {
            assert_eq!(parse(text).map(show), Ok(time.to_owned()), "{text}");
        }
        for text in ["", "25:00", "12:60", "sáng", "1:2:3", "12345"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
