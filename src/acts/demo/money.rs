//! The sample campaigns: what people, units and others gave, and where it went.
use super::{Office, books, clause, date, first, welfare};
use crate::domain::agency::Agency;
use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::disbursement::Disbursement;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::stock::{GiftItem, Intake, Way};
use crate::domain::value::Cell;
use crate::store::{Result, Store};

/// Donors from outside: name, day, means, goods, amount in đồng.
type Outside = (&'static str, &'static str, Means, &'static str, i64);

const FUND_DONORS: &[Outside] = &[
    ("Hợp tác xã Rừng Hồi Xứ Lạng", "2026-06-03", Means::Transfer, "", 5_000_000),
    ("Nhóm cựu cán bộ ngành", "2026-06-11", Means::Cash, "", 2_000_000),
    ("Hiệu sách Nắng Mai", "2026-06-16", Means::Goods, "120 bộ sách, vở", 3_600_000),
];
const MOON_DONORS: &[Outside] = &[
    ("Tổ hợp tác Hoa Đào", "2026-09-08", Means::Transfer, "", 6_000_000),
    ("Xưởng bánh Trăng Tròn", "2026-09-17", Means::Goods, "140 đèn ông sao, 30 hộp bánh", 5_300_000),
];

/// Puts both campaigns; the answer is the one for the children's fund.
pub(super) fn fill(store: &mut Store, office: &mut Office, mid_autumn: Id<Event>) -> Result<Id<Campaign>> {
    let mut fund = Campaign {
        name: "Ủng hộ Quỹ Bảo trợ trẻ em năm 2026".to_owned(),
        purpose: Purpose::Fund,
        since: date("2026-05-15"),
        until: Some(date("2026-07-31")),
        target: Vnd(30_000_000),
        clause: clause(store, "I.2")?,
        note: "Tự nguyện; không giao chỉ tiêu cho cá nhân.".to_owned(),
        ..Campaign::default()
    };
    let id = store.put_record(&mut fund)?;
    let received = persons(store, office, id)? + outside(store, id, FUND_DONORS)?;
    let payee = first::<Agency>(store, "symbol", "SNNMT")?.payee;
    let handed_on = Vnd(received.0 * 4 / 5 / 1_000_000 * 1_000_000);
    pay(store, id, "2026-08-05", Purpose::Fund, Id::NEW, (&payee, "UNC 31"), handed_on)?;
    let families = "Gia đình 3 cháu có hoàn cảnh khó khăn";
    pay(store, id, "2026-09-03", Purpose::Support, Id::NEW, (families, "PC 44"), Vnd(3_000_000))?;

    let mut moon = Campaign {
        name: "Trung thu cho em năm 2026".to_owned(),
        purpose: Purpose::Event,
        event: mid_autumn,
        since: date("2026-08-24"),
        until: Some(date("2026-09-21")),
        target: Vnd(12_000_000),
        clause: clause(store, "II.2.c")?,
        ..Campaign::default()
    };
    let moon = store.put_record(&mut moon)?;
    let received = units(store, office, moon)? + outside(store, moon, MOON_DONORS)?;
    pay(store, moon, "2026-09-22", Purpose::Event, mid_autumn, ("Văn phòng Sở", "PC 52"), received - Vnd(350_000))?;
    bought(store, mid_autumn)?;
    welfare::fill(store, office)?;
    welfare::promise(store, office, id)?;
    books::fill(store, office, id)?;
    Ok(id)
}

/// What single people gave, and two units as a whole; the answer is the money.
fn persons(store: &mut Store, office: &mut Office, campaign: Id<Campaign>) -> Result<Vnd> {
    let (mut total, mut given) = (Vnd(0), Vec::new());
    for member in &office.staff {
        let person = &member.person;
        let whole = [office.unit("TCCB")?.id, office.unit("QTTNMT")?.id].contains(&person.unit);
        let (from, to) = (date("2026-05-18"), date("2026-06-30"));
        if whole || !person.serves(to) || !office.dice.chance(78) {
            continue;
        }
        given.push(Contribution {
            date: office.dice.workday(from, to),
            campaign,
            unit: person.unit,
            person: person.id,
            means: if office.dice.chance(40) { Means::Transfer } else { Means::Cash },
            amount: Vnd(office.dice.pick(&[100_000, 150_000, 200_000, 200_000, 200_000, 300_000, 500_000])),
            anonymous: office.dice.chance(4),
            ..Contribution::default()
        });
    }
    for (code, people, amount) in [("TCCB", 8, 1_600_000), ("QTTNMT", 17, 2_550_000)] {
        given.push(Contribution {
            date: date("2026-06-18"),
            campaign,
            unit: office.unit(code)?.id,
            people,
            amount: Vnd(amount),
            note: "Cả đơn vị ủng hộ chung".to_owned(),
            ..Contribution::default()
        });
    }
    for mut contribution in given {
        total = total + contribution.amount;
        store.put_record(&mut contribution)?;
    }
    Ok(total)
}

/// What each unit gave as a whole for the festival.
fn units(store: &mut Store, office: &mut Office, campaign: Id<Campaign>) -> Result<Vnd> {
    let mut total = Vnd(0);
    for unit in &office.units {
        let people = unit.headcount * office.dice.between(60, 95) / 100;
        let mut contribution = Contribution {
            date: office.dice.workday(date("2026-08-27"), date("2026-09-16")),
            campaign,
            unit: unit.id,
            people,
            amount: Vnd(people * 50_000),
            ..Contribution::default()
        };
        total = total + contribution.amount;
        store.put_record(&mut contribution)?;
    }
    Ok(total)
}

/// What came from outside; the answer is the money without the goods.
fn outside(store: &mut Store, campaign: Id<Campaign>, donors: &[Outside]) -> Result<Vnd> {
    let mut total = Vnd(0);
    for (donor, day, means, goods, amount) in donors {
        let mut contribution = Contribution {
            date: date(day),
            campaign,
            donor: (*donor).to_owned(),
            means: *means,
            goods: (*goods).to_owned(),
            amount: Vnd(*amount),
            ..Contribution::default()
        };
        store.put_record(&mut contribution)?;
        if *means != Means::Goods {
            total = total + contribution.amount;
        }
    }
    Ok(total)
}

/// What was bought for the gifts of an event was paid with its payment.
fn bought(store: &mut Store, event: Id<Event>) -> Result<()> {
    let Some(payment) = store.find::<Disbursement>("event", &event.value())?.pop() else { return Ok(()) };
    for item in store.find::<GiftItem>("event", &event.value())? {
        for intake in store.find::<Intake>("item", &item.id.value())? {
            if intake.way == Way::Bought {
                store.put_record(&mut Intake { payment: payment.id, ..intake })?;
            }
        }
    }
    Ok(())
}

/// Pays out of a campaign: to whom and by which voucher.
fn pay(
    store: &mut Store,
    campaign: Id<Campaign>,
    day: &str,
    purpose: Purpose,
    event: Id<Event>,
    (payee, reference): (&str, &str),
    amount: Vnd,
) -> Result<()> {
    let elsewhere = store.get(campaign)?.purpose != purpose;
    let agreement = if elsewhere { "Biên bản họp ngày 01/9/2026, người ủng hộ đồng ý" } else { "" };
    let mut paid = Disbursement {
        agreement: agreement.to_owned(),
        date: date(day),
        campaign,
        purpose,
        event,
        payee: payee.to_owned(),
        reference: reference.to_owned(),
        amount,
        ..Disbursement::default()
    };
    store.put_record(&mut paid)?;
    Ok(())
}
