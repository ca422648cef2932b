//! Which children took part in an event, where names are written down: their number is then the event's.
use crate::domain::attendee::Presence;
use crate::domain::born::Born;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::domain::unit::Unit;
use crate::text::{field as t, photo as tp, session as ts};

record! {
    /// One child at one event.
    pub struct Participant {
        table: "participant", source: "participant_shown", title: tp::PARTICIPANTS, one: t::ONE_CHILD,
        search: &["name"], order: Order::Person,
    }
    columns {}
    stamped {
        name: String => t::FULL_NAME, 26;
        event: Id<Event> => t::EVENT, 0;
        child: Id<Child> => t::CHILD, 0;
        /// The unit on the day of the event.
        unit: Id<Unit> => t::UNIT, 24;
        presence: Presence => ts::PRESENCE, 12;
    }
    shown {
        born: Option<Born> => t::BORN, 10;
    }
}

impl Participant {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("event", self.event.is_new()), ("child", self.child.is_new())])
    }
}
