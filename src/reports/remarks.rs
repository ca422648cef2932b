//! What a text that is to be signed says of the past: documents and contact numbers that no longer hold on its day, with what
//! took their place, and names that agencies no longer have.
use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::day;
use crate::domain::document::{self, Document, DocumentKind};
use crate::domain::fold::{fold, lower};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Said, remark as t};

/// Everything in a text that no longer holds on a day, each thing once.
///
/// # Errors
/// If the store cannot be read.
pub fn of_text(store: &Store, text: &str, on: NaiveDate) -> Result<Vec<Said>> {
    let mut all = expired(&store.all::<Document>()?, text, on);
    all.extend(renamed(store, text, on)?);
    Ok(all)
}

/// Documents and numbers of the shelf that the text names and that have ended by the day.
fn expired(shelf: &[Document], text: &str, on: NaiveDate) -> Vec<Said> {
    let one = |old: &Document| {
        let until = old.until.filter(|until| *until < on && names(text, old))?;
        let end = day::show(until);
        let new = document::latest(shelf, old.id, on);
        Some(match (old.kind, new) {
            (DocumentKind::Hotline, Some(new)) => t::NUMBER.with([&old.number, &new.number]),
            (_, Some(new)) => t::REPLACED.with([&old.name, &end, &new.name]),
            (_, None) => t::EXPIRED.with([&old.name, &end]),
        })
    };
    shelf.iter().filter_map(one).collect()
}

/// Whether a text names a document by its number; "28-CT/TW-BCS" is not "28-CT/TW". A number to call may be written in
/// groups.
fn names(text: &str, document: &Document) -> bool {
    let number = document.number.as_str();
    if number.is_empty() || document.kind == DocumentKind::Law {
        return false;
    }
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    let found = |text: &str| {
        text.match_indices(number).any(|(at, _)| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + number.len()..).and_then(|it| it.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(joined)
        })
    };
    if document.kind == DocumentKind::Hotline {
        let digits = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ' ' | '-'));
        return digits.map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>()).any(|run| run == number);
    }
    found(text)
}

/// Names that the agency had before, and whom it reported to then.
fn renamed(store: &Store, text: &str, on: NaiveDate) -> Result<Vec<Said>> {
    let now = letterhead::agency_on(store, on)?;
    let (small, folded) = (lower(text), fold(text));
    let mut all = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for former in store.all::<Agency>()?.into_iter().filter(|it| it.since < now.since) {
        let other = !now.name.contains(&former.name) && !former.name.is_empty();
        if other && small.contains(&lower(&former.name)) && !told.contains(&former.name) {
            all.push(t::AGENCY.with([&former.name, &day::show(now.since), &now.name]));
            told.push(former.name.clone());
        }
        for old in bodies(&former).filter(|old| !bodies(&now).any(|it| it == *old)) {
            let head = fold(old.split([',', '-', '–']).next().unwrap_or(&old).trim());
            if !head.is_empty() && folded.contains(&head) && !told.contains(&old) {
                let new = bodies(&now).last().unwrap_or_default();
                all.push(t::ADDRESSEE.with([&old, &new]));
                told.push(old);
            }
        }
    }
    Ok(all)
}

/// Whom an agency reports to, each without its province.
fn bodies(agency: &Agency) -> impl Iterator<Item = String> {
    let bare = |line: &str| line.split(" tỉnh ").next().unwrap_or(line).trim().to_owned();
    agency.addressee.0.lines().map(bare).filter(|line| !line.is_empty()).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{sample, setup};
    use crate::text::Lang;

    #[test]
    fn what_no_longer_holds_is_named_once_with_what_took_its_place() {
        let mut store = sample::store();
        setup::run(&mut store).unwrap();
        for agency in [setup::former(), setup::preset(store.today())] {
            store.save(&mut agency.clone()).unwrap();
        }
        let said = |text: &str, on: &str| -> Vec<String> {
            of_text(&store, text, sample::day(on)).unwrap().iter().map(|it| it.say(Lang::Vi)).collect()
        };
        let now = "2026-05-20";
        let old = said("Chỉ thị số 20-CT/TW và Chỉ thị 20-CT/TW; gọi 1800 1567 hoặc 1800.1567.", now);
        assert_eq!(old.len(), 2, "{old:?}");
        assert!(old.iter().any(|it| it.contains("28-CT/TW")) && old.iter().any(|it| it.contains("111")), "{old:?}");
        assert_eq!(said("Chỉ thị số 20-CT/TW-BCS, số 218001567", now), Vec::<String>::new());
        let names = said("Sở Tài nguyên và Môi trường báo cáo qua Sở Lao động - TBXH", now);
        assert_eq!(names.len(), 2, "{names:?}");
        assert_eq!(said("Sở Tài nguyên và Môi trường báo cáo qua Sở Lao động - TBXH", "2021-05-20").len(), 0);
        assert_eq!(said("Sở Nông nghiệp và Môi trường, Sở Y tế, tổng đài 111", now), Vec::<String>::new());
    }
}
