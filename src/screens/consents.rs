//! The signed sheets of consents, the papers to be signed and to prove them, and the withdrawal of a consent, which acts
//! at once. The ledger where a sheet is entered is beside.
mod ledger;

use crate::acts::consent;
use crate::domain::child::Child;
use crate::domain::consent::{Consent, ConsentSheet, Purpose};
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::reports::consent as papers_of;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::mask;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, consent as t, screen as s};
use crate::ui::key::Key;
use ledger::Ledger;

/// The commands of the list of sheets.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::OPEN, ready: |list, _| list.has_row(), run: open },
    Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |list, _| list.has_row(), run: print_list },
];

/// What the roster offers for the child under the cursor.
pub const OF_CHILD: Command<List> =
    Command { keys: &[], name: t::OF_CHILD, ready: |list, _| list.has_row(), run: open_child };

/// The commands of the list of one child's consents.
const CHILD_COMMANDS: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('x')], name: t::WITHDRAW, ready: |list, _| list.has_row(), run: withdraw_child }];

/// The heads of the purposes, in their order.
const HEADS: [Text; 5] = [t::SHORT_GIFTS, t::SHORT_SUPPORT, t::SHORT_PHOTO, t::SHORT_PUBLISH, t::SHORT_SHARE];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let sheet = cx.store.get::<ConsentSheet>(Id::of(id))?;
    let unit = cx.store.name_of("unit", sheet.unit.0);
    Ok(Flow::Open(Box::new(Ledger::new(sheet, unit))))
}

fn papers(cx: &Cx, sheet: Id<ConsentSheet>) -> Print {
    Print::new(cx, "dong-y", outputs(sheet), (ConsentSheet::TABLE, 0))
}

fn print_list(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    Ok(Flow::Open(Box::new(Print::of_list(cx, list).with(cx, outputs(Id::of(id)), "dong-y"))))
}

fn outputs(sheet: Id<ConsentSheet>) -> Vec<Output> {
    let mut outputs = Output::forms(t::OUT_FORM, move |cx| papers_of::form(cx.store, sheet));
    outputs.extend(Output::forms(t::OUT_PROOF, move |cx| papers_of::proof(cx.store, sheet)));
    outputs
}

fn open_child(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let title = t::OF_CHILD_TITLE.with([cx.store.name_of(Child::TABLE, id)]).say(cx.settings.lang);
    cx.store.looked("open", Consent::TABLE, Some(id), None)?;
    Ok(Flow::Open(Box::new(List::new(Consent::META, CHILD_COMMANDS).scoped(title, "child", Value::Int(id)))))
}

fn withdraw_child(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let consent = cx.store.get::<Consent>(Id::of(id))?;
    ask_withdrawal(cx, consent.child, Some(consent.purpose))
}

/// Asks since when and what is withdrawn, and withdraws it.
fn ask_withdrawal(cx: &mut Cx, child: Id<Child>, purpose: Option<Purpose>) -> Result<Flow> {
    let today = day::show(cx.store.today());
    let place = purpose.and_then(|it| Purpose::ALL.iter().position(|known| *known == it));
    let named = place.and_then(|at| HEADS.get(at)).map_or("", |head| cx.say(*head));
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let answer = |at: usize| answers.get(at).map_or("", String::as_str);
        let on = day::parse(answer(1), cx.store.today())?;
        let count = consent::withdraw(cx.store, &[child], which(answer(0))?, on)?;
        let name = cx.store.name_of(Child::TABLE, child.0);
        let name = if cx.settings.mask { mask::initials(&name) } else { name };
        cx.good(t::WITHDRAWN_NOW.with([count.to_string(), name]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let fields = [(t::ASK_WHICH, named), (t::ASK_WITHDRAW, today.as_str())];
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::WITHDRAW).to_owned(), &fields, Box::new(done)))))
}

/// The purpose that was typed by its short name in either language; none if all are meant.
fn which(typed: &str) -> Result<Option<Purpose>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let wanted = fold(typed);
    let found = HEADS.iter().position(|head| [head.vi, head.en].iter().any(|name| fold(name) == wanted));
    match found.and_then(|at| Purpose::ALL.get(at)) {
        Some(purpose) => Ok(Some(*purpose)),
        None => Err(t::NO_PURPOSE.with([typed]).into()),
    }
}
