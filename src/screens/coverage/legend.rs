//! What is said below the matrix: the chosen cell and column in full, and what the numbers of the columns stand for.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Matrix;
use crate::domain::day;
use crate::reports::coverage::{Item, Met, Told, percent};
use crate::screens::screen::Cx;
use crate::text::{Lang, coverage as t};
use crate::ui::width::{cut, wrap};

impl Matrix {
    /// What the chosen cell and column are in full, and what the numbers stand for.
    pub(super) fn draw_legend(&self, buf: &mut Buffer, area: Rect, named: bool, cx: &Cx) {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let (Some((_, unit)), Some(item)) = (self.unit(), self.matrix.items.get(self.at.1)) else { return };
        let all = self.matrix.units.len();
        let met = self.matrix.met(self.at.0, self.at.1).cloned().unwrap_or_default();
        let staff = self.matrix.staff.get(self.at.0).copied().unwrap_or(0);
        let cell = cell(unit, &met, staff, lang);
        let reached = self.matrix.reached(self.at.1);
        let told = [
            number(self.at.1, item, cx),
            name(item, cx),
            reached.to_string(),
            all.to_string(),
            percent(reached, all).to_string(),
        ];
        let cells = usize::from(area.width.saturating_sub(3));
        let (known, people) = self.matrix.people();
        let mut column = t::COLUMN.with(told).say(lang);
        if known > 0 {
            let people = people.max(known);
            column.push_str(&t::PEOPLE.with([known, people, percent(known, people)]).say(lang));
        }
        let chosen =
            [Some(column), Some(cell), self.proof(lang)].into_iter().flatten().map(|line| (line, theme.text()));
        let legend = if named { vec![cx.say(t::KEYS).to_owned()] } else { self.legend(cells, self.top.1, cx) };
        let legend = legend.into_iter().map(|line| (line, theme.quiet()));
        for ((line, style), y) in chosen.chain(legend).zip(area.top()..area.bottom()) {
            buf.set_stringn(area.x + 2, y, cut(&line, cells), cells, style);
        }
    }

    /// What proves that the chosen unit knows the hotline: the forms in which it was told of it.
    pub(super) fn proof(&self, lang: Lang) -> Option<String> {
        let hotline = self.matrix.items.get(self.at.1).is_some_and(|item| item.told == Told::Hotline);
        let met = self.matrix.met(self.at.0, self.at.1).filter(|met| hotline && !met.forms.is_empty())?;
        let forms: Vec<&str> = met.forms.iter().map(|form| form.text().say(lang)).collect();
        let leaflets = (met.leaflets > 0).then(|| t::CELL_LEAFLETS.with([met.leaflets]).say(lang));
        let proof = t::CELL_PROOF.with([forms.join(", ")]).say(lang);
        Some(std::iter::once(proof).chain(leaflets).collect::<Vec<_>>().join(" · "))
    }

    /// The numbers of the columns with their names, beginning with the first one seen.
    pub(super) fn legend(&self, cells: usize, from: usize, cx: &Cx) -> Vec<String> {
        let lang = cx.settings.lang;
        let entries = self.matrix.items.iter().enumerate().filter(|(_, item)| item.told != Told::Hotline);
        // No entry is broken: it keeps its spaces until the lines are made.
        let glued: Vec<String> = entries
            .skip_while(|(at, _)| *at < from)
            .map(|(at, item)| t::LEGEND.with([at.to_string(), short(item, cx)]).say(lang).replace(' ', "\u{a0}"))
            .collect();
        wrap(&glued.join(" · "), cells.saturating_sub(3)).iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }
}

/// What is behind a cell: how many sessions and people, each once where names are known, else as attendances.
fn cell(unit: &str, met: &Met, staff: i64, lang: Lang) -> String {
    let mut parts = Vec::new();
    if met.held.is_empty() && !met.uncounted.is_empty() {
        parts.push(t::CELL_UNCOUNTED.with([unit.to_owned(), met.uncounted.len().to_string()]).say(lang));
    } else if met.held.is_empty() {
        parts.push(t::CELL_HOLE.with([unit]).say(lang));
    } else {
        let counts = [unit.to_owned(), met.held.len().to_string(), met.attendances.to_string()];
        parts.push(t::CELL_DONE.with(counts).say(lang));
        if !met.uncounted.is_empty() {
            parts.push(t::MORE_UNCOUNTED.with([met.uncounted.len()]).say(lang));
        }
    }
    if !met.people.is_empty() {
        let known = met.people.len();
        let all = usize::try_from(staff).unwrap_or(0).max(known);
        parts.push(t::CELL_NAMES.with([known, all, percent(known, all)]).say(lang));
    }
    if !met.planned.is_empty() {
        parts.push(t::CELL_PLANNED.with([met.planned.len()]).say(lang));
    }
    parts.join(" · ")
}

/// The full name of a column: a document's name, with its number where the name does not hold it, and its end.
pub(super) fn name(item: &Item, cx: &Cx) -> String {
    if item.told == Told::Hotline {
        return cx.say(t::HOTLINE).to_owned();
    }
    let known = item.number.is_empty() || item.name.contains(&item.number);
    let name = if known { item.name.clone() } else { format!("{}, {}", item.name, item.number) };
    match item.expired {
        Some(until) => t::EXPIRED.with([name, day::show(until)]).say(cx.settings.lang),
        None => name,
    }
}

/// The short head of a column: its place in the legend.
pub(super) fn number(at: usize, item: &Item, cx: &Cx) -> String {
    if item.told == Told::Hotline { cx.say(t::HOTLINE_HEAD).to_owned() } else { at.to_string() }
}

/// The name by which a column is told from the others.
pub(super) fn short(item: &Item, cx: &Cx) -> String {
    match item.told {
        Told::Hotline => cx.say(t::HOTLINE_HEAD).to_owned(),
        Told::Document(_) | Told::Topic(_) => item.name.clone(),
    }
}
