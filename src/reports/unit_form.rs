//! The form that a unit fills in for its report: what is known of it stands there already.
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::period::Period;
use crate::domain::submission::{Basis, Item, WORDS};
use crate::domain::unit::Unit;
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Cell, PeriodCode};
use crate::paper::slip::{Choice, Figure, MARK, Slip, Words};
use crate::paper::xlsx;
use crate::reports::{letterhead, unit_reports};
use crate::store::{Result, Store};
use crate::text::{Lang, units as u};

/// The answer that says that there is nothing to report.
const YES: &str = "x";

/// The form of a unit for a period: its latest version's figures stand there, else the office's own.
///
/// # Errors
/// If the store cannot be read.
pub fn slip(store: &Store, period: &Period, unit: &Unit) -> Result<Slip> {
    let mut reports = store.find::<UnitReport>("period", &PeriodCode(period.code.clone()).value())?;
    reports.retain(|report| report.unit == unit.id);
    let report = reports.pop();
    let due = report.as_ref().map_or_else(|| period.units_due(), |report| report.due);
    let versions =
        report.as_ref().map(|report| unit_reports::versions(store, report.id)).transpose()?.unwrap_or_default();
    let latest = versions.last();
    let own = unit_reports::own(store, unit.id, period)?;
    let figures = Item::ALL.into_iter().zip(own).map(|(item, own)| Figure {
        code: item.code().to_owned(),
        label: item.text().vi.to_owned(),
        measure: item.measure().vi.to_owned(),
        is_money: item.is_money(),
        value: latest.map_or(Some(own), |latest| latest.figure(item)),
        known: Some(own),
    });
    let words = WORDS.into_iter().map(|(column, label)| Words {
        code: column.to_owned(),
        label: label.vi.to_owned(),
        value: latest.map(|latest| latest.words(column)).unwrap_or_default(),
    });
    let agency = letterhead::agency_on(store, store.today())?;
    let (actual, estimate) = (Basis::Actual.text().vi, Basis::Estimate.text().vi);
    let mark =
        [MARK, "1", &period.code, &unit.id.0.to_string(), &versions.len().to_string(), &unit.name.replace('|', "/")]
            .join("|");
    Ok(Slip {
        agency: vec![letterhead::name(&agency).to_uppercase(), unit.name.to_uppercase()],
        titles: vec![
            u::FORM_TITLE.vi.to_owned(),
            u::FORM_PERIOD
                .with([period.name().say(Lang::Vi), day::show(period.from), day::show(period.to)])
                .say(Lang::Vi),
        ],
        how: vec![u::FORM_HOW.with([day::show(due)]).say(Lang::Vi), u::FORM_HOW_NOTHING.vi.to_owned()],
        mark,
        heads: [u::HEAD_NUMBER, u::ITEM, u::HEAD_MEASURE, u::FORM_ANSWER, u::FORM_KNOWN].map(|text| text.vi.to_owned()),
        choices: vec![
            Choice {
                code: "basis".to_owned(),
                label: u::FORM_BASIS.vi.to_owned(),
                answers: vec![actual.to_owned(), estimate.to_owned()],
                value: if due <= period.to { estimate } else { actual }.to_owned(),
            },
            Choice {
                code: "nothing".to_owned(),
                label: u::FORM_NOTHING.vi.to_owned(),
                answers: vec![YES.to_owned()],
                value: String::new(),
            },
        ],
        figures: figures.collect(),
        words: words.collect(),
        signers: [u::FORM_MADE_BY, u::FORM_HEAD].map(|text| text.vi.to_owned()),
        refusals: [u::FORM_NO_NUMBER, u::FORM_NO_ANSWER].map(|text| text.vi.to_owned()),
    })
}

/// The form of a unit for a period, as a workbook.
///
/// # Errors
/// If it cannot be packed or the store read.
pub fn form(store: &Store, period: &Period, unit: &Unit) -> Result<Vec<u8>> {
    xlsx::slip(&slip(store, period, unit)?, u::FORM_SHEET.vi).map_err(|error| error.said().into())
}

/// The units that a period's report is expected of, or else that are there in it.
///
/// # Errors
/// If the store cannot be read.
pub fn units(store: &Store, period: &Period) -> Result<Vec<Unit>> {
    let reports = store.find::<UnitReport>("period", &PeriodCode(period.code.clone()).value())?;
    let there = |unit: &Unit| {
        let within =
            unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.from);
        if reports.is_empty() { within } else { reports.iter().any(|report| report.unit == unit.id) }
    };
    let mut all = store.all::<Unit>()?;
    all.retain(there);
    Ok(all)
}

/// The form of each of these units under a file's name.
///
/// # Errors
/// If a workbook cannot be packed or the store read.
pub fn forms(store: &Store, period: &Period) -> Result<Vec<(String, Vec<u8>)>> {
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for unit in &units(store, period)? {
        let bytes = form(store, period, unit)?;
        let stem = format!("{}-bieu-{}", file_name(unit), period.slug());
        let names = std::iter::once(format!("{stem}.xlsx")).chain((2..).map(|n| format!("{stem}-{n}.xlsx")));
        let mut free = names.filter(|name| all.iter().all(|(taken, _)| taken != name));
        all.push((free.next().unwrap_or_default(), bytes));
    }
    Ok(all)
}

/// What a unit's file is called by: its code or its name, in letters that every disk takes.
#[must_use]
pub fn file_name(unit: &Unit) -> String {
    let name = if unit.code.is_empty() { &unit.name } else { &unit.code };
    let plain: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
