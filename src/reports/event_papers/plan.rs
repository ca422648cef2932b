//! The plan of an event, and who does what.
use super::{Around, filled, gifts};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::signer::Signed;
use crate::domain::words;
use crate::paper::{Block, Foot, Level, Paper};
use crate::store::{Result, Store};
use crate::text::{event_paper as t, report as r};

/// The plan: why, when and where, who, what happens, what it costs, who does what.
///
/// # Errors
/// If the event is gone or SQLite refuses.
pub fn plan(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let count = gifts(store, &it.event)?;
    let part = |n: usize, text: &str| Block::Heading(Level::Part, format!("{} {text}", Level::Part.mark(n)));
    let hosts = it.hosts();
    let mut body = Vec::new();
    if !it.event.clause.is_new() {
        let clause = store.get(it.event.clause)?;
        body.push(Block::italic(filled(t::PLAN_BASIS, &[&clause.flat()])));
    }
    body.push(part(1, t::PLAN_AIM.vi));
    body.extend([t::PLAN_AIM_CARE, t::PLAN_AIM_SAFE].map(|text| Block::text(text.vi)));
    body.push(part(2, t::PLAN_WHEN.vi));
    body.push(Block::text(format!("{}{}.", t::LABEL_TIME.vi, it.moment())));
    body.push(Block::text(format!("{}{}.", t::LABEL_PLACE.vi, it.place())));
    body.push(Block::text(filled(t::PLAN_CHILDREN, &[&it.ages(), &count.to_string()])));
    if !hosts.is_empty() {
        body.push(Block::text(filled(t::PLAN_HOSTS, &[&hosts])));
    }
    if it.event.alone {
        body.push(Block::text(t::PLAN_ALONE.vi));
    }
    body.push(part(3, t::PLAN_CONTENT.vi));
    if it.programme.is_empty() {
        let lines = it.event.programme.0.lines().filter(|line| !line.trim().is_empty());
        body.extend(lines.map(|line| Block::bullet(line.trim())));
    } else {
        body.push(Block::Table(it.programme_table()));
    }
    body.push(part(4, t::PLAN_MONEY.vi));
    body.push(Block::text(money(&it.event)));
    body.push(part(5, t::PLAN_DUTIES.vi));
    if it.steps.is_empty() {
        body.push(Block::text(filled(t::PLAN_OFFICE, &[&it.gatherer(store, Signed::Plan)?])));
    } else {
        body.push(Block::Table(it.steps_table()));
    }
    body.push(Block::text(filled(t::PLAN_END, &[&it.event.name])));
    Ok(Paper {
        head: Some(it.head("KH", "", None)),
        kind: Some(t::PLAN_KIND.vi.to_owned()),
        subject: filled(t::PLAN_SUBJECT, &[&it.event.name]),
        body,
        foot: Foot::Sign(it.sign(store, Signed::Plan, false)?),
        ..Paper::default()
    })
}

/// What is planned, in figures and words, and from where.
fn money(event: &Event) -> String {
    if event.planned == Vnd(0) {
        return t::PLAN_NO_MONEY.vi.to_owned();
    }
    let words = words::dong(event.planned);
    filled(t::PLAN_SUM, &[&event.planned.show(), &words, event.source.text().vi])
}

/// Who does what: the steps with their days, then the programme with who is in charge.
///
/// # Errors
/// The same.
pub fn duties(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let part = |n: usize, text: &str| Block::Heading(Level::Item, format!("{} {text}", Level::Item.mark(n)));
    let mut body = vec![Block::text(filled(t::DUTIES_INTRO, &[&it.event.name, &it.moment(), it.place()]))];
    if it.steps.is_empty() && it.programme.is_empty() {
        return Err(t::DUTIES_NONE.with([it.event.name]).into());
    }
    if !it.steps.is_empty() {
        body.extend([part(1, t::DUTIES_STEPS.vi), Block::Table(it.steps_table())]);
    }
    if !it.programme.is_empty() {
        let at = if it.steps.is_empty() { 1 } else { 2 };
        body.extend([part(at, t::DUTIES_DAY.vi), Block::Table(it.programme_table())]);
    }
    Ok(Paper {
        head: Some(it.list_head()),
        kind: Some(t::DUTIES_KIND.vi.to_owned()),
        subject: it.event.name.clone(),
        body,
        foot: Foot::Signers(it.signers(&[r::MAKER.vi, &it.leaders()])),
        ..Paper::default()
    })
}
