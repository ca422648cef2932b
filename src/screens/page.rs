//! The page of a child: what is known of it, and below it, section by section, all that is kept of it elsewhere.
mod facts;
mod sections;
mod show;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::value::Value;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::page::sections::{Line, SECTIONS, What};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::{journal, mask};
use crate::store::Result;
use crate::text::{family, screen as t};
use crate::ui::key::Key;

/// The page of one child.
pub struct Page {
    child: Id<Child>,
    name: String,
    lines: Vec<Line>,
    /// The line under the cursor, one that stands for something.
    cursor: usize,
    top: usize,
    height: usize,
    read_at: Option<(u64, bool)>,
    /// The row that was just saved, to be gone to.
    wanted: Option<i64>,
}

impl Page {
    /// The page's commands.
    pub const COMMANDS: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::ADD,
            ready: |page, _| page.section().is_some_and(Meta::is_typed),
            run: Self::add,
        },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: t::EDIT,
            ready: |page, _| page.can_edit(),
            run: Self::edit,
        },
        Command {
            keys: &[Key::Delete, Key::F(8)],
            name: t::TRASH,
            ready: |page, _| page.section().is_some_and(Meta::is_typed) && page.row_id().is_some(),
            run: Self::trash,
        },
        Command { keys: &[Key::Enter], name: t::OPEN, ready: |page, _| page.can_open(), run: Self::open },
        Command { keys: &[Key::Tab], name: family::NEXT_SECTION, ready: |_, _| true, run: |page, _| page.turn(true) },
        Command {
            keys: &[Key::BackTab],
            name: family::LAST_SECTION,
            ready: |_, _| true,
            run: |page, _| page.turn(false),
        },
        Command { keys: &[Key::Esc], name: t::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    /// The page of a child.
    #[must_use]
    pub const fn new(child: Id<Child>) -> Self {
        Self {
            child,
            name: String::new(),
            lines: Vec::new(),
            cursor: 0,
            top: 0,
            height: 1,
            read_at: None,
            wanted: None,
        }
    }

    fn what(&self) -> Option<&What> {
        self.lines.get(self.cursor).map(|line| &line.what)
    }

    /// The record of the section under the cursor; none among the child's own facts and in its history.
    fn section(&self) -> Option<&'static Meta> {
        let at = self.lines.get(self.cursor)?.section.checked_sub(1)?;
        SECTIONS.get(at).map(|section| section.meta)
    }

    fn row_id(&self) -> Option<i64> {
        match self.what()? {
            What::Row(row) => Some(row.id),
            _ => None,
        }
    }

    fn can_edit(&self) -> bool {
        match self.what() {
            Some(What::Fact(..)) => true,
            Some(What::Row(_)) => self.section().is_some_and(Meta::is_typed),
            _ => false,
        }
    }

    fn can_open(&self) -> bool {
        matches!(self.what(), Some(What::Fact(..) | What::Row(_) | What::Step(..)))
    }

    fn add(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(meta) = self.section() else { return Ok(Flow::Stay) };
        let form = List::new(meta, &[]).new_form(cx, &[(sections::LINK, self.child_value())]);
        Ok(Flow::Open(Box::new(form.at(sections::first_typed(meta)))))
    }

    fn edit(&mut self, cx: &mut Cx) -> Result<Flow> {
        match (self.what().cloned(), self.section()) {
            (Some(What::Fact(column, _)), _) => self.form(cx, Child::META, self.child.0, column),
            (Some(What::Row(row)), Some(meta)) => self.form(cx, meta, row.id, sections::first_typed(meta)),
            _ => Ok(Flow::Stay),
        }
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        match (self.what().cloned(), self.section()) {
            (Some(What::Fact(_, Some(person))), _) => self.form(cx, Person::META, person, "name"),
            (Some(What::Row(row)), Some(meta)) if !meta.is_typed() => {
                // A gift is looked at where it was given out.
                let event = meta.value(&row, "event").int();
                Ok(if event == 0 { Flow::Stay } else { Flow::Go("event", event) })
            }
            (Some(What::Step(id, words)), _) => Ok(Flow::Open(Box::new(journal::reading(cx, id, words)?))),
            _ => self.edit(cx),
        }
    }

    fn form(&self, cx: &mut Cx, meta: &'static Meta, id: i64, column: &str) -> Result<Flow> {
        let Some(row) = cx.store.row(meta, id)? else { return Ok(Flow::Stay) };
        Ok(Flow::Open(Box::new(Edit::new(cx, meta, row, None).at(column))))
    }

    fn trash(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (Some(meta), Some(id)) = (self.section(), self.row_id()) else { return Ok(Flow::Stay) };
        let name = cx.store.rows_name(meta, &[id]);
        let name = if cx.settings.mask { mask::initials(&name) } else { name };
        cx.store.trash(meta, &[id])?;
        let what = format!("{} \"{name}\"", cx.say(meta.one));
        cx.good(t::TRASHED.with([what]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn turn(&mut self, on: bool) -> Result<Flow> {
        let count = SECTIONS.len() + 2;
        let here = self.lines.get(self.cursor).map_or(0, |line| line.section);
        let next = if on { (here + 1) % count } else { (here + count - 1) % count };
        let first = self.lines.iter().position(|line| line.section == next && line.stands());
        self.cursor = first.unwrap_or(self.cursor);
        Ok(Flow::Stay)
    }

    /// Goes to the next line that stands for something, up or down.
    fn step(&mut self, by: isize) {
        let mut at = self.cursor;
        while let Some(next) = at.checked_add_signed(by.signum()).filter(|next| *next < self.lines.len()) {
            at = next;
            if self.lines.get(at).is_some_and(Line::stands) {
                self.cursor = at;
                return;
            }
        }
    }

    const fn child_value(&self) -> Value {
        Value::Int(self.child.0)
    }

    fn read(&mut self, cx: &mut Cx) -> Result<()> {
        let now = (cx.store.version(), cx.settings.mask);
        if self.read_at == Some(now) {
            return Ok(());
        }
        let child = cx.store.get(self.child)?;
        self.name = if cx.settings.mask { mask::initials(&child.name) } else { child.name.clone() };
        let section = self.lines.get(self.cursor).map_or(0, |line| line.section);
        let (before, old) = (self.row_id(), self.lines.iter().filter(|line| line.section == section).count());
        self.lines = sections::read(cx, &child)?;
        let wanted = self.wanted.take().or(before);
        let is_wanted = |line: &Line| match &line.what {
            What::Row(row) => Some(row.id) == wanted && line.section == section,
            _ => false,
        };
        if let Some(at) = self.lines.iter().position(is_wanted) {
            self.cursor = at;
        } else if old > 0 && !self.lines.get(self.cursor).is_some_and(|it| it.section == section && it.stands()) {
            // The row is gone: the last one of its section takes its place.
            self.cursor = self.lines.iter().rposition(|it| it.section == section && it.stands()).unwrap_or(0);
        }
        self.read_at = Some(now);
        Ok(())
    }
}

impl Screen for Page {
    fn title(&self, cx: &Cx) -> String {
        family::PAGE_OF.with([&self.name]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let page = self.height.saturating_sub(1).max(1);
        match key {
            Key::Up => self.step(-1),
            Key::Down => self.step(1),
            Key::PageUp => (0..page).for_each(|_| self.step(-1)),
            Key::PageDown => (0..page).for_each(|_| self.step(1)),
            Key::Home => (0..self.lines.len()).for_each(|_| self.step(-1)),
            Key::End => (0..self.lines.len()).for_each(|_| self.step(1)),
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        self.height = usize::from(area.height).max(1);
        self.read(cx)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        self.show(buf, area, cx);
        None
    }

    fn go(&mut self, _: &mut Cx, row: i64) -> Result<()> {
        self.wanted = Some(row);
        self.read_at = None;
        Ok(())
    }

    fn row(&self) -> Option<&Row> {
        match self.what()? {
            What::Row(row) => Some(row),
            _ => None,
        }
    }
}
