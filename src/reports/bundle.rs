//! Every paper of a period: which there are, what each is about, and the index of the folder they are put in.
use chrono::{Datelike, NaiveDate};

use crate::domain::campaign::Campaign;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::letter::Letter;
use crate::domain::period::Period;
use crate::domain::receipt::{Receipt, Validity};
use crate::domain::record::{Meta, Record};
use crate::domain::referral::Referral;
use crate::domain::session::Session;
use crate::domain::tables;
use crate::domain::template::Template;
use crate::domain::unit::Unit;
use crate::domain::value::{Kind, Value};
use crate::paper::sheet::{Column, Kind as Cells};
use crate::paper::{Cell, Lie, Sheet, docx, pdf, xlsx};
use crate::reports::consolidated::{self, own};
use crate::reports::papers::{Fill, PAPERS, Printable, Subject};
use crate::reports::{letterhead, receipt, unit_form};
use crate::store::{Error, Result, Store};
use crate::text::{Lang, bundle as t, issue, template, units};

/// One paper to make.
#[derive(Clone)]
pub struct Piece {
    /// Its file's name; the folder puts a number before it ([`Piece::numbered`]).
    pub file: String,
    /// What it is.
    pub name: String,
    /// Whom or what it is about; blank for the period itself.
    pub about: String,
    made: Made,
}

/// How a piece is made.
#[derive(Clone)]
enum Made {
    Report(fn(&crate::paper::Paper) -> std::result::Result<Vec<u8>, crate::paper::PaperError>),
    /// The report in the office's own Word file.
    Own(Template),
    /// The annexes as a workbook.
    Sheets,
    Paper(&'static Printable, Subject),
    /// What was confirmed and stands, as it was numbered: a copy for the file is no print.
    Receipts(Vec<Id<Receipt>>),
    /// The form that a unit fills in.
    Form(Unit),
}

/// The papers of a period in order: the report with its sheets, the papers of the period, those of each event,
/// campaign, session and unit that belongs to it, and the units' forms. What is sealed is no part of it.
///
/// # Errors
/// If the store cannot be read.
pub fn pieces(store: &Store, period: &Period) -> Result<Vec<Piece>> {
    let mut found: Vec<(String, String, String, &str, Made)> = Vec::new();
    let report = |made| (issue::REPORT.vi.to_owned(), String::new(), "bao-cao".to_owned(), Made::Report(made));
    for (made, ending) in [(report(docx::render), "docx"), (report(pdf::render), "pdf")] {
        let (name, about, stem, made) = made;
        found.push((name, about, stem, ending, made));
    }
    if let Some(own) = own::template_of(store, period)? {
        let (name, stem) = (template::OUT.vi.to_owned(), "bao-cao-theo-mau".to_owned());
        found.push((name, own.name.clone(), stem, "docx", Made::Own(own)));
    }
    found.push((issue::OUT_SHEETS.vi.to_owned(), String::new(), "phu-luc".to_owned(), "xlsx", Made::Sheets));
    for paper in PAPERS {
        let mut put = |about: String, subject: Subject| {
            let stem = match &subject {
                Subject::Row(Letter::TABLE, id) => letter_stem(store, Id::of(*id))?,
                Subject::Row(Session::TABLE, id) => session_stem(store, paper.code, &store.get(Id::of(*id))?)?,
                _ if about.is_empty() => paper.code.to_owned(),
                _ => format!("{}-{}", paper.code, slug(&about)),
            };
            found.push((paper.name.vi.to_owned(), about, stem, "docx", Made::Paper(paper, subject)));
            Ok::<(), Error>(())
        };
        match &paper.fill {
            Fill::Office(_) => put(String::new(), Subject::Office)?,
            Fill::Period(..) => put(String::new(), Subject::Period(period.clone()))?,
            // A print that takes a number is an act of its own: what has none is left alone. What is sealed stays so.
            Fill::Act => {
                let ids = receipts(store, period)?;
                if !ids.is_empty() {
                    found.push((
                        paper.name.vi.to_owned(),
                        String::new(),
                        paper.code.to_owned(),
                        "docx",
                        Made::Receipts(ids),
                    ));
                }
            }
            Fill::Row(table, ..) if *table == Referral::TABLE => {}
            Fill::Row(table, ..) => {
                let Some(meta) = tables::by_name(table) else { continue };
                for (id, name) in rows(store, meta, period)? {
                    put(name, Subject::Row(table, id))?;
                }
            }
        }
    }
    for unit in unit_form::units(store, period)? {
        let stem = format!("{}-bieu", unit_form::file_name(&unit));
        found.push((units::FORM_TITLE.vi.to_owned(), unit.name.clone(), stem, "xlsx", Made::Form(unit)));
    }
    let piece = |(name, about, stem, ending, made): (String, String, String, &str, Made)| Piece {
        file: format!("{stem}.{ending}"),
        name,
        about,
        made,
    };
    Ok(found.into_iter().map(piece).collect())
}

impl Piece {
    /// Its file's name as the so-and-so-many-th of a folder that will have at most `of`: "07-ky-nhan.docx".
    #[must_use]
    pub fn numbered(&self, number: usize, of: usize) -> String {
        format!("{number:0wide$}-{}", self.file, wide = of.to_string().len().max(2))
    }

