//! Incoming papers and tasks: Enter on a paper opens its tasks, one key assigns a chain of steps, Space says that a task
//! is done.
use crate::acts::task::{self, Origin};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::incoming::Incoming;
use crate::domain::plan::Clause;
use crate::domain::record::Record;
use crate::domain::task::Task;
use crate::domain::value::Value;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::task as t;
use crate::ui::key::Key;

/// The commands of the list of incoming papers.
pub const INCOMING: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::TASKS_OF, ready: |list, _| list.has_row(), run: open },
    Command { keys: &[Key::Ctrl('u')], name: t::ASSIGN, ready: |list, _| list.has_row(), run: assign_incoming },
];

/// The commands of a list of tasks.
pub const TASKS: &[Command<List>] =
    &[Command { keys: &[Key::Char(' ')], name: t::FINISH, ready: |list, _| list.has_row(), run: finish }];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let incoming = cx.store.get::<Incoming>(Id::of(id))?;
    let title = format!("{}: {}", cx.say(Task::META.title), [incoming.number, incoming.name].join(" "));
    Ok(Flow::Open(Box::new(List::new(Task::META, TASKS).scoped(title, "incoming", Value::Int(id)))))
}

fn assign_incoming(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let incoming = cx.store.get::<Incoming>(Id::of(id))?;
    let origin = Origin { incoming: incoming.id, ..Origin::default() };
    Ok(Flow::Open(ask_steps(cx, origin, &incoming.name, incoming.due)))
}

/// Asks for the steps of a clause's work.
///
/// # Errors
/// If the clause is gone.
pub fn assign_clause(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let clause = cx.store.get::<Clause>(Id::of(id))?;
    let rule = crate::domain::due::Due::parse(&clause.due.0);
    let due = rule.zip(i32::try_from(clause.year).ok()).and_then(|(rule, year)| rule.day(year));
    let origin = Origin { clause: clause.id, officer: clause.officer, ..Origin::default() };
    Ok(Flow::Open(ask_steps(cx, origin, &clause.name, due)))
}

fn ask_steps(cx: &Cx, origin: Origin, about: &str, due: Option<chrono::NaiveDate>) -> Box<Ask> {
    let lang = cx.settings.lang;
    let (usual, today) = (cx.say(t::USUAL_STEPS), day::show(cx.store.today()));
    let end = task::steps(usual).map(|steps| day::show(task::end(&steps, cx.store.today()))).unwrap_or_default();
    let fields = [(t::ASK_STEPS, usual), (t::ASK_SUBJECT, about), (t::ASK_START, today.as_str())];
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let answer = |at: usize| answers.get(at).map_or("", String::as_str);
        let steps = task::steps(answer(0))?;
        let start = day::parse(answer(2), cx.store.today())?;
        let (count, end) = task::assign(cx.store, origin, answer(1), &steps, start)?;
        let (count, shown) = (count.to_string(), day::show(end));
        let said = match due.filter(|due| *due < end) {
            Some(due) => t::TOO_LATE.with([count, shown, day::show(due)]),
            None => t::ASSIGNED.with([count, shown]),
        };
        cx.good(said.say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let ask = Ask::new(cx.say(t::ASSIGN).to_owned(), &fields, Box::new(done));
    let mut note = t::STEPS_NOTE.with([end]).say(lang);
    if let (Some(due), Ok(steps)) = (due, task::steps(usual)) {
        let latest = day::show(task::latest_start(&steps, due));
        note = format!("{note} {}", t::LATEST_START.with([day::show(due), latest]).say(lang));
    }
    Box::new(ask.noted(note))
}

/// Says that the chosen tasks are done, or that they are not; the task that becomes due is named.
fn finish(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let chosen: Vec<Id<Task>> = list.chosen().into_iter().map(Id::of).collect();
    let today = cx.store.today();
    let name = cx.store.rows_name(Task::META, &list.chosen());
    let done = task::finish(cx.store, &chosen, today)?;
    let lang = cx.settings.lang;
    let mut said = (if done { t::FINISHED } else { t::REOPENED }).with([name]).say(lang);
    for id in chosen.iter().filter(|_| done) {
        for (next, on) in task::next(cx.store, *id)? {
            said.push(' ');
            said.push_str(&t::NOW_DUE.with([next, on]).say(lang));
        }
    }
    cx.good(said);
    list.unmark();
    Ok(Flow::Stay)
}
