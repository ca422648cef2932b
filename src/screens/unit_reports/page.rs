//! One unit's report: its versions side by side with the office's own records and the last period, what is doubtful, and
//! what is done with it.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::unit_reports as acts;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::submission::{Basis, Item, Submission, WORDS};
use crate::domain::unit::Unit;
use crate::domain::unit_report::{Move, UnitReport, UnitReportState};
use crate::domain::{cell, day};
use crate::reports::unit_reports::{self as said, Checked};
use crate::screens::ask::Ask;
use crate::screens::edit::{Copied, Edit};
use crate::screens::pane;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Lang, units as t};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::cut;

/// The lines above and below the table.
const ABOVE: u16 = 2;
const BELOW: u16 = 4;

/// The screen.
pub struct Page {
    id: Id<UnitReport>,
    report: UnitReport,
    period: Option<Period>,
    unit: String,
    versions: Vec<Submission>,
    /// Which version stands beside the latest.
    beside: usize,
    own: [i64; Item::ALL.len()],
    before: Option<Submission>,
    checked: Vec<Checked>,
    read_at: Option<u64>,
    cursor: Cursor,
}

impl Page {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::EXPLAIN, ready: |it, _| it.doubt().is_some(), run: Self::explain },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: t::NEW_VERSION,
            ready: |it, _| it.report.may(Move::Receive),
            run: Self::enter,
        },
        Command {
            keys: &[Key::Char(' ')],
            name: t::ACCEPT_IT,
            ready: |it, _| it.report.may(Move::Accept),
            run: Self::accept,
        },
        Command {
            keys: &[Key::Ctrl('x')],
            name: t::RETURN_IT,
            ready: |it, _| it.report.may(Move::Return),
            run: Self::send_back,
        },
        Command {
            keys: &[Key::Ctrl('w')],
            name: t::NOTHING,
            ready: |it, _| it.report.may(Move::Nothing),
            run: Self::nothing,
        },
        Command {
            keys: &[Key::Char('<')],
            name: t::OLDER,
            ready: |it, _| it.beside > 0 && it.versions.len() > 1,
            run: |it, _| it.turn(-1),
        },
        Command {
            keys: &[Key::Char('>')],
            name: t::NEWER,
            ready: |it, _| it.beside + 2 < it.versions.len(),
            run: |it, _| it.turn(1),
        },
    ];

    /// The page of a report.
    pub fn new(id: Id<UnitReport>) -> Self {
        Self {
            id,
            report: UnitReport::default(),
            period: None,
            unit: String::new(),
            versions: Vec::new(),
            beside: 0,
            own: [0; Item::ALL.len()],
            before: None,
            checked: Vec::new(),
            read_at: None,
            cursor: Cursor::default(),
        }
    }

    fn turn(&mut self, by: isize) -> Result<Flow> {
        self.beside = self.beside.saturating_add_signed(by);
        Ok(Flow::Stay)
    }

    fn latest(&self) -> Option<&Submission> {
        self.versions.last()
    }

    /// What is doubtful about the figure under the cursor: what is not answered yet goes before what is.
    fn doubt(&self) -> Option<&Checked> {
        let item = Item::ALL.get(self.cursor.at)?;
        let mut all: Vec<&Checked> = self.checked.iter().filter(|it| it.warning.item == *item).collect();
        all.sort_by_key(|it| it.answer.is_some());
        all.first().copied()
    }

    fn explain(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(doubt) = self.doubt().cloned() else { return Ok(Flow::Stay) };
        let report = self.report.clone();
        let note = doubt.warning.said.say(cx.settings.lang);
        let before = doubt.answer.clone().unwrap_or_default();
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            acts::explain(cx.store, &report, &doubt.warning, answers.first().map_or("", String::as_str))?;
            let sentence = cx.say(t::EXPLAINED_NOW);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        let ask = Ask::new(cx.say(t::EXPLAIN).to_owned(), &[(t::ASK_ANSWER, &before)], Box::new(done));
        Ok(Flow::Open(Box::new(ask.noted(note))))
    }

    /// The form of a new version, begun from the latest; Ctrl+D copies the office's own figures.
    fn enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(period) = self.period.clone() else { return Ok(Flow::Stay) };
        let (today, report, unit) = (cx.store.today(), self.report.clone(), self.unit.clone());
        let latest = self.latest().cloned();
        let basis = if today < period.to { Basis::Estimate } else { Basis::Actual };
        let version = Submission { received_on: today, report: report.id, ..latest.clone().unwrap_or_default() };
        let version = Submission { basis: latest.as_ref().map_or(basis, |it| it.basis), ..version };
        let mut row = version.row();
        // A draft is kept by the row's number: one for each report.
        row.id = report.id.0;
        let mut own = Submission { received_on: today, basis, ..Submission::default() };
        for (item, value) in Item::ALL.into_iter().zip(self.own) {
            own.set_figure(item, Some(value));
        }
        let save = move |cx: &mut Cx, row: &mut crate::domain::record::Row| -> Result<String> {
            let typed = Submission::of(row).unwrap_or_default();
            let is_new = acts::receive(cx.store, &report, typed)?;
            row.id = report.id.0;
            let said = if is_new { t::RECEIVED.with([&unit]) } else { t::UNCHANGED.into() };
            Ok(said.say(cx.settings.lang))
        };
        let title = t::PAGE_TITLE.with([cx.say(t::NEW_VERSION), &self.unit]).say(cx.settings.lang);
        let form =
            Edit::new(cx, Submission::META, row, Some(own.row())).copying(Copied::Own).saving(title, Box::new(save));
        Ok(Flow::Open(Box::new(form.at("sessions"))))
    }

    fn accept(&mut self, cx: &mut Cx) -> Result<Flow> {
        acts::accept(cx.store, std::slice::from_ref(&self.report))?;
        let sentence = t::ACCEPTED.with([&self.unit]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn nothing(&mut self, cx: &mut Cx) -> Result<Flow> {
        let today = cx.store.today();
        acts::nothing(cx.store, std::slice::from_ref(&self.report), today)?;
        let sentence = t::NOTED.with([&self.unit]).say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Stay)
    }

    fn send_back(&mut self, cx: &mut Cx) -> Result<Flow> {
        let report = self.report.clone();
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            acts::send_back(cx.store, &report, answers.first().map_or("", String::as_str))?;
            let sentence = cx.say(t::RETURNED);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        let open: Vec<String> =
            self.checked.iter().filter(|it| it.answer.is_none()).map(|it| it.warning.said.say(Lang::Vi)).collect();
        let ask = Ask::new(cx.say(t::RETURN_IT).to_owned(), &[(t::ASK_REASON, &open.join("; "))], Box::new(done));
        Ok(Flow::Open(Box::new(ask)))
    }

    fn heads(&self, cx: &Cx) -> Vec<Head> {
        let lang = cx.settings.lang;
        let right = |label: String| Head { label, width: 10, right: true, grows: false };
        let version = |it: &Submission| right(t::HEAD_VERSION.with([it.version]).say(lang));
        let mut heads = vec![Head { label: cx.say(t::ITEM).to_owned(), width: 34, right: false, grows: true }];
        heads.extend(self.latest().map(version));
        heads.extend(self.earlier().map(version));
        heads.push(right(cx.say(t::HEAD_OURS).to_owned()));
        if self.before.is_some() {
            heads.push(right(cx.say(t::HEAD_BEFORE).to_owned()));
        }
        heads
    }

    fn earlier(&self) -> Option<&Submission> {
        self.versions.get(self.beside).filter(|it| Some(*it) != self.latest())
    }

    fn lines(&self, cx: &Cx) -> Vec<Line> {
        let mut lines = Vec::new();
        for (at, item) in Item::ALL.into_iter().enumerate() {
            let doubts: Vec<&Checked> = self.checked.iter().filter(|it| it.warning.item == item).collect();
            let sign = match doubts.as_slice() {
                [] => "  ",
                all if all.iter().all(|it| it.answer.is_some()) => "✓ ",
                _ => "! ",
            };
            let mut cells = vec![format!("{sign}{}", cx.say(item.text()))];
            cells.extend([self.latest(), self.earlier()].into_iter().flatten().map(|it| item.show(it.figure(item))));
            cells.push(item.show(Some(self.own[at])));
            cells.extend(self.before.as_ref().map(|it| item.show(it.figure(item))));
            lines.push(Line { cells, marked: false });
        }
        for (column, label) in WORDS {
            let words = self.latest().map(|it| it.words(column)).unwrap_or_default();
            let cells = vec![format!("  {}: {}", cx.say(label), words.replace('\n', " "))];
            lines.push(Line { cells, marked: false });
        }
        lines
    }

    /// What is said of the line under the cursor.
    fn told(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        if let Some((column, _)) = self.cursor.at.checked_sub(Item::ALL.len()).and_then(|at| WORDS.get(at)) {
            return self.latest().map(|it| it.words(column)).unwrap_or_default();
        }
        match self.doubt() {
            Some(Checked { warning, answer: Some(answer) }) => {
                t::ANSWERED.with([warning.said.say(lang), answer.clone()]).say(lang)
            }
            Some(Checked { warning, answer: None }) => t::TO_ANSWER.with([warning.said.say(lang)]).say(lang),
            None if self.versions.is_empty() && self.report.state != UnitReportState::Nothing => {
                cx.say(t::PAGE_NONE).to_owned()
            }
            None => String::new(),
        }
    }

    fn stand(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let stand = self.report.standing.on(cx.store.today()).map_or("", |stand| cx.say(cell::stand_text(stand)));
        let mut parts = vec![t::PAGE_STAND.with([stand.to_owned(), day::show(self.report.due)]).say(lang)];
        parts.extend(self.report.received_on.map(|on| t::PAGE_CAME.with([day::show(on)]).say(lang)));
        parts.extend(self.latest().map(|it| {
            let said = t::PAGE_VERSION.with([it.version.to_string(), String::new(), String::new()]);
            said.saying(1, it.source.text().into()).saying(2, it.basis.text().into()).say(lang)
        }));
        parts.join(" · ")
    }
}

