//! A campaign that asks for voluntary contributions (Điều 95 Luật Trẻ em), and where money comes from and goes to.
use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::work::Work;
use crate::text::{book as b, field as t, rule, welfare as w};

choices! {
    /// What money is for.
    pub enum Purpose {
        /// The province's children's fund.
        #[default] Fund "fund" = t::PURPOSE_FUND;
        Event "event" = t::PURPOSE_EVENT;
        Support "support" = t::PURPOSE_SUPPORT;
        Work "work" = t::PURPOSE_WORK;
        /// For children whatever they need: it binds the money to nothing closer.
        General "general" = w::PURPOSE_GENERAL;
    }
}

choices! {
    /// Where money for children comes from.
    pub enum Source {
        #[default] Budget "budget" = t::SOURCE_BUDGET;
        Union "union" = t::SOURCE_UNION;
        Welfare "welfare" = t::SOURCE_WELFARE;
        Fund "fund" = t::SOURCE_FUND;
        Contributions "contributions" = t::SOURCE_CONTRIBUTIONS;
        Donor "donor" = t::SOURCE_DONOR;
    }
}

record! {
    /// A campaign with its target; nobody owes it anything.
    pub struct Campaign {
        table: "campaign", source: "campaign_shown", title: t::CAMPAIGNS, one: t::ONE_CAMPAIGN,
        search: &["name"], order: Order::Latest("since"),
    }
    columns {
        name: String => t::CAMPAIGN_NAME, 34;
        purpose: Purpose => t::PURPOSE, 0;
        since: NaiveDate => t::LAUNCHED_ON, 0;
        until: Option<NaiveDate> => t::UNTIL, 0;
        target: Vnd => t::TARGET, 13;
        event: Id<Event> => t::EVENT, 0;
        work: Id<Work> => w::WORK, 0;
        beneficiary: String => w::BENEFICIARY, 0;
        basis: String => w::BASIS, 0;
        suggested: String => w::SUGGESTED, 0;
        opening: Vnd => w::OPENING, 0;
        clause: Id<Clause> => t::CLAUSE, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        code: String => t::CODE, 0;
        received: Vnd => t::MONEY_RECEIVED, 13;
        spent: Vnd => t::MONEY_SPENT, 13;
        balance: Vnd => t::BALANCE, 13;
        pending: Vnd => b::PENDING, 0;
    }
}

impl Campaign {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("since", self.since == NaiveDate::default())]);
        if self.target.0 < 0 {
            faults.push(Fault::at("target", rule::NEGATIVE));
        }
        if self.until.is_some_and(|until| until < self.since) {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        if self.opening.0 < 0 {
            faults.push(Fault::at("opening", rule::NEGATIVE));
        }
        if !self.event.is_new() && self.purpose != Purpose::Event {
            faults.push(Fault::at("event", w::OF_ITS_PURPOSE));
        }
        if !self.work.is_new() && self.purpose != Purpose::Work {
            faults.push(Fault::at("work", w::OF_ITS_PURPOSE));
        }
        faults
    }
}
