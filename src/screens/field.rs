//! A field of a form: what is typed, what it may complete to, what is wrong with it, and the value it stands for.
use chrono::{Datelike, NaiveDate};

use crate::domain::cell;
use crate::domain::day;
use crate::domain::due::Due;
use crate::domain::fold::fold;
use crate::domain::money::Vnd;
use crate::domain::record::Column;
use crate::domain::value::{Kind, Value};
use crate::domain::words;
use crate::store::{Result, Store};
use crate::text::{Lang, Said, family, rule, screen as t};
use crate::ui::editor::Editor;

/// Tables in which a name that is typed may become a new row.
const OPEN_TABLES: &[&str] = &["person", "unit", "body"];

/// A suggestion under a field: what is shown, and the value it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What is shown.
    pub label: String,
    /// What the field's text becomes.
    pub text: String,
    /// What tells it from its like.
    pub aside: String,
    /// What it stands for.
    pub value: Value,
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its column.
    pub column: &'static Column,
    /// What is typed.
    pub editor: Editor,
    /// What is wrong with it.
    pub fault: Option<Said>,
    /// What it completes to now.
    pub hints: Vec<Hint>,
    /// The hint that Enter takes, if the list was entered.
    pub hint: Option<usize>,
    /// Names that stand for rows that were chosen.
    known: Vec<(String, Value)>,
}

impl Field {
    /// The field of a column with its value.
    ///
    /// # Errors
    /// If a name cannot be read.
    pub fn new(store: &Store, column: &'static Column, value: &Value, lang: Lang) -> Result<Self> {
        let mut known = Vec::new();
        let text = match (column.kind, value) {
            (Kind::Ref(table), Value::Int(id)) => {
                let name = store.name_of(table, *id);
                known.push((name.clone(), value.clone()));
                name
            }
            (Kind::Many(link), Value::Ids(ids)) => {
                let names: Vec<String> = ids.iter().map(|id| store.name_of(link.target, *id)).collect();
                known.extend(names.iter().cloned().zip(ids.iter().map(|id| Value::Int(*id))));
                names.join("; ")
            }
            (_, Value::Int(0)) if column.zero => "0".to_owned(),
            _ => cell::edit(column.kind, value, store.today(), lang),
        };
        Ok(Self { column, editor: Editor::new(&text), fault: None, hints: Vec::new(), hint: None, known })
    }

    /// Whether Enter breaks lines in it.
    #[must_use]
    pub fn is_lines(&self) -> bool {
        self.column.kind == Kind::Lines
    }