    /// Its bytes.
    ///
    /// # Errors
    /// If the data lack what it needs, or it cannot be packed.
    pub fn bytes(&self, store: &Store, period: &Period) -> Result<Vec<u8>> {
        match &self.made {
            Made::Report(render) => render(&consolidated::paper(store, period)?).map_err(|error| error.said().into()),
            Made::Own(own) => own::filled(store, period, own),
            Made::Sheets => xlsx::book(&consolidated::sheets(store, period)?).map_err(|error| error.said().into()),
            Made::Paper(paper, subject) => paper.file(store, subject, "docx"),
            Made::Receipts(ids) => docx::render(&receipt::receipts(store, ids)?).map_err(|error| error.said().into()),
            Made::Form(unit) => unit_form::form(store, period, unit),
        }
    }
}

/// The papers that confirmed something in a period and that still stand, by their number.
fn receipts(store: &Store, period: &Period) -> Result<Vec<Id<Receipt>>> {
    let mut all = store.all::<Receipt>()?;
    all.retain(|it| it.validity == Validity::Valid && period.contains(it.date));
    all.sort_by_key(|it| (it.date.year(), it.number));
    Ok(all.into_iter().map(|it| it.id).collect())
}

/// What a letter's file is called: whom it goes to, then what it is, then its number, as "ttra-don-doc-so-52".
///
/// # Errors
/// If the store cannot be read.
pub fn letter_stem(store: &Store, id: Id<Letter>) -> Result<String> {
    let letter = store.get(id)?;
    let units = store.all::<Unit>()?;
    let to = match letter.units.0.as_slice() {
        [unit] => units.iter().find(|it| it.id.0 == *unit).map(unit_form::file_name),
        _ => None,
    };
    let to = to.unwrap_or_else(|| slug(t::SEVERAL_UNITS.vi));
    let number = if letter.number.is_empty() { String::new() } else { format!("-so-{}", slug(&letter.number)) };
    Ok(format!("{to}-{}{number}", slug(letter.kind.text().vi)))
}

/// What a paper about a session is called: its day and its unit stand before its name, which others may have too.
fn session_stem(store: &Store, code: &str, session: &Session) -> Result<String> {
    let unit = store.all::<Unit>()?.into_iter().find(|unit| unit.id == session.unit);
    let unit = unit.map(|unit| unit_form::file_name(&unit)).unwrap_or_default();
    Ok(format!("{code}-{}", slug(&format!("{} {unit} {}", session.date, session.name))))
}

/// The rows of a table that belong to a period: those of its days, those that ran in it, and those that were there.
fn rows(store: &Store, meta: &'static Meta, period: &Period) -> Result<Vec<(i64, String)>> {
    let mut found = Vec::new();
    let ids = store.ids(meta, &crate::store::list::Query::default(), None)?;
    for row in store.lines(meta, &ids)? {
        let day = |column: &str| match meta.value(&row, column) {
            Value::Text(text) => text.parse::<NaiveDate>().ok(),
            _ => None,
        };
        let dated = meta.columns.iter().any(|column| column.name == "date" && column.kind == Kind::Date);
        let belongs = match meta.table {
            Unit::TABLE | Campaign::TABLE => {
                day("since").is_none_or(|since| since <= period.to)
                    && day("until").is_none_or(|until| until >= period.from)
            }
            _ if meta.place("period").is_some() => meta.value(&row, "period").text() == period.code,
            _ if dated => day("date").is_some_and(|day| period.contains(day)),
            _ => false,
        };
        if belongs {
            found.push((row.id, store.row_name(meta, &row)));
        }
    }
    Ok(found)
}

/// A name as a part of a file's name: plain letters and digits, at most 40.
fn slug(name: &str) -> String {
    let words: Vec<String> = fold(name)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let mut out = String::new();
    for word in words {
        if out.len() + word.len() > 40 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word);
    }
    out
}

