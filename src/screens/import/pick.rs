//! Which file: folders, files used lately, and a path typed with completion.
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::columns::Columns;
use super::{Next, Stage, Step, Work, options};
use crate::acts::columns;
use crate::domain::clean::clean;
use crate::domain::fold::fold;
use crate::exchange::roster::File;
use crate::exchange::watch::{Look, Reading};
use crate::screens::path::{self, Entry};
use crate::screens::screen::{Cx, Offer};
use crate::store::Result;
use crate::text::{Said, import as t, screen};
use crate::ui::cursor::Cursor;
use crate::ui::editor::Editor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit};

/// What the store remembers of the folder used last.
const FOLDER: &str = "import folder";

/// What the store remembers of the files used last, the latest first.
const RECENT: &str = "import recent";

/// How many files used last are offered.
const MOST_RECENT: usize = 5;

/// How long a look at the reader waits, so that a key is heard at once.
pub const LOOK: Duration = Duration::from_millis(40);

/// The lines above the list.
const ABOVE: u16 = 4;

/// A reading of a file.
type Opening = Reading<std::result::Result<File, Said>>;

/// The choice of a file.
pub struct Pick {
    folder: PathBuf,
    recent: Vec<PathBuf>,
    typed: Editor,
    entries: Vec<Entry>,
    cursor: Cursor,
    /// Whether the cursor was moved since something was typed.
    moved: bool,
    reading: Option<(Opening, PathBuf)>,
}

impl Pick {
    /// The choice, in the folder used last or where downloads lie.
    pub fn new(cx: &Cx) -> Self {
        let last = cx.store.recall(FOLDER).ok().flatten().map(PathBuf::from).filter(|folder| folder.is_dir());
        let recent: Vec<PathBuf> = cx
            .store
            .recall(RECENT)
            .ok()
            .flatten()
            .and_then(|text| serde_json::from_str::<Vec<PathBuf>>(&text).ok())
            .unwrap_or_default();
        let recent = recent.into_iter().filter(|file| file.is_file()).collect();
        let folder = last.unwrap_or_else(path::downloads);
        let mut pick = Self {
            folder,
            recent,
            typed: Editor::default(),
            entries: Vec::new(),
            cursor: Cursor::default(),
            moved: false,
            reading: None,
        };
        pick.list();
        pick
    }

    /// The folder that is looked into, and what the names there must contain.
    fn place(&self) -> (PathBuf, String) {
        let text = self.typed.text();
        let Some((before, name)) = text.rsplit_once(std::path::is_separator) else {
            return (self.folder.clone(), text.trim().to_owned());
        };
        let folder = path::typed(&format!("{before}{}", std::path::MAIN_SEPARATOR));
        (self.folder.join(folder), name.trim_end_matches(['"', '\'']).to_owned())
    }

    fn list(&mut self) {
        let (folder, name) = self.place();
        let needle = fold(&name);
        let own = self.typed.is_empty();
        let recent = self.recent.iter().filter(|_| own).take(MOST_RECENT).map(|file| Entry::recent(file));
        let above = folder.parent().filter(|_| own).map(Entry::above);
        let here = path::list(&folder).into_iter().filter(|entry| fold(&entry.name).contains(&needle));
        self.entries = recent.chain(above).chain(here).collect();
        // Where something was typed, what begins so stands first.
        if !needle.is_empty() {
            self.entries.sort_by_key(|entry| !fold(&entry.name).starts_with(&needle));
        }
        self.cursor = Cursor::default();
        self.moved = false;
    }

    fn enter(&mut self, folder: PathBuf) {
        self.folder = folder;
        self.typed = Editor::default();
        self.list();
    }

    fn open(&mut self) -> Result<Next> {
        let text = self.typed.text();
        let typed = self.folder.join(path::typed(&text));
        if !text.trim().is_empty() && !self.moved {
            if typed.is_file() {
                return self.read(typed);
            }
            if typed.is_dir() {
                self.enter(typed);
                return Ok(Next::Stay);
            }
        }
        let Some(entry) = self.entries.get(self.cursor.at) else {
            return Err(screen::NO_SUCH_FILE.with([typed.display()]).into());
        };
        let path = entry.path.clone();
        if entry.is_folder {
            self.enter(path);
            return Ok(Next::Stay);
        }
        self.read(path)
    }

    fn read(&mut self, path: PathBuf) -> Result<Next> {
        let (file, name) = (path.clone(), file_name(&path));
        let reading = Reading::begin(move |watch| {
            let bytes = std::fs::read(&file)
                .map_err(|error| crate::text::cli::UNREADABLE.with([file.display().to_string(), error.to_string()]))?;
            File::open(&name, &bytes, watch)
        })?;
        self.reading = Some((reading, path));
        Ok(Next::Stay)
    }

