//! Taking the units' reports in from files: forms of ours that come back, and the units' own sheets. A file is taken
//! whole or not at all, as one step.
use crate::acts::{columns, unit_reports};
use crate::domain::act::{Act, Step};
use crate::domain::check_rule::Warning;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::submission::{Basis, Item, Source, Submission};
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Move, UnitReport, UnitReportState};
use crate::exchange::told::{self, Told, Unknown};
use crate::reports::{named, unit_reports as said};
use crate::store::{Result, Store};
use crate::text::{Lang, Said, units as u};

/// What is known beside the file.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Whose it is, where it does not say so.
    pub unit: Option<Id<Unit>>,
    /// Of which period, where it does not say so.
    pub period: Option<Period>,
}

/// What a file would do.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The file's name.
    pub file: String,
    /// The reports that it brings.
    pub reports: Vec<Coming>,
    /// Why it cannot be taken.
    pub faults: Vec<Said>,
}

/// What becomes of a report that a file brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new version.
    New,
    /// What is there already.
    Same,
    /// There is nothing to report.
    Nothing,
}

/// A report that a file brings.
#[derive(Clone, Debug)]
pub struct Coming {
    /// The unit's name.
    pub unit: String,
    /// The period.
    pub period: Period,
    /// Where the report stands now.
    pub report: UnitReport,
    /// What it says.
    pub version: Submission,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The figures that are new or differ from the latest version: before, after.
    pub changes: Vec<(Item, Option<i64>, Option<i64>)>,
    /// What nobody knows the meaning of: it is kept among the words.
    pub unknown: Vec<Unknown>,
    /// What the checks find.
    pub warnings: Vec<Warning>,
    /// What else is to be known of it.
    pub remarks: Vec<Said>,
}

impl Reading {
    /// Whether taking it in would change anything.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.faults.is_empty() && self.reports.iter().any(|it| it.outcome != Outcome::Same)
    }
}

/// Reads a file and says what it would do; nothing is written.
///
/// # Errors
/// If it is no spreadsheet, tells nothing of the work for children, or the store cannot be read.
pub fn look(store: &Store, file: &str, bytes: &[u8], asked: &Asked) -> Result<Reading> {
    let first = told::read(file, bytes, &[])?;
    // What the office said of a unit's words holds for its next file.
    let mut mapping = Vec::new();
    for told in first.iter().filter(|told| !told.is_form) {
        if let Some(unit) = unit_of(store, told, file, asked)? {
            mapping.extend(recall(store, unit)?);
        }
    }
    let all = if mapping.is_empty() { first } else { told::read(file, bytes, &mapping)? };
    let mut reading = Reading { file: file.to_owned(), ..Reading::default() };
    for told in &all {
        match coming(store, told, file, asked) {
            Ok(Ok(coming)) => reading.reports.push(coming),
            Ok(Err(faults)) => reading.faults.extend(faults),
            Err(error) => return Err(error),
        }
    }
    let twice = reading.reports.iter().enumerate().find(|(at, it)| {
        reading.reports.iter().take(*at).any(|other| other.report.unit == it.report.unit && other.period == it.period)
    });
    if let Some((_, it)) = twice {
        reading.faults.push(u::TOLD_TWICE.with([&it.unit]));
    }
    Ok(reading)
}

/// Takes a file in as one step; how many reports changed. A second time it changes nothing, and no step is taken.
///
/// # Errors
/// If the file has faults, or a report cannot take a version.
pub fn take(store: &mut Store, reading: &Reading) -> Result<usize> {
    if let Some(fault) = reading.faults.first() {
        return Err(fault.clone().into());
    }
    let today = store.today();
    let fresh: Vec<&Coming> = reading.reports.iter().filter(|it| it.outcome != Outcome::Same).collect();
    if fresh.is_empty() {
        return Ok(0);
    }
    store.write(Step::new(Act::Import, UnitReport::TABLE, reading.file.clone()), |store| {
        for it in &fresh {
            if it.outcome == Outcome::Nothing {
                let mut report = it.report.clone();
                report.make(Move::Nothing, today)?;
                store.put_record(&mut report)?;
            } else {
                unit_reports::receive_within(store, it.report.clone(), it.version.clone())?;
            }
        }
        Ok(())
    })?;
    Ok(fresh.len())
}

/// Keeps what words in a unit's sheets mean: the code of a figure or of words, blank for what is left out.
///
/// # Errors
/// If the store refuses.
pub fn keep(store: &Store, unit: Id<Unit>, label: &str, code: &str) -> Result<()> {
    let mut pairs = recall(store, unit)?;
    let label = fold(label);
    pairs.retain(|(known, _)| *known != label);
    pairs.push((label, code.to_owned()));
    columns::keep_pairs(store, &key(unit), &pairs)
}

fn recall(store: &Store, unit: Id<Unit>) -> Result<Vec<(String, String)>> {
    columns::recall_pairs(store, &key(unit))
}

fn key(unit: Id<Unit>) -> String {
    format!("report words {}", unit.0)
}

