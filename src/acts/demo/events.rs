//! The sample year's events for children, and one that is planned.
use super::{Office, clause, date, gifts};
use crate::acts::{clause as acts_clause, events};
use crate::domain::attendee::Presence;
use crate::domain::budget::BudgetLine;
use crate::domain::campaign::Source;
use crate::domain::event::{Event, EventKind, Hosts};
use crate::domain::event_step::{EventStep, day_before};
use crate::domain::gift::{Gift, GiftState};
use crate::domain::gift_rule::{GiftRule, RuleKind};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::domain::stock::{GiftItem, Intake, Way};
use crate::domain::value::{Cell, Lines, Value};
use crate::store::{Result, Store};

/// Puts the events with their gift lists; the answer is the Mid-Autumn festival.
pub(super) fn fill(store: &mut Store, office: &mut Office) -> Result<Id<Event>> {
    let childrens_day = Event {
        name: "Ngày Quốc tế Thiếu nhi 1-6 năm 2026".to_owned(),
        kind: EventKind::ChildrensDay,
        date: date("2026-06-01"),
        place: "Hội trường Sở".to_owned(),
        gift_value: Vnd(200_000),
        hosts: hosts(store)?,
        source: Source::Welfare,
        budget: Vnd(32_000_000),
        clause: clause(store, "II.2.a")?,
        programme: Lines("Văn nghệ do các cháu biểu diễn\nTrò chơi vận động\nTặng quà, chụp ảnh lưu niệm".to_owned()),
        ..Event::default()
    };
    give(store, office, childrens_day, &gifts::Approval::new("Quyết định 412/QĐ-SNNMT", "2026-05-27", 1), 4_150_000)?;
    put_month(store)?;
    let mid_autumn = Event {
        name: "Đêm hội trăng rằm năm 2026".to_owned(),
        kind: EventKind::MidAutumn,
        date: date("2026-09-25"),
        place: "Sân trụ sở Sở".to_owned(),
        gift_value: Vnd(150_000),
        hosts: hosts(store)?,
        source: Source::Contributions,
        budget: Vnd(26_000_000),
        clause: clause(store, "II.2.c")?,
        programme: Lines("Múa sư tử\nRước đèn, phá cỗ\nTặng quà các cháu".to_owned()),
        ..Event::default()
    };
    let id =
        give(store, office, mid_autumn, &gifts::Approval::new("Quyết định 763/QĐ-SNNMT", "2026-09-18", 4), 3_600_000)?;
    put_planned(store)?;
    Ok(id)
}

/// Those who organise events together with the office.
fn hosts(store: &mut Store) -> Result<Hosts> {
    let names = ["Công đoàn Sở", "Đoàn thanh niên Sở"];
    Ok(Hosts(names.into_iter().map(|name| Ok(acts_clause::body(store, name)?.0)).collect::<Result<_>>()?))
}

/// Puts an event with its approved list; `more` is what it cost beside the gifts, in đồng.
fn give(
    store: &mut Store,
    office: &mut Office,
    mut event: Event,
    approval: &gifts::Approval,
    more: i64,
) -> Result<Id<Event>> {
    let id = store.put_record(&mut event)?;
    stock(store, &event)?;
    if event.kind == EventKind::MidAutumn {
        // Whoever is in hardship gets something more, apart from the common list.
        let note = "Cộng riêng, không ghi ở danh sách chung".to_owned();
        let kind = RuleKind::Hardship;
        store.put_record(&mut GiftRule { event: id, kind, value: Vnd(100_000), note, ..GiftRule::default() })?;
    }
    let given = gifts::fill(store, office, &event, approval)?;
    let fetched = |child| given.iter().any(|gift| gift.child == child && gift.state == GiftState::Received);
    let present = given.iter().filter(|gift| gift.state == GiftState::Received).count();
    event.children_present = i64::try_from(present).unwrap_or(0) - 6;
    if event.kind == EventKind::ChildrensDay {
        // Who came was ticked by name; of those whose parents fetched the gift alone, every twentieth.
        events::list_children_within(store, &event)?;
        let mut lines = events::participants(store, id)?;
        for (at, line) in lines.iter_mut().enumerate().filter(|(_, line)| fetched(line.child)) {
            line.presence = if at % 20 == 13 { Presence::Away } else { Presence::Came };
            store.put_record(line)?;
        }
        event.children_present = events::came(&lines);
    }
    event.cost = given.iter().map(|gift| gift.value + gift.extra).sum::<Vnd>() + Vnd(more);
    store.put_record(&mut event)?;
    prepare(store, &event, &given)?;
    Ok(id)
}

