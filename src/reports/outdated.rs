//! What a text names that no longer is: documents and contact numbers that do not hold on a day, former names of the agency.
use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::day;
use crate::domain::document::{Document, latest};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Said, shelf as t};

/// Each of them with what took its place, as a sentence; nothing where all holds.
///
/// # Errors
/// If the store cannot be read.
pub fn outdated(store: &Store, text: &str, on: NaiveDate) -> Result<Vec<Said>> {
    let shelf = store.all::<Document>()?;
    let over = |it: &&Document| it.until.is_some_and(|until| until < on) && names(text, &it.number);
    let mut said: Vec<Said> = shelf
        .iter()
        .filter(over)
        .map(|old| {
            let until = old.until.map(day::show).unwrap_or_default();
            match latest(&shelf, old.id, on) {
                Some(new) => t::OUTDATED.with([&old.name, &until, &new.name]),
                None => t::OUTDATED_ALONE.with([&old.name, &until]),
            }
        })
        .collect();
    let now = letterhead::agency_on(store, on)?;
    let mut former: Vec<Agency> = store.all::<Agency>()?;
    former.retain(|it| it.since < now.since && it.name != now.name && names(text, &it.name));
    said.extend(former.iter().map(|it| t::FORMER_NAME.with([&it.name, &now.name])));
    Ok(said)
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
    fn a_number_is_named_whole() {
        assert!(names("theo 234/QĐ-TTg, ngày", "234/QĐ-TTg") && names("234/QĐ-TTg", "234/QĐ-TTg"));
        assert!(!names("1234/QĐ-TTg", "234/QĐ-TTg") && !names("234/QĐ-TTg-KGVX", "234/QĐ-TTg") && !names("a", ""));
    }
}
