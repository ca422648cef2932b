//! That a concern was handed to a body that must act (Điều 51 Luật Trẻ em): when, to whom, on which ground, and what it
//! answered. Times, receiver, ground and answer are open; names and words are sealed.
use chrono::{NaiveDate, NaiveTime};

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::referral::{Receiver, Referral};
use crate::text::{field as t, rule};

choices! {
    /// How it was handed over.
    pub enum Way {
        #[default] Phone "phone" = t::WAY_PHONE;
        Person "person" = t::WAY_PERSON;
        Letter "letter" = t::WAY_LETTER;
    }
}

choices! {
    /// On which ground a child's data were handed on.
    pub enum Basis {
        /// The duty to report needs no consent (Điều 51 Luật Trẻ em; Điều 19 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
        #[default] Law "law" = t::BASIS_LAW;
        /// Those who must agree have agreed: the representative, and the child from 7 on (Điều 24 of the same law).
        Consent "consent" = t::BASIS_CONSENT;
        /// Life or health in danger (Điều 19).
        Danger "danger" = t::BASIS_DANGER;
        /// Without consent for a reason that is written down.
        Other "other" = t::BASIS_OTHER;
    }
}

choices! {
    /// What the receiver answered.
    pub enum Answer {
        #[default] Waiting "waiting" = t::ANSWER_WAITING;
        Accepted "accepted" = t::ANSWER_ACCEPTED;
        Declined "declined" = t::ANSWER_DECLINED;
        Done "done" = t::ANSWER_DONE;
    }
}

record! {
    /// One hand-over of a concern.
    pub struct Handover {
        table: "handover", source: "handover", title: t::HANDOVERS, one: t::ONE_HANDOVER,
        search: &[], order: Order::Row,
    }
    columns {
        sent_on: NaiveDate => t::SENT_ON, 10;
        sent_time: Option<NaiveTime> => t::SENT_TIME, 5;
        receiver: Receiver => t::RECEIVER, 20;
        way: Way => t::WAY, 0;
        basis: Basis => t::BASIS, 0;
        answer: Answer => t::ANSWER, 16;
        answered_on: Option<NaiveDate> => t::ANSWERED_ON, 10;
    }
    sealed {
        office: String => t::RECEIVER_OFFICE, 20;
        sender: String => t::SENT_BY, 0;
        receipt: String => t::RECEIPT, 12;
        reason: String => t::BASIS_REASON, 0;
        reply: String => t::ANSWER_WORDS, 0;
    }
    stamped {
        referral: Id<Referral> => t::REFERRALS, 0;
    }
}

impl Handover {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("referral", self.referral.is_new()),
            ("sent_on", self.sent_on == NaiveDate::default()),
            ("sent_time", self.sent_time.is_none()),
        ]);
        if self.basis == Basis::Other && self.reason.trim().is_empty() {
            faults.push(Fault::at("reason", rule::BASIS_REASON));
        }
        if self.answer != Answer::Waiting && self.answered_on.is_none() {
            faults.push(Fault::at("answered_on", rule::NEEDED));
        }
        if self.answered_on.is_some_and(|on| on < self.sent_on) {
            faults.push(Fault::at("answered_on", rule::ENDS_BEFORE));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sharing_without_consent_for_another_reason_says_which() {
        let day = "2026-05-20".parse().unwrap();
        let handover = Handover {
            referral: Id::of(1),
            sent_on: day,
            sent_time: NaiveTime::from_hms_opt(9, 0, 0),
            basis: Basis::Other,
            ..Handover::default()
        };
        assert_eq!(handover.rules(), [Fault::at("reason", rule::BASIS_REASON)]);
        let answered = Handover { basis: Basis::Law, answer: Answer::Done, answered_on: day.pred_opt(), ..handover };
        assert_eq!(answered.rules(), [Fault::at("answered_on", rule::ENDS_BEFORE)]);
        assert_eq!(Handover { answered_on: None, ..answered }.rules(), [Fault::at("answered_on", rule::NEEDED)]);
    }
}
