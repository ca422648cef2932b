//! Who came to a session, unit by unit: a number typed for each, saved as one; from a unit to its staff, ticked by name.
mod names;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::attendance;
use crate::domain::attendee::{Attendee, Presence};
use crate::domain::id::Id;
use crate::domain::session::Session;
use crate::domain::unit::Unit;
use crate::domain::value::Cell;
use crate::screens::pane;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Said, screen as s, session as t};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The most people that a unit can be said to have sent.
const MOST: i64 = 99_999;

/// A unit on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    unit: Id<Unit>,
    name: String,
    staff: i64,
    /// How many came; nothing if the unit was not there.
    people: Option<i64>,
    named: usize,
}

/// The screen.
pub struct Turnouts {
    session: Session,
    entries: Vec<Entry>,
    /// The counts as they are stored.
    saved: Vec<Option<i64>>,
    cursor: Cursor,
    /// Whether the next digit begins a number anew.
    fresh: bool,
    read_at: Option<u64>,
    warned: bool,
}

impl Turnouts {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('s')], name: s::SAVE, ready: |it, _| it.changed(), run: Self::save },
        Command { keys: &[Key::Ctrl('u')], name: t::BY_NAME, ready: |it, _| it.here().is_some(), run: Self::names },
        Command {
            keys: &[Key::Delete, Key::F(8)],
            name: t::LEAVE_OUT,
            ready: |it, _| it.here().is_some_and(|entry| entry.people.is_some()),
            run: Self::leave_out,
        },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: Self::escape },
    ];

    /// The units that were there on a session's day, with what each sent.
    ///
    /// # Errors
    /// If the session is gone or the store cannot be read.
    pub fn new(cx: &Cx, session: Id<Session>) -> Result<Self> {
        let (session, cursor) = (cx.store.get(session)?, Cursor::default());
        let (entries, saved) = (Vec::new(), Vec::new());
        let mut screen = Self { session, entries, saved, cursor, fresh: true, read_at: None, warned: false };
        screen.read(cx)?;
        screen.cursor.at = screen.entries.iter().position(|it| it.unit == screen.session.unit).unwrap_or(0);
        Ok(screen)
    }

    fn read(&mut self, cx: &Cx) -> Result<()> {
        self.session = cx.store.get(self.session.id)?;
        let turnouts = attendance::turnouts(cx.store, self.session.id)?;
        let attendees = cx.store.find::<Attendee>("session", &self.session.id.value())?;
        let day = self.session.date;
        let sent = |unit: Id<Unit>| turnouts.iter().find(|it| it.unit == unit).map(|it| it.people);
        let there = |unit: &Unit| {
            unit.since.is_none_or(|since| since <= day) && unit.until.is_none_or(|until| until >= day)
                || sent(unit.id).is_some()
        };
        let named =
            |unit: Id<Unit>| attendees.iter().filter(|it| it.unit == unit && it.presence == Presence::Came).count();
        let units = cx.store.all::<Unit>()?.into_iter().filter(there);
        self.entries = units
            .map(|it| Entry {
                people: sent(it.id),
                named: named(it.id),
                unit: it.id,
                name: it.name,
                staff: it.headcount,
            })
            .collect();
        self.saved = self.entries.iter().map(|entry| entry.people).collect();
        self.read_at = Some(cx.store.version());
        Ok(())
    }

    fn here(&self) -> Option<&Entry> {
        self.entries.get(self.cursor.at)
    }

    fn changed(&self) -> bool {
        self.entries.iter().map(|entry| entry.people).ne(self.saved.iter().copied())
    }

    /// Saves what is typed; whether there was anything.
    fn keep(&mut self, cx: &mut Cx) -> Result<bool> {
        if !self.changed() {
            return Ok(false);
        }
        let units: Vec<(Id<Unit>, i64)> =
            self.entries.iter().filter_map(|entry| Some((entry.unit, entry.people?))).collect();
        let came = attendance::count(cx.store, self.session.id, &units)?;
        cx.good(t::TURNOUT_SAVED.with([units.len().to_string(), came.to_string()]).say(cx.settings.lang));
        self.read(cx)?;
        Ok(true)
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.keep(cx)?;
        Ok(Flow::Back)
    }

    /// The staff of the chosen unit, to be ticked off; what is typed is saved first, so that nothing is lost.
    fn names(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.keep(cx)?;
        let Some(entry) = self.here() else { return Ok(Flow::Stay) };
        if attendance::list(cx.store, self.session.id, entry.unit)? == 0 {
            let sentence = cx.say(t::NO_STAFF);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        let title = t::NAMES_TITLE.with([entry.name.as_str(), &self.session.name]).say(cx.settings.lang);
        Ok(Flow::Open(Box::new(names::list(title, self.session.id, entry.unit))))
    }

    fn leave_out(&mut self, _: &mut Cx) -> Result<Flow> {
        if let Some(entry) = self.entries.get_mut(self.cursor.at) {
            entry.people = None;
        }
        self.fresh = true;
        Ok(Flow::Stay)
    }

    fn escape(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.changed() && !self.warned {
            self.warned = true;
            let sentence = cx.say(s::UNSAVED_ESC);
            cx.bad(sentence);
            return Ok(Flow::Stay);
        }
        Ok(Flow::Back)
    }

    /// A digit goes on with the number, or begins it anew where the cursor has just come.
    fn digit(&mut self, digit: i64) {
        let fresh = std::mem::take(&mut self.fresh);
        if let Some(entry) = self.entries.get_mut(self.cursor.at) {
            let before = if fresh { 0 } else { entry.people.unwrap_or(0) };
            let people = before * 10 + digit;
            entry.people = Some(if people > MOST { before } else { people });
        }
    }

    fn backspace(&mut self) {
        self.fresh = false;
        if let Some(entry) = self.entries.get_mut(self.cursor.at) {
            entry.people = entry.people.map(|people| people / 10).filter(|people| *people > 0);
        }
    }

    /// How the sum of the units stands to the session's attendance; whether it does not fit.
    fn sum(&self) -> (Said, bool) {
        let sum = |counts: &mut dyn Iterator<Item = Option<i64>>| counts.flatten().sum::<i64>();
        let now = sum(&mut self.entries.iter().map(|entry| entry.people));
        let before = sum(&mut self.saved.iter().copied());
        let all = self.session.attendance;
        if self.entries.iter().all(|entry| entry.people.is_none()) {
            (t::SUM_NONE.into(), false)
        } else if now == all {
            (t::SUM_EQUAL.with([now]), false)
        } else if all == 0 || all == before {
            (t::SUM_FOLLOWS.with([now]), false)
        } else {
            (t::SUM_DIFFERS.with([now, all]), true)
        }
    }
}

