//! Choosing a column to sort the roster by until its frame; and the bare program by its index.
use divan::Bencher;
use vitreem::text::field;
use vitreem::ui::key::Key;

use crate::bare::Bare;
use crate::keys::sort;
use crate::office::{self, MOST};
use crate::screen::{Screen, measure};

#[divan::bench(sample_count = 30)]
fn floor(bencher: Bencher<'_, '_>) {
    measure(bencher, Bare::start(MOST), |bare| bare.sort(false), |bare| bare.sort(true));
}

#[divan::bench(args = ["Họ và tên", "Ngày sinh", "Tuổi", "Giới", "Cha mẹ", "Đơn vị", "Hoàn cảnh"], sample_count = 10)]
fn by(bencher: Bencher<'_, '_>, column: &str) {
    let screen = Screen::open(office::children(MOST).open(), field::CHILDREN);
    let unsorted = |screen: &mut Screen| {
        sort(screen, vitreem::text::screen::SORT_NATURAL);
        screen.key(Key::F(4));
        screen.letters(column);
    };
    measure(bencher, screen, unsorted, |screen| screen.key(Key::Enter));
}
