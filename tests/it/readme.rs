//! The README says what the program does: its key table is the program's own.
use std::fmt::Write;

use vitreem::app;

#[test]
fn the_key_table_is_read_from_the_commands() {
    let [lists, forms, shell] = app::key_table();
    let mut table = String::new();
    for (title, rows) in [("Mọi danh sách", lists), ("Mọi biểu nhập", forms), ("Khắp nơi", shell)] {
        writeln!(table, "\n| {title} | |\n|---|---|").unwrap();
        for (keys, name) in rows {
            writeln!(table, "| {keys} | {} |", name.vi).unwrap();
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (_, rest) = readme.split_once("<!-- keys -->\n").unwrap();
    let (written, _) = rest.split_once("<!-- /keys -->").unwrap();
    assert_eq!(written.trim(), table.trim(), "put this between the marks in README.md:\n{table}");
}
