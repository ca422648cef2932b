//! Taking in a unit's sheet, in three steps: which file, what its columns are read as, and what it would do. Each step
//! leads on and back; nothing is written before the last.
mod columns;
mod lines;
mod pick;
mod preview;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::exchange::roster::{File, Frame, Options};
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{import as t, screen};
use crate::ui::key::Key;

use columns::Columns;
use pick::Pick;
use preview::Preview;

/// The first step: which file.
#[must_use]
pub fn ask(cx: &Cx) -> Box<dyn Screen> {
    Box::new(Import { step: Step::Pick(Box::new(Pick::new(cx))) })
}

/// The way of a unit's sheet into the store.
pub struct Import {
    step: Step,
}

/// Where it is.
enum Step {
    Pick(Box<Pick>),
    Columns(Box<Columns>),
    Preview(Box<Preview>),
}

/// A file that was read, and how its sheets are read.
#[derive(Clone)]
struct Work {
    file: Arc<File>,
    frames: Vec<Frame>,
    /// Which frames are read as in the unit's last file.
    kept: Vec<bool>,
}

/// What a step answers.
enum Next {
    Stay,
    Pass,
    Leave,
    Open(Box<dyn Screen>),
    To(Step),
}

/// What a step is: a screen that leads to another step.
trait Stage {
    fn offers(&self, cx: &Cx) -> Vec<Offer>;
    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Next>;
    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Next>;
    fn paste(&mut self, text: &str);
    fn working(&self) -> bool;
    /// One piece of the work under way; nothing if there is none.
    fn settle(&mut self, cx: &mut Cx) -> Result<Option<Next>>;
    fn fit(&mut self, area: Rect);
    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position>;

    fn dispatch(&mut self, cx: &mut Cx, key: Key) -> Result<Next> {
        let offer = self.offers(cx).into_iter().find(|offer| offer.keys.contains(&key));
        offer.map_or(Ok(Next::Pass), |offer| self.run(cx, offer.at))
    }
}

/// What a roster's reader is told beside the file.
fn options(cx: &Cx) -> Options {
    Options { unit: None, as_of: None, today: cx.store.today() }
}

impl Import {
    fn stage(&mut self) -> &mut dyn Stage {
        match &mut self.step {
            Step::Pick(step) => step.as_mut(),
            Step::Columns(step) => step.as_mut(),
            Step::Preview(step) => step.as_mut(),
        }
    }

    fn seen(&self) -> &dyn Stage {
        match &self.step {
            Step::Pick(step) => step.as_ref(),
            Step::Columns(step) => step.as_ref(),
            Step::Preview(step) => step.as_ref(),
        }
    }

    fn follow(&mut self, next: Next) -> Flow {
        match next {
            Next::Stay => Flow::Stay,
            Next::Pass => Flow::Pass,
            Next::Leave => Flow::Back,
            Next::Open(screen) => Flow::Open(screen),
            Next::To(step) => {
                self.step = step;
                Flow::Stay
            }
        }
    }
}

impl Screen for Import {
    fn title(&self, cx: &Cx) -> String {
        let name = match &self.step {
            Step::Pick(_) => return cx.say(screen::IMPORT).to_owned(),
            Step::Columns(step) => &step.work.file.name,
            Step::Preview(step) => &step.work.file.name,
        };
        t::TITLE.with([name]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        self.seen().offers(cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        let next = self.stage().run(cx, at)?;
        Ok(self.follow(next))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let next = self.stage().press(cx, key)?;
        Ok(self.follow(next))
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        self.stage().paste(text);
        Ok(Flow::Stay)
    }

    fn typing(&self) -> bool {
        true
    }

    fn working(&self) -> bool {
        self.seen().working()
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.stage().fit(area);
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let Some(next) = self.stage().settle(cx)? else { return Ok(false) };
        // A work leads to a step or goes on; it never leaves the screen.
        self.follow(next);
        Ok(true)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        self.stage().draw(buf, area, cx)
    }
}
