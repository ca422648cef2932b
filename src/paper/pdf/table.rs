//! A table in bands: a row a band, cells with borders, words wrapped.
use super::super::block::{Span, Style};
use super::super::form;
use super::super::table::{Printed, Row, Table};
use super::band::{Band, Bands};
use super::face::Fonts;
use super::line::{self, Setting};
use super::page::{Rule, Run, points};

/// Empty space above and below the words of a cell, the border's half included, in points.
const AIR: f32 = 2.25;

/// Adds a table as wide as `measure` twips, on pages `depth` points high. Only a row higher than a page is split.
pub(super) fn add(fonts: &Fonts, bands: &mut Bands, table: &Table, measure: u32, depth: f32) {
    let widths: Vec<f32> = table.widths(measure, form::SIDE).into_iter().map(points).collect();
    let cells = |cells: Vec<Printed<'_>>| row(fonts, &cells, &widths, table.points() as f32);
    let heads = Cells { least: 0.0, ..cells(table.columns.iter().map(Printed::head).collect()) };
    // A head that leaves no room for rows is printed once.
    let repeated = heads.height() <= depth / 2.0;
    let room = if repeated { depth - heads.height() } else { depth };
    let mut head = heads.bands(depth);
    if let Some(last) = head.last_mut() {
        last.keep = true;
    }
    let at = repeated.then_some(bands.heads.len());
    bands.heads.extend(head.first().filter(|_| repeated).cloned());
    bands.all.extend(head);
    let least = if table.is_signed() { points(form::SIGNING) } else { 0.0 };
    for (n, one) in table.rows.iter().enumerate() {
        let mut parts = Cells { least, ..cells(table.printed(one)) }.bands(room);
        // A group stands with its first member, and a total not alone on a page.
        if let Some(last) = parts.last_mut() {
            last.keep = matches!(one, Row::Group(_)) || n + 2 == table.rows.len();
        }
        bands.all.extend(parts.into_iter().map(|band| Band { head: at, ..band }));
    }
}

/// A row with its words in lines.
struct Cells {
    /// Where each cell begins and how wide it is, and its lines.
    cells: Vec<(f32, f32, Vec<Vec<Run>>)>,
    /// The height of a line.
    line: f32,
    least: f32,
}

fn row(fonts: &Fonts, printed: &[Printed<'_>], widths: &[f32], size: f32) -> Cells {
    let side = points(form::SIDE);
    let (mut at, mut left) = (0, 0.0);
    let mut cells = Vec::new();
    let mut height = 0.0;
    for cell in printed {
        let width: f32 = widths.iter().skip(at).take(cell.span).sum();
        let setting = Setting::new(size, cell.align, (width - 2.0 * side).max(1.0));
        let style = if cell.bold { Style::Bold } else { Style::Plain };
        let lines = line::set(fonts, &[Span { text: cell.text.to_owned(), style }], &setting);
        height = setting.height();
        cells.push((left, width, lines));
        at += cell.span;
        left += width;
    }
    Cells { cells, line: height, least: 0.0 }
}

impl Cells {
    fn lines(&self) -> usize {
        self.cells.iter().map(|(.., lines)| lines.len()).max().unwrap_or(0).max(1)
    }

    fn height(&self) -> f32 {
        (self.lines() as f32 * self.line + 2.0 * AIR).max(self.least)
    }

    /// The row as one band, or as several where it is higher than `room`.
    fn bands(self, room: f32) -> Vec<Band> {
        if self.height() <= room {
            return vec![self.band(0, usize::MAX, self.height())];
        }
        // The room is that of a page less a head of at most half of it; lines are a few points high.
        let fit = (((room - 2.0 * AIR) / self.line) as usize).max(1);
        let count = self.lines();
        let part = |from: usize| self.band(from, fit, fit.min(count - from) as f32 * self.line + 2.0 * AIR);
        (0..count).step_by(fit).map(part).collect()
    }

    /// The lines from one on, at most `count`, in the middle of a band of a height.
    fn band(&self, from: usize, count: usize, height: f32) -> Band {
        let side = points(form::SIDE);
        let mut band = Band { height, ..Band::default() };
        let mut across = 0.0;
        for (left, width, lines) in &self.cells {
            let shown: Vec<&Vec<Run>> = lines.iter().skip(from).take(count).collect();
            // What goes on from the page before goes on at the top.
            let free = if from > 0 { 2.0 * AIR } else { height - shown.len() as f32 * self.line };
            let mut top = free / 2.0;
            for runs in shown {
                band.runs.extend(runs.iter().map(|run| Run { x: run.x + left + side, y: run.y + top, ..run.clone() }));
                top += self.line;
            }
            band.rules.push(Rule { from: (*left, 0.0), to: (*left, height) });
            across = left + width;
        }
        band.rules.push(Rule { from: (across, 0.0), to: (across, height) });
        band.rules.extend([0.0, height].map(|y| Rule { from: (0.0, y), to: (across, y) }));
        band
    }
}
