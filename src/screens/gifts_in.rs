//! Taking in a sheet of contributions: the file is read, what it would do is shown, and its good lines go in as one step
//! onto a sheet of their own.
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::contributions::Taking;
use crate::acts::rejects::place;
use crate::acts::roster::Outcome;
use crate::domain::batch::Batch;
use crate::domain::campaign::Campaign;
use crate::domain::clean::clean;
use crate::domain::contribution::Contribution;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::exchange::gifts::{Listing, read};
use crate::reports::named;
use crate::screens::ask::Ask;
use crate::screens::grid::Grid;
use crate::screens::print::Print;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::screens::{pane, path};
use crate::store::Result;
use crate::text::{book as b, import as i, screen as t};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit};

/// How many rows are taken between two frames.
const PIECE: usize = 200;
/// How many lines below the list say the line under the cursor in full.
const BELOW: u16 = 2;
/// How many sheets are offered.
const OFFERED: usize = 40;
/// What the store remembers of the folder used last.
const FOLDER: &str = "import folder";

/// Asks for the file, and then for the campaign unless it is known.
#[must_use]
pub fn ask(cx: &Cx, campaign: Option<Id<Campaign>>) -> Box<dyn Screen> {
    let last = cx.store.recall(FOLDER).ok().flatten().map(PathBuf::from);
    let done = move |cx: &mut Cx, answers: &[String]| {
        let file = path::typed(answers.first().map_or("", String::as_str));
        if !file.is_file() {
            return Err(t::NO_SUCH_FILE.with([file.display()]).into());
        }
        let name = file.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
        let listing = read(&name, &std::fs::read(&file)?, cx.store.today())?;
        if let Some(folder) = file.parent() {
            cx.store.remember(FOLDER, &folder.to_string_lossy())?;
        }
        match campaign {
            Some(campaign) => Ok(Flow::Replace(Box::new(GiftsIn::new(cx, name, campaign, listing)?))),
            None => Ok(Flow::Replace(ask_campaign(cx, name, listing)?)),
        }
    };
    let ask = Ask::new(cx.say(b::IMPORT_SHEET).to_owned(), &[(b::ASK_PATH, "")], Box::new(done));
    Box::new(ask.among(sheets(last)))
}

/// The sheets in the folder used last and among the downloads, as paths.
fn sheets(last: Option<PathBuf>) -> Vec<String> {
    let downloads = path::downloads();
    let last = last.filter(|last| *last != downloads);
    let folders = last.into_iter().chain(std::iter::once(downloads));
    let found = folders.flat_map(|folder| path::list(&folder)).filter(|entry| !entry.is_folder);
    found.take(OFFERED).map(|entry| clean(&entry.path.to_string_lossy())).collect()
}

/// Asks for the campaign by name; the latest stands there.
fn ask_campaign(cx: &Cx, name: String, listing: Listing) -> Result<Box<dyn Screen>> {
    let all = cx.store.all::<Campaign>()?;
    let latest = all.first().map(|campaign| campaign.name.clone()).ok_or(b::NO_CAMPAIGN)?;
    let names = all.into_iter().map(|campaign| campaign.name).collect();
    let done = move |cx: &mut Cx, answers: &[String]| {
        let typed = answers.first().map_or("", String::as_str);
        let campaign = Id::of(named::find(cx.store, Campaign::META, Some(typed))?);
        Ok(Flow::Replace(Box::new(GiftsIn::new(cx, name.clone(), campaign, listing.clone())?)))
    };
    let ask = Ask::new(cx.say(b::IMPORT_SHEET).to_owned(), &[(b::ASK_CAMPAIGN, &latest)], Box::new(done));
    Ok(Box::new(ask.among(names)))
}

/// What the rows are gone through for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    /// To see what taking them in would do; all is dropped again.
    Look,
    /// To take them in.
    Take,
}

