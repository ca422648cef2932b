//! Every paper that is printed from the data, by its code: a new one is a function that fills it and a line here. The
//! command line and the screens read the same table.
use chrono::Datelike;

use crate::domain::campaign::Campaign;
use crate::domain::disbursement::Disbursement;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::inspection::Inspection;
use crate::domain::letter::Letter;
use crate::domain::period::Period;
use crate::domain::plan::Plan;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::session::Session;
use crate::domain::unit::Unit;
use crate::paper::{Paper, PaperError, Sheet, docx, pdf, txt, xlsx};
use crate::reports::statement::{self, About, Amounts};
use crate::reports::{
    appeal, collection, event_papers, fund_book, gift_closure, gift_list, inspection as minutes, letters, photos,
    plan_paper, poster, receipt, referral, review, sign_in,
};
use crate::store::{Result, Store};
use crate::text::{
    Text, balances as books, collection as lists, event as e, event_paper as ep, help, inspection,
    receipt as donations, report as t, session, statement as public, stock as s,
};

/// The lines of a text file are at most this many characters wide.
pub const TEXT_WIDTH: usize = 100;

/// A kind of paper.
pub struct Printable {
    /// Its code on the command line and the stem of its files, as "phieu-ra-soat".
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// What it is about and how it is filled.
    pub fill: Fill,
}

