//! Lists that leave the program: children, staff, contributions, sessions, events; as JSON or as rows under heads.
//! A list of children reads back into the roster without a change.
mod children;
mod rows;

use serde_json::Value as Json;

use crate::domain::contribution::Contribution;
use crate::domain::event::Event;
use crate::domain::person::Person;
use crate::domain::record::{Meta, Record};
use crate::domain::session::Session;
use crate::domain::{child, day};
use crate::paper::Grid;
use crate::store::list::Query;
use crate::store::{Result, Store};
use crate::text::{Lang, report as t};

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The roster.
    Children,
    /// Persons: staff and parents.
    Staff,
    /// Contributions.
    Contributions,
    /// Propaganda sessions.
    Sessions,
    /// Events.
    Events,
}

impl What {
    /// Every list, in order.
    pub const ALL: [Self; 5] = [Self::Children, Self::Staff, Self::Contributions, Self::Sessions, Self::Events];

    /// The word of the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Staff => "staff",
            Self::Contributions => "contributions",
            Self::Sessions => "sessions",
            Self::Events => "events",
        }
    }

    /// The list of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.code() == code)
    }

    /// Its record type.
    #[must_use]
    pub const fn meta(self) -> &'static Meta {
        match self {
            Self::Children => child::Child::META,
            Self::Staff => Person::META,
            Self::Contributions => Contribution::META,
            Self::Sessions => Session::META,
            Self::Events => Event::META,
        }
    }
}

/// What is left out of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Names become initials; phone numbers, addresses and notes are left out.
    pub masked: bool,
    /// The sensitive groups of Điều 10 (đ e g i k l m) are left out.
    pub without_sensitive: bool,
}

/// A list as JSON, in its natural order, of the rows whose text contains a filter. Children have the keys `name`,
/// `born`, `sex`, `father`, `mother`, `carer`, `unit`, `ward`, `groups`, `hardships`, `status`, `note`; the other
/// lists have their columns' names. What is not known is null.
///
/// # Errors
/// If SQLite refuses.
pub fn json(store: &Store, what: What, filter: &str, cover: Cover) -> Result<Json> {
    let ids = ids(store, what, filter)?;
    match what {
        What::Children => Ok(children::read(store, &ids, cover)?.iter().map(children::Line::json).collect()),
        _ => rows::json(store, what.meta(), &ids, cover),
    }
}

/// The roster as JSON, as [`json`] gives it.
///
/// # Errors
/// If SQLite refuses.
pub fn children_json(store: &Store, filter: &str, masked: bool, without_sensitive: bool) -> Result<Json> {
    json(store, What::Children, filter, Cover { masked, without_sensitive })
}

/// A list as rows under Vietnamese heads, for XLSX and CSV, with a word on what it holds.
///
/// # Errors
/// If SQLite refuses.
pub fn grid(store: &Store, what: What, filter: &str, cover: Cover) -> Result<Grid> {
    let ids = ids(store, what, filter)?;
    let mut grid = match what {
        What::Children => children::grid(&children::read(store, &ids, cover)?),
        _ => rows::grid(store, what.meta(), &ids, cover)?,
    };
    grid.about = about(store, what, filter, cover, ids.len());
    Ok(grid)
}

/// Some children in their order, every column under the heads that an import knows; nothing is said about it.
///
/// # Errors
/// If SQLite refuses.
pub fn roster(store: &Store, ids: &[i64], cover: Cover) -> Result<Grid> {
    Ok(children::grid(&children::read(store, ids, cover)?))
}

fn ids(store: &Store, what: What, filter: &str) -> Result<Vec<i64>> {
    store.ids(what.meta(), &Query { filter: filter.to_owned(), ..Query::default() }, None)
}

fn about(store: &Store, what: What, filter: &str, cover: Cover, rows: usize) -> Vec<String> {
    let say = |said: crate::text::Said| said.say(Lang::Vi);
    let mut lines = vec![
        say(t::ABOUT_LIST.with([what.meta().title.vi])),
        if filter.is_empty() { t::ABOUT_ALL.vi.to_owned() } else { say(t::ABOUT_FILTER.with([filter])) },
        say(t::ABOUT_ROWS.with([rows])),
        say(t::ABOUT_DAY.with([day::show(store.today())])),
    ];
    if cover.masked {
        lines.push(t::ABOUT_MASKED.vi.to_owned());
    }
    if cover.without_sensitive {
        lines.push(t::ABOUT_SENSITIVE.vi.to_owned());
    }
    lines
}

/// A name as initials: "Nguyễn Thị Đông" is "N.T.Đ.".
#[must_use]
pub fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().map(|letter| format!("{}.", letter.to_uppercase()));
    name.split_whitespace().filter_map(first).collect()
}

#[cfg(test)]
mod tests;
