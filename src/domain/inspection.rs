//! An inspection on the spot: planned for a unit, held by a team, with what it found and what it recommends.
use chrono::{NaiveDate, NaiveTime};

use crate::domain::id::Id;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::Lines;
use crate::text::{field as t, inspection as ti};

choices! {
    /// Whether it took place.
    pub enum InspectionState {
        #[default] Planned "planned" = ti::PLANNED;
        Held "held" = ti::HELD;
    }
}

record! {
    /// A check of one unit (kế hoạch, mục III.b). What is recommended stands in [`crate::domain::recommendation::Recommendation`].
    pub struct Inspection {
        table: "inspection", source: "inspection_shown", title: ti::INSPECTIONS, one: ti::ONE_INSPECTION,
        search: &["name", "basis", "chair"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        unit: Id<Unit> => t::UNIT, 18;
        name: String => ti::ABOUT, 34;
        state: InspectionState => ti::STATE, 14;
        /// The plan or decision that it follows.
        basis: String => ti::BASIS, 0;
        place: String => t::PLACE, 0;
        begun: Option<NaiveTime> => ti::BEGUN, 0;
        ended: Option<NaiveTime> => ti::ENDED, 0;
        chair: String => ti::CHAIR, 0;
        secretary: String => ti::SECRETARY, 0;
        members: Lines => ti::MEMBERS, 0;
        /// Who stood for the unit.
        met: Lines => ti::MET, 0;
        findings: Lines => ti::FINDINGS, 0;
        opinion: Lines => ti::OPINION, 0;
        conclusion: Lines => ti::CONCLUSION, 0;
        clause: Id<Clause> => t::CLAUSE, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        recommendations: i64 => ti::RECOMMENDED, 10;
        open: i64 => ti::OPEN, 9;
        files: i64 => crate::text::shelf::FILES_COUNT, 0;
        code: String => ti::CODE, 6;
    }
}

impl Inspection {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("date", self.date == NaiveDate::default()),
            ("unit", self.unit.is_new()),
            ("name", self.name.is_empty()),
        ]);
        if self.begun.is_some() && self.ended.is_some() && self.ended <= self.begun {
            faults.push(Fault::at("ended", ti::ENDS_BEFORE));
        }
        faults
    }

    /// Whether it took place.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.state == InspectionState::Held
    }
}
