//! All that belongs to an event, a line each with how it stands; Enter opens it.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::gift_list::Gifts;
use super::{budget, participants, photos, steps, stock};
use crate::domain::attachment::Attachment;
use crate::domain::budget::BudgetLine;
use crate::domain::day;
use crate::domain::event::Event;
use crate::domain::gift_rule::GiftRule;
use crate::domain::id::Id;
use crate::domain::programme::ProgrammeItem;
use crate::domain::record::Record;
use crate::domain::stock::GiftItem;
use crate::domain::value::Value;
use crate::reports::gift_list;
use crate::reports::papers::Subject;
use crate::screens::files;
use crate::screens::list::List;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{Text, event as t, photo as ph, programme as p, screen as s, shelf, stock as k};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// One line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Gifts,
    Rules,
    Stock,
    Steps,
    Programme,
    Budget,
    Safety,
    Children,
    Photos,
    Files,
}

impl Part {
    const ALL: [Self; 10] = [
        Self::Gifts,
        Self::Rules,
        Self::Stock,
        Self::Steps,
        Self::Programme,
        Self::Budget,
        Self::Safety,
        Self::Children,
        Self::Photos,
        Self::Files,
    ];

    const fn name(self) -> Text {
        match self {
            Self::Gifts => s::GIFT_LIST,
            Self::Rules => t::RULES,
            Self::Stock => k::ITEMS,
            Self::Steps => p::STEPS,
            Self::Programme => p::PROGRAMME,
            Self::Budget => p::BUDGET,
            Self::Safety => p::SAFETY,
            Self::Children => ph::PARTICIPANTS,
            Self::Photos => ph::PHOTOS,
            Self::Files => shelf::FILES,
        }
    }
}

/// The screen.
pub struct Dossier {
    event: Id<Event>,
    name: String,
    /// How each part stands.
    states: Vec<String>,
    read_at: Option<u64>,
    cursor: Cursor,
}

impl Dossier {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: s::OPEN, ready: |_, _| true, run: Self::open },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    /// Of an event.
    #[must_use]
    pub fn of(event: Id<Event>) -> Self {
        Self { event, name: String::new(), states: Vec::new(), read_at: None, cursor: Cursor::default() }
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        match Part::ALL.get(self.cursor.at) {
            Some(Part::Gifts) => Gifts::open(cx, self.event),
            Some(part @ Part::Rules) => Ok(self.list(cx, *part, List::new(GiftRule::META, &[]))),
            Some(part @ Part::Stock) => Ok(self.list(cx, *part, List::new(GiftItem::META, stock::ITEMS))),
            Some(part @ Part::Steps) => Ok(self.list(cx, *part, steps::list(false))),
            Some(part @ Part::Safety) => Ok(self.list(cx, *part, steps::list(true))),
            Some(part @ Part::Programme) => Ok(self.list(cx, *part, List::new(ProgrammeItem::META, &[]))),
            Some(part @ Part::Budget) => {
                let list = List::new(BudgetLine::META, budget::COMMANDS).captioned(budget::caption);
                Ok(self.list(cx, *part, list))
            }
            Some(part @ Part::Children) => Ok(self.list(cx, *part, participants::list())),
            Some(part @ Part::Photos) => Ok(self.list(cx, *part, photos::list())),
            Some(Part::Files) => Ok(files::list_of(cx, Event::META, self.event.0)),
            None => Ok(Flow::Stay),
        }
    }

    /// The papers of the event.
    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let subject = Subject::Row(Event::TABLE, self.event.0);
        Ok(Flow::Open(Box::new(Print::new(cx, "", Output::papers(&subject), (Event::TABLE, 0)))))
    }

    /// A list of the event's rows of a table.
    fn list(&self, cx: &Cx, part: Part, list: List) -> Flow {
        let title = t::PART_TITLE.with([cx.say(part.name()).to_owned(), self.name.clone()]).say(cx.settings.lang);
        let mut list = list.scoped(title, "event", Value::Int(self.event.0));
        // The event is what its commands look for first.
        list.query.scope.rotate_right(1);
        Flow::Open(Box::new(list))
    }

    fn state(cx: &Cx, event: &Event, part: Part) -> Result<String> {
        let lang = cx.settings.lang;
        Ok(match part {
            Part::Gifts => {
                let state = event.approved_on.map_or_else(
                    || cx.say(s::GIFTS_OPEN).to_owned(),
                    |on| s::GIFTS_FROZEN.with([day::show(on)]).say(lang),
                );
                let counts = [event.gifts.to_string(), event.gifts_value.show(), event.received.to_string()];
                format!("{state} · {}", s::GIFTS_COUNTS.with(counts).say(lang))
            }
            Part::Rules => match gift_list::rules(cx.store, event.id)?.len() {
                0 => t::RULES_COMMON.with([event.gift_value.show()]).say(lang),
                count => t::RULES_COUNT.with([count]).say(lang),
            },
            Part::Stock => stock::state(cx, event)?,
            Part::Steps => steps::state(cx, event, false)?,
            Part::Safety => steps::state(cx, event, true)?,
            Part::Programme => {
                let items = cx.store.find::<ProgrammeItem>("event", &Value::Int(event.id.0))?;
                p::PROGRAMME_STATE.with([items.len()]).say(lang)
            }
            Part::Budget => budget::said(event, cx),
            Part::Children => participants::state(cx, event)?,
            Part::Photos => photos::state(cx, event)?,
            Part::Files => {
                let files = cx.store.find::<Attachment>("event", &Value::Int(event.id.0))?;
                ph::FILES_STATE.with([files.len()]).say(lang)
            }
        })
    }
}

impl Screen for Dossier {
    fn title(&self, cx: &Cx) -> String {
        t::DOSSIER_TITLE.with([&self.name]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, Part::ALL.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        if self.read_at != Some(cx.store.version()) {
            let event = cx.store.get(self.event)?;
            self.states = Part::ALL.iter().map(|part| Self::state(cx, &event, *part)).collect::<Result<_>>()?;
            self.name = event.name;
            self.read_at = Some(cx.store.version());
        }
        self.cursor.fit(Part::ALL.len(), usize::from(area.height.saturating_sub(1)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let head = |text, width, grows| Head { label: cx.say(text).to_owned(), width, right: false, grows };
        let heads = [head(t::PART, 22, false), head(t::PART_STATE, 40, true)];
        let rows = Part::ALL.iter().zip(&self.states).skip(self.cursor.top);
        let line = |(part, state): (&Part, &String)| Line {
            cells: vec![cx.say(part.name()).to_owned(), state.clone()],
            marked: false,
        };
        let lines: Vec<Line> = rows.map(line).collect();
        table::draw(buf, area, &heads, &lines, Some(self.cursor.row()), cx.settings.theme);
        None
    }
}
