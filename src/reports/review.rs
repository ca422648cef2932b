//! A round of review unit by unit, and the sheet that a unit fills in.
mod sheet;

use crate::domain::id::Id;
use crate::domain::review::{LACKS, ReviewResult, Round};
use crate::domain::unit::Unit;
use crate::store::{Result, Store};

pub use sheet::{paper, sheet};

/// How one unit stands in a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The unit; new for children of none.
    pub unit: Id<Unit>,
    /// Its name; blank for children of none.
    pub name: String,
    /// Its children in the round.
    pub children: usize,
    /// Those of them that were reviewed.
    pub reviewed: usize,
    /// How many records lack what, in the order of [`LACKS`].
    pub lacks: [usize; LACKS.len()],
}

impl Standing {
    /// How many in a hundred were reviewed, rounded down, so that 100 means all.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.reviewed * 100).checked_div(self.children).unwrap_or(0)
    }

    fn count(&mut self, result: &str, lacks: &str) {
        self.children += 1;
        self.reviewed += usize::from(result != ReviewResult::Pending.code());
        for (lack, count) in LACKS.iter().zip(&mut self.lacks) {
            *count += usize::from(lacks.split(' ').any(|code| code == lack.code));
        }
    }
}

/// The units of a round in their order, children of no unit last; and the whole agency.
///
/// # Errors
/// If the store cannot be read.
pub fn standings(store: &Store, round: Id<Round>) -> Result<(Vec<Standing>, Standing)> {
    let mut units: Vec<Standing> = store
        .all::<Unit>()?
        .into_iter()
        .map(|unit| Standing { unit: unit.id, name: unit.name, ..Standing::default() })
        .collect();
    units.push(Standing::default());
    let mut all = Standing::default();
    let sql =
        "select ifnull(v.unit, 0), v.result, v.lacks from review_shown v where v.round = ?1 and v.trashed is null";
    let mut statement = store.reader().prepare_cached(sql)?;
    let mut rows = statement.query([round.0])?;
    while let Some(row) = rows.next()? {
        let (unit, result, lacks): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        all.count(&result, &lacks);
        // A unit in the trash is none.
        let place = units.iter().position(|it| it.unit.0 == unit).unwrap_or(units.len() - 1);
        units[place].count(&result, &lacks);
    }
    units.retain(|unit| unit.children > 0);
    Ok((units, all))
}

/// The round that is going on: the latest one begun by today in which a child is still to be reviewed.
///
/// # Errors
/// If the store cannot be read.
pub fn open_round(store: &Store) -> Result<Option<Id<Round>>> {
    let today = store.today();
    let open = |round: &Round| round.since <= today && round.reviewed < round.children;
    Ok(store.all::<Round>()?.into_iter().find(open).map(|round| round.id))
}
