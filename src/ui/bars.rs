//! Amounts as bars of text, to be read without colour.

/// A bar of at most a number of cells, as long as a value beside the greatest one; half a cell at least for what is not
/// nothing, and blank for nothing.
#[must_use]
pub fn bar(value: i64, most: i64, cells: usize) -> String {
    if value <= 0 || most <= 0 {
        return String::new();
    }
    let halves = share(value.min(most), most, cells * 2).max(1);
    format!("{}{}", "█".repeat(halves / 2), if halves % 2 == 1 { "▌" } else { "" })
}

/// How far a value has come towards a target, filled and empty cells: "▓▓▓░░"; full only once it is reached.
#[must_use]
pub fn progress(value: i64, target: i64, cells: usize) -> String {
    let full = if value <= 0 { 0 } else { share(value, target, cells).min(cells) };
    format!("{}{}", "▓".repeat(full), "░".repeat(cells - full))
}

/// How many in a hundred of a target, rounded down; `None` without a target.
#[must_use]
pub fn percent(value: i64, target: i64) -> Option<i64> {
    (target > 0).then(|| i64::try_from(i128::from(value) * 100 / i128::from(target)).unwrap_or(i64::MAX))
}

/// A value's part of a whole in steps, rounded down.
fn share(value: i64, whole: i64, steps: usize) -> usize {
    let steps = i128::try_from(steps).unwrap_or(0);
    usize::try_from(i128::from(value) * steps / i128::from(whole.max(1))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    #[test]
    fn bars_are_as_long_as_their_values() {
        assert_eq!(bar(0, 10, 5), "");
        assert_eq!(bar(10, 10, 5), "█████");
        assert_eq!(bar(5, 10, 5), "██▌");
        assert_eq!(bar(1, 1_000_000, 5), "▌");
        assert_eq!(bar(5, 0, 5), "");
    }

    #[test]
    fn progress_is_full_only_at_the_target() {
        assert_eq!(progress(0, 100, 5), "░░░░░");
        assert_eq!(progress(62, 100, 5), "▓▓▓░░");
        assert_eq!(progress(99, 100, 5), "▓▓▓▓░");
        assert_eq!(progress(140, 100, 5), "▓▓▓▓▓");
        assert_eq!((percent(62, 100), percent(999, 1000), percent(3, 0)), (Some(62), Some(99), None));
    }

    proptest::proptest! {
        #[test]
        fn no_bar_is_longer_than_its_place(value: i64, other: i64, cells in 1_usize..80) {
            proptest::prop_assert!(width(&bar(value, other, cells)) <= cells);
            proptest::prop_assert_eq!(width(&progress(value, other, cells)), cells);
        }
    }
}
