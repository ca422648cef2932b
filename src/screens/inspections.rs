//! Inspections and what they recommend: Enter opens the recommendations, Space notes them as carried out.
use crate::acts::inspections;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::inspection::InspectionState;
use crate::domain::recommendation::Recommendation;
use crate::domain::record::Record;
use crate::domain::value::{Cell, Value};
use crate::screens::ask::Ask;
use crate::screens::edit::Edit;
use crate::screens::files;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{inspection as t, screen as s};
use crate::ui::key::Key;

/// The commands of the list of inspections.
pub const COMMANDS: &[Command<List>] = &[
    Command {
        keys: &[Key::Enter, Key::Ctrl('u')],
        name: t::OPEN_RECOMMENDATIONS,
        ready: |list, _| list.has_row(),
        run: open,
    },
    Command {
        keys: &[Key::Ctrl('w')],
        name: t::NOTE_RESULT,
        ready: |list, _| {
            let planned = InspectionState::Planned.value();
            list.current().is_some_and(|row| list.meta.value(row, "state") == &planned)
        },
        run: note_result,
    },
    files::OF_ROW,
    Command { keys: &[Key::Ctrl('x')], name: t::PLAN_YEAR, ready: |_, _| true, run: plan },
];

/// The commands of an inspection's recommendations.
const RECOMMENDATIONS: &[Command<List>] =
    &[Command { keys: &[Key::Char(' ')], name: t::MARK_DONE, ready: |list, _| list.has_row(), run: settle }];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let title = t::RECOMMENDATIONS_OF.with([cx.store.rows_name(list.meta, &[id])]).say(cx.settings.lang);
    let scoped = List::new(Recommendation::META, RECOMMENDATIONS).scoped(title, "inspection", Value::Int(id));
    Ok(Flow::Open(Box::new(scoped)))
}

/// The form of a planned inspection as one that was held: what was found is left to write.
fn note_result(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(mut row) = list.current_id().and_then(|id| cx.store.row(list.meta, id).ok().flatten()) else {
        return Ok(Flow::Stay);
    };
    list.meta.set(&mut row, "state", InspectionState::Held.value());
    Ok(Flow::Open(Box::new(Edit::new(cx, list.meta, row, None).at("begun"))))
}

fn plan(_: &mut List, cx: &mut Cx) -> Result<Flow> {
    let done = |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let answer = |at: usize| clean(answers.get(at).map_or("", String::as_str));
        let day = day::parse(&answer(0), cx.store.today())?;
        let added = inspections::plan(cx.store, day, &answer(1))?;
        let year = day.format("%Y").to_string();
        cx.good(t::PLANNED_YEAR.with([added.to_string(), year]).say(cx.settings.lang));
        Ok(Flow::Back)
    };
    let fields = [(t::ASK_DAY, ""), (t::ASK_BASIS, "")];
    let ask = Ask::new(cx.say(t::PLAN_YEAR).to_owned(), &fields, Box::new(done));
    Ok(Flow::Open(Box::new(ask.noted(cx.say(t::PLAN_NOTE).to_owned()))))
}

fn settle(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let chosen: Vec<Id<Recommendation>> = list.chosen().into_iter().map(Id::of).collect();
    inspections::settle(cx.store, &chosen, cx.store.today())?;
    let ids: Vec<i64> = chosen.iter().map(|id| id.0).collect();
    let said = format!("{} · {}", cx.say(t::MARK_DONE), cx.store.rows_name(list.meta, &ids));
    cx.good(s::DONE.with([said]).say(cx.settings.lang));
    list.unmark();
    list.step(1);
    Ok(Flow::Stay)
}
