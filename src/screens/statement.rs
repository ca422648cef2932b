//! The public statement as a screen: what was given by unit, who gave, where it went; of a period or one campaign.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::record::Record;
use crate::paper::{Cell, Grid};
use crate::reports::papers::Subject;
use crate::reports::statement::{self, About, Amounts, Giver, Part, Statement};
use crate::screens::list::List;
use crate::screens::period::{self, Periodic};
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::{mask, pane};
use crate::store::Result;
use crate::text::{Lang, screen as s, statement as t};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::wrap;

/// The screen.
pub struct Public {
    period: Period,
    /// The campaigns, the latest first.
    campaigns: Vec<Id<Campaign>>,
    /// Which of them is shown; the period if none.
    chosen: Option<usize>,
    amounts: Amounts,
    told: Statement,
    read_at: Option<(u64, About)>,
    cursor: Cursor,
}

impl Periodic for Public {
    fn period(&mut self) -> &mut Period {
        self.chosen = None;
        &mut self.period
    }
}

impl Public {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::OF_PART, ready: |it, _| it.part().is_some(), run: Self::open },
        Command { keys: &[Key::Right], name: t::TURN, ready: |_, _| true, run: |it, _| Ok(it.turn_to(1)) },
        Command { keys: &[Key::Left], name: t::TURN, ready: |_, _| true, run: |it, _| Ok(it.turn_to(-1)) },
        Command { keys: &[Key::Ctrl('w')], name: t::AMOUNTS, ready: |_, _| true, run: |it, _| Ok(it.switch()) },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
    ];

    /// What was given in the year of report that holds today.
    #[must_use]
    pub fn screen(cx: &mut Cx) -> Box<dyn Screen> {
        let half = Period::of(cx.store.today());
        Box::new(Self {
            period: half.wider().unwrap_or(half),
            campaigns: Vec::new(),
            chosen: None,
            amounts: Amounts::default(),
            told: Statement::default(),
            read_at: None,
            cursor: Cursor::default(),
        })
    }

    fn about(&self) -> About {
        let campaign = self.chosen.and_then(|at| self.campaigns.get(at));
        campaign.map_or_else(|| About::Period(self.period.clone()), |id| About::Campaign(*id))
    }

    fn part(&self) -> Option<&Part> {
        self.told.parts.get(self.cursor.at)
    }

    /// The period stands before the first campaign and after the last.
    fn turn_to(&mut self, by: isize) -> Flow {
        let places = self.campaigns.len() + 1;
        let at = self.chosen.map_or(0, |at| at + 1);
        let next = (at + places).saturating_add_signed(by) % places;
        self.chosen = next.checked_sub(1);
        self.cursor = Cursor::default();
        Flow::Stay
    }

    const fn switch(&mut self) -> Flow {
        self.amounts = match self.amounts {
            Amounts::OfUnits => Amounts::OfDonors,
            Amounts::OfDonors => Amounts::OfUnits,
        };
        Flow::Stay
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(part) = self.part() else { return Ok(Flow::Stay) };
        let title = t::OF_UNIT.with([unit(part, cx.settings.lang)]).say(cx.settings.lang);
        let rows = statement::rows(cx.store, &self.about(), part.id)?;
        Ok(Flow::Open(Box::new(List::new(Contribution::META, &[]).of_rows(title, rows))))
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let count = |n: i64| Cell::Int(n);
        let row = |part: &Part| {
            let names: Vec<String> = part.givers.iter().map(|it| self.named(part, it, cx)).collect();
            let name = unit(part, lang).to_owned();
            vec![Cell::Text(name), Cell::Text(names.join("; ")), count(part.people), Cell::Money(part.amount.0)]
        };
        let heads = [t::HEAD_UNIT, t::HEAD_GIVERS, t::HEAD_PEOPLE, t::HEAD_AMOUNT].map(|it| it.say(lang).to_owned());
        let about = vec![self.status(cx)];
        let grid = Grid { heads: heads.to_vec(), rows: self.told.parts.iter().map(row).collect(), about };
        let subject = match self.about() {
            About::Campaign(id) => Subject::Row(Campaign::TABLE, id.0),
            About::Period(period) => Subject::Period(period),
        };
        // Of all that can be printed about them only the statement belongs here.
        let papers = crate::reports::papers::about(&subject).filter(|paper| paper.code.starts_with("cong-khai"));
        let outputs = papers.flat_map(|paper| Output::of_paper(paper, &subject));
        let outputs = outputs.collect();
        let stem = period::stem("cong-khai", &self.period);
        let print = Print::of_grid(cx, &stem, t::SUB, grid, Contribution::TABLE).with(cx, outputs, &stem);
        Ok(Flow::Open(Box::new(print)))
    }

    fn named(&self, part: &Part, giver: &Giver, cx: &Cx) -> String {
        let said = part.said(giver, self.amounts, cx.settings.lang);
        if !cx.settings.mask || giver.name.text != t::NAMED {
            return said;
        }
        let name = giver.name.say(cx.settings.lang);
        said.replacen(&name, &mask::initials(&name), 1)
    }
}

