//! What is done in the ledger of consents: given from a signed sheet, withdrawn at once. A wrong tick is undone; a consent
//! that held stays as proof after it is withdrawn.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::child::Child;
use crate::domain::consent::{Consent, ConsentSheet, Purpose};
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::store::{Result, Store};
use crate::text::acts as t;

/// Who signed for a purpose on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// Nobody: what was ticked by mistake goes.
    Nobody,
    /// The representative.
    Representative,
    /// The representative and the child.
    Both,
}

/// Notes for children what a sheet says of a purpose, as one step. A consent that still holds is brought up to the sheet;
/// one that was withdrawn stays as it is, and a new one begins.
///
/// # Errors
/// If a row is gone, or a child was withdrawn after the sheet was signed.
pub fn note(
    store: &mut Store,
    sheet: Id<ConsentSheet>,
    children: &[Id<Child>],
    purpose: Purpose,
    signed: Signed,
) -> Result<()> {
    let step = Step::new(Act::Consent, Child::TABLE, name(store, children)?);
    store.write(step, |store| children.iter().try_for_each(|child| note_within(store, sheet, *child, purpose, signed)))
}

/// Notes one consent within the running step; see [`note`].
///
/// # Errors
/// The same.
pub fn note_within(
    store: &mut Store,
    sheet: Id<ConsentSheet>,
    child: Id<Child>,
    purpose: Purpose,
    signed: Signed,
) -> Result<()> {
    let paper = store.get(sheet)?;
    let of_child = store.find::<Consent>("child", &Value::Int(child.0))?;
    let mut of_purpose = of_child.into_iter().filter(|it| it.purpose == purpose);
    let (holding, withdrawn): (Vec<Consent>, Vec<Consent>) =
        of_purpose.by_ref().partition(|it| it.withdrawn_on.is_none());
    let former = holding.into_iter().next();
    if signed == Signed::Nobody {
        return former.map_or(Ok(()), |it| store.remove(Consent::META, it.id.0));
    }
    if withdrawn.iter().any(|it| it.withdrawn_on.is_some_and(|on| on > paper.date)) {
        return Err(t::WITHDRAWN_SINCE.with([store.name_of(Child::TABLE, child.0)]).into());
    }
    let mut consent = former.unwrap_or_default();
    consent.child = child;
    consent.purpose = purpose;
    consent.sheet = sheet;
    consent.given_on = paper.date;
    consent.own = signed == Signed::Both;
    consent.representative = representative(store, child, paper.unit)?;
    store.put_record(&mut consent)?;
    Ok(())
}

/// Withdraws children's consents on a day: to one purpose, or to all. From then on nothing uses them.
///
/// # Errors
/// If there is nothing to withdraw.
pub fn withdraw(store: &mut Store, children: &[Id<Child>], purpose: Option<Purpose>, day: NaiveDate) -> Result<usize> {
    let name = name(store, children)?;
    let step = Step::new(Act::WithdrawConsent, Child::TABLE, name.clone());
    let count = store.write(step, |store| {
        let mut count = 0;
        for child in children {
            for mut consent in store.find::<Consent>("child", &Value::Int(child.0))? {
                if consent.withdrawn_on.is_none() && purpose.is_none_or(|it| it == consent.purpose) {
                    consent.withdrawn_on = Some(day.max(consent.given_on));
                    store.put_record(&mut consent)?;
                    count += 1;
                }
            }
        }
        Ok(count)
    })?;
    if count == 0 { Err(t::NOTHING_TO_WITHDRAW.with([name]).into()) } else { Ok(count) }
}

/// The child's name, or how many there are.
fn name(store: &Store, children: &[Id<Child>]) -> Result<String> {
    Ok(match children {
        [only] => store.get(*only)?.name,
        many => many.len().to_string(),
    })
}

/// Who signs for a child on a unit's sheet: the parent who works there, else either parent, else who looks after it.
fn representative(store: &Store, child: Id<Child>, unit: Id<Unit>) -> Result<Id<Person>> {
    let child = store.get(child)?;
    let all = [child.father, child.mother, child.carer];
    for id in all.into_iter().filter(|id| !id.is_new()) {
        if store.get(id)?.unit == unit {
            return Ok(id);
        }
    }
    Ok(all.into_iter().find(|id| !id.is_new()).unwrap_or(Id::NEW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;
    use crate::domain::consent::{Standing, standing};

    #[test]
    fn a_consent_is_noted_brought_up_and_withdrawn_with_its_proof() {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Văn phòng");
        let father = sample::staff(&mut store, "Lộc Văn Hà", unit);
        let child = sample::child(&mut store, "Lộc Văn Đông", "2014-03-12", father, unit);
        let sheet = |store: &mut Store, on: &str| {
            let mut sheet = ConsentSheet { date: sample::day(on), unit, ..ConsentSheet::default() };
            store.save(&mut sheet).unwrap();
            sheet.id
        };
        let first = sheet(&mut store, "2026-05-04");
        let now = |store: &Store| {
            let all = store.all::<Consent>().unwrap();
            let born = store.get(child).unwrap().born;
            (all.len(), standing(all.last(), born, store.today()))
        };
        note(&mut store, first, &[child], Purpose::Publish, Signed::Representative).unwrap();
        assert_eq!(now(&store), (1, Standing::Half));
        note(&mut store, first, &[child], Purpose::Publish, Signed::Both).unwrap();
        assert_eq!(now(&store), (1, Standing::HoldsBoth));
        assert_eq!(store.all::<Consent>().unwrap()[0].representative, father);
        assert_eq!(withdraw(&mut store, &[child], None, sample::day("2026-05-20")).unwrap(), 1);
        assert_eq!(now(&store), (1, Standing::Withdrawn));
        assert!(withdraw(&mut store, &[child], None, sample::day("2026-05-20")).is_err());
        // An older sheet cannot bring back what was withdrawn since; a new one can, and the proof stays.
        assert!(note(&mut store, first, &[child], Purpose::Publish, Signed::Both).is_err());
        let second = sheet(&mut store, "2026-05-20");
        note(&mut store, second, &[child], Purpose::Publish, Signed::Both).unwrap();
        assert_eq!(now(&store), (2, Standing::HoldsBoth));
        note(&mut store, second, &[child], Purpose::Publish, Signed::Nobody).unwrap();
        assert_eq!(now(&store), (1, Standing::Withdrawn));
        store.undo().unwrap();
        assert_eq!(now(&store), (2, Standing::HoldsBoth));
        assert_eq!(store.check().unwrap(), []);
    }
}
