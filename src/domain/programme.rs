//! What happens at an event, one thing after the other.
use chrono::NaiveTime;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::text::{field, programme as t, rule};

choices! {
    /// The kind of activity (Điều 3 Thông tư 28/2019/TT-BLĐTBXH).
    pub enum Activity {
        #[default] Play "play" = t::KIND_PLAY;
        Arts "arts" = t::KIND_ARTS;
        Sport "sport" = t::KIND_SPORT;
        Visit "visit" = t::KIND_VISIT;
        Skill "skill" = t::KIND_SKILL;
        Talk "talk" = t::KIND_TALK;
        Gifts "gifts" = t::KIND_GIFTS;
        Other "other" = t::KIND_OTHER;
    }
}

record! {
    /// One line of a programme.
    pub struct ProgrammeItem {
        table: "programme_item", source: "programme_item", title: t::PROGRAMME, one: t::ONE_ITEM,
        search: &["name", "who"], order: Order::Within("event", "time"),
    }
    columns {
        time: Option<NaiveTime> => t::TIME, 6;
        name: String => t::ITEM, 34;
        event: Id<Event> => field::EVENT, 0;
        kind: Activity => t::KIND, 16;
        who: String => t::WHO, 22;
        children: i64 => t::CHILDREN, 8;
        note: String => field::NOTE, 0;
    }
}

impl ProgrammeItem {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("event", self.event.is_new())]);
        if self.children < 0 {
            faults.push(Fault::at("children", rule::NEGATIVE));
        }
        faults
    }
}
