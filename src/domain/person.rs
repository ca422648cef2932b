//! A person: parent, carer, donor; a staff member where that is known.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{field as t, rule};

choices! {
    /// Whether a person works for the agency; an import never asserts it.
    pub enum Employed {
        #[default] Unknown "unknown" = t::STAFF_UNKNOWN;
        Yes "yes" = t::STAFF_YES;
        No "no" = t::STAFF_NO;
    }
}

choices! {
    /// What kind of staff a person is (Luật Cán bộ, công chức; Luật Viên chức; Bộ luật Lao động).
    pub enum StaffKind {
        #[default] Unknown "unknown" = t::KIND_UNKNOWN;
        Cadre "cadre" = t::KIND_CADRE;
        Civil "civil" = t::KIND_CIVIL;
        Public "public" = t::KIND_PUBLIC;
        Worker "worker" = t::KIND_WORKER;
    }
}

record! {
    /// The same folded name in the same unit is the same person; in another unit another person.
    pub struct Person {
        table: "person", source: "person_shown", title: t::STAFF, one: t::ONE_PERSON,
        search: &["name"], order: Order::Person,
    }
    columns {
        name: String => t::FULL_NAME, 24;
        unit: Id<Unit> => t::UNIT, 26;
        staff: Employed => t::STAFF_FLAG, 9;
        kind: StaffKind => t::STAFF_KIND, 0;
        position: String => t::POSITION, 14;
        phone: String => t::PHONE, 12;
        since: Option<NaiveDate> => t::SINCE, 0;
        until: Option<NaiveDate> => t::LEFT_ON, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        children: i64 => t::CHILDREN_COUNT, 6;
    }
}

impl Person {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if self.until.is_some() && self.until < self.since {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        faults
    }

    /// Whether the person may be in the agency's service on a day: not known to be outside, begun and not yet left.
    #[must_use]
    pub fn serves(&self, day: NaiveDate) -> bool {
        self.staff != Employed::No
            && self.since.is_none_or(|since| since <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}
