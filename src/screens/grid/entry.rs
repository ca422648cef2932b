//! The line that is typed: its cells, what Enter and Tab do in it, and the contribution that it becomes.
use chrono::NaiveDate;

use crate::domain::contribution::{Contribution, Means};
use crate::domain::id::Id;
use crate::domain::record::{Column, Record};
use crate::domain::unit::Unit;
use crate::domain::value::{Cell, Value};
use crate::screens::field::Field;
use crate::screens::following;
use crate::screens::grid::donor::{Donor, Giver};
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::{Said, book as t};
use crate::ui::key::Key;

/// The columns of the grid in their order; the donor is a cell of its own kind.
pub const COLUMNS: &[&str] = &["date", "donor", "people", "amount", "means", "goods", "anonymous"];
/// Where the donor stands.
pub const DONOR: usize = 1;
const PEOPLE: usize = 2;
const AMOUNT: usize = 3;
const GOODS: usize = 5;

/// The line that is typed.
pub struct Entry {
    /// The cells; the one at [`DONOR`] is not used.
    pub fields: Vec<Field>,
    /// Who gave.
    pub donor: Donor,
    /// What is wrong with the donor.
    pub fault: Option<Said>,
    /// The cell under the cursor.
    pub at: usize,
    /// Whether the cell was just entered: what is typed takes the place of what stands there.
    fresh: bool,
}

