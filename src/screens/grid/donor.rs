//! Who gave: typed ahead over staff and units at once; a name that is in no list is an outside donor only if the line
//! that says so is chosen.
use crate::domain::contribution::Contribution;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::unit::Unit;
use crate::store::{Result, Store};
use crate::text::{Lang, book as t};
use crate::ui::cursor::turned;
use crate::ui::editor::Editor;

/// Who gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Giver {
    /// One of the staff, with the unit.
    Person(Id<Person>, Id<Unit>),
    /// A unit as a whole.
    Unit(Id<Unit>),
    /// Somebody from outside, by name.
    Outside(String),
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What is shown.
    pub label: String,
    /// What the cell's text becomes.
    pub name: String,
    /// What it stands for.
    pub giver: Giver,
}

/// The cell of the donor.
#[derive(Clone, Debug, Default)]
pub struct Donor {
    /// What is typed.
    pub editor: Editor,
    /// What it completes to.
    pub hints: Vec<Hint>,
    /// The suggestion that was gone to; until one is, Enter takes the first that is in a list.
    pub hint: Option<usize>,
    /// Who was chosen.
    pub chosen: Option<Giver>,
    /// The unit whose people are suggested first.
    pub home: Id<Unit>,
}

/// How many of the staff, and how many units are suggested.
const PEOPLE: usize = 5;
/// Among how many people those of the sheet's unit are sought.
const SOUGHT: usize = 60;
const UNITS: usize = 3;

impl Donor {
    /// The donor of a line that stands already.
    pub fn of(line: &Contribution) -> Self {
        let giver = if !line.person.is_new() {
            Giver::Person(line.person, line.unit)
        } else if line.donor.is_empty() {
            Giver::Unit(line.unit)
        } else {
            Giver::Outside(line.donor.clone())
        };
        Self { editor: Editor::new(&line.donor_name), chosen: Some(giver), ..Self::default() }
    }

    /// Looks up what the typed text completes to.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn look_up(&mut self, store: &Store, lang: Lang) -> Result<()> {
        self.chosen = None;
        self.hints.clear();
        self.hint = None;
        let typed = self.editor.text().trim().to_owned();
        if typed.is_empty() {
            return Ok(());
        }
        let (mut exact, mut known) = (false, Vec::new());
        for (id, name, aside) in store.suggest("person", &typed, SOUGHT)? {
            let person = store.get::<Person>(Id::of(id))?;
            exact |= fold(&name) == fold(&typed);
            let giver = Giver::Person(person.id, person.unit);
            known.push(Hint { label: format!("{name}  {aside}"), name, giver });
        }
        known.sort_by_key(|hint| !matches!(hint.giver, Giver::Person(_, unit) if unit == self.home));
        known.truncate(PEOPLE);
        for (id, name, _) in store.suggest("unit", &typed, UNITS)? {
            exact |= fold(&name) == fold(&typed);
            let label = t::WHOLE_UNIT.with([&name]).say(lang);
            known.push(Hint { label, name, giver: Giver::Unit(Id::of(id)) });
        }
        // A unit that begins so stands before people who only contain it.
        let typed_so = fold(&typed);
        known.sort_by_key(|hint| !matches!(hint.giver, Giver::Unit(_)) || !fold(&hint.name).starts_with(&typed_so));
        self.hints = known;
        if !exact {
            let label = t::OUTSIDE_DONOR.with([&typed]).say(lang);
            self.hints.push(Hint { label, name: typed.clone(), giver: Giver::Outside(typed) });
        }
        Ok(())
    }

    /// The suggestion that Enter takes: the one gone to, else the first if it is in a list.
    #[must_use]
    pub fn offered(&self) -> Option<usize> {
        let known = |hint: &&Hint| !matches!(hint.giver, Giver::Outside(_));
        self.hint.or_else(|| self.hints.first().filter(known).map(|_| 0))
    }

    /// Takes the suggestion that is offered; `false` if there is none and nobody was chosen before.
    pub fn take(&mut self) -> bool {
        if let Some(hint) = self.offered().and_then(|at| self.hints.get(at)).cloned() {
            self.editor.replace(&hint.name);
            self.chosen = Some(hint.giver);
            self.hints.clear();
            self.hint = None;
        }
        self.chosen.is_some()
    }

    /// Goes up or down among the suggestions; `false` if there are none.
    pub fn turn(&mut self, down: bool) -> bool {
        self.hint = turned(self.hint, down, self.hints.len());
        !self.hints.is_empty()
    }
}
