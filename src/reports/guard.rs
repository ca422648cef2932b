//! What of a period's figures a paper for the public says: no small count of children, and nothing that one could be
//! worked out from.
use std::collections::HashMap;

use crate::domain::few::{self, MINIMUM, Shown};
use crate::domain::money::Vnd;
use crate::reports::figures::Figures;
use crate::store::{Result, Store};
use crate::text::{Lang, issue as t};

/// What the store remembers of the office's minimum.
const KEY: &str = "few minimum";

/// Counts that make up a total. Groups of the law may overlap; they are guarded as if they did not, which hides more.
const SUMS: &[(&str, &[&str])] = &[
    ("children", &["children_male", "children_female", "children_sex_unknown"]),
    ("children", &["children_under_6", "children_6_to_10", "children_11_to_15", "children_age_unknown"]),
    (
        "",
        &[
            "group_a", "group_b", "group_c", "group_d", "group_đ", "group_e", "group_g", "group_h", "group_i",
            "group_k", "group_l", "group_m", "group_n", "group_o",
        ],
    ),
    ("incidents", &["incidents_sent", "incidents_unsent"]),
];

/// Counts of children that stand alone.
const ALONE: &[&str] = &["special_children", "hardship_children", "supported_children", "reviewed_children"];

/// Figures that tell what few children got: they are not said where their count is not.
const FOLLOW: &[(&str, &[&str])] = &[("supported_children", &["supports", "support_value"])];

/// What is said of each figure; everything unless there is a guard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    hidden: HashMap<&'static str, Shown>,
    minimum: i64,
}

impl Guard {
    /// The guard of a period's figures with a minimum.
    #[must_use]
    pub fn of(figures: &Figures, minimum: i64) -> Self {
        let minimum = minimum.max(MINIMUM);
        let mut hidden = HashMap::new();
        let mut hide = |code: &'static str, shown: Shown| {
            // What was only hidden for the sake of others may still be a small count by itself.
            if !matches!(shown, Shown::Full(_)) && hidden.get(code) != Some(&Shown::Few) {
                hidden.insert(code, shown);
            }
        };
        for (total, parts) in SUMS {
            let counts: Vec<i64> = parts.iter().map(|code| figures.get(code)).collect();
            let (shown, sum) = few::guard(&counts, minimum);
            parts.iter().zip(shown).for_each(|(code, shown)| hide(code, shown));
            if !total.is_empty() {
                hide(total, sum);
            }
        }
        ALONE.iter().for_each(|code| hide(code, few::alone(figures.get(code), minimum)));
        for (code, others) in FOLLOW {
            if !matches!(few::alone(figures.get(code), minimum), Shown::Full(_)) {
                others.iter().for_each(|other| hide(other, Shown::Withheld));
            }
        }
        Self { hidden, minimum }
    }

    /// What is said of a figure.
    #[must_use]
    pub fn shown(&self, code: &str, value: i64) -> Shown {
        self.hidden.get(code).copied().unwrap_or(Shown::Full(value))
    }

    /// What is said of a figure, as papers print it: "1.250", "dưới 3", "không nêu".
    #[must_use]
    pub fn said(&self, code: &str, value: i64) -> String {
        match self.shown(code, value) {
            Shown::Full(value) => Vnd(value).show(),
            Shown::Few => t::FEWER_THAN.with([self.minimum]).say(Lang::Vi),
            Shown::Withheld => t::WITHHELD.vi.to_owned(),
        }
    }

    /// The least count that is said.
    #[must_use]
    pub const fn minimum(&self) -> i64 {
        self.minimum
    }

    /// Whether a figure is said as it is.
    #[must_use]
    pub fn is_full(&self, code: &str) -> bool {
        !self.hidden.contains_key(code)
    }
}

/// The least count that the office says to the public.
///
/// # Errors
/// If SQLite refuses.
pub fn minimum(store: &Store) -> Result<i64> {
    let kept = store.recall(KEY)?.and_then(|text| text.parse().ok());
    Ok(kept.unwrap_or(MINIMUM).max(MINIMUM))
}

/// Sets the least count that the office says to the public.
///
/// # Errors
/// If it is under 3, or SQLite refuses.
pub fn set_minimum(store: &Store, minimum: i64) -> Result<()> {
    if !(MINIMUM..=100).contains(&minimum) {
        return Err(t::MINIMUM_RANGE.with([MINIMUM]).into());
    }
    store.remember(KEY, &minimum.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::figures::{by_code, figures};
    use crate::reports::fixture::{h1, office};

    #[test]
    fn every_code_is_a_figure() {
        let sums = SUMS.iter().flat_map(|(total, parts)| parts.iter().chain([total])).filter(|code| !code.is_empty());
        let follow = FOLLOW.iter().flat_map(|(code, others)| others.iter().chain([code]));
        for code in sums.chain(ALONE).chain(follow) {
            assert!(by_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn small_counts_of_children_are_not_said_and_counts_of_work_are() {
        let store = office();
        let found = figures(&store, &h1()).unwrap();
        let guard = Guard::of(&found, minimum(&store).unwrap());
        let said = |code: &str| guard.said(code, found.get(code));
        // 4 boys, 2 girls, 1 unknown of 7: two small ones whose sum of 3 leaves both open.
        assert_eq!(
            [said("children_male"), said("children_female"), said("children_sex_unknown")],
            ["4", "dưới 3", "dưới 3"]
        );
        assert_eq!(
            (said("special_children"), said("group_d"), said("group_đ")),
            ("dưới 3".into(), "dưới 3".into(), "dưới 3".into())
        );
        assert_eq!((said("supported_children"), said("support_value")), ("dưới 3".into(), "không nêu".into()));
        assert_eq!(
            (said("sessions"), said("contributed"), said("group_a")),
            ("4".into(), "18.000.000".into(), "0".into())
        );
        assert_eq!(Guard::default().said("special_children", 2), "2");
    }

    #[test]
    fn the_minimum_is_the_offices_and_never_under_three() {
        let store = office();
        assert_eq!(minimum(&store).unwrap(), 3);
        assert!(set_minimum(&store, 2).is_err());
        set_minimum(&store, 5).unwrap();
        assert_eq!(minimum(&store).unwrap(), 5);
    }
}
