//! Stories of the built program in a real terminal.
mod door;
mod ending;
mod streams;
mod terminal;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::harness::TODAY;
use terminal::Terminal;

/// A new store without encryption.
fn office() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let made = command(&data).args(["init", "--no-encryption", "--preset", "lang-son"]).output().unwrap();
    assert!(made.status.success());
    (folder, data)
}

fn command(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitreem"));
    command.env_remove("VITREEM_PASSPHRASE_FILE").arg("--data").arg(data).args(["--today", TODAY]);
    command
}

/// The names of the children in a store, read by another run of the program.
fn children(data: &Path) -> Vec<String> {
    let answer = command(data).args(["export", "children", "--out", "-"]).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let rows: Vec<Json> = serde_json::from_slice(&answer.stdout).unwrap();
    rows.iter().filter_map(|row| row.as_object()?.values().find_map(Json::as_str)).map(str::to_owned).collect()
}

/// The program on the list of children.
fn at_children(data: &Path) -> Terminal {
    let mut terminal = Terminal::over(data);
    terminal.sees("Hôm nay").send("3").sees("[Danh sách]");
    terminal
}

#[test]
fn it_starts_to_a_first_frame() {
    let mut terminal = Terminal::with(&["--demo"], &[]);
    terminal.sees("Việc cần làm").sees("F1 Trợ giúp").sees("Ctrl+Q Thoát");
    terminal.sees("DỮ LIỆU MẪU").sees("không được giữ lại khi thoát");
    terminal.send("\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_form_lives_through_changes_of_size() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Đông").sees("Lộc Văn Đông");
    for (columns, rows) in [(60, 15), (200, 50), (20, 5), (80, 24), (120, 30)] {
        terminal.resize(columns, rows);
        if columns < 60 {
            terminal.sees("Cửa sổ nhỏ quá");
        } else {
            terminal.sees("Lộc Văn Đông").sees("Ctrl+Q");
        }
    }
    terminal.send("\x13").sees("Đã lưu").send("\x11");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(children(&data), ["Lộc Văn Đông"]);
}

#[test]
fn pasted_text_is_text_in_a_field_and_nothing_on_a_list() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x1b[200~xóa\nhết\n\x1b[201~").sees("Đã bỏ qua nội dung dán").sees("0/0 cháu");
    terminal.send("\x1b[2~").sees("Thêm cháu");
    terminal.send("\x1b[200~Lăng Anh\nVie\u{302}\u{323}t\x1b[201~").sees("Lăng Anh Việt");
    terminal.send("\x16").sees("Ctrl+Shift+V").send("\x13").sees("Đã lưu").send("\x11");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(children(&data), ["Lăng Anh Việt"]);
}

#[test]
fn a_key_pressed_while_the_window_changes_is_not_lost() {
    let (_folder, data) = office();
    let mut terminal = at_children(&data);
    terminal.send("\x1b[2~").sees("Thêm cháu");
    let mut typed = String::new();
    // Whether both come in one moment is chance; each time nothing else follows that would bring a late key along.
    for (letter, columns) in ('a'..='z').zip([100, 120].into_iter().cycle()) {
        typed.push(letter);
        terminal.resize(columns, 30).send(letter.to_string()).sees(&typed);
    }
}

#[test]
fn a_key_costs_one_small_write_and_silence_costs_nothing() {
    let mut terminal = Terminal::with(&["--demo"], &[]);
    terminal.sees("Hôm nay").resize(80, 24).send("3").sees("[Danh sách]").settles();
    for key in ["\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A"] {
        let before = terminal.count();
        terminal.send_and_see(key).settles();
        let frame = terminal.since(before);
        assert!(frame.len() <= 500, "{} bytes: {frame:?}", frame.len());
        assert_eq!(frame.matches("\u{1b}[?2026h").count(), 1, "{frame:?}");
    }
    let (count, used) = (terminal.count(), ticks(terminal.process()));
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(terminal.count(), count, "something was written in silence");
    // Ticks are hundredths of a second; one may end in the silence that began before it.
    assert!(ticks(terminal.process()) <= used + 1, "time was used in silence");
}

/// The processor time that a process used, in ticks.
fn ticks(process: u32) -> u64 {
    let line = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let (_, rest) = line.rsplit_once(')').unwrap();
    rest.split_whitespace().skip(11).take(2).map(|number| number.parse::<u64>().unwrap()).sum()
}
