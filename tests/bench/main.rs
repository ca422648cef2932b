//! How long the tasks of the office take, each beside its floor: the least that the same libraries need for the same
//! task in the same run. What is judged are the ratios; nothing fails by time. `cargo bench -- keys` runs one subject.
// A benchmark that cannot go on stops, as a test does.
#![allow(clippy::unwrap_used)]
mod bare;
mod doubles;
mod export;
mod filter;
mod go_to;
mod keys;
mod office;
mod purse;
mod report;
mod roster;
mod save;
mod screen;
mod sort;
mod start;
mod totals;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    office::place(folder.path());
    divan::main();
}
