//! The parents, the carer and the unit of a row's child.
use super::row::Reader;
use super::{Row, Unit};
use crate::domain::fold::fold;
use crate::exchange::header::{has_words, words};
use crate::exchange::sheet::Cell;
use crate::exchange::{person, unit};
use crate::text::exchange as say;

impl<'a, C: Fn(usize) -> &'a Cell> Reader<'_, C> {
    /// One person's name; what cannot be one is not kept as such but as a remark.
    pub fn person(&mut self, column: Option<usize>, above: Option<&String>) -> Option<String> {
        let text = self.kept(column?)?;
        if person::is_ditto(&text) {
            return above.cloned();
        }
        let (name, beside) = person::split_name(&text);
        if person::is_name(&name) {
            self.notes.extend(beside);
            return Some(name);
        }
        let found = person::parents(&text, false, "");
        let only = match (found.father, found.mother) {
            (Some(name), None) | (None, Some(name)) => Some(name),
            (Some(first), Some(second)) => {
                self.notes.push(second);
                Some(first)
            }
            (None, None) => None,
        };
        if only.is_none() {
            self.remarks.push(say::PERSON_ODD.with([text.as_str()]));
        }
        self.notes.extend(found.rest);
        only
    }

    /// Where staff stand before their children, a further child's row may leave number and parents blank: they are those
    /// of the row above.
    pub fn parents_above(&mut self, row: &mut Row) {
        let layout = self.place.layout;
        let (Some(number), Some(previous)) = (layout.number, self.place.previous) else { return };
        let columns: Vec<usize> = [layout.father, layout.mother, layout.parents].into_iter().flatten().collect();
        let name = layout.name.first().copied().unwrap_or(0);
        let before = columns.iter().min().is_some_and(|first| *first < name);
        let blank = std::iter::once(number).chain(columns).all(|column| (self.cell)(column).is_empty());
        if !before || !blank || previous.row + 1 != row.row {
            return;
        }
        let names: Vec<&str> =
            [&previous.father, &previous.mother].into_iter().filter_map(|name| name.as_deref()).collect();
        if !names.is_empty() {
            self.remarks.push(say::PARENTS_AS_ABOVE.with([names.join(", ")]));
            row.father.clone_from(&previous.father);
            row.mother.clone_from(&previous.mother);
        }
    }

    /// The parents of a shared column; gives a unit that stands beside their names.
    pub fn parents(&mut self, row: &mut Row, lines: &dyn Fn(usize) -> Vec<&'a str>) -> Option<String> {
        let column = self.place.layout.parents?;
        let mut text = (self.cell)(column).shown().into_owned();
        for line in lines(column) {
            text = format!("{text}\n{line}");
        }
        if person::is_formula(&text) {
            self.remarks.push(say::FORMULA.with([self.place.header.text(column)]));
            return None;
        }
        if person::is_ditto(&text) {
            let previous = self.place.previous?;
            row.father = row.father.take().or_else(|| previous.father.clone());
            row.mother = row.mother.take().or_else(|| previous.mother.clone());
            return None;
        }
        let found = person::parents(&text, self.place.layout.mother_first, &row.name);
        // A staff member named beside both parents is one of them.
        let known =
            |name: &String| [&row.father, &row.mother].into_iter().flatten().any(|known| fold(known) == fold(name));
        let (father, mother) = (found.father.filter(|name| !known(name)), found.mother.filter(|name| !known(name)));
        if found.guessed
            && let Some(name) = father.as_ref().or(mother.as_ref())
        {
            let text = if father.is_some() { say::GUESSED_FATHER } else { say::GUESSED_MOTHER };
            self.remarks.push(text.with([name.as_str()]));
        }
        for (place, name) in [(&mut row.father, father), (&mut row.mother, mother)] {
            match (place.is_some(), name) {
                (false, name) => *place = name,
                (true, Some(name)) => self.notes.push(name),
                (true, None) => {}
            }
        }
        let mut rest = found.rest;
        // A third person beside both parents is who cares for the child.
        let third = rest.iter().position(|part| row.carer.is_none() && person::is_proper_name(part));
        if let Some(third) = third.filter(|_| row.father.is_some() && row.mother.is_some()) {
            row.carer = Some(rest.remove(third));
        }
        let at = rest.iter().position(|part| unit::looks_like(part));
        let unit = at.map(|at| rest.remove(at));
        self.notes.extend(rest);
        unit
    }

    /// The unit: of the row, the section or sheet, or the row above.
    pub fn unit(&mut self, beside: Option<String>) -> Option<Unit> {
        let columns = &self.place.layout.unit;
        let texts: Vec<String> = columns.iter().filter_map(|column| self.kept(*column)).collect();
        let previous = self.place.previous.and_then(|row| row.unit.as_ref());
        let mut found = None;
        for text in texts {
            let unit = if person::is_ditto(&text) { previous.cloned() } else { self.spelled(text) };
            match (&found, unit) {
                (None, unit) => found = unit,
                (Some(Unit { name, .. }), Some(unit)) if fold(name) != fold(&unit.name) => self.notes.push(unit.name),
                _ => {}
            }
        }
        if found.is_none() {
            found = beside.as_deref().and_then(unit::spelled);
        } else {
            self.notes.extend(beside);
        }
        if found.is_some() || self.place.unit.is_some() {
            return found.or_else(|| self.place.unit.cloned());
        }
        // A unit written once for the rows below it stands before their names; behind a name a blank is a blank.
        let name = self.place.layout.name.first().copied().unwrap_or(0);
        let above = previous.filter(|_| columns.iter().any(|column| *column < name));
        if let Some(unit) = above {
            self.remarks.push(say::UNIT_AS_ABOVE.with([unit.name.as_str()]));
        }
        above.cloned()
    }

    /// A living parent beside "mồ côi" is worth a look, not a fault: the name may be that of the dead.
    pub fn orphan(&mut self, row: &Row) {
        let Some(circumstance) = &row.circumstance else { return };
        let folded = fold(circumstance);
        if !folded.contains("mo coi") {
            return;
        }
        let words = words(&folded);
        let both =
            ["cha me", "cha va me", "bo me", "bo va me", "ca cha", "ca bo"].iter().any(|word| has_words(&words, word));
        let father = both || has_words(&words, "cha") || has_words(&words, "bo");
        let mother = both || has_words(&words, "me");
        let named = [(father, &row.father), (mother, &row.mother)];
        let names: Vec<&str> =
            named.into_iter().filter(|(dead, _)| *dead).filter_map(|(_, name)| name.as_deref()).collect();
        if !names.is_empty() {
            self.remarks.push(say::ORPHAN.with([circumstance.clone(), names.join(", ")]));
        }
    }

    fn spelled(&self, text: String) -> Option<Unit> {
        let mut units = self.place.units.borrow_mut();
        if let Some(unit) = units.get(&text) {
            return unit.clone();
        }
        let unit = unit::spelled(&text);
        units.insert(text, unit.clone());
        unit
    }
}
