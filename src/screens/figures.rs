//! The consolidation of a period: every figure beside last year's, the rows behind each, the report's text, its issue.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::issue;
use crate::domain::cell;
use crate::domain::clean::clean;
use crate::domain::day;
use crate::domain::period::Period;
use crate::domain::record::{Record, Row};
use crate::domain::report::Report;
use crate::domain::tables;
use crate::domain::value::{PeriodCode, Value};
use crate::paper::{Paper, docx, pdf, txt};
use crate::reports::consolidated::{self, Part};
use crate::reports::figure::{Figure, rows_behind};
use crate::reports::figures::figures;
use crate::screens::ask::Ask;
use crate::screens::edit::Edit;
use crate::screens::list::List;
use crate::screens::period::{self, Periodic};
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{prose, screen as t};
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
            ready: |it, _| !it.is_issued(),
            run: Self::write,
        },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: t::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::Ctrl('u')], name: t::ISSUE, ready: |it, _| !it.is_issued(), run: Self::issue },
        Command { keys: &[Key::Ctrl('x')], name: t::WITHDRAW, ready: |it, _| it.is_issued(), run: Self::withdraw },
    ];

    /// The half-year that is reported on now.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let period = Period::reported(cx.store.today());
        Box::new(Self { period, lines: Vec::new(), report: None, read_at: None, cursor: Cursor::default() })
    }

    fn is_issued(&self) -> bool {
        self.report.as_ref().is_some_and(|report| report.signed_on.is_some())
    }

    /// The figures that the issued report said, by code.
    fn issued(&self) -> Option<serde_json::Map<String, serde_json::Value>> {
        let report = self.report.as_ref().filter(|report| report.signed_on.is_some())?;
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
        let mut drafts = Row { id: 0, values: report.row().values };
        for (part, column, _) in Part::ALL {
            let draft = consolidated::draft_part(cx.store, &self.period, part)?;
            meta.set(&mut drafts, column, Value::Text(draft));
        }
        let sentence = cx.say(t::BLANK_PARTS);
        cx.good(sentence);
        Ok(Flow::Open(Box::new(Edit::new(cx, meta, report.row(), Some(drafts)))))
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let output = |name, ending, render: fn(&Paper) -> Result<Vec<u8>>| {
            let period = self.period.clone();
            Output::new(name, ending, move |cx| render(&consolidated::paper(cx.store, &period)?))
        };
        let outputs = vec![
            output(t::OUT_REPORT, "docx", |paper| Ok(docx::render(paper).map_err(|error| error.said())?)),
            output(t::OUT_REPORT_PDF, "pdf", |paper| Ok(pdf::render(paper).map_err(|error| error.said())?)),
            output(t::OUT_REPORT_TXT, "txt", |paper| Ok(txt::render(paper, 100).into_bytes())),
        ];
        let stem = period::stem("bao-cao", &self.period);
        Ok(Flow::Open(Box::new(Print::new(cx, &stem, outputs, ("report", 0)))))
    }

    /// The headings of parts that only people can write and nobody has: a paper with such a gap is not signed.
    fn gaps(&self, cx: &Cx) -> Result<Vec<&'static str>> {
        let mut gaps = Vec::new();
        for (part, _, heading) in Part::ALL {
            let written = self.report.as_ref().is_some_and(|report| !part.written(report).trim().is_empty());
            if !written && consolidated::draft_part(cx.store, &self.period, part)?.contains(prose::BLANK_CAUSES.vi) {
                gaps.push(cx.say(heading));
            }
        }
        Ok(gaps)
    }

    fn issue(&mut self, cx: &mut Cx) -> Result<Flow> {
        let gaps = self.gaps(cx)?;
        if !gaps.is_empty() {
            return Err(t::PART_NEEDED.with([gaps.join("; ")]).into());
        }
        let period = self.period.clone();
        let today = day::show(cx.store.today());
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let number = clean(answers.first().map_or("", String::as_str));
            let date = day::parse(answers.get(1).map_or("", String::as_str), cx.store.today())?;
            issue::issue(cx.store, &period, &number, date)?;
            let sentence = cx.say(t::ISSUED);
            cx.good(sentence);
            Ok(Flow::Back)
        };
        let fields = [(t::ASK_NUMBER, ""), (t::ASK_SIGNED, today.as_str())];
        Ok(Flow::Open(Box::new(Ask::new(cx.say(t::ISSUE).to_owned(), &fields, Box::new(done)))))
    }

    fn withdraw(&mut self, cx: &mut Cx) -> Result<Flow> {
        issue::withdraw(cx.store, &self.period)?;
        let words = cx.say(t::WITHDRAW);
        cx.good(t::DONE_FINAL.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
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
        let title = self.period.name().say(lang);
        let state = match &self.report {
            Some(Report { number, signed_on: Some(on), .. }) => {
                t::ISSUED_AS.with([number.clone(), day::show(*on)]).say(lang)
            }
            _ => cx.say(t::DRAFT).to_owned(),
        };
        format!("{title} · {state}")
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
            None => vec![head(t::FIGURE, 44, false), head(t::THIS_PERIOD, 14, true), head(t::SAME_PERIOD, 14, true)],
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
                }
                Some(told) => {
                    let told = told.get(figure.code).and_then(serde_json::Value::as_i64);
                    cells.push(told.map_or_else(|| "–".to_owned(), |told| show(figure.kind, told)));
                    cells.push(show(figure.kind, *now));
                    cells.push(match told.map(|told| now - told) {
                        None | Some(0) => String::new(),
                        Some(more) if more > 0 => format!("+{}", show(figure.kind, more)),
                        Some(less) => show(figure.kind, less),
                    });
                }
            }
            Line { cells, marked: false }
        };
        let lines: Vec<Line> = self.lines.iter().skip(self.cursor.top).map(cells).collect();
        table::draw(buf, area, &heads, &lines, Some(self.cursor.row()), cx.settings.theme);
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
