//! A welfare work for children (công trình phúc lợi): where it stands, what it costs, how far it has come, who has it
//! now; and what was given to it in money, goods and days of work.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::text::{field as f, rule, welfare as t};

choices! {
    /// How far a work has come.
    pub enum Built {
        #[default] Planned "planned" = t::PLANNED;
        Building "building" = t::BUILDING;
        Handed "handed" = t::HANDED;
    }
}

choices! {
    /// In what somebody gave to a work.
    pub enum PartKind {
        #[default] Labour "labour" = t::LABOUR;
        Goods "goods" = f::MEANS_GOODS;
        /// Money that went to the work by itself, not through the fund book.
        Money "money" = t::MONEY;
    }
}

record! {
    /// A work. It is handed over whole: from then on it stands at a hundred in a hundred.
    pub struct Work {
        table: "work", source: "work_shown", title: t::WORKS, one: t::ONE_WORK,
        search: &["name", "place"], order: Order::Latest("since"),
    }
    columns {
        name: String => t::WORK_NAME, 26;
        place: String => f::PLACE, 16;
        budget: Vnd => t::COST, 12;
        since: NaiveDate => f::SINCE, 0;
        until: Option<NaiveDate> => t::FINISH, 0;
        progress: i64 => t::PROGRESS, 6;
        handed_on: Option<NaiveDate> => t::HANDED_ON, 0;
        receiver: String => t::RECEIVER, 0;
        children: i64 => t::CHILDREN, 0;
        clause: Id<Clause> => f::CLAUSE, 0;
        note: String => f::NOTE, 0;
    }
    shown {
        standing: Built => t::STANDING, 13;
        money: Vnd => t::MONEY, 12;
        goods: Vnd => t::GOODS, 0;
        days: i64 => t::DAYS, 6;
        worth: Vnd => t::WORTH, 0;
        code: String => f::CODE, 0;
    }
}

impl Work {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty()), ("since", self.since == NaiveDate::default())]);
        if self.budget.0 < 0 {
            faults.push(Fault::at("budget", rule::NEGATIVE));
        }
        if self.children < 0 {
            faults.push(Fault::at("children", rule::NEGATIVE));
        }
        if !(0..=100).contains(&self.progress) {
            faults.push(Fault::at("progress", t::NOT_A_SHARE));
        }
        for (column, day) in [("until", self.until), ("handed_on", self.handed_on)] {
            if day.is_some_and(|day| day < self.since) {
                faults.push(Fault::at(column, rule::ENDS_BEFORE));
            }
        }
        if self.handed_on.is_some() && self.progress < 100 {
            faults.push(Fault::at("progress", t::NOT_FINISHED));
        }
        if self.handed_on.is_some() && self.receiver.trim().is_empty() {
            faults.push(Fault::at("receiver", t::RECEIVER_NEEDED));
        }
        faults
    }
}

record! {
    /// What one donor gave to a work: a person, else an outside donor by name, else a unit as a whole.
    pub struct WorkPart {
        table: "work_part", source: "work_part_shown", title: t::PARTS, one: t::ONE_PART,
        search: &["donor", "content", "note"], order: Order::Latest("date"),
    }
    columns {
        date: NaiveDate => f::DATE, 10;
        work: Id<Work> => t::WORK, 0;
        kind: PartKind => f::MEANS, 12;
        unit: Id<Unit> => f::UNIT, 0;
        person: Id<Person> => f::DONOR_PERSON, 0;
        donor: String => f::DONOR_OUTSIDE, 0;
        content: String => f::CONTENT, 18;
        days: i64 => t::DAYS, 6;
        people: i64 => f::PEOPLE, 0;
        amount: Vnd => t::WORTH, 12;
        note: String => f::NOTE, 0;
    }
    shown {
        donor_name: String => f::DONOR, 16;
    }
}

impl WorkPart {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("date", self.date == NaiveDate::default()), ("work", self.work.is_new())]);
        if self.person.is_new() && self.unit.is_new() && self.donor.is_empty() {
            faults.push(Fault::at("unit", rule::DONOR_NEEDED));
        }
        if !self.donor.is_empty() && !self.person.is_new() {
            faults.push(Fault::at("donor", rule::ONE_DONOR));
        }
        if !self.donor.is_empty() && !self.unit.is_new() {
            faults.push(Fault::at("donor", rule::DONOR_OUTSIDE));
        }
        if self.people < 0 {
            faults.push(Fault::at("people", rule::NEGATIVE));
        }
        // Days of work may be worth no sum; money and goods are.
        if self.amount.0 < 0 || self.amount.0 == 0 && self.kind != PartKind::Labour {
            faults.push(Fault::at("amount", rule::NOT_POSITIVE));
        }
        if (self.kind == PartKind::Labour) != (self.days > 0) {
            faults.push(Fault::at("days", if self.days > 0 { t::DAYS_OF_LABOUR } else { t::DAYS_NEEDED }));
        }
        if self.kind == PartKind::Goods && self.content.is_empty() {
            faults.push(Fault::at("content", rule::GOODS_NEEDED));
        }
        faults
    }
}
