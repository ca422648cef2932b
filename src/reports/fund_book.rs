//! The fund book of a period as a paper: purpose by purpose what was there, each line that came and went with what was
//! left after it, and what is there at the end.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::campaign::Purpose;
use crate::domain::day;
use crate::domain::money::Vnd;
use crate::domain::period::Period;
use crate::domain::words;
use crate::paper::{Align, Block, Column, Paper, Row, Span, Table};
use crate::reports::collection::internal;
use crate::store::{Result, Store};
use crate::text::{Lang, balances as t, collection as c, report as r};

/// The book of one purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// What was left of it before the period.
    pub opening: Vnd,
    /// Its lines in the order of the book.
    pub lines: Vec<BookLine>,
}

/// A line of the book of a purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookLine {
    /// The day.
    pub date: NaiveDate,
    /// The number of the entry.
    pub voucher: String,
    /// The campaign's name.
    pub campaign: String,
    /// Who gave, or who was paid; blank for what was brought along.
    pub content: String,
    /// What came in.
    pub money_in: Vnd,
    /// What went out.
    pub money_out: Vnd,
    /// What was left of the purpose's money after it.
    pub left: Vnd,
}

impl Book {
    /// What is left at the end.
    #[must_use]
    pub fn closing(&self) -> Vnd {
        self.lines.last().map_or(self.opening, |line| line.left)
    }
}

/// The books of a period by purpose; those in which nothing was and nothing moved are left out.
///
/// # Errors
/// If SQLite refuses.
pub fn of_period(store: &Store, period: &Period) -> Result<BTreeMap<Purpose, Book>> {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let mut books: BTreeMap<Purpose, Book> = BTreeMap::new();
    let before = "select c.purpose, sum(k.received - k.spent) from kept_day k join campaign c on c.id = k.campaign
        where k.date < ?1 group by 1";
    let mut statement = store.reader().prepare_cached(before)?;
    let mut rows = statement.query([&from])?;
    while let Some(row) = rows.next()? {
        let (code, sum): (String, i64) = (row.get(0)?, row.get(1)?);
        books.entry(Purpose::of_code(&code).unwrap_or_default()).or_default().opening = Vnd(sum);
    }
    let within = "select purpose, date, voucher, campaign, content, money_in, money_out from fund_line
        where date between ?1 and ?2 order by date, id";
    let mut statement = store.reader().prepare_cached(within)?;
    let mut rows = statement.query(params![from, to])?;
    while let Some(row) = rows.next()? {
        let (code, date): (String, String) = (row.get(0)?, row.get(1)?);
        let book = books.entry(Purpose::of_code(&code).unwrap_or_default()).or_default();
        let (money_in, money_out) = (Vnd(row.get(5)?), Vnd(row.get(6)?));
        book.lines.push(BookLine {
            date: date.parse().unwrap_or_default(),
            voucher: row.get(2)?,
            campaign: row.get(3)?,
            content: row.get(4)?,
            money_in,
            money_out,
            left: book.closing() + money_in - money_out,
        });
    }
    books.retain(|_, book| book.opening.0 != 0 || !book.lines.is_empty());
    Ok(books)
}

/// The books of a period as one paper; of one purpose alone if it is named.
///
/// # Errors
/// If nothing was there and nothing moved, or SQLite refuses.
pub fn paper(store: &Store, period: &Period, only: Option<Purpose>) -> Result<Paper> {
    let mut books = of_period(store, period)?;
    books.retain(|purpose, _| only.is_none_or(|only| only == *purpose));
    let mut body = Vec::new();
    for (at, (purpose, book)) in books.iter().enumerate() {
        let name = t::BOOK_OF.with([(at + 1).to_string(), purpose.text().vi.to_owned()]).say(Lang::Vi);
        body.extend([Block::Paragraph(vec![Span::bold(name)]), Block::Table(table(book))]);
    }
    if body.is_empty() {
        return Err(t::BOOK_EMPTY.with([""]).saying(0, period.name()).into());
    }
    let day = period.to.min(store.today());
    let signers = [r::MAKER, c::ACCOUNTANT, c::AGENCY_HEAD];
    internal(store, day, t::BOOK, words::capital(&period.name().say(Lang::Vi)), body, &signers)
}

fn table(book: &Book) -> Table {
    let many = book.lines.windows(2).any(|pair| pair[0].campaign != pair[1].campaign);
    let blank = String::new;
    let sum = |of: fn(&BookLine) -> Vnd| book.lines.iter().map(of).sum::<Vnd>().show();
    let cells = |line: &BookLine| {
        let is_reversal = line.money_in.0 < 0 || line.money_out.0 < 0;
        let taken_back =
            if is_reversal { t::BOOK_TAKEN_BACK.with([&line.content]).say(Lang::Vi) } else { line.content.clone() };
        let content = match (taken_back.as_str(), many) {
            ("", _) => t::BOOK_BROUGHT.with([&line.campaign]).say(Lang::Vi),
            (content, true) => format!("{content} ({})", line.campaign),
            (content, false) => content.to_owned(),
        };
        let [money_in, money_out] =
            [line.money_in, line.money_out].map(|it| if it.0 == 0 { blank() } else { it.show() });
        Row::Cells(vec![day::show(line.date), line.voucher.clone(), content, money_in, money_out, line.left.show()])
    };
    let opening = vec![blank(), blank(), t::BOOK_OPENING.vi.to_owned(), blank(), blank(), book.opening.show()];
    let closing = vec![
        t::BOOK_CLOSING.vi.to_owned(),
        blank(),
        blank(),
        sum(|line| line.money_in),
        sum(|line| line.money_out),
        book.closing().show(),
    ];
    let mut rows = vec![Row::Cells(opening)];
    rows.extend(book.lines.iter().map(cells));
    rows.push(Row::Total(closing));
    let columns = vec![
        Column::new(t::BOOK_DATE.vi, 12, Align::Centre),
        Column::new(t::BOOK_VOUCHER.vi, 11, Align::Centre),
        Column::new(t::BOOK_CONTENT.vi, 35, Align::Left),
        Column::new(t::BOOK_IN.vi, 14, Align::Right),
        Column::new(t::BOOK_OUT.vi, 14, Align::Right),
        Column::new(t::BOOK_LEFT.vi, 14, Align::Right),
    ];
    Table { columns, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::txt;
    use crate::reports::balances;
    use crate::reports::fixture::office;

    #[test]
    fn the_book_of_a_purpose_opens_runs_and_closes() {
        let store = office();
        for year in 2025..=2027 {
            let period = Period::parse(&year.to_string()).unwrap();
            let books = of_period(&store, &period).unwrap();
            for (purpose, book) in &books {
                assert!(book.opening.0 >= 0 && book.lines.iter().all(|line| line.left.0 >= 0), "{purpose:?}");
                // What the table of balances says of the purpose the book comes to line by line.
                let lines = balances::of_year(&store, year).unwrap();
                let sum = lines.iter().find(|it| it.campaign.is_new() && it.purpose == Some(*purpose)).unwrap();
                assert_eq!(book.closing(), sum.closing(), "{purpose:?} {year}");
            }
        }
        let period = Period::parse("2026").unwrap();
        let text = txt::render(&paper(&store, &period, None).unwrap(), 100);
        assert!(text.contains("SỔ THEO DÕI THU, CHI ỦNG HỘ") && text.contains("Số dư đầu kỳ"), "{text}");
        assert!(paper(&store, &Period::parse("2019").unwrap(), None).is_err());
    }
}
