//! The form of any record: one column of labelled fields, type-ahead, all errors at once, a draft that survives.
mod live;

use std::collections::BTreeMap;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::{clause, keep};
use crate::domain::act;
use crate::domain::campaign::Campaign;
use crate::domain::child::Child;
use crate::domain::event::{Event, EventKind};
use crate::domain::money::Vnd;
use crate::domain::person::Person;
use crate::domain::place;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::value::{Cell as _, Kind, Value};
use crate::reports::consolidated::Places;
use crate::screens::about;
use crate::screens::advice::Advice;
use crate::screens::field::Field;
use crate::screens::following;
use crate::screens::forecast::Forecast;
use crate::screens::near::Near;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::{Error, Result};
use crate::text::{Lang, Said, about as t_about, family, screen as t, shelf, store as words, twin};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, width, wrap};

/// A form.
pub struct Edit {
    meta: &'static Meta,
    row: Row,
    fields: Vec<Field>,
    /// The texts when the form was opened.
    opened: Vec<String>,
    /// The texts as last kept in the draft.
    kept: Vec<String>,
    at: usize,
    top: usize,
    /// The row above in the list, for copying from.
    above: Option<Row>,
    warned: bool,
    /// The field that was typed into since it was entered.
    touched: Option<usize>,
    /// The width that texts of several lines were last wrapped to.
    room: usize,
    /// Whether a parent has given the child's unit.
    unit_given: bool,
    /// The row that the list below goes to after saving, where it is not the saved one.
    back_to: Option<i64>,
    /// What saving does where it is an act of its own, and the form's name then.
    act: Option<(String, Save)>,
    /// Children like the one being typed.
    near: Near,
    /// Documents that do not hold on the session's day.
    advice: Advice,
    /// What an event will cost.
    forecast: Forecast,
    /// The places that stay live in its texts of several lines.
    places: Option<Places>,
}

/// What a form's saving does in the place of adding or changing its row; the answer is what is said of it.
type Save = Box<dyn Fn(&mut Cx, &mut Row) -> Result<String>>;

