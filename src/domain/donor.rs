//! Who gives: a person, a unit as a whole, or somebody from outside; and the outside donors as they are found by name.
use std::collections::{HashMap, HashSet};

use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, record};
use crate::domain::unit::Unit;
use crate::text::{family as t, field};

/// A donor, the same for all that it gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Donor {
    /// Somebody of the staff.
    Person(Id<Person>),
    /// A unit as a whole.
    Unit(Id<Unit>),
    /// Somebody from outside, by the folded name.
    Outside(String),
}

impl Donor {
    /// Who gave a contribution.
    #[must_use]
    pub fn of(gift: &Contribution) -> Self {
        match gift {
            _ if !gift.person.is_new() => Self::Person(gift.person),
            _ if !gift.donor.is_empty() => Self::Outside(fold(&gift.donor)),
            _ => Self::Unit(gift.unit),
        }
    }
}

/// How many people of one unit, or from outside, gave. In one campaign those of the unit's line and those who gave by
/// themselves are different people; from campaign to campaign they may be the same, and count once. Whoever gives again
/// counts once too: of two lines of a unit the larger number is how many its people are.
#[must_use]
pub fn people<'a>(gifts: impl IntoIterator<Item = &'a Contribution>) -> i64 {
    let mut of_lines: HashMap<Id<Campaign>, i64> = HashMap::new();
    let mut alone: HashSet<(Id<Campaign>, Donor)> = HashSet::new();
    for gift in gifts {
        match Donor::of(gift) {
            Donor::Unit(_) => {
                let most = of_lines.entry(gift.campaign).or_default();
                *most = gift.people.max(1).max(*most);
            }
            donor => {
                of_lines.entry(gift.campaign).or_default();
                alone.insert((gift.campaign, donor));
            }
        }
    }
    let count = |campaign: &Id<Campaign>| alone.iter().filter(|(of, _)| of == campaign).count() as i64;
    let most = of_lines.iter().map(|(campaign, line)| line + count(campaign)).max().unwrap_or(0);
    let known: HashSet<&Donor> = alone.iter().map(|(_, donor)| donor).collect();
    most.max(known.len() as i64)
}

record! {
    /// A donor from outside the agency; its row is that of its latest contribution.
    pub struct DonorLine {
        table: "donor_line", source: "donor_line", title: t::DONORS, one: t::ONE_DONOR,
        search: &["name"], order: Order::Latest("id"),
    }
    columns {}
    shown {
        name: String => field::DONOR, 30;
        times: i64 => t::DONOR_TIMES, 8;
        amount: Vnd => field::AMOUNT, 14;
    }
}

impl DonorLine {
    fn rules(&self) -> Vec<Fault> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_counted_twice_and_nobody_is_left_out() {
        let line = |campaign, people| Contribution {
            campaign: Id::of(campaign),
            unit: Id::of(1),
            people,
            ..Contribution::default()
        };
        let of = |campaign, person| Contribution {
            campaign: Id::of(campaign),
            unit: Id::of(1),
            person: Id::of(person),
            ..Contribution::default()
        };
        assert_eq!(people(&[]), 0);
        // In one campaign the line and those beside it are different people.
        assert_eq!(people(&[line(1, 8), line(1, 5), of(1, 1), of(1, 1)]), 9);
        // Who gave alone to the one may stand in the line of the other.
        assert_eq!(people(&[line(1, 8), of(2, 1), of(2, 2)]), 8);
        assert_eq!(people(&[line(1, 2), of(2, 1), of(2, 2), of(2, 3)]), 3);
        assert_eq!(people(&[of(1, 1), of(2, 2), of(2, 1)]), 2);
        // A line that does not say how many they are is one.
        assert_eq!(people(&[line(1, 0)]), 1);
    }
}
