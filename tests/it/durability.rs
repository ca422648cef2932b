//! What was said to be saved is there after the program is killed at any moment.
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use vitreem::domain::child::Child;
use vitreem::domain::id::Id;

use crate::harness::{Dice, file_store, reopen};
use vitreem::store::Store;
use vitreem::store::open::Folder;

/// Where the child process finds its store.
const PLACE: &str = "VITREEM_TEST_DURABILITY";

/// The process that is killed: saves one record after another and prints each number once it is saved.
#[test]
fn saving_child() {
    let Ok(path) = std::env::var(PLACE) else { return };
    let folder = Folder::open(Path::new(&path)).unwrap();
    let keys = folder.vault.unlock("", "").unwrap();
    let mut store = Store::open(folder, &keys, "vân", crate::harness::clock()).unwrap();
    let mut dice = Dice::new(1);
    let mut out = std::io::stdout().lock();
    loop {
        let mut child = Child { name: dice.name(), note: "ghi chú ".repeat(dice.roll(200)), ..Child::default() };
        store.save(&mut child).unwrap();
        writeln!(out, "saved {}", child.id.0).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn what_was_said_to_be_saved_is_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let (store, keys) = file_store(&path);
    drop(store);
    let mut dice = Dice::new(u64::from(std::process::id()));
    let mut saved: Vec<i64> = Vec::new();
    for round in 0..6 {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "durability::saving_child", "--nocapture"])
            .env(PLACE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let most = 1 + dice.roll(150);
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut seen = 0;
        while seen < most {
            let line = lines.next().expect("the process saves until it is killed").unwrap();
            // The first line may stand behind what the test runner prints.
            if let Some((_, id)) = line.split_once("saved ") {
                saved.push(id.parse().unwrap());
                seen += 1;
            }
        }
        process.kill().unwrap();
        // What was printed before the kill counts too.
        for line in lines.map_while(Result::ok) {
            saved.extend(line.strip_prefix("saved ").and_then(|id| id.parse::<i64>().ok()));
        }
        process.wait().unwrap();
        let store = reopen(&path, &keys);
        for id in &saved {
            assert!(store.get(Id::<Child>::of(*id)).is_ok(), "round {round}: row {id} of {}", saved.len());
        }
        assert_eq!(store.check().unwrap(), [], "round {round}");
    }
    assert!(saved.len() >= 6);
}
