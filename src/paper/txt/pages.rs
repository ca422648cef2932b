//! The printed pages of a paper in characters: what stands on which page is the printer's own layout, and each line,
//! title and cell is put where it stands there.
mod grid;

use super::super::pdf::{self, Page, Rule, Run};
use super::super::{Paper, form};
use super::wrap::{padded, wrapped};
use grid::Grid;
use unicode_width::UnicodeWidthStr;

/// A first line is indented by this many cells.
const INDENT: usize = 6;
/// Two runs whose ends are nearer than this touch, in points.
const TOUCH: f32 = 1.0;
/// Lines whose baselines are nearer than this stand on one line, in points.
const LEVEL: f32 = 5.0;

/// The pages of a paper, each in lines of at most `width` cells (at least 40). A page has every word that the printed
/// one has; a text that is too wide for its place goes on under itself.
#[must_use]
pub fn pages(paper: &Paper, width: usize) -> Vec<Vec<String>> {
    let width = width.max(super::LEAST);
    pdf::layout(paper).iter().map(|page| Sheet::new(page, width).lines()).collect()
}

/// Words that stand together on a line.
struct Piece {
    from: f32,
    to: f32,
    text: String,
}

/// What stands on one height of a page.
enum Line {
    Words(f32, Vec<Piece>),
    Rule(f32, f32, f32),
    Table(Grid),
}

impl Line {
    fn top(&self) -> f32 {
        match self {
            Self::Words(y, _) | Self::Rule(y, ..) => *y,
            Self::Table(grid) => grid.top,
        }
    }

    fn bottom(&self) -> f32 {
        match self {
            Self::Words(y, _) | Self::Rule(y, ..) => *y,
            Self::Table(grid) => grid.bottom,
        }
    }
}

/// A page with the measures by which its points become cells.
struct Sheet<'a> {
    page: &'a Page,
    width: usize,
    left: f32,
    measure: f32,
}

impl<'a> Sheet<'a> {
    fn new(page: &'a Page, width: usize) -> Self {
        let points = |twips: u32| twips as f32 / 20.0;
        Self { page, width, left: points(form::LEFT), measure: points(form::measure(page.lie)) }
    }

    /// The cell of a place across the page.
    fn cell(&self, x: f32) -> usize {
        let across = (x - self.left) / self.measure * self.width as f32;
        (across.round().max(0.0) as usize).min(self.width)
    }

    fn lines(&self) -> Vec<String> {
        let tables = grid::of(&self.page.rules);
        let inside = |y: f32| tables.iter().position(|grid| y > grid.top && y < grid.bottom);
        let mut runs: Vec<&Run> = self.page.again.iter().chain(&self.page.runs).collect();
        runs.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
        let (within, free): (Vec<&Run>, Vec<&Run>) = runs.into_iter().partition(|run| inside(run.y).is_some());
        let mut all = lines_of(&free);
        all.extend(
            self.page
                .rules
                .iter()
                .filter(|rule| is_title_rule(rule, &tables))
                .map(|rule| Line::Rule(rule.from.1, rule.from.0, rule.to.0)),
        );
        all.extend(tables.into_iter().map(|grid| Line::Table(grid.with(&within))));
        all.sort_by(|one, other| one.top().total_cmp(&other.top()));
        self.drawn(&all)
    }

