//! Two children side by side in one line: who they are, how it stands with them, and why.
use chrono::NaiveDate;

use crate::domain::apart::Apart;
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::merge::Merge;
use crate::domain::record::{Column, Record, Row};
use crate::domain::{act, cell, day};
use crate::reports::twins;
use crate::screens::mask;
use crate::screens::screen::{Cx, Flow};
use crate::store::Result;
use crate::text::{Text, field, screen as s, twin as t};
use crate::ui::table::{Head, Line};

/// How it stands with two children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// They may be one, and why.
    Suspected(Vec<Text>),
    /// Somebody has told them apart.
    Apart(Id<Apart>),
    /// The second was merged into the first on a day.
    Merged(Id<Merge>, NaiveDate),
}

/// Two children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one that is or would be kept.
    pub first: Id<Child>,
    /// The other.
    pub second: Id<Child>,
    /// How it stands with them.
    pub stand: Stand,
}

impl Pair {
    /// Why they may be one, or since when they are.
    #[must_use]
    pub fn reasons(&self, cx: &Cx) -> String {
        match &self.stand {
            Stand::Suspected(reasons) => reasons.iter().map(|reason| cx.say(*reason)).collect::<Vec<_>>().join(", "),
            Stand::Apart(_) => String::new(),
            Stand::Merged(_, on) => format!("{} {}", cx.say(t::MERGED_ON), day::show(*on)),
        }
    }

    /// How it stands with them, in words.
    #[must_use]
    pub const fn state(&self) -> Text {
        match self.stand {
            Stand::Suspected(_) => t::STATE_SUSPECTED,
            Stand::Apart(_) => t::STATE_APART,
            Stand::Merged(..) => t::STATE_MERGED,
        }
    }
}

/// Every pair: suspected ones, the likeliest first; those told apart; those merged, the latest first.
///
/// # Errors
/// If the store cannot be read.
pub fn all(cx: &Cx) -> Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for found in twins::pairs(cx.store)? {
        let (first, second) = (Id::of(found.first), Id::of(found.second));
        pairs.push(Pair { first, second, stand: Stand::Suspected(found.suspicion.reasons) });
    }
    for found in cx.store.all::<Apart>()? {
        pairs.push(Pair { first: found.first, second: found.second, stand: Stand::Apart(found.id) });
    }
    for found in cx.store.all::<Merge>()?.into_iter().rev() {
        let stand = Stand::Merged(found.id, found.merged_on);
        pairs.push(Pair { first: found.kept, second: found.gone, stand });
    }
    Ok(pairs)
}

/// The heads of the table of pairs.
#[must_use]
pub fn heads(cx: &Cx) -> Vec<Head> {
    let heads = [
        (t::STATE, 14, false),
        (t::FIRST, 22, true),
        (field::BORN, 10, false),
        (t::SECOND, 22, true),
        (field::BORN, 10, false),
        (t::REASONS, 24, true),
    ];
    let head =
        |(label, width, grows): (Text, u16, bool)| Head { label: cx.say(label).to_owned(), width, right: false, grows };
    heads.into_iter().map(head).collect()
}

/// Pairs as lines of the table.
///
/// # Errors
/// If the store cannot be read.
pub fn lines(cx: &Cx, pairs: &[Pair]) -> Result<Vec<Line>> {
    let ids: Vec<i64> = pairs.iter().flat_map(|pair| [pair.first.0, pair.second.0]).collect();
    let rows = cx.store.lines(Child::META, &ids)?;
    let of = |id: Id<Child>| rows.iter().find(|row| row.id == id.0);
    let line = |pair: &Pair| {
        let (first, second) = (of(pair.first), of(pair.second));
        let cells = vec![
            cx.say(pair.state()).to_owned(),
            shown(cx, first, "name"),
            shown(cx, first, "born"),
            shown(cx, second, "name"),
            shown(cx, second, "born"),
            pair.reasons(cx),
        ];
        Line { cells, marked: false }
    };
    Ok(pairs.iter().map(line).collect())
}

/// A child's column as it is shown; blank if the child is gone.
#[must_use]
pub fn plain(cx: &Cx, row: Option<&Row>, name: &str) -> String {
    let column = Child::META.columns.iter().find(|column| column.name == name);
    let Some((row, column)) = row.zip(column) else { return String::new() };
    cell::show(column.kind, Child::META.value(row, name), cx.store.today(), cx.settings.lang)
}

/// The text of a child's column, masked if it shall be.
#[must_use]
pub fn masked(cx: &Cx, column: &Column, text: String) -> String {
    if cx.settings.mask { mask::cell(Child::META, column, text) } else { text }
}

/// A child's column as a list shows it.
fn shown(cx: &Cx, row: Option<&Row>, name: &str) -> String {
    let column = Child::META.columns.iter().find(|column| column.name == name);
    column.map_or_else(String::new, |column| masked(cx, column, plain(cx, row, name)))
}

/// Says what the step just taken did, and that it can be undone.
///
/// # Errors
/// If the store cannot be read.
pub fn say_done(cx: &mut Cx) -> Result<Flow> {
    let lang = cx.settings.lang;
    if let Some(line) = cx.store.undoable()? {
        let words = act::words(&line.act, &line.kind, &line.object, lang);
        cx.good(s::DONE.with([words]).say(lang));
    }
    Ok(Flow::Stay)
}
