//! What the store knows before a roster comes in, by folded name, so that no row asks the store; kept up to date as
//! rows make units, people and circumstances.
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::NaiveDate;

use super::alike::Alike;
use super::ward::Wards;
use crate::acts::review::Lines;
use crate::domain::agency::Agency;
use crate::domain::apart::Apart;
use crate::domain::child::Child;
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::domain::fold::{fold, lower, one_tone_place};
use crate::domain::group::{self, Finding};
use crate::domain::id::Id;
use crate::domain::merge::Merge;
use crate::domain::person::Person;
use crate::domain::twin::Facts;
use crate::domain::unit::Unit;
use crate::exchange::roster::Row;
use crate::store::{Result, Store};
use crate::text::{Said, acts as t};

/// A child that the store knows.
#[derive(Debug)]
pub struct Kept {
    /// The record.
    pub child: Child,
    /// Whether a row of this roster is this child already.
    pub taken: bool,
    /// The child that this one was merged into: a row that speaks of it speaks of that one.
    pub merged_into: Option<Id<Child>>,
    /// Its name as [`spelling`] has it.
    pub spelling: String,
    /// What it is compared by, once it was.
    pub facts: OnceCell<Rc<Facts>>,
}

impl Kept {
    fn new(child: Child) -> Self {
        let spelling = spelling(&child.name);
        Self { child, taken: false, merged_into: None, spelling, facts: OnceCell::new() }
    }
}

/// A kind of circumstance that a child has, and its end.
type Held = (i64, Option<NaiveDate>);

/// A person and the unit it is known in.
type Seat = (Id<Person>, Id<Unit>);

/// What is known, by folded names.
#[derive(Debug)]
pub struct Known {
    /// Children in the order they were read or made.
    pub children: Vec<Kept>,
    places: HashMap<i64, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// Who looks like whom.
    pub alike: Alike,
    /// By child: the kind of circumstance and its end.
    held: HashMap<i64, Vec<Held>>,
    units: HashMap<String, Id<Unit>>,
    unit_names: HashMap<i64, String>,
    people: HashMap<String, Vec<Seat>>,
    person_names: HashMap<i64, String>,
    hardships: HashMap<String, (i64, String)>,
    /// The round of review that is going on.
    pub reviews: Lines,
    /// The wards.
    pub wards: Wards,
    /// The findings of a cell's text, which many rows share.
    findings: HashMap<String, Rc<[Finding]>>,
    /// How the roster spells its children's names.
    spelled: HashSet<String>,
}

