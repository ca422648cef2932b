//! A task: work that begins with an incoming paper or a clause of the plan, alone or as a step after another.
use chrono::NaiveDate;

use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::incoming::Incoming;
use crate::domain::person::Person;
use crate::domain::plan::Clause;
use crate::domain::record::{Fault, Order, Record, Row, choices, record};
use crate::domain::unit::Unit;
use crate::domain::value::{PeriodCode, RuleCode};
use crate::text::{rule, task as t};

choices! {
    /// How it stands with a task.
    pub enum TaskState {
        #[default] Open "open" = t::STATE_OPEN;
        /// The task before it is not done.
        Waits "waits" = t::STATE_WAITS;
        /// A unit's report has not come.
        Asked "asked" = t::STATE_ASKED;
        Done "done" = t::STATE_DONE;
    }
}

record! {
    /// A task. Its day comes from its rule; one that waits for another gets it when that one is done.
    pub struct Task {
        table: "task", source: "task_shown", title: t::TASKS, one: t::ONE_TASK,
        search: &["name", "note"], order: Order::Within("done_on", "due_on"),
    }
    columns {
        name: String => t::TASK_NAME, 34;
        incoming: Id<Incoming> => t::LETTER, 0;
        clause: Id<Clause> => t::CLAUSE, 0;
        officer: Id<Person> => t::OFFICER, 18;
        former: Id<Task> => t::FORMER, 0;
        rule: RuleCode => t::RULE, 0;
        unit: Id<Unit> => t::WAITS_UNIT, 0;
        period: PeriodCode => t::WAITS_PERIOD, 0;
        note: String => t::NOTE, 0;
    }
    stamped {
        due_on: Option<NaiveDate> => t::DUE_ON, 10;
        done_on: Option<NaiveDate> => t::DONE_ON, 0;
    }
    shown {
        state: TaskState => t::STATE, 14;
        former_name: String => t::FORMER_NAME, 0;
        /// The number of its paper, or the code of its clause.
        origin: String => t::ORIGIN, 14;
    }
}

/// Whether a row of tasks has passed its day and is not done.
#[must_use]
pub fn is_late(row: &Row, today: NaiveDate) -> bool {
    let value = |column| Task::META.value(row, column);
    value("done_on").is_blank() && value("due_on").text().parse::<NaiveDate>().is_ok_and(|due| due < today)
}

impl Task {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if !self.id.is_new() && self.former == self.id {
            faults.push(Fault::at("former", t::OWN_FORMER));
        }
        match Due::parse(&self.rule.0) {
            None if !self.rule.0.is_empty() => faults.push(Fault::at("rule", rule::NOT_A_DUE_RULE)),
            Some(due) if due.waits() && self.former.is_new() => faults.push(Fault::at("former", t::FORMER_NEEDED)),
            _ => {}
        }
        if self.unit.is_new() != self.period.0.is_empty() {
            let column = if self.unit.is_new() { "unit" } else { "period" };
            faults.push(Fault::at(column, t::UNIT_AND_PERIOD));
        }
        faults
    }
}
