//! Clauses of the plan: which one a new record most likely proves, where one stands in its plan's tree, and the bodies
//! that carry it out.
use std::collections::HashSet;

use crate::domain::act::{Act, Step};
use crate::domain::body::Body;
use crate::domain::code;
use crate::domain::event::EventKind;
use crate::domain::fold::{fold, same};
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::domain::record::{Fault, Record, Row};
use crate::domain::value::{Cell, Value};
use crate::reports::plan;
use crate::store::{Error, Result, Store};
use crate::text::plan as t;

/// The clause that a session, a campaign, an inspection or a movement of a year proves: of those that ask for such
/// evidence the first among the plan's contents (part II), else the first of all; none if no plan of that year asks for
/// it. An event proves the clause of its occasion, see [`of_event`].
///
/// # Errors
/// If the store cannot be read.
pub fn proposed(store: &Store, table: &str, year: i32) -> Result<Id<Clause>> {
    let evidence = match table {
        "session" => Evidence::Session,
        "campaign" | "work" => Evidence::Contribution,
        "inspection" => Evidence::Inspection,
        "rally" => Evidence::Rally,
        "event" => return of_event(store, EventKind::default(), year),
        _ => return Ok(Id::NEW),
    };
    let mut clauses = store.all::<Clause>()?;
    clauses.retain(|clause| clause.evidence == evidence && clause.year == i64::from(year));
    let content = clauses.iter().find(|clause| clause.code.starts_with("II."));
    Ok(content.or_else(|| clauses.first()).map_or(Id::NEW, |clause| clause.id))
}

/// The clause that an event of an occasion proves: of those that ask for events the one whose name tells the occasion;
/// none if no plan of that year does.
///
/// # Errors
/// If the store cannot be read.
pub fn of_event(store: &Store, kind: EventKind, year: i32) -> Result<Id<Clause>> {
    let words: &[&str] = match kind {
        EventKind::ChildrensDay => &["1-6", "1/6", "01/6", "thieu nhi"],
        EventKind::MidAutumn => &["trung thu"],
        EventKind::NewYear => &["nguyen dan", "don xuan"],
        EventKind::Month => &["thang hanh dong"],
        EventKind::Other => return Ok(Id::NEW),
    };
    let tells = |clause: &Clause| {
        let name = fold(&clause.name);
        clause.evidence == Evidence::Event
            && clause.year == i64::from(year)
            && words.iter().any(|word| name.contains(word))
    };
    // A clause of its own tells fewer occasions than one that lists them all.
    let found = store.all::<Clause>()?.into_iter().filter(tells).min_by_key(|clause| clause.name.chars().count());
    Ok(found.map_or(Id::NEW, |clause| clause.id))
}

/// Puts a clause that was typed, within the running step: under a parent it is of the parent's plan, and its code says
/// where it stands among its brothers.
///
/// # Errors
/// If it would be under itself, breaks its rules, or the store refuses.
pub fn put_within(store: &mut Store, row: &mut Row) -> Result<()> {
    let meta = Clause::META;
    let parent = meta.value(row, "parent").clone();
    if let Value::Int(parent) = parent {
        let above = store.get::<Clause>(Id::of(parent))?;
        meta.set(row, "plan", above.plan.value());
        if row.id != 0 && ancestors(store, &above)?.contains(&row.id) {
            let label = meta.columns.iter().find(|column| column.name == "parent").map(|column| column.label);
            let fault = Fault { label, ..Fault::at("parent", t::PARENT_BELOW) };
            return Err(Error::Faults(vec![fault]));
        }
    }
    let before = store.row(meta, row.id)?;
    let moved = before.is_none_or(|before| {
        ["parent", "plan", "code"].iter().any(|column| meta.value(&before, column) != meta.value(row, column))
    });
    store.put_row(meta, row)?;
    if moved {
        let clause = store.get::<Clause>(Id::of(row.id))?;
        arrange(store, clause.plan, Some(clause.id))?;
    }
    Ok(())
}

