//! The sample year's sessions: what each unit spoke of, when and to how many.
use super::{Office, clause, date, document};
use crate::acts::files;
use crate::domain::attendee::{Attendee, Presence};
use crate::domain::id::Id;
use crate::domain::person::{Employed, Person};
use crate::domain::record::Record;
use crate::domain::session::{Documents, Form, Session, SessionState};
use crate::domain::topic::{self, Topics};
use crate::domain::turnout::Turnout;
use crate::domain::unit::Unit;
use crate::domain::value::Cell;
use crate::paper::docx;
use crate::reports::sign_in;
use crate::store::{Result, Store};
use crate::text::store as t;

/// What a session is about: its name, topics, clause, documents, whether 111 was made known, form, and the days it falls between.
struct Topic {
    name: &'static str,
    /// By words of their names.
    topics: &'static [&'static str],
    clause: &'static str,
    documents: &'static [&'static str],
    hotline: bool,
    form: Form,
    from: &'static str,
    to: &'static str,
}

const fn topic(
    name: &'static str,
    topics: &'static [&'static str],
    clause: &'static str,
    documents: &'static [&'static str],
    hotline: bool,
    form: Form,
    days: (&'static str, &'static str),
) -> Topic {
    Topic { name, topics, clause, documents, hotline, form, from: days.0, to: days.1 }
}

#[rustfmt::skip]
const TOPICS: &[Topic] = &[
    topic("Quán triệt Chỉ thị 28-CT/TW về công tác trẻ em", &["Quyền và bổn phận"], "II.1.a", &["28-CT/TW"], false, Form::Meeting, ("2026-02-25", "2026-03-20")),
    topic("Luật Trẻ em 2016: quyền và bổn phận của trẻ em", &["Quyền và bổn phận", "Cản trở"], "II.1.a", &["102/2016/QH13", "56/2017/NĐ-CP"], true, Form::Meeting, ("2026-03-16", "2026-04-24")),
    topic("Giới thiệu Tổng đài quốc gia bảo vệ trẻ em 111", &["Xâm hại", "Ngược đãi"], "II.1.b", &["111", "102/2016/QH13"], true, Form::Online, ("2026-04-06", "2026-05-22")),
    topic("Phòng, chống đuối nước, tai nạn thương tích dịp hè", &["Đuối nước", "Tai nạn"], "II.1.d", &["1248/QĐ-TTg", "40/CĐ-TTg"], true, Form::Meeting, ("2026-05-20", "2026-06-12")),
    topic("Hưởng ứng Tháng hành động vì trẻ em", &["Quyền và bổn phận", "Bóc lột"], "II.1.c", &["28/2019/TT-BLĐTBXH", "23/QĐ-TTg"], true, Form::Notice, ("2026-05-27", "2026-06-10")),
    topic("Chương trình hành động quốc gia vì trẻ em", &["Quyền và bổn phận"], "II.1.a", &["23/QĐ-TTg"], false, Form::Meeting, ("2026-07-01", "2026-07-31")),
    topic("Bảo vệ trẻ em trên môi trường mạng", &["môi trường mạng", "Bắt cóc", "Lôi kéo"], "I.1", &["102/2016/QH13", "56/2017/NĐ-CP"], true, Form::Talk, ("2026-08-03", "2026-09-18")),
    topic("Tiêu chuẩn xã, phường, thị trấn phù hợp với trẻ em", &["Quyền và bổn phận"], "II.1.a", &["06/2019/QĐ-TTg"], false, Form::Article, ("2026-09-07", "2026-10-16")),
    topic("Quan tâm con em mình, tránh ấn phẩm bạo lực", &["Quan tâm", "Ấn phẩm", "Sao nhãng"], "II.2.e", &["102/2016/QH13"], false, Form::Meeting, ("2026-10-05", "2026-11-13")),
    topic("Phòng, chống bạo lực, xâm hại trẻ em", &["Xâm hại", "Ngược đãi"], "I.1", &["102/2016/QH13", "18/CT-TTg"], true, Form::Talk, ("2026-10-26", "2026-11-18")),
];

/// The clause of the plan that urges staff to look after their own children.
const APPEAL: &str = "II.2.e";

/// Which topics each unit spoke of; one unit did nothing in the first half and says so in its report.
const HELD: &[(&str, &[usize])] = &[
    ("VP", &[0, 1, 2, 3, 4, 5, 6, 7, 8]),
    ("KHTC", &[0, 1, 3, 8]),
    ("TCCB", &[0, 1, 2, 4, 8]),
    ("TNNKS", &[5, 6, 8]),
    ("BVMT", &[0, 1, 2, 3, 6, 7, 9]),
    ("QLĐĐ", &[1, 2, 3, 5, 6]),
    ("QTTNMT", &[0, 2, 3, 4, 6, 8]),
    ("CNTT", &[1, 2, 6, 9]),
    ("VPĐK", &[0, 1, 3, 4, 5, 6, 7]),
];

/// Puts the sessions.
pub(super) fn fill(store: &mut Store, office: &mut Office) -> Result<()> {
    for (code, topics) in HELD {
        let unit = office.unit(code)?.clone();
        for topic in topics.iter().filter_map(|at| TOPICS.get(*at)) {
            put(store, office, &unit, topic)?;
        }
    }
    conference(store, office)?;
    // The programme of this decision ended in 2025: the session is kept, and the shelf says that it was out of date.
    let old = topic(
        "Tương tác lành mạnh, sáng tạo trên môi trường mạng",
        &["môi trường mạng"],
        "I.1",
        &["830/QĐ-TTg"],
        false,
        Form::Online,
        ("2026-03-02", "2026-03-13"),
    );
    let unit = office.unit("CNTT")?.clone();
    put(store, office, &unit, &old)?;
    planned(store, office)
}

