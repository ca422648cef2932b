//! The year's inspections of the units, and what they recommended as it is carried out.
use chrono::{Datelike, NaiveDate};

use crate::acts::clause;
use crate::domain::act::{Act, Step};
use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::recommendation::{Recommendation, RecommendationState};
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::store::{Result, Store};
use crate::text::inspection as t;

/// Plans an inspection on a day for each unit there then that has none in that year, as one step; how many.
///
/// # Errors
/// If the store refuses.
pub fn plan(store: &mut Store, day: NaiveDate, basis: &str) -> Result<usize> {
    let year = day.year();
    store.write(Step::new(Act::PlanInspections, Inspection::TABLE, year.to_string()), |store| {
        let there =
            |unit: &Unit| unit.since.is_none_or(|since| since <= day) && unit.until.is_none_or(|until| until >= day);
        let has: Vec<Id<Unit>> =
            store.all::<Inspection>()?.into_iter().filter(|it| it.date.year() == year).map(|it| it.unit).collect();
        let clause = clause::proposed(store, Inspection::TABLE, year)?;
        let mut added = 0;
        for unit in store.all::<Unit>()?.into_iter().filter(|unit| there(unit) && !has.contains(&unit.id)) {
            let mut inspection = Inspection {
                date: day,
                unit: unit.id,
                name: t::PLAN_ABOUT.with([year]).say(crate::text::Lang::Vi),
                basis: basis.to_owned(),
                clause,
                ..Inspection::default()
            };
            store.put_record(&mut inspection)?;
            added += 1;
        }
        Ok(added)
    })
}

/// Notes some recommendations as carried out on a day, as one step.
///
/// # Errors
/// If one is gone or the store refuses.
pub fn settle(store: &mut Store, ids: &[Id<Recommendation>], day: NaiveDate) -> Result<()> {
    let object = match ids {
        [only] => store.get(*only)?.name,
        many => many.len().to_string(),
    };
    store.write(Step::new(Act::Settle, Recommendation::TABLE, object), |store| {
        for id in ids {
            let mut line = store.get(*id)?;
            line.state = RecommendationState::Done;
            line.closed_on = Some(day);
            store.put_record(&mut line)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample::{day, store, unit};

    #[test]
    fn each_unit_is_planned_once_a_year() {
        let mut store = store();
        let first = unit(&mut store, "Văn phòng Sở");
        unit(&mut store, "Thanh tra Sở");
        let mut own =
            Inspection { date: day("2026-03-02"), unit: first, name: "Đột xuất".into(), ..Inspection::default() };
        store.save(&mut own).unwrap();
        assert_eq!(plan(&mut store, day("2026-09-10"), "Kế hoạch 5/KH-SNNMT").unwrap(), 1);
        assert_eq!(plan(&mut store, day("2026-10-10"), "").unwrap(), 0);
        assert_eq!(plan(&mut store, day("2027-09-10"), "").unwrap(), 2);
        assert_eq!(store.all::<Inspection>().unwrap().len(), 4);
    }

    #[test]
    fn a_recommendation_is_open_until_it_is_carried_out() {
        let mut store = store();
        let unit = unit(&mut store, "Văn phòng Sở");
        let mut own =
            Inspection { date: day("2026-03-02"), unit, name: "Đột xuất".into(), ..Inspection::default() };
        store.save(&mut own).unwrap();
        let mut line =
            Recommendation { name: "Niêm yết 111".into(), inspection: own.id, ..Recommendation::default() };
        store.save(&mut line).unwrap();
        assert_eq!(store.get(own.id).unwrap().open, 1);
        settle(&mut store, &[line.id], day("2026-05-20")).unwrap();
        let own = store.get(own.id).unwrap();
        assert_eq!((own.recommendations, own.open), (1, 0));
    }
}
