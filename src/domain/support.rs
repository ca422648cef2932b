//! Help given to a child: money or goods, from a source; proposed, approved, given.
use chrono::NaiveDate;

use crate::domain::campaign::{Campaign, Source};
use crate::domain::child::Child;
use crate::domain::disbursement::Disbursement;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field as t, rule};

choices! {
    /// How far support has come. Reports tell only of what was given.
    pub enum SupportState {
        Proposed "proposed" = t::SUPPORT_PROPOSED;
        Approved "approved" = t::SUPPORT_APPROVED;
        #[default] Given "given" = t::SUPPORT_GIVEN;
    }
}

record! {
    /// What a child was given on a day, its worth in đồng; until then what it shall be given, and since when that is
    /// asked for. What comes from a campaign is paid out of it once, by its disbursement.
    pub struct Support {
        table: "support", source: "support_shown", title: t::SUPPORTS, one: t::ONE_SUPPORT,
        search: &["content", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        child: Id<Child> => t::CHILD, 24;
        content: String => t::CONTENT, 24;
        amount: Vnd => t::AMOUNT, 13;
        state: SupportState => t::STATE, 12;
        source: Source => t::SOURCE, 18;
        campaign: Id<Campaign> => t::CAMPAIGN, 0;
        approval: String => t::APPROVAL, 0;
        approver: String => t::APPROVER, 0;
        approved_on: Option<NaiveDate> => t::APPROVED_ON, 0;
        note: String => t::NOTE, 0;
    }
    stamped {
        disbursement: Id<Disbursement> => t::SUPPORT_PAYMENT, 0;
    }
    shown {
        payment: String => t::SUPPORT_PAYMENT, 0;
    }
}

impl Support {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("date", self.date == NaiveDate::default()), ("child", self.child.is_new())]);
        if self.amount.0 <= 0 {
            faults.push(Fault::at("amount", rule::NOT_POSITIVE));
        }
        if self.state == SupportState::Approved {
            let blank = [
                ("approval", self.approval.is_empty()),
                ("approver", self.approver.is_empty()),
                ("approved_on", self.approved_on.is_none()),
            ];
            faults.extend(blank.iter().filter(|(_, blank)| *blank).map(|(column, _)| Fault::at(column, rule::NEEDED)));
        }
        faults
    }
}
