//! Undo and redo: over every table, across restarts, up to what is final.
use std::collections::BTreeSet;

use vitreem::domain::act::{Act, Step};
use vitreem::domain::child::Child;
use vitreem::domain::circumstance::Circumstance;
use vitreem::domain::person::Person;
use vitreem::domain::record::{Column, Meta, Record};
use vitreem::domain::unit::Unit;
use vitreem::domain::value::Kind;
use vitreem::store::{Error, Result, Store};
use vitreem::text::{Lang, store as t};

use crate::harness::{Dice, day, dump, file_store, ids, number, random_row, reopen, said, store, unit, written};

/// Takes one random step; whether it was refused for a rule. All else that goes wrong fails the test.
fn random_step(store: &mut Store, dice: &mut Dice) -> Option<String> {
    let metas: Vec<&'static Meta> = written().collect();
    let meta = dice.pick(&metas).unwrap();
    let there = ids(store, meta.table);
    let some: Vec<i64> = (0..1 + dice.roll(3)).filter_map(|_| dice.pick(&there)).collect();
    let result = match dice.roll(12) {
        0 => store.trash(meta, &some),
        1 => store.restore(meta, &some),
        2 => store.write(Step::new(Act::Edit, meta.table, "bỏ"), |store| {
            some.first().map_or(Ok(()), |id| store.remove(meta, *id))
        }),
        3 => store.write(Step::new(Act::Import, meta.table, "nhiều"), |store| {
            (0..4).try_for_each(|_| random_put(store, meta, dice))
        }),
        4 => store.write(Step::new(Act::Edit, meta.table, "ghi chú"), |store| {
            let written = |it: &&Column| !it.shown && matches!(it.kind, Kind::Text | Kind::Lines);
            let named = |it: &&Column| it.name == "note" || meta.search.contains(&it.name);
            let all = || meta.columns.iter().filter(written);
            let Some(column) = all().find(named).or_else(|| all().next()).map(|it| it.name) else { return Ok(()) };
            some.iter().try_for_each(|id| store.set(meta, *id, column, &dice.name().as_str().into()))
        }),
        _ => {
            let mut row = random_row(store, meta, dice);
            store.save_row(meta, &mut row)
        }
    };
    match result {
        Ok(()) => None,
        Err(Error::Faults(faults)) => Some(format!("{faults:?}")),
        Err(error) => Some(error.to_string()),
    }
}

fn random_put(store: &mut Store, meta: &'static Meta, dice: &mut Dice) -> Result<()> {
    let mut row = random_row(store, meta, dice);
    match store.put_row(meta, &mut row) {
        // What breaks a rule has written nothing, so that the rest of the step can go on.
        Err(Error::Faults(_)) => Ok(()),
        other => other,
    }
}

fn whole(store: &Store) {
    let flaws = store.check().unwrap();
    let said: Vec<String> = flaws.iter().map(|flaw| format!("{}: {}", flaw.place, flaw.said.say(Lang::Vi))).collect();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn random_work_is_undone_to_the_start_and_redone_to_the_end_across_restarts() {
    let mut filled = BTreeSet::new();
    for seed in 1..=4 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data");
        let (mut store, keys) = file_store(&path);
        let mut dice = Dice::new(seed);
        for name in ["Phòng A", "Phòng B"] {
            unit(&mut store, name);
        }
        let start_steps = number(&store, "select count(*) from step");
        let start = dump(&store);
        let mut refused = Vec::new();
        for _ in 0..700 {
            refused.extend(random_step(&mut store, &mut dice));
        }
        whole(&store);
        let end = dump(&store);
        filled.extend(end.iter().filter(|(_, rows)| !rows.is_empty()).map(|(table, _)| table.clone()));
        let steps = number(&store, "select count(*) from step") - start_steps;
        assert!(steps > 80, "{steps} {refused:#?}");

        for at in 0..steps {
            store.undo().unwrap_or_else(|error| panic!("undo {at}: {error}"));
            if at == steps / 2 {
                drop(store);
                store = reopen(&path, &keys);
                whole(&store);
            }
        }
        assert_eq!(dump(&store), start, "seed {seed}");
        whole(&store);

        for at in 0..steps {
            store.redo().unwrap_or_else(|error| panic!("redo {at}: {error}"));
            if at == steps / 3 {
                drop(store);
                store = reopen(&path, &keys);
            }
        }
        assert_eq!(dump(&store), end, "seed {seed}");
        assert_eq!(said(store.redo()), t::NOTHING_TO_REDO.vi);
        whole(&store);
        if seed == 4 {
            // Posting is final, and so no random step posts: what is kept and confirmed of posted lines stays blank. No
            // random row has a file.
            let blank = ["kept_total", "receipt", "receipt_line", "attachment", "photo", "photo_child"];
            let all: BTreeSet<String> = end.keys().filter(|table| !blank.contains(&table.as_str())).cloned().collect();
            assert_eq!(filled, all, "every table had rows");
        }
    }
}