fn unit(part: &Part, lang: Lang) -> &str {
    if part.unit.is_empty() { t::OUTSIDE.say(lang) } else { &part.unit }
}

impl Screen for Public {
    fn title(&self, _: &Cx) -> String {
        String::new()
    }

    fn status(&self, cx: &Cx) -> String {
        let lang = cx.settings.lang;
        let name = match self.about() {
            About::Campaign(_) => self.told.name.clone(),
            About::Period(period) => period.name().say(lang),
        };
        t::STATUS.with([name, self.told.people().to_string(), self.told.total().show()]).say(lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS, Self::PERIOD_COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS, Self::PERIOD_COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.told.parts.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        let version = cx.store.version();
        if self.read_at.as_ref().is_none_or(|(at, _)| *at != version) {
            self.campaigns = cx.store.all::<Campaign>()?.into_iter().map(|it| it.id).collect();
            self.chosen = self.chosen.filter(|at| *at < self.campaigns.len());
        }
        let wanted = (version, self.about());
        if self.read_at.as_ref() != Some(&wanted) {
            self.told = statement::statement(cx.store, &wanted.1)?;
            self.read_at = Some(wanted);
        }
        self.cursor.fit(self.told.parts.len(), usize::from(area.height).saturating_sub(NAMES + 2));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        if self.told.parts.is_empty() {
            pane::paragraph(buf, area, cx.say(t::NOTHING), theme.quiet());
            return None;
        }
        let head = |label, width, right, grows| Head { label: cx.say(label).to_owned(), width, right, grows };
        let heads = [
            head(t::HEAD_UNIT, 24, false, false),
            head(t::HEAD_GIVERS, 20, false, true),
            head(t::HEAD_PEOPLE, 8, true, false),
            head(t::HEAD_AMOUNT, 15, true, false),
        ];
        let names = |part: &Part| part.givers.iter().map(|it| self.named(part, it, cx)).collect::<Vec<_>>().join("; ");
        let line = |part: &Part| Line {
            cells: vec![unit(part, lang).to_owned(), names(part), part.people.to_string(), part.amount.show()],
            marked: false,
        };
        let lines: Vec<Line> = self.told.parts.iter().skip(self.cursor.top).map(line).collect();
        let below = u16::try_from(NAMES + 1).unwrap_or(0).min(area.height / 2);
        let list = Rect { height: area.height - below, ..area };
        table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), theme);
        let spent: Vec<String> = self
            .told
            .spent
            .iter()
            .map(|(purpose, amount)| t::SPENT_FOR.with([cx.say(purpose.text()).to_owned(), amount.show()]).say(lang))
            .collect();
        let spent = if spent.is_empty() { cx.say(t::SPENT_NOTHING).to_owned() } else { spent.join("; ") };
        let mut left = t::LEFT.with([spent, self.told.left.show()]).say(lang);
        for (text, sum) in [(t::BROUGHT, self.told.brought), (t::TAKEN_BACK, self.told.taken_back)] {
            if sum.0 > 0 {
                left = format!("{left} {}", text.with([sum.show()]).say(lang));
            }
        }
        let rest = Rect { y: list.bottom(), height: below.saturating_sub(FOOT), ..area };
        if let Some(part) = self.part() {
            // Names that find no room end with a sign that there are more.
            let mut shown = wrap(&names(part), usize::from(area.width.saturating_sub(4)));
            if shown.len() > usize::from(rest.height) {
                shown.truncate(usize::from(rest.height));
                if let Some(last) = shown.last_mut() {
                    last.push('…');
                }
            }
            if part.is_covered && self.amounts == Amounts::OfDonors {
                shown.truncate(usize::from(rest.height.saturating_sub(1)));
                shown.push(cx.say(t::COVERED).to_owned());
            }
            pane::paragraph(buf, rest, &shown.join("\n"), theme.text());
        }
        let tall = FOOT.min(area.height);
        let foot = Rect { y: area.bottom() - tall, height: tall, ..area };
        pane::paragraph(buf, foot, &left, theme.quiet());
        None
    }
}

/// How many lines there are for the names of the chosen unit and for what was paid out.
const NAMES: usize = 7;

/// How many of them are for what was paid out and is left.
const FOOT: u16 = 3;
