//! A contribution to a campaign: by a person, a unit or an outside donor; cash, transfer or goods worth an amount.
use chrono::NaiveDate;

use crate::domain::batch::Batch;
use crate::domain::campaign::Campaign;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::posting::Standing;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{book as b, field as t, receipt as r, rule};

choices! {
    /// In what a contribution came.
    pub enum Means {
        #[default] Cash "cash" = t::MEANS_CASH;
        Transfer "transfer" = t::MEANS_TRANSFER;
        Goods "goods" = t::MEANS_GOODS;
    }
}

record! {
    /// Exactly one donor: a person, else an outside donor by name, else the unit as a whole with its number of people.
    pub struct Contribution {
        table: "contribution", source: "contribution_shown", title: t::CONTRIBUTIONS, one: t::ONE_CONTRIBUTION,
        search: &["donor", "goods", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        campaign: Id<Campaign> => t::CAMPAIGN, 0;
        unit: Id<Unit> => t::UNIT, 15;
        person: Id<Person> => t::DONOR_PERSON, 0;
        donor: String => t::DONOR_OUTSIDE, 0;
        amount: Vnd => t::AMOUNT, 13;
        means: Means => t::MEANS, 12;
        goods: String => t::GOODS, 0;
        people: i64 => t::PEOPLE, 0;
        anonymous: bool => t::ANONYMOUS, 0;
        accounting: String => r::ACCOUNTING, 0;
        note: String => t::NOTE, 0;
    }
    stamped {
        batch: Id<Batch> => b::BATCH, 0;
    }
    shown {
        voucher: String => b::VOUCHER, 9;
        donor_name: String => t::DONOR, 26;
        campaign_name: String => t::CAMPAIGN, 24;
        standing: Standing => b::STANDING, 0;
        linked: String => b::LINKED, 0;
    }
}

impl Contribution {
    fn rules(&self) -> Vec<Fault> {
        let mut faults =
            Fault::needed([("date", self.date == NaiveDate::default()), ("campaign", self.campaign.is_new())]);
        if self.amount.0 <= 0 {
            faults.push(Fault::at("amount", rule::NOT_POSITIVE));
        }
        if self.people < 0 {
            faults.push(Fault::at("people", rule::NEGATIVE));
        }
        if self.person.is_new() && self.unit.is_new() && self.donor.is_empty() {
            faults.push(Fault::at("unit", rule::DONOR_NEEDED));
        }
        if !self.person.is_new() && !self.donor.is_empty() {
            faults.push(Fault::at("donor", rule::ONE_DONOR));
        }
        // What an outsider gives is no unit's: it would swell that unit's figures.
        if !self.unit.is_new() && !self.donor.is_empty() {
            faults.push(Fault::at("donor", rule::DONOR_OUTSIDE));
        }
        if self.means == Means::Goods && self.goods.is_empty() {
            faults.push(Fault::at("goods", rule::GOODS_NEEDED));
        }
        faults
    }
}
