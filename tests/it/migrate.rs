//! Every step that has shipped opens; what is newer does not.
use rusqlite::Connection;
use vitreem::acts::unit_reports as acts;
use vitreem::domain::id::Id;
use vitreem::domain::submission::Submission;
use vitreem::domain::unit::Unit;
use vitreem::domain::unit_report::UnitReport;
use vitreem::reports::unit_reports;
use vitreem::store::migrate;
use vitreem::store::open::FILE;
use vitreem::text::store as t;

use crate::harness::{clock, day, file_store, number, reopen, said, unit};

#[test]
fn a_store_of_every_shipped_step_opens() {
    for step in 1..=migrate::version() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data");
        let (store, keys) = file_store(&path);
        drop(store);
        std::fs::remove_file(path.join(FILE)).unwrap();
        let mut files: Vec<_> =
            std::fs::read_dir("assets/migrations").unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let conn = Connection::open(path.join(FILE)).unwrap();
        for file in files.iter().take(usize::try_from(step).unwrap()) {
            conn.execute_batch(&std::fs::read_to_string(file).unwrap()).unwrap();
        }
        conn.pragma_update(None, "user_version", step).unwrap();
        drop(conn);
        let mut store = reopen(&path, &keys);
        assert_eq!(number(&store, "select user_version from pragma_user_version"), migrate::version());
        unit(&mut store, "Phòng A");
        assert_eq!(store.all::<Unit>().unwrap().len(), 1);
        assert_eq!(store.check().unwrap(), []);
    }
}

#[test]
fn rows_from_before_a_new_column_are_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    let mut kept = unit(&mut store, "Phòng A");
    drop(store);
    let conn = Connection::open(path.join(FILE)).unwrap();
    conn.execute_batch("alter table unit add column colour text not null default 'xanh'").unwrap();
    drop(conn);
    let mut store = reopen(&path, &keys);
    assert_eq!(store.check().unwrap(), []);
    kept.code = "A".to_owned();
    store.save(&mut kept).unwrap();
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    // A row that was changed behind the journal's back is still found.
    let conn = Connection::open(path.join(FILE)).unwrap();
    conn.execute_batch("update unit set colour = 'đỏ'").unwrap();
    drop(conn);
    assert_eq!(reopen(&path, &keys).check().unwrap().len(), 1);
}

#[test]
fn what_units_reported_before_versions_were_kept_is_their_first_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (store, keys) = file_store(&path);
    drop(store);
    std::fs::remove_file(path.join(FILE)).unwrap();
    let mut files: Vec<_> =
        std::fs::read_dir("assets/migrations").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let conn = Connection::open(path.join(FILE)).unwrap();
    for file in files.iter().take(8) {
        conn.execute_batch(&std::fs::read_to_string(file).unwrap()).unwrap();
    }
    conn.execute_batch(
        "pragma user_version = 8; insert into unit (id, name) values (1, 'Phòng A');
        insert into unit_report (id, period, unit, due, state, received_on, sessions, attendances, content)
            values (1, '2026-H1', 1, '2026-06-15', 'accepted', '2026-06-12', 3, 40, 'Đã làm');
        insert into unit_report (id, period, unit, due) values (2, '2026-H2', 1, '2026-12-15');",
    )
    .unwrap();
    drop(conn);
    let mut store = reopen(&path, &keys);
    let report = store.get(Id::<UnitReport>::of(1)).unwrap();
    let first = unit_reports::versions(&store, report.id).unwrap();
    let told: Vec<_> = first.iter().map(|it| (it.version, it.sessions, it.results.0.as_str())).collect();
    assert_eq!((told, report.versions), (vec![(1, Some(3), "Đã làm")], 1));
    assert_eq!(number(&store, "select attendances from unit_report_shown where id = 1"), 40);
    assert!(unit_reports::versions(&store, Id::of(2)).unwrap().is_empty());
    let next = Submission { received_on: day("2026-12-10"), sessions: Some(5), ..Submission::default() };
    let open = store.get(Id::<UnitReport>::of(2)).unwrap();
    acts::receive(&mut store, &open, next).unwrap();
    assert_eq!(unit_reports::versions(&store, Id::of(2)).unwrap().len(), 1);
}

#[test]
fn every_migration_file_is_a_step() {
    let files = std::fs::read_dir("assets/migrations").unwrap().count();
    assert_eq!(i64::try_from(files).unwrap(), migrate::version());
}

#[test]
fn a_newer_store_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (store, keys) = file_store(&path);
    drop(store);
    let conn = Connection::open(path.join(FILE)).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    let folder = vitreem::store::open::Folder::open(&path).unwrap();
    let sentence = said(vitreem::store::Store::open(folder, &keys, "vân", clock()));
    assert_eq!(sentence, t::STORE_NEWER.with([99]).say(vitreem::text::Lang::Vi));
    let conn = Connection::open(path.join(FILE)).unwrap();
    let version: i64 = conn.query_row("pragma user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 99);
}

#[test]
fn sort_keys_of_other_collation_data_are_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    unit(&mut store, "Phòng A");
    drop(store);
    let conn = Connection::open(path.join(FILE)).unwrap();
    conn.execute_batch("update memory set value = 'old' where key = 'order'; update unit set sort = x'01'").unwrap();
    drop(conn);
    let store = reopen(&path, &keys);
    assert_eq!(store.check().unwrap(), []);
    assert_eq!(number(&store, "select count(*) from step"), 1);
}
