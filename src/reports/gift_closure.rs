//! The closing account of an event's gifts: each kind of thing bought, donated, handed out and left, to the last đồng.
use chrono::Datelike;

use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::stock::{Closure, GiftItem, Intake, Way, Worth};
use crate::domain::value::Value;
use crate::domain::{day, words};
use crate::paper::sheet::{self, Kind};
use crate::paper::{Block, Cell, Column, Foot, Head, Lie, Paper, Row, Sheet, Signer, Span, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, report as r, stock as t};

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

/// The account as a paper.
///
/// # Errors
/// If nothing is kept for the event, more was handed out than came in, or SQLite refuses.
pub fn paper(store: &Store, event: Id<Event>) -> Result<Paper> {
    let account = Account::read(store, event)?;
    let mut rows: Vec<Row> =
        account.cells().iter().map(|cells| Row::Cells(cells.iter().map(Cell::shown).collect())).collect();
    rows.push(Row::Total(account.total().iter().map(Cell::shown).collect()));
    let column = |(head, kind, share): &(Text, Kind, u32)| Column::of(head.vi, *kind, *share);
    let mut body = Vec::new();
    if account.event.approved_on.is_none() {
        body.push(Block::Centred(vec![Span::bold(t::LIST_DRAFT.vi)]));
    }
    body.push(Block::Table(Table { columns: HEADS.iter().map(column).collect(), rows }));
    body.extend(account.lines().into_iter().map(Block::text));
    Ok(Paper {
        head: Some(account.head()),
        kind: Some(t::CLOSURE_TITLE.vi.to_owned()),
        subject: account.subject(),
        body,
        foot: Foot::Signers(account.signers()),
        lie: Lie::Landscape,
        ..Paper::default()
    })
}

/// The same as a workbook's sheet.
///
/// # Errors
/// The same.
pub fn sheet(store: &Store, event: Id<Event>) -> Result<Sheet> {
    let account = Account::read(store, event)?;
    let column = |(head, kind, share): &(Text, Kind, u32)| sheet::Column {
        head: head.vi.to_owned(),
        kind: *kind,
        width: (*kind == Kind::Text).then(|| u16::try_from(*share).unwrap_or(12)),
    };
    Ok(Sheet {
        head: Some(account.head()),
        titles: vec![t::CLOSURE_TITLE.vi.to_uppercase(), account.subject()],
        columns: HEADS.iter().map(column).collect(),
        rows: account.cells(),
        total: account.total(),
        words: account.words(),
        signers: account.signers(),
        lie: Lie::Landscape,
    })
}

