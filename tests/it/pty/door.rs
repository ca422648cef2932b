//! The way into the data in a real terminal: founding, unlocking, locking, and one at a time.
use super::terminal::Terminal;
use super::{at_children, command, office};

#[test]
fn a_new_folder_is_founded_with_a_passphrase_and_opens_on_the_checklist() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut terminal = Terminal::over(&data);
    terminal.sees("Tạo dữ liệu mới").sees("Đặt mật khẩu");
    terminal.send("hoa ban trắng\r").sees("Nhập lại mật khẩu");
    terminal.send("hoa ban đỏ\r").sees("Hai lần nhập khác nhau");
    terminal.send("hoa ban trắng\r").sees("Nhập lại mật khẩu").send("hoa ban trắng\r");
    terminal.sees("Khai báo cơ quan");
    terminal.send("\x11");
    assert_eq!(terminal.ends(), 0);
    assert!(!terminal.raw().contains("trắng"), "the passphrase was shown");
    Terminal::over(&data).sees("Mở khóa dữ liệu");
}

#[test]
fn a_locked_store_opens_to_its_passphrase_alone_and_locks_again() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("passphrase"));
    std::fs::write(&file, "hoa ban trắng\n").unwrap();
    let made = command(&data).arg("--passphrase-file").arg(&file).arg("init").output().unwrap();
    assert!(made.status.success());
    let mut terminal = Terminal::over(&data);
    terminal.sees("Mở khóa dữ liệu");
    terminal.send("\x1b[24~").sees("111").sees("Gọi miễn phí").send("\x1b").sees_no("Gọi miễn phí");
    terminal.send("hoa ban đỏ\r").sees("! ").sees("Mở khóa dữ liệu");
    terminal.send("hoa ban trắng\r").sees("Hôm nay").sees_no("Mở khóa dữ liệu");
    terminal.send("3").sees("[Danh sách]").send("\x1b[2~").sees("Thêm cháu").send("Lộc Văn Hà").sees("Lộc Văn Hà");
    terminal.send("\x0c").sees("Mở khóa dữ liệu").sees_no("Lộc Văn Hà");
    // Locked, nothing of the data is open: another run may have it.
    let answer = command(&data).arg("--passphrase-file").arg(&file).args(["export", "children", "--out", "-"]).output();
    assert!(answer.unwrap().status.success());
    terminal.send("hoa ban trắng\r").sees("[Danh sách]").send("\x1b[2~").sees("Lộc Văn Hà");
    terminal.send("\x11\x11");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_second_one_on_the_same_data_is_refused_with_a_sentence() {
    let (_folder, data) = office();
    let mut first = at_children(&data);
    let mut second = Terminal::over(&data);
    assert_eq!(second.ends(), 1);
    second.sees("đang mở");
    first.send("\x11");
    assert_eq!(first.ends(), 0);
}

#[test]
fn the_language_asked_for_is_spoken_after_unlocking_too() {
    let (_folder, data) = office();
    let path = data.display().to_string();
    let mut terminal = Terminal::with(&["--data", &path, "--lang", "en"], &[("NO_COLOR", "1")]);
    terminal.sees("Today").sees("Ctrl+Q Quit");
    assert!(!terminal.raw().contains("\u{1b}[38;"), "colours");
}
