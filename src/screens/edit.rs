//! The form of any record: one column of labelled fields, type-ahead, all errors at once, a draft that survives.
mod draft;
mod draw;
mod fill;
mod live;
mod save;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::record::{Meta, Row};
use crate::reports::consolidated::Places;
use crate::screens::about;
use crate::screens::advice::Advice;
use crate::screens::field::Field;
use crate::screens::forecast::Forecast;
use crate::screens::near::Near;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Lang, Said, screen as t, shelf, twin};
use crate::ui::key::Key;

/// A form.
pub struct Edit {
    meta: &'static Meta,
    row: Row,
    fields: Vec<Field>,
    /// The texts when the form was opened.
    opened: Vec<String>,
    /// The texts as last kept in the draft.
    kept: Vec<String>,
    at: usize,
    top: usize,
    /// The row to copy from, and what it is.
    above: Option<Row>,
    copied: Copied,
    warned: bool,
    /// The field that was typed into since it was entered.
    touched: Option<usize>,
    /// The width that texts of several lines were last wrapped to.
    room: usize,
    /// Whether a parent has given the child's unit.
    unit_given: bool,
    /// The row that the list below goes to after saving, where it is not the saved one.
    back_to: Option<i64>,
    /// What saving does where it is an act of its own, and the form's name then.
    act: Option<(String, Save)>,
    /// Children like the one being typed.
    near: Near,
    /// Documents that do not hold on the session's day.
    advice: Advice,
    /// What an event will cost.
    forecast: Forecast,
    /// The places that stay live in its texts of several lines.
    places: Option<Places>,
}

/// What stands in the row that a field is copied from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// The row above in the list.
    #[default]
    Above,
    /// What the program would write.
    Draft,
    /// What the office itself has of it.
    Own,
}

/// What a form's saving does in the place of adding or changing its row; the answer is what is said of it.
type Save = Box<dyn Fn(&mut Cx, &mut Row) -> Result<String>>;

impl Edit {
    /// The commands of every form.
    pub const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Ctrl('s')], name: t::SAVE, ready: |_, _| true, run: Self::save },
        Command {
            keys: &[Key::Insert, Key::Ctrl('n')],
            name: t::SAVE_NEXT,
            ready: |form, _| form.row.id == 0 && !matches!(form.meta.table, "report" | "agency"),
            run: Self::save_next,
        },
        Command {
            keys: &[Key::Ctrl('d')],
            name: t::COPY_ABOVE,
            ready: |form, _| form.copies(Copied::Above),
            run: Self::copy_above,
        },
        Command {
            keys: &[Key::Ctrl('d')],
            name: t::COPY_DRAFT,
            ready: |form, _| form.copies(Copied::Draft),
            run: Self::copy_above,
        },
        Command {
            keys: &[Key::Ctrl('d')],
            name: t::COPY_OWN,
            ready: |form, _| form.copies(Copied::Own),
            run: Self::copy_above,
        },
        Command {
            keys: &[Key::Ctrl('u')],
            name: shelf::REPLACE,
            ready: |form, _| form.advice.has(),
            run: Self::replace_expired,
        },
        Command { keys: &[Key::Tab], name: t::NEXT_FIELD, ready: |_, _| true, run: |form, cx| form.leave(cx, 1) },
        Command { keys: &[Key::BackTab], name: t::LAST_FIELD, ready: |_, _| true, run: |form, cx| form.leave(cx, -1) },
        Command { keys: &[Key::Esc], name: t::LEAVE, ready: |_, _| true, run: Self::escape },
    ];

    /// A form of a row; `above` is the row above it in its list. What was typed before a crash comes back.
    #[must_use]
    pub fn new(cx: &mut Cx, meta: &'static Meta, row: Row, above: Option<Row>) -> Self {
        let lang = cx.settings.lang;
        let pairs = meta.columns.iter().zip(&row.values).filter(|(column, _)| column.typed);
        let fields: Vec<Field> =
            pairs.filter_map(|(column, value)| Field::new(cx.store, column, value, lang).ok()).collect();
        let opened: Vec<String> = fields.iter().map(|field| field.editor.text()).collect();
        let mut form = Self {
            meta,
            row,
            fields,
            kept: opened.clone(),
            opened,
            at: 0,
            top: 0,
            above,
            copied: Copied::Above,
            warned: false,
            touched: None,
            room: 60,
            unit_given: false,
            back_to: None,
            act: None,
            near: Near::default(),
            advice: Advice::default(),
            forecast: Forecast::default(),
            places: None,
        };
        form.take_draft(cx);
        form
    }

    /// The same form over a list of another record, to whose row it goes back.
    #[must_use]
    pub const fn returning(mut self, row: i64) -> Self {
        self.back_to = Some(row);
        self
    }

    /// The same form whose row to copy from is no row above.
    #[must_use]
    pub const fn copying(mut self, copied: Copied) -> Self {
        self.copied = copied;
        self
    }

    fn copies(&self, copied: Copied) -> bool {
        self.above.is_some() && self.copied == copied
    }

    /// The same form under a name of its own, whose saving is an act.
    #[must_use]
    pub fn saving(mut self, title: String, save: Save) -> Self {
        self.act = Some((title, save));
        self
    }

    /// The same form whose texts of several lines hold places: values that stay live.
    #[must_use]
    pub fn live(mut self, places: Places) -> Self {
        self.places = Some(places);
        self
    }

    /// The same form with the cursor on a column, where it is the one to fill in.
    #[must_use]
    pub fn at(mut self, column: &str) -> Self {
        self.at = self.fields.iter().position(|field| field.column.name == column).unwrap_or(self.at);
        self
    }
}

