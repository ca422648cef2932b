//! The consolidation of a period: every figure beside last year's, the rows behind each, the report's text, its issue.
mod check;
mod moves;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::issue;
use crate::domain::cell;
use crate::domain::day;
use crate::domain::fingerprint;
use crate::domain::period::Period;
use crate::domain::record::{Record, Row};
use crate::domain::report::{Report, ReportState};
use crate::domain::tables;
use crate::domain::value::{PeriodCode, Value};
use crate::paper::xlsx;
use crate::reports::consolidated::{self, Part, own};
use crate::reports::figure::{Figure, rows_behind};
use crate::reports::figures::figures;
use crate::screens::bundle::Bundle;
use crate::screens::edit::{Copied, Edit};
use crate::screens::list::List;
use crate::screens::period::{self, Periodic};
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{bundle as bundle_words, issue as words, prose, screen as t, template as template_words};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::cut;

/// The screen.
pub struct FigureList {
    period: Period,
    /// Each figure with its value in the period and in the same one last year, if anything was written down then.
    lines: Vec<(&'static Figure, i64, Option<i64>)>,
    report: Option<Report>,
    read_at: Option<(u64, String)>,
    cursor: Cursor,
}

impl FigureList {
    const COMMANDS: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Enter],
            name: t::ROWS_BEHIND,
            ready: |it, _| !it.lines.is_empty(),
            run: Self::open_rows,
        },
        Command {
            keys: &[Key::F(2), Key::Ctrl('e')],
            name: t::WRITE_PARTS,
            ready: |it, _| it.standing() == ReportState::Draft,
            run: Self::write,
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: t::PRINT, ready: |_, _| true, run: Self::print },
    ];

    /// The half-year that is reported on now.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let period = Period::reported(cx.store.today());
        Box::new(Self { period, lines: Vec::new(), report: None, read_at: None, cursor: Cursor::default() })
    }

    fn standing(&self) -> ReportState {
        self.report.as_ref().map_or(ReportState::Draft, Report::standing)
    }

    /// The figures that the signed report said, by code.
    fn issued(&self) -> Option<serde_json::Map<String, serde_json::Value>> {
        let report = self.report.as_ref().filter(|report| report.standing().is_frozen())?;
        serde_json::from_str(&report.figures).ok()
    }

    fn open_rows(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some((figure, _, _)) = self.lines.get(self.cursor.at) else { return Ok(Flow::Stay) };
        let Some(meta) = tables::by_name(figure.table) else { return Ok(Flow::Stay) };
        let ids = rows_behind(cx.store, figure, &self.period)?;
        let title = t::ROWS_TITLE.with([cx.say(figure.label)]).say(cx.settings.lang);
        cx.store.looked("figure", figure.table, None, i64::try_from(ids.len()).ok())?;
        Ok(Flow::Open(Box::new(List::new(meta, &[]).of_rows(title, ids))))
    }

    /// Opens the report's text. The row above it, from which Ctrl+D copies, holds the drafts made of the figures.
    fn write(&mut self, cx: &mut Cx) -> Result<Flow> {
        let meta = Report::META;
        let report = self
            .report
            .clone()
            .unwrap_or_else(|| Report { period: PeriodCode(self.period.code.clone()), ..Report::default() });
        let writing = consolidated::writing(cx.store, &self.period, self.report.as_ref())?;
        let mut drafts = Row { id: 0, values: report.row().values };
        for (part, draft) in writing.drafts {
            if let Some((_, column, _)) = Part::ALL.iter().find(|(its, ..)| *its == part) {
                meta.set(&mut drafts, column, Value::Text(draft));
            }
        }
        let sentence = cx.say(t::BLANK_PARTS);
        cx.good(sentence);
        Ok(Flow::Open(Box::new(
            Edit::new(cx, meta, report.row(), Some(drafts)).copying(Copied::Draft).live(writing.places),
        )))
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (period, sheets) = (self.period.clone(), self.period.clone());
        let mut outputs = Output::forms(words::REPORT, move |cx| consolidated::paper(cx.store, &period));
        let period = self.period.clone();
        outputs.push(Output::new(words::OUT_SHEETS, "xlsx", move |cx| {
            Ok(xlsx::book(&consolidated::sheets(cx.store, &sheets)?).map_err(|error| error.said())?)
        }));
        outputs.push(Output::folder(bundle_words::OUT, move |cx, path| Ok(Box::new(Bundle::new(cx, &period, path)?))));
        if let Some(template) = own::template_of(cx.store, &self.period)? {
            let period = self.period.clone();
            let make = move |cx: &mut Cx| own::filled(cx.store, &period, &template);
            outputs.push(Output::new(template_words::OUT, "docx", make));
        }
        let stem = period::stem("bao-cao", &self.period);
        Ok(Flow::Open(Box::new(Print::new(cx, &stem, outputs, ("report", 0)))))
    }
}

