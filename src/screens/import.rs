//! Taking in a unit's sheet: the file is read, what it would do is shown, and its good rows go in as one step.
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::rejects::{place, rejects};
use crate::acts::roster::{Outcome, Taking};
use crate::domain::clean::clean;
use crate::exchange::roster::{Options, Refusal, Roster, read};
use crate::paper::xlsx;
use crate::screens::ask::Ask;
use crate::screens::pane;
use crate::screens::path;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{cli as words, screen as t};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit};

/// How many rows are taken in between two frames.
const PIECE: usize = 200;

/// How many lines below the list say the line under the cursor in full.
const BELOW: u16 = 2;

/// What the store remembers of the folder used last.
const FOLDER: &str = "import folder";

/// Asks for the file; ↓ offers the sheets where they mostly lie.
#[must_use]
pub fn ask(cx: &Cx) -> Box<dyn Screen> {
    let last = cx.store.recall(FOLDER).ok().flatten().map(PathBuf::from);
    let ask = Ask::new(
        cx.say(t::IMPORT).to_owned(),
        &[(t::ASK_PATH, "")],
        Box::new(|cx, answers| {
            let file = path::typed(answers.first().map_or("", String::as_str));
            if !file.is_file() {
                return Err(t::NO_SUCH_FILE.with([file.display()]).into());
            }
            let bytes = std::fs::read(&file)?;
            let name = file.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
            let options = Options { unit: None, as_of: None, today: cx.store.today() };
            let roster = read(&name, &bytes, &options)?;
            if let Some(folder) = file.parent() {
                cx.store.remember(FOLDER, &folder.to_string_lossy())?;
            }
            Ok(Flow::Replace(Box::new(Import::new(cx, name, roster)?)))
        }),
    );
    Box::new(ask.among(path::sheets(last.as_deref())))
}

/// A file that was read, and what taking it in would do.
pub struct Import {
    name: String,
    roster: Roster,
    outcome: Outcome,
    lines: Vec<Line>,
    cursor: Cursor,
    taking: Option<(Taking, Aim)>,
    progress: (usize, usize),
    done: bool,
}

/// What the rows are gone through for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    /// To see what taking them in would do; all is dropped again.
    Look,
    /// To take them in.
    Take,
}

impl Import {
    fn new(cx: &mut Cx, name: String, roster: Roster) -> Result<Self> {
        let (outcome, progress) = (Outcome::default(), (0, roster.rows.len()));
        let cursor = Cursor::default();
        let mut import = Self { name, roster, outcome, lines: Vec::new(), cursor, taking: None, progress, done: false };
        import.start(cx, Aim::Look)?;
        Ok(import)
    }

    /// What became of the rows, refused ones and remarks in words.
    fn tell(&mut self, cx: &Cx, outcome: Outcome) {
        let lang = cx.settings.lang;
        let line = |kind: &str, sheet: &str, row: u32, text: String| Line {
            cells: vec![
                kind.to_owned(),
                place(sheet, row).map_or_else(|| cx.say(t::WHOLE_FILE).to_owned(), |place| place.say(lang)),
                clean(&text),
            ],
            marked: false,
        };
        let refused = outcome.refused.iter().map(|it| {
            let reason = it.reason.say(lang);
            // Most reasons quote what stands there.
            let known = it.value.is_empty() || reason.contains(&it.value);
            let value = if known { String::new() } else { format!("{} – ", it.value) };
            line(cx.say(t::IMPORT_REFUSED), &it.sheet, it.row, format!("{}: {value}{reason}", it.column))
        });
        let warned =
            outcome.warnings.iter().map(|it| line(cx.say(t::IMPORT_WARNING), &it.sheet, it.row, it.text.say(lang)));
        self.lines = refused.chain(warned).collect();
        self.outcome = outcome;
    }

    fn start(&mut self, cx: &mut Cx, aim: Aim) -> Result<Flow> {
        self.progress = (0, self.roster.rows.len());
        self.taking = Some((Taking::begin(cx.store, &self.name, self.roster.clone())?, aim));
        Ok(Flow::Stay)
    }
}

