//! The number that the clerical office gives a paper.
use crate::domain::clean::clean;

/// The number in what is written, without the symbol: "125/BC-SNNMT" is number 125, since the symbol is the agency's and
/// the paper prints it itself. `None` where it does not begin with a digit (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II,
/// mục 3: the number is in Arabic digits).
#[must_use]
pub fn of_paper(written: &str) -> Option<String> {
    let number = clean(written.split('/').next().unwrap_or_default());
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_begins_with_a_digit_and_leaves_the_symbol() {
        let of = |written: &str| of_paper(written).unwrap_or_default();
        assert_eq!(
            [of("125/BC-SNNMT"), of(" 07 "), of("12a"), of("abc"), of("/BC"), of("")],
            ["125", "07", "12a", "", "", ""]
        );
    }
}
