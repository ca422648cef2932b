//! The end of a paper in DOCX: recipients and signer, or signers side by side.
use super::super::block::Style;
use super::super::foot;
use super::super::table::Align;
use super::super::width::{self, Weight};
use super::super::{Foot, Sign, Signer, form};
use super::part::{self, Pieces, centred, line};
use crate::text::paper as text;
use docx_rs as word;

/// Adds the foot in `measure` twips, held together with the line before it.
pub(super) fn add(pieces: &mut Pieces, foot: &Foot, measure: u32) {
    let table = match foot {
        Foot::Sign(sign) => official(sign, measure),
        Foot::Signers(signers) if signers.is_empty() => return,
        Foot::Signers(signers) => internal(signers, measure),
    };
    pieces.keep_last();
    pieces.paragraph(part::tiny().keep_next(true).line_spacing(part::spaced(10, 0)));
    pieces.table(table);
}

fn official(sign: &Sign, measure: u32) -> word::Table {
    let mut left = Vec::new();
    if !sign.recipients.is_empty() {
        left.push(line(text::RECIPIENTS.vi, 12, Style::BoldItalic, Align::Left));
    }
    left.extend(sign.recipient_lines().iter().map(|body| line(body, 11, Style::Plain, Align::Left)));
    let office = sign.office.iter().map(|part| centred(&part.to_uppercase(), 14, Style::Bold));
    let mut right: Vec<_> = office.collect();
    right.push(centred(&sign.name, 14, Style::Bold).line_spacing(part::spaced(form::ROOM / 20, 0)));
    let width = form::recipients(measure);
    part::columns(vec![(width, left), (measure - width, right)])
}

fn internal(signers: &[Signer], measure: u32) -> word::Table {
    let dated = signers.iter().any(|signer| !signer.dated.is_empty());
    let noted = signers.iter().any(|signer| !signer.note.is_empty());
    let column = |(width, signer): (u32, Option<&Signer>)| {
        let Some(signer) = signer else { return (width, vec![centred("", 13, Style::Plain)]) };
        // A line that one signer has is left blank for the others, so that the names stand level.
        let mut lines = Vec::new();
        if dated {
            lines.push(centred(&signer.dated, 13, Style::Italic));
        }
        lines.push(centred(&signer.title.to_uppercase(), 13, Style::Bold));
        if noted {
            lines.push(centred(&signer.note, 12, Style::Italic));
        }
        lines.push(centred(&signer.name, 13, Style::Bold).line_spacing(part::spaced(form::ROOM / 20, 0)));
        (width, lines)
    };
    let wide = |day: &str| width::of(day, 13, Weight::Plain) + form::AROUND_DAY;
    part::columns(foot::columns(signers, measure, wide).into_iter().map(column).collect())
}
