//! What each column is read as: the sheets of the file, the head that was found, and a meaning for every column, all of
//! which can be changed.
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::pick::{self, LOOK};
use super::preview::Preview;
use super::{Next, Stage, Step, Work, options};
use crate::acts::columns;
use crate::domain::record::Record;
use crate::domain::unit::Unit;
use crate::exchange::roster::{Frame, ROLES, Roster, Shown};
use crate::exchange::watch::{Look, Reading};
use crate::screens::mask;
use crate::screens::screen::{Cx, Offer};
use crate::store::Result;
use crate::store::list::Query;
use crate::text::{Said, Text, import as t, screen};
use crate::ui::cursor::Cursor;
use crate::ui::finder::{Finder, Found, Item};
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{cut, fit, width};

/// The lines above the table.
const ABOVE: u16 = 3;

/// What is chosen in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pick {
    /// What a column is read as.
    Role(Option<&'static str>),
    /// The unit that the sheet speaks of.
    Unit(String),
}

/// The columns of a file's sheets.
pub struct Columns {
    pub(super) work: Work,
    /// Which frame is seen.
    at: usize,
    shown: Vec<Shown>,
    cursor: Cursor,
    chooser: Option<Finder<Pick>>,
    reading: Option<Reading<std::result::Result<Roster, Said>>>,
}

impl Columns {
    /// The columns of a file, its first sheet that is taken on top.
    pub fn new(work: Work) -> Self {
        let at = work.frames.iter().position(|frame| frame.taken).unwrap_or(0);
        let mut columns = Self { work, at, shown: Vec::new(), cursor: Cursor::default(), chooser: None, reading: None };
        columns.look();
        columns
    }

    /// Reads again what the frame that is seen shows.
    fn look(&mut self) {
        let sheet = self.frame().and_then(|frame| self.work.file.sheets.get(frame.sheet));
        self.shown = match (self.frame(), sheet) {
            (Some(frame), Some(sheet)) => frame.shown(sheet),
            _ => Vec::new(),
        };
    }

    fn frame(&self) -> Option<&Frame> {
        self.work.frames.get(self.at)
    }

    fn turn(&mut self, by: isize) {
        let count = self.work.frames.len().cast_signed().max(1);
        self.at = (self.at.cast_signed() + by).rem_euclid(count).unsigned_abs();
        self.cursor = Cursor::default();
        self.look();
    }

    fn move_head(&mut self, by: isize) {
        let file = Arc::clone(&self.work.file);
        if let Some(frame) = self.work.frames.get_mut(self.at)
            && let Some(sheet) = file.sheets.get(frame.sheet)
        {
            let last = sheet.rows.len().saturating_sub(1);
            let top = frame.header.top.saturating_add_signed(by).min(last);
            frame.move_head(sheet, top);
        }
        self.cursor = Cursor::default();
        self.look();
    }

    fn choose(&mut self, cx: &Cx) {
        let Some(column) = self.shown.get(self.cursor.at) else { return };
        let title = t::CHOOSE_ROLE.with([named(column)]).say(cx.settings.lang);
        let roles = ROLES.into_iter().map(Some).chain([None]);
        let item =
            |role| Item { label: cx.say(role_name(role)).to_owned(), aside: String::new(), pick: Pick::Role(role) };
        self.chooser = Some(Finder::new(title, roles.map(item).collect()));
    }

    fn choose_unit(&mut self, cx: &Cx) -> Result<()> {
        let ids = cx.store.ids(Unit::META, &Query::default(), None)?;
        let named = |id: i64| cx.store.name_of(Unit::TABLE, id);
        let item = |name: String| Item { label: name.clone(), aside: String::new(), pick: Pick::Unit(name) };
        let items: Vec<Item<Pick>> = ids.into_iter().map(named).map(item).collect();
        self.chooser = Some(Finder::new(cx.say(t::CHOOSE_UNIT).to_owned(), items));
        Ok(())
    }

    fn read_as(&mut self, role: Option<&'static str>) {
        let file = Arc::clone(&self.work.file);
        let Some(at) = self.shown.get(self.cursor.at).map(|column| column.at) else { return };
        if let Some(frame) = self.work.frames.get_mut(self.at)
            && let Some(sheet) = file.sheets.get(frame.sheet)
        {
            frame.read_as(sheet, at, role);
        }
        self.look();
    }

    fn forget(&mut self, cx: &mut Cx) -> Result<()> {
        let Some(frame) = self.work.frames.get(self.at) else { return Ok(()) };
        columns::forget(cx.store, frame.unit.as_deref())?;
        let taken = frame.taken;
        if let Some(mut found) = self.work.file.frames(&options(cx)).into_iter().nth(self.at) {
            found.taken = taken;
            self.work.frames[self.at] = found;
        }
        if let Some(kept) = self.work.kept.get_mut(self.at) {
            *kept = false;
        }
        self.look();
        let sentence = cx.say(t::FORGOTTEN);
        cx.good(sentence);
        Ok(())
    }

