//! What a list gives to a file: its rows, their order and its columns as they are on screen, what it was filtered by,
//! and what was chosen to be covered.
use std::cell::Cell as Chosen;
use std::collections::HashSet;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::cell;
use crate::domain::child::Child;
use crate::domain::circumstance::Hardship;
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::group;
use crate::domain::record::{Column, Meta, Record, Row};
use crate::domain::referral::Referral;
use crate::domain::value::{Kind, Value};
use crate::paper::{Cell, Grid, xlsx};
use crate::reports::papers::Subject;
use crate::reports::table::{self, Cover};
use crate::screens::list::{List, SEALED};
use crate::screens::mask::{self, Veil};
use crate::screens::print::Output;
use crate::screens::screen::Cx;
use crate::store::list::Query;
use crate::store::{Result, Store};
use crate::text::{print as t, screen as words};

/// What is covered in a file that leaves the program, chosen while it is asked for.
#[derive(Clone, Debug)]
pub struct Covering {
    /// Whether names become initials and what tells who it is stays out; at first as on screen.
    pub masked: Rc<Chosen<bool>>,
    /// Whether sensitive circumstances (points đ e g i k l m of Điều 10 khoản 1) are written; at first not.
    pub sensitive: Rc<Chosen<bool>>,
    /// Whether there are names to cover, and circumstances.
    pub names: bool,
    /// Whether there are circumstances to cover.
    pub circumstances: bool,
}

/// A list as it stands.
#[derive(Clone)]
struct Listed {
    meta: &'static Meta,
    title: String,
    ids: Vec<i64>,
    columns: Vec<usize>,
    query: Query,
    /// What keeps rows out, and the same with names masked.
    held: [String; 2],
    covering: Covering,
}

/// The outputs of a list, and what can be covered in them.
#[must_use]
pub fn outputs(cx: &Cx, list: &List) -> (Vec<Output>, Covering) {
    let meta = list.meta;
    let covering = Covering {
        masked: Rc::new(Chosen::new(list.veil.masks(cx.settings))),
        sensitive: Rc::new(Chosen::new(false)),
        names: meta.columns.iter().any(|column| column.width > 0 && mask::is_person(meta, column)),
        circumstances: meta
            .columns
            .iter()
            .any(|column| column.width > 0 && (column.sealed || tells_circumstances(meta, column))),
    };
    let listed = Listed {
        meta,
        title: list.title.clone(),
        ids: list.ids().to_vec(),
        columns: list.columns(),
        query: list.query.clone(),
        held: [list.veil, Veil::Drawn].map(|veil| list.held_by(cx, veil)),
        covering: covering.clone(),
    };
    let whole = listed.clone();
    let mut outputs = Output::tables(t::LISTED, meta.title, move |cx| listed.grid(cx));
    if meta.table == Child::TABLE {
        outputs.push(Output::new(t::ROSTER, "xlsx", move |cx| {
            Ok(xlsx::table(&whole.roster(cx)?, cx.say(whole.meta.title)).map_err(|error| error.said())?)
        }));
    }
    // A concern is printed by a command of its own: what is sealed of it opens first.
    if let Some(id) = list.current_id().filter(|_| meta.table != Referral::TABLE) {
        outputs.extend(Output::papers(&Subject::Row(meta.table, id)));
    }
    (outputs, covering)
}

/// The end of a file's name that says what it was filtered by; blank if by nothing.
#[must_use]
pub fn filtered(list: &List) -> String {
    let words = dashed(&list.query.filter);
    if words.is_empty() { String::new() } else { format!("-loc-{words}") }
}

/// What a list's file is called by: "du-toan-thuc-chi".
pub fn stem(list: &List) -> String {
    dashed(list.meta.title.vi)
}

