//! Fast entry: line after line of contributions on one screen, of a sheet or of a campaign. Enter goes on, and on the
//! amount it saves the line and begins the next.
mod donor;
mod entry;
mod show;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::posting;
use crate::domain::batch::Batch;
use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::value::Cell;
use crate::screens::books;
use crate::screens::confirm::Confirm;
use crate::screens::edit::Edit;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{book as t, screen as words};
use crate::ui::key::Key;

use entry::Entry;

/// The grid.
pub struct Grid {
    campaign: Campaign,
    batch: Option<Batch>,
    /// The lines of the sheet; without one, those entered since the grid was opened.
    lines: Vec<Contribution>,
    entered: Vec<i64>,
    entry: Entry,
    /// The saved line that the keys act on; none is the line that is typed.
    at: Option<usize>,
    height: usize,
    read_at: Option<u64>,
    warned: bool,
}

impl Grid {
    /// The commands of the grid.
    pub const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('s')], name: t::SAVE_LINE, ready: |grid, _| grid.at.is_none(), run: Self::save },
        Command {
            keys: &[Key::Ctrl('d')],
            name: words::COPY_ABOVE,
            ready: |grid, _| grid.at.is_none() && !grid.lines.is_empty(),
            run: Self::copy,
        },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::POST_BATCH,
            ready: |grid, _| grid.batch.as_ref().is_some_and(|batch| !batch.is_posted()),
            run: Self::post,
        },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: words::EDIT,
            ready: |grid, _| grid.at.is_some(),
            run: Self::edit,
        },
        Command {
            keys: &[Key::Delete, Key::F(8)],
            name: words::TRASH,
            ready: |grid, _| grid.at.is_some(),
            run: Self::trash,
        },
        Command {
            keys: &[Key::Tab],
            name: words::NEXT_FIELD,
            ready: |grid, _| grid.at.is_none(),
            run: |grid, cx| grid.leave(cx, true),
        },
        Command {
            keys: &[Key::BackTab],
            name: words::LAST_FIELD,
            ready: |grid, _| grid.at.is_none(),
            run: |grid, cx| grid.leave(cx, false),
        },
        Command { keys: &[Key::Esc], name: words::LEAVE, ready: |_, _| true, run: Self::escape },
    ];

    /// The grid of a sheet.
    ///
    /// # Errors
    /// If the sheet is gone.
    pub fn of_batch(cx: &Cx, batch: Id<Batch>) -> Result<Self> {
        let batch = cx.store.get(batch)?;
        let campaign = cx.store.get(batch.campaign)?;
        Self::new(cx, campaign, Some(batch))
    }

    /// The grid of a campaign, for lines that came on no sheet.
    ///
    /// # Errors
    /// If the campaign is gone.
    pub fn of_campaign(cx: &Cx, campaign: Id<Campaign>) -> Result<Self> {
        Self::new(cx, cx.store.get(campaign)?, None)
    }

    fn new(cx: &Cx, campaign: Campaign, batch: Option<Batch>) -> Result<Self> {
        let date = batch.as_ref().map_or_else(|| cx.store.today(), |batch| batch.date);
        let entry = Entry::new(cx, date, batch.as_ref().map_or(Id::NEW, |batch| batch.unit))?;
        let (lines, entered) = (Vec::new(), Vec::new());
        Ok(Self { campaign, batch, lines, entered, entry, at: None, height: 20, read_at: None, warned: false })
    }

    fn is_posted(&self) -> bool {
        self.batch.as_ref().is_some_and(Batch::is_posted)
    }

    /// Saves the line that is typed, as a step of its own, and begins the next one.
    fn save(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.is_posted() {
            return Err(crate::text::store::BATCH_FULL.into());
        }
        let Some(mut line) = self.entry.line(cx) else { return Ok(Flow::Stay) };
        line.campaign = self.campaign.id;
        line.batch = self.batch.as_ref().map_or(Id::NEW, |batch| batch.id);
        let twice = self
            .lines
            .iter()
            .any(|it| (it.person, it.unit, &it.donor, it.date) == (line.person, line.unit, &line.donor, line.date));
        cx.store.save(&mut line)?;
        self.entered.push(line.id.0);
        let saved = cx.store.get(line.id)?;
        let parts = [saved.donor_name.clone(), saved.amount.show()];
        // The same donor twice on a sheet may be two gifts; it is said, not refused.
        let text = if twice { t::LINE_TWICE } else { t::LINE_SAVED };
        cx.good(text.with(parts).say(cx.settings.lang));
        self.entry.next(cx, &saved)?;
        Ok(Flow::Stay)
    }

    fn copy(&mut self, cx: &mut Cx) -> Result<Flow> {
        if let Some(above) = self.lines.last() {
            self.entry.copy(cx, above)?;
        }
        Ok(Flow::Stay)
    }

    fn post(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(batch) = self.batch.as_ref().map(|batch| batch.id) else { return Ok(Flow::Stay) };
        ask_post(cx, batch)
    }

    fn edit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.at.and_then(|at| self.lines.get(at)) else { return Ok(Flow::Stay) };
        let Some(row) = cx.store.row(Contribution::META, line.id.0)? else { return Ok(Flow::Stay) };
        Ok(Flow::Open(Box::new(Edit::new(cx, Contribution::META, row, None).at("amount"))))
    }

    fn trash(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.at.and_then(|at| self.lines.get(at)) else { return Ok(Flow::Stay) };
        cx.store.trash(Contribution::META, &[line.id.0])?;
        cx.good(words::TRASHED.with([format!("\"{}\"", line.donor_name)]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn leave(&mut self, cx: &Cx, forward: bool) -> Result<Flow> {
        self.entry.leave(cx, forward);
        Ok(Flow::Stay)
    }

    fn escape(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.at.take().is_some() || self.entry.close_hints() {
            return Ok(Flow::Stay);
        }
        if self.entry.is_begun() && !self.warned {
            self.warned = true;
            let sentence = cx.say(words::UNSAVED_ESC);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        Ok(Flow::Back)
    }

    fn enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.at.is_some() {
            return self.edit(cx);
        }
        if self.entry.enter(cx) { self.save(cx) } else { Ok(Flow::Stay) }
    }

    fn step(&mut self, down: bool) {
        let last = self.lines.len().checked_sub(1);
        self.at = match (self.at, down, last) {
            (_, _, None) | (None, true, _) => None,
            (None, false, Some(last)) => Some(last),
            (Some(at), false, _) => Some(at.saturating_sub(1)),
            (Some(at), true, Some(last)) => (at < last).then_some(at + 1),
        };
    }
}

/// Asks before a sheet is posted as a whole.
///
/// # Errors
/// If it is gone.
pub fn ask_post(cx: &mut Cx, batch: Id<Batch>) -> Result<Flow> {
    posting::fitting(cx.store, batch)?;
    let lines = cx.store.find::<Contribution>("batch", &batch.value())?;
    let ids: Vec<i64> = lines.iter().map(|line| line.id.0).collect();
    let asked = books::question(cx, Contribution::META, &ids)?;
    let done = move |cx: &mut Cx| {
        let posted = posting::post_batch(cx.store, batch)?;
        books::said(cx, &posted);
        Ok(Flow::Back)
    };
    Ok(Flow::Open(Box::new(Confirm::new(t::POST_BATCH, asked, Box::new(done)))))
}

impl Screen for Grid {
    fn title(&self, cx: &Cx) -> String {
        let name = self.batch.as_ref().map_or(&self.campaign.name, |batch| &batch.name);
        t::GRID_TITLE.with([name]).say(cx.settings.lang)
    }

    fn status(&self, cx: &Cx) -> String {
        self.sums(cx)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn typing(&self) -> bool {
        true
    }

    fn unsaved(&self) -> bool {
        self.entry.is_begun()
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if key != Key::Esc {
            self.warned = false;
        }
        match key {
            Key::Enter => return self.enter(cx),
            Key::Up | Key::Down if self.at.is_none() && self.entry.turn(cx, key == Key::Down)? => {}
            Key::Up | Key::Down => self.step(key == Key::Down),
            Key::PageUp => (0..self.height).for_each(|_| self.step(false)),
            Key::PageDown => (0..self.height).for_each(|_| self.step(true)),
            _ => {
                let flow = self.dispatch(cx, key)?;
                if !matches!(flow, Flow::Pass) {
                    return Ok(flow);
                }
                // Typing is always of the new line.
                if matches!(key, Key::Char(_)) {
                    self.at = None;
                }
                return Ok(if self.at.is_none() && self.entry.press(cx, key)? { Flow::Stay } else { Flow::Pass });
            }
        }
        Ok(Flow::Stay)
    }

    fn paste(&mut self, cx: &mut Cx, text: &str) -> Result<Flow> {
        self.at = None;
        self.entry.paste(cx, text)?;
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        self.height = usize::from(area.height.saturating_sub(3)).max(1);
        if self.read_at == Some(cx.store.version()) {
            return Ok(());
        }
        self.lines = match &self.batch {
            Some(batch) => cx.store.find("batch", &batch.id.value())?,
            None => {
                let kept = cx.store.alive(Contribution::META, &self.entered)?;
                kept.into_iter().map(|id| cx.store.get(Id::of(id))).collect::<Result<_>>()?
            }
        };
        self.lines.sort_by_key(|line| line.id.0);
        if let Some(batch) = &mut self.batch {
            *batch = cx.store.get(batch.id)?;
        }
        self.at = self.at.filter(|_| !self.lines.is_empty()).map(|at| at.min(self.lines.len() - 1));
        self.read_at = Some(cx.store.version());
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        self.show(buf, area, cx)
    }
}
