//! A question before what cannot be undone; the answer that Enter gives is no.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::screens::question::{Answer, Question};
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{Text, screen as t};
use crate::ui::key::Key;

/// What is done if the answer is yes.
type Done = Box<dyn Fn(&mut Cx) -> Result<Flow>>;

/// The question and what it is about.
pub struct Confirm {
    title: Text,
    question: Question,
    done: Done,
}

impl Confirm {
    /// A question under the name of the act, which is also the answer yes; no is chosen.
    #[must_use]
    pub const fn new(title: Text, text: String, done: Done) -> Self {
        Self { title, question: Question::new(text).named(title), done }
    }
}

impl Screen for Confirm {
    fn title(&self, cx: &Cx) -> String {
        cx.say(self.title).to_owned()
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        vec![
            Offer { keys: &[Key::Enter], name: t::CONFIRM, at: 0 },
            Offer { keys: &[Key::Left, Key::Right, Key::Tab], name: t::CHOICES, at: 1 },
            Offer { keys: &[Key::Esc], name: t::LEAVE, at: 2 },
        ]
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        self.press(cx, [Key::Enter, Key::Tab, Key::Esc].get(at).copied().unwrap_or(Key::Esc))
    }

    fn typing(&self) -> bool {
        true
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match self.question.press(key) {
            Answer::Open => Ok(Flow::Stay),
            Answer::No => Ok(Flow::Back),
            Answer::Yes => (self.done)(cx),
        }
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        self.question.draw(buf, area, cx);
        None
    }
}
