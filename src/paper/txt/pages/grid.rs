//! The tables of a page, found by their rules, and drawn in characters.
use super::super::super::pdf::{Rule, Run};
use super::super::wrap::{padded, wrapped};
use unicode_width::UnicodeWidthStr;

/// The rows of a table on one page, under each other.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub top: f32,
    pub bottom: f32,
    /// Where its columns begin and end.
    edges: Vec<f32>,
    rows: Vec<GridRow>,
}

#[derive(Debug, Default)]
struct GridRow {
    top: f32,
    bottom: f32,
    /// The edges between its cells, by their place among the table's.
    edges: Vec<f32>,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default)]
struct Cell {
    text: String,
    /// How far its words are from its edges, in points: the least of all its lines.
    left: f32,
    right: f32,
}

/// The tables that rules make: upright rules of one height are the edges of a row, and rows that touch are a table.
pub(super) fn of(rules: &[Rule]) -> Vec<Grid> {
    let mut rows: Vec<GridRow> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.from.0 == rule.to.0) {
        let same = |row: &&mut GridRow| near(row.top, rule.from.1) && near(row.bottom, rule.to.1);
        match rows.iter_mut().find(same) {
            Some(row) => row.edges.push(rule.from.0),
            None => {
                rows.push(GridRow { top: rule.from.1, bottom: rule.to.1, edges: vec![rule.from.0], cells: Vec::new() });
            }
        }
    }
    rows.sort_by(|one, other| one.top.total_cmp(&other.top));
    let mut tables: Vec<Grid> = Vec::new();
    for mut row in rows {
        row.edges.sort_by(f32::total_cmp);
        row.edges.dedup_by(|one, other| near(*one, *other));
        match tables.last_mut().filter(|table| near(table.bottom, row.top)) {
            Some(table) => {
                table.bottom = row.bottom;
                table.rows.push(row);
            }
            None => tables.push(Grid { top: row.top, bottom: row.bottom, edges: Vec::new(), rows: vec![row] }),
        }
    }
    for table in &mut tables {
        let mut edges: Vec<f32> = table.rows.iter().flat_map(|row| row.edges.iter().copied()).collect();
        edges.sort_by(f32::total_cmp);
        edges.dedup_by(|one, other| near(*one, *other));
        table.edges = edges;
    }
    tables
}

fn near(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.5
}

impl Grid {
    /// The same table with the words of the page that stand in it; `runs` are in the order of reading.
    pub fn with(mut self, runs: &[&Run]) -> Self {
        for row in &mut self.rows {
            let spans: Vec<(f32, f32)> =
                row.edges.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
            let inside = |run: &&&Run| run.y > row.top && run.y < row.bottom;
            let here: Vec<&&Run> = runs.iter().filter(inside).collect();
            row.cells = spans.iter().map(|span| cell(&here, *span)).collect();
        }
        self
    }

    /// The table as lines of `width` cells; `cell` gives the cell of a place across the page.
    pub fn lines(&self, width: usize, cell: impl Fn(f32) -> usize) -> Vec<String> {
        let edges = self.columns(width, cell);
        let place = |x: f32| {
            self.edges.iter().position(|edge| near(*edge, x)).and_then(|at| edges.get(at)).copied().unwrap_or(0)
        };
        let places = |row: &GridRow| row.edges.iter().map(|x| place(*x)).collect::<Vec<_>>();
        let mut out = Vec::new();
        let mut above: Vec<usize> = Vec::new();
        for row in &self.rows {
            let here = places(row);
            out.push(border(&above, &here));
            out.extend(row.lines(&here));
            above = here;
        }
        out.push(border(&above, &[]));
        out
    }

