//! The body of a paper in DOCX.
use super::super::block::{Block, Level, Span, Style, before_dots, is_closing, is_filled_in};
use super::super::{Picture, form};
use super::part::{self, Pieces, run};
use super::table;
use docx_rs as word;

/// Adds the blocks in order; tables fill `measure` twips.
pub(super) fn add(pieces: &mut Pieces, blocks: &[Block], measure: u32) {
    let mut fresh = false;
    for (n, block) in blocks.iter().enumerate() {
        let before = pieces.0.len();
        match block {
            Block::Heading(level, text) => pieces.paragraph(heading(*level, text)),
            Block::Paragraph(spans) => pieces.paragraph(paragraph(spans, measure)),
            Block::Bullet(spans) => {
                pieces.paragraph(part::runs(indented(spans).add_run(run("- ", 14, Style::Plain)), spans));
            }
            Block::Centred(spans) => pieces.paragraph(centred(spans)),
            Block::Poster(text, points) => pieces.paragraph(poster(text, *points)),
            // A table without columns would be a row without cells, which the format forbids.
            Block::Table(rows) if rows.columns.is_empty() => {}
            Block::Table(rows) => {
                // Tables that touch would become one, and a table needs air under the text before it.
                pieces.paragraph(part::tiny().line_spacing(part::air()).keep_next(true));
                pieces.table(table::table(rows, measure));
                pieces.paragraph(part::tiny().keep_next(is_closing(blocks, n + 1)));
            }
            Block::Picture(photo) => pieces.paragraph(picture(photo, measure)),
            Block::PageBreak => {}
        }
        if fresh && let Some(part::Piece::Paragraph(first)) = pieces.0.get_mut(before) {
            first.property = std::mem::take(&mut first.property).page_break_before(true);
        }
        fresh = matches!(block, Block::PageBreak);
    }
}

/// A paragraph; dots at its end are a stop at the right edge that dots lead to.
fn paragraph(spans: &[Span], measure: u32) -> word::Paragraph {
    let dotted = spans.split_last().and_then(|(last, before)| Some((before, before_dots(&last.text)?, last.style)));
    let Some((before, words, style)) = dotted else { return part::runs(indented(spans), spans) };
    let stop = word::Tab::new().val(word::TabValueType::Right).leader(word::TabLeaderType::Dot).pos(measure as usize);
    part::runs(indented(spans), before).add_run(run(words, 14, style).add_tab()).add_tab(stop)
}

fn heading(level: Level, text: &str) -> word::Paragraph {
    let (text, style, depth) = match level {
        Level::Part => (text.to_uppercase(), Style::Bold, 0),
        Level::Item => (text.to_owned(), Style::Bold, 1),
        Level::Point => (text.to_owned(), Style::Plain, 2),
    };
    indented(&[]).keep_next(true).outline_lvl(depth).add_run(run(&text, 14, style))
}

fn indented(spans: &[Span]) -> word::Paragraph {
    let align = if is_filled_in(spans) { word::AlignmentType::Left } else { word::AlignmentType::Both };
    word::Paragraph::new()
        .align(align)
        .indent(None, Some(word::SpecialIndentType::FirstLine(form::INDENT.cast_signed())), None, None)
        .line_spacing(part::spaced(6, 0).line(form::LEADING.cast_signed()).line_rule(word::LineSpacingType::Auto))
        .widow_control(true)
}

fn centred(spans: &[Span]) -> word::Paragraph {
    part::runs(word::Paragraph::new().align(word::AlignmentType::Center), spans)
        .line_spacing(part::spaced(6, 0))
        .keep_next(true)
}

fn picture(photo: &Picture, measure: u32) -> word::Paragraph {
    let (width, height) = photo.printed(measure as f32 / 20.0);
    let emu = |points: f32| (points * 12_700.0) as u32;
    let drawn = word::Pic::new_with_dimensions(photo.bytes.clone(), photo.width, photo.height);
    word::Paragraph::new()
        .align(word::AlignmentType::Center)
        .line_spacing(part::spaced(12, 0))
        .keep_next(true)
        .add_run(word::Run::new().add_image(drawn.size(emu(width), emu(height))))
}

fn poster(text: &str, points: u32) -> word::Paragraph {
    word::Paragraph::new().align(word::AlignmentType::Center).line_spacing(part::spaced(12, 0)).add_run(run(
        text,
        points,
        Style::Bold,
    ))
}
