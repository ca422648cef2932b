//! A promise of a staff member to look after their own children ("cam kết"): asked for once a year, never owed.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::person::{Person, StaffKind};
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{field as t, rule};

choices! {
    /// Whether it was signed.
    pub enum CommitmentState {
        #[default] Open "open" = t::COMMITMENT_OPEN;
        Signed "signed" = t::COMMITMENT_SIGNED;
    }
}

record! {
    /// One staff member in one year.
    pub struct Commitment {
        table: "commitment", source: "commitment_shown", title: t::COMMITMENTS, one: t::ONE_PERSON,
        search: &["name"], order: Order::Person,
    }
    columns {}
    stamped {
        name: String => t::FULL_NAME, 24;
        year: i64 => t::YEAR, 4;
        person: Id<Person> => t::FULL_NAME, 0;
        unit: Id<Unit> => t::UNIT, 20;
        state: CommitmentState => t::COMMITMENT, 12;
        signed_on: Option<NaiveDate> => t::SIGNED_ON, 10;
    }
    shown {
        kind: StaffKind => t::STAFF_KIND, 14;
        position: String => t::POSITION, 14;
    }
}

impl Commitment {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("person", self.person.is_new())]);
        if !(1990..=2100).contains(&self.year) {
            faults.push(Fault::at("year", rule::NOT_A_YEAR));
        }
        if (self.state == CommitmentState::Signed) != self.signed_on.is_some() {
            faults.push(Fault::at("signed_on", rule::NEEDED));
        }
        faults
    }
}
