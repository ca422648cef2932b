//! The parts of the report that people may write, each with its column and its heading.
use crate::domain::report::Report;
use crate::text::{Text, prose as t};

/// A part of the report that people may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// I.
    Direction,
    /// II.1.
    Propaganda,
    /// II.2.
    Events,
    /// II.3.
    Circumstances,
    /// II.4.
    Contributions,
    /// II.5.
    Protection,
    /// III.1.
    Strengths,
    /// III.2.
    Limits,
    /// III.3.
    Causes,
    /// IV.
    Next,
    /// V.
    Proposals,
}

impl Part {
    /// The parts in order, each with its column of a [`Report`] and its heading.
    pub const ALL: [(Self, &'static str, Text); 11] = [
        (Self::Direction, "direction", t::PART_1),
        (Self::Propaganda, "propaganda", t::PART_2_1),
        (Self::Events, "events", t::PART_2_2),
        (Self::Circumstances, "circumstances", t::PART_2_3),
        (Self::Contributions, "contributions", t::PART_2_4),
        (Self::Protection, "protection", t::PART_2_5),
        (Self::Strengths, "strengths", t::PART_3_1),
        (Self::Limits, "limits", t::PART_3_2),
        (Self::Causes, "causes", t::PART_3_3),
        (Self::Next, "next", t::PART_4),
        (Self::Proposals, "proposals", t::PART_5),
    ];

    /// The part of a column of a [`Report`].
    #[must_use]
    pub fn of_column(column: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name, _)| *name == column).map(|(part, _, _)| *part)
    }

    /// What people wrote; blank if nothing.
    #[must_use]
    pub fn written(self, report: &Report) -> &str {
        let lines = match self {
            Self::Direction => &report.direction,
            Self::Propaganda => &report.propaganda,
            Self::Events => &report.events,
            Self::Circumstances => &report.circumstances,
            Self::Contributions => &report.contributions,
            Self::Protection => &report.protection,
            Self::Strengths => &report.strengths,
            Self::Limits => &report.limits,
            Self::Causes => &report.causes,
            Self::Next => &report.next,
            Self::Proposals => &report.proposals,
        };
        &lines.0
    }
}
