//! When a yearly duty is due: a fixed day, a lunar day or a report's cut-off, moved by working days.
use chrono::NaiveDate;

use crate::domain::lunar::Lunar;
use crate::domain::period::Period;
use crate::domain::workday;

/// A rule that gives a day for each year: `1/6`, `15/8 âm`, `H1`, `H2`, `năm`, each with `-10` or `+1` working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    base: Base,
    /// Working days added (after) or taken (before).
    days: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    Solar { day: u32, month: u32 },
    Lunar { day: u32, month: u32 },
    Half(u8),
    Year,
}

impl Due {
    /// Reads a rule; `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (base, days) = match text.rfind(['+', '-']) {
            Some(at) => {
                let (base, days) = text.split_at(at);
                (base.trim(), days.trim().parse().ok()?)
            }
            None => (text, 0),
        };
        let base = match base {
            "H1" => Base::Half(1),
            "H2" => Base::Half(2),
            "năm" | "Năm" => Base::Year,
            _ => {
                let (date, lunar) = match base.strip_suffix("âm").or_else(|| base.strip_suffix("ÂL")) {
                    Some(date) => (date.trim(), true),
                    None => (base, false),
                };
                let (day, month) = date.split_once('/')?;
                let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
                if lunar {
                    (1..=30).contains(&day).then_some(())?;
                    (1..=12).contains(&month).then_some(Base::Lunar { day, month })?
                } else {
                    NaiveDate::from_ymd_opt(2025, month, day)?;
                    Base::Solar { day, month }
                }
            }
        };
        Some(Self { base, days })
    }

    /// The day in a year; `None` outside the lunar calendar's years.
    #[must_use]
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        let day = match self.base {
            Base::Solar { day, month } => NaiveDate::from_ymd_opt(year, month, day)?,
            Base::Lunar { day, month } => Lunar { day, month, leap: false, year }.to_solar()?,
            Base::Half(half) => Period::parse(&format!("{year}-H{half}")).ok()?.to,
            Base::Year => Period::parse(&year.to_string()).ok()?.to,
        };
        if self.days == 0 {
            return Some(day);
        }
        let holidays: Vec<_> = [day.format("%Y").to_string().parse().unwrap_or(year)]
            .into_iter()
            .flat_map(|y: i32| [y - 1, y, y + 1])
            .flat_map(workday::holidays)
            .collect();
        Some(workday::add(day, self.days, &holidays))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, year: i32) -> String {
        Due::parse(text).and_then(|due| due.day(year)).map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn rules_give_days() {
        assert_eq!(day("1/6", 2026), "2026-06-01");
        assert_eq!(day("15/8 âm", 2026), "2026-09-25");
        assert_eq!(day("15/8 âm -10", 2026), "2026-09-11");
        assert_eq!(day("H1 +1", 2026), "2026-06-15");
        assert_eq!(day("năm +1", 2026), "2026-12-15");
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in ["", "31/2", "15/13 âm", "H3", "mai", "1/6 +x"] {
            assert_eq!(Due::parse(text), None, "{text}");
        }
    }
}
