//! The ledger of consents as it is read: who may be shown to whom on a day; a unit's sheet to be signed; and the proof of
//! what was signed and withdrawn.
use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::born::{Born, Under};
use crate::domain::child::{AGE_LIMIT, Child, ChildState};
use crate::domain::consent::{Consent, ConsentSheet, Purpose, Standing, must_agree, standing};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::unit::Unit;
use crate::paper::{Align, Annex, Block, Column, Foot, Head, Lie, Paper, Row, Signer, Span, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, consent as t, field, report};

/// A child of a unit with how each purpose stands, in the order of [`Purpose::ALL`].
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The child.
    pub child: Child,
    /// Whether it must agree itself.
    pub must_agree: bool,
    /// How each purpose stands.
    pub standings: [Standing; 5],
}

/// The children of a unit, in natural order, with how their consents stand on a day: those who belong to it, and those
/// with a parent in it; under 16 and on the roster.
///
/// # Errors
/// If SQLite refuses.
pub fn of_unit(store: &Store, unit: Id<Unit>, day: NaiveDate) -> Result<Vec<Line>> {
    let staff: HashSet<i64> =
        store.all::<Person>()?.into_iter().filter(|it| it.unit == unit).map(|it| it.id.0).collect();
    let here = |child: &Child| {
        child.unit == unit || [child.father, child.mother, child.carer].iter().any(|id| staff.contains(&id.0))
    };
    let counts = |child: &Child| {
        child.state == ChildState::Active && child.born.is_none_or(|born| born.under(AGE_LIMIT, day) != Under::No)
    };
    let consents = last(store)?;
    let line = |child: Child| {
        let of = |purpose| standing(consents.get(&(child.id.0, purpose)), child.born, day);
        Line { must_agree: must_agree(child.born, day), standings: Purpose::ALL.map(of), child }
    };
    Ok(store.all::<Child>()?.into_iter().filter(|child| here(child) && counts(child)).map(line).collect())
}

/// The children whose data may be used for a purpose on a day.
///
/// # Errors
/// If SQLite refuses.
pub fn permitted(store: &Store, purpose: Purpose, day: NaiveDate) -> Result<HashSet<i64>> {
    let consents = last(store)?;
    let holds = |child: &Child| standing(consents.get(&(child.id.0, purpose)), child.born, day).holds();
    Ok(store.all::<Child>()?.into_iter().filter(holds).map(|child| child.id.0).collect())
}

/// The name of every child, with how its consent to a purpose stands on a day.
///
/// # Errors
/// If SQLite refuses.
pub fn standings(store: &Store, purpose: Purpose, day: NaiveDate) -> Result<HashMap<i64, (String, Standing)>> {
    let consents = last(store)?;
    let one = |child: Child| {
        let holds = standing(consents.get(&(child.id.0, purpose)), child.born, day);
        (child.id.0, (child.name, holds))
    };
    Ok(store.all::<Child>()?.into_iter().map(one).collect())
}

/// Whether one child's data may be used for a purpose on a day.
///
/// # Errors
/// If the child is gone or SQLite refuses.
pub fn permits(store: &Store, child: Id<Child>, purpose: Purpose, day: NaiveDate) -> Result<bool> {
    let born = store.get(child)?.born;
    Ok(standing(last(store)?.get(&(child.0, purpose)), born, day).holds())
}

/// The last consent of each child to each purpose. Without its sheet, which may lie in the trash, there is none.
fn last(store: &Store) -> Result<HashMap<(i64, Purpose), Consent>> {
    let sheets: HashSet<i64> = store.all::<ConsentSheet>()?.iter().map(|sheet| sheet.id.0).collect();
    let proven = store.all::<Consent>()?.into_iter().filter(|it| sheets.contains(&it.sheet.0));
    Ok(proven.map(|it| ((it.child.0, it.purpose), it)).collect())
}

