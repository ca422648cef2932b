//! The last letter of a filter until its frame: the first one too, with marks and without; and the bare program.
use divan::Bencher;
use vitreem::text::field;
use vitreem::ui::key::Key;

use crate::bare::Bare;
use crate::office::{self, MOST};
use crate::screen::{Screen, measure};

const TYPED: [&str; 6] = ["n", "nguyen", "nguyen van a", "đ", "đặ", "nguyễn văn â"];

#[divan::bench(args = ["n", "nguyen", "nguyen van a"], sample_count = 50)]
fn floor(bencher: Bencher<'_, '_>, typed: &str) {
    let mut bare = Bare::start(MOST);
    bare.filter("x");
    measure(bencher, bare, |_| {}, |bare| bare.filter(typed));
}

#[divan::bench(sample_count = 10)]
fn first_floor(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| Bare::start(MOST)).bench_local_values(|mut bare| {
        bare.filter("n");
        bare
    });
}

#[divan::bench(args = TYPED, sample_count = 50)]
fn letter(bencher: Bencher<'_, '_>, typed: &str) {
    let mut screen = Screen::open(office::children(MOST).open(), field::CHILDREN);
    // Once typed, what is kept in memory for it is there.
    screen.letters(typed);
    let mut letters = typed.chars();
    let last = letters.next_back().unwrap();
    let before = letters.as_str();
    let again = |screen: &mut Screen| {
        screen.key(Key::Esc);
        screen.letters(before);
        screen.rest();
    };
    measure(bencher, screen, again, |screen| screen.key(Key::Char(last)));
}

/// The very first letter of a session, typed once the screen has come to rest.
#[divan::bench(args = ["n", "đ"], sample_count = 10)]
fn first(bencher: Bencher<'_, '_>, typed: &str) {
    // A store is locked while it is open, so that one is closed before the next is opened.
    let open = std::cell::RefCell::new(None);
    let letter = typed.chars().next().unwrap();
    bencher
        .with_inputs(|| {
            open.take();
            open.replace(Some(Screen::open(office::children(MOST).open(), field::CHILDREN)));
        })
        .bench_local_values(|()| open.borrow_mut().as_mut().unwrap().key(Key::Char(letter)));
}
