//! What the lists of contributions and payments do beside every list: post, reverse and re-enter; and what the list of
//! cash counts does: close a day, open it again.
use crate::acts::{closing, posting, preview};
use crate::domain::cash_count::CashCount;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::posting::Standing;
use crate::domain::record::{Meta, Row};
use crate::screens::ask::Ask;
use crate::screens::confirm::Confirm;
use crate::screens::edit::Edit;
use crate::screens::events::stock;
use crate::screens::list::List;
use crate::screens::receipts;
use crate::screens::screen::{Command, Cx, Flow};
use crate::screens::welfare;
use crate::store::Result;
use crate::text::{book as t, screen as words};
use crate::ui::key::Key;

/// The commands of the list of contributions.
pub const COMMANDS: &[Command<List>] = &[POST, CORRECT, REVERSE, receipts::OF_GIFTS];

/// The commands of the list of payments.
pub const PAYMENTS: &[Command<List>] = &[POST, CORRECT, REVERSE, welfare::OF_PAYMENT, stock::BOUGHT];

const POST: Command<List> =
    Command { keys: &[Key::Ctrl('w')], name: t::POST, ready: |list, _| list.has_row(), run: post };
const CORRECT: Command<List> =
    Command { keys: &[Key::Ctrl('x')], name: t::CORRECT, ready: |list, _| stands(list), run: correct };
const REVERSE: Command<List> = Command { keys: &[], name: t::REVERSE, ready: |list, _| stands(list), run: reverse };

/// The commands of the list of cash counts.
pub const COUNTS: &[Command<List>] = &[
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::CLOSE_DAY,
        ready: |list, _| list.has_row() && !is_closed(list),
        run: close,
    },
    Command { keys: &[Key::Ctrl('x')], name: t::OPEN_DAY, ready: |list, _| is_closed(list), run: open },
];

/// Whether the line under the cursor is posted and not taken back.
fn stands(list: &List) -> bool {
    list.current().is_some_and(|row| posting::standing(list.meta, row) == Standing::Posted)
}

fn is_closed(list: &List) -> bool {
    list.current().is_some_and(|row| !list.meta.value(row, "closed_on").is_blank())
}

/// Asks before the chosen drafts are posted: how many, and how much.
fn post(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let (meta, chosen) = (list.meta, list.chosen());
    let about = posting::asked(cx.store, meta, &chosen)?;
    if about.lines == 0 {
        return Err(t::NOTHING_TO_POST.into());
    }
    list.unmark();
    let asked = question(cx, meta, &chosen)?;
    let done = move |cx: &mut Cx| {
        let posted = posting::post(cx.store, meta, &chosen)?;
        said(cx, &posted);
        Ok(Flow::Back)
    };
    Ok(Flow::Open(Box::new(Confirm::new(t::POST, asked, Box::new(done)))))
}

/// What is asked before rows are posted: how many and how much, and what they would move by campaign and purpose.
///
/// # Errors
/// If the store cannot be read.
pub fn question(cx: &Cx, meta: &'static Meta, ids: &[i64]) -> Result<String> {
    let lang = cx.settings.lang;
    let about = posting::asked(cx.store, meta, ids)?;
    let moves = preview::of(cx.store, meta, ids)?;
    let asked = t::POST_ASKED.with([about.lines.to_string(), about.sum.show()]).say(lang);
    let moved = moves.iter().map(|it| it.said(lang));
    Ok(std::iter::once(asked).chain(moved).collect::<Vec<_>>().join("\n"))
}

/// Says what was posted.
pub fn said(cx: &mut Cx, posted: &posting::Posted) {
    let parts = [posted.lines.to_string(), posted.sum.show(), posted.numbers.clone()];
    cx.good(t::POSTED_LINES.with(parts).say(cx.settings.lang));
}

/// Opens the form of the posted line under the cursor: what is saved there stands in its place.
fn correct(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(old) = list.current_id() else { return Ok(Flow::Stay) };
    let Some(row) = cx.store.row(list.meta, old)? else { return Ok(Flow::Stay) };
    let meta = list.meta;
    let title = t::CORRECT_TITLE.with([meta.value(&row, "voucher").text()]).say(cx.settings.lang);
    let save = move |cx: &mut Cx, row: &mut Row| {
        let done = posting::correct(cx.store, meta, old, row)?;
        Ok(t::CORRECTED.with([done.old, done.new]).say(cx.settings.lang))
    };
    let form = Edit::new(cx, meta, row, None).at("amount").saving(title, Box::new(save));
    Ok(Flow::Open(Box::new(form)))
}

fn reverse(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(old) = list.current_id() else { return Ok(Flow::Stay) };
    let meta = list.meta;
    let done = move |cx: &mut Cx, answers: &[String]| {
        let done = posting::reverse(cx.store, meta, old, answers.first().map_or("", String::as_str))?;
        cx.good(t::REVERSED_BY.with([done.old, done.opposite]).say(cx.settings.lang));
        Ok(Flow::Saved(done.row))
    };
    let ask = Ask::new(cx.say(t::REVERSE).to_owned(), &[(t::ASK_REASON, "")], Box::new(done));
    Ok(Flow::Open(Box::new(ask)))
}

fn close(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let count: Id<CashCount> = Id::of(id);
    let shown = day::show(cx.store.get(count)?.date);
    let asked = t::CLOSE_ASKED.with([&shown]).say(cx.settings.lang);
    let done = move |cx: &mut Cx| {
        closing::close(cx.store, count)?;
        cx.good(t::CLOSED.with([&shown]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    Ok(Flow::Open(Box::new(Confirm::new(t::CLOSE_DAY, asked, Box::new(done)))))
}

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let count = cx.store.get::<CashCount>(Id::of(id))?;
    closing::open(cx.store, count.id)?;
    let sentence = t::OPENED.with([day::show(count.date)]).say(cx.settings.lang);
    cx.good(words::DONE_FINAL.with([sentence]).say(cx.settings.lang));
    Ok(Flow::Stay)
}
