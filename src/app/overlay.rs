//! What lies over every screen: palette, help, go-to, the hotline card.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

use crate::app::App;
use crate::app::shell::SHELL;
use crate::domain::document::{Document, DocumentKind, latest};
use crate::domain::record::{Meta, Record};
use crate::domain::unit::Unit;
use crate::domain::{day, tables};
use crate::reports::papers::{self, Subject};
use crate::screens::mask;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Flow, Offer, Settings};
use crate::screens::tabs::{TABS, Tab};
use crate::store::names::Suggestion;
use crate::store::{Result, Store};
use crate::text::{Text, screen as t};
use crate::ui::finder::{Finder, Found, Item};
use crate::ui::key::Key;
use crate::ui::width::{fit, wrap};

/// The tables that go-to searches.
const SEARCHED: &[&str] = &["child", "person", "donor_line", "document", "event", "campaign", "unit"];

/// How many rows of a table are offered.
const OFFERED: usize = 8;

/// The width that a sentence of help is broken at: what the box has in the smallest full window.
const HELP_CELLS: usize = 72;

/// What was picked in the palette or in help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A command of the screen.
    Screen(usize),
    /// A command of the shell.
    Shell(usize),
    /// A tab, by its name.
    Tab(Text),
    /// Something that is only read.
    Nothing,
}

