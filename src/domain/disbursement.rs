//! Money of a campaign that is handed on or spent; a campaign's balance is never negative.
use chrono::NaiveDate;

use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::support::Support;
use crate::domain::work::Work;
use crate::text::{book as b, field as t, rule, welfare as w};

choices! {
    /// How money is paid out.
    pub enum Paid {
        #[default] Cash "cash" = t::MEANS_CASH;
        Transfer "transfer" = t::MEANS_TRANSFER;
    }
}

record! {
    /// A sum paid out, to the province's fund or for an event, a child's support or a welfare work.
    pub struct Disbursement {
        table: "disbursement", source: "disbursement_shown", title: t::DISBURSEMENTS, one: t::ONE_DISBURSEMENT,
        search: &["payee", "reference", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        campaign: Id<Campaign> => t::CAMPAIGN, 26;
        purpose: Purpose => t::PURPOSE, 0;
        event: Id<Event> => t::EVENT, 0;
        payee: String => t::PAYEE_NAME, 24;
        reference: String => t::REFERENCE, 12;
        amount: Vnd => t::AMOUNT, 13;
        work: Id<Work> => w::WORK, 0;
        means: Paid => w::MEANS_PAID, 0;
        agreement: String => w::AGREEMENT, 0;
        confirmation: String => w::CONFIRMATION, 0;
        confirmed_on: Option<NaiveDate> => w::CONFIRMED_ON, 0;
        note: String => t::NOTE, 0;
    }
    stamped {
        support: Id<Support> => w::RAISED, 0;
    }
    shown {
        voucher: String => b::VOUCHER, 9;
        standing: Standing => b::STANDING, 0;
        linked: String => b::LINKED, 0;
    }
}

impl Disbursement {
    fn rules(&self) -> Vec<Fault> {
        let mut faults =
            Fault::needed([("date", self.date == NaiveDate::default()), ("campaign", self.campaign.is_new())]);
        if self.amount.0 <= 0 {
            faults.push(Fault::at("amount", rule::NOT_POSITIVE));
        }
        if !self.event.is_new() && self.purpose != Purpose::Event {
            faults.push(Fault::at("event", w::OF_ITS_PURPOSE));
        }
        if !self.work.is_new() && self.purpose != Purpose::Work {
            faults.push(Fault::at("work", w::OF_ITS_PURPOSE));
        }
        if self.confirmed_on.is_some_and(|on| on < self.date) {
            faults.push(Fault::at("confirmed_on", rule::ENDS_BEFORE));
        }
        faults
    }
}
