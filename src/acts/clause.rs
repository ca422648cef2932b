//! Which clause of the plan a new record most likely proves, so that its form proposes it.
use crate::domain::due::Due;
use crate::domain::event::EventKind;
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::store::{Result, Store};

/// The clause that a session, a campaign, an inspection or a movement of a year proves: of those that ask for such evidence the first among the
/// plan's contents (part II), else the first of all; none if no plan of that year asks for it. Which clause an event
/// proves hangs on its occasion: see [`of_event`].
///
/// # Errors
/// If the store cannot be read.
pub fn proposed(store: &Store, table: &str, year: i32) -> Result<Id<Clause>> {
    let evidence = match table {
        "session" => Evidence::Session,
        "campaign" => Evidence::Contribution,
        "inspection" => Evidence::Inspection,
        "rally" => Evidence::Rally,
        _ => return Ok(Id::NEW),
    };
    let clauses = asking(store, evidence, year)?;
    let content = clauses.iter().find(|clause| clause.code.starts_with("II."));
    Ok(content.or_else(|| clauses.first()).map_or(Id::NEW, |clause| clause.id))
}

/// The clause that an event of an occasion proves: of those that ask for events the one that is due on the feast of that
/// occasion; none for other occasions.
///
/// # Errors
/// If the store cannot be read.
pub fn of_event(store: &Store, kind: EventKind, year: i32) -> Result<Id<Clause>> {
    let feast = match kind {
        EventKind::ChildrensDay => "1/6",
        EventKind::MidAutumn => "15/8 âm",
        EventKind::Month => "30/6",
        EventKind::NewYear | EventKind::Other => return Ok(Id::NEW),
    };
    let day = Due::parse(feast).and_then(|rule| rule.day(year));
    let clauses = asking(store, Evidence::Event, year)?;
    let found = clauses.iter().find(|it| day.is_some() && Due::parse(&it.due).and_then(|rule| rule.day(year)) == day);
    Ok(found.map_or(Id::NEW, |clause| clause.id))
}

/// The clauses of a year's plans that ask for a kind of evidence.
fn asking(store: &Store, evidence: Evidence, year: i32) -> Result<Vec<Clause>> {
    let plans: Vec<Id<Plan>> =
        store.all::<Plan>()?.into_iter().filter(|plan| plan.year == i64::from(year)).map(|plan| plan.id).collect();
    let mut clauses = store.all::<Clause>()?;
    clauses.retain(|clause| clause.evidence == evidence && plans.contains(&clause.plan));
    Ok(clauses)
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
        assert_eq!((code("inspection").unwrap().as_str(), code("rally").unwrap().as_str()), ("III.b", "II.1.c"));
        let of =
            |kind| of_event(&store, kind, 2026).map(|id| store.get(id).map_or(String::new(), |it| it.code)).unwrap();
        assert_eq!(
            [EventKind::ChildrensDay, EventKind::MidAutumn, EventKind::Month].map(of),
            ["II.2.a", "II.2.c", "II.2.b"]
        );
        assert_eq!(of(EventKind::Other), "");
        assert!(
            proposed(&store, "session", 1999).unwrap().is_new() && proposed(&store, "event", 2026).unwrap().is_new()
        );
    }
}
