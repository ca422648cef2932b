//! The appeal to staff to look after their own children: sessions and people reached by unit in a period, the promises
//! of its year, and the sheet on which a unit's staff sign theirs.
use chrono::Datelike;

use crate::domain::commitment::{Commitment, CommitmentState};
use crate::domain::id::Id;
use crate::domain::period::{Kind, Period};
use crate::domain::person::{Employed, Person, StaffKind};
use crate::domain::session::Session;
use crate::domain::turnout::Turnout;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::paper::{Align, Block, Column, Foot, Head, Paper, Row, Signer, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, appeal as t, field, report as r, review};

/// How one unit stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The unit; new for the whole agency.
    pub unit: Id<Unit>,
    /// Its name.
    pub name: String,
    /// Its people: as many as it says, else those known to work there.
    pub people: i64,
    /// Its sessions of appeal in the period.
    pub sessions: Vec<i64>,
    /// Attendances of all of them, each time anew.
    pub attendances: i64,
    /// People reached for certain: those of its largest session, never more than it has.
    pub reached: i64,
    /// Promises that were listed for the year, and those of them that were signed.
    pub listed: i64,
    /// Those that were signed.
    pub signed: i64,
}

impl Standing {
    /// How many in a hundred were reached.
    #[must_use]
    pub fn percent_reached(&self) -> i64 {
        percent(self.reached, self.people)
    }

    /// How many in a hundred of those listed have signed.
    #[must_use]
    pub fn percent_signed(&self) -> i64 {
        percent(self.signed, self.listed)
    }

    fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.sessions.extend(&other.sessions);
        self.attendances += other.attendances;
        self.reached += other.reached;
        self.listed += other.listed;
        self.signed += other.signed;
    }
}

/// Rounded down, so that 100 means all; 0 of nothing.
fn percent(part: i64, whole: i64) -> i64 {
    (part * 100).checked_div(whole).unwrap_or(0)
}

/// The year in a period's name, for which promises are asked.
#[must_use]
pub fn year(period: &Period) -> i64 {
    let year = match period.kind {
        Kind::Year(year) | Kind::Half(year, _) | Kind::Quarter(year, _) | Kind::Month(year, _) | Kind::Action(year) => {
            year
        }
        Kind::Days => period.to.year(),
    };
    i64::from(year)
}

/// The units that are there in a period, and the whole agency.
///
/// # Errors
/// If the store cannot be read.
pub fn standings(store: &Store, period: &Period) -> Result<(Vec<Standing>, Standing)> {
    let staff = store.all::<Person>()?;
    let sessions: Vec<Session> = store.all::<Session>()?.into_iter().filter(|it| it.is_held() && it.appeal).collect();
    let turnouts = store.all::<Turnout>()?;
    let promises = store.find::<Commitment>("year", &Value::Int(year(period)))?;
    let there = |unit: &Unit| {
        unit.since.is_none_or(|since| since <= period.to) && unit.until.is_none_or(|until| until >= period.from)
    };
    let works = |person: &&Person, unit: Id<Unit>| {
        person.unit == unit && person.staff == Employed::Yes && person.serves(period.to)
    };
    let mut units = Vec::new();
    let mut all = Standing::default();
    for unit in store.all::<Unit>()?.into_iter().filter(there) {
        let known = staff.iter().filter(|person| works(person, unit.id)).count();
        let people = if unit.headcount > 0 { unit.headcount } else { i64::try_from(known).unwrap_or(i64::MAX) };
        let mut line = Standing { unit: unit.id, name: unit.name, people, ..Standing::default() };
        for session in sessions.iter().filter(|it| period.contains(it.date)) {
            let Some(came) = session.of_unit(unit.id, &turnouts) else { continue };
            line.sessions.push(session.id.0);
            line.attendances += came;
            line.reached = line.reached.max(came.min(people));
        }
        for promise in promises.iter().filter(|promise| promise.unit == unit.id) {
            line.listed += 1;
            line.signed += i64::from(promise.state == CommitmentState::Signed);
        }
        all.add(&line);
        units.push(line);
    }
    Ok((units, all))
}

