//! Rules: all that is wrong is said at once, at its column; what cannot be is never written.
use vitreem::domain::act::{Act, Step};
use vitreem::domain::agency::Agency;
use vitreem::domain::child::Child;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::disbursement::Disbursement;
use vitreem::domain::id::Id;
use vitreem::domain::person::Person;
use vitreem::domain::record::{Meta, Record, Row};
use vitreem::domain::session::{Documents, Session};
use vitreem::domain::unit::Unit;
use vitreem::domain::value::Value;
use vitreem::store::{Error, Result, Store};
use vitreem::text::{Lang, rule, store as t};

use crate::harness::{TODAY, day, ids, number, said, store, unit, written};

fn columns(result: Result<()>) -> Vec<&'static str> {
    match result {
        Err(Error::Faults(faults)) => faults.iter().map(|fault| fault.column).collect(),
        other => panic!("{other:?}"),
    }
}

fn new(meta: &Meta, values: &[(&str, Value)]) -> Row {
    let mut row = Row { id: 0, values: (meta.blank)() };
    for (column, value) in values {
        meta.set(&mut row, column, value.clone());
    }
    row
}

#[test]
fn all_wrong_columns_are_said_at_once() {
    let mut store = store();
    assert_eq!(columns(store.save(&mut Contribution::default())), ["date", "campaign", "amount", "unit"]);
    assert_eq!(
        columns(store.save(&mut Session { attendance: -1, ..Session::default() })),
        ["date", "unit", "name", "attendance"]
    );
    let sentence = said(store.save(&mut Session::default()));
    assert_eq!(sentence.matches(rule::NEEDED.vi).count(), 2, "{sentence}");
    for meta in written() {
        let blank = store.save_row(meta, &mut new(meta, &[]));
        assert!(matches!(blank, Err(Error::Faults(_))), "{}: {blank:?}", meta.table);
        assert_eq!(number(&store, &format!("select count(*) from \"{}\"", meta.table)), 0);
    }
}

#[test]
fn a_day_that_must_be_given_is_blank_at_first() {
    for meta in written() {
        for (column, value) in meta.columns.iter().zip((meta.blank)()) {
            assert!(column.kind != vitreem::domain::value::Kind::Date || value == Value::Null, "{}", meta.table);
        }
    }
}

#[test]
fn what_is_left_blank_is_filled_in_as_the_record_has_it() {
    let mut store = store();
    let nothing = |meta: &Meta| Row { id: 0, values: vec![Value::Null; meta.columns.len()] };
    let mut row = nothing(Agency::META);
    Agency::META.set(&mut row, "name", "Sở Y tế".into());
    store.save_row(Agency::META, &mut row).unwrap();
    let mut row = nothing(Child::META);
    Child::META.set(&mut row, "name", "Lê An".into());
    store.save_row(Child::META, &mut row).unwrap();
    let child = store.get::<Child>(Id::of(row.id)).unwrap();
    assert_eq!(child, Child { id: child.id, name: "Lê An".to_owned(), ..Child::default() });
    assert_eq!(Child::META.value(&row, "state").text(), "active");
}

#[test]
fn a_value_of_the_wrong_kind_is_a_fault_at_its_column() {
    let mut store = store();
    let mut row = new(Child::META, &[("name", "Lê An".into()), ("born", "hôm qua".into()), ("state", "x".into())]);
    assert_eq!(columns(store.save_row(Child::META, &mut row)), ["born", "state"]);
    let mut row = new(Child::META, &[("name", "Lê An".into()), ("unit", "Phòng A".into())]);
    assert_eq!(columns(store.save_row(Child::META, &mut row)), ["unit"]);
    assert_eq!(ids(&store, "child"), [] as [i64; 0]);
}

#[test]
fn new_names_become_rows_with_the_unit_of_who_names_them() {
    let mut store = store();
    let mut row = new(
        Child::META,
        &[
            ("name", "Lê An".into()),
            ("father", Value::New("Lê Bình".to_owned())),
            ("mother", Value::New("Hà Thị Hoa".to_owned())),
            ("unit", Value::New("Phòng Mới".to_owned())),
        ],
    );
    store.save_row(Child::META, &mut row).unwrap();
    let unit = store.named::<Unit>("phong moi").unwrap().remove(0);
    let child = store.get::<Child>(Id::of(row.id)).unwrap();
    assert_eq!(child.unit, unit.id);
    for parent in [child.father, child.mother] {
        assert_eq!(store.get::<Person>(parent).unwrap().unit, unit.id);
    }
    assert_eq!(number(&store, "select count(*) from step"), 1);
    store.undo().unwrap();
    assert_eq!((ids(&store, "child"), ids(&store, "person"), ids(&store, "unit")), (vec![], vec![], vec![]));
}

