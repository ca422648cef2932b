//! Why a child has a gift or none, in words; and what the roster says now that an approved list did not know.
use super::roster::{Roster, rules};
use crate::domain::child::{Child, GiftSide};
use crate::domain::day;
use crate::domain::event::{AgeRule, Event};
use crate::domain::gift::Gift;
use crate::domain::gift_rule::{GiftRule, price};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::supplement::Supplement;
use crate::store::{Result, Store};
use crate::text::{Said, Text, event as t};

/// How one line of a list came about, a sentence a line. What is added for hardship is told to whoever may see it.
///
/// # Errors
/// If the line is gone or SQLite refuses.
pub fn why(store: &Store, gift: Id<Gift>, with_hardship: bool) -> Result<Vec<Said>> {
    let gift = store.get(gift)?;
    let event = store.get(gift.event)?;
    let roster = Roster::read(store)?;
    let rules = rules(store, event.id)?;
    let mut said = vec![decision(&gift)];
    if !gift.note.is_empty() {
        said.push(t::WHY_NOTE.with([&gift.note]));
    }
    if !gift.supplement.is_new() {
        let supplement: Supplement = store.get(gift.supplement)?;
        said.push(t::WHY_SUPPLEMENT.with([supplement.name]));
    }
    let Some(child) = roster.children().iter().find(|child| child.id == gift.child) else {
        said.push(t::WHY_GONE.into());
        return Ok(said);
    };
    said.push(age(child, &event));
    for (parent, text) in roster.parents(child).into_iter().zip([t::WHY_FATHER, t::WHY_MOTHER]) {
        said.extend(parent.map(|person| serving(person, text, &event, &roster)));
    }
    said.extend(unit(child, &gift, &event, &roster));
    let line = roster.line(child, &event, &rules);
    if gift.included {
        said.extend(worth(store, &gift, &event, &roster, child, &rules, with_hardship));
    }
    if event.is_frozen() && !gift.reason.is_by_hand() && line.included != gift.included {
        said.push(if line.included {
            t::WHY_NOW_IN.into()
        } else {
            t::WHY_NOW_OUT.with([line.reason.text().vi]).saying(0, line.reason.text().into())
        });
    }
    Ok(said)
}

fn decision(gift: &Gift) -> Said {
    let text = if gift.included { t::WHY_IN } else { t::WHY_OUT };
    text.with([""]).saying(0, gift.reason.text().into())
}

fn age(child: &Child, event: &Event) -> Said {
    let Some(born) = child.born else { return t::WHY_NO_BIRTH.into() };
    let on = event.measured_on();
    let age = match born.age_span(on) {
        None => t::WHY_UNBORN.with([day::show(on)]),
        Some((least, most)) if least == most => t::WHY_AGED.with([least.to_string(), day::show(on)]),
        Some((least, most)) => t::WHY_AGED_ABOUT.with([least.to_string(), most.to_string(), day::show(on)]),
    };
    let text = if event.age_rule == AgeRule::ByYear { t::WHY_BORN_BY_YEAR } else { t::WHY_BORN };
    text.with([born.show(), String::new(), event.limit().to_string()]).saying(1, age)
}

fn serving(person: &Person, text: Text, event: &Event, roster: &Roster) -> Said {
    let state = if !person.serves(event.date) {
        t::WHY_NOT_SERVING
    } else if person.staff == Employed::Yes {
        t::WHY_SERVING
    } else {
        t::WHY_UNCONFIRMED
    };
    let unit = roster.unit_name(person.unit).to_owned();
    let state = if unit.is_empty() {
        state.into()
    } else {
        t::WHY_WITH_UNIT.with([String::new(), unit]).saying(0, state.into())
    };
    text.with([person.name.clone(), String::new(), day::show(event.date)]).saying(1, state)
}

fn unit(child: &Child, gift: &Gift, event: &Event, roster: &Roster) -> Option<Said> {
    if gift.unit.is_empty() {
        return None;
    }
    let side = match child.gift_side {
        GiftSide::Unasked if roster.is_undecided(child, event) => t::WHY_SIDE_UNASKED,
        GiftSide::Unasked => t::WHY_SIDE_OWN,
        GiftSide::Father => t::SIDE_FATHER,
        GiftSide::Mother => t::SIDE_MOTHER,
    };
    Some(t::WHY_UNIT.with([gift.unit.clone(), String::new()]).saying(1, side.into()))
}

/// What the gift is worth, by which rules.
fn worth(
    store: &Store,
    gift: &Gift,
    event: &Event,
    roster: &Roster,
    child: &Child,
    rules: &[GiftRule],
    with_hardship: bool,
) -> Vec<Said> {
    let price = price(rules, event, &roster.facts(child, event));
    let mut said = vec![match price.by_age {
        Some(rule) => t::WHY_BAND.with([String::new(), rule.value.show()]).saying(0, ages(rule)),
        None => t::WHY_COMMON.with([event.gift_value.show()]),
    }];
    if let Some(rule) = price.by_result {
        said.push(t::WHY_RESULT.with([String::new(), rule.value.show()]).saying(0, rule.result.text().into()));
    }
    if gift.count > 1 {
        said.push(t::WHY_COUNT.with([gift.count]));
    }
    if gift.extra.0 > 0 && with_hardship {
        let named = price.by_hardship.map_or_else(String::new, |rule| store.name_of("hardship", rule.hardship.0));
        let named = if named.is_empty() { t::WHY_HARDSHIP.into() } else { t::WHY_HARDSHIP_OF.with([named]) };
        said.push(t::WHY_EXTRA.with([gift.extra.show(), String::new()]).saying(1, named));
    }
    said.push(t::WHY_TOTAL.with([if with_hardship { gift.value + gift.extra } else { gift.value }.show()]));
    said
}

/// "từ đủ 6 đến dưới 11 tuổi".
fn ages(rule: &GiftRule) -> Said {
    match (rule.low.filter(|low| *low > 0), rule.high) {
        (Some(low), Some(high)) => t::AGES_BETWEEN.with([low, high]),
        (Some(low), None) => t::AGES_FROM.with([low]),
        (None, high) => t::AGES_UNDER.with([high.unwrap_or_default()]),
    }
}

/// Who would come in and who would go out if an approved list were made today: by name, in given-name order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Children who would get a gift now and have none.
    pub more: Vec<(Id<Child>, String)>,
    /// Children who have one and would get none now.
    pub less: Vec<(Id<Child>, String)>,
}

/// What changed in the roster since a list was approved. What was decided by hand stays decided.
///
/// # Errors
/// If SQLite refuses.
pub fn drift(store: &Store, event: &Event) -> Result<Drift> {
    let mut drift = Drift::default();
    if !event.is_frozen() {
        return Ok(drift);
    }
    let kept = store.find::<Gift>("event", &crate::domain::value::Value::Int(event.id.0))?;
    let mut kept: std::collections::HashMap<i64, Gift> = kept.into_iter().map(|gift| (gift.child.0, gift)).collect();
    for line in super::computed(store, event)? {
        let before = kept.remove(&line.child.0);
        if before.as_ref().is_some_and(|gift| gift.reason.is_by_hand()) {
            continue;
        }
        let was = before.is_some_and(|gift| gift.included);
        if line.included && !was {
            drift.more.push((line.child, line.name));
        } else if was && !line.included {
            drift.less.push((line.child, line.name));
        }
    }
    // Whoever is on no roster any more, as one in the trash.
    let gone = kept.into_values().filter(|gift| gift.included && !gift.reason.is_by_hand());
    drift.less.extend(gone.map(|gift| (gift.child, gift.name)));
    Ok(drift)
}
