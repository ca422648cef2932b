//! Who is like a child that is being typed, and all pairs that may be one; beside the least: one name looked up, and
//! every name read.
use divan::Bencher;
use vitreem::domain::born::Born;
use vitreem::domain::child::Child;
use vitreem::domain::twin::Facts;
use vitreem::reports::twins;
use vitreem::store::Store;

use crate::office::{self, MOST};

/// A child of the office, typed once more: without marks, and born a month later.
fn typed(count: usize) -> Facts {
    let child = office::families(count).nth(count / 2).unwrap();
    let born = child.born.checked_add_months(chrono::Months::new(1)).map(Born::Day);
    let name = vitreem::domain::fold::fold(&child.name);
    Facts::new(&name, born, None, [&child.father, &child.mother, ""], &office::unit_name(child.unit))
}

fn store(count: usize) -> Store {
    office::children(count).open()
}

#[divan::bench(args = [20_000, MOST])]
fn one_floor(bencher: Bencher<'_, '_>, count: usize) {
    let (store, facts) = (store(count), typed(count));
    bencher.bench_local(|| store.named::<Child>(&facts.text).unwrap());
}

#[divan::bench(args = [20_000, MOST])]
fn one(bencher: Bencher<'_, '_>, count: usize) {
    let (store, facts) = (store(count), typed(count));
    assert!(!twins::like(&store, &facts, 3).unwrap().is_empty());
    bencher.bench_local(|| twins::like(&store, &facts, 3).unwrap());
}

#[divan::bench(args = [20_000, MOST], sample_count = 5)]
fn all_floor(bencher: Bencher<'_, '_>, count: usize) {
    let store = store(count);
    bencher.bench_local(|| {
        let mut names = store.reader().prepare_cached("select name, born from child where +trashed is null").unwrap();
        let rows = names.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|name| name.unwrap().len()).sum::<usize>()
    });
}

#[divan::bench(args = [20_000, MOST], sample_count = 5)]
fn all(bencher: Bencher<'_, '_>, count: usize) {
    let store = store(count);
    bencher.bench_local(|| twins::pairs(&store).unwrap());
}
