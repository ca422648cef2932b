//! Numbers in Vietnamese words, by the northern standard.
use super::money::Vnd;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;

/// A number in words: 1205000 is "một triệu hai trăm linh năm nghìn".
#[must_use]
pub fn amount(n: i64) -> String {
    let mut words = Vec::new();
    if n < 0 {
        words.push("âm");
    }
    if n == 0 {
        words.push(DIGITS[0]);
    }
    number(n.unsigned_abs(), true, &mut words);
    words.join(" ")
}

/// An amount of money in words: "một triệu hai trăm linh năm nghìn đồng".
#[must_use]
pub fn dong(amount_of: Vnd) -> String {
    format!("{} đồng", amount(amount_of.0))
}

/// What is said of something under its name: "Giới: chỉ ghi nam hoặc nữ."; a sentence that begins with the name stands
/// alone, so that it is not said twice.
#[must_use]
pub fn labelled(label: &str, said: &str) -> String {
    let begins = said
        .to_lowercase()
        .strip_prefix(&label.to_lowercase())
        .is_some_and(|rest| rest.starts_with(|next: char| !next.is_alphanumeric()));
    if begins { said.to_owned() } else { format!("{label}: {said}") }
}

/// The text with its first letter in upper case, as vouchers want it.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Says what is not zero. Billions are counted by whole numbers again: "năm nghìn tỷ", "một tỷ tỷ".
fn number(n: u64, first: bool, words: &mut Vec<&'static str>) {
    if n >= BILLION {
        number(n / BILLION, first, words);
        words.push("tỷ");
        return number(n % BILLION, false, words);
    }
    let mut first = first;
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = n / size % 1_000;
        if group == 0 {
            continue;
        }
        hundreds(group, first, words);
        if !name.is_empty() {
            words.push(name);
        }
        first = false;
    }
}

/// A group of three digits. Inner groups say their missing hundreds: "không trăm linh năm".
fn hundreds(n: u64, first: bool, words: &mut Vec<&'static str>) {
    let (hundred, ten, one) = (n / 100, n / 10 % 10, n % 10);
    if hundred > 0 || !first {
        words.extend([digit(hundred), "trăm"]);
    }
    match ten {
        0 if one > 0 && (hundred > 0 || !first) => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(ten), "mươi"]),
    }
    match (ten, one) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(one)),
    }
}

fn digit(n: u64) -> &'static str {
    // Callers take one decimal digit.
    DIGITS[(n % 10) as usize]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_not_said_twice() {
        let future = "Ngày sinh 05/03/2030 sau ngày 20/05/2026.";
        assert_eq!(labelled("Ngày sinh", future), future);
        assert_eq!(labelled("Giới", "chỉ ghi nam hoặc nữ."), "Giới: chỉ ghi nam hoặc nữ.");
        assert_eq!(labelled("Số", "Sốt cao"), "Số: Sốt cao");
    }

    #[test]
    fn numbers_are_said_by_the_standard() {
        for (n, words) in [
            (0, "không"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (104, "một trăm linh bốn"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (1_005, "một nghìn không trăm linh năm"),
            (21_000, "hai mươi mốt nghìn"),
            (150_000, "một trăm năm mươi nghìn"),
            (1_000_005, "một triệu không trăm linh năm"),
            (1_050_000, "một triệu không trăm năm mươi nghìn"),
            (1_205_000, "một triệu hai trăm linh năm nghìn"),
            (1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
            (2_000_500, "hai triệu năm trăm"),
            (105_000_000, "một trăm linh năm triệu"),
            (1_000_000_001, "một tỷ không trăm linh một"),
            (5_000_000_000_000, "năm nghìn tỷ"),
            (1_002_000_000_000, "một nghìn không trăm linh hai tỷ"),
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
            (-15, "âm mười lăm"),
        ] {
            assert_eq!(amount(n), words, "{n}");
        }
        assert_eq!(
            amount(i64::MIN),
            "âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm \
             năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám"
        );
    }

    #[test]
    fn money_is_said_in_dong() {
        assert_eq!(dong(Vnd(1_205_000)), "một triệu hai trăm linh năm nghìn đồng");
        assert_eq!(capital(&dong(Vnd(0))), "Không đồng");
        assert_eq!((capital("ủng hộ"), capital("")), ("Ủng hộ".into(), String::new()));
    }

    /// Reads words back, to see that nothing is lost in saying them.
    fn read(words: &str) -> i128 {
        let (mut billions, mut sum, mut group, mut sign) = (0i128, 0i128, 0i128, 1);
        for word in words.split(' ') {
            let digit = match word {
                "mốt" => Some(1),
                "tư" => Some(4),
                "lăm" => Some(5),
                other => DIGITS.iter().position(|digit| *digit == other),
            };
            match word {
                "âm" => sign = -1,
                "mười" => group += 10,
                // The digit before was added as ones.
                "mươi" => group += group % 10 * 9,
                "trăm" => group *= 100,
                "nghìn" => (sum, group) = (sum + group * 1_000, 0),
                "triệu" => (sum, group) = (sum + group * 1_000_000, 0),
                "tỷ" => (billions, sum, group) = ((billions + sum + group) * 1_000_000_000, 0, 0),
                _ => group += digit.map_or(0, |digit| digit as i128),
            }
        }
        sign * (billions + sum + group)
    }

    proptest! {
        #[test]
        fn words_tell_the_number(n: i64, few in 0i64..2_000_000_000) {
            prop_assert_eq!(read(&amount(n)), i128::from(n));
            prop_assert_eq!(read(&amount(few)), i128::from(few));
            prop_assert!(!amount(few).contains("linh lăm") && !amount(few).contains("  "));
        }
    }
}
