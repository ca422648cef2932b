//! The journal and the trash: what a step changed, value by value; what lies in the trash, put back.
use crate::acts::clause;
use crate::domain::cell;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::plan::Plan;
use crate::domain::record::{Column, Meta, Record};
use crate::domain::tables;
use crate::domain::trashed::Trashed;
use crate::domain::value::{Kind, Value};
use crate::screens::list::{List, SEALED};
use crate::screens::mask;
use crate::screens::reading::Reading;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, field, issue, screen as t, template};
use crate::ui::key::Key;

/// The commands of the journal.
pub const JOURNAL: &[Command<List>] =
    &[Command { keys: &[Key::Enter], name: t::OPEN, ready: |list, _| list.has_row(), run: open }];

/// The commands of the trash.
pub const TRASH: &[Command<List>] =
    &[Command { keys: &[Key::Enter, Key::Ctrl('u')], name: t::RESTORE, ready: |list, _| list.has_row(), run: restore }];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(row) = list.current() else { return Ok(Flow::Stay) };
    let what = Entry::META.value(row, "what").clone();
    let what = cell::show(Kind::Step, &what, cx.store.today(), cx.settings.lang);
    Ok(Flow::Open(Box::new(reading(cx, row.id, what)?)))
}

/// What a step changed, to read; `what` are its words.
///
/// # Errors
/// If the store cannot be read.
pub fn reading(cx: &Cx, step: i64, mut what: String) -> Result<Reading> {
    if cx.settings.mask {
        what = mask::quoted_initials(&what);
    }
    let mut lines = Vec::new();
    for change in cx.store.changes(step)? {
        let Some(meta) = tables::by_name(&change.table) else { continue };
        let way: Text = match (&change.old, &change.new) {
            (None, _) => t::STEP_ADDED,
            (_, None) => t::STEP_GONE,
            _ => t::STEP_CHANGED,
        };
        lines.push(format!("{} {} · {}", cx.say(way), cx.say(meta.one), change.row));
        for (name, old, new) in change.differences() {
            let Some(column) = meta.columns.iter().find(|column| column.name == name) else { continue };
            lines.push(format!(
                "    {}: {} → {}",
                cx.say(column.label),
                shown(cx, meta, column, old),
                shown(cx, meta, column, new)
            ));
        }
    }
    if lines.is_empty() {
        lines.push(cx.say(t::NO_CHANGES).to_owned());
    }
    let title = t::STEP_TITLE.with([step.to_string(), what]).say(cx.settings.lang);
    Ok(Reading::new(title, lines))
}

/// A value of a change as lists show it.
fn shown(cx: &Cx, meta: &Meta, column: &Column, json: &serde_json::Value) -> String {
    // The figures of an issued report are kept as JSON, which is not for reading.
    if column.name == "figures"
        && let Some(told) = json.as_str().and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok())
    {
        return t::FIGURES_KEPT.with([told.as_object().map_or(0, serde_json::Map::len)]).say(cx.settings.lang);
    }
    let kept = match (meta.table, column.name) {
        ("report", "content") | ("letter", "kept") => Some(issue::CONTENT_KEPT),
        ("template", "content") => Some(template::CONTENT_KEPT),
        _ => None,
    };
    if let Some(kept) = kept
        && let Some(text) = json.as_str().filter(|text| !text.is_empty())
    {
        return kept.with([text.len().div_ceil(1024)]).say(cx.settings.lang);
    }
    let value = match json {
        serde_json::Value::String(text) if column.sealed => {
            if !cx.store.is_unsealed() && !text.is_empty() {
                return SEALED.to_owned();
            }
            cx.store.opened(meta, column, text)
        }
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Number(n) => Value::Int(n.as_i64().unwrap_or_default()),
        _ => Value::Null,
    };
    let text = match (column.kind, &value) {
        (Kind::Ref(table), Value::Int(id)) => cx.store.name_of(table, *id),
        (kind, value) => cell::show(kind, value, cx.store.today(), cx.settings.lang),
    };
    let text = if cx.settings.mask { mask::cell(meta, column, text) } else { text };
    if text.is_empty() { cx.say(field::NOTHING_KNOWN).to_owned() } else { text }
}

fn restore(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(row) = list.current() else { return Ok(Flow::Stay) };
    let Some(meta) = tables::by_name(Trashed::META.value(row, "kind").text()) else { return Ok(Flow::Stay) };
    let id = Trashed::META.value(row, "row").int();
    match meta.table {
        Plan::TABLE => clause::restore_plan(cx.store, Id::of(id))?,
        _ => cx.store.restore(meta, &[id])?,
    }
    let words = cx.say(t::RESTORE);
    cx.good(t::DONE.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}
