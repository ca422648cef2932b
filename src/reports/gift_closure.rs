//! The closing account of an event's gifts, to the last đồng: of things, what was bought, donated, handed out and left; of
//! money without a stock, what the list says, what was handed out and what was not.
mod money;
mod things;

use chrono::{Datelike, NaiveDate};

use crate::domain::agency::Agency;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::stock::GiftItem;
use crate::domain::value::Value;
use crate::paper::sheet::{self, Kind};
use crate::paper::{Block, Cell, Column, Foot, Head, Lie, Paper, Row, Sheet, Signer, Span, Table};
use crate::reports::letterhead;
use crate::store::{Result, Store};
use crate::text::{Lang, Text, report as r, stock as t};

pub use things::closures;

/// The account as a paper.
///
/// # Errors
/// If nothing is kept and nothing is to be given for the event, more was handed out than came in, or SQLite refuses.
pub fn paper(store: &Store, event: Id<Event>) -> Result<Paper> {
    let account = Account::read(store, event)?;
    let mut rows: Vec<Row> =
        account.rows.iter().map(|cells| Row::Cells(cells.iter().map(Cell::shown).collect())).collect();
    rows.push(Row::Total(account.total.iter().map(Cell::shown).collect()));
    let column = |(head, kind, share): &(Text, Kind, u32)| Column::of(head.vi, *kind, *share);
    let mut body = Vec::new();
    if account.event.approved_on.is_none() {
        body.push(Block::Centred(vec![Span::bold(t::LIST_DRAFT.vi)]));
    }
    body.push(Block::Table(Table { columns: account.heads.iter().map(column).collect(), rows }));
    body.extend(account.lines.iter().map(Block::text));
    body.push(Block::text(&account.words));
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
        columns: account.heads.iter().map(column).collect(),
        signers: account.signers(),
        rows: account.rows,
        total: account.total,
        words: account.words,
        lie: Lie::Landscape,
    })
}

/// The heads of an account's columns, with what they hold and their part of the width.
type Heads = &'static [(Text, Kind, u32)];

/// An account ready to be laid out.
struct Account {
    event: Event,
    agency: Agency,
    today: NaiveDate,
    heads: Heads,
    rows: Vec<Vec<Cell>>,
    total: Vec<Cell>,
    /// What stands under the table.
    lines: Vec<String>,
    /// What was handed out, in words.
    words: String,
}

impl Account {
    fn read(store: &Store, id: Id<Event>) -> Result<Self> {
        let event = store.get(id)?;
        let mut gifts = store.find::<Gift>("event", &Value::Int(id.0))?;
        gifts.retain(|gift| gift.included);
        if store.find::<GiftItem>("event", &Value::Int(id.0))?.is_empty() {
            money::account(store, event, &gifts)
        } else {
            things::account(store, event, &gifts)
        }
    }

    /// The letterhead; its day stands over the last signer instead.
    fn head(&self) -> Head {
        Head { place: String::new(), ..letterhead::head(&self.agency, "", "", None, self.today.year()) }
    }

    fn subject(&self) -> String {
        format!("{} {}", self.event.name, r::GIFT_DATE.with([day::official(self.event.date)]).say(Lang::Vi))
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

/// "Theo danh sách đã duyệt: 3 suất; đã nhận 2 suất, trong đó nhận thay 1; chưa nhận 1 suất."
fn counts(gifts: &[Gift]) -> String {
    let count = |keep: fn(&Gift) -> bool| -> String {
        gifts.iter().filter(|gift| keep(gift)).map(|gift| gift.count).sum::<i64>().to_string()
    };
    let counts = [
        count(|_| true),
        count(|gift| gift.state != GiftState::Pending),
        count(|gift| gift.state == GiftState::Proxy),
        count(|gift| gift.state == GiftState::Pending),
    ];
    t::LIST_LINE.with(counts).say(Lang::Vi)
}
