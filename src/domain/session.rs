//! A propaganda session: which unit, on what documents, in what form, how many came.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::{Cell, Kind, Link, Value};
use crate::text::{field as t, rule};

choices! {
    /// How the session was held (TT 28/2019/TT-BLĐTBXH Điều 3 and practice).
    pub enum Form {
        #[default] Meeting "meeting" = t::FORM_MEETING;
        Conference "conference" = t::FORM_CONFERENCE;
        Talk "talk" = t::FORM_TALK;
        Article "article" = t::FORM_ARTICLE;
        Notice "notice" = t::FORM_NOTICE;
        Leaflet "leaflet" = t::FORM_LEAFLET;
        Online "online" = t::FORM_ONLINE;
    }
}

/// The documents a session spoke of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents(pub Vec<i64>);

impl Cell for Documents {
    const KIND: Kind =
        Kind::Many(Link { table: "session_document", from: "session", to: "document", target: "document" });
    fn value(&self) -> Value {
        Value::Ids(self.0.clone())
    }
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Ids(ids) => Some(Self(ids.clone())),
            Value::Null => Some(Self::default()),
            _ => None,
        }
    }
}

record! {
    /// Attendance counts people who came, each time anew ("lượt người").
    pub struct Session {
        table: "session", source: "session_shown", title: t::SESSIONS, one: t::ONE_SESSION,
        search: &["name", "speaker", "place"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        unit: Id<Unit> => t::UNIT, 15;
        name: String => t::TOPIC, 34;
        documents: Documents => t::DOCUMENTS, 0;
        hotline: bool => t::HOTLINE_TOLD, 0;
        form: Form => t::FORM, 13;
        speaker: String => t::SPEAKER, 0;
        place: String => t::PLACE, 0;
        attendance: i64 => t::ATTENDANCE, 10;
        leaflets: i64 => t::LEAFLETS, 0;
        /// Whether staff were urged to look after their own children (kế hoạch, mục II.2).
        appeal: bool => t::APPEAL, 0;
        clause: Id<Clause> => t::CLAUSE, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        documents_count: i64 => t::DOCUMENTS_COUNT, 7;
    }
}

impl Session {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.date == NaiveDate::default() {
            faults.push(Fault::at("date", rule::NEEDED));
        }
        if self.unit.is_new() {
            faults.push(Fault::at("unit", rule::NEEDED));
        }
        if self.name.is_empty() {
            faults.push(Fault::at("name", rule::NEEDED));
        }
        if self.attendance < 0 {
            faults.push(Fault::at("attendance", rule::NEGATIVE));
        }
        if self.leaflets < 0 {
            faults.push(Fault::at("leaflets", rule::NEGATIVE));
        }
        faults
    }
}
