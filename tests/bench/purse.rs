//! What is told of 200,000 contributions: the public statement of a year, what is left by purpose, how far a campaign has
//! come, what is due. The floor adds the year's contributions up by donor on a plain file.
use divan::{Bencher, black_box};
use vitreem::domain::campaign::Campaign;
use vitreem::domain::period::Period;
use vitreem::reports::statement::{self, About};
use vitreem::reports::{balances, due, progress};

use crate::office::{self, MOST, today};
use crate::totals::bare;

#[divan::bench(sample_count = 10)]
fn statement_floor(bencher: Bencher<'_, '_>) {
    let conn = bare();
    bencher.bench_local(|| {
        let text = "select unit, sum(amount) from gift where date between '2024-12-15' and '2025-12-14' group by unit";
        let mut all = conn.prepare_cached(text).unwrap();
        let mut rows = all.query([]).unwrap();
        let mut sum = 0;
        while let Some(row) = rows.next().unwrap() {
            sum += row.get::<_, i64>(1).unwrap();
        }
        black_box(sum)
    });
}

#[divan::bench(sample_count = 10)]
fn statement_of_a_year(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    let about = About::Period(Period::parse("2025").unwrap());
    bencher.bench_local(|| statement::statement(&store, &about).unwrap());
}

#[divan::bench(sample_count = 10)]
fn left_by_purpose(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    bencher.bench_local(|| balances::of_year(&store, 2025).unwrap());
}

#[divan::bench(sample_count = 10)]
fn how_far_a_campaign_has_come(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    let campaign = store.all::<Campaign>().unwrap().remove(0).id;
    bencher.bench_local(|| progress::of_campaign(&store, campaign).unwrap());
}

#[divan::bench(sample_count = 10)]
fn what_is_due(bencher: Bencher<'_, '_>) {
    let store = office::contributions(2 * MOST).open();
    bencher.bench_local(|| due::due(&store, today()).unwrap());
}
