//! A line of a gift list: a child, whether it is in or out and why, and whether the gift was handed over.
use chrono::NaiveDate;

use crate::domain::born::{Born, Under};
use crate::domain::child::{Child, ChildState};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::{Employed, Person};
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::supplement::Supplement;
use crate::text::{event as e, field as t, rule};

choices! {
    /// Why a child is on the list or not.
    pub enum Reason {
        #[default] Eligible "eligible" = t::REASON_ELIGIBLE;
        /// Both parents work here; the child gets one gift all the same.
        BothParents "both" = t::REASON_BOTH;
        /// No parent is known not to work here, but none is confirmed either.
        Unconfirmed "unconfirmed" = t::REASON_UNCONFIRMED;
        /// The birth date is partial: it may be over the limit, and counts as a child.
        AgeUnclear "age-unclear" = t::REASON_AGE_UNCLEAR;
        TooOld "too-old" = t::REASON_TOO_OLD;
        NotBorn "not-born" = t::REASON_NOT_BORN;
        NoParent "no-parent" = t::REASON_NO_PARENT;
        Left "left" = t::REASON_LEFT;
        /// The office decided otherwise than the rules, and wrote down why.
        AddedByHand "added" = e::REASON_ADDED;
        TakenByHand "taken" = e::REASON_TAKEN;
    }
}

impl Reason {
    /// Whether the office decided it against the rules.
    #[must_use]
    pub const fn is_by_hand(self) -> bool {
        matches!(self, Self::AddedByHand | Self::TakenByHand)
    }
}

choices! {
    /// Whether the gift was handed over.
    pub enum GiftState {
        #[default] Pending "pending" = t::GIFT_PENDING;
        Received "received" = t::GIFT_RECEIVED;
        Proxy "proxy" = t::GIFT_PROXY;
    }
}

record! {
    /// A line frozen on approval: name, birth date, parents and unit stay as they were on that day.
    pub struct Gift {
        table: "gift", source: "gift", title: t::GIFTS, one: t::ONE_GIFT,
        search: &["name", "parents", "unit"], order: Order::Person,
    }
    columns {}
    stamped {
        name: String => t::CHILD, 20;
        born: Option<Born> => t::BORN, 10;
        included: bool => t::INCLUDED, 5;
        state: GiftState => t::GIFT_STATE, 10;
        reason: Reason => t::REASON, 20;
        unit: String => t::UNIT, 20;
        parents: String => t::PARENTS, 26;
        event: Id<Event> => t::EVENT, 0;
        child: Id<Child> => t::CHILD, 0;
        value: Vnd => t::GIFT_VALUE, 11;
        /// For hardship, beside the value; never on the common list.
        extra: Vnd => e::EXTRA, 0;
        /// One for each child, unless the note says why.
        count: i64 => e::COUNT, 0;
        note: String => e::DECIDED_NOTE, 0;
        supplement: Id<Supplement> => e::SUPPLEMENT, 0;
        receiver: String => t::GIFT_RECEIVER, 14;
        received_on: Option<NaiveDate> => t::RECEIVED_ON, 10;
    }
}

impl Gift {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("event", self.event.is_new()), ("child", self.child.is_new())]);
        for (column, amount) in [("value", self.value), ("extra", self.extra)] {
            if amount.0 < 0 {
                faults.push(Fault::at(column, rule::NEGATIVE));
            }
        }
        if !(0..=9).contains(&self.count) || self.included && self.count == 0 {
            faults.push(Fault::at("count", e::COUNT_RANGE));
        }
        if self.note.is_empty() && (self.count > 1 || self.reason.is_by_hand()) {
            faults.push(Fault::at("note", e::NOTE_NEEDED));
        }
        if self.state == GiftState::Proxy && self.receiver.is_empty() {
            faults.push(Fault::at("receiver", rule::PROXY_NAME));
        }
        faults
    }
}

