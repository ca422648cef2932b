//! The children at an event by name: listed from the roster, ticked off; the event's own number follows them until
//! somebody writes another.
use crate::domain::act::{Act, Step};
use crate::domain::attendee::Presence;
use crate::domain::born::{Born, Under};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::participant::Participant;
use crate::domain::record::Record;
use crate::domain::stay::{Stay, unit_on};
use crate::domain::value::{Cell, Value};
use crate::store::{Result, Store};

/// Lists the children who may come to an event, as one step: on the roster on its day and under its age limit. Whoever
/// is listed and may not, and was not there, loses its line. How many lines there are.
///
/// # Errors
/// If the event is gone or the store refuses.
pub fn list_children(store: &mut Store, event: Id<Event>) -> Result<usize> {
    let held = store.get(event)?;
    store.write(Step::new(Act::ListChildren, Event::TABLE, held.name.clone()), |store| list_within(store, &held))
}

/// Lists them within the running step, like [`list_children`].
///
/// # Errors
/// If the store refuses.
pub fn list_within(store: &mut Store, event: &Event) -> Result<usize> {
    let mut former = participants(store, event.id)?;
    let mut lines = 0;
    for child in store.all::<Child>()?.into_iter().filter(|child| may_come(child, event)) {
        lines += 1;
        if let Some(at) = former.iter().position(|it| it.child == child.id) {
            former.remove(at);
            continue;
        }
        let stays = store.find::<Stay>("child", &child.id.value())?;
        let unit = unit_on(&stays, child.unit, event.date);
        let mut line =
            Participant { name: child.name, event: event.id, child: child.id, unit, ..Participant::default() };
        store.put_record(&mut line)?;
    }
    let (stayed, gone): (Vec<_>, Vec<_>) = former.into_iter().partition(|it| it.presence == Presence::Came);
    for line in gone {
        store.remove(Participant::META, line.id.0)?;
    }
    Ok(lines + stayed.len())
}

/// Notes that some children came, or that they did not, as one step. The event's number of children follows where it was
/// nothing or what the names added up to.
///
/// # Errors
/// If a line is gone or the store refuses.
pub fn tick_children(store: &mut Store, lines: &[Id<Participant>], presence: Presence) -> Result<()> {
    let all: Vec<Participant> = lines.iter().map(|id| store.get(*id)).collect::<Result<_>>()?;
    let Some(event) = all.first().map(|line| line.event) else { return Ok(()) };
    let held = store.get(event)?;
    store.write(Step::new(Act::AttendEvent, Event::TABLE, held.name.clone()), |store| {
        let before = came(&participants(store, event)?);
        for mut line in all {
            line.presence = presence;
            store.put_record(&mut line)?;
        }
        let now = came(&participants(store, event)?);
        if held.children_present == 0 || held.children_present == before {
            store.set(Event::META, event.0, "children_present", &Value::Int(now))?;
        }
        Ok(())
    })
}

/// The children listed for an event.
///
/// # Errors
/// If the store cannot be read.
pub fn participants(store: &Store, event: Id<Event>) -> Result<Vec<Participant>> {
    store.find("event", &event.value())
}

/// How many of them came.
#[must_use]
pub fn came(lines: &[Participant]) -> i64 {
    i64::try_from(lines.iter().filter(|line| line.presence == Presence::Came).count()).unwrap_or(i64::MAX)
}

fn may_come(child: &Child, event: &Event) -> bool {
    let young = |born: Born| born.under(event.limit(), event.measured_on()) != Under::No;
    child.stay().is_some_and(|stay| stay.holds(event.date)) && child.born.is_none_or(young)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;

    #[test]
    fn names_make_the_number_until_another_is_written() {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Văn phòng Sở");
        let father = sample::staff(&mut store, "Lộc Văn Hà", unit);
        let event = sample::event(&mut store);
        for (name, born) in [("Lộc Văn An", "2015-03-05"), ("Lộc Thị Bình", "2012-02-29"), ("Lộc Văn Cả", "2010-06-01")]
        {
            sample::child(&mut store, name, born, father, unit);
        }
        // Whoever is 16 on the day may not come.
        assert_eq!(list_children(&mut store, event).unwrap(), 2);
        assert_eq!(list_children(&mut store, event).unwrap(), 2);
        let lines: Vec<Id<Participant>> = participants(&store, event).unwrap().iter().map(|it| it.id).collect();
        tick_children(&mut store, &lines, Presence::Came).unwrap();
        assert_eq!(store.get(event).unwrap().children_present, 2);
        tick_children(&mut store, &lines[..1], Presence::Away).unwrap();
        assert_eq!(store.get(event).unwrap().children_present, 1);
        // Somebody counted forty at the door: that stands.
        let counted = Event { children_present: 40, ..store.get(event).unwrap() };
        store.save(&mut counted.clone()).unwrap();
        tick_children(&mut store, &lines[..1], Presence::Came).unwrap();
        assert_eq!(store.get(event).unwrap().children_present, 40);
        store.undo().unwrap();
        assert_eq!(came(&participants(&store, event).unwrap()), 1);
        assert_eq!(store.check().unwrap(), []);
    }
}
