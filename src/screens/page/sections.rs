//! The sections of a child's page: records with a column that names the child. A new one gets a line in the table.
use crate::domain::act;
use crate::domain::cell;
use crate::domain::child::Child;
use crate::domain::circumstance::Circumstance;
use crate::domain::consent::Consent;
use crate::domain::gift::Gift;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::schooling::Schooling;
use crate::domain::stay::Stay;
use crate::domain::support::Support;
use crate::domain::value::{Kind, Value};
use crate::screens::mask;
use crate::screens::page::facts;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::store::list::Query;
use crate::text::{family as t, field};

/// The column by which a record names the child.
pub const LINK: &str = "child";

/// How many steps of its history a page shows.
const STEPS: usize = 50;

/// A section: a record that names the child in its column [`LINK`], and the columns that are shown of it.
pub struct Section {
    /// The record.
    pub meta: &'static Meta,
    /// The columns shown, in order.
    pub columns: &'static [&'static str],
}

/// The sections in their order. What can be typed is added, edited and trashed here; what only an act writes is shown.
pub const SECTIONS: &[Section] = &[
    Section { meta: Circumstance::META, columns: &["letter", "hardship", "since", "until", "note"] },
    Section { meta: Support::META, columns: &["date", "content", "amount", "source"] },
    Section { meta: Gift::META, columns: &["event", "value", "state", "received_on", "reason"] },
    Section { meta: Schooling::META, columns: &["year", "school", "class", "result", "prize"] },
    Section { meta: Consent::META, columns: &["purpose", "given_on", "withdrawn_on"] },
    Section { meta: Stay::META, columns: &["unit", "until", "note"] },
];

/// What a line of the page stands for.
#[derive(Clone, Debug)]
pub enum What {
    /// The name of a section.
    Head,
    /// A section with nothing in it.
    Nothing,
    /// Something that is known of the child: the column that its form goes to, and the person it names.
    Fact(&'static str, Option<i64>),
    /// A row of a section's record.
    Row(Row),
    /// A step of the journal, and its words.
    Step(i64, String),
}

/// A line of the page.
#[derive(Clone, Debug)]
pub struct Line {
    /// The section it belongs to: 0 for the child itself, then those of [`SECTIONS`], then the history.
    pub section: usize,
    /// What it stands for.
    pub what: What,
    /// Its label, or its only text.
    pub label: String,
    /// Its texts: of a fact one, of a row one for each column.
    pub cells: Vec<String>,
}

impl Line {
    /// Whether the cursor stops at it.
    pub const fn stands(&self) -> bool {
        !matches!(self.what, What::Head)
    }
}

/// The column of a record's form where typing begins: the first one after the child.
pub fn first_typed(meta: &'static Meta) -> &'static str {
    meta.columns.iter().find(|column| column.typed && column.name != LINK).map_or(LINK, |column| column.name)
}

/// All lines of a child's page.
pub fn read(cx: &Cx, child: &Child) -> Result<Vec<Line>> {
    let mut lines = facts::read(cx, child)?;
    for (at, section) in SECTIONS.iter().enumerate() {
        let query = Query { scope: vec![(LINK, Value::Int(child.id.0))], ..Query::default() };
        let ids = cx.store.ids(section.meta, &query, None)?;
        let rows = cx.store.lines(section.meta, &ids)?;
        head(&mut lines, cx, at + 1, cx.say(title(section.meta)), rows.len());
        if rows.is_empty() {
            let none = if section.meta.is_typed() { t::SECTION_NONE } else { t::SECTION_EMPTY };
            lines.push(plain(at + 1, What::Nothing, cx.say(none)));
        }
        lines.extend(rows.into_iter().map(|row| {
            let cells = section.columns.iter().map(|name| shown(cx, section.meta, &row, name)).collect();
            // What a form or another list asks for is the row itself, references by number.
            let row = cx.store.row(section.meta, row.id).ok().flatten().unwrap_or(row);
            Line { section: at + 1, what: What::Row(row), label: String::new(), cells }
        }));
    }
    history(cx, child, &mut lines)?;
    Ok(lines)
}

/// The name of a section: gifts are not the office's whole list here.
fn title(meta: &Meta) -> crate::text::Text {
    if meta.table == Gift::TABLE { field::INCLUDED } else { meta.title }
}

fn history(cx: &Cx, child: &Child, lines: &mut Vec<Line>) -> Result<()> {
    let lang = cx.settings.lang;
    let named: Vec<(&str, &str)> = SECTIONS.iter().map(|section| (section.meta.table, LINK)).collect();
    let steps = cx.store.steps_about((Child::TABLE, child.id.0), &named, STEPS)?;
    let section = SECTIONS.len() + 1;
    head(lines, cx, section, cx.say(t::HISTORY), steps.len());
    for step in steps {
        let words = act::sensed(&step.sense, act::words(&step.act, &step.kind, &step.object, lang), lang);
        let shown = if cx.settings.mask { mask::quoted_initials(&words) } else { words.clone() };
        let at = cell::show(Kind::Moment, &Value::Text(step.at), cx.store.today(), lang);
        let cells = vec![at, step.user, shown];
        lines.push(Line { section, what: What::Step(step.id, words), label: String::new(), cells });
    }
    Ok(())
}

fn head(lines: &mut Vec<Line>, cx: &Cx, section: usize, name: &str, count: usize) {
    let text = t::SECTION_COUNT.with([name.to_owned(), count.to_string()]).say(cx.settings.lang);
    lines.push(plain(section, What::Head, &text));
}

fn plain(section: usize, what: What, text: &str) -> Line {
    Line { section, what, label: text.to_owned(), cells: Vec::new() }
}

/// A cell of a row as lists show it.
fn shown(cx: &Cx, meta: &'static Meta, row: &Row, name: &str) -> String {
    let Some(column) = meta.columns.iter().find(|column| column.name == name) else { return String::new() };
    let text = cell::show(column.kind, meta.value(row, name), cx.store.today(), cx.settings.lang);
    if cx.settings.mask { mask::cell(meta, column, text) } else { text }
}
