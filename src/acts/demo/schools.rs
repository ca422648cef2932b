//! The sample children's last school year, and a father who has gone to another unit.
use chrono::Datelike;

use super::dice::Dice;
use super::{Office, date};
use crate::domain::child::Child;
use crate::domain::person::{Employed, Person};
use crate::domain::schooling::{Result as Mark, Schooling};
use crate::domain::stay::Stay;
use crate::store::{Result, Store};

/// The school year whose results are known.
const YEAR: &str = "2025-2026";

/// The first days of that year, by whose age the class goes.
const BEGINS: &str = "2025-09-05";

/// The unit that the father comes from, and his last day there.
const BEFORE: (&str, &str) = ("QLĐĐ", "2026-03-31");

/// Puts a school year for each child of school age.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    // Dice of its own: what else the sample holds does not change with it.
    let mut dice = Dice::new(20_250_905);
    let children: Vec<Child> = office.families.iter().flatten().cloned().collect();
    for child in children {
        // Who was born in a year begins school in the year of the sixth birthday.
        let Some(class) = child.born.map(|born| date(BEGINS).year() - born.first().year() - 5) else { continue };
        if !(1..=10).contains(&class) {
            continue;
        }
        let kind = if class <= 5 { "Trường Tiểu học" } else { "Trường THCS" };
        let kind = if class == 10 { "Trường THPT" } else { kind };
        let school = format!("{kind} {}", dice.pick(&["Chi Lăng", "Hoàng Văn Thụ", "Tam Thanh", "Đông Kinh"]));
        let result = dice.pick(&[Mark::Excellent, Mark::Good, Mark::Good, Mark::Fair, Mark::Passed]);
        let prize = if result == Mark::Excellent && dice.chance(30) { "Giải ba cấp tỉnh" } else { "" };
        let mut year = Schooling {
            child: child.id,
            year: YEAR.to_owned(),
            school,
            class: format!("{class}{}", dice.pick(&["A", "B", "C"])),
            result,
            prize: prize.to_owned(),
            ..Schooling::default()
        };
        store.put_record(&mut year)?;
    }
    moved(store, office)
}

/// The first child with one parent here was in another unit before.
fn moved(store: &mut Store, office: &Office) -> Result<()> {
    let (code, until) = BEFORE;
    let before = office.unit(code)?.id;
    for child in office.families.iter().flatten().filter(|child| !child.father.is_new() && child.unit != before) {
        let father: Person = store.get(child.father)?;
        if father.staff == Employed::Yes {
            let mut stay = Stay { child: child.id, unit: before, until: date(until), ..Stay::default() };
            store.put_record(&mut stay)?;
            return Ok(());
        }
    }
    Ok(())
}
