//! A round of review: its lines made of the roster, marked one by one or many at once, or by a unit's own sheet.
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::review::{Review, ReviewResult, Round};
use crate::domain::value::Cell;
use crate::reports::review::open_round;
use crate::store::{Result, Store};

/// What making a round's lines did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Children who are new in it.
    pub added: usize,
    /// Children who were in it, were not reviewed, and are on the roster no more.
    pub dropped: usize,
}

/// Brings a round's lines up to date with the roster as one step: the children who are on it on the round's first day
/// or today, in the unit they are in now. What was reviewed stays.
///
/// # Errors
/// If the round is gone or the store refuses.
pub fn fill(store: &mut Store, round: Id<Round>) -> Result<Made> {
    let name = store.get(round)?.name;
    store.write(Step::new(Act::ListRound, Round::TABLE, name), |store| fill_within(store, round))
}

/// The same within the running step; see [`fill`].
///
/// # Errors
/// The same.
pub fn fill_within(store: &mut Store, round: Id<Round>) -> Result<Made> {
    let (first, today) = (store.get(round)?.since, store.today());
    let former = store.find::<Review>("round", &round.value())?;
    let mut former: HashMap<i64, Review> = former.into_iter().map(|line| (line.child.0, line)).collect();
    let mut made = Made::default();
    for child in store.all::<Child>()? {
        if !child.stay().is_some_and(|stay| stay.holds(first) || first < today && stay.holds(today)) {
            continue;
        }
        let before = former.remove(&child.id.0);
        made.added += usize::from(before.is_none());
        let mut line = before.clone().unwrap_or_else(|| Review { round, child: child.id, ..Review::default() });
        (line.name, line.unit) = (child.name, child.unit);
        if before.as_ref() != Some(&line) {
            store.put_record(&mut line)?;
        }
    }
    for gone in former.into_values().filter(|line| line.result == ReviewResult::Pending) {
        store.remove(Review::META, gone.id.0)?;
        made.dropped += 1;
    }
    Ok(made)
}

/// Notes what came of the review of some children, or with [`ReviewResult::Pending`] takes that back, as one step.
///
/// # Errors
/// If a line is gone or the store refuses.
pub fn mark(store: &mut Store, lines: &[Id<Review>], result: ReviewResult, day: NaiveDate) -> Result<()> {
    let object = match lines {
        [only] => store.get(*only)?.name,
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::Review, Review::TABLE, object), |store| {
        for id in lines {
            let mut line = store.get(*id)?;
            line.result = result;
            line.reviewed_on = (result != ReviewResult::Pending).then_some(day);
            store.put_record(&mut line)?;
        }
        Ok(())
    })
}

/// The lines of the round that is going on, by child, for a unit's sheet that is taken in.
#[derive(Debug, Default)]
pub struct Lines {
    round: Option<Id<Round>>,
    by_child: HashMap<i64, Review>,
}

impl Lines {
    /// Reads them; none if no round is going on.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn read(store: &Store) -> Result<Self> {
        let round = open_round(store)?;
        let lines = match round {
            Some(round) => store.find::<Review>("round", &round.value())?,
            None => Vec::new(),
        };
        Ok(Self { round, by_child: lines.into_iter().map(|line| (line.child.0, line)).collect() })
    }

    /// Whether a round is going on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.round.is_some()
    }

    /// Notes within the running step what a unit answered for a child; `false` if no round is going on or the child was
    /// reviewed already. A child who is not in the round yet is put into it.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn answer(&mut self, store: &mut Store, child: &Child, result: ReviewResult, note: &str) -> Result<bool> {
        let Some(round) = self.round else { return Ok(false) };
        let line = self.by_child.remove(&child.id.0);
        let line = line.unwrap_or_else(|| Review { round, child: child.id, ..Review::default() });
        if line.result != ReviewResult::Pending {
            self.by_child.insert(child.id.0, line);
            return Ok(false);
        }
        let (name, note, reviewed_on) = (child.name.clone(), note.to_owned(), Some(store.today()));
        let mut line = Review { name, unit: child.unit, result, reviewed_on, note, ..line };
        store.put_record(&mut line)?;
        self.by_child.insert(child.id.0, line);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample::{child, day, staff, store, unit};
    use crate::domain::child::ChildState;

    fn office() -> (Store, Id<Round>) {
        let mut store = store();
        let (a, b) = (unit(&mut store, "Văn phòng Sở"), unit(&mut store, "Thanh tra Sở"));
        let (an, ha) = (staff(&mut store, "Lê Văn An", a), staff(&mut store, "Lộc Thị Hà", b));
        child(&mut store, "Lê Thị Na", "2015-03-05", an, a);
        child(&mut store, "Lê Văn Tú", "2012-01-01", an, a);
        child(&mut store, "Lộc Văn Bảo", "2010-05-19", ha, b);
        let mut round = Round { name: "Quý II".into(), since: day("2026-05-04"), ..Round::default() };
        store.save(&mut round).unwrap();
        (store, round.id)
    }

    fn line(store: &Store, name: &str) -> Review {
        store.all::<Review>().unwrap().into_iter().find(|line| line.name == name).unwrap()
    }

    #[test]
    fn a_round_holds_who_is_on_the_roster_and_keeps_what_was_reviewed() {
        let (mut store, round) = office();
        // Bảo was a child on the round's first day, though no more.
        assert_eq!(fill(&mut store, round).unwrap(), Made { added: 3, dropped: 0 });
        assert_eq!(fill(&mut store, round).unwrap(), Made::default());
        let (na, tu) = (line(&store, "Lê Thị Na"), line(&store, "Lê Văn Tú"));
        mark(&mut store, &[na.id], ReviewResult::Same, day("2026-05-20")).unwrap();
        for id in [na.child, tu.child] {
            let mut child = store.get(id).unwrap();
            (child.state, child.left_on) = (ChildState::Left, Some(day("2026-05-01")));
            store.save(&mut child).unwrap();
        }
        assert_eq!(fill(&mut store, round).unwrap(), Made { added: 0, dropped: 1 });
        let shown = store.get(round).unwrap();
        assert_eq!((shown.children, shown.reviewed, shown.percent), (2, 1, 50));
    }

    #[test]
    fn many_are_marked_in_one_step_and_taken_back() {
        let (mut store, round) = office();
        fill(&mut store, round).unwrap();
        let all: Vec<Id<Review>> = store.all::<Review>().unwrap().iter().map(|line| line.id).collect();
        assert_eq!(open_round(&store).unwrap(), Some(round));
        mark(&mut store, &all, ReviewResult::Same, day("2026-05-20")).unwrap();
        assert_eq!((store.get(round).unwrap().percent, open_round(&store).unwrap()), (100, None));
        store.undo().unwrap();
        assert_eq!(store.get(round).unwrap().percent, 0);
        mark(&mut store, &all[..1], ReviewResult::Changed, day("2026-05-20")).unwrap();
        mark(&mut store, &all[..1], ReviewResult::Pending, day("2026-05-20")).unwrap();
        assert_eq!(store.get(all[0]).unwrap().reviewed_on, None);
    }

    #[test]
    fn what_a_record_lacks_is_said() {
        let (mut store, round) = office();
        fill(&mut store, round).unwrap();
        let na = line(&store, "Lê Thị Na");
        assert_eq!((na.lacks.0.as_str(), na.lacking), ("sex ward", true));
    }
}
