//! Lists: their order, their filter, every column of every table, and what references offer.
use std::path::Path;

use vitreem::acts::{files, photos, receipts};
use vitreem::domain::act::{Act, Step};
use vitreem::domain::child::Child;
use vitreem::domain::contribution::Contribution;
use vitreem::domain::document::Document;
use vitreem::domain::entry::Entry;
use vitreem::domain::event::Event;
use vitreem::domain::fund::FundLine;
use vitreem::domain::id::Id;
use vitreem::domain::person::Person;
use vitreem::domain::posting::Standing;
use vitreem::domain::record::{Meta, Record, Row};
use vitreem::domain::tables::{TABLES, VIEWS};
use vitreem::domain::unit::Unit;
use vitreem::domain::value::{Kind, Value};
use vitreem::domain::ward::Ward;
use vitreem::store::Store;
use vitreem::store::list::Query;

use crate::harness::{Dice, PNG, TODAY, day, number, random_row, store, unit, written};

fn children(store: &mut Store, names: &[&str]) {
    for name in names {
        store.save(&mut Child { name: (*name).to_owned(), ..Child::default() }).unwrap();
    }
}

fn listed(store: &Store, meta: &'static Meta, query: &Query) -> Vec<String> {
    let ids = store.ids(meta, query, None).unwrap();
    let lines = store.lines(meta, &ids).unwrap();
    assert_eq!(lines.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
    lines.iter().map(|row| meta.value(row, "name").text().to_owned()).collect()
}

fn filter(text: &str) -> Query {
    Query { filter: text.to_owned(), ..Query::default() }
}

fn sort(column: &'static str, down: bool) -> Query {
    Query { sort: Some((column, down)), ..Query::default() }
}

/// A store with rows in all tables.
fn full() -> Store {
    let mut store = store();
    let mut dice = Dice::new(5);
    for _ in 0..3 {
        for meta in written() {
            for _ in 0..24 {
                let mut row = random_row(&store, meta, &mut dice);
                drop(store.save_row(meta, &mut row));
            }
        }
    }
    for line in store.all::<Contribution>().unwrap() {
        let step = Step::new(Act::Post, "contribution", "");
        drop(store.write(step, |store| store.post_row(Contribution::META, line.id.0, line.date)));
    }
    let mut given = store.all::<Contribution>().unwrap().remove(0);
    (given.id, given.unit, given.person, given.donor) = (Id::NEW, Id::NEW, Id::NEW, "Công ty Bình An".to_owned());
    store.save(&mut given).unwrap();
    let posted = store.all::<Contribution>().unwrap().into_iter().find(|it| it.standing == Standing::Posted).unwrap();
    receipts::print_each(&mut store, &[posted.id], &mut |_, _| Ok(())).unwrap();
    let document = store.all::<Document>().unwrap().remove(0);
    files::attach(&mut store, (Document::TABLE, document.id.0), Path::new("Cargo.toml")).unwrap();
    let photo = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(photo.path(), PNG).unwrap();
    let event = store.all::<Event>().unwrap().remove(0);
    photos::add(&mut store, event.id, photo.path()).unwrap();
    let first = store.ids(Person::META, &Query::default(), Some(2)).unwrap();
    store.trash(Person::META, &first).unwrap();
    store
}

#[test]
fn people_stand_in_vietnamese_order() {
    let mut store = store();
    let order = ["Đỗ An", "Nguyễn Thị An", "Lê Ánh", "Trần Ân", "Vi Văn Dũng", "Lê Đình Đăng", "Hà Đức", "Mã Ước"];
    let mut mixed = order;
    mixed.reverse();
    mixed.swap(1, 5);
    children(&mut store, &mixed);
    assert_eq!(listed(&store, Child::META, &Query::default()), order);
    assert_eq!(listed(&store, Child::META, &sort("name", false)), order);
    let mut down = order;
    down.reverse();
    assert_eq!(listed(&store, Child::META, &sort("name", true)), down);
    let all: Vec<String> = store.all::<Child>().unwrap().into_iter().map(|child| child.name).collect();
    assert_eq!(all, order);
}

#[test]
fn words_choices_and_numbers_in_words_are_sorted_as_people_read_them() {
    let mut store = store();
    for (name, date) in
        [("Đêm hội", "2026-09-01"), ("Dạ hội", "2026-08-01"), ("Êm đềm", "2026-07-01"), ("Ẩm thực", "2026-06-01")]
    {
        store
            .save(&mut Event { name: name.to_owned(), date: day(date), place: name.to_owned(), ..Event::default() })
            .unwrap();
    }
    let order = ["Ẩm thực", "Dạ hội", "Đêm hội", "Êm đềm"];
    assert_eq!(listed(&store, Event::META, &sort("name", false)), order);
    assert_eq!(listed(&store, Event::META, &sort("place", false)), order);
    assert_eq!(listed(&store, Event::META, &Query::default()), ["Đêm hội", "Dạ hội", "Êm đềm", "Ẩm thực"]);
    for at in 5..=10 {
        let name = format!("x {at}");
        store.save(&mut Event { name, date: day(TODAY), ..Event::default() }).unwrap();
    }
    let codes = store.ids(Event::META, &sort("code", false), None).unwrap();
    assert_eq!(codes, (1..=10).collect::<Vec<_>>());
    assert_eq!(store.ids(Event::META, &sort("code", true), Some(2)).unwrap(), [10, 9]);
}

#[test]
fn marks_count_only_when_they_are_typed() {
    let mut store = store();
    children(&mut store, &["Lê Đan", "Lê Dan", "Lê Đàn", "Trần Hòa", "Trần Hoà An"]);
    assert_eq!(listed(&store, Child::META, &filter("dan")), ["Lê Dan", "Lê Đan", "Lê Đàn"]);
    assert_eq!(listed(&store, Child::META, &filter("DAN")), ["Lê Dan", "Lê Đan", "Lê Đàn"]);
    assert_eq!(listed(&store, Child::META, &filter("đan")), ["Lê Đan"]);
    assert_eq!(listed(&store, Child::META, &filter("đ")), ["Lê Đan", "Lê Đàn"]);
    assert_eq!(listed(&store, Child::META, &filter("hoà")), ["Trần Hoà An", "Trần Hòa"]);
    assert_eq!(listed(&store, Child::META, &filter("  ")).len(), 5);
    assert_eq!(listed(&store, Child::META, &filter("xyz")), [] as [String; 0]);
    assert_eq!(store.ids(Child::META, &filter("dan"), Some(2)).unwrap().len(), 2);
    let scoped = Query { scope: vec![("name", "Lê Đan".into())], ..filter("dan") };
    assert_eq!(listed(&store, Child::META, &scoped), ["Lê Đan"]);
    let sorted = Query { sort: Some(("name", true)), ..filter("đ") };
    assert_eq!(listed(&store, Child::META, &sorted), ["Lê Đàn", "Lê Đan"]);
}

#[test]
fn every_column_of_every_list_sorts_both_ways_and_scopes() {
    let store = full();
    for meta in TABLES.iter().chain(VIEWS).copied() {
        let mut all = store.ids(meta, &Query::default(), None).unwrap();
        assert!(!all.is_empty(), "{}", meta.table);
        assert_eq!(i64::try_from(all.len()).unwrap(), store.count(meta).unwrap(), "{}", meta.table);
        let lines = store.lines(meta, &all[..all.len().min(40)]).unwrap();
        let rows: Vec<Row> = all.iter().take(40).map(|id| store.row(meta, *id).unwrap().unwrap()).collect();
        all.sort_unstable();
        // What is sealed is ciphertext to SQLite: no list is sorted or kept to it.
        for (at, column) in meta.columns.iter().enumerate().filter(|(_, column)| !column.sealed) {
            for down in [false, true] {
                for text in ["", "a", "đ"] {
                    let query = Query { filter: text.to_owned(), ..sort(column.name, down) };
                    let mut found = store.ids(meta, &query, None).unwrap();
                    let first = store.ids(meta, &query, Some(3)).unwrap();
                    assert_eq!(first, found[..found.len().min(3)], "{} {}", meta.table, column.name);
                    found.sort_unstable();
                    assert!(!text.is_empty() || found == all, "{} {}", meta.table, column.name);
                    assert!(found.iter().all(|id| all.binary_search(id).is_ok()), "{} {}", meta.table, column.name);
                }
            }
            if !matches!(column.kind, Kind::Many(_)) {
                let value = &rows[0].values[at];
                let query = Query { scope: vec![(column.name, value.clone())], ..Query::default() };
                let found = store.ids(meta, &query, None).unwrap();
                assert!(found.contains(&rows[0].id), "{} {}", meta.table, column.name);
            }
            for (line, row) in lines.iter().zip(&rows) {
                match (column.kind, &row.values[at]) {
                    (Kind::Ref("referral"), _) => assert_eq!(line.values[at], Value::Null),
                    (Kind::Ref(table), Value::Int(id)) => {
                        assert_eq!(line.values[at].text(), store.name_of(table, *id), "{} {}", meta.table, column.name);
                    }
                    (_, value) => assert_eq!(&line.values[at], value, "{} {}", meta.table, column.name),
                }
            }
        }
    }
}

#[test]
fn every_row_of_every_list_is_a_record_again() {
    let store = full();
    for meta in TABLES.iter().chain(VIEWS) {
        for id in store.ids(meta, &Query::default(), Some(30)).unwrap() {
            let row = store.row(meta, id).unwrap().unwrap();
            assert_eq!((meta.whole)(&row), Some(row), "{}", meta.table);
        }
    }
    assert!(!store.all::<FundLine>().unwrap().is_empty());
    assert!(!store.all::<Entry>().unwrap().is_empty());
}

#[test]
fn the_journal_is_searched_by_the_words_that_are_shown() {
    let mut store = store();
    let mut saved = unit(&mut store, "Phòng Đất đai");
    saved.note = "x".to_owned();
    store.save(&mut saved).unwrap();
    assert_eq!(store.ids(Entry::META, &filter("sua phong"), None).unwrap(), [] as [i64; 0]);
    assert_eq!(store.ids(Entry::META, &filter("sửa"), None).unwrap(), [2]);
    assert_eq!(store.ids(Entry::META, &filter("dat dai"), None).unwrap(), [2, 1]);
}

#[test]
fn references_are_offered_by_name_those_that_begin_so_first() {
    let mut store = store();
    for name in ["Ban An", "An Bình", "Văn phòng", "Phòng Văn"] {
        unit(&mut store, name);
    }
    let offered = |typed: &str, most: usize| -> Vec<String> {
        store.suggest("unit", typed, most).unwrap().into_iter().map(|(_, name, _)| name).collect()
    };
    assert_eq!(offered("an", 9), ["An Bình", "Ban An", "Phòng Văn", "Văn phòng"]);
    assert_eq!(offered("van", 1), ["Văn phòng"]);
    assert_eq!(offered("", 2), ["An Bình", "Ban An"]);
    assert_eq!(offered("vă", 9), ["Văn phòng", "Phòng Văn"]);
    assert!(store.suggest("nothing", "a", 9).unwrap().is_empty());
    let wards = store.suggest("ward", "Hoàn Kiếm", 3).unwrap();
    assert!(wards.iter().any(|(_, name, aside)| name.contains("Hoàn Kiếm") && aside.contains("Hà Nội")), "{wards:?}");
}

#[test]
fn a_name_finds_its_rows_whatever_its_marks() {
    let mut store = store();
    for (name, code) in [("Phòng_A", "x"), ("Phòng%A", ""), ("Phòng A", "pa"), ("Phòng A B", "")] {
        store.save(&mut Unit { name: name.to_owned(), code: code.to_owned(), ..Unit::default() }).unwrap();
    }
    let found = |name: &str| store.named::<Unit>(name).unwrap().into_iter().map(|unit| unit.id.0).collect::<Vec<_>>();
    assert_eq!(found("PHONG  a"), [3]);
    assert_eq!(found("Phòng_A"), [1]);
    assert_eq!(found("Phòng%A"), [2]);
    assert_eq!(found("phong"), [] as [i64; 0]);
    let ward = store.all::<Ward>().unwrap().swap_remove(7);
    assert!(store.named::<Ward>(&ward.name).unwrap().contains(&ward));
}

#[test]
fn new_rows_are_found_within_the_step_and_forgotten_with_it() {
    let mut store = store();
    unit(&mut store, "Phòng A");
    assert_eq!(store.suggest("unit", "phong", 9).unwrap().len(), 1);
    let step = vitreem::domain::act::Step::new(vitreem::domain::act::Act::Import, "unit", "1");
    let failed: vitreem::store::Result<()> = store.write(step, |store| {
        store.put_record(&mut Unit { name: "Phòng B".to_owned(), ..Unit::default() })?;
        assert_eq!(store.suggest("unit", "phong", 9)?.len(), 2);
        Err(vitreem::text::store::GONE.into())
    });
    assert!(failed.is_err());
    assert_eq!(store.suggest("unit", "phong", 9).unwrap().len(), 1);
}

#[test]
fn a_number_is_unique_text_on_the_shelf() {
    let mut store = store();
    for number in ["20-CT/TW", "3-CT/TW"] {
        store
            .save(&mut Document { name: "Chỉ thị".to_owned(), number: number.to_owned(), ..Document::default() })
            .unwrap();
    }
    assert_eq!(store.ids(Document::META, &sort("number", false), None).unwrap(), [2, 1]);
    assert_eq!(number(&store, "select count(*) from document where number = '20-CT/TW'"), 1);
}
