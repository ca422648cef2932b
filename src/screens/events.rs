//! Events: Enter opens an event's gift list, Ctrl+W the rest of what belongs to it.
mod dossier;
mod gift_list;
mod sides;

use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::paper::{docx, pdf, xlsx};
use crate::reports::gift_list as report;
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{event as e, screen as t};
use crate::ui::key::Key;
use dossier::Dossier;
use gift_list::Gifts;

/// The commands of the list of events.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter, Key::Ctrl('u')], name: t::GIFT_LIST, ready: |list, _| list.has_row(), run: open },
    Command { keys: &[Key::Ctrl('w')], name: e::DOSSIER, ready: |list, _| list.has_row(), run: dossier },
    Command { keys: &[Key::F(7), Key::Ctrl('p')], name: t::PRINT, ready: |list, _| list.has_row(), run: print },
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    list.current_id().map_or(Ok(Flow::Stay), |id| Gifts::open(cx, Id::of(id)))
}

fn dossier(list: &mut List, _: &mut Cx) -> Result<Flow> {
    Ok(list.current_id().map_or(Flow::Stay, |id| Flow::Open(Box::new(Dossier::of(Id::of(id))))))
}

fn print(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let print = Print::of_list(cx, list).with(cx, outputs(Id::of(id)), print_stem());
    Ok(Flow::Open(Box::new(print)))
}

/// How the files of an event's papers are called.
const fn print_stem() -> &'static str {
    "danh-sach-qua"
}

/// The papers of an event.
fn outputs(event: Id<Event>) -> Vec<Output> {
    vec![
        Output {
            name: t::OUT_GIFTS_XLSX,
            ending: "xlsx",
            make: Box::new(move |cx| Ok(xlsx::render(&report::sheet(cx.store, event)?).map_err(|e| e.said())?)),
        },
        Output {
            name: t::OUT_GIFTS_DOCX,
            ending: "docx",
            make: Box::new(move |cx| Ok(docx::render(&report::paper(cx.store, event)?).map_err(|e| e.said())?)),
        },
        Output {
            name: t::OUT_GIFTS_PDF,
            ending: "pdf",
            make: Box::new(move |cx| Ok(pdf::render(&report::paper(cx.store, event)?).map_err(|e| e.said())?)),
        },
        Output {
            name: e::OUT_EXTRA,
            ending: "docx",
            make: Box::new(move |cx| match report::extra(cx.store, event)? {
                Some(paper) => Ok(docx::render(&paper).map_err(|e| e.said())?),
                None => Err(e::EXTRA_NOBODY.into()),
            }),
        },
    ]
}