impl Edit {
    /// The commands of every form.
    pub const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('s')], name: t::SAVE, ready: |_, _| true, run: Self::save },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::SAVE_NEXT,
            ready: |form, _| form.row.id == 0 && !matches!(form.meta.table, "report" | "agency"),
            run: Self::save_next,
        },
        Command {
            keys: &[Key::Ctrl('d')],
            name: t::COPY_ABOVE,
            ready: |form, _| form.above.is_some(),
            run: Self::copy_above,
        },
        Command {
            keys: &[Key::Ctrl('u')],
            name: shelf::REPLACE,
            ready: |form, _| form.advice.has(),
            run: Self::replace_expired,
        },
        Command { keys: &[Key::Tab], name: t::NEXT_FIELD, ready: |_, _| true, run: |form, cx| form.leave(cx, 1) },
        Command { keys: &[Key::BackTab], name: t::LAST_FIELD, ready: |_, _| true, run: |form, cx| form.leave(cx, -1) },
        Command { keys: &[Key::Esc], name: t::LEAVE, ready: |_, _| true, run: Self::escape },
    ];

    /// A form of a row; `above` is the row above it in its list. What was typed before a crash comes back.
    #[must_use]
    pub fn new(cx: &mut Cx, meta: &'static Meta, row: Row, above: Option<Row>) -> Self {
        let lang = cx.settings.lang;
        let pairs = meta.columns.iter().zip(&row.values).filter(|(column, _)| column.typed);
        let fields: Vec<Field> =
            pairs.filter_map(|(column, value)| Field::new(cx.store, column, value, lang).ok()).collect();
        let opened: Vec<String> = fields.iter().map(|field| field.editor.text()).collect();
        let mut form = Self {
            meta,
            row,
            fields,
            kept: opened.clone(),
            opened,
            at: 0,
            top: 0,
            above,
            warned: false,
            touched: None,
            room: 60,
            unit_given: false,
            back_to: None,
            act: None,
            near: Near::default(),
            advice: Advice::default(),
            forecast: Forecast::default(),
            places: None,
        };
        form.take_draft(cx);
        form
    }

    /// The same form over a list of another record, to whose row it goes back.
    #[must_use]
    pub const fn returning(mut self, row: i64) -> Self {
        self.back_to = Some(row);
        self
    }

    /// The same form under a name of its own, whose saving is an act.
    #[must_use]
    pub fn saving(mut self, title: String, save: Save) -> Self {
        self.act = Some((title, save));
        self
    }

    /// The same form whose texts of several lines hold places: values that stay live.
    #[must_use]
    pub fn live(mut self, places: Places) -> Self {
        self.places = Some(places);
        self
    }

    /// The same form with the cursor on a column, where it is the one to fill in.
    #[must_use]
    pub fn at(mut self, column: &str) -> Self {
        self.at = self.fields.iter().position(|field| field.column.name == column).unwrap_or(self.at);
        self
    }

    fn take_draft(&mut self, cx: &mut Cx) {
        let Ok(Some(mut text)) = cx.store.recall(&self.draft_key()) else { return };
        if self.meta.is_sealed() {
            let Some(opened) = cx.store.opened_text(&self.draft_key(), &text) else { return };
            text = opened;
        }
        let Ok(texts) = serde_json::from_str::<BTreeMap<String, String>>(&text) else { return };
        for field in &mut self.fields {
            if let Some(text) = texts.get(field.column.name).filter(|text| **text != field.editor.text()) {
                field.editor.replace(text);
            }
        }
        let texts = self.texts();
        if texts == self.opened {
            return;
        }
        self.kept = texts;
        let sentence = cx.say(t::DRAFT_BACK);
        cx.good(sentence);
    }

    fn draft_key(&self) -> String {
        format!("draft {} {}", self.meta.table, self.row.id)
    }

    fn texts(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.editor.text()).collect()
    }

    fn changed(&self) -> bool {
        self.texts() != self.opened
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Flow> {
        let mut row = self.row.clone();
        let mut bad = 0;
        for field in &mut self.fields {
            field.hints.clear();
            field.fault = None;
            match field.value(cx.store) {
                Ok(value) => self.meta.set(&mut row, field.column.name, value),
                Err(said) => {
                    field.fault = Some(said);
                    bad += 1;
                }
            }
        }
        // A rule may not blame a field that could not be read anyway.
        let faults = (self.meta.check)(&row);
        for fault in faults {
            if let Some(field) = self.fields.iter_mut().find(|field| field.column.name == fault.column)
                && field.fault.is_none()
            {
                field.fault = Some(fault.said);
                bad += 1;
            }
        }
        self.touched = None;
        if bad > 0 {
            self.at = self.fields.iter().position(|field| field.fault.is_some()).unwrap_or(self.at);
            let sentence = t::HAS_FAULTS.with([bad]).say(cx.settings.lang);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        let saved = match &self.act {
            Some((_, act)) => act(cx, &mut row).map(|done| (Some(done), 0)),
            None => keep::save(cx.store, self.meta, &mut row).map(|followed| (None, followed)),
        };
        let (done, followed) = match saved {
            Ok(saved) => saved,
            Err(Error::Faults(faults)) => {
                for fault in faults {
                    if let Some(field) = self.fields.iter_mut().find(|field| field.column.name == fault.column) {
                        field.fault = Some(fault.said);
                    }
                }
                self.at = self.fields.iter().position(|field| field.fault.is_some()).unwrap_or(self.at);
                return Ok(Flow::Stay);
            }
            Err(error) => return self.refused(cx, error),
        };
        cx.store.forget(&self.draft_key())?;
        if let Some(sentence) = done {
            cx.good(sentence);
            return Ok(Flow::Saved(row.id));
        }
        let lang = cx.settings.lang;
        let said = cx.store.undoable()?.map(|line| act::words(&line.act, &line.kind, &line.object, lang));
        let mut sentence = t::SAVED.with([said.unwrap_or_default()]).say(lang);
        if followed > 0 {
            sentence.push_str(&format!(". {}", family::FOLLOWED.with([followed]).say(lang)));
        }
        cx.good(sentence);
        Ok(Flow::Saved(self.back_to.unwrap_or(row.id)))
    }

    /// Says under the amount that the campaign has not so much, and what it has; any other refusal is for the notice.
    fn refused(&mut self, cx: &Cx, error: Error) -> Result<Flow> {
        let lang = cx.settings.lang;
        let amount = self.fields.iter().position(|field| field.column.name == "amount");
        let Some(at) = amount.filter(|_| error.say(lang) == words::FUND_NEGATIVE.say(lang)) else { return Err(error) };
        let campaign = self.fields.iter().find(|field| field.column.name == "campaign");
        let id = campaign.and_then(|field| field.value(cx.store).ok()).map_or(0, |value| value.int());
        let rows = cx.store.lines(Campaign::META, &[id])?;
        let left = |column| rows.first().map_or(0, |row| Campaign::META.value(row, column).int());
        // A correction is held against the book alone, a draft against other drafts too.
        let left = if self.act.is_some() { left("balance") } else { left("balance") + left("pending") };
        if let Some(field) = self.fields.get_mut(at) {
            field.fault = Some(t::FUND_HAS.with([Vnd(left).show()]));
        }
        self.at = at;
        Ok(Flow::Stay)
    }

    /// Saves, and opens the next new row with what mostly stays the same.
    fn save_next(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Flow::Saved(id) = self.save(cx)? else { return Ok(Flow::Stay) };
        let Some(saved) = cx.store.row(self.meta, id)? else { return Ok(Flow::Saved(id)) };
        let (row, at) = following::after(self.meta, &saved, following::moment(self.meta, cx.store));
        let column = self.meta.columns.get(at).map_or("", |column| column.name);
        Ok(Flow::Replace(Box::new(Self::new(cx, self.meta, row, Some(saved)).at(column))))
    }

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

    /// Takes what is in force on the session's day in the place of what is not.
    fn replace_expired(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(field) = self.fields.iter_mut().find(|field| field.column.name == "documents") else {
            return Ok(Flow::Stay);
        };
        if let Ok(Value::Ids(ids)) = field.value(cx.store) {
            *field = Field::new(cx.store, field.column, &Value::Ids(self.advice.mended(&ids)), cx.settings.lang)?;
            cx.good(shelf::REPLACED.with([self.advice.count()]).say(cx.settings.lang));
        }
        Ok(Flow::Stay)
    }

    fn copy_above(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(above) = &self.above else { return Ok(Flow::Stay) };
        if let Some(field) = self.fields.get_mut(self.at) {
            let value = self.meta.value(above, field.column.name);
            *field = Field::new(cx.store, field.column, value, cx.settings.lang)?;
        }
        Ok(Flow::Stay)
    }

    /// Leaves the field for the next or the last one, its text read and written as it will be kept.
    fn leave(&mut self, cx: &mut Cx, by: isize) -> Result<Flow> {
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

    fn escape(&mut self, cx: &mut Cx) -> Result<Flow> {
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

    fn enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        let last = self.at + 1 == self.fields.len();
        if let Some(field) = self.fields.get_mut(self.at) {
            let chosen = field.hint.and_then(|at| field.hints.get(at)).cloned();
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

    fn arrow(&mut self, cx: &mut Cx, down: bool) -> Result<Flow> {
        let lang = cx.settings.lang;
        let Some(field) = self.fields.get_mut(self.at) else { return Ok(Flow::Stay) };
        if field.is_lines() && (field.hints.is_empty() || field.hint.is_none() && !down) {
            field.hints.clear();
            if field.editor.climb(down, self.room) {
                return Ok(Flow::Stay);
            }
            return self.leave(cx, if down { 1 } else { -1 });
        }
        match (field.hint, down) {
            (Some(0), false) => field.hint = None,
            (Some(at), false) => field.hint = Some(at - 1),
            (Some(at), true) => field.hint = Some((at + 1).min(field.hints.len().saturating_sub(1))),
            (None, true) if !field.hints.is_empty() => field.hint = Some(0),
            (None, true) if offers_hints(field.column.kind) => {
                field.look_up(cx.store, lang, true)?;
                if !field.hints.is_empty() {
                    field.hint = Some(0);
                }
            }
            (None, true) => return self.leave(cx, 1),
            (None, false) => return self.leave(cx, -1),
        }
        Ok(Flow::Stay)
    }

    /// What the roster says of what is typed into a column: children like it, what an event will cost.
    fn expected(&self, column: &str, cells: usize, cx: &Cx) -> Vec<String> {
        let mut lines = self.near.beneath(column, cells, cx);
        lines.extend(self.forecast.beneath(column, cx.settings.lang).iter().flat_map(|said| wrap(said, cells)));
        lines
    }

    fn label_width(&self, lang: Lang) -> usize {
        self.fields.iter().map(|field| width(field.column.label.say(lang))).max().unwrap_or(0).min(30)
    }

    /// How many lines a field takes.
    fn height(&self, at: usize, cells: usize, cx: &Cx) -> usize {
        let Some(field) = self.fields.get(at) else { return 0 };
        let focused = at == self.at;
        let body = if field.is_lines() {
            // While it is written, a text stands under its label in the whole width.
            if focused { 1 + shown_lines(field, self.room) } else { self.told(field, cells).len().min(2) }
        } else {
            1
        };
        let beneath = if focused { self.beneath(field, cx).len() } else { 0 };
        let hints = if focused { field.hints.len() + self.expected(field.column.name, cells, cx).len() } else { 0 };
        let advice = self.advice.beneath(field.column.name, cells).len();
        body + fault_lines(field, cells, cx.settings.lang).len() + advice + beneath + hints
    }

    /// A text of several lines as it is read: its places filled.
    fn told(&self, field: &Field, cells: usize) -> Vec<String> {
        match &self.places {
            Some(places) => Editor::new(&places.fill(&field.editor.text())).page(cells).0,
            None => field.editor.page(cells).0,
        }
    }

    /// What stands beneath the field that is typed in.
    fn beneath(&self, field: &Field, cx: &Cx) -> Vec<String> {
        let told = match &self.places {
            Some(places) if field.is_lines() => live::beneath(places, &field.editor),
            _ => field.beneath(cx.store.today(), cx.settings.lang),
        };
        told.map(|text| wrap(&text, self.room).into_iter().take(4).collect()).unwrap_or_default()
    }
}

/// How many lines of a text are seen while it is written.
fn shown_lines(field: &Field, cells: usize) -> usize {
    field.editor.page(cells).0.len().clamp(3, 10)
}

/// What is wrong with a field, whole: the end of a sentence mostly says what to do.
fn fault_lines(field: &Field, cells: usize, lang: Lang) -> Vec<String> {
    field.fault.as_ref().map_or_else(Vec::new, |fault| wrap(&format!("! {}", fault.say(lang)), cells))
}

const fn offers_hints(kind: Kind) -> bool {
    matches!(kind, Kind::Ref(_) | Kind::Many(_) | Kind::Choice(_) | Kind::Bool)
}

impl Screen for Edit {
    fn title(&self, cx: &Cx) -> String {
        if let Some((title, _)) = &self.act {
            return title.clone();
        }
        let text = if self.row.id == 0 { t::FORM_NEW } else { t::FORM_EDIT };
        text.with([cx.say(self.meta.one)]).say(cx.settings.lang)
    }

    fn status(&self, cx: &Cx) -> String {
        let place = format!("{}/{}", self.at + 1, self.fields.len());
        match self.near.count() {
            0 => place,
            like => format!("{}  {place}", twin::LIKE_COUNT.with([like]).say(cx.settings.lang)),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn typing(&self) -> bool {
        true
    }

    fn help(&self, lang: Lang) -> Vec<Said> {
        let field = self.fields.get(self.at);
        field.map_or_else(Vec::new, |field| about::field(self.meta.table, field.column, field.is_open(), lang))
    }

    fn unsaved(&self) -> bool {
        self.changed()
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if key != Key::Esc {
            self.warned = false;
        }
        match key {
            Key::Enter => return self.enter(cx),
            Key::Up | Key::Down => return self.arrow(cx, key == Key::Down),
            Key::PageUp => self.at = self.at.saturating_sub(5),
            Key::PageDown => self.at = (self.at + 5).min(self.fields.len().saturating_sub(1)),
            _ => {
                let flow = self.dispatch(cx, key)?;
                if !matches!(flow, Flow::Pass) {
                    return Ok(flow);
                }
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
            }
        }
        Ok(Flow::Stay)
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        if let Some(field) = self.fields.get_mut(self.at) {
            if field.is_lines() {
                field.editor.insert(text);
            } else {
                field.editor.insert_flat(text);
            }
            field.fault = None;
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let texts = self.texts();
        if texts != self.kept {
            let named: BTreeMap<&str, &String> =
                self.fields.iter().map(|field| field.column.name).zip(&texts).collect();
            let json = serde_json::to_string(&named).map_err(std::io::Error::other)?;
            // What is sealed is kept as ciphertext, or not at all.
            let kept = if self.meta.is_sealed() { cx.store.closed_text(&self.draft_key(), &json)? } else { Some(json) };
            if let Some(kept) = kept {
                cx.store.remember(&self.draft_key(), &kept)?;
            }
            self.kept = texts;
        }
        let advised = self.advice.look(cx, self.meta.table, &self.fields)?;
        let expected = self.forecast.look(cx, self.meta, &self.row, &self.fields)?;
        Ok(self.near.look(cx, self.meta.table, self.row.id, &self.fields)? || expected || advised)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let labels = self.label_width(lang);
        let x = area.x + 2 + u16::try_from(labels).unwrap_or(0) + 2;
        let room = usize::from(area.right().saturating_sub(x + 1)).min(90);
        if room < 4 || area.height == 0 {
            return None;
        }
        let high = usize::from(area.height);
        self.room = usize::from(area.width.saturating_sub(6)).clamp(1, 100);
        self.top = self.top.min(self.at);
        while self.top < self.at && (self.top..=self.at).map(|at| self.height(at, room, cx)).sum::<usize>() > high {
            self.top += 1;
        }
        let mut y = area.y;
        let mut cursor = None;
        for (at, field) in self.fields.iter().enumerate().skip(self.top) {
            if y >= area.bottom() {
                break;
            }
            let focused = at == self.at;
            let lead = if focused { "▌ " } else { "  " };
            let label = format!("{lead}{}", fit(field.column.label.say(lang), labels));
            buf.set_stringn(area.x, y, label, labels + 2, if focused { theme.cursor() } else { theme.label() });
            let style = if focused { theme.cursor() } else { theme.text() };
            if field.is_lines() && focused {
                let (lines, line, column) = field.editor.page(self.room);
                let shown = shown_lines(field, self.room);
                let first = (line + 1).saturating_sub(shown);
                y += 1;
                for offset in 0..shown {
                    if y >= area.bottom() {
                        break;
                    }
                    let text = lines.get(first + offset).map_or("", String::as_str);
                    buf.set_stringn(area.x + 4, y, fit(text, self.room), self.room, style);
                    if first + offset == line {
                        cursor = Some(Position::new(area.x + 4 + u16::try_from(column).unwrap_or(0), y));
                    }
                    y += 1;
                }
            } else if field.is_lines() {
                for text in self.told(field, room).iter().take(2) {
                    if y < area.bottom() {
                        buf.set_stringn(x, y, fit(text, room), room, style);
                    }
                    y += 1;
                }
            } else if focused {
                let (text, column) = field.editor.line(room);
                buf.set_stringn(x, y, fit(&text, room), room, style);
                cursor = Some(Position::new(x + u16::try_from(column).unwrap_or(0), y));
                y += 1;
            } else {
                buf.set_stringn(x, y, cut(&field.editor.text(), room), room, style);
                y += 1;
            }
            for line in fault_lines(field, room, lang) {
                if y < area.bottom() {
                    buf.set_stringn(x, y, cut(&line, room), room, theme.bad());
                }
                y += 1;
            }
            for line in self.advice.beneath(field.column.name, room) {
                if y < area.bottom() {
                    buf.set_stringn(x, y, cut(&line, room), room, theme.bad());
                }
                y += 1;
            }
            if !focused {
                continue;
            }
            let (x, room) = if field.is_lines() { (area.x + 4, self.room) } else { (x, room) };
            for text in self.beneath(field, cx) {
                if y < area.bottom() {
                    buf.set_stringn(x, y, cut(&text, room), room, theme.quiet());
                }
                y += 1;
            }
            for (at, hint) in field.hints.iter().enumerate() {
                if y >= area.bottom() {
                    break;
                }
                let lead = if field.hint == Some(at) { "▸ " } else { "  " };
                let text = format!("{lead}{}  {}", hint.label, hint.aside);
                let style = if field.hint == Some(at) { theme.cursor() } else { theme.quiet() };
                buf.set_stringn(x, y, fit(&text, room), room, style);
                y += 1;
            }
            for line in self.expected(field.column.name, room, cx) {
                if y < area.bottom() {
                    buf.set_stringn(x, y, cut(&line, room), room, theme.label());
                }
                y += 1;
            }
        }
        let beside: Vec<String> =
            t_about::beside(self.meta.table).iter().flat_map(|text| wrap(text.say(lang), self.room)).collect();
        let first = area.bottom().saturating_sub(u16::try_from(beside.len()).unwrap_or(u16::MAX)).max(y + 1);
        for (line, y) in beside.iter().zip(first..area.bottom()) {
            buf.set_stringn(area.x + 2, y, cut(line, self.room), self.room, theme.quiet());
        }
        cursor
    }

    fn row(&self) -> Option<&Row> {
        Some(&self.row)
    }
}
