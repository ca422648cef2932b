//! A unit of the agency: reports to it, has staff.
use chrono::NaiveDate;

use crate::domain::record::{Fault, Order, record};
use crate::text::{field as t, rule};

record! {
    /// A division or subordinate body; `until` is its last day.
    pub struct Unit {
        table: "unit", source: "unit_shown", title: t::UNITS, one: t::ONE_UNIT,
        search: &["name", "code"], order: Order::Plain,
    }
    columns {
        name: String => t::UNIT_NAME, 36;
        code: String => t::CODE, 7;
        contact: String => t::CONTACT, 15;
        phone: String => t::PHONE, 12;
        headcount: i64 => t::HEADCOUNT, 8;
        since: Option<NaiveDate> => t::SINCE, 0;
        until: Option<NaiveDate> => t::UNTIL, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        children: i64 => t::CHILDREN_COUNT, 7;
    }
}

impl Unit {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if self.headcount < 0 {
            faults.push(Fault::at("headcount", rule::NEGATIVE));
        }
        if self.until.is_some() && self.until < self.since {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        faults
    }
}
