//! Taking in a unit's sheet: the file is read, what it would do is shown, and its good rows go in as one step.
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::roster::{self, Outcome, Taking};
use crate::domain::clean::clean;
use crate::exchange::roster::{Options, Roster, read};
use crate::screens::ask::Ask;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::screen as t;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit};

/// How many rows are taken in between two frames.
const PIECE: usize = 200;

/// Asks for the file.
#[must_use]
pub fn ask(cx: &Cx) -> Box<dyn Screen> {
    Box::new(Ask::new(
        cx.say(t::IMPORT).to_owned(),
        &[(t::ASK_PATH, "")],
        Box::new(|cx, answers| {
            let typed = answers.first().map_or("", String::as_str);
            // Terminals put quotes around a path that is dropped on them.
            let path = PathBuf::from(typed.trim_matches(['"', '\'']));
            let bytes = std::fs::read(&path)?;
            let name = path.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
            let options = Options { unit: None, as_of: None, today: cx.store.today() };
            let roster = read(&name, &bytes, &options)?;
            Ok(Flow::Replace(Box::new(Import::new(cx, name, roster)?)))
        }),
    ))
}

/// A file that was read, and what taking it in would do.
pub struct Import {
    name: String,
    roster: Roster,
    outcome: Outcome,
    lines: Vec<Line>,
    top: usize,
    taking: Option<Taking>,
    progress: (usize, usize),
}

impl Import {
    fn new(cx: &mut Cx, name: String, roster: Roster) -> Result<Self> {
        let outcome = roster::plan(cx.store, &name, roster.clone())?;
        let lang = cx.settings.lang;
        let line = |kind: &str, sheet: &str, row: u32, text: String| Line {
            cells: vec![
                kind.to_owned(),
                t::IMPORT_PLACE.with([sheet.to_owned(), row.to_string()]).say(lang),
                clean(&text),
            ],
            marked: false,
        };
        let refused = outcome.refused.iter().map(|it| {
            let value = format!("{}: {} – {}", it.column, it.value, it.reason.say(lang));
            line(cx.say(t::IMPORT_REFUSED), &it.sheet, it.row, value)
        });
        let warned =
            outcome.warnings.iter().map(|it| line(cx.say(t::IMPORT_WARNING), &it.sheet, it.row, it.text.say(lang)));
        let lines = refused.chain(warned).collect();
        Ok(Self { name, roster, outcome, lines, top: 0, taking: None, progress: (0, 0) })
    }

    fn start(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.outcome.added + self.outcome.updated == 0 {
            let sentence = cx.say(t::IMPORT_NOTHING);
            cx.good(sentence);
            return Ok(Flow::Back);
        }
        self.progress = (0, self.roster.rows.len());
        self.taking = Some(Taking::begin(cx.store, &self.name, self.roster.clone())?);
        Ok(Flow::Stay)
    }
}

impl Screen for Import {
    fn title(&self, cx: &Cx) -> String {
        t::IMPORT_TITLE.with([&self.name]).say(cx.settings.lang)
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        [(&[Key::Enter][..], t::TAKE_IN), (&[Key::Esc], t::LEAVE)]
            .into_iter()
            .enumerate()
            .map(|(at, (keys, name))| Offer { keys, name, at })
            .collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        if at == 0 { self.start(cx) } else { Ok(Flow::Back) }
    }

    fn typing(&self) -> bool {
        true
    }

    fn working(&self) -> bool {
        self.taking.is_some()
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some(taking) = self.taking.take_if(|_| key == Key::Esc) {
            taking.cancel(cx.store);
            let sentence = cx.say(t::STOPPED);
            cx.bad(sentence);
            return Ok(Flow::Back);
        }
        if self.outcome_is_in() {
            return Ok(Flow::Back);
        }
        let last = self.lines.len().saturating_sub(1);
        match key {
            Key::Up => self.top = self.top.saturating_sub(1),
            Key::Down => self.top = (self.top + 1).min(last),
            Key::PageUp => self.top = self.top.saturating_sub(15),
            Key::PageDown => self.top = (self.top + 15).min(last),
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let Some(mut taking) = self.taking.take() else { return Ok(false) };
        match taking.step(cx.store, PIECE) {
            Ok(progress) if progress.done < progress.total => {
                self.progress = (progress.done, progress.total);
                self.taking = Some(taking);
            }
            Ok(_) => {
                let outcome = taking.finish(cx.store)?;
                let numbers = [outcome.added, outcome.updated, outcome.refused.len()].map(|n| n.to_string());
                let [added, updated, refused] = numbers;
                let sentence = t::IMPORTED.with([self.name.clone(), added, updated, refused]).say(cx.settings.lang);
                cx.good(sentence);
                self.roster.rows.clear();
            }
            Err(error) => {
                taking.cancel(cx.store);
                return Err(error);
            }
        }
        Ok(true)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        let it = &self.outcome;
        let numbers = [it.added, it.updated, it.unchanged, it.refused.len(), it.warnings.len()];
        let summary = t::IMPORT_SUMMARY.with(numbers).say(lang);
        buf.set_stringn(area.x + 2, area.y, cut(&summary, cells), cells, theme.label());
        let (done, total) = self.progress;
        let keys = if self.taking.is_some() {
            t::WORKING.with([done, total]).say(lang)
        } else if self.outcome_is_in() {
            cx.say(t::ANY_KEY).to_owned()
        } else {
            cx.say(t::IMPORT_KEYS).to_owned()
        };
        buf.set_stringn(area.x + 2, area.y + 1, fit(&keys, cells), cells, theme.quiet());
        let heads: Vec<Head> = [10, 26, 40]
            .into_iter()
            .map(|width| Head { label: String::new(), width, right: false, grows: width == 40 })
            .collect();
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let shown = self.lines.get(self.top..).unwrap_or_default();
        table::draw(buf, list, &heads, shown, None, theme);
        None
    }
}

impl Import {
    /// Whether the rows have gone in: then any key leads back.
    fn outcome_is_in(&self) -> bool {
        self.taking.is_none() && self.progress.1 > 0 && self.roster.rows.is_empty()
    }
}
