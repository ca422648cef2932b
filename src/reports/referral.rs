//! The papers of a concern: an information sheet after Mẫu số 01 of Nghị định 56/2017/NĐ-CP for whoever takes it over,
//! and the timeline that proves when it was handed on. While it is sealed they tell its head only.
use chrono::{Datelike, NaiveDateTime, Timelike};

use crate::domain::born::Born;
use crate::domain::child::Child;
use crate::domain::day;
use crate::domain::handover::{Answer, Basis, Handover};
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::domain::referral::{Referral, elapsed};
use crate::domain::value::Value;
use crate::paper::{Align, Block, Column, Foot, Head, Paper, Row, Signer, Span, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Said, Text, referral as t, report};

/// Something that happened with a concern: when, in print, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// "18/03/2026 09:05".
    pub at: String,
    /// What, in words.
    pub what: Said,
}

/// Whether what is sealed is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// As far as it is unsealed.
    Told,
    /// In no case: the screen is seen by others.
    Covered,
}

/// What happened with a concern, in order: that it was noted, each hand-over, each answer, and that nobody has it in
/// hand where that is so.
///
/// # Errors
/// If it is gone or SQLite refuses.
pub fn timeline(store: &Store, id: Id<Referral>, told: Words) -> Result<Vec<Event>> {
    let referral = store.get(id)?;
    let open = told == Words::Told && store.is_unsealed();
    let words = |text: &str| if open { text.to_owned() } else { t::SEALED.vi.to_owned() };
    let source = if open { Said::from(referral.source.text()) } else { t::SEALED.into() };
    let seen = words(&referral.seen.0.replace('\n', " "));
    // Each stands with what it is sorted by; an answer has no time and comes after all of its day.
    let noted = t::EVENT_NOTED.with([String::new(), seen]).saying(0, source);
    let mut all: Vec<(NaiveDateTime, bool, Event)> =
        vec![(referral.noted(), false, Event { at: day::moment(referral.noted()), what: noted })];
    for handover in handovers(store, id)? {
        let sent = sent(&handover);
        let receipt = if open && !handover.receipt.is_empty() {
            t::HANDED_RECEIPT.with([&handover.receipt]).say(Lang::Vi)
        } else {
            String::new()
        };
        let basis = match handover.basis {
            Basis::Other => {
                t::REASON.with([String::new(), words(&handover.reason)]).saying(0, handover.basis.text().into())
            }
            basis => basis.text().into(),
        };
        let blank = String::new;
        let what = t::EVENT_SENT
            .with([blank(), blank(), words(&handover.sender), receipt, blank()])
            .saying(0, receiver(&handover, open))
            .saying(1, handover.way.text().into())
            .saying(4, basis);
        all.push((sent, false, Event { at: day::moment(sent), what }));
        if let Some(on) = handover.answered_on.filter(|_| handover.answer != Answer::Waiting) {
            let what = t::EVENT_ANSWER
                .with([blank(), blank(), words(&handover.reply)])
                .saying(0, receiver(&handover, open))
                .saying(1, handover.answer.text().into());
            all.push((on.and_time(sent.time()), true, Event { at: day::show(on), what }));
        }
    }
    all.sort_by_key(|(at, answer, _)| (at.date(), *answer, *at));
    let mut events: Vec<Event> = all.into_iter().map(|(.., event)| event).collect();
    if referral.state.is_open() {
        let what = t::EVENT_OPEN.with([""]).saying(0, elapsed(referral.noted(), store.now()));
        events.push(Event { at: t::EVENT_NOW.vi.to_owned(), what });
    }
    Ok(events)
}

/// The timeline as a paper.
///
/// # Errors
/// The same.
pub fn timeline_paper(store: &Store, id: Id<Referral>) -> Result<Paper> {
    let referral = store.get(id)?;
    let rows = timeline(store, id, Words::Told)?
        .into_iter()
        .map(|it| Row::Cells(vec![it.at, it.what.say(Lang::Vi)]))
        .collect();
    let columns = vec![Column::new(t::HEAD_TIME.vi, 3, Align::Centre), Column::new(t::HEAD_WHAT.vi, 13, Align::Left)];
    let state = t::STATE.with([day::moment(store.now()), referral.state.text().vi.to_owned()]).say(Lang::Vi);
    Ok(Paper {
        head: Some(head(store)?),
        kind: Some(t::TIMELINE_KIND.vi.to_owned()),
        subject: t::TIMELINE_SUBJECT.with([day::moment(referral.noted())]).say(Lang::Vi),
        body: vec![Block::Table(Table { columns, rows }), Block::text(state), Block::italic(t::SECRET.vi)],
        foot: foot(store, report::MAKER)?,
        ..Paper::default()
    })
}

