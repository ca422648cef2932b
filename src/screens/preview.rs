//! A paper as it will be printed, page by page, in the terminal.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::paper::{Paper, txt};
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{issue as t, screen};
use crate::ui::key::Key;
use crate::ui::width::cut;

/// The widest page that is shown: a lying page with its tables.
const WIDEST: u16 = 140;

/// The pages of a paper under each other.
pub struct Preview {
    title: String,
    paper: Paper,
    /// The lines of all pages, each page after the line that begins it.
    lines: Vec<String>,
    /// Where each page begins among the lines.
    starts: Vec<usize>,
    /// The width that the pages were last set for.
    width: usize,
    top: usize,
    height: usize,
}

impl Preview {
    /// A paper under a title.
    #[must_use]
    pub const fn new(title: String, paper: Paper) -> Self {
        Self { title, paper, lines: Vec::new(), starts: Vec::new(), width: 0, top: 0, height: 1 }
    }

    /// The page at the top of the screen, from 0.
    fn page(&self) -> usize {
        self.starts.partition_point(|start| *start <= self.top).saturating_sub(1)
    }

    fn last(&self) -> usize {
        self.lines.len().saturating_sub(self.height)
    }

    /// Goes some pages on or back.
    fn turn(&mut self, by: isize) {
        let page = self.page();
        // Back from within a page goes to its own top first.
        let within = self.starts.get(page).is_some_and(|start| *start < self.top);
        let to = if by < 0 && within { page } else { page.saturating_add_signed(by) };
        self.top = self.starts.get(to).copied().unwrap_or_else(|| self.last()).min(self.last());
    }

    /// Sets the pages for a width, staying at the page that is shown.
    fn set(&mut self, width: usize, lang: crate::text::Lang) {
        let page = self.page();
        let pages = txt::pages(&self.paper, width);
        let count = pages.len();
        self.lines.clear();
        self.starts.clear();
        for (n, page) in pages.into_iter().enumerate() {
            self.starts.push(self.lines.len());
            let said = t::PAGE_EDGE.with([n + 1, count]).say(lang);
            let dashes = "╌".repeat(width.saturating_sub(said.chars().count()) / 2);
            self.lines.push(format!("{dashes}{said}{dashes}"));
            self.lines.extend(page);
            self.lines.push(String::new());
        }
        self.width = width;
        self.top = self.starts.get(page).copied().unwrap_or(0);
    }
}

impl Screen for Preview {
    fn title(&self, _: &Cx) -> String {
        self.title.clone()
    }

    fn status(&self, cx: &Cx) -> String {
        t::PAGE_OF.with([self.page() + 1, self.starts.len().max(1)]).say(cx.settings.lang)
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        vec![
            Offer { keys: &[Key::PageDown], name: t::SCREEN_DOWN, at: 0 },
            Offer { keys: &[Key::PageUp], name: t::SCREEN_UP, at: 1 },
            Offer { keys: &[Key::Right], name: t::NEXT_PAGE, at: 2 },
            Offer { keys: &[Key::Left], name: t::LAST_PAGE, at: 3 },
            Offer { keys: &[Key::Esc], name: screen::LEAVE, at: 4 },
        ]
    }

    fn run(&mut self, _: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => self.top = (self.top + self.height).min(self.last()),
            1 => self.top = self.top.saturating_sub(self.height),
            2 => self.turn(1),
            3 => self.turn(-1),
            _ => return Ok(Flow::Back),
        }
        Ok(Flow::Stay)
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match key {
            Key::Up => self.top = self.top.saturating_sub(1),
            Key::Down => self.top = (self.top + 1).min(self.last()),
            Key::Home => self.top = 0,
            Key::End => self.top = self.last(),
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        self.height = usize::from(area.height).max(1);
        let width = usize::from(area.width.saturating_sub(2).min(WIDEST)).max(1);
        if width != self.width {
            self.set(width, cx.settings.lang);
        }
        self.top = self.top.min(self.last());
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let cells = usize::from(area.width.saturating_sub(2));
        let theme = cx.settings.theme;
        for (n, y) in (self.top..self.lines.len()).zip(area.top()..area.bottom()) {
            let edge = self.starts.contains(&n);
            let line = self.lines.get(n).map_or("", String::as_str);
            buf.set_stringn(area.x + 1, y, cut(line, cells), cells, if edge { theme.quiet() } else { theme.text() });
        }
        None
    }
}