/// A unit's sheet to be signed: what it is about, purpose by purpose, and a line for each child with a box for each
/// purpose, the representative's signature, and the child's from 7 on.
///
/// # Errors
/// If the sheet is gone or SQLite refuses.
pub fn form(store: &Store, sheet: Id<ConsentSheet>) -> Result<Paper> {
    let sheet = store.get(sheet)?;
    let agency = letterhead::agency_on(store, sheet.date)?;
    let unit = store.name_of("unit", sheet.unit.0);
    let mut body = vec![
        Block::text(t::FORM_WHO.with([letterhead::name(&agency)]).say(Lang::Vi)),
        Block::text(t::FORM_DATA.vi),
        Block::text(t::FORM_PURPOSES.vi),
    ];
    body.extend(Purpose::ALL.iter().enumerate().map(|(at, purpose)| {
        let own = if purpose.is_public() { t::FORM_BOTH.vi } else { "" };
        Block::text(format!("({}) {}{own};", at + 1, purpose.text().vi))
    }));
    body.extend([t::FORM_FREE, t::FORM_RIGHTS, t::FORM_HOW].map(|text| Block::text(text.vi)));
    let people: HashMap<i64, String> = store.all::<Person>()?.into_iter().map(|it| (it.id.0, it.name)).collect();
    let lines = of_unit(store, sheet.unit, sheet.date)?;
    let rows = lines.iter().enumerate().map(|(at, line)| {
        let parents = [line.child.father, line.child.mother, line.child.carer];
        let named: Vec<&str> = parents.iter().filter_map(|id| people.get(&id.0)).map(String::as_str).take(2).collect();
        let mut cells = vec![
            (at + 1).to_string(),
            line.child.name.clone(),
            line.child.born.map_or_else(String::new, Born::show),
            named.join(", "),
        ];
        cells.extend(Purpose::ALL.map(|_| "☐".to_owned()));
        cells.push(String::new());
        cells.push(if line.must_agree { String::new() } else { t::UNDER_SEVEN.vi.to_owned() });
        Row::Cells(cells)
    });
    let mut columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 4, Align::Centre),
        Column::new(field::CHILD.vi, 17, Align::Left),
        Column::new(field::BORN.vi, 10, Align::Centre),
        Column::new(t::HEAD_REPRESENTATIVE.vi, 18, Align::Left),
    ];
    columns.extend((1..=Purpose::ALL.len()).map(|n| Column::new(format!("({n})"), 4, Align::Centre)));
    columns.push(Column::new(t::HEAD_SIGN_PARENT.vi, 14, Align::Left));
    columns.push(Column::new(t::HEAD_SIGN_CHILD.vi, 14, Align::Left));
    let table = Block::Table(Table { columns, rows: rows.collect() });
    let annex = Annex {
        title: t::FORM_LIST.with([&unit]).say(Lang::Vi),
        reference: String::new(),
        lie: Lie::Landscape,
        blocks: vec![table],
    };
    Ok(Paper {
        head: Some(head(store, sheet.date)?),
        kind: Some(t::FORM_KIND.vi.to_owned()),
        subject: t::FORM_SUBJECT.with([&unit]).say(Lang::Vi),
        body,
        foot: Foot::Signers(vec![signer(t::COLLECTOR), signer(t::UNIT_HEAD)]),
        annexes: vec![annex],
        ..Paper::default()
    })
}

/// The proof for a unit: each consent of its children with its sheet, who signed, and when it was withdrawn.
///
/// # Errors
/// If the sheet is gone or SQLite refuses.
pub fn proof(store: &Store, sheet: Id<ConsentSheet>) -> Result<Paper> {
    let sheet = store.get(sheet)?;
    let children: HashMap<i64, Child> =
        of_unit(store, sheet.unit, store.today())?.into_iter().map(|it| (it.child.id.0, it.child)).collect();
    let sheets: HashMap<i64, ConsentSheet> = store.all::<ConsentSheet>()?.into_iter().map(|it| (it.id.0, it)).collect();
    let mut consents = store.all::<Consent>()?;
    consents.retain(|it| children.contains_key(&it.child.0) || it.sheet == sheet.id);
    let places: HashMap<i64, usize> =
        store.all::<Child>()?.iter().enumerate().map(|(at, child)| (child.id.0, at)).collect();
    consents.sort_by_key(|it| (places.get(&it.child.0).copied(), it.purpose, it.given_on));
    let row = |it: &Consent| {
        let born = children.get(&it.child.0).and_then(|child| child.born);
        let kept = sheets.get(&it.sheet.0).map_or("", |sheet| sheet.kept.as_str());
        let signed = if it.own { t::SIGNED_BOTH } else { t::SIGNED_PARENT };
        let state = match (it.withdrawn_on, standing(Some(it), born, store.today())) {
            (Some(on), _) => t::WITHDRAWN.with([day::show(on)]).say(Lang::Vi),
            (None, Standing::Half) => t::LACKS_CHILD.vi.to_owned(),
            (None, _) => t::HOLDS.vi.to_owned(),
        };
        let given = format!("{} {kept}", day::show(it.given_on));
        let name = |table, id| store.name_of(table, id);
        Row::Cells(vec![
            name("child", it.child.0),
            it.purpose.text().vi.to_owned(),
            given.trim().to_owned(),
            format!("{} ({})", name("person", it.representative.0), signed.vi),
            state,
        ])
    };
    let columns = vec![
        Column::new(field::CHILD.vi, 16, Align::Left),
        Column::new(field::PURPOSE.vi, 18, Align::Left),
        Column::new(t::HEAD_GIVEN.vi, 14, Align::Left),
        Column::new(t::HEAD_SIGNED.vi, 20, Align::Left),
        Column::new(field::STATE.vi, 13, Align::Left),
    ];
    let rows: Vec<Row> = consents.iter().map(row).collect();
    let body = if rows.is_empty() {
        vec![Block::text(t::PROOF_NONE.vi)]
    } else {
        vec![
            Block::Centred(vec![Span::italic(t::PROOF_ON.with([day::show(store.today())]).say(Lang::Vi))]),
            Block::Table(Table { columns, rows }),
        ]
    };
    Ok(Paper {
        head: Some(head(store, store.today())?),
        kind: Some(t::PROOF_KIND.vi.to_owned()),
        subject: store.name_of("unit", sheet.unit.0),
        body,
        foot: Foot::Signers(vec![signer(report::MAKER), signer(t::UNIT_HEAD)]),
        ..Paper::default()
    })
}

fn head(store: &Store, on: NaiveDate) -> Result<Head> {
    let agency = letterhead::agency_on(store, on)?;
    Ok(Head { place: String::new(), ..letterhead::head(&agency, "", "", None, on.year()) })
}

fn signer(title: Text) -> Signer {
    Signer { title: title.vi.to_owned(), note: report::SIGN_NOTE.vi.to_owned(), ..Signer::default() }
}
