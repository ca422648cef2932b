//! All papers of a period on their way into a folder: how far, and Esc to stop.
use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::bundle;
use crate::domain::period::Period;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{bundle as t, screen};
use crate::ui::key::Key;
use crate::ui::width::cut;

/// The work, or what became of it.
pub struct Bundle {
    work: Option<bundle::Bundle>,
    place: String,
    /// What is said once it is done.
    told: String,
}

impl Bundle {
    /// Begins the work.
    ///
    /// # Errors
    /// If the folder exists or cannot be made.
    pub fn new(cx: &Cx, period: &Period, target: &Path) -> Result<Self> {
        let work = bundle::Bundle::begin(cx.store, period, target)?;
        Ok(Self { work: Some(work), place: target.display().to_string(), told: String::new() })
    }
}

impl Screen for Bundle {
    fn title(&self, cx: &Cx) -> String {
        cx.say(t::TITLE).to_owned()
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        vec![Offer { keys: &[Key::Esc], name: screen::LEAVE, at: 0 }]
    }

    fn run(&mut self, cx: &mut Cx, _: usize) -> Result<Flow> {
        if self.work.take().is_some() {
            let sentence = cx.say(screen::STOPPED);
            cx.bad(sentence);
        }
        Ok(Flow::Back)
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if key == Key::Enter && self.work.is_none() { Ok(Flow::Back) } else { self.dispatch(cx, key) }
    }

    fn working(&self) -> bool {
        self.work.is_some()
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let Some(mut work) = self.work.take() else { return Ok(false) };
        if work.step(cx.store)? {
            self.work = Some(work);
            return Ok(true);
        }
        let count = work.finish(cx.store)?;
        self.told = t::MADE.with([count.to_string(), self.place.clone()]).say(cx.settings.lang);
        cx.good(self.told.clone());
        Ok(true)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let cells = usize::from(area.width.saturating_sub(4));
        let (lang, theme) = (cx.settings.lang, cx.settings.theme);
        let line = match &self.work {
            Some(work) => {
                let (done, total) = work.progress();
                screen::WORKING.with([done, total]).say(lang)
            }
            None => self.told.clone(),
        };
        for (text, y) in [(self.place.as_str(), area.y + 1), (line.as_str(), area.y + 2)] {
            if y < area.bottom() {
                buf.set_stringn(area.x + 2, y, cut(text, cells), cells, theme.text());
            }
        }
        None
    }
}
