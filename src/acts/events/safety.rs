//! What Thông tư 27/2022/TT-BLĐTBXH asks of whoever gathers children without their parents, as steps of the event.
use super::steps::settle_within;
use crate::domain::act::{Act, Step};
use crate::domain::event::Event;
use crate::domain::event_step::EventStep;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::store::{Result, Store};
use crate::text::{Text, programme as t};

/// The duties, each with the working days before the event.
const DUTIES: [(i64, Text); 9] = [
    (15, t::SAFE_PROGRAMME),
    (10, t::SAFE_TELL_PARENTS),
    (8, t::SAFE_PARENTS_OPINION),
    (8, t::SAFE_CHILD_OPINION),
    (8, t::SAFE_COMMITMENT),
    (5, t::SAFE_STAFF_LIST),
    (3, t::SAFE_FIRST_AID),
    (1, t::SAFE_PLACE),
    (0, t::SAFE_NOTIFY),
];

/// Adds the duties that an event's steps do not have yet; how many they are.
///
/// # Errors
/// If the store refuses.
pub fn list_safety(store: &mut Store, event: Id<Event>) -> Result<usize> {
    let event = store.get(event)?;
    let known = store.find::<EventStep>("event", &Value::Int(event.id.0))?;
    let missing: Vec<(i64, Text)> =
        DUTIES.into_iter().filter(|(_, text)| !known.iter().any(|step| step.name == text.vi)).collect();
    if missing.is_empty() {
        return Ok(0);
    }
    store.write(Step::new(Act::ListSafety, Event::TABLE, event.name.clone()), |store| {
        for (days, text) in &missing {
            let mut step = EventStep {
                name: text.vi.to_owned(),
                event: event.id,
                days: Some(*days),
                who: t::WHO_OFFICE.vi.to_owned(),
                safety: true,
                ..EventStep::default()
            };
            store.put_record(&mut step)?;
        }
        settle_within(store, &event)?;
        Ok(missing.len())
    })
}
