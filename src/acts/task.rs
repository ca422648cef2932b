//! Tasks: their days, doing them one after another, and assigning a chain of steps.
use chrono::{Datelike, NaiveDate};

use crate::domain::act::{Act, Step};
use crate::domain::due::Due;
use crate::domain::fold::same;
use crate::domain::id::Id;
use crate::domain::incoming::Incoming;
use crate::domain::person::Person;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Record, Row};
use crate::domain::task::{Task, TaskState};
use crate::domain::value::{Cell, RuleCode, Value};
use crate::domain::workday;
use crate::store::{Error, Result, Store};
use crate::text::{Lang, rule, task as t};

/// Where a chain of tasks comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The incoming paper; none for a clause.
    pub incoming: Id<Incoming>,
    /// The clause of the plan; none for a paper.
    pub clause: Id<Clause>,
    /// Who does the steps; may be nobody yet.
    pub officer: Id<Person>,
}

/// Puts a task that was typed, within the running step, with the day that its rule gives; those after it follow.
///
/// # Errors
/// If it would come after itself, breaks its rules, or the store refuses.
pub fn put_within(store: &mut Store, row: &mut Row) -> Result<()> {
    let meta = Task::META;
    let former = meta.value(row, "former").int();
    if row.id != 0 && chain_before(store, former)?.contains(&row.id) {
        let label = meta.columns.iter().find(|column| column.name == "former").map(|column| column.label);
        return Err(Error::Faults(vec![Fault { label, ..Fault::at("former", t::FORMER_BELOW) }]));
    }
    store.put_row(meta, row)?;
    dated(store, Id::of(row.id))
}

/// Marks tasks as done on a day, as one step; if all of them are done already, as not done. Tasks after them become due,
/// or wait again.
///
/// # Errors
/// If one waits for another that is not done, or the store refuses.
pub fn finish(store: &mut Store, ids: &[Id<Task>], day: NaiveDate) -> Result<bool> {
    let tasks: Vec<Task> = ids.iter().map(|id| store.get(*id)).collect::<Result<_>>()?;
    let done = !tasks.iter().all(|task| task.done_on.is_some());
    if let Some(early) = tasks.iter().find(|it| done && it.state == TaskState::Waits && !ids.contains(&it.former)) {
        return Err(t::STILL_WAITS.with([&early.former_name]).into());
    }
    let name = match tasks.as_slice() {
        [only] => only.name.clone(),
        many => many.len().to_string(),
    };
    let act = if done { Act::Finish } else { Act::Reopen };
    store.write(Step::new(act, Task::TABLE, name), |store| {
        for task in tasks.iter().filter(|task| task.done_on.is_some() != done) {
            set_done(store, task.id, done.then_some(day))?;
        }
        Ok(())
    })?;
    Ok(done)
}

/// The steps that were typed: "dự thảo 3; rà soát 2", each a name and its working days; one day where none is given.
///
/// # Errors
/// If there is no step, or a step has no name.
pub fn steps(typed: &str) -> Result<Vec<(String, i32)>> {
    let parts = typed.split([';', '→', '>']).map(str::trim).filter(|part| !part.is_empty());
    let step = |part: &str| {
        let (name, days) = match part.rsplit_once([' ', '+']) {
            Some((name, days)) if days.parse::<i32>().is_ok() => (name, days.parse().unwrap_or(1)),
            _ => (part, 1),
        };
        let name = name.trim_end_matches(['+', ' ', ',']).to_owned();
        (!name.is_empty() && (0..=250).contains(&days)).then_some((name, days))
    };
    let steps: Option<Vec<_>> = parts.map(step).collect();
    Ok(steps.filter(|steps| !steps.is_empty()).ok_or(t::STEPS_WRONG)?)
}

/// Who does the steps, by a name that was typed or a part of it that only one officer has; nobody where it is blank.
///
/// # Errors
/// If nobody has the name or several do, or the store cannot be read.
pub fn officer(store: &Store, typed: &str) -> Result<Id<Person>> {
    let name = typed.trim();
    if name.is_empty() {
        return Ok(Id::NEW);
    }
    let found = store.suggest(Person::TABLE, name, 20)?;
    let exact: Vec<_> = found.iter().filter(|(_, it, _)| same(it, name)).collect();
    match (exact.as_slice(), found.as_slice()) {
        ([(id, ..)], _) | ([], [(id, ..)]) => Ok(Id::of(*id)),
        ([], []) => Err(rule::NOT_IN_LIST.with([name]).into()),
        _ => Err(rule::TWO_IN_LIST.with([name]).into()),
    }
}

