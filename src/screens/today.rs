//! Today: what is due, late or missing; how many children, how much money; and for a new store, where to begin.
use chrono::{NaiveDateTime, Timelike};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::setup;
use crate::domain::agency::Agency;
use crate::domain::child::Child;
use crate::domain::clean::clean;
use crate::domain::event::Event;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::session::Session;
use crate::domain::signer::Signer;
use crate::domain::snooze::Snooze;
use crate::domain::unit::Unit;
use crate::domain::{day, tables};
use crate::reports::bodies;
use crate::reports::due::{self, Due, State};
use crate::reports::figures;
use crate::reports::letterhead;
use crate::reports::monthly;
use crate::screens::ask::Ask;
use crate::screens::edit::Edit;
use crate::screens::import;
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Lang, Text, field, plan as words, screen as t, today as w};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::cut;

/// The screen.
#[derive(Default)]
pub struct Today {
    items: Vec<Item>,
    facts: String,
    bars: String,
    read_at: Option<u64>,
    /// The minute that the clocks of concerns were read at, if any runs.
    clock: Option<NaiveDateTime>,
    /// The version of the store that the facts were counted at.
    counted_at: Option<u64>,
    cursor: Cursor,
    /// How many things are put off, and whether they are shown.
    put_off: usize,
    shows_off: bool,
}

/// From this width on whom a thing waits for has a column of its own.
const WIDE: u16 = 100;

/// From this many children on they are counted after the frame.
const MANY: i64 = 5_000;

/// A line that can be opened.
#[derive(Clone, Debug)]
enum Item {
    /// A step of the checklist of a new store.
    Start(Text, Start),
    /// Something due.
    Due(Due),
    /// Something due that was put off.
    Off(Due, Snooze),
}

/// Where a step of the checklist leads.
#[derive(Clone, Copy, Debug)]
enum Start {
    Preset,
    Import,
    Form(&'static str),
    /// The form of whoever signs letters to units.
    Signer,
    Figures,
}

impl Today {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::OPEN, ready: |it, _| !it.items.is_empty(), run: Self::open },
        Command {
            keys: &[Key::Ctrl('w')],
            name: w::SNOOZE,
            ready: |it, _| matches!(it.here(), Some(Item::Due(_))),
            run: Self::snooze,
        },
        Command {
            keys: &[Key::Ctrl('w')],
            name: w::WAKE,
            ready: |it, _| matches!(it.here(), Some(Item::Off(..))),
            run: Self::wake,
        },
        Command {
            keys: &[Key::Ctrl('d')],
            name: w::SHOW,
            ready: |it, _| it.put_off > 0 && !it.shows_off,
            run: Self::show_off,
        },
        Command { keys: &[Key::Ctrl('d')], name: w::HIDE, ready: |it, _| it.shows_off, run: Self::show_off },
    ];

    fn here(&self) -> Option<&Item> {
        self.items.get(self.cursor.at)
    }

    /// Asks until when and why something is put off.
    fn snooze(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(Item::Due(due)) = self.here().cloned() else { return Ok(Flow::Stay) };
        if !due.can_wait() {
            return Err(w::NEVER.into());
        }
        let what = due.what.say(Lang::Vi);
        let note = due.what.say(cx.settings.lang);
        let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
            let [until, reason] = [0, 1].map(|at| clean(answers.get(at).map_or("", String::as_str)));
            let today = cx.store.today();
            let until = day::parse(&until, today)?;
            if until <= today {
                return Err(w::LATER.with([day::show(today)]).into());
            }
            if reason.is_empty() {
                return Err(w::REASON_NEEDED.into());
            }
            let sentence = w::DONE.with([day::show(until), what.clone()]).say(cx.settings.lang);
            let mut snooze = Snooze { name: what.clone(), thing: due.thing(), until, reason, ..Snooze::default() };
            cx.store.save(&mut snooze)?;
            cx.good(sentence);
            Ok(Flow::Back)
        };
        let fields = [(w::ASK_UNTIL, "+7"), (w::ASK_REASON, "")];
        Ok(Flow::Open(Box::new(Ask::new(cx.say(w::SNOOZE).to_owned(), &fields, Box::new(done)).noted(note))))
    }

    /// Reminds at once of what was put off.
    fn wake(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(Item::Off(_, snooze)) = self.here() else { return Ok(Flow::Stay) };
        cx.store.trash(Snooze::META, &[snooze.id.0])?;
        let words = cx.say(w::WAKE);
        cx.good(t::DONE.with([words]).say(cx.settings.lang));
        Ok(Flow::Stay)
    }

    fn show_off(&mut self, _: &mut Cx) -> Result<Flow> {
        self.shows_off = !self.shows_off;
        self.read_at = None;
        Ok(Flow::Stay)
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        match self.items.get(self.cursor.at) {
            Some(Item::Start(_, start)) => begin(*start, cx),
            Some(Item::Due(due) | Item::Off(due, _)) => match due.open {
                // The department's own report is read, written and printed where its figures are.
                ("report", _) => Ok(Flow::Tab(t::SUB_FIGURES)),
                (Signer::TABLE, 0) => begin(Start::Signer, cx),
                (table, 0) => begin(Start::Form(table), cx),
                (table, row) => Ok(Flow::Go(table, row)),
            },
            None => Ok(Flow::Stay),
        }
    }

    fn read(&mut self, cx: &mut Cx) -> Result<()> {
        let today = cx.store.today();
        let starts = starts(cx)?;
        let starting = !starts.is_empty();
        self.items = starts;
        self.put_off = 0;
        // Before the first child is in, the checklist is all there is to do; what it asks for is not asked for twice.
        if cx.store.count_to(Child::META, 1)? > 0 {
            let (dues, off) = due::parted(cx.store, today)?;
            self.items.extend(dues.into_iter().filter(|due| !starting || due.state != State::Lacking).map(Item::Due));
            self.put_off = off.len();
            self.shows_off = self.shows_off && self.put_off > 0;
            if self.shows_off {
                self.items.extend(off.into_iter().map(|(due, snooze)| Item::Off(due, snooze)));
            }
        }
        self.read_at = Some(cx.store.version());
        let runs = |item: &Item| matches!(item, Item::Due(due) if due.open.0 == Referral::TABLE);
        self.clock = self.items.iter().any(runs).then(|| minute(cx));
        Ok(())
    }

    /// Counts children and money.
    fn count(&mut self, cx: &Cx) -> Result<()> {
        let (lang, today) = (cx.settings.lang, cx.store.today());
        let period = Period::days(today, today);
        let count = |code| figures::by_code(code).map_or(Ok(0), |figure| figure.value(cx.store, &period));
        self.facts = format!(
            "{}: {} · {}: {} · {}: {} đồng",
            cx.say(t::TODAY_CHILDREN),
            count("children")?,
            cx.say(t::TODAY_SPECIAL),
            count("special_children")?,
            cx.say(t::TODAY_BALANCE),
            monthly::balance(cx.store)?.show(),
        );
        let months = monthly::twelve(cx.store, today)?;
        let most = months.iter().map(|(_, sum)| sum.0).max().unwrap_or(0).max(1);
        let bar = |sum: i64| {
            ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
                .get(usize::try_from(sum * 8 / most).unwrap_or(0) + usize::from(sum > 0 && sum * 8 < most))
        };
        let bars: String = months.iter().filter_map(|(_, sum)| bar(sum.0)).collect();
        let (first, last) = (months.first(), months.last());
        let month = |it: Option<&(chrono::NaiveDate, _)>| {
            it.map_or_else(String::new, |(day, _)| day.format("%m/%Y").to_string())
        };
        self.bars = format!("{}: {} {bars} {}", t::TODAY_MONTHS.say(lang), month(first), month(last));
        self.counted_at = Some(cx.store.version());
        Ok(())
    }
}

