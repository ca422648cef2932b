//! One row of a sheet of contributions: what it says, or why it cannot be taken.
use chrono::NaiveDate;

use super::{Row, Table};
use crate::domain::contribution::Means;
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::money::{self, Vnd};
use crate::exchange::header::{has_words, words};
use crate::exchange::person;
use crate::exchange::roster::Refusal;
use crate::exchange::sheet::Cell;
use crate::exchange::unit;
use crate::text::{Said, exchange as say};

/// What became of a row.
pub enum Fate {
    /// Its lines: one, or one for each means.
    Lines(Vec<Row>),
    /// It is a line that cannot be taken.
    Refused(Box<Refusal>),
    /// It is no line.
    Nothing,
}

/// Words by which a donor does not want to be named.
const UNNAMED: &[&str] = &["khong neu ten", "giau ten", "an danh", "khong muon neu ten", "xin giau ten"];

/// Reads a row with the amounts that were found in it.
pub fn read(table: &Table<'_>, at: usize, amounts: Vec<(Means, Result<Vnd, Said>)>) -> Fate {
    let (mut donor, number) = (table.text(at, "donor"), table.text(at, "number"));
    if person::is_nothing(&donor) {
        donor.clear();
    }
    let named = unit::spelled(&table.text(at, "unit")).map(|unit| unit.name).unwrap_or_default();
    let counted = number.trim_end_matches('.').parse::<u32>().is_ok();
    if donor.is_empty() && named.is_empty() && (!counted || amounts.is_empty()) {
        return Fate::Nothing;
    }
    let refuse = |code: &'static str, column: &str, reason: Said| {
        let head = table.header.column(column).map_or("", |at| table.header.text(at)).to_owned();
        let value = table.text(at, column);
        let row = number_of(at);
        let sheet = table.sheet.name.clone();
        Fate::Refused(Box::new(Refusal { sheet, row, column: head, value, code, reason, cells: cells(table, at) }))
    };
    let money =
        ["amount", "cash", "transfer", "worth"].into_iter().find(|code| table.header.has(code)).unwrap_or("amount");
    if amounts.is_empty() {
        // A name in a column without a number and an amount is a signature or a remark.
        return if counted { refuse("amount", money, say::AMOUNT_BLANK.into()) } else { Fate::Nothing };
    }
    if donor.is_empty() && named.is_empty() {
        return refuse("donor", "donor", say::DONOR_BLANK.into());
    }
    let date = match day_of(table, at) {
        Ok(date) => date.or(table.date),
        Err(reason) => return refuse("date", "date", reason),
    };
    if let Some(late) = date.filter(|date| *date > table.today) {
        return refuse("future", "date", say::GIFT_FUTURE.with([day::show(late), day::show(table.today)]));
    }
    let people = table.text(at, "people");
    let people = match people.trim_end_matches(|c: char| !c.is_ascii_digit()) {
        "" => 0,
        digits => match digits.replace('.', "").parse::<i64>() {
            Ok(count) if (0..=1_000_000).contains(&count) => count,
            _ => return refuse("people", "people", say::PEOPLE_ODD.with([people.as_str()])),
        },
    };
    let (note, goods) = (table.text(at, "note"), counted_goods(table, at));
    let hidden = |text: &str| {
        let folded = words(&fold(text));
        UNNAMED.iter().any(|word| has_words(&folded, word))
    };
    let anonymous = hidden(&donor) || hidden(&note);
    // A unit's name in the column of names is the unit as a whole.
    let is_unit = unit::looks_like(&donor) && !is_company(&donor);
    let (unit, donor) = if is_unit {
        (unit::spelled(&donor).map_or(donor, |unit| unit.name), String::new())
    } else {
        let around = if table.section.is_empty() { &table.unit } else { &table.section };
        let outside = is_company(&donor) || is_company(&named);
        match (named.as_str(), outside) {
            (company, true) if donor.is_empty() => (String::new(), company.to_owned()),
            (_, true) => (String::new(), donor),
            ("", false) => (around.clone(), donor),
            (_, false) => (named, donor),
        }
    };
    let mut rows = Vec::new();
    for (means, amount) in amounts {
        let amount = match amount {
            Ok(amount) if amount.0 > 0 => amount,
            Ok(_) => return refuse("amount", money, say::AMOUNT_NOT_POSITIVE.into()),
            Err(reason) => return refuse("amount", money, reason),
        };
        let goods = match means {
            Means::Goods if goods.is_empty() => say::GOODS_UNNAMED.vi.to_owned(),
            Means::Goods => goods.clone(),
            _ => String::new(),
        };
        rows.push(Row {
            sheet: table.sheet.name.clone(),
            row: number_of(at),
            unit: unit.clone(),
            donor: donor.clone(),
            people,
            amount,
            date,
            means,
            goods,
            anonymous,
            note: note.clone(),
            cells: cells(table, at),
        });
    }
    Fate::Lines(rows)
}

