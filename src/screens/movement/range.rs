//! A period or stretch of days typed by its code: "2026-Q1", "1/3/2026..30/6/2026".
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::period::Period;
use crate::screens::screen::Cx;
use crate::store::Result;
use crate::text::{Lang, movement as t};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit};

/// What became of a key.
pub enum Typed {
    /// It is still being typed.
    Open,
    /// It was left.
    Left,
    /// The period that was typed.
    Period(Period),
}

/// The line in which it is typed.
pub struct Range {
    editor: Editor,
}

impl Range {
    /// A line that begins with a period as it is called, to be typed on.
    #[must_use]
    pub fn new(period: &Period, lang: Lang) -> Self {
        Self { editor: Editor::new(&period.written(lang)) }
    }

    /// Takes a key.
    ///
    /// # Errors
    /// If Enter ends what is no period.
    pub fn press(&mut self, key: Key) -> Result<Typed> {
        match key {
            Key::Esc => return Ok(Typed::Left),
            Key::Enter => return Ok(Typed::Period(Period::read(&self.editor.text())?)),
            _ => drop(self.editor.press(key)),
        }
        Ok(Typed::Open)
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        self.editor.insert_flat(text);
    }

    /// Draws itself in two lines.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let cells = usize::from(area.width.saturating_sub(4));
        if area.height < 2 || cells == 0 {
            return None;
        }
        let theme = cx.settings.theme;
        buf.set_stringn(area.x + 2, area.y, cut(cx.say(t::ASK_PERIOD), cells), cells, theme.label());
        let (line, column) = self.editor.line(cells);
        buf.set_stringn(area.x + 2, area.y + 1, fit(&line, cells), cells, theme.cursor());
        Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), area.y + 1))
    }
}
