//! Two children who were found to be one: which is kept and which was merged into it.
use chrono::NaiveDate;

use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::text::{field, rule, twin as t};

record! {
    /// A merge; the merged child's row stays as it was, out of sight, until both are taken apart again.
    pub struct Merge {
        table: "merge", source: "merge", title: t::STATE_MERGED, one: t::ONE_MERGE,
        search: &["name"], order: Order::Row,
    }
    columns {}
    stamped {
        /// The merged child's name, as it was.
        name: String => field::NAME, 24;
        merged_on: NaiveDate => t::MERGED_ON, 10;
        kept: Id<Child> => t::KEPT, 24;
        gone: Id<Child> => t::GONE, 24;
    }
}

impl Merge {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("kept", self.kept.is_new())]);
        if self.gone.is_new() {
            faults.push(Fault::at("gone", rule::NEEDED));
        } else if self.gone == self.kept {
            faults.push(Fault::at("gone", t::SAME_CHILD));
        }
        faults
    }
}
