//! The events of every year, each begun in one go: its day by its rule, steps counted back, programme, budget lines. What
//! the last one of its kind cost and gave is taken over.
use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::hosts::hosts_within;
use super::steps::settle_within;
use crate::acts::clause;
use crate::domain::act::{Act, Step};
use crate::domain::budget::BudgetLine;
use crate::domain::campaign::Source;
use crate::domain::event::{Event, EventKind};
use crate::domain::event_step::EventStep;
use crate::domain::id::Id;
use crate::domain::lunar::{self, Lunar};
use crate::domain::money::Vnd;
use crate::domain::programme::{Activity, ProgrammeItem};
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::reports::gift_list::Roster;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, programme as t};

/// An event that can be begun from a template: its kind, its name and its next day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The occasion.
    pub kind: EventKind,
    /// "Tết Trung thu năm 2026".
    pub name: String,
    /// Its next day after today.
    pub date: NaiveDate,
}

/// What can be begun on a day: every occasion with its next day, the nearest first; one of the office's own last.
#[must_use]
pub fn coming(today: NaiveDate) -> Vec<Planned> {
    let kinds = [EventKind::Month, EventKind::ChildrensDay, EventKind::MidAutumn, EventKind::NewYear];
    let next = |kind| (today.year()..=today.year() + 1).filter_map(|year| day(kind, year)).find(|day| *day > today);
    let mut all: Vec<Planned> =
        kinds.into_iter().filter_map(|kind| next(kind).map(|date| planned(kind, date))).collect();
    all.sort_by_key(|it| it.date);
    all.push(planned(EventKind::Other, today.checked_add_days(Days::new(30)).unwrap_or(today)));
    all
}

fn planned(kind: EventKind, date: NaiveDate) -> Planned {
    let name = match kind {
        EventKind::ChildrensDay => t::NAME_CHILDRENS_DAY,
        EventKind::MidAutumn => t::NAME_MID_AUTUMN,
        EventKind::NewYear => t::NAME_NEW_YEAR,
        EventKind::Month => t::NAME_MONTH,
        EventKind::Other => t::NAME_OTHER,
    };
    Planned { kind, name: name.with([date.year()]).say(Lang::Vi), date }
}

/// The day of an occasion in a solar year. Gifts for the lunar new year are handed out ten days before it; the month of
/// action is launched in the last week of May (Điều 2 Thông tư 28/2019/TT-BLĐTBXH).
fn day(kind: EventKind, year: i32) -> Option<NaiveDate> {
    match kind {
        EventKind::ChildrensDay => NaiveDate::from_ymd_opt(year, 6, 1),
        EventKind::MidAutumn => Lunar { day: 15, month: 8, leap: false, year }.to_solar(),
        EventKind::NewYear => lunar::new_year(year)?.checked_sub_days(Days::new(10)),
        EventKind::Month => NaiveDate::from_ymd_opt(year, 5, 28),
        EventKind::Other => None,
    }
}

/// Begins an event: itself, its steps, its programme and its budget lines, as one step.
///
/// # Errors
/// If the store refuses.
pub fn make(store: &mut Store, planned: &Planned) -> Result<Id<Event>> {
    let all = store.all::<Event>()?;
    let former = all.iter().filter(|it| it.kind == planned.kind && it.date < planned.date).max_by_key(|it| it.date);
    let lately = all.iter().filter(|it| it.date < planned.date).max_by_key(|it| it.date);
    let mut event = Event {
        name: planned.name.clone(),
        kind: planned.kind,
        date: planned.date,
        clause: clause::of_event(store, planned.kind, planned.date.year())?,
        ..Event::default()
    };
    if let Some(former) = former {
        event.place.clone_from(&former.place);
        (event.gift_value, event.age_limit, event.age_rule, event.source) =
            (former.gift_value, former.age_limit, former.age_rule, former.source);
    }
    let lines = lines(store, &event, former)?;
    store.write(Step::new(Act::MakeEvent, Event::TABLE, event.name.clone()), |store| {
        event.hosts = hosts_within(store, &event, lately)?;
        let id = store.put_record(&mut event)?;
        fill_within(store, &event, lines)?;
        Ok(id)
    })
}

/// Puts the steps and the programme of an event's occasion, and budget lines, within the running step.
///
/// # Errors
/// If the store refuses.
pub fn fill_within(store: &mut Store, event: &Event, lines: Vec<BudgetLine>) -> Result<()> {
    let id = event.id;
    for (days, name, who) in steps(event.kind) {
        let (name, who) = (name.vi.to_owned(), who.vi.to_owned());
        store.put_record(&mut EventStep { name, who, event: id, days: Some(days), ..EventStep::default() })?;
    }
    for (time, kind, name, who) in programme(event.kind) {
        let time = NaiveTime::from_hms_opt(time / 100, time % 100, 0);
        let (name, who) = (name.vi.to_owned(), who.vi.to_owned());
        store.put_record(&mut ProgrammeItem { name, who, kind, time, event: id, ..ProgrammeItem::default() })?;
    }
    for mut line in lines {
        line.event = id;
        store.put_record(&mut line)?;
    }
    settle_within(store, event)
}

