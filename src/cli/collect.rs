//! `forms` and `collect`: the units' forms out, and what comes back in.
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};

use super::Cx;
use super::fail::{Answer, Failure};
use super::import::file_name;
use super::office::Office;
use super::out::Out;
use crate::acts::collect::{self, Asked as Known, Coming, Outcome, Reading};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::submission::Item;
use crate::domain::unit::Unit;
use crate::domain::unit_report::UnitReport;
use crate::reports::{named, unit_form};
use crate::text::{Lang, cli as t, units as u};

/// Writes the form of each unit into a folder, which is made if need be.
pub fn forms(cx: &Cx<'_>, period: &str, folder: &Path, out: &mut Out<'_>) -> Answer<()> {
    let period = Period::parse(period).map_err(Failure::Usage)?;
    let office = Office::open(cx, out.lang)?;
    let forms = unit_form::forms(&office.store, &period)?;
    if forms.is_empty() {
        return Err(u::NO_UNITS.into());
    }
    std::fs::create_dir_all(folder).map_err(crate::store::Error::Io)?;
    for (name, bytes) in &forms {
        let path = folder.join(name);
        out.file(&path, bytes)?;
        out.line(&path.display().to_string())?;
    }
    let count = i64::try_from(forms.len()).unwrap_or(i64::MAX);
    Ok(office.store.looked("print", UnitReport::TABLE, None, Some(count))?)
}

/// What is asked of `collect`.
pub struct Asked {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Whose they are, where they do not say so.
    pub unit: Option<String>,
    /// Of which period, where they do not say so.
    pub period: Option<String>,
    /// Whether nothing is written.
    pub dry_run: bool,
    /// Whether the answer is JSON.
    pub json: bool,
}

/// Takes forms and sheets in, each file as one step; all are looked at before the first is written, and one that cannot be
/// taken refuses all.
pub fn collect(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    let period = asked.period.as_deref().map(Period::parse).transpose().map_err(Failure::Usage)?;
    let mut office = Office::open(cx, out.lang)?;
    let unit = asked.unit.as_deref().map(|typed| named::find(&office.store, Unit::META, Some(typed))).transpose()?;
    let known = Known { unit: unit.map(Id::of), period };
    let mut readings = Vec::new();
    for path in &asked.files {
        let bytes =
            std::fs::read(path).map_err(|error| t::UNREADABLE.with([path.display().to_string(), error.to_string()]))?;
        readings.push((path, collect::look(&office.store, &file_name(path), &bytes, &known)?));
    }
    let refused: Vec<String> = readings.iter().flat_map(|(path, it)| faults(path, it, out.lang)).collect();
    if !refused.is_empty() && !asked.dry_run {
        out.note(&refused);
        return Err(u::COLLECT_REFUSED.into());
    }
    let mut answers = Vec::new();
    for (path, reading) in &readings {
        // A unit that two files speak of is read again as the first left it.
        let again = (!asked.dry_run && readings.len() > 1).then(|| {
            let bytes = std::fs::read(path)
                .map_err(|error| t::UNREADABLE.with([path.display().to_string(), error.to_string()]))?;
            collect::look(&office.store, &reading.file, &bytes, &known)
        });
        let again = again.transpose()?;
        let reading = again.as_ref().unwrap_or(reading);
        if !asked.dry_run {
            collect::take(&mut office.store, reading)?;
        }
        if asked.json {
            answers.push(to_json(path, reading, out.lang));
        } else {
            tell(path, reading, out)?;
        }
    }
    match answers.as_slice() {
        [] => Ok(()),
        [only] => out.json(only),
        _ => out.json(&Json::Array(answers)),
    }
}

fn faults(path: &Path, reading: &Reading, lang: Lang) -> Vec<String> {
    let line = |said: &crate::text::Said| format!("{}: {}", path.display(), said.say(lang));
    reading.faults.iter().map(line).collect()
}

const fn code(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::New => "new",
        Outcome::Same => "unchanged",
        Outcome::Nothing => "nothing",
    }
}

fn to_json(path: &Path, reading: &Reading, lang: Lang) -> Json {
    let report = |it: &Coming| {
        let figures: Map<String, Json> = Item::ALL
            .into_iter()
            .filter_map(|item| Some((item.code().to_owned(), it.version.figure(item)?.into())))
            .collect();
        let warnings = it.warnings.iter().map(|warning| warning.said.say(lang));
        let warnings: Vec<String> = warnings.chain(it.remarks.iter().map(|remark| remark.say(lang))).collect();
        let unknown: Vec<Json> =
            it.unknown.iter().map(|one| json!({ "label": one.label, "value": one.value })).collect();
        json!({
            "unit": it.unit,
            "period": it.period.code,
            "outcome": code(it.outcome),
            "figures": figures,
            "unknown": unknown,
            "warnings": warnings,
        })
    };
    json!({
        "file": path.to_string_lossy(),
        "reports": reading.reports.iter().map(report).collect::<Vec<_>>(),
        "refused": reading.faults.iter().map(|fault| fault.say(lang)).collect::<Vec<_>>(),
    })
}

fn tell(path: &Path, reading: &Reading, out: &mut Out<'_>) -> Answer<()> {
    for line in faults(path, reading, out.lang) {
        out.line(&line)?;
    }
    for it in &reading.reports {
        let outcome = match it.outcome {
            Outcome::New => u::OUTCOME_NEW,
            Outcome::Same => u::OUTCOME_SAME,
            Outcome::Nothing => u::OUTCOME_NOTHING,
        };
        let parts = [path.display().to_string(), it.unit.clone(), it.period.code.clone(), String::new()];
        out.say(u::COLLECTED.with(parts).saying(3, outcome.into()))?;
        for one in &it.unknown {
            out.say(u::UNKNOWN_LINE.with([&one.label, &one.value]))?;
        }
        for said in it.warnings.iter().map(|warning| &warning.said).chain(&it.remarks) {
            out.line(&format!("  ! {}", said.say(out.lang)))?;
        }
    }
    Ok(())
}
