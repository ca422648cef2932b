//! What the places of a report's text stand for: every figure, also in words, as of a year ago and compared; and the
//! names that the report is about.
use super::facts::Facts;
use super::lines::named;
use super::{draft, results};
use crate::domain::day;
use crate::domain::money::Vnd;
use crate::domain::place;
use crate::domain::value::Kind;
use crate::domain::words;
use crate::reports::figure::Figure;
use crate::text::{Lang, Text, issue as t, rally};

/// One place: what is written, what it is called, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is written between the braces.
    pub name: String,
    /// What it is called.
    pub label: Text,
    /// What is said of it beside its name; nothing for the value itself.
    pub form: Option<Text>,
    /// What stands in it now; blank where nothing is known.
    pub value: String,
    /// Whether blank is a value too: a comparison with a year of which nothing is known.
    pub may_be_blank: bool,
}

/// All places of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Vec<Place>);

/// Why a place of a text is not ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing is called so.
    Unknown(String),
    /// Nothing is known to stand in it.
    Empty(String),
}

impl Places {
    pub(super) fn of(facts: &Facts) -> Self {
        let mut all = Vec::new();
        for (figure, now) in facts.now.iter() {
            all.extend(of_figure(facts, figure, now));
        }
        let (from, to) = (day::show(facts.period.from), day::show(facts.period.to));
        let names = [
            ("ky", t::PLACE_PERIOD, named(&facts.period)),
            ("tu_ngay", t::PLACE_FROM, from),
            ("den_ngay", t::PLACE_TO, to),
            ("co_quan", t::PLACE_AGENCY, facts.agency.name.clone()),
            ("ke_hoach", t::PLACE_PLAN, facts.plan.as_ref().map(super::lines::cited_again).unwrap_or_default()),
            ("nhiem_vu", t::PLACE_TASKS, draft::tasks(facts).to_string()),
            ("hinh_thuc", t::PLACE_FORMS, results::forms(facts)),
            ("van_ban", t::PLACE_DOCUMENTS, facts.documents.join("; ")),
            ("phong_trao", rally::PLACE, results::rally_names(facts)),
            ("chuong_trinh", t::PLACE_EVENTS, results::event_names(facts)),
        ];
        all.extend(names.map(|(name, label, value)| Place {
            name: name.to_owned(),
            label,
            form: None,
            value,
            may_be_blank: false,
        }));
        Self(all)
    }

    /// All of them, in the order of the report.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.0.iter()
    }

    /// What stands in a place.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        self.find(name).map(|place| place.value.clone())
    }

    /// A text with its places filled.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        place::filled(text, |name| self.value(name))
    }

    /// The places of a text that cannot be printed, each once.
    #[must_use]
    pub fn gaps(&self, text: &str) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for name in place::names(text) {
            let gap = match self.find(name) {
                None => Gap::Unknown(name.to_owned()),
                Some(place) if place.value.trim().is_empty() && !place.may_be_blank => Gap::Empty(name.to_owned()),
                Some(_) => continue,
            };
            if !gaps.contains(&gap) {
                gaps.push(gap);
            }
        }
        gaps
    }

    fn find(&self, name: &str) -> Option<&Place> {
        self.0.iter().find(|place| place.name == name)
    }
}

/// A figure and its forms, as far as the paper says them.
fn of_figure(facts: &Facts, figure: &Figure, now: i64) -> Vec<Place> {
    let place = |suffix: &str, form: Option<Text>, value: String, may_be_blank: bool| Place {
        name: format!("{}{suffix}", figure.code),
        label: figure.label,
        form,
        value,
        may_be_blank,
    };
    let before = facts.before.as_ref().map(|before| before.get(figure.code));
    let full = facts.guard.is_full(figure.code);
    let change = before.filter(|_| full && facts.guard_before.is_full(figure.code)).map(|before| now - before);
    let mut all = vec![place("", None, facts.said(figure.code), false)];
    if figure.kind == Kind::Money {
        let told = if full { words::dong(Vnd(now)) } else { facts.said(figure.code) };
        all.push(place(".chu", Some(t::FORM_WORDS), told, false));
    }
    let then = before.map(|before| facts.guard_before.said(figure.code, before)).unwrap_or_default();
    all.push(place(".cung_ky", Some(t::FORM_BEFORE), then, false));
    all.push(place(".chenh_lech", Some(t::FORM_CHANGE), change.map(signed).unwrap_or_default(), false));
    let told = change.map(|change| compared(change, figure.unit)).unwrap_or_default();
    all.push(place(".so_sanh", Some(t::FORM_COMPARED), told, true));
    all
}

/// A difference with its sign, as the annex has it.
pub(super) fn signed(change: i64) -> String {
    match change {
        0 => "0".to_owned(),
        more @ 1.. => format!("+{}", Vnd(more).show()),
        fewer => format!("–{}", Vnd(-fewer).show()),
    }
}

fn compared(change: i64, unit: Text) -> String {
    let told = |text: Text, n: i64| text.with([Vnd(n).show(), unit.vi.to_owned()]).say(Lang::Vi);
    match change {
        0 => t::LEVEL.vi.to_owned(),
        more @ 1.. => told(t::UP, more),
        fewer => told(t::DOWN, -fewer),
    }
}
