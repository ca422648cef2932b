//! Amounts as people type them.
use super::Vnd;
use crate::domain::clean::clean;
use crate::domain::fold::fold;
use crate::text::{Said, data};

/// Reads an amount as people type it: 500000, 500.000, 500,000, 500k, 1tr2 (1.200.000), "1,5 triệu", "2 tỷ",
/// "5 nghìn", with or without "đ", "đồng", "vnd". A point or comma with exactly three digits behind is for
/// thousands. Refuses parts of a đồng and what does not fit.
pub fn parse(text: &str) -> Result<Vnd, Said> {
    let folded = fold(&clean(text)).replace('−', "-");
    let (sign, rest) = match folded.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start()),
        None => (1, folded.as_str()),
    };
    let amount = amount(currency_off(rest)).map_err(|fault| {
        let why = match fault {
            Fault::Strange => data::NOT_MONEY,
            Fault::Part => data::MONEY_PART,
            Fault::Big => data::MONEY_TOO_BIG,
        };
        why.with([text])
    })?;
    i64::try_from(sign * amount).map(Vnd).map_err(|_| data::MONEY_TOO_BIG.with([text]))
}

/// Why an amount is refused.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    Strange,
    Part,
    Big,
}

/// A number with decimals, not yet rounded to anything.
struct Number {
    whole: i128,
    /// The digits behind the comma.
    decimals: String,
    /// Whether it is written with marks for thousands, or long enough not to be mistaken for such.
    clear: bool,
}

fn currency_off(text: &str) -> &str {
    let marks = ["dong", "vnd", "d", "₫"];
    marks.iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(text).trim_end()
}

/// A row of numbers with falling units: "1 triệu 200 nghìn", "1tr2".
fn amount(text: &str) -> Result<i128, Fault> {
    let mut rest = text;
    let mut sum: i128 = 0;
    let mut last = i128::MAX;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' ')).unwrap_or(rest.len());
        let (digits, tail) = rest.split_at(end);
        let end = tail.find(|c: char| c.is_ascii_digit() || c == ' ').unwrap_or(tail.len());
        let (word, tail) = tail.split_at(end);
        let digits = digits.trim();
        let value = match unit(word).ok_or(Fault::Strange)? {
            unit if unit >= last => return Err(Fault::Strange),
            1 if last < i128::MAX => behind(digits, last)?,
            unit => {
                last = unit;
                scaled(&number(digits)?, unit)?
            }
        };
        sum = sum.checked_add(value).ok_or(Fault::Big)?;
        rest = tail.trim_start();
    }
    if text.is_empty() { Err(Fault::Strange) } else { Ok(sum) }
}

fn unit(word: &str) -> Option<i128> {
    match word {
        "" => Some(1),
        "k" | "nghin" | "ngan" => Some(1_000),
        "tr" | "trieu" => Some(1_000_000),
        "ty" | "ti" => Some(1_000_000_000),
        _ => None,
    }
}

/// Digits said after a unit are its decimals: in "1tr2" two hundred thousand, in "1tr25" two hundred and fifty.
/// More than three would not be said so.
fn behind(digits: &str, unit: i128) -> Result<i128, Fault> {
    if !(1..=3).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Fault::Strange);
    }
    scaled(&Number { whole: 0, decimals: digits.to_string(), clear: true }, unit)
}

fn scaled(number: &Number, unit: i128) -> Result<i128, Fault> {
    let decimals = number.decimals.trim_end_matches('0');
    // "500.00" is more likely a slip for 500.000 than five hundred đồng; only a clear number may end so.
    if unit == 1 && !(number.decimals.is_empty() || (decimals.is_empty() && number.clear)) {
        return Err(Fault::Part);
    }
    let mut part: i128 = 0;
    let mut place = unit;
    for digit in decimals.bytes() {
        if place % 10 != 0 {
            return Err(Fault::Part);
        }
        place /= 10;
        part += i128::from(digit - b'0') * place;
    }
    number.whole.checked_mul(unit).and_then(|whole| whole.checked_add(part)).ok_or(Fault::Big)
}

fn number(text: &str) -> Result<Number, Fault> {
    let pieces: Vec<&str> = text.split(['.', ',', ' ']).collect();
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    if pieces.iter().any(|piece| piece.is_empty()) {
        return Err(Fault::Strange);
    }
    let grouped = |upto: usize| {
        let (first, groups) = (pieces[0], &pieces[1..upto]);
        let same = marks.iter().take(upto - 1).all(|mark| *mark == marks[0]);
        groups.is_empty()
            || (same && first.len() <= 3 && !first.starts_with('0') && groups.iter().all(|g| g.len() == 3))
    };
    let clear = pieces.len() > 2 || pieces[0].len() > 3;
    if grouped(pieces.len()) {
        return Ok(Number { whole: whole(&pieces.concat())?, decimals: String::new(), clear });
    }
    let (groups, last) = (pieces.len() - 1, pieces[pieces.len() - 1]);
    let mark = marks[groups - 1];
    // The decimal mark differs from the mark for thousands and stands once.
    if mark == ' ' || !grouped(groups) || marks.iter().filter(|m| **m == mark).count() > 1 {
        return Err(Fault::Strange);
    }
    Ok(Number { whole: whole(&pieces[..groups].concat())?, decimals: last.to_string(), clear })
}

