//! The year's promises of the staff: a line for each staff member, marked as the signed sheets come in.
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::commitment::{Commitment, CommitmentState};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::store::{Result, Store};

/// Brings a year's lines up to date with the staff as one step: who is known to work here today has one, in the unit of
/// now; who does no more loses a line that was not signed. How many are new.
///
/// # Errors
/// If the store refuses.
pub fn list(store: &mut Store, year: i64) -> Result<usize> {
    let step = Step::new(Act::ListCommitments, Commitment::TABLE, year.to_string());
    store.write(step, |store| list_within(store, year))
}

/// The same within the running step; see [`list`].
///
/// # Errors
/// The same.
pub fn list_within(store: &mut Store, year: i64) -> Result<usize> {
    let today = store.today();
    let former = store.find::<Commitment>("year", &Value::Int(year))?;
    let mut former: HashMap<i64, Commitment> = former.into_iter().map(|line| (line.person.0, line)).collect();
    let mut added = 0;
    for person in store.all::<Person>()? {
        if person.staff != Employed::Yes || !person.serves(today) {
            continue;
        }
        let before = former.remove(&person.id.0);
        added += usize::from(before.is_none());
        let mut line =
            before.clone().unwrap_or_else(|| Commitment { year, person: person.id, ..Commitment::default() });
        (line.name, line.unit) = (person.name, person.unit);
        if before.as_ref() != Some(&line) {
            store.put_record(&mut line)?;
        }
    }
    for gone in former.into_values().filter(|line| line.state == CommitmentState::Open) {
        store.remove(Commitment::META, gone.id.0)?;
    }
    Ok(added)
}

/// Notes that some promises were signed on a day, or that they are open again, as one step.
///
/// # Errors
/// If a line is gone or the store refuses.
pub fn mark(store: &mut Store, lines: &[Id<Commitment>], state: CommitmentState, day: NaiveDate) -> Result<()> {
    let object = match lines {
        [only] => store.get(*only)?.name,
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::Sign, Commitment::TABLE, object), |store| {
        for id in lines {
            let mut line = store.get(*id)?;
            line.state = state;
            line.signed_on = (state == CommitmentState::Signed).then_some(day);
            store.put_record(&mut line)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample::{day, staff, store, unit};

    #[test]
    fn a_year_has_one_line_for_each_of_the_staff() {
        let mut store = store();
        let unit = unit(&mut store, "Văn phòng Sở");
        let ids = ["Lê Văn An", "Hà Thị Bình"].map(|name| staff(&mut store, name, unit));
        let mut spouse = Person { name: "Vi Văn Tú".into(), ..Person::default() };
        store.save(&mut spouse).unwrap();
        assert_eq!((list(&mut store, 2026).unwrap(), list(&mut store, 2026).unwrap()), (2, 0));
        let lines = store.all::<Commitment>().unwrap();
        mark(&mut store, &[lines[0].id], CommitmentState::Signed, day("2026-05-20")).unwrap();
        // Both leave: what was signed stays, what was open goes.
        for id in ids {
            let mut person = store.get(id).unwrap();
            person.until = Some(day("2026-05-01"));
            store.save(&mut person).unwrap();
        }
        assert_eq!(list(&mut store, 2026).unwrap(), 0);
        let left = store.all::<Commitment>().unwrap();
        assert_eq!((left.len(), left[0].signed_on), (1, Some(day("2026-05-20"))));
        mark(&mut store, &[lines[0].id], CommitmentState::Open, day("2026-05-20")).unwrap();
        assert_eq!(store.get(lines[0].id).unwrap().signed_on, None);
        assert_eq!(store.check().unwrap(), []);
    }
}