/// What a paper is about, what fills it, and what fills the workbook of the same, if there is one.
pub enum Fill {
    /// A row of the table.
    Row(&'static str, fn(&Store, i64) -> Result<Paper>, Option<fn(&Store, i64) -> Result<Sheet>>),
    /// A period.
    Period(fn(&Store, &Period) -> Result<Paper>, Option<fn(&Store, &Period) -> Result<Sheet>>),
    /// The agency itself.
    Office(fn(&Store) -> Result<Paper>),
    /// Its print takes a number, which is an act: `acts::receipts` makes it.
    Act,
}

/// What one paper is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A row of a table.
    Row(&'static str, i64),
    /// A period.
    Period(Period),
    /// The agency itself.
    Office,
}

/// The code of the paper that confirms what was given.
pub const RECEIPT: &str = "xac-nhan";
/// The letter that thanks for it.
pub const THANKS: &str = "thu-cam-on";
/// The poster of the hotline.
pub const POSTER: &str = "to-roi-111";

/// The papers. One that may be about several kinds of things has a line for each.
pub const PAPERS: &[Printable] = &[
    Printable {
        code: "ky-nhan",
        name: t::PAPER_GIFTS,
        fill: Fill::Row(
            Event::TABLE,
            |store, id| gift_list::paper(store, Id::of(id)),
            Some(|store, id| gift_list::sheet(store, Id::of(id))),
        ),
    },
    Printable {
        code: "cong-them",
        name: e::PAPER_EXTRA,
        fill: Fill::Row(Event::TABLE, |store, id| gift_list::extra(store, Id::of(id)), None),
    },
    Printable {
        code: "quyet-toan-qua",
        name: s::PAPER_CLOSURE,
        fill: Fill::Row(
            Event::TABLE,
            |store, id| gift_closure::paper(store, Id::of(id)),
            Some(|store, id| gift_closure::sheet(store, Id::of(id))),
        ),
    },
    Printable {
        code: "xin-danh-sach",
        name: ep::PAPER_ASK,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::ask_list(store, Id::of(id)), None),
    },
    Printable {
        code: "du-toan",
        name: ep::PAPER_BUDGET,
        fill: Fill::Row(
            Event::TABLE,
            |store, id| event_papers::budget(store, Id::of(id)),
            Some(|store, id| event_papers::budget_sheet(store, Id::of(id))),
        ),
    },
    Printable {
        code: "to-trinh",
        name: ep::PAPER_PROPOSAL,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::proposal(store, Id::of(id)), None),
    },
    Printable {
        code: "phan-cong",
        name: ep::PAPER_DUTIES,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::duties(store, Id::of(id)), None),
    },
    Printable {
        code: "giay-moi",
        name: ep::PAPER_INVITATION,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::invitation(store, Id::of(id)), None),
    },
    Printable {
        code: "ho-so-thanh-toan",
        name: ep::PAPER_FILE,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::payment_file(store, Id::of(id)), None),
    },
    Printable {
        code: "anh-cong-khai",
        name: crate::text::photo::PAPER,
        fill: Fill::Row(Event::TABLE, |store, id| photos::page(store, Id::of(id)), None),
    },
    Printable {
        code: "y-kien-cha-me",
        name: ep::PAPER_PARENT,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::parents_opinion(store, Id::of(id)), None),
    },
    Printable {
        code: "y-kien-tre",
        name: ep::PAPER_CHILD,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::child_opinion(store, Id::of(id)), None),
    },
    Printable {
        code: "cam-ket-bao-ve",
        name: ep::PAPER_HELPERS,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::helpers(store, Id::of(id)), None),
    },
    Printable {
        code: "ke-hoach",
        name: ep::PAPER_PLAN,
        fill: Fill::Row(Event::TABLE, |store, id| event_papers::plan(store, Id::of(id)), None),
    },
    Printable {
        code: "ke-hoach",
        name: crate::text::plan_paper::NAME,
        fill: Fill::Row(Plan::TABLE, |store, id| plan_paper::paper(store, Id::of(id)), None),
    },
    Printable {
        code: "phieu-ra-soat",
        name: t::PAPER_REVIEW,
        fill: Fill::Row(
            Unit::TABLE,
            |store, id| review::paper(store, Id::of(id), review::open_round(store)?),
            Some(|store, id| review::sheet(store, Id::of(id), review::open_round(store)?)),
        ),
    },
    Printable {
        code: "ban-cam-ket",
        name: t::PAPER_PROMISE,
        fill: Fill::Row(
            Unit::TABLE,
            |store, id| appeal::paper(store, Id::of(id), i64::from(store.today().year())),
            None,
        ),
    },
    // A unit's name is looked for before a part of a session's.
    Printable {
        code: "diem-danh",
        name: session::OUT_SIGN_IN,
        fill: Fill::Row(Unit::TABLE, |store, id| sign_in::of_unit(store, Id::of(id)), None),
    },
    Printable {
        code: "diem-danh",
        name: session::OUT_SIGN_IN,
        fill: Fill::Row(Session::TABLE, |store, id| sign_in::of_session(store, Id::of(id)), None),
    },
    Printable {
        code: "bien-ban-kiem-tra",
        name: inspection::PAPER,
        fill: Fill::Row(Inspection::TABLE, |store, id| minutes::minutes(store, Id::of(id)), None),
    },
    Printable { code: POSTER, name: help::POSTER, fill: Fill::Office(poster::hotline) },
    Printable {
        code: "yeu-cau-bao-cao",
        name: t::PAPER_REQUEST,
        fill: Fill::Period(|store, period| letters::paper(store, &letters::request_of(store, period)?), None),
    },
    Printable {
        code: "don-doc",
        name: t::PAPER_URGE,
        fill: Fill::Period(|store, period| letters::paper(store, &letters::urging_of(store, period, None)?), None),
    },
    Printable {
        code: "cong-van",
        name: t::PAPER_LETTER,
        fill: Fill::Row(Letter::TABLE, |store, id| letters::paper(store, &store.get(Id::of(id))?), None),
    },
    Printable {
        code: "phieu-thong-tin",
        name: t::PAPER_CONCERN,
        fill: Fill::Row(Referral::TABLE, |store, id| referral::sheet(store, Id::of(id)), None),
    },
    Printable { code: RECEIPT, name: donations::KIND, fill: Fill::Act },
    Printable {
        code: THANKS,
        name: donations::LETTER,
        fill: Fill::Row(Campaign::TABLE, |store, id| receipt::letters_of(store, Id::of(id)), None),
    },
    Printable {
        code: "ky-nop",
        name: lists::SIGN_KIND,
        fill: Fill::Row(Campaign::TABLE, |store, id| collection::to_sign(store, Id::of(id)), None),
    },
    Printable {
        code: "bang-ke",
        name: lists::HANDED_KIND,
        fill: Fill::Row(Campaign::TABLE, |store, id| collection::handed_on(store, Id::of(id)), None),
    },
    Printable {
        code: "so-thu-chi",
        name: books::BOOK,
        fill: Fill::Period(|store, period| fund_book::paper(store, period, None), None),
    },
    Printable {
        code: "phieu-nop",
        name: lists::SLIP_KIND,
        fill: Fill::Row(Disbursement::TABLE, |store, id| collection::slip(store, Id::of(id)), None),
    },
    Printable {
        code: "cong-khai",
        name: public::PAPER,
        fill: Fill::Row(
            Campaign::TABLE,
            |store, id| statement::paper(store, &About::Campaign(Id::of(id)), Amounts::OfUnits),
            None,
        ),
    },
    Printable {
        code: "cong-khai",
        name: public::PAPER,
        fill: Fill::Period(
            |store, period| statement::paper(store, &About::Period(period.clone()), Amounts::OfUnits),
            None,
        ),
    },
    Printable {
        code: "cong-khai-so-tien",
        name: public::PAPER_AMOUNTS,
        fill: Fill::Row(
            Campaign::TABLE,
            |store, id| statement::paper(store, &About::Campaign(Id::of(id)), Amounts::OfDonors),
            None,
        ),
    },
    Printable {
        code: "cong-khai-so-tien",
        name: public::PAPER_AMOUNTS,
        fill: Fill::Period(
            |store, period| statement::paper(store, &About::Period(period.clone()), Amounts::OfDonors),
            None,
        ),
    },
];