/// What was done for an event: its steps, each on its day; its programme; its budget, approved, and what was paid.
fn prepare(store: &mut Store, event: &Event, given: &[Gift]) -> Result<()> {
    let gifts = given.iter().filter(|gift| gift.included).count();
    let quantity = i64::try_from(gifts).unwrap_or(1);
    let gifts = Vnd(quantity * event.gift_value.0);
    let rest = |part: i64, of: Vnd| Vnd((of - gifts).0 * part / 10);
    let line = |name: &str, quantity, price, actual, voucher: &str| BudgetLine {
        name: name.to_owned(),
        event: event.id,
        source: event.source,
        quantity,
        price,
        actual,
        voucher: voucher.to_owned(),
        ..BudgetLine::default()
    };
    let lines = vec![
        line("Quà tặng các cháu", quantity, event.gift_value, gifts, "HĐ 0000183"),
        line("Trang trí, âm thanh, địa điểm", 1, rest(6, event.budget), rest(6, event.cost), "HĐ 0000191"),
        line("Bánh kẹo, nước uống", 1, rest(4, event.budget), rest(4, event.cost), "HĐ 0000192"),
    ];
    events::fill_within(store, event, lines)?;
    for mut step in store.find::<EventStep>("event", &event.id.value())? {
        step.done_on = step.due;
        store.put_record(&mut step)?;
    }
    let before = |days: i64| day_before(event.date, days).value();
    for (column, value) in [
        ("submitted", Value::from("31/TTr-VP")),
        ("submitted_on", before(15)),
        ("budget_paper", Value::from("bút phê tại tờ trình")),
        ("budget_by", Value::from("Giám đốc Sở")),
        ("budget_on", before(13)),
    ] {
        store.set(Event::META, event.id.0, column, &value)?;
    }
    Ok(())
}

/// What the gifts hold: a bag that was bought, milk that a sponsor gave.
fn stock(store: &mut Store, event: &Event) -> Result<()> {
    for (name, measure, way, quantity, price) in [
        ("Túi bánh kẹo, đồ dùng học tập", "túi", Way::Bought, 140, event.gift_value.0 * 3 / 4),
        ("Lốc sữa tươi", "lốc", Way::Donated, 140, event.gift_value.0 / 4),
    ] {
        let mut item = GiftItem {
            name: name.to_owned(),
            event: event.id,
            measure: measure.to_owned(),
            per_gift: 1,
            ..GiftItem::default()
        };
        let item = store.put_record(&mut item)?;
        let voucher = if way == Way::Bought { "HĐ 0000183".to_owned() } else { String::new() };
        let date = event.date.checked_sub_days(chrono::Days::new(6)).unwrap_or(event.date);
        let amount = Vnd(quantity * price);
        let mut intake = Intake { item, date, way, quantity, amount, voucher, ..Intake::default() };
        store.put_record(&mut intake)?;
    }
    Ok(())
}

/// The Month of Action: a morning of swimming and safety, without gifts.
fn put_month(store: &mut Store) -> Result<()> {
    let mut event = Event {
        name: "Ngày hội kỹ năng an toàn dưới nước".to_owned(),
        kind: EventKind::Month,
        date: date("2026-06-20"),
        place: "Bể bơi Nhà thi đấu tỉnh".to_owned(),
        source: Source::Budget,
        budget: Vnd(18_000_000),
        cost: Vnd(17_350_000),
        children_present: 64,
        clause: clause(store, "II.2.b")?,
        programme: Lines(
            "Hướng dẫn nhận biết nơi nguy hiểm\nThực hành nổi, gọi cứu giúp\nThi đố vui về Luật Trẻ em".to_owned(),
        ),
        ..Event::default()
    };
    store.put_record(&mut event)?;
    Ok(())
}

/// What comes after the sample day: planned, with no list yet.
fn put_planned(store: &mut Store) -> Result<()> {
    let mut event = Event {
        name: "Xuân yêu thương, tết Đinh Mùi 2027".to_owned(),
        kind: EventKind::NewYear,
        date: date("2027-01-29"),
        place: "Hội trường Sở".to_owned(),
        gift_value: Vnd(300_000),
        source: Source::Welfare,
        budget: Vnd(12_000_000),
        ..Event::default()
    };
    store.put_record(&mut event)?;
    events::fill_within(store, &event, Vec::new())?;
    Ok(())
}
