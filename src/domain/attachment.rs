//! A file that was added to a document, a session, an event, an inspection or a movement: what it is called; its bytes lie in the store, each once.
use chrono::NaiveDate;

use crate::domain::document::Document;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::rally::Rally;
use crate::domain::record::{Fault, Order, record};
use crate::domain::session::Session;
use crate::text::{field as t, inspection as ti, rally as tr, rule, shelf as ts};

record! {
    /// One file of one row. The same bytes may be files of many.
    pub struct Attachment {
        table: "attachment", source: "attachment_shown", title: ts::FILES, one: ts::ONE_FILE,
        search: &["name", "note"], order: Order::Plain,
    }
    columns {
        name: String => ts::FILE_NAME, 40;
        note: String => t::NOTE, 20;
    }
    stamped {
        document: Id<Document> => t::ONE_DOCUMENT, 0;
        session: Id<Session> => crate::text::session::SESSION, 0;
        event: Id<Event> => t::EVENT, 0;
        inspection: Id<Inspection> => ti::INSPECTION, 0;
        rally: Id<Rally> => tr::RALLIES, 0;
        /// Where its bytes lie.
        file: i64 => ts::FILE, 0;
        added_on: NaiveDate => ts::ADDED_ON, 10;
    }
    shown {
        /// The ending of its name, as "pdf".
        ending: String => ts::ENDING, 6;
        /// Its size in KiB, rounded up.
        size: i64 => ts::SIZE, 8;
    }
}

impl Attachment {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        let owners = [
            self.document.is_new(),
            self.session.is_new(),
            self.event.is_new(),
            self.inspection.is_new(),
            self.rally.is_new(),
        ];
        if owners.iter().filter(|is_new| !**is_new).count() != 1 {
            faults.push(Fault::at("document", rule::NEEDED));
        }
        if self.file <= 0 {
            faults.push(Fault::at("file", rule::NEEDED));
        }
        if self.added_on == NaiveDate::default() {
            faults.push(Fault::at("added_on", rule::NEEDED));
        }
        faults
    }
}
