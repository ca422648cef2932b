//! What a session's form says of documents that do not hold on its day, and what took their place: one key takes that;
//! and, once it is saved, that nobody is counted yet.
use crate::domain::day;
use crate::domain::document::{Document, latest};
use crate::domain::gift_rule::GiftRule;
use crate::domain::record::{Meta, Record, Row};
use crate::domain::session::Session;
use crate::domain::value::{Cell, Value};
use crate::screens::field::Field;
use crate::screens::screen::Cx;
use crate::store::{Result, Store};
use crate::text::{Said, event, session as words, shelf as t};
use crate::ui::width::wrap;

/// What is said of the documents in a form.
#[derive(Debug, Default)]
pub struct Advice {
    /// The texts that were looked at.
    asked: Vec<String>,
    said: Vec<String>,
    /// Documents that shall be taken out, each with what takes its place.
    instead: Vec<(i64, i64)>,
}

impl Advice {
    /// Looks again if the documents or the day were typed over; whether it now says something else.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn look(&mut self, cx: &Cx, table: &str, fields: &[Field]) -> Result<bool> {
        if table != Session::TABLE {
            return Ok(false);
        }
        let field = |name: &str| fields.iter().find(|field| field.column.name == name);
        let asked: Vec<String> = ["documents", "date"].map(|name| field(name).map_or_else(String::new, text)).to_vec();
        if self.asked == asked {
            return Ok(false);
        }
        self.asked = asked;
        let value = |name: &str| field(name).and_then(|field| field.value(cx.store).ok()).unwrap_or_default();
        let on = value("date").text().parse().unwrap_or_else(|_| cx.store.today());
        let (mut said, mut instead) = (Vec::new(), Vec::new());
        if let Value::Ids(ids) = value("documents") {
            let all = cx.store.all::<Document>()?;
            for old in all.iter().filter(|it| ids.contains(&it.id.0) && !it.holds(on)) {
                let since = old.since.filter(|since| *since > on);
                let new = latest(&all, old.id, on);
                let sentence = match (since, new, old.until) {
                    (Some(since), ..) => t::NOT_YET.with([old.name.clone(), day::show(since)]),
                    (None, Some(new), Some(until)) => {
                        instead.push((old.id.0, new.id.0));
                        t::EXPIRED_BEFORE.with([old.name.clone(), after(until), new.name.clone()])
                    }
                    (None, _, until) => {
                        t::EXPIRED_ALONE.with([old.name.clone(), until.map_or_else(String::new, after)])
                    }
                };
                said.push(sentence.say(cx.settings.lang));
            }
        }
        let changed = said != self.said;
        (self.said, self.instead) = (said, instead);
        Ok(changed)
    }

    /// Whether something can be taken instead.
    #[must_use]
    pub const fn has(&self) -> bool {
        !self.instead.is_empty()
    }

    /// What stands beneath a column in a number of cells.
    #[must_use]
    pub fn beneath(&self, column: &str, cells: usize) -> Vec<String> {
        if column != "documents" {
            return Vec::new();
        }
        self.said.iter().flat_map(|said| wrap(said, cells)).collect()
    }

    /// The documents with those that do not hold replaced, each once.
    #[must_use]
    pub fn mended(&self, ids: &[i64]) -> Vec<i64> {
        let mut mended = Vec::new();
        for id in ids {
            let new = self.instead.iter().find(|(old, _)| old == id).map_or(*id, |(_, new)| *new);
            if !mended.contains(&new) {
                mended.push(new);
            }
        }
        mended
    }

    /// How many would be replaced.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.instead.len()
    }
}

/// What is said of a row that was just saved: that nobody is counted yet at a session that was held, that two values of a
/// gift are for the same ages.
///
/// # Errors
/// If the store cannot be read.
pub fn saved(store: &Store, meta: &Meta, row: &Row) -> Result<Option<Said>> {
    if meta.table == Session::TABLE {
        return Ok(Session::of(row).filter(Session::is_uncounted).map(|_| words::UNCOUNTED.into()));
    }
    let Some(rule) = GiftRule::of(row).filter(|_| meta.table == GiftRule::TABLE) else { return Ok(None) };
    let others = store.find::<GiftRule>("event", &rule.event.value())?;
    let same = others.into_iter().find(|it| it.id != rule.id && it.overlaps(&rule));
    Ok(same.map(|it| event::RULES_OVERLAP.with([it.value.show()])))
}

fn text(field: &Field) -> String {
    field.editor.text()
}

/// The first day on which it no longer holds.
fn after(until: chrono::NaiveDate) -> String {
    day::show(until.succ_opt().unwrap_or(until))
}
