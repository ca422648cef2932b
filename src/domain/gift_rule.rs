//! What a gift is worth: an event's rules by age, school result and hardship, and the price they give a child.
use crate::domain::born::{Born, Under};
use crate::domain::circumstance::Hardship;
use crate::domain::event::{AgeRule, Event};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::schooling;
use crate::text::{event as t, field, rule};

choices! {
    /// What a rule looks at.
    pub enum RuleKind {
        /// The age sets the gift's value in the place of the event's own.
        #[default] Age "age" = t::RULE_AGE;
        /// A school result adds to it.
        Result "result" = t::RULE_RESULT;
        /// A circumstance adds to it, apart from the common list.
        Hardship "hardship" = t::RULE_HARDSHIP;
    }
}

record! {
    /// One rule of an event; of several of a kind that fit, the one that gives most holds.
    pub struct GiftRule {
        table: "gift_rule", source: "gift_rule", title: t::RULES, one: t::ONE_RULE,
        search: &["note"], order: Order::Row,
    }
    columns {
        event: Id<Event> => field::EVENT, 0;
        kind: RuleKind => t::RULE_KIND, 26;
        low: Option<i64> => t::RULE_LOW, 7;
        high: Option<i64> => t::RULE_HIGH, 9;
        result: schooling::Result => t::RULE_OF_RESULT, 22;
        hardship: Id<Hardship> => t::RULE_OF_HARDSHIP, 22;
        value: Vnd => field::AMOUNT, 11;
        note: String => field::NOTE, 0;
    }
}

impl GiftRule {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("event", self.event.is_new())]);
        if self.value.0 < 0 {
            faults.push(Fault::at("value", rule::NEGATIVE));
        }
        for (column, years) in [("low", self.low), ("high", self.high)] {
            if years.is_some_and(|years| !(0..=100).contains(&years)) {
                faults.push(Fault::at(column, rule::NOT_AN_AGE));
            }
        }
        if self.kind == RuleKind::Age {
            if self.low.is_none() && self.high.is_none() {
                faults.push(Fault::at("low", t::RULE_AGE_NEEDED));
            }
            if self.low.zip(self.high).is_some_and(|(low, high)| high <= low) {
                faults.push(Fault::at("high", t::RULE_AGE_ORDER));
            }
        } else if self.low.is_some() || self.high.is_some() {
            faults.push(Fault::at("low", t::RULE_NO_AGE));
        }
        if (self.kind == RuleKind::Result) == (self.result == schooling::Result::Unknown) {
            let text = if self.kind == RuleKind::Result { rule::NEEDED } else { t::RULE_NO_RESULT };
            faults.push(Fault::at("result", text));
        }
        if self.kind != RuleKind::Hardship && !self.hardship.is_new() {
            faults.push(Fault::at("hardship", t::RULE_NO_HARDSHIP));
        }
        faults
    }

    /// Whether it holds for a child at an event. A birth date that is known in part fits wherever it may.
    #[must_use]
    pub fn fits(&self, event: &Event, facts: &Facts) -> bool {
        match self.kind {
            RuleKind::Age => facts.born.is_some_and(|born| self.fits_age(event, born)),
            RuleKind::Result => facts.result == self.result,
            RuleKind::Hardship if self.hardship.is_new() => !facts.hardships.is_empty(),
            RuleKind::Hardship => facts.hardships.contains(&self.hardship),
        }
    }

    /// Whether both are by age and some age is in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let ages = |rule: &Self| (rule.low.unwrap_or(0), rule.high.unwrap_or(i64::MAX));
        let ((low, high), (from, to)) = (ages(self), ages(other));
        self.kind == RuleKind::Age && other.kind == RuleKind::Age && low < to && from < high
    }

    fn fits_age(&self, event: &Event, born: Born) -> bool {
        let under = |years: i64| born.under(u32::try_from(years).unwrap_or(0), event.measured_on());
        self.low.is_none_or(|low| under(low) != Under::Yes) && self.high.is_none_or(|high| under(high) != Under::No)
    }
}

/// What rules ask of a child at an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The birth date.
    pub born: Option<Born>,
    /// The circumstances that hold on the event's day.
    pub hardships: Vec<Id<Hardship>>,
    /// The latest school result known by then.
    pub result: schooling::Result,
}

/// What a child's gift is worth, and by which rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Price<'a> {
    /// What the common list shows, in đồng.
    pub value: Vnd,
    /// What is added for hardship, apart, in đồng.
    pub extra: Vnd,
    /// The rule by age; the event's own value where there is none.
    pub by_age: Option<&'a GiftRule>,
    /// The rule by school result.
    pub by_result: Option<&'a GiftRule>,
    /// The rule by hardship.
    pub by_hardship: Option<&'a GiftRule>,
}