/// A file that was read, and what taking it in would do.
pub struct GiftsIn {
    name: String,
    campaign: Id<Campaign>,
    listing: Listing,
    outcome: Outcome,
    lines: Vec<Line>,
    cursor: Cursor,
    taking: Option<(Taking, Aim)>,
    progress: (usize, usize),
    done: bool,
    /// The sheet that the new lines went to.
    batch: Option<Id<Batch>>,
}

impl GiftsIn {
    fn new(cx: &mut Cx, name: String, campaign: Id<Campaign>, listing: Listing) -> Result<Self> {
        let mut screen = Self {
            name,
            campaign,
            progress: (0, listing.rows.len()),
            listing,
            outcome: Outcome::default(),
            lines: Vec::new(),
            cursor: Cursor::default(),
            taking: None,
            done: false,
            batch: None,
        };
        screen.start(cx, Aim::Look)?;
        Ok(screen)
    }

    fn start(&mut self, cx: &mut Cx, aim: Aim) -> Result<Flow> {
        let taking = Taking::begin(cx.store, &self.name, self.campaign, self.listing.clone())?;
        self.taking = Some((taking, aim));
        Ok(Flow::Stay)
    }

    /// What became of the lines, refused ones and remarks in words.
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
            let text = format!("{}: {}", it.column, it.reason.say(lang));
            line(cx.say(i::KIND_REFUSED), &it.sheet, it.row, text)
        });
        let warned = outcome.warnings.iter();
        let warned = warned.map(|it| line(cx.say(i::KIND_WARNING), &it.sheet, it.row, it.text.say(lang)));
        self.lines = refused.chain(warned).collect();
        self.outcome = outcome;
    }
}

impl Screen for GiftsIn {
    fn title(&self, cx: &Cx) -> String {
        i::TITLE.with([&self.name]).say(cx.settings.lang)
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let all = [
            (&[Key::Enter][..], t::TAKE_IN, !self.done && self.outcome.added > 0),
            (&[Key::F(7), Key::Ctrl('p')], t::REJECTS, !self.outcome.refused.is_empty()),
            (&[Key::Ctrl('u')], b::SEE_SHEET, self.batch.is_some()),
            (&[Key::Esc, Key::Enter], if self.done { t::CLOSE } else { t::LEAVE }, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match (at, self.batch) {
            (0, _) => self.start(cx, Aim::Take),
            (1, _) => {
                Ok(Flow::Open(Box::new(Print::of_rejects(cx, &self.name, &self.outcome.refused, Contribution::TABLE))))
            }
            (2, Some(batch)) => Ok(Flow::Replace(Box::new(Grid::of_batch(cx, batch)?))),
            _ => Ok(Flow::Back),
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
        let progress = taking.step(cx.store, PIECE)?;
        self.progress = (progress.done, progress.total);
        if !progress.is_whole() {
            self.taking = Some((taking, aim));
            return Ok(true);
        }
        if aim == Aim::Look {
            let outcome = taking.cancel(cx.store);
            self.tell(cx, outcome);
            return Ok(true);
        }
        let (outcome, batch) = taking.finish(cx.store)?;
        let counts = [outcome.added, outcome.updated, outcome.refused.len()].map(|n| n.to_string());
        let parts = std::iter::once(self.name.clone()).chain(counts);
        cx.good(i::TAKEN.with(parts).say(cx.settings.lang));
        (self.done, self.batch) = (true, batch);
        self.tell(cx, outcome);
        Ok(true)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        let it = &self.outcome;
        let numbers = [it.added, it.unchanged, it.refused.len(), it.warnings.len()];
        let summary = b::IMPORT_SUMMARY.with(numbers).say(lang);
        buf.set_stringn(area.x + 2, area.y, cut(&summary, cells), cells, theme.label());
        let (done, total) = self.progress;
        let keys = if self.taking.is_some() {
            t::WORKING.with([done, total]).say(lang)
        } else if self.done {
            cx.say(b::IMPORT_DONE).to_owned()
        } else if it.added == 0 {
            cx.say(b::IMPORT_NOTHING).to_owned()
        } else {
            cx.say(b::IMPORT_KEYS).to_owned()
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
