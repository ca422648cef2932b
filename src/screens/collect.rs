//! Taking units' reports in from files: what each file brings, what nobody knows the meaning of, what is doubtful; then
//! every file that can be taken goes in, each as one step.
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::collect::{self, Asked, Outcome, Reading};
use crate::domain::clean::clean;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::submission::{Item, WORDS};
use crate::domain::unit::Unit;
use crate::screens::ask::Ask;
use crate::screens::screen::{Cx, Flow, Offer, Screen};
use crate::screens::{pane, path};
use crate::store::Result;
use crate::store::list::Query;
use crate::text::{Text, import as i, screen as s, units as t};
use crate::ui::cursor::Cursor;
use crate::ui::finder::{self, Finder, Found};
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit};

/// How many lines below the list say the line under the cursor in full.
const BELOW: u16 = 2;
/// How many sheets are offered.
const OFFERED: usize = 40;
/// What the store remembers of the folder used last.
const FOLDER: &str = "import folder";

/// Asks for a file, or a folder of them.
#[must_use]
pub fn ask(cx: &Cx, period: Period) -> Box<dyn Screen> {
    let last = cx.store.recall(FOLDER).ok().flatten().map(PathBuf::from);
    let folders = last.into_iter().chain(std::iter::once(path::downloads()));
    let found = folders.flat_map(|folder| path::list(&folder)).filter(|entry| !entry.is_folder);
    let mut sheets: Vec<String> = found.take(OFFERED).map(|entry| clean(&entry.path.to_string_lossy())).collect();
    sheets.dedup();
    let done = move |cx: &mut Cx, answers: &[String]| {
        let typed = path::typed(answers.first().map_or("", String::as_str));
        let files = if typed.is_dir() {
            path::list(&typed).into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.path).collect()
        } else {
            vec![typed.clone()]
        };
        if files.is_empty() || !typed.exists() {
            return Err(s::NO_SUCH_FILE.with([typed.display()]).into());
        }
        if let Some(folder) = if typed.is_dir() { Some(typed.as_path()) } else { typed.parent() } {
            cx.store.remember(FOLDER, &folder.to_string_lossy())?;
        }
        let files = files.iter().map(|file| read(file)).collect::<Result<_>>()?;
        Ok(Flow::Replace(Box::new(Collect::new(cx, files, period.clone())?)))
    };
    let ask = Ask::new(cx.say(t::COLLECT).to_owned(), &[(t::ASK_COLLECT, "")], Box::new(done));
    Box::new(ask.among(sheets))
}

fn read(file: &Path) -> Result<(String, Vec<u8>)> {
    let name = file.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
    Ok((name, std::fs::read(file)?))
}

/// What is chosen in the box.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pick {
    /// What words mean, by a code.
    Means(&'static str),
    /// Whose the file is.
    Unit(i64),
}

/// A line of the list, and what it is about.
struct Shown {
    line: Line,
    file: usize,
    /// The unit and the words whose meaning may be told.
    words: Option<(Id<Unit>, String)>,
}

/// The screen.
struct Collect {
    files: Vec<(String, Vec<u8>)>,
    asked: Vec<Asked>,
    readings: Vec<Reading>,
    shown: Vec<Shown>,
    cursor: Cursor,
    chooser: Option<Finder<Pick>>,
    done: bool,
}

impl Collect {
    fn new(cx: &Cx, files: Vec<(String, Vec<u8>)>, period: Period) -> Result<Self> {
        let asked = vec![Asked { unit: None, period: Some(period) }; files.len()];
        let mut screen = Self {
            files,
            asked,
            readings: Vec::new(),
            shown: Vec::new(),
            cursor: Cursor::default(),
            chooser: None,
            done: false,
        };
        screen.look(cx);
        Ok(screen)
    }

    /// Reads every file again, as it would be taken now.
    fn look(&mut self, cx: &Cx) {
        let read = |((name, bytes), asked): (&(String, Vec<u8>), &Asked)| {
            collect::look(cx.store, name, bytes, asked).unwrap_or_else(|error| Reading {
                file: name.clone(),
                faults: vec![t::PLAIN.with([error.say(cx.settings.lang)])],
                ..Reading::default()
            })
        };
        self.readings = self.files.iter().zip(&self.asked).map(read).collect();
        self.tell(cx);
    }

