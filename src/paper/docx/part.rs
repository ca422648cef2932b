//! The small parts of a DOCX: runs, paragraphs, rules, borderless columns.
use super::super::block::{Span, Style};
use super::super::table::Align;
use docx_rs as word;

/// docx-rs cannot mark a row as repeated on every page; header rows carry this height instead, which is replaced by
/// the mark before packing.
pub(super) const HEADER_MARK: &str = "<w:trHeight w:val=\"1\" w:hRule=\"atLeast\" />";

/// What a document is built of.
pub(super) enum Piece {
    Paragraph(Box<word::Paragraph>),
    Table(Box<word::Table>),
}

/// The pieces of a document in order.
#[derive(Default)]
pub(super) struct Pieces(pub Vec<Piece>);

impl Pieces {
    pub fn paragraph(&mut self, paragraph: word::Paragraph) {
        self.0.push(Piece::Paragraph(Box::new(paragraph)));
    }

    pub fn table(&mut self, table: word::Table) {
        self.0.push(Piece::Table(Box::new(table)));
    }

    pub fn ends_with_table(&self) -> bool {
        matches!(self.0.last(), Some(Piece::Table(_)))
    }

    /// Keeps the last paragraph on the page of what comes next, so that no signature stands alone on a page.
    pub fn keep_last(&mut self) {
        if let Some(Piece::Paragraph(paragraph)) = self.0.last_mut() {
            paragraph.property = std::mem::take(&mut paragraph.property).keep_next(true);
        }
    }
}

/// Words in one style and size (points). Line breaks are kept, other control characters, which XML forbids, are not.
pub(super) fn run(text: &str, points: u32, style: Style) -> word::Run {
    let mut run = word::Run::new().size(points as usize * 2);
    if matches!(style, Style::Bold | Style::BoldItalic) {
        run = run.bold();
    }
    if matches!(style, Style::Italic | Style::BoldItalic) {
        run = run.italic();
    }
    for (n, line) in text.lines().enumerate() {
        if n > 0 {
            run = run.add_break(word::BreakType::TextWrapping);
        }
        run = run.add_text(clean(line));
    }
    run
}

/// A line of one style.
pub(super) fn line(text: &str, points: u32, style: Style, align: Align) -> word::Paragraph {
    word::Paragraph::new().align(aligned(align)).add_run(run(text, points, style))
}

/// A centred line of one style, without space around it.
pub(super) fn centred(text: &str, points: u32, style: Style) -> word::Paragraph {
    line(text, points, style, Align::Centre)
}

/// The runs of a paragraph at the body's size.
pub(super) fn runs(paragraph: word::Paragraph, spans: &[Span]) -> word::Paragraph {
    spans.iter().fold(paragraph, |paragraph, span| paragraph.add_run(run(&span.text, 14, span.style)))
}

/// An almost invisible paragraph: where the format asks for one and the page has no use for it.
pub(super) fn tiny() -> word::Paragraph {
    word::Paragraph::new().size(2).line_spacing(exactly(20))
}

/// A thin rule of a length in the middle of a column of a width, all in twips.
pub(super) fn rule(length: u32, width: u32) -> word::Paragraph {
    let side = (width.saturating_sub(length) / 2).cast_signed();
    let mut rule = word::Paragraph::new().size(2).line_spacing(exactly(60));
    rule = rule.indent(Some(side), None, Some(side), None);
    let border = word::ParagraphBorder::new(word::ParagraphBorderPosition::Bottom).size(6);
    // Only the lower border: a frame with the others unset would draw them.
    rule.property.borders = Some(word::ParagraphBorders::with_empty().set(border));
    rule
}

/// Columns without borders, side by side: letterhead, signatures. Each has a width in twips and its paragraphs.
pub(super) fn columns(columns: Vec<(u32, Vec<word::Paragraph>)>) -> word::Table {
    let widths: Vec<u32> = columns.iter().map(|(width, _)| *width).collect();
    let cell = |(width, paragraphs): (u32, Vec<word::Paragraph>)| {
        let cell = word::TableCell::new().width(width as usize, word::WidthType::Dxa);
        paragraphs.into_iter().fold(cell, word::TableCell::add_paragraph)
    };
    let row = word::TableRow::new(columns.into_iter().map(cell).collect()).cant_split();
    fixed(word::Table::without_borders(vec![row]), &widths, 0)
}

/// A table whose widths hold: the width is said for the table, the grid and (by the caller) each cell, and the layout
/// is fixed; word processors disagree on which of them counts.
pub(super) fn fixed(table: word::Table, widths: &[u32], side: u32) -> word::Table {
    let total: u32 = widths.iter().sum();
    table
        .layout(word::TableLayoutType::Fixed)
        .width(total as usize, word::WidthType::Dxa)
        .set_grid(widths.iter().map(|width| *width as usize).collect())
        .margins(word::TableCellMargins::new().margin(0, side as usize, 0, side as usize))
}

/// Six points of empty space.
pub(super) fn air() -> word::LineSpacing {
    exactly(120)
}

/// The space around a paragraph, in points.
pub(super) fn spaced(before: u32, after: u32) -> word::LineSpacing {
    word::LineSpacing::new().before(before * 20).after(after * 20)
}

pub(super) const fn aligned(align: Align) -> word::AlignmentType {
    match align {
        Align::Left => word::AlignmentType::Left,
        Align::Centre => word::AlignmentType::Center,
        Align::Right => word::AlignmentType::Right,
    }
}

fn exactly(twips: i32) -> word::LineSpacing {
    word::LineSpacing::new().before(0).after(0).line(twips).line_rule(word::LineSpacingType::Exact)
}

fn clean(line: &str) -> String {
    let kept = |c: char| if c == '\t' { ' ' } else { c };
    line.chars().filter(|c| *c == '\t' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))).map(kept).collect()
}
