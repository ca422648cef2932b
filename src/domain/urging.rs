//! Urging a unit: once a call or a message, later a letter; each time is counted.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::letter::Letter;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::PeriodCode;
use crate::text::{field as t, units as u};

choices! {
    /// What a unit owes.
    pub enum About {
        #[default] Report "report" = u::ABOUT_REPORT;
        Session "session" = u::ABOUT_SESSION;
        Review "review" = u::ABOUT_REVIEW;
        Recommendation "recommendation" = u::ABOUT_RECOMMENDATION;
    }
}

choices! {
    /// By what means it was urged.
    pub enum Means {
        #[default] Call "call" = u::MEANS_CALL;
        Zalo "zalo" = u::MEANS_ZALO;
        Letter "letter" = u::MEANS_LETTER;
    }
}

record! {
    /// One time that a unit was urged; `turn` counts the times about the same thing of the same period.
    pub struct Urging {
        table: "urging", source: "urging_shown", title: u::URGINGS, one: u::ONE_URGING,
        search: &["note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => t::DATE, 10;
        unit: Id<Unit> => t::UNIT, 28;
        about: About => u::ABOUT, 20;
        period: PeriodCode => t::PERIOD, 21;
        means: Means => u::MEANS, 12;
        note: String => t::NOTE, 0;
    }
    stamped {
        letter: Id<Letter> => u::LETTERS, 0;
        /// The row of what it was about, among several of a kind; 0 for all of them.
        thing: i64 => u::THING, 0;
    }
    shown {
        turn: i64 => u::TURN, 4;
    }
}

impl Urging {
    /// Whether it was about a thing of a kind: the very row, or all of its kind.
    #[must_use]
    pub fn is_about(&self, about: About, thing: i64) -> bool {
        self.about == about && (self.thing == 0 || self.thing == thing)
    }

    fn rules(&self) -> Vec<Fault> {
        Fault::needed([
            ("date", self.date == NaiveDate::default()),
            ("unit", self.unit.is_new()),
            ("period", self.period.0.is_empty()),
        ])
    }
}