    fn tell(&mut self, cx: &Cx) {
        let lang = cx.settings.lang;
        self.shown.clear();
        for (file, reading) in self.readings.iter().enumerate() {
            let mut put = |kind: Text, what: String, told: String, words| {
                let line = Line { cells: vec![cx.say(kind).to_owned(), what, clean(&told)], marked: false };
                self.shown.push(Shown { line, file, words });
            };
            for fault in &reading.faults {
                put(t::KIND_REFUSED, reading.file.clone(), fault.say(lang), None);
            }
            for it in &reading.reports {
                let outcome = match it.outcome {
                    Outcome::New => t::OUTCOME_NEW,
                    Outcome::Same => t::OUTCOME_SAME,
                    Outcome::Nothing => t::OUTCOME_NOTHING,
                };
                let said = t::COLLECT_LINE.with([String::new(), String::new(), reading.file.clone()]);
                let said = said.saying(0, outcome.into()).saying(1, it.period.name()).say(lang);
                put(t::KIND_REPORT, it.unit.clone(), said, None);
                for remark in &it.remarks {
                    put(t::KIND_WARNING, it.unit.clone(), remark.say(lang), None);
                }
                for one in &it.unknown {
                    let words = Some((it.report.unit, one.label.clone()));
                    put(t::KIND_UNKNOWN, one.label.clone(), one.value.clone(), words);
                }
                for warning in it.warnings.iter().filter(|_| it.outcome == Outcome::New) {
                    put(t::KIND_WARNING, cx.say(warning.item.text()).to_owned(), warning.said.say(lang), None);
                }
                for (item, before, after) in &it.changes {
                    let told = match before {
                        None => item.show(*after),
                        Some(_) => t::BEFORE_AFTER.with([item.show(*before), item.show(*after)]).say(lang),
                    };
                    put(t::KIND_FIGURE, cx.say(item.text()).to_owned(), told, None);
                }
            }
        }
    }

    fn here(&self) -> Option<&Shown> {
        self.shown.get(self.cursor.at)
    }

    fn can_take(&self) -> bool {
        !self.done && self.readings.iter().any(Reading::is_new)
    }

