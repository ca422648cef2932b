//! The budget lines of an event: put forward, approved, taken back; what was paid stands beside what was planned.
use crate::acts::events;
use crate::domain::budget::BudgetState;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{programme as t, screen as s};
use crate::ui::key::Key;

/// The commands of the list of budget lines.
pub const COMMANDS: &[Command<List>] = &[
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::SUBMIT,
        ready: |list, cx| standing(list, cx) == Some(BudgetState::Draft),
        run: submit,
    },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::APPROVE_BUDGET,
        ready: |list, cx| standing(list, cx) == Some(BudgetState::Submitted),
        run: approve,
    },
    Command {
        keys: &[Key::Ctrl('x')],
        name: t::RECALL,
        ready: |list, cx| standing(list, cx).is_some_and(|state| state != BudgetState::Draft),
        run: recall,
    },
];

fn event_of(list: &List) -> Id<Event> {
    Id::of(list.query.scope.first().map_or(0, |(_, value)| value.int()))
}

fn standing(list: &List, cx: &Cx) -> Option<BudgetState> {
    cx.store.get(event_of(list)).ok().map(|event| event.budget_state)
}

fn submit(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let event = event_of(list);
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let number = clean(answers.first().map_or("", String::as_str));
        events::submit_budget(cx.store, event, &number, cx.store.today())?;
        let words = cx.say(t::SUBMIT);
        cx.good(s::DONE.with([words]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let ask = Ask::new(cx.say(t::SUBMIT).to_owned(), &[(t::ASK_SUBMITTED, "")], Box::new(done));
    let doubts = doubts(&cx.store.get(event)?, cx);
    Ok(Flow::Open(Box::new(ask.noted(doubts.unwrap_or_default()))))
}

fn approve(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let event = event_of(list);
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let answer = |at: usize| clean(answers.get(at).map_or("", String::as_str));
        events::approve_budget(cx.store, event, &answer(0), &answer(1), cx.store.today())?;
        let words = cx.say(t::APPROVE_BUDGET);
        cx.good(s::DONE_FINAL.with([words]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let fields = [(t::ASK_PAPER, ""), (t::ASK_BY, "")];
    Ok(Flow::Open(Box::new(Ask::new(cx.say(t::APPROVE_BUDGET).to_owned(), &fields, Box::new(done)))))
}

fn recall(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    events::recall_budget(cx.store, event_of(list))?;
    let words = cx.say(t::RECALL);
    cx.good(s::DONE_FINAL.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

/// How the budget stands: its state, planned and paid, per child, and what is over.
#[must_use]
pub fn said(event: &Event, cx: &Cx) -> String {
    let lang = cx.settings.lang;
    let state = match (event.budget_state, event.submitted_on, event.budget_on) {
        (BudgetState::Submitted, Some(on), _) | (BudgetState::Approved, _, Some(on)) => {
            format!("{} {}", cx.say(event.budget_state.text()), day::show(on))
        }
        (state, ..) => cx.say(state.text()).to_owned(),
    };
    let mut said = t::BUDGET_LINE_STATE.with([state, event.planned.show(), event.spent.show()]).say(lang);
    if let Some(each) = per_child(event) {
        said.push_str(&t::BUDGET_PER_CHILD.with([each.show()]).say(lang));
    }
    let over = event.spent.0 - event.planned.0;
    if event.planned.0 > 0 && over > 0 {
        said.push_str(&t::BUDGET_OVERSPENT.with([Vnd(over).show()]).say(lang));
    }
    if let Some(doubts) = doubts(event, cx) {
        said.push_str(&format!(" · {doubts}"));
    }
    said
}

/// What is doubtful about the budget, in one line.
pub fn doubts(event: &Event, cx: &Cx) -> Option<String> {
    let doubts = events::doubts(cx.store, event).unwrap_or_default();
    (!doubts.is_empty()).then(|| doubts.iter().map(|said| said.say(cx.settings.lang)).collect::<Vec<_>>().join(" "))
}

/// What is planned, or paid once something is, for each child who gets a gift or was there.
fn per_child(event: &Event) -> Option<Vnd> {
    let children = event.gifts.max(event.children_present);
    let sum = if event.spent.0 > 0 { event.spent } else { event.planned };
    sum.0.checked_div(children).filter(|each| *each > 0).map(Vnd)
}

/// What the list says before its count.
#[must_use]
pub fn caption(list: &List, cx: &Cx) -> String {
    cx.store.get(event_of(list)).map_or_else(|_| String::new(), |event| said(&event, cx))
}
