//! Two children who are alike and yet two: somebody has looked.
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::text::{field, twin as t};

record! {
    /// A pair of children who are not one; the smaller row number comes first.
    pub struct Apart {
        table: "apart", source: "apart", title: t::STATE_APART, one: t::ONE_APART,
        search: &["name"], order: Order::Row,
    }
    columns {}
    stamped {
        /// The names of both.
        name: String => field::NAME, 40;
        first: Id<Child> => t::FIRST, 24;
        second: Id<Child> => t::SECOND, 24;
    }
}

impl Apart {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("first", self.first.is_new())]);
        if self.second <= self.first {
            faults.push(Fault::at("second", t::SAME_CHILD));
        }
        faults
    }
}
