//! What a unit's report says: its figures and its words, in one of its versions. A figure that the unit did not give is
//! blank, which is not 0.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::{Fault, Order, Record, choices, record};
use crate::domain::unit_report::UnitReport;
use crate::domain::value::{Lines, Value};
use crate::text::{Text, field as t, report as r, rule, units as u};

choices! {
    /// Up to when the figures are known: a report that is due before its period ends tells what is still to come.
    pub enum Basis {
        #[default] Actual "actual" = u::BASIS_ACTUAL;
        Estimate "estimate" = u::BASIS_ESTIMATE;
    }
}

choices! {
    /// How a version came.
    pub enum Source {
        #[default] Typed "typed" = u::SOURCE_TYPED;
        Form "form" = u::SOURCE_FORM;
        Sheet "sheet" = u::SOURCE_SHEET;
    }
}

choices! {
    /// A figure that units report, by the code of the department's own figure; `Any` stands for each of them.
    pub enum Item {
        #[default] Any "" = u::EVERY_ITEM;
        Sessions "sessions" = r::SESSIONS;
        Attendances "attendances" = r::ATTENDANCES;
        Hotline "hotline_sessions" = r::HOTLINE_SESSIONS;
        Appealed "appeal_attendances" = r::APPEAL_ATTENDANCES;
        Children "children" = r::ROSTER;
        Reviewed "reviewed_children" = r::REVIEWED;
        Special "special_children" = r::SPECIAL;
        Hardship "hardship_children" = r::HARDSHIP;
        Supported "supported_children" = r::SUPPORTED;
        SupportValue "support_value" = r::SUPPORT_VALUE;
        Contributors "contributors" = r::CONTRIBUTORS;
        Contributed "contributed" = r::CONTRIBUTED;
        Incidents "incidents" = r::INCIDENTS;
    }
}

impl Item {
    /// Every figure, in the order of the form.
    pub const ALL: [Self; 13] = [
        Self::Sessions,
        Self::Attendances,
        Self::Hotline,
        Self::Appealed,
        Self::Children,
        Self::Reviewed,
        Self::Special,
        Self::Hardship,
        Self::Supported,
        Self::SupportValue,
        Self::Contributors,
        Self::Contributed,
        Self::Incidents,
    ];

    /// What is counted: "buổi", "đồng".
    #[must_use]
    pub const fn measure(self) -> Text {
        match self {
            Self::Any | Self::Sessions | Self::Hotline => r::OF_SESSIONS,
            Self::Attendances | Self::Appealed => r::OF_PEOPLE,
            Self::SupportValue | Self::Contributed => r::OF_MONEY,
            Self::Contributors => r::OF_TIMES,
            Self::Incidents => r::OF_CASES,
            Self::Children | Self::Reviewed | Self::Special | Self::Hardship | Self::Supported => r::OF_CHILDREN,
        }
    }

    /// Whether it is an amount in đồng.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::SupportValue | Self::Contributed)
    }

    /// Whether it counts what was done in the period; else it says how things stand at its end.
    #[must_use]
    pub const fn is_flow(self) -> bool {
        !matches!(self, Self::Any | Self::Children | Self::Special | Self::Hardship)
    }

    /// A value as it is shown: "1.200.000", "12"; a dash where the unit gave none.
    #[must_use]
    pub fn show(self, value: Option<i64>) -> String {
        match value {
            None => "–".to_owned(),
            Some(value) if self.is_money() => Vnd(value).show(),
            Some(value) => value.to_string(),
        }
    }
}

