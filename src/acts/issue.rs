//! The consolidated report of a period on its way out: shown to its signer, signed, numbered, issued; sent back,
//! withdrawn. Each act is one move of [`crate::domain::report::MOVES`].
use chrono::{Datelike, NaiveDate};

use crate::domain::act::{Act, Step};
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::number;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::report::{Report, ReportState};
use crate::domain::value::{Cell, PeriodCode};
use crate::paper::kept;
use crate::reports::consolidated;
use crate::reports::figures::figures;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, acts as t, issue as words};

/// Shows the report of a period to its signer today; its record is made if nobody wrote in it yet. What is only doubtful
/// ([`consolidated::Faults::doubts`]) is for the caller to ask about.
///
/// # Errors
/// If it is not a draft, or something in it is still to be mended: [`consolidated::Writing::faults`].
pub fn submit(store: &mut Store, period: &Period) -> Result<()> {
    let report = find(store, period)?;
    let faults = consolidated::writing(store, period, report.as_ref())?.faults().faults;
    if let Some(first) = faults.first() {
        return Err(words::NOT_READY.with([faults.len().to_string(), String::new()]).saying(1, first.clone()).into());
    }
    go(store, period, ReportState::Submitted, |store, report| {
        report.submitted_on = Some(store.today());
        Ok(())
    })
}

/// Notes the report as signed on a day: from now on it stands still, with its figures as they are at this moment.
///
/// # Errors
/// If it was not submitted, or the day lies in the future or before the day it was submitted.
pub fn sign(store: &mut Store, period: &Period, date: NaiveDate) -> Result<()> {
    go(store, period, ReportState::Signed, |store, report| {
        in_turn(store, date, report.submitted_on, words::BEFORE_SUBMITTED)?;
        report.signature_on = Some(date);
        freeze(store, period, report)
    })
}

/// Gives the signed report the number and the day of the clerical office ("125/BC-SNNMT" is number 125), and its
/// fingerprint. Final: [`withdraw`] takes it back.
///
/// # Errors
/// If it was not signed, the number is blank or taken in that year, or the day lies in the future or before the
/// signature.
pub fn number(store: &mut Store, period: &Period, number: &str, date: NaiveDate) -> Result<()> {
    go(store, period, ReportState::Numbered, |store, report| {
        in_turn(store, date, report.signature_on, words::BEFORE_SIGNATURE)?;
        give_number(store, report, number, date)
    })
}

/// Refuses a day that is yet to come, or that lies before the one of the move before.
fn in_turn(store: &Store, date: NaiveDate, before: Option<NaiveDate>, refusal: Text) -> Result<()> {
    if date > store.today() {
        return Err(words::DAY_IN_FUTURE.with([day::show(date)]).into());
    }
    match before.filter(|before| date < *before) {
        Some(before) => Err(refusal.with([day::show(date), day::show(before)]).into()),
        None => Ok(()),
    }
}

/// Issues the numbered report. Final: [`withdraw`] takes it back.
///
/// # Errors
/// If it has no number.
pub fn issue(store: &mut Store, period: &Period) -> Result<()> {
    go(store, period, ReportState::Issued, |_, _| Ok(()))
}

/// Sends a report that was submitted or signed back to be written; what was kept of it is forgotten.
///
/// # Errors
/// If it is a draft, or has a number.
pub fn send_back(store: &mut Store, period: &Period) -> Result<()> {
    if find(store, period)?.is_some_and(|report| !report.number.is_empty()) {
        return Err(words::NUMBERED_STANDS.into());
    }
    go(store, period, ReportState::Draft, |_, report| {
        thaw(report);
        Ok(())
    })
}

/// Takes a numbered or issued report back: its number and day are blank again. Final too, so that both stay in the
/// journal.
///
/// # Errors
/// If it has no number.
pub fn withdraw(store: &mut Store, period: &Period) -> Result<()> {
    if find(store, period)?.is_none_or(|report| report.number.is_empty()) {
        return Err(t::PERIOD_NOT_ISSUED.with([""]).saying(0, period.name()).into());
    }
    go(store, period, ReportState::Draft, |_, report| {
        thaw(report);
        Ok(())
    })
}

