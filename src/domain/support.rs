//! Help given to a child: money or goods, from a source.
use chrono::NaiveDate;

use crate::domain::campaign::{Campaign, Source};
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, record};
use crate::text::{field as t, rule};

record! {
    /// What a child was given on a day, its worth in đồng.
    pub struct Support {
        table: "support", source: "support", title: t::SUPPORTS, one: t::ONE_SUPPORT,
        search: &["content", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        child: Id<Child> => t::CHILD, 24;
        content: String => t::CONTENT, 24;
        amount: Vnd => t::AMOUNT, 13;
        source: Source => t::SOURCE, 18;
        campaign: Id<Campaign> => t::CAMPAIGN, 0;
        note: String => t::NOTE, 0;
    }
}

impl Support {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.date == NaiveDate::default() {
            faults.push(Fault::at("date", rule::NEEDED));
        }
        if self.child.is_new() {
            faults.push(Fault::at("child", rule::NEEDED));
        }
        if self.amount.0 <= 0 {
            faults.push(Fault::at("amount", rule::NOT_POSITIVE));
        }
        faults
    }
}
