//! How a child's page is drawn: labels and texts above, then each section with its rows in columns.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::value::Kind;
use crate::screens::page::Page;
use crate::screens::page::sections::{Line, SECTIONS, What};
use crate::screens::screen::Cx;
use crate::ui::table::{self, Head};
use crate::ui::width::{cut, fit, fit_right, width};

/// The widths of a step's moment and of its user.
const STEP: [u16; 2] = [16, 12];

impl Page {
    /// Draws the lines in view.
    pub(super) fn show(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let rows = usize::from(area.height);
        // The head of the section under the cursor stays in view with it.
        let above = usize::from(
            self.cursor > 0 && self.lines.get(self.cursor - 1).is_some_and(|it| matches!(it.what, What::Head)),
        );
        self.top = self.top.min(self.cursor - above);
        if self.cursor >= self.top + rows {
            self.top = self.cursor + 1 - rows;
        }
        let theme = cx.settings.theme;
        let labels = self.lines.iter().filter(|line| line.section == 0).map(|line| width(&line.label)).max();
        let labels = labels.unwrap_or(0).min(24);
        let cells = usize::from(area.width);
        for ((at, line), y) in self.lines.iter().enumerate().skip(self.top).zip(area.top()..area.bottom()) {
            let on = at == self.cursor;
            let lead = if on { "▌ " } else { "  " };
            let text = match &line.what {
                What::Head => line.label.clone(),
                What::Nothing => format!("{lead}{}", line.label),
                What::Fact(..) => format!("{lead}{}  {}", fit(&line.label, labels), line.cells.join(" ")),
                What::Row(_) => format!("{lead}{}", row(line, area.width)),
                What::Step(..) => format!("{lead}{}", step(line)),
            };
            let style = match (&line.what, on) {
                (_, true) => theme.cursor(),
                (What::Head, _) => theme.label(),
                (What::Nothing, _) => theme.quiet(),
                (What::Fact(..), _) if text.contains("! ") => theme.bad(),
                _ => theme.text(),
            };
            buf.set_stringn(area.x, y, cut(&text, cells), cells, style);
            if on {
                buf.set_style(Rect { y, height: 1, ..area }, style);
            }
        }
    }
}

fn row(line: &Line, cells: u16) -> String {
    let Some(section) = line.section.checked_sub(1).and_then(|at| SECTIONS.get(at)) else { return String::new() };
    let find = |name: &&str| section.meta.columns.iter().find(|column| column.name == *name);
    let head = |name: &&str| {
        let (kind, wide) = find(name).map_or((Kind::Text, 10), |column| (column.kind, column.width));
        Head {
            label: String::new(),
            width: if wide == 0 { 24 } else { wide },
            right: matches!(kind, Kind::Money | Kind::Int),
            grows: matches!(kind, Kind::Text | Kind::Ref(_)) && wide != 6,
        }
    };
    let heads: Vec<Head> = section.columns.iter().map(head).collect();
    let widths = table::widths(&heads, cells.saturating_sub(2).min(110));
    let shown = line.cells.iter().zip(&heads).zip(widths).filter(|(_, wide)| *wide > 0);
    let texts = shown.map(|((text, head), wide)| {
        let wide = usize::from(wide);
        if head.right { fit_right(text, wide) } else { fit(text, wide) }
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn step(line: &Line) -> String {
    let wide = STEP.iter().map(|wide| usize::from(*wide)).chain([usize::MAX]);
    let texts =
        line.cells.iter().zip(wide).map(|(text, wide)| if wide == usize::MAX { text.clone() } else { fit(text, wide) });
    texts.collect::<Vec<_>>().join("  ")
}
