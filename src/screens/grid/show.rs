//! How the grid looks: the lines that are saved, the one that is typed below them, what is wrong with it or what it may
//! complete to, and how far the sheet is.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::cell;
use crate::domain::contribution::Contribution;
use crate::domain::money::Vnd;
use crate::domain::record::Record;
use crate::domain::value::Kind;
use crate::screens::grid::Grid;
use crate::screens::grid::entry::{COLUMNS, DONOR, columns};
use crate::screens::mask;
use crate::screens::screen::Cx;
use crate::text::{book as t, field};
use crate::ui::table::{self, Head, Line, widths};
use crate::ui::width::{cut, fit};

/// How many lines stand below the one that is typed: its fault or its suggestions.
const BELOW: u16 = 8;

impl Grid {
    /// What is entered, beside what the sheet says.
    pub(super) fn sums(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let sum: Vnd = self.lines.iter().map(|line| line.amount).sum();
        let count = self.lines.len().to_string();
        match &self.batch {
            Some(batch) => {
                let state = cx.say(batch.standing.text());
                let parts = [count, batch.lines.to_string(), sum.show(), batch.total.show(), state.to_owned()];
                t::GRID_SUMS.with(parts).say(lang)
            }
            None => t::GRID_COUNT.with([count, sum.show()]).say(lang),
        }
    }

    pub(super) fn show(&self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        if area.height < 3 || area.width < 6 {
            return None;
        }
        let heads = heads(cx);
        // The typed line stands right below the last one, and there is room for what it may complete to.
        let below = BELOW.min(area.height / 2);
        let room = usize::from(area.height - below).saturating_sub(2);
        let top = match self.at {
            Some(at) if self.lines.len() > room => at.saturating_sub(room / 2).min(self.lines.len() - room),
            _ => self.lines.len().saturating_sub(room),
        };
        let shown: Vec<Line> =
            self.lines.iter().skip(top).take(room).map(|line| Line { cells: cells(line, cx), marked: false }).collect();
        let rows = u16::try_from(shown.len()).unwrap_or(0);
        let list = Rect { height: rows + 1, ..area };
        table::draw(buf, list, &heads, &shown, self.at.map(|at| at - top.min(at)), theme);
        let y = area.y + rows + 1;
        let mut cursor = None;
        let mut x = area.x + 2;
        buf.set_stringn(area.x, y, if self.at.is_none() { "▌ " } else { "  " }, 2, theme.label());
        for (at, width) in widths(&heads, area.width - 2).into_iter().enumerate().filter(|(_, width)| *width > 0) {
            let cells = usize::from(width);
            let editor = if at == DONOR {
                Some(&self.entry.donor.editor)
            } else {
                self.entry.fields.get(at).map(|it| &it.editor)
            };
            let on = self.at.is_none() && self.entry.at == at;
            let (text, column) = editor.map_or_else(Default::default, |editor| {
                if on { editor.line(cells) } else { (cut(&editor.text(), cells), 0) }
            });
            let style = match (self.entry.fault_at(at).is_some(), on) {
                (_, true) => theme.cursor(),
                (true, false) => theme.bad(),
                (false, false) => theme.text(),
            };
            buf.set_stringn(x, y, fit(&text, cells), cells, style);
            if on {
                cursor = Some(Position::new(x + u16::try_from(column).unwrap_or(0).min(width - 1), y));
            }
            x += width + 1;
        }
        self.show_below(buf, Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area }, cx);
        cursor
    }

    /// What is wrong with the cell under the cursor, else what it may complete to, else what it says in words.
    fn show_below(&self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        let entry = &self.entry;
        let mut lines: Vec<(String, bool)> = Vec::new();
        if let Some(fault) = entry.fault_at(entry.at) {
            lines.push((format!("! {}", fault.say(lang)), true));
        }
        if entry.at == DONOR {
            for (at, hint) in entry.donor.hints.iter().enumerate() {
                // What Enter takes is marked; what ↓ has gone to is lit as well.
                let on = entry.donor.hint == Some(at);
                let mark = if entry.donor.offered() == Some(at) { "▸" } else { " " };
                lines.push((format!("{mark} {}", hint.label), on));
            }
            if lines.is_empty() && self.lines.is_empty() {
                lines.push((cx.say(t::GRID_HOW).to_owned(), false));
            }
        } else if let Some(text) = entry.fields.get(entry.at).and_then(|it| it.beneath(cx.store.today(), lang)) {
            lines.push((text, false));
        }
        for ((text, strong), y) in lines.into_iter().zip(area.y..area.bottom()) {
            let style = match (strong, text.starts_with('!')) {
                (_, true) => theme.bad(),
                (true, false) => theme.cursor(),
                (false, false) => theme.quiet(),
            };
            buf.set_stringn(area.x + 2, y, cut(&text, cells), cells, style);
        }
    }
}

fn heads(cx: &Cx) -> Vec<Head> {
    columns()
        .zip(COLUMNS)
        .map(|(column, name)| {
            let (label, width, grows) = match *name {
                "donor" => (field::DONOR, 26, true),
                "people" => (column.label, 8, false),
                "amount" => (column.label, 13, false),
                "goods" => (column.label, 14, true),
                "anonymous" => (t::UNNAMED, 10, false),
                _ => (column.label, 12, false),
            };
            Head {
                label: cx.say(label).to_owned(),
                width,
                right: matches!(column.kind, Kind::Money | Kind::Int),
                grows,
            }
        })
        .collect()
}

fn cells(line: &Contribution, cx: &Cx) -> Vec<String> {
    let row = line.row();
    columns()
        .map(|column| {
            if column.name == "donor" {
                let name = line.donor_name.clone();
                return if cx.settings.mask { mask::initials(&name) } else { name };
            }
            let value = Contribution::META.value(&row, column.name);
            match (column.kind, value.int()) {
                (Kind::Int, 0) | (Kind::Bool, 0) => String::new(),
                _ => cell::show(column.kind, value, cx.store.today(), cx.settings.lang),
            }
        })
        .collect()
}
