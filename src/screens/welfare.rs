//! Promises to campaigns, welfare works and what was given to them, and what a payment was for: what their lists do
//! beside every list.
use crate::domain::campaign::Purpose;
use crate::domain::contribution::Contribution;
use crate::domain::disbursement::Disbursement;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::pledge::Pledge;
use crate::domain::record::Record;
use crate::domain::support::Support;
use crate::domain::value::{Cell, Value};
use crate::domain::work::{Work, WorkPart};
use crate::screens::books;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::support;
use crate::store::Result;
use crate::text::welfare as t;
use crate::ui::key::Key;

/// The commands of the list of promises.
pub const PLEDGES: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('w')], name: t::TO_GIFT, ready: |list, _| list.has_row(), run: enter_gift }];

/// The commands of the list of all promises.
pub const PLEDGES_TAB: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('u')], name: t::ONLY_OPEN, ready: |_, _| true, run: open_ones },
    Command { keys: &[Key::Ctrl('w')], name: t::TO_GIFT, ready: |list, _| list.has_row(), run: enter_gift },
];

/// The commands of the list of works.
pub const WORKS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::OPEN_PARTS, ready: |list, _| list.has_row(), run: parts },
    Command { keys: &[Key::Ctrl('u')], name: t::OPEN_PAYMENTS, ready: |list, _| list.has_row(), run: payments_of_work },
];

/// What the list of events does about money: shows what was paid for one.
pub const OF_EVENT: Command<List> =
    Command { keys: &[], name: t::OPEN_PAYMENTS, ready: |list, _| list.has_row(), run: payments_of_event };

/// What the list of payments does: goes to what one was for.
pub const OF_PAYMENT: Command<List> =
    Command { keys: &[Key::Ctrl('u')], name: t::OPEN_TARGET, ready: |list, _| list.has_row(), run: target };

/// The form of a contribution that redeems a promise: what is still open of it, from the same donor.
fn enter_gift(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let pledge = cx.store.get::<Pledge>(Id::of(id))?;
    let given = [
        ("campaign", pledge.campaign.value()),
        ("unit", pledge.unit.value()),
        ("person", pledge.person.value()),
        ("donor", Value::Text(pledge.donor)),
        ("people", Value::Int(pledge.people)),
        ("amount", if pledge.left.0 > 0 { pledge.left.value() } else { Value::Null }),
    ];
    let form = List::new(Contribution::META, &[]).new_form(cx, &given).at("amount");
    Ok(Flow::Open(Box::new(form)))
}

/// Those who promised and have handed in nothing, of all campaigns. Who promised nothing is on no list.
fn open_ones(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let title = cx.say(t::ONLY_OPEN).to_owned();
    let list = List::new(Pledge::META, PLEDGES).scoped(title, "standing", Value::from("open"));
    Ok(Flow::Open(Box::new(list)))
}

fn parts(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let title = t::PARTS_OF.with([cx.store.name_of(Work::TABLE, id)]).say(cx.settings.lang);
    Ok(Flow::Open(Box::new(List::new(WorkPart::META, &[]).scoped(title, "work", Value::Int(id)))))
}

fn payments_of_work(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    payments(list, cx, Work::TABLE)
}

fn payments_of_event(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    payments(list, cx, Event::TABLE)
}

/// The payments for a work or an event; a new one there is for it too.
fn payments(list: &List, cx: &Cx, table: &'static str) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let title = t::PAYMENTS_OF.with([cx.store.name_of(table, id)]).say(cx.settings.lang);
    let purpose = if table == Work::TABLE { Purpose::Work } else { Purpose::Event };
    let list = List::new(Disbursement::META, books::PAYMENTS).scoped(title.clone(), table, Value::Int(id));
    Ok(Flow::Open(Box::new(list.scoped(title, "purpose", purpose.value()))))
}

fn target(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let payment = cx.store.get::<Disbursement>(Id::of(id))?;
    if !payment.work.is_new() {
        return Ok(Flow::Go(Work::TABLE, payment.work.0));
    }
    if !payment.event.is_new() {
        return Ok(Flow::Go(Event::TABLE, payment.event.0));
    }
    if !payment.support.is_new() {
        return Ok(Flow::Go(Support::TABLE, payment.support.0));
    }
    if payment.purpose == Purpose::Support {
        return support::supports(list, cx);
    }
    Err(t::NO_TARGET.into())
}
