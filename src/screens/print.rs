//! Writing what is on screen to a file: what, and where to; the folder is the office's documents.
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::rejects::rejects;
use crate::exchange::roster::Refusal;
use crate::paper::{Grid, Paper, csv, docx, json, pdf, txt, xlsx};
use crate::reports::papers::{self, Printable, Subject, TEXT_WIDTH};
use crate::screens::export::{self, Covering};
use crate::screens::list::List;
use crate::screens::path;
use crate::screens::preview::Preview;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::store::{Error, Result};
use crate::text::{Said, Text, cli, issue as words, screen as t};
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::width::{cut, fit};

/// Makes the bytes of a file.
pub type Make = Box<dyn Fn(&mut Cx) -> Result<Vec<u8>>>;

/// Something that can be written to a file.
pub struct Output {
    /// What it is.
    name: Said,
    /// What its file is named after; blank for what the choice is named after.
    stem: &'static str,
    /// The file's ending.
    ending: &'static str,
    /// Makes it.
    pub make: Make,
    /// Puts it out within an act of its own instead.
    act: Option<Act>,
    /// The paper that is shown on screen instead, page by page.
    shown: Option<Fill>,
    /// The screen that fills the folder of that name instead.
    filled: Option<Folder>,
}

/// An act that puts the bytes of a file out before it is done.
type Act = Box<dyn Fn(&mut Cx, &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()>>;

/// Opens the screen that fills a folder.
type Folder = Box<dyn Fn(&mut Cx, &Path) -> Result<Box<dyn Screen>>>;

/// Fills a paper.
type Fill = Box<dyn Fn(&mut Cx) -> Result<Paper>>;

impl Output {
    /// An output whose file has an ending.
    #[must_use]
    pub fn new(
        name: impl Into<Said>,
        ending: &'static str,
        make: impl Fn(&mut Cx) -> Result<Vec<u8>> + 'static,
    ) -> Self {
        Self { name: name.into(), stem: "", ending, make: Box::new(make), act: None, shown: None, filled: None }
    }

    /// An output that is put out within an act: where it cannot be written nothing is done.
    #[must_use]
    pub fn act(
        name: Text,
        ending: &'static str,
        act: impl Fn(&mut Cx, &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> + 'static,
    ) -> Self {
        Self { act: Some(Box::new(act)), ..Self::new(name, ending, |_| Ok(Vec::new())) }
    }

    /// The same output, its file named after a stem of its own.
    #[must_use]
    pub const fn named(mut self, stem: &'static str) -> Self {
        self.stem = stem;
        self
    }

    /// A paper of the table as a file of an ending.
    #[must_use]
    pub fn of_paper(paper: &'static Printable, subject: &Subject, ending: &'static str) -> Self {
        let as_file = match ending {
            "xlsx" => t::AS_XLSX,
            "pdf" => t::AS_PDF,
            "txt" => words::AS_TXT,
            _ => t::AS_DOCX,
        };
        let subject = subject.clone();
        let make = move |cx: &mut Cx| paper.file(cx.store, &subject, ending);
        Self { stem: paper.code, ..Self::new(as_file.with([""]).saying(0, paper.name.into()), ending, make) }
    }

    /// A paper to look at, page by page as it is printed.
    #[must_use]
    pub fn preview(name: Text, fill: impl Fn(&mut Cx) -> Result<Paper> + 'static) -> Self {
        let name = words::AS_PREVIEW.with([""]).saying(0, name.into());
        Self { shown: Some(Box::new(fill)), ..Self::new(name, "", |_| Ok(Vec::new())) }
    }

    /// A folder of files, which a screen of its own fills.
    #[must_use]
    pub fn folder(name: Text, open: impl Fn(&mut Cx, &Path) -> Result<Box<dyn Screen>> + 'static) -> Self {
        Self { filled: Some(Box::new(open)), ..Self::new(name, "", |_| Ok(Vec::new())) }
    }

    /// A paper that is no line of the table, in every form.
    #[must_use]
    pub fn forms(name: Text, fill: impl Fn(&mut Cx) -> Result<Paper> + Clone + 'static) -> Vec<Self> {
        let named = |form: Text| form.with([""]).saying(0, name.into());
        let [first, second, third] = [fill.clone(), fill.clone(), fill.clone()];
        vec![
            Self::new(named(t::AS_DOCX), "docx", move |cx| Ok(docx::render(&first(cx)?).map_err(|e| e.said())?)),
            Self::new(named(t::AS_PDF), "pdf", move |cx| Ok(pdf::render(&second(cx)?).map_err(|e| e.said())?)),
            Self::new(named(words::AS_TXT), "txt", move |cx| Ok(txt::render(&third(cx)?, TEXT_WIDTH).into_bytes())),
            Self::preview(name, fill),
        ]
    }

    /// Every paper about something, in every form it has.
    #[must_use]
    pub fn papers(subject: &Subject) -> Vec<Self> {
        let mut all = Vec::new();
        for paper in papers::about(subject) {
            all.extend(paper.endings().iter().map(|ending| Self::of_paper(paper, subject, ending)));
            let subject = subject.clone();
            all.push(Self::preview(paper.name, move |cx| paper.paper(cx.store, &subject)));
        }
        all
    }
}

/// The choice of what to write and where.
pub struct Print {
    outputs: Vec<Output>,
    stem: String,
    /// What the log of lookers says, and how many rows; 0 for a paper, whose rows nobody counts.
    logged: (&'static str, i64),
    chosen: usize,
    path: Editor,
    typing: bool,
    /// What can be covered in it.
    covering: Option<Covering>,
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
            path: Editor::default(),
            typing: false,
            covering: None,
        };
        print.suggest(cx);
        print
    }

    /// The outputs of a list: exactly what is on screen, by its filter, order and columns.
    #[must_use]
    pub fn of_list(cx: &Cx, list: &List) -> Self {
        let count = i64::try_from(list.ids().len()).unwrap_or(i64::MAX);
        let (outputs, covering) = export::outputs(cx, list);
        let stem = format!("{}{}", list.meta.table, export::filtered(list));
        Self { covering: Some(covering), ..Self::new(cx, &stem, outputs, (list.meta.table, count)) }
    }

    /// The outputs of a table that is no list: a workbook whose sheet has a name, and CSV.
    #[must_use]
    pub fn of_grid(cx: &Cx, stem: &str, name: Text, grid: Grid, logged: &'static str) -> Self {
        let count = i64::try_from(grid.rows.len()).unwrap_or(i64::MAX);
        let (same, third, printed) = (grid.clone(), grid.clone(), grid.clone());
        let outputs = vec![
            Output::new(t::OUT_TABLE, "xlsx", move |cx| Ok(xlsx::table(&same, cx.say(name)).map_err(|e| e.said())?)),
            Output::new(t::OUT_CSV, "csv", move |_| Ok(csv::render(&grid).map_err(|e| e.said())?)),
            Output::new(t::OUT_JSON, "json", move |_| Ok(json::render(&third))),
            Output::new(t::OUT_PDF, "pdf", move |cx| {
                Ok(pdf::render(&printed.paper(cx.say(name))).map_err(|e| e.said())?)
            }),
        ];
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
        Self::new(cx, &stem, vec![Output::new(t::OUT_REJECTS, "xlsx", make)], (logged, count))
    }

    /// The same choice with further outputs before those it has.
    #[must_use]
    pub fn with(mut self, cx: &Cx, more: Vec<Output>, stem: &str) -> Self {
        self.outputs.splice(0..0, more);
        self.stem = stem.to_owned();
        self.suggest(cx);
        self
    }

    /// The same choice with further outputs after those it has.
    #[must_use]
    pub fn also(mut self, more: Vec<Output>) -> Self {
        self.outputs.extend(more);
        self
    }

    fn suggest(&mut self, cx: &Cx) {
        let Some(output) = self.outputs.get(self.chosen) else { return };
        if output.shown.is_some() {
            self.path = Editor::default();
            return;
        }
        let stem = if output.stem.is_empty() { self.stem.as_str() } else { output.stem };
        let dot = if output.ending.is_empty() { "" } else { "." };
        let name = format!("{stem}-{}{dot}{}", cx.store.today().format("%Y-%m-%d"), output.ending);
        self.path = Editor::new(&path::free(&folder().join(name)).display().to_string());
    }

    fn write(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(output) = self.outputs.get(self.chosen) else { return Ok(Flow::Back) };
        if let Some(fill) = &output.shown {
            let paper = fill(cx)?;
            cx.store.looked("print", self.logged.0, None, Some(self.logged.1.max(1)))?;
            let title = output.name.say(cx.settings.lang);
            return Ok(Flow::Open(Box::new(Preview::new(title, paper))));
        }
        let path = path::typed(&self.path.text());
        if let Some(open) = &output.filled {
            return Ok(Flow::Replace(open(cx, &path)?));
        }
        // Who takes what out is written down before anything is out.
        let (what, rows) = self.logged;
        if let Some(act) = &output.act {
            cx.store.looked("print", what, None, Some(rows.max(1)))?;
            let mut is_out = false;
            let done = act(cx, &mut |bytes| put(&path, bytes).inspect(|()| is_out = true));
            if is_out && done.is_err() {
                // Nothing came of the act: its paper goes too.
                std::fs::remove_file(&path)?;
            }
            done?;
        } else {
            let bytes = (output.make)(cx)?;
            cx.store.looked("print", what, None, Some(rows.max(1)))?;
            put(&path, &bytes)?;
        }
        let place = path.display().to_string();
        let said = if rows > 0 { t::PRINTED_ROWS.with([rows.to_string(), place]) } else { t::PRINTED.with([place]) };
        let sentence = said.say(cx.settings.lang);
        cx.good(sentence);
        Ok(Flow::Back)
    }
}

/// Writes a file whole or not at all; the folder is made if need be.
///
/// # Errors
/// If the folder cannot be written.
pub fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| Error::Io(error.error))?;
    Ok(())
}

