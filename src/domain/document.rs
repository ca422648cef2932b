//! A legal document or a contact number: when it holds and what came after it.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field as t, rule};

choices! {
    /// What a document is.
    pub enum DocumentKind {
        #[default] Law "law" = t::DOC_LAW;
        Directive "directive" = t::DOC_DIRECTIVE;
        Decree "decree" = t::DOC_DECREE;
        Decision "decision" = t::DOC_DECISION;
        Circular "circular" = t::DOC_CIRCULAR;
        Plan "plan" = t::DOC_PLAN;
        Letter "letter" = t::DOC_LETTER;
        Hotline "hotline" = t::DOC_HOTLINE;
    }
}

record! {
    /// A document on the legal shelf; `number` is text, never a number ("20-CT/TW").
    pub struct Document {
        table: "document", source: "document_shown", title: t::DOCUMENTS, one: t::ONE_DOCUMENT,
        search: &["name", "number", "subject"], order: Order::Plain,
    }
    columns {
        name: String => t::DOC_NAME, 34;
        number: String => t::DOC_NUMBER, 18;
        kind: DocumentKind => t::KIND, 0;
        issuer: String => t::ISSUER, 0;
        issued: Option<NaiveDate> => t::ISSUED_ON, 10;
        subject: String => t::SUBJECT, 0;
        since: Option<NaiveDate> => t::VALID_FROM, 0;
        until: Option<NaiveDate> => t::VALID_UNTIL, 10;
        successor: Id<Document> => t::SUCCESSOR, 24;
        note: String => t::NOTE, 0;
    }
    shown {
        sessions: i64 => t::SESSIONS_COUNT, 5;
    }
}

impl Document {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.name.is_empty() {
            faults.push(Fault::at("name", rule::NEEDED));
        }
        if self.until.is_some() && self.until < self.since {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        if !self.id.is_new() && self.successor == self.id {
            faults.push(Fault::at("successor", rule::OWN_SUCCESSOR));
        }
        faults
    }

    /// Whether it holds on a day; one without dates always does.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
