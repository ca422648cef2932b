//! Contributions by unit and month: from what is kept, and over free days; each beside SQL alone on a plain file.
use std::sync::OnceLock;

use divan::{Bencher, black_box};
use rusqlite::{Connection, params};
use vitreem::domain::period::Period;
use vitreem::reports::{figures, monthly};

use crate::office::{self, MOST, today};

/// A plain file with the same contributions, a covering index and kept totals.
pub fn bare() -> Connection {
    static MADE: OnceLock<()> = OnceLock::new();
    let path = office::path("bare-totals.db");
    MADE.get_or_init(|| {
        let store = office::contributions(2 * MOST).open();
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("create table gift (unit integer, date text, amount integer); begin").unwrap();
        let mut all = store.reader().prepare("select unit, date, amount from contribution").unwrap();
        let mut rows = all.query([]).unwrap();
        let mut insert = conn.prepare("insert into gift values (?1, ?2, ?3)").unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (unit, date, amount): (i64, String, i64) =
                (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
            insert.execute(params![unit, date, amount]).unwrap();
        }
        drop(insert);
        conn.execute_batch(
            "create index gift_all on gift (unit, date, amount); create index gift_date on gift (date, amount);
            create table total (unit integer, month text, amount integer, primary key (unit, month)) without rowid;
            insert into total select unit, substr(date, 1, 7), sum(amount) from gift group by 1, 2; commit",
        )
        .unwrap();
    });
    Connection::open(path).unwrap()
}

#[divan::bench]
fn kept_floor(bencher: Bencher<'_, '_>) {
    let conn = bare();
    bencher.bench_local(|| {
        let mut all = conn.prepare_cached("select unit, month, amount from total").unwrap();
        let mut rows = all.query([]).unwrap();
        let mut sum = 0;
        while let Some(row) = rows.next().unwrap() {
            sum += row.get::<_, i64>(2).unwrap();
        }
        black_box(sum)
    });
}

#[divan::bench]
fn kept(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    bencher.bench_local(|| monthly::twelve(&store, today()).unwrap());
}

#[divan::bench(sample_count = 10)]
fn free_floor(bencher: Bencher<'_, '_>) {
    let conn = bare();
    bencher.bench_local(|| {
        conn.prepare_cached("select sum(amount) from gift where date between '2025-01-15' and '2026-02-20'")
            .unwrap()
            .query_row([], |row| row.get::<_, i64>(0))
            .unwrap()
    });
}

#[divan::bench(sample_count = 10)]
fn free(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    let period = Period::days("2025-01-15".parse().unwrap(), "2026-02-20".parse().unwrap());
    let figure = figures::by_code("contributed").unwrap();
    bencher.bench_local(|| figure.value(&store, &period).unwrap());
}

#[divan::bench(sample_count = 10)]
fn all_figures(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    let period = Period::parse("2025").unwrap();
    bencher.bench_local(|| figures::figures(&store, &period).unwrap());
}
