//! Which unit was told of which document in a period, and of hotline 111: a matrix with the sessions behind each cell.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::document::{Document, DocumentKind};
use crate::domain::period::Period;
use crate::domain::unit::Unit;
use crate::store::{Result, Store};

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// A document, by its row.
    Document(i64),
    /// The national hotline for child protection, 111.
    Hotline,
}

/// A column: a document, or the hotline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it stands for.
    pub told: Told,
    /// The document's name; blank for the hotline.
    pub name: String,
    /// The document's number; may be blank.
    pub number: String,
    /// The last day of a document that does not hold to the period's end.
    pub expired: Option<NaiveDate>,
}

/// The matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The units, by row and name.
    pub units: Vec<(i64, String)>,
    /// The columns; the hotline is the first.
    pub items: Vec<Item>,
    /// The sessions of each cell, unit by unit, the latest first.
    pub cells: Vec<Vec<Vec<i64>>>,
}

impl Coverage {
    /// The sessions of a cell; none outside the matrix.
    #[must_use]
    pub fn sessions(&self, unit: usize, item: usize) -> &[i64] {
        self.cells.get(unit).and_then(|row| row.get(item)).map_or(&[], Vec::as_slice)
    }

    /// How many units were told of a column.
    #[must_use]
    pub fn reached(&self, item: usize) -> usize {
        (0..self.units.len()).filter(|unit| !self.sessions(*unit, item).is_empty()).count()
    }

    /// How many columns a unit was told of.
    #[must_use]
    pub fn of_unit(&self, unit: usize) -> usize {
        (0..self.items.len()).filter(|item| !self.sessions(unit, *item).is_empty()).count()
    }

    /// How many cells in a hundred are filled.
    #[must_use]
    pub fn percent(&self) -> usize {
        let filled: usize = (0..self.items.len()).map(|item| self.reached(item)).sum();
        percent(filled, self.units.len() * self.items.len())
    }
}

/// How many in a hundred, rounded down, so that 100 means all; 0 of nothing.
#[must_use]
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(0)
}

/// The matrix of a period: the units that were there or held a session, the documents that hold at its end or were
/// told in it. Contact numbers are no documents: a session that names one, or says so, tells of the hotline.
///
/// # Errors
/// If the store cannot be read.
pub fn coverage(store: &Store, period: &Period) -> Result<Coverage> {
    let documents = store.all::<Document>()?;
    let hotlines: Vec<i64> = documents.iter().filter(|it| it.kind == DocumentKind::Hotline).map(|it| it.id.0).collect();
    let told = told(store, period, &hotlines)?;
    let used = |it: &Document| told.keys().any(|(_, told)| *told == Told::Document(it.id.0));
    let mut items = vec![Item { told: Told::Hotline, name: String::new(), number: String::new(), expired: None }];
    let wanted = documents.into_iter().filter(|it| it.kind != DocumentKind::Hotline);
    items.extend(wanted.filter(|it| it.holds(period.to) || used(it)).map(|it| Item {
        told: Told::Document(it.id.0),
        expired: it.until.filter(|until| *until < period.to),
        name: it.name,
        number: it.number,
    }));
    let there = |it: &Unit| {
        it.since.is_none_or(|since| since <= period.to) && it.until.is_none_or(|until| until >= period.from)
            || told.keys().any(|(unit, _)| *unit == it.id.0)
    };
    let units: Vec<(i64, String)> =
        store.all::<Unit>()?.into_iter().filter(there).map(|it| (it.id.0, it.name)).collect();
    let cell = |unit: i64, item: &Item| told.get(&(unit, item.told)).cloned().unwrap_or_default();
    let cells = units.iter().map(|(unit, _)| items.iter().map(|item| cell(*unit, item)).collect()).collect();
    Ok(Coverage { units, items, cells })
}

