//! What the units' reports say: their versions, what the checks find in them, what units answered.
use crate::domain::check_rule::{CheckRule, Explanation, Warning};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::submission::{Item, Submission};
use crate::domain::unit::Unit;
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Cell, PeriodCode};
use crate::reports::figures;
use crate::store::{Result, Store};
use crate::text::{Lang, units as u};

mod standings;

pub use standings::{Standings, standings};

/// The versions of a report, the latest last; none of a report that is new.
///
/// # Errors
/// If the store cannot be read.
pub fn versions(store: &Store, report: Id<UnitReport>) -> Result<Vec<Submission>> {
    if report.is_new() {
        return Ok(Vec::new());
    }
    let mut all = store.find::<Submission>("report", &report.value())?;
    all.sort_by_key(|version| (version.version, version.id));
    Ok(all)
}

/// What a unit last reported before a period of the same kind: the period before, else a year before.
///
/// # Errors
/// If the store cannot be read.
pub fn before(store: &Store, unit: Id<Unit>, period: &Period) -> Result<Option<Submission>> {
    for earlier in [period.previous(), period.same_last_year()] {
        let mut reports = store.find::<UnitReport>("period", &PeriodCode(earlier.code).value())?;
        reports.retain(|report| report.unit == unit);
        let latest = reports.first().map(|report| versions(store, report.id)).transpose()?;
        if let Some(latest) = latest.and_then(|mut all| all.pop()) {
            return Ok(Some(latest));
        }
    }
    Ok(None)
}

/// What the office's own records say of a unit in a period, in the order of [`Item::ALL`].
///
/// # Errors
/// If SQLite refuses.
pub fn own(store: &Store, unit: Id<Unit>, period: &Period) -> Result<[i64; Item::ALL.len()]> {
    let mut values = [0; Item::ALL.len()];
    for (item, value) in Item::ALL.into_iter().zip(&mut values) {
        if let Some(figure) = figures::by_code(item.code()) {
            *value = figure.of_unit(store, period, unit)?;
        }
    }
    Ok(values)
}

/// A warning, and what the unit answered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What is doubtful.
    pub warning: Warning,
    /// The unit's answer, if it gave one.
    pub answer: Option<String>,
}

/// What the rules find in a version of a report.
///
/// # Errors
/// If the store cannot be read.
pub fn check(store: &Store, report: &UnitReport, version: &Submission) -> Result<Vec<Warning>> {
    let period = Period::parse(&report.period.0)?;
    let own = own(store, report.unit, &period)?;
    let last = before(store, report.unit, &period)?;
    let known = |item: Item| Item::ALL.iter().position(|it| *it == item).map_or(0, |at| own[at]);
    let rules = store.all::<CheckRule>()?;
    Ok(rules.iter().flat_map(|rule| rule.warnings(version, last.as_ref(), &known)).collect())
}

/// What the rules find in the latest version of a report, with the answers; nothing where none has come.
///
/// # Errors
/// If the store cannot be read.
pub fn checked(store: &Store, report: &UnitReport) -> Result<Vec<Checked>> {
    let Some(latest) = versions(store, report.id)?.pop() else { return Ok(Vec::new()) };
    let answers = store.find::<Explanation>("report", &report.id.value())?;
    let found = check(store, report, &latest)?.into_iter().map(|warning| {
        let said = warning.said.say(Lang::Vi);
        let answer = answers.iter().rev().find(|it| it.rule == warning.rule && it.said == said);
        Checked { warning, answer: answer.map(|it| it.text.0.clone()) }
    });
    Ok(found.collect())
}

/// What units answered to warnings that hold, a sentence each with the unit's name, for the department's report.
///
/// # Errors
/// If the store cannot be read.
pub fn explained(store: &Store, period: &Period) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for report in store.find::<UnitReport>("period", &PeriodCode(period.code.clone()).value())? {
        let unit = store.name_of("unit", report.unit.0);
        for it in checked(store, &report)? {
            let Some(answer) = it.answer else { continue };
            let answer = answer.replace('\n', " ");
            let said = u::EXPLAINED.with([unit.clone(), String::new(), answer.trim_end_matches('.').to_owned()]);
            lines.push(said.saying(1, it.warning.said).say(Lang::Vi));
        }
    }
    Ok(lines)
}
