//! A few lines asked for before an act: a number, a name, a path.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{Text, screen as t};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit};

/// What is done with the answers.
type Done = Box<dyn Fn(&mut Cx, &[String]) -> Result<Flow>>;

/// The questions and what is typed.
pub struct Ask {
    title: String,
    fields: Vec<(Text, Editor)>,
    at: usize,
    done: Done,
}

impl Ask {
    /// Asks for some lines, each with what stands there at first.
    #[must_use]
    pub fn new(title: String, fields: &[(Text, &str)], done: Done) -> Self {
        let fields = fields.iter().map(|(label, text)| (*label, Editor::new(text))).collect();
        Self { title, fields, at: 0, done }
    }

    fn submit(&self, cx: &mut Cx) -> Result<Flow> {
        let answers: Vec<String> = self.fields.iter().map(|(_, editor)| editor.text().trim().to_owned()).collect();
        (self.done)(cx, &answers)
    }
}

impl Screen for Ask {
    fn title(&self, _: &Cx) -> String {
        self.title.clone()
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        [(&[Key::Enter, Key::Ctrl('s')][..], t::CONFIRM), (&[Key::Tab], t::NEXT_FIELD), (&[Key::Esc], t::LEAVE)]
            .into_iter()
            .enumerate()
            .map(|(at, (keys, name))| Offer { keys, name, at })
            .collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => self.submit(cx),
            1 => {
                self.at = (self.at + 1) % self.fields.len().max(1);
                Ok(Flow::Stay)
            }
            _ => Ok(Flow::Back),
        }
    }

    fn typing(&self) -> bool {
        true
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match key {
            Key::Enter if self.at + 1 < self.fields.len() => self.at += 1,
            Key::Up | Key::BackTab => self.at = self.at.saturating_sub(1),
            Key::Down => self.at = (self.at + 1).min(self.fields.len().saturating_sub(1)),
            Key::Enter | Key::Tab | Key::Esc | Key::Ctrl('s') => return self.dispatch(cx, key),
            _ => {
                let typed = self.fields.get_mut(self.at).is_some_and(|(_, editor)| editor.press(key));
                return Ok(if typed { Flow::Stay } else { Flow::Pass });
            }
        }
        Ok(Flow::Stay)
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        if let Some((_, editor)) = self.fields.get_mut(self.at) {
            editor.insert(&text.replace(['\n', '\r', '\t'], " "));
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let cells = usize::from(area.width.saturating_sub(4)).min(90);
        let mut cursor = None;
        let mut y = area.y + 1;
        for (at, (label, editor)) in self.fields.iter().enumerate() {
            if y + 1 >= area.bottom() {
                break;
            }
            let on = at == self.at;
            buf.set_stringn(area.x + 2, y, cut(cx.say(*label), cells), cells, theme.label());
            let (line, column) = editor.line(cells);
            let style = if on { theme.cursor() } else { theme.text() };
            buf.set_stringn(area.x + 2, y + 1, fit(&line, cells), cells, style);
            if on {
                cursor = Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), y + 1));
            }
            y += 3;
        }
        cursor
    }
}
