//! Bands put on pages one under the other.
use super::super::{Lie, form};
use super::band::{Band, Bands};
use super::page::{Page, Placed, Rule, Run, depth, points};
use super::{face::Fonts, line};
use crate::paper::table::Align;

/// The pages of a section; they count from 1, and the first shows no number (Phụ lục I, mục I.4 of the decree).
pub(super) fn pages(fonts: &Fonts, bands: &Bands, lie: Lie) -> Vec<Page> {
    let mut flow = Flow { pages: vec![Page::new(lie)], lie, used: 0.0, heads: &bands.heads };
    let mut rest = bands.all.as_slice();
    while !rest.is_empty() {
        let (together, later) = rest.split_at(chain(rest));
        flow.add(together);
        rest = later;
    }
    let mut pages = flow.pages;
    for (n, page) in pages.iter_mut().enumerate().skip(1) {
        page.again.extend(number(fonts, n + 1, lie));
    }
    pages
}

/// How many bands from the first on must stand on one page.
fn chain(bands: &[Band]) -> usize {
    let glued = |pair: &&[Band]| matches!(pair, [one, next] if one.keep && !next.fresh);
    1 + bands.windows(2).take_while(glued).count()
}

struct Flow<'a> {
    pages: Vec<Page>,
    lie: Lie,
    /// How much of the last page is taken, in points from the upper margin.
    used: f32,
    heads: &'a [Band],
}

impl Flow<'_> {
    /// Puts bands on the page, or on the next if they do not fit; those that fill more than a page are parted.
    fn add(&mut self, together: &[Band]) {
        let Some(first) = together.first() else { return };
        let whole: f32 = together.iter().map(|band| band.before + band.height).sum();
        if self.used > 0.0 && (first.fresh || self.used + whole > depth(self.lie)) {
            self.turn();
        }
        for band in together {
            if self.used > 0.0 && self.used + band.before + band.height > depth(self.lie) {
                self.turn();
            }
            self.put(band);
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page::new(self.lie));
        self.used = 0.0;
    }

    fn put(&mut self, band: &Band) {
        if self.used > 0.0 {
            self.used += band.before;
        } else if let Some(head) = band.head.and_then(|head| self.heads.get(head)) {
            let top = self.used;
            self.draw(head, top, |page| &mut page.again);
            self.used += head.height;
        }
        let top = self.used;
        self.draw(band, top, |page| &mut page.runs);
        self.used += band.height;
    }

    fn draw(&mut self, band: &Band, top: f32, runs: impl Fn(&mut Page) -> &mut Vec<Run>) {
        let (left, top) = (points(form::LEFT), top + points(form::UPPER));
        let Some(page) = self.pages.last_mut() else { return };
        runs(page).extend(band.runs.iter().map(|run| Run { x: run.x + left, y: run.y + top, ..run.clone() }));
        let moved = |(x, y): (f32, f32)| (x + left, y + top);
        page.rules.extend(band.rules.iter().map(|rule| Rule { from: moved(rule.from), to: moved(rule.to) }));
        page.photos.extend(band.photos.iter().map(|it| Placed { at: moved(it.at), ..it.clone() }));
    }
}

/// The number of a page, in the middle of the upper margin.
fn number(fonts: &Fonts, n: usize, lie: Lie) -> Vec<Run> {
    let setting = line::Setting::new(14.0, Align::Centre, points(form::measure(lie)));
    let lines = line::set(fonts, &[super::super::Span::plain(n.to_string())], &setting);
    let (left, top) = (points(form::LEFT), points(form::NUMBER));
    lines.into_iter().flatten().map(|run| Run { x: run.x + left, y: run.y + top, ..run }).collect()
}
