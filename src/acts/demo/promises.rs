//! The sample year's promises: some units have handed in their signed sheets, others not yet.
use super::{Office, YEAR, date};
use crate::acts::commitments;
use crate::domain::commitment::{Commitment, CommitmentState};
use crate::domain::value::Value;
use crate::store::{Result, Store};

/// The units whose sheets are in.
const IN: &[&str] = &["VP", "KHTC", "TCCB", "TNNKS", "BVMT"];

/// Puts the year's lines and marks those that were signed.
pub(super) fn fill(store: &mut Store, office: &mut Office) -> Result<()> {
    commitments::list_within(store, YEAR)?;
    for mut line in store.find::<Commitment>("year", &Value::Int(YEAR))? {
        let unit = office.units.iter().find(|unit| unit.id == line.unit);
        if unit.is_some_and(|unit| IN.contains(&unit.code.as_str())) && office.dice.chance(85) {
            line.state = CommitmentState::Signed;
            line.signed_on = Some(office.dice.workday(date("2026-10-12"), date("2026-11-13")));
            store.put_record(&mut line)?;
        }
    }
    Ok(())
}
