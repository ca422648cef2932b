//! Saving what a form holds: the record and what follows from it, as one step.
use crate::acts::{clause, events, letters, review, support, task, transfer};
use crate::domain::act::{Act, Step};
use crate::domain::child::{Child, ChildState};
use crate::domain::day;
use crate::domain::document::{self, Document};
use crate::domain::event::Event;
use crate::domain::event_step::EventStep;
use crate::domain::fold::same;
use crate::domain::id::Id;
use crate::domain::inspection::{Inspection, InspectionState};
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::domain::plan::Clause;
use crate::domain::recommendation::Recommendation;
use crate::domain::record::{Fault, Meta, Record, Row};
use crate::domain::review::Round;
use crate::domain::session::{Session, SessionState};
use crate::domain::support::{Support, SupportState};
use crate::domain::task::Task;
use crate::domain::topic::Topic;
use crate::domain::unit::Unit;
use crate::domain::value::{Cell, Value};
use crate::store::{Error, Result, Store};
use crate::text::{inspection, session, units};

/// Saves a row of any table as a step of its own. A child that leaves the roster leaves it today unless another day is
/// given; one that is on it has no such day. Support given from a campaign is paid out of it. A new round of review is
/// about the children on the roster; a request for reports expects them. The steps of an event follow its day, and its
/// partners are there on it. A session
/// takes its name from its topics where it has none, a clause its place in the plan, a task the day of its rule. Where a
/// person's unit was typed over, the children follow today; how many they are.
///
/// # Errors
/// If it breaks its rules or the store refuses; then nothing was written.
pub fn save(store: &mut Store, meta: &'static Meta, row: &mut Row) -> Result<usize> {
    let act = if row.id == 0 { Act::Add } else { Act::Edit };
    if meta.table == Letter::TABLE {
        letters::entitle(row)?;
        letters::check_due(store, row)?;
    }
    if meta.table == Child::TABLE {
        leave(store, row)?;
    }
    if meta.table == Session::TABLE {
        complete(store, row)?;
    }
    if meta.table == Document::TABLE
        && let Some(document) = Document::of(row)
        && let Some(fault) = document::succession_fault(&store.all()?, &document)
    {
        return Err(Error::Faults(vec![fault]));
    }
    if meta.table == Inspection::TABLE {
        let held = meta.value(row, "state").text() == InspectionState::Held.code();
        if held && meta.value(row, "date").text() > store.today().to_string().as_str() {
            return Err(Error::Faults(vec![Fault::at("state", inspection::IN_FUTURE)]));
        }
    }
    if meta.table == Recommendation::TABLE {
        check_recommended(store, row)?;
    }
    if meta.table == Event::TABLE {
        events::check_hosts(store, row)?;
    }
    if meta.table == Unit::TABLE {
        told_apart(store, row)?;
    }
    let name = store.row_name(meta, row);
    let (left, today) = (transfer::left(store, meta, row), store.today());
    store.write(Step::new(act, meta.table, name), |store| {
        let is_new = row.id == 0;
        if meta.table == Support::TABLE {
            give(store, row)?;
        } else if meta.table == Clause::TABLE {
            clause::put_within(store, row)?;
        } else if meta.table == Task::TABLE {
            task::put_within(store, row)?;
        } else {
            store.put_row(meta, row)?;
        }
        if meta.table == Round::TABLE && is_new {
            review::fill_within(store, Id::of(row.id))?;
        }
        if meta.table == EventStep::TABLE || meta.table == Event::TABLE && !is_new {
            let event = if meta.table == Event::TABLE { row.id } else { meta.value(row, "event").int() };
            let event = store.get(Id::<Event>::of(event))?;
            events::settle_within(store, &event)?;
        }
        if meta.table == Letter::TABLE {
            letters::typed_within(store, Id::of(row.id))?;
        }
        let Some(unit) = left else { return Ok(0) };
        let person = store.get(Id::<Person>::of(row.id))?;
        transfer::follow(store, &person, unit, today)
    })
}

/// Puts a support; one that becomes given is paid out of its campaign, and what was paid for it follows its amount.
fn give(store: &mut Store, row: &mut Row) -> Result<()> {
    let meta = Support::META;
    let before = store.row(meta, row.id)?.and_then(|before| Support::of(&before));
    let more = before.as_ref().map_or(0, |before| meta.value(row, "amount").int() - before.amount.0);
    let payment = before.as_ref().map_or(Id::NEW, |before| before.disbursement);
    if !payment.is_new() && more > 0 {
        support::adjust_within(store, Id::of(row.id), more)?;
    }
    store.put_row(meta, row)?;
    if !payment.is_new() && more < 0 {
        support::adjust_within(store, Id::of(row.id), more)?;
    }
    // What was noted as given before it could be linked was paid then.
    let was_given = before.is_some_and(|before| before.state == SupportState::Given && !before.campaign.is_new());
    if was_given { Ok(()) } else { support::pay_within(store, &[Id::of(row.id)]) }
}

