//! That a concern about a child was handed on (Điều 51 Luật Trẻ em): times, receiver and state, never a name or a story.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{field as t, rule};

choices! {
    /// Who takes such word (Điều 51 khoản 2 Luật Trẻ em).
    pub enum Receiver {
        #[default] Hotline "111" = t::RECEIVER_HOTLINE;
        Police "police" = t::RECEIVER_POLICE;
        Commune "commune" = t::RECEIVER_COMMUNE;
        Agency "agency" = t::RECEIVER_AGENCY;
    }
}

choices! {
    /// How far the hand-over is.
    pub enum ReferralState {
        #[default] Noted "noted" = t::REFERRAL_NOTED;
        Sent "sent" = t::REFERRAL_SENT;
        Accepted "accepted" = t::REFERRAL_ACCEPTED;
        Declined "declined" = t::REFERRAL_DECLINED;
        Done "done" = t::REFERRAL_DONE;
    }
}

record! {
    /// The head of an incident.
    pub struct Referral {
        table: "referral", source: "referral", title: t::REFERRALS, one: t::ONE_REFERRAL,
        search: &["receipt"], order: Order::Latest("noted_on"),
    }
    columns {
        noted_on: NaiveDate => t::NOTED_ON, 10;
        unit: Id<Unit> => t::NOTED_BY, 26;
        receiver: Receiver => t::RECEIVER, 24;
        sent_on: Option<NaiveDate> => t::SENT_ON, 10;
        receipt: String => t::RECEIPT, 14;
        state: ReferralState => t::STATE, 16;
    }
}

impl Referral {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.noted_on == NaiveDate::default() {
            faults.push(Fault::at("noted_on", rule::NEEDED));
        }
        if self.sent_on.is_some_and(|sent| sent < self.noted_on) {
            faults.push(Fault::at("sent_on", rule::ENDS_BEFORE));
        }
        faults
    }
}