    fn drawn(&self, lines: &[Line]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let mut last: Option<f32> = None;
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let above = last.map_or(0.0, |last| line.top() - last);
            // Empty space is shown where it is more than a line's, as above titles and for the signature.
            let blanks = if last.is_some() { ((above / 17.0) - 1.25).ceil().clamp(0.0, 4.0) as usize } else { 0 };
            out.extend(std::iter::repeat_n(String::new(), blanks));
            match line {
                Line::Words(_, pieces) => match self.paragraph(lines.get(at..).unwrap_or_default()) {
                    Some((text, used)) => {
                        out.extend(text);
                        at += used - 1;
                    }
                    None => out.extend(self.words(pieces)),
                },
                // Rules side by side, as those of the letterhead, share a line if they nearly share a height.
                Line::Rule(y, from, to) => {
                    let drawn = self.rule(*from, *to);
                    match out.last_mut().filter(|last| last.contains('─') && above.abs() < LEVEL && *y > 0.0) {
                        Some(last) => *last = over(last, &drawn),
                        None => out.push(drawn),
                    }
                }
                Line::Table(grid) => out.extend(grid.lines(self.width, |x| self.cell(x))),
            }
            last = lines.get(at).map(Line::bottom);
            at += 1;
        }
        out.iter().map(|line| line.trim_end().to_owned()).collect()
    }

    /// The first lines wrapped anew, and how many lines of the page they are, where a paragraph begins with them.
    fn paragraph(&self, lines: &[Line]) -> Option<(Vec<String>, usize)> {
        let single = |at: usize| match lines.get(at) {
            Some(Line::Words(_, pieces)) if pieces.len() == 1 => pieces.first(),
            _ => None,
        };
        let first = single(0)?;
        let indented = self.is_indented(first.from);
        if !indented && !self.is_left(first.from) {
            return None;
        }
        let (mut to, mut text, mut used) = (first.to, first.text.clone(), 1);
        // A line that ends at the right edge goes on in the next one, which begins at the left edge.
        while (to - self.left - self.measure).abs() < 1.5
            && let Some(next) = single(used).filter(|next| self.is_left(next.from))
        {
            if !text.ends_with('/') {
                text.push(' ');
            }
            text.push_str(&next.text);
            to = next.to;
            used += 1;
        }
        let indent = if indented { " ".repeat(INDENT) } else { String::new() };
        Some((wrapped(&text, self.width, &indent, ""), used))
    }

    fn is_left(&self, x: f32) -> bool {
        (x - self.left).abs() < TOUCH
    }

    fn is_indented(&self, x: f32) -> bool {
        (x - self.left - form::INDENT as f32 / 20.0).abs() < TOUCH
    }

    /// The words of one line, each piece in its place; what is too wide goes on beneath.
    fn words(&self, pieces: &[Piece]) -> Vec<String> {
        let mut columns: Vec<(usize, Vec<String>)> = Vec::new();
        let mut begin = 0;
        for (n, piece) in pieces.iter().enumerate() {
            let end = match pieces.get(n + 1) {
                Some(next) => self.cell((piece.to + next.from) / 2.0).max(begin + 1),
                None => self.width,
            };
            let room = end - begin;
            let wide = piece.text.width();
            let middle = self.cell((piece.from + piece.to) / 2.0);
            let start = if self.is_left(piece.from) || self.is_indented(piece.from) {
                self.cell(piece.from)
            } else {
                middle.saturating_sub(wide / 2)
            };
            let start = start.min(end.saturating_sub(wide)).max(begin);
            let lead = " ".repeat(start - begin);
            let text = wrapped(&piece.text, room, "", "");
            columns.push((
                room,
                text.into_iter().map(|line| if wide > room { line } else { format!("{lead}{line}") }).collect(),
            ));
            begin = end;
        }
        super::wrap::beside(&columns)
    }

    fn rule(&self, from: f32, to: f32) -> String {
        let (from, to) = (self.cell(from), self.cell(to));
        format!("{}{}", " ".repeat(from), "─".repeat(to.saturating_sub(from).max(1)))
    }
}

/// Runs in lines; those that touch are one piece.
fn lines_of(runs: &[&Run]) -> Vec<Line> {
    let mut lines: Vec<(f32, Vec<&Run>)> = Vec::new();
    for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
        match lines.last_mut().filter(|(y, _)| run.y - *y < LEVEL) {
            Some((_, line)) => line.push(run),
            None => lines.push((run.y, vec![run])),
        }
    }
    lines.into_iter().map(|(y, line)| Line::Words(y, pieces(line))).collect()
}

fn pieces(mut runs: Vec<&Run>) -> Vec<Piece> {
    runs.sort_by(|one, other| one.x.total_cmp(&other.x));
    let mut all: Vec<Piece> = Vec::new();
    for run in runs {
        match all.last_mut().filter(|piece| run.x - piece.to < TOUCH) {
            Some(piece) => {
                piece.text.push_str(&run.text);
                piece.to = run.x + run.width;
            }
            None => all.push(Piece { from: run.x, to: run.x + run.width, text: run.text.clone() }),
        }
    }
    all
}

fn is_title_rule(rule: &Rule, tables: &[Grid]) -> bool {
    let flat = rule.from.1 == rule.to.1;
    flat && !tables.iter().any(|grid| rule.from.1 >= grid.top - 0.5 && rule.from.1 <= grid.bottom + 0.5)
}

/// One line drawn over another: where it is blank the other shows.
fn over(below: &str, above: &str) -> String {
    let below: Vec<char> = padded(below, above.width()).chars().collect();
    let above: Vec<char> = above.chars().collect();
    let seen = |n: usize| above.get(n).copied().filter(|c| *c != ' ').or_else(|| below.get(n).copied()).unwrap_or(' ');
    (0..below.len().max(above.len())).map(seen).collect()
}

#[cfg(test)]
mod tests;
