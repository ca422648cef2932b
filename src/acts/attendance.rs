//! Who came to a session: counts by unit, names where they are asked for; the session's own count follows them until
//! somebody writes another.
use crate::domain::act::{Act, Step};
use crate::domain::attendee::{Attendee, Presence};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::turnout::Turnout;
use crate::domain::unit::Unit;
use crate::domain::value::{Cell, Value};
use crate::store::{Result, Store};

/// Writes how many people each unit sent, as one step; a unit that is not named was not there. How many came in all.
/// The session's attendance follows where it was nothing or the former sum; else it stands, and the two can be compared.
///
/// # Errors
/// If the session is gone or the store refuses.
pub fn count(store: &mut Store, session: Id<Session>, units: &[(Id<Unit>, i64)]) -> Result<i64> {
    let name = store.get(session)?.name;
    store.write(Step::new(Act::Attend, Session::TABLE, name), |store| {
        let former = turnouts(store, session)?;
        for gone in former.iter().filter(|it| units.iter().all(|(unit, _)| *unit != it.unit)) {
            store.remove(Turnout::META, gone.id.0)?;
        }
        for (unit, people) in units {
            put_count(store, &former, session, *unit, *people)?;
        }
        follow(store, session, sum(&former))
    })
}

/// Lists a unit's staff on the day of a session, so that they can be ticked off, as one step: who is known to work there
/// then has a line; who does not and was not there loses it. How many lines there are.
///
/// # Errors
/// The same.
pub fn list(store: &mut Store, session: Id<Session>, unit: Id<Unit>) -> Result<usize> {
    let held = store.get(session)?;
    store.write(Step::new(Act::ListAttendees, Session::TABLE, held.name.clone()), |store| {
        let mut former = of_unit(store, session, unit)?;
        let elsewhere: Vec<Id<Person>> = store
            .find::<Attendee>("session", &session.value())?
            .into_iter()
            .filter(|it| it.unit != unit)
            .map(|it| it.person)
            .collect();
        let mut lines = 0;
        for person in store.find::<Person>("unit", &unit.value())? {
            if person.staff == Employed::No || !person.serves(held.date) || elsewhere.contains(&person.id) {
                continue;
            }
            lines += 1;
            let before = former.iter().position(|it| it.person == person.id);
            if before.map(|at| former.remove(at)).is_none() {
                let line = Attendee { name: person.name, session, person: person.id, unit, ..Attendee::default() };
                store.put_record(&mut line.clone())?;
            }
        }
        let (stayed, gone): (Vec<_>, Vec<_>) = former.into_iter().partition(|it| it.presence == Presence::Came);
        for line in gone {
            store.remove(Attendee::META, line.id.0)?;
        }
        Ok(lines + stayed.len())
    })
}

/// Notes that some people came, or that they did not, as one step; the counts of their units are how many came.
///
/// # Errors
/// If a line is gone or the store refuses.
pub fn tick(store: &mut Store, lines: &[Id<Attendee>], presence: Presence) -> Result<()> {
    let all: Vec<Attendee> = lines.iter().map(|id| store.get(*id)).collect::<Result<_>>()?;
    let Some(first) = all.first() else { return Ok(()) };
    let session = first.session;
    let mut units: Vec<Id<Unit>> = all.iter().map(|line| line.unit).collect();
    units.sort_unstable_by_key(|unit| unit.0);
    units.dedup();
    let name = store.get(session)?.name;
    store.write(Step::new(Act::Attend, Session::TABLE, name), |store| {
        for mut line in all {
            line.presence = presence;
            store.put_record(&mut line)?;
        }
        let former = turnouts(store, session)?;
        for unit in units {
            let came = of_unit(store, session, unit)?.iter().filter(|it| it.presence == Presence::Came).count();
            put_count(store, &former, session, unit, i64::try_from(came).unwrap_or(i64::MAX))?;
        }
        follow(store, session, sum(&former))?;
        Ok(())
    })
}

/// What the units sent to a session.
///
/// # Errors
/// If the store cannot be read.
pub fn turnouts(store: &Store, session: Id<Session>) -> Result<Vec<Turnout>> {
    store.find("session", &session.value())
}