    /// Takes in every file without faults, each as one step.
    fn take(&mut self, cx: &mut Cx) -> Result<Flow> {
        let (mut reports, mut left) = (0, 0);
        for at in 0..self.files.len() {
            // A report that two files speak of is read again as the first left it.
            let (name, bytes) = &self.files[at];
            match collect::look(cx.store, name, bytes, &self.asked[at]) {
                Ok(reading) if reading.faults.is_empty() => reports += collect::take(cx.store, &reading)?,
                _ => left += 1,
            }
        }
        self.done = true;
        self.look(cx);
        cx.good(t::COLLECT_DONE.with([reports, left]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn choose_meaning(&mut self, cx: &Cx) {
        let Some((_, label)) = self.here().and_then(|shown| shown.words.clone()) else { return };
        let item = |text: Text, code| finder::Item {
            label: cx.say(text).to_owned(),
            aside: String::new(),
            pick: Pick::Means(code),
        };
        let figures = Item::ALL.into_iter().map(|it| item(it.text(), it.code()));
        let words = WORDS.into_iter().filter(|(column, _)| *column != "other").map(|(column, text)| item(text, column));
        let items = figures.chain(words).chain([item(t::LEFT_OUT, "aside")]).collect();
        self.chooser = Some(Finder::new(t::CHOOSE_MEANING.with([label]).say(cx.settings.lang), items));
    }

    fn choose_unit(&mut self, cx: &Cx) -> Result<()> {
        let ids = cx.store.ids(Unit::META, &Query::default(), None)?;
        let item =
            |id| finder::Item { label: cx.store.name_of(Unit::TABLE, id), aside: String::new(), pick: Pick::Unit(id) };
        self.chooser = Some(Finder::new(cx.say(i::CHOOSE_UNIT).to_owned(), ids.into_iter().map(item).collect()));
        Ok(())
    }

    fn pick(&mut self, cx: &Cx, pick: &Pick) -> Result<()> {
        let Some(shown) = self.here() else { return Ok(()) };
        match pick {
            Pick::Means(code) => {
                if let Some((unit, label)) = &shown.words {
                    collect::keep(cx.store, *unit, label, code)?;
                }
            }
            Pick::Unit(id) => {
                let file = shown.file;
                if let Some(asked) = self.asked.get_mut(file) {
                    asked.unit = Some(Id::of(*id));
                }
            }
        }
        self.look(cx);
        Ok(())
    }
}

impl Screen for Collect {
    fn title(&self, cx: &Cx) -> String {
        match self.files.as_slice() {
            [(name, _)] => i::TITLE.with([name]).say(cx.settings.lang),
            many => t::COLLECT_TITLE.with([many.len()]).say(cx.settings.lang),
        }
    }

    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let asks = self.here().is_some_and(|shown| shown.words.is_some()) && !self.done;
        let all = [
            (&[Key::Enter][..], s::TAKE_IN, self.can_take()),
            (&[Key::F(2), Key::Ctrl('e')], t::TELL_MEANING, asks),
            (&[Key::Ctrl('u')], i::TELL_UNIT, !self.done && !self.shown.is_empty()),
            (&[Key::Esc, Key::Enter], if self.done { s::CLOSE } else { s::LEAVE }, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        match at {
            0 => return self.take(cx),
            1 => self.choose_meaning(cx),
            2 => self.choose_unit(cx)?,
            _ => return Ok(Flow::Back),
        }
        Ok(Flow::Stay)
    }

    fn typing(&self) -> bool {
        true
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if let Some(chooser) = &mut self.chooser {
            match chooser.press(key) {
                Found::Open => {}
                Found::Left => self.chooser = None,
                Found::Pick(pick) => {
                    self.chooser = None;
                    self.pick(cx, &pick)?;
                }
            }
            return Ok(Flow::Stay);
        }
        if self.cursor.press(key, self.shown.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        if let Some(chooser) = &mut self.chooser {
            chooser.paste(text);
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.cursor.fit(self.shown.len(), usize::from(area.height.saturating_sub(3 + BELOW)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        let all = || self.readings.iter().flat_map(|reading| &reading.reports);
        let count = |outcome| all().filter(|it| it.outcome == outcome).count();
        let refused = self.readings.iter().filter(|reading| !reading.faults.is_empty()).count();
        let numbers = [count(Outcome::New), count(Outcome::Nothing), count(Outcome::Same), refused];
        let summary = t::COLLECT_SUMMARY.with(numbers).say(lang);
        buf.set_stringn(area.x + 2, area.y, cut(&summary, cells), cells, theme.label());
        let unknown = all().any(|it| !it.unknown.is_empty());
        let keys = match () {
            () if self.done => t::COLLECT_CLOSED,
            () if !self.can_take() => t::COLLECT_NOTHING,
            () if unknown => t::COLLECT_UNKNOWN,
            () => t::COLLECT_KEYS,
        };
        buf.set_stringn(area.x + 2, area.y + 1, fit(cx.say(keys), cells), cells, theme.quiet());
        let head = |width, grows| Head { label: String::new(), width, right: false, grows };
        let heads = [head(11, false), head(34, true), head(26, true)];
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + BELOW), ..area };
        let lines: Vec<Line> = self.shown.iter().skip(self.cursor.top).map(|shown| shown.line.clone()).collect();
        let cursor = (!lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &lines, cursor, theme);
        if let Some(shown) = self.here() {
            let below = Rect { y: area.bottom().saturating_sub(BELOW), height: BELOW, ..area };
            let told = shown.line.cells.iter().skip(1).cloned().collect::<Vec<_>>().join(": ");
            pane::paragraph(buf, below, &told, theme.text());
        }
        self.chooser.as_ref().map(|chooser| chooser.draw(buf, area, theme))
    }
}
