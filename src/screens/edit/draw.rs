//! How a form looks: labels, the field that is typed in, and what stands beneath it.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Edit, live};
use crate::screens::field::Field;
use crate::screens::screen::Cx;
use crate::text::{Lang, about};
use crate::ui::editor::Editor;
use crate::ui::width::{cut, fit, width, wrap};

/// Draws a form, scrolled so far that the field that is typed in is seen; gives where the cursor stands.
pub(super) fn form(form: &mut Edit, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
    let labels = form.label_width(area.width, cx.settings.lang);
    let x = area.x + 2 + u16::try_from(labels).unwrap_or(0) + 2;
    let room = usize::from(area.right().saturating_sub(x + 1)).min(90);
    if room < 4 || area.height == 0 {
        return None;
    }
    form.room = usize::from(area.width.saturating_sub(6)).clamp(1, 100);
    form.scroll(room, usize::from(area.height), cx);
    let mut pen = Pen { buf, y: area.y, bottom: area.bottom() };
    let mut cursor = None;
    for (at, field) in form.fields.iter().enumerate().skip(form.top) {
        if pen.y >= pen.bottom {
            break;
        }
        let focused = at == form.at;
        form.draw_label(&mut pen, (area.x, labels), field, focused, cx);
        let place = if focused && field.is_lines() { (area.x + 4, form.room) } else { (x, room) };
        let seen = form.draw_text(&mut pen, place, field, focused, cx);
        cursor = cursor.or(seen);
        let wrong = fault_lines(field, room, cx.settings.lang);
        for line in wrong.iter().chain(&form.advice.beneath(field.column.name, room)) {
            pen.line((x, room), line, cx.settings.theme.bad());
        }
        if focused {
            form.draw_beneath(&mut pen, place, field, cx);
        }
    }
    form.draw_beside(&mut pen, area, cx);
    cursor
}

/// Writes one line under the other, down to where there is no more room.
struct Pen<'a> {
    buf: &'a mut Buffer,
    y: u16,
    bottom: u16,
}

impl Pen<'_> {
    /// A line at a column, in so many cells; what does not fit below is not written.
    fn line(&mut self, (x, cells): (u16, usize), text: &str, style: Style) {
        if self.y < self.bottom {
            self.buf.set_stringn(x, self.y, cut(text, cells), cells, style);
        }
        self.y += 1;
    }

    /// The same, its style over all the cells.
    fn bar(&mut self, (x, cells): (u16, usize), text: &str, style: Style) {
        self.line((x, cells), &fit(text, cells), style);
    }
}

impl Edit {
    /// Scrolls down until the field that is typed in is whole.
    fn scroll(&mut self, room: usize, high: usize, cx: &Cx) {
        self.top = self.top.min(self.at);
        while self.top < self.at && (self.top..=self.at).map(|at| self.height(at, room, cx)).sum::<usize>() > high {
            self.top += 1;
        }
    }

    fn draw_label(&self, pen: &mut Pen, (x, labels): (u16, usize), field: &Field, focused: bool, cx: &Cx) {
        let theme = cx.settings.theme;
        let (lead, style) = if focused { ("▌ ", theme.cursor()) } else { ("  ", theme.label()) };
        let label = format!("{lead}{}", fit(field.column.label.say(cx.settings.lang), labels));
        pen.buf.set_stringn(x, pen.y, label, labels + 2, style);
        // While it is written, a text of several lines stands under its label in the whole width.
        if focused && field.is_lines() {
            pen.y += 1;
        }
    }

    /// A field's text, and where the cursor stands in it if it is typed in.
    fn draw_text(&self, pen: &mut Pen, place: (u16, usize), field: &Field, focused: bool, cx: &Cx) -> Option<Position> {
        let (x, room) = place;
        let at = |column: usize, y: u16| Position::new(x + u16::try_from(column).unwrap_or(0), y);
        let theme = cx.settings.theme;
        match (focused, field.is_lines()) {
            (true, true) => {
                let (lines, line, column) = field.editor.page(room);
                let shown = shown_lines(field, room);
                let first = (line + 1).saturating_sub(shown);
                let top = pen.y;
                for offset in 0..shown {
                    pen.bar(place, lines.get(first + offset).map_or("", String::as_str), theme.cursor());
                }
                let y = top + u16::try_from(line - first).unwrap_or(0);
                (y < pen.bottom).then(|| at(column, y))
            }
            (true, false) => {
                let (text, column) = field.editor.line(room);
                let cursor = at(column, pen.y);
                pen.bar(place, &text, theme.cursor());
                Some(cursor)
            }
            (false, true) => {
                for text in self.told(field, room).iter().take(2) {
                    pen.bar(place, text, theme.text());
                }
                None
            }
            (false, false) => {
                pen.line(place, &field.editor.text(), theme.text());
                None
            }
        }
    }

