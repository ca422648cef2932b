//! A plan's text told apart, before it is kept: what each line is, how deep it stands, and what its words propose. A line
//! that was told wrongly is mended here.
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::plan_text::{self, Taken};
use crate::domain::outline::{self, Part};
use crate::domain::plan::Evidence;
use crate::domain::{day, due};
use crate::screens::ask::Ask;
use crate::screens::pane;
use crate::screens::reading::{Reading, remark_lines};
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{Said, field as f, plan as t, remark, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The lines told apart, with a cursor.
pub struct Preview {
    taken: Taken,
    codes: Vec<String>,
    /// What is to be looked at before it is signed.
    remarks: Vec<Said>,
    cursor: Cursor,
}

/// Below this width a line shows what it is and its words; the rest is said of the line under the cursor.
const NARROW: u16 = 110;

impl Preview {
    /// What was told apart.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn new(cx: &Cx, taken: Taken) -> Result<Self> {
        let codes = outline::codes(&taken.entries);
        let remarks = plan_text::remarks(cx.store, &taken)?;
        Ok(Self { codes, taken, remarks, cursor: Cursor::default() })
    }

    /// After something was mended the codes and what the words propose are made anew.
    fn renew(&mut self, cx: &Cx) -> Result<Flow> {
        self.codes = outline::codes(&self.taken.entries);
        self.taken.guesses = plan_text::guesses(cx.store, &self.taken.entries)?;
        self.remarks = plan_text::remarks(cx.store, &self.taken)?;
        Ok(Flow::Stay)
    }

    /// Moves the clause under the cursor, with all under it, one step out or in.
    fn shift(&mut self, cx: &Cx, inwards: bool) -> Result<Flow> {
        let at = self.cursor.at;
        let entries = &mut self.taken.entries;
        let above =
            entries.get(..at).and_then(|before| before.iter().rfind(|it| it.part == Part::Clause)).map(|it| it.depth);
        let Some(here) = entries.get(at).filter(|it| it.part == Part::Clause).map(|it| it.depth) else {
            return Ok(Flow::Stay);
        };
        // Nothing stands deeper than one step under what is before it.
        if inwards && above.is_none_or(|above| here > above) || !inwards && here == 0 {
            return Ok(Flow::Stay);
        }
        for (offset, entry) in entries.iter_mut().skip(at).enumerate() {
            if offset > 0 && (entry.part != Part::Clause || entry.depth <= here) {
                break;
            }
            entry.depth = if inwards { entry.depth + 1 } else { entry.depth.saturating_sub(1) };
        }
        self.renew(cx)
    }

    /// Takes the line under the cursor for the next kind of part.
    fn turn(&mut self, cx: &Cx) -> Result<Flow> {
        const TURN: [Part; 7] =
            [Part::Clause, Part::LeftOut, Part::Title, Part::Ground, Part::Recipient, Part::Signer, Part::Letterhead];
        if let Some(entry) = self.taken.entries.get_mut(self.cursor.at) {
            let now = TURN.iter().position(|part| *part == entry.part).unwrap_or(0);
            entry.part = TURN[(now + 1) % TURN.len()];
            entry.depth = 0;
        }
        // What stood under it stands at most one step deeper than what is now before it.
        let mut most = 0;
        for entry in self.taken.entries.iter_mut().filter(|it| it.part == Part::Clause) {
            entry.depth = entry.depth.min(most);
            most = entry.depth + 1;
        }
        self.renew(cx)
    }

    /// Asks for year, number and day, and keeps the plan.
    fn keep(&self, cx: &mut Cx) -> Result<Flow> {
        let taken = self.taken.clone();
        let year = taken.year.unwrap_or_else(|| cx.store.today().year()).to_string();
        let issued = taken.issued.map(day::show).unwrap_or_default();
        let fields =
            [(f::YEAR, year.as_str()), (f::DOC_NUMBER, taken.number.as_str()), (f::ISSUED_ON, issued.as_str())];
        let (name, years, lang) = (plan_text::title(&taken.entries), plan_text::years(cx.store)?, cx.settings.lang);
        let remarks = remark_lines(&self.remarks, cx);
        // That there is a plan of the year already is said before it is typed on, not when it is kept.
        let telling = Box::new(move |answers: &[String]| {
            let year = answers.first().and_then(|year| year.trim().parse().ok());
            let said = year.and_then(|year| plan_text::said_of(&years, year, lang)).map(|said| said.say(lang));
            std::iter::once(name.clone()).chain(said).chain(remarks.clone()).collect::<Vec<_>>().join("\n")
        });
        let ask = Ask::new(cx.say(t::KEEP).to_owned(), &fields, {
            let taken = taken.clone();
            Box::new(move |cx: &mut Cx, answers| {
                let answer = |at: usize| answers.get(at).map_or("", String::as_str);
                let year: i32 = answer(0).trim().parse().map_err(|_| crate::text::rule::NOT_A_YEAR)?;
                let issued = match answer(2) {
                    "" => None,
                    typed => Some(day::parse(typed, cx.store.today())?),
                };
                let taken = Taken { number: answer(1).to_owned(), issued, ..taken.clone() };
                let plan = plan_text::keep(cx.store, &taken, year)?;
                cx.store.forget(super::DRAFT)?;
                let clauses = crate::acts::clause::of_plan(cx.store, plan)?;
                cx.good(t::KEPT.with([clauses.len()]).say(cx.settings.lang));
                Ok(Flow::Saved(clauses.first().map_or(0, |clause| clause.id.0)))
            })
        });
        Ok(Flow::Open(Box::new(ask.telling(telling))))
    }

    /// What the words of the line under the cursor propose: who leads, by when, what proves it.
    fn proposed(&self, cx: &Cx) -> String {
        let cells = self.line(self.cursor.at, cx).cells;
        let named = [f::LEAD, f::DUE_RULE, f::EVIDENCE].into_iter().zip(cells.into_iter().skip(2));
        let told = named.filter(|(_, text)| !text.is_empty());
        told.map(|(label, text)| t::OF_CLAUSE.with([cx.say(label), &text]).say(cx.settings.lang))
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn line(&self, at: usize, cx: &Cx) -> Line {
        let lang = cx.settings.lang;
        let Some(entry) = self.taken.entries.get(at) else { return Line::default() };
        let guess = self.taken.guesses.get(at);
        let code = self.codes.get(at).map_or("", String::as_str);
        let indent = "  ".repeat(entry.depth);
        let words = [code, &entry.flat()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
        let work = guess.filter(|it| !it.lead.is_empty() || it.evidence != Evidence::Nothing);
        let proof = work.map(|it| it.evidence).filter(|it| *it != Evidence::Nothing);
        let cells = vec![
            cx.say(entry.part.text()).to_owned(),
            format!("{indent}{words}"),
            work.map(|it| it.lead.clone()).unwrap_or_default(),
            work.map(|it| due::show(&it.due, lang)).unwrap_or_default(),
            proof.map(|it| cx.say(it.text()).to_owned()).unwrap_or_default(),
        ];
        Line { cells, marked: false }
    }
}

impl Screen for Preview {
    fn title(&self, cx: &Cx) -> String {
        cx.say(t::TOLD_APART).to_owned()
    }

    fn status(&self, cx: &Cx) -> String {
        let clauses = self.taken.entries.iter().filter(|it| it.part == Part::Clause).count();
        let lang = cx.settings.lang;
        let count = s::COUNT
            .with([clauses.to_string(), self.taken.entries.len().to_string(), cx.say(t::LINES).to_owned()])
            .say(lang);
        match self.remarks.len() {
            0 => count,
            many => format!("{}  {count}", remark::TO_LOOK_AT.with([many]).say(lang)),
        }
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let all = [
            (&[Key::Ctrl('s'), Key::Enter][..], t::KEEP),
            (&[Key::Ctrl('u')], remark::LOOK),
            (&[Key::Char(' ')], t::TURN_PART),
            (&[Key::Left], t::OUTWARDS),
            (&[Key::Right], t::INWARDS),
            (&[Key::Esc], s::LEAVE),
        ];
        let ready = all.into_iter().enumerate().filter(|(at, _)| *at != 1 || !self.remarks.is_empty());
        ready.map(|(at, (keys, name))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => self.keep(cx),
            2 => self.turn(cx),
            3 => self.shift(cx, false),
            4 => self.shift(cx, true),
            1 => Ok(Flow::Open(Box::new(Reading::of_remarks(&self.remarks, cx)))),
            _ => Ok(Flow::Back),
        }
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.taken.entries.len()) {
            return Ok(Flow::Stay);
        }
        self.dispatch(cx, key)
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.cursor.fit(self.taken.entries.len(), usize::from(area.height.saturating_sub(4)).max(1));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let head = |label: &'static str, width, grows| Head { label: label.to_owned(), width, right: false, grows };
        let mut heads = vec![
            head(cx.say(t::PART), 15, false),
            head(cx.say(f::CLAUSE_NAME), 44, true),
            head(cx.say(f::LEAD), 17, false),
            head(cx.say(f::DUE_RULE), 22, false),
            head(cx.say(f::EVIDENCE), 17, false),
        ];
        let narrow = area.width < NARROW;
        if narrow {
            heads.truncate(2);
        }
        let below = if narrow { 5 } else { 3 }.min(area.height);
        let list = Rect { height: area.height - below, ..area };
        let lines: Vec<Line> = (self.cursor.top..self.taken.entries.len())
            .take(usize::from(list.height))
            .map(|at| self.line(at, cx))
            .map(|mut line| {
                line.cells.truncate(heads.len());
                line
            })
            .collect();
        table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), cx.settings.theme);
        // The line under the cursor in full.
        if let Some(entry) = self.taken.entries.get(self.cursor.at) {
            let mut foot = Rect { y: list.bottom() + 1, height: below.saturating_sub(1), ..area };
            let proposed = self.proposed(cx);
            if narrow && foot.height > 1 && !proposed.is_empty() {
                let line = Rect { height: 1, ..foot };
                pane::paragraph(buf, line, &proposed, cx.settings.theme.text());
                foot = Rect { y: foot.y + 1, height: foot.height - 1, ..foot };
            }
            pane::paragraph(buf, foot, &entry.text().replace('\n', " "), cx.settings.theme.quiet());
        }
        None
    }
}
