//! The roster as gifts are decided from it, read once: every child judged and priced for an event.
use std::collections::HashMap;

use crate::domain::child::{Child, GiftSide};
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::domain::event::Event;
use crate::domain::gift::{Gift, Reason, judge};
use crate::domain::gift_rule::{Facts, GiftRule, price};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::schooling::{Result as SchoolResult, Schooling, school_year};
use crate::domain::stay::{Stay, unit_on};
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::store::{Result, Store};

/// Children in given-name order, with all that decides about their gifts.
pub struct Roster {
    children: Vec<Child>,
    people: HashMap<i64, Person>,
    units: HashMap<i64, String>,
    stays: HashMap<i64, Vec<Stay>>,
    circumstances: HashMap<i64, Vec<Circumstance>>,
    schooling: HashMap<i64, Vec<Schooling>>,
}

impl Roster {
    /// Reads it.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn read(store: &Store) -> Result<Self> {
        Ok(Self {
            children: store.all::<Child>()?,
            people: store.all::<Person>()?.into_iter().map(|it| (it.id.0, it)).collect(),
            units: store.all::<Unit>()?.into_iter().map(|it| (it.id.0, it.name)).collect(),
            stays: grouped(store.all::<Stay>()?, |stay| stay.child),
            circumstances: grouped(store.all::<Circumstance>()?, |it| it.child),
            schooling: grouped(store.all::<Schooling>()?, |it| it.child),
        })
    }

    /// The list an event would have by some rules: a line for every child, in given-name order, with whether it gets a
    /// gift, why, and what it is worth. Not saved.
    /// What `former` lines, by child, say by hand stays decided.
    #[must_use]
    pub fn lines(&self, event: &Event, rules: &[GiftRule], former: &HashMap<i64, Gift>) -> Vec<Gift> {
        let line = |child: &Child| match former.get(&child.id.0).filter(|kept| kept.reason.is_by_hand()) {
            Some(kept) => self.decided(child, event, rules, kept.count, &kept.note),
            None => self.line(child, event, rules),
        };
        self.children.iter().map(line).collect()
    }

    /// The line of one child.
    #[must_use]
    pub fn line(&self, child: &Child, event: &Event, rules: &[GiftRule]) -> Gift {
        let [father, mother] = self.parents(child);
        let (included, reason) = judge(child, father, mother, event);
        let serving: Vec<&Person> =
            [father, mother].into_iter().flatten().filter(|person| person.serves(event.date)).collect();
        let named = if serving.is_empty() { [father, mother].into_iter().flatten().collect() } else { serving };
        let price = price(rules, event, &self.facts(child, event));
        Gift {
            name: child.name.clone(),
            born: child.born,
            parents: named.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", "),
            unit: self.unit(child, event),
            event: event.id,
            child: child.id,
            included,
            reason,
            value: if included { price.value } else { Vnd(0) },
            extra: if included { price.extra } else { Vnd(0) },
            count: i64::from(included),
            ..Gift::default()
        }
    }

    /// The line of a child for whom the office decided by hand: so many gifts, 0 for none, and why.
    #[must_use]
    pub fn decided(&self, child: &Child, event: &Event, rules: &[GiftRule], count: i64, note: &str) -> Gift {
        let price = price(rules, event, &self.facts(child, event));
        Gift {
            included: count > 0,
            reason: if count > 0 { Reason::AddedByHand } else { Reason::TakenByHand },
            value: Vnd(price.value.0.saturating_mul(count)),
            extra: if count > 0 { price.extra } else { Vnd(0) },
            count,
            note: note.to_owned(),
            ..self.line(child, event, rules)
        }
    }

    /// The children, in given-name order.
    #[must_use]
    pub fn children(&self) -> &[Child] {
        &self.children
    }

    /// What the rules of an event ask of a child.
    #[must_use]
    pub fn facts(&self, child: &Child, event: &Event) -> Facts {
        let holds = |it: &&Circumstance| {
            it.since.is_none_or(|since| since <= event.date) && it.until.is_none_or(|until| until >= event.date)
        };
        let hardships: Vec<Id<Hardship>> =
            of(&self.circumstances, child).iter().filter(holds).map(|it| it.hardship).collect();
        let year = school_year(event.date);
        let known = of(&self.schooling, child).iter();
        let known = known.filter(|it| it.year <= year && it.result != SchoolResult::Unknown);
        let result = known.max_by(|a, b| a.year.cmp(&b.year)).map(|it| it.result).unwrap_or_default();
        Facts { born: child.born, hardships, result }
    }

    /// Father and mother as far as they are known.
    #[must_use]
    pub fn parents(&self, child: &Child) -> [Option<&Person>; 2] {
        [child.father, child.mother].map(|id| self.people.get(&id.0))
    }

    /// Whether both parents serve on the day, in two units, and nobody has said with whom the child gets its gift.
    #[must_use]
    pub fn is_undecided(&self, child: &Child, event: &Event) -> bool {
        let [Some(father), Some(mother)] = self.parents(child) else { return false };
        child.gift_side == GiftSide::Unasked
            && father.serves(event.date)
            && mother.serves(event.date)
            && !father.unit.is_new()
            && !mother.unit.is_new()
            && father.unit != mother.unit
    }

    /// The unit with which a child gets its gift: that of the chosen parent, else the one the child was in on the day,
    /// else that of a parent in service.
    fn unit(&self, child: &Child, event: &Event) -> String {
        let serving = self.parents(child).map(|parent| parent.filter(|person| person.serves(event.date)));
        let chosen = match child.gift_side {
            GiftSide::Unasked => None,
            GiftSide::Father => serving[0],
            GiftSide::Mother => serving[1],
        };
        let own = unit_on(of(&self.stays, child), child.unit, event.date);
        let wished = chosen.map(|person| person.unit).into_iter();
        let found = wished.chain([own]).chain(serving.into_iter().flatten().map(|person| person.unit));
        found.filter(|id| !id.is_new()).find_map(|id| self.units.get(&id.0)).cloned().unwrap_or_default()
    }

    /// A unit's name.
    #[must_use]
    pub fn unit_name(&self, unit: Id<Unit>) -> &str {
        self.units.get(&unit.0).map_or("", String::as_str)
    }
}

