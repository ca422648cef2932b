//! Công văn to the units: a request for reports, a report sent back, urging. A draft until the clerical office gives it
//! its number.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, links, record};
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Lines, PeriodCode};
use crate::text::{field as t, units as u};

choices! {
    /// What a letter is for.
    pub enum LetterKind {
        #[default] Request "request" = u::LETTER_REQUEST;
        Urge "urge" = u::LETTER_URGE;
        Return "return" = u::LETTER_RETURN;
    }
}

choices! {
    /// How far a letter is.
    pub enum LetterState {
        #[default] Draft "draft" = u::LETTER_DRAFT;
        Numbered "numbered" = u::LETTER_IS_NUMBERED;
    }
}

links! {
    /// The units that a letter goes to.
    pub struct Receivers { table: "letter_unit", from: "letter", to: "unit", target: "unit" }
}

record! {
    /// A letter about a period. What it asks for is written from the data, and `content` goes before that.
    pub struct Letter {
        table: "letter", source: "letter_shown", title: u::LETTERS, one: u::ONE_LETTER,
        search: &["name", "number"], order: Order::Latest("id"),
    }
    columns {
        kind: LetterKind => u::LETTER_KIND, 16;
        period: PeriodCode => t::PERIOD, 21;
        name: String => u::LETTER_SUBJECT, 24;
        due: Option<NaiveDate> => t::DUE, 0;
        units: Receivers => u::RECEIVERS, 0;
        content: Lines => u::LETTER_CONTENT, 0;
    }
    stamped {
        made_on: Option<NaiveDate> => u::MADE_ON, 0;
        report: Id<UnitReport> => t::UNIT_REPORTS, 0;
        number: String => t::REPORT_NUMBER, 5;
        signed_on: Option<NaiveDate> => t::SIGNED_ON, 10;
        /// The paper as it was numbered, as JSON.
        kept: String => u::LETTER_KEPT, 0;
    }
    shown {
        units_count: i64 => u::RECEIVERS_COUNT, 0;
        state: LetterState => t::STATE, 9;
    }
}

impl Letter {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("period", self.period.0.is_empty()),
            ("due", self.kind == LetterKind::Request && self.due.is_none()),
        ]);
        if self.signed_on.is_some() == self.number.is_empty() {
            faults.push(Fault::at("number", u::NUMBER_WITH_DAY));
        }
        faults
    }
}
