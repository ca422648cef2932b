//! From an unlocked store to its first rows on the screen: today's list, the roster, and the bare program.
use divan::{Bencher, black_box};
use vitreem::screens::tabs;
use vitreem::text::field;

use crate::bare::Bare;
use crate::office::{self, SIZES};
use crate::screen::Screen;

#[divan::bench(args = SIZES, sample_count = 20)]
fn floor(count: usize) -> Bare {
    Bare::start(count)
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn today(bencher: Bencher<'_, '_>, count: usize) {
    let office = office::children(count);
    bencher.bench_local(|| Screen::start(office.open()));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn roster(bencher: Bencher<'_, '_>, count: usize) {
    // The program opens where it was left.
    let office = office::children(count).copy("left at the roster");
    let (tab, sub) = tabs::of_name(field::CHILDREN).unwrap();
    office.open().remember("tab", &format!("{tab} {sub}")).unwrap();
    bencher.bench_local(|| black_box(Screen::start(office.open())));
}