fn minute(cx: &Cx) -> NaiveDateTime {
    let now = cx.store.now();
    now.with_second(0).unwrap_or(now)
}

/// The checklist of a store that is not set up yet: agency, units, sheet, first event, first session, who signs letters,
/// first report.
fn starts(cx: &Cx) -> Result<Vec<Item>> {
    let none = |meta| cx.store.count_to(meta, 1).map(|count| count == 0);
    let (no_agency, no_child) = (none(Agency::META)?, none(Child::META)?);
    let mut items = Vec::new();
    if no_agency {
        items.push(Item::Start(t::CHECK_PRESET, Start::Preset));
        items.push(Item::Start(t::CHECK_AGENCY, Start::Form("agency")));
    }
    if none(Unit::META)? {
        items.push(Item::Start(t::CHECK_UNITS, Start::Form("unit")));
    }
    if no_child {
        items.push(Item::Start(t::CHECK_IMPORT, Start::Import));
    }
    if none(Event::META)? {
        items.push(Item::Start(t::CHECK_EVENT, Start::Form("event")));
    }
    if none(Session::META)? {
        items.push(Item::Start(t::CHECK_SESSION, Start::Form("session")));
    }
    if !items.is_empty() {
        if letterhead::nameless(cx.store)?.is_some() {
            items.push(Item::Start(t::CHECK_SIGNER, Start::Signer));
        }
        items.push(Item::Start(t::CHECK_REPORT, Start::Figures));
    }
    Ok(items)
}

fn begin(start: Start, cx: &mut Cx) -> Result<Flow> {
    Ok(match start {
        Start::Preset => {
            let preset = setup::preset(cx.store.today());
            Flow::Open(Box::new(Edit::new(cx, Agency::META, preset.row(), None).at("signer")))
        }
        Start::Signer => Flow::Open(Box::new(Edit::new(cx, Signer::META, Signer::of_letters().row(), None).at("name"))),
        Start::Import => Flow::Open(import::ask(cx)),
        Start::Figures => Flow::Tab(t::SUB_FIGURES),
        Start::Form(table) => match tables::by_name(table) {
            Some(meta) => Flow::Open(Box::new(List::new(meta, &[]).new_form(cx, &[]))),
            None => Flow::Stay,
        },
    })
}

