//! The list of any record: a window of rows, live filter, order, marks, trash; made from the record's columns.
use std::collections::{BTreeSet, HashSet};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::cell;
use crate::domain::record::{Column, Meta, Row};
use crate::domain::value::{Kind, Value};
use crate::screens::edit::Edit;
use crate::screens::following;
use crate::screens::mask;
use crate::screens::pane;
use crate::screens::print::Print;
use crate::screens::question::{Answer, Question};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::store::list::Query;
use crate::text::{Text, screen as t};
use crate::ui::editor::Editor;
use crate::ui::finder::{Finder, Found, Item};
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// Below this many rows a list reads all its ids before the frame; above it, the first window comes first.
const SMALL: i64 = 5_000;

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
    /// Rows that it is kept to, whatever they are.
    only: Option<Vec<i64>>,
    extra: &'static [Command<Self>],
    more: &'static [Command<Self>],
    caption: Option<fn(&Self, &Cx) -> String>,
    ids: Vec<i64>,
    whole: bool,
    read_at: Option<(u64, Query)>,
    window: Vec<Row>,
    cursor: usize,
    top: usize,
    height: usize,
    marked: BTreeSet<i64>,
    filter: Editor,
    typing: bool,
    sorter: Option<Finder<Sorting>>,
    question: Option<Question>,
    remembered: Option<String>,
    /// Sets its scope anew from what it stands for, such as a period.
    pub period: Option<crate::domain::period::Period>,
}

