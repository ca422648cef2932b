//! What goes out before an event: the letter that asks units for their children, and the invitation.
use chrono::Datelike;

use super::{Around, filled};
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::event_step::day_before;
use crate::domain::id::Id;
use crate::domain::signer::Signed;
use crate::paper::{Align, Annex, Block, Column, Foot, Lie, Paper, Row, Span, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{event_paper as t, programme as p, report as r, units};

/// The letter that asks the units for the list of their staff's children, with the form to fill in.
///
/// # Errors
/// If the event is gone or SQLite refuses.
pub fn ask_list(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let due = it.steps.iter().find(|step| step.name == p::STEP_CLOSE_LIST.vi).and_then(|step| step.due);
    let due = day::official(due.unwrap_or_else(|| day_before(it.event.date, 10)));
    let short = letterhead::short(&it.agency);
    let signer = letterhead::signer_of(store, Signed::Roster)?;
    let head = letterhead::letter_head(&it.agency, &signer, "", None, it.today.year());
    let subject = filled(t::ASK_SUBJECT, &[&it.event.name]);
    let body = vec![
        Block::text(filled(t::ASK_INTRO, &[&it.event.name, &it.dated(), letterhead::name(&it.agency)])),
        Block::text(filled(t::ASK_WHO, &[&it.ages()])),
        Block::text(t::ASK_ONCE.vi),
        Block::text(t::ASK_PRIVATE.vi),
        Block::text(filled(t::ASK_DUE, &[&due, &letterhead::gatherer(store, &it.agency, &signer)?])),
        Block::text(t::ASK_END.vi),
    ];
    let blank =
        |n: usize| Row::Cells(std::iter::once((n + 1).to_string()).chain((0..7).map(|_| String::new())).collect());
    let form = Table {
        columns: vec![
            Column::new(r::GIFT_NUMBER.vi, 6, Align::Centre),
            Column::new(r::GIFT_NAME.vi, 22, Align::Left),
            Column::new(crate::text::field::BORN.vi, 11, Align::Centre),
            Column::new(r::SEX_HEAD.vi, 7, Align::Centre),
            Column::new(t::FORM_FATHER.vi, 18, Align::Left),
            Column::new(t::FORM_MOTHER.vi, 18, Align::Left),
            Column::new(t::FORM_SIDE.vi, 10, Align::Left),
            Column::to_sign(crate::text::field::NOTE.vi, 10),
        ],
        rows: (0..8).map(blank).collect(),
    };
    let annex = Annex {
        title: filled(t::FORM_TITLE, &[&it.event.name]),
        reference: filled(units::ANNEX_TO, &[&head.citation(), letterhead::name(&it.agency)]),
        lie: Lie::Landscape,
        blocks: vec![Block::text(t::FORM_UNIT.vi), Block::Table(form), Block::text(t::FORM_END.vi)],
    };
    Ok(Paper {
        head: Some(head),
        addressee: vec![filled(t::ASK_TO, &[short])],
        subject,
        body,
        foot: Foot::Sign(letterhead::letter_sign(&it.agency, &signer)),
        annexes: vec![annex],
        ..Paper::default()
    })
}

/// The invitation to an event.
///
/// # Errors
/// The same.
pub fn invitation(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let line = |label: &str, text: &str| Block::Paragraph(vec![Span::bold(label), Span::plain(text)]);
    let hosts = it.hosts();
    let who = letterhead::name(&it.agency);
    let intro =
        if hosts.is_empty() { filled(t::INVITE_INTRO, &[who]) } else { filled(t::INVITE_INTRO_WITH, &[who, &hosts]) };
    let mut body = vec![
        Block::text(intro),
        Block::Centred(vec![Span::plain(t::BLANK_GUEST.vi)]),
        line(t::INVITE_TO.vi, &it.event.name),
        line(t::LABEL_TIME.vi, &it.moment()),
        line(t::LABEL_PLACE.vi, it.place()),
    ];
    if !it.programme.is_empty() {
        body.push(line(t::LABEL_PROGRAMME.vi, ""));
        body.extend(it.programme.iter().map(|item| Block::bullet(item.name.clone())));
    }
    body.push(Block::text(t::INVITE_END.vi));
    Ok(Paper {
        head: Some(it.head("GM", "", None)),
        kind: Some(t::INVITE_KIND.vi.to_owned()),
        subject: filled(t::INVITE_SUBJECT, &[&it.event.name]),
        body,
        foot: Foot::Sign(it.sign(store, Signed::Invitation, false)?),
        ..Paper::default()
    })
}
