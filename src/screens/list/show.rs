//! What a list shows: heads, cells, the side pane, and what stands to the right of its tab.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::cell;
use crate::domain::record::{Column, Record, Row};
use crate::domain::task::{self, Task};
use crate::domain::value::Kind;
use crate::screens::list::List;
use crate::screens::screen::Cx;
use crate::screens::{mask, pane};
use crate::text::{
    Text, appeal, book as b, event, inspection, programme, rally, receipt, review, screen as t, session, shelf, stock,
    task as task_words, template, welfare,
};
use crate::ui::table::{self, Head, Line};

/// What stands for a value that is sealed.
pub const SEALED: &str = "▒▒▒▒";

impl List {
    /// The cells of a row as they are shown: names masked if they shall be.
    #[must_use]
    pub fn cells(&self, row: &Row, cx: &Cx) -> Vec<String> {
        let today = self.query.day.unwrap_or_else(|| cx.store.today());
        let shown = self.meta.columns.iter().zip(&row.values).filter(|(column, _)| self.shows(column));
        shown
            .map(|(column, value)| {
                if column.sealed && !cx.store.is_unsealed() {
                    return SEALED.to_owned();
                }
                if column.name == "state" && self.meta.table == Task::TABLE && task::is_late(row, today) {
                    return cx.say(task_words::STATE_LATE).to_owned();
                }
                let text = self.folding(row.id, column, cell::show(column.kind, value, today, cx.settings.lang));
                if self.veil.masks(cx.settings) { mask::cell(self.meta, column, text) } else { text }
            })
            .collect()
    }

    /// The heads of the columns shown.
    #[must_use]
    pub fn heads(&self, cx: &Cx) -> Vec<Head> {
        let shown = self.meta.columns.iter().filter(|column| self.shows(column));
        shown
            .map(|column| {
                let sign = match self.query.sort {
                    Some((name, down)) if name == column.name => {
                        if down {
                            " ▼"
                        } else {
                            " ▲"
                        }
                    }
                    _ => "",
                };
                Head {
                    label: format!("{}{sign}", column.label.say(cx.settings.lang)),
                    width: column.width,
                    right: matches!(column.kind, Kind::Money | Kind::Int | Kind::Age),
                    grows: matches!(column.kind, Kind::Text | Kind::Ref(_) | Kind::Step | Kind::Choice(_))
                        && column.width >= 16,
                }
            })
            .collect()
    }

    /// The places of the columns shown.
    #[must_use]
    pub fn columns(&self) -> Vec<usize> {
        let shown = self.meta.columns.iter().enumerate().filter(|(_, column)| self.shows(column));
        shown.map(|(at, _)| at).collect()
    }

    /// Whether a column is shown: it has a width, and does not say the same in every row.
    pub(super) fn shows(&self, column: &Column) -> bool {
        column.width > 0 && !self.query.scope.iter().any(|(name, _)| *name == column.name)
    }

    /// What holds now: caption, period, filter, marks, and which row of how many.
    pub(super) fn say(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let mut parts = Vec::new();
        parts.extend(self.caption.map(|caption| caption(self, cx)));
        if let Some(period) = &self.period {
            parts.push(period.name().say(lang));
        }
        parts.extend(self.standing(cx).map(str::to_owned));
        let filter = self.filter_words(cx, self.veil);
        if self.typing || !filter.is_empty() {
            parts.push(t::FILTERED.with([filter]).say(lang));
        }
        if !self.marked.is_empty() {
            parts.push(t::MARKED.with([self.marked.len()]).say(lang));
        }
        let count = if self.whole { self.ids.len().to_string() } else { cx.say(t::LOADING).to_owned() };
        let at = if self.ids.is_empty() { 0 } else { self.cursor + 1 };
        parts.push(t::COUNT.with([at.to_string(), count, cx.say(self.meta.one).to_owned()]).say(lang));
        parts.join("  ")
    }

    /// Draws the window of rows, the pane beside it and what lies over it.
    pub(super) fn show(&self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let (list, side) = pane::split(area);
        let lines: Vec<Line> = self
            .window
            .iter()
            .map(|row| Line { cells: self.cells(row, cx), marked: self.marked.contains(&row.id) })
            .collect();
        let cursor = self.has_row().then(|| self.cursor.saturating_sub(self.top));
        table::draw(buf, list, &self.heads(cx), &lines, cursor, theme);
        if lines.is_empty() && list.height > 2 {
            let text = if !self.query.filter.is_empty() || self.is_sifted() {
                t::NOTHING_FOUND
            } else if self.query.scope.iter().any(|(name, _)| *name == "safety") {
                programme::SAFETY_NONE
            } else if let Some(text) = none_of(self.meta.table) {
                text
            } else if self.can_write() {
                t::NOTHING_HERE
            } else {
                t::NOTHING_TO_SEE
            };
            pane::paragraph(buf, Rect { y: list.y + 2, height: list.height - 2, ..list }, cx.say(text), theme.quiet());
        }
        if let (Some(side), Some(row)) = (side, self.current()) {
            let day = self.query.day.unwrap_or_else(|| cx.store.today());
            pane::draw(buf, side, self.meta, row, self.veil, day, cx);
        }
        if let Some(question) = &self.question {
            question.draw(buf, area, cx);
        }
        if let Some(sifter) = &self.sifter {
            return Some(sifter.finder().draw(buf, area, theme));
        }
        if let Some(sorter) = &self.sorter {
            return Some(sorter.draw(buf, area, theme));
        }
        None
    }
}

/// What an empty list says where more than Ins leads on.
fn none_of(table: &str) -> Option<Text> {
    Some(match table {
        "gift" => t::GIFTS_NONE,
        "participant" => crate::text::photo::NONE_LISTED,
        "photo" => crate::text::photo::NONE,
        "event_step" => programme::STEPS_NONE,
        "programme_item" => programme::PROGRAMME_NONE,
        "budget_line" => programme::BUDGET_NONE,
        "gift_item" => stock::ITEMS_NONE,
        "intake" => stock::INTAKES_NONE,
        "gift_rule" => event::RULES_NONE,
        "child" => t::NONE_CHILDREN,
        "batch" => b::NONE_BATCH,
        "cash_count" => b::NONE_COUNT,
        "fund_line" => b::NONE_POSTED,
        "receipt" => receipt::NONE_RECEIPT,
        "pledge" => welfare::NONE_PLEDGE,
        "work" => welfare::NONE_WORK,
        "consent_sheet" => t::NONE_CONSENTS,
        "referral" => t::NONE_REFERRALS,
        "handover" => t::NONE_HANDOVERS,
        "round" => review::NONE,
        "commitment" => appeal::EMPTY,
        "review" => review::EMPTY,
        "session" => t::NONE_SESSIONS,
        "topic" => session::NONE_TOPICS,
        "inspection" => inspection::NONE,
        "recommendation" => inspection::NONE_RECOMMENDATIONS,
        "rally" => rally::NONE,
        "attachment" => shelf::NONE_FILES,
        "attendee" => session::NONE_ATTENDEES,
        "event" => t::NONE_EVENTS,
        "task" => crate::text::task::NONE,
        "agency" => t::NONE_AGENCY,
        "report" => t::NONE_REPORTS,
        "template" => template::NONE,
        _ => return None,
    })
}
