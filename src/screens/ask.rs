//! A few lines asked for before an act: a number, a name, a path; with what may stand there, if there is a choice.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroize;

use crate::domain::fold::fold;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{Text, screen as t};
use crate::ui::cursor::turned;
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, wrap};

/// What is said of the answers while they are typed.
type Telling = Box<dyn Fn(&[String]) -> String>;

/// What is done with the answers.
type Done = Box<dyn Fn(&mut Cx, &[String]) -> Result<Flow>>;

/// The questions and what is typed.
pub struct Ask {
    title: String,
    fields: Vec<(Text, Editor)>,
    at: usize,
    /// What the only field may hold, in the order offered.
    choices: Vec<String>,
    /// The choice that Enter takes, among those that fit what is typed.
    choice: Option<usize>,
    /// Whether what is typed is shown as dots.
    secret: bool,
    /// What is said beneath the fields.
    note: String,
    /// What the answers would do, said anew with each key.
    telling: Option<Telling>,
    done: Done,
}

impl Ask {
    /// Asks for some lines, each with what stands there at first.
    #[must_use]
    pub fn new(title: String, fields: &[(Text, &str)], done: Done) -> Self {
        let fields = fields.iter().map(|(label, text)| (*label, Editor::new(text))).collect();
        Self {
            title,
            fields,
            at: 0,
            choices: Vec::new(),
            choice: None,
            secret: false,
            note: String::new(),
            telling: None,
            done,
        }
    }

    /// The same question with choices for its one field: ↓ goes among those whose end fits what is typed.
    #[must_use]
    pub fn among(mut self, choices: Vec<String>) -> Self {
        self.choices = choices;
        self
    }

    /// The same question for a passphrase: dots stand for what is typed, and a refused one is typed anew.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// The same question with words beneath its fields.
    #[must_use]
    pub fn noted(mut self, note: String) -> Self {
        self.note = note;
        self
    }

    /// The same question with words beneath its fields that follow what is typed.
    #[must_use]
    pub fn telling(mut self, telling: Telling) -> Self {
        self.telling = Some(telling);
        self
    }

    fn answers(&self) -> Vec<String> {
        self.fields.iter().map(|(_, editor)| editor.text().trim().to_owned()).collect()
    }

    fn submit(&mut self, cx: &mut Cx) -> Result<Flow> {
        let mut answers = self.answers();
        let done = (self.done)(cx, &answers);
        if self.secret {
            answers.zeroize();
            if done.is_err() {
                self.fields.iter_mut().for_each(|(_, editor)| *editor = Editor::default());
                self.at = 0;
            }
        }
        done
    }

    fn fitting(&self) -> Vec<&String> {
        let typed = self.fields.first().map(|(_, editor)| fold(editor.text().trim())).unwrap_or_default();
        self.choices.iter().filter(|choice| fold(choice).contains(&typed)).collect()
    }

    fn turn(&mut self, down: bool) {
        self.choice = turned(self.choice, down, self.fitting().len());
    }

    /// Takes the choice under the cursor into the field; `false` if there is none.
    fn take(&mut self) -> bool {
        let Some(text) = self.choice.and_then(|at| self.fitting().get(at).map(|text| (*text).clone())) else {
            return false;
        };
        self.choice = None;
        if let Some((_, editor)) = self.fields.first_mut() {
            editor.replace(&text);
        }
        true
    }
}

impl Screen for Ask {
    fn title(&self, _: &Cx) -> String {
        self.title.clone()
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        // Enter agrees on the last field; before it, it leads on to the next.
        let leads_on = self.at + 1 < self.fields.len();
        let (agree, next) = if leads_on {
            (&[Key::Ctrl('s')][..], &[Key::Enter, Key::Tab][..])
        } else {
            (&[Key::Enter, Key::Ctrl('s')][..], &[Key::Tab][..])
        };
        let all = [
            (agree, t::CONFIRM, true),
            (next, t::NEXT_FIELD, self.fields.len() > 1),
            (&[Key::Esc], t::LEAVE, true),
            (&[Key::Down], t::CHOICES, !self.choices.is_empty()),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => return self.submit(cx),
            1 => self.at = (self.at + 1) % self.fields.len().max(1),
            3 => self.turn(true),
            _ => return Ok(Flow::Back),
        }
        Ok(Flow::Stay)
    }

    fn typing(&self) -> bool {
        true
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match key {
            Key::Enter if self.take() => {}
            Key::Up | Key::Down if !self.choices.is_empty() => self.turn(key == Key::Down),
            Key::Up | Key::BackTab => self.at = self.at.saturating_sub(1),
            Key::Down => self.at = (self.at + 1).min(self.fields.len().saturating_sub(1)),
            // There is no next field to go to, and the question is not left behind by it.
            Key::Tab if self.fields.len() < 2 => {}
            Key::Enter | Key::Tab | Key::Esc | Key::Ctrl('s') => return self.dispatch(cx, key),
            _ => {
                let typed = self.fields.get_mut(self.at).is_some_and(|(_, editor)| editor.press(key));
                self.choice = self.choice.filter(|_| !typed);
                return Ok(if typed { Flow::Stay } else { Flow::Pass });
            }
        }
        Ok(Flow::Stay)
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        if let Some((_, editor)) = self.fields.get_mut(self.at) {
            editor.insert(&text.replace(['\n', '\r', '\t'], " "));
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let cells = usize::from(area.width.saturating_sub(4)).min(90);
        let mut cursor = None;
        let mut y = area.y + 1;
        for (at, (label, editor)) in self.fields.iter().enumerate() {
            if y + 1 >= area.bottom() {
                break;
            }
            let on = at == self.at;
            buf.set_stringn(area.x + 2, y, cut(cx.say(*label), cells), cells, theme.label());
            let (line, column) = if self.secret { dots(editor, cells) } else { editor.line(cells) };
            let style = if on { theme.cursor() } else { theme.text() };
            buf.set_stringn(area.x + 2, y + 1, fit(&line, cells), cells, style);
            if on {
                cursor = Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), y + 1));
            }
            y += 3;
        }
        let note = self.telling.as_ref().map_or_else(|| self.note.clone(), |telling| telling(&self.answers()));
        for line in wrap(&note, cells).iter().filter(|_| !note.is_empty()) {
            if y < area.bottom() {
                buf.set_stringn(area.x + 2, y, cut(line, cells), cells, theme.quiet());
            }
            y += 1;
        }
        let rows = usize::from(area.bottom().saturating_sub(y));
        let top = self.choice.map_or(0, |at| (at + 1).saturating_sub(rows));
        for (at, text) in self.fitting().into_iter().enumerate().skip(top).take(rows) {
            let on = self.choice == Some(at);
            // Of a path the file's name is what it is known by.
            let (folder, name) = text.rsplit_once(['/', '\\']).unwrap_or(("", text));
            let line = fit(&format!("{} {name}   {folder}", if on { "▸" } else { " " }), cells);
            buf.set_stringn(area.x + 2, y, line, cells, if on { theme.cursor() } else { theme.quiet() });
            y += 1;
        }
        cursor
    }
}

/// A dot for each character that is typed, and where the cursor stands after them.
fn dots(editor: &Editor, cells: usize) -> (String, usize) {
    let count = editor.text().graphemes(true).count().min(cells.saturating_sub(1));
    ("•".repeat(count), count)
}
