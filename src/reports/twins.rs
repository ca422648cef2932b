//! Children who may be entered twice: those like one that is being typed, and all pairs of the roster.
use std::collections::{HashMap, HashSet};

use rusqlite::{Row, params};

use crate::domain::born::Born;
use crate::domain::sex::Sex;
use crate::domain::twin::birth::swapped;
use crate::domain::twin::name::Name;
use crate::domain::twin::pairs::Index;
use crate::domain::twin::{Facts, Suspicion, compare};
use crate::store::{Result, Store};

/// What is read of a child to compare it.
const FACTS: &str = "select c.id, c.name, c.born, c.sex, f.name, m.name, r.name, u.name from child c
    left join person f on f.id = c.father left join person m on m.id = c.mother
    left join person r on r.id = c.carer left join unit u on u.id = c.unit
    where c.trashed is null";

/// Who is to be compared with the child in question: those of the same name, with a parent of the same name, of the same
/// birthday or of that with day and month in each other's place. Others have not enough points, unless the name, the
/// birth date and the parents were all written wrong at once.
const LIKE: &str = "and c.id in (
    select id from child where fold in (select value from json_each(?1))
    union select x.id from person p join child x on x.father = p.id where p.fold in (select value from json_each(?2))
    union select x.id from person p join child x on x.mother = p.id where p.fold in (select value from json_each(?2))
    union select x.id from person p join child x on x.carer = p.id where p.fold in (select value from json_each(?2))
    union select id from child where ifnull(born, '') in (?3, ?4))";

/// A child who may be the one in question.
#[derive(Clone, Debug, PartialEq)]
pub struct Like {
    /// What is known of it.
    pub facts: Facts,
    /// Why it may be the same.
    pub suspicion: Suspicion,
}

/// Two children of the roster who may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The child with the smaller number.
    pub first: i64,
    /// The other.
    pub second: i64,
    /// Why they may be one.
    pub suspicion: Suspicion,
}

/// Children on the roster who may be this one, the likeliest first, `most` at the most. Pairs that somebody has told
/// apart are left out, and so is the child itself.
///
/// # Errors
/// If SQLite refuses.
pub fn like(store: &Store, facts: &Facts, most: usize) -> Result<Vec<Like>> {
    if facts.name.is_blank() {
        return Ok(Vec::new());
    }
    let apart = apart(store)?;
    let mut statement = store.reader().prepare_cached(&format!("{FACTS} {LIKE}"))?;
    let (names, kin, [day, turned]) = keys(facts)?;
    let rows = statement.query_map(params![names, kin, day, turned], read)?;
    let mut found = Vec::new();
    for row in rows {
        let other = row?;
        let known = other.id == facts.id || apart.contains(&ordered(other.id, facts.id));
        if let Some(suspicion) = (!known).then(|| compare(facts, &other)).flatten() {
            found.push(Like { facts: other, suspicion });
        }
    }
    found.sort_by_key(|like| (-like.suspicion.points, like.facts.id));
    found.truncate(most);
    Ok(found)
}

/// Every pair of the roster that may be one, the likeliest first, without those that somebody has told apart.
///
/// # Errors
/// If SQLite refuses.
pub fn pairs(store: &Store) -> Result<Vec<Pair>> {
    let (apart, (ids, index)) = (apart(store)?, index(store)?);
    let near: Vec<(i64, i64)> = index.pairs().into_iter().map(|(one, other)| ordered(ids[one], ids[other])).collect();
    let asked: HashSet<i64> = near.iter().flat_map(|(first, second)| [*first, *second]).collect();
    let facts = facts(store, &asked)?;
    let mut pairs = Vec::new();
    for (first, second) in near.into_iter().filter(|pair| !apart.contains(pair)) {
        let both = facts.get(&first).zip(facts.get(&second));
        if let Some(suspicion) = both.and_then(|(one, other)| compare(one, other)) {
            pairs.push(Pair { first, second, suspicion });
        }
    }
    pairs.sort_by_key(|pair| (-pair.suspicion.points, pair.first, pair.second));
    Ok(pairs)
}

/// The children of the roster by place, and who is to be compared with whom.
fn index(store: &Store) -> Result<(Vec<i64>, Index)> {
    let mut statement = store.reader().prepare_cached(
        "select c.id, c.fold, c.born, f.fold, m.fold, r.fold from child c left join person f on f.id = c.father
         left join person m on m.id = c.mother left join person r on r.id = c.carer where +c.trashed is null",
    )?;
    let (mut ids, mut index) = (Vec::new(), Index::default());
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kin = [text(row, 3)?, text(row, 4)?, text(row, 5)?];
        index.note(ids.len(), text(row, 1)?, kin, Born::from_iso(text(row, 2)?));
        ids.push(row.get(0)?);
    }
    Ok((ids, index))
}

/// What is known of some children.
fn facts(store: &Store, ids: &HashSet<i64>) -> Result<HashMap<i64, Facts>> {
    let list = serde_json::to_string(ids).map_err(std::io::Error::other)?;
    let text = format!("{FACTS} and c.id in (select value from json_each(?1))");
    let mut statement = store.reader().prepare_cached(&text)?;
    let rows = statement.query_map([list], read)?;
    Ok(rows.map(|facts| facts.map(|facts| (facts.id, facts))).collect::<rusqlite::Result<_>>()?)
}

