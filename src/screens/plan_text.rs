//! Taking in a plan's text: it is pasted, typed or read from a file, then shown told apart, mended, and kept as one step.
mod preview;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::plan_text;
use crate::exchange::plain;
use crate::screens::ask::Ask;
use crate::screens::path;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{plan as t, screen as s};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, wrap};
use preview::Preview;

/// The text as it is written, and what was made of it.
pub struct PlanText {
    editor: Editor,
    room: usize,
    top: usize,
    /// The text as it was last kept, so that leaving the page or the program loses nothing.
    kept: String,
    /// What is said of the plan that this year has already.
    note: String,
    /// The text told apart, once it was looked at.
    preview: Option<Preview>,
    /// What is asked before it is kept.
    asking: Option<Box<dyn Screen>>,
}

/// What the text is kept under until its plan is kept.
const DRAFT: &str = "draft plan-text";

/// Asks for the text of a plan; one that was left is there again.
#[must_use]
pub fn ask(cx: &mut Cx) -> Box<dyn Screen> {
    let text = cx.store.recall(DRAFT).ok().flatten().unwrap_or_default();
    if !text.is_empty() {
        let sentence = cx.say(t::TEXT_BACK);
        cx.good(sentence);
    }
    Box::new(PlanText::of(cx, &text, None))
}

/// Asks for a file of plain text, and shows it told apart.
#[must_use]
pub fn ask_file(cx: &Cx) -> Box<dyn Screen> {
    let done = |cx: &mut Cx, answers: &[String]| {
        let file = path::typed(answers.first().map_or("", String::as_str));
        if !file.is_file() {
            return Err(s::NO_SUCH_FILE.with([file.display()]).into());
        }
        let text = plain::decode(&std::fs::read(&file)?).ok_or_else(|| t::NOT_TEXT.with([file.display()]))?;
        let preview = Preview::new(cx, plan_text::read(cx.store, &text)?)?;
        Ok(Flow::Replace(Box::new(PlanText::of(cx, &text, Some(preview)))))
    };
    Box::new(Ask::new(cx.say(t::READ_FILE).to_owned(), &[(t::ASK_TEXT_FILE, "")], Box::new(done)))
}

impl PlanText {
    fn of(cx: &Cx, text: &str, preview: Option<Preview>) -> Self {
        let note = note(cx).unwrap_or_default();
        Self { editor: Editor::new(text), room: 80, top: 0, kept: String::new(), note, preview, asking: None }
    }

    /// The screen that lies over the text, if one does.
    fn over(&mut self) -> Option<&mut dyn Screen> {
        match (&mut self.asking, &mut self.preview) {
            (Some(asking), _) => Some(asking.as_mut()),
            (None, Some(preview)) => Some(preview),
            (None, None) => None,
        }
    }

    /// The same, only looked at.
    fn seen(&self) -> Option<&dyn Screen> {
        match (&self.asking, &self.preview) {
            (Some(asking), _) => Some(asking.as_ref()),
            (None, Some(preview)) => Some(preview),
            (None, None) => None,
        }
    }

    /// What a screen over the text answered: back leads to the one beneath it.
    fn followed(&mut self, flow: Flow) -> Flow {
        match flow {
            Flow::Back if self.asking.take().is_some() => Flow::Stay,
            Flow::Back => {
                self.preview = None;
                Flow::Stay
            }
            Flow::Open(screen) => {
                self.asking = Some(screen);
                Flow::Stay
            }
            flow => flow,
        }
    }

    fn leave(&mut self, cx: &mut Cx) -> Result<Flow> {
        if !self.editor.is_empty() {
            self.keep_text(cx)?;
            let sentence = cx.say(t::TEXT_KEPT);
            cx.good(sentence);
        }
        Ok(Flow::Back)
    }

    fn clear(&mut self, cx: &mut Cx) -> Result<Flow> {
        self.editor.replace("");
        self.keep_text(cx)?;
        Ok(Flow::Stay)
    }

    fn keep_text(&mut self, cx: &Cx) -> Result<()> {
        let text = self.editor.text();
        if text.is_empty() {
            cx.store.forget(DRAFT)?;
        } else if text != self.kept {
            cx.store.remember(DRAFT, &text)?;
        }
        self.kept = text;
        Ok(())
    }
}