/// The price of one gift of a child who gets one: of each kind the rule that fits and gives most.
#[must_use]
pub fn price<'a>(rules: &'a [GiftRule], event: &Event, facts: &Facts) -> Price<'a> {
    let best = |kind| {
        let fitting = rules.iter().filter(|rule| rule.kind == kind && rule.fits(event, facts));
        // Of equals the first stands.
        fitting.reduce(|best, next| if next.value > best.value { next } else { best })
    };
    let (by_age, by_result, by_hardship) = (best(RuleKind::Age), best(RuleKind::Result), best(RuleKind::Hardship));
    let of = |rule: Option<&GiftRule>| rule.map_or(Vnd(0), |rule| rule.value);
    let base = by_age.map_or(event.gift_value, |rule| rule.value);
    Price { value: base + of(by_result), extra: of(by_hardship), by_age, by_result, by_hardship }
}

impl Event {
    /// The day on which ages are measured: its own, or the first of its year, so that by birth year whoever turns an age
    /// during the year counts as younger.
    #[must_use]
    pub fn measured_on(&self) -> chrono::NaiveDate {
        use chrono::Datelike;
        match self.age_rule {
            AgeRule::AtEvent => self.date,
            AgeRule::ByYear => chrono::NaiveDate::from_ymd_opt(self.date.year(), 1, 1).unwrap_or(self.date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(low: i64, high: i64, value: i64) -> GiftRule {
        GiftRule { event: Id::of(1), low: Some(low), high: Some(high), value: Vnd(value), ..GiftRule::default() }
    }

    fn event() -> Event {
        Event { date: "2026-06-01".parse().unwrap(), gift_value: Vnd(100), ..Event::default() }
    }

    fn facts(born: &str) -> Facts {
        Facts { born: Born::from_iso(born), ..Facts::default() }
    }

    #[test]
    fn a_birthday_opens_the_next_band() {
        let rules = [band(0, 6, 150), band(6, 11, 200), band(11, 16, 250)];
        let of = |born: &str| price(&rules, &event(), &facts(born)).value.0;
        assert_eq!([of("2020-06-02"), of("2020-06-01"), of("2015-06-02"), of("2015-06-01")], [150, 200, 200, 250]);
        assert_eq!(of("2020"), 200, "where the day is not known, what gives more holds");
        assert_eq!((of("2009-01-01"), of("")), (100, 100), "no band fits: the event's own value");
        let by_year = Event { age_rule: AgeRule::ByYear, ..event() };
        assert_eq!(price(&rules, &by_year, &facts("2020-01-02")).value.0, 150);
        assert_eq!(price(&rules, &by_year, &facts("2019-12-31")).value.0, 200);
    }

    #[test]
    fn results_add_and_hardship_stands_apart() {
        let result =
            |result, value| GiftRule { kind: RuleKind::Result, result, value: Vnd(value), ..GiftRule::default() };
        let any = GiftRule { kind: RuleKind::Hardship, value: Vnd(50), ..GiftRule::default() };
        let named = GiftRule { hardship: Id::of(4), value: Vnd(70), ..any.clone() };
        let rules = [result(schooling::Result::Excellent, 30), result(schooling::Result::Good, 20), any, named];
        let of = |result, hardships: &[i64]| {
            let hardships = hardships.iter().map(|id| Id::of(*id)).collect();
            let price = price(&rules, &event(), &Facts { born: None, hardships, result });
            (price.value.0, price.extra.0)
        };
        assert_eq!(of(schooling::Result::Good, &[]), (120, 0));
        assert_eq!(of(schooling::Result::Passed, &[3]), (100, 50));
        assert_eq!(of(schooling::Result::Excellent, &[3, 4]), (130, 70));
    }

    #[test]
    fn a_rule_says_only_what_its_kind_asks() {
        let columns = |rule: GiftRule| rule.rules().iter().map(|fault| fault.column).collect::<Vec<_>>();
        assert!(columns(band(0, 6, 1)).is_empty());
        assert_eq!(columns(band(6, 6, 1)), ["high"]);
        assert_eq!(columns(GiftRule { low: None, high: None, ..band(0, 1, 1) }), ["low"]);
        assert_eq!(columns(GiftRule { kind: RuleKind::Result, ..band(0, 1, 1) }), ["low", "result"]);
        assert_eq!(columns(GiftRule { hardship: Id::of(2), ..band(0, 1, 1) }), ["hardship"]);
    }
}