record! {
    /// One version of a unit's report; the latest is what holds.
    pub struct Submission {
        table: "submission", source: "submission_shown", title: u::SUBMISSIONS, one: u::ONE_SUBMISSION,
        search: &[], order: Order::Row,
    }
    columns {
        received_on: NaiveDate => t::REPORT_RECEIVED_ON, 10;
        basis: Basis => u::BASIS, 9;
        sessions: Option<i64> => r::SESSIONS, 0;
        attendances: Option<i64> => r::ATTENDANCES, 0;
        hotline_sessions: Option<i64> => r::HOTLINE_SESSIONS, 0;
        appeal_attendances: Option<i64> => r::APPEAL_ATTENDANCES, 0;
        children: Option<i64> => r::ROSTER, 0;
        reviewed_children: Option<i64> => r::REVIEWED, 0;
        special_children: Option<i64> => r::SPECIAL, 0;
        hardship_children: Option<i64> => r::HARDSHIP, 0;
        supported_children: Option<i64> => r::SUPPORTED, 0;
        support_value: Option<Vnd> => r::SUPPORT_VALUE, 0;
        contributors: Option<i64> => r::CONTRIBUTORS, 0;
        contributed: Option<Vnd> => r::CONTRIBUTED, 0;
        incidents: Option<i64> => r::INCIDENTS, 0;
        results: Lines => u::RESULTS, 0;
        difficulties: Lines => u::DIFFICULTIES, 0;
        proposals: Lines => u::PROPOSALS, 0;
        other: Lines => u::OTHER, 0;
    }
    stamped {
        report: Id<UnitReport> => u::SUBMISSIONS, 0;
        version: i64 => u::VERSION, 6;
        source: Source => u::SOURCE, 20;
        file: String => u::FILE, 20;
    }
}

/// The words of a report beside its figures: their column, and what they are about.
pub const WORDS: [(&str, Text); 4] =
    [("results", u::RESULTS), ("difficulties", u::DIFFICULTIES), ("proposals", u::PROPOSALS), ("other", u::OTHER)];

impl Submission {
    /// A figure; `None` where the unit gave none.
    #[must_use]
    pub fn figure(&self, item: Item) -> Option<i64> {
        match Self::META.value(&self.row(), item.code()) {
            Value::Int(value) => Some(*value),
            _ => None,
        }
    }

    /// Sets a figure.
    pub fn set_figure(&mut self, item: Item, value: Option<i64>) {
        self.put(item.code(), value.map_or(Value::Null, Value::Int));
    }

    /// The words of a column of [`WORDS`].
    #[must_use]
    pub fn words(&self, column: &str) -> String {
        Self::META.value(&self.row(), column).text().to_owned()
    }

    /// Sets the words of a column of [`WORDS`].
    pub fn set_words(&mut self, column: &str, words: String) {
        self.put(column, Value::Text(words));
    }

    /// Whether it says nothing at all.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Item::ALL.iter().all(|item| self.figure(*item).is_none())
            && WORDS.iter().all(|(column, _)| self.words(column).is_empty())
    }

    /// Whether another version says the same.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        self.basis == other.basis
            && Item::ALL.iter().all(|item| self.figure(*item) == other.figure(*item))
            && WORDS.iter().all(|(column, _)| self.words(column) == other.words(column))
    }

    fn put(&mut self, column: &str, value: Value) {
        let mut row = self.row();
        Self::META.set(&mut row, column, value);
        if let Some(changed) = Self::of(&row) {
            *self = changed;
        }
    }

    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([
            ("received_on", self.received_on == NaiveDate::default()),
            ("report", self.report.is_new()),
        ]);
        let negative = Item::ALL.into_iter().filter(|item| self.figure(*item).is_some_and(|value| value < 0));
        faults.extend(negative.map(|item| Fault::at(item.code(), rule::NEGATIVE)));
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_a_column_and_a_blank_is_not_a_nought() {
        let mut said = Submission::default();
        assert!(said.is_blank());
        for item in Item::ALL {
            assert_eq!(said.figure(item), None, "{}", item.code());
            said.set_figure(item, Some(0));
            assert_eq!(said.figure(item), Some(0), "{}", item.code());
        }
        assert!(!said.is_blank() && !said.says_as(&Submission::default()));
        assert_eq!(Item::CHOICES.len(), Item::ALL.len() + 1);
        assert_eq!(
            (Item::Contributed.show(Some(1_200_000)), Item::Sessions.show(None)),
            ("1.200.000".into(), "–".into())
        );
    }

    #[test]
    fn words_are_kept_by_their_column() {
        let mut said = Submission::default();
        for (column, _) in WORDS {
            said.set_words(column, format!("về {column}"));
            assert_eq!(said.words(column), format!("về {column}"));
        }
    }
}
