//! The gift list of an event for signing: unit by unit, in given-name order, supplements at its end. Only what the gift
//! needs: nothing on it tells a child's circumstance, and what is added for hardship stands on a list of its own.
mod extra;
mod roster;
mod why;

use std::collections::HashMap;

use crate::domain::child::Child;
use crate::domain::consent::Purpose;
use crate::domain::event::Event;
use crate::domain::gift::{Gift, GiftState};
use crate::domain::id::Id;
use crate::domain::merge::Merge;
use crate::domain::money::Vnd;
use crate::domain::supplement::Supplement;
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::domain::{day, words};
use crate::paper::sheet::{self, Kind as Holds};
use crate::paper::{Align, Block, Cell, Column, Foot, Head, Lie, Paper, Row, Sheet, Signer, Span, Table};
use crate::reports::{consent, letterhead};
use crate::store::{Result, Store};
use crate::text::{Lang, Text, consent as words_of_consent, event as e, report as t};
use chrono::Datelike;

pub use extra::extra;
pub use roster::{Roster, computed, former, rules};
pub use why::{Drift, drift, why};

/// The list as a sheet to print: every child with a gift, the total in figures and words, three signers. Until the
/// event is approved the sheet says so, and is computed anew if no list was made.
///
/// # Errors
/// If the event is gone or SQLite refuses.
pub fn sheet(store: &Store, event: Id<Event>) -> Result<Sheet> {
    let list = List::read(store, event)?;
    let rows = list.lines.iter().enumerate().map(|(n, line)| line.cells(n + 1)).collect();
    let mut total = vec![Cell::Text(t::TOTAL.vi.into()), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    total.extend([Cell::Empty, Cell::Money(list.total().0), Cell::Empty, Cell::Empty]);
    let mut titles = vec![t::GIFT_TITLE.vi.to_uppercase(), list.event.name.to_uppercase(), list.dated()];
    titles.extend(list.note());
    titles.extend(list.unpublished());
    Ok(Sheet {
        head: Some(list.head()),
        titles,
        columns: HEADS.iter().map(|(head, kind, width, _)| column(head.vi, *kind, *width)).collect(),
        rows,
        total,
        words: list.words(),
        signers: list.signers(),
        lie: Lie::Landscape,
    })
}

/// The same list as a paper.
///
/// # Errors
/// If the event is gone or SQLite refuses.
pub fn paper(store: &Store, event: Id<Event>) -> Result<Paper> {
    let list = List::read(store, event)?;
    let mut rows: Vec<Row> = Vec::new();
    for (n, line) in list.lines.iter().enumerate() {
        if n == 0 || list.lines.get(n - 1).is_none_or(|last| last.group != line.group) {
            rows.push(Row::Group(list.group(&line.group)));
        }
        rows.push(Row::Cells(without_unit(line.cells(n + 1)).iter().map(Cell::shown).collect()));
    }
    let mut total = vec![String::new(); HEADS.len() - 1];
    if let [first, .., sum, _, _] = total.as_mut_slice() {
        t::TOTAL.vi.clone_into(first);
        *sum = list.total().show();
    }
    rows.push(Row::Total(total));
    let column = |(head, kind, _, share): (Text, Holds, u16, u32)| match kind {
        Holds::Check => Column::to_sign(head.vi, share),
        _ => Column::new(head.vi, share, align(kind)),
    };
    let columns = without_unit(HEADS.to_vec()).into_iter().map(column).collect();
    let mut body: Vec<Block> = list.note().map(|note| Block::Centred(vec![Span::bold(note)])).into_iter().collect();
    body.extend(list.unpublished().map(|note| Block::Centred(vec![Span::italic(note)])));
    body.extend([Block::Table(Table { columns, rows }), Block::text(list.words())]);
    Ok(Paper {
        head: Some(list.head()),
        kind: Some(t::GIFT_TITLE.vi.to_owned()),
        subject: format!("{} {}", list.event.name, list.dated()),
        body,
        foot: Foot::Signers(list.signers()),
        lie: Lie::Landscape,
        ..Paper::default()
    })
}

/// The same without the unit, which stands above its children on paper.
fn without_unit<T>(mut cells: Vec<T>) -> Vec<T> {
    if cells.len() > UNIT {
        cells.remove(UNIT);
    }
    cells
}

/// Where the unit stands among the columns.
const UNIT: usize = 5;

/// The heads with what their columns hold, their width in letters on a sheet, and their part of a paper's width.
const HEADS: [(Text, Holds, u16, u32); 9] = [
    (t::GIFT_NUMBER, Holds::Number, 6, 5),
    (t::GIFT_NAME, Holds::Text, 22, 17),
    (crate::text::field::BORN, Holds::Date, 12, 11),
    (t::SEX_HEAD, Holds::Number, 6, 5),
    (t::GIFT_PARENTS, Holds::Text, 22, 18),
    (t::GIFT_UNIT, Holds::Text, 22, 18),
    (t::GIFT_VALUE, Holds::Money, 10, 10),
    (t::GIFT_SIGN, Holds::Check, 14, 15),
    (crate::text::field::NOTE, Holds::Text, 12, 12),
];

struct List {
    event: Event,
    agency: crate::domain::agency::Agency,
    lines: Vec<Line>,
    /// Whether nobody on it may be named in public.
    inner: bool,
}

/// A gift with its child's sex, and whether a remark says that its name may not be made public.
struct Line {
    gift: Gift,
    sex: &'static str,
    unpublished: bool,
    /// What it stands under: its unit, or the supplement that it came in by.
    group: String,
}

impl List {
    fn read(store: &Store, id: Id<Event>) -> Result<Self> {
        let event = store.get(id)?;
        let mut gifts = store.find::<Gift>("event", &Value::Int(id.0))?;
        if gifts.is_empty() {
            gifts = computed(store, &event)?;
        }
        let mut children = store.all::<Child>()?;
        // An approved list names children who were merged since.
        for merge in store.all::<Merge>()? {
            children.push(store.get(merge.gone)?);
        }
        let sexes: HashMap<i64, &'static str> =
            children.iter().map(|child| (child.id.0, child.sex.map_or("", |sex| sex.code()))).collect();
        // What holds today decides, not what held when the list was approved: a withdrawal acts at once.
        let public = consent::permitted(store, Purpose::Publish, store.today())?;
        let some = gifts.iter().any(|gift| gift.included && public.contains(&gift.child.0));
        let supplements: HashMap<i64, String> = store
            .find::<Supplement>("event", &Value::Int(id.0))?
            .into_iter()
            .map(|it| (it.id.0, supplement_said(&it)))
            .collect();
        let line = |gift: Gift| Line {
            sex: sexes.get(&gift.child.0).copied().unwrap_or_default(),
            unpublished: some && !public.contains(&gift.child.0),
            group: supplements.get(&gift.supplement.0).unwrap_or(&gift.unit).clone(),
            gift,
        };
        let mut lines: Vec<Line> = gifts.into_iter().filter(|gift| gift.included).map(line).collect();
        // Units in the order of their names, whoever has none after them, supplements last; within each the given names
        // keep their order.
        let order: HashMap<String, usize> =
            store.all::<Unit>()?.into_iter().enumerate().map(|(at, unit)| (unit.name, at)).collect();
        lines.sort_by_key(|line| {
            let unit = order.get(&line.gift.unit).copied().unwrap_or(usize::MAX);
            (line.gift.supplement.0, if line.gift.supplement.is_new() { unit } else { 0 })
        });
        let agency = letterhead::agency_on(store, event.approved_on.unwrap_or(event.date))?;
        Ok(Self { event, agency, lines, inner: !some })
    }

    /// The letterhead; its day stands over the last signer instead.
    fn head(&self) -> Head {
        Head { place: String::new(), ..self.full_head() }
    }

    fn full_head(&self) -> Head {
        letterhead::head(&self.agency, "", "", self.event.approved_on, self.event.date.year())
    }

    /// "Văn phòng Sở: 12 suất, 2.400.000 đồng".
    fn group(&self, group: &str) -> String {
        let lines = || self.lines.iter().filter(|line| line.group == group);
        let count: i64 = lines().map(|line| line.gift.count).sum();
        let sum: Vnd = lines().map(|line| line.gift.value).sum();
        let name = if group.is_empty() { e::NO_UNIT.vi } else { group };
        e::GROUP.with([name.to_owned(), count.to_string(), sum.show()]).say(Lang::Vi)
    }

    fn total(&self) -> Vnd {
        self.lines.iter().map(|line| line.gift.value).sum()
    }

    fn dated(&self) -> String {
        t::GIFT_DATE.with([day::official(self.event.date)]).say(Lang::Vi)
    }

    /// That it is a draft, or the paper that approved it.
    fn note(&self) -> Option<String> {
        match self.event.approved_on {
            None => Some(t::GIFT_DRAFT.vi.to_owned()),
            Some(_) if self.event.approval.is_empty() => None,
            Some(_) if day::is_said(&self.event.approval) => {
                Some(t::GIFT_APPROVED_BY.with([&self.event.approval]).say(Lang::Vi))
            }
            Some(on) => Some(t::GIFT_APPROVED.with([self.event.approval.clone(), day::show(on)]).say(Lang::Vi)),
        }
    }

    /// That nobody on it may be named in public; where some may, each line that may not says so.
    fn unpublished(&self) -> Option<String> {
        self.inner.then(|| words_of_consent::NOBODY_PUBLIC.vi.to_owned())
    }

    fn words(&self) -> String {
        t::IN_WORDS.with([words::capital(&words::dong(self.total()))]).say(Lang::Vi)
    }

    fn signers(&self) -> Vec<Signer> {
        let leaders = t::LEADERS.with([letterhead::short(&self.agency)]).say(Lang::Vi);
        vec![
            signer(t::MAKER.vi, String::new()),
            signer(t::UNION_OFFICE.vi, String::new()),
            signer(&leaders, self.full_head().date_line()),
        ]
    }
}

impl Line {
    fn cells(&self, number: usize) -> Vec<Cell> {
        use crate::domain::born::Born;
        let gift = &self.gift;
        let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        let proxy = (gift.state == GiftState::Proxy).then(|| t::GIFT_PROXY.with([&gift.receiver]).say(Lang::Vi));
        let inner = self.unpublished.then(|| words_of_consent::NOT_PUBLIC.vi.to_owned());
        let several = (gift.count > 1).then(|| e::SEVERAL.with([gift.count]).say(Lang::Vi));
        let remarks: Vec<String> = several.into_iter().chain(proxy).chain(inner).collect();
        vec![
            Cell::Int(i64::try_from(number).unwrap_or(i64::MAX)),
            text(&gift.name),
            match gift.born {
                Some(Born::Day(day)) => Cell::Date(day),
                Some(born) => Cell::Text(born.show()),
                None => Cell::Empty,
            },
            text(&words::capital(self.sex)),
            text(&gift.parents),
            text(&gift.unit),
            Cell::Money(gift.value.0),
            Cell::Empty,
            text(&remarks.join("; ")),
        ]
    }
}

/// "Bổ sung đợt 1 (Quyết định 5, ngày 12/06/2026)".
fn supplement_said(supplement: &Supplement) -> String {
    match supplement.approved_on {
        Some(on) => e::SUPPLEMENT_BY.with([supplement.name.clone(), supplement.approval.clone(), day::show(on)]),
        None => e::SUPPLEMENT_DRAFT.with([&supplement.name]),
    }
    .say(Lang::Vi)
}

/// A column of words has its width; the content of others decides.
fn column(head: &str, kind: Holds, width: u16) -> sheet::Column {
    sheet::Column { head: head.to_owned(), kind, width: matches!(kind, Holds::Text).then_some(width) }
}

const fn align(kind: Holds) -> Align {
    match kind {
        Holds::Text => Align::Left,
        Holds::Money => Align::Right,
        Holds::Date | Holds::Number | Holds::Check => Align::Centre,
    }
}

fn signer(title: &str, dated: String) -> Signer {
    Signer { dated, title: title.to_owned(), note: t::SIGN_NOTE.vi.to_owned(), name: String::new() }
}

#[cfg(test)]
mod tests;
