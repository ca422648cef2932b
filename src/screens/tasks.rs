//! Incoming papers and tasks: Enter on a paper opens its tasks, one key assigns a chain of steps, Space says that a task
//! is done.
use chrono::NaiveDate;

use crate::acts::task::{self, Lay, Origin};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::incoming::Incoming;
use crate::domain::person::Person;
use crate::domain::plan::Clause;
use crate::domain::record::Record;
use crate::domain::task::Task;
use crate::domain::value::Value;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Said, task as t};
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

/// Asks for steps and shows the day of each while it is typed: laid back from the day that is asked for, if there is one.
fn ask_steps(cx: &Cx, origin: Origin, about: &str, due: Option<NaiveDate>) -> Box<Ask> {
    let (lang, today) = (cx.settings.lang, cx.store.today());
    let label = if due.is_some() { t::ASK_DONE_BY } else { t::ASK_START };
    let day = day::show(due.unwrap_or(today));
    let officer = cx.store.name_of(Person::TABLE, origin.officer.0);
    let fields = [
        (t::ASK_STEPS, cx.say(t::USUAL_STEPS)),
        (t::ASK_SUBJECT, about),
        (label, day.as_str()),
        (t::ASK_OFFICER, officer.as_str()),
    ];
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let (steps, lay) = laid(answers, due, today)?;
        let officer = task::officer(cx.store, answers.get(3).map_or("", String::as_str))?;
        let origin = Origin { officer, ..origin };
        let about = answers.get(1).map_or("", String::as_str);
        let days = task::assign(cx.store, origin, about, &steps, lay)?;
        let end = days.last().copied().unwrap_or(today);
        let (count, shown) = (days.len().to_string(), day::show(end));
        let said = match due.filter(|due| *due < end) {
            Some(due) => t::TOO_LATE.with([count, shown, day::show(due)]),
            None => t::ASSIGNED.with([count, shown]),
        };
        cx.good(said.say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let told =
        move |answers: &[String]| told(answers, due, today).map_or_else(|said| said.say(lang), |said| said.say(lang));
    Box::new(Ask::new(cx.say(t::ASSIGN).to_owned(), &fields, Box::new(done)).telling(Box::new(told)))
}

/// The steps that were typed, and from which end their days are counted: from today where the day was left blank.
fn laid(answers: &[String], due: Option<NaiveDate>, today: NaiveDate) -> Result<(Vec<(String, i32)>, Lay)> {
    let answer = |at: usize| answers.get(at).map_or("", |text| text.trim());
    let steps = task::steps(answer(0))?;
    if answer(2).is_empty() {
        return Ok((steps, Lay::From(today)));
    }
    let day = day::parse(answer(2), today)?;
    Ok((steps, if due.is_some() { Lay::By(day) } else { Lay::From(day) }))
}

/// The day of each step as it would be kept, and what is wrong with it.
fn told(answers: &[String], due: Option<NaiveDate>, today: NaiveDate) -> Result<Said> {
    let (steps, lay) = laid(answers, due, today)?;
    let each = steps.iter().zip(task::days(&steps, lay)).map(|((name, _), on)| format!("{name} {}", day::show(on)));
    let each = each.collect::<Vec<_>>().join(" → ");
    Ok(match lay {
        Lay::From(_) => t::STEPS_FROM.with([each]),
        Lay::By(by) => {
            let latest = task::latest_start(&steps, by);
            let text = if latest < today { t::STEPS_TOO_LONG } else { t::STEPS_BACK };
            text.with([each, day::show(latest)])
        }
    })
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