    /// What stands beneath the field that is typed in: what it means, what can be chosen, what the roster says.
    fn draw_beneath(&self, pen: &mut Pen, place: (u16, usize), field: &Field, cx: &Cx) {
        let theme = cx.settings.theme;
        for text in self.beneath(field, cx) {
            pen.line(place, &text, theme.quiet());
        }
        for (at, hint) in field.hints.iter().enumerate() {
            let (lead, style) = if field.hint == Some(at) { ("▸ ", theme.cursor()) } else { ("  ", theme.quiet()) };
            pen.bar(place, &format!("{lead}{}  {}", hint.label, hint.aside), style);
        }
        for line in self.expected(field.column.name, place.1, cx) {
            pen.line(place, &line, theme.label());
        }
    }

    /// What is said beside a whole form, at the bottom where there is room.
    fn draw_beside(&self, pen: &mut Pen, area: Rect, cx: &Cx) {
        let told = about::beside(self.meta.table);
        let lines: Vec<String> = told.iter().flat_map(|text| wrap(text.say(cx.settings.lang), self.room)).collect();
        let first = pen.bottom.saturating_sub(u16::try_from(lines.len()).unwrap_or(u16::MAX));
        pen.y = first.max(pen.y + 1);
        for line in lines {
            pen.line((area.x + 2, self.room), &line, cx.settings.theme.quiet());
        }
    }

    /// What the roster says of what is typed into a column: children like it, what an event will cost.
    fn expected(&self, column: &str, cells: usize, cx: &Cx) -> Vec<String> {
        let mut lines = self.near.beneath(column, cells, cx);
        lines.extend(self.forecast.beneath(column, cx.settings.lang).iter().flat_map(|said| wrap(said, cells)));
        lines
    }

    /// Labels stand whole as long as they leave what is typed nearly half of the width.
    fn label_width(&self, cells: u16, lang: Lang) -> usize {
        let most = (usize::from(cells) * 11 / 20).max(30);
        self.fields.iter().map(|field| width(field.column.label.say(lang))).max().unwrap_or(0).min(most)
    }

    /// How many lines a field takes.
    fn height(&self, at: usize, cells: usize, cx: &Cx) -> usize {
        let Some(field) = self.fields.get(at) else { return 0 };
        let focused = at == self.at;
        let body = if field.is_lines() {
            // While it is written, a text stands under its label in the whole width.
            if focused { 1 + shown_lines(field, self.room) } else { self.told(field, cells).len().min(2) }
        } else {
            1
        };
        let beneath = if focused { self.beneath(field, cx).len() } else { 0 };
        let hints = if focused { field.hints.len() + self.expected(field.column.name, cells, cx).len() } else { 0 };
        let advice = self.advice.beneath(field.column.name, cells).len();
        body + fault_lines(field, cells, cx.settings.lang).len() + advice + beneath + hints
    }

    /// A text of several lines as it is read: its places filled.
    fn told(&self, field: &Field, cells: usize) -> Vec<String> {
        match &self.places {
            Some(places) => Editor::new(&places.fill(&field.editor.text())).page(cells).0,
            None => field.editor.page(cells).0,
        }
    }

    /// What stands beneath the field that is typed in.
    fn beneath(&self, field: &Field, cx: &Cx) -> Vec<String> {
        let told = match &self.places {
            Some(places) if field.is_lines() => live::beneath(places, &field.editor),
            _ => field.beneath(cx.store.today(), cx.settings.lang),
        };
        told.map(|text| wrap(&text, self.room).into_iter().take(4).collect()).unwrap_or_default()
    }
}

/// How many lines of a text are seen while it is written.
fn shown_lines(field: &Field, cells: usize) -> usize {
    field.editor.page(cells).0.len().clamp(3, 10)
}

/// What is wrong with a field, whole: the end of a sentence mostly says what to do.
fn fault_lines(field: &Field, cells: usize, lang: Lang) -> Vec<String> {
    field.fault.as_ref().map_or_else(Vec::new, |fault| wrap(&format!("! {}", fault.say(lang)), cells))
}
