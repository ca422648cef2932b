//! Which clause of the plan a new record most likely proves, so that its form proposes it.
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::store::{Result, Store};

/// The clause that a session or a campaign of a year proves: of those that ask for such evidence the first among the
/// plan's contents (part II), else the first of all; none if no plan of that year asks for it. Which clause an event
/// proves hangs on its occasion, and is chosen by hand.
///
/// # Errors
/// If the store cannot be read.
pub fn proposed(store: &Store, table: &str, year: i32) -> Result<Id<Clause>> {
    let evidence = match table {
        "session" => Evidence::Session,
        "campaign" => Evidence::Contribution,
        _ => return Ok(Id::NEW),
    };
    let plans: Vec<Id<Plan>> =
        store.all::<Plan>()?.into_iter().filter(|plan| plan.year == i64::from(year)).map(|plan| plan.id).collect();
    let mut clauses = store.all::<Clause>()?;
    clauses.retain(|clause| clause.evidence == evidence && plans.contains(&clause.plan));
    let content = clauses.iter().find(|clause| clause.code.starts_with("II."));
    Ok(content.or(clauses.first()).map_or(Id::NEW, |clause| clause.id))
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
        assert!(
            proposed(&store, "session", 1999).unwrap().is_new() && proposed(&store, "event", 2026).unwrap().is_new()
        );
    }
}
