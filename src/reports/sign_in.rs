//! The sheet on which people sign in at a session: the staff of the units that are asked to it, or of one unit.
use chrono::{Datelike, NaiveDate};

use crate::domain::attendee::{Attendee, Presence};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::session::Session;
use crate::domain::turnout::Turnout;
use crate::domain::unit::Unit;
use crate::domain::value::Cell;
use crate::paper::{Align, Block, Column, Foot, Head, Paper, Row, Signer, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, field, report as r, session as t};

/// Lines left to write in, for those that are not on the list; on a sheet without names so many more.
const SPARE: usize = 5;
const BLANK: usize = 25;

/// The sheet of a session: who was ticked by name if anybody was, else the staff of its units on its day.
///
/// # Errors
/// If the session is gone or the store cannot be read.
pub fn of_session(store: &Store, id: Id<Session>) -> Result<Paper> {
    let session = store.get(id)?;
    let mut units: Vec<Id<Unit>> =
        store.find::<Turnout>("session", &id.value())?.into_iter().map(|turnout| turnout.unit).collect();
    if units.is_empty() {
        units.push(session.unit);
    }
    let came: Vec<Attendee> =
        store.find("session", &id.value())?.into_iter().filter(|it: &Attendee| it.presence == Presence::Came).collect();
    let mut groups = Vec::new();
    for unit in store.all::<Unit>()?.into_iter().filter(|unit| units.contains(&unit.id)) {
        let mut people = staff(store, unit.id, session.date)?;
        let ticked: Vec<Id<Person>> = came.iter().filter(|it| it.unit == unit.id).map(|it| it.person).collect();
        if !ticked.is_empty() {
            people.retain(|person| ticked.contains(&person.id));
        }
        groups.push((unit.name, people));
    }
    let place =
        if session.place.is_empty() { String::new() } else { t::SHEET_PLACE.with([&session.place]).say(Lang::Vi) };
    let speaker = if session.speaker.is_empty() {
        String::new()
    } else {
        t::SHEET_SPEAKER.with([&session.speaker]).say(Lang::Vi)
    };
    let about = t::SHEET_WHEN.with([day::official(session.date), place, speaker]).say(Lang::Vi);
    let issuer = store.name_of("unit", session.unit.0);
    paper(store, &issuer, &session.name, vec![Block::text(about)], &groups)
}

/// A sheet for a unit without a session: when and what about are left to write in.
///
/// # Errors
/// If the unit is gone or the store cannot be read.
pub fn of_unit(store: &Store, id: Id<Unit>) -> Result<Paper> {
    let unit = store.get(id)?;
    let groups = [(unit.name.clone(), staff(store, id, store.today())?)];
    paper(store, &unit.name, "", t::SHEET_BLANK.vi.lines().map(Block::text).collect(), &groups)
}

/// Who works in a unit on a day, as far as is known.
fn staff(store: &Store, unit: Id<Unit>, day: NaiveDate) -> Result<Vec<Person>> {
    let mut people = store.find::<Person>("unit", &unit.value())?;
    people.retain(|person| person.staff != Employed::No && person.serves(day));
    Ok(people)
}

fn paper(
    store: &Store,
    issuer: &str,
    subject: &str,
    mut body: Vec<Block>,
    groups: &[(String, Vec<Person>)],
) -> Result<Paper> {
    let today = store.today();
    let agency = letterhead::agency_on(store, today)?;
    let columns = vec![
        Column::new(t::SHEET_NUMBER.vi, 6, Align::Centre),
        Column::new(field::FULL_NAME.vi, 30, Align::Left),
        Column::new(field::POSITION.vi, 24, Align::Left),
        Column::new(t::SHEET_SIGN.vi, 22, Align::Left),
        Column::new(field::NOTE.vi, 16, Align::Left),
    ];
    let mut rows = Vec::new();
    let mut number = 0;
    for (unit, people) in groups {
        if groups.len() > 1 {
            rows.push(Row::Group(unit.clone()));
        }
        for person in people {
            number += 1;
            rows.push(line(number, &person.name, &person.position));
        }
    }
    let spare = if number == 0 { BLANK } else { SPARE };
    rows.extend((number + 1..=number + spare).map(|number| line(number, "", "")));
    body.push(Block::Table(Table { columns, rows }));
    body.push(Block::text(t::SHEET_TOTAL.vi));
    let head = letterhead::head(&agency, "", "", None, today.year());
    let dated = head.date_line();
    let head = Head { parent: head.agency.clone(), agency: issuer.to_owned(), place: String::new(), ..head };
    let signer = |title: Text, dated: String| Signer {
        dated,
        title: title.vi.to_owned(),
        note: r::SIGN_NOTE.vi.to_owned(),
        name: String::new(),
    };
    Ok(Paper {
        head: Some(head),
        kind: Some(t::SHEET_KIND.vi.to_owned()),
        subject: subject.to_owned(),
        body,
        foot: Foot::Signers(vec![signer(t::SHEET_SPEAKER_SIGNS, String::new()), signer(r::MAKER, dated)]),
        ..Paper::default()
    })
}

fn line(number: usize, name: &str, position: &str) -> Row {
    Row::Cells(vec![number.to_string(), name.to_owned(), position.to_owned(), String::new(), String::new()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::fixture::office;

    fn text(paper: &Paper) -> String {
        crate::paper::txt::render(paper, 100).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_session_s_sheet_lists_the_staff_of_its_unit() {
        let store = office();
        let session = store.all::<Session>().unwrap().into_iter().find(|it| it.code == "TT2").unwrap();
        let text = text(&of_session(&store, session.id).unwrap());
        for word in ["DANH SÁCH ĐIỂM DANH", "Phổ biến Luật Trẻ em", "15 tháng 01 năm 2026", "Nguyễn Văn Bình", "Ký tên"]
        {
            assert!(text.contains(word), "{word}: {text}");
        }
        assert!(!text.contains("Hoàng Văn Đức"), "he works elsewhere: {text}");
    }

    #[test]
    fn a_unit_s_sheet_leaves_the_session_to_write_in() {
        let store = office();
        let unit = store.named::<Unit>("Văn phòng Sở").unwrap().remove(0);
        let text = text(&of_unit(&store, unit.id).unwrap());
        assert!(text.contains("Lý Thị Hạnh") && text.contains("Nội dung: ………"), "{text}");
    }
}