/// The unit that a file speaks of: by the form's mark, by its name, by the file's name, or as it was told.
fn unit_of(store: &Store, told: &Told, file: &str, asked: &Asked) -> Result<Option<Id<Unit>>> {
    if let (Some(row), Some(name)) = (told.unit_row, &told.unit) {
        // The number alone may be another unit's in another office's data.
        if fold(&store.name_of(Unit::TABLE, row)) == fold(name) {
            return Ok(Some(Id::of(row)));
        }
    }
    if let Some(found) = told.unit.as_ref().and_then(|name| named::find(store, Unit::META, Some(name)).ok()) {
        return Ok(Some(Id::of(found)));
    }
    if asked.unit.is_some() || told.unit.is_some() {
        return Ok(asked.unit);
    }
    let file = fold(file).replace(['-', '_', '.'], " ");
    let mut named = store.all::<Unit>()?.into_iter().filter(|unit| file.contains(&fold(&unit.name)));
    Ok(named.next().filter(|_| named.next().is_none()).map(|unit| unit.id))
}

/// A report that was told, or why it cannot be taken.
fn coming(store: &Store, told: &Told, file: &str, asked: &Asked) -> Result<std::result::Result<Coming, Vec<Said>>> {
    let mut faults: Vec<Said> = told
        .faults
        .iter()
        .map(|fault| {
            u::TOLD_FAULT
                .with([fault.row.to_string(), fault.label.clone(), String::new()])
                .saying(2, fault.reason.clone())
        })
        .collect();
    let unit = unit_of(store, told, file, asked)?;
    let period = match &told.period {
        Some(code) => Some(Period::parse(code)?),
        None => asked.period.clone(),
    };
    let (Some(unit), Some(period)) = (unit, period.clone()) else {
        if unit.is_none() {
            faults.push(u::TOLD_NO_UNIT.with([told.unit.clone().unwrap_or_default()]));
        }
        if period.is_none() {
            faults.push(u::TOLD_NO_PERIOD.into());
        }
        return Ok(Err(faults));
    };
    let report = unit_reports::of_unit(store, unit, &period)?;
    let latest = said::versions(store, report.id)?.pop();
    let version = version(store, told, file, &report, &period);
    let name = store.name_of(Unit::TABLE, unit.0);
    let outcome = if told.is_nothing {
        if report.state == UnitReportState::Nothing { Outcome::Same } else { Outcome::Nothing }
    } else if report.state != UnitReportState::Nothing && latest.as_ref().is_some_and(|it| it.says_as(&version)) {
        Outcome::Same
    } else {
        Outcome::New
    };
    if told.is_nothing && told.figures.iter().any(|(item, value)| item.is_flow() && *value > 0) {
        faults.push(u::TOLD_BOTH.with([&name]));
    } else if !told.is_nothing && version.is_blank() {
        faults.push(u::TOLD_BLANK.with([&name]));
    }
    let step = if outcome == Outcome::Nothing { Move::Nothing } else { Move::Receive };
    if outcome != Outcome::Same
        && let Err(why) = report.clone().make(step, version.received_on)
    {
        faults.push(u::TOLD_REFUSED.with([name.clone(), String::new()]).saying(1, why));
    }
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let before = |item: Item| latest.as_ref().and_then(|latest| latest.figure(item));
    let pairs = Item::ALL.into_iter().map(|item| (item, before(item), version.figure(item)));
    let changes =
        if outcome == Outcome::New { pairs.filter(|(_, before, after)| before != after).collect() } else { Vec::new() };
    let mut remarks = Vec::new();
    if told.is_form && told.versions < report.versions && outcome != Outcome::Same {
        remarks.push(u::TOLD_OLD_FORM.with([told.versions, report.versions]));
    }
    if outcome == Outcome::Same && report.state == UnitReportState::Returned {
        remarks.push(u::TOLD_SAME_AS_RETURNED.into());
    }
    let warnings = if outcome == Outcome::Nothing { Vec::new() } else { said::check(store, &report, &version)? };
    Ok(Ok(Coming {
        unit: name,
        period,
        report,
        version,
        outcome,
        changes,
        unknown: told.unknown.clone(),
        warnings,
        remarks,
    }))
}

/// A version made of what was told. What nobody knows the meaning of stands among its words.
fn version(store: &Store, told: &Told, file: &str, report: &UnitReport, period: &Period) -> Submission {
    let today = store.today();
    let early = report.due <= period.to && today <= period.to;
    let estimated = told.estimated.unwrap_or(early);
    let mut version = Submission {
        received_on: today,
        basis: if estimated { Basis::Estimate } else { Basis::Actual },
        source: if told.is_form { Source::Form } else { Source::Sheet },
        file: file.to_owned(),
        report: report.id,
        ..Submission::default()
    };
    for (item, value) in &told.figures {
        version.set_figure(*item, Some(*value));
    }
    for (column, words) in &told.words {
        let before = version.words(column);
        version.set_words(column, if before.is_empty() { words.clone() } else { format!("{before}\n{words}") });
    }
    let unknown = told.unknown.iter().map(|it| u::LABELLED.with([&it.label, &it.value]).say(Lang::Vi));
    let other: Vec<String> =
        Some(version.words("other")).filter(|it| !it.is_empty()).into_iter().chain(unknown).collect();
    version.set_words("other", other.join("\n"));
    version
}

#[cfg(test)]
mod tests;