    /// Fills in what all names that fit have in common, or the name under the cursor.
    fn complete(&mut self) {
        let (folder, name) = self.place();
        let here: Vec<&Entry> = self.entries.iter().filter(|entry| entry.path.parent() == Some(&folder)).collect();
        let start = |entry: &&&Entry| fold(&entry.name).starts_with(&fold(&name));
        let names: Vec<&str> = here.iter().filter(start).map(|entry| entry.name.as_str()).collect();
        let common =
            names.iter().skip(1).fold(names.first().map_or(String::new(), ToString::to_string), |all, name| {
                all.chars()
                    .zip(name.chars())
                    .take_while(|(a, b)| fold(&a.to_string()) == fold(&b.to_string()))
                    .map(|(a, _)| a)
                    .collect()
            });
        let entry = self.entries.get(self.cursor.at).filter(|_| self.moved || names.len() < 2);
        let text = match entry {
            Some(entry) if entry.is_folder => format!("{}{}", entry.path.display(), std::path::MAIN_SEPARATOR),
            Some(entry) => entry.path.display().to_string(),
            None if common.chars().count() > name.chars().count() => folder.join(common).display().to_string(),
            None => return,
        };
        self.typed.replace(&clean(&text));
        self.list();
    }

    fn keep(&mut self, cx: &Cx, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            cx.store.remember(FOLDER, &folder.to_string_lossy())?;
        }
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(MOST_RECENT);
        let text = serde_json::to_string(&self.recent).map_err(std::io::Error::other)?;
        cx.store.remember(RECENT, &text)
    }
}

impl Stage for Pick {
    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let all = [
            (&[Key::Enter][..], t::OPEN),
            (&[Key::Tab], t::COMPLETE),
            (&[Key::Left], t::FOLDER_UP),
            (&[Key::Esc], screen::LEAVE),
        ];
        let offers = all.into_iter().enumerate();
        offers.map(|(at, (keys, name))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, _: &mut Cx, at: usize) -> Result<Next> {
        match at {
            0 => return self.open(),
            1 => self.complete(),
            2 => {
                if let Some(above) = self.folder.parent() {
                    self.enter(above.to_path_buf());
                }
            }
            _ => return Ok(Next::Leave),
        }
        Ok(Next::Stay)
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Next> {
        if self.reading.is_some() {
            if key == Key::Esc {
                self.reading = None;
                let sentence = cx.say(screen::STOPPED);
                cx.bad(sentence);
            }
            return Ok(Next::Stay);
        }
        match key {
            Key::Enter | Key::Tab | Key::Esc => return self.dispatch(cx, key),
            Key::Left if self.typed.is_empty() => return self.dispatch(cx, key),
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.cursor.press(key, self.entries.len());
                self.moved = true;
            }
            _ => {
                let before = self.typed.text();
                if !self.typed.press(key) {
                    return Ok(Next::Pass);
                }
                if self.typed.text() != before {
                    self.list();
                }
            }
        }
        Ok(Next::Stay)
    }

    fn paste(&mut self, text: &str) {
        self.typed.insert_flat(text);
        self.list();
    }

    fn working(&self) -> bool {
        self.reading.is_some()
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<Option<Next>> {
        let Some((reading, path)) = self.reading.take() else { return Ok(None) };
        let file = match reading.look(LOOK) {
            Look::Open => {
                self.reading = Some((reading, path));
                return Ok(Some(Next::Stay));
            }
            Look::Lost => return Err(t::BROKE.with([file_name(&path)]).into()),
            Look::Done(file) => file?,
        };
        self.keep(cx, &path)?;
        let mut frames = file.frames(&options(cx));
        let kept = columns::apply(cx.store, &file, &mut frames)?;
        if !frames.iter().any(|frame| frame.taken) {
            let sentence = cx.say(t::NOTHING_FOUND);
            cx.bad(sentence);
        }
        let work = Work { file: Arc::new(file), frames, kept };
        Ok(Some(Next::To(Step::Columns(Box::new(Columns::new(work))))))
    }

    fn fit(&mut self, area: Rect) {
        self.cursor.fit(self.entries.len(), usize::from(area.height.saturating_sub(ABOVE + 1)));
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        buf.set_stringn(area.x + 2, area.y, cut(cx.say(t::ASK_FILE), cells), cells, theme.label());
        let (line, column) = self.typed.line(cells);
        buf.set_stringn(area.x + 2, area.y + 1, fit(&line, cells), cells, theme.cursor());
        let said = match &self.reading {
            Some((reading, _)) => t::READING.with([reading.rows()]).say(lang),
            None => t::FOLDER.with([clean(&self.place().0.display().to_string())]).say(lang),
        };
        buf.set_stringn(area.x + 2, area.y + 2, fit(&said, cells), cells, theme.quiet());
        let list = Rect { y: area.y + ABOVE - 1, height: area.height.saturating_sub(ABOVE - 1), ..area };
        if self.entries.is_empty() {
            buf.set_stringn(area.x + 2, list.y + 1, cut(cx.say(t::NO_SHEETS), cells), cells, theme.quiet());
        } else {
            let head = |width, right, grows| Head { label: String::new(), width, right, grows };
            let heads = [head(40, false, true), head(14, false, false), head(10, false, false), head(9, true, false)];
            let shown = self.entries.get(self.cursor.top..).unwrap_or_default();
            let rows = shown.iter().take(usize::from(list.height));
            let lines: Vec<Line> = rows.map(|entry| Line { cells: entry.cells(lang), marked: false }).collect();
            table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), theme);
        }
        Some(Position::new(area.x + 2 + u16::try_from(column).unwrap_or(0), area.y + 1))
    }
}

/// A file's name as it is shown and journaled.
fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()))
}
