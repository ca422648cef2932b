//! The plan as a tree: branches fold, Enter opens what proves a clause, one key keeps it to what nothing proves yet; the
//! plans of other years are a key away.
use crate::acts::clause;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::plan::{Clause, Plan};
use crate::domain::record::{Meta, Record};
use crate::domain::session::Session;
use crate::domain::value::{Cell, Value};
use crate::reports::papers::Subject;
use crate::reports::{plan, plan_paper};
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::reading::Reading;
use crate::screens::screen::{Command, Cx, Flow, Screen};
use crate::screens::{events, next_year as ahead, plan_text, sessions, tasks};
use crate::store::Result;
use crate::text::{Said, next_year as y, plan as t, remark, screen as s, task as w};
use crate::ui::key::Key;

const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::OPEN_EVIDENCE, ready: |list, _| has_evidence(list), run: open_evidence },
    Command { keys: &[Key::Ctrl('u')], name: t::COVERAGE, ready: |_, _| true, run: cover },
    Command { keys: &[Key::Left], name: t::FOLD, ready: |list, _| list.has_row(), run: fold },
    Command { keys: &[Key::Right], name: t::UNFOLD, ready: |list, _| is_folded(list), run: unfold },
    Command { keys: &[Key::Insert, Key::Ctrl('n')], name: s::ADD, ready: |_, _| true, run: add },
    Command { keys: &[Key::Delete, Key::F(8)], name: s::TRASH, ready: |list, _| list.has_row(), run: trash },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::TAKE_IN,
        ready: |_, _| true,
        run: |_, cx| Ok(Flow::Open(plan_text::ask(cx))),
    },
    Command { keys: &[Key::Ctrl('x')], name: w::ASSIGN, ready: |list, _| list.has_row(), run: tasks::assign_clause },
    Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: print },
    Command { keys: &[], name: y::OPEN, ready: |_, _| true, run: next_year },
    Command { keys: &[], name: remark::LOOK, ready: |list, _| list.has_row(), run: look_over },
    Command { keys: &[], name: t::READ_FILE, ready: |_, _| true, run: |_, cx| Ok(Flow::Open(plan_text::ask_file(cx))) },
    Command { keys: &[Key::Char('>')], name: t::NEXT_PLAN, ready: |_, _| true, run: |list, cx| turn(list, cx, 1) },
    Command { keys: &[Key::Char('<')], name: t::LAST_PLAN, ready: |_, _| true, run: |list, cx| turn(list, cx, -1) },
];

/// The place of the filter by missing evidence among those that the list has ready.
const BARE: usize = 1;

/// The tab of the plan: that of the running year, else the latest one before it.
pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
    let mut list = List::new(Clause::META, COMMANDS).captioned(caption).going(go);
    running(&mut list, cx);
    Box::new(list)
}

/// Shows the plan of the running year, else the latest one before it.
fn running(list: &mut List, cx: &Cx) {
    let today = i64::from(chrono::Datelike::year(&cx.store.today()));
    let plans = cx.store.all::<Plan>().unwrap_or_default();
    if let Some(plan) = plans.iter().find(|plan| plan.year <= today).or_else(|| plans.last()) {
        keep(list, plan.id);
    }
}

fn keep(list: &mut List, plan: Id<Plan>) {
    list.query.scope = vec![("plan", plan.value())];
}

fn plan_of(list: &List) -> Id<Plan> {
    Id::of(list.query.scope.first().map_or(0, |(_, value)| value.int()))
}

/// The plan that a clause is of is the one that is shown; in the place of one that is gone, the running year's.
fn go(list: &mut List, cx: &Cx, row: i64) {
    if let Ok(clause) = cx.store.get::<Clause>(Id::of(row)) {
        keep(list, clause.plan);
    } else if !cx.store.all::<Plan>().is_ok_and(|plans| plans.iter().any(|plan| plan.id == plan_of(list))) {
        running(list, cx);
    }
}

fn caption(list: &List, cx: &Cx) -> String {
    let plan = cx.store.get(plan_of(list));
    plan.map_or_else(|_| String::new(), |plan| t::OF_YEAR.with([plan.year]).say(cx.settings.lang))
}

/// Shows the plan of a later or an earlier year, if there is one.
fn turn(list: &mut List, cx: &mut Cx, by: isize) -> Result<Flow> {
    // The latest stands first.
    let plans = cx.store.all::<Plan>()?;
    let here = plans.iter().position(|plan| plan.id == plan_of(list)).unwrap_or(0);
    match here.checked_add_signed(-by).and_then(|at| plans.get(at)) {
        Some(plan) => keep(list, plan.id),
        None => cx.bad(cx.say(if by > 0 { t::NO_LATER } else { t::NO_EARLIER })),
    }
    Ok(Flow::Stay)
}

