//! Which unit was told of which document or topic in a period, and of hotline 111: a matrix with the sessions behind
//! each cell, those that are only planned apart, and how many people they reached.
use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::document::{Document, DocumentKind};
use crate::domain::period::Period;
use crate::domain::person::{Employed, Person};
use crate::domain::session::Form;
use crate::domain::topic::Topic;
use crate::domain::unit::Unit;
use crate::store::{Result, Store};

/// What the columns are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The documents of the shelf.
    #[default]
    Documents,
    /// The office's topics.
    Topics,
}

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// A document, by its row.
    Document(i64),
    /// A topic, by its row.
    Topic(i64),
    /// The national hotline for child protection, 111.
    Hotline,
}

/// A column: a document, a topic, or the hotline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it stands for.
    pub told: Told,
    /// Its name; blank for the hotline.
    pub name: String,
    /// The document's number; may be blank.
    pub number: String,
    /// The last day of a document that does not hold to the period's end.
    pub expired: Option<NaiveDate>,
}

/// What stands behind a cell, or behind all cells of a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// The sessions that were held, the latest first.
    pub held: Vec<i64>,
    /// Those held that nobody was counted at yet: they reach nobody until then.
    pub uncounted: Vec<i64>,
    /// Those that are planned.
    pub planned: Vec<i64>,
    /// People of the unit who came, each time anew.
    pub attendances: i64,
    /// People of the unit known by name to have come, each once.
    pub people: BTreeSet<i64>,
    /// In which forms: what proves that it was made known.
    pub forms: Vec<Form>,
    /// How many leaflets were handed out at them.
    pub leaflets: i64,
}

impl Met {
    fn add(&mut self, line: &Line, people: &[i64]) {
        let counted = line.people > 0 || !people.is_empty() || !line.form.gathers();
        let of = match (line.held, counted) {
            (true, true) => &mut self.held,
            (true, false) => &mut self.uncounted,
            (false, _) => &mut self.planned,
        };
        // A session of several documents comes once for each.
        if of.contains(&line.session) {
            return;
        }
        of.push(line.session);
        if line.held && counted {
            self.attendances += line.people;
            self.leaflets += line.leaflets;
            self.people.extend(people);
            if !self.forms.contains(&line.form) {
                self.forms.push(line.form);
            }
        }
    }
}

/// The matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The units, by row and name.
    pub units: Vec<(i64, String)>,
    /// How many people each unit has, as far as is known.
    pub staff: Vec<i64>,
    /// The columns; the hotline is the first.
    pub items: Vec<Item>,
    /// What stands behind each cell, unit by unit.
    pub cells: Vec<Vec<Met>>,
    /// What stands behind all sessions of each unit, whatever they told of.
    pub reach: Vec<Met>,
}

impl Coverage {
    /// What stands behind a cell; nothing outside the matrix.
    #[must_use]
    pub fn met(&self, unit: usize, item: usize) -> Option<&Met> {
        self.cells.get(unit)?.get(item)
    }

    /// The sessions held of a cell; none outside the matrix.
    #[must_use]
    pub fn sessions(&self, unit: usize, item: usize) -> &[i64] {
        self.met(unit, item).map_or(&[], |met| met.held.as_slice())
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

    /// How many of the staff are known by name to have come to any session, each once, and how many there are.
    #[must_use]
    pub fn people(&self) -> (usize, usize) {
        let known: BTreeSet<i64> = self.reach.iter().flat_map(|met| met.people.iter().copied()).collect();
        (known.len(), usize::try_from(self.staff.iter().sum::<i64>()).unwrap_or(0))
    }
}

/// How many in a hundred, rounded down, so that 100 means all, but 0 only nothing.
#[must_use]
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(0).max(usize::from(part > 0 && whole > 0))
}

