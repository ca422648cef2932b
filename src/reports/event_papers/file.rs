//! The file that payment is asked with, as a checklist: what is there already is said from the data.
use super::{Around, filled};
use crate::domain::budget::BudgetLine;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::stock::{GiftItem, Intake};
use crate::domain::value::Value;
use crate::paper::{Align, Block, Column, Foot, Paper, Row, Table};
use crate::store::{Result, Store};
use crate::text::{Text, event_paper as t, report as r, stock};

/// The checklist of an event's papers for payment.
///
/// # Errors
/// If the event is gone or SQLite refuses.
pub fn payment_file(store: &Store, event: Id<Event>) -> Result<Paper> {
    let it = Around::read(store, event)?;
    let found = &it.event;
    let dated = |number: &str, on: Option<chrono::NaiveDate>| {
        on.map(|on| {
            if day::is_said(number) {
                number.to_owned()
            } else if number.is_empty() {
                day::show(on)
            } else {
                filled(t::FILE_DATED, &[number, &day::show(on)])
            }
        })
    };
    let list =
        found.approved_on.map(|_| filled(t::FILE_RECEIVED, &[&found.received.to_string(), &found.gifts.to_string()]));
    let vouchers = vouchers(store, found)?;
    let planned = (found.planned.0 > 0).then(|| filled(t::FILE_SUM, &[&found.planned.show()]));
    let spent = (found.spent.0 > 0).then(|| filled(t::FILE_SUM, &[&found.spent.show()]));
    let all: Vec<(Text, Option<String>)> = vec![
        (t::FILE_PLAN, None),
        (t::FILE_BUDGET, planned),
        (t::FILE_PROPOSAL, dated(&found.submitted, found.submitted_on)),
        (t::FILE_APPROVAL, dated(&found.budget_paper, found.budget_on)),
        (t::FILE_LIST, dated(&found.approval, found.approved_on)),
        (t::FILE_SIGNED, list),
        (t::FILE_INVOICES, (!vouchers.is_empty()).then(|| vouchers.join(", "))),
        (t::FILE_CLOSURE, None),
        (t::FILE_COST, spent),
        (t::FILE_PICTURES, None),
    ];
    let row = |(n, (name, known)): (usize, (Text, Option<String>))| {
        let mark = if known.is_some() { t::FILE_THERE.vi } else { "" };
        let cells = [(n + 1).to_string(), name.vi.to_owned(), known.clone().unwrap_or_default(), mark.to_owned()];
        Row::Cells(cells.into_iter().chain([String::new()]).collect())
    };
    let columns = vec![
        Column::new(r::GIFT_NUMBER.vi, 6, Align::Centre),
        Column::new(t::HEAD_PAPER.vi, 38, Align::Left),
        Column::new(t::HEAD_KNOWN.vi, 30, Align::Left),
        Column::new(t::HEAD_THERE.vi, 10, Align::Centre),
        Column::to_sign(crate::text::field::NOTE.vi, 16),
    ];
    Ok(Paper {
        head: Some(it.list_head()),
        kind: Some(t::FILE_KIND.vi.to_owned()),
        subject: found.name.clone(),
        body: vec![Block::Table(Table { columns, rows: all.into_iter().enumerate().map(row).collect() })],
        foot: Foot::Signers(it.signers(&[r::MAKER.vi, stock::ACCOUNTANT.vi])),
        ..Paper::default()
    })
}

/// The vouchers of what was bought and paid, each once.
fn vouchers(store: &Store, event: &Event) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for item in store.find::<GiftItem>("event", &Value::Int(event.id.0))? {
        all.extend(store.find::<Intake>("item", &Value::Int(item.id.0))?.into_iter().map(|intake| intake.voucher));
    }
    all.extend(store.find::<BudgetLine>("event", &Value::Int(event.id.0))?.into_iter().map(|line| line.voucher));
    all.retain(|voucher| !voucher.is_empty());
    all.sort();
    all.dedup();
    Ok(all)
}
