//! What support adds up to: by child, by unit, by source, each with the rows behind it.
use std::collections::HashMap;

use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::support::{Support, SupportState};
use crate::domain::unit::Unit;
use crate::store::{Result, Store};
use crate::text::{Said, Text, support as t};

/// What support is added up by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The child.
    Child,
    /// The unit that the child is in now.
    #[default]
    Unit,
    /// Where the money comes from.
    Source,
}

impl By {
    /// All of them in order.
    pub const ALL: [Self; 3] = [Self::Child, Self::Unit, Self::Source];

    /// What screens call it.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Child => t::BY_CHILD,
            Self::Unit => t::BY_UNIT,
            Self::Source => t::BY_SOURCE,
        }
    }
}

/// One total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The child, unit or source.
    pub name: Said,
    /// How many times support was given.
    pub times: usize,
    /// What was given, in đồng.
    pub given: Vnd,
    /// How many supports are proposed or approved.
    pub waiting: usize,
    /// What they are worth, in đồng.
    pub waiting_value: Vnd,
    /// The supports behind it.
    pub rows: Vec<i64>,
}

impl Line {
    const fn new(name: Said) -> Self {
        Self { name, times: 0, given: Vnd(0), waiting: 0, waiting_value: Vnd(0), rows: Vec::new() }
    }

    fn add(&mut self, support: &Support) {
        if support.state == SupportState::Given {
            self.times += 1;
            self.given = self.given + support.amount;
        } else {
            self.waiting += 1;
            self.waiting_value = self.waiting_value + support.amount;
        }
        self.rows.push(support.id.0);
    }
}

/// The totals of a period's support, those who got most first; and the total of all. Support of a child in the trash
/// is left out, as it is in the figures.
///
/// # Errors
/// If the store cannot be read.
pub fn totals(store: &Store, period: &Period, by: By) -> Result<(Vec<Line>, Line)> {
    let children = children(store)?;
    let units: HashMap<i64, String> = store.all::<Unit>()?.into_iter().map(|unit| (unit.id.0, unit.name)).collect();
    let mut lines: Vec<(String, Line)> = Vec::new();
    let mut all = Line::new(t::TOTAL.into());
    for support in store.all::<Support>()?.into_iter().filter(|it| period.contains(it.date)) {
        let Some((child, unit)) = children.get(&support.child.0) else { continue };
        let (key, name): (String, Said) = match by {
            By::Child => (support.child.0.to_string(), t::PLAIN.with([child])),
            By::Unit => match units.get(unit) {
                Some(name) => (unit.to_string(), t::PLAIN.with([name])),
                None => (String::new(), t::NO_UNIT.into()),
            },
            By::Source => (support.source.code().to_owned(), support.source.text().into()),
        };
        let place = lines.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            lines.push((key, Line::new(name)));
            lines.len() - 1
        });
        lines[place].1.add(&support);
        all.add(&support);
    }
    let mut lines: Vec<Line> = lines.into_iter().map(|(_, line)| line).collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.given.0, line.waiting_value.0)));
    Ok((lines, all))
}

/// The names and units of the children who have support.
fn children(store: &Store) -> Result<HashMap<i64, (String, i64)>> {
    let sql = "select c.id, c.name, ifnull(c.unit, 0) from child c
        where c.trashed is null and c.id in (select s.child from support s)";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::reports::figures::figures;
    use crate::reports::fixture::{add, at, h1, office};
    use crate::text::Lang;

    #[test]
    fn totals_are_those_of_the_report_however_they_are_added_up() {
        let mut store = office();
        let first = store.all::<Support>().unwrap().into_iter().find(|it| it.date == at("2026-02-10")).unwrap();
        let told = figures(&store, &h1()).unwrap();
        let waits = Support { id: Id::NEW, state: SupportState::Proposed, amount: Vnd(90_000), ..first };
        add(&mut store, waits);
        for by in By::ALL {
            let (lines, all) = totals(&store, &h1(), by).unwrap();
            assert_eq!(all.given.0, told.get("support_value"), "{by:?}");
            assert_eq!((all.times as i64, all.waiting, all.waiting_value), (told.get("supports"), 1, Vnd(90_000)));
            assert_eq!(lines.iter().map(|line| line.given).sum::<Vnd>(), all.given);
            assert_eq!(lines.iter().map(|line| line.rows.len()).sum::<usize>(), all.rows.len());
            for line in &lines {
                assert_eq!(line.rows.len(), line.times + line.waiting);
            }
        }
        let (children, _) = totals(&store, &h1(), By::Child).unwrap();
        let names: Vec<String> = children.iter().map(|line| line.name.say(Lang::Vi)).collect();
        assert_eq!(names, ["Lý Đức", "Nguyễn Thị Đông"]);
        assert_eq!(figures(&store, &h1()).unwrap(), told, "what is proposed is not reported");
    }
}
