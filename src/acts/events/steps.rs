//! The steps of an event: done and undone, and moved along when its day moves.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::event::Event;
use crate::domain::event_step::{EventStep, day_before};
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::store::{Result, Store};

/// Notes that steps are done on a day; those that are all done already become open again.
///
/// # Errors
/// If the store refuses.
pub fn do_steps(store: &mut Store, steps: &[Id<EventStep>], day: NaiveDate) -> Result<()> {
    let found: Vec<EventStep> = steps.iter().map(|id| store.get(*id)).collect::<Result<_>>()?;
    let open = found.iter().any(|step| step.done_on.is_none());
    let object = match found.as_slice() {
        [only] => only.name.clone(),
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::DoStep, EventStep::TABLE, object), |store| {
        for mut step in found {
            if open && step.done_on.is_some() {
                continue;
            }
            step.done_on = open.then_some(day);
            store.put_record(&mut step)?;
        }
        Ok(())
    })
}

/// Sets the days of an event's open steps anew from its own day, within the running step.
///
/// # Errors
/// If the store refuses.
pub fn settle_within(store: &mut Store, event: &Event) -> Result<()> {
    for mut step in store.find::<EventStep>("event", &Value::Int(event.id.0))? {
        let Some(days) = step.days.filter(|_| step.done_on.is_none()) else { continue };
        let due = Some(day_before(event.date, days));
        if step.due != due {
            step.due = due;
            store.put_record(&mut step)?;
        }
    }
    Ok(())
}
