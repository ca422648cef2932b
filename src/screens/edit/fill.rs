//! What keys do in a field: typing, choosing, leaving it, and what other fields take from it.
use chrono::Datelike;

use super::{Edit, live};
use crate::acts::clause;
use crate::domain::child::Child;
use crate::domain::event::{Event, EventKind};
use crate::domain::person::Person;
use crate::domain::place;
use crate::domain::record::Record;
use crate::domain::value::{Cell as _, Kind, Value};
use crate::screens::field::Field;
use crate::screens::following;
use crate::screens::screen::{Cx, Flow};
use crate::store::Result;
use crate::text::{screen as t, shelf};
use crate::ui::cursor::turned;
use crate::ui::key::Key;

impl Edit {
    /// Gives a key to the field under the cursor; `false` if it has no use for it. Into a field just entered
    /// that holds no free text the first letter replaces what stands there, and Space turns to the next choice.
    fn type_in(&mut self, key: Key) -> bool {
        let first = self.touched != Some(self.at);
        let Some(field) = self.fields.get_mut(self.at) else { return false };
        let (kind, before) = (field.column.kind, field.editor.text());
        // What is wrong is typed over, or mended from its end where Backspace begins.
        let wrong = field.fault.is_some();
        if first && key == Key::Char(' ') && field.next_choice() {
            return true;
        }
        if first && following::is_replaced(kind) && !before.is_empty() {
            match key {
                Key::Char(_) => field.editor.replace(""),
                Key::Backspace | Key::Delete if !wrong => {
                    field.editor.replace("");
                    self.touched = Some(self.at);
                    return true;
                }
                _ => {}
            }
        }
        let taken = field.editor.press(key);
        if taken {
            self.touched = Some(self.at);
        }
        taken
    }

    /// Gives a key to the field under the cursor, and looks up what it may mean; passes on what has no use for it.
    pub(super) fn typed(&mut self, cx: &Cx, key: Key) -> Result<Flow> {
        let lang = cx.settings.lang;
        if !self.type_in(key) {
            return Ok(Flow::Pass);
        }
        let Some(field) = self.fields.get_mut(self.at) else { return Ok(Flow::Pass) };
        field.fault = None;
        if let Some(places) = self.places.as_ref().filter(|_| field.is_lines()) {
            field.hints = live::hints(places, &field.editor, lang);
            field.hint = None;
        }
        if offers_hints(field.column.kind) && matches!(key, Key::Char(_) | Key::Backspace | Key::Delete) {
            field.look_up(cx.store, lang, false)?;
        }
        Ok(Flow::Stay)
    }

    /// Takes what is in force on the session's day in the place of what is not.
    pub(super) fn replace_expired(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(field) = self.fields.iter_mut().find(|field| field.column.name == "documents") else {
            return Ok(Flow::Stay);
        };
        if let Ok(Value::Ids(ids)) = field.value(cx.store) {
            *field = Field::new(cx.store, field.column, &Value::Ids(self.advice.mended(&ids)), cx.settings.lang)?;
            cx.good(shelf::REPLACED.with([self.advice.count()]).say(cx.settings.lang));
        }
        Ok(Flow::Stay)
    }

    pub(super) fn copy_above(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(above) = &self.above else { return Ok(Flow::Stay) };
        if let Some(field) = self.fields.get_mut(self.at) {
            let value = self.meta.value(above, field.column.name);
            *field = Field::new(cx.store, field.column, value, cx.settings.lang)?;
        }
        Ok(Flow::Stay)
    }

    /// Leaves the field for the next or the last one, its text read and written as it will be kept.
    pub(super) fn leave(&mut self, cx: &mut Cx, by: isize) -> Result<Flow> {
        let count = self.fields.len();
        self.touched = None;
        if let Some(field) = self.fields.get_mut(self.at) {
            field.hints.clear();
            field.hint = None;
            let text = field.editor.text();
            field.fault = None;
            match field.value(cx.store) {
                Ok(value @ (Value::Int(_) | Value::Text(_))) if !text.trim().is_empty() => {
                    let neat = Field::new(cx.store, field.column, &value, cx.settings.lang)?;
                    let neat_text = neat.editor.text();
                    if neat_text != text && !neat_text.is_empty() {
                        *field = neat;
                    }
                    self.follow_parent(cx, &value)?;
                    self.follow_kind(cx, &value)?;
                }
                Ok(_) => {}
                Err(said) => field.fault = Some(said),
            }
        }
        if count > 0 {
            self.at = (self.at + count).saturating_add_signed(by) % count;
        }
        Ok(Flow::Stay)
    }

