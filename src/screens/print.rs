//! Writing what is on screen to a file: what, and where to; the folder is the office's documents.
mod output;

use std::ops::Range;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::rejects::rejects;
use crate::exchange::roster::Refusal;
use crate::paper::{Grid, file, xlsx};
use crate::screens::export::{self, Covering};
use crate::screens::list::List;
use crate::screens::path;
use crate::screens::preview::Preview;
use crate::screens::reading::remark_lines;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::Result;
use crate::text::{Said, Text, cli, print as t, screen as words};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit, hang, width};

pub use output::{Made, Output};

/// The choice of what to write, in what form, and where.
pub struct Print {
    outputs: Vec<Output>,
    stem: String,
    /// What the log of lookers says, and how many rows; 0 for a paper, whose rows nobody counts.
    logged: (&'static str, i64),
    chosen: usize,
    /// The form that was last chosen, which the next thing comes in too if it can.
    form: Text,
    path: Editor,
    typing: bool,
    /// What can be covered in it.
    covering: Option<Covering>,
    /// What is to be looked at before a paper is signed.
    remarks: Vec<String>,
}

impl Print {
    /// A choice of outputs whose files are named after a stem.
    #[must_use]
    pub fn new(cx: &Cx, stem: &str, outputs: Vec<Output>, logged: (&'static str, i64)) -> Self {
        let mut print = Self {
            outputs,
            stem: stem.to_owned(),
            logged,
            chosen: 0,
            form: t::FORM_DOCX,
            path: Editor::default(),
            typing: false,
            covering: None,
            remarks: Vec::new(),
        };
        print.suggest(cx);
        print
    }

    /// The outputs of a list: exactly what is on screen, by its filter, order and columns.
    #[must_use]
    pub fn of_list(cx: &Cx, list: &List) -> Self {
        let count = i64::try_from(list.ids().len()).unwrap_or(i64::MAX);
        let (outputs, covering) = export::outputs(cx, list);
        let stem = export::stem(list) + &export::filtered(list);
        Self { covering: Some(covering), ..Self::new(cx, &stem, outputs, (list.meta.table, count)) }
    }

    /// The outputs of a table that is no list: a workbook whose sheet has a name, and CSV.
    #[must_use]
    pub fn of_grid(cx: &Cx, stem: &str, name: Text, grid: Grid, logged: &'static str) -> Self {
        let count = i64::try_from(grid.rows.len()).unwrap_or(i64::MAX);
        let outputs = Output::tables(t::LISTED, name, move |_| Ok(grid.clone()));
        Self::new(cx, stem, outputs, (logged, count))
    }

    /// The rows of a file that were refused, each with its reason, to be mended and taken in again.
    #[must_use]
    pub fn of_rejects(cx: &Cx, file_name: &str, refused: &[Refusal], logged: &'static str) -> Self {
        let count = i64::try_from(refused.len()).unwrap_or(i64::MAX);
        let refused = refused.to_vec();
        let make = move |cx: &mut Cx| {
            let rows: Vec<&Refusal> = refused.iter().collect();
            let grid = rejects(&rows, cx.settings.lang);
            Ok(xlsx::table(&grid, cli::SHEET_REJECTS.say(cx.settings.lang)).map_err(|error| error.said())?)
        };
        let stem = format!("khong-nhan-{}", file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem));
        Self::new(cx, &stem, vec![Output::new(t::REJECTS, "xlsx", make)], (logged, count))
    }

    /// The same choice with further outputs before those it has.
    #[must_use]
    pub fn with(mut self, cx: &Cx, more: Vec<Output>, stem: &str) -> Self {
        self.outputs.splice(0..0, more);
        self.stem = stem.to_owned();
        self.suggest(cx);
        self
    }

    /// The same choice that says what is to be looked at before its papers are signed.
    #[must_use]
    pub fn remarked(mut self, found: &[Said], cx: &Cx) -> Self {
        self.remarks = remark_lines(found, cx);
        self
    }

    /// The same choice with further outputs after those it has.
    #[must_use]
    pub fn also(mut self, more: Vec<Output>) -> Self {
        self.outputs.extend(more);
        self
    }

