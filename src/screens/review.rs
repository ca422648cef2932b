//! The review of children: Enter on a round opens its units, Enter on a unit its children; there Space says "unchanged".
mod lines;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::review;
use crate::domain::day;
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::review::{LACKS, Review, Round};
use crate::domain::value::{Cell as _, Choice};
use crate::paper::{Cell, Grid, xlsx};
use crate::reports::review::{self as report, Standing};
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Lang, Text, review as t, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The commands of the list of rounds.
pub const COMMANDS: &[Command<List>] = &[
    Command { keys: &[Key::Enter], name: t::UNITS, ready: |list, _| list.has_row(), run: open },
    Command {
        keys: &[Key::Ctrl('u')],
        name: t::REFRESH,
        ready: |list, _| list.has_row(),
        run: |list, cx| {
            let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
            refill(cx, Id::of(id))
        },
    },
];

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let round = cx.store.get::<Round>(Id::of(id))?;
    let units = Units {
        round: round.id,
        name: round.name,
        units: Vec::new(),
        all: Standing::default(),
        read_at: None,
        cursor: Cursor::default(),
    };
    Ok(Flow::Open(Box::new(units)))
}

/// Brings a round's lines up to date with the roster.
fn refill(cx: &mut Cx, round: Id<Round>) -> Result<Flow> {
    let made = review::fill(cx.store, round)?;
    cx.good(t::REFRESHED.with([made.added, made.dropped]).say(cx.settings.lang));
    Ok(Flow::Stay)
}

/// The units of a round.
struct Units {
    round: Id<Round>,
    name: String,
    units: Vec<Standing>,
    all: Standing,
    read_at: Option<u64>,
    cursor: Cursor,
}

impl Units {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::OPEN_UNIT, ready: |it, _| !it.units.is_empty(), run: Self::open },
        Command {
            keys: &[Key::F(7), Key::Ctrl('p')],
            name: t::SHEET,
            ready: |it, _| !it.units.is_empty(),
            run: Self::print,
        },
        Command { keys: &[Key::Ctrl('u')], name: t::REFRESH, ready: |_, _| true, run: |it, cx| refill(cx, it.round) },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    /// Units, then the whole agency where there are several.
    fn lines(&self) -> impl Iterator<Item = &Standing> {
        self.units.iter().chain((self.units.len() > 1).then_some(&self.all))
    }

    fn named(&self, at: usize, lang: Lang) -> String {
        match self.units.get(at) {
            None => t::ALL_UNITS.say(lang).to_owned(),
            Some(unit) if unit.name.is_empty() => t::NO_UNIT.say(lang).to_owned(),
            Some(unit) => unit.name.clone(),
        }
    }

    /// The children of the chosen unit, or of the whole agency.
    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let at = self.cursor.at;
        let title = t::TITLE.with([self.name.clone(), self.named(at, cx.settings.lang)]).say(cx.settings.lang);
        let mut list = List::new(Review::META, lines::COMMANDS).captioned(lines::caption);
        list.title = title;
        list.query.scope = vec![("round", self.round.value())];
        if let Some(unit) = self.units.get(at) {
            list.query.scope.push(("unit", unit.unit.value()));
        }
        Ok(Flow::Open(Box::new(list)))
    }

    /// The chosen unit's sheet; and the table of units as it stands.
    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let count = |n: usize| Cell::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let row = |(at, it): (usize, &Standing)| {
            vec![
                Cell::Text(self.named(at, lang)),
                count(it.children),
                count(it.reviewed),
                count(it.percent()),
                Cell::Text(lacks(it, lang)),
            ]
        };
        let heads = [t::UNIT, t::CHILDREN, t::DONE, t::PERCENT, t::LACKS].map(|head| head.say(lang).to_owned());
        let about = vec![self.name.clone(), s::ABOUT_DAY.with([day::show(cx.store.today())]).say(lang)];
        let grid = Grid { heads: heads.to_vec(), rows: self.lines().enumerate().map(row).collect(), about };
        let mut print = Print::of_grid(cx, "ra-soat", t::UNITS, grid, Review::TABLE);
        if let Some(unit) = self.units.get(self.cursor.at) {
            let (unit, round) = (unit.unit, self.round);
            let name = fold(&self.named(self.cursor.at, Lang::Vi)).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
            let sheet = move |cx: &mut Cx| {
                Ok(xlsx::render(&report::sheet(cx.store, unit, Some(round))?).map_err(|error| error.said())?)
            };
            let mut outputs = vec![Output::new(t::OUT_XLSX, "xlsx", sheet)];
            outputs.extend(Output::forms(t::OUT_SHEET, move |cx| report::paper(cx.store, unit, Some(round))));
            print = print.with(cx, outputs, &format!("phieu-ra-soat-{name}"));
        }
        Ok(Flow::Open(Box::new(print)))
    }
}

/// "ngày sinh 2 · xã, phường 1".
fn lacks(standing: &Standing, lang: Lang) -> String {
    let pairs = LACKS.iter().zip(standing.lacks).filter(|(_, count)| *count > 0);
    let one = |(lack, count): (&Choice, usize)| {
        t::LACK.with([lack.text.say(lang).to_lowercase(), count.to_string()]).say(lang)
    };
    pairs.map(one).collect::<Vec<_>>().join(" · ")
}

impl Screen for Units {
    fn title(&self, _: &Cx) -> String {
        self.name.clone()
    }

    fn status(&self, cx: &Cx) -> String {
        t::STATUS.with([self.all.reviewed, self.all.children, self.all.percent()]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        let count = self.lines().count();
        if self.cursor.press(key, count) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        if self.read_at != Some(cx.store.version()) {
            (self.units, self.all) = report::standings(cx.store, self.round)?;
            self.read_at = Some(cx.store.version());
        }
        let count = self.lines().count();
        self.cursor.fit(count, usize::from(area.height.saturating_sub(2)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let head = |text: Text, width, right: bool, grows| Head { label: cx.say(text).to_owned(), width, right, grows };
        let heads = [
            head(t::UNIT, 26, false, true),
            head(t::CHILDREN, 5, true, false),
            head(t::DONE, 6, true, false),
            head(t::PERCENT, 4, true, false),
            head(t::LACKS, 30, false, true),
        ];
        let cells = |(at, it): (usize, &Standing)| Line {
            cells: vec![
                self.named(at, lang),
                it.children.to_string(),
                it.reviewed.to_string(),
                it.percent().to_string(),
                lacks(it, lang),
            ],
            marked: false,
        };
        let lines: Vec<Line> = self.lines().enumerate().skip(self.cursor.top).map(cells).collect();
        let list = Rect { height: area.height.saturating_sub(1), ..area };
        let cursor = (!lines.is_empty()).then(|| self.cursor.row());
        table::draw(buf, list, &heads, &lines, cursor, theme);
        let below = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let said = if self.units.is_empty() { t::EMPTY } else { t::KEYS };
        pane::paragraph(buf, below, cx.say(said), theme.quiet());
        None
    }
}
