//! Which clause of the plan a new record most likely proves, so that its form proposes it.
use crate::domain::event::EventKind;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::store::{Result, Store};

/// The clause that a session or a campaign of a year proves: of those that ask for such evidence the first among the
/// plan's contents (part II), else the first of all; none if no plan of that year asks for it. An event proves
/// the clause of its occasion, see [`of_event`].
///
/// # Errors
/// If the store cannot be read.
pub fn proposed(store: &Store, table: &str, year: i32) -> Result<Id<Clause>> {
    let evidence = match table {
        "session" => Evidence::Session,
        "campaign" => Evidence::Contribution,
        "event" => return of_event(store, EventKind::default(), year),
        _ => return Ok(Id::NEW),
    };
    let plans: Vec<Id<Plan>> =
        store.all::<Plan>()?.into_iter().filter(|plan| plan.year == i64::from(year)).map(|plan| plan.id).collect();
    let mut clauses = store.all::<Clause>()?;
    clauses.retain(|clause| clause.evidence == evidence && plans.contains(&clause.plan));
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
    let plans: Vec<Id<Plan>> =
        store.all::<Plan>()?.into_iter().filter(|plan| plan.year == i64::from(year)).map(|plan| plan.id).collect();
    let tells = |clause: &Clause| {
        let name = fold(&clause.name);
        clause.evidence == Evidence::Event
            && plans.contains(&clause.plan)
            && words.iter().any(|word| name.contains(word))
    };
    // A clause of its own tells fewer occasions than one that lists them all.
    let found = store.all::<Clause>()?.into_iter().filter(tells).min_by_key(|clause| clause.name.chars().count());
    Ok(found.map_or(Id::NEW, |clause| clause.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{sample, setup};

    #[test]
    fn a_session_is_proposed_for_the_plan_s_propaganda() {
        let mut store = sample::store();
        assert!(proposed(&store, "session", 2026).unwrap().is_new());
        setup::run(&mut store).unwrap();
        let code = |table: &str| store.get(proposed(&store, table, 2026).unwrap()).map(|clause| clause.code);
        assert_eq!(code("session").unwrap(), "II.1.a");
        assert_eq!(code("campaign").unwrap(), "I.2");
        assert!(proposed(&store, "session", 1999).unwrap().is_new());
        let of = |kind| store.get(of_event(&store, kind, 2026).unwrap()).map(|clause| clause.code).unwrap_or_default();
        assert_eq!(code("event").unwrap(), of(EventKind::ChildrensDay));
        let all = [EventKind::ChildrensDay, EventKind::Month, EventKind::MidAutumn, EventKind::Other].map(of);
        assert_eq!(all, ["II.2.a", "II.2.b", "II.2.c", ""]);
    }
}
