//! What the list of support does beside every list: approve, give, take back; its payment, its totals.
mod totals;

use crate::acts::support;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::disbursement::Disbursement;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::support::{Support, SupportState};
use crate::screens::ask::Ask;
use crate::screens::books;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, screen as s, support as t, welfare as w};
use crate::ui::key::Key;

/// The commands of the list of support.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('u')], name: t::APPROVE, ready: |list, _| list.has_row(), run: approve },
    Command { keys: &[Key::Ctrl('w')], name: t::GIVE, ready: |list, _| list.has_row(), run: give },
    Command { keys: &[Key::Ctrl('x')], name: t::TAKE_BACK, ready: |list, _| list.has_row(), run: take_back },
    Command {
        keys: &[Key::Ctrl('d')],
        name: t::TOTALS,
        ready: |_, _| true,
        run: |_, cx| Ok(Flow::Open(totals::screen(cx))),
    },
    Command { keys: &[], name: t::PAYMENT, ready: |list, _| list.has_row(), run: payment },
];

fn chosen(list: &List) -> Vec<Id<Support>> {
    list.chosen().into_iter().map(Id::of).collect()
}

/// Asks for the paper, who signed it and when, and approves those of the chosen that are proposed.
fn approve(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let ids = chosen(list);
    if !any_is(cx, &ids, SupportState::Proposed)? {
        return Err(t::NONE_PROPOSED.into());
    }
    let today = day::show(cx.store.today());
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let answer = |at: usize| clean(answers.get(at).map_or("", String::as_str));
        if answer(0).is_empty() || answer(1).is_empty() {
            return Err(s::APPROVAL_NEEDED.into());
        }
        let day = day::parse(&answer(2), cx.store.today())?;
        let count = support::approve(cx.store, &ids, &answer(0), &answer(1), day)?;
        tell(cx, t::APPROVE, count);
        Ok(Flow::Back)
    };
    list.unmark();
    let fields = [(s::ASK_APPROVAL, ""), (s::ASK_APPROVER, ""), (s::ASK_SIGNED, today.as_str())];
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::APPROVE).to_owned(), &fields, Box::new(done)))))
}

/// Asks for the day and notes those of the chosen that are approved as given.
fn give(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let ids = chosen(list);
    if !any_is(cx, &ids, SupportState::Approved)? && !any_is(cx, &ids, SupportState::Proposed)? {
        return Err(t::NONE_APPROVED.into());
    }
    let today = day::show(cx.store.today());
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let day = day::parse(answers.first().map_or("", String::as_str), cx.store.today())?;
        let count = support::give(cx.store, &ids, day)?;
        tell(cx, t::GIVE, count);
        Ok(Flow::Back)
    };
    list.unmark();
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::GIVE).to_owned(), &[(t::ASK_DAY, &today)], Box::new(done)))))
}

fn take_back(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let count = support::take_back(cx.store, &chosen(list))?;
    list.unmark();
    tell(cx, t::TAKE_BACK, count);
    Ok(Flow::Stay)
}

fn payment(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let found = cx.store.get::<Support>(Id::of(id))?;
    let mut payments: Vec<i64> = support::raises_of(cx.store, found.id)?.iter().map(|payment| payment.id.0).collect();
    if !found.disbursement.is_new() {
        payments.push(found.disbursement.0);
    }
    match payments.as_slice() {
        [] => Err(t::NO_PAYMENT.into()),
        [only] => Ok(Flow::Go(Disbursement::TABLE, *only)),
        _ => {
            let title = w::PAYMENTS_OF.with([found.content]).say(cx.settings.lang);
            Ok(Flow::Open(Box::new(List::new(Disbursement::META, books::PAYMENTS).of_rows(title, payments))))
        }
    }
}

/// Opens the supports that the payment under the cursor paid.
///
/// # Errors
/// If the store cannot be read.
pub fn supports(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let payment = cx.store.get::<Disbursement>(Id::of(id))?;
    let rows = support::supports_of(cx.store, payment.id)?.iter().map(|support| support.id.0).collect();
    let name = if payment.reference.is_empty() { day::show(payment.date) } else { payment.reference };
    let title = t::SUPPORTS_TITLE.with([name]).say(cx.settings.lang);
    Ok(Flow::Open(Box::new(List::new(Support::META, COMMANDS).of_rows(title, rows))))
}

fn any_is(cx: &Cx, ids: &[Id<Support>], state: SupportState) -> Result<bool> {
    for id in ids {
        if cx.store.get(*id)?.state == state {
            return Ok(true);
        }
    }
    Ok(false)
}

fn tell(cx: &mut Cx, what: Text, count: usize) {
    let sentence = format!("{} · {count}", cx.say(what));
    cx.good(s::DONE.with([sentence]).say(cx.settings.lang));
}
