//! A legal document or a contact number: when it holds and what came after it.
use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field as t, rule, shelf as ts};

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
        files: i64 => ts::FILES_COUNT, 4;
        sessions: i64 => t::SESSIONS_COUNT, 5;
    }
}

impl Document {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if self.until.is_some() && self.until < self.since {
            faults.push(Fault::at("until", rule::ENDS_BEFORE));
        }
        if !self.id.is_new() && self.successor == self.id {
            faults.push(Fault::at("successor", rule::OWN_SUCCESSOR));
        }
        faults
    }

    /// Whether it was there to be spoken of on a day: issued by then, even if it does not hold yet.
    #[must_use]
    pub fn is_issued(&self, day: NaiveDate) -> bool {
        self.issued.or(self.since).is_none_or(|issued| issued <= day)
    }

    /// Whether it holds on a day; one without dates always does.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What took the place of a document on a day: the first along the chain of its successors that holds then, else the last
/// of the chain. `None` where nothing took its place, or the chain runs in a circle and nothing in it holds.
#[must_use]
pub fn latest(all: &[Document], of: Id<Document>, day: NaiveDate) -> Option<&Document> {
    let by = |id: Id<Document>| all.iter().find(|it| it.id == id && !id.is_new());
    let mut seen = vec![of];
    let mut last = None;
    let mut next = by(of).and_then(|it| by(it.successor));
    while let Some(it) = next {
        if it.holds(day) {
            return Some(it);
        }
        if seen.contains(&it.id) {
            return None;
        }
        seen.push(it.id);
        last = Some(it);
        next = by(it.successor);
    }
    last
}

/// What is wrong with the document that another names as its successor: it is older, or it leads back to the other.
#[must_use]
pub fn succession_fault(all: &[Document], of: &Document) -> Option<Fault> {
    let by = |id: Id<Document>| all.iter().find(|it| it.id == id && !id.is_new());
    let next = by(of.successor)?;
    let issued = |it: &Document| it.issued.or(it.since);
    if let Some((old, new)) = issued(of).zip(issued(next)).filter(|(old, new)| new < old) {
        return Some(Fault::at("successor", rule::SUCCESSOR_OLDER.with([new, old].map(day::show))));
    }
    // Circles that were there before end at the first document met again.
    let mut seen = vec![];
    let mut chain = Some(next);
    while let Some(it) = chain.filter(|it| !seen.contains(&it.id)) {
        if it.id == of.id {
            return Some(Fault::at("successor", rule::SUCCESSOR_CIRCLE));
        }
        seen.push(it.id);
        chain = by(it.successor);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn document(id: i64, since: &str, until: &str, successor: i64) -> Document {
        let (since, until) = (since.parse().ok(), until.parse().ok());
        Document { id: Id::of(id), since, until, successor: Id::of(successor), ..Document::default() }
    }

    #[test]
    fn a_chain_is_followed_to_what_holds_on_the_day() {
        let all = [
            document(1, "", "2010-12-31", 2),
            document(2, "2011-01-01", "2019-12-31", 3),
            document(3, "2020-01-01", "", 0),
        ];
        let after = |id, on: &str| latest(&all, Id::of(id), day(on)).map(|it| it.id.0);
        assert_eq!(
            (after(1, "2015-06-01"), after(1, "2026-06-01"), after(2, "2026-06-01")),
            (Some(2), Some(3), Some(3))
        );
        assert_eq!(after(3, "2026-06-01"), None, "nothing came after it");
        assert_eq!(after(9, "2026-06-01"), None);
    }

    #[test]
    fn a_successor_is_younger_and_leads_nowhere_back() {
        let all =
            [document(1, "2016-01-01", "", 0), document(2, "2020-01-01", "", 1), document(3, "2022-01-01", "", 0)];
        let fault = |id, since, successor| {
            let fault = succession_fault(&all, &document(id, since, "", successor));
            fault.map(|fault| fault.said.say(crate::text::Lang::Vi))
        };
        assert_eq!(fault(1, "2016-01-01", 3), None);
        assert_eq!(
            fault(3, "2022-01-01", 1).unwrap(),
            "Ban hành ngày 01/01/2016, trước văn bản mà nó thay thế (01/01/2022)."
        );
        assert_eq!(fault(1, "", 2).unwrap(), "Văn bản này lại được thay bằng chính văn bản đang sửa.");
        assert_eq!(fault(1, "", 9), None, "one that is gone");
    }

    #[test]
    fn a_chain_that_ends_or_turns_back_is_not_run_for_ever() {
        let all =
            [document(1, "", "2010-12-31", 2), document(2, "", "2015-12-31", 1), document(3, "", "2012-12-31", 2)];
        assert_eq!(latest(&all, Id::of(1), day("2026-01-01")), None);
        let over = [document(1, "", "2010-12-31", 2), document(2, "", "2015-12-31", 0)];
        assert_eq!(latest(&over, Id::of(1), day("2026-01-01")).map(|it| it.id.0), Some(2), "the last is named");
    }
}
