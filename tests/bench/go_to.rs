//! Going to anything by its name: each letter until its frame, over 20,000 children and their parents.
use divan::Bencher;
use vitreem::text::field;
use vitreem::ui::key::Key;

use crate::office;
use crate::screen::{Screen, measure};

#[divan::bench(args = ["n", "nguyen v", "nguyen van an", "nguyễn", "nguyen vna an", "nguyễn tho a", "qwrtp"], sample_count = 30)]
fn letter(bencher: Bencher<'_, '_>, typed: &str) {
    let screen = Screen::open(office::children(20_000).open(), field::CHILDREN);
    let mut letters = typed.chars();
    let last = letters.next_back().unwrap();
    let before = letters.as_str();
    let again = |screen: &mut Screen| {
        screen.key(Key::Esc);
        screen.key(Key::Ctrl('g'));
        screen.letters(before);
    };
    measure(bencher, screen, again, |screen| screen.key(Key::Char(last)));
}
