//! What a text names that no longer is: documents and contact numbers that do not hold on a day, former names of the
//! agency, whom it reported to then.
use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::day;
use crate::domain::document::{Document, DocumentKind, latest};
use crate::domain::fold::{fold, lower};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Said, shelf as t};

/// Each of them with what took its place, as a sentence; nothing where all holds.
///
/// # Errors
/// If the store cannot be read.
pub fn outdated(store: &Store, text: &str, on: NaiveDate) -> Result<Vec<Said>> {
    let mut said = expired(&store.all::<Document>()?, text, on);
    said.extend(renamed(store, text, on)?);
    Ok(said)
}

fn expired(shelf: &[Document], text: &str, on: NaiveDate) -> Vec<Said> {
    let calls = numbers(text);
    let one = |old: &Document| {
        let until = old.until.filter(|until| *until < on).map(day::show)?;
        // A number to call may be written in groups: "1800 1567".
        let grouped = old.kind == DocumentKind::Hotline && calls.contains(&old.number);
        (grouped || names(text, &old.number)).then(|| match latest(shelf, old.id, on) {
            Some(new) => t::OUTDATED.with([&old.name, &until, &new.name]),
            None => t::OUTDATED_ALONE.with([&old.name, &until]),
        })
    };
    shelf.iter().filter_map(one).collect()
}

/// The numbers of a text, without the blanks and dots within them.
fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ' '));
    runs.map(|run| run.chars().filter(char::is_ascii_digit).collect()).collect()
}

/// Names that the agency had before, however they are capitalised, and whom it reported to then.
fn renamed(store: &Store, text: &str, on: NaiveDate) -> Result<Vec<Said>> {
    let now = letterhead::agency_on(store, on)?;
    let (small, folded) = (lower(text), fold(text));
    let receiver = bodies(&now).pop().unwrap_or_default();
    let mut said = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for former in store.all::<Agency>()?.into_iter().filter(|it| it.since < now.since) {
        let other = !now.name.contains(&former.name) && !told.contains(&former.name);
        if other && names(&small, &lower(&former.name)) {
            said.push(t::FORMER_NAME.with([&former.name, &now.name]));
            told.push(former.name.clone());
        }
        for old in bodies(&former).into_iter().filter(|old| !bodies(&now).contains(old)) {
            // What follows a dash is written in many ways: "Sở Lao động - TBXH".
            let head = fold(old.split([',', '-', '–']).next().unwrap_or_default().trim());
            if names(&folded, &head) && !told.contains(&old) {
                said.push(t::FORMER_RECEIVER.with([&old, &receiver]));
                told.push(old);
            }
        }
    }
    Ok(said)
}

/// Whom an agency reports to, each without its province.
fn bodies(agency: &Agency) -> Vec<String> {
    let bare = |line: &str| line.split(" tỉnh ").next().unwrap_or(line).trim().to_owned();
    agency.addressee.0.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

/// Whether a text names something by its number or name, and not another one that only begins or ends so.
fn names(text: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '-' || c == '/';
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + name.len()..).and_then(|it| it.chars().next());
            !before.is_some_and(part) && !after.is_some_and(part)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{sample, setup};
    use crate::text::Lang;

    #[test]
    fn the_plan_of_2020_names_what_has_passed_since() {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        for agency in [setup::former(), setup::preset(store.today())] {
            store.save(&mut agency.clone()).unwrap();
        }
        let text = include_str!("../../tests/data/plan.txt");
        let said = |on: &str| {
            let all = outdated(&store, text, sample::day(on)).unwrap();
            all.iter().map(|it| it.say(Lang::Vi)).collect::<Vec<_>>().join("\n")
        };
        let now = said("2026-05-20");
        for part in ["2361/QĐ-TTg", "nay là \"Sở Nông nghiệp và Môi trường\"", "18001567"] {
            assert!(now.contains(part), "{part}: {now}");
        }
        assert!(!said("2020-05-20").contains("2361"), "it held then: {}", said("2020-05-20"));
    }

    #[test]
    fn each_thing_is_said_once_however_it_is_written() {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        for agency in [setup::former(), setup::preset(store.today())] {
            store.save(&mut agency.clone()).unwrap();
        }
        let said = |text: &str, on: &str| -> Vec<String> {
            outdated(&store, text, sample::day(on)).unwrap().iter().map(|it| it.say(Lang::Vi)).collect()
        };
        let now = "2026-05-20";
        let old = said("Chỉ thị số 20-CT/TW và Chỉ thị 20-CT/TW; gọi 1800 1567 hoặc 1800.1567.", now);
        assert_eq!(old.len(), 2, "{old:?}");
        assert!(old.iter().any(|it| it.contains("28-CT/TW")) && old.iter().any(|it| it.contains("111")), "{old:?}");
        assert_eq!(said("Chỉ thị số 20-CT/TW-BCS, số 218001567", now), Vec::<String>::new());
        let before = "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG báo cáo qua Sở Lao động - TBXH";
        assert_eq!((said(before, now).len(), said(before, "2021-05-20").len()), (2, 0), "{:?}", said(before, now));
        assert_eq!(said("Sở Nông nghiệp và Môi trường, Sở Y tế, tổng đài 111", now), Vec::<String>::new());
    }

    #[test]
    fn a_number_is_named_whole() {
        assert!(names("theo 234/QĐ-TTg, ngày", "234/QĐ-TTg") && names("234/QĐ-TTg", "234/QĐ-TTg"));
        assert!(!names("1234/QĐ-TTg", "234/QĐ-TTg") && !names("234/QĐ-TTg-KGVX", "234/QĐ-TTg") && !names("a", ""));
    }
}