/// The pairs that somebody has told apart, the smaller number first.
///
/// # Errors
/// If SQLite refuses.
pub fn apart(store: &Store) -> Result<HashSet<(i64, i64)>> {
    let mut statement = store.reader().prepare_cached("select first, second from apart where trashed is null")?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<rusqlite::Result<_>>()?)
}

/// A pair with the smaller number first.
#[must_use]
pub fn ordered(one: i64, other: i64) -> (i64, i64) {
    (one.min(other), one.max(other))
}

/// What the child in question is looked up by: names, parents' names, birthdays.
fn keys(facts: &Facts) -> Result<(String, String, [String; 2])> {
    let kin: Vec<String> = facts.kin.iter().flat_map(Name::folds).collect();
    let json = |texts: &[String]| serde_json::to_string(texts).map_err(std::io::Error::other);
    let days = match facts.born {
        Some(Born::Day(day)) => [Some(day), swapped(day)].map(|day| day.map(|day| day.to_string())),
        _ => [None, None],
    };
    // No birth date is written so: where there is no day to look for, none is found.
    Ok((json(&facts.name.folds())?, json(&kin)?, days.map(|day| day.unwrap_or_else(|| "-".to_owned()))))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Facts> {
    let (born, sex) = (Born::from_iso(text(row, 2)?), Sex::of_code(text(row, 3)?));
    let facts = Facts::new(text(row, 1)?, born, sex, [text(row, 4)?, text(row, 5)?, text(row, 6)?], text(row, 7)?);
    Ok(Facts { id: row.get(0)?, ..facts })
}

/// A text of a row; blank if there is none.
fn text<'a>(row: &'a Row<'_>, at: usize) -> rusqlite::Result<&'a str> {
    Ok(row.get_ref(at)?.as_str_or_null().ok().flatten().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apart::Apart;
    use crate::domain::child::Child;
    use crate::domain::id::Id;
    use crate::domain::person::Person;
    use crate::store::clock::Clock;

    fn store() -> Store {
        let now = || chrono::NaiveDate::from_ymd_opt(2026, 5, 20).unwrap().and_hms_opt(8, 0, 0).unwrap();
        Store::memory("thu", Clock { day: None, now }).unwrap()
    }

    fn child(store: &mut Store, name: &str, born: &str, father: &str) -> i64 {
        let mut person = Person { name: father.into(), ..Person::default() };
        if !father.is_empty() {
            store.save(&mut person).unwrap();
        }
        let mut child = Child { name: name.into(), born: Born::from_iso(born), father: person.id, ..Child::default() };
        store.save(&mut child).unwrap();
        child.id.0
    }

    fn asked(store: &Store, name: &str, born: &str, father: &str) -> Vec<i64> {
        let facts = Facts::new(name, Born::from_iso(born), None, [father, "", ""], "");
        like(store, &facts, 3).unwrap().into_iter().map(|like| like.facts.id).collect()
    }

    #[test]
    fn those_who_may_be_one_are_found_by_name_parent_or_birthday() {
        let mut store = store();
        let one = child(&mut store, "Nguyễn Thị Lý", "2015-03-05", "Nguyễn Văn Mỹ");
        let other = child(&mut store, "Hoàng Minh Trang", "2016-04-07", "Hoàng Sơn");
        assert_eq!(asked(&store, "Nguyễn Thị Lí", "5/3/2015", ""), [] as [i64; 0]);
        assert_eq!(asked(&store, "Nguyễn Thị Lí", "2015-03-05", ""), [one]);
        assert_eq!(asked(&store, "Nguyễn Thị Lí", "2015", "Nguyễn Văn M"), [one]);
        assert_eq!(asked(&store, "Nguyễn Lý", "2015", "Nguyễn Văn Mĩ"), [one]);
        assert_eq!(asked(&store, "Hoang Minh Trnag", "2016-07-04", "Hoàng Sơn"), [other]);
        assert_eq!(asked(&store, "Hoàng Minh Trnag", "2016-04-07", ""), [other]);
        assert_eq!(asked(&store, "", "2016-04-07", "Hoàng Sơn"), [] as [i64; 0]);
    }

    #[test]
    fn pairs_told_apart_and_children_in_the_trash_are_left_out() {
        let mut store = store();
        let (one, other) = (child(&mut store, "Lê An", "2015-03-05", ""), child(&mut store, "Le An", "2015-03-05", ""));
        let third = child(&mut store, "LÊ AN", "2015-05-03", "Lê Ân");
        let found =
            |store: &Store| -> Vec<_> { pairs(store).unwrap().iter().map(|pair| (pair.first, pair.second)).collect() };
        assert_eq!(found(&store), [(one, other), (one, third), (other, third)]);
        let (first, second) = (Id::of(one), Id::of(other));
        store.save(&mut Apart { name: "a".into(), first, second, ..Apart::default() }).unwrap();
        store.trash(<Child as crate::domain::record::Record>::META, &[third]).unwrap();
        assert_eq!(found(&store), []);
        let facts = Facts { id: one, ..Facts::new("Lê An", Born::from_iso("2015-03-05"), None, [""; 3], "") };
        assert_eq!(like(&store, &facts, 3).unwrap(), []);
        assert_eq!(asked(&store, "Lê An", "2015-03-05", "").len(), 2);
    }
}
