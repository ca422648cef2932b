//! Lists that follow an approved one: who became eligible since, with an approval of their own.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::supplement::Supplement;
use crate::domain::value::{Cell, Value};
use crate::reports::gift_list::{self, Roster};
use crate::store::{Result, Store};
use crate::text::{Lang, acts as t, event as e};

/// Puts whoever became eligible since the approval on the supplement that is open, or on a new one; how many they are.
/// Who was put on it so and is eligible no more goes out again.
///
/// # Errors
/// If the event's list is not approved, nobody is new, or the store refuses.
pub fn follow_up(store: &mut Store, event: Id<Event>) -> Result<usize> {
    let event = store.get(event)?;
    if !event.is_frozen() {
        return Err(t::NOT_APPROVED.with([event.name]).into());
    }
    let (roster, rules) = (Roster::read(store)?, gift_list::rules(store, event.id)?);
    let open = open_supplement(store, event.id)?.map(|it| it.id);
    let former = store.find::<Gift>("event", &event.id.value())?;
    let mut changed: Vec<Gift> = Vec::new();
    for child in roster.children() {
        let before = former.iter().find(|gift| gift.child == child.id);
        if before.is_some_and(|gift| gift.reason.is_by_hand()) {
            continue;
        }
        let line = roster.line(child, &event, &rules);
        let id = before.map_or(Id::NEW, |gift| gift.id);
        let waits = before.is_some_and(|gift| !gift.supplement.is_new() && Some(gift.supplement) == open);
        let has = before.is_some_and(|gift| gift.included);
        if line.included && !has || waits && !line.included {
            changed.push(Gift { id, ..line });
        }
    }
    let added = changed.iter().filter(|gift| gift.included).count();
    if changed.is_empty() {
        return Err(e::NOBODY_NEW.with([event.name]).into());
    }
    store.write(Step::new(Act::FollowUp, Event::TABLE, event.name.clone()), |store| {
        let supplement = open_within(store, &event)?;
        for mut gift in changed {
            gift.supplement = if gift.included { supplement } else { Id::NEW };
            store.put_record(&mut gift)?;
        }
        Ok(added)
    })
}

/// The supplement of an event that is not approved yet.
///
/// # Errors
/// If SQLite refuses.
pub fn open_supplement(store: &Store, event: Id<Event>) -> Result<Option<Supplement>> {
    let all = store.find::<Supplement>("event", &Value::Int(event.0))?;
    Ok(all.into_iter().find(|it| it.approved_on.is_none()))
}

/// The open supplement, made if there is none, within the running step.
pub(super) fn open_within(store: &mut Store, event: &Event) -> Result<Id<Supplement>> {
    if let Some(open) = open_supplement(store, event.id)? {
        return Ok(open.id);
    }
    let count = store.find::<Supplement>("event", &Value::Int(event.id.0))?.len();
    let name = e::SUPPLEMENT_NAME.with([count + 1]).say(Lang::Vi);
    store.put_record(&mut Supplement { name, event: event.id, ..Supplement::default() })
}

/// Approves the open supplement of an event, as [`super::approve`] does its first list. Final.
///
/// # Errors
/// If there is none, nobody is on it, or the store refuses.
pub fn approve_supplement(
    store: &mut Store,
    event: Id<Event>,
    number: &str,
    approver: &str,
    date: NaiveDate,
) -> Result<()> {
    let Some(mut open) = open_supplement(store, event)? else {
        return Err(e::SUPPLEMENT_EMPTY.into());
    };
    let gifts = store.find::<Gift>("supplement", &Value::Int(open.id.0))?;
    if !gifts.iter().any(|gift| gift.included) {
        return Err(e::SUPPLEMENT_EMPTY.into());
    }
    store.write(Step::new(Act::Approve, Supplement::TABLE, open.name.clone()), |store| {
        open.approved_on = Some(date);
        open.approval = number.trim().to_owned();
        open.approver = approver.trim().to_owned();
        store.put_record(&mut open).map(drop)
    })
}

/// Takes the approval of an event's latest supplement back, as a step that undo does not pass; `false` if there is none
/// that is approved.
///
/// # Errors
/// If one of its gifts was handed over.
pub fn unapprove_supplement(store: &mut Store, event: Id<Event>) -> Result<bool> {
    let all = store.find::<Supplement>("event", &Value::Int(event.0))?;
    let Some(mut last) = all.into_iter().filter(|it| it.approved_on.is_some()).max_by_key(|it| it.id.0) else {
        return Ok(false);
    };
    let gifts = store.find::<Gift>("supplement", &Value::Int(last.id.0))?;
    let handed = gifts.iter().filter(|gift| gift.state != GiftState::Pending).count();
    if handed > 0 {
        return Err(e::SUPPLEMENT_HANDED.with([last.name, handed.to_string()]).into());
    }
    store.write(Step::new(Act::Unapprove, Supplement::TABLE, last.name.clone()), |store| {
        (last.approved_on, last.approval, last.approver) = (None, String::new(), String::new());
        store.put_record(&mut last)
    })?;
    Ok(true)
}
