//! The end of a paper in one band: recipients and signer, or signers side by side.
use super::super::block::Style;
use super::super::foot;
use super::super::table::Align;
use super::super::width::{self, Weight};
use super::super::{Foot, Sign, Signer, form};
use super::band::{Band, Bands, Stack, beside};
use super::face::Fonts;
use super::page::points;
use crate::text::paper as text;

/// Adds the foot in `measure` twips, held together with the line before it.
pub(super) fn add(fonts: &Fonts, bands: &mut Bands, foot: &Foot, measure: u32) {
    let band = match foot {
        Foot::Sign(sign) => official(fonts, sign, measure),
        Foot::Signers(signers) if signers.is_empty() => return,
        Foot::Signers(signers) => internal(fonts, signers, measure),
    };
    bands.keep_last();
    bands.all.push(Band { before: 11.0, ..band });
}

fn official(fonts: &Fonts, sign: &Sign, measure: u32) -> Band {
    let width = form::recipients(measure);
    let mut left = Stack::new(fonts, 0.0, points(width));
    if !sign.recipients.is_empty() {
        left.line(text::RECIPIENTS.vi, 12.0, Style::BoldItalic, Align::Left);
    }
    for body in sign.recipient_lines() {
        left.line(&body, 11.0, Style::Plain, Align::Left);
    }
    let mut right = Stack::new(fonts, points(width), points(measure - width));
    for part in &sign.office {
        right.line(&part.to_uppercase(), 14.0, Style::Bold, Align::Centre);
    }
    right.space(points(form::ROOM));
    right.line(&sign.name, 14.0, Style::Bold, Align::Centre);
    beside([left.band, right.band])
}

fn internal(fonts: &Fonts, signers: &[Signer], measure: u32) -> Band {
    let dated = signers.iter().any(|signer| !signer.dated.is_empty());
    let noted = signers.iter().any(|signer| !signer.note.is_empty());
    let mut left = 0;
    let column = |(width, signer): (u32, Option<&Signer>)| {
        let mut column = Stack::new(fonts, points(left), points(width));
        left += width;
        let Some(signer) = signer else { return column.band };
        // A line that one signer has is left blank for the others, so that the names stand level.
        if dated {
            column.line(&signer.dated, 13.0, Style::Italic, Align::Centre);
        }
        column.line(&signer.title.to_uppercase(), 13.0, Style::Bold, Align::Centre);
        if noted {
            column.line(&signer.note, 12.0, Style::Italic, Align::Centre);
        }
        column.space(points(form::ROOM));
        column.line(&signer.name, 13.0, Style::Bold, Align::Centre);
        column.band
    };
    let wide = |day: &str| width::of(day, 13, Weight::Plain) + form::AROUND_DAY;
    let columns: Vec<Band> = foot::columns(signers, measure, wide).into_iter().map(column).collect();
    beside(columns)
}