#[test]
fn long_steps_of_rows_that_come_change_and_go_are_undone_and_redone() {
    let metas: [&'static Meta; 4] = [Unit::META, Person::META, Child::META, Circumstance::META];
    for seed in 0..12 {
        let mut store = store();
        let mut dice = Dice::new(seed);
        let mut stages = vec![dump(&store)];
        for _ in 0..6 {
            let done = store.write(Step::new(Act::Import, "child", "ds.xlsx"), |store| {
                (0..40).try_for_each(|_| {
                    let meta = dice.pick(&metas).unwrap();
                    match dice.pick(&ids(store, meta.table)).filter(|_| dice.roll(6) == 0) {
                        Some(id) if meta.place("note").is_some() && dice.roll(2) == 0 => {
                            store.set(meta, id, "note", &dice.name().as_str().into())
                        }
                        Some(id) if meta.table == Circumstance::TABLE => store.remove(meta, id),
                        _ => random_put(store, meta, &mut dice),
                    }
                })
            });
            if done.is_ok() && dump(&store) != *stages.last().unwrap() {
                stages.push(dump(&store));
            }
        }
        assert!(stages.len() > 3, "seed {seed}: steps were taken");
        whole(&store);
        for stage in stages.iter().rev().skip(1) {
            store.undo().unwrap();
            assert_eq!(dump(&store), *stage, "seed {seed}");
        }
        whole(&store);
        for stage in stages.iter().skip(1) {
            store.redo().unwrap();
            assert_eq!(dump(&store), *stage, "seed {seed}");
        }
        whole(&store);
    }
}

#[test]
fn undo_and_redo_at_random_keep_the_store_whole() {
    let mut store = store();
    let mut dice = Dice::new(9);
    unit(&mut store, "Phòng A");
    for _ in 0..300 {
        match dice.roll(3) {
            0 => drop(store.undo()),
            1 => drop(store.redo()),
            _ => drop(random_step(&mut store, &mut dice)),
        }
    }
    whole(&store);
    while store.undo().is_ok() {}
    assert!(dump(&store).values().all(Vec::is_empty));
    whole(&store);
}

#[test]
fn undo_stops_at_what_is_final_and_says_what_to_do() {
    let mut store = store();
    let id = unit(&mut store, "Phòng A").id.0;
    for (act, way) in [(Act::Approve, t::USE_UNAPPROVE), (Act::Issue, t::USE_WITHDRAW), (Act::Withdraw, t::USE_NOTHING)]
    {
        let step = Step::new(act, "unit", "Phòng A");
        store.write(step, |store| store.set(Unit::META, id, "note", &act.code().into())).unwrap();
        let sentence = said(store.undo());
        assert!(sentence.contains("Phòng A") && sentence.ends_with(way.vi), "{sentence}");
        assert!(store.undoable().unwrap().unwrap().is_final);
    }
    let step = Step::new(Act::Setup, "", "");
    store.write(step, |store| store.set(Unit::META, id, "note", &"x".into())).unwrap();
    assert_eq!(said(store.undo()), t::NOTHING_TO_UNDO.vi);
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let mut store = store();
    unit(&mut store, "Một");
    unit(&mut store, "Hai");
    store.undo().unwrap();
    unit(&mut store, "Ba");
    assert_eq!(said(store.redo()), t::NOTHING_TO_REDO.vi);
    store.undo().unwrap();
    let line = store.undo().unwrap();
    assert_eq!(line.object, "Một");
    assert_eq!(said(store.undo()), t::NOTHING_TO_UNDO.vi);
    assert_eq!(store.redo().unwrap().object, "Một");
    assert_eq!(store.redo().unwrap().object, "Ba");
    assert_eq!(said(store.redo()), t::NOTHING_TO_REDO.vi);
    let names: Vec<String> = store.all::<Unit>().unwrap().into_iter().map(|unit| unit.name).collect();
    assert_eq!(names, ["Ba", "Một"]);
}

#[test]
fn undo_moves_the_version_so_that_lists_read_again() {
    let mut store = store();
    let mut unit = unit(&mut store, "Một");
    unit.since = Some(day("2020-01-01"));
    store.save(&mut unit).unwrap();
    let version = store.version();
    store.undo().unwrap();
    assert!(store.version() > version);
    assert_eq!(store.get(unit.id).unwrap().since, None);
}
