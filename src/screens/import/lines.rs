//! The lines of a preview: what each row would do, what is refused, what deserves a look; and the decisions on rows.
use std::collections::HashMap;

use crate::acts::roster::{Change, Decision, Decisions, Difference, Fate, Outcome};
use crate::domain::clean::clean;
use crate::domain::words;
use crate::exchange::roster::{Roster, Row};
use crate::screens::mask;
use crate::screens::screen::Cx;
use crate::text::{Text, import as t, screen};

/// A kind of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A row that may speak of a known child.
    Twin,
    /// A row that is not taken.
    Refused,
    /// A remark.
    Warning,
    /// A known child of whom something is new.
    Updated,
    /// A new child.
    Added,
}

impl Kind {
    /// The kinds in the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Twin, Self::Refused, Self::Warning, Self::Updated, Self::Added];

    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Twin => t::KIND_TWIN,
            Self::Refused => t::KIND_REFUSED,
            Self::Warning => t::KIND_WARNING,
            Self::Updated => t::KIND_UPDATED,
            Self::Added => t::KIND_ADDED,
        }
    }
}

/// A line: its kind, and which of the changes, refusals or warnings it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The kind.
    pub kind: Kind,
    /// Which of them.
    pub at: usize,
}

/// What is decided about a row that adds or changes a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It speaks of the known child.
    Same,
    /// It speaks of another child.
    Other,
    /// It is left out.
    Leave,
}

impl Choice {
    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Same => t::AS_SAME,
            Self::Other => t::AS_OTHER,
            Self::Leave => t::AS_LEFT,
        }
    }
}

/// Choices by the place among the changes.
pub type Choices = HashMap<usize, Choice>;

/// The lines of an outcome, kind by kind.
pub fn items(outcome: &Outcome) -> Vec<Item> {
    let changes = |kind: Kind| {
        let all = outcome.changes.iter().enumerate();
        all.filter(move |(_, change)| of(change) == Some(kind)).map(move |(at, _)| Item { kind, at })
    };
    let count = |kind: Kind, count: usize| (0..count).map(move |at| Item { kind, at });
    changes(Kind::Twin)
        .chain(count(Kind::Refused, outcome.refused.len()))
        .chain(count(Kind::Warning, outcome.warnings.len()))
        .chain(changes(Kind::Updated))
        .chain(changes(Kind::Added))
        .collect()
}

fn of(change: &Change) -> Option<Kind> {
    match change.fate {
        Fate::Added if change.twin.is_some() => Some(Kind::Twin),
        Fate::Added => Some(Kind::Added),
        Fate::Updated => Some(Kind::Updated),
        Fate::Unchanged | Fate::Left => None,
    }
}

/// The next choice for a line: for a doubtful child one of three, else taken as it is or otherwise.
pub const fn turned(kind: Kind, choice: Option<Choice>) -> Option<Choice> {
    match (kind, choice) {
        (Kind::Twin, None | Some(Choice::Leave)) => Some(Choice::Same),
        (Kind::Twin | Kind::Updated, Some(Choice::Same)) | (Kind::Updated, None) => Some(Choice::Other),
        (Kind::Twin | Kind::Updated, Some(Choice::Other)) | (Kind::Added, None) => Some(Choice::Leave),
        _ => None,
    }
}

/// The choices as the acts take them.
pub fn decisions(outcome: &Outcome, choices: &Choices) -> Decisions {
    let decision = |(at, choice): (&usize, &Choice)| {
        let change = outcome.changes.get(*at)?;
        let decision = match (choice, &change.twin) {
            (Choice::Same, Some(twin)) => Decision::Same(twin.child),
            (Choice::Same, None) => return None,
            (Choice::Other, _) => Decision::Other,
            (Choice::Leave, _) => Decision::Leave,
        };
        Some((change.at, decision))
    };
    choices.iter().filter_map(decision).collect()
}