impl Screen for Turnouts {
    fn title(&self, cx: &Cx) -> String {
        t::TURNOUT_TITLE.with([&self.session.name]).say(cx.settings.lang)
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

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if key != Key::Esc {
            self.warned = false;
        }
        if self.cursor.press(key, self.entries.len()) {
            self.fresh = true;
            return Ok(Flow::Stay);
        }
        match key {
            Key::Enter | Key::Tab => {
                if self.cursor.at + 1 == self.entries.len() && key == Key::Enter {
                    return self.save(cx);
                }
                self.cursor.press(Key::Down, self.entries.len());
                self.fresh = true;
            }
            Key::BackTab => {
                self.cursor.press(Key::Up, self.entries.len());
                self.fresh = true;
            }
            Key::Backspace => self.backspace(),
            Key::Char(letter) => {
                if let Some(digit) = letter.to_digit(10) {
                    self.digit(i64::from(digit));
                }
            }
            _ => return self.dispatch(cx, key),
        }
        Ok(Flow::Stay)
    }

    fn unsaved(&self) -> bool {
        self.changed()
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        // What was ticked by name on the screen above, or undone, is read again.
        if self.read_at != Some(cx.store.version()) {
            self.read(cx)?;
        }
        self.cursor.fit(self.entries.len(), usize::from(area.height.saturating_sub(3)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let head = |text, width| Head { label: cx.say(text).to_owned(), width, right: true, grows: false };
        let heads = [
            Head { label: cx.say(t::HEAD_UNIT).to_owned(), width: 30, right: false, grows: true },
            head(t::HEAD_STAFF, 9),
            head(t::HEAD_CAME, 8),
            head(t::HEAD_NAMES, 8),
        ];
        let shown = |n: i64| if n == 0 { String::new() } else { n.to_string() };
        let line = |entry: &Entry| Line {
            cells: vec![
                entry.name.clone(),
                shown(entry.staff),
                entry.people.map_or_else(|| "·".to_owned(), |people| people.to_string()),
                shown(i64::try_from(entry.named).unwrap_or(i64::MAX)),
            ],
            marked: false,
        };
        let lines: Vec<Line> = self.entries.iter().skip(self.cursor.top).map(line).collect();
        let list = Rect { height: area.height.saturating_sub(2), ..area };
        table::draw(buf, list, &heads, &lines, (!lines.is_empty()).then(|| self.cursor.row()), theme);
        let (said, bad) = self.sum();
        let below = |y: u16| Rect { y: area.bottom().saturating_sub(y), height: 1, ..area };
        pane::paragraph(buf, below(2), &said.say(lang), if bad { theme.bad() } else { theme.text() });
        pane::paragraph(buf, below(1), cx.say(t::TURNOUT_KEYS), theme.quiet());
        None
    }
}
