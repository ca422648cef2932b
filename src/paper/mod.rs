//! What a printed document is (Nghị định 30/2020/NĐ-CP: its parts, tables, signers) and its renderings: docx, pdf,
//! xlsx, csv, plain text. Knows no record by name and no store; a paper arrives here filled.
pub mod block;
pub mod csv;
pub mod docx;
pub mod error;
pub mod file;
pub mod foot;
mod form;
pub mod grid;
mod guard;
pub mod head;
pub mod ics;
pub mod json;
pub mod kept;
pub mod pdf;
pub mod picture;
#[cfg(test)]
pub(crate) mod sample;
pub mod sheet;
pub mod slip;
pub mod table;
pub mod txt;
mod width;
pub mod xlsx;

use serde::{Deserialize, Serialize};

pub use block::{Block, Level, Span};
pub use error::PaperError;
pub use foot::{Foot, Sign, Signer};
pub use grid::{Cell, Grid};
pub use head::Head;
pub use picture::Picture;
pub use sheet::Sheet;
pub use table::{Align, Column, Row, Table};

/// One paper, whole and ready to print. Every text in it is data: nothing is interpreted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Who issues it, its number, place and date; `None` for leaflets and posters, which carry no letterhead.
    pub head: Option<Head>,
    /// "Kính gửi": the bodies it is addressed to, without dashes and stops; empty for a paper that addresses nobody.
    pub addressee: Vec<String>,
    /// The kind, as "Báo cáo" (printed in capitals); `None` for a công văn.
    pub kind: Option<String>,
    /// Trích yếu: under the kind, or after "V/v" under the number of a công văn. May be empty.
    pub subject: String,
    /// The text between the title and the signatures.
    pub body: Vec<Block>,
    /// Signatures and recipients.
    pub foot: Foot,
    /// How the pages of all but the annexes lie.
    pub lie: Lie,
    /// Phụ lục, each on its own pages.
    pub annexes: Vec<Annex>,
    /// Further papers of the same print, each on pages of its own with its own letterhead; in DOCX, PDF and text.
    pub next: Vec<Self>,
}

impl Paper {
    /// Papers as one print; `None` if there are none.
    #[must_use]
    pub fn together(papers: Vec<Self>) -> Option<Self> {
        let mut papers = papers.into_iter();
        let first = papers.next()?;
        Some(Self { next: papers.collect(), ..first })
    }

    /// The paper and those that follow it in print.
    fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.next)
    }

    /// The body as printed: a paper with one signer ends with "./." (Phụ lục I, mục II.6 of the decree), once. The
    /// mark takes the place of a stop, and stands on a line of its own where the body ends with a table.
    #[must_use]
    pub fn ended_body(&self) -> Vec<Block> {
        let mut body = self.body.clone();
        if !matches!(self.foot, Foot::Sign(_)) || body.is_empty() {
            return body;
        }
        let ended = body.last_mut().is_some_and(Block::end);
        if !ended {
            body.push(Block::text(block::END));
        }
        body
    }
}

/// A phụ lục: a section with its own page numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// Its title, printed in capitals under "Phụ lục" ("Phụ lục I", "Phụ lục II" … when there are several).
    pub title: String,
    /// "(Kèm theo Báo cáo số …)": the line that ties it to its paper, as printed.
    pub reference: String,
    /// How its pages lie.
    pub lie: Lie,
    /// Its content.
    pub blocks: Vec<Block>,
}

impl Annex {
    /// "Phụ lục", or "Phụ lục II" for the second (`index` 1) of several (`count`).
    #[must_use]
    pub fn mark(index: usize, count: usize) -> String {
        let word = crate::text::paper::ANNEX.vi;
        if count < 2 { word.to_owned() } else { format!("{word} {}", block::roman(index + 1)) }
    }
}

/// How a page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lie {
    /// Standing A4.
    #[default]
    Portrait,
    /// Lying A4, for wide tables.
    Landscape,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(body: Vec<Block>) -> Paper {
        Paper { body, foot: Foot::Sign(Sign::default()), ..Paper::default() }
    }

    #[test]
    fn the_end_mark_takes_the_place_of_the_stop() {
        for text in ["Trân trọng báo cáo", "Trân trọng báo cáo.", "Trân trọng báo cáo. ", "Trân trọng báo cáo./."]
        {
            assert_eq!(signed(vec![Block::text(text)]).ended_body(), vec![Block::text("Trân trọng báo cáo./.")]);
        }
    }

    #[test]
    fn a_body_that_ends_with_a_table_gets_a_line_for_the_mark_and_a_list_gets_none() {
        let body = vec![Block::text("Số liệu:"), Block::Table(Table::default())];
        assert_eq!(signed(body.clone()).ended_body().last(), Some(&Block::text("./.")));
        let list = Paper { body: body.clone(), ..Paper::default() };
        assert_eq!(list.ended_body(), body);
    }

    #[test]
    fn only_several_annexes_are_counted() {
        assert_eq!(Annex::mark(0, 1), "Phụ lục");
        assert_eq!(Annex::mark(3, 4), "Phụ lục IV");
    }
}