impl Periodic for FigureList {
    fn period(&mut self) -> &mut Period {
        &mut self.period
    }
}

impl Screen for FigureList {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let (title, state) = (self.period.name().say(lang), cx.say(self.standing().text()).to_owned());
        match &self.report {
            Some(Report { number, signed_on: Some(on), print, .. }) => {
                let parts = [title, state, number.clone(), day::show(*on), fingerprint::short(print)];
                words::STATUS_NUMBERED.with(parts).say(lang)
            }
            _ => words::STATUS.with([title, state]).say(lang),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::MOVES, Self::PERIOD_COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::MOVES, Self::PERIOD_COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.lines.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let wanted = (cx.store.version(), self.period.code.clone());
        if self.read_at.as_ref() != Some(&wanted) {
            let (now, then) = (figures(cx.store, &self.period)?, figures(cx.store, &self.period.same_last_year())?);
            let known = !then.is_silent();
            let last = |figure: &Figure| known.then(|| then.get(figure.code));
            self.lines = now.iter().map(|(figure, value)| (figure, value, last(figure))).collect();
            self.report = issue::find(cx.store, &self.period)?;
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.lines.len(), usize::from(area.height.saturating_sub(1)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let head = |label, width, right: bool| Head { label: cx.say(label).to_owned(), width, right, grows: !right };
        let issued = self.issued();
        let mut heads = match &issued {
            None => vec![
                head(t::FIGURE, 36, false),
                head(t::THIS_PERIOD, 13, true),
                head(t::SAME_PERIOD, 13, true),
                head(t::DIFFERENCE, 12, true),
            ],
            Some(_) => vec![
                head(t::FIGURE, 36, false),
                head(t::AS_REPORTED, 13, true),
                head(t::AT_PRESENT, 13, true),
                head(t::DIFFERENCE, 12, true),
            ],
        };
        if let Some(first) = heads.first_mut() {
            let days = [day::show(self.period.from), day::show(self.period.to)];
            first.label = t::FIGURES_TITLE.with([first.label.clone()].into_iter().chain(days)).say(cx.settings.lang);
        }
        let today = cx.store.today();
        let show = |kind, value| cell::show(kind, &Value::Int(value), today, cx.settings.lang);
        let cells = |(figure, now, then): &(&'static Figure, i64, Option<i64>)| {
            let mut cells = vec![cx.say(figure.label).to_owned()];
            match &issued {
                None => {
                    cells.push(show(figure.kind, *now));
                    cells.push(then.map_or_else(|| prose::DASH.vi.to_owned(), |then| show(figure.kind, then)));
                    cells.push(changed(then.map(|then| now - then), |n| show(figure.kind, n)));
                }
                Some(told) => {
                    let told = told.get(figure.code).and_then(serde_json::Value::as_i64);
                    cells.push(told.map_or_else(|| "–".to_owned(), |told| show(figure.kind, told)));
                    cells.push(show(figure.kind, *now));
                    cells.push(changed(told.map(|told| now - told), |n| show(figure.kind, n)));
                }
            }
            Line { cells, marked: false }
        };
        let lines: Vec<Line> = self.lines.iter().map(cells).collect();
        table::snug(&mut heads, &lines);
        let shown = lines.get(self.cursor.top..).unwrap_or_default();
        table::draw(buf, area, &heads, shown, Some(self.cursor.row()), cx.settings.theme);
        if lines.is_empty() {
            buf.set_string(
                area.x,
                area.y,
                cut(cx.say(t::PERIOD_NONE), usize::from(area.width)),
                cx.settings.theme.quiet(),
            );
        }
        None
    }

    /// Goes to the period of a report.
    fn go(&mut self, cx: &mut Cx, row: i64) -> Result<()> {
        let found = cx.store.row(Report::META, row)?.and_then(|row| Report::of(&row));
        if let Some(period) = found.and_then(|report| Period::parse(&report.period.0).ok()) {
            self.period = period;
        }
        Ok(())
    }
}

/// A difference with its sign; blank where there is none.
fn changed(change: Option<i64>, show: impl Fn(i64) -> String) -> String {
    match change {
        None | Some(0) => String::new(),
        Some(more) if more > 0 => format!("+{}", show(more)),
        Some(less) => show(less),
    }
}
