//! A paper as PDF: laid out on A4 pages by the measures of the decree, with its font inside.
mod band;
mod body;
mod draw;
mod face;
mod flow;
mod foot;
mod head;
mod line;
mod page;
mod table;

use super::{Annex, Paper, PaperError, form};
use band::Bands;
use face::Fonts;

pub use page::{Page, Rule, Run};

/// A paper as the bytes of a PDF file; the same paper gives the same bytes.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be packed.
pub fn render(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    let fonts = Fonts::new();
    draw::file(&fonts, paper, &pages(&fonts, paper))
}

/// The pages of a paper as they are printed, its annexes after it and the papers that follow, each on its own pages.
#[must_use]
pub fn layout(paper: &Paper) -> Vec<Page> {
    pages(&Fonts::new(), paper)
}

fn pages(fonts: &Fonts, paper: &Paper) -> Vec<Page> {
    paper.each().flat_map(|paper| pages_of_one(fonts, paper)).collect()
}

fn pages_of_one(fonts: &Fonts, paper: &Paper) -> Vec<Page> {
    let measure = form::measure(paper.lie);
    let mut bands = Bands::default();
    head::add(fonts, &mut bands, paper, measure);
    body::add(fonts, &mut bands, &paper.ended_body(), measure, page::depth(paper.lie));
    foot::add(fonts, &mut bands, &paper.foot, measure);
    let mut pages = flow::pages(fonts, &bands, paper.lie);
    for (n, annex) in paper.annexes.iter().enumerate() {
        let measure = form::measure(annex.lie);
        let mut bands = Bands::default();
        head::add_annex(fonts, &mut bands, annex, &Annex::mark(n, paper.annexes.len()), measure);
        body::add(fonts, &mut bands, &annex.blocks, measure, page::depth(annex.lie));
        pages.extend(flow::pages(fonts, &bands, annex.lie));
    }
    pages
}

#[cfg(test)]
mod tests;
