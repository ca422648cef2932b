//! A review of the children ("rà soát"): a round, and what came of each child in it.
use chrono::NaiveDate;

use crate::domain::born::Born;
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::{Choice, Lacks};
use crate::text::{field as t, rule};

choices! {
    /// What came of a child's review.
    pub enum ReviewResult {
        #[default] Pending "pending" = t::REVIEW_PENDING;
        Same "same" = t::REVIEW_SAME;
        Changed "changed" = t::REVIEW_CHANGED;
    }
}

/// What a child's record may lack, by column.
pub const LACKS: [Choice; 5] = [
    Choice { code: "born", text: t::BORN },
    Choice { code: "sex", text: t::SEX },
    Choice { code: "parents", text: t::PARENTS },
    Choice { code: "unit", text: t::UNIT },
    Choice { code: "ward", text: t::WARD },
];

record! {
    /// A round of review: the children on the roster on its first day, unit by unit, to be looked at by a day.
    pub struct Round {
        table: "round", source: "round_shown", title: t::ROUNDS, one: t::ONE_ROUND,
        search: &["name", "note"], order: Order::Latest("since"),
    }
    columns {
        name: String => t::ROUND_NAME, 34;
        since: NaiveDate => t::SINCE, 10;
        due: Option<NaiveDate> => t::ROUND_DUE, 10;
        note: String => t::NOTE, 0;
    }
    shown {
        children: i64 => t::CHILDREN_COUNT, 6;
        reviewed: i64 => t::REVIEWED, 10;
        percent: i64 => t::PERCENT, 4;
    }
}

impl Round {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("since", self.since == NaiveDate::default())]);
        if self.due.is_some_and(|due| due < self.since) {
            faults.push(Fault::at("due", rule::ENDS_BEFORE));
        }
        faults
    }
}

record! {
    /// One child of a round, in the unit where it is reviewed.
    pub struct Review {
        table: "review", source: "review_shown", title: t::REVIEWS, one: t::ONE_CHILD,
        search: &["name", "note"], order: Order::Person,
    }
    columns {}
    stamped {
        name: String => t::CHILD, 22;
        round: Id<Round> => t::ROUND_NAME, 0;
        child: Id<Child> => t::CHILD, 0;
        unit: Id<Unit> => t::UNIT, 18;
        result: ReviewResult => t::REVIEW_RESULT, 14;
        reviewed_on: Option<NaiveDate> => t::REVIEWED_ON, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        born: Option<Born> => t::BORN, 10;
        circumstances: String => t::CIRCUMSTANCES, 0;
        lacks: Lacks => t::LACKS, 22;
        lacking: bool => t::LACKING, 0;
    }
}

impl Review {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([
            ("round", self.round.is_new()),
            ("child", self.child.is_new()),
            ("reviewed_on", (self.result == ReviewResult::Pending) != self.reviewed_on.is_none()),
        ])
    }
}