/// Numbers the places of a plan's clauses anew, each after what stands above it, within the running step. One that was
/// moved goes after those of its brothers whose codes are not after its own.
///
/// # Errors
/// If the store refuses.
pub fn arrange(store: &mut Store, plan: Id<Plan>, moved: Option<Id<Clause>>) -> Result<()> {
    let all = of_plan(store, plan)?;
    let known: HashSet<i64> = all.iter().map(|clause| clause.id.0).collect();
    let mut order = Vec::new();
    let mut open: Vec<i64> = vec![0];
    while let Some(above) = open.pop() {
        if above != 0 {
            order.push(above);
        }
        let is_child = |it: &&Clause| if known.contains(&it.parent.0) { it.parent.0 == above } else { above == 0 };
        let (mut own, late): (Vec<&Clause>, Vec<&Clause>) =
            all.iter().filter(is_child).partition(|it| Some(it.id) != moved);
        for one in late {
            let place = own.iter().rposition(|it| code::key(&it.code) <= code::key(&one.code)).map_or(0, |at| at + 1);
            // What has no code goes last.
            own.insert(if one.code.is_empty() { own.len() } else { place }, one);
        }
        open.extend(own.iter().rev().map(|clause| clause.id.0));
    }
    for (at, id) in (1..).zip(order) {
        if all.iter().any(|clause| clause.id.0 == id && clause.place != at) {
            store.set(Clause::META, id, "place", &Value::Int(at))?;
        }
    }
    Ok(())
}

/// The clauses of a plan in their order.
///
/// # Errors
/// If the store cannot be read.
pub fn of_plan(store: &Store, plan: Id<Plan>) -> Result<Vec<Clause>> {
    store.find::<Clause>("plan", &plan.value())
}

/// A clause with all that stands under it, in their order.
///
/// # Errors
/// If the store cannot be read.
pub fn with_all_below(store: &Store, id: Id<Clause>) -> Result<Vec<i64>> {
    let top = store.get::<Clause>(id)?;
    let mut found = vec![id.0];
    // In their order a clause stands after the one it is under.
    for clause in of_plan(store, top.plan)? {
        if found.contains(&clause.parent.0) && !found.contains(&clause.id.0) {
            found.push(clause.id.0);
        }
    }
    Ok(found)
}

/// Puts a plan in the trash with its clauses, as one step; how many they are.
///
/// # Errors
/// If the store refuses.
pub fn trash_plan(store: &mut Store, id: Id<Plan>) -> Result<usize> {
    let name = store.get(id)?.name;
    store.write(Step::new(Act::Trash, Plan::TABLE, name), |store| trash_plan_within(store, id))
}

/// Puts a plan in the trash within the running step; see [`trash_plan`].
///
/// # Errors
/// The same.
pub fn trash_plan_within(store: &mut Store, id: Id<Plan>) -> Result<usize> {
    let clauses: Vec<i64> = of_plan(store, id)?.iter().map(|clause| clause.id.0).collect();
    store.trash_within(Plan::META, &[id.0])?;
    store.trash_within(Clause::META, &clauses)?;
    Ok(clauses.len())
}

/// Takes a plan out of the trash with the clauses that went there with it, as one step.
///
/// # Errors
/// If its year has another plan by now, or the store refuses.
pub fn restore_plan(store: &mut Store, id: Id<Plan>) -> Result<()> {
    let year = store.row(Plan::META, id.0)?.map(|row| Plan::META.value(&row, "year").int());
    if let Some(year) = year.filter(|year| store.all::<Plan>().is_ok_and(|all| all.iter().any(|it| it.year == *year))) {
        return Err(t::YEAR_TAKEN.with([year]).into());
    }
    let clauses = plan::trashed_with(store, id)?;
    let name = store.rows_name(Plan::META, &[id.0]);
    store.write(Step::new(Act::Restore, Plan::TABLE, name), |store| {
        store.restore_within(Plan::META, &[id.0])?;
        store.restore_within(Clause::META, &clauses)
    })
}

/// The code of a new clause under another, or at the top: the one after the last of its brothers.
///
/// # Errors
/// If the store cannot be read.
pub fn next_code(store: &Store, plan: Id<Plan>, parent: Id<Clause>) -> Result<String> {
    let all = of_plan(store, plan)?;
    let last = all.iter().rfind(|clause| clause.parent == parent);
    let above = all.iter().find(|clause| clause.id == parent).map_or("", |clause| clause.code.as_str());
    Ok(match last {
        Some(last) => code::next(&last.code).unwrap_or_default(),
        None => code::first_under(above),
    })
}

/// The body of a name, made within the running step if there is none: the unit of that name, all units where the name
/// says so, else a partner.
///
/// # Errors
/// If the store refuses.
pub fn body(store: &mut Store, name: &str) -> Result<Id<Body>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(Id::NEW);
    }
    if let Some(body) = store.all::<Body>()?.into_iter().find(|body| same(&body.name, name)) {
        return Ok(body.id);
    }
    let every = fold(name).starts_with("cac phong");
    store.put_record(&mut Body { name: name.to_owned(), every, ..Body::default() })
}

