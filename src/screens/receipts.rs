//! Printing what confirms contributions: from their list, where numbers are taken, and again from the list of papers.
use chrono::Datelike;

use crate::acts::receipts::{self, Deliver};
use crate::domain::contribution::Contribution;
use crate::domain::donor::Donor;
use crate::domain::id::Id;
use crate::domain::receipt::Receipt;
use crate::domain::record::Record;
use crate::paper::Paper;
use crate::reports::papers::{RECEIPT, THANKS};
use crate::reports::receipt;
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::{Text, receipt as t, screen as s};
use crate::ui::key::Key;

/// What the list of contributions prints beside itself.
pub const OF_GIFTS: Command<List> = Command {
    keys: &[Key::F(7), Key::Ctrl('p')],
    name: s::PRINT,
    ready: |list, _| list.has_row(),
    run: |list, cx| {
        let gifts: Vec<Id<Contribution>> = list.chosen().into_iter().map(Id::of).collect();
        Ok(Flow::Open(Box::new(Print::of_list(cx, list).also(of_gifts(&gifts)))))
    },
};

/// The commands of the list of papers.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter, Key::Ctrl('u')], name: t::LINES, ready: |list, _| list.has_row(), run: open },
    Command {
        keys: &[Key::F(7), Key::Ctrl('p')],
        name: s::PRINT,
        ready: |list, _| list.has_row(),
        run: |list, cx| {
            let papers: Vec<Id<Receipt>> = list.chosen().into_iter().map(Id::of).collect();
            let again = move |cx: &mut Cx, deliver: Deliver<'_>| receipts::print_again(cx.store, &papers, deliver);
            let outputs = numbered(t::OUT_AGAIN, again);
            Ok(Flow::Open(Box::new(Print::of_list(cx, list).also(outputs))))
        },
    },
];

/// The contributions that a paper confirms.
fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let paper = cx.store.get::<Receipt>(Id::of(id))?;
    let title = t::TITLE.with([paper.code]).say(cx.settings.lang);
    Ok(Flow::Open(Box::new(List::new(Contribution::META, &[]).of_rows(title, paper.lines.0))))
}

fn of_gifts(gifts: &[Id<Contribution>]) -> Vec<Output> {
    let (each, all) = (gifts.to_vec(), gifts.to_vec());
    let of_each = move |cx: &mut Cx, deliver: Deliver<'_>| receipts::print_each(cx.store, &each, deliver);
    // The year is that of the first line; a donor who stands in several lines gets one paper.
    let of_year = move |cx: &mut Cx, deliver: Deliver<'_>| {
        let (mut donors, mut year) = (Vec::new(), None);
        for id in &all {
            let gift = cx.store.get::<Contribution>(*id)?;
            year = year.or_else(|| Some(gift.date.year()));
            let donor = Donor::of(&gift);
            if !donors.contains(&donor) {
                donors.push(donor);
            }
        }
        receipts::print_year(cx.store, &donors, year.unwrap_or_default(), deliver)
    };
    let thanked = gifts.to_vec();
    let thanks = move |cx: &mut Cx| {
        let gifts: Vec<Contribution> = thanked.iter().map(|id| cx.store.get(*id)).collect::<Result<_>>()?;
        receipt::letters(cx.store, &gifts)
    };
    let mut outputs = numbered(t::OUT_ONE, of_each);
    outputs.extend(numbered(t::OUT_YEAR, of_year));
    outputs.extend(named(THANKS, Output::forms(t::OUT_THANKS, thanks)));
    outputs
}

/// Papers whose print takes numbers: they are written before the numbers are taken.
fn numbered(name: Text, print: impl Fn(&mut Cx, Deliver<'_>) -> Result<()> + Clone + 'static) -> Vec<Output> {
    let act = move |cx: &mut Cx, put: &mut dyn FnMut(&Paper) -> Result<()>| {
        print(cx, &mut |store, papers| put(&receipt::receipts(store, papers)?))
    };
    named(RECEIPT, Output::acts(name, act))
}

fn named(stem: &'static str, outputs: Vec<Output>) -> Vec<Output> {
    outputs.into_iter().map(|output| output.named(stem)).collect()
}
