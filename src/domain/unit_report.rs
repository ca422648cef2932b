//! What a unit reports for a period: expected, in, late, nothing to report. "Nothing to report" is a report.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::{Lines, PeriodCode, Standing};
use crate::text::{field as t, rule};

choices! {
    /// What has come from the unit.
    pub enum UnitReportState {
        #[default] Expected "expected" = t::REPORT_EXPECTED;
        Sent "in" = t::REPORT_IN;
        Nothing "nothing" = t::REPORT_NOTHING;
        Returned "returned" = t::REPORT_RETURNED;
        Accepted "accepted" = t::REPORT_ACCEPTED;
    }
}

record! {
    /// One unit's report of one period; its figures are what the unit wrote.
    pub struct UnitReport {
        table: "unit_report", source: "unit_report_shown", title: t::UNIT_REPORTS, one: t::ONE_UNIT_REPORT,
        search: &["note", "content"], order: Order::Row,
    }
    columns {
        period: PeriodCode => t::PERIOD, 16;
        unit: Id<Unit> => t::UNIT, 32;
        due: NaiveDate => t::DUE, 10;
        state: UnitReportState => t::STATE, 0;
        received_on: Option<NaiveDate> => t::REPORT_RECEIVED_ON, 10;
        sessions: i64 => t::SESSIONS_REPORTED, 0;
        attendances: i64 => t::ATTENDANCES_REPORTED, 0;
        special_children: i64 => t::SPECIAL_REPORTED, 0;
        supported: i64 => t::SUPPORTED_REPORTED, 0;
        content: Lines => t::REPORT_CONTENT, 0;
        note: String => t::NOTE, 0;
    }
    shown {
        standing: Standing => t::STANDING, 20;
    }
}

impl UnitReport {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.period.0.is_empty() {
            faults.push(Fault::at("period", rule::NEEDED));
        }
        if self.unit.is_new() {
            faults.push(Fault::at("unit", rule::NEEDED));
        }
        if self.due == NaiveDate::default() {
            faults.push(Fault::at("due", rule::NEEDED));
        }
        let came = matches!(self.state, UnitReportState::Sent | UnitReportState::Nothing | UnitReportState::Accepted);
        if came && self.received_on.is_none() {
            faults.push(Fault::at("received_on", rule::RECEIVED_DAY));
        }
        if !came && self.state == UnitReportState::Expected && self.received_on.is_some() {
            faults.push(Fault::at("state", rule::RECEIVED_STATE));
        }
        for (column, count) in [
            ("sessions", self.sessions),
            ("attendances", self.attendances),
            ("special_children", self.special_children),
            ("supported", self.supported),
        ] {
            if count < 0 {
                faults.push(Fault::at(column, rule::NEGATIVE));
            }
        }
        faults
    }
}

/// Where a report stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Not due yet.
    NotDue,
    /// Due and not in.
    Missing,
    /// In by its day.
    OnTime,
    /// In after its day.
    Late,
    /// Sent back to the unit.
    Returned,
    /// Taken over, by its day.
    Accepted,
    /// Nothing to report, said by its day.
    Nothing,
}

/// Where a report stands: its state, its due day, the day it came, looked at on a day.
#[must_use]
pub fn stand(state: UnitReportState, due: NaiveDate, received: Option<NaiveDate>, today: NaiveDate) -> Stand {
    let late = received.is_some_and(|day| day > due);
    match state {
        UnitReportState::Returned => Stand::Returned,
        UnitReportState::Nothing => Stand::Nothing,
        UnitReportState::Sent | UnitReportState::Accepted if late => Stand::Late,
        UnitReportState::Sent => Stand::OnTime,
        UnitReportState::Accepted => Stand::Accepted,
        UnitReportState::Expected if today > due => Stand::Missing,
        UnitReportState::Expected => Stand::NotDue,
    }
}

impl Standing {
    /// Reads the state, due day and day of receipt that it is made of, and says where the report stands on a day.
    #[must_use]
    pub fn on(&self, today: NaiveDate) -> Option<Stand> {
        let mut parts = self.0.split('|');
        let state = UnitReportState::of_code(parts.next()?)?;
        let due = parts.next()?.parse().ok()?;
        let received = parts.next().and_then(|day| day.parse().ok());
        Some(stand(state, due, received, today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_late_by_the_day_it_came() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let due = day("2026-06-15");
        let on = |text: &str, today: &str| Standing(text.to_owned()).on(day(today));
        assert_eq!(on("expected|2026-06-15|", "2026-06-15"), Some(Stand::NotDue));
        assert_eq!(on("expected|2026-06-15|", "2026-06-16"), Some(Stand::Missing));
        assert_eq!(on("in|2026-06-15|2026-06-16", "2026-07-01"), Some(Stand::Late));
        assert_eq!(stand(UnitReportState::Nothing, due, Some(due), due), Stand::Nothing);
    }
}
