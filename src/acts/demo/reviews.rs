//! The sample year's reviews of children: one that is done, one that is going on, unit by unit.
use super::{Office, date};
use crate::acts::review;
use crate::domain::record::Record;
use crate::domain::review::{Review, ReviewResult, Round};
use crate::domain::value::Cell;
use crate::store::{Result, Store};

/// Units that have finished the running review; the next one is half done.
const FINISHED: usize = 5;

/// Puts both rounds.
pub(super) fn fill(store: &mut Store, office: &mut Office) -> Result<()> {
    let spring = lines(store, "Rà soát quý II năm 2026", "2026-04-06", "2026-05-15")?;
    for mut line in spring {
        // Whoever was born later was not there to be looked at.
        if store.get(line.child)?.born.is_some_and(|born| born.first() > date("2026-05-15")) {
            store.remove(Review::META, line.id.0)?;
            continue;
        }
        let day = office.dice.workday(date("2026-04-06"), date("2026-05-15"));
        line.result = if office.dice.chance(8) { ReviewResult::Changed } else { ReviewResult::Same };
        line.reviewed_on = Some(day);
        store.put_record(&mut line)?;
    }
    let autumn = lines(store, "Rà soát cuối năm 2026", "2026-11-09", "2026-11-30")?;
    for (at, mut line) in autumn.into_iter().enumerate() {
        let place = office.units.iter().position(|unit| unit.id == line.unit).unwrap_or(FINISHED);
        if place > FINISHED || place == FINISHED && at % 2 == 0 {
            continue;
        }
        line.result = if office.dice.chance(6) { ReviewResult::Changed } else { ReviewResult::Same };
        line.reviewed_on = Some(office.dice.workday(date("2026-11-09"), date("2026-11-20")));
        store.put_record(&mut line)?;
    }
    Ok(())
}

/// A new round and its lines.
fn lines(store: &mut Store, name: &str, since: &str, due: &str) -> Result<Vec<Review>> {
    let mut round = Round { name: name.to_owned(), since: date(since), due: Some(date(due)), ..Round::default() };
    let id = store.put_record(&mut round)?;
    review::fill_within(store, id)?;
    store.find("round", &id.value())
}
