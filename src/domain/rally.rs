//! A movement for children that a higher level launched and units of the agency joined ("phong trào hưởng ứng"). It has a
//! name of its own here: `movement` is how children come and go.
use chrono::NaiveDate;

use crate::domain::document::Document;
use crate::domain::id::Id;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, links, record};
use crate::domain::value::Lines;
use crate::text::{field as t, rally as tr, rule};

links! {
    /// The units that joined.
    pub struct Joined { table: "rally_unit", from: "rally", to: "unit", target: "unit" }
}

record! {
    /// One movement, from its launching to its end.
    pub struct Rally {
        table: "rally", source: "rally_shown", title: tr::RALLIES, one: tr::ONE_RALLY,
        search: &["name", "launcher"], order: Order::Latest("since"),
    }
    columns {
        since: NaiveDate => tr::SINCE, 10;
        name: String => tr::NAME, 40;
        launcher: String => tr::LAUNCHER, 24;
        document: Id<Document> => tr::DOCUMENT, 0;
        until: Option<NaiveDate> => tr::UNTIL, 10;
        units: Joined => tr::UNITS, 0;
        done: Lines => tr::DONE, 0;
        /// People who took part, each time anew.
        people: i64 => tr::PEOPLE, 10;
        clause: Id<Clause> => t::CLAUSE, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        joined: i64 => tr::JOINED, 7;
        files: i64 => crate::text::shelf::FILES_COUNT, 0;
        code: String => tr::CODE, 6;
    }
}

impl Rally {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("since", self.since == NaiveDate::default()), ("name", self.name.is_empty())]);
        if self.until.is_some_and(|until| until < self.since) {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        if self.people < 0 {
            faults.push(Fault::at("people", rule::NEGATIVE));
        }
        faults
    }
}
