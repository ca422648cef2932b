//! The sample welfare works with what was given to them, the campaign for one of them, and what was promised beforehand.
use super::{Office, clause, date};
use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::disbursement::{Disbursement, Paid};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::pledge::Pledge;
use crate::domain::work::{PartKind, Work, WorkPart};
use crate::store::{Result, Store};

/// What units gave to the playground by themselves: unit, day, kind, what, days of work, people, worth in đồng.
type Given = (&'static str, &'static str, PartKind, &'static str, i64, i64, i64);

const PARTS: &[Given] = &[
    ("VP", "2026-04-04", PartKind::Labour, "San nền, trồng cây", 18, 18, 0),
    ("TCCB", "2026-04-04", PartKind::Labour, "San nền", 8, 8, 0),
    ("QTTNMT", "2026-04-11", PartKind::Labour, "Lắp xích đu, cầu trượt", 12, 12, 0),
    ("QTTNMT", "2026-04-11", PartKind::Goods, "Sơn, gạch lát", 0, 0, 2_400_000),
];

/// Puts the works and their campaign; its money is posted with all the rest of the year.
pub(super) fn fill(store: &mut Store, office: &Office) -> Result<()> {
    let plan = clause(store, "I.2")?;
    let mut yard = Work {
        name: "Sân chơi điểm trường vùng cao".to_owned(),
        place: "Điểm trường mầm non bản xa".to_owned(),
        budget: Vnd(14_000_000),
        since: date("2026-03-10"),
        until: Some(date("2026-05-31")),
        progress: 100,
        handed_on: Some(date("2026-05-28")),
        receiver: "Nhà trường và UBND xã sở tại".to_owned(),
        children: 46,
        clause: plan,
        ..Work::default()
    };
    let yard = store.put_record(&mut yard)?;
    store.put_record(&mut Work {
        name: "Tủ sách thiếu nhi nhà văn hóa thôn".to_owned(),
        place: "Nhà văn hóa thôn".to_owned(),
        budget: Vnd(6_000_000),
        since: date("2026-10-05"),
        until: Some(date("2026-12-20")),
        progress: 40,
        children: 60,
        clause: plan,
        ..Work::default()
    })?;
    for (code, day, kind, content, days, people, amount) in PARTS {
        store.put_record(&mut WorkPart {
            work: yard,
            date: date(day),
            unit: office.unit(code)?.id,
            kind: *kind,
            content: (*content).to_owned(),
            days: *days,
            people: *people,
            amount: Vnd(*amount),
            ..WorkPart::default()
        })?;
    }
    let campaign = store.put_record(&mut Campaign {
        name: "Chung tay xây sân chơi cho em".to_owned(),
        purpose: Purpose::Work,
        work: yard,
        since: date("2026-03-10"),
        until: Some(date("2026-04-30")),
        basis: "Công văn số 112/SNNMT-VP ngày 09/3/2026".to_owned(),
        suggested: "tùy tâm".to_owned(),
        target: Vnd(10_000_000),
        opening: Vnd(1_500_000),
        clause: plan,
        ..Campaign::default()
    })?;
    for (code, people, amount) in [("VP", 20, 3_000_000), ("TCCB", 8, 1_200_000), ("QTTNMT", 17, 2_550_000)] {
        store.put_record(&mut Contribution {
            date: date("2026-03-27"),
            campaign,
            unit: office.unit(code)?.id,
            people,
            means: Means::Transfer,
            amount: Vnd(amount),
            ..Contribution::default()
        })?;
    }
    store.put_record(&mut Disbursement {
        date: date("2026-04-03"),
        campaign,
        purpose: Purpose::Work,
        work: yard,
        payee: "Tổ thợ lắp đặt sân chơi".to_owned(),
        means: Paid::Transfer,
        reference: "UNC 12".to_owned(),
        amount: Vnd(8_000_000),
        ..Disbursement::default()
    })?;
    Ok(())
}

/// Puts what was promised to the campaign for the fund before it began; one donor has not handed in yet.
pub(super) fn promise(store: &mut Store, office: &Office, campaign: Id<Campaign>) -> Result<()> {
    for (code, people, amount) in [("TCCB", 8, 1_600_000), ("QTTNMT", 17, 2_500_000), ("VP", 0, 5_000_000)] {
        store.put_record(&mut Pledge {
            date: date("2026-05-15"),
            campaign,
            unit: office.unit(code)?.id,
            people,
            amount: Vnd(amount),
            ..Pledge::default()
        })?;
    }
    store.put_record(&mut Pledge {
        date: date("2026-05-20"),
        campaign,
        donor: "Nhóm phụ huynh Mầm Xanh".to_owned(),
        amount: Vnd(2_000_000),
        note: "Hẹn nộp trước tết".to_owned(),
        ..Pledge::default()
    })?;
    Ok(())
}
