//! The top of a paper in DOCX: letterhead, title, addressees, and the title of an annex.
use super::super::block::Style;
use super::super::foot::dashed;
use super::super::table::Align;
use super::super::width::{self, Weight};
use super::super::{Annex, Head, Paper, form};
use super::part::{self, Pieces, centred, line, rule, run};
use crate::text::paper as text;
use docx_rs as word;

/// Adds letterhead, title and addressees in `measure` twips.
pub(super) fn add(pieces: &mut Pieces, paper: &Paper, measure: u32) {
    if let Some(head) = &paper.head {
        letterhead(pieces, head, paper, measure);
    }
    if let Some(kind) = &paper.kind {
        pieces.paragraph(centred(&kind.to_uppercase(), 14, Style::Bold).line_spacing(part::spaced(16, 0)));
        subject(pieces, &paper.subject, measure);
    }
    addressees(pieces, &paper.addressee);
}

/// Adds "Phụ lục", its title and what it belongs to.
pub(super) fn add_annex(pieces: &mut Pieces, annex: &Annex, mark: &str, measure: u32) {
    pieces.paragraph(centred(mark, 14, Style::Bold));
    pieces.paragraph(even(&annex.title.to_uppercase(), 14, Weight::Bold, measure));
    if !annex.reference.is_empty() {
        pieces.paragraph(centred(&annex.reference, 14, Style::Italic).line_spacing(part::spaced(0, 6)));
    }
}

fn letterhead(pieces: &mut Pieces, head: &Head, paper: &Paper, measure: u32) {
    let left = form::issuer(measure);
    let right = measure - left;
    let mut issuer = Vec::new();
    if !head.parent.is_empty() {
        issuer.push(even(&head.parent.to_uppercase(), 12, Weight::Plain, left - 200));
    }
    let agency = head.agency.to_uppercase();
    issuer.push(even(&agency, 12, Weight::Bold, left - 200));
    issuer.push(rule(form::two_fifths(&agency, 12, left - 200), left));
    let state = vec![
        centred(text::NATION.vi, 12, Style::Bold),
        centred(text::MOTTO.vi, 13, Style::Bold),
        rule(width::of(text::MOTTO.vi, 13, Weight::Bold), right),
    ];
    pieces.table(part::columns(vec![(left, issuer), (right, state)]));
    // Two tables that touch would become one.
    pieces.paragraph(part::tiny());
    let mut number = vec![centred(&head.number_line(), 13, Style::Plain).line_spacing(part::spaced(4, 0))];
    if paper.kind.is_none() && !paper.subject.is_empty() {
        let about = text::ABOUT.with([&paper.subject]).say(crate::text::Lang::Vi);
        number.push(even(&about, 12, Weight::Plain, left - 200).line_spacing(part::spaced(6, 0)));
    }
    let date = vec![centred(&head.date_line(), 13, Style::Italic).line_spacing(part::spaced(4, 0))];
    if !(head.symbol.is_empty() && head.place.is_empty()) {
        pieces.table(part::columns(vec![(left, number), (right, date)]));
    }
}

fn subject(pieces: &mut Pieces, subject: &str, measure: u32) {
    if subject.is_empty() {
        return;
    }
    pieces.paragraph(even(subject, 14, Weight::Bold, measure));
    pieces.paragraph(rule(form::two_fifths(subject, 14, measure), measure));
}

/// "Kính gửi": one addressee on the same line, several under each other with their dashes under the colon.
fn addressees(pieces: &mut Pieces, addressees: &[String]) {
    let space = |paragraph: word::Paragraph| paragraph.line_spacing(part::spaced(14, 6));
    match addressees {
        [] => {}
        [one] => pieces.paragraph(space(centred(&format!("{} {one}", text::TO.vi), 14, Style::Plain))),
        several => {
            let colon = 1440 + width::of(text::TO.vi, 14, Weight::Plain).cast_signed();
            let call = line(text::TO.vi, 14, Style::Plain, Align::Left).indent(Some(1440), None, None, None);
            pieces.paragraph(call.line_spacing(part::spaced(14, 0)));
            let last = several.len() - 1;
            for (n, body) in dashed(several).iter().enumerate() {
                let hang = word::SpecialIndentType::Hanging(width::of("- ", 14, Weight::Plain).cast_signed());
                let item = word::Paragraph::new().add_run(run(body, 14, Style::Plain));
                let item = item.indent(Some(colon + 100), Some(hang), None, None);
                pieces.paragraph(item.line_spacing(part::spaced(2, if n == last { 6 } else { 0 })));
            }
        }
    }
}

/// A centred title whose lines are about equally long. The indents make them so: a title cut by line breaks would be
/// tiresome to edit.
fn even(title: &str, points: u32, weight: Weight, measure: u32) -> word::Paragraph {
    let side = ((measure - width::balanced(title, points, weight, measure)) / 2).cast_signed();
    let style = if weight == Weight::Bold { Style::Bold } else { Style::Plain };
    centred(title, points, style).indent(Some(side), None, Some(side), None)
}
