//! The first data of a new store: the kinds of circumstances, the legal shelf, and the plan as a tree of clauses.
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value as Json};

use crate::acts::{clause, topics, unit_reports};
use crate::domain::act::{Act, Step};
use crate::domain::agency::Agency;
use crate::domain::circumstance::Hardship;
use crate::domain::document::Document;
use crate::domain::group::{GROUPS, HARDSHIPS};
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Partners, Plan};
use crate::domain::record::{Record, Row};
use crate::domain::value::{Cell, Lines, Value};
use crate::store::{Result, Store};
use crate::text::store as t;

const DOCUMENTS: &str = include_str!("../../assets/documents.json");
const PLAN: &str = include_str!("../../assets/plan.json");
const AGENCY: &str = include_str!("../../assets/agency.json");

/// Fills a new store as one step: the 14 groups of the law and the local hardships, the topics, the documents and contact
/// numbers, what is checked in units' reports, and the plan of the store's year. Does nothing if the store knows any
/// circumstances already.
///
/// # Errors
/// If the store refuses; then nothing was written.
pub fn run(store: &mut Store) -> Result<()> {
    if !store.all::<Hardship>()?.is_empty() {
        return Ok(());
    }
    store.write(Step::new(Act::Setup, "", ""), |store| {
        put_hardships(store)?;
        topics::seed_within(store)?;
        put_documents(store)?;
        unit_reports::put_rules_within(store)?;
        put_plan(store)
    })
}

/// The department on a day, its signer's name left blank: since 1 March 2025 the Sở Nông nghiệp và Môi trường, before
/// that [`former`] (Nghị quyết 04 of the province's council, 18 February 2025).
#[must_use]
pub fn preset(today: NaiveDate) -> Agency {
    let [former, present] = agencies();
    if today < present.since { former } else { present }
}

/// The Sở Tài nguyên và Môi trường, which issued the plan. The day it began is not known here; it stands from
/// 1 January 2020, the year of the plan.
#[must_use]
pub fn former() -> Agency {
    let [former, _] = agencies();
    former
}

fn put_hardships(store: &mut Store) -> Result<()> {
    let groups = GROUPS.iter().map(|group| Hardship {
        name: group.name.to_owned(),
        letter: group.letter.to_owned(),
        sensitive: group.sensitive,
        ..Hardship::default()
    });
    let local = HARDSHIPS.iter().map(|name| Hardship { name: (*name).to_owned(), ..Hardship::default() });
    for mut hardship in groups.chain(local) {
        store.put_record(&mut hardship)?;
    }
    Ok(())
}

/// Puts the documents; each stands after its successor, which it names by number.
fn put_documents(store: &mut Store) -> Result<()> {
    let mut numbers: Vec<(String, Value)> = Vec::new();
    for mut object in list(DOCUMENTS) {
        let successor = object.remove("successor");
        let mut document: Document = record(&object);
        if let Some(number) = successor.as_ref().and_then(Json::as_str) {
            let (_, row) = numbers.iter().find(|(known, _)| known == number).ok_or(t::GONE)?;
            document.successor = Cell::take(row).unwrap_or_default();
        }
        let id = store.put_record(&mut document)?;
        numbers.push((document.number, id.value()));
    }
    Ok(())
}

fn put_plan(store: &mut Store) -> Result<()> {
    let year = store.today().year();
    let object: Map<String, Json> = serde_json::from_str(PLAN).expect("the plan is an object");
    let name = object.get("name").and_then(Json::as_str).unwrap_or_default();
    let basis = Lines(object.get("basis").and_then(Json::as_str).unwrap_or_default().to_owned());
    let name = name.replace("{year}", &year.to_string());
    let mut plan = Plan { name, basis, year: i64::from(year), ..Plan::default() };
    let id = store.put_record(&mut plan)?;
    let clauses = object.get("clauses").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut above: Vec<(String, Id<Clause>)> = Vec::new();
    for (place, object) in (1..).zip(clauses.iter().filter_map(Json::as_object)) {
        let mut object = object.clone();
        let mut named =
            |key: &str| object.remove(key).and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default();
        let (lead, partners) = (named("lead"), named("partners"));
        let lead = clause::body(store, &lead)?;
        let mut partners_ids = Vec::new();
        for partner in partners.split(';') {
            partners_ids.extend(Some(clause::body(store, partner)?.0).filter(|id| *id != 0));
        }
        let mut clause = Clause { plan: id, place, lead, partners: Partners(partners_ids), ..record(&object) };
        // A clause hangs on the one whose code is the beginning of its own.
        let stem = clause.code.rsplit_once('.').map_or("", |(stem, _)| stem);
        clause.parent = above.iter().find(|(code, _)| code == stem).map_or(Id::NEW, |(_, id)| *id);
        let put = store.put_record(&mut clause)?;
        above.push((clause.code, put));
    }
    Ok(())
}