impl Screen for Page {
    fn title(&self, cx: &Cx) -> String {
        let period = self.period.as_ref().map(|period| period.name().say(cx.settings.lang)).unwrap_or_default();
        t::PAGE_TITLE.with([self.unit.clone(), period]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if key == Key::Esc {
            return Ok(Flow::Back);
        }
        let count = Item::ALL.len() + WORDS.len();
        if self.cursor.press(key, count) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        if self.read_at != Some(cx.store.version()) {
            self.report = cx.store.get(self.id)?;
            let period = Period::parse(&self.report.period.0)?;
            self.unit = cx.store.name_of(Unit::TABLE, self.report.unit.0);
            self.versions = said::versions(cx.store, self.id)?;
            self.beside = self.versions.len().saturating_sub(2);
            self.own = said::own(cx.store, self.report.unit, &period)?;
            self.before = said::before(cx.store, self.report.unit, &period)?;
            self.checked = said::checked(cx.store, &self.report)?;
            self.period = Some(period);
            self.read_at = Some(cx.store.version());
        }
        let count = Item::ALL.len() + WORDS.len();
        self.cursor.fit(count, usize::from(area.height.saturating_sub(ABOVE + BELOW + 1)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let cells = usize::from(area.width.saturating_sub(4));
        buf.set_stringn(area.x + 2, area.y, cut(&self.stand(cx), cells), cells, theme.text());
        let notes = [self.report.reason.0.as_str(), self.report.note.as_str()];
        let note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" · ").replace('\n', " ");
        buf.set_stringn(area.x + 2, area.y + 1, cut(&note, cells), cells, theme.bad());
        let list = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE + BELOW), ..area };
        let lines = self.lines(cx);
        let shown = lines.get(self.cursor.top..).unwrap_or_default();
        table::draw(buf, list, &self.heads(cx), shown, Some(self.cursor.row()), theme);
        let below = Rect { y: area.bottom().saturating_sub(BELOW), height: BELOW, ..area };
        pane::paragraph(buf, below, &self.told(cx), theme.quiet());
        None
    }
}
