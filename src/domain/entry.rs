//! The journal as it is looked at: a line for each step.
use crate::domain::record::{Fault, Order, record};
use crate::domain::value::{Moment, StepCode};
use crate::text::field as t;

record! {
    /// A step of the journal in words.
    pub struct Entry {
        table: "entry", source: "entry", title: t::JOURNAL, one: t::ONE_STEP,
        search: &["what", "user"], order: Order::Latest("id"),
    }
    columns {}
    shown {
        at: Moment => t::AT, 16;
        user: String => t::USER, 14;
        what: StepCode => t::WHAT, 60;
        changes: i64 => t::CHANGES, 9;
    }
}

impl Entry {
    fn rules(&self) -> Vec<Fault> {
        Vec::new()
    }
}