/// The goods of a row with how many there are, where columns of their own say so: "20 hộp sữa".
fn counted_goods(table: &Table<'_>, at: usize) -> String {
    let [quantity, measure, goods] = ["quantity", "measure", "goods"].map(|code| table.text(at, code));
    if goods.is_empty() || goods.starts_with(|c: char| c.is_ascii_digit()) || person::is_nothing(&goods) {
        return goods;
    }
    let parts = [quantity, measure, goods].into_iter().filter(|part| !person::is_nothing(part));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The amount of a cell in đồng; `None` if it says nothing ("-", "x").
pub fn amount(cell: &Cell, scale: i64) -> Option<Result<Vnd, Said>> {
    match cell {
        Cell::Number(number) => {
            let whole = number * scale as f64;
            // Spreadsheets keep amounts as fractions of two; what is not a whole đồng is no amount.
            if (whole - whole.round()).abs() > 1e-6 || whole.abs() > 9e15 {
                return Some(Err(say::AMOUNT_ODD.with([number.to_string()])));
            }
            if whole == 0.0 { None } else { Some(Ok(Vnd(whole.round() as i64))) }
        }
        Cell::Text(text) if person::is_nothing(text) => None,
        Cell::Text(text) => Some(match money::parse(text) {
            // A plain number in a sheet of thousands is one of thousands; "500.000đ" says itself what it is.
            Ok(amount) if scale > 1 && text.trim().chars().all(|c| c.is_ascii_digit()) => Ok(Vnd(amount.0 * scale)),
            Ok(amount) => Ok(amount),
            Err(said) => Err(said),
        }),
        Cell::Empty => None,
        other => Some(Err(say::AMOUNT_ODD.with([other.shown()]))),
    }
}

/// In what a line came, by its own words or by the goods that it names.
pub fn means(text: &str, goods: &str) -> Means {
    let folded = words(&fold(text));
    let says = |word: &str| has_words(&folded, word);
    if says("chuyen khoan") || says("ck") {
        Means::Transfer
    } else if says("hien vat") || !person::is_nothing(goods) && !goods.is_empty() {
        Means::Goods
    } else {
        Means::Cash
    }
}

/// Whether a row is a total: "Tổng cộng", "Cộng Phòng A", "Tổng số tiền".
pub fn is_total(text: &str) -> bool {
    let folded = words(&fold(text));
    let starts = |word: &str| folded.starts_with(&format!(" {word} "));
    ["tong", "tong cong", "tong so", "cong", "total"].iter().any(|word| starts(word))
        && !["cong ty", "cong doan", "cong an", "cong trinh", "cong chuc", "cong dong"].iter().any(|word| starts(word))
        && !folded.starts_with(" tong cong ty ")
        && !folded.starts_with(" tong cuc ")
}

/// Whether the list ends here: the amount in words, the place and day, the signatures.
pub fn ends(text: &str) -> bool {
    let folded = words(&fold(text));
    let marks = [
        "bang chu",
        "so tien bang chu",
        "tong so tien bang chu",
        "nguoi lap",
        "lap bang",
        "thu truong",
        "ke toan",
        "xac nhan",
        "danh sach nay",
        "bang ke nay",
        "an dinh",
        "ghi chu",
    ];
    let signed = marks.iter().any(|mark| folded.starts_with(&format!(" {mark} ")));
    signed || has_words(&folded, "ngay") && has_words(&folded, "thang") && has_words(&folded, "nam")
}

/// Whether a name is of a business or group outside the agency.
pub fn is_company(name: &str) -> bool {
    let folded = words(&fold(name));
    let marks = [
        "cong ty",
        "doanh nghiep",
        "hop tac xa",
        "htx",
        "ngan hang",
        "tap doan",
        "tong cong ty",
        "cua hang",
        "nhom",
        "quy",
        "hoi",
        "nha thuoc",
        "hieu",
        "xi nghiep",
        "dn",
        "dntn",
        "cty",
        "nha hang",
        "khach san",
    ];
    marks.iter().any(|mark| folded.starts_with(&format!(" {mark} ")))
}

fn day_of(table: &Table<'_>, at: usize) -> Result<Option<NaiveDate>, Said> {
    let cells = table.header.columns("date").map(|column| table.sheet.cell(at, column));
    match cells.into_iter().find(|cell| !cell.is_empty()) {
        None => Ok(None),
        Some(Cell::Date(date)) => Ok(Some(*date)),
        Some(cell) => day::parse(&cell.shown(), table.today).map(Some),
    }
}

fn cells(table: &Table<'_>, at: usize) -> Vec<(String, String)> {
    let heads = table.header.heads.iter();
    heads.map(|head| (head.text.clone(), table.sheet.cell(at, head.at).shown().into_owned())).collect()
}

fn number_of(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}
