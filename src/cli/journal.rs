//! `journal`, `undo`, `redo`, `check`: what was done, and whether it still stands as it was written.
use serde_json::{Value as Json, json};

use super::Cx;
use super::fail::Answer;
use super::office::Office;
use super::out::Out;
use crate::domain::{act, cell, value::Kind, value::Value};
use crate::store::history::Change;
use crate::store::journal::Line;
use crate::text::{Lang, cli as t};

/// Who changed what, the newest step first: a line for each step, or as JSON an entry for each row that was changed.
pub fn journal(cx: &Cx<'_>, json: bool, out: &mut Out<'_>) -> Answer<()> {
    let office = Office::open(cx, out.lang)?;
    if json {
        let mut entries = Vec::new();
        let lang = out.lang;
        office.store.each_change(|line, change| {
            entries.push(entry(line, change, lang));
            Ok(())
        })?;
        return out.json(&Json::Array(entries));
    }
    let steps = office.store.steps(None)?;
    if steps.is_empty() {
        return out.say(t::NO_STEPS);
    }
    for (line, changes) in steps {
        let at = cell::show(Kind::Moment, &Value::Text(line.at.clone()), office.store.today(), out.lang);
        out.line(&format!("{:>5}  {at}  {}  {} ({changes})", line.id, line.user, words(&line, out.lang)))?;
    }
    Ok(())
}

/// Takes the latest step back.
pub fn undo(cx: &Cx<'_>, out: &mut Out<'_>) -> Answer<()> {
    let line = Office::open(cx, out.lang)?.store.undo()?;
    let done = Line { sense: "undo".to_owned(), ..line };
    out.line(&words(&done, out.lang))
}

/// Takes the undone step again.
pub fn redo(cx: &Cx<'_>, out: &mut Out<'_>) -> Answer<()> {
    let line = Office::open(cx, out.lang)?.store.redo()?;
    let done = Line { sense: "redo".to_owned(), ..line };
    out.line(&words(&done, out.lang))
}

/// Whether the store is whole; the exit code is 1 if it is not.
pub fn check(cx: &Cx<'_>, json: bool, out: &mut Out<'_>) -> Answer<u8> {
    let flaws = Office::open(cx, out.lang)?.store.check()?;
    if json {
        let faults: Vec<Json> =
            flaws.iter().map(|flaw| json!({ "where": flaw.place, "text": flaw.said.say(out.lang) })).collect();
        out.json(&json!({ "ok": flaws.is_empty(), "faults": faults }))?;
    } else if flaws.is_empty() {
        out.say(t::WHOLE)?;
    } else {
        for flaw in &flaws {
            out.say(t::FAULT_LINE.with([flaw.place.clone(), flaw.said.say(out.lang)]))?;
        }
    }
    if flaws.is_empty() { Ok(0) } else { Err(t::FAULTY.with([flaws.len()]).into()) }
}

fn words(line: &Line, lang: Lang) -> String {
    act::sensed(&line.sense, act::words(&line.act, &line.kind, &line.object, lang), lang)
}

fn entry(line: &Line, change: &Change, lang: Lang) -> Json {
    let changes = change.differences().into_iter().map(|(name, old, new)| (name.to_owned(), json!([old, new])));
    json!({
        "step": line.id,
        "at": line.at,
        "today": line.today,
        "user": line.user,
        "what": words(line, lang),
        "table": change.table,
        "row": change.row,
        "changes": Json::Object(changes.collect()),
    })
}
