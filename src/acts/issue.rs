//! The issue of the consolidated report of a period, and its withdrawal.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::report::Report;
use crate::domain::value::{Cell, PeriodCode};
use crate::reports::figures::figures;
use crate::store::{Result, Store};
use crate::text::acts as t;

/// Issues the report of a period under its number and day, with the figures that it says kept beside it; its record
/// is made if nobody wrote in it yet. Final: [`withdraw`] takes it back.
///
/// # Errors
/// If it is issued already, or has no number.
pub fn issue(store: &mut Store, period: &Period, number: &str, date: NaiveDate) -> Result<Id<Report>> {
    let step = Step::new(Act::Issue, Report::TABLE, period.code.clone());
    store.write(step, |store| issue_within(store, period, number, date))
}

/// Issues a report within the running step; see [`issue`].
///
/// # Errors
/// The same.
pub fn issue_within(store: &mut Store, period: &Period, number: &str, date: NaiveDate) -> Result<Id<Report>> {
    // "125/BC-SNNMT" is number 125: the symbol is the agency's and the paper prints it itself.
    let number = clean(number.split('/').next().unwrap_or_default());
    if number.is_empty() {
        return Err(t::NUMBER_NEEDED.into());
    }
    let blank = || Report { period: PeriodCode(period.code.clone()), ..Report::default() };
    let mut report = find(store, period)?.unwrap_or_else(blank);
    if let Some(signed) = report.signed_on {
        return Err(t::PERIOD_ISSUED
            .with([String::new(), day::show(signed), report.number])
            .saying(0, period.name())
            .into());
    }
    report.figures = figures(store, period)?.to_json()["figures"].to_string();
    report.number = number;
    report.signed_on = Some(date);
    store.put_record(&mut report)
}

/// Takes the issue of a report back: its number and day are blank again. Final too, so that both stay in the journal.
///
/// # Errors
/// If it is not issued.
pub fn withdraw(store: &mut Store, period: &Period) -> Result<()> {
    let issued = find(store, period)?.filter(|report| report.signed_on.is_some());
    let mut report = issued.ok_or_else(|| t::PERIOD_NOT_ISSUED.with([""]).saying(0, period.name()))?;
    report.number.clear();
    report.figures.clear();
    report.signed_on = None;
    store.write(Step::new(Act::Withdraw, Report::TABLE, period.code.clone()), |store| {
        store.put_record(&mut report).map(|_| ())
    })
}

/// The record of a period's report.
///
/// # Errors
/// If the store refuses.
pub fn find(store: &Store, period: &Period) -> Result<Option<Report>> {
    Ok(store.find::<Report>("period", &PeriodCode(period.code.clone()).value())?.pop())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::sample;

    #[test]
    fn an_issued_report_keeps_its_number_until_it_is_withdrawn() {
        let mut store = sample::store();
        let period = Period::parse("2026-H1").unwrap();
        let day = sample::day("2026-06-16");
        assert!(issue(&mut store, &period, " ", day).is_err() && withdraw(&mut store, &period).is_err());
        issue(&mut store, &period, " 125/BC-SNNMT ", day).unwrap();
        assert_eq!(find(&store, &period).unwrap().unwrap().number, "125");
        assert!(find(&store, &period).unwrap().unwrap().figures.contains("\"sessions\":0"));
        assert!(issue(&mut store, &period, "126", day).is_err());
        assert!(store.undo().is_err());
        withdraw(&mut store, &period).unwrap();
        assert_eq!(find(&store, &period).unwrap().unwrap().signed_on, None);
        issue(&mut store, &period, "126", day).unwrap();
        assert_eq!(store.all::<Report>().unwrap().len(), 1);
    }
}
