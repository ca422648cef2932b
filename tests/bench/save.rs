//! Saving a form until the screen says that it is on disk; and a bare write with a bare frame.
use divan::Bencher;
use rusqlite::Connection;
use vitreem::text::field;
use vitreem::ui::key::Key;

use crate::bare::Bare;
use crate::office::{self, MOST};
use crate::screen::{Screen, measure};

#[divan::bench(sample_count = 100)]
fn floor(bencher: Bencher<'_, '_>) {
    let conn = Connection::open(office::path("bare-save.db")).unwrap();
    conn.execute_batch("pragma journal_mode = wal; pragma synchronous = full; create table note (text)").unwrap();
    measure(
        bencher,
        Bare::start(MOST),
        |_| {},
        |bare| {
            conn.prepare_cached("insert into note values ('ghi chú')").unwrap().execute([]).unwrap();
            bare.down();
        },
    );
}

#[divan::bench(args = office::SIZES, sample_count = 100)]
fn form(bencher: Bencher<'_, '_>, count: usize) {
    let office = office::children(count).copy("saving");
    let mut screen = Screen::open(office.open(), field::CHILDREN);
    screen.letters("nguyen");
    screen.rest();
    let typed = |screen: &mut Screen| {
        screen.key(Key::F(2));
        screen.letters("a");
        screen.rest();
    };
    measure(bencher, screen, typed, |screen| screen.key(Key::Ctrl('s')));
}
