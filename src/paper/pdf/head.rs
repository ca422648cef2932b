//! The top of a paper in bands: letterhead, title, addressees, and the title of an annex.
use super::super::block::{Span, Style};
use super::super::foot::dashed;
use super::super::table::Align;
use super::super::width::{self, Weight};
use super::super::{Annex, Head, Paper, form};
use super::band::{Band, Bands, Stack, beside};
use super::face::Fonts;
use super::line::Setting;
use super::page::points;
use crate::text::paper as text;

/// Adds letterhead, title and addressees in `measure` twips.
pub(super) fn add(fonts: &Fonts, bands: &mut Bands, paper: &Paper, measure: u32) {
    if let Some(head) = &paper.head {
        letterhead(fonts, bands, head, paper, measure);
    }
    if let Some(kind) = &paper.kind {
        let mut title = Stack::new(fonts, 0.0, points(measure));
        title.line(&kind.to_uppercase(), 14.0, Style::Bold, Align::Centre);
        if !paper.subject.is_empty() {
            title.even(&paper.subject, 14.0, Style::Bold, even(&paper.subject, 14, Weight::Bold, measure));
            title.rule(points(form::two_fifths(&paper.subject, 14, measure)));
        }
        bands.all.push(Band { before: 16.0, keep: true, ..title.band });
    }
    addressees(fonts, bands, &paper.addressee, measure);
}

/// Adds "Phụ lục", its title and what it belongs to.
pub(super) fn add_annex(fonts: &Fonts, bands: &mut Bands, annex: &Annex, mark: &str, measure: u32) {
    let mut title = Stack::new(fonts, 0.0, points(measure));
    title.line(mark, 14.0, Style::Bold, Align::Centre);
    let words = annex.title.to_uppercase();
    title.even(&words, 14.0, Style::Bold, even(&words, 14, Weight::Bold, measure));
    if !annex.reference.is_empty() {
        title.line(&annex.reference, 14.0, Style::Italic, Align::Centre);
    }
    bands.all.push(Band { keep: true, ..title.band });
}

fn letterhead(fonts: &Fonts, bands: &mut Bands, head: &Head, paper: &Paper, measure: u32) {
    let left = form::issuer(measure);
    let column = |from: u32, width: u32| Stack::new(fonts, points(from), points(width));
    let agency = head.agency.to_uppercase();
    let mut issuer = column(0, left);
    if !head.parent.is_empty() {
        let parent = head.parent.to_uppercase();
        issuer.even(&parent, 12.0, Style::Plain, even(&parent, 12, Weight::Plain, left - 200));
    }
    issuer.even(&agency, 12.0, Style::Bold, even(&agency, 12, Weight::Bold, left - 200));
    issuer.rule(points(form::two_fifths(&agency, 12, left - 200)));
    let mut state = column(left, measure - left);
    state.line(text::NATION.vi, 12.0, Style::Bold, Align::Centre);
    state.line(text::MOTTO.vi, 13.0, Style::Bold, Align::Centre);
    state.rule(points(width::of(text::MOTTO.vi, 13, Weight::Bold)));
    bands.all.push(Band { keep: true, ..beside([issuer.band, state.band]) });
    if head.symbol.is_empty() && head.place.is_empty() {
        return;
    }
    let mut number = column(0, left);
    number.line(&head.number_line(), 13.0, Style::Plain, Align::Centre);
    if paper.kind.is_none() && !paper.subject.is_empty() {
        let about = text::ABOUT.with([&paper.subject]).say(crate::text::Lang::Vi);
        number.space(6.0);
        number.even(&about, 12.0, Style::Plain, even(&about, 12, Weight::Plain, left - 200));
    }
    let mut date = column(left, measure - left);
    date.line(&head.date_line(), 13.0, Style::Italic, Align::Centre);
    bands.all.push(Band { before: 5.0, keep: true, ..beside([number.band, date.band]) });
}

/// "Kính gửi": one addressee on the same line, several under each other with their dashes under the colon.
fn addressees(fonts: &Fonts, bands: &mut Bands, addressees: &[String], measure: u32) {
    let plain = Setting::new(14.0, Align::Left, points(measure));
    match addressees {
        [] => {}
        [one] => {
            let call = Span::plain(format!("{} {one}", text::TO.vi));
            let setting = Setting::new(14.0, Align::Centre, points(measure));
            bands.text(fonts, &[call], &setting, 14.0, true);
        }
        several => {
            let call = Setting { first: 72.0, rest: 72.0, ..plain };
            bands.text(fonts, &[Span::plain(text::TO.vi)], &call, 14.0, true);
            let colon = 77.0 + points(width::of(text::TO.vi, 14, Weight::Plain));
            let dash = points(width::of("- ", 14, Weight::Plain));
            let item = Setting { first: colon - dash, rest: colon, ..plain };
            for body in dashed(several) {
                bands.text(fonts, &[Span::plain(body)], &item, 2.0, true);
            }
        }
    }
}

/// The measure, in points, that makes the lines of a centred title about equally long.
fn even(title: &str, size: u32, weight: Weight, measure: u32) -> f32 {
    points(width::balanced(title, size, weight, measure))
}
