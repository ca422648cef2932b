//! The side pane of wide windows: every column of the row under the cursor; and paragraphs of plain text.
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::cell;
use crate::domain::record::{Meta, Row};
use crate::screens::mask::{self, Veil};
use crate::screens::screen::Cx;
use crate::ui::width::{cut, fit, width, wrap};

/// From this width on there is a pane.
const WIDE: u16 = 120;

/// A list's area and the pane's, if the window is wide enough.
#[must_use]
pub const fn split(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let side = area.width / 3;
    let list = Rect { width: area.width - side - 1, ..area };
    (list, Some(Rect { x: area.x + list.width + 1, width: side, ..area }))
}

/// Draws a row's columns, a label and a value each, names as the veil has it; ages are those of a day.
pub fn draw(buf: &mut Buffer, area: Rect, meta: &Meta, row: &Row, veil: Veil, day: NaiveDate, cx: &Cx) {
    let theme = cx.settings.theme;
    for y in area.top()..area.bottom() {
        buf.set_stringn(area.x.saturating_sub(1), y, "│", 1, theme.quiet());
    }
    let labels = meta.columns.iter().map(|column| width(column.label.say(cx.settings.lang))).max().unwrap_or(0).min(20);
    let cells = usize::from(area.width).saturating_sub(1);
    let mut y = area.y;
    let mut said: Vec<(&str, String)> = Vec::new();
    // What an act keeps for itself is not for reading.
    let kept = |name: &str| match meta.table {
        // A clause's parts say the same as the line made of them.
        "clause" => matches!(name, "place" | "line" | "year" | "lead_name" | "bare" | "partners"),
        "report" => matches!(name, "figures" | "content"),
        "template" => name == "content",
        "letter" => name == "kept",
        "urging" => name == "thing",
        _ => false,
    };
    for (column, value) in meta.columns.iter().zip(&row.values).filter(|(column, _)| !kept(column.name)) {
        let mut text = cell::show(column.kind, value, day, cx.settings.lang);
        if veil.masks(cx.settings) {
            text = mask::cell(meta, column, text);
        }
        // What a list shows of a reference says the same as the reference.
        let pair = (column.label.say(cx.settings.lang), text.clone());
        if text.is_empty() || value.is_blank() || said.contains(&pair) {
            continue;
        }
        said.push(pair);
        let label = fit(column.label.say(cx.settings.lang), labels);
        for (at, line) in wrap(&text, cells.saturating_sub(labels + 2)).into_iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            if at == 0 {
                buf.set_stringn(area.x + 1, y, &label, labels, theme.label());
            }
            let x = area.x + 2 + u16::try_from(labels).unwrap_or(0);
            let room = usize::from(area.right().saturating_sub(x));
            buf.set_stringn(x, y, cut(&line, room), room, theme.text());
            y += 1;
        }
    }
}

/// Draws text broken into lines.
pub fn paragraph(buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    let cells = usize::from(area.width.saturating_sub(4));
    for (line, y) in wrap(text, cells).iter().zip(area.top()..area.bottom()) {
        buf.set_stringn(area.x + 2, y, line, cells, style);
    }
}