    /// The outputs by what they are: each range holds the forms of one thing.
    fn lines(&self) -> Vec<Range<usize>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        for (at, output) in self.outputs.iter().enumerate() {
            match lines.last_mut() {
                Some(line) if self.outputs[line.start].name == output.name => line.end = at + 1,
                _ => lines.push(at..at + 1),
            }
        }
        lines
    }

    /// The next thing, or the one before, in the same form where it has it.
    fn step(&mut self, down: bool, cx: &Cx) {
        let lines = self.lines();
        let Some(at) = lines.iter().position(|line| line.contains(&self.chosen)) else { return };
        let to = if down { (at + 1).min(lines.len() - 1) } else { at.saturating_sub(1) };
        let mut forms = lines[to].clone();
        self.chosen = forms.find(|at| self.outputs[*at].form() == self.form).unwrap_or(lines[to].start);
        self.typing = false;
        self.suggest(cx);
    }

    /// Another form of the same thing, round about.
    fn turn(&mut self, forward: bool, cx: &Cx) {
        let Some(line) = self.lines().into_iter().find(|line| line.contains(&self.chosen)) else { return };
        let by = if forward { 1 } else { line.len() - 1 };
        self.chosen = line.start + (self.chosen - line.start + by) % line.len();
        self.form = self.outputs[self.chosen].form();
        self.typing = false;
        self.suggest(cx);
    }

    fn suggest(&mut self, cx: &Cx) {
        let Some(output) = self.outputs.get(self.chosen) else { return };
        let ending = match output.made {
            Made::Shown(_) => {
                self.path = Editor::default();
                return;
            }
            Made::Folder(_) => String::new(),
            Made::File(ending, _) | Made::Act(ending, _) => format!(".{ending}"),
        };
        let stem = if output.stem.is_empty() { self.stem.as_str() } else { output.stem };
        let name = format!("{stem}-{}{ending}", cx.store.today().format("%Y-%m-%d"));
        self.path = Editor::new(&path::free(&folder().join(name)).display().to_string());
    }

    fn write(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(output) = self.outputs.get(self.chosen) else { return Ok(Flow::Back) };
        let path = path::typed(&self.path.text());
        // Who takes what out is written down before anything is out.
        let log = |cx: &Cx| cx.store.looked("print", self.logged.0, None, Some(self.logged.1.max(1)));
        match &output.made {
            Made::Folder(open) => return Ok(Flow::Replace(open(cx, &path)?)),
            Made::Shown(fill) => {
                let paper = fill(cx)?;
                log(cx)?;
                return Ok(Flow::Open(Box::new(Preview::new(output.name.say(cx.settings.lang), paper))));
            }
            Made::Act(_, act) => {
                log(cx)?;
                file::within(&path, |is_out| act(cx, &mut |bytes| put(&path, bytes).inspect(|()| *is_out = true)))?;
            }
            Made::File(_, make) => {
                let bytes = make(cx)?;
                log(cx)?;
                put(&path, &bytes)?;
            }
        }
        let rows = self.logged.1;
        let place = path.display().to_string();
        let said = if rows > 0 { t::PRINTED_ROWS.with([rows.to_string(), place]) } else { t::PRINTED.with([place]) };
        let sentence = said.say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Back)
    }

    /// One thing: its name, and at the end of the line its forms, the chosen one in brackets.
    fn draw_line(&self, buf: &mut Buffer, (x, y): (u16, u16), cells: usize, line: &Range<usize>, cx: &Cx) {
        let theme = cx.settings.theme;
        let on = line.contains(&self.chosen);
        let form = |at: usize| {
            let name = cx.say(self.outputs[at].form());
            if at == self.chosen { format!("[{name}]") } else { format!(" {name} ") }
        };
        let forms: String = line.clone().map(form).collect();
        let name = self.outputs[line.start].name.say(cx.settings.lang);
        let room = cells.saturating_sub(width(&forms) + 1);
        let text = format!("{} {}", if on { "▌" } else { " " }, name);
        let style = if on { theme.cursor() } else { theme.text() };
        buf.set_stringn(x, y, format!("{} {forms}", fit(&text, room)), cells, style);
    }
}

/// Writes a file whole or not at all; the folder is made if need be.
///
/// # Errors
/// If the folder cannot be written.
pub fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(file::write(path, bytes)?)
}