/// The period's sessions by unit and what they told of.
fn told(store: &Store, period: &Period, hotlines: &[i64]) -> Result<HashMap<(i64, Told), Vec<i64>>> {
    let sql = "select s.id, s.unit, s.hotline, ifnull(l.document, 0)
        from session s left join session_document l on l.session = s.id
        where s.trashed is null and s.date between ?1 and ?2 order by s.date desc, s.id desc";
    let mut statement = store.reader().prepare_cached(sql)?;
    let mut rows = statement.query(params![period.from, period.to])?;
    let mut told: HashMap<(i64, Told), Vec<i64>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (session, unit, hotline, document): (i64, i64, bool, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let named = hotlines.contains(&document);
        let both = [
            (hotline || named).then_some(Told::Hotline),
            (document != 0 && !named).then_some(Told::Document(document)),
        ];
        for it in both.into_iter().flatten() {
            let sessions = told.entry((unit, it)).or_default();
            // A session of several documents comes once for each; it tells of the hotline once.
            if !sessions.contains(&session) {
                sessions.push(session);
            }
        }
    }
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::{Documents, Session};
    use crate::reports::fixture::{add, at, h1, office};

    fn names(matrix: &Coverage) -> (Vec<&str>, Vec<&str>) {
        (
            matrix.units.iter().map(|it| it.1.as_str()).collect(),
            matrix.items.iter().map(|it| it.number.as_str()).collect(),
        )
    }

    #[test]
    fn cells_hold_the_sessions_of_the_period() {
        let store = office();
        let matrix = coverage(&store, &h1()).unwrap();
        let (units, items) = names(&matrix);
        assert_eq!(units.len(), 4, "{units:?}");
        // The expired directive was told in the period, so it is a column; a unit told of it by mistake.
        assert_eq!(items.len(), 4, "{items:?}");
        assert_eq!(items[0], "");
        let column = |number: &str| items.iter().position(|it| *it == number).unwrap();
        let row = |name: &str| units.iter().position(|it| it.contains(name)).unwrap();
        assert_eq!(matrix.sessions(row("Văn phòng"), column("102/2016/QH13")).len(), 2);
        assert_eq!(matrix.sessions(row("Văn phòng"), 0).len(), 2);
        assert_eq!(matrix.sessions(row("Khuyến nông"), column("102/2016/QH13")), [0; 0]);
        assert_eq!(matrix.items[column("20-CT/TW")].expired, Some(at("2023-12-24")));
        assert_eq!((matrix.reached(column("102/2016/QH13")), matrix.reached(column("20-CT/TW"))), (2, 1));
        assert_eq!(matrix.of_unit(row("Văn phòng")), 3);
        assert_eq!(matrix.percent(), (2 + 2 + 1 + 1) * 100 / 16);
        assert_eq!(matrix.sessions(99, 99), [0; 0]);
    }

    #[test]
    fn a_period_without_sessions_shows_what_holds_and_only_holes() {
        let matrix = coverage(&office(), &Period::parse("2024").unwrap()).unwrap();
        let (units, items) = names(&matrix);
        assert!(units.contains(&"Phòng Đo đạc") && !units.contains(&"Phòng Tổng hợp"), "{units:?}");
        assert!(!items.contains(&"20-CT/TW"), "{items:?}");
        assert_eq!(matrix.percent(), 0);
        assert_eq!(Coverage::default().percent(), 0);
    }

    #[test]
    fn a_contact_number_counts_as_the_hotline_and_once_a_session() {
        let mut store = office();
        let number = |name: &str| Document { name: name.into(), kind: DocumentKind::Hotline, ..Document::default() };
        let (new, old) = (add(&mut store, number("111")), add(&mut store, number("18001567")));
        let unit = store.all::<Unit>().unwrap().into_iter().find(|it| it.name.contains("Khuyến nông")).unwrap();
        let session = Session {
            date: at("2026-02-02"),
            unit: unit.id,
            name: "Tổng đài 111".into(),
            documents: Documents(vec![new.0, old.0]),
            ..Session::default()
        };
        let session = add(&mut store, session);
        let matrix = coverage(&store, &h1()).unwrap();
        let row = matrix.units.iter().position(|it| it.0 == unit.id.0).unwrap();
        assert_eq!(matrix.sessions(row, 0), [session.0]);
        assert_eq!(matrix.of_unit(row), 1);
        assert_eq!(matrix.items.len(), 4);
    }
}
