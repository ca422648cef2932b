//! A small office for the tests: two years of sessions, events, children, money and reports, with known sums.
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::act::{Act, Step};
use crate::domain::agency::{Agency, Authority};
use crate::domain::body::Body;
use crate::domain::born::Born;
use crate::domain::campaign::{Campaign, Purpose, Source};
use crate::domain::child::{Child, ChildState};
use crate::domain::circumstance::{Circumstance, Hardship};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::disbursement::Disbursement;
use crate::domain::document::Document;
use crate::domain::event::{Event, EventKind};
use crate::domain::fund::FundLine;
use crate::domain::gift::GiftState;
use crate::domain::group::GROUPS;
use crate::domain::handover::Handover;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::person::{Employed, Person};
use crate::domain::plan::{Clause, Evidence, Plan};
use crate::domain::posting::Standing;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::session::{Documents, Form, Session};
use crate::domain::sex::Sex;
use crate::domain::submission::Submission;
use crate::domain::support::Support;
use crate::domain::unit::Unit;
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::{Lines, PeriodCode, RuleCode, Value};
use crate::store::clock::Clock;
use crate::store::vault::Cost;
use crate::store::{Result, Store};

pub fn at(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn h1() -> Period {
    Period::parse("2026-H1").unwrap()
}

/// An empty store whose day is 20/06/2026.
pub fn empty() -> Store {
    let now = || NaiveDateTime::parse_from_str("2026-06-20T08:00:00", "%Y-%m-%dT%H:%M:%S").unwrap();
    let mut store = Store::memory("thu", Clock { day: None, now }).unwrap();
    store.found_inner_lock("mật khẩu thử", Cost::Least, "").unwrap();
    store
}

/// The office.
pub fn office() -> Store {
    let mut store = empty();
    store.write(Step::new(Act::Demo, "", ""), fill).unwrap();
    store
}

/// Saves records of one kind in a step.
pub fn add<R: Record>(store: &mut Store, record: R) -> Id<R> {
    let mut record = record;
    store.write(Step::new(Act::Add, R::TABLE, ""), |store| store.put_record(&mut record)).unwrap()
}

/// Approves an event's gift list as it is computed, within a step.
pub fn approve(store: &mut Store, event: Id<Event>, on: &str) -> Result<()> {
    let found = store.get(event)?;
    for gift in super::gift_list::computed(store, &found)? {
        store.put_record(&mut gift.clone())?;
    }
    store.set(Event::META, event.0, "approved_on", &Value::from(on))?;
    store.set(Event::META, event.0, "approval", &Value::from("Quyết định số 21/QĐ-SNNMT"))
}

fn put<R: Record>(store: &mut Store, mut record: R) -> Result<Id<R>> {
    store.put_record(&mut record)
}

fn fill(store: &mut Store) -> Result<()> {
    agencies(store)?;
    let units = units(store)?;
    let clauses = plan(store)?;
    sessions(store, &units, &clauses)?;
    children(store, &units)?;
    events(store, &clauses)?;
    money(store, &units)?;
    reports(store, &units)
}

fn agencies(store: &mut Store) -> Result<()> {
    let old = Agency {
        name: "Sở Tài nguyên và Môi trường".into(),
        parent: "UBND tỉnh Lạng Sơn".into(),
        symbol: "STNMT".into(),
        place: "Lạng Sơn".into(),
        since: at("2010-01-01"),
        head: "Giám đốc".into(),
        ..Agency::default()
    };
    put(store, old.clone())?;
    put(
        store,
        Agency {
            name: "Sở Nông nghiệp và Môi trường".into(),
            symbol: "SNNMT".into(),
            since: at("2025-03-01"),
            authority: Authority::Deputy,
            deputy: "Phó Giám đốc".into(),
            signer: "Hoàng Văn Mẫu".into(),
            addressee: Lines("Ủy ban nhân dân tỉnh Lạng Sơn\nSở Y tế".into()),
            recipients: Lines("Lãnh đạo Sở\nCác phòng, đơn vị thuộc Sở".into()),
            archive: "VP".into(),
            ..old
        },
    )?;
    Ok(())
}

fn units(store: &mut Store) -> Result<Vec<Id<Unit>>> {
    let names = [
        "Văn phòng Sở",
        "Chi cục Trồng trọt, Bảo vệ thực vật và Kiểm lâm",
        "Phòng Kế hoạch - Tài chính",
        "Trung tâm Khuyến nông",
    ];
    let mut ids = Vec::new();
    for name in names {
        ids.push(put(store, Unit { name: name.into(), headcount: 30, ..Unit::default() })?);
    }
    // One that is gone before the period, one that is not yet there.
    put(store, Unit { name: "Phòng Đo đạc".into(), until: Some(at("2025-02-28")), ..Unit::default() })?;
    put(store, Unit { name: "Phòng Tổng hợp".into(), since: Some(at("2026-07-01")), ..Unit::default() })?;
    Ok(ids)
}

fn plan(store: &mut Store) -> Result<Vec<Id<Clause>>> {
    let plan = put(
        store,
        Plan {
            name: "Kế hoạch thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em năm 2026".into(),
            year: 2026,
            number: "05/KH-SNNMT".into(),
            issued: Some(at("2026-01-12")),
            ..Plan::default()
        },
    )?;
    let clauses = [
        ("II.1", "Tuyên truyền, phổ biến pháp luật về trẻ em", "H1", Evidence::Session),
        ("II.2.a", "Tặng quà nhân ngày Quốc tế Thiếu nhi 1-6", "1/6", Evidence::Event),
        ("II.2.b", "Tổ chức tết Trung thu cho trẻ em", "15/8 âm", Evidence::Event),
        ("II.3", "Rà soát trẻ em có hoàn cảnh đặc biệt", "15/5", Evidence::Circumstance),
        ("III", "Báo cáo 6 tháng của Sở", "H1 +1", Evidence::Report),
    ];
    let lead = put(store, Body { name: "Văn phòng Sở".into(), ..Body::default() })?;
    let mut ids = Vec::new();
    for (place, (code, name, due, evidence)) in (1..).zip(clauses) {
        let clause = Clause {
            place,
            code: code.into(),
            name: name.into(),
            plan,
            lead,
            due: RuleCode(due.into()),
            evidence,
            ..Clause::default()
        };
        ids.push(put(store, clause)?);
    }
    Ok(ids)
}

fn sessions(store: &mut Store, units: &[Id<Unit>], clauses: &[Id<Clause>]) -> Result<()> {
    let document =
        |name: &str, number: &str| Document { name: name.into(), number: number.into(), ..Document::default() };
    let law = put(store, document("Luật Trẻ em năm 2016", "102/2016/QH13"))?;
    let new = put(store, document("Chỉ thị số 28-CT/TW", "28-CT/TW"))?;
    let old = put(
        store,
        Document { until: Some(at("2023-12-24")), successor: new, ..document("Chỉ thị số 20-CT/TW", "20-CT/TW") },
    )?;
    let all = [
        ("2025-03-10", 0, 20, false, 0, vec![law]),
        ("2026-01-15", 0, 40, true, 100, vec![law, new]),
        ("2026-03-08", 0, 35, true, 0, vec![law]),
        ("2026-04-20", 1, 52, true, 60, vec![law]),
        ("2026-05-05", 2, 18, false, 0, vec![old]),
        // After the period.
        ("2026-06-15", 3, 99, true, 9, vec![law]),
    ];
    for (n, (date, unit, attendance, hotline, leaflets, documents)) in all.into_iter().enumerate() {
        put(
            store,
            Session {
                date: at(date),
                unit: units[unit],
                name: "Phổ biến Luật Trẻ em".into(),
                documents: Documents(documents.iter().map(|id| id.0).collect()),
                hotline,
                form: if n % 2 == 0 { Form::Meeting } else { Form::Conference },
                attendance,
                leaflets,
                clause: clauses[0],
                ..Session::default()
            },
        )?;
    }
    Ok(())
}

/// Twelve names; who is a child at the end of 2026-H1 is told beside.
fn children(store: &mut Store, units: &[Id<Unit>]) -> Result<()> {
    let people = [("Nguyễn Văn Bình", 0), ("Lý Thị Hạnh", 0), ("Hoàng Văn Đức", 1), ("Nông Thị Ánh", 2)];
    let mut parents = Vec::new();
    for (name, unit) in people {
        let person = Person { name: name.into(), unit: units[unit], staff: Employed::Yes, ..Person::default() };
        parents.push(put(store, person)?);
    }
    let all = [
        ("Nguyễn Thị Đông", "2015-03-05", Some(Sex::Female), 0),
        ("Nguyễn Minh An", "2021-11-30", Some(Sex::Male), 0),
        ("Hoàng Gia Bảo", "2010-06-15", Some(Sex::Male), 2), // 16 on the day after the period
        ("Hoàng Thu Hà", "2010-06-14", Some(Sex::Female), 2), // 16 on its last day: no child
        ("Nông Đức Anh", "2010", Some(Sex::Male), 3),        // a child until 31/12
        ("Nông Khánh Ly", "2018-07", Some(Sex::Female), 3),
        ("Lý Đức", "2012-02-29", Some(Sex::Male), 1),
        ("Lý Bảo Ngọc", "", None, 1),
        ("Nguyễn Tuệ Lâm", "2026-06-15", Some(Sex::Female), 0), // born after the period
    ];
    let mut ids = Vec::new();
    for (name, born, sex, parent) in all {
        let unit = store.get(parents[parent])?.unit;
        let child = Child { name: name.into(), born: Born::from_iso(born), sex, unit, ..Child::default() };
        let child = if parent == 0 {
            Child { father: parents[0], mother: parents[1], ..child }
        } else {
            Child { father: parents[parent], ..child }
        };
        ids.push(put(store, child)?);
    }
    let left =
        Child { name: "Vi Văn Tú".into(), born: Born::from_iso("2014"), state: ChildState::Left, ..Child::default() };
    put(store, left)?;
    circumstances(store, &ids)
}

fn circumstances(store: &mut Store, children: &[Id<Child>]) -> Result<()> {
    let mut kinds = Vec::new();
    for group in &GROUPS {
        let kind = Hardship {
            name: group.name.into(),
            letter: group.letter.into(),
            sensitive: group.sensitive,
            ..Hardship::default()
        };
        kinds.push(put(store, kind)?);
    }
    let poor = put(store, Hardship { name: "hộ cận nghèo".into(), ..Hardship::default() })?;
    let (disabled, hiv) = (kinds[3], kinds[4]);
    let all = [
        (0, disabled, None, None),
        (0, hiv, Some("2026-01-01"), None),
        (0, poor, None, None),
        (1, disabled, Some("2025-01-01"), Some("2026-06-13")), // over on the last day
        (4, disabled, Some("2026-06-14"), Some("2026-06-14")),
        (5, disabled, Some("2026-06-15"), None), // not yet
        (3, disabled, None, None),               // no child any more
        (6, poor, None, None),
    ];
    for (child, hardship, since, until) in all {
        let (since, until) = (since.map(at), until.map(at));
        put(store, Circumstance { child: children[child], hardship, since, until, ..Circumstance::default() })?;
    }
    for (date, child, amount) in
        [("2026-02-10", 0, 500_000), ("2026-05-02", 0, 300_000), ("2026-05-02", 6, 1_000_000), ("2026-06-20", 1, 7)]
    {
        put(store, Support { date: at(date), child: children[child], amount: Vnd(amount), ..Support::default() })?;
    }
    Ok(())
}

fn events(store: &mut Store, clauses: &[Id<Clause>]) -> Result<()> {
    let event = Event {
        name: "Ngày Quốc tế Thiếu nhi 1-6 năm 2026".into(),
        date: at("2026-06-01"),
        place: "Hội trường Sở".into(),
        gift_value: Vnd(200_000),
        source: Source::Union,
        budget: Vnd(5_000_000),
        cost: Vnd(3_200_000),
        children_present: 6,
        clause: clauses[1],
        ..Event::default()
    };
    let first = put(store, event.clone())?;
    approve(store, first, "2026-05-25")?;
    for gift in store
        .find::<crate::domain::gift::Gift>("event", &Value::Int(first.0))?
        .iter()
        .filter(|gift| gift.included)
        .skip(2)
    {
        let mut gift = gift.clone();
        gift.state = GiftState::Received;
        gift.received_on = Some(at("2026-06-01"));
        store.put_record(&mut gift)?;
    }
    let draft = Event {
        name: "Tham quan hè".into(),
        kind: EventKind::Month,
        date: at("2026-06-10"),
        source: Source::Welfare,
        cost: Vnd(0),
        children_present: 4,
        ..event.clone()
    };
    put(store, draft)?;
    put(
        store,
        Event {
            name: "Tết Trung thu năm 2026".into(),
            kind: EventKind::MidAutumn,
            date: at("2026-09-25"),
            clause: Id::NEW,
            ..event
        },
    )?;
    Ok(())
}

fn money(store: &mut Store, units: &[Id<Unit>]) -> Result<()> {
    let fund = put(
        store,
        Campaign {
            name: "Ủng hộ Quỹ Bảo trợ trẻ em năm 2026".into(),
            since: at("2026-01-20"),
            target: Vnd(20_000_000),
            ..Campaign::default()
        },
    )?;
    let work = put(
        store,
        Campaign {
            name: "Công trình sân chơi trẻ em".into(),
            purpose: Purpose::Work,
            since: at("2025-01-10"),
            ..Campaign::default()
        },
    )?;
    let gift = |date: &str, campaign, unit: usize, amount| Contribution {
        date: at(date),
        campaign,
        unit: units[unit],
        people: 12,
        amount: Vnd(amount),
        ..Contribution::default()
    };
    put(store, gift("2025-02-01", work, 0, 4_000_000))?;
    put(store, gift("2026-02-01", fund, 0, 6_500_000))?;
    put(store, gift("2026-02-03", fund, 1, 9_000_000))?;
    put(
        store,
        Contribution {
            means: Means::Goods,
            goods: "sách vở".into(),
            unit: Id::NEW,
            donor: "Công ty Mẫu".into(),
            people: 0,
            ..gift("2026-05-28", work, 0, 2_500_000)
        },
    )?;
    put(store, gift("2026-07-01", fund, 2, 1_000_000))?;
    let paid = |date: &str, campaign, purpose, amount| Disbursement {
        date: at(date),
        campaign,
        purpose,
        amount: Vnd(amount),
        ..Disbursement::default()
    };
    put(store, paid("2026-04-01", fund, Purpose::Fund, 15_000_000))?;
    put(store, paid("2026-05-20", work, Purpose::Work, 3_000_000))?;
    put(store, paid("2026-06-18", fund, Purpose::Fund, 500_000))?;
    post_all(store)
}

/// Posts every draft, the earliest day first.
pub fn post_all(store: &mut Store) -> Result<()> {
    let mut came = store.all::<Contribution>()?;
    came.sort_by_key(|it| (it.date, it.id.0));
    for it in came.iter().filter(|it| it.standing == Standing::Draft) {
        store.post_row(Contribution::META, it.id.0, it.date)?;
    }
    let mut went = store.all::<Disbursement>()?;
    went.sort_by_key(|it| (it.date, it.id.0));
    for it in went.iter().filter(|it| it.standing == Standing::Draft) {
        store.post_row(Disbursement::META, it.id.0, it.date)?;
    }
    Ok(())
}

fn reports(store: &mut Store, units: &[Id<Unit>]) -> Result<()> {
    let states = [
        (0, UnitReportState::Accepted, Some("2026-06-10"), 2, 75),
        (1, UnitReportState::Sent, Some("2026-06-17"), 1, 52),
        (2, UnitReportState::Nothing, Some("2026-06-15"), 0, 0),
        (3, UnitReportState::Expected, None, 0, 0),
    ];
    for (unit, state, received, sessions, attendances) in states {
        let line = UnitReport {
            period: PeriodCode("2026-H1".into()),
            unit: units[unit],
            due: at("2026-06-15"),
            state,
            received_on: received.map(at),
            ..UnitReport::default()
        };
        let report = put(store, line)?;
        if let Some(day) = received.filter(|_| state != UnitReportState::Nothing) {
            let (sessions, attendances) = (Some(sessions), Some(attendances));
            put(
                store,
                Submission { received_on: at(day), sessions, attendances, report, version: 1, ..Submission::default() },
            )?;
        }
    }
    let noted = |day: &str| Referral {
        noted_on: at(day),
        noted_time: NaiveTime::from_hms_opt(9, 5, 0),
        seen: Lines("khóc một mình ở cổng".into()),
        ..Referral::default()
    };
    let referral = put(store, noted("2026-05-30"))?;
    let sent_time = NaiveTime::from_hms_opt(9, 20, 0);
    put(store, Handover { referral, sent_on: at("2026-05-30"), sent_time, ..Handover::default() })?;
    put(store, noted("2026-06-13"))?;
    Ok(())
}

/// For any days: what there was before, with what came in and went out, is what there is after; and the figures of what
/// was given and paid are those of the book, line by line.
pub fn opening_and_flows_close(store: &Store, from: NaiveDate, to: NaiveDate) {
    let figures = crate::reports::figures::figures(store, &Period::days(from, to)).unwrap();
    let (opening, closing) = (figures.get("fund_opening"), figures.get("fund_balance"));
    assert_eq!(opening + figures.get("contributed_money") - figures.get("disbursed"), closing, "{from} {to}");
    let book = store.all::<FundLine>().unwrap();
    let within = |date: NaiveDate| from <= date && date <= to;
    let came: i64 = book.iter().filter(|line| within(line.date)).map(|line| line.money_in.0).sum();
    let went: i64 = book.iter().filter(|line| within(line.date)).map(|line| line.money_out.0).sum();
    assert_eq!(came, figures.get("contributed_money"), "{from} {to}");
    assert_eq!(went, figures.get("disbursed"), "{from} {to}");
}
