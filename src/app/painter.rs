//! What stands on the terminal, and how the next frame gets there: only the cells that changed, in one write.
use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;

/// What stands on the terminal: blank, the cursor hidden, before the first frame.
#[derive(Default)]
pub struct Painter {
    shown: Buffer,
    cursor: Option<Position>,
}

impl Painter {
    /// Brings the program's next frame onto the terminal; nothing is written if nothing changed.
    ///
    /// # Errors
    /// If the terminal cannot be written.
    pub fn paint(&mut self, app: &mut App) -> io::Result<()> {
        let (width, height) = terminal::size()?;
        if width == 0 || height == 0 {
            return Ok(());
        }
        let bytes = self.frame(app, Rect::new(0, 0, width, height))?;
        if bytes.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        out.flush()
    }

    fn frame(&mut self, app: &mut App, area: Rect) -> io::Result<Vec<u8>> {
        let mut next = Buffer::empty(area);
        let cursor = app.draw(&mut next, area);
        let mut bytes = Vec::new();
        queue!(bytes, BeginSynchronizedUpdate)?;
        let resized = self.shown.area != area;
        if resized {
            queue!(bytes, Clear(ClearType::All))?;
            self.shown = Buffer::empty(area);
        }
        let changed = self.shown.diff(&next);
        if changed.is_empty() && cursor == self.cursor && !resized {
            return Ok(Vec::new());
        }
        if !changed.is_empty() {
            CrosstermBackend::new(&mut bytes).draw(changed.into_iter())?;
        }
        match cursor {
            Some(place) => queue!(bytes, MoveTo(place.x, place.y))?,
            None if self.cursor.is_some() => queue!(bytes, Hide)?,
            None => {}
        }
        if cursor.is_some() && self.cursor.is_none() {
            queue!(bytes, Show)?;
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.shown = next;
        self.cursor = cursor;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::screens::screen::Settings;
    use crate::store::Store;
    use crate::store::clock::Clock;
    use crate::text::field;
    use crate::ui::key::{Input, Key};

    fn app() -> App {
        let now = || NaiveDate::from_ymd_opt(2026, 5, 20).unwrap_or_default().into();
        let clock = Clock { day: None, now };
        App::new(Some(Store::memory("vân", clock).expect("a store in memory")), None, Settings::default())
    }

    fn next(painter: &mut Painter, app: &mut App, size: (u16, u16)) -> String {
        let bytes = painter.frame(app, Rect::new(0, 0, size.0, size.1)).expect("bytes in memory");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn a_frame_that_is_the_same_writes_nothing() {
        let (mut painter, mut app) = (Painter::default(), app());
        assert!(next(&mut painter, &mut app, (100, 30)).contains("Vì Trẻ Em"));
        assert_eq!(next(&mut painter, &mut app, (100, 30)), "");
        assert!(next(&mut painter, &mut app, (80, 24)).contains("Vì Trẻ Em"));
    }

    #[test]
    fn the_cursor_is_shown_where_one_types_and_hidden_elsewhere() {
        let (mut painter, mut app) = (Painter::default(), app());
        app.open_tab(field::CHILDREN);
        assert!(!next(&mut painter, &mut app, (100, 30)).contains("\u{1b}[?25"));
        app.input(Input::Key(Key::Insert));
        assert!(next(&mut painter, &mut app, (100, 30)).contains("\u{1b}[?25h"));
        app.input(Input::Key(Key::Esc));
        assert!(next(&mut painter, &mut app, (100, 30)).contains("\u{1b}[?25l"));
    }
}
