//! A question before many rows go to the trash; the answer that Enter gives is no.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use crate::screens::screen::Cx;
use crate::text::{Text, screen as t};
use crate::ui::key::Key;
use crate::ui::width::{fit, hang};

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Open,
    /// No.
    No,
    /// Yes.
    Yes,
}

/// A question with its two answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    text: String,
    yes: bool,
    /// What the answer yes is called.
    name: Text,
}

impl Question {
    /// A question; no is chosen.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self { text, yes: false, name: t::ANSWER_YES }
    }

    /// The same question whose answer yes is called otherwise.
    #[must_use]
    pub const fn named(mut self, name: Text) -> Self {
        self.name = name;
        self
    }

    /// Takes a key.
    pub const fn press(&mut self, key: Key) -> Answer {
        match key {
            Key::Left | Key::Right | Key::Tab | Key::BackTab => {
                self.yes = !self.yes;
                Answer::Open
            }
            Key::Enter if self.yes => Answer::Yes,
            Key::Enter | Key::Esc => Answer::No,
            _ => Answer::Open,
        }
    }

    /// Draws the question in the middle of an area.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let theme = cx.settings.theme;
        let wide = area.width.min(64);
        let lines = hang(&self.text, usize::from(wide.saturating_sub(4)));
        let high = (u16::try_from(lines.len()).unwrap_or(1) + 5).min(area.height);
        let outer = Rect::new(area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2, wide, high);
        Clear.render(outer, buf);
        let block = Block::bordered().style(theme.text());
        let inner = block.inner(outer);
        block.render(outer, buf);
        let cells = usize::from(inner.width);
        let mut y = inner.y;
        for line in &lines {
            if y < inner.bottom() {
                buf.set_stringn(inner.x, y, fit(&format!(" {line}"), cells), cells, theme.text());
            }
            y += 1;
        }
        let chosen = |on: bool, text: &str| if on { format!("[▌{text}]") } else { format!("[ {text}]") };
        let answers = format!(" {}   {}", chosen(!self.yes, cx.say(t::ANSWER_NO)), chosen(self.yes, cx.say(self.name)));
        for (text, style) in [
            (String::new(), theme.text()),
            (answers, theme.bad()),
            (format!(" {}", cx.say(t::ANSWER_KEYS)), theme.quiet()),
        ] {
            if y < inner.bottom() {
                buf.set_stringn(inner.x, y, fit(&text, cells), cells, style);
            }
            y += 1;
        }
    }
}
