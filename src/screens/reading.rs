//! Lines that are only read and scrolled.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{Said, remark, screen as t};
use crate::ui::key::Key;
use crate::ui::width::{cut, hang};

/// Lines to read.
pub struct Reading {
    title: String,
    lines: Vec<String>,
    shown: Vec<String>,
    top: usize,
    height: usize,
}

impl Reading {
    /// Lines under a title.
    #[must_use]
    pub const fn new(title: String, lines: Vec<String>) -> Self {
        Self { title, lines, shown: Vec::new(), top: 0, height: 1 }
    }

    /// What is to be looked at before a paper is signed.
    #[must_use]
    pub fn of_remarks(found: &[Said], cx: &Cx) -> Self {
        Self::new(cx.say(remark::LOOK).to_owned(), remark_lines(found, cx))
    }
}

/// How many things are to be looked at, and each as a point; nothing where there are none.
#[must_use]
pub fn remark_lines(found: &[Said], cx: &Cx) -> Vec<String> {
    let lang = cx.settings.lang;
    if found.is_empty() {
        return Vec::new();
    }
    let head = remark::HOW_MANY.with([found.len()]).say(lang);
    std::iter::once(head).chain(found.iter().map(|it| it.say(lang))).collect()
}

impl Screen for Reading {
    fn title(&self, _: &Cx) -> String {
        self.title.clone()
    }

    fn status(&self, _: &Cx) -> String {
        format!("{}/{}", self.top + 1, self.shown.len().max(1))
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        vec![Offer { keys: &[Key::Esc], name: t::LEAVE, at: 0 }]
    }

    fn run(&mut self, _: &mut Cx, _: usize) -> Result<Flow> {
        Ok(Flow::Back)
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let last = self.shown.len().saturating_sub(self.height);
        match key {
            Key::Up => self.top = self.top.saturating_sub(1),
            Key::Down => self.top = (self.top + 1).min(last),
            Key::PageUp => self.top = self.top.saturating_sub(self.height),
            Key::PageDown => self.top = (self.top + self.height).min(last),
            Key::Home => self.top = 0,
            Key::End => self.top = last,
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.height = usize::from(area.height).max(1);
        let cells = usize::from(area.width.saturating_sub(4));
        self.shown = self.lines.iter().flat_map(|line| hang(line, cells)).collect();
        self.top = self.top.min(self.shown.len().saturating_sub(1));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let cells = usize::from(area.width.saturating_sub(4));
        for (line, y) in self.shown.iter().skip(self.top).zip(area.top()..area.bottom()) {
            buf.set_stringn(area.x + 2, y, cut(line, cells), cells, cx.settings.theme.text());
        }
        None
    }
}
