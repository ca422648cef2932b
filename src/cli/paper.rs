//! `paper`: the papers beside gift lists and reports, each from the data; a line of the table for each.
use std::path::Path;

use chrono::Datelike;

use super::Cx;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::Office;
use super::out::Out;
use crate::acts::review;
use crate::domain::unit::Unit;
use crate::paper::{docx, xlsx};
use crate::reports::{appeal, review as sheet};
use crate::store::Store;
use crate::text::cli as t;

/// A paper: its word, its endings, and how it is made for what `--for` names and an ending.
struct Kind {
    word: &'static str,
    endings: &'static [&'static str],
    make: fn(&Store, &str, &str) -> Answer<Vec<u8>>,
}

/// The papers that can be asked for.
const KINDS: &[Kind] = &[
    Kind { word: "phieu-ra-soat", endings: &["docx", "xlsx"], make: review_sheet },
    Kind { word: "ban-cam-ket", endings: &["docx"], make: promise },
];

/// Writes a paper to a file, with a line in the log of who looked.
pub fn paper(cx: &Cx<'_>, word: &str, about: Option<&str>, file: &Path, out: &mut Out<'_>) -> Answer<()> {
    let Some(kind) = KINDS.iter().find(|kind| kind.word == word) else {
        let known: Vec<&str> = KINDS.iter().map(|kind| kind.word).collect();
        return Err(Failure::Usage(t::NO_PAPER.with([word.to_owned(), known.join(", ")])));
    };
    let Some(ending) = kind.endings.iter().find(|ending| has_ending(file, ending)) else {
        let all = kind.endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
        return Err(Failure::Usage(t::ENDING.with([file.display().to_string(), all])));
    };
    let office = Office::open(cx, out.lang)?;
    let bytes = (kind.make)(&office.store, about.unwrap_or_default(), ending)?;
    out.file(file, &bytes)?;
    Ok(office.store.looked("print", kind.word, None, None)?)
}

/// The sheet of review of a unit, of the round that is going on if there is one.
fn review_sheet(store: &Store, about: &str, ending: &str) -> Answer<Vec<u8>> {
    let unit = unit(store, about)?;
    let round = review::open_round(store)?;
    Ok(match ending {
        "xlsx" => xlsx::render(&sheet::sheet(store, unit.id, round)?)?,
        _ => docx::render(&sheet::paper(store, unit.id, round)?)?,
    })
}

/// The promise of a unit's staff for the running year.
fn promise(store: &Store, about: &str, _: &str) -> Answer<Vec<u8>> {
    let unit = unit(store, about)?;
    Ok(docx::render(&appeal::paper(store, unit.id, i64::from(store.today().year()))?)?)
}

/// The unit that was named.
fn unit(store: &Store, typed: &str) -> Answer<Unit> {
    match sheet::find_unit(store, typed)? {
        Some(unit) => Ok(unit),
        None => {
            let names: Vec<String> = store.all::<Unit>()?.into_iter().map(|unit| unit.name).collect();
            Err(t::NO_UNIT.with([typed.to_owned(), names.join("; ")]).into())
        }
    }
}
