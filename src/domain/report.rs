//! The department's consolidated report of a period: the parts that people write, and its issue.
use chrono::NaiveDate;

use crate::domain::record::{Fault, Order, record};
use crate::domain::value::{Lines, PeriodCode};
use crate::text::{field as t, rule};

record! {
    /// The narrative parts of a report; a blank part is written from the figures when the paper is made. Its number,
    /// its day and the figures it said, as JSON by code, are set by issuing it.
    pub struct Report {
        table: "report", source: "report", title: t::REPORTS, one: t::ONE_REPORT,
        search: &["subject"], order: Order::Latest("period"),
    }
    columns {
        period: PeriodCode => t::PERIOD, 20;
        subject: String => t::SUBJECT, 46;
        direction: Lines => t::PART_DIRECTION, 0;
        propaganda: Lines => t::PART_PROPAGANDA, 0;
        events: Lines => t::PART_EVENTS, 0;
        circumstances: Lines => t::PART_CIRCUMSTANCES, 0;
        contributions: Lines => t::PART_CONTRIBUTIONS, 0;
        protection: Lines => t::PART_PROTECTION, 0;
        strengths: Lines => t::PART_STRENGTHS, 0;
        limits: Lines => t::PART_LIMITS, 0;
        causes: Lines => t::PART_CAUSES, 0;
        next: Lines => t::PART_NEXT, 0;
        proposals: Lines => t::PART_PROPOSALS, 0;
    }
    stamped {
        number: String => t::REPORT_NUMBER, 8;
        signed_on: Option<NaiveDate> => t::SIGNED_ON, 10;
        figures: String => t::FIGURES_ISSUED, 0;
    }
}

impl Report {
    fn rules(&self) -> Vec<Fault> {
        if self.period.0.is_empty() { vec![Fault::at("period", rule::NEEDED)] } else { Vec::new() }
    }
}
