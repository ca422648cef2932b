//! How the program ends: by its key, by a signal, by a closed window, by a panic; the terminal is whole, the data kept.
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDateTime;
use vitreem::app::{self, App};
use vitreem::screens::screen::Settings;
use vitreem::store::Store;
use vitreem::store::clock::Clock;

use super::terminal::Terminal;
use super::{at_children, children, office};
use crate::harness;

#[test]
fn ctrl_q_leaves_the_terminal_whole() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x11");
    assert_eq!(terminal.ends(), 0);
    terminal.is_whole();
    let raw = terminal.raw();
    let left = raw.rfind("\u{1b}[?1049l").unwrap();
    assert!(raw.rfind("\u{1b}[?2004l").is_some_and(|off| off > raw.rfind("\u{1b}[?2004h").unwrap()));
    assert!(raw.rfind("\u{1b}[?25h").is_some_and(|shown| shown > left));
}

#[test]
fn ctrl_q_works_over_the_palette_and_asks_once_where_something_is_unsaved() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Hà").sees("Lộc Văn Hà");
    terminal.send("\x0b").sees("Tìm lệnh (gõ");
    terminal.send("\x11").sees("Nhấn Ctrl+Q lần nữa").sees_no("Tìm lệnh (gõ").send("\x11");
    assert_eq!(terminal.ends(), 0);
    at_children(&data).send("\x1b[2~").sees("Lộc Văn Hà").sees("Đã lấy lại phần nhập dở");
}

#[test]
fn what_is_typed_in_the_same_breath_as_quitting_is_kept() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x1b[2~Lộc Văn Hà\x11\x11");
    assert_eq!(terminal.ends(), 0);
    at_children(&data).send("\x1b[2~").sees("Lộc Văn Hà");
}

#[test]
fn signals_end_it_whole_and_what_was_acknowledged_is_kept() {
    for signal in ["-TERM", "-HUP"] {
        let (_folder, data) = office();
        let mut terminal = at_children(&data);
        terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Đông\x13").sees("Đã lưu");
        terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Hà").sees("Lộc Văn Hà");
        terminal.signal(signal);
        assert_eq!(terminal.ends(), 0);
        terminal.is_whole();
        assert_eq!(children(&data), ["Lộc Văn Đông"]);
        at_children(&data).send("\x1b[2~").sees("Lộc Văn Hà");
    }
}

#[test]
fn a_closed_window_ends_it_and_what_was_acknowledged_is_kept() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Đông\x13").sees("Đã lưu");
    terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Hà").sees("Lộc Văn Hà");
    terminal.hang_up();
    terminal.ends();
    assert_eq!(children(&data), ["Lộc Văn Đông"]);
    at_children(&data).send("\x1b[2~").sees("Lộc Văn Hà");
}

#[test]
fn a_panic_leaves_the_terminal_whole_and_says_so() {
    // The program over a clock that breaks, run by this test's own binary.
    let program = std::env::current_exe().unwrap();
    let args = ["--exact", "pty::ending::the_program_over_a_clock_that_breaks", "--ignored", "--nocapture"];
    let mut terminal = Terminal::of(&program, &args, &[("RUST_BACKTRACE", "0")]);
    terminal.sees("Hôm nay").send("3").sees("[Danh sách]");
    terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Đông").sees("Lộc Văn Đông").send("\x13");
    terminal.ends();
    terminal.is_whole().sees("the clock broke");
    let raw = terminal.raw();
    let left = raw.find("\u{1b}[?1049l").unwrap();
    assert!(raw.find("the clock broke").is_some_and(|said| said > left), "said on the screen that is gone");
}

#[test]
#[ignore = "another test runs it in a terminal"]
fn the_program_over_a_clock_that_breaks() {
    static BROKEN: AtomicBool = AtomicBool::new(false);
    fn now() -> NaiveDateTime {
        assert!(!BROKEN.load(Ordering::Relaxed), "the clock broke");
        (harness::clock().now)()
    }
    if !std::io::stdin().is_terminal() {
        return;
    }
    let clock = Clock { day: Some(harness::day(harness::TODAY)), now };
    let mut app = App::new(Some(Store::memory("vân", clock).unwrap()), None, Settings::default());
    BROKEN.store(true, Ordering::Relaxed);
    app::run(&mut app).unwrap();
}