    /// Where the edges stand: as on the page, as far as no word must be cut.
    fn columns(&self, width: usize, cell: impl Fn(f32) -> usize) -> Vec<usize> {
        let last = width.saturating_sub(1);
        let mut widths: Vec<usize> = self
            .edges
            .windows(2)
            .map(|pair| match pair {
                [from, to] => cell(*to).min(last).saturating_sub(cell(*from)).max(2),
                _ => 2,
            })
            .collect();
        let mut needed = vec![2; widths.len()];
        for row in &self.rows {
            for (pair, cell) in row.edges.windows(2).zip(&row.cells) {
                let at = |n: usize| pair.get(n).and_then(|x| self.edges.iter().position(|edge| near(*edge, *x)));
                if let (Some(from), Some(to)) = (at(0), at(1))
                    && to == from + 1
                    && let Some(need) = needed.get_mut(from)
                {
                    let widest = cell.text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
                    *need = (*need).max(widest + 1);
                }
            }
        }
        let total: usize = widths.iter().sum::<usize>().min(last);
        if needed.iter().sum::<usize>() <= last {
            for (wide, need) in widths.iter_mut().zip(&needed) {
                *wide = (*wide).max(*need);
            }
        }
        // What that is too much is taken from the columns with the most to spare.
        while widths.iter().sum::<usize>() > total.max(needed.iter().sum::<usize>().min(last)) {
            let spare =
                |(at, wide): (usize, &usize)| (wide.saturating_sub(needed.get(at).copied().unwrap_or(2)), *wide, at);
            let Some((.., at)) = widths.iter().enumerate().map(spare).max() else { break };
            match widths.get_mut(at) {
                Some(wide) if *wide > 2 => *wide -= 1,
                _ => break,
            }
        }
        let mut at = 0;
        let mut edges = vec![at];
        for wide in widths {
            at += wide;
            edges.push(at);
        }
        edges
    }
}

impl GridRow {
    /// The words of a row between its edges.
    fn lines(&self, edges: &[usize]) -> Vec<String> {
        let spans: Vec<(usize, &Cell)> = edges
            .windows(2)
            .filter_map(|pair| Some(pair.get(1)?.saturating_sub(*pair.first()?).saturating_sub(1)))
            .zip(&self.cells)
            .collect();
        let columns: Vec<(usize, Vec<String>)> = spans
            .into_iter()
            .map(|(room, cell)| {
                (room, wrapped(&cell.text, room.max(1), "", "").iter().map(|line| cell.placed(line, room)).collect())
            })
            .collect();
        let height = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
        let line = |n: usize| {
            let cells = columns.iter().map(|(room, lines)| {
                // Words stand in the middle of their row, as in print.
                let first = (height - lines.len()) / 2;
                let text = n.checked_sub(first).and_then(|n| lines.get(n)).map_or("", String::as_str);
                padded(text, *room)
            });
            format!("│{}│", cells.collect::<Vec<_>>().join("│"))
        };
        (0..height).map(line).collect()
    }
}

impl Cell {
    fn placed(&self, line: &str, room: usize) -> String {
        let free = room.saturating_sub(line.width());
        let even = (self.left - self.right).abs() < 2.0;
        let before = match (even, self.left > self.right) {
            (true, _) => free / 2,
            (false, true) => free,
            (false, false) => 0,
        };
        format!("{}{line}", " ".repeat(before))
    }
}

/// The words between two edges.
fn cell(runs: &[&&Run], (from, to): (f32, f32)) -> Cell {
    let mut cell = Cell { left: f32::MAX, right: f32::MAX, ..Cell::default() };
    let mut last: Option<(f32, f32)> = None;
    for run in runs.iter().filter(|run| run.x >= from - 0.5 && run.x < to - 0.5) {
        let touch = last.is_some_and(|(x, y)| near(y, run.y) && (run.x - x).abs() < 1.0);
        if !cell.text.is_empty() && !touch && !cell.text.ends_with('/') {
            cell.text.push(' ');
        }
        cell.text.push_str(&run.text);
        cell.left = cell.left.min(run.x - from);
        cell.right = cell.right.min(to - run.x - run.width);
        last = Some((run.x + run.width, run.y));
    }
    cell
}

/// The rule between two rows, by where each has its edges.
fn border(above: &[usize], below: &[usize]) -> String {
    let (Some(first), Some(last)) =
        (above.first().or_else(|| below.first()).copied(), above.iter().chain(below).max().copied())
    else {
        return String::new();
    };
    let sign = |at: usize| {
        let (up, down) = (above.contains(&at), below.contains(&at));
        match (at == first, at == last, up, down) {
            (true, _, false, true) => '┌',
            (true, _, true, true) => '├',
            (true, _, true, false) => '└',
            (_, true, false, true) => '┐',
            (_, true, true, true) => '┤',
            (_, true, true, false) => '┘',
            (_, _, true, true) => '┼',
            (_, _, true, false) => '┴',
            (_, _, false, true) => '┬',
            _ => '─',
        }
    };
    (first..=last).map(sign).collect()
}
