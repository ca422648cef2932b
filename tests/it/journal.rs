//! The journal: no write without a step, no step without a write, and no change behind its back.
use rusqlite::Connection;
use vitreem::domain::act::{Act, Step};
use vitreem::domain::record::Record;
use vitreem::domain::unit::Unit;
use vitreem::store::open::FILE;
use vitreem::store::{Error, Store, journal};
use vitreem::text::{Lang, rule, store as t};

use crate::harness::{clock, dump, file_store, number, reopen, said, store, unit};

#[test]
fn a_write_outside_a_step_is_refused() {
    let mut store = store();
    let saved = unit(&mut store, "Phòng A");
    let sentence = said(store.reader().execute("update unit set note = 'x'", []).map_err(Error::from));
    assert_eq!(sentence, t::OUTSIDE_STEP.vi);
    assert_eq!(said(store.set(Unit::META, saved.id.0, "note", &"x".into())), t::OUTSIDE_STEP.vi);
    assert_eq!(said(store.put_record(&mut Unit { name: "B".to_owned(), ..Unit::default() })), t::OUTSIDE_STEP.vi);
    assert_eq!(said(store.remove(Unit::META, saved.id.0)), t::OUTSIDE_STEP.vi);
    assert!(store.reader().execute("update ward set name = 'x' where id = 1", []).is_err());
    assert!(store.reader().execute("delete from ward where id = 1", []).is_err());
    assert_eq!(store.all::<Unit>().unwrap(), [saved]);
    assert_eq!(said(store.finish()), t::OUTSIDE_STEP.vi);
}

