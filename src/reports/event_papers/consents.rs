//! What Thông tư 27/2022/TT-BLĐTBXH asks to be signed before children take part without their parents: the parents'
//! opinion, that of a child of 7 and more, and the promise of whoever helps. The forms are the office's own words.
use super::{Around, filled, said};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::paper::{Align, Block, Column, Foot, Paper, Row, Span, Table};
use crate::store::{Result, Store};
use crate::text::{Text, event_paper as t, programme as p, report as r};

/// What the event is, as everybody who is asked must be told.
fn told(it: &Around) -> Vec<Block> {
    let line = |label: Text, text: &str| Block::Paragraph(vec![Span::bold(label.vi), Span::plain(text)]);
    let staff = it.hosts();
    let mut all = vec![
        line(t::LABEL_EVENT, &it.event.name),
        line(t::LABEL_TIME, &it.moment()),
        line(t::LABEL_PLACE, it.place()),
        line(t::LABEL_WHO, &said(&t::CHILDREN_OF.with([it.ages()]))),
    ];
    if !it.programme.is_empty() {
        let names: Vec<&str> = it.programme.iter().map(|item| item.name.as_str()).collect();
        all.push(line(t::LABEL_PROGRAMME, &names.join("; ")));
    }
    let staff = if staff.is_empty() { p::WHO_OFFICE.vi.to_owned() } else { format!("{}, {staff}", p::WHO_OFFICE.vi) };
    all.push(line(t::LABEL_STAFF, &staff));
    all
}

fn form(it: &Around, kind: Text, body: Vec<Block>, signer: Text) -> Paper {
    Paper {
        head: Some(it.list_head()),
        kind: Some(kind.vi.to_owned()),
        subject: filled(t::OPINION_SUBJECT, &[&it.event.name]),
        body,
        foot: Foot::Signers(it.signers(&[signer.vi])),
        ..Paper::default()
    }
}

/// The form on which parents say whether their child takes part (Phụ lục I).
///
/// # Errors
/// If the event is gone or SQLite refuses.
pub fn parents_opinion(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let mut body = told(&it);
    body.extend(
        [
            t::PARENT_NAME,
            t::PARENT_CHILD,
            t::PARENT_PHONE,
            t::PARENT_YES,
            t::PARENT_HEALTH,
            t::PARENT_PICTURE,
            t::PARENT_FETCH,
        ]
        .map(|text| Block::text(text.vi)),
    );
    Ok(form(&it, t::PARENT_KIND, body, t::PARENT_SIGNER))
}

/// The form on which a child of 7 and more says what it thinks (Phụ lục II).
///
/// # Errors
/// The same.
pub fn child_opinion(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let mut body = told(&it);
    body.extend(
        [t::CHILD_NAME, t::CHILD_YES, t::CHILD_LIKES, t::CHILD_PICTURE, t::CHILD_WISH].map(|text| Block::text(text.vi)),
    );
    Ok(form(&it, t::CHILD_KIND, body, t::CHILD_SIGNER))
}

/// The promise of those who help to protect the children (Phụ lục III), with the list on which they sign.
///
/// # Errors
/// The same.
pub fn helpers(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let mut names: Vec<String> = it.programme.iter().map(|item| item.who.clone()).collect();
    names.extend(it.steps.iter().map(|step| step.who.clone()));
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    let rows = names.into_iter().chain((0..6).map(|_| String::new()));
    let row = |(n, name): (usize, String)| Row::Cells(vec![(n + 1).to_string(), name, String::new(), String::new()]);
    let columns = vec![
        Column::new(r::GIFT_NUMBER.vi, 8, Align::Centre),
        Column::new(t::HELPER_NAME.vi, 40, Align::Left),
        Column::new(t::HELPER_DUTY.vi, 28, Align::Left),
        Column::to_sign(r::GIFT_SIGN.vi, 24),
    ];
    let mut body = vec![Block::text(filled(t::HELPERS_INTRO, &[&it.event.name, &it.moment(), it.place()]))];
    body.extend(
        [t::HELPERS_WATCH, t::HELPERS_HARM, t::HELPERS_PRIVATE, t::HELPERS_TELL].map(|text| Block::bullet(text.vi)),
    );
    body.push(Block::Table(Table { columns, rows: rows.enumerate().map(row).collect() }));
    Ok(Paper {
        head: Some(it.list_head()),
        kind: Some(t::HELPERS_KIND.vi.to_owned()),
        subject: filled(t::HELPERS_SUBJECT, &[&it.event.name]),
        body,
        foot: Foot::Signers(it.signers(&[r::MAKER.vi, &it.leaders()])),
        ..Paper::default()
    })
}