/// What is still to come: two sessions before the year's report is closed.
fn planned(store: &mut Store, office: &Office) -> Result<()> {
    for (code, day, words, document) in
        [("KHTC", "2026-12-03", "môi trường mạng", "102/2016/QH13"), ("TNNKS", "2026-12-08", "Xâm hại", "28-CT/TW")]
    {
        let mut session = Session {
            date: date(day),
            unit: office.unit(code)?.id,
            name: format!("{} (họp giao ban)", topic_named(store, words)?.name),
            topics: topics(store, &[words])?,
            documents: documents(store, &[document])?,
            hotline: true,
            form: Form::Meeting,
            state: SessionState::Planned,
            clause: clause(store, "I.1")?,
            ..Session::default()
        };
        store.put_record(&mut session)?;
    }
    Ok(())
}

fn put(store: &mut Store, office: &mut Office, unit: &Unit, topic: &Topic) -> Result<()> {
    let came = unit.headcount * office.dice.between(70, 100) / 100;
    let read = matches!(topic.form, Form::Notice | Form::Article);
    let mut session = Session {
        date: office.dice.workday(date(topic.from), date(topic.to)),
        unit: unit.id,
        name: topic.name.to_owned(),
        topics: topics(store, topic.topics)?,
        documents: documents(store, topic.documents)?,
        hotline: topic.hotline,
        appeal: topic.clause == APPEAL,
        form: topic.form,
        speaker: if read { String::new() } else { unit.contact.clone() },
        place: if topic.form == Form::Online { String::new() } else { format!("Phòng họp {}", unit.code) },
        attendance: if topic.form == Form::Notice { 0 } else { came },
        leaflets: if topic.form == Form::Notice || topic.hotline && office.dice.chance(40) { came * 2 } else { 0 },
        clause: clause(store, topic.clause)?,
        ..Session::default()
    };
    store.put_record(&mut session)?;
    Ok(())
}

/// The department's conference on all that the plan names, old numbers and old hotline included.
fn conference(store: &mut Store, office: &Office) -> Result<()> {
    let named = ["20-CT/TW", "102/2016/QH13", "34/2014/QĐ-TTg", "2361/QĐ-TTg", "234/QĐ-TTg", "18001567", "111"];
    let mut session = Session {
        date: date("2026-04-22"),
        unit: office.unit("VP")?.id,
        name: "Hội nghị phổ biến các văn bản nêu trong Kế hoạch".to_owned(),
        documents: documents(store, &named)?,
        hotline: true,
        form: Form::Conference,
        speaker: office.director(),
        place: "Hội trường Sở".to_owned(),
        attendance: 96,
        leaflets: 120,
        clause: clause(store, "II.1.a")?,
        note: "Một số văn bản trong Kế hoạch đã hết hiệu lực; đã giới thiệu văn bản thay thế.".to_owned(),
        ..Session::default()
    };
    let id = store.put_record(&mut session)?;
    // Two units signed in by name, the others gave a number; together they are those in the hall.
    let named = ["VP", "KHTC"];
    let mut left = session.attendance;
    for code in named {
        let unit = office.unit(code)?.id;
        let people = store.find::<Person>("unit", &unit.value())?;
        let staff: Vec<&Person> =
            people.iter().filter(|it| it.staff == Employed::Yes && it.serves(session.date)).collect();
        for person in &staff {
            let (name, presence) = (person.name.clone(), Presence::Came);
            let line = Attendee { name, session: id, person: person.id, unit, presence, ..Attendee::default() };
            store.put_record(&mut line.clone())?;
        }
        left -= turnout(store, id, unit, i64::try_from(staff.len()).unwrap_or(0))?;
    }
    let others: Vec<_> = office.units.iter().filter(|it| !named.contains(&it.code.as_str())).map(|it| it.id).collect();
    let count = i64::try_from(others.len()).unwrap_or(1);
    for (at, unit) in (0..).zip(others) {
        turnout(store, id, unit, left / count + i64::from(at < left % count))?;
    }
    // The signed sheet lies with the session.
    let sheet = docx::render(&sign_in::of_session(store, id)?).map_err(|error| error.said())?;
    let file = store.take_bytes(&sheet)?;
    files::put_within(store, (Session::TABLE, id.0), "Danh sách điểm danh hội nghị.docx".to_owned(), file)?;
    Ok(())
}

fn turnout(store: &mut Store, session: Id<Session>, unit: Id<Unit>, people: i64) -> Result<i64> {
    store.put_record(&mut Turnout { session, unit, people, ..Turnout::default() })?;
    Ok(people)
}

fn topic_named(store: &Store, words: &str) -> Result<topic::Topic> {
    let all = store.all::<topic::Topic>()?;
    Ok(all.into_iter().find(|it| it.name.contains(words)).ok_or(t::GONE)?)
}

fn topics(store: &Store, words: &[&str]) -> Result<Topics> {
    Ok(Topics(words.iter().map(|words| Ok(topic_named(store, words)?.id.0)).collect::<Result<_>>()?))
}

fn documents(store: &Store, numbers: &[&str]) -> Result<Documents> {
    Ok(Documents(numbers.iter().map(|number| document(store, number)).collect::<Result<_>>()?))
}
