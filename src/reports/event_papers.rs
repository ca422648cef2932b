//! The papers around an event (Nghị định 30/2020/NĐ-CP where it applies), each filled from its data.
mod consents;
mod file;
mod letters;
mod money;
mod plan;

use chrono::{Datelike, NaiveDate};

use crate::domain::agency::Agency;
use crate::domain::body::Body;
use crate::domain::event::Event;
use crate::domain::event_step::EventStep;
use crate::domain::gift::Gift;
use crate::domain::id::Id;
use crate::domain::programme::ProgrammeItem;
use crate::domain::record::Record;
use crate::domain::signer::{self, Signed};
use crate::domain::value::Value;
use crate::domain::{day, hour};
use crate::paper::{Align, Column, Head, Row, Sign, Signer, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, event_paper as t, prose, report as r, units as u};

pub use consents::{child_opinion, helpers, parents_opinion};
pub use file::payment_file;
pub use letters::{ask_list, invitation};
pub use money::{budget, budget_lines, budget_sheet, proposal};
pub use plan::{duties, plan};

/// The names of an event's partners, in the order in which they were chosen.
#[must_use]
pub fn host_names(store: &Store, event: &Event) -> Vec<String> {
    event.hosts.0.iter().map(|id| store.name_of(Body::TABLE, *id)).filter(|name| !name.is_empty()).collect()
}

/// What every paper of an event is made of.
struct Around {
    event: Event,
    agency: Agency,
    steps: Vec<EventStep>,
    programme: Vec<ProgrammeItem>,
    hosts: Vec<String>,
    today: NaiveDate,
}

impl Around {
    fn read(store: &Store, id: Id<Event>) -> Result<Self> {
        let event = store.get(id)?;
        let mut steps = store.find::<EventStep>("event", &Value::Int(id.0))?;
        steps.sort_by_key(|step| (step.due.is_none(), step.due, step.id.0));
        let mut programme = store.find::<ProgrammeItem>("event", &Value::Int(id.0))?;
        programme.sort_by_key(|item| (item.time.is_none(), item.time, item.id.0));
        let agency = letterhead::agency_on(store, store.today())?;
        let hosts = host_names(store, &event);
        Ok(Self { event, agency, steps, programme, hosts, today: store.today() })
    }

    /// The letterhead of a paper of a kind, as "KH"; its number and day are given later by the clerical office.
    fn head(&self, kind: &str, number: &str, on: Option<NaiveDate>) -> Head {
        letterhead::head(&self.agency, kind, number, on, self.today.year())
    }

    /// The letterhead of a list: no number; its day stands over the last signer.
    fn list_head(&self) -> Head {
        Head { place: String::new(), ..self.head("", "", None) }
    }

    /// The signer: whoever the office named for the paper, else whoever signs for the agency. "Như trên" stands only where
    /// somebody is addressed.
    fn sign(&self, store: &Store, paper: Signed, addressed: bool) -> Result<Sign> {
        let mut sign = letterhead::sign(&self.agency);
        if let Some(own) = store.all::<signer::Signer>()?.into_iter().find(|it| it.paper == paper) {
            let named = letterhead::letter_sign(&self.agency, &own);
            (sign.office, sign.name) = (named.office, named.name);
        }
        if !addressed && !sign.recipients.is_empty() {
            sign.recipients.remove(0);
        }
        Ok(sign)
    }

    /// The signer of what is put before the agency's own leaders: nobody petitions himself, so that until the office says
    /// otherwise it is the head of the Office.
    fn petition(&self, store: &Store) -> Result<Sign> {
        let sign = self.sign(store, Signed::Submission, true)?;
        if store.all::<signer::Signer>()?.iter().any(|it| it.paper == Signed::Submission) {
            return Ok(sign);
        }
        let head = letterhead::signer_of(store, Signed::Submission)?;
        let office = if head.office.is_empty() { u::HEAD_OF_OFFICE.vi.to_owned() } else { head.office };
        let name = if head.name.is_empty() { prose::BLANK_SIGNER.vi.to_owned() } else { head.name };
        Ok(Sign { office: vec![office], name, ..sign })
    }