impl Entry {
    /// A blank line of a day, on which people of a unit are suggested first.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn new(cx: &Cx, date: NaiveDate, home: Id<Unit>) -> Result<Self> {
        let line = Contribution { date, ..Contribution::default() };
        Ok(Self {
            fields: fields(cx, &line)?,
            donor: Donor { home, ..Donor::default() },
            fault: None,
            at: DONOR,
            fresh: true,
        })
    }

    /// The line after one that was saved: day and means stay.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn next(&mut self, cx: &Cx, saved: &Contribution) -> Result<()> {
        let line = Contribution { date: saved.date, means: saved.means, ..Contribution::default() };
        *self = Self { fields: fields(cx, &line)?, ..Self::new(cx, saved.date, self.donor.home)? };
        Ok(())
    }

    /// Copies the cell under the cursor from another line.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn copy(&mut self, cx: &Cx, above: &Contribution) -> Result<()> {
        if self.at == DONOR {
            self.donor = Donor { home: self.donor.home, ..Donor::of(above) };
            self.fault = None;
        } else if let (Some(field), Some(copied)) =
            (self.fields.get_mut(self.at), fields(cx, above)?.into_iter().nth(self.at))
        {
            *field = copied;
        }
        Ok(())
    }

    /// Whether anything was typed that is not saved.
    pub fn is_begun(&self) -> bool {
        let amount = self.fields.get(AMOUNT).is_some_and(|field| !field.editor.is_empty());
        amount || !self.donor.editor.is_empty()
    }

    /// Closes the suggestions; `false` if there were none.
    pub fn close_hints(&mut self) -> bool {
        self.donor.hint = None;
        !std::mem::take(&mut self.donor.hints).is_empty()
    }

    /// Goes among the suggestions or the choices of the cell; `false` if it has none.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn turn(&mut self, cx: &Cx, down: bool) -> Result<bool> {
        if self.at != DONOR {
            return Ok(false);
        }
        if self.donor.hints.is_empty() && down && self.donor.chosen.is_none() {
            self.donor.look_up(cx.store, cx.settings.lang)?;
        }
        Ok(self.donor.turn(down))
    }

    /// Takes a key into the cell; `false` if it has no use for it.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn press(&mut self, cx: &Cx, key: Key) -> Result<bool> {
        if self.at == DONOR {
            let taken = self.donor.editor.press(key);
            if taken && matches!(key, Key::Char(_) | Key::Backspace | Key::Delete) {
                self.fault = None;
                self.donor.look_up(cx.store, cx.settings.lang)?;
            }
            return Ok(taken);
        }
        let Some(field) = self.fields.get_mut(self.at) else { return Ok(false) };
        if key == Key::Char(' ') && field.next_choice() {
            return Ok(true);
        }
        if self.fresh && matches!(key, Key::Char(_)) && following::is_replaced(field.column.kind) {
            field.editor.replace("");
        }
        let taken = field.editor.press(key);
        self.fresh &= !taken;
        field.fault = field.fault.take().filter(|_| !taken);
        Ok(taken)
    }

    /// Takes pasted text into the cell.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn paste(&mut self, cx: &Cx, text: &str) -> Result<()> {
        if self.at == DONOR {
            self.donor.editor.insert_flat(text);
            return self.donor.look_up(cx.store, cx.settings.lang);
        }
        if let Some(field) = self.fields.get_mut(self.at) {
            field.editor.insert_flat(text);
        }
        Ok(())
    }

    /// Leaves the cell for the next or the last one.
    pub fn leave(&mut self, cx: &Cx, forward: bool) {
        self.read(cx);
        let count = COLUMNS.len();
        self.go(if forward { (self.at + 1) % count } else { (self.at + count - 1) % count });
    }

    /// Goes on from the cell; `true` where the line is to be saved.
    pub fn enter(&mut self, cx: &Cx) -> bool {
        if !self.read(cx) {
            return false;
        }
        let goods = self.means(cx) == Means::Goods;
        let named = self.fields.get(GOODS).is_some_and(|field| !field.editor.text().trim().is_empty());
        match self.at {
            // A unit gives as a number of people.
            DONOR if matches!(self.donor.chosen, Some(Giver::Unit(_))) => self.go(PEOPLE),
            DONOR | PEOPLE => self.go(AMOUNT),
            0 => self.go(DONOR),
            AMOUNT if goods && !named => self.go(GOODS),
            _ => return true,
        }
        false
    }

    /// The contribution that was typed; `None` if something is wrong, which is then said at its cell, the first of
    /// which the cursor goes to.
    pub fn line(&mut self, cx: &mut Cx) -> Option<Contribution> {
        let mut row = Contribution::default().row();
        let meta = Contribution::META;
        for (at, field) in self.fields.iter_mut().enumerate().filter(|(at, _)| *at != DONOR) {
            match field.value(cx.store) {
                Ok(value) => meta.set(&mut row, COLUMNS.get(at).copied().unwrap_or_default(), value),
                Err(said) => field.fault = Some(said),
            }
        }
        if self.donor.chosen.is_none() {
            self.donor.take();
        }
        match &self.donor.chosen {
            Some(Giver::Person(person, unit)) => {
                meta.set(&mut row, "person", person.value());
                meta.set(&mut row, "unit", unit.value());
            }
            Some(Giver::Unit(unit)) => meta.set(&mut row, "unit", unit.value()),
            Some(Giver::Outside(name)) => meta.set(&mut row, "donor", Value::Text(name.clone())),
            None => self.fault = Some(self.nobody()),
        }
        // The campaign is the grid's; who gave was looked at above.
        for fault in
            (meta.check)(&row).into_iter().filter(|fault| !matches!(fault.column, "campaign" | "unit" | "donor"))
        {
            if let Some(field) =
                COLUMNS.iter().position(|name| *name == fault.column).and_then(|at| self.fields.get_mut(at))
                && field.fault.is_none()
            {
                field.fault = Some(fault.said);
            }
        }
        let wrong = (0..COLUMNS.len()).find(|at| self.fault_at(*at).is_some());
        if let Some(at) = wrong {
            self.go(at);
            return None;
        }
        Contribution::of(&row)
    }

    /// What is wrong with a cell.
    pub fn fault_at(&self, at: usize) -> Option<&Said> {
        if at == DONOR { self.fault.as_ref() } else { self.fields.get(at).and_then(|field| field.fault.as_ref()) }
    }

    /// Reads the cell under the cursor, and writes it as it will be kept; `false` if something is wrong with it.
    fn read(&mut self, cx: &Cx) -> bool {
        if self.at == DONOR {
            let known = self.donor.take();
            self.fault = (!known && !self.donor.editor.is_empty()).then(|| self.nobody());
            return known;
        }
        let Some(field) = self.fields.get_mut(self.at) else { return false };
        match field.value(cx.store) {
            Ok(value) => {
                field.fault = None;
                if !value.is_blank()
                    && !field.editor.text().trim().is_empty()
                    && let Ok(neat) = Field::new(cx.store, field.column, &value, cx.settings.lang)
                {
                    *field = neat;
                }
                true
            }
            Err(said) => {
                field.fault = Some(said);
                false
            }
        }
    }

    fn nobody(&self) -> Said {
        let typed = self.donor.editor.text();
        if typed.trim().is_empty() { t::DONOR_BLANK.into() } else { t::DONOR_UNKNOWN.with([typed.trim()]) }
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.fresh = true;
        self.donor.hints.clear();
        self.donor.hint = None;
    }

    fn means(&self, cx: &Cx) -> Means {
        let value = self.fields.get(4).and_then(|field| field.value(cx.store).ok());
        value.and_then(|value| Means::take(&value)).unwrap_or_default()
    }
}

/// The columns of a contribution that the grid asks for.
pub fn columns() -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().filter_map(|name| Contribution::META.columns.iter().find(|column| column.name == *name))
}

fn fields(cx: &Cx, line: &Contribution) -> Result<Vec<Field>> {
    let row = line.row();
    columns()
        .map(|column| Field::new(cx.store, column, Contribution::META.value(&row, column.name), cx.settings.lang))
        .collect()
}
