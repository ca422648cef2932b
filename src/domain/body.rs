//! Whoever a plan gives work to: a unit, all units together, or a partner such as the trade union.
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::domain::unit::Unit;
use crate::text::{field as f, plan as t, rule};

record! {
    /// A body that leads or helps with a clause. One that bears a unit's name is that unit.
    pub struct Body {
        table: "body", source: "body_shown", title: t::BODIES, one: t::ONE_BODY,
        search: &["name", "contact"], order: Order::Plain,
    }
    columns {
        name: String => t::BODY_NAME, 30;
        unit: Id<Unit> => t::BODY_UNIT, 0;
        /// Whether it stands for every unit.
        every: bool => t::BODY_EVERY, 0;
        contact: String => f::CONTACT, 0;
        phone: String => f::PHONE, 0;
        note: String => f::NOTE, 0;
    }
    shown {
        clauses: i64 => t::BODY_CLAUSES, 8;
        /// Whom to call: its own contact, else that of its unit.
        reach: String => t::BODY_REACH, 34;
    }
}

impl Body {
    fn rules(&self) -> Vec<Fault> {
        if self.name.is_empty() { vec![Fault::at("name", rule::NEEDED)] } else { Vec::new() }
    }
}
