//! What the list of campaigns does beside every list: Enter opens a campaign's contributions.
use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::screens::books;
use crate::screens::gifts_in;
use crate::screens::grid::Grid;
use crate::screens::list::List;
use crate::screens::progress::Standing;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{book as b, progress, screen as t};
use crate::ui::key::Key;

/// The list's own commands.
pub const COMMANDS: &[Command<List>] = &[
    Command {
        keys: &[Key::Enter, Key::Ctrl('u')],
        name: t::CONTRIBUTIONS_OF,
        ready: |list, _| list.has_row(),
        run: open,
    },
    Command {
        keys: &[Key::Ctrl('d')],
        name: progress::OPEN,
        ready: |list, _| list.has_row(),
        run: |list, _| Ok(list.current_id().map_or(Flow::Stay, |id| Flow::Open(Standing::screen(Id::of(id))))),
    },
    Command { keys: &[Key::Ctrl('w')], name: b::IMPORT_SHEET, ready: |list, _| list.has_row(), run: take_in },
];

fn take_in(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    Ok(Flow::Open(gifts_in::ask(cx, list.current_id().map(Id::of))))
}

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(row) = list.current() else { return Ok(Flow::Stay) };
    let name = Campaign::META.value(row, "name").text();
    let title = format!("{}: {name}", cx.say(Contribution::META.title));
    let scoped =
        List::new(Contribution::META, books::COMMANDS).more(ENTRY).scoped(title, "campaign", Value::Int(row.id));
    Ok(Flow::Open(Box::new(scoped)))
}

/// What a campaign's contributions do beside those of all.
const ENTRY: &[Command<List>] =
    &[Command { keys: &[Key::Ctrl('u')], name: b::ENTER_LINES, ready: |_, _| true, run: enter }];

fn enter(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let campaign = list.query.scope.first().map_or(0, |(_, value)| value.int());
    Ok(Flow::Open(Box::new(Grid::of_campaign(cx, Id::of(campaign))?)))
}
