//! Who of the staff came to a session, where names were asked for: counts alone are enough.
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::session::Session;
use crate::domain::unit::Unit;
use crate::text::{field as t, session as ts};

choices! {
    /// Whether somebody came.
    pub enum Presence {
        #[default] Away "away" = ts::AWAY;
        Came "came" = ts::CAME;
    }
}

impl Presence {
    /// What a tick makes of it.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Away => Self::Came,
            Self::Came => Self::Away,
        }
    }
}

record! {
    /// One member of the staff at one session.
    pub struct Attendee {
        table: "attendee", source: "attendee_shown", title: ts::ATTENDEES, one: ts::ONE_ATTENDEE,
        search: &["name"], order: Order::Person,
    }
    columns {}
    stamped {
        name: String => t::FULL_NAME, 26;
        session: Id<Session> => ts::SESSION, 0;
        person: Id<Person> => t::FULL_NAME, 0;
        /// The unit on the day of the session.
        unit: Id<Unit> => t::UNIT, 24;
        presence: Presence => ts::PRESENCE, 12;
    }
    shown {
        position: String => t::POSITION, 24;
    }
}

impl Attendee {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("session", self.session.is_new()), ("person", self.person.is_new())])
    }
}
