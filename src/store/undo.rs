//! Undo and redo over all tables and across restarts: the latest step is taken back by a new step.
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json};

use crate::domain::act::{self, Act, Step};
use crate::domain::record::Meta;
use crate::domain::tables;
use crate::store::error::{Error, Result};
use crate::store::journal::{self, Line};
use crate::store::{Store, migrate};
use crate::text::{Lang, store as t};

const LINE: &str = "id, at, today, user, act, kind, object, sense, target, final, schema";

impl Store {
    /// Takes back the latest step that is not taken back yet. Returns it.
    ///
    /// # Errors
    /// If there is none, it is final, or it is from before an upgrade.
    pub fn undo(&mut self) -> Result<Line> {
        let line = self.undoable()?.ok_or(t::NOTHING_TO_UNDO)?;
        if line.is_final {
            let way = match Act::of_code(&line.act) {
                Some(Act::Approve) => t::USE_UNAPPROVE,
                Some(Act::Issue) => t::USE_WITHDRAW,
                Some(Act::Setup | Act::Demo) => return Err(t::NOTHING_TO_UNDO.into()),
                _ => t::USE_NOTHING,
            };
            let words = |lang| act::words(&line.act, &line.kind, &line.object, lang);
            return Err(Error::Invalid(t::UNDO_STOPS.with([words(Lang::Vi), way.vi.to_owned()])));
        }
        self.replay(&line, "undo")?;
        Ok(line)
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
        let sql = format!("select kind, row, old, new from change where step = ?1 order by id {order}");
        let mut select = self.conn.prepare_cached(&sql)?;
        let mut changes = select.query([step])?;
        let mut spelled: HashMap<String, Spelled> = HashMap::new();
        while let Some(change) = changes.next()? {
            let (table, row): (String, i64) = (change.get(0)?, change.get(1)?);
            let (old, new): (Option<String>, Option<String>) = (change.get(2)?, change.get(3)?);
            let (from, to) = if back { (new, old) } else { (old, new) };
            let spelled = match spelled.entry(table) {
                Entry::Occupied(found) => found.into_mut(),
                Entry::Vacant(place) => {
                    let made = Spelled::new(&self.conn, place.key())?;
                    place.insert(made)
                }
            };
            let gone = to.is_none();
            let sql = match (from, &to) {
                (_, None) => &spelled.delete,
                (None, Some(_)) => &spelled.insert,
                (Some(_), Some(_)) => &spelled.update,
            };
            let values: Map<String, Json> = match to {
                Some(json) => serde_json::from_str(&json).map_err(std::io::Error::other)?,
                None => Map::from_iter([("id".to_owned(), row.into())]),
            };
            let mut statement = self.conn.prepare_cached(sql)?;
            for (at, name) in spelled.columns.iter().enumerate().take(statement.parameter_count()) {
                statement.raw_bind_parameter(at + 1, sql_value(values.get(name)))?;
            }
            statement.raw_execute()?;
            if let Some(meta) = spelled.meta.filter(|_| !gone) {
                self.derive(meta, row)?;
            }
        }
        Ok(())
    }
}

/// The SQL that puts a table's rows back, spelled once for a step. Every statement binds the row number first.
struct Spelled {
    meta: Option<&'static Meta>,
    columns: Vec<String>,
    insert: String,
    update: String,
    delete: String,
}

impl Spelled {
    fn new(conn: &Connection, table: &str) -> Result<Self> {
        let columns = journal::columns(conn, table)?;
        let names: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
        let sets: Vec<String> = names.iter().zip(&places).map(|(name, place)| format!("{name} = {place}")).collect();
        Ok(Self {
            meta: tables::by_name(table),
            insert: format!("insert into \"{table}\" ({}) values ({})", names.join(", "), places.join(", ")),
            update: format!("update \"{table}\" set {} where id = ?1", sets.join(", ")),
            delete: format!("delete from \"{table}\" where id = ?1"),
            columns,
        })
    }
}

fn sql_value(json: Option<&Json>) -> Sql {
    match json {
        Some(Json::String(text)) => Sql::Text(text.clone()),
        Some(Json::Number(n)) => n.as_i64().map_or(Sql::Null, Sql::Integer),
        Some(Json::Bool(yes)) => Sql::Integer(i64::from(*yes)),
        _ => Sql::Null,
    }
}
