//! What is approved or issued stands still, whoever tries to change it, until an act takes that back.
use vitreem::acts::{gifts, issue};
use vitreem::domain::act::{Act, Step};
use vitreem::domain::child::Child;
use vitreem::domain::event::Event;
use vitreem::domain::gift::Gift;
use vitreem::domain::money::Vnd;
use vitreem::domain::period::Period;
use vitreem::domain::person::Person;
use vitreem::domain::record::Record;
use vitreem::domain::report::Report;
use vitreem::domain::value::Lines;

use crate::harness::{day, said, store};

#[test]
fn an_approved_list_keeps_its_day_its_value_and_its_lines() {
    let mut store = store();
    let mut parent = Person { name: "Lộc Văn Hà".to_owned(), ..Person::default() };
    store.save(&mut parent).unwrap();
    let mut child = Child { name: "Lộc Văn Đông".to_owned(), father: parent.id, ..Child::default() };
    store.save(&mut child).unwrap();
    let mut event =
        Event { name: "1/6".to_owned(), date: day("2026-06-01"), gift_value: Vnd(200_000), ..Event::default() };
    store.save(&mut event).unwrap();
    gifts::approve(&mut store, event.id, "QĐ 1", "Hà", day("2026-05-20")).unwrap();

    let mut dearer = Event { gift_value: Vnd(300_000), ..store.get(event.id).unwrap() };
    assert!(said(store.save(&mut dearer)).contains("đã duyệt"));
    let mut renamed = Event { name: "Quốc tế Thiếu nhi".to_owned(), ..store.get(event.id).unwrap() };
    store.save(&mut renamed).unwrap();
    let mut line = store.all::<Gift>().unwrap().remove(0);
    line.name = "Ai đó".to_owned();
    assert!(said(store.save(&mut line)).contains("đã duyệt"));
    // The child may be renamed afterwards; its line says what was approved.
    child.name = "Lộc Văn Đồng".to_owned();
    store.save(&mut child).unwrap();
    assert_eq!(store.all::<Gift>().unwrap()[0].name, "Lộc Văn Đông");

    gifts::unapprove(&mut store, event.id).unwrap();
    store.save(&mut dearer).unwrap();
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn an_issued_report_is_not_rewritten() {
    let mut store = store();
    let period = Period::parse("2026-H1").unwrap();
    let step = Step::new(Act::Issue, Report::TABLE, "2026-H1");
    let id = store.write(step, |store| issue::went_out(store, &period, "12", day("2026-05-19"))).unwrap();
    let mut report = Report { limits: Lines("Không có".to_owned()), ..store.get(id).unwrap() };
    assert!(said(store.save(&mut report)).contains("đã ký"));
    issue::withdraw(&mut store, &period).unwrap();
    let mut report = Report { limits: Lines("Không có".to_owned()), ..store.get(id).unwrap() };
    store.save(&mut report).unwrap();
    store.trash(Report::META, &[id.0]).unwrap();
    store.restore(Report::META, &[id.0]).unwrap();
}
