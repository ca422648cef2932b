//! What is added to gifts for hardship, on a list of its own that is not shown around: names and amounts, no reason.
use super::{List, signer};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::words;
use crate::paper::{Align, Block, Column, Foot, Lie, Paper, Row, Table};
use crate::store::{Result, Store};
use crate::text::{Lang, event as e, report as t};

/// The list.
///
/// # Errors
/// If nothing is added for hardship, the event is gone or SQLite refuses.
pub fn extra(store: &Store, event: Id<Event>) -> Result<Paper> {
    let list = List::read(store, event)?;
    let lines: Vec<_> = list.lines.iter().filter(|line| line.gift.extra.0 > 0).collect();
    if lines.is_empty() {
        return Err(e::EXTRA_NOBODY.into());
    }
    let row = |(n, gift): (usize, &crate::domain::gift::Gift)| {
        let cells =
            [(n + 1).to_string(), gift.name.clone(), gift.parents.clone(), gift.unit.clone(), gift.extra.show()];
        Row::Cells(cells.into_iter().chain([String::new()]).collect())
    };
    let mut rows: Vec<Row> = lines.iter().map(|line| &line.gift).enumerate().map(row).collect();
    let sum: Vnd = lines.iter().map(|line| line.gift.extra).sum();
    let blank = String::new;
    rows.push(Row::Total(vec![t::TOTAL.vi.to_owned(), blank(), blank(), blank(), sum.show(), blank()]));
    let columns = vec![
        Column::new(t::GIFT_NUMBER.vi, 6, Align::Centre),
        Column::new(t::GIFT_NAME.vi, 22, Align::Left),
        Column::new(t::GIFT_PARENTS.vi, 22, Align::Left),
        Column::new(t::GIFT_UNIT.vi, 20, Align::Left),
        Column::new(e::EXTRA_HEAD.vi, 13, Align::Right),
        Column::to_sign(t::GIFT_SIGN.vi, 17),
    ];
    let words = t::IN_WORDS.with([words::capital(&words::dong(sum))]).say(Lang::Vi);
    Ok(Paper {
        head: Some(list.head()),
        kind: Some(e::EXTRA_TITLE.vi.to_owned()),
        subject: format!("{} {}", list.event.name, list.dated()),
        body: vec![Block::italic(e::EXTRA_INNER.vi), Block::Table(Table { columns, rows }), Block::text(words)],
        foot: Foot::Signers(vec![
            signer(t::MAKER.vi, String::new()),
            signer(t::UNION_OFFICE.vi, list.full_head().date_line()),
        ]),
        lie: Lie::Portrait,
        ..Paper::default()
    })
}