/// What is said of the plan that the running year has already, before anything is pasted.
fn note(cx: &Cx) -> Result<String> {
    let (years, lang) = (plan_text::years(cx.store)?, cx.settings.lang);
    let said = plan_text::said_of(&years, i64::from(chrono::Datelike::year(&cx.store.today())), lang);
    Ok(said.map_or_else(String::new, |said| said.say(lang)))
}

impl Screen for PlanText {
    fn title(&self, cx: &Cx) -> String {
        self.seen().map_or_else(|| cx.say(t::TAKE_IN).to_owned(), |over| over.title(cx))
    }

    fn status(&self, cx: &Cx) -> String {
        if let Some(over) = self.seen() {
            return over.status(cx);
        }
        let lines = self.editor.text().lines().filter(|line| !line.trim().is_empty()).count();
        t::LINES_TYPED.with([lines]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        if let Some(over) = self.seen() {
            return over.offers(cx);
        }
        let all = [
            (&[Key::Ctrl('s')][..], t::TELL_APART, true),
            (&[Key::Ctrl('w')], t::READ_FILE, true),
            (&[Key::Ctrl('x')], t::CLEAR_TEXT, !self.editor.is_empty()),
            (&[Key::Esc], s::LEAVE, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        if let Some(over) = self.over() {
            let flow = over.run(cx, at)?;
            return Ok(self.followed(flow));
        }
        match at {
            0 => {
                self.preview = Some(Preview::new(cx, plan_text::read(cx.store, &self.editor.text())?)?);
                Ok(Flow::Stay)
            }
            1 => {
                self.asking = Some(ask_file(cx));
                Ok(Flow::Stay)
            }
            2 => self.clear(cx),
            _ => self.leave(cx),
        }
    }

    fn typing(&self) -> bool {
        self.seen().is_none_or(Screen::typing)
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some(over) = self.over() {
            let flow = over.press(cx, key)?;
            return Ok(self.followed(flow));
        }
        match key {
            Key::Enter => self.editor.insert("\n"),
            Key::Up | Key::Down => drop(self.editor.climb(key == Key::Down, self.room)),
            _ => {
                let flow = self.dispatch(cx, key)?;
                if !matches!(flow, Flow::Pass) {
                    return Ok(flow);
                }
                return Ok(if self.editor.press(key) { Flow::Stay } else { Flow::Pass });
            }
        }
        Ok(Flow::Stay)
    }

    fn paste(&mut self, cx: &mut Cx, text: &str) -> Result<Flow> {
        if let Some(over) = self.over() {
            return over.paste(cx, text);
        }
        self.editor.insert(text);
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        self.over().map_or(Ok(()), |over| over.refresh(cx, area))
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        if self.editor.text() != self.kept {
            self.keep_text(cx)?;
        }
        self.over().map_or(Ok(false), |over| over.settle(cx))
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        if let Some(over) = self.over() {
            return over.draw(buf, area, cx);
        }
        let theme = cx.settings.theme;
        self.room = usize::from(area.width.saturating_sub(4)).clamp(1, 120);
        let mut top = area.y;
        for line in [cx.say(t::PASTE_HERE), &self.note].into_iter().filter(|it| !it.is_empty()) {
            for line in wrap(line, self.room) {
                if top + 2 < area.bottom() {
                    buf.set_stringn(area.x + 2, top, cut(&line, self.room), self.room, theme.quiet());
                    top += 1;
                }
            }
        }
        let text = Rect { y: top + 1, height: area.bottom().saturating_sub(top + 1), ..area };
        let (lines, at, column) = self.editor.page(self.room);
        let high = usize::from(text.height);
        if high == 0 {
            return None;
        }
        self.top = self.top.min(at).max((at + 1).saturating_sub(high));
        for (line, y) in lines.iter().skip(self.top).zip(text.y..text.bottom()) {
            buf.set_stringn(area.x + 2, y, fit(line, self.room), self.room, theme.text());
        }
        let y = text.y + u16::try_from(at - self.top).unwrap_or(0);
        Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), y))
    }

    fn unsaved(&self) -> bool {
        !self.editor.is_empty()
    }
}
