//! How wide the columns of a printed sheet are and how tall its rows, so that A4 paper is filled and no word is cut.
use super::super::sheet::{Column, Kind};
use super::super::width::{self, Weight};
use super::super::{Lie, Sheet};

/// One unit of a column's width in twips: 8 pixels, a digit of the workbook's default font.
const UNIT: f64 = 120.0;
/// What a cell keeps empty inside, and what a column gets beyond its words so as not to look crammed, in twips.
const INSIDE: f64 = 100.0;
const PADDING: f64 = 160.0;
/// The part of its wished width that a column of words never gives away.
const KEPT: f64 = 0.6;
/// No column of words or signatures is narrower at first, in units: there must be room to write.
const WRITING: f64 = 10.0;
const SIGNATURE: f64 = 12.0;
/// The size of the letters of the table, in points, and the height of their line.
pub(super) const POINTS: u32 = 12;
const LEADING: f64 = 16.0;
/// The least height of a row to sign in, in points.
const SIGNING: f64 = 26.0;

/// The width of the paper between the margins, in units.
pub(super) const fn page(lie: Lie) -> f64 {
    match lie {
        Lie::Portrait => 77.5,
        Lie::Landscape => 118.5,
    }
}

/// The columns' widths in units, what is empty inside them included. Words and places to sign take up what is left of the page, or give way, by wrapping,
/// where there is too little; what still does not fit is left to the printer's scaling.
pub(super) fn widths(sheet: &Sheet) -> Vec<f64> {
    let page = page(sheet.lie);
    let least: Vec<f64> = sheet.columns.iter().enumerate().map(|(n, column)| least(sheet, n, column)).collect();
    let mut widths: Vec<f64> =
        sheet.columns.iter().enumerate().map(|(n, column)| wished(sheet, n, column).max(least[n])).collect();
    let elastic = |n: usize| matches!(sheet.columns[n].kind, Kind::Text | Kind::Check);
    let sum: f64 = widths.iter().sum();
    if sum < page {
        let flexible: f64 = (0..widths.len()).filter(|n| elastic(*n)).map(|n| widths[n]).sum();
        let (base, all) = if flexible > 0.0 { (flexible, false) } else { (sum, true) };
        for n in (0..widths.len()).filter(|n| all || elastic(*n)).collect::<Vec<_>>() {
            widths[n] += (page - sum) * widths[n] / base;
        }
    } else {
        let spare: f64 = widths.iter().zip(&least).map(|(width, least)| width - least).sum();
        let part = if spare > 0.0 { ((sum - page) / spare).min(1.0) } else { 0.0 };
        for (width, least) in widths.iter_mut().zip(&least) {
            *width -= (*width - least) * part;
        }
    }
    widths
}

/// The height of a row of words in points: `cells` are words with the width of their column in units.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>, weight: Weight) -> f64 {
    let lines = |(text, units): (&str, f64)| -> u32 {
        text.lines().map(|line| width::lines(line, POINTS, weight, twips(units))).sum()
    };
    // A workbook holds no row above 409 points.
    (f64::from(cells.map(lines).max().unwrap_or(1).max(1)) * LEADING + 4.0).min(409.0)
}

/// The least height of a row of a sheet, in points.
pub(super) fn floor(sheet: &Sheet) -> f64 {
    if sheet.columns.iter().any(|column| column.kind == Kind::Check) { SIGNING } else { LEADING + 4.0 }
}

/// A width in pixels.
pub(super) fn pixels(units: f64) -> u32 {
    // Widths are small and positive; the cast only drops the fraction.
    (units * 8.0) as u32
}