    fn go_on(&mut self, cx: &Cx) -> Result<Next> {
        let (file, frames, options) = (Arc::clone(&self.work.file), self.work.frames.clone(), options(cx));
        self.reading = Some(Reading::begin(move |watch| file.read(&frames, &options, watch))?);
        Ok(Next::Stay)
    }

    fn is_kept(&self) -> bool {
        self.work.kept.get(self.at).copied().unwrap_or(false)
    }
}

impl Stage for Columns {
    fn offers(&self, _: &Cx) -> Vec<Offer> {
        let several = self.work.frames.len() > 1;
        let all = [
            (&[Key::Enter, Key::Ctrl('s')][..], t::GO_ON, true),
            (&[Key::F(2), Key::Ctrl('e')], t::CHANGE_COLUMN, !self.shown.is_empty()),
            (&[Key::Char(' ')], t::TAKE_SHEET, true),
            (&[Key::Char('<')], t::HEAD_UP, true),
            (&[Key::Char('>')], t::HEAD_DOWN, true),
            (&[Key::Tab], t::NEXT_SHEET, several),
            (&[Key::BackTab], t::LAST_SHEET, several),
            (&[Key::Ctrl('x')], t::FORGET, self.is_kept()),
            (&[Key::Ctrl('u')], t::TELL_UNIT, true),
            (&[Key::Esc], t::BACK, true),
        ];
        let ready = all.into_iter().enumerate().filter(|(_, (.., ready))| *ready);
        ready.map(|(at, (keys, name, _))| Offer { keys, name, at }).collect()
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Next> {
        match at {
            0 => return self.go_on(cx),
            1 => self.choose(cx),
            2 => {
                if let Some(frame) = self.work.frames.get_mut(self.at) {
                    frame.taken = !frame.taken;
                }
            }
            3 => self.move_head(-1),
            4 => self.move_head(1),
            5 => self.turn(1),
            6 => self.turn(-1),
            7 => self.forget(cx)?,
            8 => self.choose_unit(cx)?,
            _ => return Ok(Next::To(Step::Pick(Box::new(pick::Pick::new(cx))))),
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
        if let Some(chooser) = &mut self.chooser {
            match chooser.press(key) {
                Found::Open => {}
                Found::Left => self.chooser = None,
                Found::Pick(Pick::Role(role)) => {
                    self.chooser = None;
                    self.read_as(role);
                }
                Found::Pick(Pick::Unit(name)) => {
                    self.chooser = None;
                    if let Some(frame) = self.work.frames.get_mut(self.at) {
                        frame.speak_of(&name);
                    }
                }
            }
            return Ok(Next::Stay);
        }
        if self.cursor.press(key, self.shown.len()) { Ok(Next::Stay) } else { self.dispatch(cx, key) }
    }

    fn paste(&mut self, text: &str) {
        if let Some(chooser) = &mut self.chooser {
            chooser.paste(text);
        }
    }

    fn working(&self) -> bool {
        self.reading.is_some()
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<Option<Next>> {
        let Some(reading) = self.reading.take() else { return Ok(None) };
        let roster = match reading.look(LOOK) {
            Look::Open => {
                self.reading = Some(reading);
                return Ok(Some(Next::Stay));
            }
            Look::Lost => return Err(t::BROKE.with([&self.work.file.name]).into()),
            Look::Done(roster) => roster?,
        };
        columns::keep(cx.store, &self.work.file, &self.work.frames)?;
        Ok(Some(Next::To(Step::Preview(Box::new(Preview::new(cx, self.work.clone(), roster)?)))))
    }

    fn fit(&mut self, area: Rect) {
        self.cursor.fit(self.shown.len(), usize::from(area.height.saturating_sub(ABOVE + 1)));
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        self.draw_sheets(buf, Rect { height: 1, ..area }, cx);
        let frame = self.frame()?;
        let sheet = self.work.file.sheets.get(frame.sheet)?;
        let below = sheet.rows.len().saturating_sub(frame.header.end);
        let unit = frame.unit.clone().unwrap_or_else(|| cx.say(t::NO_UNIT).to_owned());
        let head = t::HEAD_ROW.with([(frame.header.top + 1).to_string(), below.to_string(), unit]).say(lang);
        buf.set_stringn(area.x + 2, area.y + 1, fit(&head, cells), cells, theme.text());
        let said = match &self.reading {
            Some(reading) => t::READING.with([reading.rows()]).say(lang),
            None if !frame.taken => cx.say(t::NOT_TAKEN).to_owned(),
            None if !frame.is_whole(sheet) => cx.say(t::NOTHING_FOUND).to_owned(),
            None if self.is_kept() => cx.say(t::KEPT).to_owned(),
            None => cx.say(t::CHECK).to_owned(),
        };
        buf.set_stringn(area.x + 2, area.y + 2, fit(&said, cells), cells, theme.quiet());
        let head = |label: Text, width, grows| Head { label: cx.say(label).to_owned(), width, right: false, grows };
        let heads = [
            head(t::COLUMN, 4, false),
            head(t::HEAD, 30, true),
            head(t::EXAMPLE, 22, true),
            head(t::READ_AS, 24, false),
        ];
        let rows = self.shown.get(self.cursor.top..).unwrap_or_default().iter().take(usize::from(area.height));
        let line = |column: &Shown| Line {
            cells: vec![letters(column.at), column.head.clone(), example(column, cx), {
                cx.say(role_name(column.role)).to_owned()
            }],
            marked: false,
        };
        let lines: Vec<Line> = rows.map(line).collect();
        let list = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        let cursor = (!lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &lines, cursor, theme);
        self.chooser.as_ref().map(|chooser| chooser.draw(buf, area, theme))
    }
}

impl Columns {
    /// The sheets in one line, the one that is seen always in view.
    fn draw_sheets(&self, buf: &mut Buffer, area: Rect, cx: &Cx) {
        let theme = cx.settings.theme;
        let names: Vec<String> = self
            .work
            .frames
            .iter()
            .map(|frame| {
                let name = self.work.file.sheets.get(frame.sheet).map_or("", |sheet| sheet.name.as_str());
                let name = if name.is_empty() { &self.work.file.name } else { name };
                format!("[{}] {} ", if frame.taken { "x" } else { " " }, cut(name, 31))
            })
            .collect();
        let room = usize::from(area.width.saturating_sub(4));
        let until =
            |from: usize| names.get(from..=self.at).map_or(0, |names| names.iter().map(|it| width(it) + 1).sum());
        let from = (0..=self.at).find(|from| until(*from) <= room).unwrap_or(self.at);
        let mut x = area.x + 2;
        for (at, name) in names.iter().enumerate().skip(from) {
            let room = usize::from(area.right().saturating_sub(x + 2));
            let style = if at == self.at { theme.cursor() } else { theme.quiet() };
            let text = cut(name, room);
            buf.set_stringn(x, area.y, &text, room, style);
            x += u16::try_from(width(&text) + 1).unwrap_or(0);
            if x + 4 >= area.right() {
                return;
            }
        }
    }
}

/// A column as it is spoken of: its letter and its head.
fn named(column: &Shown) -> String {
    if column.head.is_empty() { letters(column.at) } else { format!("{} \"{}\"", letters(column.at), column.head) }
}

/// A column's letters as a spreadsheet has them: A, B, … Z, AA.
fn letters(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match at.checked_sub(26) {
        None => letter(at).to_string(),
        Some(rest) => format!("{}{}", letters(rest / 26), letter(at)),
    }
}

/// What stands in a column, masked where it may be a name.
fn example(column: &Shown, cx: &Cx) -> String {
    match column.role {
        _ if !cx.settings.mask => column.example.clone(),
        Some("born" | "day" | "month" | "year" | "sex" | "male" | "female" | "unit" | "number") => {
            column.example.clone()
        }
        _ => mask::initials(&column.example),
    }
}

/// What a column is read as, in words.
fn role_name(role: Option<&str>) -> Text {
    match role {
        Some("child") => t::AS_CHILD,
        Some("family") => t::AS_FAMILY,
        Some("given") => t::AS_GIVEN,
        Some("born") => t::AS_BORN,
        Some("day") => t::AS_DAY,
        Some("month") => t::AS_MONTH,
        Some("year") => t::AS_YEAR,
        Some("sex") => t::AS_SEX,
        Some("male") => t::AS_MALE,
        Some("female") => t::AS_FEMALE,
        Some("father") => t::AS_FATHER,
        Some("mother") => t::AS_MOTHER,
        Some("parents") => t::AS_PARENTS,
        Some("carer") => t::AS_CARER,
        Some("unit") => t::AS_UNIT,
        Some("ward") => t::AS_WARD,
        Some("circumstance") => t::AS_CIRCUMSTANCE,
        Some("note") => t::AS_NOTE,
        Some("number") => t::AS_NUMBER,
        _ => t::AS_NOTHING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ"]);
    }

    #[test]
    fn every_role_has_a_name_of_its_own() {
        let names: std::collections::HashSet<&str> =
            ROLES.iter().map(|role| role_name(Some(role)).say(Lang::Vi)).collect();
        assert_eq!(names.len(), ROLES.len());
        assert!(!names.contains(t::AS_NOTHING.vi));
    }
}
