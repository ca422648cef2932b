//! A key on the roster until its frame: a row down, a page down, to the end; and the bare program.
use divan::Bencher;
use vitreem::text::{Text, field};
use vitreem::ui::key::Key;

use crate::bare::Bare;
use crate::office::{self, MOST, SIZES};
use crate::screen::{Screen, measure};

fn roster(count: usize) -> Screen {
    Screen::open(office::children(count).open(), field::CHILDREN)
}

#[divan::bench]
fn down_floor(bencher: Bencher<'_, '_>) {
    measure(bencher, Bare::start(MOST), |_| {}, Bare::down);
}

#[divan::bench(args = SIZES)]
fn down(bencher: Bencher<'_, '_>, count: usize) {
    measure(bencher, roster(count), Screen::rest, |screen| screen.key(Key::Down));
}

#[divan::bench]
fn page_floor(bencher: Bencher<'_, '_>) {
    measure(bencher, Bare::start(MOST), |_| {}, Bare::page_down);
}

#[divan::bench(args = SIZES)]
fn page(bencher: Bencher<'_, '_>, count: usize) {
    measure(bencher, roster(count), Screen::rest, |screen| screen.key(Key::PageDown));
}

#[divan::bench]
fn end_floor(bencher: Bencher<'_, '_>) {
    measure(bencher, Bare::start(MOST), Bare::home, Bare::end);
}

#[divan::bench(args = SIZES)]
fn end(bencher: Bencher<'_, '_>, count: usize) {
    measure(bencher, roster(count), home, |screen| screen.key(Key::End));
}

#[divan::bench]
fn end_filtered(bencher: Bencher<'_, '_>) {
    let mut screen = roster(MOST);
    screen.letters("nguyen");
    measure(bencher, screen, home, |screen| screen.key(Key::End));
}

#[divan::bench]
fn end_sorted(bencher: Bencher<'_, '_>) {
    let mut screen = roster(MOST);
    sort(&mut screen, field::BORN);
    measure(bencher, screen, home, |screen| screen.key(Key::End));
}

#[divan::bench]
fn fund_book_down(bencher: Bencher<'_, '_>) {
    let screen = Screen::open(office::contributions(2 * MOST).open(), field::FUND_BOOK);
    measure(bencher, screen, Screen::rest, |screen| screen.key(Key::PageDown));
}

#[divan::bench]
fn contributions_down(bencher: Bencher<'_, '_>) {
    let screen = Screen::open(office::contributions(2 * MOST).open(), field::CONTRIBUTIONS);
    measure(bencher, screen, Screen::rest, |screen| screen.key(Key::PageDown));
}

fn home(screen: &mut Screen) {
    screen.key(Key::Home);
    screen.rest();
}

/// Sorts a list upwards by a column.
pub fn sort(screen: &mut Screen, column: Text) {
    screen.key(Key::F(4));
    screen.letters(column.vi);
    screen.key(Key::Enter);
    screen.rest();
}