/// The steps of an occasion: working days before it, what is done, by whom.
fn steps(kind: EventKind) -> Vec<(i64, Text, Text)> {
    let all = [
        (25, t::STEP_PLAN, t::WHO_OFFICE),
        (20, t::STEP_ASK_LIST, t::WHO_OFFICE),
        (15, t::STEP_BUDGET, t::WHO_OFFICE),
        (10, t::STEP_CLOSE_LIST, t::WHO_OFFICE),
        (7, t::STEP_APPROVE_LIST, t::WHO_OFFICE),
        (5, t::STEP_BUY, t::WHO_UNION),
        (3, t::STEP_INVITE, t::WHO_OFFICE),
        (2, t::STEP_PLACE, t::WHO_YOUTH),
        (1, t::STEP_PACK, t::WHO_YOUTH),
        (-3, t::STEP_LEFT_OVER, t::WHO_OFFICE),
        (-5, t::STEP_CLOSE, t::WHO_OFFICE),
    ];
    // A launch gives no gifts, unless the office says so: what is about gifts is left out.
    let about_gifts =
        [t::STEP_ASK_LIST, t::STEP_CLOSE_LIST, t::STEP_APPROVE_LIST, t::STEP_BUY, t::STEP_PACK, t::STEP_LEFT_OVER];
    let skip = |text: Text| kind == EventKind::Month && about_gifts.contains(&text);
    all.into_iter().filter(|(_, text, _)| !skip(*text)).collect()
}

/// The programme of an occasion: hour and minute as one number, kind, what, who.
fn programme(kind: EventKind) -> Vec<(u32, Activity, Text, Text)> {
    match kind {
        EventKind::ChildrensDay => vec![
            (800, Activity::Other, t::ITEM_WELCOME, t::WHO_YOUTH),
            (815, Activity::Arts, t::ITEM_ARTS, t::WHO_YOUTH),
            (845, Activity::Play, t::ITEM_GAMES, t::WHO_YOUTH),
            (930, Activity::Gifts, t::ITEM_GIFTS, t::WHO_UNION),
        ],
        EventKind::MidAutumn => vec![
            (1800, Activity::Other, t::ITEM_WELCOME, t::WHO_YOUTH),
            (1815, Activity::Arts, t::ITEM_LION, t::WHO_YOUTH),
            (1900, Activity::Play, t::ITEM_LANTERNS, t::WHO_YOUTH),
            (1930, Activity::Gifts, t::ITEM_GIFTS, t::WHO_UNION),
        ],
        EventKind::NewYear => vec![
            (800, Activity::Other, t::ITEM_MEET, t::WHO_UNION),
            (830, Activity::Gifts, t::ITEM_GIFTS_HARDSHIP, t::WHO_UNION),
        ],
        EventKind::Month => vec![
            (800, Activity::Talk, t::ITEM_LAUNCH, t::WHO_OFFICE),
            (830, Activity::Talk, t::ITEM_HOTLINE, t::WHO_OFFICE),
            (900, Activity::Skill, t::ITEM_WATER, t::WHO_YOUTH),
        ],
        EventKind::Other => Vec::new(),
    }
}

/// The budget lines: those of the last event of its kind, else the usual ones; as many gifts as the roster has now.
fn lines(store: &Store, event: &Event, former: Option<&Event>) -> Result<Vec<BudgetLine>> {
    let gifts: i64 =
        Roster::read(store)?.lines(event, &[], &std::collections::HashMap::new()).iter().map(|gift| gift.count).sum();
    let last = match former {
        Some(former) => store.find::<BudgetLine>("event", &Value::Int(former.id.0))?,
        None => Vec::new(),
    };
    if !last.is_empty() {
        let again = |line: BudgetLine| BudgetLine {
            id: Id::NEW,
            quantity: if line.name == t::LINE_GIFTS.vi { gifts.max(1) } else { line.quantity },
            actual: Vnd(0),
            voucher: String::new(),
            note: String::new(),
            ..line
        };
        return Ok(last.into_iter().map(again).collect());
    }
    let source = if event.source == Source::default() { Source::Budget } else { event.source };
    let line = |name: Text, quantity: i64, price: Vnd| BudgetLine {
        name: name.vi.to_owned(),
        source,
        quantity,
        price,
        ..BudgetLine::default()
    };
    let mut all = Vec::new();
    if event.kind != EventKind::Month {
        all.push(line(t::LINE_GIFTS, gifts.max(1), event.gift_value));
    }
    all.extend([line(t::LINE_PLACE, 1, Vnd(0)), line(t::LINE_SWEETS, 1, Vnd(0))]);
    Ok(all)
}
