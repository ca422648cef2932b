//! `gifts` and `report`: papers to print.
use std::path::Path;

use super::Cx;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::Office;
use super::out::Out;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::paper::{Cell, Grid, docx, pdf, txt, xlsx};
use crate::reports::figures::figures;
use crate::reports::{consolidated, gift_list, named};
use crate::store::Store;
use crate::text::{Lang, cli as t};

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
        "xlsx" => xlsx::table(&annex(&office.store, &period)?, t::SHEET_FIGURES.vi)?,
        "txt" => txt::render(&consolidated::paper(&office.store, &period)?, WIDTH).into_bytes(),
        "pdf" => pdf::render(&consolidated::paper(&office.store, &period)?)?,
        _ => docx::render(&consolidated::paper(&office.store, &period)?)?,
    };
    out.file(file, &bytes)
}

/// Every figure of a period with its name and what it counts.
fn annex(store: &Store, period: &Period) -> Answer<Grid> {
    let found = figures(store, period)?;
    let row = |(figure, value): (&crate::reports::figure::Figure, i64)| {
        let number = if figure.unit.vi == "đồng" { Cell::Money(value) } else { Cell::Int(value) };
        vec![Cell::Text(figure.label.vi.to_owned()), Cell::Text(figure.unit.vi.to_owned()), number]
    };
    Ok(Grid {
        heads: [t::FIGURE, t::FIGURE_UNIT, t::FIGURE_VALUE].map(|text| text.vi.to_owned()).to_vec(),
        rows: found.iter().map(row).collect(),
        about: vec![period.name().say(Lang::Vi)],
    })
}

/// Which of the endings a file has.
fn ending(file: &Path, endings: &[&'static str]) -> Answer<&'static str> {
    let found = endings.iter().copied().find(|ending| has_ending(file, ending));
    let all = endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| Failure::Usage(t::ENDING.with([file.display().to_string(), all])))
}
