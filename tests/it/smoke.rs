//! Every screen in both languages, every theme and every size: never a panic, and at full size never an empty frame.
use vitreem::acts::{demo, setup};
use vitreem::app::App;
use vitreem::screens::screen::Settings;
use vitreem::screens::tabs::TABS;
use vitreem::store::Store;
use vitreem::store::clock::Clock;
use vitreem::text::Lang;
use vitreem::ui::key::Key;
use vitreem::ui::theme::Theme;

use crate::harness;
use crate::typist::Typist;

/// The sample office.
pub fn demo_store() -> Store {
    let clock = Clock { day: Some(demo::day()), ..harness::clock() };
    let mut store = Store::memory("mẫu", clock).unwrap();
    setup::run(&mut store).unwrap();
    demo::fill(&mut store).unwrap();
    store
}

const SIZES: &[(u16, u16)] =
    &[(1, 1), (2, 3), (10, 4), (59, 15), (60, 14), (60, 15), (61, 16), (80, 24), (99, 25), (120, 40), (200, 60)];

#[test]
fn every_tab_language_theme_and_size() {
    let mut typist = Typist::over(demo_store());
    for lang in [Lang::Vi, Lang::En] {
        for (theme, _) in Theme::ALL {
            let Typist { app, .. } = typist;
            typist = Typist {
                app: App::new(app.into_store(), None, Settings { lang, theme, mask: false }),
                size: (100, 30),
            };
            for tab in TABS {
                for sub in tab.subs {
                    for size in SIZES {
                        typist.size = *size;
                        typist.open(sub.name);
                        if *size == (80, 24) {
                            typist.sees("Ctrl+Q");
                            typist.sees("F1");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_key_on_every_tab() {
    let keys = [
        Key::F(1),
        Key::Esc,
        Key::Ctrl('k'),
        Key::Esc,
        Key::Ctrl('g'),
        Key::Char('a'),
        Key::Esc,
        Key::F(12),
        Key::Esc,
        Key::F(4),
        Key::Down,
        Key::Enter,
        Key::Char('x'),
        Key::Esc,
        Key::Enter,
        Key::Esc,
        Key::Esc,
        Key::Insert,
        Key::Down,
        Key::Tab,
        Key::Esc,
        Key::Esc,
        Key::F(7),
        Key::Esc,
        Key::End,
        Key::Home,
        Key::PageDown,
        Key::PageUp,
        Key::Char(' '),
        Key::Ctrl('a'),
        Key::Esc,
        Key::F(9),
        Key::F(9),
        Key::Ctrl('c'),
        Key::Char('>'),
        Key::Char('<'),
        Key::Char('+'),
        Key::Char('-'),
        Key::Ctrl('u'),
        Key::Esc,
        Key::Ctrl('w'),
        Key::Esc,
        Key::Esc,
        Key::Ctrl('x'),
        Key::Esc,
        Key::Esc,
        Key::F(2),
        Key::Esc,
        Key::Esc,
        Key::F(5),
        Key::Delete,
        Key::Esc,
        Key::Ctrl('z'),
        Key::Ctrl('y'),
        Key::Ctrl('v'),
    ];
    let mut typist = Typist::over(demo_store());
    for tab in TABS {
        for sub in tab.subs {
            typist.open(sub.name);
            for key in keys {
                typist.app.press(key);
                for size in [(80, 24), (120, 40)] {
                    typist.size = size;
                    typist.screen();
                }
                typist.app.settle();
            }
        }
    }
    assert!(typist.store().check().unwrap().is_empty());
}

/// Keys that stand for two commands of what is open now.
fn doubles(typist: &mut Typist) -> Vec<String> {
    let commands = typist.app.commands();
    assert!(commands.len() > 10);
    let keys = |at: usize| commands[at].2.iter().map(move |key| (at, *key));
    let all: Vec<(usize, Key)> = (0..commands.len()).flat_map(keys).collect();
    let others = |at: usize, key: Key| all.iter().filter(move |it| it.0 < at && it.1 == key);
    let name = |at: usize| commands[at].1.vi;
    all.iter()
        .flat_map(|(at, key)| others(*at, *key).map(move |(first, _)| (*first, *at, *key)))
        .map(|(first, at, key)| format!("{}: {} and {}", key.name(), name(first), name(at)))
        .collect()
}

#[test]
fn no_key_stands_twice_among_the_commands_of_a_screen() {
    let mut typist = Typist::over(demo_store());
    let mut found = Vec::new();
    for tab in TABS {
        for sub in tab.subs {
            // The tab itself, and what lies on top of it: forms, gift lists, steps, what is printed.
            for above in
                [None, Some(Key::Insert), Some(Key::Enter), Some(Key::F(2)), Some(Key::F(7)), Some(Key::Ctrl('u'))]
            {
                typist.open(sub.name);
                if let Some(key) = above {
                    typist.app.press(key);
                    typist.screen();
                }
                let again = doubles(&mut typist).into_iter().map(|it| format!("{} after {above:?}: {it}", sub.name.vi));
                found.extend(again);
                typist.keys("<Esc><Esc><Esc>");
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
