//! The sample office keeps what it promises.
use std::collections::HashSet;

use chrono::NaiveDateTime;

use super::*;
use crate::domain::born::{Born, Under};
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::disbursement::Disbursement;
use crate::domain::entry::Entry;
use crate::domain::gift::Gift;
use crate::domain::person::{Employed, Person};
use crate::domain::plan::Evidence;
use crate::domain::report::Report;
use crate::domain::session::{Form, Session};
use crate::domain::support::Support;
use crate::domain::unit_report::{Stand, UnitReport};
use crate::domain::workday;
use crate::reports::twins;
use crate::store::clock::Clock;
use crate::store::list::Query;

/// A store with the first data and the sample office.
pub(super) fn sample() -> Store {
    let clock = Clock { day: Some(day()), now: NaiveDateTime::default };
    let mut store = Store::memory("demo", clock).unwrap();
    setup::run(&mut store).unwrap();
    fill(&mut store).unwrap();
    store
}

#[test]
fn it_is_whole_and_made_in_one_step() {
    let mut store = sample();
    assert_eq!(store.check().unwrap(), []);
    assert_eq!(store.ids(Entry::META, &Query::default(), None).unwrap().len(), 2);
    fill(&mut store).unwrap();
    assert_eq!(store.all::<Unit>().unwrap().len(), 9);
}

#[test]
fn it_is_the_same_every_time() {
    let (one, two) = (sample(), sample());
    assert_eq!(one.all::<Child>().unwrap(), two.all::<Child>().unwrap());
    assert_eq!(one.all::<Contribution>().unwrap(), two.all::<Contribution>().unwrap());
}

#[test]
fn it_has_the_people_it_promises() {
    let store = sample();
    let units = store.all::<Unit>().unwrap();
    let people = store.all::<Person>().unwrap();
    let staff: Vec<&Person> = people.iter().filter(|person| person.staff == Employed::Yes).collect();
    let children = store.all::<Child>().unwrap();
    assert_eq!((units.len(), staff.len(), children.len()), (9, 120, 141));
    let names: HashSet<&str> = people.iter().map(|it| &*it.name).chain(children.iter().map(|it| &*it.name)).collect();
    assert_eq!(names.len(), people.len() + children.len());
    for unit in &units {
        let own = staff.iter().filter(|person| person.unit == unit.id);
        assert!(i64::try_from(own.clone().count()).unwrap() <= unit.headcount, "{}", unit.name);
        assert!(own.clone().any(|person| person.name == unit.contact), "{}", unit.name);
    }
    let both = |child: &&Child| {
        let here = |id| staff.iter().any(|person| person.id == id);
        here(child.father) && here(child.mother)
    };
    assert!(children.iter().filter(both).count() >= 9);
    let twins = children.iter().filter(|child| {
        matches!(child.born, Some(Born::Day(_)))
            && children.iter().any(|it| it.id != child.id && it.mother == child.mother && it.born == child.born)
    });
    assert_eq!(twins.count(), 4);
    assert_eq!(children.iter().filter(|child| !matches!(child.born, Some(Born::Day(_)))).count(), 7);
    let sixteen = |child: &&Child| matches!(child.born, Some(Born::Day(day)) if day.to_string().starts_with("2010"));
    assert_eq!(children.iter().filter(sixteen).count(), 7);
    assert!(children.iter().all(|child| !child.ward.is_new() && !child.unit.is_new()));
}

#[test]
fn one_child_was_entered_twice_and_no_other_is_suspected() {
    let pairs = twins::pairs(&sample()).unwrap();
    assert_eq!(pairs.len(), 1, "{pairs:?}");
    assert_eq!(pairs[0].suspicion.reasons.len(), 3);
}

#[test]
fn every_task_of_the_plan_has_evidence() {
    let store = sample();
    assert_eq!(store.all::<Plan>().unwrap()[0].year, 2026);
    for clause in store.all::<Clause>().unwrap() {
        assert_eq!(clause.proofs() > 0, clause.evidence != Evidence::Nothing, "{}", clause.code);
    }
}