impl Screen for Import {
    fn title(&self, cx: &Cx) -> String {
        t::IMPORT_TITLE.with([&self.name]).say(cx.settings.lang)
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let (done, fresh) = (self.done, self.outcome.added + self.outcome.updated > 0);
        let all = [
            (&[Key::Enter][..], t::TAKE_IN, !done && fresh),
            (&[Key::F(7), Key::Ctrl('p')], t::REJECTS, !self.outcome.refused.is_empty()),
            (&[Key::Esc, Key::Enter], if done { t::CLOSE } else { t::LEAVE }, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => self.start(cx, Aim::Take),
            1 => Ok(Flow::Open(Box::new(self.rejects(cx)))),
            _ => {
                if !self.done && self.outcome.added + self.outcome.updated == 0 {
                    let sentence = cx.say(t::IMPORT_NOTHING);
                    cx.good(sentence);
                }
                Ok(Flow::Back)
            }
        }
    }

    fn typing(&self) -> bool {
        true
    }

    fn working(&self) -> bool {
        self.taking.is_some()
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some((taking, _)) = self.taking.take_if(|_| key == Key::Esc) {
            taking.cancel(cx.store);
            let sentence = cx.say(t::STOPPED);
            cx.bad(sentence);
            return Ok(Flow::Back);
        }
        if self.cursor.press(key, self.lines.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(3 + BELOW)));
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        let Some((mut taking, aim)) = self.taking.take() else { return Ok(false) };
        let progress = match taking.step(cx.store, PIECE) {
            Ok(progress) => progress,
            Err(error) => {
                taking.cancel(cx.store);
                return Err(error);
            }
        };
        self.progress = (progress.done, progress.total);
        if !progress.is_whole() {
            self.taking = Some((taking, aim));
            return Ok(true);
        }
        match aim {
            Aim::Look => {
                let outcome = taking.cancel(cx.store);
                self.tell(cx, outcome);
            }
            Aim::Take => {
                let outcome = taking.finish(cx.store)?;
                let [added, updated, refused] =
                    [outcome.added, outcome.updated, outcome.refused.len()].map(|n| n.to_string());
                let sentence = t::IMPORTED.with([self.name.clone(), added, updated, refused]).say(cx.settings.lang);
                cx.good(sentence);
                self.done = true;
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
        } else if self.done {
            cx.say(t::IMPORT_IN).to_owned()
        } else if it.added + it.updated == 0 {
            cx.say(t::IMPORT_NOTHING).to_owned()
        } else {
            cx.say(t::IMPORT_KEYS).to_owned()
        };
        buf.set_stringn(area.x + 2, area.y + 1, fit(&keys, cells), cells, theme.quiet());
        let head = |width, grows| Head { label: String::new(), width, right: false, grows };
        let heads = [head(10, false), head(22, false), head(40, true)];
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + BELOW), ..area };
        let shown = self.lines.get(self.cursor.top..).unwrap_or_default();
        let cursor = (!self.lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, shown, cursor, theme);
        // What is cut in its row is said in full below.
        if let Some(text) = self.lines.get(self.cursor.at).and_then(|line| line.cells.last()) {
            let below = Rect { y: area.bottom().saturating_sub(BELOW), height: BELOW, ..area };
            pane::paragraph(buf, below, text, theme.text());
        }
        None
    }
}

impl Import {
    /// The choice of a file for the refused rows, each with its reason, to be mended and taken in again.
    fn rejects(&self, cx: &Cx) -> Print {
        let refused: Vec<Refusal> = self.outcome.refused.clone();
        let count = i64::try_from(refused.len()).unwrap_or(i64::MAX);
        let make = move |cx: &mut Cx| {
            let rows: Vec<&Refusal> = refused.iter().collect();
            let grid = rejects(&rows, cx.settings.lang);
            Ok(xlsx::table(&grid, words::SHEET_REJECTS.say(cx.settings.lang)).map_err(|error| error.said())?)
        };
        let stem = format!("khong-nhan-{}", self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem));
        let output = Output { name: t::OUT_REJECTS, ending: "xlsx", make: Box::new(make) };
        Print::new(cx, &stem, vec![output], ("child", count))
    }
}