    fn signers(&self, titles: &[&str]) -> Vec<Signer> {
        let dated = self.head("", "", None).date_line();
        let last = titles.len().saturating_sub(1);
        let one = |(at, title): (usize, &&str)| Signer {
            dated: if at == last { dated.clone() } else { String::new() },
            title: (*title).to_owned(),
            note: r::SIGN_NOTE.vi.to_owned(),
            name: String::new(),
        };
        titles.iter().enumerate().map(one).collect()
    }

    /// The unit that drafts a paper, by its signer.
    fn gatherer(&self, store: &Store, paper: Signed) -> Result<String> {
        letterhead::gatherer(store, &self.agency, &letterhead::signer_of(store, paper)?)
    }

    fn leaders(&self) -> String {
        r::LEADERS.with([letterhead::short(&self.agency)]).say(Lang::Vi)
    }

    /// "ngày 01 tháng 6 năm 2026".
    fn dated(&self) -> String {
        day::official(self.event.date)
    }

    /// "8 giờ 00 phút, ngày 01 tháng 6 năm 2026".
    fn moment(&self) -> String {
        match self.programme.iter().find_map(|item| item.time) {
            Some(time) => said(&t::MOMENT.with([hour::show(time), self.dated()])),
            None => self.dated(),
        }
    }

    fn place(&self) -> &str {
        if self.event.place.is_empty() { t::BLANK_PLACE.vi } else { &self.event.place }
    }

    /// "Công đoàn, Đoàn thanh niên"; blank if nobody is named.
    fn hosts(&self) -> String {
        self.hosts.join(", ")
    }

    /// "dưới 16 tuổi, tính tại ngày chương trình".
    fn ages(&self) -> String {
        let rule = self.event.age_rule.text().vi;
        said(&t::AGES.with([self.event.limit().to_string(), rule.to_owned()]))
    }

    fn steps_table(&self) -> Table {
        let row = |(n, step): (usize, &EventStep)| {
            let due = step.due.map(day::show).unwrap_or_default();
            Row::Cells(vec![(n + 1).to_string(), step.name.clone(), or_office(&step.who), due, step.note.clone()])
        };
        Table {
            columns: vec![
                Column::new(r::GIFT_NUMBER.vi, 6, Align::Centre),
                Column::new(t::HEAD_STEP.vi, 40, Align::Left),
                Column::new(t::HEAD_WHO.vi, 22, Align::Left),
                Column::new(t::HEAD_DUE.vi, 14, Align::Centre),
                Column::new(crate::text::field::NOTE.vi, 18, Align::Left),
            ],
            rows: self.steps.iter().enumerate().map(row).collect(),
        }
    }

    fn programme_table(&self) -> Table {
        let row = |item: &ProgrammeItem| {
            let time = item.time.map(hour::show).unwrap_or_default();
            Row::Cells(vec![time, item.name.clone(), item.kind.text().vi.to_owned(), or_office(&item.who)])
        };
        Table {
            columns: vec![
                Column::new(t::HEAD_TIME.vi, 12, Align::Centre),
                Column::new(t::HEAD_ITEM.vi, 44, Align::Left),
                Column::new(t::HEAD_KIND.vi, 18, Align::Left),
                Column::new(t::HEAD_WHO.vi, 26, Align::Left),
            ],
            rows: self.programme.iter().map(row).collect(),
        }
    }
}

/// Whoever is not named is the office, which organises the event.
fn or_office(who: &str) -> String {
    if who.is_empty() { crate::text::programme::WHO_OFFICE.vi.to_owned() } else { who.to_owned() }
}

fn said(said: &Said) -> String {
    said.say(Lang::Vi)
}

fn filled(text: Text, parts: &[&str]) -> String {
    text.with(parts.iter().map(|part| (*part).to_owned())).say(Lang::Vi)
}

/// How many gifts the event gives: those of its list, else those the roster would give today.
fn gifts(store: &Store, event: &Event) -> Result<i64> {
    let listed = store.find::<Gift>("event", &Value::Int(event.id.0))?;
    let lines = if listed.is_empty() { crate::reports::gift_list::computed(store, event)? } else { listed };
    Ok(lines.iter().filter(|gift| gift.included).map(|gift| gift.count).sum())
}

#[cfg(test)]
mod tests;
