//! Small numbers in what is published: a count of one names a family, so counts under a minimum are not said, nor so
//! much beside them that they could be had back by subtraction from their total.

/// The least count that is said unless the office sets another.
pub const MINIMUM: i64 = 3;

/// A count as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Full(i64),
    /// Only that it is under the minimum, and not 0.
    Few,
    /// Not at all, since another count would follow from it.
    Withheld,
}

/// The counts that make up a total, and the total, as they may be published together. A minimum under 3 counts as 3: of
/// what is under 2 everybody knows that it is 1.
#[must_use]
pub fn guard(parts: &[i64], minimum: i64) -> (Vec<Shown>, Shown) {
    let minimum = minimum.max(MINIMUM);
    let is_few = |count: i64| count > 0 && count < minimum;
    let mut shown: Vec<Shown> =
        parts.iter().map(|count| if is_few(*count) { Shown::Few } else { Shown::Full(*count) }).collect();
    let total: i64 = parts.iter().sum();
    if is_few(total) {
        return (shown, Shown::Few);
    }
    while !is_safe(parts, &shown, minimum) {
        // The least of what is still said goes; where nothing is left, the total goes and nothing can be subtracted from.
        let candidates = parts.iter().zip(&shown).enumerate().filter_map(|(at, (count, shown))| match shown {
            Shown::Full(_) if *count > 0 => Some((*count, at)),
            _ => None,
        });
        let Some((_, at)) = candidates.min() else { return (shown, Shown::Withheld) };
        if let Some(slot) = shown.get_mut(at) {
            *slot = Shown::Withheld;
        }
    }
    (shown, Shown::Full(total))
}

/// One count alone, as it may be published.
#[must_use]
pub fn alone(count: i64, minimum: i64) -> Shown {
    if count > 0 && count < minimum.max(MINIMUM) { Shown::Few } else { Shown::Full(count) }
}

/// Whether each count that is not said could have at least two values, for whoever knows the total, what is said, and
/// this rule: a `Few` is 1 to `minimum - 1`, a `Withheld` at least `minimum`.
fn is_safe(parts: &[i64], shown: &[Shown], minimum: i64) -> bool {
    let number = |wanted: Shown| shown.iter().filter(|it| **it == wanted).count() as i64;
    let (few, withheld) = (number(Shown::Few), number(Shown::Withheld));
    if few == 0 && withheld == 0 {
        return true;
    }
    let hidden: i64 =
        parts.iter().zip(shown).filter(|(_, it)| !matches!(it, Shown::Full(_))).map(|(count, _)| count).sum();
    let least = few + withheld * minimum;
    let most = if withheld > 0 { i64::MAX } else { few * (minimum - 1) };
    // Room above the least and below the most that all could have lets each be one more or one less.
    let room = hidden - least;
    match (few, withheld) {
        (0, 1) | (1, 0) => false,
        (_, 0) => room > 0 && hidden < most,
        _ => room > 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_small_count_is_not_said_and_does_not_follow_from_the_rest() {
        let said = |parts: &[i64]| guard(parts, 3);
        use Shown::{Few, Full, Withheld};
        assert_eq!(said(&[10, 0, 7]), (vec![Full(10), Full(0), Full(7)], Full(17)));
        // 18 − 10 − 7 would be 1: the 7 goes too.
        assert_eq!(said(&[10, 1, 7]), (vec![Full(10), Few, Withheld], Full(18)));
        // Two ones of two are known to be ones.
        assert_eq!(said(&[1, 1, 9, 5]), (vec![Few, Few, Full(9), Withheld], Full(16)));
        assert_eq!(said(&[1, 2, 9]), (vec![Few, Few, Full(9)], Full(12)));
        // 1 and 3 of 4: whoever knows the rule knows both; there is nothing else, so the total goes.
        assert_eq!(said(&[1, 3]), (vec![Few, Withheld], Withheld));
        assert_eq!(said(&[1, 0]), (vec![Few, Full(0)], Few));
        assert_eq!(said(&[]), (vec![], Full(0)));
        assert_eq!((alone(2, 3), alone(3, 3), alone(0, 3), alone(4, 5)), (Few, Full(3), Full(0), Few));
    }

    /// Every way in which the counts that are not said could be, as whoever reads the total works it out.
    fn possible(shown: &[Shown], left: i64, minimum: i64) -> Vec<Vec<i64>> {
        let Some((first, rest)) = shown.split_first() else {
            return if left == 0 { vec![Vec::new()] } else { Vec::new() };
        };
        let values: Vec<i64> = match first {
            Shown::Full(count) => vec![*count],
            Shown::Few => (1..minimum).collect(),
            Shown::Withheld => (minimum..=left).collect(),
        };
        let mut all = Vec::new();
        for value in values.into_iter().filter(|value| *value <= left) {
            for mut tail in possible(rest, left - value, minimum) {
                tail.insert(0, value);
                all.push(tail);
            }
        }
        all
    }

    proptest! {
        #[test]
        fn no_hidden_count_can_be_worked_out(parts in prop::collection::vec(0i64..9, 0..6), minimum in 3i64..6) {
            let (shown, total) = guard(&parts, minimum);
            for (count, it) in parts.iter().zip(&shown) {
                prop_assert_eq!(*it == Shown::Few, *count > 0 && *count < minimum);
                if let Shown::Full(said) = it {
                    prop_assert_eq!(said, count);
                }
            }
            if let Shown::Full(total) = total {
                prop_assert_eq!(total, parts.iter().sum::<i64>());
                let ways = possible(&shown, total, minimum);
                prop_assert!(ways.contains(&parts));
                for (at, it) in shown.iter().enumerate() {
                    if !matches!(it, Shown::Full(_)) {
                        let mut values: Vec<i64> = ways.iter().map(|way| way[at]).collect();
                        values.sort_unstable();
                        values.dedup();
                        prop_assert!(values.len() > 1, "{:?} {:?}", parts, shown);
                    }
                }
            }
        }

        #[test]
        fn nothing_is_hidden_where_nothing_is_small(parts in prop::collection::vec(prop_oneof![Just(0i64), 5i64..50], 0..8)) {
            let (shown, total) = guard(&parts, 5);
            prop_assert!(shown.iter().all(|it| matches!(it, Shown::Full(_))));
            prop_assert_eq!(total, Shown::Full(parts.iter().sum()));
        }
    }
}