impl Screen for Today {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let due = self.items.iter().filter(|item| !matches!(item, Item::Off(..))).count();
        let said = format!("{}: {due}", cx.say(t::TODAY_DUE));
        if self.put_off == 0 { said } else { w::COUNT.with([said, self.put_off.to_string()]).say(cx.settings.lang) }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.items.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        if self.read_at == Some(cx.store.version()) && self.clock.is_some_and(|at| at != minute(cx)) {
            self.read(cx)?;
        }
        if self.read_at != Some(cx.store.version()) {
            self.read(cx)?;
            if cx.store.count_to(Child::META, MANY)? < MANY {
                self.count(cx)?;
            }
        }
        self.cursor.fit(self.items.len(), usize::from(area.height.saturating_sub(6)));
        Ok(())
    }

    fn settle(&mut self, cx: &mut Cx) -> Result<bool> {
        if self.counted_at == Some(cx.store.version()) {
            return Ok(false);
        }
        self.count(cx)?;
        Ok(true)
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let theme = cx.settings.theme;
        let cells = usize::from(area.width.saturating_sub(2));
        buf.set_stringn(area.x + 1, area.y, cut(&self.facts, cells), cells, theme.text());
        buf.set_stringn(area.x + 1, area.y + 1, cut(&self.bars, cells), cells, theme.quiet());
        let head = |label: &str, width, grows| Head { label: label.to_owned(), width, right: false, grows };
        let mut heads = vec![
            head(cx.say(t::TODAY_BY), 10, false),
            head(cx.say(t::TODAY_DUE), 44, true),
            head(cx.say(field::STANDING), 20, false),
        ];
        let wide = area.width >= WIDE;
        if wide {
            heads.push(head(cx.say(w::WAITS), 20, false));
        }
        let mut lines: Vec<Line> =
            self.items.iter().enumerate().skip(self.cursor.top).map(|(at, item)| line(item, at, cx)).collect();
        if !wide {
            lines.iter_mut().for_each(|line| line.cells.truncate(heads.len()));
        }
        let list = Rect { y: area.y + 3, height: area.height.saturating_sub(5), ..area };
        let cursor = (!lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &lines, cursor, theme);
        // What is cut in its row is said in full below.
        if let Some(text) = self.here().and_then(|item| whole(item, cx)) {
            let below = Rect { y: area.bottom().saturating_sub(2), height: 2, x: area.x, width: area.width };
            pane::paragraph(buf, below, &text, theme.quiet());
        }
        if lines.is_empty() {
            buf.set_stringn(area.x + 2, area.y + 5, cx.say(t::TODAY_NOTHING), cells, theme.good());
        }
        None
    }
}

/// A thing in full, with whom it waits for, or until when and why it was put off.
fn whole(item: &Item, cx: &Cx) -> Option<String> {
    let lang = cx.settings.lang;
    match item {
        Item::Start(..) => None,
        Item::Due(due) => {
            let reach = due.unit.as_deref().and_then(|unit| bodies::reach(cx.store, unit).ok().flatten());
            let reach = reach.map_or_else(String::new, |reach| words::REACH.with([reach]).say(lang));
            Some(format!("{}{reach}", due.what.say(lang)))
        }
        Item::Off(due, snooze) => {
            let off = w::STATE.with([day::show(snooze.until), snooze.reason.clone()]).say(lang);
            Some(format!("{} · {off}", due.what.say(lang)))
        }
    }
}

fn line(item: &Item, at: usize, cx: &Cx) -> Line {
    let lang = cx.settings.lang;
    let cells = match item {
        Item::Start(text, _) => {
            let state = if at == 0 { t::START_HERE } else { t::START_LATER };
            vec![String::new(), cx.say(*text).to_owned(), cx.say(state).to_owned()]
        }
        Item::Due(due) => {
            let days = match due.days {
                0 => String::new(),
                late if late < 0 => t::DAYS_LATE.with([-late]).say(lang),
                left => t::DAYS_LEFT.with([left]).say(lang),
            };
            let sign = match due.state {
                State::Late | State::Missing => "! ",
                State::Due => "● ",
                _ => "",
            };
            let state = if days.is_empty() { cx.say(due.state.text()).to_owned() } else { days };
            let unit = due.unit.clone().unwrap_or_default();
            vec![day::show(due.due), due.what.say(lang), format!("{sign}{state}"), unit]
        }
        Item::Off(due, snooze) => {
            let state = w::STATE.with([day::show(snooze.until), snooze.reason.clone()]).say(lang);
            vec![day::show(due.due), due.what.say(lang), state, due.unit.clone().unwrap_or_default()]
        }
    };
    Line { cells, marked: false }
}
