//! The year's plan as a tree of clauses, each with its lead, deadline rule and kind of evidence.
use chrono::NaiveDate;

use crate::domain::body::Body;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, choices, links, record};
use crate::domain::value::{Deadline, Lines, RuleCode};
use crate::text::{field as t, plan as p, rule};

record! {
    /// An issued plan.
    pub struct Plan {
        table: "plan", source: "plan_shown", title: t::PLANS, one: t::ONE_PLAN,
        search: &["name", "number"], order: Order::Latest("year"),
    }
    columns {
        name: String => t::PLAN_NAME, 50;
        year: i64 => t::YEAR, 6;
        number: String => t::DOC_NUMBER, 16;
        issued: Option<NaiveDate> => t::ISSUED_ON, 10;
        /// What stands between the title and the first clause.
        basis: Lines => p::BASIS, 0;
        /// A body a line; blank for the agency's usual ones.
        recipients: Lines => p::RECIPIENTS, 0;
        /// Office and name as the paper had them; blank for the agency's signer.
        signer: Lines => p::SIGNER, 0;
    }
    shown {
        /// Its year, as it is named on the command line.
        code: String => t::CODE, 0;
        clauses: i64 => p::CLAUSES_COUNT, 6;
    }
}

impl Plan {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
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
        Work "work" = t::EVIDENCE_WORK;
        UnitReport "unit_report" = t::EVIDENCE_UNIT_REPORT;
        Report "report" = t::EVIDENCE_REPORT;
        Inspection "inspection" = crate::text::inspection::ONE_INSPECTION;
        Rally "rally" = crate::text::rally::ONE_RALLY;
    }
}

links! {
    /// Who helps with a clause.
    pub struct Partners { table: "clause_body", from: "clause", to: "body", target: "body" }
}

record! {
    /// A clause of a plan: a heading, or work that somebody leads by a day. `code` is its place in the tree ("II.1.a").
    pub struct Clause {
        table: "clause", source: "clause_shown", title: t::CLAUSES, one: t::ONE_CLAUSE,
        search: &["name", "code", "words"], order: Order::Within("plan", "place"),
    }
    columns {
        code: String => t::CLAUSE_CODE, 0;
        name: String => t::CLAUSE_NAME, 0;
        parent: Id<Clause> => p::PARENT, 0;
        plan: Id<Plan> => t::PLAN, 0;
        lead: Id<Body> => t::LEAD, 0;
        partners: Partners => t::PARTNERS, 0;
        officer: Id<Person> => p::OFFICER, 0;
        due: RuleCode => t::DUE_RULE, 0;
        evidence: Evidence => t::EVIDENCE, 0;
        /// The wording of the paper where `name` is only its beginning or its gist.
        words: Lines => p::WORDS, 0;
        /// What the paper prints before it: "I.", "1.", "a)", "-", or nothing.
        mark: String => p::MARK, 0;
    }
    stamped {
        /// Its place in the whole plan, counted from 1.
        place: i64 => p::PLACE, 0;
    }
    shown {
        /// Code and name, indented by depth.
        line: String => p::LINE, 48;
        deadline: Deadline => p::DEADLINE, 18;
        evidences: Option<i64> => t::EVIDENCES_COUNT, 6;
        lead_name: String => p::LEAD_NAME, 18;
        partner_names: String => p::PARTNER_NAMES, 0;
        /// Whether it asks for evidence and has none.
        bare: bool => p::BARE, 0;
        year: i64 => p::YEAR_OF, 0;
    }
}

impl Clause {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("plan", self.plan.is_new())]);
        if !self.id.is_new() && self.parent == self.id {
            faults.push(Fault::at("parent", p::OWN_PARENT));
        }
        if !self.due.0.is_empty() && Due::parse(&self.due.0).is_none() {
            faults.push(Fault::at("due", rule::NOT_A_DUE_RULE));
        }
        faults
    }

    /// The wording as printed: its own where it has one, else the name.
    #[must_use]
    pub fn wording(&self) -> &str {
        if self.words.0.is_empty() { &self.name } else { &self.words.0 }
    }

    /// The whole wording as one line, without the stop that ends it: papers never print a name that was cut.
    #[must_use]
    pub fn flat(&self) -> String {
        let words = self.wording().split_whitespace().collect::<Vec<_>>().join(" ");
        words.trim_end_matches("./.").trim_end_matches(['.', ';']).to_owned()
    }

    /// How many rows prove it.
    #[must_use]
    pub fn proofs(&self) -> i64 {
        self.evidences.unwrap_or(0)
    }
}