/// The office's documents: where papers go unless somewhere else is said.
#[must_use]
pub fn folder() -> PathBuf {
    path::home().map_or_else(|| PathBuf::from("."), |home| home.join("Vi Tre Em"))
}

impl Screen for Print {
    fn title(&self, cx: &Cx) -> String {
        cx.say(t::PRINT_TITLE).to_owned()
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let covers = |which: fn(&Covering) -> bool| self.covering.as_ref().is_some_and(which);
        let all = [
            (&[Key::Enter][..], t::PRINT, true),
            (&[Key::Tab], t::ASK_OUT, true),
            (&[Key::F(9), Key::Ctrl('b')], t::COVER_NAMES, covers(|it| it.names)),
            (&[Key::F(4), Key::Ctrl('o')], t::COVER_GROUPS, covers(|it| it.circumstances)),
            (&[Key::Esc], t::LEAVE, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => self.write(cx),
            1 => {
                self.typing = !self.typing;
                Ok(Flow::Stay)
            }
            2 | 3 => {
                if let Some(it) = &self.covering {
                    let chosen = if at == 2 { &it.masked } else { &it.sensitive };
                    chosen.set(!chosen.get());
                }
                Ok(Flow::Stay)
            }
            _ => Ok(Flow::Back),
        }
    }

    fn typing(&self) -> bool {
        true
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        match key {
            Key::Up | Key::Down => {
                let last = self.outputs.len().saturating_sub(1);
                let by = if key == Key::Down { 1 } else { -1 };
                self.chosen = self.chosen.saturating_add_signed(by).min(last);
                self.typing = false;
                self.suggest(cx);
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
        let rows = usize::from(area.height.saturating_sub(7)).max(1).min(self.outputs.len());
        let top = (self.chosen + 1).saturating_sub(rows);
        for (at, output) in self.outputs.iter().enumerate().skip(top).take(rows) {
            let y = area.y + 1 + u16::try_from(at - top).unwrap_or(0);
            if y >= area.bottom() {
                return None;
            }
            let on = at == self.chosen;
            let text = format!("{} {}", if on { "▌" } else { " " }, output.name.say(cx.settings.lang));
            let style = if on { theme.cursor() } else { theme.text() };
            buf.set_stringn(area.x + 2, y, fit(&text, cells), cells, style);
        }
        let y = area.y + 3 + u16::try_from(rows).unwrap_or(0);
        if y + 1 >= area.bottom() || self.outputs.get(self.chosen).is_none_or(|output| output.shown.is_some()) {
            return None;
        }
        buf.set_stringn(area.x + 2, y, cut(cx.say(t::ASK_OUT), cells), cells, theme.label());
        let (line, column) = self.path.line(cells);
        let style = if self.typing { theme.cursor() } else { theme.text() };
        buf.set_stringn(area.x + 2, y + 1, fit(&line, cells), cells, style);
        let said = self.covering.as_ref().map(|covering| said(covering, cx)).unwrap_or_default();
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
