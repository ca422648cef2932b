//! Sheets of contributions as units send them: any spreadsheet → lines with their donor, amount and day, and what their
//! totals say.
mod columns;
mod line;

use chrono::NaiveDate;

use crate::domain::contribution::Means;
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::money::Vnd;
use crate::exchange::header::{self, Header};
use crate::exchange::roster::{Refusal, Warning};
use crate::exchange::sheet::{self, Cell, Sheet};
use crate::exchange::tidy::tidy;
use crate::exchange::{legacy, unit, unit_title};
use crate::text::{Said, exchange as say};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Its lines, in their order.
    pub rows: Vec<Row>,
    /// Lines that cannot be taken, each with its reason.
    pub refused: Vec<Refusal>,
    /// What its totals say that all its lines are, in đồng, if there is one.
    pub total: Option<Vnd>,
    /// Remarks: totals that do not fit, what was passed over.
    pub warnings: Vec<Warning>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The sheet's name; blank if the file has but one without a name.
    pub sheet: String,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
    /// The unit: of the line, else of its section, else of the sheet.
    pub unit: String,
    /// Who gave, if not the unit as a whole.
    pub donor: String,
    /// How many people a unit's line speaks of; 0 if it does not say.
    pub people: i64,
    /// In đồng.
    pub amount: Vnd,
    /// The day; none if neither line nor sheet says one.
    pub date: Option<NaiveDate>,
    /// In what it came.
    pub means: Means,
    /// What goods.
    pub goods: String,
    /// Whether the donor shall not be named in public.
    pub anonymous: bool,
    /// Remarks.
    pub note: String,
    /// The cells as they were, under their heads.
    pub cells: Vec<(String, String)>,
}

/// Reads a listing from a file of any spreadsheet format.
///
/// # Errors
/// A sentence when the file cannot be read or holds no listing.
pub fn read(file_name: &str, bytes: &[u8], today: NaiveDate) -> Result<Listing, Said> {
    read_sheets(file_name, sheet::read(file_name, bytes)?, today)
}

/// Reads a listing from sheets; sheets without its head and hidden ones are passed over.
///
/// # Errors
/// A sentence when no sheet holds a listing.
pub fn read_sheets(file_name: &str, mut sheets: Vec<Sheet>, today: NaiveDate) -> Result<Listing, Said> {
    let mut listing = Listing::default();
    if let Some(charset) = legacy::decode_sheets(&mut sheets) {
        let sheet = sheets.first().map(|sheet| sheet.name.clone()).unwrap_or_default();
        listing.warnings.push(Warning { sheet, row: 0, text: say::DECODED.with([charset.name()]) });
    }
    let mut found = false;
    for sheet in &sheets {
        let Some(header) = columns::find(sheet) else { continue };
        if sheet.hidden {
            let text = say::HIDDEN_GIFTS.with([sheet.name.as_str()]);
            listing.warnings.push(Warning { sheet: sheet.name.clone(), row: 0, text });
            continue;
        }
        found = true;
        Table::new(file_name, sheet, header, today).read(&mut listing);
    }
    if found { Ok(listing) } else { Err(say::NO_GIFTS.with([file_name])) }
}

/// One sheet being read.
struct Table<'a> {
    sheet: &'a Sheet,
    header: Header,
    today: NaiveDate,
    unit: String,
    section: String,
    date: Option<NaiveDate>,
    /// What an amount is multiplied by: sheets may be in thousands.
    scale: i64,
    /// The sum of the lines since the last subtotal or section, and of all.
    part: i64,
    whole: i64,
    /// What a section's own row says its lines sum up to, and in which row.
    promised: Option<(usize, i64)>,
    /// The largest total.
    total: Option<i64>,
    /// Whether amounts were refused, so that no total can fit.
    gaps: bool,
}

impl<'a> Table<'a> {
    fn new(file_name: &str, sheet: &'a Sheet, header: Header, today: NaiveDate) -> Self {
        let above: Vec<&str> = sheet.rows.iter().take(header.top).flatten().filter_map(Cell::as_text).collect();
        let unit = above
            .iter()
            .find_map(|text| unit::labelled(text))
            .or_else(|| above.iter().find_map(|text| unit_title::in_title(text)))
            .or_else(|| unit::looks_like(&sheet.name).then(|| unit::spelled(&sheet.name)).flatten())
            .or_else(|| unit_title::in_file_name(file_name));
        let date = above.iter().find_map(|text| day_in(text, today));
        let scale = above.iter().copied().chain(header.heads.iter().map(|head| head.text.as_str())).find_map(scale_of);
        Self {
            sheet,
            header,
            today,
            unit: unit.map(|unit| unit.name).unwrap_or_default(),
            section: String::new(),
            date,
            scale: scale.unwrap_or(1),
            part: 0,
            whole: 0,
            promised: None,
            total: None,
            gaps: false,
        }
    }

    fn read(mut self, listing: &mut Listing) {
        let mut at = self.header.end;
        while at < self.sheet.rows.len() {
            let cells = &self.sheet.rows[at];
            if self.header.repeats(self.sheet, at) {
                at += self.header.end - self.header.top;
                continue;
            }
            if cells.iter().all(Cell::is_empty) || at < self.header.end + 2 && header::is_numbering(cells) {
                at += 1;
                continue;
            }
            let text = cells.iter().find_map(Cell::as_text).map(tidy).unwrap_or_default();
            if line::ends(&text) {
                break;
            }
            self.row(at, &text, listing);
            at += 1;
        }
        self.check_section(listing);
        if let Some(total) = self.total {
            listing.total = Some(listing.total.unwrap_or_default() + Vnd(total));
        }
    }