fn ancestors(store: &Store, clause: &Clause) -> Result<Vec<i64>> {
    let mut found = vec![clause.id.0];
    let mut above = clause.parent;
    while !above.is_new() && !found.contains(&above.0) {
        found.push(above.0);
        above = store.get(above)?.parent;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{keep, sample, setup};

    fn office() -> Store {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        store
    }

    fn codes(store: &Store) -> String {
        store.all::<Clause>().unwrap().into_iter().map(|clause| clause.code).collect::<Vec<_>>().join(" ")
    }

    fn of_code(store: &Store, code: &str) -> Clause {
        store.find::<Clause>("code", &code.into()).unwrap().remove(0)
    }

    #[test]
    fn a_session_is_proposed_for_the_plan_s_propaganda() {
        let mut store = sample::store();
        assert!(proposed(&store, "session", 2026).unwrap().is_new());
        setup::run(&mut store).unwrap();
        let code = |table: &str| store.get(proposed(&store, table, 2026).unwrap()).map(|clause| clause.code);
        assert_eq!(code("session").unwrap(), "II.1.a");
        assert_eq!(code("campaign").unwrap(), "I.2");
        assert_eq!((code("inspection").unwrap().as_str(), code("rally").unwrap().as_str()), ("III.b", "II.1.c"));
        assert!(proposed(&store, "session", 1999).unwrap().is_new());
        let of = |kind| store.get(of_event(&store, kind, 2026).unwrap()).map(|clause| clause.code).unwrap_or_default();
        assert_eq!(code("event").unwrap(), of(EventKind::ChildrensDay));
        let all = [EventKind::ChildrensDay, EventKind::Month, EventKind::MidAutumn, EventKind::Other].map(of);
        assert_eq!(all, ["II.2.a", "II.2.b", "II.2.c", ""]);
    }

    #[test]
    fn a_clause_goes_where_its_code_says() {
        let mut store = office();
        let parent = of_code(&store, "II.1");
        assert_eq!(next_code(&store, parent.plan, parent.id).unwrap(), "II.1.đ");
        let new =
            Clause { name: "Việc mới".into(), code: "II.1.b1".into(), parent: parent.id, ..Clause::default() };
        let mut row = Clause { plan: parent.plan, code: "II.1.đ".into(), ..new }.row();
        keep::save(&mut store, Clause::META, &mut row).unwrap();
        assert!(codes(&store).contains("II.1.d II.1.đ II.2"), "{}", codes(&store));
        // Moved to the top it stands there, with the part that it is.
        let mut moved = of_code(&store, "II.1.đ");
        (moved.parent, moved.code) = (Id::NEW, "IV".into());
        keep::save(&mut store, Clause::META, &mut moved.row()).unwrap();
        assert!(codes(&store).ends_with("III.c IV"), "{}", codes(&store));
        let places: Vec<i64> = store.all::<Clause>().unwrap().iter().map(|clause| clause.place).collect();
        assert_eq!(places, (1..=places.len() as i64).collect::<Vec<_>>());
        store.undo().unwrap();
        assert!(codes(&store).contains("II.1.d II.1.đ II.2"), "{}", codes(&store));
    }

    #[test]
    fn no_clause_is_under_one_that_is_under_it() {
        let mut store = office();
        let (mut top, below) = (of_code(&store, "II"), of_code(&store, "II.2.a"));
        assert_eq!(with_all_below(&store, of_code(&store, "II.1").id).unwrap().len(), 5);
        top.parent = below.id;
        assert!(matches!(keep::save(&mut store, Clause::META, &mut top.row()), Err(Error::Faults(_))));
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn a_plan_goes_to_the_trash_and_comes_back_with_its_clauses() {
        let mut store = office();
        let before = store.all::<Clause>().unwrap();
        let plan = before[0].plan;
        assert_eq!(trash_plan(&mut store, plan).unwrap(), before.len());
        assert!(store.all::<Clause>().unwrap().is_empty() && proposed(&store, "session", 2026).unwrap().is_new());
        restore_plan(&mut store, plan).unwrap();
        assert_eq!(store.all::<Clause>().unwrap(), before);
        store.undo().unwrap();
        store.undo().unwrap();
        assert_eq!(store.all::<Clause>().unwrap(), before);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn a_body_is_made_once() {
        let mut store = office();
        let before = store.all::<Body>().unwrap().len();
        let found = store.write(Step::new(Act::Edit, "", ""), |store| {
            Ok((body(store, "công đoàn")?, body(store, "Hội Phụ nữ Sở")?, body(store, " ")?))
        });
        let (union, women, none) = found.unwrap();
        assert_eq!(store.get(union).unwrap().name, "Công đoàn");
        assert!(none.is_new() && !women.is_new() && store.all::<Body>().unwrap().len() == before + 1);
    }
}
