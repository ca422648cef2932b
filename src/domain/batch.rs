//! A sheet of contributions as a unit hands it in: what it says of its lines and their sum must be what is entered.
use chrono::NaiveDate;

use crate::domain::campaign::Campaign;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{book as b, field as t, rule};

choices! {
    /// Where a sheet stands.
    pub enum BatchStanding {
        #[default] Open "open" = b::BATCH_OPEN;
        Fits "fits" = b::BATCH_FITS;
        Posted "posted" = b::POSTED;
    }
}

record! {
    /// A sheet; its lines are contributions that name it. It is posted as a whole, once they are as many and as much as
    /// its paper says.
    pub struct Batch {
        table: "batch", source: "batch_shown", title: b::BATCHES, one: b::ONE_BATCH,
        search: &["name"], order: Order::Latest("date"),
    }
    columns {
        name: String => b::BATCH_NAME, 26;
        campaign: Id<Campaign> => t::CAMPAIGN, 16;
        unit: Id<Unit> => t::UNIT, 0;
        date: NaiveDate => t::DATE, 10;
        lines: i64 => b::DECLARED_LINES, 9;
        total: Vnd => b::DECLARED_TOTAL, 13;
        note: String => t::NOTE, 0;
    }
    shown {
        standing: BatchStanding => b::STANDING, 11;
        summed: Vnd => b::ENTERED_TOTAL, 13;
        entered: i64 => b::ENTERED_LINES, 7;
    }
}

impl Batch {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("name", self.name.is_empty()),
            ("campaign", self.campaign.is_new()),
            ("date", self.date == NaiveDate::default()),
        ]);
        if self.lines < 0 {
            faults.push(Fault::at("lines", rule::NEGATIVE));
        }
        if self.total.0 < 0 {
            faults.push(Fault::at("total", rule::NEGATIVE));
        }
        faults
    }
}

impl Batch {
    /// Whether it is posted and stands still.
    #[must_use]
    pub fn is_posted(&self) -> bool {
        self.standing == BatchStanding::Posted
    }
}