/// From which end the days of a chain are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lay {
    /// From the day on which it begins: each step becomes due its days after the one before it is done.
    From(NaiveDate),
    /// Back from the day by which all is done: each step has its day from the start.
    By(NaiveDate),
}

/// The day of each step, if every step takes its working days.
#[must_use]
pub fn days(steps: &[(String, i32)], lay: Lay) -> Vec<NaiveDate> {
    match lay {
        Lay::From(start) => {
            let each = steps.iter().scan(start, |day, (_, days)| {
                *day = Due::after(*days).day_after(*day);
                Some(*day)
            });
            each.collect()
        }
        Lay::By(due) => {
            let last = steps.len().saturating_sub(1);
            (0..=last).map(|at| back(due, steps.get(at + 1..).unwrap_or_default())).collect()
        }
    }
}

/// The last day on which a chain can begin so that it is done by a day: its working days counted back.
#[must_use]
pub fn latest_start(steps: &[(String, i32)], due: NaiveDate) -> NaiveDate {
    back(due, steps)
}

/// The day before which steps take their working days up to a day; by a day off what is due is done on the working day
/// before it.
fn back(due: NaiveDate, steps: &[(String, i32)]) -> NaiveDate {
    let off: Vec<NaiveDate> = (due.year() - 1..=due.year()).flat_map(workday::days_off).collect();
    let due = if workday::worked(due, &off) { due } else { workday::add(due, -1, &off) };
    workday::add(due, -steps.iter().map(|(_, days)| days).sum::<i32>(), &off)
}

/// Assigns a chain of steps as one step, each after the one before it. The answer is the day of each.
///
/// # Errors
/// If the store refuses.
pub fn assign(
    store: &mut Store,
    origin: Origin,
    about: &str,
    steps: &[(String, i32)],
    lay: Lay,
) -> Result<Vec<NaiveDate>> {
    store.write(Step::new(Act::Assign, Task::TABLE, about), |store| assign_within(store, origin, about, steps, lay))?;
    Ok(days(steps, lay))
}

/// Assigns a chain of steps within the running step, like [`assign`].
///
/// # Errors
/// If the store refuses.
pub fn assign_within(store: &mut Store, origin: Origin, about: &str, steps: &[(String, i32)], lay: Lay) -> Result<()> {
    let Origin { incoming, clause, officer } = origin;
    let mut former = Id::NEW;
    for ((name, days), on) in steps.iter().zip(days(steps, lay)) {
        let waits = matches!(lay, Lay::From(_)) && !former.is_new();
        let rule = if waits { Due::after(*days) } else { Due::on(on) };
        let mut capital = name.chars();
        let first: String = capital.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        let name = t::STEP_OF.with([format!("{first}{}", capital.as_str()), about.to_owned()]).say(Lang::Vi);
        let rule = RuleCode(rule.code());
        let mut task = Task { name, incoming, clause, officer, former, rule, ..Task::default() };
        former = store.put_record(&mut task)?;
        dated(store, former)?;
    }
    Ok(())
}

/// Says within the running step on which day a task was done, or that it is not; those after it follow.
///
/// # Errors
/// If the store refuses.
pub fn set_done(store: &mut Store, id: Id<Task>, on: Option<NaiveDate>) -> Result<()> {
    store.set(Task::META, id.0, "done_on", &on.value())?;
    followers_dated(store, id)
}

/// Sets the day that a task's rule gives now, and those of the tasks after it.
fn dated(store: &mut Store, id: Id<Task>) -> Result<()> {
    let task = store.get(id)?;
    let on = day(store, &task)?;
    if on != task.due_on {
        store.set(Task::META, id.0, "due_on", &on.value())?;
    }
    followers_dated(store, id)
}

fn followers_dated(store: &mut Store, id: Id<Task>) -> Result<()> {
    for task in store.find::<Task>("former", &id.value())? {
        let on = day(store, &task)?;
        if on != task.due_on {
            store.set(Task::META, task.id.0, "due_on", &on.value())?;
        }
    }
    Ok(())
}