/// Lets a guarded report say small counts too, with the reason, which the journal keeps.
///
/// # Errors
/// If it hides none, the reason is blank, or it was signed.
pub fn unguard(store: &mut Store, period: &Period, reason: &str) -> Result<()> {
    let found = find(store, period)?.filter(Report::is_guarded);
    let mut report = found.ok_or(words::NOT_GUARDED)?;
    if report.standing().is_frozen() {
        return Err(crate::text::store::REPORT_ISSUED.into());
    }
    report.unguarded = clean(reason);
    if report.unguarded.is_empty() {
        return Err(words::REASON_NEEDED.into());
    }
    store.write(Step::new(Act::Unguard, Report::TABLE, period.name().say(Lang::Vi)), |store| {
        store.put_record(&mut report).map(|_| ())
    })
}

/// Puts a report that went out before the program was there into the running step: signed, numbered and issued.
///
/// # Errors
/// As [`number()`].
pub fn went_out(store: &mut Store, period: &Period, number: &str, date: NaiveDate) -> Result<Id<Report>> {
    let mut report = find(store, period)?.unwrap_or_else(|| blank(period));
    freeze(store, period, &mut report)?;
    give_number(store, &mut report, number, date)?;
    report.state = ReportState::Issued;
    (report.submitted_on, report.signature_on) = (Some(date), Some(date));
    store.put_record(&mut report)
}

/// Whether a numbered report is still what its fingerprint says; `None` if it has none.
///
/// # Errors
/// If the store refuses.
pub fn is_whole(store: &Store, period: &Period) -> Result<Option<bool>> {
    let report = find(store, period)?.filter(|report| !report.print.is_empty());
    Ok(report.map(|report| report.is_whole()))
}

/// The record of a period's report.
///
/// # Errors
/// If the store refuses.
pub fn find(store: &Store, period: &Period) -> Result<Option<Report>> {
    Ok(store.find::<Report>("period", &PeriodCode(period.code.clone()).value())?.pop())
}

/// Makes a move, as the step of its act.
fn go(
    store: &mut Store,
    period: &Period,
    to: ReportState,
    change: impl FnOnce(&Store, &mut Report) -> Result<()>,
) -> Result<()> {
    let mut report = find(store, period)?.unwrap_or_else(|| blank(period));
    let from = report.standing();
    let Some(act) = from.act_to(to) else {
        return Err(words::NO_MOVE
            .with(["", "", ""])
            .saying(0, period.name())
            .saying(1, from.text().into())
            .saying(2, to.text().into())
            .into());
    };
    store.write(Step::new(act, Report::TABLE, period.name().say(Lang::Vi)), |store| {
        change(store, &mut report)?;
        report.state = to;
        store.put_record(&mut report).map(|_| ())
    })
}

fn blank(period: &Period) -> Report {
    Report { period: PeriodCode(period.code.clone()), ..Report::default() }
}

/// Keeps the paper and its figures as they are now.
fn freeze(store: &Store, period: &Period, report: &mut Report) -> Result<()> {
    let paper = consolidated::paper(store, period)?;
    report.content = kept::kept(&paper).map_err(std::io::Error::other)?;
    report.figures = figures(store, period)?.to_json()["figures"].to_string();
    Ok(())
}

fn thaw(report: &mut Report) {
    report.number.clear();
    (report.signed_on, report.submitted_on, report.signature_on) = (None, None, None);
    report.figures.clear();
    report.content.clear();
    report.print.clear();
}

fn give_number(store: &Store, report: &mut Report, number: &str, date: NaiveDate) -> Result<()> {
    let Some(number) = number::of_paper(number) else { return Err(t::NUMBER_NEEDED.into()) };
    // Numbers begin anew each year and are given once (Nghị định 30/2020/NĐ-CP, Điều 15).
    let year = |on: Option<NaiveDate>| on.map(|on| on.year());
    let same = |other: &Report| other.number.trim_start_matches('0') == number.trim_start_matches('0');
    let taken =
        store.all::<Report>()?.into_iter().find(|other| year(other.signed_on) == Some(date.year()) && same(other));
    if let Some(other) = taken {
        let said = words::NUMBER_TAKEN.with([number, String::new()]);
        return Err(match Period::parse(&other.period.0) {
            Ok(period) => said.saying(1, period.name()).into(),
            Err(_) => said.into(),
        });
    }
    report.number = number;
    report.signed_on = Some(date);
    report.print = report.fingerprint();
    Ok(())
}

#[cfg(test)]
mod tests;
