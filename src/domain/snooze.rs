//! A reminder that was put off until a day, and why.
use chrono::NaiveDate;

use crate::domain::record::{Fault, Order, record};
use crate::text::{field, today as t};

record! {
    /// Something due that is not shown until a day.
    pub struct Snooze {
        table: "snooze", source: "snooze", title: t::SNOOZES, one: t::ONE_SNOOZE,
        search: &["name", "reason"], order: Order::Latest("until"),
    }
    columns {}
    stamped {
        /// What was put off, in words.
        name: String => field::NAME, 40;
        /// Which one: its table, row and day.
        thing: String => t::THING, 0;
        /// The day from which on it is shown again.
        until: NaiveDate => t::UNTIL, 10;
        /// Why it was put off.
        reason: String => t::REASON, 30;
    }
}

impl Snooze {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([
            ("thing", self.thing.is_empty()),
            ("until", self.until == NaiveDate::default()),
            ("reason", self.reason.is_empty()),
        ])
    }
}