/// The list as it is on screen, and the plan as a paper.
fn print(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    list.read_all(cx)?;
    let papers = Output::papers(&Subject::Row(Plan::TABLE, plan_of(list).0));
    let print = Print::of_list(cx, list).with(cx, papers, "");
    Ok(Flow::Open(Box::new(print.remarked(&remarks(list, cx)?, cx))))
}

/// What is to be looked at in the plan that is shown, before it is signed.
fn remarks(list: &List, cx: &Cx) -> Result<Vec<Said>> {
    let plan = plan_of(list);
    if plan.is_new() { Ok(Vec::new()) } else { plan_paper::remarks(cx.store, plan) }
}

fn look_over(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let found = remarks(list, cx)?;
    if found.is_empty() {
        let sentence = cx.say(remark::NONE);
        cx.good(sentence);
        return Ok(Flow::Stay);
    }
    Ok(Flow::Open(Box::new(Reading::of_remarks(&found, cx))))
}

/// The year after the plan that is shown.
fn next_year(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    match plan_of(list) {
        plan if plan.is_new() => Err(y::NO_PLAN.into()),
        plan => ahead::open(cx, plan),
    }
}

/// What the list of plans does beside every list.
pub const PLANS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::OPEN_PLAN, ready: |list, _| list.has_row(), run: open_plan },
    Command { keys: &[Key::Ctrl('u')], name: y::OPEN, ready: |list, _| list.has_row(), run: year_after },
    Command { keys: &[Key::Delete, Key::F(8)], name: s::TRASH, ready: |list, _| list.has_row(), run: trash_plan },
];

fn open_plan(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let plan = list.current_id().map_or(Id::NEW, Id::of);
    match clause::of_plan(cx.store, plan)?.first() {
        Some(first) => Ok(Flow::Go(Clause::TABLE, first.id.0)),
        None => Err(t::NO_CLAUSES.into()),
    }
}

fn trash_plan(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let name = cx.store.rows_name(Plan::META, &[id]);
    let count = clause::trash_plan(cx.store, Id::of(id))?.to_string();
    cx.good(t::PLAN_TRASHED.with([name, count]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

fn year_after(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    list.current_id().map_or(Ok(Flow::Stay), |id| ahead::open(cx, Id::of(id)))
}

fn has_evidence(list: &List) -> bool {
    list.current().is_some_and(|row| !Clause::META.value(row, "evidence").is_blank())
}

fn is_folded(list: &List) -> bool {
    list.current_id().is_some_and(|id| list.folded.contains(&id))
}

fn cover(list: &mut List, _: &mut Cx) -> Result<Flow> {
    list.turn_ready(BARE);
    Ok(Flow::Stay)
}

fn fold(list: &mut List, _: &mut Cx) -> Result<Flow> {
    if let Some(id) = list.current_id() {
        list.fold(id);
    }
    Ok(Flow::Stay)
}

fn unfold(list: &mut List, _: &mut Cx) -> Result<Flow> {
    if let Some(id) = list.current_id() {
        list.unfold(id);
    }
    Ok(Flow::Stay)
}

/// A form for a clause under the one at the cursor if that is a heading, else beside it.
fn add(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Open(Box::new(list.new_form(cx, &[])))) };
    let here = cx.store.get::<Clause>(Id::of(id))?;
    let parent = if list.has_branch(id) || here.lead.is_new() { here.id } else { here.parent };
    let code = clause::next_code(cx.store, here.plan, parent)?;
    let given = [("plan", here.plan.value()), ("parent", parent.value()), ("code", Value::Text(code))];
    Ok(Flow::Open(Box::new(list.new_form(cx, &given).at("name"))))
}

/// To the trash with all that stands under it; of more than one it is asked first.
fn trash(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let mut all = Vec::new();
    for id in list.chosen() {
        all.extend(clause::with_all_below(cx.store, Id::of(id))?);
    }
    list.mark_all_of(cx, &all)?;
    list.trash(cx)
}

/// Opens the rows that prove the clause; where it asks for sessions or programmes, a new one there proves it.
fn open_evidence(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let clause = cx.store.get::<Clause>(Id::of(id))?;
    let Some((meta, rows)) = plan::evidence(cx.store, clause.id)? else { return Ok(Flow::Pass) };
    let title = format!("{} {}: {}", clause.code, cx.say(meta.title), clause.name);
    let linked =
        |meta: &'static Meta, commands| List::new(meta, commands).scoped(title.clone(), "clause", Value::Int(id));
    let list = match meta.table {
        Session::TABLE => linked(Session::META, sessions::COMMANDS),
        Event::TABLE => linked(Event::META, events::COMMANDS),
        _ if rows.is_empty() => {
            let sentence = t::NO_EVIDENCE.with([cx.say(meta.title)]).say(cx.settings.lang);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        _ => List::new(meta, &[]).of_rows(title.clone(), rows),
    };
    Ok(Flow::Open(Box::new(list)))
}