impl List {
    /// The commands of every list.
    pub const COMMANDS: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::ADD,
            ready: |list, _| list.can_write(),
            run: Self::add,
        },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: t::EDIT,
            ready: |list, _| list.can_edit(),
            run: Self::edit,
        },
        Command { keys: &[Key::Delete, Key::F(8)], name: t::TRASH, ready: |list, _| list.can_edit(), run: Self::trash },
        Command {
            keys: &[Key::Ctrl('f'), Key::Char('/')],
            name: t::FILTER,
            ready: |_, _| true,
            run: Self::start_filter,
        },
        Command {
            keys: &[Key::F(4), Key::Ctrl('o')],
            name: t::SORT,
            ready: |list, _| list.only.is_none(),
            run: Self::sort,
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: t::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::Char(' ')], name: t::MARK, ready: |list, _| list.has_row(), run: Self::mark },
        Command {
            keys: &[Key::ShiftUp],
            name: t::MARK_UP,
            ready: |list, _| list.has_row(),
            run: |list, _| list.mark_to(-1),
        },
        Command {
            keys: &[Key::ShiftDown],
            name: t::MARK_DOWN,
            ready: |list, _| list.has_row(),
            run: |list, _| list.mark_to(1),
        },
        Command { keys: &[Key::Ctrl('a')], name: t::MARK_ALL, ready: |list, _| list.has_row(), run: Self::mark_all },
        Command { keys: &[Key::Ctrl('c')], name: t::COPY, ready: |list, _| list.has_row(), run: Self::copy },
        Command { keys: &[Key::Enter], name: t::OPEN, ready: |list, _| list.can_edit(), run: Self::edit },
        Command { keys: &[Key::F(5)], name: t::REFRESH, ready: |_, _| true, run: Self::reread },
    ];

    /// A list of a record type with its own commands beside those of every list.
    #[must_use]
    pub fn new(meta: &'static Meta, extra: &'static [Command<Self>]) -> Self {
        Self {
            meta,
            query: Query::default(),
            title: String::new(),
            only: None,
            extra,
            more: &[],
            caption: None,
            ids: Vec::new(),
            whole: false,
            read_at: None,
            window: Vec::new(),
            cursor: 0,
            top: 0,
            height: 40,
            marked: BTreeSet::new(),
            filter: Editor::default(),
            typing: false,
            sorter: None,
            question: None,
            remembered: None,
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
        let mut row = following::blank(self.meta, cx.store.today());
        for (column, value) in self.query.scope.iter().chain(given) {
            self.meta.set(&mut row, column, value.clone());
        }
        Edit::new(cx, self.meta, row, self.above(cx))
    }

    fn above(&self, cx: &Cx) -> Option<Row> {
        let id = self.current_id()?;
        cx.store.row(self.meta, id).ok().flatten()
    }

    fn can_write(&self) -> bool {
        !self.meta.is_view() && self.only.is_none() && self.meta.table != "ward" && self.meta.table != "gift"
    }

    fn can_edit(&self) -> bool {
        self.has_row() && !self.meta.is_view() && !matches!(self.meta.table, "ward" | "gift")
    }

    fn add(&mut self, cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Open(Box::new(self.new_form(cx, &[]))))
    }

    fn edit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(id) = self.current_id() else { return Ok(Flow::Stay) };
        let Some(row) = cx.store.row(self.meta, id)? else { return Ok(Flow::Stay) };
        cx.store.looked("open", self.meta.table, Some(id), None)?;
        let above = self.cursor.checked_sub(1).and_then(|at| self.ids.get(at)).copied();
        let above = above.and_then(|id| cx.store.row(self.meta, id).ok().flatten());
        Ok(Flow::Open(Box::new(Edit::new(cx, self.meta, row, above))))
    }

    fn trash(&mut self, cx: &mut Cx) -> Result<Flow> {
        let chosen = self.chosen();
        if chosen.len() > 1 {
            let filter = self.filter.text();
            let about =
                if filter.is_empty() { String::new() } else { t::TRASH_FILTER.with([filter]).say(cx.settings.lang) };
            let asked = t::TRASH_MANY.with([chosen.len().to_string(), cx.say(self.meta.one).to_owned(), about]);
            self.question = Some(Question::new(asked.say(cx.settings.lang)));
            return Ok(Flow::Stay);
        }
        self.trash_now(cx)
    }

    fn trash_now(&mut self, cx: &mut Cx) -> Result<Flow> {
        let chosen = self.chosen();
        let name = cx.store.rows_name(self.meta, &chosen);
        cx.store.trash(self.meta, &chosen)?;
        self.marked.clear();
        let what = format!("{} \"{name}\"", cx.say(self.meta.one));
        let sentence = t::TRASHED.with([what]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn start_filter(&mut self, _: &mut Cx) -> Result<Flow> {
        self.typing = true;
        Ok(Flow::Stay)
    }

    fn sort(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let mut items = vec![Item { label: cx.say(t::SORT_NATURAL).to_owned(), aside: String::new(), pick: None }];
        for column in self.meta.columns.iter().filter(|column| column.width > 0) {
            for (text, down) in [(t::SORT_UP, false), (t::SORT_DOWN, true)] {
                let label = text.with([column.label.say(lang)]).say(lang);
                items.push(Item { label, aside: String::new(), pick: Some((column.name, down)) });
            }
        }
        self.sorter = Some(Finder::new(cx.say(t::SORT_BY).to_owned(), items));
        Ok(Flow::Stay)
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.read_all(cx)?;
        Ok(Flow::Open(Box::new(Print::of_list(cx, self))))
    }

    fn mark(&mut self, _: &mut Cx) -> Result<Flow> {
        if let Some(id) = self.current_id()
            && !self.marked.remove(&id)
        {
            self.marked.insert(id);
        }
        self.step(1);
        Ok(Flow::Stay)
    }

    fn mark_to(&mut self, by: isize) -> Result<Flow> {
        self.marked.extend(self.current_id());
        self.step(by);
        self.marked.extend(self.current_id());
        Ok(Flow::Stay)
    }

    fn mark_all(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.read_all(cx)?;
        if self.marked.len() == self.ids.len() {
            self.marked.clear();
        } else {
            self.marked = self.ids.iter().copied().collect();
        }
        Ok(Flow::Stay)
    }

    fn copy(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(row) = self.current() else { return Ok(Flow::Stay) };
        let cells: Vec<String> = self.cells(row, cx).into_iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect();
        *cx.clipboard = Some(cells.join("\t"));
        let sentence = cx.say(t::COPIED);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn reread(&mut self, _: &mut Cx) -> Result<Flow> {
        self.read_at = None;
        Ok(Flow::Stay)
    }

    /// The cells of a row as they are shown: names masked if they shall be.
    #[must_use]
    pub fn cells(&self, row: &Row, cx: &Cx) -> Vec<String> {
        let today = cx.store.today();
        let shown = self.meta.columns.iter().zip(&row.values).filter(|(column, _)| self.shows(column));
        shown
            .map(|(column, value)| {
                let text = cell::show(column.kind, value, today, cx.settings.lang);
                if cx.settings.mask { mask::cell(self.meta, column, text) } else { text }
            })
            .collect()
    }

    /// The heads of the columns shown.
    #[must_use]
    pub fn heads(&self, cx: &Cx) -> Vec<Head> {
        let shown = self.meta.columns.iter().filter(|column| self.shows(column));
        shown
            .map(|column| {
                let sign = match self.query.sort {
                    Some((name, down)) if name == column.name => {
                        if down {
                            " ▼"
                        } else {
                            " ▲"
                        }
                    }
                    _ => "",
                };
                Head {
                    label: format!("{}{sign}", column.label.say(cx.settings.lang)),
                    width: column.width,
                    right: matches!(column.kind, Kind::Money | Kind::Int | Kind::Age),
                    grows: matches!(column.kind, Kind::Text | Kind::Ref(_) | Kind::Step | Kind::Choice(_))
                        && column.width >= 16,
                }
            })
            .collect()
    }

    /// Whether a column is shown: it has a width, and does not say the same in every row.
    fn shows(&self, column: &Column) -> bool {
        column.width > 0 && !self.query.scope.iter().any(|(name, _)| *name == column.name)
    }

    fn read_all(&mut self, cx: &mut Cx) -> Result<()> {
        if !self.whole {
            self.read_ids(cx, None)?;
        }
        Ok(())
    }

    fn read_ids(&mut self, cx: &mut Cx, limit: Option<usize>) -> Result<()> {
        let here = self.current_id();
        self.ids = cx.store.ids(self.meta, &self.query, limit)?;
        if let Some(only) = &self.only {
            let only: HashSet<i64> = only.iter().copied().collect();
            self.ids.retain(|id| only.contains(id));
        }
        self.whole = limit.is_none();
        self.read_at = Some((cx.store.version(), self.query.clone()));
        if let Some(at) = here.and_then(|id| self.ids.iter().position(|it| *it == id)) {
            self.cursor = at;
        }
        self.cursor = self.cursor.min(self.ids.len().saturating_sub(1));
        Ok(())
    }

    fn filter_changed(&mut self) {
        self.query.filter = self.filter.text();
        self.cursor = 0;
        self.top = 0;
    }

    fn memory_key(&self) -> String {
        format!("list {}", self.meta.table)
    }

    fn recall(&mut self, cx: &Cx) -> Result<()> {
        self.remembered = Some(String::new());
        let Some(text) = cx.store.recall(&self.memory_key())? else { return Ok(()) };
        let mut parts = text.splitn(4, '\t');
        let row = parts.next().and_then(|row| row.parse::<i64>().ok());
        let sort = parts.next().unwrap_or_default().to_owned();
        let down = parts.next() == Some("down");
        self.filter = Editor::new(parts.next().unwrap_or_default());
        self.query.filter = self.filter.text();
        self.query.sort = self.meta.columns.iter().find(|column| column.name == sort).map(|column| (column.name, down));
        self.remembered = Some(text);
        if let Some(row) = row {
            self.ids = vec![row];
        }
        Ok(())
    }

    fn remember(&mut self, cx: &Cx) -> Result<()> {
        let (sort, down) = self.query.sort.unwrap_or_default();
        let way = if down { "down" } else { "up" };
        let text = format!("{}\t{sort}\t{way}\t{}", self.current_id().unwrap_or_default(), self.query.filter);
        if self.remembered.as_ref() != Some(&text) {
            cx.store.remember(&self.memory_key(), &text)?;
            self.remembered = Some(text);
        }
        Ok(())
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
        let lang = cx.settings.lang;
        let mut parts = Vec::new();
        parts.extend(self.caption.map(|caption| caption(self, cx)));
        if let Some(period) = &self.period {
            parts.push(period.name().say(lang));
        }
        if self.typing || !self.query.filter.is_empty() {
            parts.push(t::FILTERED.with([&self.query.filter]).say(lang));
        }
        if !self.marked.is_empty() {
            parts.push(t::MARKED.with([self.marked.len()]).say(lang));
        }
        let count = if self.whole { self.ids.len().to_string() } else { cx.say(t::LOADING).to_owned() };
        let at = if self.ids.is_empty() { 0 } else { self.cursor + 1 };
        parts.push(t::COUNT.with([at.to_string(), count, cx.say(self.meta.one).to_owned()]).say(lang));
        parts.join("  ")
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[self.extra, self.more, Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[self.extra, self.more, Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn typing(&self) -> bool {
        self.typing || self.sorter.is_some() || self.question.is_some()
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
            Key::Esc if self.typing || !self.filter.is_empty() => {
                self.typing = false;
                self.filter = Editor::default();
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
                // Any other letter begins to filter; digits and ? are the shell's.
                if let (Flow::Pass, Key::Char(letter)) = (&flow, key)
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
        if self.remembered.is_none() && self.is_own_tab() && self.period.is_none() {
            self.recall(cx)?;
        }
        self.height = usize::from(area.height.saturating_sub(1)).max(1);
        let current = self
            .read_at
            .as_ref()
            .is_some_and(|(version, query)| *version == cx.store.version() && *query == self.query);
        if !current {
            let small = self.only.is_some()
                || self.meta.is_view()
                || !self.query.filter.is_empty()
                || self.query.sort.is_some();
            let first = if small || !self.ids.is_empty() && self.whole || cx.store.count_to(self.meta, SMALL)? < SMALL {
                None
            } else {
                Some(self.cursor + self.height * 2)
            };
            self.read_ids(cx, first)?;
            if !self.marked.is_empty() {
                let here: HashSet<i64> = self.ids.iter().copied().collect();
                self.marked.retain(|id| here.contains(id));
            }
        }
        if self.cursor < self.top {
            self.top = self.cursor;
        }
        if self.cursor >= self.top + self.height {
            self.top = self.cursor + 1 - self.height;
        }
        self.top = self.top.min(self.ids.len().saturating_sub(self.height));
        let end = (self.top + self.height).min(self.ids.len());
        let wanted = self.ids.get(self.top..end).unwrap_or_default();
        let same = current
            && self.window.len() == wanted.len()
            && self.window.iter().map(|row| row.id).eq(wanted.iter().copied());
        if !same {
            self.window = cx.store.lines(self.meta, wanted)?;
        }
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        if !self.whole {
            self.read_ids(cx, None)?;
            return Ok(true);
        }
        if self.is_own_tab() && self.period.is_none() {
            self.remember(cx)?;
        }
        cx.store.prepare_search(self.meta)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let (list, side) = pane::split(area);
        let lines: Vec<Line> = self
            .window
            .iter()
            .map(|row| Line { cells: self.cells(row, cx), marked: self.marked.contains(&row.id) })
            .collect();
        let cursor = self.has_row().then(|| self.cursor.saturating_sub(self.top));
        table::draw(buf, list, &self.heads(cx), &lines, cursor, theme);
        if lines.is_empty() && list.height > 2 {
            let text = if !self.query.filter.is_empty() {
                t::NOTHING_FOUND
            } else if let Some(text) = none_of(self.meta.table) {
                text
            } else if self.can_write() {
                t::NOTHING_HERE
            } else {
                t::NOTHING_TO_SEE
            };
            pane::paragraph(buf, Rect { y: list.y + 2, height: list.height - 2, ..list }, cx.say(text), theme.quiet());
        }
        if let (Some(side), Some(row)) = (side, self.current()) {
            pane::draw(buf, side, self.meta, row, cx);
        }
        if let Some(question) = &self.question {
            question.draw(buf, area, cx);
        }
        if let Some(sorter) = &self.sorter {
            return Some(sorter.draw(buf, area, theme));
        }
        None
    }

    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        self.filter = Editor::default();
        self.query.filter.clear();
        self.read_ids(cx, None)?;
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

/// What an empty list says where more than Ins leads on.
fn none_of(table: &str) -> Option<Text> {
    Some(match table {
        "gift" => t::GIFTS_NONE,
        "child" => t::NONE_CHILDREN,
        "session" => t::NONE_SESSIONS,
        "event" => t::NONE_EVENTS,
        "unit_report" => t::NONE_UNIT_REPORTS,
        "agency" => t::NONE_AGENCY,
        "report" => t::NONE_REPORTS,
        _ => return None,
    })
}

/// Opens the row under the cursor for editing: what lists do whose Enter does something else.
pub fn edit(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    list.edit(cx)
}

/// The name of a list's tab.
#[must_use]
pub const fn tab(meta: &Meta) -> Text {
    meta.title
}
