//! The sample year's signed sheets: two units have given their consents, one family has withdrawn one.
use super::{Office, date};
use crate::acts::consent::{Signed, note_within};
use crate::domain::child::Child;
use crate::domain::consent::{Consent, ConsentSheet, Purpose};
use crate::domain::id::Id;
use crate::domain::value::Value;
use crate::reports::consent;
use crate::store::{Result, Store};

/// The sheets: the unit's code, the day, where the paper lies.
const SHEETS: &[(&str, &str, &str)] =
    &[("QLĐĐ", "2026-02-26", "Văn phòng Sở, cặp 12"), ("BVMT", "2026-03-05", "Văn phòng Sở, cặp 12")];

/// Puts the sheets with what was signed on them.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    for (code, day, kept) in SHEETS {
        let unit = office.unit(code)?.id;
        let mut sheet = ConsentSheet { date: date(day), unit, kept: (*kept).to_owned(), ..ConsentSheet::default() };
        let sheet = store.put_record(&mut sheet)?;
        for (at, line) in consent::of_unit(store, unit, date(day))?.iter().enumerate() {
            for purpose in Purpose::ALL {
                // Every fourth family does not want its name in public; one child of 7 has not signed itself.
                let signed = match (purpose, at % 4, at) {
                    (Purpose::Publish | Purpose::Share, 3, _) => continue,
                    (Purpose::Photo, _, 1) => Signed::Representative,
                    _ if purpose.is_public() && line.must_agree => Signed::Both,
                    _ => Signed::Representative,
                };
                note_within(store, sheet, line.child.id, purpose, signed)?;
            }
        }
        withdraw_first(store, consent::of_unit(store, unit, date(day))?.first().map(|line| line.child.id))?;
    }
    Ok(())
}

/// The first child's family has taken back its consent to publication.
fn withdraw_first(store: &mut Store, child: Option<Id<Child>>) -> Result<()> {
    let Some(child) = child else { return Ok(()) };
    for mut consent in store.find::<Consent>("child", &Value::Int(child.0))? {
        if consent.purpose == Purpose::Publish && consent.withdrawn_on.is_none() {
            consent.withdrawn_on = Some(date("2026-09-14"));
            store.put_record(&mut consent)?;
        }
    }
    Ok(())
}