/// The promise of a unit's staff in a year, to be signed: those listed for the year, else all who work there today.
///
/// # Errors
/// If the unit is gone or the store cannot be read.
pub fn paper(store: &Store, unit: Id<Unit>, year: i64) -> Result<Paper> {
    let today = store.today();
    let agency = letterhead::agency_on(store, today)?;
    let unit = store.get(unit)?;
    let listed = store.find::<Commitment>("year", &Value::Int(year))?;
    let listed: Vec<Id<Person>> = listed.iter().filter(|line| line.unit == unit.id).map(|line| line.person).collect();
    let mut people = Vec::new();
    for person in store.all::<Person>()? {
        let here = person.unit == unit.id && person.staff == Employed::Yes && person.serves(today);
        if listed.contains(&person.id) || listed.is_empty() && here {
            people.push(person);
        }
    }
    let row = |(n, person): (usize, &Person)| {
        let kind = if person.kind == StaffKind::Unknown { "" } else { person.kind.text().vi };
        let texts = [(n + 1).to_string(), person.name.clone(), person.position.clone(), kind.to_owned(), String::new()];
        Row::Cells(texts.to_vec())
    };
    let columns = vec![
        Column::new(t::HEAD_NUMBER.vi, 7, Align::Centre),
        Column::new(field::FULL_NAME.vi, 30, Align::Left),
        Column::new(field::POSITION.vi, 24, Align::Left),
        Column::new(field::STAFF_KIND.vi, 19, Align::Left),
        Column::new(t::HEAD_SIGN.vi, 20, Align::Left),
    ];
    let head = letterhead::head(&agency, "", "", None, today.year());
    let dated = head.date_line();
    let head = Head { parent: head.agency.clone(), agency: unit.name.clone(), place: String::new(), ..head };
    let signer = |title: &str, dated: String| Signer {
        dated,
        title: title.to_owned(),
        note: r::SIGN_NOTE.vi.to_owned(),
        name: String::new(),
    };
    let mut body = vec![Block::text(t::PAPER_INTRO.with([&unit.name]).say(Lang::Vi))];
    body.extend(
        [t::PROMISE_CARE, t::PROMISE_MEDIA, t::PROMISE_SAFETY, t::PROMISE_REPORT].map(|it| Block::bullet(it.vi)),
    );
    body.push(Block::Table(Table { columns, rows: people.iter().enumerate().map(row).collect() }));
    Ok(Paper {
        head: Some(head),
        kind: Some(t::PAPER_KIND.vi.to_owned()),
        subject: t::PAPER_SUBJECT.with([year]).say(Lang::Vi),
        body,
        foot: Foot::Signers(vec![signer(r::MAKER.vi, String::new()), signer(review::HEAD_BOSS.vi, dated)]),
        ..Paper::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::fixture::{add, at, h1, office};

    fn session(unit: Id<Unit>, date: &str, attendance: i64) -> Session {
        Session { unit, date: at(date), attendance, appeal: true, name: "Vận động".into(), ..Session::default() }
    }

    #[test]
    fn people_are_reached_once_however_often_they_come() {
        let mut store = office();
        let first = standings(&store, &h1()).unwrap().0.remove(0);
        assert_eq!((first.people, first.sessions.len(), first.percent_reached()), (30, 0, 0), "no session of appeal");
        for (date, attendance) in [("2026-02-01", 20), ("2026-03-01", 18), ("2026-06-14", 24), ("2026-06-15", 30)] {
            add(&mut store, session(first.unit, date, attendance));
        }
        let (units, all) = standings(&store, &h1()).unwrap();
        let now = units.iter().find(|unit| unit.unit == first.unit).unwrap();
        assert_eq!((now.sessions.len(), now.attendances, now.reached, now.percent_reached()), (3, 62, 24, 80));
        assert_eq!((all.people, all.reached, all.percent_reached()), (120, 24, 20));
        // More came than there are: guests are not the unit's people.
        add(&mut store, session(first.unit, "2026-04-01", 45));
        assert_eq!(standings(&store, &h1()).unwrap().1.reached, 30);
    }

    #[test]
    fn the_promise_names_the_unit_s_staff() {
        let store = office();
        let unit = standings(&store, &h1()).unwrap().0.into_iter().find(|it| it.name == "Văn phòng Sở").unwrap();
        let text = crate::paper::txt::render(&paper(&store, unit.unit, 2026).unwrap(), 100);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in ["BẢN CAM KẾT", "Nguyễn Văn Bình", "Lý Thị Hạnh", "tự nguyện", "khiêu dâm", "THỦ TRƯỞNG ĐƠN VỊ"]
        {
            assert!(text.contains(word), "{word}: {text}");
        }
        assert!(!text.contains("Hoàng Văn Đức"));
    }
}
