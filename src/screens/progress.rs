//! How far one campaign has come: promised, received, handed on and left as bars and words; below, by unit.
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::campaign::Campaign;
use crate::domain::contribution::Contribution;
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::pledge::Pledge;
use crate::domain::record::Record;
use crate::domain::value::{Cell as _, Value};
use crate::paper::{Cell, Grid};
use crate::reports::papers::Subject;
use crate::reports::progress::{self, CampaignProgress, UnitProgress};
use crate::screens::list::List;
use crate::screens::pane;
use crate::screens::print::{Output, Print};
use crate::screens::screen::{Command, Cx, Flow, Offer, Screen, command, offers};
use crate::screens::welfare;
use crate::store::Result;
use crate::text::{Lang, Text, progress as t, screen as s, welfare as w};
use crate::ui::bars::{bar, percent, progress as filled};
use crate::ui::cursor::Cursor;
use crate::ui::key::Key;
use crate::ui::table::{self, Head, Line};
use crate::ui::width::{fit, fit_right};

/// The screen.
pub struct Standing {
    campaign: Id<Campaign>,
    told: CampaignProgress,
    read_at: Option<u64>,
    cursor: Cursor,
}

impl Standing {
    const COMMANDS: &'static [Command<Self>] = &[
        Command { keys: &[Key::Enter], name: t::GIFTS, ready: |it, _| it.unit().is_some(), run: Self::open },
        Command { keys: &[Key::Ctrl('u')], name: w::OPEN_ONES, ready: |_, _| true, run: Self::pledges },
        Command { keys: &[Key::F(7), Key::Ctrl('p')], name: s::PRINT, ready: |_, _| true, run: Self::print },
        Command { keys: &[Key::Esc], name: s::LEAVE, ready: |_, _| true, run: |_, _| Ok(Flow::Back) },
    ];

    /// How far a campaign has come.
    #[must_use]
    pub fn screen(campaign: Id<Campaign>) -> Box<dyn Screen> {
        Box::new(Self { campaign, told: CampaignProgress::default(), read_at: None, cursor: Cursor::default() })
    }

    fn unit(&self) -> Option<&UnitProgress> {
        self.told.units.get(self.cursor.at)
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(unit) = self.unit() else { return Ok(Flow::Stay) };
        let title = t::GIFTS_OF.with([named(unit, cx.settings.lang)]).say(cx.settings.lang);
        let unit = if unit.unit.is_new() { Value::Null } else { unit.unit.value() };
        let list = List::new(Contribution::META, &[]).scoped(title.clone(), "campaign", self.campaign.value());
        Ok(Flow::Open(Box::new(list.scoped(title, "unit", unit))))
    }

    fn pledges(&mut self, cx: &mut Cx) -> Result<Flow> {
        let title = t::PLEDGES_OF.with([&self.told.campaign.name]).say(cx.settings.lang);
        let all = List::new(Pledge::META, welfare::PLEDGES).scoped(title.clone(), "campaign", self.campaign.value());
        Ok(Flow::Open(Box::new(all.scoped(title, "standing", Value::from("open")))))
    }

    fn print(&mut self, cx: &mut Cx) -> Result<Flow> {
        let lang = cx.settings.lang;
        let row = |it: &UnitProgress| {
            vec![Cell::Text(named(it, lang).to_owned()), Cell::Money(it.pledged.0), Cell::Money(it.given.0)]
        };
        let heads = [t::UNIT, t::PLEDGED, t::GIVEN].map(|head| head.say(lang).to_owned()).to_vec();
        let about = std::iter::once(self.title(cx)).chain(
            self.sums(lang)
                .into_iter()
                .map(|sum| format!("{}: {} đồng {}", sum.label.say(lang), sum.amount.show(), sum.said)),
        );
        let grid = Grid { heads, rows: self.told.units.iter().map(row).collect(), about: about.collect() };
        let outputs = Output::papers(&Subject::Row(Campaign::TABLE, self.campaign.0));
        let print = Print::of_grid(cx, "tien-do", t::OPEN, grid, Contribution::TABLE).also(outputs);
        Ok(Flow::Open(Box::new(print)))
    }

    /// The sums with their parts of each other.
    fn sums(&self, lang: Lang) -> Vec<Sum> {
        let told = &self.told;
        let (pledged, given, target) = (told.pledged(), told.given(), told.campaign.target);
        let of = |text: Text, value: Vnd, whole: Vnd| {
            percent(value.0, whole.0).map_or_else(String::new, |percent| text.with([percent]).say(lang))
        };
        let confirmed = if told.confirmed.0 > 0 {
            format!(
                "{}; {}",
                of(t::OF_GIVEN, told.handed_on, given),
                t::CONFIRMED.with([told.confirmed.show()]).say(lang)
            )
        } else {
            of(t::OF_GIVEN, told.handed_on, given)
        };
        let mut came = of(t::OF_TARGET, given, target);
        if told.goods.0 > 0 {
            let goods = t::OF_GOODS.with([told.goods.show()]).say(lang);
            came = if came.is_empty() { goods } else { format!("{came}; {goods}") };
        }
        let opening = told.campaign.opening;
        let brought = if opening.0 > 0 { t::OPENING.with([opening.show()]).say(lang) } else { String::new() };
        let sum = |label, amount, whole, said| Sum { label, amount, whole, said };
        vec![
            sum(t::TARGET, target, Vnd(0), String::new()),
            sum(t::PLEDGED, pledged, target, of(t::OF_TARGET, pledged, target)),
            sum(t::GIVEN, given, target, came),
            sum(t::HANDED_ON, told.handed_on, given, confirmed),
            sum(t::SPENT, told.spent, given, of(t::OF_GIVEN, told.spent, given)),
            sum(t::LEFT, told.campaign.balance, Vnd(0), brought),
        ]
    }

    /// What the campaign rests on, as one line.
    fn about(&self, lang: Lang) -> String {
        let campaign = &self.told.campaign;
        let parts = [
            (t::ABOUT_BASIS, &campaign.basis),
            (t::ABOUT_SUGGESTED, &campaign.suggested),
            (t::ABOUT_FOR, &campaign.beneficiary),
        ];
        let mut line = campaign.purpose.text().say(lang).to_owned();
        for (text, value) in parts.iter().filter(|(_, value)| !value.is_empty()) {
            line = format!("{line} · {}", text.with([value]).say(lang));
        }
        line
    }
}