/// The heads with what they hold and their part of the width.
const HEADS: [(Text, Kind, u32); 11] = [
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

struct Account {
    event: Event,
    agency: crate::domain::agency::Agency,
    items: Vec<(GiftItem, Closure)>,
    gifts: Vec<Gift>,
    today: chrono::NaiveDate,
}

impl Account {
    fn read(store: &Store, id: Id<Event>) -> Result<Self> {
        let event = store.get(id)?;
        let items = closures(store, id)?;
        if items.is_empty() {
            return Err(t::NO_ITEMS.with([event.name]).into());
        }
        if let Some((item, closure)) = items.iter().find(|(_, closure)| closure.is_short()) {
            let came = (closure.bought.quantity + closure.donated.quantity).to_string();
            return Err(t::SHORT.with([item.name.clone(), closure.given.quantity.to_string(), came]).into());
        }
        let mut gifts = store.find::<Gift>("event", &Value::Int(id.0))?;
        gifts.retain(|gift| gift.included);
        let agency = letterhead::agency_on(store, store.today())?;
        Ok(Self { event, agency, items, gifts, today: store.today() })
    }

    /// The letterhead; its day stands over the last signer instead.
    fn head(&self) -> Head {
        Head { place: String::new(), ..letterhead::head(&self.agency, "", "", None, self.today.year()) }
    }

    fn subject(&self) -> String {
        format!("{} {}", self.event.name, r::GIFT_DATE.with([day::official(self.event.date)]).say(Lang::Vi))
    }

    fn cells(&self) -> Vec<Vec<Cell>> {
        let row = |(n, (item, closure)): (usize, &(GiftItem, Closure))| {
            let measure = if item.is_money() { t::MONEY_MEASURE.vi } else { item.measure.as_str() };
            let mut cells = vec![
                Cell::Int(i64::try_from(n + 1).unwrap_or(i64::MAX)),
                Cell::Text(item.name.clone()),
                Cell::Text(measure.to_owned()),
            ];
            for worth in [closure.bought, closure.donated, closure.given, closure.left] {
                let quantity = if item.is_money() { Cell::Money(worth.quantity) } else { Cell::Int(worth.quantity) };
                cells.extend([quantity, Cell::Money(worth.amount.0)]);
            }
            cells
        };
        self.items.iter().enumerate().map(row).collect()
    }

    fn sum(&self, of: impl Fn(&Closure) -> Worth) -> Vnd {
        self.items.iter().map(|(_, closure)| of(closure).amount).sum()
    }

    fn total(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::Text(r::TOTAL.vi.to_owned()), Cell::Empty, Cell::Empty];
        for sum in
            [self.sum(|it| it.bought), self.sum(|it| it.donated), self.sum(|it| it.given), self.sum(|it| it.left)]
        {
            cells.extend([Cell::Empty, Cell::Money(sum.0)]);
        }
        cells
    }

    fn words(&self) -> String {
        t::GIVEN_WORDS.with([words::capital(&words::dong(self.sum(|it| it.given)))]).say(Lang::Vi)
    }

    /// What stands under the table: the list, each kind's equation, what was counted, the sums.
    fn lines(&self) -> Vec<String> {
        let count = |keep: fn(&Gift) -> bool| -> String {
            self.gifts.iter().filter(|gift| keep(gift)).map(|gift| gift.count).sum::<i64>().to_string()
        };
        let counts = [
            count(|_| true),
            count(|gift| gift.state != GiftState::Pending),
            count(|gift| gift.state == GiftState::Proxy),
            count(|gift| gift.state == GiftState::Pending),
        ];
        let mut lines = vec![t::LIST_LINE.with(counts)];
        for (item, closure) in &self.items {
            let measure = if item.is_money() { t::MONEY_MEASURE.vi } else { item.measure.as_str() };
            let numbers = [closure.bought, closure.donated, closure.given, closure.left];
            let shown = numbers.map(|worth| Vnd(worth.quantity).show());
            let parts = [item.name.clone()].into_iter().chain(shown).chain([measure.to_owned()]);
            lines.push(t::EQUATION.with(parts));
        }
        for (item, closure) in &self.items {
            if let Some(counted) = item.counted.filter(|counted| *counted != closure.left.quantity) {
                let differs = Vnd(counted - closure.left.quantity).show();
                let parts = [item.name.clone(), Vnd(counted).show(), differs, item.count_note.clone()];
                lines.push(t::COUNT_LINE.with(parts));
            }
        }
        let came = self.sum(|it| it.bought) + self.sum(|it| it.donated);
        lines.push(t::SUM_LINE.with([came, self.sum(|it| it.given), self.sum(|it| it.left)].map(Vnd::show)));
        let mut lines: Vec<String> = lines.iter().map(|line| line.say(Lang::Vi)).collect();
        lines.push(self.words());
        lines
    }

    fn signers(&self) -> Vec<Signer> {
        let signer = |title: &str, dated: String| Signer {
            dated,
            title: title.to_owned(),
            note: r::SIGN_NOTE.vi.to_owned(),
            name: String::new(),
        };
        let dated = letterhead::head(&self.agency, "", "", None, self.today.year()).date_line();
        let leaders = r::LEADERS.with([letterhead::short(&self.agency)]).say(Lang::Vi);
        vec![
            signer(r::MAKER.vi, String::new()),
            signer(t::STORE_KEEPER.vi, String::new()),
            signer(t::ACCOUNTANT.vi, String::new()),
            signer(&leaders, dated),
        ]
    }
}
