//! A unit that a child was in before: its unit follows the parent who works there, and earlier days keep the earlier one.
use chrono::NaiveDate;

use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, record};
use crate::domain::unit::Unit;
use crate::text::{family as t, field};

record! {
    /// The unit that a child was in up to a day; the unit it is in now stands in the child itself.
    pub struct Stay {
        table: "stay", source: "stay", title: t::STAYS, one: t::ONE_STAY,
        search: &["note"], order: Order::Latest("until"),
    }
    columns {
        child: Id<Child> => field::CHILD, 20;
        unit: Id<Unit> => t::STAY_UNIT, 30;
        until: NaiveDate => t::STAY_UNTIL, 11;
        note: String => field::NOTE, 16;
    }
}

impl Stay {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("child", self.child.is_new()), ("until", self.until == NaiveDate::default())])
    }
}

/// The unit that a child was in on a day, from its earlier units in any order and the one it is in now. Of two that end
/// on one day the one noted first was left: the other lasted no day.
#[must_use]
pub fn unit_on(stays: &[Stay], now: Id<Unit>, day: NaiveDate) -> Id<Unit> {
    stays
        .iter()
        .filter(|stay| day <= stay.until)
        .min_by_key(|stay| (stay.until, stay.id.0))
        .map_or(now, |stay| stay.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_day_sees_the_earlier_unit() {
        let stay = |unit, until: &str| Stay { unit: Id::of(unit), until: until.parse().unwrap(), ..Stay::default() };
        let stays = [stay(2, "2026-08-31"), stay(1, "2024-12-31")];
        let on = |day: &str| unit_on(&stays, Id::of(3), day.parse().unwrap()).0;
        assert_eq!(["2020-01-01", "2024-12-31", "2025-01-01", "2026-08-31", "2026-09-01"].map(on), [1, 1, 2, 2, 3]);
        let same = |id, unit| Stay { id: Id::of(id), ..stay(unit, "2026-08-31") };
        let until = "2026-08-31".parse().unwrap();
        assert_eq!(unit_on(&[same(8, 2), same(7, 1)], Id::of(3), until).0, 1, "two moves on one day");
        assert_eq!(unit_on(&[], Id::of(3), NaiveDate::default()).0, 3);
    }
}