/// The listed staff of a unit at a session.
///
/// # Errors
/// If the store cannot be read.
pub fn of_unit(store: &Store, session: Id<Session>, unit: Id<Unit>) -> Result<Vec<Attendee>> {
    let all = store.find::<Attendee>("session", &session.value())?;
    Ok(all.into_iter().filter(|it| it.unit == unit).collect())
}

fn sum(turnouts: &[Turnout]) -> i64 {
    turnouts.iter().map(|it| it.people).sum()
}

fn put_count(store: &mut Store, former: &[Turnout], session: Id<Session>, unit: Id<Unit>, people: i64) -> Result<()> {
    let before = former.iter().find(|it| it.unit == unit).cloned();
    let mut line = before.unwrap_or_else(|| Turnout { session, unit, ..Turnout::default() });
    line.people = people;
    store.put_record(&mut line)?;
    Ok(())
}

/// Lets the attendance follow the sum of the units; what the sum is now. Men and women that no longer fit are forgotten.
fn follow(store: &mut Store, session: Id<Session>, former: i64) -> Result<i64> {
    let held = store.get(session)?;
    let now = sum(&turnouts(store, session)?);
    if (held.attendance == 0 || held.attendance == former) && held.attendance != now {
        let mut row = held.row();
        let meta = Session::META;
        meta.set(&mut row, "attendance", Value::Int(now));
        if !(meta.check)(&row).is_empty() {
            meta.set(&mut row, "men", Value::Int(0));
            meta.set(&mut row, "women", Value::Int(0));
        }
        store.put_row(meta, &mut row)?;
    }
    Ok(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample::{day, staff, store, unit};

    fn session(store: &mut Store, unit: Id<Unit>, attendance: i64) -> Id<Session> {
        let mut session =
            Session { date: day("2026-05-18"), unit, name: "Đuối nước".into(), attendance, ..Session::default() };
        store.save(&mut session).unwrap();
        session.id
    }

    #[test]
    fn the_attendance_follows_the_units_until_another_is_written() {
        let mut store = store();
        let (a, b) = (unit(&mut store, "Văn phòng Sở"), unit(&mut store, "Thanh tra Sở"));
        let id = session(&mut store, a, 0);
        assert_eq!(count(&mut store, id, &[(a, 20), (b, 12)]).unwrap(), 32);
        assert_eq!(store.get(id).unwrap().attendance, 32);
        count(&mut store, id, &[(a, 20), (b, 15)]).unwrap();
        let held = store.get(id).unwrap();
        assert_eq!((held.attendance, held.mark.0.as_str(), held.units_count), (35, "", 2));
        // Somebody counted forty at the door: that stands, and the line says that it does not fit.
        store.save(&mut Session { attendance: 40, ..held }).unwrap();
        count(&mut store, id, &[(b, 15)]).unwrap();
        let held = store.get(id).unwrap();
        assert_eq!((held.attendance, held.mark.0.as_str(), held.units_count), (40, "≠ 15", 1));
        store.undo().unwrap();
        assert_eq!(store.get(id).unwrap().units_count, 2);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn names_make_the_count_and_nobody_is_told_twice() {
        let mut store = store();
        let (a, b) = (unit(&mut store, "Văn phòng Sở"), unit(&mut store, "Thanh tra Sở"));
        let people = ["Lê Văn An", "Hà Thị Bình", "Vi Văn Tú"].map(|name| staff(&mut store, name, a));
        staff(&mut store, "Nông Văn Đức", b);
        let mut left = store.get(people[2]).unwrap();
        left.until = Some(day("2026-01-01"));
        store.save(&mut left).unwrap();
        let id = session(&mut store, a, 0);
        assert_eq!((list(&mut store, id, a).unwrap(), list(&mut store, id, a).unwrap()), (2, 2));
        let lines: Vec<Id<Attendee>> = of_unit(&store, id, a).unwrap().into_iter().map(|it| it.id).collect();
        tick(&mut store, &lines, Presence::Came).unwrap();
        let held = store.get(id).unwrap();
        assert_eq!((held.attendance, held.named, held.units_count), (2, 2, 1));
        tick(&mut store, &lines[..1], Presence::Away).unwrap();
        assert_eq!(store.get(id).unwrap().attendance, 1);
        store.undo().unwrap();
        assert_eq!(store.get(id).unwrap().attendance, 2);
        assert_eq!(store.check().unwrap(), []);
    }
}