impl Printable {
    /// Whether it is about this.
    #[must_use]
    pub fn is_about(&self, subject: &Subject) -> bool {
        match (&self.fill, subject) {
            (Fill::Row(table, ..), Subject::Row(of, _)) => table == of,
            (Fill::Period(..), Subject::Period(_)) | (Fill::Office(_), Subject::Office) => true,
            _ => false,
        }
    }

    /// The endings of files that it can be written to.
    #[must_use]
    pub const fn endings(&self) -> &'static [&'static str] {
        match self.fill {
            Fill::Row(_, _, Some(_)) | Fill::Period(_, Some(_)) => &["docx", "pdf", "xlsx", "txt"],
            _ => &["docx", "pdf", "txt"],
        }
    }

    /// The paper about something; an empty one if it is not about that.
    ///
    /// # Errors
    /// If the data lack what it needs, or the store cannot be read.
    pub fn paper(&self, store: &Store, subject: &Subject) -> Result<Paper> {
        match (&self.fill, subject) {
            (Fill::Row(_, paper, _), Subject::Row(_, id)) => paper(store, *id),
            (Fill::Period(paper, _), Subject::Period(period)) => paper(store, period),
            (Fill::Office(paper), Subject::Office) => paper(store),
            _ => Ok(Paper::default()),
        }
    }

    /// The file of an ending, made of the paper or its workbook.
    ///
    /// # Errors
    /// If the paper cannot be filled or packed.
    pub fn file(&self, store: &Store, subject: &Subject, ending: &str) -> Result<Vec<u8>> {
        let packed = match (ending, &self.fill, subject) {
            ("xlsx", Fill::Row(_, _, Some(sheet)), Subject::Row(_, id)) => xlsx::render(&sheet(store, *id)?),
            ("xlsx", Fill::Period(_, Some(sheet)), Subject::Period(period)) => xlsx::render(&sheet(store, period)?),
            ("txt", ..) => Ok(txt::render(&self.paper(store, subject)?, TEXT_WIDTH).into_bytes()),
            ("pdf", ..) => pdf::render(&self.paper(store, subject)?),
            _ => docx::render(&self.paper(store, subject)?),
        };
        packed.map_err(|error: PaperError| error.said().into())
    }
}

/// The codes of all papers, each once.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<&str> = PAPERS.iter().map(|paper| paper.code).collect();
    codes.dedup();
    codes
}

/// The papers about something.
pub fn about(subject: &Subject) -> impl Iterator<Item = &'static Printable> {
    PAPERS.iter().filter(move |paper| paper.is_about(subject))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_code_stand_together_and_differ_in_what_they_are_about() {
        let about = |paper: &Printable| match paper.fill {
            Fill::Row(table, ..) => table,
            Fill::Period(..) => "period",
            Fill::Office(_) => "",
            Fill::Act => "act",
        };
        for (at, paper) in PAPERS.iter().enumerate() {
            let twin = PAPERS.iter().position(|it| it.code == paper.code && about(it) == about(paper));
            assert_eq!(twin, Some(at), "{}", paper.code);
        }
        let mut sorted = codes();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), codes().len());
    }
}
