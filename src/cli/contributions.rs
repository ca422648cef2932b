//! `import contributions`: sheets of contributions as units send them, into a campaign.
use std::path::PathBuf;

use serde_json::Value as Json;

use super::Cx;
use super::fail::{Answer, Failure};
use super::import::{file_name, has_ending, tell, to_json};
use super::office::Office;
use super::out::Out;
use crate::acts::rejects::rejects;
use crate::acts::{contributions, posting};
use crate::domain::campaign::Campaign;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::exchange::gifts;
use crate::exchange::roster::Refusal;
use crate::paper::xlsx;
use crate::reports::named;
use crate::text::cli as t;

/// What is asked for.
pub struct Asked {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The code or name of the campaign.
    pub campaign: String,
    /// Whether nothing is written.
    pub dry_run: bool,
    /// Whether the sheets that fit are posted.
    pub post: bool,
    /// Where the refused rows go.
    pub rejects: Option<PathBuf>,
    /// Whether the answer is JSON.
    pub json: bool,
}

/// Takes sheets in, each file as one step. All files are read before the first is written.
pub fn contributions(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    let mut office = Office::open(cx, out.lang)?;
    if let Some(path) = asked.rejects.as_ref().filter(|path| !has_ending(path, "xlsx")) {
        return Err(Failure::Usage(t::ENDING.with([path.display().to_string(), ".xlsx".to_owned()])));
    }
    let campaign = Id::of(named::find(&office.store, Campaign::META, Some(&asked.campaign))?);
    let today = office.store.today();
    let mut listings = Vec::new();
    for path in &asked.files {
        let bytes =
            std::fs::read(path).map_err(|error| t::UNREADABLE.with([path.display().to_string(), error.to_string()]))?;
        listings.push((path, gifts::read(&file_name(path), &bytes, today)?));
    }
    let (mut answers, mut refused): (Vec<Json>, Vec<Refusal>) = (Vec::new(), Vec::new());
    for (path, listing) in listings {
        let name = file_name(path);
        let (outcome, batch) = if asked.dry_run {
            (contributions::plan(&mut office.store, &name, campaign, listing)?, None)
        } else {
            contributions::take(&mut office.store, &name, campaign, listing)?
        };
        if asked.json {
            answers.push(to_json(path, &outcome, out.lang));
        } else {
            tell(path, &outcome, asked.dry_run, out)?;
        }
        refused.extend(outcome.refused);
        if let Some(batch) = batch.filter(|_| asked.post) {
            let posted = posting::post_batch(&mut office.store, batch)?;
            if !asked.json {
                out.say(t::POSTED.with([posted.lines.to_string(), posted.sum.show(), posted.numbers]))?;
            }
        }
    }
    if let Some(path) = &asked.rejects {
        let refused: Vec<&Refusal> = refused.iter().collect();
        out.file(path, &xlsx::table(&rejects(&refused, out.lang), out.word(t::SHEET_REJECTS))?)?;
    }
    match answers.as_slice() {
        [] => Ok(()),
        [only] => out.json(only),
        _ => out.json(&Json::Array(answers)),
    }
}
