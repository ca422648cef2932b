//! What must be done for an event, by whom and by when: counted back from its day in working days.
use chrono::{Datelike, NaiveDate};

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::domain::workday;
use crate::text::{field, programme as t};

record! {
    /// One step. Where working days are given, its day follows the event's.
    pub struct EventStep {
        table: "event_step", source: "event_step", title: t::STEPS, one: t::ONE_STEP,
        search: &["name", "who"], order: Order::Row,
    }
    columns {
        name: String => t::STEP, 36;
        event: Id<Event> => field::EVENT, 0;
        /// Working days before the event; after it, if negative.
        days: Option<i64> => t::DAYS_BEFORE, 7;
        due: Option<NaiveDate> => t::STEP_DUE, 10;
        who: String => t::WHO, 20;
        /// Whether Thông tư 27/2022/TT-BLĐTBXH asks for it.
        safety: bool => t::SAFETY_STEP, 0;
        note: String => field::NOTE, 0;
    }
    stamped {
        done_on: Option<NaiveDate> => t::DONE_ON, 10;
    }
}

impl EventStep {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("event", self.event.is_new())]);
        if self.days.is_some_and(|days| !(-60..=250).contains(&days)) {
            faults.push(Fault::at("days", t::DAYS_RANGE));
        }
        faults
    }
}

/// The day that lies so many working days before an event, or after it if negative.
#[must_use]
pub fn day_before(event: NaiveDate, days: i64) -> NaiveDate {
    let off: Vec<NaiveDate> = (event.year() - 1..=event.year() + 1).flat_map(workday::days_off).collect();
    workday::add(event, i32::try_from(-days).unwrap_or(0), &off)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_back_over_weekends_and_holidays() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(day_before(day("2026-09-25"), 10), day("2026-09-11"));
        assert_eq!(day_before(day("2026-06-01"), 5), day("2026-05-25"));
        assert_eq!(day_before(day("2026-05-06"), 3), day("2026-04-29"), "30/4 and 1/5 are free");
        assert_eq!(day_before(day("2026-06-01"), -3), day("2026-06-04"));
        assert_eq!(day_before(day("2026-06-01"), 0), day("2026-06-01"));
    }
}