/// What lies over the screen.
pub enum Overlay {
    /// Nothing.
    None,
    /// The palette or help: a command is found and run.
    Commands(Finder<Pick>),
    /// Go-to: a row of any table is found.
    GoTo(Finder<(&'static str, i64)>),
    /// The hotline card.
    Hotline(Vec<String>),
}

impl App {
    /// The commands that can run now, each with its keys: the screen's, then the shell's whose keys it leaves.
    pub fn commands(&mut self) -> Vec<(Pick, Text, &'static [Key])> {
        let own: Vec<Offer> = self.with_top(|top, cx| top.offers(cx)).unwrap_or_default();
        let taken: Vec<Key> = own.iter().flat_map(|offer| offer.keys.iter().copied()).collect();
        let mut all: Vec<_> = own.into_iter().map(|offer| (Pick::Screen(offer.at), offer.name, offer.keys)).collect();
        for (at, command) in SHELL.iter().enumerate() {
            if command.keys.is_empty() || command.keys.iter().any(|key| !taken.contains(key)) {
                all.push((Pick::Shell(at), command.name, command.keys));
            }
        }
        all
    }

    pub(super) fn open_palette(&mut self) {
        let lang = self.settings.lang;
        let title = t::PALETTE_TITLE.say(lang).to_owned();
        let mut items = self.command_items();
        if self.store.is_some() {
            items.extend(self.tab_items());
        }
        self.overlay = Overlay::Commands(Finder::new(title, items).saying(t::NOT_FOUND.say(lang)));
    }

    /// Every tab under its screen's name: they are too many to be walked through.
    fn tab_items(&self) -> impl Iterator<Item = Item<Pick>> {
        let lang = self.settings.lang;
        let item = move |tab: &Tab, sub: Text| Item {
            label: t::OPEN_TAB.with(["", ""]).saying(0, tab.name.into()).saying(1, sub.into()).say(lang),
            aside: String::new(),
            pick: Pick::Tab(sub),
        };
        TABS.iter().flat_map(move |tab| tab.subs.iter().map(move |sub| item(tab, sub.name)))
    }

    pub(super) fn open_help(&mut self) {
        let lang = self.settings.lang;
        let name = self.with_top(|top, cx| top.title(cx)).unwrap_or_default();
        let name = if name.is_empty() { super::frame::tab_name(self.place()).say(lang).to_owned() } else { name };
        let mut items = self.command_items();
        items.retain(|item| !item.aside.is_empty());
        let first = self.with_top(|top, _| top.help(lang)).unwrap_or_default();
        let lines = first.into_iter().flat_map(|text| wrap(&text.say(lang), HELP_CELLS));
        items.splice(0..0, lines.map(|label| Item { label, aside: String::new(), pick: Pick::Nothing }));
        let lines = crate::text::help::LINES.iter().flat_map(|text| wrap(text.say(lang), HELP_CELLS));
        items.extend(lines.map(|label| Item { label, aside: String::new(), pick: Pick::Nothing }));
        self.overlay =
            Overlay::Commands(Finder::new(t::HELP_TITLE.with([name]).say(lang), items).saying(t::NOT_FOUND.say(lang)));
    }

    pub(super) fn open_go_to(&mut self) {
        let lang = self.settings.lang;
        self.overlay = Overlay::GoTo(Finder::asking(t::GO_TITLE.say(lang).to_owned()).saying(t::NOT_FOUND.say(lang)));
    }

    pub(super) fn open_hotline(&mut self) {
        let lines = match &self.store {
            Some(store) => card(store, &self.settings).unwrap_or_else(|_| plain_card(&self.settings)),
            None => plain_card(&self.settings),
        };
        self.overlay = Overlay::Hotline(lines);
    }

    /// The poster of the hotline to print, over what was there.
    fn print_poster(&mut self) {
        let opened = self.with_top(|_, cx| {
            let poster = papers::about(&Subject::Office).filter(|paper| paper.code == papers::POSTER);
            let outputs = poster.flat_map(|paper| Output::of_paper(paper, &Subject::Office)).collect();
            Flow::Open(Box::new(Print::new(cx, papers::POSTER, outputs, (Document::TABLE, 0))))
        });
        if let Some(flow) = opened {
            self.follow(flow);
        }
    }

    fn command_items(&mut self) -> Vec<Item<Pick>> {
        let lang = self.settings.lang;
        let keys = |keys: &[Key]| keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(", ");
        let item =
            |(pick, name, of): (Pick, Text, &[Key])| Item { label: name.say(lang).to_owned(), aside: keys(of), pick };
        self.commands().into_iter().map(item).collect()
    }

    /// Gives a key to the overlay; `false` if there is none.
    pub(super) fn press_overlay(&mut self, key: Key) -> bool {
        let mut overlay = std::mem::replace(&mut self.overlay, Overlay::None);
        match &mut overlay {
            Overlay::None => return false,
            Overlay::Hotline(_) if matches!(key, Key::F(7) | Key::Ctrl('p')) && self.store.is_some() => {
                self.print_poster();
            }
            Overlay::Hotline(_) => {
                if !matches!(key, Key::Esc | Key::Enter | Key::F(12) | Key::Ctrl('r')) {
                    self.overlay = overlay;
                }
            }
            Overlay::Commands(finder) => match finder.press(key) {
                Found::Open | Found::Pick(Pick::Nothing) => self.overlay = overlay,
                Found::Left => {}
                Found::Pick(Pick::Screen(at)) => match self.with_top(|top, cx| top.run(cx, at)) {
                    Some(Ok(flow)) => self.follow(flow),
                    Some(Err(error)) => self.said(&error),
                    None => {}
                },
                Found::Pick(Pick::Tab(name)) => self.open_tab(name),
                Found::Pick(Pick::Shell(at)) => {
                    if let Some(command) = SHELL.get(at) {
                        (command.run)(self);
                    }
                }
            },
            Overlay::GoTo(finder) => match finder.press(key) {
                Found::Open => {
                    self.search(finder);
                    self.overlay = overlay;
                }
                Found::Left => {}
                Found::Pick((table, row)) => self.go(table, row),
            },
        }
        true
    }

    /// Gives pasted text to the overlay; `false` if there is none.
    pub(super) fn paste_overlay(&mut self, text: &str) -> bool {
        let mut overlay = std::mem::replace(&mut self.overlay, Overlay::None);
        match &mut overlay {
            Overlay::None => return false,
            Overlay::Hotline(_) => {}
            Overlay::Commands(finder) => finder.paste(text),
            Overlay::GoTo(finder) => {
                finder.paste(text);
                self.search(finder);
            }
        }
        self.overlay = overlay;
        true
    }

    pub(super) fn draw_overlay(&self, buf: &mut Buffer, area: Rect) -> Option<Position> {
        match &self.overlay {
            Overlay::None => None,
            Overlay::Commands(finder) => Some(finder.draw(buf, area, self.settings.theme)),
            Overlay::GoTo(finder) => Some(finder.draw(buf, area, self.settings.theme)),
            Overlay::Hotline(lines) => {
                draw_card(buf, area, lines, &self.settings);
                None
            }
        }
    }

    fn search(&mut self, finder: &mut Finder<(&'static str, i64)>) {
        let Some(store) = &self.store else { return };
        let typed = finder.typed();
        let mut items = Vec::new();
        if !typed.trim().is_empty() {
            for meta in SEARCHED.iter().filter_map(|table| tables::by_name(table)) {
                let found = store.suggest(meta.table, &typed, OFFERED).unwrap_or_default();
                items.extend(found.into_iter().map(|it| self.item(meta, it)));
            }
            // Only where little is found as it was typed is a slip of the hand thought of.
            for meta in SEARCHED.iter().filter_map(|table| tables::by_name(table)) {
                let found = store.near(meta.table, &typed, OFFERED.saturating_sub(items.len())).unwrap_or_default();
                items.extend(found.into_iter().map(|it| self.item(meta, it)));
            }
        }
        finder.bring(items);
    }
}

impl App {
    fn item(&self, meta: &'static Meta, (id, name, aside): Suggestion) -> Item<(&'static str, i64)> {
        let masked = self.settings.mask && matches!(meta.table, "child" | "person" | "donor_line");
        let label = if masked { mask::initials(&name) } else { name };
        let aside = format!("{aside} · {}", meta.one.say(self.settings.lang));
        // A donor is known by what they gave.
        let table = if meta.table == "donor_line" { "contribution" } else { meta.table };
        Item { label, aside, pick: (table, id) }
    }
}

/// The card: the hotlines that hold today, and the units' contacts.
fn card(store: &Store, settings: &Settings) -> Result<Vec<String>> {
    let (lang, today) = (settings.lang, store.today());
    let mut lines = Vec::new();
    let mut all = store.all::<Document>()?;
    all.retain(|it| it.kind == DocumentKind::Hotline);
    for line in all.iter().filter(|it| it.holds(today)) {
        lines.push(format!("☎ {}  {}", line.number, line.name));
        if let Some(since) = line.since {
            lines.push(format!("   {}", t::HOTLINE_VALID.with([day::show(since)]).say(lang)));
        }
    }
    if lines.is_empty() {
        return Ok(plain_card(settings));
    }
    // Whoever has an old number in mind is told what came after it.
    for old in &all {
        let new = latest(&all, old.id, today).filter(|new| new.holds(today) && !old.holds(today));
        if let (Some(new), Some(until)) = (new, old.until) {
            let last = until.succ_opt().unwrap_or(until);
            let parts = [old.number.clone(), day::show(last), new.number.clone()];
            lines.push(format!("   {}", t::HOTLINE_OLD.with(parts).say(lang)));
        }
    }
    lines.extend([t::HOTLINE_FREE, t::HOTLINE_DUTY, t::HOTLINE_PRINT].map(|text| text.say(lang).to_owned()));
    let contacts: Vec<String> = store
        .all::<Unit>()?
        .into_iter()
        .filter(|unit| !unit.contact.is_empty() || !unit.phone.is_empty())
        .map(|unit| {
            let contact = if settings.mask { mask::initials(&unit.contact) } else { unit.contact };
            format!("   {}: {contact} {}", unit.name, unit.phone)
        })
        .collect();
    if !contacts.is_empty() {
        lines.push(String::new());
        lines.push(t::CONTACTS.say(lang).to_owned());
        lines.extend(contacts);
    }
    Ok(lines)
}

/// The card where no data is open: what holds since 6/12/2017.
fn plain_card(settings: &Settings) -> Vec<String> {
    [crate::text::help::HOTLINE_111, t::HOTLINE_FREE, t::HOTLINE_DUTY]
        .map(|text| text.say(settings.lang).to_owned())
        .to_vec()
}

fn draw_card(buf: &mut Buffer, area: Rect, lines: &[String], settings: &Settings) {
    let theme = settings.theme;
    let wide = area.width.saturating_sub(4).min(76);
    let cells = usize::from(wide.saturating_sub(4));
    let wrapped: Vec<String> = lines.iter().flat_map(|line| wrap(line, cells)).collect();
    let high = (u16::try_from(wrapped.len()).unwrap_or(u16::MAX).saturating_add(3)).min(area.height.saturating_sub(2));
    let outer = Rect::new(area.x + (area.width - wide) / 2, area.y + (area.height - high) / 2, wide, high);
    Clear.render(outer, buf);
    let title = format!(" {} ", t::HOTLINE_TITLE.say(settings.lang));
    let block =
        Block::bordered().title(title).title_bottom(format!(" {} ", t::ANY_KEY.say(settings.lang))).style(theme.text());
    let inner = block.inner(outer);
    block.render(outer, buf);
    for (line, y) in wrapped.iter().zip(inner.top()..inner.bottom()) {
        buf.set_stringn(inner.x + 1, y, fit(line, cells), cells, theme.text());
    }
}