fn whole(digits: &str) -> Result<i128, Fault> {
    digits.parse().map_err(|_| Fault::Big)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_way_of_typing_is_read() {
        for (text, amount) in [
            ("0", 0),
            ("500000", 500_000),
            ("500.000", 500_000),
            ("500,000", 500_000),
            ("500 000", 500_000),
            ("500\u{a0}000", 500_000),
            ("1.234.567", 1_234_567),
            ("1,234,567", 1_234_567),
            ("1.234.567,00", 1_234_567),
            ("1,234,567.0", 1_234_567),
            ("500000.0", 500_000),
            ("500k", 500_000),
            ("500 K", 500_000),
            ("2k5", 2_500),
            ("1tr", 1_000_000),
            ("1tr2", 1_200_000),
            ("1TR25", 1_250_000),
            ("1tr250", 1_250_000),
            ("1tr05", 1_050_000),
            ("1 triệu 200", 1_200_000),
            ("1 triệu 200 nghìn", 1_200_000),
            ("1tr200k", 1_200_000),
            ("1,5 triệu", 1_500_000),
            ("1.5tr", 1_500_000),
            ("0,500 triệu", 500_000),
            ("1.500 triệu", 1_500_000_000),
            ("1,2345 triệu", 1_234_500),
            ("2 tỷ", 2_000_000_000),
            ("2 tỉ 350 triệu", 2_350_000_000),
            ("2tỷ35", 2_350_000_000),
            ("1.000 tỷ", 1_000_000_000_000),
            ("5 nghìn", 5_000),
            ("5 ngàn", 5_000),
            ("500.000đ", 500_000),
            ("500.000 ₫", 500_000),
            ("500.000 đồng", 500_000),
            ("1,5 triệu đồng", 1_500_000),
            ("500.000 VNĐ", 500_000),
            ("500000vnd", 500_000),
            ("-500.000", -500_000),
            ("- 1tr2", -1_200_000),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
        ] {
            assert_eq!(parse(text), Ok(Vnd(amount)), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        for (text, why) in [
            ("", data::NOT_MONEY),
            ("đ", data::NOT_MONEY),
            ("triệu", data::NOT_MONEY),
            ("năm trăm", data::NOT_MONEY),
            ("--5", data::NOT_MONEY),
            ("5-", data::NOT_MONEY),
            ("+5", data::NOT_MONEY),
            ("500..000", data::NOT_MONEY),
            (".500", data::NOT_MONEY),
            ("500.", data::NOT_MONEY),
            ("1.23.456", data::NOT_MONEY),
            ("1.234,567.890", data::NOT_MONEY),
            ("1 2", data::NOT_MONEY),
            ("1tr2tr", data::NOT_MONEY),
            ("1k2tr", data::NOT_MONEY),
            ("1tr2500", data::NOT_MONEY),
            ("1tr2 5", data::NOT_MONEY),
            ("1e6", data::NOT_MONEY),
            ("500 usd", data::NOT_MONEY),
            ("1,5", data::MONEY_PART),
            ("500.00", data::MONEY_PART),
            ("1234567,5", data::MONEY_PART),
            ("0,500", data::MONEY_PART),
            ("1,2345k", data::MONEY_PART),
            ("9223372036854775808", data::MONEY_TOO_BIG),
            ("10000000000 tỷ", data::MONEY_TOO_BIG),
            ("99999999999999999999999999999999999999999999", data::MONEY_TOO_BIG),
            ("99999999999999999999999999999999999999 tỷ", data::MONEY_TOO_BIG),
        ] {
            assert_eq!(parse(text), Err(why.with([text])), "{text}");
        }
    }

    proptest! {
        #[test]
        fn units_multiply(n in 0i64..1_000_000) {
            prop_assert_eq!(parse(&format!("{n}k")), Ok(Vnd(n * 1_000)));
            prop_assert_eq!(parse(&format!("{n} triệu")), Ok(Vnd(n * 1_000_000)));
            prop_assert_eq!(parse(&format!("{}tr{:03}", n / 1_000, n % 1_000)), Ok(Vnd(n * 1_000)));
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,16}|[0-9., ktrđỷ-]{0,12}|[0-9]{30,50}[., ]?[0-9]{0,40}tr?") {
            let _ = parse(&text);
        }
    }
}
