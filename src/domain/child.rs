//! A child of a staff member: under 16 at the day that is asked about (Điều 1 Luật Trẻ em).
use chrono::NaiveDate;

use crate::domain::born::Born;
use crate::domain::id::Id;
use crate::domain::movement::Span;
use crate::domain::person::Person;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::sex::Sex;
use crate::domain::unit::Unit;
use crate::domain::value::Aged;
use crate::domain::ward::Ward;
use crate::text::{event as e, field as t, rule};

/// Children are under this many years (Điều 1 Luật Trẻ em).
pub const AGE_LIMIT: u32 = 16;

choices! {
    /// Whether the office still keeps the child on its roster.
    pub enum ChildState {
        #[default] Active "active" = t::CHILD_ACTIVE;
        Left "left" = t::CHILD_LEFT;
    }
}

choices! {
    /// With which parent's unit the child gets its gifts, where they are in two.
    pub enum GiftSide {
        #[default] Unasked "" = e::SIDE_UNASKED;
        Father "father" = e::SIDE_FATHER;
        Mother "mother" = e::SIDE_MOTHER;
    }
}

record! {
    /// A child with its parents, its unit and its ward.
    pub struct Child {
        table: "child", source: "child_shown", title: t::CHILDREN, one: t::ONE_CHILD,
        search: &["name"], order: Order::Person,
    }
    columns {
        name: String => t::FULL_NAME, 24;
        born: Option<Born> => t::BORN, 10;
        sex: Option<Sex> => t::SEX, 4;
        father: Id<Person> => t::FATHER, 0;
        mother: Id<Person> => t::MOTHER, 0;
        carer: Id<Person> => t::CARER, 0;
        unit: Id<Unit> => t::UNIT, 0;
        ward: Id<Ward> => t::WARD, 0;
        address: String => t::ADDRESS, 0;
        state: ChildState => t::STATE, 0;
        /// The first day on which a child that left was not on the roster any more; of others it says nothing.
        left_on: Option<NaiveDate> => t::CHILD_LEFT_ON, 0;
        note: String => t::NOTE, 0;
        gift_side: GiftSide => e::GIFT_SIDE, 0;
    }
    shown {
        age: Aged => t::AGE, 5;
        parents: String => t::PARENTS, 24;
        unit_name: String => t::UNIT, 20;
        circumstances: String => t::CIRCUMSTANCES, 10;
    }
}

impl Child {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if !self.father.is_new() && self.father == self.mother {
            faults.push(Fault::at("mother", rule::SAME_PARENT));
        }
        faults
    }

    /// The first and last day on which the child is a child on the roster: from its birth, to the day before its 16th
    /// birthday or before it left. Of a birth date that is known in part the earliest and the latest day count. `None`
    /// if there is no such day: when it left is not known, so it is not counted at all.
    #[must_use]
    pub fn stay(&self) -> Option<Span> {
        let left = match self.state {
            ChildState::Active => None,
            ChildState::Left => Some(self.left_on?),
        };
        let grown = self.born.map(|born| born.becomes(AGE_LIMIT));
        let end = left.into_iter().chain(grown).min();
        Span { from: self.born.map(Born::first), to: end.and_then(|day| day.pred_opt()) }.filled()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(born: &str, state: ChildState, left: Option<&str>) -> Option<(String, String)> {
        let left_on = left.map(|day| day.parse().unwrap());
        let child = Child { born: Born::from_iso(born), state, left_on, ..Child::default() };
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        child.stay().map(|span| (day(span.from), day(span.to)))
    }

    #[test]
    fn a_child_stays_until_the_day_before_it_is_sixteen_or_leaves() {
        let pair = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        use ChildState::{Active, Left};
        assert_eq!(stay("2015-03-05", Active, None), pair("2015-03-05", "2031-03-04"));
        assert_eq!(stay("2012-02-29", Active, Some("2020-01-01")), pair("2012-02-29", "2028-02-28"));
        assert_eq!(stay("2015-03", Active, None), pair("2015-03-01", "2031-03-30"));
        assert_eq!(stay("", Active, None), pair("", ""));
        assert_eq!(stay("2015-03-05", Left, Some("2026-01-10")), pair("2015-03-05", "2026-01-09"));
        assert_eq!(stay("2015-03-05", Left, None), None);
        assert_eq!(stay("2015-03-05", Left, Some("2015-03-05")), None);
    }
}