    /// A new child is in the unit of the first parent who has one, unless another was typed.
    fn follow_parent(&mut self, cx: &Cx, person: &Value) -> Result<()> {
        let is_parent = self.fields.get(self.at).is_some_and(|field| field.column.kind == Kind::Ref(Person::TABLE));
        let Some(at) = self.fields.iter().position(|field| field.column.name == "unit") else { return Ok(()) };
        if self.meta.table != Child::TABLE || self.row.id != 0 || self.unit_given || !is_parent {
            return Ok(());
        }
        let unit = cx.store.row(Person::META, person.int())?.map_or(Value::Null, |row| following::unit_of(&row));
        if let (Some(field), Value::Int(_)) = (self.fields.get_mut(at), &unit)
            && self.opened.get(at) == Some(&field.editor.text())
        {
            *field = Field::new(cx.store, field.column, &unit, cx.settings.lang)?;
            self.unit_given = true;
        }
        Ok(())
    }

    /// A new event proves the clause of its occasion, unless another was typed.
    fn follow_kind(&mut self, cx: &mut Cx, kind: &Value) -> Result<()> {
        let is_kind = self.fields.get(self.at).is_some_and(|field| field.column.name == "kind");
        let Some(at) = self.fields.iter().position(|field| field.column.name == "clause") else { return Ok(()) };
        let (Some(kind), true) = (EventKind::of_code(kind.text()), is_kind && self.row.id == 0) else { return Ok(()) };
        if self.meta.table != Event::TABLE
            || self.opened.get(at) != self.fields.get(at).map(|it| it.editor.text()).as_ref()
        {
            return Ok(());
        }
        let clause = clause::of_event(cx.store, kind, cx.store.today().year())?.value();
        if let Some(field) = self.fields.get_mut(at) {
            *field = Field::new(cx.store, field.column, &clause, cx.settings.lang)?;
            // What was proposed counts as untouched, so that the next occasion may propose again.
            if let Some(opened) = self.opened.get_mut(at) {
                *opened = field.editor.text();
            }
        }
        Ok(())
    }

    pub(super) fn escape(&mut self, cx: &mut Cx) -> Result<Flow> {
        if let Some(field) = self.fields.get_mut(self.at)
            && !field.hints.is_empty()
        {
            field.hints.clear();
            field.hint = None;
            return Ok(Flow::Stay);
        }
        if self.changed() && !self.warned {
            self.warned = true;
            let sentence = cx.say(t::UNSAVED_ESC);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        cx.store.forget(&self.draft_key())?;
        Ok(Flow::Back)
    }

    pub(super) fn enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        let last = self.at + 1 == self.fields.len();
        if let Some(field) = self.fields.get_mut(self.at) {
            let chosen = field.hint.and_then(|at| field.hints.get(at)).or_else(|| field.only_new()).cloned();
            if field.is_lines() {
                match chosen {
                    Some(hint) => {
                        let begun = place::begun(field.editor.before()).map_or(0, |begun| begun.len() + 1);
                        field.editor.complete(begun, &hint.text);
                        field.hints.clear();
                        field.hint = None;
                    }
                    None => field.editor.insert("\n"),
                }
                return Ok(Flow::Stay);
            }
            if let Some(hint) = chosen {
                field.take(&hint);
                if matches!(field.column.kind, Kind::Many(_)) {
                    return Ok(Flow::Stay);
                }
            }
        }
        if last { self.save(cx) } else { self.leave(cx, 1) }
    }

    pub(super) fn arrow(&mut self, cx: &mut Cx, down: bool) -> Result<Flow> {
        let lang = cx.settings.lang;
        let Some(field) = self.fields.get_mut(self.at) else { return Ok(Flow::Stay) };
        if field.is_lines() && (field.hints.is_empty() || field.hint.is_none() && !down) {
            field.hints.clear();
            if field.editor.climb(down, self.room) {
                return Ok(Flow::Stay);
            }
            return self.leave(cx, if down { 1 } else { -1 });
        }
        if down && field.hints.is_empty() && offers_hints(field.column.kind) {
            field.look_up(cx.store, lang, true)?;
        } else if field.hint.is_none() && (!down || field.hints.is_empty()) {
            return self.leave(cx, if down { 1 } else { -1 });
        }
        field.hint = turned(field.hint, down, field.hints.len());
        Ok(Flow::Stay)
    }
}

const fn offers_hints(kind: Kind) -> bool {
    matches!(kind, Kind::Ref(_) | Kind::Many(_) | Kind::Choice(_) | Kind::Bool)
}
