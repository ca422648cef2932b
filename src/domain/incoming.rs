//! A paper that came in from another body and brings work: who sent it, what it asks, and the leader's note on it.
use chrono::NaiveDate;

use crate::domain::record::{Fault, Order, record};
use crate::domain::value::Lines;
use crate::text::task as t;

record! {
    /// An incoming công văn with its bút phê.
    pub struct Incoming {
        table: "incoming", source: "incoming_shown", title: t::LETTERS, one: t::ONE_LETTER,
        search: &["name", "number", "issuer"], order: Order::Latest("arrived"),
    }
    columns {
        arrived: NaiveDate => t::ARRIVED, 10;
        number: String => t::NUMBER, 16;
        issuer: String => t::ISSUER, 18;
        date: Option<NaiveDate> => t::LETTER_DATE, 0;
        name: String => t::LETTER_NAME, 34;
        assigner: String => t::ASSIGNER, 0;
        opinion: Lines => t::OPINION, 0;
        due: Option<NaiveDate> => t::LETTER_DUE, 10;
        note: String => t::NOTE, 0;
    }
    shown {
        tasks: i64 => t::TASKS_COUNT, 4;
        open_tasks: i64 => t::OPEN_COUNT, 7;
    }
}

impl Incoming {
    fn rules(&self) -> Vec<Fault> {
        let mut faults =
            Fault::needed([("arrived", self.arrived == NaiveDate::default()), ("name", self.name.is_empty())]);
        if self.date.is_some_and(|date| date > self.arrived) && self.arrived != NaiveDate::default() {
            faults.push(Fault::at("date", t::DATED_AFTER));
        }
        faults
    }
}
