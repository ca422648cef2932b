//! The account of things that were bought or donated for an event: each kind's equation.
use super::{Account, Heads, counts};
use crate::domain::event::Event;
use crate::domain::gift::Gift;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::stock::{Closure, GiftItem, Intake, Way, Worth};
use crate::domain::value::Value;
use crate::domain::words;
use crate::paper::Cell;
use crate::paper::sheet::Kind;
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, report as r, stock as t};

const HEADS: Heads = &[
    (r::GIFT_NUMBER, Kind::Number, 5),
    (t::ITEM, Kind::Text, 17),
    (t::MEASURE, Kind::Text, 8),
    (t::HEAD_BOUGHT, Kind::Number, 8),
    (t::HEAD_BOUGHT_SUM, Kind::Money, 12),
    (t::HEAD_DONATED, Kind::Number, 8),
    (t::HEAD_DONATED_SUM, Kind::Money, 12),
    (t::HEAD_GIVEN, Kind::Number, 8),
    (t::HEAD_GIVEN_SUM, Kind::Money, 12),
    (t::HEAD_LEFT, Kind::Number, 8),
    (t::HEAD_LEFT_SUM, Kind::Money, 12),
];

/// The kinds of things of an event, each with its account.
///
/// # Errors
/// If SQLite refuses.
pub fn closures(store: &Store, event: Id<Event>) -> Result<Vec<(GiftItem, Closure)>> {
    let mut all = Vec::new();
    for item in store.find::<GiftItem>("event", &Value::Int(event.0))? {
        let (mut bought, mut donated) = (Worth::default(), Worth::default());
        for intake in store.find::<Intake>("item", &Value::Int(item.id.0))? {
            let worth = if intake.way == Way::Bought { &mut bought } else { &mut donated };
            worth.quantity = worth.quantity.saturating_add(intake.quantity);
            // Money is worth itself, whatever was written beside it.
            worth.amount = worth.amount + if item.is_money() { Vnd(intake.quantity) } else { intake.amount };
        }
        let closure = Closure::of(bought, donated, item.given);
        all.push((item, closure));
    }
    Ok(all)
}

/// The account of an event that has kinds of things, with the gifts of its list.
///
/// # Errors
/// If more was handed out than came in, or SQLite refuses.
pub fn account(store: &Store, event: Event, gifts: &[Gift]) -> Result<Account> {
    let items = closures(store, event.id)?;
    if let Some((item, closure)) = items.iter().find(|(_, closure)| closure.is_short()) {
        let came = (closure.bought.quantity + closure.donated.quantity).to_string();
        return Err(t::SHORT.with([item.name.clone(), closure.given.quantity.to_string(), came]).into());
    }
    let agency = letterhead::agency_on(store, store.today())?;
    let given = sum(&items, |it| it.given);
    Ok(Account {
        event,
        agency,
        today: store.today(),
        heads: HEADS,
        rows: items.iter().enumerate().map(row).collect(),
        total: total(&items),
        lines: lines(&items, gifts),
        words: t::GIVEN_WORDS.with([words::capital(&words::dong(given))]).say(Lang::Vi),
    })
}

fn row((n, (item, closure)): (usize, &(GiftItem, Closure))) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Int(i64::try_from(n + 1).unwrap_or(i64::MAX)),
        Cell::Text(item.name.clone()),
        Cell::Text(measure(item).to_owned()),
    ];
    for worth in [closure.bought, closure.donated, closure.given, closure.left] {
        let quantity = if item.is_money() { Cell::Money(worth.quantity) } else { Cell::Int(worth.quantity) };
        cells.extend([quantity, Cell::Money(worth.amount.0)]);
    }
    cells
}

fn measure(item: &GiftItem) -> &str {
    if item.is_money() { t::MONEY_MEASURE.vi } else { &item.measure }
}

fn sum(items: &[(GiftItem, Closure)], of: fn(&Closure) -> Worth) -> Vnd {
    items.iter().map(|(_, closure)| of(closure).amount).sum()
}

fn total(items: &[(GiftItem, Closure)]) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(r::TOTAL.vi.to_owned()), Cell::Empty, Cell::Empty];
    let all: [fn(&Closure) -> Worth; 4] = [|it| it.bought, |it| it.donated, |it| it.given, |it| it.left];
    for of in all {
        cells.extend([Cell::Empty, Cell::Money(sum(items, of).0)]);
    }
    cells
}

/// What stands under the table: the list, each kind's equation, what was counted, the sums.
fn lines(items: &[(GiftItem, Closure)], gifts: &[Gift]) -> Vec<String> {
    let mut lines = Vec::new();
    for (item, closure) in items {
        let numbers = [closure.bought, closure.donated, closure.given, closure.left];
        let shown = numbers.map(|worth| Vnd(worth.quantity).show());
        let parts = [item.name.clone()].into_iter().chain(shown).chain([measure(item).to_owned()]);
        lines.push(t::EQUATION.with(parts));
    }
    for (item, closure) in items {
        if let Some(counted) = item.counted.filter(|counted| *counted != closure.left.quantity) {
            let differs = Vnd(counted - closure.left.quantity).show();
            let parts = [item.name.clone(), Vnd(counted).show(), differs, item.count_note.clone()];
            lines.push(t::COUNT_LINE.with(parts));
        }
    }
    let came = sum(items, |it| it.bought) + sum(items, |it| it.donated);
    lines.push(t::SUM_LINE.with([came, sum(items, |it| it.given), sum(items, |it| it.left)].map(Vnd::show)));
    [counts(gifts)].into_iter().chain(lines.iter().map(|line| line.say(Lang::Vi))).collect()
}
