//! The filters of a list by its columns: chosen in a box, told as chips, kept across restarts, saved under a name.
use chrono::NaiveDate;

use crate::domain::day;
use crate::domain::filter::{self, Filter};
use crate::domain::record::Column;
use crate::screens::list::List;
use crate::screens::list::chip::words;
use crate::screens::list::views::{self, View};
use crate::screens::mask::Veil;
use crate::screens::screen::{Cx, Flow};
use crate::store::Result;
use crate::text::sift as t;
use crate::ui::editor::Editor;
use crate::ui::finder::{Finder, Found};
use crate::ui::key::Key;

/// What is chosen in the box.
#[derive(Clone, Debug)]
pub enum Pick {
    /// Filters that are ready under a name.
    Ready(usize),
    /// A saved view.
    View(View),
    /// A filter is added.
    Add(Filter),
    /// A filter goes.
    Drop(usize),
    /// All filters go.
    Clear,
    /// A range of a column is asked for.
    Range(&'static Column),
    /// One of many rows of a column is asked for.
    Among(&'static Column),
    /// A name to save under is asked for.
    Save,
    /// A view is saved under this name.
    Named(String),
    /// A saved view goes.
    Forget(String),
    /// A day to count ages on is asked for.
    AskDay,
    /// Ages are counted on this day.
    Day(NaiveDate),
}

/// The box, and what it asks for: one of its items, or what is typed.
pub struct Sifter {
    pub(super) finder: Finder<Pick>,
    pub(super) asking: Option<Pick>,
}

impl Sifter {
    /// The box.
    pub const fn finder(&self) -> &Finder<Pick> {
        &self.finder
    }
}

impl List {
    /// Opens the box of filters, or from the filter's typing where Ctrl+F comes again.
    pub(super) fn start_sift(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.typing = false;
        let items = self.picks(cx)?;
        self.sifter = Some(Sifter { finder: Finder::new(cx.say(t::SIFT_TITLE).to_owned(), items), asking: None });
        Ok(Flow::Stay)
    }

    /// Gives a key to the box.
    pub(super) fn press_sifter(&mut self, cx: &mut Cx, key: Key) -> Result<()> {
        let Some(sifter) = &mut self.sifter else { return Ok(()) };
        match sifter.finder.press(key) {
            Found::Left => self.sifter = None,
            Found::Open => self.bring(cx)?,
            Found::Pick(pick) => self.pick(cx, pick)?,
        }
        Ok(())
    }

    /// Gives pasted text to the box; `false` if it is not open.
    pub(super) fn paste_sifter(&mut self, cx: &Cx, text: &str) -> Result<bool> {
        let Some(sifter) = &mut self.sifter else { return Ok(false) };
        sifter.finder.paste(text);
        self.bring(cx)?;
        Ok(true)
    }

    /// Whether more holds than the list has ready.
    pub(super) fn is_sifted(&self) -> bool {
        !self.chips.is_empty() || self.query.day.is_some() || self.ready != 0
    }

    /// Takes back all filters.
    pub(super) fn unsift(&mut self) {
        self.chips.clear();
        self.query.day = None;
        self.ready = 0;
        self.sift_changed();
    }

    /// Sets what the list asks the store for anew from what was chosen.
    pub(super) fn sift_changed(&mut self) {
        // A list that lies on top shows the rows it was made for, whatever they are.
        let ready = if self.is_own_tab() { filter::ready(self.meta.table).get(self.ready) } else { None };
        self.query.filters = ready.map_or_else(Vec::new, |ready| (ready.filters)());
        self.query.filters.extend(self.chips.iter().cloned());
        self.cursor = 0;
        self.top = 0;
    }

    /// All that the list is filtered by: typed letters, what it has ready if that is not the first, and columns.
    #[must_use]
    pub fn filter_words(&self, cx: &Cx, veil: Veil) -> String {
        let mut parts = Vec::new();
        if !self.query.filter.is_empty() {
            parts.push(self.query.filter.clone());
        }
        if let Some(ready) = filter::ready(self.meta.table).get(self.ready).filter(|_| self.ready != 0) {
            parts.push(cx.say(ready.name).to_owned());
        }
        parts.extend(self.chips.iter().map(|chip| words(cx, self.meta, veil, chip)));
        parts.extend(self.query.day.map(|on| t::ON_DAY.with([day::show(on)]).say(cx.settings.lang)));
        parts.join(" · ")
    }

    /// What the list has ready and holds unless another is chosen.
    pub(super) fn standing(&self, cx: &Cx) -> Option<&'static str> {
        let own = self.is_own_tab() && self.ready == 0;
        filter::ready(self.meta.table).first().filter(|_| own).map(|ready| cx.say(ready.name))
    }

    /// All that keeps rows out of the list, as its papers say it.
    #[must_use]
    pub fn held_by(&self, cx: &Cx, veil: Veil) -> String {
        let parts = [self.filter_words(cx, veil), self.standing(cx).unwrap_or_default().to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Turns to another of what the list has ready, and back to the first one.
    pub fn turn_ready(&mut self, at: usize) {
        self.ready = if self.ready == at { 0 } else { at };
        self.sift_changed();
    }

    /// Shows everything, since a row that is gone to would not be seen; says so.
    pub(super) fn show_all(&mut self, cx: &mut Cx) {
        let all = filter::ready(self.meta.table);
        self.unsift();
        self.ready = all.iter().rposition(|ready| (ready.filters)().is_empty()).unwrap_or(0);
        self.sift_changed();
        if let Some(ready) = all.get(self.ready) {
            let sentence = t::SHOWS_ALL.with([cx.say(ready.name)]).say(cx.settings.lang);
            cx.good(sentence);
        }
    }

    fn pick(&mut self, cx: &mut Cx, pick: Pick) -> Result<()> {
        let lang = cx.settings.lang;
        self.sifter = None;
        match pick {
            Pick::Ready(at) => self.ready = at,
            Pick::View(view) => {
                self.filter = Editor::new(&view.filter);
                self.query.filter = view.filter;
                (self.ready, self.chips, self.query.sort) = (view.ready, view.chips, view.sort);
            }
            Pick::Add(filter) => {
                // One column is asked about once: another value takes the place of the first.
                self.chips.retain(|chip| chip.column != filter.column);
                self.chips.push(filter);
            }
            Pick::Drop(at) => drop(self.chips.remove(at)),
            Pick::Clear => {
                self.filter = Editor::default();
                self.query.filter.clear();
                self.unsift();
            }
            Pick::Day(on) => self.query.day = (on != cx.store.today()).then_some(on),
            Pick::Named(name) => {
                let view = View {
                    filter: self.query.filter.clone(),
                    ready: self.ready,
                    chips: self.chips.clone(),
                    sort: self.query.sort,
                };
                views::save(cx.store, self.meta, &name, &view)?;
                cx.good(t::VIEW_SAVED.with([&name]).say(lang));
            }
            Pick::Forget(name) => {
                views::forget(cx.store, self.meta, &name)?;
                cx.good(t::VIEW_FORGOTTEN.with([&name]).say(lang));
            }
            Pick::Range(_) | Pick::Among(_) | Pick::Save | Pick::AskDay => {
                let title = match &pick {
                    Pick::Range(column) => t::ASK_RANGE.with([column.label.say(lang)]).say(lang),
                    Pick::Among(column) => t::ASK_AMONG.with([column.label.say(lang)]).say(lang),
                    Pick::Save => cx.say(t::ASK_VIEW).to_owned(),
                    _ => cx.say(t::ASK_DAY).to_owned(),
                };
                self.sifter = Some(Sifter { finder: Finder::asking(title), asking: Some(pick) });
                return self.bring(cx);
            }
        }
        self.sift_changed();
        Ok(())
    }
}
