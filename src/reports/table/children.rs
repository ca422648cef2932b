//! The roster as it leaves the program: parents, unit and ward by name, circumstances that hold today.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;
use serde_json::{Value as Json, json};

use super::{Cover, initials};
use crate::domain::born::Born;
use crate::domain::child::Child;
use crate::domain::consent::Purpose;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::paper::{Cell, Grid};
use crate::reports::consent;
use crate::store::{Result, Store};
use crate::text::{consent as words, field, report as t};

/// A child as it is written out; blank text is not known.
pub struct Line {
    name: String,
    born: Option<Born>,
    sex: String,
    father: String,
    mother: String,
    carer: String,
    unit: String,
    ward: String,
    /// Letters and names of statutory groups.
    groups: Vec<(String, String)>,
    hardships: Vec<String>,
    state: String,
    note: String,
    /// Whether it may be named in public.
    public: bool,
}

/// Letter (blank for the office's own), name, and whether it is sensitive.
struct Hardship {
    letter: String,
    name: String,
    sensitive: bool,
}

/// The children of some ids in their order.
pub fn read(store: &Store, ids: &[i64], cover: Cover) -> Result<Vec<Line>> {
    let meta = Child::META;
    let mut circumstances = circumstances(store, store.today())?;
    let public = consent::permitted(store, Purpose::Publish, store.today())?;
    let line = |row: crate::domain::record::Row| {
        let text = |column| match meta.value(&row, column) {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        };
        let name = |column| if cover.masked { initials(&text(column)) } else { text(column) };
        let found = circumstances.remove(&row.id).unwrap_or_default();
        let shown = found.into_iter().filter(|it| !(cover.without_sensitive && it.sensitive));
        let (groups, others): (Vec<_>, Vec<_>) = shown.partition(|it| !it.letter.is_empty());
        Line {
            name: name("name"),
            born: Born::from_iso(&text("born")),
            sex: text("sex"),
            father: name("father"),
            mother: name("mother"),
            carer: name("carer"),
            unit: text("unit"),
            ward: text("ward"),
            groups: groups.into_iter().map(|it| (it.letter, it.name)).collect(),
            hardships: others.into_iter().map(|it| it.name).collect(),
            state: text("state"),
            // A note may tell what initials hide.
            note: if cover.masked { String::new() } else { text("note") },
            public: public.contains(&row.id),
        }
    };
    Ok(store.lines(meta, ids)?.into_iter().map(line).collect())
}

/// What holds on a day of each child, in the order of the law, each once.
fn circumstances(store: &Store, today: NaiveDate) -> Result<HashMap<i64, Vec<Hardship>>> {
    let sql = "select x.child, h.letter, h.name, h.sensitive from circumstance x join hardship h on h.id = x.hardship
        where x.trashed is null and (x.since is null or x.since <= ?1) and (x.until is null or x.until >= ?1)
        group by x.child, h.id order by x.child, h.id";
    let mut statement = store.reader().prepare_cached(sql)?;
    let rows = statement.query_map(params![today.to_string()], |row| {
        let hardship = Hardship { letter: row.get(1)?, name: row.get(2)?, sensitive: row.get(3)? };
        Ok((row.get(0)?, hardship))
    })?;
    let mut found: HashMap<i64, Vec<Hardship>> = HashMap::new();
    for row in rows {
        let (child, hardship) = row?;
        found.entry(child).or_default().push(hardship);
    }
    Ok(found)
}

impl Line {
    pub fn json(&self) -> Json {
        let known = |text: &str| if text.is_empty() { Json::Null } else { text.into() };
        json!({
            "name": self.name,
            "born": self.born.map(Born::iso),
            "sex": known(&self.sex),
            "father": known(&self.father),
            "mother": known(&self.mother),
            "carer": known(&self.carer),
            "unit": known(&self.unit),
            "ward": known(&self.ward),
            "groups": self.groups.iter().map(|(letter, _)| letter).collect::<Vec<_>>(),
            "hardships": self.hardships,
            "status": self.state,
            "note": known(&self.note),
        })
    }

    fn cells(&self) -> Vec<Cell> {
        let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        let circumstances: Vec<&str> =
            self.groups.iter().map(|(_, name)| name).chain(&self.hardships).map(String::as_str).collect();
        vec![
            text(&self.name),
            match self.born {
                Some(Born::Day(day)) => Cell::Date(day),
                Some(born) => Cell::Text(born.show()),
                None => Cell::Empty,
            },
            text(&self.sex),
            text(&self.father),
            text(&self.mother),
            text(&self.carer),
            text(&self.unit),
            text(&self.ward),
            text(&circumstances.join("; ")),
            text(&self.note),
            text(if self.public { "" } else { words::NOT_PUBLIC.vi }),
        ]
    }
}

/// The heads are those that the roster's import knows.
pub fn grid(lines: &[Line]) -> Grid {
    let heads = [
        field::FULL_NAME,
        field::BORN,
        t::SEX_HEAD,
        t::FATHER_NAME,
        t::MOTHER_NAME,
        t::CARER_HEAD,
        field::UNIT,
        field::WARD,
        field::CIRCUMSTANCES,
        field::NOTE,
        words::SHORT_PUBLISH,
    ];
    Grid {
        heads: heads.map(|head| head.vi.to_owned()).to_vec(),
        rows: lines.iter().map(Line::cells).collect(),
        about: Vec::new(),
    }
}
