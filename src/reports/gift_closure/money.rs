//! The account of money that is given without a stock: what the list says, what was handed out, what was not; and where the
//! money comes from.
use std::collections::{BTreeMap, BTreeSet};

use super::{Account, Heads, counts};
use crate::domain::campaign::Source;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::money::Vnd;
use crate::domain::words;
use crate::paper::Cell;
use crate::paper::sheet::Kind;
use crate::reports::{event_papers, letterhead};
use crate::store::{Result, Store};
use crate::text::{Lang, report as r, stock as t};

const HEADS: Heads = &[
    (r::GIFT_NUMBER, Kind::Number, 5),
    (crate::text::field::GIFT_VALUE, Kind::Text, 22),
    (t::HEAD_LISTED, Kind::Number, 9),
    (t::HEAD_LISTED_SUM, Kind::Money, 13),
    (t::HEAD_RECEIVED, Kind::Number, 9),
    (t::HEAD_RECEIVED_SUM, Kind::Money, 13),
    (t::HEAD_PROXY, Kind::Number, 9),
    (t::HEAD_PENDING, Kind::Number, 9),
    (t::HEAD_PENDING_SUM, Kind::Money, 13),
];

/// The account of an event whose gifts are money, with the gifts of its list.
///
/// # Errors
/// If the list gives nothing, or SQLite refuses.
pub fn account(store: &Store, event: Event, gifts: &[Gift]) -> Result<Account> {
    let levels = levels(gifts);
    let whole = Level::of(String::new(), gifts.iter(), |gift| gift.value + gift.extra);
    if whole.listed.1 == Vnd(0) {
        return Err(t::NO_ITEMS.with([event.name]).into());
    }
    let [listed, given, pending] = [whole.listed, whole.given, whole.pending()].map(|(_, sum)| sum.show());
    let equation = t::MONEY_EQUATION.with([listed, given, pending]).say(Lang::Vi);
    let mut lines = vec![counts(gifts), equation];
    lines.extend(sources(store, &event)?);
    let row = |(n, level): (usize, &Level)| level.cells(Cell::Int(i64::try_from(n + 1).unwrap_or(i64::MAX)));
    Ok(Account {
        agency: letterhead::agency_on(store, store.today())?,
        today: store.today(),
        heads: HEADS,
        rows: levels.iter().enumerate().map(row).collect(),
        total: whole.cells(Cell::Text(r::TOTAL.vi.to_owned())),
        lines,
        words: t::GIVEN_WORDS.with([words::capital(&words::dong(whole.given.1))]).say(Lang::Vi),
        event,
    })
}

/// How many gifts, and what they are worth together.
type Gifts = (i64, Vnd);

/// The gifts of one worth.
#[derive(Default)]
struct Level {
    name: String,
    /// Whether it is what is added to gifts that are counted already.
    apart: bool,
    listed: Gifts,
    /// Received by the child or in its place.
    given: Gifts,
    /// How many of the given were received in the child's place.
    proxy: i64,
}

impl Level {
    fn of<'a>(name: String, gifts: impl Iterator<Item = &'a Gift>, worth: fn(&Gift) -> Vnd) -> Self {
        gifts.fold(Self { name, ..Self::default() }, |mut level, gift| {
            let one = (gift.count, worth(gift));
            level.listed = added(level.listed, one);
            if gift.state != GiftState::Pending {
                level.given = added(level.given, one);
            }
            level.proxy += if gift.state == GiftState::Proxy { gift.count } else { 0 };
            level
        })
    }

    fn pending(&self) -> Gifts {
        (self.listed.0 - self.given.0, Vnd(self.listed.1.0 - self.given.1.0))
    }

    fn cells(&self, first: Cell) -> Vec<Cell> {
        let count = |count: i64| if self.apart { Cell::Empty } else { Cell::Int(count) };
        let pair = |(many, sum): Gifts| [count(many), Cell::Money(sum.0)];
        let name = if self.name.is_empty() { Cell::Empty } else { Cell::Text(self.name.clone()) };
        let mut cells = vec![first, name];
        cells.extend(pair(self.listed));
        cells.extend(pair(self.given));
        cells.push(count(self.proxy));
        cells.extend(pair(self.pending()));
        cells
    }
}

fn added(one: Gifts, other: Gifts) -> Gifts {
    (one.0 + other.0, one.1 + other.1)
}

/// A line for each worth of a gift, the smallest first; then what is added on the list apart.
fn levels(gifts: &[Gift]) -> Vec<Level> {
    let each = |gift: &Gift| gift.value.0 / gift.count.max(1);
    let worths: BTreeSet<i64> = gifts.iter().map(each).collect();
    let level = |worth: i64| {
        let name = t::LEVEL_EACH.with([Vnd(worth).show()]).say(Lang::Vi);
        Level::of(name, gifts.iter().filter(|gift| each(gift) == worth), |gift| gift.value)
    };
    let mut levels: Vec<Level> = worths.into_iter().map(level).collect();
    let extra = Level::of(t::LEVEL_EXTRA.vi.to_owned(), gifts.iter(), |gift| gift.extra);
    levels.extend((extra.listed.1.0 > 0).then_some(Level { apart: true, ..extra }));
    levels
}

/// What each source was to pay for the whole event and has paid, as its budget says.
fn sources(store: &Store, event: &Event) -> Result<Vec<String>> {
    let mut sources: BTreeMap<Source, (Vnd, Vnd)> = BTreeMap::new();
    for line in event_papers::budget_lines(store, event)? {
        let (planned, spent) = sources.entry(line.source).or_default();
        (*planned, *spent) = (*planned + line.plan(), *spent + line.actual);
    }
    let said = |(source, (planned, spent)): (Source, (Vnd, Vnd))| {
        let left = Vnd(planned.0 - spent.0);
        let parts = [source.text().vi.to_owned(), planned.show(), spent.show(), left.show()];
        t::SOURCE_LINE.with(parts).say(Lang::Vi)
    };
    Ok(sources.into_iter().map(said).collect())
}