    /// Whether a name that is typed may become a new row.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.column.kind {
            Kind::Ref(table) => OPEN_TABLES.contains(&table),
            Kind::Many(link) => OPEN_TABLES.contains(&link.target),
            _ => false,
        }
    }

    /// Turns to the choice after the one that stands in it; `false` if it is no field of fixed choices.
    pub fn next_choice(&mut self) -> bool {
        let choices = cell::choices(self.column.kind);
        let text = self.editor.text();
        let Some(lang) =
            [Lang::Vi, Lang::En].into_iter().find(|lang| choices.iter().any(|it| it.text.say(*lang) == text))
        else {
            return false;
        };
        let at = choices.iter().position(|it| it.text.say(lang) == text).unwrap_or(0);
        if let Some(next) = choices.get((at + 1) % choices.len().max(1)) {
            self.editor.replace(next.text.say(lang));
        }
        true
    }

    /// Looks up what the typed text may complete to; `all` shows the choices even where nothing is typed.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn look_up(&mut self, store: &Store, lang: Lang, all: bool) -> Result<()> {
        self.hint = None;
        let typed = self.part();
        if typed.is_empty() && !all {
            self.hints.clear();
            return Ok(());
        }
        self.hints = match self.column.kind {
            Kind::Ref(table) => self.rows(store, table, &typed, lang)?,
            Kind::Many(link) => self.rows(store, link.target, &typed, lang)?,
            kind => {
                let wanted = fold(&typed);
                let choices = cell::choices(kind).iter().map(|choice| (choice.text.say(lang), choice.code));
                let hits = choices.filter(|(label, _)| all || fold(label).contains(&wanted));
                hits.map(|(label, code)| Hint {
                    label: label.to_owned(),
                    text: label.to_owned(),
                    aside: String::new(),
                    value: code.into(),
                })
                .collect()
            }
        };
        // What is typed in full needs no hint.
        if let [only] = self.hints.as_slice()
            && only.text == typed
            && !matches!(only.value, Value::New(_))
            && !all
        {
            self.hints.clear();
        }
        Ok(())
    }

    /// The new row that the text would become where it is all that is offered: Enter takes it, as it takes the one row
    /// that fits.
    #[must_use]
    pub fn only_new(&self) -> Option<&Hint> {
        match self.hints.as_slice() {
            [only] if matches!(only.value, Value::New(_)) => Some(only),
            _ => None,
        }
    }

    /// Takes a hint: its text replaces what was typed, or the last part of it.
    pub fn take(&mut self, hint: &Hint) {
        self.known.retain(|(name, _)| *name != hint.text);
        self.known.push((hint.text.clone(), hint.value.clone()));
        let text = self.editor.text();
        let kept = match self.column.kind {
            Kind::Many(_) => {
                text.rfind(';').and_then(|at| text.get(..=at)).map_or_else(String::new, |kept| format!("{kept} "))
            }
            _ => String::new(),
        };
        let more = if matches!(self.column.kind, Kind::Many(_)) { "; " } else { "" };
        self.editor.replace(&format!("{kept}{}{more}", hint.text));
        self.hints.clear();
        self.hint = None;
    }

    /// The value that the typed text stands for.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn value(&self, store: &Store) -> std::result::Result<Value, Said> {
        let text = self.editor.text();
        match self.column.kind {
            Kind::Ref(table) => self.row(store, table, text.trim()),
            Kind::Many(link) => {
                let (mut ids, mut names) = (Vec::new(), Vec::new());
                for name in text.split(';').map(str::trim).filter(|name| !name.is_empty()) {
                    match self.row(store, link.target, name)? {
                        Value::Int(id) if !ids.contains(&id) => ids.push(id),
                        Value::New(name) if !names.contains(&name) => names.push(name),
                        _ => {}
                    }
                }
                Ok(if names.is_empty() { Value::Ids(ids) } else { Value::Rows(ids, names) })
            }
            _ if self.column.zero && text.trim().is_empty() => Ok(Value::Null),
            kind => cell::parse(kind, &text, store.today()),
        }
    }

    /// What stands beneath the field while it is typed in: the amount in words, the age.
    #[must_use]
    pub fn beneath(&self, today: NaiveDate, lang: Lang) -> Option<String> {
        let text = self.editor.text();
        match (self.column.kind, cell::parse(self.column.kind, &text, today).ok()?) {
            (Kind::Money, Value::Int(amount)) if amount != 0 => {
                Some(t::AMOUNT_WORDS.with([words::dong(Vnd(amount))]).say(lang))
            }
            (Kind::Born, value @ Value::Text(_)) => {
                let age = family::AGED.with([cell::show(Kind::Age, &value, today, lang)]).say(lang);
                let shown = format!("{} · {age}", cell::show(Kind::Born, &value, today, lang));
                Some(t::AMOUNT_WORDS.with([shown]).say(lang))
            }
            (Kind::Date, value @ Value::Text(_)) => {
                let shown = cell::show(self.column.kind, &value, today, lang);
                (shown != text.trim()).then(|| t::AMOUNT_WORDS.with([shown]).say(lang))
            }
            (Kind::Rule, Value::Text(code)) => {
                let day = Due::parse(&code).and_then(|rule| rule.day(today.year()))?;
                Some(t::AMOUNT_WORDS.with([day::day_line(day, lang)]).say(lang))
            }
            (Kind::Period, value @ Value::Text(_)) if !text.trim().is_empty() => {
                Some(t::AMOUNT_WORDS.with([cell::show(Kind::Period, &value, today, lang)]).say(lang))
            }
            _ => None,
        }
    }

    /// The part of the text that is being completed.
    fn part(&self) -> String {
        let text = self.editor.text();
        match self.column.kind {
            Kind::Many(_) => text.rsplit(';').next().unwrap_or_default().trim().to_owned(),
            _ => text.trim().to_owned(),
        }
    }

    fn rows(&self, store: &Store, table: &str, typed: &str, lang: Lang) -> Result<Vec<Hint>> {
        let found = store.suggest(table, typed, 6)?;
        let exact = found.iter().any(|(_, name, _)| fold(name) == fold(typed));
        let hint = |(id, name, aside): (i64, String, String)| Hint {
            label: name.clone(),
            text: name,
            aside,
            value: Value::Int(id),
        };
        let mut hints: Vec<Hint> = found.into_iter().map(hint).collect();
        if OPEN_TABLES.contains(&table) && !typed.is_empty() && !exact {
            hints.push(Hint {
                label: t::NEW_ROW.with([typed]).say(lang),
                text: typed.to_owned(),
                aside: String::new(),
                value: Value::New(typed.to_owned()),
            });
        }
        Ok(hints)
    }

    fn row(&self, store: &Store, table: &str, name: &str) -> std::result::Result<Value, Said> {
        if name.is_empty() {
            return Ok(Value::Null);
        }
        if let Some((_, value)) = self.known.iter().find(|(known, _)| known == name) {
            return Ok(value.clone());
        }
        let found = store.suggest(table, name, 20).unwrap_or_default();
        let exact: Vec<_> = found.iter().filter(|(_, it, _)| fold(it) == fold(name)).collect();
        // Wards of one name are in many provinces: the agency's own is meant.
        if table == "ward" && exact.len() != 1 {
            let home = store.home().unwrap_or_default();
            let near = |it: &&(i64, String, String)| !home.is_empty() && fold(&it.2).ends_with(&home);
            let pool: Vec<_> = if exact.is_empty() { found.iter().collect() } else { exact.clone() };
            if let [(id, _, _)] = pool.into_iter().filter(near).collect::<Vec<_>>().as_slice() {
                return Ok(Value::Int(*id));
            }
        }
        match (exact.as_slice(), found.as_slice()) {
            ([(id, _, _)], _) | ([], [(id, _, _)]) => Ok(Value::Int(*id)),
            ([], []) => Err(rule::NOT_IN_LIST.with([name])),
            _ => Err(rule::TWO_IN_LIST.with([name])),
        }
    }
}
