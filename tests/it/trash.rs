//! The trash: out of sight with all its links, and back with all of them.
use vitreem::domain::document::Document;
use vitreem::domain::record::Record;
use vitreem::domain::session::{Documents, Session};
use vitreem::domain::trashed::Trashed;
use vitreem::domain::unit::Unit;
use vitreem::domain::unit_report::UnitReport;
use vitreem::domain::value::{PeriodCode, Value};
use vitreem::store::list::{Marks, Query};
use vitreem::text::store as t;

use crate::harness::{TODAY, day, number, said, store, unit};

#[test]
fn a_trashed_row_is_out_of_sight_and_comes_back_with_its_links() {
    let mut store = store();
    let unit = unit(&mut store, "Phòng Truyền thông");
    let mut papers: Vec<i64> = Vec::new();
    for name in ["Luật Trẻ em", "Nghị định 56"] {
        let mut paper = Document { name: name.to_owned(), ..Document::default() };
        store.save(&mut paper).unwrap();
        papers.push(paper.id.0);
    }
    let mut session = Session {
        date: day(TODAY),
        unit: unit.id,
        name: "Phòng chống đuối nước".to_owned(),
        documents: Documents(papers.clone()),
        ..Session::default()
    };
    store.save(&mut session).unwrap();
    assert_eq!(store.lines(Document::META, &papers).unwrap()[0].values.last(), Some(&Value::Int(1)));

    store.trash(Session::META, &[session.id.0]).unwrap();
    let filter = |text: &str| Query { filter: text.to_owned(), ..Query::default() };
    assert!(store.ids(Session::META, &Query::default(), None).unwrap().is_empty());
    assert!(store.ids(Session::META, &filter("duoi"), None).unwrap().is_empty());
    assert!(store.find::<Session>("unit", &Value::Int(unit.id.0)).unwrap().is_empty());
    assert!(store.suggest("session", "duoi", 9).unwrap().is_empty());
    assert!(store.names(Session::META, Marks::Fold).unwrap().search(&["duoi"]).is_empty());
    assert!(store.named::<Session>("phong chong duoi nuoc").unwrap().is_empty());
    assert_eq!(store.count(Session::META).unwrap(), 0);
    assert_eq!(store.lines(Document::META, &papers).unwrap()[0].values.last(), Some(&Value::Int(0)));
    assert_eq!(store.get(session.id).unwrap(), session);

    let lying = store.all::<Trashed>().unwrap();
    assert_eq!(lying.len(), 1);
    assert_eq!((lying[0].kind.0.as_str(), lying[0].row), ("session", session.id.0));
    assert_eq!((lying[0].name.as_str(), lying[0].at.0.as_str()), ("Phòng chống đuối nước", "2026-05-20T08:30:00"));
    assert_eq!(store.ids(Trashed::META, &filter("đuối"), None).unwrap().len(), 1);
    assert_eq!(store.count(Trashed::META).unwrap(), 1);

    store.restore(Session::META, &[session.id.0]).unwrap();
    assert_eq!(store.all::<Session>().unwrap(), [session.clone()]);
    assert_eq!(session.documents.0, papers);
    assert!(store.all::<Trashed>().unwrap().is_empty());
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_row_without_a_name_is_told_by_its_first_columns() {
    let mut store = store();
    let unit = unit(&mut store, "Phòng A");
    let mut report = UnitReport {
        period: PeriodCode("2026-H1".to_owned()),
        unit: unit.id,
        due: day("2026-06-14"),
        ..UnitReport::default()
    };
    store.save(&mut report).unwrap();
    store.trash(UnitReport::META, &[report.id.0]).unwrap();
    assert_eq!(store.all::<Trashed>().unwrap()[0].name, "2026-H1 · Phòng A");
}

#[test]
fn what_has_taken_the_place_meanwhile_keeps_it() {
    let mut store = store();
    let unit = unit(&mut store, "Phòng A");
    let new = || UnitReport {
        period: PeriodCode("2026-H1".to_owned()),
        unit: unit.id,
        due: day("2026-06-14"),
        ..UnitReport::default()
    };
    let mut first = new();
    store.save(&mut first).unwrap();
    assert_eq!(said(store.save(&mut new())), t::TAKEN.vi);
    store.trash(UnitReport::META, &[first.id.0]).unwrap();
    store.save(&mut new()).unwrap();
    assert_eq!(said(store.restore(UnitReport::META, &[first.id.0])), t::TAKEN.vi);
    assert_eq!(store.all::<Trashed>().unwrap().len(), 1);
}

#[test]
fn several_rows_go_in_one_step_and_a_row_that_is_not_there_stops_all() {
    let mut store = store();
    let ids: Vec<i64> = ["A", "B", "C"].iter().map(|name| unit(&mut store, name).id.0).collect();
    store.trash(Unit::META, &ids).unwrap();
    assert_eq!(store.undoable().unwrap().unwrap().object, "3");
    assert_eq!(number(&store, "select count(*) from step"), 4);
    store.undo().unwrap();
    assert_eq!(store.count(Unit::META).unwrap(), 3);
    assert_eq!(said(store.trash(Unit::META, &[ids[0], 99])), t::GONE.vi);
    assert_eq!(store.count(Unit::META).unwrap(), 3);
}

#[test]
fn what_is_only_looked_at_cannot_be_thrown_away() {
    let mut store = store();
    assert_eq!(said(store.trash(vitreem::domain::ward::Ward::META, &[1])), t::ONLY_LOOKED_AT.vi);
    assert_eq!(said(store.trash(Trashed::META, &[1])), t::ONLY_LOOKED_AT.vi);
}
