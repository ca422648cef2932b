//! A table in plain text.
use super::super::table::{Align, Printed, Row, Table};
use super::wrap::{padded, wrapped};
use unicode_width::UnicodeWidthStr;

/// What stands between two columns.
const BETWEEN: &str = " │ ";
/// No column is squeezed below this many cells.
const LEAST: usize = 3;

/// A table as lines of at most `width` cells: header, rule, rows, a rule before the total.
pub(super) fn lines(table: &Table, width: usize) -> Vec<String> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let widths = widths(table, width);
    let rule = || widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join("─┼─");
    let mut out = row(&table.columns.iter().map(Printed::head).collect::<Vec<_>>(), &widths);
    out.push(rule());
    for cells in &table.rows {
        if matches!(cells, Row::Total(_)) {
            out.push(rule());
        }
        out.extend(row(&table.printed(cells), &widths));
    }
    out
}

/// Each column as wide as its widest cell; while that is too much, the widest column gives way.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = table.columns.iter().map(|column| column.head.width().max(1)).collect();
    for row in &table.rows {
        let mut at = 0;
        for cell in table.printed(row) {
            if cell.span == 1 {
                widths[at] = widths[at].max(cell.text.width());
            }
            at += cell.span;
        }
    }
    let room = width.saturating_sub(BETWEEN.width() * (widths.len() - 1));
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > LEAST) else { break };
        *widest -= 1;
    }
    widths
}

fn row(cells: &[Printed<'_>], widths: &[usize]) -> Vec<String> {
    let mut at = 0;
    let mut columns = Vec::new();
    for cell in cells {
        let joined = &widths[at..at + cell.span];
        let width = joined.iter().sum::<usize>() + BETWEEN.width() * (cell.span - 1);
        at += cell.span;
        columns.push((width, cell.align, wrapped(cell.text, width, "", "")));
    }
    let height = columns.iter().map(|(.., lines)| lines.len()).max().unwrap_or(0).max(1);
    let line = |n: usize| {
        let cell = |(width, align, lines): &(usize, Align, Vec<String>)| {
            placed(lines.get(n).map_or("", String::as_str), *width, *align)
        };
        columns.iter().map(cell).collect::<Vec<_>>().join(BETWEEN)
    };
    (0..height).map(line).collect()
}

fn placed(line: &str, width: usize, align: Align) -> String {
    let free = width.saturating_sub(line.width());
    let before = match align {
        Align::Left => 0,
        Align::Centre => free / 2,
        Align::Right => free,
    };
    padded(&format!("{}{line}", " ".repeat(before)), width)
}

#[cfg(test)]
mod tests {
    use super::super::super::Column;
    use super::*;

    #[test]
    fn columns_are_aligned_and_the_total_is_ruled_off() {
        let table = Table {
            columns: vec![
                Column::new("STT", 1, Align::Centre),
                Column::new("Đơn vị", 1, Align::Left),
                Column::new("Tiền", 1, Align::Right),
            ],
            rows: vec![
                Row::Cells(vec!["1".into(), "Văn phòng Sở".into(), "500".into()]),
                Row::Total(vec!["Cộng".into(), String::new(), "500".into()]),
            ],
        };
        let shown = lines(&table, 40);
        assert_eq!(shown[0], "STT │    Đơn vị    │ Tiền");
        assert_eq!(shown.len(), 5, "{shown:?}");
        let narrow = lines(&table, 20);
        assert!(narrow.iter().all(|line| line.width() <= 20), "{narrow:?}");
    }
}
