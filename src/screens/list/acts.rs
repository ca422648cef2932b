//! What every list does: its commands, and what each does.
use std::collections::BTreeSet;

use crate::domain::record::Row;
use crate::domain::value::Kind;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::print::Print;
use crate::screens::question::Question;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{screen as t, sift, store as words};
use crate::ui::finder::{Finder, Item};
use crate::ui::key::Key;

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
        Command { keys: &[], name: sift::SIFT, ready: |_, _| true, run: Self::start_sift },
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

    pub(super) fn above(&self, cx: &Cx) -> Option<Row> {
        let id = self.current_id()?;
        cx.store.row(self.meta, id).ok().flatten()
    }

    /// Whether rows can be typed: the record asks for something, and the list is not kept to some rows.
    pub(super) fn can_write(&self) -> bool {
        self.meta.is_typed() && self.only.is_none()
    }

    /// Whether the row under the cursor can be typed over.
    pub(super) fn can_edit(&self) -> bool {
        self.has_row() && self.meta.is_typed()
    }

    pub(super) fn add(&mut self, cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Open(Box::new(self.new_form(cx, &[]))))
    }

    pub(super) fn edit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(id) = self.current_id() else { return Ok(Flow::Stay) };
        if self.meta.is_sealed() && !cx.store.is_unsealed() {
            return Err(words::IS_SEALED.into());
        }
        let Some(row) = cx.store.row(self.meta, id)? else { return Ok(Flow::Stay) };
        cx.store.looked("open", self.meta.table, Some(id), None)?;
        let above = self.cursor.checked_sub(1).and_then(|at| self.ids.get(at)).copied();
        let above = above.and_then(|id| cx.store.row(self.meta, id).ok().flatten());
        Ok(Flow::Open(Box::new(Edit::new(cx, self.meta, row, above))))
    }

    /// To the trash with the chosen rows; of more than one it is asked first.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn trash(&mut self, cx: &mut Cx) -> Result<Flow> {
        let chosen = self.chosen();
        if chosen.len() > 1 {
            let filter = self.filter_words(cx, self.veil);
            let about =
                if filter.is_empty() { String::new() } else { t::TRASH_FILTER.with([filter]).say(cx.settings.lang) };
            let asked = t::TRASH_MANY.with([chosen.len().to_string(), cx.say(self.meta.one).to_owned(), about]);
            self.question = Some(Question::new(asked.say(cx.settings.lang)));
            return Ok(Flow::Stay);
        }
        self.trash_now(cx)
    }

    pub(super) fn trash_now(&mut self, cx: &mut Cx) -> Result<Flow> {
        let chosen = self.chosen();
        let name = cx.store.rows_name(self.meta, &chosen);
        cx.store.trash(self.meta, &chosen)?;
        self.marked.clear();
        let one = cx.say(self.meta.one);
        let what = if chosen.len() > 1 { format!("{name} {one}") } else { format!("{one} \"{name}\"") };
        let sentence = t::TRASHED.with([what]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    pub(super) fn start_filter(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.typing = true;
        let sentence = cx.say(sift::SIFT_AGAIN);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    pub(super) fn sort(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let mut items = vec![Item { label: cx.say(t::SORT_NATURAL).to_owned(), aside: String::new(), pick: None }];
        for column in self
            .meta
            .columns
            .iter()
            .filter(|column| column.width > 0 && !column.sealed && column.kind != Kind::Deadline)
        {
            for (text, down) in [(t::SORT_UP, false), (t::SORT_DOWN, true)] {
                let label = text.with([column.label.say(lang)]).say(lang);
                items.push(Item { label, aside: String::new(), pick: Some((column.name, down)) });
            }
        }
        self.sorter = Some(Finder::new(cx.say(t::SORT_BY).to_owned(), items));
        Ok(Flow::Stay)
    }

    pub(super) fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.read_all(cx)?;
        Ok(Flow::Open(Box::new(Print::of_list(cx, self))))
    }

    /// Marks some rows and no others, what is folded away under them too.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn mark_all_of(&mut self, cx: &mut Cx, rows: &[i64]) -> Result<()> {
        self.folded.retain(|id| !rows.contains(id));
        self.read_ids(cx, None)?;
        self.marked = if rows.len() > 1 { rows.iter().copied().collect() } else { BTreeSet::new() };
        Ok(())
    }

    pub(super) fn mark(&mut self, _: &mut Cx) -> Result<Flow> {
        if let Some(id) = self.current_id()
            && !self.marked.remove(&id)
        {
            self.marked.insert(id);
        }
        self.step(1);
        Ok(Flow::Stay)
    }

    pub(super) fn mark_to(&mut self, by: isize) -> Result<Flow> {
        self.marked.extend(self.current_id());
        self.step(by);
        self.marked.extend(self.current_id());
        Ok(Flow::Stay)
    }

    pub(super) fn mark_all(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.read_all(cx)?;
        if self.marked.len() == self.ids.len() {
            self.marked.clear();
        } else {
            self.marked = self.ids.iter().copied().collect();
        }
        Ok(Flow::Stay)
    }

    pub(super) fn copy(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(row) = self.current() else { return Ok(Flow::Stay) };
        let cells: Vec<String> = self.cells(row, cx).into_iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect();
        *cx.clipboard = Some(cells.join("\t"));
        let sentence = cx.say(t::COPIED);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    pub(super) fn reread(&mut self, _: &mut Cx) -> Result<Flow> {
        self.read_at = None;
        Ok(Flow::Stay)
    }
}
