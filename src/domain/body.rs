//! Whoever a plan gives work to: a unit, all units together, or a partner such as the trade union.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::domain::unit::Unit;
use crate::text::{field as f, photo as p, plan as t};

record! {
    /// A body that leads or helps with a clause. One that bears a unit's name is that unit.
    pub struct Body {
        table: "body", source: "body_shown", title: t::BODIES, one: t::ONE_BODY,
        search: &["name", "contact"], order: Order::Plain,
    }
    columns {
        name: String => t::BODY_NAME, 30;
        unit: Id<Unit> => t::BODY_UNIT, 0;
        /// Whether it stands for every unit.
        every: bool => t::BODY_EVERY, 0;
        contact: String => f::CONTACT, 0;
        phone: String => f::PHONE, 0;
        /// The days from and to which it is there; the trade union of many agencies ended on 15/06/2025.
        since: Option<NaiveDate> => p::SINCE, 0;
        until: Option<NaiveDate> => p::UNTIL, 10;
        note: String => f::NOTE, 0;
    }
    shown {
        clauses: i64 => t::BODY_CLAUSES, 8;
        /// Whom to call: its own contact, else that of its unit.
        reach: String => t::BODY_REACH, 34;
    }
}

impl Body {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if self.since.is_some() && self.until.is_some() && self.until < self.since {
            faults.push(Fault::at("until", p::ENDS_BEFORE));
        }
        faults
    }

    /// Whether it is there on a day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
