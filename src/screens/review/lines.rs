//! The children of a round: Space says "unchanged" of the chosen ones, Ctrl+W "changed"; Enter opens the child itself.
use crate::acts::review;
use crate::domain::child::Child;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::review::{Review, ReviewResult, Round};
use crate::domain::support::{Support, SupportState};
use crate::domain::value::{Cell, Value};
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::mask;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{review as t, screen as s};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
    Command {
        keys: &[Key::Char(' ')],
        name: t::SAME,
        ready: |list, _| list.has_row(),
        run: |list, cx| mark(list, cx, ReviewResult::Same),
    },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::CHANGED,
        ready: |list, _| list.has_row(),
        run: |list, cx| mark(list, cx, ReviewResult::Changed),
    },
    Command {
        keys: &[Key::Enter, Key::F(2), Key::Ctrl('e')],
        name: t::OPEN_CHILD,
        ready: |list, _| list.has_row(),
        run: open_child,
    },
    Command { keys: &[Key::Ctrl('u')], name: t::PROPOSE, ready: |list, _| list.has_row(), run: propose },
    Command { keys: &[Key::Ctrl('x')], name: t::ONLY_PENDING, ready: |list, _| kept(list).is_none(), run: narrow },
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::ONLY_LACKING,
        ready: |list, _| kept(list) == Some("result"),
        run: narrow,
    },
    Command { keys: &[Key::Ctrl('x')], name: t::ONLY_ALL, ready: |list, _| kept(list) == Some("lacking"), run: narrow },
];

/// How much of the round is done, and which of its children are shown.
pub fn caption(list: &List, cx: &Cx) -> String {
    let round = list.query.scope.iter().find(|(column, _)| *column == "round").map_or(0, |(_, value)| value.int());
    let lang = cx.settings.lang;
    let Ok(round) = cx.store.get::<Round>(Id::of(round)) else { return String::new() };
    let done = format!("{} %", round.percent);
    match kept(list) {
        Some("result") => format!("{done}  {}", t::IS_PENDING.say(lang)),
        Some(_) => format!("{done}  {}", t::IS_LACKING.say(lang)),
        None => done,
    }
}

/// By which column the list is kept to what is still to do.
fn kept(list: &List) -> Option<&'static str> {
    list.query.scope.iter().map(|(column, _)| *column).find(|column| matches!(*column, "result" | "lacking"))
}

/// All → not reviewed → lacking something → all.
fn narrow(list: &mut List, _: &mut Cx) -> Result<Flow> {
    let before = kept(list);
    list.query.scope.retain(|(column, _)| !matches!(*column, "result" | "lacking"));
    match before {
        None => list.query.scope.push(("result", ReviewResult::Pending.value())),
        Some("result") => list.query.scope.push(("lacking", Value::Int(1))),
        Some(_) => {}
    }
    Ok(Flow::Stay)
}

/// Notes the result of the chosen children; where the first has it already, it is taken back.
fn mark(list: &mut List, cx: &mut Cx, result: ReviewResult) -> Result<Flow> {
    let chosen: Vec<Id<Review>> = list.chosen().into_iter().map(Id::of).collect();
    let Some(first) = chosen.first() else { return Ok(Flow::Stay) };
    let result = if cx.store.get(*first)?.result == result { ReviewResult::Pending } else { result };
    let today = cx.store.today();
    review::mark(cx.store, &chosen, result, today)?;
    list.unmark();
    // A line that leaves what is shown makes room for the next one by itself.
    if chosen.len() == 1 && kept(list) != Some("result") {
        list.step(1);
    }
    let lang = cx.settings.lang;
    let name = cx.store.rows_name(list.meta, &chosen.iter().map(|id| id.0).collect::<Vec<_>>());
    let name = if cx.settings.mask && chosen.len() == 1 { mask::initials(&name) } else { name };
    let words = format!("{name}: {}", result.text().say(lang));
    cx.good(s::DONE.with([words]).say(lang));
    Ok(Flow::Stay)
}

fn line(list: &List, cx: &Cx) -> Result<Option<Review>> {
    list.current_id().map(|id| cx.store.get::<Review>(Id::of(id))).transpose()
}

/// The form of the child itself.
fn open_child(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(line) = line(list, cx)? else { return Ok(Flow::Stay) };
    let Some(row) = cx.store.row(Child::META, line.child.0)? else { return Ok(Flow::Stay) };
    cx.store.looked("open", Child::TABLE, Some(row.id), None)?;
    Ok(Flow::Open(Box::new(Edit::new(cx, Child::META, row, None).returning(line.id.0))))
}

/// A form that proposes support for the child.
fn propose(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(line) = line(list, cx)? else { return Ok(Flow::Stay) };
    let given = [("child", line.child.value()), ("state", SupportState::Proposed.value())];
    let form = List::new(Support::META, &[]).new_form(cx, &given);
    Ok(Flow::Open(Box::new(form.returning(line.id.0))))
}
