//! Which row somebody means by a code or a name.
use rusqlite::OptionalExtension;

use crate::domain::fold::fold;
use crate::domain::record::{Meta, Order};
use crate::store::{Error, Result, Store};
use crate::text::{Text, report as t};

/// The row of a table that is meant by a code or a name, marks aside; by a part of a name that is in no other. Nothing
/// typed means the latest row of a table that is kept by date.
///
/// # Errors
/// With the rows there are, if none or several are meant; or if the store cannot be read.
pub fn find(store: &Store, meta: &Meta, typed: Option<&str>) -> Result<i64> {
    let rows = named(store, meta)?;
    let Some(typed) = typed else {
        let latest = match meta.order {
            Order::Latest(column) => latest(store, meta, column)?,
            _ => None,
        };
        return latest.ok_or_else(|| choice(t::WHICH_ROW, meta, "", &rows));
    };
    let wanted = fold(typed);
    if let Some(row) = rows.iter().find(|row| !row.code.is_empty() && fold(&row.code) == wanted) {
        return Ok(row.id);
    }
    let same: Vec<&Named> = rows.iter().filter(|row| fold(&row.name) == wanted).collect();
    let within = || rows.iter().filter(|row| !wanted.is_empty() && fold(&row.name).contains(&wanted)).collect();
    let found: Vec<&Named> = if same.is_empty() { within() } else { same };
    match found.as_slice() {
        [only] => Ok(only.id),
        [] => Err(choice(t::NO_ROW, meta, typed, &rows)),
        several => Err(choice(t::SEVERAL_ROWS, meta, typed, several.iter().copied())),
    }
}

/// A row by what it is called.
struct Named {
    id: i64,
    code: String,
    name: String,
}

fn named(store: &Store, meta: &Meta) -> Result<Vec<Named>> {
    let [code, name] = ["code", "name"].map(|column| if meta.place(column).is_some() { column } else { "''" });
    let sql = format!(
        "select id, ifnull({code}, ''), ifnull({name}, '') from \"{}\" where trashed is null order by id",
        meta.source
    );
    let mut statement = store.reader().prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok(Named { id: row.get(0)?, code: row.get(1)?, name: row.get(2)? }))?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

fn latest(store: &Store, meta: &Meta, column: &str) -> Result<Option<i64>> {
    let sql =
        format!("select id from \"{}\" where trashed is null order by \"{column}\" desc, id desc limit 1", meta.source);
    Ok(store.reader().prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()?)
}

/// A refusal with the first few rows that could be meant.
fn choice<'a>(text: Text, meta: &Meta, typed: &str, rows: impl IntoIterator<Item = &'a Named>) -> Error {
    const SHOWN: usize = 12;
    let mut rows = rows.into_iter();
    let mut names: Vec<String> =
        rows.by_ref().take(SHOWN).map(|row| format!("{} {}", row.code, row.name).trim().to_owned()).collect();
    if rows.next().is_some() {
        names.push("…".to_owned());
    }
    text.with([typed.to_owned(), String::new(), names.join("; ")]).saying(1, meta.one.into()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::record::Record;
    use crate::domain::unit::Unit;
    use crate::reports::fixture;

    #[test]
    fn a_row_is_meant_by_its_code_its_name_or_a_part_of_only_its_name() {
        let store = fixture::office();
        let unit = |typed: &str| find(&store, Unit::META, Some(typed));
        let all = store.all::<Unit>().unwrap();
        for one in &all {
            assert_eq!(unit(&one.name).unwrap(), one.id.0);
            assert_eq!(unit(&fold(&one.name)).unwrap(), one.id.0);
        }
        assert!(unit("khong co").is_err() && unit("").is_err());
        assert!(find(&store, Unit::META, None).is_err(), "units have no latest one");
        assert!(find(&store, Event::META, None).is_ok());
    }
}