/// The information sheet: what is known stands where Mẫu số 01 asks for it, the rest is left to write in.
///
/// # Errors
/// The same.
pub fn sheet(store: &Store, id: Id<Referral>) -> Result<Paper> {
    let referral = store.get(id)?;
    let open = store.is_unsealed();
    let child = if open && !referral.child.is_new() { Some(store.get::<Child>(referral.child)?) } else { None };
    let source = if open { referral.source.text().vi.to_owned() } else { t::SEALED.vi.to_owned() };
    let taken = t::TIME_AT.with([
        format!("{:02}", referral.noted().hour()),
        format!("{:02}", referral.noted().minute()),
        day::official(referral.noted_on),
    ]);
    let words = |text: &str| if open { text.trim().to_owned() } else { t::SEALED.vi.to_owned() };
    let of_child = |get: &dyn Fn(&Child) -> String| child.as_ref().map(get).unwrap_or_default();
    let parent = |get: fn(&Child) -> Id<Person>| of_child(&|child| store.name_of("person", get(child).0));
    let part = |text: Text| Row::Group(text.vi.to_owned());
    let line = |label: Text, text: String| Row::Cells(vec![label.vi.to_owned(), text]);
    let blank = String::new;
    let mut rows = vec![
        part(t::PART_SOURCE),
        line(t::SOURCE, source),
        line(t::TIME_TAKEN, taken.say(Lang::Vi)),
        part(t::PART_CHILD),
        line(t::NAME, of_child(&|child| child.name.clone())),
        line(t::BORN, of_child(&|child| child.born.map_or_else(String::new, Born::show))),
        line(t::SEX, of_child(&|child| child.sex.map_or_else(String::new, |sex| sex.code().to_owned()))),
        line(t::WHERE, words(&referral.place)),
        line(t::NOW, words(&referral.seen.0)),
        line(t::HARM, blank()),
        line(t::FATHER, parent(|child| child.father)),
        line(t::MOTHER, parent(|child| child.mother)),
        line(t::HOME, blank()),
        line(t::CARER, parent(|child| child.carer)),
        line(t::DONE_BEFORE, blank()),
        part(t::PART_INFORMANT),
        line(t::INFORMANT, blank()),
        line(t::REMARK, blank()),
        part(t::PART_HANDED),
    ];
    let handed = handovers(store, id)?;
    if handed.is_empty() {
        rows.push(line(t::HANDED_NONE, blank()));
    }
    for handover in &handed {
        let number = if open { handover.receipt.as_str() } else { "" };
        let receipt = if number.is_empty() { blank() } else { t::HANDED_RECEIPT.with([number]).say(Lang::Vi) };
        let when = format!("{}{receipt}", day::moment(sent(handover)));
        rows.push(Row::Cells(vec![receiver(handover, open).say(Lang::Vi), when]));
    }
    let columns = vec![Column::new(t::HEAD_ITEM.vi, 9, Align::Left), Column::new(t::HEAD_KNOWN.vi, 10, Align::Left)];
    let body = vec![Block::Centred(vec![Span::italic(t::SHEET_FORM.vi)]), Block::Table(Table { columns, rows })];
    Ok(Paper {
        head: Some(head(store)?),
        kind: Some(t::SHEET_KIND.vi.to_owned()),
        subject: t::SHEET_SUBJECT.vi.to_owned(),
        body,
        foot: foot(store, t::TAKER)?,
        ..Paper::default()
    })
}

fn handovers(store: &Store, id: Id<Referral>) -> Result<Vec<Handover>> {
    store.find("referral", &Value::Int(id.0))
}

fn sent(handover: &Handover) -> NaiveDateTime {
    handover.sent_on.and_time(handover.sent_time.unwrap_or_default())
}

/// The body that it was handed to, with the office's name where it is known.
fn receiver(handover: &Handover, open: bool) -> Said {
    let kind = Said::from(handover.receiver.text());
    if open && !handover.office.is_empty() {
        return t::OFFICE.with([String::new(), handover.office.clone()]).saying(0, kind);
    }
    kind
}

/// The letterhead without number: what is confidential goes through no register of outgoing papers by itself.
fn head(store: &Store) -> Result<Head> {
    let agency = letterhead::agency_on(store, store.today())?;
    let full = letterhead::head(&agency, "", "", None, store.today().year());
    Ok(Head { place: String::new(), ..full })
}

fn foot(store: &Store, title: Text) -> Result<Foot> {
    let agency = letterhead::agency_on(store, store.today())?;
    let dated = letterhead::head(&agency, "", "", Some(store.today()), store.today().year()).date_line();
    let signer = |title: String, dated: String| Signer {
        dated,
        title,
        note: report::SIGN_NOTE.vi.to_owned(),
        name: String::new(),
    };
    let leaders = report::LEADERS.with([letterhead::short(&agency)]).say(Lang::Vi);
    Ok(Foot::Signers(vec![signer(title.vi.to_owned(), String::new()), signer(leaders, dated)]))
}