#[test]
fn a_name_alone_makes_no_row_that_needs_more() {
    let mut store = store();
    let mut row = new(
        Disbursement::META,
        &[
            ("date", TODAY.into()),
            ("purpose", "event".into()),
            ("event", Value::New("Hội xuân".to_owned())),
            ("campaign", Value::New("Quỹ".to_owned())),
        ],
    );
    assert_eq!(columns(store.save_row(Disbursement::META, &mut row)), ["campaign", "event", "amount"]);
    let mut row = new(Child::META, &[("name", "Lê An".into()), ("ward", Value::New("Xã Lạ".to_owned()))]);
    let failed = store.save_row(Child::META, &mut row);
    assert!(said(failed).ends_with(&rule::NOT_IN_LIST.with(["Xã Lạ"]).say(Lang::Vi)));
}

#[test]
fn what_breaks_a_rule_within_a_step_leaves_no_part_of_it() {
    let mut store = store();
    store
        .write(Step::new(Act::Import, "child", "1"), |store| {
            let mut bad = new(Child::META, &[("father", Value::New("Lê Bình".to_owned()))]);
            assert_eq!(columns(store.put_row(Child::META, &mut bad)), ["name"]);
            let mut good = new(Child::META, &[("name", "Lê An".into())]);
            store.put_row(Child::META, &mut good)
        })
        .unwrap();
    assert_eq!((ids(&store, "child").len(), ids(&store, "person").len()), (1, 0));
}

#[test]
fn a_row_that_others_need_stays() {
    let mut store = store();
    let unit = unit(&mut store, "Phòng A");
    let mut session =
        Session { date: day(TODAY), unit: unit.id, name: "Nói chuyện".to_owned(), ..Session::default() };
    store.save(&mut session).unwrap();
    let remove = |store: &mut Store, meta: &'static Meta, id: i64| {
        store.write(Step::new(Act::Edit, meta.table, ""), |store| store.remove(meta, id))
    };
    assert_eq!(said(remove(&mut store, Unit::META, unit.id.0)), t::STILL_NEEDED.vi);
    assert_eq!(said(remove(&mut store, Unit::META, 99)), t::GONE.vi);
    remove(&mut store, Session::META, session.id.0).unwrap();
    remove(&mut store, Unit::META, unit.id.0).unwrap();
    assert_eq!(said(store.get(unit.id).map(|_| ())), t::GONE.vi);
    assert_eq!(said(store.save(&mut session)), t::GONE.vi);
    let nowhere = &mut Session { id: Id::NEW, ..session };
    assert_eq!(said(store.save(nowhere)), t::STILL_NEEDED.vi);
}

#[test]
fn a_row_chosen_twice_is_linked_once_and_links_go_with_the_row() {
    let mut store = store();
    let unit = unit(&mut store, "Phòng A");
    let mut paper = vitreem::domain::document::Document { name: "Luật Trẻ em".to_owned(), ..Default::default() };
    store.save(&mut paper).unwrap();
    let mut session = Session {
        date: day(TODAY),
        unit: unit.id,
        name: "Nói chuyện".to_owned(),
        documents: Documents(vec![paper.id.0, paper.id.0]),
        ..Session::default()
    };
    store.save(&mut session).unwrap();
    assert_eq!(session.documents.0, [paper.id.0]);
    store.write(Step::new(Act::Edit, "session", ""), |store| store.remove(Session::META, session.id.0)).unwrap();
    assert_eq!(number(&store, "select count(*) from session_document"), 0);
    store.undo().unwrap();
    assert_eq!(store.get(session.id).unwrap(), session);
}

#[test]
fn a_column_that_an_act_sets_is_searched_at_once() {
    let mut store = store();
    let saved = unit(&mut store, "Phòng A");
    let step = Step::new(Act::Edit, "unit", "");
    store.write(step, |store| store.set(Unit::META, saved.id.0, "name", &"Ban Đất".into())).unwrap();
    assert_eq!(store.suggest("unit", "ban dat", 9).unwrap().len(), 1);
    assert_eq!(store.check().unwrap(), []);
    let step = Step::new(Act::Edit, "unit", "");
    assert_eq!(said(store.write(step, |store| store.set(Unit::META, 99, "name", &"x".into()))), t::GONE.vi);
}