/// A line's kind, place and words; the decision stands before them. Sheets are named where there are several.
pub fn cells(
    item: Item,
    outcome: &Outcome,
    roster: &Roster,
    (choices, several): (&Choices, bool),
    cx: &Cx,
) -> Vec<String> {
    let lang = cx.settings.lang;
    let where_ = |sheet: &str, row: u32| match (sheet, row) {
        ("", 0) => cx.say(screen::WHOLE_FILE).to_owned(),
        (sheet, 0) => sheet.to_owned(),
        ("", row) => t::ROW.with([row]).say(lang),
        (_, row) if !several => t::ROW.with([row]).say(lang),
        (sheet, row) => t::ROW_OF.with([row.to_string(), sheet.to_owned()]).say(lang),
    };
    let kind = cx.say(item.kind.name()).to_owned();
    match item.kind {
        Kind::Refused => {
            let Some(it) = outcome.refused.get(item.at) else { return Vec::new() };
            let reason = it.reason.say(lang);
            // Most reasons quote what stands there.
            let known = it.value.is_empty() || reason.contains(&it.value);
            let value = if known { String::new() } else { format!("{} – ", it.value) };
            vec![kind, where_(&it.sheet, it.row), quoted(words::labelled(&it.column, &format!("{value}{reason}")), cx)]
        }
        Kind::Warning => {
            let Some(it) = outcome.warnings.get(item.at) else { return Vec::new() };
            vec![kind, where_(&it.sheet, it.row), quoted(clean(&it.text.say(lang)), cx)]
        }
        Kind::Twin | Kind::Updated | Kind::Added => {
            let Some(change) = outcome.changes.get(item.at) else { return Vec::new() };
            let Some(row) = roster.rows.get(change.at) else { return Vec::new() };
            let decided = match (item.kind, choices.get(&item.at)) {
                (_, Some(choice)) => format!("[{}] ", cx.say(choice.name())),
                (Kind::Twin, None) => format!("[{}] ", cx.say(t::AS_OPEN)),
                _ => String::new(),
            };
            vec![kind, where_(&row.sheet, row.row), format!("{decided}{}", told(change, row, cx))]
        }
    }
}

/// What a row says, and what would be new.
fn told(change: &Change, row: &Row, cx: &Cx) -> String {
    let name = name(&row.name, cx);
    if let Some(twin) = &change.twin {
        let like = t::LIKE.with([said(row, cx), self::name(&twin.name, cx), twin.said.clone()]).say(cx.settings.lang);
        return format!("{like}. {}", differences(&twin.differences, cx));
    }
    match change.fate {
        Fate::Updated => format!("{name}. {}", differences(&change.differences, cx)),
        _ => said(row, cx),
    }
}

/// A row in short: name, birth, sex, parents, unit.
fn said(row: &Row, cx: &Cx) -> String {
    let person = |person: &Option<String>| person.as_deref().map(|person| name(person, cx));
    let parts = [
        Some(name(&row.name, cx)),
        row.born.map(crate::domain::born::Born::show),
        row.sex.map(|sex| sex.code().to_owned()),
        person(&row.father),
        person(&row.mother),
        row.unit.as_ref().map(|unit| unit.name.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn differences(differences: &[Difference], cx: &Cx) -> String {
    let lang = cx.settings.lang;
    let value = |text: &str, person: bool| match text {
        "" => cx.say(t::BLANK).to_owned(),
        text if person => name(text, cx),
        text => text.to_owned(),
    };
    let one = |it: &Difference| {
        let [old, new] = [&it.old, &it.new].map(|text| value(text, it.person));
        t::DIFFERENCE.with([it.label.say(lang).to_owned(), old, new]).say(lang)
    };
    if differences.is_empty() {
        return cx.say(t::NO_DIFFERENCE).to_owned();
    }
    differences.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn name(name: &str, cx: &Cx) -> String {
    if cx.settings.mask { mask::initials(name) } else { name.to_owned() }
}

fn quoted(sentence: String, cx: &Cx) -> String {
    if cx.settings.mask { mask::quoted_initials(&sentence) } else { sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_turn_in_a_ring() {
        let ring = |kind| {
            let mut choice = None;
            (0..4)
                .map(|_| {
                    choice = turned(kind, choice);
                    choice
                })
                .collect::<Vec<_>>()
        };
        let (same, other, leave) = (Some(Choice::Same), Some(Choice::Other), Some(Choice::Leave));
        assert_eq!(ring(Kind::Twin), [same, other, leave, same]);
        assert_eq!(ring(Kind::Updated), [other, leave, None, other]);
        assert_eq!(ring(Kind::Added), [leave, None, leave, None]);
        assert_eq!(ring(Kind::Warning), [None; 4]);
    }
}