    fn row(&mut self, at: usize, text: &str, listing: &mut Listing) {
        let amounts = self.amounts(at);
        if line::is_total(text) {
            self.check_total(at, &amounts, listing);
            return;
        }
        let name = self.text(at, "donor");
        let number = self.text(at, "number");
        let section = if name.is_empty() { text.to_owned() } else { name };
        let roman = !number.is_empty() && unit::is_number(&number) && number.parse::<i64>().is_err();
        let bare = amounts.is_empty();
        if unit::looks_like(&section) && !self.header.has("unit") && (roman || bare && number.parse::<i64>().is_err()) {
            self.check_section(listing);
            self.section = unit::spelled(&section).map(|unit| unit.name).unwrap_or_default();
            self.promised = amounts.first().and_then(|(_, said)| said.as_ref().ok()).map(|sum| (at, sum.0));
            self.part = 0;
            return;
        }
        match line::read(self, at, amounts) {
            line::Fate::Lines(rows) => {
                for row in rows {
                    self.part += row.amount.0;
                    self.whole += row.amount.0;
                    listing.rows.push(row);
                }
            }
            line::Fate::Refused(refusal) => {
                self.gaps = true;
                listing.refused.push(*refusal);
            }
            line::Fate::Nothing => self.warn(at, say::SKIPPED_GIFT.with([text]), listing),
        }
    }

    /// The amounts of a row, one for each means that it names; a sum beside its parts is left out.
    fn amounts(&self, at: usize) -> Vec<(Means, Result<Vnd, Said>)> {
        let read = |code: &str| -> Option<Result<Vnd, Said>> {
            let cell =
                self.header.columns(code).map(|column| self.sheet.cell(at, column)).find(|cell| !cell.is_empty())?;
            line::amount(cell, self.scale)
        };
        let parts = [("cash", Means::Cash), ("transfer", Means::Transfer), ("worth", Means::Goods)];
        let mut found: Vec<(Means, Result<Vnd, Said>)> =
            parts.iter().filter_map(|(code, means)| Some((*means, read(code)?))).collect();
        if found.is_empty() {
            let means = line::means(&self.text(at, "means"), &self.text(at, "goods"));
            found.extend(read("amount").map(|amount| (means, amount)));
        }
        found
    }

    fn text(&self, at: usize, code: &str) -> String {
        let mut cells = self.header.columns(code).map(|column| self.sheet.cell(at, column));
        cells.find(|cell| !cell.is_empty()).map_or_else(String::new, |cell| tidy(&cell.shown()))
    }

    /// A total is the sum of the lines since the last one, or of all; what else it says is remarked on.
    fn check_total(&mut self, at: usize, amounts: &[(Means, Result<Vnd, Said>)], listing: &mut Listing) {
        let said: Option<i64> = amounts.iter().map(|(_, amount)| amount.as_ref().ok().map(|it| it.0)).sum();
        if let Some(said) = said.filter(|_| !amounts.is_empty())
            && said != self.part
            && said != self.whole
        {
            let sum = if self.part == 0 { self.whole } else { self.part };
            let text = if self.gaps { say::TOTAL_GAPS } else { say::TOTAL_DIFFERS };
            self.warn(at, text.with([Vnd(said).show(), Vnd(sum).show()]), listing);
        }
        // The largest of a sheet's totals speaks of all its lines.
        self.total = self.total.max(said.filter(|_| !amounts.is_empty()));
        self.part = 0;
        self.promised = None;
    }

    fn check_section(&mut self, listing: &mut Listing) {
        if let Some((at, said)) = self.promised.take()
            && said != self.part
            && !self.gaps
        {
            self.warn(at, say::TOTAL_DIFFERS.with([Vnd(said).show(), Vnd(self.part).show()]), listing);
        }
    }

    fn warn(&self, at: usize, text: Said, listing: &mut Listing) {
        let row = u32::try_from(at + 1).unwrap_or(u32::MAX);
        listing.warnings.push(Warning { sheet: self.sheet.name.clone(), row, text });
    }
}

/// The day that a title names: "Ngày 16 tháng 6 năm 2026", "(từ … đến ngày 16/6/2026)" means its last.
fn day_in(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text);
    let (_, rest) = folded.rsplit_once("ngay ")?;
    let rest = rest.trim_end_matches(|c: char| !c.is_ascii_digit());
    day::parse(rest, today).or_else(|_| day::parse(&format!("ngay {rest}"), today)).ok().filter(|day| *day <= today)
}

/// What amounts are counted in, if a text says so: "ĐVT: nghìn đồng".
fn scale_of(text: &str) -> Option<i64> {
    let words = header::words(&fold(text));
    let says = |unit: &str| header::has_words(&words, unit);
    if says("nghin dong") || says("ngan dong") || says("1000 dong") || says("1000d") || fold(text).contains("1.000d") {
        Some(1_000)
    } else if says("trieu dong") {
        Some(1_000_000)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
