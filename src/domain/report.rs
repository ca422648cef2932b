//! The department's consolidated report of a period: the parts that people write, and its way out in states.
use chrono::NaiveDate;

use crate::domain::act::Act;
use crate::domain::fingerprint;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::value::{Lines, PeriodCode};
use crate::text::{field as t, issue, rule};

choices! {
    /// How far a report is on its way out.
    pub enum ReportState {
        #[default] Draft "draft" = issue::DRAFT;
        Submitted "submitted" = issue::SUBMITTED;
        Signed "signed" = issue::SIGNED;
        Numbered "numbered" = issue::NUMBERED;
        Issued "issued" = issue::ISSUED;
    }
}

/// Every move that a report may make, and the act that makes it; there is no other. It is numbered by the clerical
/// office after it was signed (Nghị định 30/2020/NĐ-CP, Điều 15); what has a number is withdrawn, not undone.
pub const MOVES: &[(ReportState, ReportState, Act)] = &[
    (ReportState::Draft, ReportState::Submitted, Act::Submit),
    (ReportState::Submitted, ReportState::Draft, Act::SendBack),
    (ReportState::Submitted, ReportState::Signed, Act::SignReport),
    (ReportState::Signed, ReportState::Draft, Act::SendBack),
    (ReportState::Signed, ReportState::Numbered, Act::Number),
    (ReportState::Numbered, ReportState::Issued, Act::Issue),
    (ReportState::Numbered, ReportState::Draft, Act::Withdraw),
    (ReportState::Issued, ReportState::Draft, Act::Withdraw),
];

impl ReportState {
    /// The act that moves a report from this state to another; `None` if it may not go there.
    #[must_use]
    pub fn act_to(self, to: Self) -> Option<Act> {
        MOVES.iter().find(|(from, its, _)| *from == self && *its == to).map(|(.., act)| *act)
    }

    /// Whether the report stands as it was signed.
    #[must_use]
    pub const fn is_frozen(self) -> bool {
        matches!(self, Self::Signed | Self::Numbered | Self::Issued)
    }
}

record! {
    /// The narrative parts of a report; a blank part is written from the figures when the paper is made. Its state, the
    /// days on which it was submitted and signed, the number and day that the paper bears, the figures it said, as JSON by
    /// code, the paper as it was signed, as JSON, and the fingerprint of both are set by acts.
    pub struct Report {
        table: "report", source: "report", title: t::REPORTS, one: t::ONE_REPORT,
        search: &["subject"], order: Order::Latest("period"),
    }
    columns {
        period: PeriodCode => t::PERIOD, 20;
        subject: String => t::SUBJECT, 46;
        direction: Lines => t::PART_DIRECTION, 0;
        propaganda: Lines => t::PART_PROPAGANDA, 0;
        events: Lines => t::PART_EVENTS, 0;
        circumstances: Lines => t::PART_CIRCUMSTANCES, 0;
        contributions: Lines => t::PART_CONTRIBUTIONS, 0;
        protection: Lines => t::PART_PROTECTION, 0;
        strengths: Lines => t::PART_STRENGTHS, 0;
        limits: Lines => t::PART_LIMITS, 0;
        causes: Lines => t::PART_CAUSES, 0;
        next: Lines => t::PART_NEXT, 0;
        proposals: Lines => t::PART_PROPOSALS, 0;
        guarded: bool => issue::GUARDED, 0;
    }
    stamped {
        state: ReportState => t::STATE, 10;
        number: String => t::REPORT_NUMBER, 8;
        signed_on: Option<NaiveDate> => t::SIGNED_ON, 10;
        submitted_on: Option<NaiveDate> => issue::SUBMITTED_ON, 0;
        signature_on: Option<NaiveDate> => issue::SIGNATURE_ON, 0;
        figures: String => t::FIGURES_ISSUED, 0;
        content: String => issue::CONTENT, 0;
        print: String => issue::PRINT, 0;
        unguarded: String => issue::UNGUARDED, 0;
    }
}

impl Report {
    fn rules(&self) -> Vec<Fault> {
        if self.period.0.is_empty() { vec![Fault::at("period", rule::NEEDED)] } else { Vec::new() }
    }

    /// Whether small counts of children are kept out of it.
    #[must_use]
    pub fn is_guarded(&self) -> bool {
        self.guarded && self.unguarded.is_empty()
    }

    /// The fingerprint of what it says, its number and its day, as they are now.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let day = self.signed_on.map(|day| day.to_string()).unwrap_or_default();
        fingerprint::of(&[&self.content, &self.number, &day])
    }

    /// Whether a numbered report still is what its fingerprint says; one without it is.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.print.is_empty() || self.print == self.fingerprint()
    }

    /// How far it is. One with a day and no state is from before states were kept: it was issued.
    #[must_use]
    pub fn standing(&self) -> ReportState {
        if self.state == ReportState::Draft && self.signed_on.is_some() { ReportState::Issued } else { self.state }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_moves_on_one_state_at_a_time_and_back_to_the_draft_only() {
        use ReportState::{Draft, Issued, Numbered, Signed, Submitted};
        let all = [Draft, Submitted, Signed, Numbered, Issued];
        let wanted = [
            [None, Some(Act::Submit), None, None, None],
            [Some(Act::SendBack), None, Some(Act::SignReport), None, None],
            [Some(Act::SendBack), None, None, Some(Act::Number), None],
            [Some(Act::Withdraw), None, None, None, Some(Act::Issue)],
            [Some(Act::Withdraw), None, None, None, None],
        ];
        for (from, row) in all.into_iter().zip(wanted) {
            for (to, act) in all.into_iter().zip(row) {
                assert_eq!(from.act_to(to), act, "{from:?} → {to:?}");
            }
        }
    }

    #[test]
    fn undo_stops_at_the_number_and_not_before() {
        for (_, to, act) in MOVES {
            let out = matches!(act, Act::Number | Act::Issue | Act::Withdraw);
            assert_eq!(act.is_final(), out, "{to:?}");
        }
    }

    #[test]
    fn a_report_with_a_day_from_before_states_was_issued() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 16);
        assert_eq!(Report { signed_on: day, ..Report::default() }.standing(), ReportState::Issued);
        assert_eq!(Report::default().standing(), ReportState::Draft);
    }
}
