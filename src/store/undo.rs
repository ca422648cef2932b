//! Undo and redo over all tables and across restarts: the latest step is taken back by a new step.
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params_from_iter};
use serde_json::Value as Json;

use crate::domain::act::{Act, Step};
use crate::domain::record::Meta;
use crate::domain::tables;
use crate::store::error::{Error, Result};
use crate::store::history::{COLUMNS, Change, Values};
use crate::store::journal::Line;
use crate::store::{Store, migrate};
use crate::text::store as t;

const LINE: &str = "id, at, today, user, act, kind, object, sense, target, final, schema";

impl Store {
    /// Takes back the latest step that is not taken back yet. Returns it.
    ///
    /// # Errors
    /// If there is none, it is final, or it is from before an upgrade.
    pub fn undo(&mut self) -> Result<Line> {
        let line = self.undoable()?.ok_or(t::NOTHING_TO_UNDO)?;
        if line.is_final {
            return Err(match Act::of_code(&line.act) {
                // Before these there is nothing that anybody did.
                Some(Act::Setup | Act::Demo) => t::NOTHING_TO_UNDO.into(),
                _ => Error::Final(Box::new(line)),
            });
        }
        match self.replay(&line, "undo") {
            // Gifts that were handed out before the stock was written down stand in the way, though they came first.
            Err(error) if error.is_stock_short() => Err(t::UNDO_STOCK.with([&line.object]).into()),
            done => done.map(|()| line),
        }
    }

    /// Takes the latest undone step again, if nothing else was done since. Returns it.
    ///
    /// # Errors
    /// If there is none.
    pub fn redo(&mut self) -> Result<Line> {
        let line = self.redoable()?.ok_or(t::NOTHING_TO_REDO)?;
        self.replay(&line, "redo")?;
        Ok(line)
    }

    /// The step that [`Store::undo`] would take back, final or not.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn undoable(&self) -> Result<Option<Line>> {
        // A step is undone if the last step that names it as its target is an undo.
        let sql = format!(
            "select {LINE} from step s where sense = 'do' and
             ifnull((select sense from step r where r.target = s.id order by r.id desc limit 1), 'redo') = 'redo'
             order by id desc limit 1"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([], Line::read).optional()?)
    }

    /// The step that [`Store::redo`] would take again: the target of the last undo that is not redone, with nothing
    /// new done after it.
    fn redoable(&self) -> Result<Option<Line>> {
        let sql = format!(
            "select {LINE} from step s where id in (select target from step where sense = 'undo'
                 and id > (select id from step where sense = 'do' order by id desc limit 1))
             and (select sense from step r where r.target = s.id order by r.id desc limit 1) = 'undo'
             order by id limit 1"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([], Line::read).optional()?)
    }

    fn replay(&mut self, line: &Line, sense: &'static str) -> Result<()> {
        if line.schema != migrate::version() {
            return Err(t::UNDO_SCHEMA.into());
        }
        let act = Act::of_code(&line.act).unwrap_or_default();
        let kind = tables::by_name(&line.kind).map_or("", |meta| meta.table);
        self.begin_sense(Step::new(act, kind, line.object.clone()), sense, Some(line.id))?;
        let done = self.replay_changes(line.id, sense == "undo").and_then(|()| self.finish());
        if done.is_err() {
            self.cancel();
        }
        done
    }

    /// Puts each change's other side in place: backwards for an undo, forwards for a redo. References are looked at
    /// when the step ends, since a row may come back before what it points to.
    fn replay_changes(&mut self, step: i64, back: bool) -> Result<()> {
        self.conn.execute_batch("pragma defer_foreign_keys = on")?;
        let order = if back { "desc" } else { "asc" };
        let sql = format!("select {COLUMNS} from change c where c.step = ?1 order by c.id {order}");
        let mut select = self.conn.prepare_cached(&sql)?;
        let mut lines = select.query([step])?;
        while let Some(line) = lines.next()? {
            let mut changes = Change::read(line)?;
            if back {
                changes.reverse();
            }
            for Change { table, row, old, new } in changes {
                let (from, to) = if back { (new, old) } else { (old, new) };
                self.put_back(&table, row, from.as_ref(), to.as_ref())?;
            }
        }
        Ok(())
    }

    /// Makes one row what it is to be: deletes it, inserts it, or writes what differs.
    pub(super) fn put_back(&self, table: &str, row: i64, from: Option<&Values>, to: Option<&Values>) -> Result<()> {
        let Some(to) = to else {
            self.alter(&format!("delete from \"{table}\" where id = ?1"))?.execute([row])?;
            return Ok(());
        };
        let differs = |name: &str| from.is_none_or(|from| from.get(name) != to.get(name));
        let mut names: Vec<&str> = to.keys().map(String::as_str).filter(|name| differs(name)).collect();
        let mut binds: Vec<Sql> = names.iter().map(|name| sql_value(to.get(*name))).collect();
        // The search and sort columns stand in no journal; they are made anew where their sources moved.
        let moved = |meta: &&Meta| differs("name") || meta.search.iter().any(|name| differs(name));
        if let Some(meta) = tables::by_name(table).filter(moved) {
            let text = |column: &str| to.get(column).and_then(Json::as_str).unwrap_or_default();
            let (folded, sort) = self.derived_of(meta, text);
            names.extend(["fold", "sort"]);
            binds.extend([Sql::Text(folded), sort.map_or(Sql::Null, Sql::Blob)]);
        }
        if names.is_empty() {
            return Ok(());
        }
        let sql = if from.is_none() { insert(table, &names) } else { update(table, &names) };
        binds.extend(from.map(|_| Sql::Integer(row)));
        self.alter(&sql)?.execute(params_from_iter(binds))?;
        if from.is_none() { self.journal_new(table, row) } else { Ok(()) }
    }
}

fn insert(table: &str, names: &[&str]) -> String {
    let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
    format!("insert into \"{table}\" (\"{}\") values ({})", names.join("\", \""), places.join(", "))
}

fn update(table: &str, names: &[&str]) -> String {
    let sets: Vec<String> = names.iter().enumerate().map(|(at, name)| format!("\"{name}\" = ?{}", at + 1)).collect();
    format!("update \"{table}\" set {} where id = ?{}", sets.join(", "), names.len() + 1)
}

fn sql_value(json: Option<&Json>) -> Sql {
    match json {
        Some(Json::String(text)) => Sql::Text(text.clone()),
        Some(Json::Number(n)) => n.as_i64().map_or(Sql::Null, Sql::Integer),
        Some(Json::Bool(yes)) => Sql::Integer(i64::from(*yes)),
        _ => Sql::Null,
    }
}
