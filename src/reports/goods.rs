//! Goods that were contributed and are not taken in for any event yet.
use crate::domain::contribution::{Contribution, Means};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::stock::Intake;
use crate::domain::value::Value;
use crate::store::{Result, Store};

/// Contributions in goods, the latest first, each with what of its worth is not taken in yet, in đồng.
///
/// # Errors
/// If SQLite refuses.
pub fn waiting(store: &Store) -> Result<Vec<(Contribution, Vnd)>> {
    let mut all = Vec::new();
    for gift in store.find::<Contribution>("means", &Value::from(Means::Goods.code()))? {
        if matches!(gift.standing, Standing::Reversal | Standing::Reversed) {
            continue;
        }
        let taken: Vnd =
            store.find::<Intake>("contribution", &Value::Int(gift.id.0))?.iter().map(|intake| intake.amount).sum();
        let rest = gift.amount - taken;
        if rest.0 > 0 {
            all.push((gift, rest));
        }
    }
    Ok(all)
}

/// A contribution by its id, with what of its worth is not taken in yet.
///
/// # Errors
/// If SQLite refuses.
pub fn waiting_of(store: &Store, id: Id<Contribution>) -> Result<Option<(Contribution, Vnd)>> {
    Ok(waiting(store)?.into_iter().find(|(gift, _)| gift.id == id))
}
