//! `export`: a list out of the office, with a line in the log of who looked.
use std::path::PathBuf;

use super::Cx;
use super::args::Listed;
use super::fail::{Answer, Failure};
use super::import::has_ending;
use super::office::Office;
use super::out::Out;
use crate::paper::{Grid, csv, xlsx};
use crate::reports::table::{self, Cover, What};
use crate::text::cli as t;

/// What is asked for.
pub struct Asked {
    /// The list.
    pub what: Listed,
    /// Only rows with this text.
    pub filter: Option<String>,
    /// Whether names are cut short.
    pub masked: bool,
    /// Whether the sensitive groups stay out.
    pub without_sensitive: bool,
    /// Where to; "-" is the answer itself, as JSON.
    pub file: PathBuf,
}

/// The formats of a list.
enum Format {
    Xlsx,
    Csv,
    Json,
}

/// Writes a list to a file or to the answer.
pub fn export(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    let format = format(asked)?;
    let office = Office::open(cx, out.lang)?;
    let what = match asked.what {
        Listed::Children => What::Children,
        Listed::Staff => What::Staff,
        Listed::Contributions => What::Contributions,
        Listed::Sessions => What::Sessions,
        Listed::Events => What::Events,
    };
    let cover = Cover { masked: asked.masked, without_sensitive: asked.without_sensitive };
    let filter = asked.filter.as_deref().unwrap_or_default();
    let grid = || -> Answer<Grid> { Ok(table::grid(&office.store, what, filter, cover)?) };
    let (bytes, rows) = match format {
        Format::Json => {
            let json = table::json(&office.store, what, filter, cover)?;
            let mut text =
                serde_json::to_string_pretty(&json).map_err(std::io::Error::other).map_err(crate::store::Error::Io)?;
            text.push('\n');
            (text.into_bytes(), json.as_array().map_or(0, Vec::len))
        }
        Format::Csv => {
            let grid = grid()?;
            (csv::render(&grid)?, grid.rows.len())
        }
        Format::Xlsx => {
            let grid = grid()?;
            (xlsx::table(&grid, what.meta().title.vi)?, grid.rows.len())
        }
    };
    // Who looked is written down before anything is seen.
    office.store.looked("export", what.meta().table, None, i64::try_from(rows).ok())?;
    out.file(&asked.file, &bytes)
}

fn format(asked: &Asked) -> Answer<Format> {
    let file = &asked.file;
    if file.as_os_str() == "-" || has_ending(file, "json") {
        Ok(Format::Json)
    } else if has_ending(file, "csv") {
        Ok(Format::Csv)
    } else if has_ending(file, "xlsx") {
        Ok(Format::Xlsx)
    } else {
        Err(Failure::Usage(t::ENDING.with([file.display().to_string(), ".xlsx, .csv, .json".to_owned()])))
    }
}
