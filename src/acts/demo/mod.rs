//! A sample office for looking and learning: a department's whole year for children, with nobody who exists.
mod books;
mod checks;
mod circumstances;
mod consents;
mod dice;
mod double;
mod events;
mod families;
mod gifts;
mod help;
mod letters;
mod money;
mod names;
mod promises;
mod reports;
mod reviews;
mod schools;
mod sessions;
mod tasks;
mod units;
mod welfare;

use chrono::NaiveDate;

use crate::acts::setup;
use crate::domain::act::{Act, Step};
use crate::domain::agency::Agency;
use crate::domain::body::Body;
use crate::domain::child::Child;
use crate::domain::document::Document;
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Plan};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::store::vault::Cost;
use crate::store::{Result, Store};
use crate::text::store as t;
use dice::Dice;
use names::Names;
use units::Member;

/// The day at which the sample office's clock stands: later things are only planned.
pub const DAY: &str = "2026-11-23";

/// The passphrase of the sample's sealed records, which its question tells.
pub const PASSPHRASE: &str = "mau niem phong";

const YEAR: i64 = 2026;

/// What the year's work is about: the units, the staff unit by unit, and the children family by family.
struct Office {
    dice: Dice,
    units: Vec<Unit>,
    staff: Vec<Member>,
    families: Vec<Vec<Child>>,
}

/// [`DAY`] as a day.
#[must_use]
pub fn day() -> NaiveDate {
    date(DAY)
}

/// Fills a store that holds the first data of [`setup::run`] with the sample year 2026, as one step. Does nothing if
/// there are units already, so that no real data is ever mixed with it.
///
/// # Errors
/// If the first data is missing or the store refuses; then nothing was written.
pub fn fill(store: &mut Store) -> Result<()> {
    if !store.all::<Unit>()?.is_empty() {
        return Ok(());
    }
    if !store.has_inner_lock() {
        store.found_inner_lock(PASSPHRASE, Cost::Least, PASSPHRASE)?;
    }
    let filled = store.write(Step::new(Act::Demo, "", ""), |store| {
        let mut dice = Dice::new(20_260_601);
        let mut names = Names::default();
        let (units, staff) = units::fill(store, &mut dice, &mut names)?;
        let families = families::fill(store, &mut dice, &mut names, &staff)?;
        let mut office = Office { dice, units, staff, families };
        put_agency(store, &office)?;
        put_plan(store)?;
        circumstances::fill(store, &office)?;
        schools::fill(store, &office)?;
        sessions::fill(store, &mut office)?;
        checks::fill(store, &office)?;
        let mid_autumn = events::fill(store, &mut office)?;
        let campaign = money::fill(store, &mut office, mid_autumn)?;
        help::fill(store, &office, campaign)?;
        consents::fill(store, &office)?;
        reviews::fill(store, &mut office)?;
        promises::fill(store, &mut office)?;
        reports::fill(store, &office)?;
        tasks::fill(store, &office)?;
        bodies(store)?;
        double::fill(store, &office)
    });
    store.reseal();
    filled
}

/// The department under both its names, signed by the director of the sample staff.
fn put_agency(store: &mut Store, office: &Office) -> Result<()> {
    for agency in [setup::former(), setup::preset(day())] {
        let mut agency = Agency { signer: office.director(), ..agency };
        store.put_record(&mut agency)?;
    }
    Ok(())
}

/// The plan of the first data as it was issued for the sample year.
fn put_plan(store: &mut Store) -> Result<()> {
    for mut plan in store.all::<Plan>()? {
        plan.name = plan.name.replace(&plan.year.to_string(), &YEAR.to_string());
        plan.year = YEAR;
        plan.number = "15/KH-SNNMT".to_owned();
        plan.issued = Some(date("2026-01-22"));
        store.put_record(&mut plan)?;
    }
    Ok(())
}

/// Whom to call at the partners that the plan names.
fn bodies(store: &mut Store) -> Result<()> {
    for mut body in store.all::<Body>()? {
        let (contact, phone) = match body.name.as_str() {
            "Công đoàn" => ("Chủ tịch Công đoàn cơ sở", "0900 000 111"),
            "Đoàn Thanh niên" => ("Bí thư Đoàn cơ sở", "0900 000 112"),
            _ => continue,
        };
        (body.contact, body.phone) = (contact.to_owned(), phone.to_owned());
        store.put_record(&mut body)?;
    }
    Ok(())
}

impl Office {
    fn director(&self) -> String {
        let found = self.staff.iter().find(|member| member.person.position == "Giám đốc Sở");
        found.map(|member| member.person.name.clone()).unwrap_or_default()
    }

    fn unit(&self, code: &str) -> Result<&Unit> {
        Ok(self.units.iter().find(|unit| unit.code == code).ok_or(t::GONE)?)
    }
}

/// A day of the sample year, as written in its files.
fn date(text: &str) -> NaiveDate {
    text.parse().expect("the sample year's days are days")
}

fn clause(store: &Store, code: &str) -> Result<Id<Clause>> {
    first(store, "code", code).map(|clause: Clause| clause.id)
}

fn document(store: &Store, number: &str) -> Result<i64> {
    first(store, "number", number).map(|document: Document| document.id.0)
}

/// The first record whose column holds a text.
fn first<R: Record>(store: &Store, column: &str, text: &str) -> Result<R> {
    Ok(store.find(column, &Value::from(text))?.into_iter().next().ok_or(t::GONE)?)
}

#[cfg(test)]
mod tests;
