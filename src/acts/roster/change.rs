//! What a row of a roster did: to whom, and each value before and after.
use crate::domain::cell;
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::{Column, Record};
use crate::domain::value::{Kind, Value};
use crate::store::Store;
use crate::text::{Lang, Text, field};

/// What became of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// The child is new.
    Added,
    /// Something of a known child is new.
    Updated,
    /// Nothing is new.
    #[default]
    Unchanged,
    /// The office left it out.
    Left,
}

/// What a row did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// The row's place in the roster, from 0.
    pub at: usize,
    /// What became of it.
    pub fate: Fate,
    /// What is new of a known child.
    pub differences: Vec<Difference>,
    /// A known child that it may speak of, where it was added as another.
    pub twin: Option<Twin>,
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The column's name on screen.
    pub label: Text,
    /// Whether it is a person's name.
    pub person: bool,
    /// The value before; blank if there was none.
    pub old: String,
    /// The value after.
    pub new: String,
}

/// A known child that a row may speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The child.
    pub child: Id<Child>,
    /// Its name.
    pub name: String,
    /// Its birth and unit.
    pub said: String,
    /// What would be new of it.
    pub differences: Vec<Difference>,
}

impl Change {
    /// A change of one kind alone.
    #[must_use]
    pub fn of(fate: Fate) -> Self {
        Self { fate, ..Self::default() }
    }
}

/// What is new of a child, with the names of circumstances that were added.
pub fn between(store: &Store, before: &Child, after: &Child, held: &[String]) -> Vec<Difference> {
    let (old, new) = (before.row(), after.row());
    let typed = Child::META.columns.iter().zip(old.values.iter().zip(&new.values)).filter(|(column, _)| !column.shown);
    let changed = typed.filter(|(_, (old, new))| old != new);
    let difference = |(column, (old, new)): (&Column, (&Value, &Value))| Difference {
        label: column.label,
        person: column.name == "name" || column.kind == Kind::Ref(Person::TABLE),
        old: shown(store, column, old),
        new: shown(store, column, new),
    };
    let mut differences: Vec<Difference> = changed.map(difference).collect();
    if !held.is_empty() {
        let new = held.join("; ");
        differences.push(Difference { label: field::CIRCUMSTANCES, person: false, old: String::new(), new });
    }
    differences
}

/// A parent that would be another person.
pub fn renamed(store: &Store, column: &str, person: Id<Person>, name: &str) -> Option<Difference> {
    let column = Child::META.columns.get(Child::META.place(column)?)?;
    let old = store.name_of(Person::TABLE, person.0);
    Some(Difference { label: column.label, person: true, old, new: name.to_owned() })
}

/// A child's birth and unit, as far as they are known.
pub fn described(store: &Store, child: &Child) -> String {
    let born = child.born.map(crate::domain::born::Born::show);
    let unit = Some(store.name_of("unit", child.unit.0)).filter(|name| !name.is_empty());
    born.into_iter().chain(unit).collect::<Vec<_>>().join(", ")
}

/// A value as it is read; a reference by its name.
fn shown(store: &Store, column: &Column, value: &Value) -> String {
    match (column.kind, value) {
        (Kind::Ref(table), Value::Int(id)) => store.name_of(table, *id),
        // Choices that a roster changes are few, and Vietnamese like the roster.
        _ => cell::show(column.kind, value, store.today(), Lang::Vi),
    }
}