/// What became of a piece.
#[derive(Clone)]
pub struct Outcome {
    /// The piece.
    pub piece: Piece,
    /// Its file with its number, if it was made: numbers follow each other without a gap.
    pub file: Option<String>,
    /// Why it was not made; else blank.
    pub note: String,
}

/// The index of a folder: each piece with what became of it; what was not made has no number.
///
/// # Errors
/// If the store cannot be read.
pub fn index(store: &Store, period: &Period, pieces: &[Outcome]) -> Result<Sheet> {
    let agency = letterhead::agency_on(store, period.to)?;
    let column = |head: crate::text::Text, kind, width| Column { head: head.vi.to_owned(), kind, width: Some(width) };
    let mut number = 0;
    let row = |it: &Outcome| {
        number += i64::from(it.file.is_some());
        let first = if it.file.is_some() { Cell::Int(number) } else { Cell::Text(String::new()) };
        let texts =
            [it.piece.name.clone(), it.piece.about.clone(), it.file.clone().unwrap_or_default(), it.note.clone()];
        std::iter::once(first).chain(texts.map(Cell::Text)).collect()
    };
    Ok(Sheet {
        head: Some(letterhead::head(&agency, "", "", None, period.to.year())),
        titles: vec![t::INDEX.vi.to_uppercase(), period.name().say(Lang::Vi)],
        columns: vec![
            column(t::HEAD_NUMBER, Cells::Number, 6),
            column(t::HEAD_PAPER, Cells::Text, 34),
            column(t::HEAD_ABOUT, Cells::Text, 34),
            column(t::HEAD_FILE, Cells::Text, 40),
            column(t::HEAD_NOTE, Cells::Text, 30),
        ],
        rows: pieces.iter().map(row).collect(),
        lie: Lie::Landscape,
        ..Sheet::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contribution::Contribution;
    use crate::domain::letter::{LetterKind, Receivers};
    use crate::domain::posting::Standing;
    use crate::domain::receipt::Confirmed;
    use crate::domain::value::PeriodCode;
    use crate::reports::fixture::{add, at, h1, office};

    #[test]
    fn a_period_has_its_report_and_the_papers_of_all_that_belongs_to_it() {
        let store = office();
        let all = pieces(&store, &h1()).unwrap();
        assert_eq!((all[0].file.as_str(), all[1].file.as_str()), ("bao-cao.docx", "bao-cao.pdf"));
        assert_eq!(all[1].numbered(2, 9), "02-bao-cao.pdf");
        assert_eq!((all[2].file.as_str(), all.last().unwrap().name.as_str()), ("phu-luc.xlsx", units::FORM_TITLE.vi));
        let files: Vec<&str> = all.iter().map(|piece| piece.file.as_str()).collect();
        assert!(files.iter().all(|file| file.is_ascii() && file.len() < 90), "{files:?}");
        // Two events of the half-year; each of the four units has its sheet of review.
        let count = |code: &str| all.iter().filter(|piece| piece.file.starts_with(&format!("{code}-"))).count();
        assert_eq!((count("ky-nhan"), count("phieu-ra-soat")), (2, 4));
        assert!(!all.iter().any(|piece| piece.file.contains("phieu-thong-tin")), "what is sealed stays out");
        // A paper that the data lack something for refuses in words, which the index then says.
        let data_lacking = ["anh-cong-khai", "cong-them", "quyet-toan-qua", "du-toan", "to-trinh", "phan-cong"];
        for piece in &all {
            match piece.bytes(&store, &h1()) {
                Ok(bytes) => assert!(bytes.len() > 1000, "{}", piece.file),
                Err(error) => {
                    assert!(data_lacking.iter().any(|code| piece.file.contains(code)), "{}", piece.file);
                    assert!(!error.say(Lang::Vi).is_empty());
                }
            }
        }
    }

    #[test]
    fn what_was_confirmed_is_filed_and_nothing_is_numbered_for_it() {
        let mut store = office();
        let count =
            |store: &Store| pieces(store, &h1()).unwrap().iter().filter(|it| it.file.contains("xac-nhan")).count();
        assert_eq!((count(&store), store.all::<Receipt>().unwrap().len()), (0, 0));
        let gift = store.all::<Contribution>().unwrap().into_iter().find(|it| it.standing == Standing::Posted).unwrap();
        let (date, lines) = (at("2026-06-01"), Confirmed(vec![gift.id.0]));
        let paper = Receipt {
            date,
            donor_name: "Lộc Văn Hà".into(),
            amount: gift.amount,
            number: 1,

            lines,
            ..Receipt::default()
        };
        add(&mut store, paper);
        assert_eq!(count(&store), 1);
        let later = crate::domain::period::Period::parse("2026-H2").unwrap();
        assert!(pieces(&store, &later).unwrap().iter().all(|it| !it.file.contains("xac-nhan")));
        let all = pieces(&store, &h1()).unwrap();
        let piece = all.iter().find(|it| it.file.contains("xac-nhan")).unwrap();
        assert!(piece.bytes(&store, &h1()).unwrap().len() > 1000);
        assert_eq!(store.all::<Receipt>().unwrap()[0].prints, 0, "a copy for the file is no print");
    }

    #[test]
    fn the_index_names_every_file_and_says_what_could_not_be_made() {
        let store = office();
        let made = |(at, piece): (usize, Piece)| {
            let file = (at != 0).then(|| piece.numbered(at, 99));
            let note = if at == 0 { "Chưa có số liệu." } else { "" };
            Outcome { piece, file, note: note.to_owned() }
        };
        let told: Vec<Outcome> = pieces(&store, &h1()).unwrap().into_iter().enumerate().map(made).collect();
        let sheet = index(&store, &h1(), &told).unwrap();
        assert_eq!(sheet.rows.len(), told.len());
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!((&sheet.rows[1][0], &sheet.rows[1][3]), (&Cell::Int(1), &text("01-bao-cao.pdf")));
        let first = [&sheet.rows[0][0], &sheet.rows[0][3], &sheet.rows[0][4]];
        assert_eq!(first, [&text(""), &text(""), &text("Chưa có số liệu.")]);
    }

    #[test]
    fn a_letters_file_begins_with_whom_it_goes_to() {
        let mut store = office();
        let unit = store.all::<Unit>().unwrap().remove(0);
        let letter = |units: Vec<i64>, kind| Letter { kind, units: Receivers(units), ..draft() };
        let one = add(&mut store, letter(vec![unit.id.0], LetterKind::Urge));
        let all = add(&mut store, letter(Vec::new(), LetterKind::Request));
        let to = unit_form::file_name(&unit);
        assert_eq!(letter_stem(&store, one).unwrap(), format!("{to}-don-doc"));
        assert_eq!(letter_stem(&store, all).unwrap(), "cac-don-vi-yeu-cau-bao-cao");
    }

    fn draft() -> Letter {
        Letter {
            period: PeriodCode("2026-H1".into()),
            name: "x".into(),
            due: Some(at("2026-06-10")),
            ..Letter::default()
        }
    }

    #[test]
    fn names_of_files_are_plain() {
        assert_eq!(slug("Chi cục Bảo vệ môi trường (Đồng Đăng)"), "chi-cuc-bao-ve-moi-truong-dong-dang");
        assert_eq!(slug("../../etc"), "etc");
        assert!(slug(&"ngoằn ngoèo ".repeat(20)).len() <= 41);
    }
}
