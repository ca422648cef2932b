//! Who organises an event together with the office: bodies that are there on its day.
use crate::acts::clause;
use crate::domain::body::Body;
use crate::domain::day;
use crate::domain::event::{Event, Hosts};
use crate::domain::fold::fold;
use crate::domain::record::{Fault, Record, Row};
use crate::store::{Error, Result, Store};
use crate::text::{photo as t, programme as p};

/// That every partner of an event that was typed is there on its day.
///
/// # Errors
/// Who is not, at its field.
pub fn check_hosts(store: &Store, row: &Row) -> Result<()> {
    let Some(event) = Event::of(row) else { return Ok(()) };
    let mut faults = Vec::new();
    for body in store.all::<Body>()?.into_iter().filter(|body| event.hosts.0.contains(&body.id.0)) {
        let (gone, later) = (body.until.filter(|it| *it < event.date), body.since.filter(|it| *it > event.date));
        let said = match (gone, later) {
            (Some(until), _) => t::PARTNER_GONE.with([body.name, day::show(until)]),
            (None, Some(since)) => t::PARTNER_NOT_YET.with([body.name, day::show(since)]),
            (None, None) => continue,
        };
        faults.push(Fault::at("hosts", said));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Faults(faults)) }
}

/// The partners that a new event begins with, within the running step: those of the last one, else the trade union and
/// the youth union; without those that are not there on its day.
///
/// # Errors
/// If the store refuses.
pub fn hosts_within(store: &mut Store, event: &Event, lately: Option<&Event>) -> Result<Hosts> {
    let former = lately.map(|it| it.hosts.0.clone()).filter(|ids| !ids.is_empty());
    let ids = match former {
        Some(ids) => ids,
        None => usual(store)?,
    };
    let bodies = store.all::<Body>()?;
    let there = |id: &i64| bodies.iter().any(|body| body.id.0 == *id && body.holds(event.date));
    Ok(Hosts(ids.into_iter().filter(there).collect()))
}

/// The bodies whose names begin as the usual partners' do; what there is none of is made.
fn usual(store: &mut Store) -> Result<Vec<i64>> {
    let bodies = store.all::<Body>()?;
    let mut ids = Vec::new();
    for name in p::HOSTS.vi.split(';').map(str::trim) {
        let wanted = fold(name);
        match bodies.iter().find(|body| fold(&body.name).starts_with(&wanted)) {
            Some(body) => ids.push(body.id.0),
            None => ids.push(clause::body(store, name)?.0),
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{events, keep, sample};
    use crate::domain::value::Cell;
    use crate::reports::event_papers::host_names;
    use crate::text::Lang;

    #[test]
    fn a_partner_that_is_no_more_is_not_asked_again_and_cannot_be_named() {
        let mut store = sample::store();
        let union =
            Body { name: "Công đoàn Sở".into(), until: Some(sample::day("2025-06-15")), ..Body::default() };
        store.save(&mut union.clone()).unwrap();
        let planned = events::coming(sample::day("2026-05-20")).remove(0);
        let id = events::make(&mut store, &planned).unwrap();
        let event = store.get(id).unwrap();
        assert_eq!(host_names(&store, &event), ["Đoàn thanh niên"]);
        let union = store.all::<Body>().unwrap().into_iter().find(|it| it.until.is_some()).unwrap();
        let mut row = event.row();
        Event::META.set(&mut row, "hosts", Hosts(vec![union.id.0]).value());
        let Err(Error::Faults(faults)) = keep::save(&mut store, Event::META, &mut row) else { panic!("it was saved") };
        assert_eq!(faults[0].column, "hosts");
        assert!(faults[0].said.say(Lang::Vi).contains("Công đoàn Sở hoạt động đến 15/06/2025"));
        // Of an event of those days it was a partner.
        Event::META.set(&mut row, "date", sample::day("2025-06-01").value());
        keep::save(&mut store, Event::META, &mut row).unwrap();
        assert_eq!(host_names(&store, &store.get(id).unwrap()), ["Công đoàn Sở"]);
        assert_eq!(store.check().unwrap(), []);
    }
}