impl Known {
    /// Reads all that rows will be compared with.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn read(store: &Store, rows: &[Row]) -> Result<Self> {
        let mut known = Self {
            children: Vec::new(),
            places: HashMap::new(),
            by_name: HashMap::new(),
            alike: Alike::default(),
            held: HashMap::new(),
            units: HashMap::new(),
            unit_names: HashMap::new(),
            people: HashMap::new(),
            person_names: HashMap::new(),
            hardships: HashMap::new(),
            reviews: if rows.iter().any(|row| row.review.is_some()) { Lines::read(store)? } else { Lines::default() },
            wards: Wards::new(store.all()?, store.all::<Agency>()?.first()),
            findings: HashMap::new(),
            spelled: rows.iter().map(|row| spelling(&row.name)).collect(),
        };
        let units = store.all::<Unit>()?;
        for unit in &units {
            known.units.entry(fold(&unit.name)).or_insert(unit.id);
            known.unit_names.insert(unit.id.0, unit.name.clone());
        }
        for unit in units.iter().filter(|unit| !unit.code.is_empty()) {
            known.units.entry(fold(&unit.code)).or_insert(unit.id);
        }
        for person in store.all::<Person>()? {
            known.keep_person(fold(&person.name), &person);
        }
        let mut alike = Alike::default();
        for child in store.all::<Child>()? {
            let folded = fold(&child.name);
            alike.note(known.children.len(), &folded, known.kin(&child), child.born);
            known.keep(folded, child);
        }
        for merge in store.all::<Merge>()? {
            let child = store.get(merge.gone)?;
            known.by_name.entry(fold(&child.name)).or_default().push(known.children.len());
            known.children.push(Kept { merged_into: Some(merge.kept), ..Kept::new(child) });
        }
        for apart in store.all::<Apart>()? {
            alike.tell_apart(apart.first.0, apart.second.0);
        }
        known.alike = alike;
        known.children.reserve(rows.len());
        for found in store.all::<Circumstance>()? {
            known.held.entry(found.child.0).or_default().push((found.hardship.0, found.until));
        }
        for hardship in store.all::<Hardship>()? {
            let key = hardship_key(&hardship.letter, &hardship.name);
            known.hardships.entry(key).or_insert((hardship.id.0, hardship.name));
        }
        Ok(known)
    }

    /// The children of a folded name that no row has taken yet.
    pub fn namesakes(&self, folded: &str) -> impl Iterator<Item = usize> + '_ {
        let places = self.by_name.get(folded).map_or(&[][..], Vec::as_slice);
        places.iter().copied().filter(|at| !self.children[*at].taken)
    }

    /// Keeps a child for the row that was decided to speak of it.
    pub fn reserve(&mut self, child: Id<Child>) {
        if let Some(at) = self.place(child) {
            self.children[at].taken = true;
        }
    }

    /// Where a child stands among those known.
    pub fn place(&self, child: Id<Child>) -> Option<usize> {
        self.places.get(&child.0).copied()
    }

    /// Keeps a child that was read or made, by its folded name.
    pub fn keep(&mut self, folded: String, child: Child) {
        let at = self.children.len();
        self.places.insert(child.id.0, at);
        self.by_name.entry(folded).or_default().push(at);
        self.children.push(Kept::new(child));
    }

    /// Keeps what became of a known child.
    pub fn renew(&mut self, at: usize, child: Child) {
        let kept = &mut self.children[at];
        if kept.child != child {
            *kept = Kept { taken: kept.taken, merged_into: kept.merged_into, ..Kept::new(child) };
        }
    }

    /// Where the child stands that a child was merged into, and that into another; its own place if it was not.
    pub fn standing(&self, mut at: usize) -> Option<usize> {
        while let Some(kept) = self.children.get(at)?.merged_into {
            at = self.place(kept)?;
        }
        Some(at)
    }

    /// The folded names of a child's father, mother and carer.
    pub fn kin(&self, child: &Child) -> [&str; 3] {
        [child.father, child.mother, child.carer].map(|person| self.person_name(person))
    }

    /// Whether the roster names a child just so, with these marks; the name as [`spelling`] has it.
    pub fn is_spelled(&self, spelling: &str) -> bool {
        self.spelled.contains(spelling)
    }

    /// What a child is compared by.
    pub fn facts(&self, at: usize) -> Rc<Facts> {
        let Kept { child, facts, .. } = &self.children[at];
        let new = || Facts::new(&child.name, child.born, child.sex, self.kin(child), self.unit_name(child.unit)).into();
        Rc::clone(facts.get_or_init(new))
    }

    /// The unit of a name or code; made if it is unknown.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn unit(&mut self, store: &mut Store, name: &str) -> Result<Id<Unit>> {
        let folded = fold(name);
        if let Some(id) = self.units.get(&folded) {
            return Ok(*id);
        }
        let id = store.put_record(&mut Unit { name: name.to_owned(), ..Unit::default() })?;
        self.units.insert(folded, id);
        self.unit_names.insert(id.0, name.to_owned());
        Ok(id)
    }

    /// The name of a unit.
    pub fn unit_name(&self, unit: Id<Unit>) -> &str {
        self.unit_names.get(&unit.0).map_or("", String::as_str)
    }

    /// The folded name of a person; blank if there is none.
    pub fn person_name(&self, person: Id<Person>) -> &str {
        self.person_names.get(&person.0).map_or("", String::as_str)
    }

    /// The person of a name, also folded, in a unit; if unknown, made as someone who may or may not be staff. A namesake in another
    /// unit is another person, which is said.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn person(
        &mut self,
        store: &mut Store,
        name: &str,
        folded: &str,
        unit: Id<Unit>,
        remarks: &mut Vec<Said>,
    ) -> Result<Id<Person>> {
        let namesakes = self.people.get(folded).map_or(&[][..], Vec::as_slice);
        if let Some((id, _)) = namesakes.iter().find(|(_, place)| *place == unit) {
            return Ok(*id);
        }
        if let Some((_, place)) = namesakes.iter().find(|(_, place)| !place.is_new()) {
            remarks.push(t::OTHER_UNIT.with([name, self.unit_name(*place), self.unit_name(unit)]));
        }
        let mut person = Person { name: name.to_owned(), unit, ..Person::default() };
        store.put_record(&mut person)?;
        self.keep_person(folded.to_owned(), &person);
        Ok(person.id)
    }

    /// The kind of circumstance that a finding speaks of, and its name; made if it is unknown.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn hardship(&mut self, store: &mut Store, finding: &Finding) -> Result<(i64, String)> {
        let made = match finding {
            Finding::Group(group) => Hardship {
                name: group.name.to_owned(),
                letter: group.letter.to_owned(),
                sensitive: group.sensitive,
                ..Hardship::default()
            },
            Finding::Hardship(name) => Hardship { name: name.clone(), ..Hardship::default() },
        };
        let key = hardship_key(&made.letter, &made.name);
        if let Some(found) = self.hardships.get(&key) {
            return Ok(found.clone());
        }
        let id = store.put_record(&mut made.clone())?.0;
        self.hardships.insert(key, (id, made.name.clone()));
        Ok((id, made.name))
    }

    /// What a cell about circumstances speaks of.
    pub fn findings(&mut self, text: &str) -> Rc<[Finding]> {
        if let Some(found) = self.findings.get(text) {
            return Rc::clone(found);
        }
        let found: Rc<[Finding]> = group::read(text).into();
        self.findings.insert(text.to_owned(), Rc::clone(&found));
        found
    }

    /// The circumstances of a child: their kind and their end.
    pub fn held(&mut self, child: Id<Child>) -> &mut Vec<Held> {
        self.held.entry(child.0).or_default()
    }

    fn keep_person(&mut self, folded: String, person: &Person) {
        self.person_names.insert(person.id.0, folded.clone());
        self.people.entry(folded).or_default().push((person.id, person.unit));
    }
}

/// A name as it is written, but for case and the place of the tone.
pub fn spelling(name: &str) -> String {
    one_tone_place(&lower(name))
}

/// A group of the law by its letter, another hardship by its folded name.
fn hardship_key(letter: &str, name: &str) -> String {
    if letter.is_empty() { fold(name) } else { format!("{letter}.") }
}