/// The office's documents: where papers go unless somewhere else is said.
#[must_use]
pub fn folder() -> PathBuf {
    path::home().map_or_else(|| PathBuf::from("."), |home| home.join("Vi Tre Em"))
}

impl Screen for Print {
    fn title(&self, cx: &Cx) -> String {
        cx.say(t::TITLE).to_owned()
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let covers = |which: fn(&Covering) -> bool| self.covering.as_ref().is_some_and(which);
        let all = [
            (&[Key::Enter][..], words::PRINT, true),
            (&[Key::Right, Key::Left], t::FORM, self.lines().iter().any(|line| line.len() > 1)),
            (&[Key::Tab], t::PATH, true),
            (&[Key::F(9), Key::Ctrl('b')], t::COVER_NAMES, covers(|it| it.names)),
            (&[Key::F(4), Key::Ctrl('o')], t::COVER_GROUPS, covers(|it| it.circumstances)),
            (&[Key::Esc], words::LEAVE, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => return self.write(cx),
            1 => self.turn(true, cx),
            2 => self.typing = !self.typing,
            3 | 4 => {
                if let Some(it) = &self.covering {
                    let chosen = if at == 3 { &it.masked } else { &it.sensitive };
                    chosen.set(!chosen.get());
                }
            }
            _ => return Ok(Flow::Back),
        }
        Ok(Flow::Stay)
    }

    fn typing(&self) -> bool {
        true
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match key {
            Key::Up | Key::Down => {
                self.step(key == Key::Down, cx);
                Ok(Flow::Stay)
            }
            Key::Left | Key::Right if !self.typing => {
                self.turn(key == Key::Right, cx);
                Ok(Flow::Stay)
            }
            Key::Enter | Key::Tab | Key::Esc | Key::F(_) | Key::Ctrl('b' | 'o') => self.dispatch(cx, key),
            _ => {
                self.typing = true;
                Ok(if self.path.press(key) { Flow::Stay } else { Flow::Pass })
            }
        }
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        self.typing = true;
        self.path.insert(&text.replace(['\n', '\r', '\t'], " "));
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let cells = usize::from(area.width.saturating_sub(4));
        // The file's name and what is covered stand beneath, however many outputs there are.
        let lines = self.lines();
        let beneath = if self.remarks.is_empty() { 7 } else { 11 };
        let rows = usize::from(area.height.saturating_sub(beneath)).max(1).min(lines.len());
        let at = lines.iter().position(|line| line.contains(&self.chosen)).unwrap_or(0);
        for (line, y) in lines.iter().skip((at + 1).saturating_sub(rows)).take(rows).zip(area.y + 1..area.bottom()) {
            self.draw_line(buf, (area.x + 2, y), cells, line, cx);
        }
        let y = area.y + 3 + u16::try_from(rows).unwrap_or(0);
        if y + 1 >= area.bottom() || self.path.text().is_empty() && !self.typing {
            return None;
        }
        buf.set_stringn(area.x + 2, y, cut(cx.say(t::PATH), cells), cells, theme.label());
        let (line, column) = self.path.line(cells);
        let style = if self.typing { theme.cursor() } else { theme.text() };
        buf.set_stringn(area.x + 2, y + 1, fit(&line, cells), cells, style);
        let mut said: Vec<String> =
            self.remarks.iter().flat_map(|line| hang(line, cells)).map(|line| cut(&line, cells)).collect();
        said.extend(self.covering.as_ref().map(|covering| self::said(covering, cx)).unwrap_or_default());
        for (line, y) in said.iter().zip(y + 3..area.bottom()) {
            buf.set_stringn(area.x + 2, y, fit(line, cells), cells, theme.text());
        }
        Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), y + 1))
    }
}

/// What is covered and by which key it is not.
fn said(covering: &Covering, cx: &Cx) -> Vec<String> {
    let names = if covering.masked.get() { t::NAMES_COVERED } else { t::NAMES_FULL };
    let groups = if covering.sensitive.get() { t::GROUPS_WRITTEN } else { t::GROUPS_COVERED };
    let lines = [(covering.names, names), (covering.circumstances, groups)];
    lines.into_iter().filter(|(is, _)| *is).map(|(_, text)| cx.say(text).to_owned()).collect()
}