impl Screen for Edit {
    fn title(&self, cx: &Cx) -> String {
        if let Some((title, _)) = &self.act {
            return title.clone();
        }
        let text = if self.row.id == 0 { t::FORM_NEW } else { t::FORM_EDIT };
        text.with([cx.say(self.meta.one)]).say(cx.settings.lang)
    }

    fn status(&self, cx: &Cx) -> String {
        let place = format!("{}/{}", self.at + 1, self.fields.len());
        match self.near.count() {
            0 => place,
            like => format!("{}  {place}", twin::LIKE_COUNT.with([like]).say(cx.settings.lang)),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn typing(&self) -> bool {
        true
    }

    fn help(&self, lang: Lang) -> Vec<Said> {
        let field = self.fields.get(self.at);
        field.map_or_else(Vec::new, |field| about::field(self.meta.table, field.column, field.is_open(), lang))
    }

    fn unsaved(&self) -> bool {
        self.changed()
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if key != Key::Esc {
            self.warned = false;
        }
        match key {
            Key::Enter => return self.enter(cx),
            Key::Up | Key::Down => return self.arrow(cx, key == Key::Down),
            Key::PageUp => self.at = self.at.saturating_sub(5),
            Key::PageDown => self.at = (self.at + 5).min(self.fields.len().saturating_sub(1)),
            _ => {
                let flow = self.dispatch(cx, key)?;
                if !matches!(flow, Flow::Pass) {
                    return Ok(flow);
                }
                return self.typed(cx, key);
            }
        }
        Ok(Flow::Stay)
    }

    fn paste(&mut self, _: &mut Cx, text: &str) -> Result<Flow> {
        if let Some(field) = self.fields.get_mut(self.at) {
            if field.is_lines() {
                field.editor.insert(text);
            } else {
                field.editor.insert_flat(text);
            }
            field.fault = None;
        }
        Ok(Flow::Stay)
    }

    fn refresh(&mut self, _: &mut Cx, _: Rect) -> Result<()> {
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        self.keep_draft(cx)?;
        let advised = self.advice.look(cx, self.meta.table, &self.fields)?;
        let expected = self.forecast.look(cx, self.meta, &self.row, &self.fields)?;
        Ok(self.near.look(cx, self.meta.table, self.row.id, &self.fields)? || expected || advised)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        draw::form(self, buf, area, cx)
    }

    fn row(&self) -> Option<&Row> {
        Some(&self.row)
    }
}
