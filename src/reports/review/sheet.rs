//! The sheet that a unit fills in: prefilled, signed by its head, and read again by the import of rosters.
use chrono::{Datelike, NaiveDate};

use crate::domain::agency::Agency;
use crate::domain::child::Child;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::review::{Review, Round};
use crate::domain::unit::Unit;
use crate::domain::value::Cell as _;
use crate::paper::sheet::{self, Kind};
use crate::paper::{Align, Block, Cell, Column, Foot, Head, Lie, Paper, Row, Sheet, Signer, Table};
use crate::reports::letterhead;
use crate::reports::table::{self, Cover};
use crate::store::list::Query;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, field, report as r, review as t};

/// The children of a unit's sheet: those of the round, else those on the roster today.
///
/// # Errors
/// If the store cannot be read.
fn children(store: &Store, unit: Id<Unit>, round: Option<Id<Round>>) -> Result<Vec<i64>> {
    if let Some(round) = round {
        let lines = store.find::<Review>("round", &round.value())?;
        return Ok(lines.iter().filter(|line| line.unit == unit).map(|line| line.child.0).collect());
    }
    let query = Query { scope: vec![("unit", unit.value())], ..Query::default() };
    let mut ids = store.ids(Child::META, &query, None)?;
    let today = store.today();
    ids.retain(|id| {
        store.get(Id::<Child>::of(*id)).is_ok_and(|child| child.stay().is_some_and(|stay| stay.holds(today)))
    });
    Ok(ids)
}

/// The sheet of a unit, to be filled in and taken in again. Sensitive groups are not on it: what the office knows of
/// them it does not send around.
///
/// # Errors
/// If the unit is gone or the store cannot be read.
pub fn sheet(store: &Store, unit: Id<Unit>, round: Option<Id<Round>>) -> Result<Sheet> {
    let asked = Asked::read(store, unit, round)?;
    let column =
        |(head, kind, width): (Text, Kind, Option<u16>)| sheet::Column { head: head.vi.to_owned(), kind, width };
    let columns = [
        (t::HEAD_NUMBER, Kind::Number, None),
        (t::HEAD_NAME, Kind::Text, Some(22)),
        (field::BORN, Kind::Date, None),
        (r::SEX_HEAD, Kind::Number, None),
        (r::FATHER_NAME, Kind::Text, Some(20)),
        (r::MOTHER_NAME, Kind::Text, Some(20)),
        (r::CARER_HEAD, Kind::Text, Some(16)),
        (field::WARD, Kind::Text, Some(16)),
        (field::CIRCUMSTANCES, Kind::Text, Some(20)),
        (t::HEAD_RESULT, Kind::Text, Some(16)),
        (field::NOTE, Kind::Text, Some(16)),
    ];
    let numbered = |(n, cells): (usize, &Vec<Cell>)| {
        let mut row = vec![Cell::Int(i64::try_from(n + 1).unwrap_or(i64::MAX))];
        row.extend(WRITTEN.iter().filter_map(|at| cells.get(*at).cloned()));
        row.extend([Cell::Empty, Cell::Empty]);
        row
    };
    Ok(Sheet {
        head: Some(asked.head()),
        titles: asked.titles(),
        columns: columns.map(column).to_vec(),
        rows: asked.rows.iter().enumerate().map(numbered).collect(),
        signers: asked.signers(),
        lie: Lie::Landscape,
        ..Sheet::default()
    })
}

/// The same as a paper to sign.
///
/// # Errors
/// The same.
pub fn paper(store: &Store, unit: Id<Unit>, round: Option<Id<Round>>) -> Result<Paper> {
    let asked = Asked::read(store, unit, round)?;
    let columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 6, Align::Centre),
        Column::new(t::HEAD_NAME.vi, 17, Align::Left),
        Column::new(field::BORN.vi, 13, Align::Centre),
        Column::new(r::SEX_HEAD.vi, 6, Align::Centre),
        Column::new(t::HEAD_PARENTS.vi, 19, Align::Left),
        Column::new(field::WARD.vi, 12, Align::Left),
        Column::new(field::CIRCUMSTANCES.vi, 14, Align::Left),
        Column::new(t::HEAD_RESULT.vi, 13, Align::Left),
    ];
    let row = |(n, cells): (usize, &Vec<Cell>)| {
        let text = |at: usize| cells.get(at).map(Cell::shown).unwrap_or_default();
        let parents = [3, 4, 5].map(text).into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
        Row::Cells(vec![(n + 1).to_string(), text(0), text(1), text(2), parents, text(7), text(8), String::new()])
    };
    let rows = asked.rows.iter().enumerate().map(row).collect();
    Ok(Paper {
        head: Some(asked.head()),
        kind: Some(t::PAPER_KIND.vi.to_owned()),
        subject: asked.subject(),
        body: vec![Block::italic(t::PAPER_HOW.vi), Block::Table(Table { columns, rows })],
        foot: Foot::Signers(asked.signers()),
        lie: Lie::Landscape,
        ..Paper::default()
    })
}

/// Which cells of an exported child stand on the sheet: all but its unit and its note.
const WRITTEN: [usize; 8] = [0, 1, 2, 3, 4, 5, 7, 8];

/// What a unit's sheet is made of.
struct Asked {
    unit: Unit,
    round: String,
    rows: Vec<Vec<Cell>>,
    agency: Agency,
    today: NaiveDate,
}

impl Asked {
    fn read(store: &Store, unit: Id<Unit>, round: Option<Id<Round>>) -> Result<Self> {
        let ids = children(store, unit, round)?;
        let cover = Cover { masked: false, without_sensitive: true };
        let unit = if unit.is_new() { Unit::default() } else { store.get(unit)? };
        Ok(Self {
            unit,
            round: round.map_or(Ok(String::new()), |round| store.get(round).map(|round| round.name))?,
            rows: table::roster(store, &ids, cover)?.rows,
            agency: letterhead::agency_on(store, store.today())?,
            today: store.today(),
        })
    }

    /// The letterhead: the agency above the unit, as a unit's own paper has it; its day stands over the signer.
    fn head(&self) -> Head {
        let head = self.full_head();
        Head { place: String::new(), ..head }
    }

    fn full_head(&self) -> Head {
        let head = letterhead::head(&self.agency, "", "", None, self.today.year());
        let unit = if self.unit.name.is_empty() { t::NO_UNIT.vi } else { &self.unit.name };
        Head { parent: head.agency, agency: unit.to_owned(), ..head }
    }

    fn subject(&self) -> String {
        let unit = t::PAPER_UNIT.with([&self.unit.name]).say(Lang::Vi);
        if self.round.is_empty() { unit } else { t::PAPER_ROUND.with([&self.round, &unit]).say(Lang::Vi) }
    }

    fn titles(&self) -> Vec<String> {
        vec![
            t::PAPER_KIND.vi.to_uppercase(),
            t::PAPER_UNIT.with([&self.unit.name]).say(Lang::Vi),
            t::PAPER_DAY.with([day::show(self.today)]).say(Lang::Vi),
            t::PAPER_HOW.vi.to_owned(),
        ]
    }

    fn signers(&self) -> Vec<Signer> {
        let signer = |title: Text, dated: String| Signer {
            dated,
            title: title.vi.to_owned(),
            note: r::SIGN_NOTE.vi.to_owned(),
            name: String::new(),
        };
        vec![signer(r::MAKER, String::new()), signer(t::HEAD_BOSS, self.full_head().date_line())]
    }
}
