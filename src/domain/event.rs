//! An event for the staff's children (1/6, tết Trung thu …): budget, gift value, and the approval of its gift list.
use chrono::NaiveDate;

use crate::domain::budget::BudgetState;
use crate::domain::campaign::Source;
use crate::domain::child::AGE_LIMIT;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, choices, links, record};
use crate::domain::value::Lines;
use crate::text::{event as e, field as t, programme as p, rule};

choices! {
    /// The occasion.
    pub enum EventKind {
        #[default] ChildrensDay "1-6" = t::EVENT_CHILDRENS_DAY;
        MidAutumn "trung-thu" = t::EVENT_MID_AUTUMN;
        NewYear "tet" = t::EVENT_NEW_YEAR;
        Month "thang-hanh-dong" = t::EVENT_MONTH;
        Other "other" = t::EVENT_OTHER;
    }
}

choices! {
    /// How a child's age is measured against the limit.
    pub enum AgeRule {
        #[default] AtEvent "event" = t::AGE_AT_EVENT;
        ByYear "year" = t::AGE_BY_YEAR;
    }
}

links! {
    /// The partners of an event.
    pub struct Hosts { table: "event_body", from: "event", to: "body", target: "body" }
}

record! {
    /// An event; once its gift list is approved, the list and the gift's value stand still.
    pub struct Event {
        table: "event", source: "event_shown", title: t::EVENTS, one: t::ONE_EVENT,
        search: &["name", "place"], order: Order::Latest("date"),
    }
    columns {
        name: String => t::EVENT_NAME, 32;
        kind: EventKind => t::KIND, 0;
        date: NaiveDate => t::DATE, 10;
        place: String => t::PLACE, 0;
        gift_value: Vnd => t::GIFT_VALUE, 11;
        age_limit: i64 => t::AGE_LIMIT, 0;
        age_rule: AgeRule => t::AGE_RULE, 0;
        source: Source => t::SOURCE, 0;
        budget: Vnd => t::BUDGET, 0;
        cost: Vnd => t::COST, 0;
        children_present: i64 => t::CHILDREN_PRESENT, 0;
        clause: Id<Clause> => t::CLAUSE, 0;
        programme: Lines => t::PROGRAMME, 0;
        /// Who organises it together with the office.
        hosts: Hosts => p::HOSTS_LABEL, 0;
        /// Whether children take part without their parents in charge (Thông tư 27/2022/TT-BLĐTBXH).
        alone: bool => p::ALONE, 0;
    }
    shown {
        code: String => t::CODE, 0;
        gifts: i64 => t::GIFTS_COUNT, 6;
        gifts_value: Vnd => e::GIFTS_VALUE, 0;
        received: i64 => t::RECEIVED_COUNT, 8;
        approved_on: Option<NaiveDate> => t::APPROVED_ON, 10;
        approval: String => t::APPROVAL, 0;
        approver: String => t::APPROVER, 0;
        /// The lines' sum where there are lines, else the budget as a whole.
        planned: Vnd => p::PLANNED, 0;
        spent: Vnd => p::SPENT, 0;
        budget_state: BudgetState => p::BUDGET_STATE, 0;
        submitted: String => p::SUBMITTED, 0;
        submitted_on: Option<NaiveDate> => p::SUBMITTED_ON, 0;
        budget_paper: String => p::BUDGET_PAPER, 0;
        budget_by: String => p::BUDGET_BY, 0;
        budget_on: Option<NaiveDate> => p::BUDGET_ON, 0;
    }
}

impl Event {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("date", self.date == NaiveDate::default())]);
        if !(0..=100).contains(&self.age_limit) {
            faults.push(Fault::at("age_limit", rule::NOT_AN_AGE));
        }
        for (column, amount) in [("gift_value", self.gift_value), ("budget", self.budget), ("cost", self.cost)] {
            if amount.0 < 0 {
                faults.push(Fault::at(column, rule::NEGATIVE));
            }
        }
        if self.children_present < 0 {
            faults.push(Fault::at("children_present", rule::NEGATIVE));
        }
        faults
    }

    /// The age that a child must be under; 16 unless the event says otherwise.
    #[must_use]
    pub fn limit(&self) -> u32 {
        u32::try_from(self.age_limit).ok().filter(|years| *years > 0).unwrap_or(AGE_LIMIT)
    }

    /// Whether the gift list is approved and frozen.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        self.approved_on.is_some()
    }
}
