//! `gifts`, `report` and `papers`: what is printed of an event and a period.
use std::path::Path;

use super::Cx;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::Office;
use super::out::Out;
use crate::acts::bundle::Bundle;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::paper::{docx, pdf, txt, xlsx};
use crate::reports::{consolidated, gift_list, named};
use crate::text::{bundle as bundle_words, cli as t};

/// The lines of a text report are this many characters wide.
const WIDTH: usize = 100;

/// The printable gift list of an event.
pub fn gifts(cx: &Cx<'_>, event: &str, file: &Path, out: &mut Out<'_>) -> Answer<()> {
    let ending = ending(file, &["docx", "pdf", "xlsx"])?;
    let office = Office::open(cx, out.lang)?;
    let event = Id::of(named::find(&office.store, Event::META, Some(event))?);
    let bytes = match ending {
        "xlsx" => xlsx::render(&gift_list::sheet(&office.store, event)?)?,
        "pdf" => pdf::render(&gift_list::paper(&office.store, event)?)?,
        _ => docx::render(&gift_list::paper(&office.store, event)?)?,
    };
    out.file(file, &bytes)?;
    Ok(office.store.looked("print", Event::TABLE, Some(event.0), None)?)
}

/// The consolidated report of a period: the whole paper, or its figures as a table.
pub fn report(cx: &Cx<'_>, period: &str, file: &Path, out: &mut Out<'_>) -> Answer<()> {
    let ending = ending(file, &["docx", "pdf", "txt", "xlsx"])?;
    let period = Period::parse(period).map_err(Failure::Usage)?;
    let office = Office::open(cx, out.lang)?;
    let bytes = match ending {
        "xlsx" => xlsx::book(&consolidated::sheets(&office.store, &period)?)?,
        "txt" => txt::render(&consolidated::paper(&office.store, &period)?, WIDTH).into_bytes(),
        "pdf" => pdf::render(&consolidated::paper(&office.store, &period)?)?,
        _ => docx::render(&consolidated::paper(&office.store, &period)?)?,
    };
    out.file(file, &bytes)
}

/// Every paper of a period into a new folder with an index; what the data are not enough for is told aside.
pub fn papers(cx: &Cx<'_>, period: &str, folder: &Path, out: &mut Out<'_>) -> Answer<()> {
    let period = Period::parse(period).map_err(Failure::Usage)?;
    let office = Office::open(cx, out.lang)?;
    let mut bundle = Bundle::begin(&office.store, &period, folder)?;
    while bundle.step(&office.store)? {}
    let missing: Vec<String> = bundle.missing().map(|(file, why)| format!("{file}: {why}")).collect();
    let count = bundle.finish(&office.store)?;
    out.note(&missing);
    out.line(&bundle_words::MADE.with([count.to_string(), folder.display().to_string()]).say(out.lang))
}

/// Which of the endings a file has.
fn ending(file: &Path, endings: &[&'static str]) -> Answer<&'static str> {
    let found = endings.iter().copied().find(|ending| has_ending(file, ending));
    let all = endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| Failure::Usage(t::ENDING.with([file.display().to_string(), all])))
}
