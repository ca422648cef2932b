//! An event's budget: put forward by a paper, approved, and taken back as an act of its own.
use chrono::NaiveDate;

use crate::domain::act::{Act, Step};
use crate::domain::budget::{BudgetLine, BudgetState};
use crate::domain::event::Event;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::store::{Result, Store};
use crate::text::{Said, programme as t};

/// Notes that the budget was put forward by a paper (tờ trình) on a day.
///
/// # Errors
/// If nothing is planned, it was put forward already, or the paper has no number.
pub fn submit_budget(store: &mut Store, event: Id<Event>, number: &str, day: NaiveDate) -> Result<()> {
    let found = store.get(event)?;
    if found.budget_state != BudgetState::Draft {
        return Err(t::ALREADY_SUBMITTED.with([found.name, found.submitted]).into());
    }
    if found.planned.0 == 0 {
        return Err(t::NOTHING_PLANNED.with([found.name]).into());
    }
    if number.trim().is_empty() {
        return Err(t::NUMBER_NEEDED.into());
    }
    store.write(Step::new(Act::SubmitBudget, Event::TABLE, found.name), |store| {
        store.set(Event::META, event.0, "submitted", &Value::from(number.trim()))?;
        store.set(Event::META, event.0, "submitted_on", &day.value())
    })
}

/// What is doubtful about a budget of lines before it is put forward: that it is not the sum typed in the event, that the
/// lines that say "quà" do not pay for the gifts of the list.
///
/// # Errors
/// If the store cannot be read.
pub fn doubts(store: &Store, event: &Event) -> Result<Vec<Said>> {
    let lines = store.find::<BudgetLine>("event", &event.id.value())?;
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let of_gifts = |line: &&BudgetLine| fold(&line.name).split(' ').any(|word| word == GIFT);
    let gifts: Vnd = lines.iter().filter(of_gifts).map(BudgetLine::plan).sum();
    let all: Vnd = lines.iter().map(BudgetLine::plan).sum();
    let short = (event.gifts_value > gifts).then(|| t::GIFTS_SHORT.with([event.gifts_value, gifts].map(Vnd::show)));
    let other =
        (event.budget.0 > 0 && event.budget != all).then(|| t::SUM_DIFFERS.with([event.budget, all].map(Vnd::show)));
    Ok(short.into_iter().chain(other).collect())
}

/// The word that tells a line of gifts.
const GIFT: &str = "qua";

/// Approves a budget that was put forward: by whom, by which paper, on which day. Final: [`recall_budget`] takes it back.
///
/// # Errors
/// If it was not put forward, is approved already, or paper or name are missing.
pub fn approve_budget(store: &mut Store, event: Id<Event>, paper: &str, by: &str, day: NaiveDate) -> Result<()> {
    let found = store.get(event)?;
    match found.budget_state {
        BudgetState::Draft => return Err(t::NOT_SUBMITTED.with([found.name]).into()),
        BudgetState::Approved => return Err(t::BUDGET_STANDS.with([found.name]).into()),
        BudgetState::Submitted => {}
    }
    if paper.trim().is_empty() || by.trim().is_empty() {
        return Err(t::APPROVAL_NEEDED.into());
    }
    store.write(Step::new(Act::ApproveBudget, Event::TABLE, found.name), |store| {
        store.set(Event::META, event.0, "budget_paper", &Value::from(paper.trim()))?;
        store.set(Event::META, event.0, "budget_by", &Value::from(by.trim()))?;
        store.set(Event::META, event.0, "budget_on", &day.value())
    })
}

/// Takes a budget back, approved or only put forward, so that it can be changed and put forward anew.
///
/// # Errors
/// If it was not put forward.
pub fn recall_budget(store: &mut Store, event: Id<Event>) -> Result<()> {
    let found = store.get(event)?;
    if found.budget_state == BudgetState::Draft {
        return Err(t::NOT_SUBMITTED.with([found.name]).into());
    }
    store.write(Step::new(Act::RecallBudget, Event::TABLE, found.name), |store| {
        for column in ["budget_on", "submitted_on"] {
            store.set(Event::META, event.0, column, &Value::Null)?;
        }
        for column in ["budget_paper", "budget_by", "submitted"] {
            store.set(Event::META, event.0, column, &Value::from(""))?;
        }
        Ok(())
    })
}