/// The day of a task by its rule: of the year of its plan, or of this year; without a rule the day its paper asks for.
fn day(store: &Store, task: &Task) -> Result<Option<NaiveDate>> {
    let Some(rule) = Due::parse(&task.rule.0) else {
        let incoming = (!task.incoming.is_new()).then(|| store.get(task.incoming)).transpose()?;
        return Ok(incoming.and_then(|incoming| incoming.due));
    };
    if rule.waits() {
        let former = (!task.former.is_new()).then(|| store.get(task.former)).transpose()?;
        return Ok(former.and_then(|former| former.done_on).map(|done| rule.day_after(done)));
    }
    let year = if task.clause.is_new() { None } else { i32::try_from(store.get(task.clause)?.year).ok() };
    Ok(rule.day(year.unwrap_or_else(|| store.today().year())))
}

/// A task with those before it.
fn chain_before(store: &Store, id: i64) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    let mut here = id;
    while here != 0 && !found.contains(&here) {
        found.push(here);
        here = store.get::<Task>(Id::of(here))?.former.0;
    }
    Ok(found)
}

/// The tasks that became due when a task was done, each with its day in words.
///
/// # Errors
/// If the store cannot be read.
pub fn next(store: &Store, id: Id<Task>) -> Result<Vec<(String, String)>> {
    let after = store.find::<Task>("former", &Value::Int(id.0))?.into_iter();
    let open = after.filter(|task| task.done_on.is_none());
    Ok(open.filter_map(|task| Some((task.name, crate::domain::day::show(task.due_on?)))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{keep, sample};
    use crate::domain::plan::Plan;
    use crate::domain::unit_report::{UnitReport, UnitReportState};
    use crate::domain::value::PeriodCode;

    fn chain(store: &mut Store) -> Vec<Task> {
        let incoming = Incoming {
            name: "Báo cáo công tác trẻ em".into(),
            number: "4521/UBND-KGVX".into(),
            arrived: sample::day("2026-05-18"),
            due: Some(sample::day("2026-06-10")),
            ..Incoming::default()
        };
        let mut incoming = incoming;
        store.save(&mut incoming).unwrap();
        let origin = Origin { incoming: incoming.id, ..Origin::default() };
        let steps = steps("dự thảo 3; rà soát 2 → trình ký; gửi +1").unwrap();
        let days = assign(store, origin, "Báo cáo 6 tháng", &steps, Lay::From(sample::day("2026-05-18"))).unwrap();
        assert_eq!((days.len(), days[3].to_string()), (4, "2026-05-27".to_owned()));
        tasks(store)
    }

    fn tasks(store: &Store) -> Vec<Task> {
        let mut all = store.all::<Task>().unwrap();
        all.sort_by_key(|task| task.id.0);
        all
    }

    #[test]
    fn a_chain_that_begins_on_its_last_day_is_done_on_the_day() {
        let steps = steps("dự thảo 3; rà soát 2; trình ký; gửi").unwrap();
        for (due, begin) in [("2026-06-10", "2026-06-01"), ("2026-05-06", "2026-04-22"), ("2026-06-14", "2026-06-03")] {
            let start = latest_start(&steps, sample::day(due));
            assert_eq!(start, sample::day(begin), "{due}");
            let end = |start| days(&steps, Lay::From(start))[3];
            assert!(end(start) <= sample::day(due), "{due}");
            // Laid back from its day, each step has the same day.
            assert_eq!(days(&steps, Lay::By(sample::day(due))), days(&steps, Lay::From(start)), "{due}");
            // A working day later is too late.
            let later = Due::after(1).day_after(start);
            assert!(end(later) > sample::day(due), "{due}");
        }
    }

    #[test]
    fn steps_laid_back_end_on_their_day_whenever_one_is_done() {
        let mut store = sample::store();
        let steps = steps("dự thảo 3; rà soát 2; trình ký; gửi").unwrap();
        let on = sample::day("2026-06-10");
        let said = assign(&mut store, Origin::default(), "Báo cáo", &steps, Lay::By(on)).unwrap();
        let shown = |all: &[NaiveDate]| all.iter().map(NaiveDate::to_string).collect::<Vec<_>>();
        assert_eq!(shown(&said), ["2026-06-04", "2026-06-08", "2026-06-09", "2026-06-10"]);
        let all = tasks(&store);
        assert_eq!(all.iter().filter_map(|task| task.due_on).collect::<Vec<_>>(), said);
        // Late work does not move what others were promised.
        finish(&mut store, &[all[0].id], sample::day("2026-06-08")).unwrap();
        let after = tasks(&store);
        assert_eq!((after[1].due_on, after[1].state), (Some(said[1]), TaskState::Open));
        assert_eq!((after[2].due_on, after[2].state), (Some(said[2]), TaskState::Waits));
    }

    #[test]
    fn a_step_becomes_due_when_the_one_before_is_done() {
        let mut store = sample::store();
        let all = chain(&mut store);
        assert_eq!(all[0].name, "Dự thảo: Báo cáo 6 tháng");
        assert_eq!((all[0].due_on, all[0].state), (Some(sample::day("2026-05-21")), TaskState::Open));
        assert_eq!((all[1].due_on, all[1].state, all[1].origin.as_str()), (None, TaskState::Waits, "4521/UBND-KGVX"));
        assert!(finish(&mut store, &[all[1].id], sample::day("2026-05-20")).is_err());
        assert!(finish(&mut store, &[all[0].id], sample::day("2026-05-22")).unwrap());
        let after = tasks(&store);
        assert_eq!((after[1].due_on, after[1].state), (Some(sample::day("2026-05-26")), TaskState::Open));
        assert_eq!(
            next(&store, all[0].id).unwrap(),
            [("Rà soát: Báo cáo 6 tháng".to_owned(), "26/05/2026".to_owned())]
        );
        // The same key takes it back, and so does undo.
        assert!(!finish(&mut store, &[all[0].id], sample::day("2026-05-22")).unwrap());
        assert_eq!(tasks(&store)[1].state, TaskState::Waits);
        store.undo().unwrap();
        assert_eq!(tasks(&store)[1].due_on, Some(sample::day("2026-05-26")));
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn a_task_that_waits_for_a_unit_is_free_when_its_report_comes() {
        let mut store = sample::store();
        let unit = sample::unit(&mut store, "Phòng A");
        let period = PeriodCode("2026-H1".into());
        let mut task = Task { name: "Tổng hợp".into(), unit, period: period.clone(), ..Task::default() };
        store.save(&mut task).unwrap();
        assert_eq!(task.state, TaskState::Asked);
        let mut report = UnitReport {
            unit,
            period,
            due: sample::day("2026-06-15"),
            state: UnitReportState::Sent,
            received_on: Some(sample::day("2026-06-12")),
            ..UnitReport::default()
        };
        store.save(&mut report).unwrap();
        assert_eq!(store.get(task.id).unwrap().state, TaskState::Open);
    }

    #[test]
    fn days_come_from_the_plan_s_year_or_from_the_paper() {
        let mut store = sample::store();
        let mut plan = Plan { name: "Kế hoạch".into(), year: 2027, ..Plan::default() };
        store.save(&mut plan).unwrap();
        let mut clause = Clause { name: "Trung thu".into(), plan: plan.id, ..Clause::default() };
        store.save(&mut clause).unwrap();
        let rule = RuleCode("15/8 âm -10".into());
        let task = Task { name: "Chốt danh sách".into(), clause: clause.id, rule, ..Task::default() };
        let mut row = task.row();
        keep::save(&mut store, Task::META, &mut row).unwrap();
        assert_eq!(store.get(Id::<Task>::of(row.id)).unwrap().due_on, Some(sample::day("2027-08-30")));
        let first = chain(&mut store).into_iter().find(|task| !task.incoming.is_new()).unwrap();
        let mut bare = Task { name: "Trả lời".into(), incoming: first.incoming, ..Task::default() }.row();
        keep::save(&mut store, Task::META, &mut bare).unwrap();
        assert_eq!(store.get(Id::<Task>::of(bare.id)).unwrap().due_on, Some(sample::day("2026-06-10")));
        // No task comes after one that waits for it.
        let (first, last) = (first.id, tasks(&store)[4].id);
        let mut round = Task { former: last, ..store.get(first).unwrap() }.row();
        assert!(matches!(keep::save(&mut store, Task::META, &mut round), Err(Error::Faults(_))));
    }

    #[test]
    fn steps_without_a_name_are_refused() {
        assert!(steps("").is_err() && steps("; ;").is_err() && steps("gửi 1; +2").is_err());
        assert_eq!(steps("gửi").unwrap(), [("gửi".to_owned(), 1)]);
    }
}
