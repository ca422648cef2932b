//! The end of a paper in DOCX: recipients and signer, or signers side by side.
use super::super::block::Style;
use super::super::foot::closing_date;
use super::super::table::Align;
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
    if let Foot::Signers(signers) = foot
        && let Some(date) = closing_date(signers)
    {
        pieces.paragraph(line(date, 13, Style::Italic, Align::Right).keep_next(true));
    }
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
    let dated = closing_date(signers).is_none() && signers.iter().any(|signer| !signer.dated.is_empty());
    let noted = signers.iter().any(|signer| !signer.note.is_empty());
    let width = measure / u32::try_from(signers.len()).unwrap_or(1);
    let column = |signer: &Signer| {
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
    part::columns(signers.iter().map(column).collect())
}
