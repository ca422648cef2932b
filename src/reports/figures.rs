//! Every figure of the department's report, in the order in which the report tells them.
mod children;
mod events;
mod money;
mod supervision;
mod told;
mod units;

use serde_json::{Map, Value as Json, json};

use crate::domain::period::Period;
use crate::reports::figure::Figure;
use crate::store::{Result, Store};
use crate::text::{Text, inspection, rally, report as t};

/// The figures by subject.
pub const PARTS: &[(Text, &[Figure])] = &[
    (t::TOLD, told::TOLD),
    (rally::FIGURES, supervision::RALLIES),
    (t::EVENTS, events::EVENTS),
    (t::CHILDREN, children::CHILDREN),
    (t::GROUPS, children::GROUPS),
    (t::SUPPORT, children::SUPPORT),
    (t::MONEY, money::MONEY),
    (inspection::FIGURES, supervision::INSPECTIONS),
    (t::PROTECTION, units::PROTECTION),
    (t::UNITS, units::UNITS),
];

/// Every figure.
pub const FIGURES: &[Figure] = &joined::<{ total() }>();

/// The figure of a code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.code == code)
}

/// The values of all figures for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The period they speak of.
    pub period: Period,
    values: Vec<(&'static Figure, i64)>,
}

impl Figures {
    /// The value of a code: a number, or đồng; 0 for an unknown code.
    #[must_use]
    pub fn get(&self, code: &str) -> i64 {
        self.values.iter().find(|(figure, _)| figure.code == code).map_or(0, |(_, value)| *value)
    }

    /// The figures with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Figure, i64)> {
        self.values.iter().copied()
    }

    /// Whether nothing at all was written down for the period: no number can then be told from a 0.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        let flows = [
            "sessions",
            "events",
            "supports",
            "contributions",
            "disbursed",
            "incidents",
            "units_on_time",
            "units_late",
        ];
        flows.iter().all(|code| self.get(code) == 0)
    }

    /// `{"period", "from", "to", "figures": {code: value}}`.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let figures: Map<String, Json> =
            self.iter().map(|(figure, value)| (figure.code.into(), value.into())).collect();
        json!({
            "period": self.period.code,
            "from": self.period.from.to_string(),
            "to": self.period.to.to_string(),
            "figures": figures,
        })
    }
}

/// Every figure of a period, as the data stand now.
///
/// # Errors
/// If SQLite refuses.
pub fn figures(store: &Store, period: &Period) -> Result<Figures> {
    let values = FIGURES.iter().map(|figure| Ok((figure, figure.value(store, period)?)));
    Ok(Figures { period: period.clone(), values: values.collect::<Result<_>>()? })
}

const fn total() -> usize {
    let (mut count, mut part) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].1.len();
        part += 1;
    }
    count
}

const fn joined<const N: usize>() -> [Figure; N] {
    let mut all = [told::TOLD[0]; N];
    let (mut at, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut n = 0;
        while n < PARTS[part].1.len() {
            all[at] = PARTS[part].1[n];
            at += 1;
            n += 1;
        }
        part += 1;
    }
    all
}

#[cfg(test)]
mod tests;