/// Fills in what follows from the rest of a session: its name from its topics, its attendance from men and women. One
/// that is still to come is planned, not held.
fn complete(store: &Store, row: &mut Row) -> Result<()> {
    let meta = Session::META;
    let held = meta.value(row, "state").text() != SessionState::Planned.code();
    if held && meta.value(row, "date").text() > store.today().to_string().as_str() {
        return Err(Error::Faults(vec![Fault::at("state", session::IN_FUTURE)]));
    }
    check_issued(store, row)?;
    check_double(store, row)?;
    if let (true, Value::Ids(topics)) = (meta.value(row, "name").is_blank(), meta.value(row, "topics")) {
        let names: Vec<String> = topics.iter().map(|id| store.name_of(Topic::TABLE, *id)).collect();
        meta.set(row, "name", Value::Text(names.join("; ")));
    }
    let of = |column: &str| meta.value(row, column).int();
    if of("attendance") == 0 && of("men") + of("women") > 0 {
        let both = of("men") + of("women");
        meta.set(row, "attendance", Value::Int(both));
    }
    Ok(())
}

/// That a new session is not there already: the same day, unit, content and form, and nobody was counted whom the other
/// had not. A session that is repeated and kept as it stands would count twice.
fn check_double(store: &Store, row: &Row) -> Result<()> {
    let Some(own) = Session::of(row).filter(|it| it.id.is_new() && !it.name.is_empty()) else { return Ok(()) };
    let is_same = |it: &Session| {
        (it.unit, &it.name, it.form, &it.place) == (own.unit, &own.name, own.form, &own.place)
            && (own.attendance == 0 || own.attendance == it.attendance)
    };
    let found = store.find::<Session>("date", &own.date.value())?;
    if found.iter().any(is_same) {
        return Err(Error::Faults(vec![Fault::at("date", session::DOUBLE)]));
    }
    Ok(())
}

/// Two units of one name cannot be told apart in any list; one that is closed leaves its name free.
fn told_apart(store: &Store, row: &Row) -> Result<()> {
    let (meta, today) = (Unit::META, store.today());
    let name = meta.value(row, "name").text().to_owned();
    let is_open = |unit: &Unit| unit.until.is_none_or(|until| until >= today);
    let like = store.all::<Unit>()?.into_iter().find(|it| it.id.0 != row.id && same(&it.name, &name) && is_open(it));
    match like {
        Some(like) => Err(Error::Faults(vec![Fault::at("name", units::NAME_TAKEN.with([like.name, like.code]))])),
        None => Ok(()),
    }
}

/// That nothing is told of before it was issued: then the day or the document was mistyped.
fn check_issued(store: &Store, row: &Row) -> Result<()> {
    let Some(spoken) = Session::of(row).filter(|it| !it.documents.0.is_empty()) else { return Ok(()) };
    let told = store.all::<Document>()?.into_iter().filter(|it| spoken.documents.0.contains(&it.id.0));
    let early = told.filter(|it| !it.is_issued(spoken.date));
    let fault = |it: Document| {
        let issued = it.issued.or(it.since).map_or_else(String::new, day::show);
        Fault::at("documents", session::NOT_ISSUED.with([it.name, issued]))
    };
    let faults: Vec<Fault> = early.map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Faults(faults)) }
}

/// That nobody is to do by a day what was recommended only after it.
fn check_recommended(store: &Store, row: &Row) -> Result<()> {
    let Some(Recommendation { inspection, due: Some(due), .. }) = Recommendation::of(row) else { return Ok(()) };
    if inspection.is_new() {
        return Ok(());
    }
    let date = store.get(inspection)?.date;
    let said = || inspection::DUE_BEFORE.with([day::show(date)]);
    if due < date { Err(Error::Faults(vec![Fault::at("due", said())])) } else { Ok(()) }
}

fn leave(store: &Store, row: &mut Row) -> Result<()> {
    let meta = Child::META;
    let left = meta.value(row, "state") == &ChildState::Left.value();
    let before = store.row(meta, row.id)?;
    let was_left = before.is_some_and(|before| meta.value(&before, "state") == &ChildState::Left.value());
    if !left {
        meta.set(row, "left_on", Value::Null);
    } else if !was_left && meta.value(row, "left_on").is_blank() {
        meta.set(row, "left_on", store.today().value());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample::{child, day, staff, store, unit};

    #[test]
    fn a_child_that_leaves_leaves_today_unless_told_otherwise() {
        let mut store = store();
        let unit = unit(&mut store, "Văn phòng Sở");
        let father = staff(&mut store, "Lê Văn An", unit);
        let id = child(&mut store, "Lê Thị Na", "2015-03-05", father, unit);
        let mut save_as = |state, left_on| {
            let mut child = store.get(id).unwrap();
            (child.state, child.left_on) = (state, left_on);
            save(&mut store, Child::META, &mut child.row()).unwrap();
            store.get(id).unwrap().left_on
        };
        assert_eq!(save_as(ChildState::Left, None), Some(day("2026-05-20")));
        assert_eq!(save_as(ChildState::Left, None), None, "whoever left before we knew when stays so");
        assert_eq!(save_as(ChildState::Active, Some(day("2026-05-20"))), None);
        assert_eq!(save_as(ChildState::Left, Some(day("2026-01-02"))), Some(day("2026-01-02")));
    }
}