#[test]
fn nothing_is_done_after_the_sample_day() {
    let store = sample();
    let off = workday::days_off(2026);
    for session in store.all::<Session>().unwrap() {
        assert!(
            (session.date <= day()) == session.is_held() && workday::worked(session.date, &off),
            "{} {}",
            session.name,
            session.date
        );
        assert!(!session.documents.0.is_empty());
    }
    let lasts = [
        store.all::<Contribution>().unwrap().iter().map(|it| it.date).max(),
        store.all::<Disbursement>().unwrap().iter().map(|it| it.date).max(),
        store.all::<Support>().unwrap().iter().map(|it| it.date).max(),
        store.all::<Gift>().unwrap().iter().filter_map(|it| it.received_on).max(),
        store.all::<UnitReport>().unwrap().iter().filter_map(|it| it.received_on).max(),
        store.all::<Report>().unwrap().iter().filter_map(|it| it.signed_on).max(),
        store.all::<Circumstance>().unwrap().iter().filter_map(|it| it.since).max(),
    ];
    assert!(lasts.iter().all(|last| last.is_some_and(|last| last <= day())), "{lasts:?}");
    let born = store.all::<Child>().unwrap().into_iter().filter_map(|child| child.born);
    assert!(born.clone().all(|born| born.first() <= day()));
}

#[test]
fn every_unit_spoke_of_the_law_and_the_hotline() {
    let store = sample();
    let sessions = store.all::<Session>().unwrap();
    for unit in store.all::<Unit>().unwrap() {
        let own = sessions.iter().filter(|session| session.unit == unit.id);
        assert!(own.clone().count() >= 3 && own.clone().any(|session| session.hotline), "{}", unit.name);
        assert!(
            own.clone().all(|session| session.attendance <= unit.headcount || session.form == Form::Conference),
            "{}",
            unit.name
        );
    }
}

#[test]
fn reports_stand_in_every_way() {
    let store = sample();
    let reports = store.all::<UnitReport>().unwrap();
    let stands = |period: &str| {
        let of_period = reports.iter().filter(|report| report.period.0 == period);
        let mut stands: Vec<Stand> = of_period.filter_map(|report| report.standing.on(day())).collect();
        stands.sort_by_key(|stand| format!("{stand:?}"));
        stands
    };
    use Stand::*;
    assert_eq!(stands("2026-H1"), [Accepted, Accepted, Accepted, Accepted, Late, Missing, Nothing, OnTime, OnTime]);
    assert_eq!(stands("2026-H2"), [Accepted, NotDue, NotDue, NotDue, NotDue, NotDue, OnTime, OnTime, Returned]);
    let silent =
        reports.iter().find(|report| report.period.0 == "2026-H1" && report.standing.on(day()) == Some(Nothing));
    let end = date("2026-06-14");
    let sessions = store.all::<Session>().unwrap();
    assert!(!sessions.iter().any(|it| it.unit == silent.unwrap().unit && it.date <= end));
}

#[test]
fn circumstances_and_money_are_of_every_kind() {
    let store = sample();
    let kinds: HashSet<i64> = store.all::<Circumstance>().unwrap().iter().map(|it| it.hardship.0).collect();
    let hardships = store.all::<Hardship>().unwrap();
    let letters: String = hardships.iter().filter(|it| kinds.contains(&it.id.0)).map(|it| &*it.letter).collect();
    assert_eq!(letters, "dđn");
    let children = store.all::<Child>().unwrap();
    for it in store.all::<Circumstance>().unwrap().iter().filter(|it| it.until.is_none()) {
        let child = children.iter().find(|child| child.id == it.child).unwrap();
        assert_eq!(child.born.map(|born| born.under(16, day())), Some(Under::Yes), "{} {:?}", child.name, child.born);
        assert!(
            it.since.is_none_or(|since| child.born.is_some_and(|born| born.first() <= since)),
            "{it:?} {:?}",
            child.born
        );
    }
    let local = hardships.iter().filter(|it| it.letter.is_empty());
    assert!(local.clone().all(|it| kinds.contains(&it.id.0)));
    let contributions = store.all::<Contribution>().unwrap();
    for means in [Means::Cash, Means::Transfer, Means::Goods] {
        assert!(contributions.iter().any(|it| it.means == means));
    }
    assert!(contributions.iter().any(|it| it.anonymous) && contributions.iter().any(|it| it.people > 0));
    let campaigns = store.all::<crate::domain::campaign::Campaign>().unwrap();
    assert!(
        campaigns.iter().all(|it| it.balance.0 > 0 && it.spent.0 > 0 && it.received.0 > 8_000_000),
        "{campaigns:?}"
    );
    assert!(store.all::<Support>().unwrap().len() >= 12);
}
