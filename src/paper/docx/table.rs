//! A table in DOCX.
use super::super::block::Style;
use super::super::form;
use super::super::table::{Printed, Row, Table};
use super::part::{self, line};
use docx_rs as word;

/// A table as wide as `measure` twips: borders, a header row on every page, rows that are not split.
pub(super) fn table(table: &Table, measure: u32) -> word::Table {
    let widths = table.widths(measure, form::SIDE);
    let points = table.points();
    let heads = table.columns.iter().map(Printed::head).collect();
    // The height is a mark, see `HEADER_MARK`.
    let header = row(heads, &widths, points, Keep::WithNext).row_height(1.0).height_rule(word::HeightRule::AtLeast);
    let rows = table.rows.iter().enumerate().map(|(n, cells)| {
        let ending = n + 2 >= table.rows.len();
        let keep = if ending || matches!(cells, Row::Group(_)) { Keep::WithNext } else { Keep::Alone };
        let row = row(table.printed(cells), &widths, points, keep);
        if table.is_signed() {
            row.row_height(form::SIGNING as f32).height_rule(word::HeightRule::AtLeast)
        } else {
            row
        }
    });
    let rows = std::iter::once(header).chain(rows).collect();
    part::fixed(word::Table::new(rows), &widths, form::SIDE).set_borders(borders())
}

/// Whether a row must stay on the page of what comes next: a group with its first member, the last rows with each
/// other, so that a total does not stand alone, and with the signatures, should they follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    Alone,
    WithNext,
}

fn row(cells: Vec<Printed<'_>>, widths: &[u32], points: u32, keep: Keep) -> word::TableRow {
    let mut at = 0;
    let cell = |cell: Printed<'_>| {
        let width: u32 = widths.iter().skip(at).take(cell.span).sum();
        at += cell.span;
        let style = if cell.bold { Style::Bold } else { Style::Plain };
        let text = line(cell.text, points, style, cell.align)
            .line_spacing(part::spaced(2, 2))
            .keep_next(keep == Keep::WithNext);
        let out = word::TableCell::new().width(width as usize, word::WidthType::Dxa);
        let out = out.vertical_align(word::VAlignType::Center).add_paragraph(text);
        if cell.span > 1 { out.grid_span(cell.span) } else { out }
    };
    word::TableRow::new(cells.into_iter().map(cell).collect()).cant_split()
}

fn borders() -> word::TableBorders {
    use word::TableBorderPosition as Position;
    [Position::Top, Position::Left, Position::Bottom, Position::Right, Position::InsideH, Position::InsideV]
        .into_iter()
        .map(|position| word::TableBorder::new(position).size(4).color("000000"))
        .fold(word::TableBorders::with_empty(), word::TableBorders::set)
}
