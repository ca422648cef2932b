//! Pages as the bytes of a PDF file.
use super::super::picture::Kind;
use super::super::{Paper, PaperError};
use super::face::{self, Fonts};
use super::page::{Page, Placed, Rule, Run};
use chrono::Datelike;
use krilla::geom::{PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, color::luma};

/// The thickness of a rule, in points.
const THIN: f32 = 0.5;

/// The file. Its bytes depend on the paper alone: it is dated by the paper's own day.
///
/// # Errors
/// [`PaperError::Pdf`] if a font cannot be embedded or the file cannot be packed.
pub(super) fn file(fonts: &Fonts, paper: &Paper, pages: &[Page]) -> Result<Vec<u8>, PaperError> {
    let embedded = face::files().map(|file| Font::new(file.into(), 0).expect("the fonts are part of the program"));
    let mut document = Document::new();
    document.set_metadata(about(paper));
    for page in pages {
        let (width, height) = page.size();
        let settings = PageSettings::from_wh(width, height).expect("a page has a size");
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: luma::Color::black().into(), width: THIN, ..Stroke::default() }));
        for rule in &page.rules {
            line(&mut surface, rule);
        }
        surface.set_stroke(None);
        for placed in &page.photos {
            photo(&mut surface, placed)?;
        }
        surface.set_fill(Some(Fill {
            paint: luma::Color::black().into(),
            opacity: NormalizedF32::ONE,
            ..Fill::default()
        }));
        for run in page.again.iter().chain(&page.runs) {
            words(&mut surface, fonts, &embedded, run);
        }
        surface.finish();
        sheet.finish();
    }
    document.finish().map_err(|error| PaperError::Pdf(error.to_string()))
}

/// Title, language and day of the paper.
fn about(paper: &Paper) -> Metadata {
    let parts = [paper.kind.as_deref().unwrap_or_default(), &paper.subject];
    let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
    let mut about = Metadata::new().language("vi-VN".to_owned());
    if !title.is_empty() {
        about = about.title(title.replace('\n', " "));
    }
    let Some(head) = &paper.head else { return about };
    if !head.agency.is_empty() {
        about = about.authors(vec![head.agency.clone()]);
    }
    if !head.print.is_empty() {
        about = about.description(crate::text::paper::PRINTED_AS.with([&head.print]).say(crate::text::Lang::Vi));
    }
    let parts = head.date.and_then(|date| Some((date, u16::try_from(date.year()).ok()?)));
    match parts {
        None => about,
        Some((date, year)) => {
            let (month, day) = (date.month() as u8, date.day() as u8);
            about.creation_date(DateTime::new(year).month(month).day(day))
        }
    }
}

fn photo(surface: &mut Surface<'_>, placed: &Placed) -> Result<(), PaperError> {
    let bytes = placed.photo.bytes.clone().into();
    let image = match placed.photo.kind {
        Kind::Jpeg => Image::from_jpeg(bytes, true),
        Kind::Png => Image::from_png(bytes, true),
    };
    let image = image.map_err(PaperError::Pdf)?;
    if let Some(size) = Size::from_wh(placed.size.0, placed.size.1) {
        surface.push_transform(&Transform::from_translate(placed.at.0, placed.at.1));
        surface.draw_image(image, size);
        surface.pop();
    }
    Ok(())
}

fn line(surface: &mut Surface<'_>, rule: &Rule) {
    let mut path = PathBuilder::new();
    path.move_to(rule.from.0, rule.from.1);
    path.line_to(rule.to.0, rule.to.1);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn words(surface: &mut Surface<'_>, fonts: &Fonts, embedded: &[Font; 4], run: &Run) {
    let glyph = |(at, letter): (usize, char)| {
        let wider = if letter == ' ' { run.gap / run.points } else { 0.0 };
        let id = GlyphId::new(u32::from(fonts.glyph(run.style, letter)));
        let advance = fonts.advance(run.style, letter) + wider;
        KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, at..at + letter.len_utf8(), None)
    };
    let glyphs: Vec<KrillaGlyph> = run.text.char_indices().map(glyph).collect();
    let font = embedded[face::place(run.style)].clone();
    surface.draw_glyphs(Point::from_xy(run.x, run.y), &glyphs, font, &run.text, run.points, false);
}