/// Words as a file's name holds them everywhere: without marks, with one dash between them.
fn dashed(words: &str) -> String {
    let folded = fold(words);
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

impl Listed {
    /// Exactly what is on screen.
    fn grid(&self, cx: &Cx) -> Result<Grid> {
        let rows = cx.store.lines(self.meta, &self.ids)?;
        let hidden = hidden(cx.store)?;
        let columns: Vec<&Column> = self.columns.iter().filter_map(|at| self.meta.columns.get(*at)).collect();
        let line = |row: &Row| self.columns.iter().map(|at| self.typed(cx, &hidden, row, *at)).collect();
        Ok(Grid {
            heads: columns.iter().map(|column| cx.say(column.label).to_owned()).collect(),
            rows: rows.iter().map(line).collect(),
            about: self.about(cx),
        })
    }

    /// Every column of these children, under the heads that an import knows.
    fn roster(&self, cx: &Cx) -> Result<Grid> {
        let cover = Cover { masked: self.covering.masked.get(), without_sensitive: !self.covering.sensitive.get() };
        let grid = table::roster(cx.store, &self.ids, cover)?;
        Ok(Grid { about: self.about(cx), ..grid })
    }

    fn about(&self, cx: &Cx) -> Vec<String> {
        let lang = cx.settings.lang;
        let named = if self.title.is_empty() { cx.say(self.meta.title).to_owned() } else { self.title.clone() };
        let [plain, masked] = &self.held;
        let filter = match if self.covering.masked.get() { masked } else { plain }.as_str() {
            "" => cx.say(words::ABOUT_NO_FILTER).to_owned(),
            filter => words::ABOUT_FILTER.with([filter]).say(lang),
        };
        let sort = match self.query.sort {
            None => cx.say(words::SORT_NATURAL).to_owned(),
            Some((name, down)) => {
                let label =
                    self.meta.columns.iter().find(|column| column.name == name).map(|column| cx.say(column.label));
                (if down { words::SORT_DOWN } else { words::SORT_UP }).with([label.unwrap_or(name)]).say(lang)
            }
        };
        let mut about = vec![
            words::ABOUT_LIST.with([named, cx.say(self.meta.one).to_owned()]).say(lang),
            filter,
            words::ABOUT_SORT.with([sort]).say(lang),
            words::ABOUT_ROWS.with([self.ids.len()]).say(lang),
            words::ABOUT_DAY.with([day::show(self.day(cx))]).say(lang),
        ];
        let covered = [
            (self.covering.names && self.covering.masked.get(), words::ABOUT_MASKED),
            (self.covering.circumstances && !self.covering.sensitive.get(), words::ABOUT_NOT_SENSITIVE),
        ];
        about.extend(covered.iter().filter(|(covered, _)| *covered).map(|(_, text)| cx.say(*text).to_owned()));
        about
    }

    /// The day on which ages are counted.
    fn day(&self, cx: &Cx) -> NaiveDate {
        self.query.day.unwrap_or_else(|| cx.store.today())
    }

    fn typed(&self, cx: &Cx, hidden: &HashSet<String>, row: &Row, at: usize) -> Cell {
        let (Some(column), Some(value)) = (self.meta.columns.get(at), row.values.get(at)) else { return Cell::Empty };
        let masked = self.covering.masked.get();
        // What is sealed leaves only unsealed, and on purpose.
        if column.sealed && !(cx.store.is_unsealed() && self.covering.sensitive.get()) {
            return Cell::Text(SEALED.to_owned());
        }
        match (column.kind, value) {
            (_, Value::Null) => Cell::Empty,
            // What tells who someone is goes with the name.
            _ if masked && matches!(column.name, "phone" | "note" | "address") => Cell::Empty,
            (Kind::Money, Value::Int(amount)) => Cell::Money(*amount),
            (Kind::Int, Value::Int(n)) => Cell::Int(*n),
            (Kind::Date | Kind::Born, Value::Text(iso)) => iso.parse().map_or_else(
                |_| Cell::Text(cell::show(column.kind, value, self.day(cx), cx.settings.lang)),
                Cell::Date,
            ),
            _ => {
                let mut text = cell::show(column.kind, value, self.day(cx), cx.settings.lang);
                if !self.covering.sensitive.get() && tells_circumstances(self.meta, column) {
                    text = without(hidden, &text);
                }
                if masked {
                    text = mask::cell(self.meta, column, text);
                }
                if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
            }
        }
    }
}

/// The letters and names of circumstances that are written only on purpose.
fn hidden(store: &Store) -> Result<HashSet<String>> {
    let own = store.all::<Hardship>()?.into_iter().filter(|hardship| hardship.sensitive);
    let own = own.flat_map(|hardship| [hardship.letter, hardship.name]);
    let groups = group::GROUPS.iter().filter(|group| group.sensitive);
    let groups = groups.flat_map(|group| [group.letter.to_owned(), group.name.to_owned()]);
    Ok(own.chain(groups).filter(|word| !word.is_empty()).collect())
}

/// A list of circumstances without the hidden ones.
fn without(hidden: &HashSet<String>, text: &str) -> String {
    if hidden.contains(text) {
        return String::new();
    }
    text.split(", ").filter(|part| !hidden.contains(*part)).collect::<Vec<_>>().join(", ")
}

/// Whether a column of someone's row says what their circumstances are.
fn tells_circumstances(meta: &Meta, column: &Column) -> bool {
    meta.table != Hardship::TABLE && matches!(column.name, "circumstances" | "hardship" | "letter")
}

#[cfg(test)]
mod tests;
