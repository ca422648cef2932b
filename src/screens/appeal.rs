//! The appeal to staff to look after their own children: by unit the sessions, the people reached, the promises.
mod print;
mod promises;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::commitments;
use crate::domain::commitment::Commitment;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::session::Session;
use crate::domain::value::{Cell as _, Value};
use crate::reports::appeal::{self as report, Standing};
use crate::screens::list::List;
use crate::screens::period::Periodic;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::{pane, sessions};
use crate::store::Result;
use crate::text::{Lang, Text, appeal as t, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The screen.
pub struct Appeal {
    period: Period,
    /// The units, and the whole agency last.
    lines: Vec<Standing>,
    read_at: Option<(u64, String)>,
    cursor: Cursor,
}

impl Appeal {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::OPEN, ready: |it, _| !it.lines.is_empty(), run: Self::open },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::RECORD,
            ready: |it, _| it.is_unit(),
            run: Self::record,
        },
        Command { keys: &[Key::Ctrl('w')], name: t::HELD, ready: |it, _| it.has_sessions(), run: Self::held },
        Command { keys: &[Key::Ctrl('u')], name: t::LIST, ready: |_, _| true, run: Self::list },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
    ];

    /// The year of report that holds today.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let half = Period::of(cx.store.today());
        let period = half.wider().unwrap_or(half);
        Box::new(Self { period, lines: Vec::new(), read_at: None, cursor: Cursor::default() })
    }

    fn here(&self) -> Option<&Standing> {
        self.lines.get(self.cursor.at)
    }

    fn is_unit(&self) -> bool {
        self.here().is_some_and(|line| !line.unit.is_new())
    }

    fn has_sessions(&self) -> bool {
        self.here().is_some_and(|line| !line.sessions.is_empty())
    }

    fn named(line: &Standing, lang: Lang) -> String {
        if line.unit.is_new() { t::ALL_UNITS.say(lang).to_owned() } else { line.name.clone() }
    }

    /// The promises of the chosen unit in the period's year.
    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.here() else { return Ok(Flow::Stay) };
        let year = report::year(&self.period);
        let title = t::COMMITMENTS_OF.with([year.to_string(), Self::named(line, cx.settings.lang)]);
        let mut list = List::new(Commitment::META, promises::COMMANDS);
        list.title = title.say(cx.settings.lang);
        list.query.scope = vec![("year", Value::Int(year))];
        if !line.unit.is_new() {
            list.query.scope.push(("unit", line.unit.value()));
        }
        Ok(Flow::Open(Box::new(list)))
    }

    /// A form for a session of appeal in the chosen unit.
    fn record(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.here() else { return Ok(Flow::Stay) };
        let given = [("unit", line.unit.value()), ("name", Value::from(t::TOPIC.vi)), ("appeal", Value::Int(1))];
        Ok(Flow::Open(Box::new(List::new(Session::META, sessions::COMMANDS).new_form(cx, &given))))
    }

    fn held(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.here() else { return Ok(Flow::Stay) };
        let title = t::TITLE.with([cx.say(t::SUB).to_owned(), Self::named(line, cx.settings.lang)]);
        let list = List::new(Session::META, sessions::COMMANDS);
        Ok(Flow::Open(Box::new(list.of_rows(title.say(cx.settings.lang), line.sessions.clone()))))
    }

    fn list(&mut self, cx: &mut Cx) -> Result<Flow> {
        let year = report::year(&self.period);
        let added = commitments::list(cx.store, year)?;
        cx.good(t::LISTED.with([year.to_string(), added.to_string()]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }
}

impl Periodic for Appeal {
    fn period(&mut self) -> &mut Period {
        &mut self.period
    }
}

impl Screen for Appeal {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let (reached, signed) = self.lines.last().map_or((0, 0), |all| (all.percent_reached(), all.percent_signed()));
        t::STATUS.with([self.period.name().say(lang), reached.to_string(), signed.to_string()]).say(lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::PERIOD_COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::PERIOD_COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.lines.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.period.code.clone());
        if self.read_at.as_ref() != Some(&wanted) {
            let (units, all) = report::standings(cx.store, &self.period)?;
            self.lines = units;
            if !self.lines.is_empty() {
                self.lines.push(all);
            }
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(2)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let number = |text: Text, width| Head { label: cx.say(text).to_owned(), width, right: true, grows: false };
        let heads = [
            Head { label: cx.say(t::UNIT).to_owned(), width: 26, right: false, grows: true },
            number(t::PEOPLE, 6),
            number(t::SESSIONS, 5),
            number(t::ATTENDANCE, 5),
            number(t::REACHED, 7),
            number(t::PERCENT, 4),
            number(t::SIGNED, 8),
            number(t::PERCENT, 4),
        ];
        let cells = |line: &Standing| Line {
            cells: vec![
                Self::named(line, lang),
                line.people.to_string(),
                line.sessions.len().to_string(),
                line.attendances.to_string(),
                line.reached.to_string(),
                line.percent_reached().to_string(),
                t::OF.with([line.signed, line.listed]).say(lang),
                line.percent_signed().to_string(),
            ],
            marked: false,
        };
        let lines: Vec<Line> = self.lines.iter().skip(self.cursor.top).map(cells).collect();
        let list = Rect { height: area.height.saturating_sub(1), ..area };
        let cursor = (!lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &lines, cursor, theme);
        let below = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        pane::paragraph(buf, below, cx.say(if lines.is_empty() { t::NO_UNITS } else { t::KEYS }), theme.quiet());
        None
    }
}
