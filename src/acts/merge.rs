//! Two children who are one made one, taken apart again at any time, or told to be two.
use crate::domain::act::{Act, Step};
use crate::domain::apart::Apart;
use crate::domain::child::Child;
use crate::domain::circumstance::Circumstance;
use crate::domain::id::Id;
use crate::domain::merge::Merge;
use crate::domain::record::Record;
use crate::domain::value::Cell;
use crate::store::{Result, Store};
use crate::text::twin as t;

/// What tells of pairs of children, and so stays with those it speaks of.
const SPARED: &[&str] = &[Merge::TABLE, Apart::TABLE];

/// Merges a child into another, which is kept with the values that were chosen, as one step. What belongs to the merged
/// child goes to the kept one, but for approved gift lists, which stand; of two circumstances of one kind that still
/// hold, the longer stays. Both children's rows as they were come back by [`separate`].
///
/// # Errors
/// If they are the same row, one of them is in the trash, or the chosen values break a rule; then nothing was written.
pub fn merge(store: &mut Store, kept: &Child, gone: Id<Child>) -> Result<Id<Merge>> {
    if kept.id == gone {
        return Err(t::SAME_CHILD.into());
    }
    let merged = store.get(gone)?;
    for child in [kept, &merged] {
        if !store.is_alive(Child::META, child.id.0)? {
            return Err(t::IN_TRASH.with([&child.name]).into());
        }
    }
    store.write(Step::new(Act::Merge, Child::TABLE, kept.name.clone()), |store| {
        store.put_record(&mut kept.clone())?;
        drop_doubles(store, kept.id, gone)?;
        store.repoint(Child::TABLE, gone.0, kept.id.0, SPARED)?;
        store.put_away(Child::META, gone.0)?;
        let mut merge = Merge { name: merged.name, merged_on: store.today(), kept: kept.id, gone, ..Merge::default() };
        let id = store.put_record(&mut merge)?;
        store.keep_step(Merge::META, id.0)?;
        Ok(id)
    })
}

/// Takes a merge back as a step of its own: both children are as they were before it, with what belonged to each. What
/// was changed since stays as it is now.
///
/// # Errors
/// If a later merge has to be taken back first, since it changed the same values or merged the kept child in turn.
pub fn separate(store: &mut Store, merge: Id<Merge>) -> Result<()> {
    let found = store.get(merge)?;
    let step = store.kept_step(Merge::META, merge.0)?.unwrap_or_default();
    if let Some(later) = on_top(store, &found, step)? {
        let kept = store.name_of(Child::TABLE, found.kept.0);
        return Err(t::MERGED_ON_TOP.with([kept, later.name]).into());
    }
    store.write(Step::new(Act::Separate, Child::TABLE, found.name), |store| store.put_step_back(step))
}

/// Remembers that two children are not one, as a step.
///
/// # Errors
/// If one of them is gone, or it is remembered already.
pub fn tell_apart(store: &mut Store, one: Id<Child>, other: Id<Child>) -> Result<Id<Apart>> {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    let name = format!("{}, {}", store.get(first)?.name, store.get(second)?.name);
    store.write(Step::new(Act::TellApart, Child::TABLE, name.clone()), |store| {
        store.put_record(&mut Apart { name, first, second, ..Apart::default() })
    })
}

/// Forgets that two children are not one, as a step.
///
/// # Errors
/// If it is not remembered.
pub fn doubt(store: &mut Store, apart: Id<Apart>) -> Result<()> {
    let name = store.get(apart)?.name;
    store.write(Step::new(Act::Doubt, Child::TABLE, name), |store| store.remove(Apart::META, apart.0))
}

/// Of two circumstances of one kind that both still hold, one is enough: the one from before the other.
fn drop_doubles(store: &mut Store, kept: Id<Child>, gone: Id<Child>) -> Result<()> {
    let mut own = store.find::<Circumstance>("child", &kept.value())?;
    own.retain(|it| it.until.is_none());
    for found in store.find::<Circumstance>("child", &gone.value())?.into_iter().filter(|it| it.until.is_none()) {
        let Some(double) = own.iter_mut().find(|it| it.hardship == found.hardship) else { continue };
        let later = if found.since < double.since { std::mem::replace(double, found) } else { found };
        store.remove(Circumstance::META, later.id.0)?;
    }
    Ok(())
}

/// A later merge that stands on this one: of the kept child into another, or into the kept child where it changed
/// values that this one changed too.
fn on_top(store: &Store, merge: &Merge, step: i64) -> Result<Option<Merge>> {
    if let Some(next) = store.find::<Merge>("gone", &merge.kept.value())?.pop() {
        return Ok(Some(next));
    }
    let own = changed(store, step, merge.kept)?;
    for other in store.find::<Merge>("kept", &merge.kept.value())? {
        let later = store.kept_step(Merge::META, other.id.0)?.unwrap_or_default();
        if later > step && changed(store, later, merge.kept)?.iter().any(|column| own.contains(column)) {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// The columns of a child that a step changed.
fn changed(store: &Store, step: i64, child: Id<Child>) -> Result<Vec<String>> {
    let changes = store.changes(step)?;
    let own = changes.iter().filter(|change| change.table == Child::TABLE && change.row == child.0);
    Ok(own.flat_map(|change| change.differences().into_iter().map(|(name, _, _)| name.to_owned())).collect())
}

#[cfg(test)]
mod tests;