/// Whether a child gets a gift at an event, and why: under the age limit on its day (or by birth year), a parent in
/// service that day, still on the roster; one gift even with two parents here.
#[must_use]
pub fn judge(child: &Child, father: Option<&Person>, mother: Option<&Person>, event: &Event) -> (bool, Reason) {
    if child.state == ChildState::Left {
        return (false, Reason::Left);
    }
    let under = child.born.map_or(Under::Unclear, |born| {
        if born.born_after(event.date) { Under::No } else { born.under(event.limit(), event.measured_on()) }
    });
    if under == Under::No {
        let unborn = child.born.is_some_and(|born| born.born_after(event.date));
        return (false, if unborn { Reason::NotBorn } else { Reason::TooOld });
    }
    let parents = [father, mother].into_iter().flatten().filter(|parent| parent.serves(event.date));
    let (mut confirmed, mut possible) = (0, 0);
    for parent in parents {
        possible += 1;
        confirmed += u32::from(parent.staff == Employed::Yes);
    }
    if possible == 0 {
        return (false, Reason::NoParent);
    }
    let reason = match (under, confirmed) {
        (Under::Unclear, _) => Reason::AgeUnclear,
        (_, 0) => Reason::Unconfirmed,
        (_, 1) => Reason::Eligible,
        _ => Reason::BothParents,
    };
    (true, reason)
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::event::AgeRule;

    fn at(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn event() -> Event {
        Event { date: at("2026-06-01"), ..Event::default() }
    }

    fn child(born: &str) -> Child {
        Child { born: Born::from_iso(born), ..Child::default() }
    }

    fn parent(staff: Employed) -> Person {
        Person { staff, ..Person::default() }
    }

    #[test]
    fn one_gift_even_with_two_parents_here() {
        let (yes, no) = (parent(Employed::Yes), parent(Employed::No));
        let child = child("2015-03-05");
        assert_eq!(judge(&child, Some(&yes), Some(&yes), &event()), (true, Reason::BothParents));
        assert_eq!(judge(&child, Some(&yes), Some(&no), &event()), (true, Reason::Eligible));
        assert_eq!(judge(&child, Some(&no), Some(&no), &event()), (false, Reason::NoParent));
        assert_eq!(judge(&child, None, None, &event()), (false, Reason::NoParent));
    }

    #[test]
    fn the_sixteenth_birthday_ends_childhood() {
        let yes = parent(Employed::Yes);
        assert_eq!(judge(&child("2010-06-02"), Some(&yes), None, &event()).1, Reason::Eligible);
        assert_eq!(judge(&child("2010-06-01"), Some(&yes), None, &event()).1, Reason::TooOld);
        assert_eq!(judge(&child("2010"), Some(&yes), None, &event()), (true, Reason::AgeUnclear));
        assert_eq!(judge(&child("2026-06-02"), Some(&yes), None, &event()).1, Reason::NotBorn);
        let by_year = Event { age_rule: AgeRule::ByYear, ..event() };
        assert_eq!(judge(&child("2010-03-01"), Some(&yes), None, &by_year).1, Reason::Eligible);
        assert_eq!(judge(&child("2009-12-31"), Some(&yes), None, &by_year).1, Reason::TooOld);
    }

    /// Any birthday of twenty-six years, every fourth a leap day.
    fn births() -> impl Strategy<Value = NaiveDate> {
        prop_oneof![
            3 => (731_000i32..740_500).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap()),
            1 => (501i32..507).prop_map(|fours| NaiveDate::from_ymd_opt(fours * 4, 2, 29).unwrap()),
        ]
    }

    proptest! {
        /// Whatever the birthday, 29/02 too: in from birth to the day before the limit's birthday, which a child born on a
        /// leap day has on 01/03 in common years.
        #[test]
        fn every_birthday_is_judged_by_its_own_anniversary(born in births(), day in 735_000i32..740_500, limit in 1u32..18) {
            let day = NaiveDate::from_num_days_from_ce_opt(day).unwrap();
            let anniversary = NaiveDate::from_ymd_opt(born.year() + limit as i32, born.month(), born.day())
                .unwrap_or_else(|| NaiveDate::from_ymd_opt(born.year() + limit as i32, 3, 1).unwrap());
            let event = Event { date: day, age_limit: i64::from(limit), ..Event::default() };
            let child = Child { born: Some(Born::Day(born)), ..Child::default() };
            let yes = parent(Employed::Yes);
            let (included, reason) = judge(&child, Some(&yes), None, &event);
            prop_assert_eq!(included, born <= day && day < anniversary);
            prop_assert_eq!(reason == Reason::NotBorn, born > day);
            // A second parent here never makes a second gift, nor changes whether there is one.
            prop_assert_eq!(judge(&child, Some(&yes), Some(&yes), &event).0, included);
            prop_assert_eq!(judge(&child, None, Some(&yes), &event), (included, reason));
        }

        /// A parent's last day and first day count; the days beyond do not.
        #[test]
        fn a_parent_counts_from_the_first_day_to_the_last(since in -3i64..4, length in 0i64..4) {
            let event = event();
            let first = event.date + chrono::TimeDelta::days(since);
            let last = first + chrono::TimeDelta::days(length);
            let person = Person { since: Some(first), until: Some(last), ..parent(Employed::Yes) };
            let serves = first <= event.date && event.date <= last;
            prop_assert_eq!(judge(&child("2015-03-05"), Some(&person), None, &event).0, serves);
        }
    }

    #[test]
    fn a_parent_must_be_in_service_on_the_day() {
        let gone = Person { until: Some(at("2026-05-31")), ..parent(Employed::Yes) };
        assert_eq!(judge(&child("2015"), Some(&gone), None, &event()).1, Reason::NoParent);
        let unknown = parent(Employed::Unknown);
        assert_eq!(judge(&child("2015"), Some(&unknown), None, &event()), (true, Reason::Unconfirmed));
    }
}