/// The matrix of a period: the units that were there or took part in a session; the documents that hold at its end or were
/// told in it, or the office's topics. A document that was not issued yet when it was told of counts for nothing. Contact numbers are no documents: a session that names one, or says so, tells of
/// the hotline.
///
/// # Errors
/// If the store cannot be read.
pub fn coverage(store: &Store, period: &Period, by: By) -> Result<Coverage> {
    let documents = store.all::<Document>()?;
    let hotlines: Vec<i64> = documents.iter().filter(|it| it.kind == DocumentKind::Hotline).map(|it| it.id.0).collect();
    let mut lines = lines(store, period, by)?;
    if by == By::Documents {
        let issued =
            |line: &Line| documents.iter().find(|it| it.id.0 == line.about).is_none_or(|it| it.is_issued(line.date));
        for line in lines.iter_mut().filter(|line| !issued(line)) {
            line.about = 0;
        }
    }
    let names = names(store, period)?;
    let mut met: HashMap<(i64, Told), Met> = HashMap::new();
    let mut reach: HashMap<i64, Met> = HashMap::new();
    for line in &lines {
        let people = names.get(&(line.session, line.unit)).map_or(&[][..], Vec::as_slice);
        for told in line.told(by, &hotlines).into_iter().flatten() {
            met.entry((line.unit, told)).or_default().add(line, people);
        }
        reach.entry(line.unit).or_default().add(line, people);
    }
    let mut items = vec![Item { told: Told::Hotline, name: String::new(), number: String::new(), expired: None }];
    match by {
        By::Documents => {
            let used = |it: &Document| met.keys().any(|(_, told)| *told == Told::Document(it.id.0));
            let wanted = documents.into_iter().filter(|it| it.kind != DocumentKind::Hotline);
            items.extend(wanted.filter(|it| it.holds(period.to) || used(it)).map(|it| Item {
                told: Told::Document(it.id.0),
                expired: it.until.filter(|until| *until < period.to),
                name: it.name,
                number: it.number,
            }));
        }
        By::Topics => items.extend(store.all::<Topic>()?.into_iter().map(|it| Item {
            told: Told::Topic(it.id.0),
            name: it.name,
            number: String::new(),
            expired: None,
        })),
    }
    let there = |it: &Unit| {
        it.since.is_none_or(|since| since <= period.to) && it.until.is_none_or(|until| until >= period.from)
            || reach.contains_key(&it.id.0)
    };
    let all: Vec<Unit> = store.all::<Unit>()?.into_iter().filter(there).collect();
    let people = store.all::<Person>()?;
    let known = |unit: &Unit| {
        let works = |it: &&Person| it.unit == unit.id && it.staff != Employed::No && it.serves(period.to);
        i64::try_from(people.iter().filter(works).count()).unwrap_or(i64::MAX)
    };
    let cell = |unit: &Unit, item: &Item| met.get(&(unit.id.0, item.told)).cloned().unwrap_or_default();
    Ok(Coverage {
        staff: all.iter().map(|unit| if unit.headcount > 0 { unit.headcount } else { known(unit) }).collect(),
        cells: all.iter().map(|unit| items.iter().map(|item| cell(unit, item)).collect()).collect(),
        reach: all.iter().map(|unit| reach.remove(&unit.id.0).unwrap_or_default()).collect(),
        units: all.into_iter().map(|it| (it.id.0, it.name)).collect(),
        items,
    })
}

/// A session at one unit, with one of the things it told of.
struct Line {
    session: i64,
    date: NaiveDate,
    unit: i64,
    hotline: bool,
    /// The document or topic; 0 if it told of none.
    about: i64,
    held: bool,
    people: i64,
    form: Form,
    leaflets: i64,
}

impl Line {
    fn told(&self, by: By, hotlines: &[i64]) -> [Option<Told>; 2] {
        match by {
            By::Documents => {
                let named = hotlines.contains(&self.about);
                [
                    (self.hotline || named).then_some(Told::Hotline),
                    (self.about != 0 && !named).then_some(Told::Document(self.about)),
                ]
            }
            By::Topics => [self.hotline.then_some(Told::Hotline), (self.about != 0).then_some(Told::Topic(self.about))],
        }
    }
}

