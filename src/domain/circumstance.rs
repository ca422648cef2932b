//! A child's circumstance: one of the 14 statutory groups or a local hardship, from a day to a day.
use chrono::NaiveDate;

use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::text::{field as t, rule};

record! {
    /// A kind of circumstance: a statutory group with its letter (Điều 10 khoản 1 Luật Trẻ em), or, without a
    /// letter, a hardship that the office keeps by itself and never counts among the statutory ones.
    pub struct Hardship {
        table: "hardship", source: "hardship", title: t::HARDSHIPS, one: t::ONE_HARDSHIP,
        search: &["name", "letter"], order: Order::Row,
    }
    columns {
        name: String => t::HARDSHIP, 60;
        letter: String => t::LETTER, 5;
        sensitive: bool => t::SENSITIVE, 8;
    }
}

impl Hardship {
    fn rules(&self) -> Vec<Fault> {
        if self.name.is_empty() { vec![Fault::at("name", rule::NEEDED)] } else { Vec::new() }
    }
}

record! {
    /// A circumstance without a start is from before the office's records; without an end it still holds.
    pub struct Circumstance {
        table: "circumstance", source: "circumstance_shown", title: t::CIRCUMSTANCES, one: t::ONE_CIRCUMSTANCE,
        search: &["note"], order: Order::Latest("since"),
    }
    columns {
        child: Id<Child> => t::CHILD, 20;
        hardship: Id<Hardship> => t::HARDSHIP, 34;
        since: Option<NaiveDate> => t::SINCE, 10;
        until: Option<NaiveDate> => t::UNTIL, 10;
        note: String => t::NOTE, 12;
    }
    shown {
        letter: String => t::LETTER, 5;
    }
}

impl Circumstance {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("child", self.child.is_new()), ("hardship", self.hardship.is_new())]);
        if self.until.is_some() && self.until < self.since {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        faults
    }
}
