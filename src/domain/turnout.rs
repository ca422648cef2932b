//! How many people a unit sent to a session that several units came to.
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::domain::session::Session;
use crate::domain::unit::Unit;
use crate::text::{field as t, rule, session as ts};

record! {
    /// One unit at one session; without any, all who came are of the unit that held it.
    pub struct Turnout {
        table: "turnout", source: "turnout", title: ts::TURNOUT, one: ts::ONE_TURNOUT,
        search: &[], order: Order::Row,
    }
    columns {}
    stamped {
        session: Id<Session> => ts::SESSION, 0;
        unit: Id<Unit> => t::UNIT, 30;
        people: i64 => t::ATTENDANCE, 10;
    }
}

impl Turnout {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("session", self.session.is_new()), ("unit", self.unit.is_new())]);
        if self.people < 0 {
            faults.push(Fault::at("people", rule::NEGATIVE));
        }
        faults
    }
}