/// The period's sessions by unit and what they told of.
fn lines(store: &Store, period: &Period, by: By) -> Result<Vec<Line>> {
    let (table, column) = match by {
        By::Documents => ("session_document", "document"),
        By::Topics => ("session_topic", "topic"),
    };
    let sql = format!(
        "select s.id, w.unit, s.told_hotline, ifnull(l.{column}, 0), s.state = 'held', w.people, s.form, s.leaflets, s.date
        from session_shown s join session_unit w on w.session = s.id left join {table} l on l.session = s.id
        where s.trashed is null and s.date between ?1 and ?2 order by s.date desc, s.id desc"
    );
    let mut statement = store.reader().prepare_cached(&sql)?;
    let rows = statement.query_map(params![period.from, period.to], |row| {
        Ok(Line {
            session: row.get(0)?,
            unit: row.get(1)?,
            hotline: row.get(2)?,
            about: row.get(3)?,
            held: row.get(4)?,
            people: row.get(5)?,
            form: Form::of_code(&row.get::<_, String>(6)?).unwrap_or_default(),
            leaflets: row.get(7)?,
            date: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who is known by name to have come, by session and unit.
fn names(store: &Store, period: &Period) -> Result<HashMap<(i64, i64), Vec<i64>>> {
    let sql = "select a.session, ifnull(a.unit, 0), a.person from attendee a join session s on s.id = a.session
        where a.presence = 'came' and a.trashed is null and s.trashed is null and s.date between ?1 and ?2";
    let mut statement = store.reader().prepare_cached(sql)?;
    let mut rows = statement.query(params![period.from, period.to])?;
    let mut found: HashMap<(i64, i64), Vec<i64>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry((row.get(0)?, row.get(1)?)).or_default().push(row.get(2)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendee::{Attendee, Presence};
    use crate::domain::session::{Documents, Session, SessionState};
    use crate::domain::topic::Topics;
    use crate::domain::turnout::Turnout;
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
        let matrix = coverage(&store, &h1(), By::Documents).unwrap();
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
        let matrix = coverage(&office(), &Period::parse("2024").unwrap(), By::Documents).unwrap();
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
            attendance: 12,
            ..Session::default()
        };
        let session = add(&mut store, session);
        let matrix = coverage(&store, &h1(), By::Documents).unwrap();
        let row = matrix.units.iter().position(|it| it.0 == unit.id.0).unwrap();
        assert_eq!(matrix.sessions(row, 0), [session.0]);
        assert_eq!(matrix.of_unit(row), 1);
        assert_eq!(matrix.items.len(), 4);
    }

    #[test]
    fn nobody_is_reached_before_somebody_is_counted_nor_by_what_was_not_issued() {
        let mut store = office();
        let law = Document { name: "Luật mới".into(), issued: Some(at("2026-03-01")), ..Document::default() };
        let law = add(&mut store, law);
        let unit = store.all::<Unit>().unwrap().into_iter().find(|it| it.name.contains("Khuyến nông")).unwrap();
        let session = |date: &str, form, attendance| Session {
            date: at(date),
            unit: unit.id,
            name: "Luật mới".into(),
            documents: Documents(vec![law.0]),
            form,
            attendance,
            ..Session::default()
        };
        add(&mut store, session("2026-02-28", Form::Conference, 40));
        let met = |store: &Store| {
            let matrix = coverage(store, &h1(), By::Documents).unwrap();
            let row = matrix.units.iter().position(|it| it.0 == unit.id.0).unwrap();
            let column = matrix.items.iter().position(|it| it.told == Told::Document(law.0)).unwrap();
            let met = matrix.met(row, column).unwrap();
            (met.held.len(), met.uncounted.len(), met.attendances)
        };
        assert_eq!(met(&store), (0, 0, 0), "the day before it was issued");
        add(&mut store, session("2026-03-02", Form::Conference, 0));
        assert_eq!(met(&store), (0, 1, 0));
        add(&mut store, session("2026-03-03", Form::Article, 0));
        assert_eq!(met(&store), (1, 1, 0), "an article reaches whom nobody counts");
        assert_eq!((percent(1, 300), percent(0, 300), percent(299, 300)), (1, 0, 99));
    }

    #[test]
    fn several_units_are_reached_by_one_session_and_people_with_names_once() {
        let mut store = office();
        let topic = add(&mut store, Topic { name: "Đuối nước".into(), ..Topic::default() });
        let unit = |store: &Store, name: &str| store.named::<Unit>(name).unwrap().remove(0).id;
        let (host, guest) = (unit(&store, "Văn phòng Sở"), unit(&store, "Phòng Tổng hợp"));
        let session = |date: &str, state| Session {
            date: at(date),
            unit: host,
            name: "Đuối nước".into(),
            topics: Topics(vec![topic.0]),
            attendance: 9,
            state,
            ..Session::default()
        };
        let person = store.named::<Person>("Nguyễn Văn Bình").unwrap().remove(0);
        for date in ["2026-02-02", "2026-03-02"] {
            let id = add(&mut store, session(date, SessionState::Held));
            for (unit, people) in [(host, 5), (guest, 4)] {
                add(&mut store, Turnout { session: id, unit, people, ..Turnout::default() });
            }
            let (name, presence) = (person.name.clone(), Presence::Came);
            add(
                &mut store,
                Attendee { name, session: id, person: person.id, unit: host, presence, ..Attendee::default() },
            );
        }
        add(&mut store, session("2026-04-02", SessionState::Planned));
        let matrix = coverage(&store, &h1(), By::Topics).unwrap();
        let row = |id: crate::domain::id::Id<Unit>| matrix.units.iter().position(|it| it.0 == id.0).unwrap();
        assert_eq!(matrix.items.len(), 2);
        let (host, guest) = (matrix.met(row(host), 1).unwrap(), matrix.met(row(guest), 1).unwrap());
        assert_eq!((host.held.len(), host.planned.len(), host.attendances, host.people.len()), (2, 1, 10, 1));
        assert_eq!((guest.held.len(), guest.planned.len(), guest.attendances, guest.people.len()), (2, 0, 8, 0));
        assert_eq!((matrix.reached(1), matrix.people().0), (2, 1));
    }
}
