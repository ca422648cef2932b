//! The year's report with all its annexes, for 20,000 children.
use divan::Bencher;
use vitreem::domain::period::Period;
use vitreem::paper::{docx, pdf};
use vitreem::reports::{consolidated, due};

use crate::office;

const CHILDREN: usize = 20_000;

#[divan::bench(sample_count = 5)]
fn year(bencher: Bencher<'_, '_>) {
    let store = office::children(CHILDREN).open();
    let period = Period::parse("2025").unwrap();
    bencher.bench_local(|| docx::render(&consolidated::paper(&store, &period).unwrap()).unwrap());
}

#[divan::bench(sample_count = 5)]
fn year_as_pdf(bencher: Bencher<'_, '_>) {
    let store = office::children(CHILDREN).open();
    let period = Period::parse("2025").unwrap();
    bencher.bench_local(|| pdf::render(&consolidated::paper(&store, &period).unwrap()).unwrap());
}

/// The goal is one second.
#[divan::bench(sample_count = 5)]
fn year_with_200_000_contributions(bencher: Bencher<'_, '_>) {
    let store = office::whole().open();
    let period = Period::parse("2025").unwrap();
    bencher.bench_local(|| docx::render(&consolidated::paper(&store, &period).unwrap()).unwrap());
}

#[divan::bench(sample_count = 5)]
fn what_is_due(bencher: Bencher<'_, '_>) {
    let store = office::children(CHILDREN).open();
    bencher.bench_local(|| due::due(&store, office::today()).unwrap());
}
