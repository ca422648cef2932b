//! Where a unit's report of a period stands, and what may be done with it. "Nothing to report" is a report.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::{Lines, PeriodCode, Standing};
use crate::text::{Said, Text, field as t, rule, units as u};

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

/// What is done with a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// It comes in, or comes in again.
    Receive,
    /// The unit says that there is nothing to report.
    Nothing,
    /// It is sent back to be put right.
    Return,
    /// It is taken over into the department's report.
    Accept,
}

impl Move {
    /// Every move: its name, the states it may start from, and the state it leads to.
    pub const ALL: [(Self, Text, &'static [UnitReportState], UnitReportState); 4] = {
        use UnitReportState as S;
        [
            (Self::Receive, u::RECEIVE, &[S::Expected, S::Sent, S::Nothing, S::Returned], S::Sent),
            (Self::Nothing, u::SAY_NOTHING, &[S::Expected, S::Returned], S::Nothing),
            (Self::Return, u::RETURN, &[S::Sent, S::Nothing, S::Accepted], S::Returned),
            (Self::Accept, u::ACCEPT, &[S::Sent], S::Accepted),
        ]
    };

    const fn line(self) -> &'static (Self, Text, &'static [UnitReportState], UnitReportState) {
        &Self::ALL[self as usize]
    }
}

record! {
    /// One unit's report of one period: by when it is due and how far it is. What it says is in its versions
    /// ([`crate::domain::submission::Submission`]).
    pub struct UnitReport {
        table: "unit_report", source: "unit_report_shown", title: t::UNIT_REPORTS, one: t::ONE_UNIT_REPORT,
        search: &[], order: Order::Row,
    }
    columns {
        period: PeriodCode => t::PERIOD, 21;
        unit: Id<Unit> => t::UNIT, 32;
        due: NaiveDate => t::DUE, 10;
        note: String => t::NOTE, 0;
    }
    stamped {
        state: UnitReportState => t::STATE, 0;
        received_on: Option<NaiveDate> => t::REPORT_RECEIVED_ON, 10;
        reason: Lines => u::REASON, 0;
        closed_on: Option<NaiveDate> => u::CLOSED_ON, 0;
    }
    shown {
        standing: Standing => t::STANDING, 20;
        versions: i64 => u::VERSIONS, 6;
    }
}

impl UnitReport {
    /// Whether the unit has reported: "nothing to report" is a report, one that was sent back is none.
    #[must_use]
    pub const fn is_in(&self) -> bool {
        matches!(self.state, UnitReportState::Sent | UnitReportState::Nothing | UnitReportState::Accepted)
    }

    /// Whether a move may be made.
    #[must_use]
    pub fn may(&self, step: Move) -> bool {
        self.closed_on.is_none() && step.line().2.contains(&self.state)
    }

    /// Makes a move on a day. What comes in has that day; what is expected again has none.
    ///
    /// # Errors
    /// If it cannot be made from where the report stands, or its period is closed.
    pub fn make(&mut self, step: Move, day: NaiveDate) -> Result<(), Said> {
        if self.closed_on.is_some() {
            return Err(u::PERIOD_CLOSED.into());
        }
        let (_, name, _, to) = step.line();
        if !self.may(step) {
            let said = u::NO_SUCH_MOVE.with([""]).saying(0, (*name).into()).saying(1, self.state.text().into());
            return Err(said);
        }
        self.state = *to;
        if matches!(step, Move::Receive | Move::Nothing) {
            self.received_on = Some(day);
            self.reason = Lines::default();
        }
        Ok(())
    }

    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("period", self.period.0.is_empty()),
            ("unit", self.unit.is_new()),
            ("due", self.due == NaiveDate::default()),
        ]);
        let came = self.state != UnitReportState::Expected;
        if came && self.received_on.is_none() {
            faults.push(Fault::at("received_on", rule::RECEIVED_DAY));
        }
        if !came && self.received_on.is_some() {
            faults.push(Fault::at("state", rule::RECEIVED_STATE));
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
    /// Its period is closed.
    Closed,
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
        let closed = parts.next().is_some_and(|day| !day.is_empty());
        Some(if closed { Stand::Closed } else { stand(state, due, received, today) })
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
        assert_eq!(on("accepted|2026-06-15|2026-06-14|2026-07-01", "2026-07-01"), Some(Stand::Closed));
        assert_eq!(stand(UnitReportState::Nothing, due, Some(due), due), Stand::Nothing);
    }

    #[test]
    fn only_the_moves_of_the_table_are_made() {
        use UnitReportState as S;
        let day: NaiveDate = "2026-06-16".parse().expect("a date");
        for (at, (step, ..)) in Move::ALL.iter().enumerate() {
            assert_eq!(*step as usize, at);
        }
        let allowed = [
            (S::Expected, vec![Move::Receive, Move::Nothing]),
            (S::Sent, vec![Move::Receive, Move::Return, Move::Accept]),
            (S::Nothing, vec![Move::Receive, Move::Return]),
            (S::Returned, vec![Move::Receive, Move::Nothing]),
            (S::Accepted, vec![Move::Return]),
        ];
        for (state, moves) in allowed {
            for (step, _, _, to) in Move::ALL {
                let received_on = (state != S::Expected).then_some(day);
                let before = UnitReport { state, received_on, ..UnitReport::default() };
                let mut after = before.clone();
                let made = after.make(step, day);
                assert_eq!(made.is_ok(), moves.contains(&step), "{state:?} {step:?}");
                assert_eq!(after.state, if made.is_ok() { to } else { state });
                let closed = UnitReport { closed_on: Some(day), ..before };
                assert!(closed.clone().make(step, day).is_err(), "a closed report stands still");
            }
        }
    }
}
