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
use crate::ui::width::{cut, fit};
use preview::Preview;

/// The text as it is written, and what was made of it.
pub struct PlanText {
    editor: Editor,
    room: usize,
    top: usize,
    warned: bool,
    /// The text told apart, once it was looked at.
    preview: Option<Preview>,
    /// What is asked before it is kept.
    asking: Option<Box<dyn Screen>>,
}

/// Asks for the text of a plan.
#[must_use]
pub fn ask() -> Box<dyn Screen> {
    Box::new(PlanText::of("", None))
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
        let preview = Preview::new(plan_text::read(cx.store, &text)?);
        Ok(Flow::Replace(Box::new(PlanText::of(&text, Some(preview)))))
    };
    Box::new(Ask::new(cx.say(t::READ_FILE).to_owned(), &[(t::ASK_TEXT_FILE, "")], Box::new(done)))
}

impl PlanText {
    fn of(text: &str, preview: Option<Preview>) -> Self {
        Self { editor: Editor::new(text), room: 80, top: 0, warned: false, preview, asking: None }
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

    fn leave(&mut self, cx: &mut Cx) -> Flow {
        if !self.editor.is_empty() && !self.warned {
            self.warned = true;
            let sentence = cx.say(s::UNSAVED_ESC);
            cx.bad(sentence);
            return Flow::Stay;
        }
        Flow::Back
    }
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
        let all = [(&[Key::Ctrl('s')][..], t::TELL_APART), (&[Key::Ctrl('w')], t::READ_FILE), (&[Key::Esc], s::LEAVE)];
        all.into_iter().enumerate().map(|(at, (keys, name))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        if let Some(over) = self.over() {
            let flow = over.run(cx, at)?;
            return Ok(self.followed(flow));
        }
        match at {
            0 => {
                self.preview = Some(Preview::new(plan_text::read(cx.store, &self.editor.text())?));
                Ok(Flow::Stay)
            }
            1 => Ok(Flow::Replace(ask_file(cx))),
            _ => Ok(self.leave(cx)),
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

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        if let Some(over) = self.over() {
            return over.draw(buf, area, cx);
        }
        let theme = cx.settings.theme;
        self.room = usize::from(area.width.saturating_sub(4)).clamp(1, 120);
        if area.height < 3 {
            return None;
        }
        buf.set_stringn(area.x + 2, area.y, cut(cx.say(t::PASTE_HERE), self.room), self.room, theme.quiet());
        let (lines, at, column) = self.editor.page(self.room);
        let high = usize::from(area.height - 2);
        self.top = self.top.min(at).max((at + 1).saturating_sub(high));
        for (line, y) in lines.iter().skip(self.top).zip(area.y + 2..area.bottom()) {
            buf.set_stringn(area.x + 2, y, fit(line, self.room), self.room, theme.text());
        }
        let y = area.y + 2 + u16::try_from(at - self.top).unwrap_or(0);
        Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), y))
    }

    fn unsaved(&self) -> bool {
        !self.editor.is_empty()
    }
}