/// The rules of an event.
///
/// # Errors
/// If SQLite refuses.
pub fn rules(store: &Store, event: Id<Event>) -> Result<Vec<GiftRule>> {
    if event.is_new() { Ok(Vec::new()) } else { store.find("event", &Value::Int(event.0)) }
}

/// The list an event would have today; see [`Roster::lines`].
///
/// # Errors
/// If SQLite refuses.
pub fn computed(store: &Store, event: &Event) -> Result<Vec<Gift>> {
    Ok(Roster::read(store)?.lines(event, &rules(store, event.id)?, &former(store, event.id)?))
}

/// The lines of an event's list by child; none of a new event.
///
/// # Errors
/// If SQLite refuses.
pub fn former(store: &Store, event: Id<Event>) -> Result<HashMap<i64, Gift>> {
    let lines = if event.is_new() { Vec::new() } else { store.find::<Gift>("event", &Value::Int(event.0))? };
    Ok(lines.into_iter().map(|gift| (gift.child.0, gift)).collect())
}

fn grouped<T>(rows: Vec<T>, child: impl Fn(&T) -> Id<Child>) -> HashMap<i64, Vec<T>> {
    let mut groups: HashMap<i64, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(child(&row).0).or_default().push(row);
    }
    groups
}

fn of<'a, T>(groups: &'a HashMap<i64, Vec<T>>, child: &Child) -> &'a [T] {
    groups.get(&child.id.0).map_or(&[][..], Vec::as_slice)
}
