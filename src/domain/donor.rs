//! Who gives: a person, a unit as a whole, or somebody from outside; and the outside donors as they are found by name.
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
