//! What an inspection recommends to a unit, by when, and what became of it.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::value::Lines;
use crate::text::inspection as ti;

choices! {
    /// How it stands with it.
    pub enum RecommendationState {
        #[default] Open "open" = ti::REC_OPEN;
        Answered "answered" = ti::REC_ANSWERED;
        Done "done" = ti::REC_DONE;
    }
}

record! {
    /// One recommendation.
    pub struct Recommendation {
        table: "recommendation", source: "recommendation", title: ti::RECOMMENDATIONS, one: ti::ONE_RECOMMENDATION,
        search: &["name", "answer"], order: Order::Row,
    }
    columns {
        name: String => ti::RECOMMENDATION, 40;
        inspection: Id<Inspection> => ti::INSPECTION, 24;
        due: Option<NaiveDate> => ti::DUE, 10;
        state: RecommendationState => ti::STATE, 16;
        answer: Lines => ti::ANSWER, 0;
        /// The day on which it was answered or done.
        closed_on: Option<NaiveDate> => ti::CLOSED_ON, 10;
    }
}

impl Recommendation {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("inspection", self.inspection.is_new())]);
        if self.state != RecommendationState::Open && self.closed_on.is_none() {
            faults.push(Fault::at("closed_on", ti::CLOSED_NEEDED));
        }
        if self.state == RecommendationState::Open && self.closed_on.is_some() {
            faults.push(Fault::at("state", ti::CLOSED_STATE));
        }
        faults
    }

    /// Whether the unit still has to act: an answer says what it will do, not that it is done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != RecommendationState::Done
    }
}
