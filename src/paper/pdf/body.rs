//! The body of a paper in bands.
use super::super::block::{Block, Level, Span, Style, is_closing, is_filled_in};
use super::super::form;
use super::super::table::Align;
use super::band::Bands;
use super::face::Fonts;
use super::line::{self, Set, Setting};
use super::page::points;
use super::table;

/// Empty space above a paragraph and above a table, in points.
const ABOVE: f32 = 6.0;

/// Adds the blocks in order, in `measure` twips on pages `depth` points high.
pub(super) fn add(fonts: &Fonts, bands: &mut Bands, blocks: &[Block], measure: u32, depth: f32) {
    let mut fresh = false;
    for (n, block) in blocks.iter().enumerate() {
        if is_closing(blocks, n) {
            bands.keep_last();
        }
        let before = bands.all.len();
        let mut text = |spans: &[Span], setting: Setting, keep| bands.text(fonts, spans, &setting, ABOVE, keep);
        match block {
            Block::Heading(level, words) => text(&[heading(*level, words)], indented(&[], measure), true),
            Block::Paragraph(spans) => {
                let setting = indented(spans, measure);
                text(&line::dotted(fonts, spans, &setting), setting, false);
            }
            Block::Bullet(spans) => {
                let dash = std::iter::once(Span::plain("- "));
                text(&dash.chain(spans.iter().cloned()).collect::<Vec<_>>(), indented(spans, measure), false);
            }
            Block::Centred(spans) => text(spans, Setting::new(14.0, Align::Centre, points(measure)), true),
            Block::Poster(words, size) => {
                bands.air(ABOVE);
                let setting = Setting::new(*size as f32, Align::Centre, points(measure));
                bands.text(fonts, &[Span::bold(words)], &setting, ABOVE, false);
            }
            Block::Table(rows) if rows.columns.is_empty() => {}
            Block::Table(rows) => {
                bands.air(ABOVE);
                table::add(fonts, bands, rows, measure, depth);
            }
            Block::Picture(photo) => bands.picture(photo, points(measure)),
            Block::PageBreak => {}
        }
        if fresh && let Some(first) = bands.all.get_mut(before) {
            first.fresh = true;
        }
        fresh = matches!(block, Block::PageBreak) || fresh && bands.all.len() == before;
    }
}

fn heading(level: Level, words: &str) -> Span {
    match level {
        Level::Part => Span::bold(words.to_uppercase()),
        Level::Item => Span::bold(words),
        Level::Point => Span { text: words.to_owned(), style: Style::Plain },
    }
}

fn indented(spans: &[Span], measure: u32) -> Setting {
    let left = Setting::new(14.0, Align::Left, points(measure));
    Setting {
        set: if is_filled_in(spans) { left.set } else { Set::Both },
        first: points(form::INDENT),
        leading: form::LEADING as f32 / 240.0,
        ..left
    }
}
