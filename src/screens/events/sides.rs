//! Children whose parents are in two units: asked once with whom they get their gifts. ← is the father, → the mother.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::acts::gifts;
use crate::domain::child::{Child, GiftSide};
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::person::Person;
use crate::reports::gift_list::Roster;
use crate::screens::mask;
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::store::Result;
use crate::text::{event as t, field, screen as s};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};

/// The screen.
pub struct Sides {
    children: Vec<One>,
    cursor: Cursor,
}

/// A child to choose for, with its parents and their units.
struct One {
    child: Id<Child>,
    name: String,
    parents: [(String, String); 2],
    side: GiftSide,
}

impl Sides {
    const COMMANDS: &'static [Command<Self>] = &[
        Command {
            keys: &[Key::Left],
            name: t::SIDE_FATHER,
            ready: |it, _| !it.children.is_empty(),
            run: |it, cx| it.choose(cx, GiftSide::Father),
        },
        Command {
            keys: &[Key::Right],
            name: t::SIDE_MOTHER,
            ready: |it, _| !it.children.is_empty(),
            run: |it, cx| it.choose(cx, GiftSide::Mother),
        },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    /// The children of the roster for whom nobody has chosen yet, at an event.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn read(cx: &Cx, event: Id<Event>) -> Result<Self> {
        let event = cx.store.get(event)?;
        let roster = Roster::read(cx.store)?;
        let told = |person: Option<&Person>| {
            person.map_or_else(Default::default, |it| (it.name.clone(), roster.unit_name(it.unit).to_owned()))
        };
        let one = |child: &Child| One {
            child: child.id,
            name: child.name.clone(),
            parents: roster.parents(child).map(told),
            side: child.gift_side,
        };
        let open = roster.children().iter().filter(|child| roster.is_undecided(child, &event));
        Ok(Self { children: open.map(one).collect(), cursor: Cursor::default() })
    }

    /// Whether there is nobody to choose for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    fn choose(&mut self, cx: &mut Cx, side: GiftSide) -> Result<Flow> {
        let Some(one) = self.children.get_mut(self.cursor.at) else { return Ok(Flow::Stay) };
        gifts::side(cx.store, &[one.child], side)?;
        one.side = side;
        let name = if cx.settings.mask { mask::initials(&one.name) } else { one.name.clone() };
        let said = t::SIDE_SAID.with([name, String::new()]).saying(1, side.text().into()).say(cx.settings.lang);
        cx.good(s::DONE.with([said]).say(cx.settings.lang));
        self.cursor.press(Key::Down, self.children.len());
        Ok(Flow::Stay)
    }
}

impl Screen for Sides {
    fn title(&self, cx: &Cx) -> String {
        cx.say(t::SIDES_TITLE).to_owned()
    }

    fn status(&self, cx: &Cx) -> String {
        let left = self.children.iter().filter(|one| one.side == GiftSide::Unasked).count();
        t::SIDES_LEFT.with([left]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.children.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, _: &mut Cx, area: Rect) -> Result<()> {
        self.cursor.fit(self.children.len(), usize::from(area.height.saturating_sub(1)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let head = |text, width, grows| Head { label: cx.say(text).to_owned(), width, right: false, grows };
        let heads = [
            head(field::CHILD, 20, true),
            head(field::FATHER, 24, true),
            head(field::MOTHER, 24, true),
            head(t::GIFT_SIDE, 13, false),
        ];
        let name = |name: &str| if cx.settings.mask { mask::initials(name) } else { name.to_owned() };
        let parent = |(who, unit): &(String, String)| format!("{} ({unit})", name(who));
        let line = |one: &One| Line {
            cells: vec![
                name(&one.name),
                parent(&one.parents[0]),
                parent(&one.parents[1]),
                cx.say(one.side.text()).to_owned(),
            ],
            marked: false,
        };
        let lines: Vec<Line> = self.children.iter().skip(self.cursor.top).map(line).collect();
        table::draw(buf, area, &heads, &lines, Some(self.cursor.row()), cx.settings.theme);
        None
    }
}
