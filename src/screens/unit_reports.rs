//! The units' reports of a period: who is expected, in, late, or has nothing to report.
use crate::acts::unit_reports::{self, Reported};
use crate::domain::act::{Act, Step};
use crate::domain::day;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::unit_report::{UnitReport, UnitReportState};
use crate::domain::value::Value;
use crate::screens::ask::Ask;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::period;
use crate::screens::screen::{Command, Cx, Flow, Screen};
use crate::store::Result;
use crate::text::{Lang, screen as t};
use crate::ui::key::Key;

const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::TAKE_REPORT, ready: |list, _| awaited(list), run: take },
    Command { keys: &[Key::Ctrl('w')], name: t::NOTHING_TO_REPORT, ready: |list, _| awaited(list), run: nothing },
    Command { keys: &[Key::Ctrl('u')], name: t::OPEN_PERIOD, ready: |list, _| list.period.is_some(), run: open },
];

/// The list of the half-year that a unit reports now.
pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
    let mut list = List::new(UnitReport::META, COMMANDS).more(period::LIST_COMMANDS);
    period::keep(&mut list, Period::reported(cx.store.today()));
    Box::new(list)
}

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(period) = list.period.clone() else { return Ok(Flow::Stay) };
    let name = period.name().say(cx.settings.lang);
    let due = day::show(period.default_due());
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let due = day::parse(answers.first().map_or("", String::as_str), cx.store.today())?;
        unit_reports::open_period(cx.store, &period, Some(due))?;
        let sentence = t::PERIOD_OPENED.with([period.name().say(cx.settings.lang)]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Back)
    };
    let title = format!("{}: {name}", cx.say(t::OPEN_PERIOD));
    Ok(Flow::Open(Box::new(Ask::new(title, &[(t::ASK_DUE, &due)], Box::new(done)))))
}

/// Whether nothing has come yet from the unit under the cursor.
fn awaited(list: &List) -> bool {
    let state = list.current().map(|row| list.meta.value(row, "state").text().to_owned());
    state
        .is_some_and(|state| [UnitReportState::Expected, UnitReportState::Returned].iter().any(|it| it.code() == state))
}

/// Takes in the report of the unit under the cursor: its form says that it came today, and asks what it says.
fn take(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(mut row) = list.current_id().and_then(|id| cx.store.row(list.meta, id).ok().flatten()) else {
        return Ok(Flow::Stay);
    };
    list.meta.set(&mut row, "state", Value::Text(UnitReportState::Sent.code().to_owned()));
    list.meta.set(&mut row, "received_on", Value::Text(cx.store.today().to_string()));
    Ok(Flow::Open(Box::new(Edit::new(cx, list.meta, row, None).at("received_on"))))
}

/// Says for the chosen units that they have nothing to report, as of today.
fn nothing(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(period) = list.period.clone() else { return Ok(Flow::Stay) };
    let (today, chosen) = (cx.store.today(), list.chosen());
    let unit = match chosen.as_slice() {
        [only] => cx.store.name_of("unit", cx.store.get::<UnitReport>(Id::of(*only))?.unit.0),
        many => many.len().to_string(),
    };
    let name = format!("{unit} · {}", period.name().say(Lang::Vi));
    cx.store.write(Step::new(Act::Receive, list.meta.table, name), |store| {
        for id in &chosen {
            let unit = store.get::<UnitReport>(Id::of(*id))?.unit;
            let said = Reported::default();
            unit_reports::receive_within(store, unit, &period, today, UnitReportState::Nothing, &said)?;
        }
        Ok(())
    })?;
    list.unmark();
    list.step(1);
    let words = cx.say(t::NOTHING_TO_REPORT);
    cx.good(t::DONE.with([words]).say(cx.settings.lang));
    Ok(Flow::Stay)
}
