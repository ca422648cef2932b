//! Outside donors as they are found by name: only looked at.
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, record};
use crate::text::{family as t, field};

record! {
    /// A donor from outside the agency; its row is that of its latest contribution.
    pub struct DonorLine {
        table: "donor_line", source: "donor_line", title: t::DONORS, one: t::ONE_DONOR,
        search: &["name"], order: Order::Latest("id"),
    }
    columns {}
    shown {
        name: String => field::DONOR, 30;
        times: i64 => t::DONOR_TIMES, 8;
        amount: Vnd => field::AMOUNT, 14;
    }
}

impl DonorLine {
    fn rules(&self) -> Vec<Fault> {
        Vec::new()
    }
}
