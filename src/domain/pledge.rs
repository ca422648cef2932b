//! What somebody promised to a campaign beforehand. It is no debt: who did not promise stands on no list.
use chrono::NaiveDate;

use crate::domain::campaign::Campaign;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{field as f, rule, welfare as t};

choices! {
    /// How much of a promise was handed in.
    pub enum Kept {
        #[default] Open "open" = t::KEPT_OPEN;
        Part "part" = t::KEPT_PART;
        Done "done" = t::KEPT_DONE;
    }
}

record! {
    /// A promise by exactly one donor: a person, else an outside donor by name, else a unit with its number of people.
    pub struct Pledge {
        table: "pledge", source: "pledge_shown", title: t::PLEDGES, one: t::ONE_PLEDGE,
        search: &["donor", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => f::DATE, 10;
        campaign: Id<Campaign> => f::CAMPAIGN, 10;
        unit: Id<Unit> => f::UNIT, 0;
        person: Id<Person> => f::DONOR_PERSON, 0;
        donor: String => f::DONOR_OUTSIDE, 0;
        amount: Vnd => t::PLEDGED, 12;
        people: i64 => f::PEOPLE, 0;
        note: String => f::NOTE, 0;
    }
    shown {
        given: Vnd => t::HANDED_IN, 12;
        standing: Kept => t::KEPT, 11;
        donor_name: String => f::DONOR, 16;
        left: Vnd => t::LEFT_OPEN, 0;
    }
}

impl Pledge {
    fn rules(&self) -> Vec<Fault> {
        let mut faults =
            Fault::needed([("date", self.date == NaiveDate::default()), ("campaign", self.campaign.is_new())]);
        if self.amount.0 <= 0 {
            faults.push(Fault::at("amount", rule::NOT_POSITIVE));
        }
        if self.people < 0 {
            faults.push(Fault::at("people", rule::NEGATIVE));
        }
        if self.person.is_new() && self.unit.is_new() && self.donor.is_empty() {
            faults.push(Fault::at("unit", rule::DONOR_NEEDED));
        }
        if !self.donor.is_empty() && !self.person.is_new() {
            faults.push(Fault::at("donor", rule::ONE_DONOR));
        }
        if !self.donor.is_empty() && !self.unit.is_new() {
            faults.push(Fault::at("donor", rule::DONOR_OUTSIDE));
        }
        faults
    }
}
