//! The list of any record: a window of rows, live filter, order, marks, trash; made from the record's columns. Here is
//! what it is and how it takes keys; what it does, reads and shows is beside it.
mod acts;
mod chip;
mod picks;
mod read;
mod show;
mod sift;
mod tree;
mod views;

use std::collections::BTreeSet;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::clause;
use crate::domain::filter::Filter;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::session::{Session, SessionState};
use crate::domain::value::{Cell, Value};
use crate::screens::edit::Edit;
use crate::screens::following;
use crate::screens::list::read::LARGE;
pub use crate::screens::list::show::SEALED;
use crate::screens::list::sift::Sifter;
use crate::screens::mask::Veil;
use crate::screens::question::{Answer, Question};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::store::list::Query;
use crate::text::screen as t;
use crate::ui::editor::Editor;
use crate::ui::finder::{Finder, Found};
use crate::ui::key::Key;

/// How a list is sorted: by a column, up or down; `None` is the natural order.
type Sorting = Option<(&'static str, bool)>;

/// A list.
pub struct List {
    /// The record type.
    pub meta: &'static Meta,
    /// What it shows.
    pub query: Query,
    /// Its name where it lies on top of another screen; blank on its own tab.
    pub title: String,
    /// Whether its names are masked although others are shown.
    pub veil: Veil,
    /// Rows that it is kept to, whatever they are.
    only: Option<Vec<i64>>,
    extra: &'static [Command<Self>],
    more: &'static [Command<Self>],
    caption: Option<fn(&Self, &Cx) -> String>,
    ids: Vec<i64>,
    whole: bool,
    /// Whether the order may have changed since the ids were read.
    stale: bool,
    read_at: Option<(u64, Query)>,
    window: Vec<Row>,
    cursor: usize,
    top: usize,
    height: usize,
    marked: BTreeSet<i64>,
    filter: Editor,
    typing: bool,
    sorter: Option<Finder<Sorting>>,
    /// Which of the filters that its record has ready holds.
    ready: usize,
    /// The filters by columns.
    chips: Vec<Filter>,
    sifter: Option<Sifter>,
    question: Option<Question>,
    remembered: Option<String>,
    /// The rows of a tree whose branches are folded away.
    pub folded: BTreeSet<i64>,
    /// Of the rows of a tree, which each is under; 0 at the top.
    above: Vec<(i64, i64)>,
    /// Keeps it to what holds a row that is gone to, where its scope may be another; without a row (0), to what is there.
    to_scope: Option<fn(&mut Self, &Cx, i64)>,
    /// Sets its scope anew from what it stands for, such as a period.
    pub period: Option<crate::domain::period::Period>,
}

impl List {
    /// A list of a record type with its own commands beside those of every list.
    #[must_use]
    pub fn new(meta: &'static Meta, extra: &'static [Command<Self>]) -> Self {
        Self {
            meta,
            query: Query::default(),
            title: String::new(),
            veil: Veil::Chosen,
            only: None,
            extra,
            more: &[],
            caption: None,
            ids: Vec::new(),
            whole: false,
            stale: false,
            read_at: None,
            window: Vec::new(),
            cursor: 0,
            top: 0,
            height: 40,
            marked: BTreeSet::new(),
            filter: Editor::default(),
            typing: false,
            sorter: None,
            ready: 0,
            chips: Vec::new(),
            sifter: None,
            question: None,
            remembered: None,
            folded: BTreeSet::new(),
            above: Vec::new(),
            to_scope: None,
            period: None,
        }
    }

    /// The same list with further commands, shared by several lists.
    #[must_use]
    pub const fn more(mut self, commands: &'static [Command<Self>]) -> Self {
        self.more = commands;
        self
    }

    /// The same list with what it says before its count.
    #[must_use]
    pub const fn captioned(mut self, caption: fn(&Self, &Cx) -> String) -> Self {
        self.caption = Some(caption);
        self
    }

    /// The same list with what keeps it to the surroundings of a row that is gone to, or (0) to what is still there.
    #[must_use]
    pub const fn going(mut self, to_scope: fn(&mut Self, &Cx, i64)) -> Self {
        self.to_scope = Some(to_scope);
        self
    }

    /// The same list, named, kept to the rows whose column holds a value.
    #[must_use]
    pub fn scoped(mut self, title: String, column: &'static str, value: Value) -> Self {
        self.title = title;
        self.query.scope.push((column, value));
        self
    }

    /// The same list, named, kept to some rows.
    #[must_use]
    pub fn of_rows(mut self, title: String, ids: Vec<i64>) -> Self {
        self.title = title;
        self.only = Some(ids);
        self
    }

    /// The same list with its names masked.
    #[must_use]
    pub const fn veiled(mut self, veil: Veil) -> Self {
        self.veil = veil;
        self
    }

    /// The row under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Row> {
        self.window.get(self.cursor.checked_sub(self.top)?)
    }

    /// The id of the row under the cursor.
    #[must_use]
    pub fn current_id(&self) -> Option<i64> {
        self.ids.get(self.cursor).copied()
    }

    /// Whether there is a row under the cursor.
    #[must_use]
    pub fn has_row(&self) -> bool {
        self.cursor < self.ids.len()
    }

    /// The rows an action is about: those marked, else the one under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Vec<i64> {
        if self.marked.is_empty() {
            return self.current_id().into_iter().collect();
        }
        self.ids.iter().copied().filter(|id| self.marked.contains(id)).collect()
    }

    /// Forgets the marks, after they were acted on.
    pub fn unmark(&mut self) {
        self.marked.clear();
    }

    /// The ids in the order shown.
    #[must_use]
    pub fn ids(&self) -> &[i64] {
        &self.ids
    }

    /// Moves the cursor by a number of rows.
    pub fn step(&mut self, by: isize) {
        let last = self.ids.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// A form for a new row, its scope and some columns filled in.
    #[must_use]
    pub fn new_form(&self, cx: &mut Cx, given: &[(&'static str, Value)]) -> Edit {
        let today = cx.store.today();
        let mut row = following::blank(self.meta, following::moment(self.meta, cx.store));
        if let Ok(clause) = clause::proposed(cx.store, self.meta.table, today.year()) {
            self.meta.set(&mut row, "clause", clause.value());
        }
        for (column, value) in self.query.scope.iter().chain(given) {
            self.meta.set(&mut row, column, value.clone());
        }
        if self.meta.table == Session::TABLE && self.meta.value(&row, "date").text() > today.to_string().as_str() {
            self.meta.set(&mut row, "state", SessionState::Planned.value());
        }
        let form = Edit::new(cx, self.meta, row, self.above(cx));
        // What the list is of stands there already: typing begins behind it.
        let scoped = |name: &str| self.query.scope.iter().any(|(column, _)| *column == name);
        let mut typed = self.meta.columns.iter().filter(|column| column.typed);
        match typed.next().filter(|first| scoped(first.name)).and_then(|_| typed.next()) {
            Some(second) => form.at(second.name),
            None => form,
        }
    }

    /// Whether a box lies over it that takes the keys.
    #[must_use]
    pub const fn is_asking(&self) -> bool {
        self.sorter.is_some() || self.sifter.is_some() || self.question.is_some()
    }

    /// Whether rows may be hidden by more than typed letters.
    fn hides(&self) -> bool {
        !self.query.filters.is_empty()
    }

    const fn is_own_tab(&self) -> bool {
        self.title.is_empty()
    }
}

impl Screen for List {
    fn title(&self, _: &Cx) -> String {
        self.title.clone()
    }

    fn status(&self, cx: &Cx) -> String {
        self.say(cx)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[self.extra, self.more, Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[self.extra, self.more, Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn typing(&self) -> bool {
        self.typing || self.sorter.is_some() || self.sifter.is_some() || self.question.is_some()
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some(question) = &mut self.question {
            match question.press(key) {
                Answer::Open => {}
                Answer::No => self.question = None,
                Answer::Yes => {
                    self.question = None;
                    return self.trash_now(cx);
                }
            }
            return Ok(Flow::Stay);
        }
        if self.sifter.is_some() {
            self.press_sifter(cx, key)?;
            return Ok(Flow::Stay);
        }
        if let Some(sorter) = &mut self.sorter {
            match sorter.press(key) {
                Found::Open => {}
                Found::Left => self.sorter = None,
                Found::Pick(sort) => {
                    self.sorter = None;
                    self.query.sort = sort;
                    self.cursor = 0;
                    self.top = 0;
                }
            }
            return Ok(Flow::Stay);
        }
        match key {
            Key::Up => self.step(-1),
            Key::Down => self.step(1),
            Key::PageUp => self.step(-(self.height as isize)),
            Key::PageDown => self.step(self.height as isize),
            Key::Home => self.cursor = 0,
            Key::End => {
                self.read_all(cx)?;
                self.cursor = self.ids.len().saturating_sub(1);
            }
            Key::Ctrl('f') if self.typing => return self.start_sift(cx),
            Key::Esc if self.typing || !self.filter.is_empty() || self.is_sifted() => {
                self.typing = false;
                self.filter = Editor::default();
                self.unsift();
                self.filter_changed();
                return Ok(Flow::Stay);
            }
            Key::Esc if !self.marked.is_empty() => {
                self.marked.clear();
                return Ok(Flow::Stay);
            }
            Key::Esc if !self.is_own_tab() => return Ok(Flow::Back),
            Key::Char(_) if self.typing => {
                self.filter.press(key);
                self.filter_changed();
                return Ok(Flow::Stay);
            }
            Key::Backspace if self.typing || !self.filter.is_empty() => {
                self.filter.press(key);
                // A filter that is empty again is none: digits change the screen as before.
                self.typing = !self.filter.is_empty();
                self.filter_changed();
                return Ok(Flow::Stay);
            }
            Key::Backspace => return Ok(Flow::Stay),
            _ => {
                let flow = self.dispatch(cx, key)?;
                // Where Enter opens nothing it ends the filter's typing, so that Space acts again.
                if matches!((&flow, key), (Flow::Pass, Key::Enter)) && self.typing {
                    self.typing = false;
                    return Ok(Flow::Stay);
                }
                // Any other letter begins to filter; digits and ? are the shell's, and a blank looks for nothing.
                if let (Flow::Pass, Key::Char(letter)) = (&flow, key)
                    && !letter.is_whitespace()
                    && !letter.is_ascii_digit()
                    && letter != '?'
                {
                    self.typing = true;
                    self.filter = Editor::default();
                    self.filter.press(key);
                    self.filter_changed();
                    return Ok(Flow::Stay);
                }
                return Ok(flow);
            }
        }
        self.typing = false;
        Ok(Flow::Stay)
    }

    fn paste(&mut self, cx: &mut Cx, text: &str) -> Result<Flow> {
        if self.paste_sifter(cx, text)? {
            return Ok(Flow::Stay);
        }
        if let Some(sorter) = &mut self.sorter {
            sorter.paste(text);
        } else if self.typing {
            self.filter.insert_flat(text);
            self.filter_changed();
        } else {
            let sentence = cx.say(t::PASTE_DROPPED);
            cx.bad(sentence);
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        self.read(cx, area)
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        if !self.whole || self.stale {
            self.read_ids(cx, None)?;
            return Ok(true);
        }
        if self.is_own_tab() && self.period.is_none() {
            self.remember(cx)?;
        }
        cx.store.prepare_search(self.meta)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        self.show(buf, area, cx)
    }

    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        let filtered = !self.query.filter.is_empty();
        self.filter = Editor::default();
        self.query.filter.clear();
        if let Some(to_scope) = self.to_scope {
            to_scope(self, cx, row);
        }
        self.unfold_to(row);
        if self.whole && !filtered && self.ids.len() > LARGE && self.ids.contains(&row) {
            // Of a large list the row is shown at once where it was; the order is read anew after the frame.
            self.stale = true;
            self.read_at = Some((cx.store.version(), self.query.clone()));
        } else {
            self.read_ids(cx, None)?;
        }
        if !self.ids.contains(&row) && cx.store.row(self.meta, row)?.is_some() && self.hides() {
            self.show_all(cx);
            self.read_ids(cx, None)?;
        }
        // The ids may be the same while a row, just saved, is not.
        self.window.clear();
        self.remembered.get_or_insert_default();
        if let Some(at) = self.ids.iter().position(|id| *id == row) {
            self.cursor = at;
        }
        Ok(())
    }

    fn row(&self) -> Option<&Row> {
        self.current()
    }
}