/// A sum of a campaign, and what it is a part of.
struct Sum {
    label: Text,
    amount: Vnd,
    whole: Vnd,
    said: String,
}

fn named(unit: &UnitProgress, lang: Lang) -> &str {
    if unit.name.is_empty() { t::OUTSIDE.say(lang) } else { &unit.name }
}

impl Screen for Standing {
    fn title(&self, cx: &Cx) -> String {
        t::TITLE.with([&self.told.campaign.name]).say(cx.settings.lang)
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        offers(&[Self::COMMANDS], self, cx)
    }

    fn run(&mut self, cx: &mut Cx, at: usize) -> Result<Flow> {
        command(&[Self::COMMANDS], at).map_or(Ok(Flow::Pass), |run| run(self, cx))
    }

    fn press(&mut self, cx: &mut Cx, key: Key) -> Result<Flow> {
        if self.cursor.press(key, self.told.units.len()) { Ok(Flow::Stay) } else { self.dispatch(cx, key) }
    }

    fn refresh(&mut self, cx: &mut Cx, area: Rect) -> Result<()> {
        if self.read_at != Some(cx.store.version()) {
            self.told = progress::of_campaign(cx.store, self.campaign)?;
            self.read_at = Some(cx.store.version());
        }
        self.cursor.fit(self.told.units.len(), usize::from(area.height.saturating_sub(ABOVE + 2)));
        Ok(())
    }

    fn draw(&mut self, buf: &mut Buffer, area: Rect, cx: &Cx) -> Option<Position> {
        let (theme, lang) = (cx.settings.theme, cx.settings.lang);
        let cells = usize::from(area.width.saturating_sub(4));
        let mut y = area.y;
        buf.set_stringn(area.x + 2, y, fit(&self.about(lang), cells), cells, theme.quiet());
        let long = if area.width < 100 { 12 } else { 24 };
        for sum in self.sums(lang) {
            y += 1;
            if y >= area.bottom() {
                return None;
            }
            let drawn = if sum.whole.0 > 0 { filled(sum.amount.0, sum.whole.0, long) } else { " ".repeat(long) };
            let line = format!(
                "{} {}  {drawn}  {}",
                fit(sum.label.say(lang), 14),
                fit_right(&sum.amount.show(), 14),
                sum.said
            );
            buf.set_stringn(area.x + 2, y, fit(&line, cells), cells, theme.text());
        }
        if self.told.open > 0 && y + 1 < area.bottom() {
            let said = t::PLEDGES_OPEN.with([self.told.open]).say(lang);
            buf.set_stringn(area.x + 2, y + 1, fit(&said, cells), cells, theme.text());
        }
        let list = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.told.units.is_empty() {
            pane::paragraph(buf, list, cx.say(t::NOTHING), theme.quiet());
            return None;
        }
        let head = |label, width, right, grows| Head { label: cx.say(label).to_owned(), width, right, grows };
        let heads = [
            head(t::UNIT, 24, false, true),
            head(t::PLEDGED, 13, true, false),
            head(t::GIVEN, 13, true, false),
            head(t::BAR, 20, false, false),
        ];
        let most = self.told.units.iter().map(|it| it.given.0).max().unwrap_or(0);
        let line = |it: &UnitProgress| {
            // Where something was promised the bar tells how much of it came; else how the units' gifts compare.
            let drawn = match percent(it.given.0, it.pledged.0) {
                Some(part) => {
                    format!("{} {}", filled(it.given.0, it.pledged.0, 12), t::PERCENT.with([part]).say(lang))
                }
                None => bar(it.given.0, most, 12),
            };
            let pledged = if it.pledged.0 == 0 { "·".to_owned() } else { it.pledged.show() };
            Line { cells: vec![named(it, lang).to_owned(), pledged, it.given.show(), drawn], marked: false }
        };
        let lines: Vec<Line> = self.told.units.iter().skip(self.cursor.top).map(line).collect();
        table::draw(buf, list, &heads, &lines, Some(self.cursor.row()), theme);
        None
    }
}

/// The lines above the units: what it is about, six sums, who has not handed in, and one to breathe.
const ABOVE: u16 = 9;