fn agencies() -> [Agency; 2] {
    let found: Vec<Agency> = list(AGENCY).iter().map(record).collect();
    found.try_into().expect("the department had two names")
}

fn list(json: &str) -> Vec<Map<String, Json>> {
    serde_json::from_str(json).expect("the first data is a list of objects")
}

/// A record from an object whose keys are its columns; what is missing is blank.
fn record<R: Record>(object: &Map<String, Json>) -> R {
    let mut row = Row { id: 0, values: (R::META.blank)() };
    for (column, json) in object {
        R::META.set(&mut row, column, json.as_str().map_or(Value::Null, Value::from));
    }
    R::of(&row).expect("the first data has the columns' types")
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::domain::document::DocumentKind;
    use crate::domain::due::Due;
    use crate::domain::plan::Evidence;
    use crate::store::clock::Clock;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn store() -> Store {
        let clock = Clock { day: Some(day("2027-01-05")), now: NaiveDateTime::default };
        let mut store = Store::memory("test", clock).unwrap();
        run(&mut store).unwrap();
        store
    }

    #[test]
    fn every_key_of_the_first_data_is_a_column() {
        let plan: Json = serde_json::from_str(PLAN).unwrap();
        let clauses = plan["clauses"].as_array().unwrap().iter().map(|it| it.as_object().unwrap().clone()).collect();
        for (meta, objects) in
            [(Document::META, list(DOCUMENTS)), (Agency::META, list(AGENCY)), (Clause::META, clauses)]
        {
            for object in objects {
                for (key, value) in &object {
                    assert!(meta.place(key).is_some() && value.is_string(), "{} {key}", meta.table);
                }
            }
        }
    }

    #[test]
    fn it_fills_a_new_store_once() {
        let mut store = store();
        let count = store.all::<Hardship>().unwrap().len();
        assert_eq!(count, 14 + HARDSHIPS.len());
        run(&mut store).unwrap();
        assert_eq!(store.all::<Hardship>().unwrap().len(), count);
        assert_eq!(store.all::<Plan>().unwrap().len(), 1);
        assert_eq!(store.check().unwrap(), []);
        let sensitive = store.all::<Hardship>().unwrap().into_iter().filter(|it| it.sensitive);
        assert_eq!(sensitive.map(|it| it.letter).collect::<String>(), "đegiklm");
    }

    #[test]
    fn what_has_expired_names_what_came_after() {
        let store = store();
        let documents = store.all::<Document>().unwrap();
        let successor = |number: &str| {
            let old = documents.iter().find(|it| it.number == number).unwrap();
            assert!(!old.holds(day("2026-11-23")), "{number}");
            documents.iter().find(|it| it.id == old.successor).unwrap().number.clone()
        };
        for (old, new) in [
            ("20-CT/TW", "28-CT/TW"),
            ("34/2014/QĐ-TTg", "06/2019/QĐ-TTg"),
            ("2361/QĐ-TTg", "23/QĐ-TTg"),
            ("234/QĐ-TTg", "1248/QĐ-TTg"),
            ("18001567", "111"),
        ] {
            assert_eq!(successor(old), new);
        }
        assert_eq!(documents.iter().filter(|it| it.kind == DocumentKind::Hotline).count(), 2);
    }

    #[test]
    fn the_plan_is_a_tree_of_the_stores_year() {
        let store = store();
        let plan = store.all::<Plan>().unwrap().remove(0);
        assert_eq!(plan.year, 2027);
        assert!(plan.name.ends_with("năm 2027"));
        let clauses = store.all::<Clause>().unwrap();
        let codes: Vec<&str> = clauses.iter().map(|clause| clause.code.as_str()).collect();
        assert_eq!(
            codes.join(" "),
            "I I.1 I.2 II II.1 II.1.a II.1.b II.1.c II.1.d II.2 II.2.a II.2.b II.2.c II.2.d II.2.đ II.2.e III III.a III.b III.c"
        );
        for clause in clauses {
            let task = clause.evidence != Evidence::Nothing;
            assert_eq!(task, !clause.lead.is_new(), "{}", clause.code);
            assert_eq!(clause.parent.is_new(), !clause.code.contains('.'), "{}", clause.code);
            assert_eq!(task, Due::parse(&clause.due.0).and_then(|due| due.day(2027)).is_some(), "{}", clause.code);
        }
    }

    #[test]
    fn the_department_changed_its_name_in_march_2025() {
        assert_eq!(preset(day("2025-02-28")), former());
        assert_eq!(preset(day("2025-03-01")).symbol, "SNNMT");
        assert_eq!(preset(day("2026-11-23")).signer, "");
        assert_eq!(former().name, "Sở Tài nguyên và Môi trường");
    }
}
