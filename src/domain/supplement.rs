//! A list that follows an approved gift list: who came too late for it, with an approval of its own.
use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::text::{event as t, field};

record! {
    /// One supplement; once it is approved, its lines stand as those of the first list do.
    pub struct Supplement {
        table: "supplement", source: "supplement", title: t::SUPPLEMENTS, one: t::ONE_SUPPLEMENT,
        search: &["name"], order: Order::Row,
    }
    columns {}
    stamped {
        name: String => t::SUPPLEMENT, 30;
        event: Id<Event> => field::EVENT, 30;
        approved_on: Option<NaiveDate> => field::APPROVED_ON, 10;
        approval: String => field::APPROVAL, 20;
        approver: String => field::APPROVER, 20;
    }
}

impl Supplement {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("name", self.name.is_empty()), ("event", self.event.is_new())])
    }
}
