//! Inspections on their days, and the days by which units are to carry out what was recommended.
use chrono::NaiveDate;

use super::deadlines::asked;
use super::{Item, Leads, Sort, Standing};
use crate::domain::inspection::Inspection;
use crate::domain::recommendation::Recommendation;
use crate::domain::record::Record;
use crate::store::{Result, Store};
use crate::text::{Lang, calendar as t, inspection};

/// The inspections. One that was planned and whose day has passed is late.
pub fn inspections(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let within = store.all::<Inspection>()?.into_iter().filter(|it| (from..=to).contains(&it.date));
    let one = |it: Inspection| {
        let unit = store.name_of("unit", it.unit.0);
        let what = t::INSPECTION.with([unit, it.name.clone()]).say(lang);
        let asked = asked(store, it.date, what, it.is_held(), Leads::Row(Inspection::TABLE, it.id.0), lang);
        let planned = asked.standing == Standing::Open;
        let state = if planned { t::PLANNED.say(lang).to_owned() } else { asked.state };
        Item { sort: Sort::Inspection, state, ..asked }
    };
    Ok(within.map(one).collect())
}

/// What inspections recommended, on the day by which it is to be carried out.
pub fn recommendations(store: &Store, from: NaiveDate, to: NaiveDate, lang: Lang) -> Result<Vec<Item>> {
    let inspections = store.all::<Inspection>()?;
    let mut all = Vec::new();
    for line in store.all::<Recommendation>()? {
        let Some(day) = line.due.filter(|day| (from..=to).contains(day)) else { continue };
        let Some(it) = inspections.iter().find(|it| it.id == line.inspection) else { continue };
        let what = inspection::IN_CALENDAR.with([store.name_of("unit", it.unit.0), line.name.clone()]).say(lang);
        all.push(asked(store, day, what, !line.is_open(), Leads::Row(Inspection::TABLE, it.id.0), lang));
    }
    Ok(all)
}