#[test]
fn a_row_that_the_journal_lacks_is_never_committed() {
    let mut store = store();
    unit(&mut store, "Phòng A");
    let insert = "insert into unit (name) values ('x')";
    assert_eq!(said(store.reader().execute(insert, []).map_err(Error::from)), t::OUTSIDE_STEP.vi);
    let step = Step::new(Act::Import, "unit", "1");
    let failed = store.write(step, |store| {
        store.put_record(&mut Unit { name: "Phòng B".to_owned(), ..Unit::default() })?;
        store.reader().execute(insert, []).map_err(Error::from)
    });
    assert_eq!(said(failed), t::NOT_JOURNALED.vi);
    assert_eq!(store.all::<Unit>().unwrap().len(), 1);
    unit(&mut store, "Phòng B");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_step_that_fails_leaves_nothing() {
    let mut store = store();
    unit(&mut store, "Phòng A");
    let before = dump(&store);
    let step = Step::new(Act::Import, "unit", "2");
    let failed = store.write(step, |store| {
        store.put_record(&mut Unit { name: "Phòng B".to_owned(), ..Unit::default() })?;
        store.put_record(&mut Unit::default())
    });
    assert!(matches!(failed, Err(Error::Faults(_))));
    assert_eq!(dump(&store), before);
    assert_eq!(number(&store, "select count(*) from step"), 1);
    assert_eq!(number(&store, "select count(*) from change"), 1);
    assert_eq!(number(&store, "select count(*) from running"), 0);
    unit(&mut store, "Phòng C");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_step_within_a_step_is_refused_and_harms_nothing() {
    let mut store = store();
    store
        .write(Step::new(Act::Import, "unit", "1"), |store| {
            store.put_record(&mut Unit { name: "Phòng A".to_owned(), ..Unit::default() })?;
            assert_eq!(said(store.save(&mut Unit { name: "B".to_owned(), ..Unit::default() })), t::OUTSIDE_STEP.vi);
            store.name_step("một".to_owned());
            Ok(())
        })
        .unwrap();
    assert_eq!(store.undoable().unwrap().unwrap().object, "một");
    assert_eq!(store.all::<Unit>().unwrap().len(), 1);
}

#[test]
fn what_changes_nothing_leaves_no_step() {
    let mut store = store();
    let mut saved = unit(&mut store, "Phòng A");
    let version = store.version();
    store.save(&mut saved).unwrap();
    store
        .write(Step::new(Act::Edit, "unit", ""), |store| store.set(Unit::META, saved.id.0, "name", &"Phòng A".into()))
        .unwrap();
    store.restore(Unit::META, &[saved.id.0]).unwrap();
    assert_eq!(number(&store, "select count(*) from step"), 1);
    assert_eq!(store.version(), version);
    store.trash(Unit::META, &[saved.id.0]).unwrap();
    store.trash(Unit::META, &[saved.id.0]).unwrap();
    assert_eq!(number(&store, "select count(*) from step"), 2);
}

#[test]
fn a_store_that_was_just_opened_takes_no_write_outside_a_step_either() {
    let store = Store::memory("vân", clock()).unwrap();
    let before = dump(&store);
    for sql in ["insert into unit (name) values ('Phòng A')", "update ward set name = 'x'", "delete from memory"] {
        assert!(store.reader().execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(dump(&store), before);
}

#[test]
fn every_table_of_the_office_is_journaled() {
    let mut store = store();
    // The journal is made ready by the first write.
    unit(&mut store, "Phòng A");
    let tables = journal::tables(store.reader()).unwrap();
    assert!(tables.len() >= 20, "{tables:?}");
    for table in tables {
        for write in ["update", "delete"] {
            let sql = format!(
                "select count(*) from temp.sqlite_schema where type = 'trigger' and name = 'journal_{table}_{write}'"
            );
            assert_eq!(number(&store, &sql), 1, "{table} {write}");
        }
    }
    let office: Vec<&str> = vitreem::domain::tables::TABLES.iter().map(|meta| meta.table).collect();
    for table in office.into_iter().filter(|table| *table != "ward") {
        assert!(journal::is_journaled(table), "{table}");
    }
}

#[test]
fn steps_and_changes_are_neither_changed_nor_deleted() {
    let mut store = store();
    unit(&mut store, "Phòng A");
    for sql in [
        "update step set object = 'x'",
        "delete from step",
        "update change set new = '{}'",
        "delete from change",
        "update change set digest = x'00'",
    ] {
        assert!(store.reader().execute(sql, []).is_err(), "{sql}");
    }
}

/// Does something to the file behind the program's back, and tells what the check finds then.
fn tampered(sql: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    let mut saved = unit(&mut store, "Phòng A");
    saved.note = "sửa".to_owned();
    store.save(&mut saved).unwrap();
    unit(&mut store, "Phòng B");
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    let conn = Connection::open(path.join(FILE)).unwrap();
    let triggers =
        "drop trigger step_kept; drop trigger step_sealed; drop trigger change_kept; drop trigger change_sealed;";
    conn.execute_batch(&format!("pragma foreign_keys = off; {triggers} {sql}")).unwrap();
    drop(conn);
    let store = reopen(&path, &keys);
    store.check().unwrap().iter().map(|flaw| flaw.said.say(Lang::Vi)).collect()
}

#[test]
fn what_was_done_behind_the_programs_back_is_found() {
    let changed = t::FAULT_ROW.with([1]).say(Lang::Vi);
    assert!(tampered("update unit set headcount = 9 where id = 1").contains(&changed));
    let strange = t::FAULT_UNKNOWN_ROW.with([7]).say(Lang::Vi);
    assert!(tampered("insert into unit (id, name) values (7, 'x')").contains(&strange));
    assert!(tampered("delete from unit where id = 2").contains(&t::FAULT_LOST_ROW.with([2]).say(Lang::Vi)));
    assert!(tampered("update unit set fold = 'x' where id = 2").contains(&t::FAULT_FOLD.with([2]).say(Lang::Vi)));
    for (sql, step) in [
        ("update step set object = 'x' where id = 2", 2),
        ("update step set final = 1 where id = 1", 1),
        ("update step set user = 'hà' where id = 3", 3),
        ("update step set seal = randomblob(32) where id = 2", 2),
        ("update change set new = replace(new, 'Phòng A', 'Phòng X') where step = 1", 1),
        ("update change set digest = randomblob(32) where step = 3; update unit set name = 'Phòng C', fold = 'phong c'
          where id = 2; update change set new = replace(new, 'Phòng B', 'Phòng C') where step = 3", 3),
        ("update change set salt = randomblob(16) where step = 2", 2),
        ("delete from change where step = 2", 2),
        ("insert into change (step, kind, row, new) values (1, 'unit', 1, '{}')", 1),
        ("delete from step where id = 1", 2),
        ("delete from step where id = 1; delete from change where step = 1", 2),
    ] {
        let found = tampered(sql);
        assert!(found.contains(&t::FAULT_SEAL.with([step]).say(Lang::Vi)), "{sql}: {found:?}");
    }
    assert!(!tampered("delete from step where id = 3").is_empty());
    assert_eq!(tampered(""), [] as [String; 0]);
}

#[test]
fn a_store_that_is_closed_within_a_step_is_as_it_was_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (mut store, keys) = file_store(&path);
    let kept = unit(&mut store, "Phòng A");
    store.begin(Step::new(Act::Import, "unit", "ds.xlsx")).unwrap();
    store.put_record(&mut Unit { name: "Phòng B".to_owned(), ..Unit::default() }).unwrap();
    drop(store);
    let store = reopen(&path, &keys);
    assert_eq!(store.all::<Unit>().unwrap(), [kept]);
    assert_eq!(store.check().unwrap(), []);
}

/// Takes a step that puts in rows of a unit each, numbered from 1.
fn take_in(store: &mut Store, rows: usize) {
    let put = |store: &mut Store| -> vitreem::store::Result<()> {
        (1..=rows).try_for_each(|n| {
            let name = format!("Phòng \"{n}\"");
            store.put_record(&mut Unit { name, note: "một\nhai".to_owned(), ..Unit::default() }).map(drop)
        })
    };
    store.write(Step::new(Act::Import, "unit", "ds.xlsx"), put).unwrap();
}

#[test]
fn rows_that_come_in_together_are_one_line_of_the_journal() {
    let mut store = store();
    take_in(&mut store, 300);
    assert_eq!(number(&store, "select count(*) from change"), 2);
    let (step, changes) = store.steps(None).unwrap().remove(0);
    assert_eq!((changes, number(&store, "select changes from entry")), (300, 300));
    let told = store.changes(step.id).unwrap();
    let rows: Vec<i64> = told.iter().map(|change| change.row).collect();
    assert_eq!(rows, (1..=300).collect::<Vec<i64>>());
    assert!(told.iter().all(|change| change.old.is_none() && change.table == "unit"));
    let values = told[6].new.as_ref().unwrap();
    assert_eq!((values["name"].as_str(), values["note"].as_str()), (Some("Phòng \"7\""), Some("một\nhai")));
    assert_eq!((values["id"].as_i64(), values["trashed"].is_null()), (Some(7), true));
    for (row, found) in [(1, 1), (256, 1), (257, 1), (300, 1), (301, 0)] {
        assert_eq!(store.steps_about(("unit", row), &[("person", "unit")], 9).unwrap().len(), found, "{row}");
    }
    assert_eq!(store.check().unwrap(), []);
    let end = dump(&store);
    store.undo().unwrap();
    assert!(store.all::<Unit>().unwrap().is_empty());
    store.redo().unwrap();
    assert_eq!((dump(&store), store.check().unwrap()), (end, vec![]));
}

#[test]
fn what_is_changed_after_it_came_in_stands_after_it_in_the_journal() {
    let mut store = store();
    let work = |store: &mut Store| {
        let mut put = |name: &str| store.put_record(&mut Unit { name: name.to_owned(), ..Unit::default() });
        let (first, second) = (put("Phòng A")?, put("Phòng B")?);
        store.set(Unit::META, first.0, "note", &"đổi tên".into())?;
        store.remove(Unit::META, second.0)?;
        // The number of the row that is gone is given again.
        store.put_record(&mut Unit { name: "Phòng C".to_owned(), ..Unit::default() })?;
        store.put_record(&mut Unit { name: "Phòng D".to_owned(), ..Unit::default() })
    };
    store.write(Step::new(Act::Import, "unit", "ds.xlsx"), work).unwrap();
    assert_eq!(number(&store, "select count(*) from change"), 4);
    let told: Vec<(i64, bool, bool)> =
        store.changes(1).unwrap().iter().map(|it| (it.row, it.old.is_some(), it.new.is_some())).collect();
    let (new, changed, gone) = ((false, true), (true, true), (true, false));
    let wanted = [(1, new), (2, new), (1, changed), (2, gone), (2, new), (3, new)];
    assert_eq!(told, wanted.map(|(row, (old, new))| (row, old, new)));
    let end = dump(&store);
    store.undo().unwrap();
    assert!(dump(&store).values().all(Vec::is_empty));
    store.redo().unwrap();
    assert_eq!((dump(&store), store.check().unwrap()), (end, vec![]));
}

#[test]
fn rows_that_came_in_together_are_sealed_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    for (at, sql) in [
        "update change set new = replace(new, 'Phòng \\\"7\\\"', 'Phòng X')",
        "update change set new = replace(new, char(10) || '[', char(10) || ' [')",
        "update change set columns = replace(columns, 'note', 'code')",
        "update change set last = last + 1",
        "update change set row = 2",
        "update change set kind = 'person'",
    ]
    .into_iter()
    .enumerate()
    {
        let path = folder.path().join(at.to_string());
        let (mut store, keys) = file_store(&path);
        take_in(&mut store, 9);
        assert_eq!(store.check().unwrap(), []);
        drop(store);
        let conn = Connection::open(path.join(FILE)).unwrap();
        assert_eq!(conn.execute_batch(&format!("drop trigger change_sealed; {sql}")), Ok(()));
        assert_eq!(conn.changes(), 1);
        drop(conn);
        let found: Vec<String> =
            reopen(&path, &keys).check().unwrap().iter().map(|flaw| flaw.said.say(Lang::Vi)).collect();
        assert!(found.contains(&t::FAULT_SEAL.with([1]).say(Lang::Vi)), "{sql}: {found:?}");
    }
}

#[test]
fn a_refused_record_says_where_in_the_words_of_the_screen() {
    let mut store = store();
    let sentence = said(store.save(&mut Unit::default()));
    assert!(sentence.ends_with(rule::NEEDED.vi) && !sentence.contains("name"), "{sentence}");
}
