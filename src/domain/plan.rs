//! The year's plan as a tree of clauses, each with its lead unit, deadline rule and kind of evidence.
use chrono::NaiveDate;

use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field as t, rule};

record! {
    /// An issued plan.
    pub struct Plan {
        table: "plan", source: "plan", title: t::PLANS, one: t::ONE_PLAN,
        search: &["name", "number"], order: Order::Latest("year"),
    }
    columns {
        name: String => t::PLAN_NAME, 50;
        year: i64 => t::YEAR, 6;
        number: String => t::DOC_NUMBER, 16;
        issued: Option<NaiveDate> => t::ISSUED_ON, 10;
    }
}

impl Plan {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.name.is_empty() {
            faults.push(Fault::at("name", rule::NEEDED));
        }
        if !(1990..=2100).contains(&self.year) {
            faults.push(Fault::at("year", rule::NOT_A_YEAR));
        }
        faults
    }
}

choices! {
    /// What proves that a clause was carried out.
    pub enum Evidence {
        #[default] Nothing "" = t::EVIDENCE_NOTHING;
        Session "session" = t::EVIDENCE_SESSION;
        Event "event" = t::EVIDENCE_EVENT;
        Circumstance "circumstance" = t::EVIDENCE_CIRCUMSTANCE;
        Support "support" = t::EVIDENCE_SUPPORT;
        Contribution "contribution" = t::EVIDENCE_CONTRIBUTION;
        UnitReport "unit_report" = t::EVIDENCE_UNIT_REPORT;
        Report "report" = t::EVIDENCE_REPORT;
        Inspection "inspection" = crate::text::inspection::ONE_INSPECTION;
        Rally "rally" = crate::text::rally::ONE_RALLY;
    }
}

record! {
    /// A clause or task of a plan; `code` is its place in the tree ("II.1.a").
    pub struct Clause {
        table: "clause", source: "clause_shown", title: t::CLAUSES, one: t::ONE_CLAUSE,
        search: &["name", "code", "lead"], order: Order::Row,
    }
    columns {
        code: String => t::CLAUSE_CODE, 7;
        name: String => t::CLAUSE_NAME, 44;
        plan: Id<Plan> => t::PLAN, 0;
        lead: String => t::LEAD, 18;
        partners: String => t::PARTNERS, 0;
        due: String => t::DUE_RULE, 12;
        evidence: Evidence => t::EVIDENCE, 14;
    }
    shown {
        evidences: i64 => t::EVIDENCES_COUNT, 6;
    }
}

impl Clause {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.name.is_empty() {
            faults.push(Fault::at("name", rule::NEEDED));
        }
        if self.plan.is_new() {
            faults.push(Fault::at("plan", rule::NEEDED));
        }
        if !self.due.is_empty() && Due::parse(&self.due).is_none() {
            faults.push(Fault::at("due", rule::NOT_A_DUE_RULE));
        }
        faults
    }
}