/// Groups of neighbouring columns, a group for each need: their first and last columns. Each is as wide as it needs to be,
/// in units, as far as the columns allow; what is left makes them about equally wide. There are never more groups than
/// columns.
pub(super) fn groups(widths: &[f64], needs: &[f64]) -> Vec<(u16, u16)> {
    let (columns, count) = (widths.len(), needs.len().min(widths.len()));
    let even = widths.iter().sum::<f64>() / count.max(1) as f64;
    // What is wanting weighs more than any unevenness.
    let cost = |from: usize, to: usize, need: f64| {
        let width: f64 = widths[from..to].iter().sum();
        (need - width).max(0.0) * 1e6 + (width - even).powi(2)
    };
    // The least cost of the first columns in the first groups, and where the last of these groups begins.
    let mut best = vec![vec![(f64::INFINITY, 0); columns + 1]; count + 1];
    best[0][0].0 = 0.0;
    for group in 1..=count {
        for to in group..=columns {
            let begun = (group - 1..to).map(|from| (best[group - 1][from].0 + cost(from, to, needs[group - 1]), from));
            best[group][to] = begun.min_by(|one, other| one.0.total_cmp(&other.0)).unwrap_or((f64::INFINITY, 0));
        }
    }
    let mut to = columns;
    let mut out: Vec<(u16, u16)> = (1..=count)
        .rev()
        .map(|group| {
            let from = best[group][to].1;
            let last = to.saturating_sub(1);
            to = from;
            (index(from), index(last))
        })
        .collect();
    out.reverse();
    out
}

/// What a line of words takes, in units, with some room around it.
pub(super) fn line(text: &str, points: u32, weight: Weight) -> f64 {
    (f64::from(width::of(text, points, weight)) + PADDING) / UNIT
}

fn index(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn wished(sheet: &Sheet, n: usize, column: &Column) -> f64 {
    if let Some(width) = column.width {
        return f64::from(width);
    }
    // The total's first cell is joined to its neighbours.
    let total = sheet.total.get(n).filter(|_| n > 0);
    let cells = sheet.rows.iter().filter_map(|row| row.get(n)).chain(total);
    let content = cells.map(|cell| width::of(&cell.shown(), POINTS, Weight::Plain)).max().unwrap_or(0);
    let content = ((f64::from(content) + PADDING) / UNIT).min(34.0);
    match column.kind {
        Kind::Text => content.max(WRITING),
        Kind::Check => content.max(SIGNATURE),
        Kind::Date | Kind::Money | Kind::Number => content,
    }
}

fn least(sheet: &Sheet, n: usize, column: &Column) -> f64 {
    let head = width::of_widest_word(&column.head, POINTS, Weight::Bold);
    let word = |cell: &super::super::Cell| width::of_widest_word(&cell.shown(), POINTS, Weight::Plain);
    let body = sheet.rows.iter().filter_map(|row| row.get(n)).map(word).max().unwrap_or(0);
    let bold = |cell: &super::super::Cell| width::of_widest_word(&cell.shown(), POINTS, Weight::Bold);
    let total = if n == 0 { 0 } else { sheet.total.get(n).map_or(0, bold) };
    let least = ((f64::from(head.max(body).max(total)) + PADDING) / UNIT).min(40.0);
    match column.kind {
        Kind::Text => least.max(wished(sheet, n, column) * KEPT),
        Kind::Check => least.max(SIGNATURE),
        Kind::Date | Kind::Money | Kind::Number => least,
    }
}

fn twips(units: f64) -> u32 {
    // Widths are small and positive; the cast only drops the fraction.
    (units * UNIT - INSIDE).max(1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_even_and_none_is_empty() {
        assert_eq!(groups(&[5.0, 30.0, 5.0, 30.0, 10.0], &[0.0; 2]), [(0, 2), (3, 4)]);
        assert_eq!(groups(&[90.0, 1.0, 1.0], &[0.0; 3]), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(groups(&[1.0, 1.0, 90.0], &[0.0; 3]), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(groups(&[1.0, 1.0], &[0.0; 4]), [(0, 0), (1, 1)]);
        assert!(groups(&[], &[0.0]).is_empty());
    }

    #[test]
    fn a_group_has_the_room_it_needs_beside_a_wide_column() {
        let widths = [5.0, 60.0, 6.0, 9.0, 6.0, 8.0, 6.0, 6.0, 8.0];
        let of = |groups: &[(u16, u16)]| -> Vec<f64> {
            groups.iter().map(|(from, to)| widths[usize::from(*from)..=usize::from(*to)].iter().sum()).collect()
        };
        let wide = of(&groups(&widths, &[10.0, 14.0, 10.0, 20.0]));
        assert!(wide[1] >= 14.0 && wide[2] >= 10.0 && wide[3] >= 20.0, "{wide:?}");
    }

    #[test]
    fn a_sheet_fills_the_page() {
        let sheet = super::super::super::sample::gifts(40);
        let sum: f64 = widths(&sheet).iter().sum();
        assert!((sum - page(sheet.lie)).abs() < 0.5, "{sum}");
    }
}
